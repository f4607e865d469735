"""The SQLite file of the practice history: schema, transactions, and what to do when it cannot be used."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from tutor.errors import HistoryError

SCHEMA_VERSION = 1
_BUSY_SECONDS = 10.0
_SCHEMA = (
    "CREATE TABLE items (id TEXT PRIMARY KEY, exercise TEXT NOT NULL, due TEXT, flagged_at TEXT, flag_reason TEXT)",
    """CREATE TABLE sessions (
        id INTEGER PRIMARY KEY, plan TEXT NOT NULL, started_at TEXT NOT NULL, deadline TEXT, finished_at TEXT)""",
    """CREATE TABLE session_items (
        session_id INTEGER NOT NULL REFERENCES sessions, position INTEGER NOT NULL,
        exercise_id TEXT NOT NULL REFERENCES items, exercise TEXT NOT NULL,
        PRIMARY KEY (session_id, exercise_id))""",
    """CREATE TABLE answers (
        session_id INTEGER NOT NULL, exercise_id TEXT NOT NULL, response TEXT NOT NULL, grade TEXT NOT NULL,
        correct INTEGER NOT NULL, rating INTEGER NOT NULL, seconds REAL NOT NULL, answered_at TEXT NOT NULL,
        PRIMARY KEY (session_id, exercise_id), FOREIGN KEY (session_id, exercise_id) REFERENCES session_items)""",
    "CREATE INDEX answers_by_exercise ON answers (exercise_id, answered_at)",
)
_REMEDIES = {
    sqlite3.SQLITE_FULL: "O disco está cheio. Libere espaço e repita: o que já foi respondido está salvo.",
    sqlite3.SQLITE_BUSY: "Outro programa está usando o arquivo. Feche-o e tente de novo.",
    sqlite3.SQLITE_READONLY: "Não há permissão de escrita. Corrija as permissões do arquivo e da pasta dele.",
    sqlite3.SQLITE_CANTOPEN: "O arquivo não pôde ser aberto. Confira se ele existe e as permissões da pasta dele.",
    sqlite3.SQLITE_IOERR: "O disco recusou a leitura ou a escrita. Confira o espaço livre e o disco.",
}
_CORRUPT = (
    "O arquivo está corrompido. Nada foi apagado: restaure uma cópia de segurança dele, ou mova-o para outra pasta "
    "para recomeçar sem histórico."
)


def prepare(file: Path) -> None:
    """Create `file` and its folder where missing, and check that it is a sound history of this version.

    Raises:
        HistoryError: when the file is corrupt, from a newer tutor, or cannot be created; nothing is deleted.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"A pasta do histórico de prática, {file.parent}, não pôde ser criada ({error.strerror}). "
        raise HistoryError(message + "Escolha outra em TUTOR_DATA ou corrija as permissões.") from error
    try:
        # SQLite does not wait while another process turns a new file to WAL.
        with FileLock(f"{file}.lock", timeout=_BUSY_SECONDS):
            _create_or_check(file)
    except Timeout as error:
        raise HistoryError(_message(file, "bloqueado", _REMEDIES[sqlite3.SQLITE_BUSY])) from error
    except OSError as error:
        raise HistoryError(_message(file, error.strerror, _REMEDIES[sqlite3.SQLITE_READONLY])) from error


@contextmanager
def connection(file: Path, *, create: bool = False) -> Iterator[sqlite3.Connection]:
    """Open `file` for one piece of work, in autocommit mode; SQLite's failures become a `HistoryError` with the fix."""
    mode = "rwc" if create else "rw"
    db = None
    try:
        db = sqlite3.connect(
            f"{file.absolute().as_uri()}?mode={mode}", uri=True, timeout=_BUSY_SECONDS, isolation_level=None
        )
        db.row_factory = sqlite3.Row
        db.execute("PRAGMA foreign_keys = ON")
        yield db
    except sqlite3.Error as error:
        raise explained(error, file) from error
    finally:
        if db is not None:
            db.close()


@contextmanager
def transaction(file: Path, *, create: bool = False) -> Iterator[sqlite3.Connection]:
    """Write to `file` alone: all of the block is on disk when it ends, nothing of it when it fails or is killed."""
    with connection(file, create=create) as db:
        db.execute("BEGIN IMMEDIATE")
        yield db
        db.execute("COMMIT")  # closing without it rolls back


def explained(error: sqlite3.Error, file: Path) -> HistoryError:
    """Return the error a student can act on for SQLite's `error`."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the primary result code
    corrupt = code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    remedy = _CORRUPT if corrupt else _REMEDIES.get(code, "Guarde uma cópia do arquivo e tente de novo.")
    return HistoryError(_message(file, error, remedy))


def _message(file: Path, cause: object, remedy: str) -> str:
    return f"O histórico de prática {file} não pôde ser usado ({cause}). {remedy}"


def _create_or_check(file: Path) -> None:
    with transaction(file, create=True) as db:
        if _version(db) == 0 and not _has_tables(db):
            for statement in _SCHEMA:
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        _check(db, file)
    with connection(file) as db:
        db.execute("PRAGMA journal_mode = WAL")


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _has_tables(db: sqlite3.Connection) -> bool:
    return db.execute("SELECT 1 FROM sqlite_master").fetchone() is not None


def _check(db: sqlite3.Connection, file: Path) -> None:
    version = _version(db)
    if version > SCHEMA_VERSION:
        message = f"O histórico de prática {file} foi feito por uma versão mais nova do tutor ({version}). "
        raise HistoryError(message + "Atualize o tutor, ou escolha outra pasta em TUTOR_DATA.")
    if version < SCHEMA_VERSION:
        raise HistoryError(f"{file} não é um histórico de prática do tutor. Escolha outra pasta em TUTOR_DATA.")
    finding = str(db.execute("PRAGMA quick_check(1)").fetchone()[0])
    if finding != "ok":
        raise HistoryError(_message(file, finding, _CORRUPT))
