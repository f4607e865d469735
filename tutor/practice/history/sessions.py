"""Practice sessions: one committed answer at a time, resumable, with their results."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Self

from fsrs import Rating
from pydantic import TypeAdapter

from tutor.errors import PracticeError
from tutor.practice.history.grading import grade
from tutor.practice.history.records import Answered, SessionRecord
from tutor.practice.history.results import SessionResult, result_of
from tutor.practice.history.schedule import rating_of
from tutor.practice.history.selection import SessionPlan
from tutor.practice.history.store import PracticeStore
from tutor.types import Exercise, Grade

_SELF_GRADES = {
    Rating.Again: ("errei", 0.0),
    Rating.Hard: ("difícil", 0.5),
    Rating.Good: ("acertei", 1.0),
    Rating.Easy: ("fácil", 1.0),
}
_PLAN = TypeAdapter(SessionPlan)


class Session:
    """A session in the store; what it asks and every answer are on disk, so that `resume` gives the same session back.

    `notice` is what to tell the student as it begins, empty as a rule.
    """

    def __init__(self, store: PracticeStore, session_id: int, notice: str = "") -> None:
        self._store = store
        self.id = session_id
        self.notice = notice
        self._record: SessionRecord = store.session(session_id)
        self.plan: SessionPlan = _PLAN.validate_json(self._record.plan)

    @classmethod
    def start(
        cls, store: PracticeStore, plan: SessionPlan, exercises: Sequence[Exercise], *, now: datetime, notice: str = ""
    ) -> Self:
        """Begin a session that asks `exercises`, which were chosen by `plan`, in their order."""
        deadline = now + timedelta(minutes=plan.minutes) if plan.minutes else None
        plan_json = _PLAN.dump_json(plan).decode()
        return cls(store, store.create_session(plan_json, exercises, now=now, deadline=deadline), notice)

    @classmethod
    def resume(cls, store: PracticeStore, session_id: int) -> Self:
        """Take up a session again, from this process or one that was killed; a finished one shows its result.

        Raises:
            PracticeError: for an id that does not exist.
        """
        return cls(store, session_id)

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """What the session asks, in order, as it was worded when the session began; flagged ones are left out."""
        return self._record.exercises

    @property
    def answers(self) -> dict[str, Answered]:
        """The answers so far, by exercise id."""
        return {answered.exercise_id: answered for answered in self._record.answers}

    @property
    def current(self) -> Exercise | None:
        """The first exercise without an answer; None when there is none or the session is finished."""
        if self.finished:
            return None
        answers = self.answers
        return next((exercise for exercise in self.exercises if exercise.id not in answers), None)

    @property
    def finished(self) -> bool:
        """True once the last answer of a practice session is in, or `finish` was called."""
        return self._record.finished_at is not None

    def remaining(self, *, now: datetime) -> timedelta | None:
        """Return the time left, never negative; None without a time limit."""
        deadline = self._record.deadline
        return None if deadline is None else max(deadline - now, timedelta(0))

    def answer(self, exercise_id: str, response: str, *, now: datetime, seconds: float = 0.0) -> Grade:
        """Grade a response and commit it before returning; `seconds` is how long the student took.

        Raises:
            PracticeError: when time is up (the session is then finished), the session is over, the exercise is not
                part of it, or it has its answer already and this is no exam.
        """
        graded = grade(self._exercise(exercise_id), response)
        self._save(Answered(exercise_id, response, graded, rating_of(graded), seconds, now))
        return graded

    def rate(self, exercise_id: str, rating: Rating, *, now: datetime, seconds: float = 0.0) -> Grade:
        """Commit the student's own judgement of a flashcard turned over; errors as for `answer`."""
        judgement, score = _SELF_GRADES[rating]
        back = self._exercise(exercise_id).key
        graded = Grade(exercise_id, rating != Rating.Again, score, f"Resposta: {back}")
        self._save(Answered(exercise_id, judgement, graded, rating, seconds, now))
        return graded

    def flag(self, exercise_id: str, reason: str = "", *, now: datetime) -> None:
        """Mark an exercise as bad: it leaves this session, its marks too, and never comes back."""
        self._store.flag(self._exercise(exercise_id).id, reason, now=now)
        self._reload(now)

    def finish(self, *, now: datetime) -> SessionResult:
        """End the session, the exercises without an answer left blank, and return the result."""
        deadline = self._record.deadline
        self._store.finish_session(self.id, now=min(now, deadline) if deadline else now)
        self._record = self._store.session(self.id)
        return self.result()

    def result(self) -> SessionResult:
        """Return how the session went so far."""
        return result_of(self._record, cancelling=self.plan.cancelling)

    def _exercise(self, exercise_id: str) -> Exercise:
        for exercise in self.exercises:
            if exercise.id == exercise_id:
                return exercise
        raise PracticeError(f"A sessão {self.id} não tem a questão {exercise_id}. Confira o identificador.")

    def _save(self, answered: Answered) -> None:
        if self.remaining(now=answered.at) == timedelta(0):
            self.finish(now=answered.at)
            raise PracticeError("O tempo acabou: esta resposta não conta. Veja o resultado.")
        self._store.save_answer(self.id, answered, replace=self.plan.exam)
        self._reload(answered.at)

    def _reload(self, now: datetime) -> None:
        self._record = self._store.session(self.id)
        if not self.plan.exam and not self.finished and self.current is None:
            self.finish(now=now)
