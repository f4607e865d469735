"""The head of the practice page as HTML: what there is to practise, and a session to take up again."""

from collections import Counter
from collections.abc import Sequence
from html import escape

from tutor.practice.records import Item, SessionSummary
from tutor.ui.desk import now
from tutor.ui.strings import say
from tutor.ui.views.exercise import action


def render_choice(items: Sequence[Item], open_session: SessionSummary | None, language: str) -> str:
    """Return the heading over the choices, how much there is and is due, and the way back to an open session."""
    topics = len({item.exercise.topic for item in items})
    due = sum(item.due is not None and item.due <= now() for item in items)
    available = say(language, "practice.available", count=len(items), topics=topics)
    chip = f' <span class="chip">{escape(say(language, "practice.due", count=due))}</span>' if due else ""
    resume = ""
    if open_session is not None:
        words = say(language, "practice.resume", answered=open_session.answered, asked=open_session.asked)
        resume = action("resume", escape(words), kind="button", data_session=open_session.id)
    return (
        f'<section class="practice-head"><h2>{escape(say(language, "practice.heading"))}</h2>'
        f"<p>{escape(say(language, 'practice.promise'))}</p>"
        f'<p class="notice">{escape(available)}{chip}</p>{resume}</section>'
    )


def topic_choices(items: Sequence[Item]) -> list[tuple[str, str]]:
    """Return (topic with its count, topic) pairs, in the order of the notes."""
    counts = Counter(item.exercise.topic for item in items)
    return [(f"{topic} ({count})", topic) for topic, count in counts.items()]
