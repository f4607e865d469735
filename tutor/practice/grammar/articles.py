"""Puts the articles that students leave out before terms, subjects and objects."""

import re
from collections.abc import Callable, Sequence

from tutor.language import fold, is_dictionary_word, language_of
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import ends_as_act, is_foreign, listed_forms, looks_adjectival
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import article, common_form, has_article, is_plural
from tutor.practice.grammar.verbs import (
    ARTICLES,
    BEFORE_VERBS,
    PREPOSITIONS,
    QUANTIFIERS,
    SUBORDINATORS,
    first_word,
    is_infinitive,
    is_participle,
    is_verb_form,
    words,
)
from tutor.practice.grammar.wording import main_name

_COURTS = ("STF", "STJ", "TST", "TSE", "TCU")
LEGAL = re.compile(
    r"(art|artigo|lei|decreto(?:-lei)?|súmula|resolução|portaria)\b\.?\s*(?:n[ºo°.]*\s*)?\d"
    rf"|(?-i:{'|'.join(_COURTS)}|jurisprudência|doutrina)$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?:(?:Primeir|Segund|Terceir|Quart|Quint)([oa])\s[A-ZÀ-Þ]|\d+([ºª])\s[A-Za-zÀ-ÿ][a-zà-ÿ]{2,})")
_JOINED = re.compile(
    r"\S+(?: [A-ZÀ-Þ]\S+)?(?:, \S+)* e [^\W\d_]{3,} (?!d[eoa]s?\b)"
    r"|\S+ d[eoa]s? \S+ e \S+ d[eoa]s? \S+ [a-zà-ÿ]+(?:m|ão) "
)
"""Several subjects, each of which lacks its article: "motor e freio param", "Fazenda Pública, MP e Defensoria têm".

So "vício de forma e vício de objeto podem".
"""
_DONE_TO = re.compile(r"\S+ (?:é|são|foi|foram|era|eram|será|serão) ([a-zà-ÿ]+[oa])s?\b")
"""What is done to a subject, whose gender the participle shows: "Kdenlive foi lançada"."""
_SAID_TO_BE = re.compile(
    r"(?:[OA]s? )?([^\W\d_]+) (?:(?!que\b|e\b|ou\b)[^\s,;:]+ )*?(?:não )?(?:é|são) ([a-zà-ÿ]+[oa]s?)(?=$|[,.;])"
)
"""The first noun of a sentence and what it is said to be."""
_ENGLISH_SUBJECT = re.compile(r"(?:[A-Z][a-z]+ )+([A-Z][a-z]+) ([a-zà-ÿ]+)")
"""An English name and its verb: "Anticorruption Layer fica …"."""
_ENGLISH_ROLE = re.compile(
    r"(?:[A-Z][A-Za-z-]+ )+(?:Master|Owner|Manager|Server|Controller|Emulator|Scheduler|Handler|Provider|Broker|Leader"
    r"|Driver|Worker|Router|Listener|Builder|Container|Administrator|Coordinator|Operator|Developer|Tester|Engineer)"
)
"""What English calls who or what does something, which takes the masculine article: "Scrum Master"."""
_COUNTED = re.compile(
    r"[A-ZÀ-Þ][a-zà-ÿ]+s(?: [a-zà-ÿ]+s)? são (?:\d+|duas|dois|três|quatro|cinco|seis|sete|oito|nove|dez)\b"
)
"""Things of which it is said how many there are: "Tampas clássicas são seis"."""
_ADVERBS = frozenset("cedo tarde longe perto dentro fora logo nem".split())
_NEVER_TAKE_OBJECTS = frozenset("é são tem têm há faz fazem fica ficam está estão serve servem".split())


