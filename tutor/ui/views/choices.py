"""The head of the practice page as HTML: what there is to practise, and a session to take up again."""

from html import escape

from tutor.practice.history.records import SessionSummary
from tutor.ui.desk import Offer
from tutor.ui.strings import say
from tutor.ui.views.exercise import action


def render_choice(offer: Offer, open_session: SessionSummary | None, language: str) -> str:
    """Return the heading over the choices, how much there is and is due, and the way back to an open session."""
    available = say(language, "practice.available", topics=len(offer.topics))
    chip = f' <span class="chip">{escape(say(language, "practice.due", count=offer.due))}</span>' if offer.due else ""
    resume = ""
    if open_session is not None:
        words = say(language, "practice.resume", answered=open_session.answered, asked=open_session.asked)
        resume = action("resume", escape(words), kind="button", data_session=open_session.id)
    return (
        f'<section class="practice-head"><h2>{escape(say(language, "practice.heading"))}</h2>'
        f"<p>{escape(say(language, 'practice.promise'))}</p>"
        f'<p class="notice">{escape(available)}{chip}</p>{resume}</section>'
    )
