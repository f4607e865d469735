"""The schedule: FSRS over the answers of one exercise."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from fsrs import Rating

from tutor.practice.history.schedule import Review, due_after, rating_of
from tutor.types import Grade

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("correct", "score", "rating"),
    [(True, 1.0, Rating.Good), (True, 0.75, Rating.Hard), (False, 0.5, Rating.Again), (False, 0.0, Rating.Again)],
    ids=["right", "right but incomplete", "half right", "wrong"],
)
def test_rating_follows_the_grade(correct: bool, score: float, rating: Rating) -> None:
    assert rating_of(Grade("x", correct, score, "")) is rating


@pytest.mark.parametrize(
    ("rating", "wait"),
    [
        (Rating.Again, timedelta(minutes=10)),
        (Rating.Hard, timedelta(minutes=15)),
        (Rating.Good, timedelta(days=2)),
        (Rating.Easy, timedelta(days=8)),
    ],
    ids=["again", "hard", "good", "easy"],
)
def test_first_answer_sets_the_first_interval(rating: Rating, wait: timedelta) -> None:
    assert due_after([Review(rating, NOON)]) == NOON + wait


def test_right_answers_push_the_exercise_ever_further() -> None:
    reviews: list[Review] = []
    waits = []
    now = NOON
    for _ in range(4):
        reviews.append(Review(Rating.Good, now))
        waits.append((due_after(reviews) - now).days)
        now = due_after(reviews)
    assert waits == [2, 11, 46, 163]


def test_order_of_the_reviews_does_not_matter() -> None:
    first, second = Review(Rating.Good, NOON), Review(Rating.Again, NOON + timedelta(days=3))
    assert due_after([second, first]) == due_after([first, second]) == NOON + timedelta(days=3, minutes=10)


def test_any_time_zone_gives_the_same_moment() -> None:
    brasilia = NOON.astimezone(timezone(timedelta(hours=-3)))
    assert due_after([Review(Rating.Good, brasilia)]) == NOON + timedelta(days=2)