def subject_of(term: str, genders: Genders) -> str:
    """Return a term as the subject of a sentence: with its article where the gender is sure and it is a common noun."""
    if named := _proper_subject(term, genders):
        return named
    head = words(term)[:1]
    listed = head and fold(head[0]) in lexicon.NOUNS and not head[0].isupper()  # "Constituição de 1934"
    common = head and (head[0].islower() or genders.is_common(head[0]) or genders.is_shown(head[0]) or is_legal(term))
    common = common or bool(re.match(r"[A-Z]{2,} (?:\(\S+ |[a-z]{4,}$)", term))  # "TCO (custo total)", "SYN flood"
    if not (common or listed or _is_native_name(term)):
        return term
    gender = genders.of(term)
    plural = is_plural(term[:1].lower() + term[1:] if genders.is_common(head[0]) and head[0][1:].islower() else term)
    plural = False if re.fullmatch(r"[A-Z]{2,} [a-z]+[a-rt-z]", term) else plural  # "SYN flood"
    if gender is not None and (_disagrees(words(term)[1:2], gender) or _ends_in_its_head(term, genders)):
        return term
    english = term.count(" ") > 1 and language_of(term) == "en" and not _is_portuguese(head[0])
    foreign = term.islower() and " " in term and not any(map(_is_portuguese, words(term)))  # "inutilia truncat"
    latin = foreign and not all(is_foreign(word) or is_dictionary_word(word, ("en",)) for word in words(term))
    foreign = latin and not (genders.is_shown(head[0]) or ends_as_act(head[0]))
    if gender is None or plural is None or english or foreign or _is_foreign_name(term, genders):
        return term
    return f"{article(gender, plural=plural)} {term}"


def acting_subject(term: str, genders: Genders) -> str:
    """Return a term as what does something: an acronym or an English name is masculine unless shown to be feminine."""
    subject = subject_of(term, genders)
    if subject == term and genders.of(term) != "m" and _is_feminine_english(term):
        return f"a {term}"
    english = re.fullmatch(r"[A-Z][a-z]+(?: (?:of|and|[A-Z][a-z]+))+", term) is not None
    english = english and all(is_dictionary_word(word.lower(), ("en",)) for word in words(term))
    english = english and not any(map(_is_portuguese, map(str.lower, words(term))))
    acts = english or re.fullmatch(r"[A-Z]{3,}(?: \([^()]+\))?", term)
    known = genders.of(term) is not None or is_legal(term) or _is_portuguese(term.lower())
    return f"o {term}" if acts and not known and subject == term else subject


def _is_feminine_english(term: str) -> bool:
    """True for "Sprint Review", English words with capitals, of which the last one is feminine in Portuguese."""
    named = re.fullmatch(r"(?:[A-Z][a-z]+ )+([A-Z][a-z]+)", term)
    known = all(is_dictionary_word(word.lower(), ("en",)) for word in words(term))
    return named is not None and known and named[1].lower() in lexicon.FEMININE_LOANWORDS


def _is_native_name(term: str) -> bool:
    """True for a name that begins with a Portuguese noun and what qualifies it: "Marco Civil da Internet"."""
    first, second = (*words(term), "", "")[:2]
    plain = second.lower()
    named = re.match(r"[A-ZÀ-Þ][a-zà-ÿ]+ d[eoa]s? [A-ZÀ-Þ][a-zà-ÿ]{3,}(.* \(\d{4}\))?", term)
    if named and (fold(first) in lexicon.NOUNS or (named[1] and _is_portuguese(first.lower()))):
        return True  # "Tratado de Roma", "Carta de Atenas (1933)", which no persons are
    qualified = looks_adjectival(plain) or plain in lexicon.ADJECTIVES
    titled = first[:1].isupper() and first[1:].islower() and second[:1].isupper() and second[1:].islower()
    noun = first[-1:] in {"o", "a", "e"} and not looks_adjectival(first.lower())
    return titled and qualified and noun and all(map(_is_portuguese, (first, second)))


def _proper_subject(term: str, genders: Genders) -> str:
    """Return a proper name as the subject of a sentence; empty for what may be a common noun."""
    if term in _COURTS:
        return f"o {term}"
    if re.match(r"\S+ \(1\d{3}", term):
        return term  # "Palmares (1695)"
    if re.fullmatch(r"[A-Z][a-z]+[A-Z]\w+", term) or _ENGLISH_ROLE.fullmatch(main_name(term)):
        return f"o {term}"  # "DataNode"
    if ordinal := _ORDINAL.match(term):
        return f"{'a' if {ordinal[1], ordinal[2]} & {'a', 'ª'} else 'o'} {term}"  # "Primeira República", "1ª lei"
    adjective, noun, *_ = (*term.split(maxsplit=1), "", "")
    gender = genders.of(noun.lower()) if adjective[:1].isupper() and noun[:1].isupper() else None
    if gender is None:
        return ""
    native = _is_portuguese(adjective.lower()) and _is_portuguese(noun.lower())
    native = native and is_plural(adjective.lower()) is is_plural(noun.lower())  # not "Graciliano Ramos"
    named = genders.is_listed(adjective) or ends_as_act(adjective)  # "Administração Geral"
    unlisted = adjective[1:].islower() and native and not named
    agrees = unlisted and adjective[-1] == ("a" if gender == "f" else "o")  # "Santa Aliança"
    return f"{article(gender)} {term}" if agrees or adjective.lower() in lexicon.ADJECTIVES else ""  # "Nova República"


