"""Stems: what is asked, with the subject it is asked of in front."""

import re

from tutor.language import fold, is_dictionary_word
from tutor.practice.grammar.articles import subject_of
from tutor.practice.grammar.endings import ends_as_act, is_elliptical
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import (
    capitalized,
    is_doing,
    is_kind,
)
from tutor.practice.grammar.resemblance import shares_stem, stem_set
from tutor.practice.grammar.shapes import Shape
from tutor.practice.grammar.themes import THEME, about, themed
from tutor.practice.grammar.verbs import PREPOSITIONS
from tutor.practice.grammar.wording import main_name
from tutor.practice.questions.drafts import chooser
from tutor.practice.questions.likeness import same_head
from tutor.practice.reading.knowledge import Concept

_FEW = 3  # words
_OF_SOMEBODY = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+( \((?:1[5-9]|20)\d\d\))?")
_ENGLISH_HEADS = frozenset(
    """kinds types levels layers stages steps phases parts rules controls methods tools attributes principles services
    classes models states roles events artifacts values goals commands functions operators objects tables keys protocols
    standards components patterns strategies threats attacks defenses metrics concepts basics core key basic main common
    quality access delivery""".split()
)
"""First words of an English title that are no name."""


def opened(context: str, body: str, genders: Genders, avoid: str = "") -> str:
    """Return a stem with its context in front, "Acerca de redes, …", unless it names `avoid` or adds nothing."""
    if not context or names(context, avoid) or _adds_nothing(context, body):
        return capitalized(body)
    opening = chooser("opening", body).choice(("Acerca de", "Com relação a", "A respeito de", "No que se refere a"))
    return f"{about(opening, as_theme(context, genders), genders)}, {body}"


def as_theme(context: str, genders: Genders) -> str:
    """Return a context, quoted where neither its capital nor its article is sure: tema “Passive voice”."""
    loose = has_loose_capital(context) and subject_of(context, genders) == context
    return themed(context) if loose else context


def has_loose_capital(name: str) -> bool:
    """True where a name may have its capital only for standing first: "Vieses e heurísticas", "Open market"."""
    first, *rest = re.findall(r"[^\W\d_]+", name) or [""]
    if not first[:1].isupper() or not first[1:].islower():
        return False
    common = any(word.islower() and len(word) > 2 and word not in PREPOSITIONS for word in rest)
    return common or (not rest and is_dictionary_word(first, ("pt",)))  # "Fluxo"


def cited(name: str) -> str:
    """Return a name in quotes where its capital may be none of its own: “Redesconto”, “Open market”."""
    alone = name[:1].isupper() and name[1:].islower() and is_dictionary_word(name, ("en",))
    return f"“{name}”" if alone or has_loose_capital(main_name(name)) else name


def _adds_nothing(context: str, body: str) -> bool:
    """True where a stem has all the words of its context, or of one that it joins: "flauta x oboé", "flauta e oboé".

    A version or a year adds nothing: "UML 2.5".
    """
    plain = re.sub(r"\s(?:\d+(?:\.\d+)+|\d{4})$", "", THEME.sub(r"\1", context))
    return any(stem_set(side) <= stem_set(body) for side in re.split(r"\s(?:x|vs\.?|versus|e)\s", plain))


def names(context: str, term: str) -> bool:
    """True where a context would name the term, as "FURPS+" does "FURPS"."""
    key = re.sub(r"\W", "", fold(main_name(term)))
    return bool(key) and (shares_stem(term, context) or key in re.sub(r"\W", "", fold(context)))


def _is_sort(concept: Concept) -> bool:
    """True for "simple" below "Kinds of signature", which leaves out its noun."""
    kinds = re.match(r"(?:kinds|types|levels|forms|classes|categories)\b", fold(concept.place.citation.path[-1]))
    named = re.search(r"(?:ing|ion|ment|ity|ness|er|or|ism|ance|ence)$", concept.term)
    return kinds is not None and concept.term.islower() and concept.term.isalpha() and not named


