"""Note → passages and their sentences, cut along the outline.

A bullet with all that hangs from it is one passage while it fits; a larger one is cut between its children, which keep
it as their path. Short paragraphs under one heading, and bullets there that define nothing, share a passage; so do the
rows of a table. Passages are whole lines of the note and never overlap. A heading's line goes with the first passage
below it. Study marks, and blocks without words, make no sentence; where there is no sentence there is no passage.
"""

import hashlib
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tutor.notes.code_lines import is_comment, told_by_line
from tutor.notes.frontmatter import blank_front_matter
from tutor.notes.obsidian import LONGEST_INLINE, clean_source, read_inline
from tutor.notes.sentences import split_sentences
from tutor.types import Block, BlockKind, Note, Passage, Sentence

BUDGET = 1400
"""Size of a passage. The embedder reads 512 tokens; prose takes one for 3.5 characters or more, and digits and signs,
which the tokenizer cuts finer, count double and triple. The rest is left for the path."""

_SMALL = 500
_WHOLE_BULLET = 300
_LONGEST_CODE = 600
_LONGEST_LABEL = 80
_LONGEST_PATH = 240
_NEAREST_PARENTS = 3
_BULLET = r"(?:[-*+•◦▪‣·–—]|\d{1,9}[.)]|[a-z]\)|[IVXL]{1,6}\s?[-–—])[ \t]+"
_SIGN = r"(?:#{1,6}[ \t]+)?(?:\[\^[^\]\s]+\]:\s*)?"
_TASK = r"(?:\[[ xX\-/>?!*]\][ \t]+)?"
_BEFORE_WORDS = re.compile(rf"[\s>]*{_SIGN}")
_BEFORE_ITEM = re.compile(rf"[\s>]*{_BULLET}(?:[-*][ \t]+)*{_TASK}{_SIGN}")
_CALLOUT = r"(?:\[![\w-]+(?:\|[^\]]*)?\][+-]?[ \t]*(?:\n[\s>]*)?)?"
_BEFORE_QUOTE = re.compile(rf"[ \t]*(?:{_BULLET}(?=>))?[\s>]*{_CALLOUT}{_SIGN}")
_FENCE = re.compile(rf"[ \t>]*(?:{_BULLET})?(?P<mark>`{{3,}}|~{{3,}})")
_AFTER = re.compile(r"(?:\s+\^[A-Za-z0-9-]+)?\s*$")
_DANGLING = re.compile(r"^(?:\*\*|__|==)|(?:\*\*|__|==)$")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Blocks that follow each other, and the lines of them that make a passage."""

    blocks: tuple[Block, ...]
    first_line: int
    last_line: int


def cut_passages(note: Note, budget: int = BUDGET) -> tuple[Passage, ...]:
    """Return the passages of a note in the order of its lines."""
    cutter = _Cutter(note, budget)
    writer = _Writer(note)
    found = (writer.passage(piece) for piece in cutter.cut())
    return tuple(passage for passage in found if passage.sentences)


def passage_search_text(passage: Passage) -> str:
    """Return what to embed and to index of a passage: its path on one line, then its sentences."""
    return "\n".join((_path_text(passage.path), *(sentence.text for sentence in passage.sentences)))


def sentence_search_text(passage: Passage, sentence: Sentence) -> str:
    """Return what to embed and to index of a sentence: the note's title, the nearest parents, and its words."""
    title, *above = (*passage.path, *sentence.path)
    return f"{_path_text((title, *above[-_NEAREST_PARENTS:]))}\n{sentence.text}"


def _path_text(path: Sequence[str]) -> str:
    """Return a path on one line; of a long one, the title and the parents nearest to the text."""
    title, *above = (_shortened(label) for label in path)
    kept: list[str] = []
    for label in reversed(above):
        if sum(map(len, kept)) + len(label) > _LONGEST_PATH:
            break
        kept.insert(0, label)
    return " > ".join([title, *kept])


def _shortened(label: str) -> str:
    """Return a label cut at a word."""
    if len(label) <= _LONGEST_LABEL:
        return label
    return label[:_LONGEST_LABEL].rsplit(maxsplit=1)[0] + "…"


def _size(text: str) -> int:
    """Return what a text takes of the budget."""
    return len(text) + len(re.findall(r"\d", text)) + 2 * len(re.findall(r"[^\w\s]", text))