def _disagrees(following: Sequence[str], gender: str) -> bool:
    """True for "build quebrado": the word behind a foreign noun shows that its gender is another."""
    ending = following[0][-1:] if following and is_participle(following[0]) else ""
    return ending in {"o", "a"} and (ending == "a") != (gender == "f")


def _ends_in_its_head(term: str, genders: Genders) -> bool:
    """True for "sprint backlog": two foreign words, of which the last one tells the gender, and not the first."""
    first, *rest = words(main_name(term))
    foreign = len(rest) == 1 and rest[0].islower() and not _is_portuguese(rest[0])
    english = foreign and all(is_dictionary_word(word, ("en",)) for word in (first, *rest))
    return english and genders.of(rest[0]) != genders.of(term)


def _is_foreign_name(term: str, genders: Genders) -> bool:
    """True for "Sprint Backlog": a name whose last word, not the first, would say its gender."""
    first, second = (*words(main_name(term)), "")[:2]
    native = fold(first) in lexicon.NOUNS or fold(first).endswith(("cao", "sao", "dade", "mento"))
    portuguese = native and fold(first)[-1] in "aeioulrszm"
    plain = second.lower()
    described = looks_adjectival(plain) or plain in lexicon.ADJECTIVES
    portuguese = portuguese or (described and all(map(_is_portuguese, (first, second))))  # "a Licença Prévia"
    portuguese = portuguese or (genders.is_shown(first) and first[-1] in "ao")  # "a Era Vargas"
    return first[:1].isupper() and second[:1].isupper() and not portuguese


def _is_portuguese(word: str) -> bool:
    return is_dictionary_word(word, ("pt",))


def opens_in_disagreement(text: str, genders: Genders) -> bool:
    """True for "As principais protocolos são …": an article of the other gender than its noun, which the lists have.

    So for what a noun is said to be, "nome da classe em itálico é abstrata".
    """
    said = _SAID_TO_BE.match(text)
    if said and fold(said[1]) in lexicon.NOUNS - lexicon.AMOUNTS and _describes(said[2]):
        return genders.of(said[1].lower()) not in {None, "f" if said[2].rstrip("s")[-1] == "a" else "m"}
    found = re.match(r"([OA])s? (?=[a-zà-ÿ])", text)
    if not found:
        return False
    first, second = (*words(text[found.end() :]), "")[:2]
    forms = listed_forms(fold(first))
    noun = second if not forms & lexicon.NOUNS and looks_adjectival(first) else first  # "principais protocolos"
    listed = listed_forms(fold(noun)) & lexicon.NOUNS
    return bool(listed) and genders.of(noun) not in {None, "m" if found[1] == "O" else "f"}


def _describes(word: str) -> bool:
    adjective = looks_adjectival(word) or is_participle(word) or word in lexicon.ADJECTIVES
    return adjective and not listed_forms(fold(word)) & lexicon.NOUNS


def is_legal(term: str) -> bool:
    """True for "art. 55", "Lei 8.112", "STF": a source of law, which what is said of it is not about."""
    return LEGAL.match(term) is not None


