"""Text to HTML: everything from a note, a question or a model is escaped here, and nothing of it can run or load."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from html import escape
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from tutor.types import PageKind, PageReference
from tutor.ui.strings import say
from tutor.ui.views.icons import icon

_MARKER = re.compile(r"\[(\d{1,3})\]")
_WORD_AND_MARKERS = re.compile(r"(?<![^\s>])([^\s<>]{1,24}) ((?:<button[^>]*>\d+</button>)+)")
_ARROW = re.compile(r"(?<!\S)-&gt;(?!\S)")
_PAGE_KEYS = {PageKind.PAGE: "page.page", PageKind.CHAPTER: "page.chapter", PageKind.SLIDE: "page.slide"}

Span = tuple[int, int]
MarkerButton = Callable[[int], str]
"""Returns the HTML of the button for citation n."""


def plain(text: str) -> str:
    """Return `text` escaped for HTML, with `->` set as an arrow."""
    return _ARROW.sub("→", escape(text))


def attributes(**values: object) -> str:
    """Return HTML attributes, escaped: `data_n=1` becomes ` data-n="1"`; None and False are left out."""
    pairs = ((name.rstrip("_").replace("_", "-"), value) for name, value in values.items())
    return "".join(
        f' {name}="{escape(str(value))}"' for name, value in pairs if value is not None and value is not False
    )


def markdown(text: str, citations: Collection[int], marker: MarkerButton) -> str:
    """Return an answer's Markdown as HTML; `[n]` becomes `marker(n)` where n is one of `citations`.

    Raw HTML, links and images stay the text they were written as.
    """
    html: str = _MARKDOWN.render(text, {"citations": frozenset(citations), "marker": marker})
    return _WORD_AND_MARKERS.sub(r'<span class="keep">\1 \2</span>', html)


def inline(text: str) -> str:
    """Return a line of Markdown as HTML, as `markdown` does."""
    html: str = _MARKDOWN.renderInline(text, {"citations": frozenset()})
    return html


def with_spans(text: str, strong: Iterable[Span], marked: Iterable[Span]) -> str:
    """Return plain `text` as HTML, with `strong` spans in bold and `marked` ones highlighted; spans may cross."""
    strong, marked = tuple(strong), tuple(marked)
    cuts = sorted({0, len(text), *(min(edge, len(text)) for span in strong + marked for edge in span)})
    pieces: list[str] = []
    for start, end in pairwise(cuts):
        piece = plain(text[start:end])
        if _covers(strong, start):
            piece = f"<strong>{piece}</strong>"
        pieces.append(f"<mark>{piece}</mark>" if _covers(marked, start) else piece)
    return "".join(pieces).replace("</mark><mark>", "")


def warning(words: str) -> str:
    """Return what went wrong, plain text, as the page tells it."""
    return f'<p class="warning" role="alert">{icon("warning")}<span>{escape(words)}</span></p>'


def working(words: str) -> str:
    """Return what is being done, plain text, as the page tells it."""
    return f'<p class="working" role="status"><span class="dots"></span>{escape(words)}</p>'


def notice(words: str) -> str:
    """Return something to know, plain text, as the page tells it."""
    return f'<p class="notice" role="status">{escape(words)}</p>'


def page_label(page: PageReference, language: str) -> str:
    """Return a page reference as its reader would write it: "apostila so_02 · p. 51"."""
    key = _PAGE_KEYS[page.kind] + ("" if page.first == page.last else "_many")
    place = say(language, key, first=page.first, last=page.last)
    return f"{page.source} · {place}" if page.source else place


def page_chips(pages: Iterable[PageReference], language: str) -> str:
    """Return one chip for each page reference, doubles left out."""
    labels = dict.fromkeys(page_label(page, language) for page in pages)
    return "".join(f'<span class="chip">{escape(label)}</span>' for label in labels)


def line_label(first: int, last: int, language: str) -> str:
    """Return "linha 5" or "linhas 5–7"."""
    return say(language, "line.one" if first == last else "line.many", first=first, last=last)


def _covers(spans: Iterable[Span], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _read_marker(state: StateInline, silent: bool) -> bool:
    match = _MARKER.match(state.src, state.pos)
    if match is None or int(match[1]) not in state.env["citations"]:
        return False
    if not silent:
        state.push("citation", "", 0).meta = {"n": int(match[1])}
    state.pos = match.end()
    return True


def _render_marker(
    _self: RendererHTML, tokens: list[Token], at: int, _options: object, env: Mapping[str, MarkerButton]
) -> str:
    return env["marker"](tokens[at].meta["n"])


def _render_text(_self: RendererHTML, tokens: list[Token], at: int, _options: object, _env: object) -> str:
    return plain(tokens[at].content)


def _make_markdown() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    md.disable(["link", "image", "autolink", "html_block", "html_inline", "reference", "entity"])
    md.inline.ruler.before("emphasis", "citation", _read_marker)
    md.add_render_rule("citation", _render_marker)
    md.add_render_rule("text", _render_text)
    return md


_MARKDOWN = _make_markdown()