class _Cutter:
    """Cuts the outline of a note into pieces that fit the budget."""

    def __init__(self, note: Note, budget: int) -> None:
        self.note = note
        self.budget = budget
        self.lines = note.text.split("\n")
        self.children: dict[int | None, list[Block]] = defaultdict(list)
        for block in note.blocks:
            self.children[block.parent].append(block)
        self.sizes = [self._own_size(block) for block in note.blocks]
        self.ends = [block.id + 1 for block in note.blocks]
        for block in reversed(note.blocks):
            if block.parent is not None:
                self.sizes[block.parent] += self.sizes[block.id]
                self.ends[block.parent] = max(self.ends[block.parent], self.ends[block.id])

    def cut(self) -> list[_Piece]:
        """Return the pieces in order."""
        return self._cut_children(self.children[None])

    def _own_size(self, block: Block) -> int:
        return sum(_size(line) + 1 for line in self.lines[block.first_line - 1 : block.last_line])

    def _cut_children(self, blocks: Sequence[Block], taken: int = 0) -> list[_Piece]:
        """Cut siblings, small ones of a kind together; `taken` is what stands above the first rows of a table."""
        pieces: list[_Piece] = []
        room, kind = 0, ""
        for block in blocks:
            group = self._group(block)
            size = self.sizes[block.id]
            if group and group == kind and size <= room:
                last = pieces.pop()
                pieces.append(_Piece((*last.blocks, block), last.first_line, block.last_line))
                room -= size
            else:
                pieces += self._cut_block(block)
                room, kind = (self.budget - taken if group == "row" else _SMALL) - size, group
                taken = 0
        return pieces

    def _group(self, block: Block) -> str:
        """Return what kind of siblings may share a passage with this one, or nothing where it stands alone."""
        if self.ends[block.id] > block.id + 1 or block.kind in {BlockKind.HEADING, BlockKind.CODE}:
            return ""
        if block.kind is BlockKind.ROW:
            return "row"
        if block.kind is BlockKind.ITEM:
            stands_alone = block.parent is None or block.statement.terms or block.statement.sets
            return "" if stands_alone else "item"
        return "prose"

    def _cut_block(self, block: Block) -> list[_Piece]:
        """Cut a block with all below it."""
        below = self.note.blocks[block.id + 1 : self.ends[block.id]]
        if block.kind is not BlockKind.HEADING and self.sizes[block.id] <= self.budget:
            return [_Piece((block, *below), block.first_line, max([block.last_line, *(b.last_line for b in below)]))]
        own = self._cut_lines(block)
        pieces = self._cut_children(self.children[block.id], self._own_size(block))
        if not pieces:
            return own
        room = self.budget - sum(map(_size, self.lines[own[-1].first_line - 1 : own[-1].last_line]))
        head = pieces[0]
        fits = sum(map(_size, self.lines[head.first_line - 1 : head.last_line])) <= room
        if block.kind is BlockKind.HEADING or fits:
            pieces[0] = _Piece((*own[-1].blocks, *head.blocks), own[-1].first_line, head.last_line)
            own.pop()
        return own + pieces

    def _cut_lines(self, block: Block) -> list[_Piece]:
        """Cut a block's own lines, after a line that ends a sentence where there is one."""
        pieces: list[_Piece] = []
        first, size, good = block.first_line, 0, 0
        for line in range(block.first_line, block.last_line + 1):
            text = self.lines[line - 1]
            size += _size(text) + 1
            if size > self.budget and line > first:
                last = good if good >= first else line - 1
                pieces.append(_Piece((block,), first, last))
                first, good = last + 1, 0
                size = sum(_size(self.lines[at - 1]) + 1 for at in range(first, line + 1))
            if text.rstrip().endswith((".", "!", "?", ";", ":")):
                good = line
        return [*pieces, _Piece((block,), first, block.last_line)]


