"""What the notes say of what: the one judge of whether an option or a changed assertion is wrong by every note."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tutor.language import is_stop_word, stem, tokens
from tutor.practice.grammar.resemblance import stem_set
from tutor.practice.grammar.wording import main_name, name_key
from tutor.practice.reading.definition_lines import definition_lines
from tutor.types import Note, Statement

_SHORT_NAME = 4  # letters up to which a name counts only as a whole word
_GENERIC_WORDS = frozenset(
    "tipo nivel camada fase classe modo rede sistema servidor dados tempo custo recursos".split()
)


class Support:
    """Finds the blocks of all notes that say something of a name, in their own words or below that name."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self._words: list[frozenset[str]] = []
        self._squeezed: list[str] = []
        self._above: list[tuple[int, ...]] = []
        self._terms: list[frozenset[str]] = []
        self._titles: list[str] = []
        self._with_stem: defaultdict[str, list[int]] = defaultdict(list)
        self._with_word: defaultdict[str, list[int]] = defaultdict(list)
        for note in notes:
            self._add_note(note)

    def says(self, names: Iterable[str], text: str, threshold: float = 0.6) -> bool:
        """True when a block that is about one of `names` (keys) carries `threshold` of the stems of `text`."""
        keys = tuple(names)
        return any(self._is_about(at, keys) for at in self._carrying(text, threshold))

    def says_with(self, names: Iterable[str], text: str, word: str, threshold: float = 0.6) -> bool:
        """True when a block, about one of `names` where there are any, carries `text` and has every token of `word`."""
        keys, needed = tuple(names), frozenset(tokens(word))
        blocks = (at for at in self._carrying(text, threshold) if needed <= self._words[at])
        return any(not keys or self._is_about(at, keys) for at in blocks)

    def lists(self, names: Iterable[str], member: str) -> bool:
        """True when a block about one of `names` (keys) mentions `member`, or of a proper name one distinctive word."""
        keys, key = tuple(names), name_key(main_name(member))
        words = tokens(main_name(member))
        named = {
            at
            for at in (*self._with_word.get(key, ()), *self._with_word.get(max(words, key=len, default=""), ()))
            if self._mentions(at, key)
        }
        proper = any(char.isupper() for char in member)
        brands = {word for word in words if len(word) >= 4 and word not in _GENERIC_WORDS} if proper else set()
        branded = (at for brand in brands for at in self._with_word.get(brand, ()))
        return any(self._is_about(at, keys) for at in {*named, *branded})

    def _add_note(self, note: Note) -> None:
        """Add the blocks of a note, and behind them the lines of paragraphs that each say something of their own."""
        start = len(self._words)
        apart: list[tuple[int, str, Statement]] = []
        for block in note.blocks:
            above = () if block.parent is None else (start + block.parent, *self._above[start + block.parent])
            lines = definition_lines(block, note) or []
            apart += [(len(self._words), line, said) for line, said in lines]
            text = "" if lines else " ".join((block.text, *(value for _, value in block.cells)))
            self._add(text, block.statement, above, note)
        for at, line, said in apart:
            self._add(line, said, self._above[at], note)

    def _add(self, text: str, said: Statement, above: tuple[int, ...], note: Note) -> None:
        """Add what one block, or one line of its own, says."""
        at = len(self._words)
        words = tokens(text)
        found = frozenset(stem(word) for word in words if not is_stop_word(word))
        self._words.append(frozenset(words))
        self._squeezed.append("".join(words))
        self._above.append(above)
        self._terms.append(frozenset(key for term in said.terms if (key := name_key(main_name(term)))))
        self._titles.append(name_key(note.title))
        for word in self._words[at]:
            self._with_word[word].append(at)
        for each in found:
            self._with_stem[each].append(at)

    def _carrying(self, text: str, threshold: float) -> list[int]:
        wanted = stem_set(text)
        if not wanted:
            return []
        needed = math.ceil(threshold * len(wanted))
        rarest = sorted((self._with_stem.get(each, []) for each in wanted), key=len)
        # A block with `needed` of n stems has one of any n - needed + 1 of them: the rarest find it.
        candidates = {at for blocks in rarest[: len(wanted) - needed + 1] for at in blocks}
        counts = Counter(at for blocks in rarest for at in blocks if at in candidates)
        return [at for at, count in counts.items() if count >= needed]

    def _is_about(self, at: int, names: tuple[str, ...]) -> bool:
        if any(name == self._titles[at] or self._mentions(at, name) for name in names):
            return True
        below = at
        for block in self._above[at]:
            if any(self._mentions(block, name) for name in names) and not self._lists_beside(block, below):
                return True
            below = block
        return False

    def _lists_beside(self, block: int, below: int) -> bool:
        """True where the block above names what is defined below it as well: "túneis { 6to4, Teredo }" above Teredo."""
        return any(self._mentions(block, term) for term in self._terms[below])

    def _mentions(self, at: int, name: str) -> bool:
        return name in self._squeezed[at] if len(name) > _SHORT_NAME else name in self._words[at]
