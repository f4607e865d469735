"""When an exercise comes back: FSRS over its answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from fsrs import Card, Rating, Scheduler

from tutor.types import Grade

_STEP = (timedelta(minutes=10),)
# A quiz shows an exercise once, so a first right answer goes straight to days; without fuzz the same answers
# always give the same date.
_SCHEDULER = Scheduler(learning_steps=_STEP, relearning_steps=_STEP, enable_fuzzing=False)


@dataclass(frozen=True, slots=True)
class Review:
    """One answer as the schedule sees it; `at` has a time zone."""

    rating: Rating
    at: datetime


def rating_of(grade: Grade) -> Rating:
    """Return the FSRS rating of a graded answer: again when wrong, hard when right but incomplete, else good."""
    if not grade.correct:
        return Rating.Again
    return Rating.Good if grade.score >= 1.0 else Rating.Hard


def due_after(reviews: Sequence[Review]) -> datetime:
    """Return when (UTC) an exercise with these answers, at least one and in any order, is due again."""
    card = Card(card_id=0)
    for review in sorted(reviews, key=lambda review: review.at):
        card, _ = _SCHEDULER.review_card(card, review.rating, review.at.astimezone(UTC))
    return card.due
