"""Sentences built from a term and a clause about it, grammatical whatever the clause is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tutor.language import fold, is_dictionary_word
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.articles import LEGAL, acting_subject, subject_of, with_subject_article
from tutor.practice.grammar.endings import ends_as_act, is_bare_adjective, is_elliptical, looks_adjectival
from tutor.practice.grammar.english import as_one, predicate_of
from tutor.practice.grammar.english import with_article as with_english_article
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import (
    article,
    capitalized,
    contract,
    enumerate_words,
    has_article,
    is_act,
    is_doing,
    is_kind,
    is_plural,
    singular_form,
    with_article,
)
from tutor.practice.grammar.resemblance import same_text
from tutor.practice.grammar.shapes import Shape, agreeing, is_finite
from tutor.practice.grammar.standalone import begins_with_reference, stands_alone
from tutor.practice.grammar.verbs import (
    PREPOSITIONS,
    SUBORDINATORS,
    first_word,
    is_infinitive,
    is_participle,
    is_predicative,
    is_verb_form,
    words,
)
from tutor.practice.grammar.wording import main_name, without_article
from tutor.practice.reading.knowledge import Clause, Concept, Group, GroupKind

OPENING = re.compile(r"(?:N[oa]s?|Em|De acordo com)\s[^,]+,\s")
"""How a sentence begins that says what is so in a thing, or by a law: "No cache hit, o dado …"."""
_LAWS = frozenset("lei principio teoria teorema regra tese postulado norma modelo criterio".split())
"""What says something, and in which nothing is so."""
_BEHIND_NAME = re.compile(r"\bd[eoa]s? [A-ZÀ-Þ][\w-]+ (?!d[eoa]s? |[aàeoé] )([a-zà-ÿ]+) ")
"""A word behind whose theory it is, mostly a verb."""
_WHOEVER = re.compile(
    r"(?:quanto(?! maior| menor| melhor| pior)|qualquer|tod[oa]s?|n[oa]s?|em|por|para|quando|se|sempre)\s"
)
"""What cannot begin a clause behind "No cache hit, …"."""
_DOERS = ("dor", "dora", "tor", "tora", "ista", "ario", "aria", "nte")
"""How names of persons end, of whom nothing is said so."""
_CHARACTERS = frozenset("natureza carater personalidade imunidade autonomia".split())
_QUALITIES = ("dade", "eza", "tude")
"""How names of qualities end, in which nothing is so: "(volatilidade:) requisitos estáveis não mudam"."""
_DEGREES = frozenset("maior menor melhor pior alta alto baixa baixo".split())
_FEMININE_SOURCES = frozenset("lei súmula resolução portaria jurisprudência doutrina".split())
_ADJECTIVE_BEHIND = re.compile(
    r"(?:não\s+|nunca\s+|sempre\s+)?(?:é|são|foi|foram|será|serão|está|estão|fica|ficam"
    r"|(?:precisa|pode|deve) ser)\s+"
    r"([a-zà-ÿ]+[oa]s?)\b",
)
_ASIDE = re.compile(r"(?<=[a-zà-ÿ]) \([^\W\d_]+\)$")
"""One word in brackets behind a clause, which only names or illustrates it: "não tem núcleo (bactérias)"."""
_MEASURE = re.compile(r"\w+ (?:maxim[oa] |minim[oa] |padrao )?(?:de|ate) (?:\d|uma? \w+$|dois|duas|tres|ate |no m)")
_HAPPENED = re.compile(
    r"(?:criad|inventad|publicad|lançad|desenvolvid|instituíd|descontinuad|fundad|descobert|escolhid|proclamad"
    r"|promulgad|apresentad|propost)[oa]s?\s(?:por|pel[oa]s?|em|n[oa]s?|a partir)\b"
)
_OF_A_YEAR = re.compile(r"(?:\(|\bde )1\d{3}\b")
"""What a thing of the past bears in its name: "Levante (1935)", "Constituição de 1934"."""
_ELLIPTICAL = re.compile(r"\b(?:a tod[oa]s|(?:à|ao) mais [a-zà-ÿ]+)$")
"""How a clause ends whose noun the one before it has: "o pacote é entregue a todas"."""
_PAST = re.compile(r"(?:(?!\b(?:que|quem|se|quando|onde)\b).)*\b(?:foi|foram|[a-zà-ÿ]{3,}ou)\b")
"""What happened, which is so in nothing: "(integridade:) a informação não foi alterada"."""
_SHORTEST_DEFINITION = 4  # words
_MADE = frozenset("produto pessoa dado dados codigo texto arquivo documento equipamento cliente mercado".split())
"""What an act is about, and what no act is."""
_DEGREES_OF = re.compile(
    r"\S+ ([a-zà-ÿ]+) (?:n[oa]s?|em|com|d[eoa]s?) [^,]+? e ([a-zà-ÿ]+) (?:n[oa]s?|em|com|d[eoa]s?) "
)
"""Of what there is more here and less there, no single one: "valor alto no verão e baixo no inverno"."""
_OPPOSED = frozenset(pair for one, other in lexicon.OPPOSITES for pair in ((one, other), (other, one)))
_OF_SOMETHING = re.compile(r"\S+ d[eoa]s? \S+")
"""A definition of three words that says what a thing is: "facilidade de uso"."""
_SAME_ROOT = 5  # letters


def name_of_concept(concept: Concept, genders: Genders) -> str:
    """Return a concept's term as the subject of a sentence; an English one as it is."""
    return concept.term if concept.is_english else subject_of(concept.term, genders)


