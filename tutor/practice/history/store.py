"""The practice history: one SQLite file with the exercises, the sessions and every answer ever given."""

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from fsrs import Rating
from pydantic import TypeAdapter

from tutor.errors import PracticeError
from tutor.practice.history.database import connection, prepare, transaction
from tutor.practice.history.records import Answered, History, Item, SessionRecord, SessionSummary
from tutor.practice.history.schedule import Review, due_after
from tutor.types import Exercise, Grade

FILE_NAME = "practice.sqlite"
_EXERCISE = TypeAdapter(Exercise)
_GRADE = TypeAdapter(Grade)


class PracticeStore:
    """The history in one file; safe to use from several threads and processes at once, each write atomic.

    Every method raises `HistoryError` where the file cannot be read or written.
    """

    def __init__(self, file: Path) -> None:
        self.file = file

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the history in `folder`, made where missing; a corrupt one is refused, never replaced."""
        store = cls(folder / FILE_NAME)
        prepare(store.file)
        return store

    def history(self) -> History:
        """Return what the student did with each exercise ever answered, as it was last worded, and what was flagged."""
        with connection(self.file) as db:
            # SQLite takes the bare column `correct` from the row that has the MAX.
            rows = db.execute(
                """SELECT exercise, due, attempts, right, correct FROM items JOIN (
                    SELECT exercise_id, COUNT(*) AS attempts, SUM(correct) AS right, correct, MAX(answered_at)
                    FROM answers GROUP BY exercise_id) ON exercise_id = id
                WHERE flagged_at IS NULL ORDER BY due, id"""
            ).fetchall()
            flagged = db.execute("SELECT id FROM items WHERE flagged_at IS NOT NULL").fetchall()
        return History(tuple(map(_item, rows)), frozenset(row["id"] for row in flagged))

    def flag(self, exercise_id: str, reason: str = "", *, now: datetime) -> None:
        """Mark an exercise as bad: it is never asked again, nor counted in any session."""
        with transaction(self.file) as db:
            changed = db.execute(
                "UPDATE items SET flagged_at = ?, flag_reason = ? WHERE id = ?", (_written(now), reason, exercise_id)
            )
            if not changed.rowcount:
                raise PracticeError(f"Não há questão {exercise_id}. Confira o identificador.")

    def flagged(self) -> tuple[tuple[Exercise, str], ...]:
        """Return the exercises flagged as bad, each with the reason given, in the order of the notes."""
        with connection(self.file) as db:
            rows = db.execute("SELECT exercise, flag_reason FROM items WHERE flagged_at IS NOT NULL").fetchall()
        pairs = [(_EXERCISE.validate_json(row["exercise"]), str(row["flag_reason"])) for row in rows]
        return tuple(sorted(pairs, key=lambda pair: _place(pair[0])))

    def create_session(
        self, plan: str, exercises: Iterable[Exercise], *, now: datetime, deadline: datetime | None = None
    ) -> int:
        """Write down a session about to start and return its id; known exercises take the new wording and place."""
        written = [(each.id, _EXERCISE.dump_json(each).decode()) for each in exercises]
        with transaction(self.file) as db:
            cursor = db.execute(
                "INSERT INTO sessions (plan, started_at, deadline) VALUES (?, ?, ?)",
                (plan, _written(now), _written(deadline) if deadline else None),
            )
            session_id = int(cursor.lastrowid or 0)
            db.executemany(
                """INSERT INTO items (id, exercise) VALUES (?, ?)
                ON CONFLICT (id) DO UPDATE SET exercise = excluded.exercise""",
                written,
            )
            rows = [(session_id, at, *each) for at, each in enumerate(written)]
            db.executemany("INSERT INTO session_items VALUES (?, ?, ?, ?)", rows)
        return session_id

    def session(self, session_id: int) -> SessionRecord:
        """Return a session with its answers, in the order they were given.

        Raises:
            PracticeError: for an id that does not exist.
        """
        with connection(self.file) as db:
            row = db.execute("SELECT * FROM sessions WHERE id = ?", (session_id,)).fetchone()
            if row is None:
                raise PracticeError(f"Não há sessão {session_id}. Comece uma nova.")
            asked = db.execute(
                """SELECT s.exercise FROM session_items s JOIN items ON items.id = s.exercise_id
                WHERE session_id = ? AND flagged_at IS NULL ORDER BY position""",
                (session_id,),
            ).fetchall()
            answers = db.execute(
                """SELECT a.* FROM answers a JOIN items ON items.id = a.exercise_id
                WHERE session_id = ? AND flagged_at IS NULL ORDER BY answered_at, a.rowid""",
                (session_id,),
            ).fetchall()
        return SessionRecord(
            id=session_id,
            plan=row["plan"],
            started_at=datetime.fromisoformat(row["started_at"]),
            deadline=_read(row["deadline"]),
            finished_at=_read(row["finished_at"]),
            exercises=tuple(_EXERCISE.validate_json(each["exercise"]) for each in asked),
            answers=tuple(map(_answered, answers)),
        )

    def sessions(self) -> tuple[SessionSummary, ...]:
        """Return all sessions, the newest first; exercises flagged as bad are not counted."""
        with connection(self.file) as db:
            rows = db.execute(
                """SELECT s.id, started_at, deadline, finished_at, COUNT(*) AS asked, COUNT(a.correct) AS answered,
                    COALESCE(SUM(a.correct), 0) AS right
                FROM sessions s JOIN session_items q ON q.session_id = s.id JOIN items i ON i.id = q.exercise_id
                LEFT JOIN answers a ON a.session_id = s.id AND a.exercise_id = i.id
                WHERE flagged_at IS NULL GROUP BY s.id ORDER BY s.id DESC"""
            ).fetchall()
        return tuple(
            SessionSummary(
                id=row["id"],
                started_at=datetime.fromisoformat(row["started_at"]),
                deadline=_read(row["deadline"]),
                finished_at=_read(row["finished_at"]),
                asked=row["asked"],
                answered=row["answered"],
                right=row["right"],
            )
            for row in rows
        )

    def answer_times(self) -> tuple[tuple[datetime, bool], ...]:
        """Return when (UTC) each answer of the whole history was given and whether it was right, oldest first."""
        with connection(self.file) as db:
            rows = db.execute("SELECT answered_at, correct FROM answers ORDER BY answered_at").fetchall()
        return tuple((datetime.fromisoformat(row["answered_at"]), bool(row["correct"])) for row in rows)

    def save_answer(self, session_id: int, answered: Answered, *, replace: bool = False) -> None:
        """Commit one answer of an open session and schedule its exercise anew; `replace` lets it be changed.

        Raises:
            PracticeError: when the session is over, does not ask this exercise, or has its answer already.
        """
        with transaction(self.file) as db:
            _refuse_unexpected(db, session_id, answered.exercise_id, replace=replace)
            db.execute(
                "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    session_id,
                    answered.exercise_id,
                    answered.response,
                    _GRADE.dump_json(answered.grade).decode(),
                    answered.grade.correct,
                    int(answered.rating),
                    answered.seconds,
                    _written(answered.at),
                ),
            )
            rows = db.execute(
                "SELECT rating, answered_at FROM answers WHERE exercise_id = ?", (answered.exercise_id,)
            ).fetchall()
            reviews = [Review(Rating(row["rating"]), datetime.fromisoformat(row["answered_at"])) for row in rows]
            db.execute("UPDATE items SET due = ? WHERE id = ?", (_written(due_after(reviews)), answered.exercise_id))

    def finish_session(self, session_id: int, *, now: datetime) -> None:
        """Close a session; closing it again changes nothing."""
        with transaction(self.file) as db:
            db.execute(
                "UPDATE sessions SET finished_at = ? WHERE id = ? AND finished_at IS NULL", (_written(now), session_id)
            )


def _refuse_unexpected(db: sqlite3.Connection, session_id: int, exercise_id: str, *, replace: bool) -> None:
    row = db.execute(
        """SELECT finished_at, a.exercise_id IS NOT NULL AS has_answer
        FROM sessions s JOIN session_items q ON q.session_id = s.id
        LEFT JOIN answers a ON a.session_id = s.id AND a.exercise_id = q.exercise_id
        WHERE s.id = ? AND q.exercise_id = ?""",
        (session_id, exercise_id),
    ).fetchone()
    if row is None:
        raise PracticeError(f"A sessão {session_id} não tem a questão {exercise_id}. Confira o identificador.")
    if row["finished_at"]:
        raise PracticeError("Esta sessão já terminou. Comece outra para continuar praticando.")
    if row["has_answer"] and not replace:
        raise PracticeError("Esta questão já foi respondida nesta sessão. Passe para a próxima.")


def _item(row: sqlite3.Row) -> Item:
    return Item(
        exercise=_EXERCISE.validate_json(row["exercise"]),
        attempts=row["attempts"],
        right=row["right"],
        last_correct=bool(row["correct"]),
        due=_read(row["due"]),
    )


def _answered(row: sqlite3.Row) -> Answered:
    return Answered(
        exercise_id=row["exercise_id"],
        response=row["response"],
        grade=_GRADE.validate_json(row["grade"]),
        rating=Rating(row["rating"]),
        seconds=row["seconds"],
        at=datetime.fromisoformat(row["answered_at"]),
    )


def _place(exercise: Exercise) -> tuple[str, int, str, str]:
    return (exercise.citation.note, exercise.citation.first_line, exercise.kind, exercise.id)


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")  # one width: text order is time order


def _read(moment: str | None) -> datetime | None:
    return datetime.fromisoformat(moment) if moment else None
