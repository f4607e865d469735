"""Which names can stand behind "acerca de": noun phrases and proper names that say alone what they are."""

import re

from tutor.language import fold, is_dictionary_word
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import ends_as_act, is_bare_adjective, listed_forms, looks_adjectival
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.labels import OF_SOMETHING
from tutor.practice.grammar.nouns import is_plural
from tutor.practice.grammar.verbs import PREPOSITIONS, words

SIDES = re.compile(r"\s(?:x|vs\.?|versus|e)\s|,\s")
"""What joins names in a title: "processo e thread", "RISC x CISC"."""

_ENOUGH = 4  # words of a name that are understood without a title
_PART_OF_LAW = re.compile(r"(?:alínea|inciso|parágrafo|item|caput|letra)\b", re.IGNORECASE)


def says_alone(name: str) -> bool:
    """True for a name that needs no title above it: a proper one, or one that words enough tell apart."""
    told = any(char.isupper() for char in name) or len(name.split()) >= _ENOUGH
    return told or re.search(r"\sd[oa]s?\s(?!(?:processo|sistema|projeto|caso|lei)s?$)", name) is not None


def is_subject(name: str, genders: Genders) -> bool:
    """True for a name, or several joined, that is surely a noun phrase or a proper name.

    Not for "restritivas de direitos" or "tácito e explícito", which leave out their noun, nor for "níveis e etapas",
    which leave out of what, nor for "storage", whose article is not sure.
    """
    sides = SIDES.split(name)
    if len(sides) > 1 and is_bare_adjective(sides[-1]) and len(words(sides[0])) > 1:
        del sides[-1]  # "risco inerente e residual"
    vague = OF_SOMETHING | lexicon.CLASSES
    loose = (
        " ou " in name or _PART_OF_LAW.match(name) or (len(sides) > 1 and all(fold(side) in vague for side in sides))
    )
    return not loose and all(_is_plain(side, genders) or (len(sides) > 1 and _is_english(side)) for side in sides)


def _is_english(name: str) -> bool:
    """True for "tuning", which stands beside another name without an article."""
    known = all(is_dictionary_word(word, ("en",)) for word in words(name))
    return name.islower() and known and not is_dictionary_word(words(name)[0], ("pt",))


def _is_plain(name: str, genders: Genders) -> bool:
    """True for a noun phrase whose head is surely a noun, or a name that is written as one."""
    first, second = (*words(name), "", "")[:2]
    if not first:
        return False
    if any(char.isupper() for char in first[1:]) or (len(first) == 1 and first.isupper()):
        return True  # "DNS", "JavaScript"
    lowered = first.lower()
    native = is_dictionary_word(lowered, ("pt",))
    adjective = lowered in lexicon.ADJECTIVES or looks_adjectival(lowered)
    if adjective and native and not (listed_forms(fold(lowered)) & lexicon.NOUNS or ends_as_act(lowered)):
        before = lowered in lexicon.ADJECTIVES and not looks_adjectival(
            lowered
        )  # "livre acesso", not "penal patrimônio"
        return before and second.islower() and second not in PREPOSITIONS and not looks_adjectival(second)
    foreign = second.islower() and not native and not is_dictionary_word(second, ("pt",))
    foreign = foreign or (second.islower() and not native and _is_english(name.lower()))
    if (first[0].isupper() and foreign) or (native and _are_unjoined(name)):
        return False  # "Bad smells", "Control plane": names by their capitals only
    if first[0].isupper() or native:
        return True
    return second != "" or (genders.of(first) is not None and is_plural(first) is not None)


def _are_unjoined(name: str) -> bool:
    """True for "portfólio projetos": two nouns that nothing joins, of which an adjective would agree in number."""
    first, second = (*words(name), "", "")[:2]
    nouns = len(words(name)) == 2 and second.islower() and listed_forms(fold(second)) & lexicon.NOUNS
    return bool(nouns) and {is_plural(first.lower()), is_plural(second)} == {True, False}
