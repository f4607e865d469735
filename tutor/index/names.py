"""What the notes are about: their summaries, their topics, and where a name is defined."""

from dataclasses import dataclass

from tutor.glossary import synonyms
from tutor.index.rows import term_key
from tutor.index.store import Store
from tutor.language import stems
from tutor.types import Block, Form, Note, PageKind, PageReference, Problem

_ASKING = frozenset(
    stems(
        "defina definir defino definição conceitue conceito significa significado explique explica descreva fale sobre"
        " entende entendo dizer quer chama resuma define definition meaning mean explain describe concept tell"
    )
)


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
    return _defining(store, term_key(name))


def asked_definitions(store: Store, question: str) -> dict[tuple[str, int], Form]:
    """Return the (note path, block id) that define what `question` is about and nothing else, and how.

    "O que é X?", "defina X", "conceito de X", or just "X"; where nothing defines X, what the glossary says X is.
    """
    asked = stems(question)
    plain = tuple(stem for stem in asked if stem not in _ASKING) or tuple(asked)
    for key in dict.fromkeys([term_key(question), " ".join(plain), *(" ".join(other) for other in synonyms(plain))]):
        found = _defining(store, key)
        if found:
            return found
    return {}


def _defining(store: Store, key: str) -> dict[tuple[str, int], Form]:
    query = "SELECT DISTINCT note, block, form FROM terms WHERE key = ? AND form <> '' ORDER BY note, block"
    return {(note, block): Form(form) for note, block, form in store.rows(query, key)}
