"""A general Portuguese-English glossary: words that notes and questions use for the same thing.

`glossary.txt`, beside this module, holds one group of interchangeable words and phrases a line. A group is a concept,
named by its first phrase; a phrase stands in one group only. Phrases are compared by the stems of their content words
(`tutor.language.stems`), so that "máquinas virtuais" and "VM" meet in the concept "maquin virtual".
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
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
    starts = _phrases_by_first_stem()
    for at, first in enumerate(text_stems):
        for phrase, name in starts.get(first, ()):
            end = at + len(phrase)
            if len(phrase) == 1 or tuple(text_stems[at:end]) == phrase:
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
def _phrases_by_first_stem() -> dict[str, tuple[tuple[Phrase, str], ...]]:
    """Return, for each first stem, the phrases that begin with it and the concept each stands for."""
    starts: dict[str, list[tuple[Phrase, str]]] = {}
    for phrase, group in _group_by_phrase().items():
        starts.setdefault(phrase[0], []).append((phrase, " ".join(group[0])))
    return {first: tuple(phrases) for first, phrases in starts.items()}
