"""The progress page as HTML: what practice has reached by topic and handout page, day by day, and the gaps."""

from collections.abc import Sequence
from datetime import date
from html import escape

from tutor.practice.history.progress import Gap, PageStanding, ProgressReport, Standing
from tutor.types import PageReference
from tutor.ui.strings import say
from tutor.ui.views.charts import Part, bar, columns
from tutor.ui.views.markup import attributes, line_label, page_label, plain

_GAPS = 15


def render_heading(language: str, news: str = "") -> str:
    """Return the page's heading, and `news`, which is HTML, on what is being exported."""
    return f"<h2>{escape(say(language, 'progress.heading'))}</h2>{news}"


def render_progress_report(report: ProgressReport, language: str, today: date) -> str:
    """Return the whole page."""
    days = columns(report.days, language, today) if report.days else _nothing("progress.none", language)
    topics = "".join(_row(each.topic, each.standing, language) for each in report.topics)
    pages = "".join(_page_row(each, language) for each in report.pages)
    return (
        f'<div class="notes-page">{_render_numbers(report.total, language)}'
        + _section("progress.days", days, language)
        + _section("progress.topics", f'<ul class="bars">{topics}</ul>', language)
        + (_section("progress.pages", f'<ul class="bars">{pages}</ul>', language) if pages else "")
        + _section("progress.gaps", _render_gaps(report.gaps, language), language)
        + "</div>"
    )


def _nothing(key: str, language: str) -> str:
    return f'<p class="notice">{escape(say(language, key))}</p>'


def _section(key: str, body: str, language: str) -> str:
    return f"<section><h3>{escape(say(language, key))}</h3>{body}</section>"


def _render_numbers(total: Standing, language: str) -> str:
    numbers = (
        (total.attempted, "progress.practised"),
        (total.right, "progress.right"),
        (total.due, "progress.due"),
        (total.never, "progress.never"),
    )
    items = "".join(f"<li><b>{count}</b> {escape(say(language, key))}</li>" for count, key in numbers)
    return f'<ul class="numbers">{items}</ul>'


def _row(label: str, standing: Standing, language: str) -> str:
    wrong = standing.attempted - standing.right
    words = say(
        language,
        "progress.counts",
        right=standing.right,
        wrong=wrong,
        never=standing.never,
        exercises=standing.exercises,
    )
    drawn = bar([Part(standing.right, "good"), Part(wrong, "bad"), Part(standing.never, "rest")], words)
    due = f'<span class="chip">{escape(say(language, "progress.due_now", count=standing.due))}</span>'
    count = (
        f"{standing.attempted}/{standing.exercises}" if standing.exercises else say(language, "progress.no_exercise")
    )
    return (
        f'<li><span class="label">{plain(label)}{due if standing.due else ""}</span>{drawn}'
        f'<span class="count">{escape(count)}</span></li>'
    )


def _page_row(page: PageStanding, language: str) -> str:
    label = page_label(PageReference(page.handout, page.first, page.last, page.kind, 0), language)
    return _row(label, page.standing, language)


def _render_gaps(gaps: Sequence[Gap], language: str) -> str:
    if not gaps:
        return _nothing("progress.no_gaps", language)
    first, rest = (
        f'<ul class="gaps">{"".join(_gap_item(gap, language) for gap in part)}</ul>'
        for part in (gaps[:_GAPS], gaps[_GAPS:])
    )
    if len(gaps) <= _GAPS:
        return first
    more = escape(say(language, "progress.more", count=len(gaps) - _GAPS))
    return f"{first}<details><summary>{more}</summary>{rest}</details>"


def _gap_item(gap: Gap, language: str) -> str:
    attrs = attributes(type="button", class_="link", data_event="select", data_note=gap.note, data_line=gap.line)
    place = f"{gap.note} · {line_label(gap.line, gap.line, language)}"
    return f'<li><button{attrs}>{plain(gap.text)}</button> <span class="place">{escape(place)}</span></li>'
