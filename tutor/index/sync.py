"""Brings the index to the state of the notes: what changed is parsed, embedded and written, the rest left alone."""

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from tutor.embedder import Embedder
from tutor.errors import VaultError
from tutor.index.rows import note_row
from tutor.index.store import FileState, NoteRow, Store
from tutor.notes import find_notes, parse_note
from tutor.types import Note, Passage, Problem, Progress, SyncReport

Cutter = Callable[[Note], tuple[Passage, ...]]

_EMBED_BATCH = 64
_RACY_NS = 2_000_000_000  # a file written this shortly before we read it may change again within its time stamp
_READERS = ("language.py", "passages.py", "types.py", "notes", "index/rows.py")


@dataclass(slots=True)
class Plan:
    """What a sync will do: texts to write by path, and the rest of the report."""

    texts: dict[str, tuple[str, FileState]] = field(default_factory=dict)
    touched: dict[str, FileState] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)

    def report(self) -> SyncReport:
        """Return the counts for the student."""
        return SyncReport(self.added, self.changed, len(self.removed), self.unchanged, tuple(self.problems))


def reader_fingerprint() -> str:
    """Return a hash of the code that turns a note into rows: rows made by other code are made again."""
    package = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for name in _READERS:
        place = package / name
        for source in sorted(place.glob("*.py")) if place.is_dir() else [place]:
            digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def plan_sync(vault: Path, known: Mapping[str, FileState], *, reread: bool) -> Plan:
    """Compare the notes with what is indexed; `reread` takes unchanged notes anew too.

    Raises:
        VaultError: when the folder cannot be read.
    """
    plan = Plan()
    found = _find(vault)
    plan.removed = sorted(known.keys() - found.keys())
    for path, file in found.items():
        before = known.get(path)
        try:
            status = file.stat()
            if before and not reread and (before.size, before.mtime_ns) == (status.st_size, status.st_mtime_ns):
                plan.unchanged += 1
                continue
            data = file.read_bytes()
        except OSError as error:
            plan.problems.append(Problem(path, 0, f"o arquivo não pode ser lido ({error.strerror})"))
            plan.removed += [path] if before else []
            continue
        is_racy = time.time_ns() - status.st_mtime_ns < _RACY_NS
        state = FileState(status.st_size, 0 if is_racy else status.st_mtime_ns, hashlib.sha256(data).hexdigest())
        is_same = before is not None and before.sha256 == state.sha256
        plan.unchanged += is_same
        plan.changed += before is not None and not is_same
        plan.added += before is None
        if is_same and not reread:
            plan.touched[path] = state
        else:
            plan.texts[path] = (_decode(path, data, plan.problems), state)
    return plan


def _find(vault: Path) -> dict[str, Path]:
    try:
        return {file.relative_to(vault).as_posix(): file for file in find_notes(vault)}
    except OSError as error:
        message = f"A pasta de notas {vault} não pode ser lida ({error}). Confira o caminho em --vault ou TUTOR_VAULT."
        raise VaultError(message) from error


def _decode(path: str, data: bytes, problems: list[Problem]) -> str:
    """Return a file's text with plain line ends; bytes that are not UTF-8 are read as Windows-1252 and reported."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        problems.append(Problem(path, 0, "o arquivo não está em UTF-8; foi lido como Windows-1252"))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_rows(plan: Plan, cut: Cutter, progress: Progress) -> tuple[list[NoteRow], dict[bytes, str]]:
    """Return the rows of the notes to write, and the texts they want embedded by key."""
    rows: list[NoteRow] = []
    texts: dict[bytes, str] = {}
    for done, (path, (text, state)) in enumerate(plan.texts.items()):
        progress(done, len(plan.texts), "lendo as notas")
        note = parse_note(path, text)
        row, wanted = note_row(note, cut(note), state)
        rows.append(row)
        texts.update(wanted)
    return rows, texts


def embed_missing(store: Store, texts: Mapping[bytes, str], embedder: Embedder, progress: Progress) -> None:
    """Embed the texts that have no vector yet and keep the vectors, a batch at a time.

    A process killed here has lost one batch. Texts of like length go together, so that little is padding.
    """
    known = store.known_keys() if texts else set()
    missing = sorted(texts.keys() - known, key=lambda key: (len(texts[key]), key))
    for start in range(0, len(missing), _EMBED_BATCH):
        progress(start, len(missing), "calculando embeddings")
        keys = missing[start : start + _EMBED_BATCH]
        store.add_vectors(keys, np.asarray(embedder.embed_documents([texts[key] for key in keys]), np.float32))
    if missing:
        progress(len(missing), len(missing), "calculando embeddings")


def write_rows(store: Store, plan: Plan, rows: list[NoteRow], **manifest: str) -> None:
    """Move the index to its next state in one transaction."""
    with store.faults(), store.transaction():
        for path in plan.removed:
            store.remove_note(path)
        for path, state in plan.touched.items():
            store.touch(path, state)
        for row in rows:
            store.remove_note(row.path)
            store.add_note(row)
        if plan.removed or rows:
            store.forget_unused_vectors()
        store.put(**manifest)
