"""Where a student is in a session on the page: which question, whether a card is turned, whether it is over."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from fsrs import Rating

from tutor.errors import PracticeError
from tutor.practice.history.sessions import Session
from tutor.types import Exercise
from tutor.ui.desk import now

RATINGS = {"again": Rating.Again, "hard": Rating.Hard, "good": Rating.Good, "easy": Rating.Easy}


@dataclass(frozen=True, slots=True)
class Play:
    """The page's view of a session; what counts is in the history, so nothing is lost with it.

    `at` is the place of the question shown, `listed` shows all of them; `turned` are the cards turned over; `over`
    shows the result; `notice` is something to tell; `since` is when the question came up.
    """

    session: int
    listed: bool = False
    at: int = 0
    turned: frozenset[str] = frozenset()
    over: bool = False
    notice: str = ""
    since: datetime = field(default_factory=now)


def resumed(session: Session, *, listed: bool = False) -> Play:
    """Return the play of a session at its first question without an answer, or its result."""
    current = session.current
    at = session.exercises.index(current) if current else 0
    return Play(session.id, listed=listed, at=at, over=session.finished, notice=session.notice)


def answered(play: Play, session: Session, exercise_id: str, response: str) -> Play:
    """Commit an answer; an empty one, and in practice a second one, are not taken."""
    if not response.strip() or _is_settled(session, exercise_id):
        return play
    try:
        session.answer(exercise_id, response, now=now(), seconds=_seconds(play))
    except PracticeError as error:
        return replace(play, notice=str(error), over=session.finished)
    return replace(play, notice="", since=now() if play.listed else play.since)


def rated(play: Play, session: Session, exercise_id: str, rating: str) -> Play:
    """Commit the student's own judgement of a card and go on."""
    if _is_settled(session, exercise_id):
        return play
    try:
        session.rate(exercise_id, RATINGS[rating], now=now(), seconds=_seconds(play))
    except PracticeError as error:
        return replace(play, notice=str(error), over=session.finished)
    return play if play.listed else went_on(play, session)


def turned(play: Play, exercise_id: str) -> Play:
    """Turn a card over."""
    return replace(play, turned=play.turned | {exercise_id})


def went_on(play: Play, session: Session) -> Play:
    """Go to the next question: in an exam the following one, else the next without an answer, or the result."""
    if session.finished:
        return replace(play, over=True)
    if session.plan.exam:
        return moved(play, session, 1)
    current = session.current
    at = session.exercises.index(current) if current else play.at
    return replace(play, at=at, notice="", since=now())


def moved(play: Play, session: Session, steps: int) -> Play:
    """Go `steps` questions on, or back where negative, and never beyond the ends."""
    at = max(0, min(play.at + steps, len(session.exercises) - 1))
    return replace(play, at=at, notice="", since=now())


def flagged(play: Play, session: Session, exercise_id: str) -> Play:
    """Take a bad question out for good."""
    session.flag(exercise_id, now=now())
    if not session.exercises:
        return replace(play, over=True)
    left = replace(play, at=min(play.at, len(session.exercises) - 1), since=now())
    return went_on(left, session) if session.finished else left


def finished(play: Play, session: Session) -> Play:
    """End the session and show its result."""
    session.finish(now=now())
    return replace(play, over=True, notice="")


def shown(play: Play, session: Session) -> Exercise:
    """Return the exercise the play is at."""
    return session.exercises[play.at]


def _is_settled(session: Session, exercise_id: str) -> bool:
    """True for a question answered already in practice, say by a key pressed twice."""
    return exercise_id in session.answers and not session.plan.exam


def _seconds(play: Play) -> float:
    return (now() - play.since).total_seconds()