def sentence_of(concept: Concept, clause: Clause, genders: Genders) -> str:
    """Return a full sentence that says `clause` of `concept`, without its full stop; empty where none is sure."""
    bare = clause.shape is Shape.NOUN and concept.copula == "é" and not has_article(concept.subject)
    # "container é unidade de software": its articles are put back
    if concept.copula and concept.subject and not bare:
        text = f"{concept.subject} {concept.copula} {clause.text}" if clause == concept.clauses[0] else ""
        return capitalized(text) if text and not begins_with_reference(text) else ""
    return say(concept.term, clause, genders, own=True)


def told_whole(concept: Concept, clauses: Sequence[Clause], genders: Genders) -> str:
    """Return clauses of a concept as a sentence, the first with its subject: "A rega umedece a terra; evita pragas".

    Without its full stop; only the clauses where their grammar is not sure.
    """
    first, *rest = clauses
    sentence = "" if concept.is_english else sentence_of(replace(concept, copula=""), first, genders)
    opening = sentence.replace(concept.term, main_name(concept.term), 1)
    if rest and opening and _takes_relative(first, rest[0]):
        opening, rest = f"{opening} que {rest[0].text}", rest[1:]
    alone = first.text
    if first.shape is Shape.ENGLISH:
        opening, alone = _in_english(main_name(concept.term), alone), with_english_article(alone)
    told = (opening or capitalized(alone), *(clause.text for clause in rest))
    return (" e " if opening and _joins_on(first, rest, concept.place.citation.quote) else "; ").join(told)


def _in_english(name: str, text: str) -> str:
    """Return "First fit is the first hole that …"; empty where the grammar is not sure, and for several things."""
    predicate = "" if re.search(r"[^s]s$", name) and not name.isupper() else predicate_of(text)
    of_many = name.islower() and predicate.startswith(("a ", "an ", "another "))  # "a hard link is another …"
    shown = with_english_article(name) if of_many else name
    return capitalized(f"{as_one(name) if shown == name else shown} is {predicate}") if predicate else ""


def _joins_on(first: Clause, rest: Sequence[Clause], quote: str) -> bool:
    """True for "começa pelo módulo principal" and "precisa de stubs": two short things that the same thing does.

    So for what only a comma parts: "técnica que poupa água, evita pragas".
    """
    acts = re.search(r"\bque (?:não )?([a-zà-ÿ]+)", first.text) if first.shape is Shape.NOUN else None
    if acts and is_verb_form(acts[1]) and rest and f", {rest[0].text}" in quote:
        first = replace(first, shape=Shape.VERB)
    pair = (first, *rest)
    plain = not any(re.search(r"[,;(]|\s(?:e|ou|mas)\s", clause.text) for clause in pair)
    return len(pair) == 2 and plain and all(clause.shape is Shape.VERB for clause in pair)


