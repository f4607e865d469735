"""The source panel: a citation's words highlighted in the outline of its note."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from html import escape

from tutor.types import Block, BlockKind, Citation, Note
from tutor.ui.images import FindPicture
from tutor.ui.strings import say
from tutor.ui.views.icons import icon
from tutor.ui.views.markup import Span, line_label, page_chips, plain, with_spans

_WORD = re.compile(r"\w+")
_BEFORE, _AFTER, _BELOW = 3, 4, 24


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the outline: a block, how deep it stands, and how it is shown ("above", "cited", "beside")."""

    block: Block
    depth: int
    role: str


def render_source(note: Note, citation: Citation, language: str, find_picture: FindPicture) -> str:
    """Return the panel for one citation: where it stands, its pages, and its words within their outline."""
    rows, before, after = _outline(note, citation)
    body = "".join(
        [
            _more("source.above", before, language),
            *(_render_row(row, note, citation, language, find_picture) for row in rows),
            _more("source.below", after, language),
        ]
    )
    place = f"{note.path} · {line_label(citation.first_line, citation.last_line, language)}"
    chips = page_chips(citation.pages, language)
    return _panel(note.title, language, f'<p class="place">{escape(place)}</p><p class="chips">{chips}</p>', body)


def standing_citation(note: Note, citation: Citation) -> Citation | None:
    """Return a citation with the lines its quote stands at in `note` now; None where the note no longer says it."""
    if citation.quote in note.lines(citation.first_line, citation.last_line):
        return citation
    start = note.text.find(citation.quote)
    if start < 0:
        return None
    first = note.text.count("\n", 0, start) + 1
    return replace(citation, first_line=first, last_line=first + citation.quote.count("\n"))


def render_note(note: Note, language: str, find_picture: FindPicture) -> str:
    """Return the panel with a whole note as a readable outline."""
    rows = (_Row(block, len(note.ancestors(block)), "beside") for block in note.blocks)
    body = "".join(_render_row(row, note, None, language, find_picture) for row in rows)
    return _panel(note.title, language, f'<p class="place">{escape(note.path)}</p>', body)


def render_missing_source(note: str, language: str) -> str:
    """Return the panel for a note that is no longer what the citation was taken from."""
    return _panel(note, language, f'<p class="warning">{escape(say(language, "source.gone", note=note))}</p>', "")


def _panel(title: str, language: str, head: str, body: str) -> str:
    close = escape(say(language, "source.close"))
    return (
        f'<aside class="source" role="complementary" aria-label="{escape(say(language, "source.title"))}">'
        f'<header><h2 tabindex="-1">{plain(title)}</h2><button type="button" class="icon-button" data-close '
        f'aria-label="{close}" title="{close}">{icon("close")}</button>{head}</header>'
        f'<ol class="outline">{body}</ol></aside>'
    )


def _more(key: str, count: int, language: str) -> str:
    return f'<li class="more">{escape(say(language, key, count=count))}</li>' if count else ""


def _outline(note: Note, citation: Citation) -> tuple[list[_Row], int, int]:
    """Return the rows around a citation, and how many siblings were left out above and below."""
    cited = [
        block
        for block in note.blocks
        if block.first_line <= citation.last_line and citation.first_line <= block.last_line
    ]
    if not cited:
        return [], 0, 0
    top = min(cited, key=lambda block: len(note.ancestors(block)))
    chain = note.ancestors(top)
    rows = [_Row(block, depth, "above") for depth, block in enumerate(chain)]
    siblings = note.children(chain[-1] if chain else None)
    ids = {block.id for block in cited}
    holding = [at for at, block in enumerate(siblings) if not ids.isdisjoint(_ids_under(note, block))]
    first, last = max(holding[0] - _BEFORE, 0), min(holding[-1] + _AFTER, len(siblings) - 1)
    for at in range(first, last + 1):
        block = siblings[at]
        rows.append(_Row(block, len(chain), "cited" if block.id in ids else "beside"))
        if at in holding:
            under = ids if block.id not in ids else {*ids, *_ids_under(note, block)}
            rows += [
                _Row(child, depth, "cited" if child.id in ids else "below")
                for child, depth in _descendants(note, block, len(chain) + 1)
                if child.id in under
            ][:_BELOW]
    return rows, first, len(siblings) - 1 - last


def _descendants(note: Note, block: Block, depth: int) -> Iterator[tuple[Block, int]]:
    for child in note.children(block):
        yield child, depth
        yield from _descendants(note, child, depth + 1)


def _ids_under(note: Note, block: Block) -> set[int]:
    return {block.id, *(child.id for child, _ in _descendants(note, block, 0))}


def _render_row(row: _Row, note: Note, citation: Citation | None, language: str, find_picture: FindPicture) -> str:
    block = row.block
    marked = mark_quote(citation.quote, block.text) if citation and row.role == "cited" else ()
    words = with_spans(block.text, block.strong, marked)
    if block.kind is BlockKind.CODE:
        words = f"<pre><code>{with_spans(block.text, (), marked)}</code></pre>"
    pictures = "".join(
        _render_picture(note.path, embed.target, embed.label, language, find_picture)
        for embed in block.embeds
        if embed.is_image
    )
    if not words and not pictures:
        return ""
    return f'<li class="row {row.role} kind-{block.kind}" style="--depth:{row.depth}">{words}{pictures}</li>'


def _render_picture(note: str, target: str, label: str, language: str, find_picture: FindPicture) -> str:
    picture = find_picture(note, target)
    if picture.problem:
        return f'<p class="warning">{escape(say(language, picture.problem, name=picture.name))}</p>'
    return f'<img src="{escape(picture.address)}" alt="{escape(label or picture.name)}">'


def mark_quote(quote: str, text: str) -> tuple[Span, ...]:
    """Return the spans of a block's plain `text` that carry the words of a verbatim Markdown `quote`.

    Words are matched in order, so that marks, links and arrows of the quote need not stand in the text.
    """
    words = list(_WORD.finditer(text))
    wanted = [word[0] for word in _WORD.finditer(quote)]
    matcher = SequenceMatcher(None, wanted, [word[0] for word in words], autojunk=False)
    spans = [
        (words[found.b].start(), words[found.b + found.size - 1].end())
        for found in matcher.get_matching_blocks()
        if found.size
    ]
    return tuple(_joined(_to_the_edges(spans, words, text), text))


def _to_the_edges(spans: list[Span], words: Sequence[re.Match[str]], text: str) -> list[Span]:
    """Widen the spans over the signs at the text's ends and over closing punctuation."""
    if spans and spans[0][0] == words[0].start():
        spans[0] = (0, spans[0][1])
    if spans and spans[-1][1] == words[-1].end():
        spans[-1] = (spans[-1][0], len(text))
    return spans


def _joined(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """Join the spans that only signs and spaces divide."""
    current: Span | None = None
    for start, end in spans:
        if current and not _WORD.search(text[current[1] : start]):
            current = (current[0], end)
            continue
        if current:
            yield current
        current = (start, end)
    if current:
        yield current
