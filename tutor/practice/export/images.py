"""The pictures that exercises refer to, found in the vault the way Obsidian finds them."""

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from tutor.types import Exercise


class VaultImages:
    """The files of a vault by name; never one outside of it, nor one in a hidden folder."""

    def __init__(self, vault: Path) -> None:
        self._vault = vault.resolve()
        self._by_name: dict[str, list[Path]] = {}
        for folder, folders, names in os.walk(self._vault):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                self._by_name.setdefault(name.casefold(), []).append(Path(folder, name))

    def find(self, target: str, note: str) -> Path | None:
        """Return the file that `target`, as written in `note` (relative to the vault), means; None where it is gone.

        A file whose path ends as the target says wins: the one nearest to the note's folder, then the shortest path.
        """
        wanted = PurePosixPath(os.path.normpath(unquote(target).replace("\\", "/")))
        ending = tuple(part.casefold() for part in wanted.parts if part not in ("..", "/"))
        home = (self._vault / note).parent
        matching = [
            path
            for path in self._by_name.get(wanted.name.casefold(), [])
            if tuple(part.casefold() for part in path.parts[-len(ending) :]) == ending
            and path.resolve().is_relative_to(self._vault)
            and os.access(path, os.R_OK)
        ]
        return min(matching, key=lambda path: (path.parent != home, len(path.parts), str(path)), default=None)


def find_images(exercises: Iterable[Exercise], vault: Path) -> dict[tuple[str, str], Path]:
    """Return the file of each (note, target) that the exercises refer to; those that do not exist are left out."""
    wanted = {(exercise.citation.note, target) for exercise in exercises for target in exercise.images}
    if not wanted:
        return {}
    images = VaultImages(vault)
    found = {(note, target): images.find(target, note) for note, target in sorted(wanted)}
    return {key: path for key, path in found.items() if path is not None}
