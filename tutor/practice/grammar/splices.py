"""Comma splices: where a student's comma joins on what is no part of the clause before it."""

import re

from tutor.language import fold, language_of
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import is_bare_adjective, looks_adjectival
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import has_article, is_kind, is_plural
from tutor.practice.grammar.shapes import Shape, begins_with_verb, is_finite, shape_of
from tutor.practice.grammar.verbs import (
    BEFORE_VERBS,
    PREPOSITIONS,
    QUANTIFIERS,
    SUBORDINATORS,
    first_word,
    is_participle,
    is_predicative,
    is_verb_form,
    last_word,
    words,
)
from tutor.practice.grammar.wording import outside_brackets, without_article

_JOINS = (PREPOSITIONS | SUBORDINATORS | BEFORE_VERBS - {"nunca", "sempre"} | {"e", "ou", "mas", "nem"}) | frozenset(
    "salvo exceto inclusive dado dada dados dadas bem seja sejam tanto ainda mesmo além ora quer".split()
)
_RESTRICTS = re.compile(r"(?:ressalvad[oa]s?|fora|menos) [oa]s? |(?:menos|sempre|exceto) (?:que|quando|se|em|n[oa]s?) ")
"""What takes back some of what is said before it: "veda a cobrança, ressalvado o pedágio", "sempre que possível"."""
_CLAUSAL = [[word] for word in "se caso pois porque mas nem embora enquanto".split()]
"""What opens a clause that a noun phrase cannot have behind its comma: "verificação rápida, se falhar nem continua"."""
_LONGEST_ITEM = 6  # words of an item of an enumeration
_ASIDE = re.compile(
    r", \w+ (?:e|ou) \w+mente, |"
    r"\b(?:e|mas|se|que|quando|caso|embora|porque), "
    r"|\bque \w+, (?:além|com|em|mediante|n[oa]s?|para|pel[oa]s?|por|sem)\b|^[^\W\d_]+[aei]r, "
)
"""A clause that an aside interrupts: "só se, após ordem judicial, …", "pedir, para si ou para outro, …"."""
_ACTS = re.compile(r"n[oa] \w+ [a-zà-ÿ]+[aei]-se\b")
"""What is done then: "na dúvida protege-se a muda"."""
_TOLD_BEHIND_ITEMS = re.compile(r"[a-zà-ÿ]+ (?:e|ou) [a-zà-ÿ]+ e (?:não )?([a-zà-ÿ]+)")
"""The end of an enumeration and a second predicate: "(tem folha, )flor ou fruto e não traz semente"."""
_DETERMINED_ITEMS = re.compile(r"[oa]s? [^,]+(?:, [oa]s? [^,]+)*")
"""Subjects of a verb behind the last of them: "o zelo, o decoro(, a honra e a fé são …)"."""
_CONJOINED = re.compile(r"\s(?:e|ou)\s")


def unspliced(text: str, genders: Genders) -> list[str]:
    """Return the clauses that a student runs together with commas.

    "basta instalar, não exige mudança" is two, and so is "função unidirecional, entrada de qualquer tamanho".
    """
    shape = shape_of(text, genders)
    if shape is Shape.OTHER or language_of(text) == "en":
        return [text]
    if _ASIDE.search(text) or re.search(r":\s[^,]+,", text):
        return [text]
    for cut in (at for at in outside_brackets(text) if text[at : at + 2] == ", "):
        head, tail = text[:cut].strip(), text[cut + 1 :].strip()
        subject = shape is Shape.CLAUSE and not is_finite(head)
        clausal = shape is Shape.NOUN and words(tail)[:1] in _CLAUSAL and any(map(is_verb_form, words(tail)))
        acts = shape_of(tail, genders) is Shape.VERB or _ACTS.match(tail) or _is_surely_verb(tail, genders)
        goes_on = " que " in head and re.search(r",\s|\s(?:e|ou)\s", tail)  # "serviço que valida, cifra e envia"
        told = shape is Shape.NOUN and acts and not goes_on
        if _lacks_verb(head) or _RESTRICTS.match(tail):
            continue
        if not subject and (
            clausal or told or _stands_apart(shape, head, tail, genders) or not _continues(head, tail, genders)
        ):
            return [head, *unspliced(tail, genders)]
    return [text]


def _is_surely_verb(tail: str, genders: Genders) -> bool:
    """True for "funciona offline", "usa virtual DOM": a first word that is no noun and no participle."""
    first = first_word(tail)
    named = first in lexicon.NOUN_OR_VERB or genders.is_listed(first) or looks_adjectival(first)
    return is_verb_form(first) and not (named or is_participle(first))


