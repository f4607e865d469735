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
    return {place: form for place, form in _named(store, term_key(name)).items() if form}


def asked_blocks(store: Store, question: str) -> dict[tuple[str, int], Form | None]:
    """Return the (note path, block id) that bear the name `question` asks for and nothing else, and how they define it.

    "O que é X?", "defina X", "conceito de X", or just "X"; where nothing defines X, what the glossary says X is.
    """
    named: dict[tuple[str, int], Form | None] = {}
    for key in _asked_keys(question):
        named |= _named(store, key)
        if any(named.values()):
            break
    return named


def _asked_keys(question: str) -> list[str]:
    """Return the keys of what may be asked for: all of the question, without its asking words, in other words."""
    asked = stems(question)
    first = next((at for at, stem in enumerate(asked) if stem not in _ASKING), 0)
    last = next((at for at, stem in enumerate(reversed(asked)) if stem not in _ASKING), 0)
    shorter = [tuple(asked[start : len(asked) - end]) for start in range(first + 1) for end in range(last + 1)]
    others = (synonyms(phrase) for phrase in shorter)
    return [term_key(question), *(" ".join(phrase) for group in [shorter, *others] for phrase in group)]


def _named(store: Store, key: str) -> dict[tuple[str, int], Form | None]:
    query = "SELECT DISTINCT note, block, form FROM terms WHERE key = ? ORDER BY note, block"
    return {(note, block): Form(form) if form else None for note, block, form in store.rows(query, key)}
