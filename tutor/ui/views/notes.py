"""The notes page as HTML: what is indexed, the problems found, and page references by handout."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from tutor.types import PageReference, Problem
from tutor.ui.messages import told
from tutor.ui.preparation import Status
from tutor.ui.strings import say
from tutor.ui.views.markup import attributes, line_label, notice, page_label, plain, warning

if TYPE_CHECKING:
    from tutor.index import NoteSummary


def render_progress(status: Status, language: str) -> str:
    """Return the page's heading, and below it the progress of an indexing, what the last one did, or what failed."""
    return f"<h2>{escape(say(language, 'notes.heading'))}</h2>{_render_status(status, language)}"


def _render_status(status: Status, language: str) -> str:
    if not status.settled:
        words = status_words(status, 0, language)
        bar = attributes(max=status.total or None, value=status.done if status.total else None, aria_label=words)
        return f'<div class="progress"><progress{bar}></progress><span role="status">{escape(words)}</span></div>'
    if status.phase == "failed" or status.report is None:
        words = f"{say(language, 'status.failed')}: {problem_words(status, language)}"
        return warning(words)
    counts = {name: getattr(status.report, name) for name in ("added", "changed", "removed", "unchanged")}
    return notice(say(language, "notes.report", **counts))


def problem_words(status: Status, language: str) -> str:
    """Return what failed and its fix."""
    return told(status.problem, language) or say(language, "status.unexpected")


def status_words(status: Status, notes: int, language: str) -> str:
    """Return the status line: what is being prepared, or how many notes are ready."""
    match status.phase:
        case "loading":
            return say(language, "status.loading")
        case "indexing" if status.total:
            return say(language, "status.indexing", done=status.done, total=status.total)
        case "indexing":
            return say(language, "status.reading")
        case "failed":
            return say(language, "status.failed")
        case _:
            key = {0: "status.empty", 1: "status.ready_one"}.get(notes, "status.ready")
            return say(language, key, count=notes)


def render_notes(notes: "Sequence[NoteSummary]", problems: Sequence[Problem], language: str) -> str:
    """Return the page's three parts."""
    pages = sum(len(note.pages) for note in notes)
    passages = sum(note.passages for note in notes)
    summary = say(language, "notes.summary", notes=len(notes), passages=passages, pages=pages)
    return (
        f'<div class="notes-page"><p class="notice">{escape(summary)}</p>'
        + _section("notes.problems", _render_problems(problems, language), language, len(problems))
        + _section("notes.indexed", _render_table(notes, language), language)
        + _section("notes.handouts", _render_handouts(notes, language), language)
        + "</div>"
    )


def _section(key: str, body: str, language: str, count: int = 0) -> str:
    badge = f' <span class="badge">{count}</span>' if count else ""
    return f"<section><h3>{escape(say(language, key))}{badge}</h3>{body}</section>"


def _render_problems(problems: Sequence[Problem], language: str) -> str:
    if not problems:
        return f'<p class="notice">{escape(say(language, "notes.no_problems"))}</p>'
    items = "".join(
        f"<li>{_note_button(each.note, each.line, _place(each.note, each.line, language))} "
        f"{plain(told(each.message, language))}</li>"
        for each in problems
    )
    return f'<ul class="problems">{items}</ul>'


def _render_table(notes: "Sequence[NoteSummary]", language: str) -> str:
    if not notes:
        return f'<p class="notice">{escape(say(language, "notes.none"))}</p>'
    heads = "".join(
        f'<th scope="col">{escape(say(language, key))}</th>' for key in ("notes.note", "notes.passages", "notes.pages")
    )
    rows = "".join(
        f'<tr><th scope="row">{_note_button(note.path, 0, note.title)}<span class="place">{escape(note.path)}</span>'
        f"{_tags(note.tags)}</th><td>{note.passages}</td><td>{len(note.pages)}</td></tr>"
        for note in notes
    )
    return f'<table class="notes"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _tags(tags: Iterable[str]) -> str:
    return "".join(f'<span class="tag">#{escape(tag)}</span>' for tag in tags)


def _render_handouts(notes: "Sequence[NoteSummary]", language: str) -> str:
    places: dict[str, list[tuple[PageReference, str]]] = {}
    for note in notes:
        for page in note.pages:
            places.setdefault(page.source or "", []).append((page, note.path))
    if not places:
        return f'<p class="notice">{escape(say(language, "notes.no_handouts"))}</p>'
    named_first = sorted(places, key=lambda source: (not source, source.casefold()))
    handouts = "".join(_render_handout(source, places[source], language) for source in named_first)
    return f'<div class="handouts">{handouts}</div>'


def _render_handout(source: str, places: Iterable[tuple[PageReference, str]], language: str) -> str:
    ordered = sorted(places, key=lambda place: (place[0].kind, place[0].first, place[0].last, place[1], place[0].line))
    items = "".join(
        f'<li><span class="chip">{escape(_label_alone(page, language))}</span> '
        f"{_note_button(note, page.line, _place(note, page.line, language))}</li>"
        for page, note in ordered
    )
    name = escape(source or say(language, "notes.unnamed"))
    return f'<details class="handout" open><summary>{name}</summary><ul>{items}</ul></details>'


def _label_alone(page: PageReference, language: str) -> str:
    return page_label(replace(page, source=None), language)


def _place(note: str, line: int, language: str) -> str:
    return f"{note} · {line_label(line, line, language)}" if line else note


def _note_button(note: str, line: int, words: str) -> str:
    attrs = attributes(type="button", class_="link", data_event="select", data_note=note, data_line=line)
    return f"<button{attrs}>{plain(words)}</button>"