def _takes_relative(noun: Clause, verb: Clause) -> bool:
    """True for "família de padrões" and "cobre as camadas": short, without a clause of its own."""
    plain = noun.shape is Shape.NOUN and not re.search(r",|\bque\b|\(", noun.text)
    return plain and verb.shape is Shape.VERB and re.match(r"(?:é|são|não|pode|deve|foi) ", verb.text) is None


def say(term: str, clause: Clause, genders: Genders, *, own: bool = False) -> str:
    """Return a sentence that says `clause` of `term`, as the notes do if `own`; empty where its grammar is not sure."""
    if re.search(r"\s(?:e|ou|x|vs\.?|versus)\s|/|\w\+\w", main_name(term)):
        return ""  # "Shift+F5: inicia do slide atual"
    if is_elliptical(main_name(term)):
        return ""  # "quantitativa discreta"
    clause = replace(clause, text=_ASIDE.sub("", clause.text))
    text = ""
    if has_trait(clause.text):
        text = agreeing(subject_of(term, genders), f"tem {_superlative(clause.text, genders)}")
    elif clause.shape in {Shape.NOUN, Shape.DETERMINED}:
        text = _define(term, clause, genders)
        text = _agreed(text, term, clause, genders) if own else text
    elif clause.shape is Shape.VERB and main_name(term).casefold() not in map(str.casefold, words(clause.text)):
        text = said_of(term, clause.text, genders)
    elif clause.shape is Shape.PARTICIPLE:
        text = _describe(term, clause.text, genders, own=own)
    elif clause.shape is Shape.INFINITIVE and not (_OF_A_YEAR.search(term) or _repeats(term, clause.text)):
        text = agreeing(subject_of(term, genders), f"consiste em {clause.text}")
    elif clause.shape is Shape.CLAUSE:
        text = _remark(term, clause.text, genders)
    return text


def _repeats(term: str, act: str) -> bool:
    """True for "desvio" and "desviar em proveito próprio", which says again what the name does."""
    return fold(first_word(term))[:_SAME_ROOT] == fold(first_word(act))[:_SAME_ROOT]


def said_of(term: str, predicate: str, genders: Genders) -> str:
    """Return term and predicate as a sentence, empty where they do not agree in number or, an adjective, in gender."""
    most = re.match(r"(?:é|são) ([oa])s? (?:mais|menos|único|única|primeir[oa]|últim[oa])\b", predicate)
    if most and genders.of(term) not in {None, "f" if most[1] == "a" else "m"}:
        return ""
    described = _ADJECTIVE_BEHIND.match(predicate)
    if described is not None and genders.of(term) is not None:
        word = described[1].rstrip("s")
        adjective = is_predicative(word) or looks_adjectival(word) or word in lexicon.ADJECTIVES
        if adjective and (word[-1] == "a") != (genders.of(term) == "f"):
            return ""
    subject = acting_subject(term, genders)
    bare = subject == term and term[0].islower() and not is_plural(term)  # "hub": "o" or "a" is not sure
    return "" if bare else agreeing(subject, predicate)


def has_trait(text: str) -> bool:
    """True for what a thing has: "validade de 1 ano", "maior redundância"."""
    parts = [fold(word) for word in words(text)]
    if not parts or parts[0] not in lexicon.TRAITS or parts[-1] == "primeiro" or is_finite(text):
        return False
    if parts[0] in _DEGREES and re.match(r"\S+ \S+ d[ao]s? ", text):
        return False  # "maior distância da raiz até uma folha" says what it is
    counted = parts[1:] and (parts[1] in lexicon.TRAITS or parts[1].endswith((*lexicon.ACT_ENDINGS, "head")))
    if "," in text or (parts[0] in _DEGREES and not (counted and parts[1] not in lexicon.THINGS)):
        return False  # "menor unidade implantável" says what it is
    measured = _MEASURE.match(" ".join(parts))
    return len(parts) > 1 and bool(measured or (parts[0] in _DEGREES | _CHARACTERS and parts[1] not in PREPOSITIONS))


