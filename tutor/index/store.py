"""The record of what is indexed, in one SQLite file: manifest, note texts, passages, sentences, words, vectors.

Everything but the vectors' home (Chroma) is here, so one transaction moves the index from one state of the notes to
the next. Vectors are kept by the hash of their text: what was embedded once is not embedded again, and Chroma can be
made anew without the model.
"""

import json
import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tutor.index.faults import DamagedIndexError, busy_error, mismatch_error, write_error

SCHEMA_VERSION = "2"
"""Another for each other layout of the tables; other readings of notes are told by the code that reads them."""
_CHUNK = 500  # values in one IN (...)
_BUSY_SECONDS = 30.0
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_NO_WRITE = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_IOERR,
)
_FTS = """fts5 (stems, tokenize = "unicode61 remove_diacritics 0 tokenchars '+#'")"""
_TABLES = f"""
    TABLE manifest (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    TABLE notes (path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, sha256 TEXT NOT NULL,
        summary TEXT NOT NULL, text TEXT NOT NULL);
    TABLE passages (row INTEGER PRIMARY KEY, id TEXT NOT NULL, note TEXT NOT NULL, position INTEGER NOT NULL,
        key BLOB NOT NULL);
    INDEX passages_by_id ON passages (id);
    INDEX passages_by_note ON passages (note);
    TABLE sentences (row INTEGER PRIMARY KEY, id TEXT NOT NULL, passage INTEGER NOT NULL, position INTEGER NOT NULL,
        block INTEGER NOT NULL, key BLOB NOT NULL);
    INDEX sentences_by_id ON sentences (id);
    INDEX sentences_by_passage ON sentences (passage);
    TABLE vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL);
    TABLE terms (key TEXT NOT NULL, label TEXT NOT NULL, note TEXT NOT NULL, block INTEGER NOT NULL,
        form TEXT NOT NULL);
    INDEX terms_by_key ON terms (key);
    INDEX terms_by_note ON terms (note);
    TABLE words (word TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (word, note)) WITHOUT ROWID;
    INDEX words_by_note ON words (note);
    VIRTUAL TABLE passage_stems USING {_FTS};
    VIRTUAL TABLE sentence_stems USING {_FTS}"""
_REMOVAL = (
    "DELETE FROM sentence_stems WHERE rowid IN "
    "(SELECT s.row FROM sentences s JOIN passages p ON p.row = s.passage WHERE p.note = ?)",
    "DELETE FROM passage_stems WHERE rowid IN (SELECT row FROM passages WHERE note = ?)",
    "DELETE FROM sentences WHERE passage IN (SELECT row FROM passages WHERE note = ?)",
    "DELETE FROM passages WHERE note = ?",
    "DELETE FROM terms WHERE note = ?",
    "DELETE FROM words WHERE note = ?",
    "DELETE FROM notes WHERE path = ?",
)


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """A sentence as indexed: `id` names its vector in Chroma, `key` is the hash of its search text."""

    id: str
    block: int
    key: bytes
    stems: str


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage as indexed, with its sentences in order."""

    id: str
    key: bytes
    stems: str
    sentences: tuple[SentenceRow, ...]


@dataclass(frozen=True, slots=True)
class TermRow:
    """A name in the notes: `key` are its stems, `form` how the block defines it, "" where it does not."""

    key: str
    label: str
    block: int
    form: str


@dataclass(frozen=True, slots=True)
class FileState:
    """What tells a changed file from an unchanged one."""

    size: int
    mtime_ns: int
    sha256: str


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note as indexed; `summary` is JSON."""

    path: str
    state: FileState
    summary: str
    text: str
    passages: tuple[PassageRow, ...]
    terms: tuple[TermRow, ...]
    words: tuple[str, ...]


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another that takes its place; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


