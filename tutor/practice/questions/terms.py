"""Which terms can stand beside the one that a description is of."""

import re

from tutor.language import content_tokens
from tutor.practice.grammar.nouns import is_plural
from tutor.practice.grammar.shapes import Shape
from tutor.practice.grammar.wording import main_name
from tutor.practice.questions.distractors import Material, are_akin
from tutor.practice.questions.drafts import WRONG
from tutor.practice.questions.likeness import are_persons_alike, distinct_texts, gives_away, is_proper
from tutor.practice.questions.stems import is_understood
from tutor.practice.reading.knowledge import Concept

_NEAREST, _NEAREST_OF_PHRASE = 2, 3  # of them, at least, of the section or the sort of a word, or of a phrase
_TELLING = 4  # words of a definition that tells enough
_FEWEST_WORDS = 5  # of a description that is asked among terms of other sorts
_FEWEST_TOLD = 4  # of them, that tell something
_MOST_WORDS = 4  # of a name
_NAMING = {Shape.NOUN, Shape.DETERMINED, Shape.ENGLISH}


def may_be_taken_for(other: Concept, concept: Concept) -> bool:
    """True for a term of the number of another, which tells something and does not show in what defines the other."""
    numbers = {_is_several(each) for each in (other, concept)}
    told = _is_defined(other) and is_understood(other) and len(numbers) == 1
    return told and not gives_away(main_name(other.term), concept.clauses[0].text)


def _is_several(concept: Concept) -> bool:
    """True for a plural, "locks" in English too."""
    english = concept.is_english and re.search(r"[a-z][^sui\W]s$", concept.term) is not None
    return english or is_plural(concept.term) is True


def terms_of_one_form(concept: Concept, material: Material) -> list[Concept]:
    """Return four terms of the note in the form of a concept's, those of its section first; none where there are fewer.

    Acronyms and proper names stand beside their like of that section or sort, and common nouns beside their like.
    """
    clause = concept.clauses[0]
    name = main_name(concept.term)
    long = len(clause.text.split()) >= _FEWEST_WORDS and len(content_tokens(clause.text)) >= _FEWEST_TOLD
    told = clause.shape in _NAMING and long and not _is_spelt(name, clause.text)
    if not (told and _is_plain(name) and concept.place.heading):
        return []
    line = concept.place.citation.first_line
    found = [other for other in material.others(concept) if _is_of_form(other, concept)]
    found.sort(
        key=lambda o: (
            not are_akin(o, concept),
            o.place.heading != concept.place.heading,
            _form(main_name(o.term)) != _form(name),
            abs(o.place.citation.first_line - line),
        )
    )
    by_name = {main_name(other.term): other for other in found if may_be_taken_for(other, concept)}
    chosen = [by_name[name] for name in distinct_texts(name, by_name)[:WRONG]]
    nearest = sum(are_akin(o, concept) or o.place.heading == concept.place.heading for o in chosen)
    fewest = WRONG if is_proper(name) else _NEAREST_OF_PHRASE if " " in name else _NEAREST
    return chosen if len(chosen) == WRONG and nearest >= fewest else []


def _is_of_form(other: Concept, concept: Concept) -> bool:
    alike = is_proper(other.term) == is_proper(concept.term)
    return _is_plain(main_name(other.term)) and alike and are_persons_alike(other.clauses[0], concept.clauses[0])


def _is_plain(name: str) -> bool:
    """True for one short name; not for "MBR ou MDR" and "n linhas de endereço"."""
    return len(name.split()) <= _MOST_WORDS and not re.search(r"[\"“(]|\s(?:e|ou|and|or|n[oa]s?)\s|^\w\s", name)


def _form(name: str) -> tuple[bool, bool]:
    """Return whether a name has several words, and whether it has a number."""
    return " " in name, re.search(r"\d", name) is not None


def _is_spelt(name: str, text: str) -> bool:
    """True for "FCIP", "túnel de FC sobre IP": a description that spells the name."""
    return any(part in name for part in re.findall(r"\b[A-Z]{2,}\b", text))


def _is_defined(concept: Concept) -> bool:
    """True for what is told of in words enough, or in a phrase; not for "criador: Kent Beck" and "porta: 80"."""
    text = concept.clauses[0].text
    return len(text.split()) >= _TELLING or (" " in text and text.islower())
