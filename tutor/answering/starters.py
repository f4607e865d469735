"""Questions to begin with, drawn from what the notes define and list."""

from collections.abc import Iterator
from itertools import chain, zip_longest

from tutor.index import Index
from tutor.notes.statements import read_names
from tutor.types import Block, BlockKind, Form, Note

_LONGEST_NAME = 5  # words
_NOTES_A_QUESTION = 4
"""Notes read for each question, spread over the vault: reading all of a large one takes seconds."""


def starter_questions(index: Index, count: int) -> list[str]:
    """Return up to `count` questions that the notes answer, taken from one note after the other."""
    summaries = index.notes()
    apart = max(1, len(summaries) // (_NOTES_A_QUESTION * max(1, count)))
    asked = (_questions(index.note(summary.path)) for summary in summaries[::apart])
    rounds = chain.from_iterable(zip_longest(*asked))
    questions = dict.fromkeys(question for question in rounds if question)
    return list(questions)[:count]


def _questions(note: Note) -> Iterator[str]:
    """Yield questions of different kinds about one note, the first definitions and lists first."""
    defined = (block for block in note.blocks if block.statement.form in {Form.ARROW, Form.BOLD, Form.FIELD})
    listing = (block for block in note.blocks if block.kind is not BlockKind.TABLE and len(note.children(block)) > 2)
    for pair in zip_longest(defined, listing):
        for block, frame in zip(pair, ("O que é {name}?", "O que as notas dizem sobre {name}?"), strict=True):
            name = _short_name(block) if block else ""
            if name:
                yield frame.format(name=name)


def _short_name(block: Block) -> str:
    """Return the name of what a block is about, where it is short enough for a question."""
    label = block.statement.terms[0] if block.statement.terms else block.statement.label
    names = [label, *read_names(label)]
    return next((name for name in names if 0 < len(name.split()) <= _LONGEST_NAME), "")