def _superlative(trait: str, genders: Genders) -> str:
    """Return "o maior rendimento possível" for a trait that is a superlative."""
    most = re.match(r"(?:maior|menor|melhor|pior)\s+(\w+)\s+possível", trait)
    gender = genders.of(most[1]) if most else None
    return f"{article(gender)} {trait}" if gender else trait


def _remark(term: str, text: str, genders: Genders) -> str:
    """Return "Na paravirtualização, há comunicação …"; empty of a person."""
    started = with_subject_article(text, genders)
    head = fold(next((word for word in words(term) if not word[0].isdigit()), ""))  # "2ª lei de Mendel"
    another = words(started)[1:2] == [first_word(term)] and fold(main_name(term)) not in fold(started)
    repeats = another or re.search(rf"\b{re.escape(fold(main_name(term)))}\b", fold(text)) is not None
    loose = (
        _WHOEVER.match(text)
        or _ELLIPTICAL.search(text)
        or text[0].isdigit()
        or text.startswith("não se ")
        or term.startswith("não ")  # "no não confisco"
        or _PAST.match(text)
        or (" " not in main_name(term) and head.endswith(_QUALITIES))
        or not stands_alone(text)
        or ((told := _BEHIND_NAME.search(term)) and not is_bare_adjective(told[1]))  # "o modelo de Kano olha para …"
    )
    if not started or repeats or loose:
        return ""
    if legal := LEGAL.match(term):
        source = legal[1] or legal[0]
        the = "a" if source.casefold() in _FEMININE_SOURCES else "o"
        named = term if source.isupper() else f"{term[:1].lower()}{term[1:]}"
        named = re.sub(r"(\d) (?=[A-Z]{3}$)", r"\1 do ", named)  # "súmula 231 do STJ"
        return f"De acordo com {the} {named}, {started}"
    spelled = re.fullmatch(r"[A-Z]{2,} \(([^()]+ d[eoa] [^()]+)\)", term)  # "LKC (1ª lei de Kirchhoff)"
    subject = subject_of(spelled[1] if spelled else main_name(term), genders)
    head = singular_form(fold(first_word(re.sub(r"\d+[ºª] ", "", spelled[1]))) if spelled else head)
    if head in _LAWS:
        return f"De acordo com {subject}, {started}"
    if head in lexicon.PERSONS or (head.endswith(_DOERS) and head not in lexicon.KINDS):
        return ""
    if not (has_article(subject) or any(char.isupper() for char in first_word(subject)[1:])):
        return ""  # "em lost update, duas transações …"
    return capitalized(f"{contract('em', subject)}, {started}")


def says_what(clause: Clause) -> bool:
    """True for a clause that tells what its term is; not for "energia pelo cabo" (PoE), which it has to do with."""
    if clause.shape is Shape.NOUN:
        return is_kind(clause.text) or is_doing(clause.text)
    return clause.shape in {Shape.DETERMINED, Shape.INFINITIVE, Shape.ENGLISH}


def _joins_nouns(text: str, genders: Genders) -> bool:
    """True for nouns that one article cannot serve: "comportamento e resultados bons", "meta, itens e plano"."""
    if re.match(r"\w+, \w+(?:,|\s(?:e|ou))\s|uma?\s[^,]+(?:,|\se)\s(?:uma?|vári[oa]s|duas|dois)\s", text):
        return True
    if re.match(r"\w+ (?:e|ou) \w+ d[eoa]s?\s", text):
        return True  # "registro e descoberta de serviços"
    listed = re.split(r",\s+|\s+e\s+", text)
    several = len(listed) > 2 and "que" not in words(text)
    if several and all(_begins_as_noun(item, genders) for item in listed[1:] if words(item)):
        return True
    for match in re.finditer(r"\s(?:e|ou)\s+(\S+)(?:\s+(\S+))?", text):
        before = words(text[: match.start()])
        noun = genders.is_listed(match[1]) or fold(match[1]).endswith(lexicon.ACT_ENDINGS)
        if noun and (
            match[1] == before[0]  # "fase de crescimento e fase de encolhimento"
            or not set(before) & (PREPOSITIONS | SUBORDINATORS)
            or (is_doing(text) and is_doing(match[1]) and match[2] in {"de", "do", "da", "dos", "das"})
        ):
            return True
    return False


