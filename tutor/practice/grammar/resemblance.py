"""How much two texts share, and whether they say the same."""

import re
from functools import lru_cache

from tutor.language import fold, stems


@lru_cache(maxsize=1 << 16)
def stem_set(text: str) -> frozenset[str]:
    """Return the stems of the content words of a text."""
    return frozenset(stems(text))


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> str:
    """Return a text for comparison: folded, spaces single."""
    return fold(" ".join(text.split()))


def squeezed(text: str) -> str:
    """Return the letters and digits of a text, folded: "bare-metal" is "bare metal"."""
    return re.sub(r"\W", "", fold(text))


def overlap(one: str, other: str) -> float:
    """Return how much two texts share: common stems over the stems of the shorter."""
    first, second = stem_set(one), stem_set(other)
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def resemblance(one: str, other: str) -> float:
    """Return the Jaccard index of two texts' stems."""
    first, second = stem_set(one), stem_set(other)
    return len(first & second) / len(first | second) if first | second else 1.0


def shares_word(one: str, other: str) -> bool:
    """True when two texts share a content word of four letters or more."""
    return any(len(stem) >= 4 for stem in stem_set(one) & stem_set(other))


def shares_stem(one: str, other: str) -> bool:
    """True when two texts share a content word, of any length."""
    return bool(stem_set(one) & stem_set(other))


def same_text(one: str, other: str) -> bool:
    """True for texts that differ only in accents, case and spaces."""
    return plain(one) == plain(other)
