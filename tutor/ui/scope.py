"""Where to look: all notes, a folder, a tag or one note, as the student chooses from a list."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tutor.ui.strings import say

if TYPE_CHECKING:
    from tutor.index import NoteSummary

EVERYTHING = "all"


def scope_choices(notes: "Sequence[NoteSummary]", language: str) -> list[tuple[str, str]]:
    """Return (words, value) pairs: everything first, then folders, tags and notes."""
    folders = sorted({str(folder) for note in notes for folder in PurePosixPath(note.path).parents} - {"."})
    tags = sorted({tag for note in notes for tag in note.tags})
    return [
        (say(language, "ask.scope_all"), EVERYTHING),
        *((say(language, "ask.scope_folder", name=folder), f"folder:{folder}") for folder in folders),
        *((say(language, "ask.scope_tag", name=tag), f"tag:{tag}") for tag in tags),
        *((say(language, "ask.scope_note", name=note.title), f"note:{note.path}") for note in notes),
    ]


def scope_notes(scope: str, notes: "Sequence[NoteSummary]") -> frozenset[str] | None:
    """Return the paths of the notes within a scope, None for all notes."""
    kind, _, name = scope.partition(":")
    match kind:
        case "folder":
            return frozenset(note.path for note in notes if note.path.startswith(f"{name}/"))
        case "tag":
            return frozenset(note.path for note in notes if name in note.tags)
        case "note":
            return frozenset({name})
        case _:
            return None
