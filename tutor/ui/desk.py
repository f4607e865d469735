"""The student's practice desk: the verified exercises of the notes of now, and the history they are practised with."""

import threading
from dataclasses import dataclass
from datetime import UTC, datetime

from tutor.answering import answer_question
from tutor.answering.evidence import Library
from tutor.errors import PracticeError
from tutor.practice.generate import ExerciseBank
from tutor.practice.progress import ProgressReport, progress_of
from tutor.practice.records import Item, SessionSummary
from tutor.practice.selection import SessionPlan
from tutor.practice.sessions import Session
from tutor.practice.store import PracticeStore
from tutor.settings import Settings
from tutor.tutor import Tutor
from tutor.types import Answer, Note
from tutor.ui.preparation import Preparation


@dataclass(frozen=True, slots=True)
class _Checker:
    """Asks the notes without a language model, so that verifying an exercise is quick and always ends the same."""

    library: Library

    def ask(self, question: str) -> Answer:
        """Answer a question from the notes."""
        return answer_question(question, self.library)


class Desk:
    """Sessions and progress over the notes as they were last indexed; safe to use from several threads.

    Every method raises `PracticeError` while the notes are not ready, and what the practice modules raise.
    """

    def __init__(self, preparation: Preparation, settings: Settings) -> None:
        self._preparation = preparation
        self._settings = settings
        self._lock = threading.Lock()
        self._generation = -1
        self._bank: ExerciseBank | None = None

    def items(self) -> tuple[Item, ...]:
        """Return every exercise that can be asked, with what the student did with it."""
        self._exercises()
        return self._store().items()

    def start(self, plan: SessionPlan) -> Session:
        """Begin a session; each exercise is verified once more, by asking the tutor."""
        return Session.start(self._store(), plan, now=now(), accepts=self._exercises().accepts)

    def resume(self, session_id: int) -> Session:
        """Take up a session as it stands in the history; one whose time is over is finished."""
        session = Session.resume(self._store(), session_id)
        remaining = session.remaining(now=now())
        if remaining is not None and not remaining and not session.finished:
            session.finish(now=now())
        return session

    def open_session(self) -> SessionSummary | None:
        """Return the newest session that was begun and not finished."""
        return next((each for each in self._store().sessions() if each.finished_at is None), None)

    def progress(self) -> ProgressReport:
        """Return the progress over the notes of now, days as the student's clock has them."""
        self._exercises()
        return progress_of(self._store(), self._notes(), now=now().astimezone())

    def note(self, path: str) -> Note:
        """Return one indexed note."""
        return self._tutor().note(path)

    def _exercises(self) -> ExerciseBank:
        """Return the exercises of the notes of now, making them anew when the notes have changed."""
        with self._lock:
            generation = self._preparation.generation
            if self._bank is None or generation != self._generation:
                bank = ExerciseBank(self._notes(), _Checker(Library(self._tutor().index)))
                self._store().reconcile(bank.exercises, now=now())
                self._bank, self._generation = bank, generation
            return self._bank

    def _notes(self) -> tuple[Note, ...]:
        tutor = self._tutor()
        return tuple(tutor.note(summary.path) for summary in tutor.notes())

    def _store(self) -> PracticeStore:
        return PracticeStore.open(self._settings.data)

    def _tutor(self) -> Tutor:
        tutor = self._preparation.tutor
        if tutor is None:
            raise PracticeError("As notas ainda estão sendo preparadas. Espere um instante e tente de novo.")
        return tutor


def now() -> datetime:
    """Return the time, with its zone."""
    return datetime.now(UTC)
