"""The pictures that exercises refer to, found in the vault the way Obsidian finds them."""

import os
from collections.abc import Iterable
from pathlib import Path

from tutor.notes import find_attachment, find_attachments
from tutor.types import Exercise


def find_images(exercises: Iterable[Exercise], vault: Path) -> dict[tuple[str, str], Path]:
    """Return the file of each (note, target) that the exercises refer to; those gone or unreadable are left out."""
    wanted = sorted({(exercise.citation.note, target) for exercise in exercises for target in exercise.images})
    if not wanted:
        return {}
    files = find_attachments(vault)
    found = {(note, target): find_attachment(target, note, files) for note, target in wanted}
    return {key: path for key, path in found.items() if path is not None and os.access(path, os.R_OK)}
