"""The pictures that exercises refer to, found in the vault the way Obsidian finds them."""

import os
import posixpath
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from tutor.notes import find_attachments
from tutor.types import Exercise


def find_images(exercises: Iterable[Exercise], vault: Path) -> dict[tuple[str, str], Path]:
    """Return the file of each (note, target) that the exercises refer to; those gone or unreadable are left out."""
    wanted = sorted({(exercise.citation.note, target) for exercise in exercises for target in exercise.images})
    if not wanted:
        return {}
    files = find_attachments(vault)
    found = {(note, target): find_image(target, note, files) for note, target in wanted}
    return {key: path for key, path in found.items() if path is not None and os.access(path, os.R_OK)}


def find_image(target: str, note: str, files: Mapping[str, Path]) -> Path | None:
    """Return which of the vault's `files`, by path in the vault, `target` as written in `note` means; None for none.

    A file whose path ends as the target says wins: the one in the note's folder, then the one with the shortest path.
    """
    wanted = posixpath.normpath(unquote(target).replace("\\", "/"))
    ending = [part for part in wanted.casefold().split("/") if part not in ("", "..")]
    folder = PurePosixPath(note).parent
    matching = [path for path in files if path.casefold().split("/")[-len(ending) :] == ending]
    best = min(matching, key=lambda path: (PurePosixPath(path).parent != folder, path.count("/"), path), default=None)
    return None if best is None else files[best]
