"""The student's practice desk: the verified exercises of the notes of now, and the history they are practised with."""

import threading
from dataclasses import dataclass
from datetime import UTC, datetime

from tutor.errors import PracticeError
from tutor.practice.history.progress import ProgressReport, progress_of
from tutor.practice.history.records import SessionSummary
from tutor.practice.history.selection import SessionPlan
from tutor.practice.history.sessions import Session
from tutor.practice.history.store import PracticeStore
from tutor.settings import Settings
from tutor.tutor import Tutor
from tutor.types import Exercise, Note
from tutor.ui.preparation import Preparation


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to practise: topics in the order of the notes, and how many exercises are due."""

    topics: tuple[str, ...]
    due: int


class Desk:
    """Sessions and progress over the notes as they were last indexed; safe to use from several threads.

    Every method raises `PracticeError` while the notes are not ready, and what the practice modules raise.
    """

    def __init__(self, preparation: Preparation, settings: Settings) -> None:
        self._preparation = preparation
        self._settings = settings
        self._lock = threading.Lock()

    def offer(self) -> Offer:
        """Return what there is to practise, without making the exercises."""
        with self._lock:
            bank = self._tutor().exercise_bank()
            topics = () if bank.is_empty else tuple(dict.fromkeys(topic for _, topic in bank.places))
        due = [item.exercise for item in self._store().history().practised if item.due and item.due <= now()]
        return Offer(topics, sum(map(bank.may_give, due)))

    def exercises(self) -> tuple[Exercise, ...]:
        """Return every exercise that can be asked; made of all notes, which takes its time when there are many."""
        with self._lock:
            items = self._store().history().items(self._tutor().exercise_bank().exercises)
        return tuple(item.exercise for item in items)

    def start(self, plan: SessionPlan) -> Session:
        """Begin a session; each exercise is verified once more, by asking the notes."""
        with self._lock:
            return self._tutor().practise(plan, now=now())

    def choose(self, plan: SessionPlan) -> tuple[Exercise, ...]:
        """Return what a session with this plan would ask, without beginning one."""
        with self._lock:
            return self._tutor().exercise_bank().draw(plan, self._store().history(), now=now()).exercises

    def verify(self, exercise: Exercise) -> bool:
        """True when the notes, asked the exercise, give its key; asked once."""
        with self._lock:
            return self._tutor().exercise_bank().accepts(exercise)

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
        exercises, notes = self.exercises(), self._tutor().index.every_note()
        return progress_of(self._store(), exercises, notes, now=now().astimezone())

    def note(self, path: str) -> Note:
        """Return one indexed note."""
        return self._tutor().note(path)

    def _store(self) -> PracticeStore:
        return PracticeStore.open(self._settings.data)

    def _tutor(self) -> Tutor:
        tutor = self._preparation.tutor
        if tutor is None:
            problem = self._preparation.status.problem
            raise PracticeError(problem or "As notas ainda estão sendo preparadas. Espere um instante e tente de novo.")
        return tutor


def now() -> datetime:
    """Return the time, with its zone."""
    return datetime.now(UTC)