def _begins_as_noun(item: str, genders: Genders) -> bool:
    return is_kind(item) or ends_as_act(first_word(item)) or genders.is_listed(first_word(item))


def _define(term: str, clause: Clause, genders: Genders) -> str:
    """Return "X é uma imagem …" or "X consiste na movimentação …", with number and article agreeing.

    Empty where the definition is too short to be one, "curto prazo", or of another sort, "paginação: memória dividida
    em páginas".
    """
    bare = main_name(clause.text)
    brief = term[0].islower() and _OF_SOMETHING.fullmatch(bare) and says_what(clause)
    short = len(bare.split()) < _SHORTEST_DEFINITION and not brief
    pointed = re.match(r"aquel([ea])\b", clause.text)
    disagrees = pointed is not None and (genders.of(term) or "m") != ("f" if pointed[1] == "a" else "m")
    short = short or (term[0].isupper() and term[1:].islower() and fold(first_word(clause.text)) in lexicon.AMOUNTS)
    short = short or same_text(main_name(term), first_word(clause.text))
    short = short or (is_act(clause.text) and fold(first_word(term)) == "lei")  # "lei de Zipf: frequência das palavras"
    another = is_participle([*words(clause.text), ""][1]) and is_act(term) > is_act(clause.text)
    loose = re.match(r"\S+ n[oa]s? \S+ \w+[ai]d[oa]s?\b", clause.text)  # "fato no centro ligado a …"
    short = short or first_word(clause.text).isupper()
    if short or disagrees or another or loose or _joins_nouns(clause.text, genders):
        return ""
    made = is_act(term) and fold(first_word(clause.text)) in _MADE  # "desenvolvimento de mercado: produto atual em …"
    quality = fold(first_word(term)).endswith("dade") and fold(first_word(clause.text)) in lexicon.THINGS
    if not says_what(clause) or quality or made or fold(first_word(clause.text)) == "teoria" != fold(first_word(term)):
        return ""  # quality: "disponibilidade: informação acessível"
    plural = is_plural(term)
    degrees = _DEGREES_OF.match(clause.text)
    apart = plural or (degrees is not None and degrees.groups() in _OPPOSED)  # "erro baixo no treino e alto no teste"
    phrase = clause.text if clause.shape is Shape.DETERMINED or apart else with_article(clause.text, genders)
    defines_many = is_plural(re.sub(r"^(?:os?|as?|uma?s?|uns)\s+", "", clause.text))
    if phrase is None or plural is None or plural != defines_many:
        return ""
    if term[0].isupper() and fold(first_word(clause.text)) in lexicon.PERSONS and _OF_SOMETHING.match(clause.text):
        phrase = clause.text  # "Bento Teixeira é autor de …"
    phrase, subject = _joined(phrase), subject_of(term, genders)
    if clause.shape is Shape.NOUN and not plural and is_doing(clause.text):
        first = first_word(term)
        thing = not is_act(term) and fold(first) in lexicon.NOUNS | lexicon.KINDS  # "monitor: construção de alto nível"
        thing = thing or re.match(r"\S+ que\b", clause.text) is not None  # "gargalo: restrição que atrasa"
        described = any(map(looks_adjectival, words(term)[1:2]))
        thing = thing or (subject == term and described and is_dictionary_word(first, ("pt",)))  # "parque nacional"
        if thing or first.isupper() or (first[0].isupper() and not genders.is_common(first)) or _OF_A_YEAR.search(term):
            return ""  # "Terraform: provisionamento de nuvens", "Reforma (1824): fim do voto": a name and no act
        return capitalized(f"{subject} consiste {contract('em', phrase)}")
    past = re.search(r"\(1\d{3}", term) is not None
    return capitalized(f"{subject} {('foram' if plural else 'foi') if past else 'são' if plural else 'é'} {phrase}")