def is_understood(concept: Concept) -> bool:
    """True for a name that a stem can ask about.

    Not for "recência" or "saga" where there is no context that says of what, nor for a name with a slash.
    """
    name = main_name(concept.term)
    if re.search(r"[a-zà-ÿ]/[a-zà-ÿ]|\s/\d", name):
        return False  # "unidade/totalidade", "máscara /26"
    if not concept.is_english and _may_be_somebody(concept):
        return False
    if concept.is_english and _is_sort(concept):
        return False
    if not concept.is_english and (is_elliptical(name[:1].lower() + name[1:]) or _enumerates(concept)):
        return False
    if bool(concept.place.context) or " " in name or not name.islower():
        return True
    act = ends_as_act(name) and concept.clauses[0].shape is Shape.VERB  # "avaliação -> verifica …": of what
    return shares_stem(name, concept.place.topic) and not act


def _may_be_somebody(concept: Concept) -> bool:
    """True for "Taylor: estudo de tempos", "Rutherford (1911): núcleo positivo": what one taught, not what one is."""
    found, clause = _OF_SOMEBODY.fullmatch(concept.term), concept.clauses[0]
    if found is None or is_dictionary_word(main_name(concept.term), ("pt",)):
        return False
    of_thing = clause.shape in {Shape.NOUN, Shape.DETERMINED, Shape.CLAUSE}
    return of_thing and (is_doing(clause.text) or (found[1] is not None and not is_kind(clause.text)))


def _enumerates(concept: Concept) -> bool:
    """True for "perda: cancelamento da inscrição, recusa de dever": what makes it so, not what it is.

    So where three words or fewer stand before a comma, "rede local, um prédio", "aviso prévio, multa": what is left of
    more.
    """
    first, second = (*(clause.text for clause in concept.clauses), "", "")[:2]
    quote = concept.place.citation.quote.lower()  # "problema ANTES do contrato, …"
    opening = re.match(r"[^,]+(?=, uma? [^,]+$|, [a-zà-ÿ]+(?:ção|são|mento) d[eoa]s? )", first)
    cut = opening[0] if opening else first if f"{first}, " in quote else ""
    if concept.clauses[0].shape is Shape.NOUN and 0 < len(cut.split()) <= _FEW:
        return True
    run_on = bool(second) and f"{first}, {second}" in quote and concept.clauses[1].shape is Shape.NOUN
    return run_on and (is_doing(first) or not is_kind(first)) and not same_head(first, second)


def asked_of(concept: Concept, body: str, genders: Genders, avoid: str = "") -> str:
    """Return a stem on a concept with its context in front, in the language of its note."""
    return asked_within(concept.place.context, concept, body, genders, avoid)


def asked_within(context: str, concept: Concept, body: str, genders: Genders, avoid: str = "") -> str:
    """Return a stem on a concept with another context in front."""
    if not concept.is_english:
        return opened(context, body, genders, avoid)
    if not context or names(context, avoid) or _adds_nothing(context, body):
        return capitalized(body)
    return regarding(context, body)


def regarding(context: str, body: str) -> str:
    """Return an English stem with its context in front, in lower case where that is surely no name: "kinds of testing".

    So is what begins with a plural or an act; "Linux administration" may be a name.
    """
    first = context.split(maxsplit=1)[0]
    endings = "ing|tion|ment|ity|ness|ance|ence"
    endings += "|al|ed|ic|ive|ous|able|ary" if " " in context else ""
    told = re.fullmatch(rf"[A-Z][a-z]{{3,}}(?:{endings})", first) or first.lower() in _ENGLISH_HEADS
    common = told and re.fullmatch(r"[A-Z][a-z-]+(?: (?:[a-z-]+|[A-Z]{2,}))*", context)
    return f"Regarding {context[:1].lower() + context[1:] if common else context}, {body}"
