"""The folder of notes on disk: which files are notes, what they say, and what is wrong with them. Never writes."""

import hashlib
import os
import posixpath
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from heapq import heappop, heappush
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from tutor.errors import VaultError
from tutor.types import Problem

NOTE_ENDINGS = (".md", ".markdown")
LARGEST_NOTE = 5_000_000
"""Bytes beyond which a file is taken for an export or a log and not for a note."""

_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class NoteFile:
    """A note on disk: its path in the vault with forward slashes, where it is, bytes, and mtime in nanoseconds."""

    path: str
    file: Path
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class NoteText:
    r"""A note's text with `\n` line ends, and the SHA-256 of its bytes; `readable` is false where there is no text."""

    text: str
    sha256: str
    readable: bool = True
    problems: tuple[Problem, ...] = ()


def find_notes(vault: Path) -> list[NoteFile]:
    """Return the vault's notes, sorted by path; hidden folders and links that lead outside are left out.

    Raises:
        VaultError: where `vault` is no folder, or cannot be read.
    """
    notes = []
    for path, entry in _walk(vault):
        if path.lower().endswith(NOTE_ENDINGS):
            with suppress(FileNotFoundError):
                stat = entry.stat()
                notes.append(NoteFile(path, Path(entry.path), stat.st_size, stat.st_mtime_ns))
    return sorted(notes, key=lambda note: note.path)


def find_attachments(vault: Path) -> dict[str, Path]:
    """Return every other file of the vault by its path in it.

    Raises:
        VaultError: where `vault` is no folder, or cannot be read.
    """
    found = ((path, Path(entry.path)) for path, entry in _walk(vault) if not path.lower().endswith(NOTE_ENDINGS))
    return dict(sorted(found))


def find_attachment(target: str, note: str, files: Mapping[str, Path]) -> Path | None:
    """Return which of the vault's `files`, by path in it, `target` as written in `note` means to Obsidian; or None.

    A file whose path ends as the target says wins: the one in the note's folder, then the one with the shortest path.
    """
    wanted = posixpath.normpath(unquote(target).replace("\\", "/"))
    ending = [part for part in wanted.casefold().split("/") if part not in ("", "..")]
    folder = PurePosixPath(note).parent
    matching = [path for path in files if path.casefold().split("/")[-len(ending) :] == ending]
    best = min(matching, key=lambda path: (PurePosixPath(path).parent != folder, path.count("/"), path), default=None)
    return None if best is None else files[best]


def read_note(note: NoteFile) -> NoteText:
    """Return what a note says; problems name what to mend. UTF-8, UTF-16 with its mark, else Windows-1252."""
    if note.size > LARGEST_NOTE:
        return _refused(note, "", f"tem mais de {LARGEST_NOTE // 1_000_000} MB; divida a nota em partes menores")
    try:
        data = note.file.read_bytes()
    except OSError as error:
        return _refused(note, "", f"não pôde ser lida ({error.strerror}); confira as permissões do arquivo")
    digest = hashlib.sha256(data).hexdigest()
    text, problems = _decode(note, data)
    if _BINARY.search(text):
        return _refused(note, digest, "não é texto; salve como Markdown em UTF-8 ou tire o arquivo da pasta")
    return NoteText(re.sub(r"\r\n?", "\n", text), digest, problems=problems)


def _decode(note: NoteFile, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return the bytes as text, and a problem where their encoding had to be guessed."""
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = "não está em UTF-8 e foi lida como Windows-1252; salve a nota em UTF-8"
        return data.decode("cp1252", errors="replace"), (Problem(note.path, line, message),)


def _refused(note: NoteFile, digest: str, reason: str) -> NoteText:
    return NoteText("", digest, readable=False, problems=(Problem(note.path, 0, reason),))


def _walk(vault: Path) -> list[tuple[str, os.DirEntry[str]]]:
    """Return every visible file below `vault` with its path in it; no folder is entered twice, links come last."""
    if not vault.is_dir():
        problem = "não é uma pasta" if vault.exists() else "não existe"
        raise VaultError(f"A pasta de notas {vault} {problem}. Indique outra com --vault PASTA ou TUTOR_VAULT.")
    root = vault.resolve()
    found: list[tuple[str, os.DirEntry[str]]] = []
    entered: set[Path] = set()
    pending = [(False, "", root)]
    while pending:
        is_link, prefix, folder = heappop(pending)
        if folder in entered:
            continue
        entered.add(folder)
        for entry in _list(folder, required=not prefix):
            if entry.name.startswith("._") or (entry.name.startswith(".") and entry.is_dir()):
                continue
            real = Path(entry.path).resolve() if entry.is_symlink() else Path(entry.path)
            if entry.is_symlink() and not real.is_relative_to(root):
                continue
            if entry.is_dir():
                heappush(pending, (is_link or entry.is_symlink(), f"{prefix}{entry.name}/", real))
            elif entry.is_file():
                found.append((_readable(prefix + entry.name), entry))
    return found


def _readable(path: str) -> str:
    """Return a path with the bytes that are not UTF-8 replaced, so that it can be stored and shown."""
    return path.encode(errors="surrogateescape").decode(errors="replace")


def _list(folder: Path, *, required: bool) -> list[os.DirEntry[str]]:
    """Return the entries of a folder; one below the vault that cannot be opened counts as empty."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        if required:
            message = f"A pasta de notas {folder} não pôde ser aberta ({error.strerror}). Confira as permissões."
            raise VaultError(message) from error
        return []
