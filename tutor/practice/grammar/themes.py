"""What something is about: "etapas do empenho", "tipos de RISC e CISC"."""

import re
from collections.abc import Sequence

from tutor.practice.grammar.articles import subject_of
from tutor.practice.grammar.endings import is_bare_adjective, looks_adjectival
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import common_form, contract, enumerate_words, has_article
from tutor.practice.grammar.verbs import PREPOSITIONS

_COMPARED = re.compile(r"\s(?:x|vs\.?|versus)\s", re.IGNORECASE)


def about(opening: str, context: str, genders: Genders) -> str:
    """Return an opening and what it is about: "etapas da virtualização", "tipos de RISC e CISC" for "RISC x CISC"."""
    words, preposition = opening.rsplit(maxsplit=1)
    if _COMPARED.search(context):
        sides = re.split(r"\s+(?:x|vs\.?|versus|e)\s+", context, flags=re.IGNORECASE)
        return _about_each(words, preposition, [common_form(side, genders) for side in sides], genders)
    second = re.search(r"\se\s(\w+)", context)
    before = context[: second.start()].split() if second else []
    described = second is not None and len(before) > 1 and _describes_too(before[-1], second[1], context, genders)
    if second and not (described or PREPOSITIONS & set(before)):  # "redes e enlaces": one article does not serve both
        return _about_each(words, preposition, re.split(r",\s|\se\s", context), genders)
    return f"{words} {contract(preposition, subject_of(context, genders))}"


def _describes_too(first: str, second: str, context: str, genders: Genders) -> bool:
    """True for the second adjective of "gestão direta e indireta", "computação quântica e paralela"."""
    agrees = first[-1] == second[-1]  # not "petição inicial e resposta"
    alike = agrees and looks_adjectival(first) and context.endswith(f" e {second}") and not genders.is_listed(second)
    return is_bare_adjective(second) or alike


def _about_each(words: str, preposition: str, names: Sequence[str], genders: Genders) -> str:
    """Return an opening and the names it is about, each with its article, or none where one of them has none."""
    named = [subject_of(name, genders) for name in names]
    if all(map(has_article, named)):
        return f"{words} {enumerate_words([contract(preposition, name) for name in named])}"
    return f"{words} {contract(preposition, enumerate_words(names))}"
