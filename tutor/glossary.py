"""A general Portuguese-English glossary: words that notes and questions use for the same thing.

`glossary.txt`, beside this module, holds one group of interchangeable words and phrases a line. A group is a concept,
named by its first phrase; a phrase stands in one group only. Phrases are compared by the stems of their content words
(`tutor.language.stems`), so that "máquinas virtuais" and "VM" meet in the concept "maquin virtual".
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from tutor.language import stems

Phrase = tuple[str, ...]
"""The stems of a word or phrase, in order."""


def read_glossary(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the groups of a glossary text as written: one a line, comma-separated, `#` lines left out."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(
        tuple(phrase.strip() for phrase in line.split(",")) for line in lines if line and not line.startswith("#")
    )


def concepts(text_stems: Sequence[str]) -> list[frozenset[str]]:
    """Return the concepts that each stem takes part in, alone or as a word of a phrase.

    A word inside a longer phrase keeps its own concept too: in "chave primária" the first stem is both
    "chav prim" and "chav", the second "chav prim" only.
    """
    found: list[set[str]] = [set() for _ in text_stems]
    for first, last, name in _phrases(text_stems):
        for names in found[first:last]:
            names.add(name)
    return [frozenset(names) for names in found]


def all_concepts(text_stems: Sequence[str]) -> frozenset[str]:
    """Return the concepts that any of the stems takes part in."""
    return frozenset(name for _, _, name in _phrases(text_stems))


def _phrases(text_stems: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where each phrase of the glossary begins and ends in a text, and its concept."""
    words, longer = _names_by_phrase()
    for at, stem in enumerate(text_stems):
        if stem in words:
            yield at, at + 1, words[stem]
    for at, beginning in enumerate(pairwise(text_stems)):
        for phrase, name in longer.get(beginning, ()):
            end = at + len(phrase)
            if tuple(text_stems[at:end]) == phrase:
                yield at, end, name


def synonyms(phrase: Phrase) -> tuple[Phrase, ...]:
    """Return the other phrases of the group that `phrase` is in, as stems, in the glossary's order."""
    return tuple(other for other in _group_by_phrase().get(phrase, ()) if other != phrase)


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[Phrase, ...], ...]:
    text = Path(__file__).with_name("glossary.txt").read_text(encoding="utf-8")
    return tuple(tuple(tuple(stems(phrase)) for phrase in group) for group in read_glossary(text))


@lru_cache(maxsize=1)
def _group_by_phrase() -> dict[Phrase, tuple[Phrase, ...]]:
    return {phrase: group for group in _groups() for phrase in group}


@lru_cache(maxsize=1)
def _names_by_phrase() -> tuple[dict[str, str], dict[Phrase, list[tuple[Phrase, str]]]]:
    """Return the concepts of single words, and longer phrases with theirs by the two stems that they begin with."""
    named = {phrase: " ".join(group[0]) for phrase, group in _group_by_phrase().items()}
    longer: dict[Phrase, list[tuple[Phrase, str]]] = {}
    for phrase, name in named.items():
        if len(phrase) > 1:
            longer.setdefault(phrase[:2], []).append((phrase, name))
    return {phrase[0]: name for phrase, name in named.items() if len(phrase) == 1}, longer
