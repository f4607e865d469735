"""What the practice history holds, as values."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from fsrs import Rating

from tutor.types import Exercise, Grade


@dataclass(frozen=True, slots=True)
class Item:
    """An exercise that can be asked, with what the student did with it.

    `attempts` and `right` count answers, `last_correct` and `due` (UTC) are None where it was never answered.
    """

    exercise: Exercise
    attempts: int = 0
    right: int = 0
    last_correct: bool | None = None
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What the student did: the exercises ever answered, the longest due first, and the ids flagged as bad.

    The notes may no longer give some of them; those come back with their history when the notes say the same again.
    """

    practised: tuple[Item, ...] = ()
    flagged: frozenset[str] = frozenset()

    def items(self, exercises: Iterable[Exercise]) -> tuple[Item, ...]:
        """Return exercises that the notes give now, with what was done with each; flagged ones are left out."""
        known = {item.exercise.id: item for item in self.practised}
        return tuple(
            replace(known[each.id], exercise=each) if each.id in known else Item(each)
            for each in exercises
            if each.id not in self.flagged
        )


NO_HISTORY = History()


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer as it was given: the student's `response`, its grade, the seconds it took, and when (UTC)."""

    exercise_id: str
    response: str
    grade: Grade
    rating: Rating
    seconds: float
    at: datetime


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A session as stored: `plan` is JSON; `exercises` are as they were asked, without those flagged as bad."""

    id: int
    plan: str
    started_at: datetime
    deadline: datetime | None
    finished_at: datetime | None
    exercises: tuple[Exercise, ...]
    answers: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One line of the list of sessions; open while `finished_at` is None."""

    id: int
    started_at: datetime
    deadline: datetime | None
    finished_at: datetime | None
    asked: int
    answered: int
    right: int
