"""Brings the index to the state of the notes: what changed is parsed, embedded and written, the rest left alone."""

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from tutor.embedder import Embedder
from tutor.index.rows import note_row
from tutor.index.store import FileState, NoteRow, Store
from tutor.notes import NoteText, find_notes, parse_note, read_note
from tutor.passages import cut_passages
from tutor.types import Problem, Progress

_EMBED_BATCH = 64
_RACY_NS = 2_000_000_000  # a file written this shortly before we read it may change again within its time stamp
_READERS = ("language.py", "passages.py", "types.py", "notes", "index/rows.py")


@dataclass(slots=True)
class Plan:
    """What a sync will do: notes to write and to touch by path, and the counts and problems to report.

    `vault` and `reader` name the folder and the code that the index is of from then on.
    """

    vault: str
    reader: str
    texts: dict[str, tuple[NoteText, FileState]] = field(default_factory=dict)
    touched: dict[str, FileState] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)


def reader_fingerprint() -> str:
    """Return a hash of the code that turns a note into rows: rows made by other code are made again."""
    package = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for name in _READERS:
        place = package / name
        for source in sorted(place.glob("*.py")) if place.is_dir() else [place]:
            digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def plan_sync(vault: Path, store: Store) -> Plan:
    """Compare the notes with what is indexed.

    Size and time tell an unchanged file of the folder that was indexed; other files are told by their content. What
    other code made is made anew.

    Raises:
        VaultError: when the folder cannot be read.
    """
    plan = Plan(str(vault.resolve()), reader_fingerprint())
    known, is_same_folder = store.file_states(), store.get("vault") == plan.vault
    reread = store.get("reader") != plan.reader
    present: set[str] = set()
    for file in find_notes(vault):
        before = known.get(file.path)
        is_same_file = before is not None and (before.size, before.mtime_ns) == (file.size, file.modified)
        if is_same_file and is_same_folder and not reread:
            present.add(file.path)
            plan.unchanged += 1
            continue
        note = read_note(file)
        if not note.readable:
            plan.problems += note.problems
            continue
        present.add(file.path)
        is_racy = time.time_ns() - file.modified < _RACY_NS
        state = FileState(file.size, 0 if is_racy else file.modified, note.sha256)
        is_same = before is not None and before.sha256 == state.sha256
        plan.unchanged += is_same
        plan.changed += before is not None and not is_same
        plan.added += before is None
        if is_same and not reread:
            plan.touched[file.path] = state
        else:
            plan.texts[file.path] = (note, state)
    plan.removed = sorted(known.keys() - present)
    return plan


def read_rows(plan: Plan, progress: Progress) -> tuple[list[NoteRow], dict[bytes, str]]:
    """Return the rows of the notes to write, and the texts they want embedded by key."""
    rows: list[NoteRow] = []
    texts: dict[bytes, str] = {}
    for path, (source, state) in plan.texts.items():
        note = parse_note(path, source.text)
        row, wanted = note_row(note, cut_passages(note), state, source.problems)
        rows.append(row)
        texts.update(wanted)
        progress(len(rows), len(plan.texts), "lendo as notas")
    return rows, texts


def embed_missing(store: Store, texts: Mapping[bytes, str], embedder: Embedder, progress: Progress) -> None:
    """Embed the texts that have no vector yet and keep the vectors, a batch at a time.

    A process killed here has lost one batch. Texts of like length go together, so that little is padding.
    """
    known = store.known_keys() if texts else set()
    missing = sorted(texts.keys() - known, key=lambda key: (len(texts[key]), key))
    for start in range(0, len(missing), _EMBED_BATCH):
        keys = missing[start : start + _EMBED_BATCH]
        store.add_vectors(keys, np.asarray(embedder.embed_documents([texts[key] for key in keys]), np.float32))
        progress(start + len(keys), len(missing), "calculando embeddings")


def write_rows(store: Store, plan: Plan, rows: list[NoteRow], generation: int) -> None:
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
        store.put(vault=plan.vault, reader=plan.reader, generation=str(generation))