def _stands_apart(shape: Shape, head: str, tail: str, genders: Genders) -> bool:
    """True for "balanceada, vários filhos", "o maior sai antes, feita com heap", "rege a banda, músico ou maestro".

    So for "guarda os frutos, usado no inverno" and "ato vinculado, fundado temor de dano".
    """
    first, second, third = (*words(tail), "", "", "")[:3]
    denied = shape is Shape.VERB and first == "não" and is_participle(second)
    described = is_participle(first) and is_plural(first) is False
    named = second not in _JOINS and not looks_adjectival(second) and genders.is_noun(second, third)
    of_none = shape is Shape.NOUN and _is_of_none(first, head, genders)
    if (described and (named or of_none)) or (denied and _is_of_no_object(second, head, genders)):
        return True
    if shape is Shape.VERB:
        apart = tail.startswith("de ") and re.search(r"(?:^|\s)(?:é|são) \S+$", head)  # "é mutável, de curto prazo"
        if apart or (_only_describes(tail) and not _only_describes(last_word(head))):
            return True  # "usa capacitores, lenta e barata"
        if described and second in PREPOSITIONS and is_plural(last_word(head)):
            return True
        last = re.search(r"\s([oa])s? (\S+)$", head)
        who = last is not None and genders.of(last[2]) in {None, "f" if last[1] == "a" else "m"}  # not "a órgão"
        who = who and " ou " in tail and not has_article(tail)
        return who or first.casefold() in {"mais", "menos"}
    if shape is Shape.CLAUSE:
        return is_participle(first)
    return shape is Shape.PARTICIPLE and (first.casefold() in QUANTIFIERS or is_bare_adjective(tail))


def _is_of_none(participle: str, head: str, genders: Genders) -> bool:
    """True for the "calculado" of "inflação oficial, calculado pelo IBGE": no noun before it is of its gender."""
    gender, other = ("f", "m") if participle[-1] == "a" else ("m", "f")
    behind = (word for word in words(head)[1:] if not looks_adjectival(word))
    return genders.of(head) == other and all(genders.of(word) != gender for word in behind)


def _is_of_no_object(participle: str, head: str, genders: Genders) -> bool:
    """True for the "desligado" of "tem uma bomba, não desligado": what the clause is of, its object is not."""
    found = re.match(r"(?:não )?\S+ (?:(o|a|um|uma) )?([a-zà-ÿ]+)", head)
    if found is None:
        return False
    gender = ("f" if found[1].endswith("a") else "m") if found[1] else genders.of(found[2])
    return gender is not None and (participle.rstrip("s")[-1] == "a") is not (gender == "f")


def _only_describes(text: str) -> bool:
    """True for adjectives that nothing follows: "rápida e cara", whose last may be a noun elsewhere."""
    first, *others = re.split(r",\s+|\s+(?:e|mas)\s+", text)
    return (
        " " not in first
        and is_bare_adjective(first)
        and all(" " not in other and other[-1:] == first[-1] for other in others)
    )


def _continues(head: str, tail: str, genders: Genders) -> bool:
    """True when the words behind a comma belong to the clause before it: they modify it or end its enumeration."""
    shape = shape_of(tail, genders)
    told = _TOLD_BEHIND_ITEMS.match(tail)
    same = re.search(r"\bmesm[oa] \S+$", head) is not None and tail.startswith("mesm")  # "na mesma horta, mesmo vaso"
    if same or (told and is_verb_form(told[1])) or re.match(r"não (?:se )?\w+ndo\b|e [oa]s? ", tail):
        return True  # "não se aplicando a …", "escolhe parte dos frutos, e a ordem importa"
    if re.search(r"\se\s[oa]s?\s[^,]*$", head) and len(tail.split()) < 4:
        return True  # "as da esquerda são menores e as da direita, maiores"
    if shape is Shape.CLAUSE:
        listed = re.match(r"[oa]s? \S+ e [oa]s? ", tail) and _DETERMINED_ITEMS.fullmatch(head)
        return not tail.startswith("não ") and bool(listed or re.search(r"\bque\b", head))
    if shape is Shape.VERB:
        conjoined = re.search(r"\s(?:e|ou)\s+(?:se\s+)?(\S+)", tail)
        return conjoined is not None and (is_verb_form(conjoined[1]) or conjoined[1] in lexicon.NOUN_OR_VERB)
    if tail.startswith("O("):
        return False
    return (
        _names_on(head, tail)
        or _lists_on(tail, genders)
        or _ends_enumeration(tail)
        or shape is Shape.DETERMINED
        or _modifies(tail, genders)
    )


