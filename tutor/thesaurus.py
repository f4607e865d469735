"""A thesaurus of general Portuguese and English: which words may say the same in some sentence.

`thesaurus.txt`, beside this module, holds one sense a line. Unlike a group of `tutor.glossary`, whose words mean the
same wherever they stand, a sense joins words that only often do ("guardar", "armazenar", "gravar"), and a word has
several: it is a hint to be weighed, never a proof.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from tutor.glossary import read_glossary
from tutor.language import stems


def senses(stem: str) -> frozenset[int]:
    """Return the senses of a stem, by their numbers; none for a word that the thesaurus does not know."""
    return _senses_by_stem().get(stem, frozenset())


def senses_of(written: Sequence[str]) -> frozenset[int]:
    """Return the senses that any of the stems has."""
    return frozenset().union(*map(senses, written))


@lru_cache(maxsize=1)
def _senses_by_stem() -> dict[str, frozenset[int]]:
    text = Path(__file__).with_name("thesaurus.txt").read_text(encoding="utf-8")
    found: dict[str, set[int]] = {}
    for number, group in enumerate(read_glossary(text)):
        for word in stems(" ".join(group)):
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
