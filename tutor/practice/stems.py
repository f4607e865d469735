"""Stems: what is asked, with the subject it is asked of in front."""

import re

from tutor.language import fold
from tutor.practice.drafts import chooser
from tutor.practice.knowledge import Concept
from tutor.practice.nouns import Genders, capitalized, contract, enumerate_words
from tutor.practice.sentences import subject_of
from tutor.practice.support import shares_stem, stem_set
from tutor.practice.wording import main_name

_COMPARED = re.compile(r"\s(?:x|vs\.?|versus)\s")


def about(opening: str, context: str, genders: Genders) -> str:
    """Return an opening and what it is about: "acerca da virtualização", "acerca de RISC e CISC" for "RISC x CISC"."""
    words, preposition = opening.rsplit(maxsplit=1)
    if _COMPARED.search(context):
        compared = enumerate_words(re.split(r"\s+(?:x|vs\.?|versus|e)\s+", context))
        return f"{words} {contract(preposition, compared)}"
    return f"{words} {contract(preposition, subject_of(context, genders))}"


def opened(context: str, body: str, genders: Genders, avoid: str = "") -> str:
    """Return a stem with its context in front: "Acerca da virtualização, …", unless that says too much or nothing.

    It must not name `avoid`, which may be the key; of one that the body names anyway it must say more.
    """
    if not context or (_repeats if main_name(avoid) in body else _names)(context, avoid):
        return capitalized(body)
    opening = chooser("opening", body).choice(("Acerca de", "Com relação a", "A respeito de", "No que se refere a"))
    return f"{about(opening, context, genders)}, {body}"


def _names(context: str, term: str) -> bool:
    """True where a context would name the term, as "FURPS+" does "FURPS"."""
    key = re.sub(r"\W", "", fold(main_name(term)))
    return bool(key) and (shares_stem(term, context) or key in re.sub(r"\W", "", fold(context)))


def _repeats(context: str, term: str) -> bool:
    """True where a context says nothing that the term does not, or compares it: "chaves" of "chave primária"."""
    return stem_set(context) <= stem_set(term) or (_COMPARED.search(context) is not None and _names(context, term))


def asked_of(concept: Concept, body: str, genders: Genders, avoid: str = "") -> str:
    """Return a stem on a concept with its context in front, in the language of its note."""
    context = concept.place.context
    if not concept.is_english:
        return opened(context, body, genders, avoid)
    if not context or _names(context, avoid):
        return capitalized(body)
    return f"Regarding {context}, {body}"
