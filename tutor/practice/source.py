"""One note prepared for reading: its units (bullets, and each sentence of prose), their places and their citations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tutor.language import language_of, stems
from tutor.notes import read_statement
from tutor.passages import cut_passages
from tutor.practice.knowledge import Place
from tutor.practice.nouns import Genders, common_form
from tutor.practice.topics import Outline
from tutor.types import Block, BlockKind, Citation, Note, Sentence, Statement

_READ_KINDS = frozenset({BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.CALLOUT, BlockKind.QUOTE})


@dataclass(frozen=True, slots=True)
class Unit:
    """A bullet or one sentence of prose with what it says; `quote` is None where the whole block is cited."""

    block: Block
    statement: Statement
    text: str
    sentence: Sentence | None = None
    quote: str = ""


class Source:
    """A note with its outline, its units and the genders learnt from all notes."""

    def __init__(self, note: Note, genders: Genders) -> None:
        self.note = note
        self.genders = genders
        self.outline = Outline(note, genders)
        self.is_english = language_of(note.text) == "en"
        self._children: dict[int | None, list[Block]] = {}
        for block in note.blocks:
            self._children.setdefault(block.parent, []).append(block)
        self._sentences: dict[int, list[tuple[Sentence, str]]] = {}
        for passage in cut_passages(note):
            for sentence in passage.sentences:
                quote = passage.text[sentence.start : sentence.end]
                self._sentences.setdefault(sentence.block, []).append((sentence, quote))
        self.units = tuple(self._units())

    def parent(self, block: Block) -> Block | None:
        """Return the block right above."""
        return None if block.parent is None else self.note.blocks[block.parent]

    def children(self, block: Block) -> list[Block]:
        """Return the blocks right below that say something."""
        return [child for child in self._children.get(block.id, []) if child.text and not child.is_study_mark]

    def subjects(self, block: Block) -> frozenset[str]:
        """Return the stems of what a block is about: the note's title, its aliases, and the names above it."""
        return frozenset(stems(" ".join((*self.note.path_of(block), *self.note.aliases))))

    def place(self, unit: Unit, last: Block | None = None) -> Place:
        """Return where a unit stands; with `last`, the unit and all down to that block."""
        block = unit.block
        return Place(
            citation=self._cite(unit, last),
            topic=common_form(self.outline.topic(block) or self.note.title, self.genders),
            context=self.outline.context(block),
            block=block.id,
            ancestors=tuple(above.id for above in self.note.ancestors(block)),
            study_marks=block.study_marks,
            images=tuple(embed.target for embed in block.embeds if embed.is_image),
        )

    def _units(self) -> Iterator[Unit]:
        for block in self.note.blocks:
            if block.kind is BlockKind.HEADING:
                yield Unit(block, block.statement, block.text)
            if block.kind not in _READ_KINDS or not block.text or block.is_study_mark:
                continue
            sentences = self._sentences.get(block.id, [])
            if len(sentences) < 2:
                yield Unit(block, block.statement, block.text)
                continue
            for sentence, quote in sentences:
                yield Unit(block, read_statement(sentence.text), sentence.text, sentence, quote)

    def _cite(self, unit: Unit, last: Block | None) -> Citation:
        block, path = unit.block, self.note.path_of(unit.block)
        if unit.sentence is not None and last is None:
            first_line, last_line, quote = unit.sentence.first_line, unit.sentence.last_line, unit.quote
        else:
            first_line, last_line = block.first_line, (last or block).last_line
            found = self._sentences.get(block.id, [])
            if last is None and len(found) == 1:
                quote = found[0][1]
            else:
                raw = self.note.lines(first_line, last_line).strip()
                quote = re.sub(r"^(?:[-*+]|\d+[.)]|#+|>)\s+", "", raw)
        return Citation(1, self.note.path, path, first_line, last_line, quote, block.pages)
