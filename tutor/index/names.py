"""What the notes are about: their summaries, their topics, and where a name is defined."""

from dataclasses import dataclass

from tutor.index.rows import term_key
from tutor.index.store import Store
from tutor.types import Block, Form, Note, PageKind, PageReference, Problem


@dataclass(frozen=True, slots=True)
class NoteSummary:
    """What a list of notes shows of each."""

    path: str
    title: str
    tags: tuple[str, ...]
    passages: int
    pages: tuple[PageReference, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A name in the notes, and the block it stands for; `defines` is true where that says what it is."""

    name: str
    note: str
    block: int
    defines: bool


@dataclass(frozen=True, slots=True)
class Definition:
    """A block that defines a name, and its note."""

    note: Note
    block: Block


def note_summaries(store: Store) -> tuple[NoteSummary, ...]:
    """Return a summary of every note, in order of path."""
    return tuple(
        NoteSummary(
            path,
            summary["title"],
            tuple(summary["tags"]),
            summary["passages"],
            tuple(PageReference(source, a, b, PageKind(kind), line) for source, a, b, kind, line in summary["pages"]),
            tuple(Problem(path, line, message) for line, message in summary["problems"]),
        )
        for path, summary in store.summaries()
    )


def topics(store: Store) -> tuple[Topic, ...]:
    """Return the names in the notes, one for each block, in order of note and block."""
    found = store.rows("SELECT label, note, block, form FROM terms GROUP BY note, block HAVING rowid = min(rowid)")
    return tuple(Topic(label, note, block, bool(form)) for label, note, block, form in found)


def defining_blocks(store: Store, name: str) -> dict[tuple[str, int], Form]:
    """Return the (note path, block id) that define `name` in any spelling with its stems, in order, and how."""
    query = "SELECT DISTINCT note, block, form FROM terms WHERE key = ? AND form <> '' ORDER BY note, block"
    return {(note, block): Form(form) for note, block, form in store.rows(query, term_key(name))}