def with_subject_article(text: str, genders: Genders) -> str:
    """Return a clause whose bare first noun gets its article: "o uso de barramento interno permite …".

    Empty where a bare singular noun would be left without one.
    """
    first = first_word(text)
    if not text.startswith(first) or re.match(r"cerca de |[A-Z]{2,} e [A-Z]{2,}\b", text):
        return text  # "AFD e AFN têm …"
    verbal = first in lexicon.NOUN_OR_VERB and words(text)[1:2] in (["e"], ["ou"])  # "cifra e depois calcula"
    joined = is_plural(first) is False and _JOINED.match(text) and not has_article(text)
    if verbal or joined or (is_participle(first) and fold(first) not in lexicon.NOUNS):
        return ""
    clausal = (
        first.casefold() in BEFORE_VERBS | PREPOSITIONS | SUBORDINATORS | _ADVERBS
        or re.match(r"quant[oa]s?$", first)
        or is_verb_form(first)
    )
    capital = not (first.islower() or is_legal(text))
    named = first.isupper() and len(first) > 1  # "SO"
    named = named or genders.is_common(first) or genders.is_shown(first)  # "Brasil"
    gender, plural = genders.of(first), is_plural(first)
    done = _DONE_TO.match(text)
    of_another = done is not None and gender is not None and _disagrees(done.groups(), gender)
    if clausal or has_article(text) or (capital and not named) or of_another:
        return text
    if capital:
        return subject_of(first, genders) + text.removeprefix(first)
    if gender is None or plural is None or not genders.is_noun(first, ""):
        return text if plural else ""
    return f"{article(gender, plural=plural)} {text}"


def as_sentence(text: str, genders: Genders, *, bullet: bool) -> str:
    """Return a sentence of a note with the article that its subject lacks, empty where that is not sure.

    In prose a bare subject is left as it is where it is defined, "Trabalhador avulso é quem …", and so is an English
    name unless its last word is feminine in Portuguese.
    """
    first = first_word(text)
    defined = re.match(r"[^,;]{3,60}?\s(?:é|são)\s", text)
    bare = not first.isupper() and genders.is_common(first) and is_plural(first.lower()) is False
    if bullet and (placed := re.match(r"N[oa]s? [^,]{3,40}, (?=[a-zà-ÿ])", text, re.IGNORECASE)):
        told = with_subject_article(text[placed.end() :], genders)
        return placed[0] + told if told else ""
    if not bullet and _COUNTED.match(text):
        gender = genders.of(first)
        return f"{article(gender, plural=True)} {common_form(text, genders)}" if gender else ""
    if bullet or (bare and not defined):
        return with_subject_article(common_form(text, genders), genders)
    named = _ENGLISH_SUBJECT.match(text)
    feminine = named and named[1].lower() in lexicon.FEMININE_LOANWORDS and is_verb_form(named[2])
    return f"A {text}" if feminine else text


def with_inner_articles(text: str, genders: Genders) -> str:
    """Return a clause with the article that a student leaves out behind a conjunction: "quando a renda aumenta"."""

    def put(match: re.Match[str]) -> str:
        noun, verb = match[2], match[3]
        gender, plural = genders.of(noun), is_plural(noun)
        if (
            noun in QUANTIFIERS | {"não"}
            or not genders.is_noun(noun, "")
            or not is_verb_form(verb)
            or gender is None
            or plural is not False
        ):
            return match[0]
        return f"{match[1]} {article(gender)} {noun} {verb}"

    text = re.sub(r"(?<![\w-])(quando|se|porque|pois|enquanto|onde)\s+([a-zà-ÿ]{3,})\s+([a-zà-ÿ]+)", put, text)
    return re.sub(r"^((?:não\s+)?([a-zà-ÿ]+))\s+([a-zà-ÿ]{3,})(?=\s+(d[eoa]s?)\s)", _with_object_article(genders), text)


_OF_IDIOMS = frozenset("parte mão lugar conta vista início fim".split())
"""What follows a verb without its article: "abrir mão do direito"."""


def _with_object_article(genders: Genders) -> Callable[[re.Match[str]], str]:
    """Return what puts the article before the object of a clause's first verb: "permite o retorno do invasor"."""

    def put(match: re.Match[str]) -> str:
        verb, noun, joined = match[2], match[3], match[4]
        gender, plural = genders.of(noun), is_plural(noun)
        acts = (is_verb_form(verb) and verb not in _NEVER_TAKE_OBJECTS) or (
            is_infinitive(verb) and fold(verb) not in lexicon.NOUNS and verb not in lexicon.ADJECTIVES
        )
        named = re.match(r"\sde [A-ZÀ-Þ]", match.string[match.end() :])  # "aplica o teorema de Bayes"
        definite = noun not in _OF_IDIOMS and (joined != "de" or fold(noun) in lexicon.AMOUNTS or named is not None)
        if (
            noun in QUANTIFIERS | ARTICLES | _ADVERBS
            or not acts
            or not definite
            or gender is None
            or plural is not False
            or not genders.is_noun(noun, joined)
        ):
            return match[0]
        return f"{match[1]} {article(gender)} {noun}"

    return put
