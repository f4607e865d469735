"""What the notes say of what: the one judge of whether an option or a changed assertion is wrong by every note."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tutor.language import fold, stems, tokens
from tutor.practice.wording import main_name, name_key
from tutor.types import Block, Note

_SHORT_NAME = 4  # letters up to which a name counts only as a whole word
_RARE = 0.05  # share of all blocks up to which a word tells notes apart
_GENERIC_WORDS = frozenset(
    "tipo nivel camada fase classe modo rede sistema servidor dados tempo custo recursos".split()
)


class Support:
    """Finds the blocks of all notes that say something of a name, in their own words or below that name."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self._stems: list[frozenset[str]] = []
        self._words: list[frozenset[str]] = []
        self._squeezed: list[str] = []
        self._above: list[tuple[int, ...]] = []
        self._titles: list[str] = []
        self._postings: defaultdict[str, list[int]] = defaultdict(list)
        self._vocabulary: dict[str, frozenset[str]] = {}
        for note in notes:
            start = len(self._stems)
            for block in note.blocks:
                self._add(note, block, start)
            self._vocabulary[note.path] = frozenset().union(*self._stems[start:])

    def likeness(self, one: str, other: str) -> float:
        """Return how much two notes, by path, share of the rarer words of one of them."""
        first, second = self._vocabulary[one], self._vocabulary[other]
        rare = {stem for stem in first & second if len(self._postings[stem]) <= _RARE * len(self._stems)}
        return len(rare) / (1 + min(len(first), len(second)))

    def says(self, names: Iterable[str], text: str, threshold: float = 0.6) -> bool:
        """True when a block that is about one of `names` (keys) carries `threshold` of the stems of `text`."""
        return any(self._is_about(at, tuple(names)) for at in self._carrying(text, threshold))

    def says_with(self, names: Iterable[str], text: str, word: str, threshold: float = 0.6) -> bool:
        """True when a block, about one of `names` where there are any, carries `text` and has every token of `word`."""
        keys, needed = tuple(names), frozenset(tokens(word))
        blocks = (at for at in self._carrying(text, threshold) if needed <= self._words[at])
        return any(not keys or self._is_about(at, keys) for at in blocks)

    def lists(self, names: Iterable[str], member: str) -> bool:
        """True when a block about one of `names` (keys) mentions `member`, or of a proper name one distinctive word."""
        keys = tuple(names)
        key = name_key(main_name(member))
        proper = any(char.isupper() for char in member)
        brands = {word for word in tokens(member) if len(word) >= 4 and word not in _GENERIC_WORDS} if proper else set()
        for at, squeezed in enumerate(self._squeezed):
            named = key in squeezed if len(key) > _SHORT_NAME else key in self._words[at]
            if (named or brands & self._words[at]) and self._is_about(at, keys):
                return True
        return False

    def _add(self, note: Note, block: Block, start: int) -> None:
        at = len(self._stems)
        text = " ".join((block.text, *(value for _, value in block.cells)))
        found = frozenset(stems(text))
        self._stems.append(found)
        self._words.append(frozenset(tokens(text)))
        self._squeezed.append(name_key(text))
        self._above.append(() if block.parent is None else (start + block.parent, *self._above[start + block.parent]))
        self._titles.append(name_key(note.title))
        for stem in found:
            self._postings[stem].append(at)

    def _carrying(self, text: str, threshold: float) -> list[int]:
        wanted = stem_set(text)
        if not wanted:
            return []
        needed = math.ceil(threshold * len(wanted))
        counts = Counter(at for stem in wanted for at in self._postings.get(stem, ()))
        return [at for at, count in counts.items() if count >= needed]

    def _is_about(self, at: int, names: tuple[str, ...]) -> bool:
        if any(name == self._titles[at] for name in names):
            return True
        return any(self._mentions(block, name) for block in (at, *self._above[at]) for name in names)

    def _mentions(self, at: int, name: str) -> bool:
        return name in self._squeezed[at] if len(name) > _SHORT_NAME else name in self._words[at]


@lru_cache(maxsize=1 << 16)
def stem_set(text: str) -> frozenset[str]:
    """Return the stems of the content words of a text."""
    return frozenset(stems(text))


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> str:
    """Return a text for comparison: folded, spaces single."""
    return fold(" ".join(text.split()))


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
