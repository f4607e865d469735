"""How a session went: marks, by kind, by topic, and the mistakes to review."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tutor.practice.history.records import Answered, SessionRecord
from tutor.types import Exercise, ExerciseKind


@dataclass(frozen=True, slots=True)
class Outcome:
    """An exercise of a session and its answer, None where it was left blank."""

    exercise: Exercise
    answered: Answered | None

    @property
    def correct(self) -> bool:
        """True for a right answer; a blank is not right."""
        return self.answered is not None and self.answered.grade.correct


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of one kind or topic; `asked` is the sum of the other three."""

    label: str
    asked: int
    right: int
    wrong: int
    blank: int
    seconds: float


@dataclass(frozen=True, slots=True)
class SessionResult:
    """The result of a session, finished or not; exercises flagged as bad are not in it."""

    session_id: int
    started_at: datetime
    finished_at: datetime | None
    outcomes: tuple[Outcome, ...]
    cancelling: bool

    @property
    def total(self) -> Tally:
        """The counts of the whole session."""
        return _tally("", self.outcomes)

    @property
    def by_kind(self) -> tuple[Tally, ...]:
        """The counts of each kind asked, in the order of first appearance."""
        return self._grouped(lambda exercise: exercise.kind.value)

    @property
    def by_topic(self) -> tuple[Tally, ...]:
        """The counts of each topic asked, in the order of first appearance."""
        return self._grouped(lambda exercise: exercise.topic)

    @property
    def raw_marks(self) -> float:
        """Marks without cancelling: one for a full answer, the share of the facts for an incomplete open one."""
        return sum(outcome.answered.grade.score for outcome in self.outcomes if outcome.answered)

    @property
    def net_marks(self) -> float:
        """Marks the boards' way, below zero at worst: each wrong Certo/Errado takes back one; blanks cost nothing."""
        cancelled = sum(
            outcome.answered is not None and not outcome.correct and outcome.exercise.kind is ExerciseKind.TRUE_FALSE
            for outcome in self.outcomes
        )
        return self.raw_marks - cancelled

    @property
    def marks(self) -> float:
        """The marks that count by the session's plan."""
        return self.net_marks if self.cancelling else self.raw_marks

    @property
    def mistakes(self) -> tuple[Outcome, ...]:
        """What to review: the wrong answers, then the blanks."""
        wrong = [outcome for outcome in self.outcomes if outcome.answered and not outcome.correct]
        blank = [outcome for outcome in self.outcomes if not outcome.answered]
        return tuple(wrong + blank)

    def _grouped(self, label_of: Callable[[Exercise], str]) -> tuple[Tally, ...]:
        groups: dict[str, list[Outcome]] = {}
        for outcome in self.outcomes:
            groups.setdefault(label_of(outcome.exercise), []).append(outcome)
        return tuple(_tally(label, tuple(group)) for label, group in groups.items())


def result_of(record: SessionRecord, *, cancelling: bool) -> SessionResult:
    """Return the result of a stored session, as far as it went."""
    answers = {answered.exercise_id: answered for answered in record.answers}
    return SessionResult(
        session_id=record.id,
        started_at=record.started_at,
        finished_at=record.finished_at,
        outcomes=tuple(Outcome(exercise, answers.get(exercise.id)) for exercise in record.exercises),
        cancelling=cancelling,
    )


def _tally(label: str, outcomes: tuple[Outcome, ...]) -> Tally:
    answered = [outcome.answered for outcome in outcomes if outcome.answered]
    right = sum(each.grade.correct for each in answered)
    return Tally(
        label=label,
        asked=len(outcomes),
        right=right,
        wrong=len(answered) - right,
        blank=len(outcomes) - len(answered),
        seconds=sum(each.seconds for each in answered),
    )