def _names_on(head: str, tail: str) -> bool:
    """True for names that go on with others: "tamanhos P, M, G"."""
    return re.search(r"\b[A-Z]\S*$", head) is not None and re.match(r"[A-Z]\S*(?:,|\se\s|$)", tail) is not None


def _lacks_verb(head: str) -> bool:
    """True for "empresas em que a União", "avalia se atividades", whose clause has its verb further behind."""
    relative = re.split(r"(?<!-)\b(?:que|se)\s+", head)[1:]
    return bool(relative) and not any(
        is_verb_form(word) or word in lexicon.NOUN_OR_VERB for word in words(relative[-1])
    )


def _lists_on(tail: str, genders: Genders) -> bool:
    """True for "foto, máscara": names that go on with an enumeration, which nothing ends."""
    items = re.split(r",\s+", tail)
    named = (
        genders.is_listed(item)
        or (genders.is_noun(item, "de") and not looks_adjectival(item) and not is_predicative(item))
        for item in items
    )
    return all(item.isalpha() and item.islower() for item in items) and all(named)


def _ends_enumeration(tail: str) -> bool:
    """True for "b e c", "b, c e d" and "b e c, por lei"."""
    for item in re.split(r",\s+", tail):
        if _CONJOINED.search(" ".join(item.split()[: _LONGEST_ITEM + 1])):
            return True
        if len(item.split()) > _LONGEST_ITEM:
            return False
    return False


def _modifies(tail: str, genders: Genders) -> bool:
    """True for words that begin with a preposition, a relative, a gerund, an adverb, a participle or an adjective.

    Not for another thing, "mesmo tipo de terra".
    """
    first = first_word(tail)
    plain = first.casefold()
    if plain == "não" and shape_of(" ".join(words(tail)[1:]), genders) is not Shape.PARTICIPLE:
        following = (words(tail)[1:2] or [""])[0]
        alone = re.match(r"não [^\s,]+(?:,|$)", tail, re.IGNORECASE) is not None
        return following.casefold() in PREPOSITIONS or (
            alone and (looks_adjectival(following) or following in lexicon.ADJECTIVES)
        )
    second = (words(tail)[1:2] or [""])[0]
    same = plain in {"mesmo", "mesma"} and second not in _JOINS and (genders.is_listed(second) or is_kind(second))
    if (plain in _JOINS and not same) or plain.split("-")[0].endswith(("mente", "ndo")):
        return True
    if " " not in tail and is_participle(first):
        return False  # "uma chave de 24 bits, quebrada"
    adjective = is_predicative(first) or (looks_adjectival(fold(first)) and not genders.is_listed(first))
    return adjective and not is_verb_form(first)


def _are_two_sentences(one: str, other: str) -> bool:
    """True for "o vaso seca, os potes racham": nothing joins the second, and nothing makes the first a part of it."""
    opens, goes_on = first_word(one).lower(), first_word(other)
    joined = goes_on in _JOINS or opens in PREPOSITIONS - {"a"} | SUBORDINATORS | {"quanto", "ora", "seja"}
    sentences = is_finite(one) and is_finite(other) and not begins_with_verb(other)
    return sentences and not joined and re.search(r"\b(?:que|se|quando|onde|cuj[oa]s?)\b", one) is None


def is_run_on(text: str, genders: Genders) -> bool:
    """True for "HTTP 200 mesmo com erro, erros vêm no corpo": a name that no verb follows, and another sentence.

    So for "poda seca tira galhos, poda verde tira folhas", sentences in parallel.
    """
    opening, *rest = text.split(", ")
    first, second = (*words(without_article(opening)), "", "")[:2]
    if any(words(piece)[:1] == [first.lower()] and is_finite(piece) for piece in rest):
        return True
    pieces = re.sub(r" \([^()]*\)", "", text).split(", ")
    closed = re.search(r"(?:^|\s)(?:e|ou|mas)\s", pieces[-1]) is not None and len(pieces) > 2
    if len(pieces) > 1 and not closed and _are_two_sentences(*pieces[:2]):
        return True  # so "a roda gira, o barro sobe, a mão alisa", but not with an "e" before its last
    named = first.isupper() or genders.is_noun(first.lower(), second)
    adverbial = first.lower() in PREPOSITIONS | SUBORDINATORS or is_participle(first)
    return len(rest) == 1 and named and not adverbial and not is_finite(opening) and is_finite(rest[0])