class _Writer:
    """Writes pieces as passages with their sentences."""

    def __init__(self, note: Note) -> None:
        self.note = note
        self.lines = note.text.split("\n")
        self.clean = clean_source(blank_front_matter(note.text)).split("\n")
        self.seen: Counter[str] = Counter()
        self.paths: dict[int | None, tuple[str, ...]] = {None: (note.title,)}
        for block in note.blocks:
            self.paths[block.id] = (*self.paths[block.parent], block.statement.label)

    def passage(self, piece: _Piece) -> Passage:
        """Return the passage of a piece."""
        text = "\n".join(self.lines[piece.first_line - 1 : piece.last_line])
        top = next((block for block in piece.blocks if block.kind is not BlockKind.HEADING), piece.blocks[-1])
        continued = piece.first_line > top.first_line
        path = self.paths[top.id] if continued and top.kind is BlockKind.CODE else self.paths[top.parent]
        pages = (page for block in piece.blocks for page in block.pages)
        standing = dict.fromkeys(page for page in pages if piece.first_line <= page.line <= piece.last_line)
        return Passage(
            id=self._id(path, text),
            note=self.note.path,
            path=path,
            first_line=piece.first_line,
            last_line=piece.last_line,
            text=text,
            sentences=tuple(self._sentences(piece, len(path))),
            pages=tuple(standing),
        )

    def _id(self, path: tuple[str, ...], text: str) -> str:
        """Return an id made of the words and their place in the outline; exact repeats are counted."""
        digest = hashlib.sha256("\0".join((self.note.path, *path, "", text)).encode()).hexdigest()[:20]
        self.seen[digest] += 1
        return digest if self.seen[digest] == 1 else f"{digest}-{self.seen[digest]}"

    def _sentences(self, piece: _Piece, depth: int) -> Iterator[Sentence]:
        """Yield the sentences of a piece, in order."""
        starts = [0]
        for line in self.lines[piece.first_line - 1 : piece.last_line]:
            starts.append(starts[-1] + len(line) + 1)
        for block in piece.blocks:
            if block.is_study_mark or not block.text or block.kind in {BlockKind.HEADING, BlockKind.TABLE}:
                continue
            first, last = max(block.first_line, piece.first_line), min(block.last_line, piece.last_line)
            offset = starts[first - piece.first_line]
            source = "\n".join(self.clean[first - 1 : last])
            whole = (first, last) == (block.first_line, block.last_line)
            opens = first == block.first_line
            above = self.paths[block.parent][depth:]
            for start, end, words in self._cut(block, source, opens=opens, whole=whole):
                span = (offset + start, offset + end)
                first_line, last_line = (piece.first_line - 1 + bisect_right(starts, at) for at in span)
                yield Sentence(words, *span, first_line, last_line, block.id, above)
                above = self.paths[block.parent if not block.statement.terms else block.id][depth:]

    def _cut(self, block: Block, source: str, *, opens: bool, whole: bool) -> Iterator[tuple[int, int, str]]:
        """Yield the span and plain text of each sentence in a block's own lines; `opens` for those from its first."""
        if block.kind is BlockKind.CODE:
            yield from _code_pieces(source, opens=opens)
            return
        start, end = _content(block, source)
        short = block.kind in {BlockKind.ROW, BlockKind.MATH} or (
            block.kind is BlockKind.ITEM and len(block.text) <= _WHOLE_BULLET
        )
        spans = [(start, end)] if short else [(start + a, start + b) for a, b in split_sentences(source[start:end])]
        for first, last in spans:
            if whole and len(spans) == 1:
                text = block.text
            else:
                text = _plain(source[first:last]) if end - start <= LONGEST_INLINE else source[first:last]
            if text:
                yield first, last, text


def _content(block: Block, source: str) -> tuple[int, int]:
    """Return the span of a block's words in its lines: without marker, bars, block id or a callout's type."""
    if block.kind in {BlockKind.ROW, BlockKind.MATH}:
        inner = source.strip(" \t\n|>$") or source.strip()
        start = source.index(inner)
        return start, start + len(inner)
    quote = block.kind in {BlockKind.QUOTE, BlockKind.CALLOUT}
    before = _BEFORE_QUOTE if quote else _BEFORE_ITEM if block.kind is BlockKind.ITEM else _BEFORE_WORDS
    marker = before.match(source)
    start = marker.end() if marker else len(source) - len(source.lstrip())
    after = _AFTER.search(source, start)
    end = after.start() if after else len(source)
    if source[start:end].strip():
        return start, end
    inner = source.strip()
    return source.index(inner), source.index(inner) + len(inner)


def _code_pieces(source: str, *, opens: bool) -> Iterator[tuple[int, int, str]]:
    """Yield groups of whole code lines, the fences left out; the first line is one only where the code `opens`.

    Of code told line by line each line is one, with the comments right above it.
    """
    lines = source.split("\n")
    opening = _FENCE.match(lines[0]) if opens else None
    quoted = opening is not None and ">" in opening[0]
    closing = re.compile(rf"[ \t]*{opening['mark'] if opening else '(?:```|~~~)'}[`~]*[ \t]*$")
    start = at = len(lines[0]) + 1 if opening else 0
    inner = lines[1 if start else 0 :]
    by_line = told_by_line(inner)
    for number, line in enumerate(inner):
        is_closing = number == len(inner) - 1 and closing.match(line.lstrip(" \t>") if quoted else line)
        after = at + (0 if is_closing else len(line) + 1)
        told = by_line and bool(line.strip()) and not is_comment(line)
        if told or number == len(inner) - 1 or after + len(inner[number + 1]) - start > _LONGEST_CODE:
            piece = source[start:after]
            left = len(piece) - len(piece.lstrip())
            if piece.strip():
                yield start + left, start + len(piece.rstrip()), piece.strip()
            start = after
        at += len(line) + 1


def _plain(source: str) -> str:
    """Return part of a block as plain text; bold or highlight that it cuts through leaves no mark."""
    lines = (re.sub(r"^[ \t>]+", "", line) for line in source.split("\n"))
    inline = read_inline("\n".join(lines))
    return inline.without(mark.span() for mark in _DANGLING.finditer(inline.prose)).text.strip()
