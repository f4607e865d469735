"""The pictures of a vault, found as Obsidian finds them and carried inside the page: no file is served."""

import base64
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from tutor.notes import find_attachment, find_attachments
from tutor.types import Note, Problem
from tutor.ui.strings import say

_LARGEST = 12 * 2**20
_HEAD = 4096
_SIGNATURES = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (0, b"BM", "image/bmp"),
    (4, b"ftypavif", "image/avif"),
)


@dataclass(frozen=True, slots=True)
class Picture:
    """An embedded image: its name, and a `data:` address, or why there is none (a key of `strings`)."""

    name: str
    address: str = ""
    problem: str = ""


FindPicture = Callable[[str, str], Picture]
"""Called with the note's path and the embed's target."""


def read_picture(vault: Path, note: str, target: str) -> Picture:
    """Return the image that `note` embeds as `target`, read from inside `vault` only.

    What is no image by its first bytes is never shown; an SVG is carried as an image, where no script runs.

    Raises:
        VaultError: when the vault cannot be read.
    """
    name = PurePosixPath(unquote(target)).name
    if "://" in target:
        return Picture(target, problem="source.image_remote")
    file = find_attachment(target, note, find_attachments(vault))
    kind, problem = _look_at(file)
    if file is None or problem:
        return Picture(name, problem=problem)
    return Picture(name, address=f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}")


def find_image_problems(vault: Path, notes: Iterable[Note], language: str) -> Iterator[Problem]:
    """Yield a problem for each image that a note embeds and the vault does not hold, or that cannot be shown.

    Raises:
        VaultError: when the vault cannot be read.
    """
    files = find_attachments(vault)
    for note in notes:
        for embed in (embed for block in note.blocks for embed in block.embeds if embed.is_image):
            if "://" in embed.target:
                continue
            _, problem = _look_at(find_attachment(embed.target, note.path, files))
            if problem:
                name = PurePosixPath(unquote(embed.target)).name
                yield Problem(note.path, embed.line, say(language, problem, name=name))


def _look_at(file: Path | None) -> tuple[str, str]:
    """Return the media type of an image by its first bytes, and why it cannot be shown; one of them is empty."""
    if file is None:
        return "", "source.image_missing"
    try:
        if file.stat().st_size > _LARGEST:
            return "", "source.image_too_large"
        with file.open("rb") as content:
            head = content.read(_HEAD)
    except OSError:
        return "", "source.image_unreadable"
    kinds = (kind for start, signature, kind in _SIGNATURES if head[start : start + len(signature)] == signature)
    kind = next(kinds, "image/svg+xml" if file.suffix.lower() == ".svg" and b"<svg" in head else "")
    return kind, "" if kind else "source.image_unreadable"
