"""Sentences of prose made false: what one thing is said to do, said of another of its sort beside it."""

import re
from collections.abc import Iterator, Sequence

from tutor.language import content_tokens, fold
from tutor.practice.grammar.nouns import is_plural
from tutor.practice.grammar.resemblance import shares_stem
from tutor.practice.grammar.verbs import PREPOSITIONS, is_verb_form, words
from tutor.practice.questions.likeness import differ_as_texts
from tutor.practice.reading.knowledge import Fact
from tutor.types import Change

_OPENING = re.compile(r"N[oa]s? ([^\W\d_]+ [^,]{3,40}), ")
_ARTICLE = re.compile(r"[OA]s? ")
_LONGEST_SUBJECT = 6  # words
_FEWEST_TOLD = 3  # content words of what is said
_LEANING = re.compile(r"\b(?:também|outr[oa]s?|mesm[oa]s?|ambos|ambas|contrário|seus?|suas?|próprio|própria)\b")
_DENIED = re.compile(r"(?:não|nunca|nem)\b")
"""What is denied of one thing may well not hold of another either."""


def transposed(fact: Fact, facts: Sequence[Fact]) -> Iterator[tuple[str, Change]]:
    """Yield a sentence of prose with its subject, or what it opens with, changed for a sibling's of the same section.

    Only a subject that one word tells apart, "o princípio da unicidade" and "o princípio da organicidade", is changed.
    """
    opening, name, told = _parted(fact.text)
    if (
        not name
        or ":" in told
        or _LEANING.search(told)
        or _DENIED.match(told)
        or len(content_tokens(told)) < _FEWEST_TOLD
    ):
        return
    for other in facts:
        other_opening, other_name, other_told = _parted(other.text)
        if (
            other.place.context == fact.place.context
            and other_opening == opening
            and _are_siblings(name, other_name)
            and differ_as_texts(told, other_told)
            and not any(shares_stem(own, told) for own in _apart(name, other_name))
        ):
            reason = f"o que se afirma vale para {name}, e não para {other_name}"
            yield fact.text.replace(name, other_name, 1), Change(name, other_name, reason)
            return


def _parted(text: str) -> tuple[str, str, str]:
    """Return the first word, the name behind it, and what is said; all empty where the sentence has another form."""
    if found := _OPENING.match(text):
        return text.split(maxsplit=1)[0], found[1], text[found.end() :]
    if not _ARTICLE.match(text):
        return "", "", ""
    article, rest = text.split(maxsplit=1)
    verb = next((found for found in re.finditer(r"[^\W\d_]+", rest) if is_verb_form(found[0]) and found.start()), None)
    name = rest[: verb.start()].strip() if verb else ""
    name = re.sub(r"\s(?:não|também|só|apenas|se)$", "", name)
    plain = name and "," not in name and len(name.split()) <= _LONGEST_SUBJECT
    return (article, name, rest[len(name) :].strip()) if plain and verb else ("", "", "")


def _are_siblings(one: str, other: str) -> bool:
    """True for "fase corrente" and "fase permanente": the same head and number, told apart by what follows it."""
    first, second = words(one), words(other)
    if len(first) != len(second) or len(first) < 2 or fold(one) == fold(other) or is_plural(one) != is_plural(other):
        return False
    joined = {word.lower() if word.lower() in PREPOSITIONS else "" for word in (first[1], second[1])}
    if len(joined) > 1:
        return False  # "atendimento de qualidade" is no sort, as "atendimento telefônico" is, nor "atos com defeitos"
    within = fold(one) in fold(other) or fold(other) in fold(one)
    return fold(first[0]) == fold(second[0]) and not within


def _apart(one: str, other: str) -> list[str]:
    """Return the words that tell two names apart."""
    shared = set(map(fold, words(one))) & set(map(fold, words(other)))
    return [word for word in (*words(one), *words(other)) if fold(word) not in shared and len(word) > 3]