def _agreed(text: str, term: str, clause: Clause, genders: Genders) -> str:
    """Return a definition of an acronym with the article of its head noun, "o ANS", with none if unsure."""
    name, head = main_name(term), first_word(without_article(clause.text))
    found = re.match(rf"([OA]) (?={re.escape(name)}\b)", text) if name.isupper() else None
    gender = genders.of(head)
    if found is None or gender is None or (found[1] == "A") == (gender == "f"):
        return text
    return f"{article(gender).upper() if name[0] == fold(head[0]).upper() else ''} {text[2:]}".strip()


def _describe(term: str, text: str, genders: Genders, *, own: bool) -> str:
    """Return "X é usado para …" where the participle agrees with the term; if `own`, the student made it agree."""
    first = next(word.casefold() for word in words(text) if word.casefold() not in {"mais", "menos", "muito"})
    gender, plural = genders.of(term), is_plural(term)
    ending = first.rstrip("s")[-1]
    gendered = ending in {"o", "a"}
    if plural is None or first.endswith("s") != plural or (gendered and gender is None and not own):
        return ""
    if gendered and gender is not None and (ending == "a") != (gender == "f"):
        return ""
    proper = re.search(r"[A-Z]", main_name(term)) or re.search(r"\b1\d{3}\b|\b20\d{2}\b", text)
    happened = (proper and _HAPPENED.match(text)) or _OF_A_YEAR.search(term)  # "o cursor é criado pelo banco"
    verb = ("foram" if plural else "foi") if happened else "são" if plural else "é"
    return capitalized(f"{subject_of(term, genders)} {verb} {text}")


def say_of(term: Concept, clause: Clause, source: Concept, genders: Genders) -> str:
    """Return the sentence that says `clause`, which the notes say of `source`, of another concept."""
    if clause.text.startswith(("aquele ", "aquela ")):
        return ""  # "a praça é aquela que cuida …"
    if source.copula and not (clause.shape is Shape.NOUN and source.copula == "é"):
        if not term.copula or term.copula != source.copula or begins_with_reference(term.subject):
            return ""
        return capitalized(f"{term.subject} {term.copula} {clause.text}")
    return say(term.term, clause, genders)


def group_sentence(group: Group, members: Sequence[str], genders: Genders) -> str:
    """Return "São componentes de X: a, b e c", "O tipo 1 abrange a e b" or the lead with its members."""
    listed = enumerate_words(members)
    if group.kind is GroupKind.LEAD:
        return capitalized(f"{group.label} {listed}")
    if group.kind is GroupKind.PLURAL:
        return f"São {group.label}: {listed}"
    subject = subject_of(group.label, genders)
    if any(first_word(member) in PREPOSITIONS or is_infinitive(first_word(member)) for member in members):
        return ""  # "a finalidade abrange servir de prova e informação"
    bare = subject == group.label and group.label[0].islower()  # "box model"
    return agreeing(subject, f"abrange {listed}") if is_plural(group.label) is False and not bare else ""


def question_about(group: Group, genders: Genders) -> str:
    """Return the question whose answer is the list."""
    if group.kind is GroupKind.LEAD:
        return f"{group.label}?"
    name = main_name(group.label)
    return f"Quais são {subject_of(name, genders) if group.kind is GroupKind.PLURAL else name}?"


def _joined(phrase: str) -> str:
    """Return "um hypervisor mais enxuto, com menor superfície" for what a student writes without the "com"."""
    return re.sub(
        r"^([^,]+),\s+(?=(?:(?:média|médio|alta|alto|baixa|baixo) (?:ou|e) )?"
        r"(?:maior|menor|melhor|pior|média|médio|alta|alto|baixa|baixo|mais|menos)\s+[^\W\d_]{4,})(?!.*,)",
        r"\1, com ",
        phrase,
    )