class Store:
    """One connection to the index file. Not to be used from two threads at once."""

    def __init__(self, path: Path) -> None:
        """Open the file, making an empty index where there is none.

        Raises:
            DamagedIndexError: when the file is there and cannot be read.
            IndexWriteError: when it cannot be written.
        """
        self.path = path
        self._file = _identity(path)
        with self.faults():
            self._connection = sqlite3.connect(
                path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            self._connection.execute("PRAGMA journal_mode = WAL")
            if not self._connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'sentence_stems'").fetchone():
                with self.transaction():
                    for table in _TABLES.split(";\n"):
                        kind, rest = re.split(r"(?<=TABLE|INDEX)\s", table.strip(), maxsplit=1)
                        self._connection.execute(f"CREATE {kind} IF NOT EXISTS {rest}")

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def is_current(self) -> bool:
        """True while the file that was opened, and was there then, is the one that stands at its path."""
        return self._file is not None and self._file == _identity(self.path)

    def check(self) -> None:
        """Read the whole file once.

        Raises:
            DamagedIndexError: when any page of it is not as SQLite wrote it.
        """
        with self.faults():
            found = self._connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise DamagedIndexError(self.path, found)

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Turn SQLite's errors into this package's; what is neither busy nor full is damaged."""
        try:
            yield
        except (sqlite3.DatabaseError, UnicodeDecodeError, json.JSONDecodeError) as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if isinstance(error, sqlite3.ProgrammingError):
                raise
            if code in _NO_WRITE:
                raise write_error(self.path, error) from error
            if code in _BUSY:
                raise busy_error(self.path, _BUSY_SECONDS) from error
            raise DamagedIndexError(self.path, str(error)) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make what happens inside happen wholly or not at all."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let everything read inside be of one state of the index."""
        with self.faults():
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT")

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows of one query."""
        with self.faults():
            return self._connection.execute(query, values).fetchall()

    def rows_in(self, query: str, values: Iterable[object]) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query with one `IN (?)`, asked in pieces for any number of `values`."""
        several = list(values)
        for start in range(0, len(several), _CHUNK):
            piece = several[start : start + _CHUNK]
            yield from self.rows(query.replace("(?)", f"({','.join('?' * len(piece))})"), *piece)

    def get(self, key: str) -> str:
        """Return a manifest value, "" where there is none."""
        found = self.rows("SELECT value FROM manifest WHERE key = ?", key)
        return str(found[0][0]) if found else ""

    def put(self, **values: str) -> None:
        """Write manifest values, those that are not there already."""
        if all(self.get(key) == value for key, value in values.items()):
            return
        with self.faults():
            self._connection.executemany("INSERT OR REPLACE INTO manifest VALUES (?, ?)", list(values.items()))

    def file_states(self) -> dict[str, FileState]:
        """Return what is known of each note's file."""
        found = self.rows("SELECT path, size, mtime_ns, sha256 FROM notes")
        return {path: FileState(size, mtime_ns, sha256) for path, size, mtime_ns, sha256 in found}

    def touch(self, path: str, state: FileState) -> None:
        """Remember a file's new size and time; its text is as before."""
        self.rows("UPDATE notes SET size = ?, mtime_ns = ? WHERE path = ?", state.size, state.mtime_ns, path)

    def known_keys(self) -> set[bytes]:
        """Return the keys of the texts that are embedded."""
        return {key for (key,) in self.rows("SELECT key FROM vectors")}

    def add_vectors(self, keys: list[bytes], vectors: NDArray[np.float32]) -> None:
        """Keep vectors (one row for each key) at half precision: cosines change by less than 0.001.

        Raises:
            IndexMismatchError: when they are longer or shorter than those that are kept.
        """
        self.refuse_dimension(vectors.shape[1])
        packed = [(key, row.tobytes()) for key, row in zip(keys, vectors.astype("<f2"), strict=True)]
        with self.faults(), self.transaction():
            self._connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", packed)

    def vectors(self, keys: Iterable[bytes]) -> dict[bytes, NDArray[np.float32]]:
        """Return the vectors of `keys`."""
        found = dict(self.rows_in("SELECT key, vector FROM vectors WHERE key IN (?)", set(keys)))
        return dict(zip(found, unpacked(found.values()), strict=True)) if found else {}

    def vector_ids(self, level: str, note: str | None = None) -> dict[str, tuple[bytes, str]]:
        """Return the key and the note of each id of a level ("passages" or "sentences"), of one note or of all."""
        source = (
            "SELECT id, key, note FROM passages"
            if level == "passages"
            else "SELECT s.id, s.key, p.note FROM sentences s JOIN passages p ON p.row = s.passage"
        )
        found = self.rows(source) if note is None else self.rows(f"{source} WHERE note = ?", note)
        return {identity: (key, owner) for identity, key, owner in found}

    def remove_note(self, path: str) -> None:
        """Remove a note and all that came from it."""
        for statement in _REMOVAL:
            self.rows(statement, path)

    def add_note(self, note: NoteRow) -> None:
        """Add a note that is not there."""
        state = note.state
        self.rows(
            "INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?)",
            *(note.path, state.size, state.mtime_ns, state.sha256, note.summary, note.text),
        )
        run = self._connection.execute
        for position, passage in enumerate(note.passages):
            row = run(
                "INSERT INTO passages VALUES (NULL, ?, ?, ?, ?)", (passage.id, note.path, position, passage.key)
            ).lastrowid
            run("INSERT INTO passage_stems (rowid, stems) VALUES (?, ?)", (row, passage.stems))
            for place, sentence in enumerate(passage.sentences):
                values = (sentence.id, row, place, sentence.block, sentence.key)
                added = run("INSERT INTO sentences VALUES (NULL, ?, ?, ?, ?, ?)", values).lastrowid
                run("INSERT INTO sentence_stems (rowid, stems) VALUES (?, ?)", (added, sentence.stems))
        terms = [(term.key, term.label, note.path, term.block, term.form) for term in note.terms]
        self._connection.executemany("INSERT INTO terms VALUES (?, ?, ?, ?, ?)", terms)
        self._connection.executemany("INSERT INTO words VALUES (?, ?)", [(word, note.path) for word in note.words])

    def forget_unused_vectors(self) -> None:
        """Remove the vectors of texts that no note holds any more."""
        self.rows("DELETE FROM vectors WHERE key NOT IN (SELECT key FROM passages UNION SELECT key FROM sentences)")

    def summaries(self) -> list[tuple[str, dict[str, Any]]]:
        """Return each note's path and summary, in order of path."""
        found = self.rows("SELECT path, summary FROM notes ORDER BY path")
        with self.faults():
            return [(path, json.loads(summary)) for path, summary in found]

    def refuse_dimension(self, dimension: int) -> None:
        """Check that vectors of `dimension` floats fit those that are kept.

        Raises:
            IndexMismatchError: when they don't.
        """
        found = self.rows("SELECT length(vector) / 2 FROM vectors LIMIT 1")
        if found and found[0][0] != dimension:
            raise mismatch_error(self.path.parent, f"de vetores de {found[0][0]} números", f"de {dimension}")


def unpacked(vectors: Collection[bytes]) -> NDArray[np.float32]:
    """Return vectors as they are kept, one row each."""
    return np.frombuffer(b"".join(vectors), "<f2").astype(np.float32).reshape(len(vectors), -1)
