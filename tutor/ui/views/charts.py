"""Plots as HTML and SVG: bars of parts, and columns by day. They take their colours from the page's theme."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from tutor.practice.history.progress import Day
from tutor.ui.strings import say
from tutor.ui.views.markup import attributes

_DAYS = 30
_WIDTH, _HEIGHT, _ROOM = 600, 130, 12


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: a count and its class ("good", "bad" or "rest")."""

    count: int
    kind: str


def bar(parts: Sequence[Part], words: str) -> str:
    """Return one bar divided into its parts; `words` say the same for those who don't see it."""
    total = sum(part.count for part in parts) or 1
    pieces = "".join(
        f'<span class="{part.kind}" style="width:{100 * part.count / total:.2f}%"></span>'
        for part in parts
        if part.count
    )
    return f"<span{attributes(class_='bar', role='img', aria_label=words, title=words)}>{pieces}</span>"


def columns(days: Sequence[Day], language: str, today: date) -> str:
    """Return the answers of the last 30 days up to `today` as columns, the right ones in colour; an SVG."""
    by_day = {day.day.toordinal() - today.toordinal() + _DAYS - 1: day for day in days}
    shown = {at: day for at, day in by_day.items() if 0 <= at < _DAYS}
    highest = max((day.answers for day in shown.values()), default=1)
    step = _WIDTH / _DAYS
    drawn = "".join(_column(at * step, step, day, highest, language) for at, day in sorted(shown.items()))
    label = escape(say(language, "progress.days"))
    first = date.fromordinal(today.toordinal() - _DAYS + 1)
    return (
        f'<svg class="columns" viewBox="0 0 {_WIDTH} {_HEIGHT}" preserveAspectRatio="none" role="img" '
        f'aria-label="{label}">{drawn}</svg>'
        f'<p class="days"><span>{_day_words(first)}</span><span>{_day_words(today)}</span></p>'
    )


def _column(left: float, width: float, day: Day, highest: int, language: str) -> str:
    whole, right = ((_HEIGHT - _ROOM) * count / highest for count in (day.answers, day.right))
    words = escape(say(language, "progress.day", day=_day_words(day.day), right=day.right, answers=day.answers))
    x, thick = left + width * 0.15, width * 0.7
    return (
        f'<g><title>{words}</title><rect class="rest" x="{x:.1f}" y="{_HEIGHT - whole:.1f}" width="{thick:.1f}" '
        f'height="{whole:.1f}"/><rect class="good" x="{x:.1f}" y="{_HEIGHT - right:.1f}" width="{thick:.1f}" '
        f'height="{right:.1f}"/></g>'
    )


def _day_words(day: date) -> str:
    return f"{day:%d/%m}"
