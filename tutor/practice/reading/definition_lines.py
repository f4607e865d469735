"""Paragraphs whose lines stand for themselves, each defining a term: "mediana - valor que divide …"."""

import re

from tutor.notes import read_statement
from tutor.types import Block, BlockKind, Form, Marker, Note, Statement

_LINE_FORMS = frozenset({Form.ARROW, Form.COLON, Form.DASH})
_BRIEF = 5  # words
_WRAPPED = 70  # letters of a line that had no room for the next word; a shorter one ends where the student ended it


def definition_lines(block: Block, note: Note) -> list[tuple[str, Statement]] | None:
    """Return a paragraph's lines with what each says, where each defines a term or warns with a "!".

    None where they are prose; empty where only some define, as it is not sure where one ends.
    """
    if block.kind is not BlockKind.PARAGRAPH or block.first_line == block.last_line:
        return None
    written = note.lines(block.first_line, block.last_line).split("\n")
    read = [read_statement(line.strip()) for line in written]
    plain = not any(re.search(r"[*_`\[\]<>=#|]", re.sub(r"[-=]>", "", line)) for line in written)
    if not plain or not all(said.form in _LINE_FORMS or said.marker is Marker.WARNING for said in read):
        some = sum(bool(said.sets) or said.form in _LINE_FORMS for said in read)
        below = note.blocks[block.id + 1] if block.id + 1 < len(note.blocks) else block
        some += below.kind is BlockKind.ITEM and len(written[-1].split()) < _BRIEF  # it leads the list behind it
        some += read[0].form in _LINE_FORMS and len(written[0]) + len(written[1].split()[0]) < _WRAPPED
        return [] if some > 1 or any(said.form is Form.ARROW for said in read) else None
    return [(line.strip(), said) for line, said in zip(written, read, strict=True)]
