"""Which lines of a paragraph belong together: Obsidian shows each line break, but hard-wrapped prose means none."""

import re
from collections.abc import Iterator, Sequence

from tutor.language import fold, is_stop_word
from tutor.notes.pages import is_only_pages

_STARTS_STATEMENT = re.compile(
    r"[^.:]{1,80}\s(?:-{1,2}>|→|={1,2}>|⇒)\s|\*\*[^*]+\*\*|\w[\w -]*::(?:\s|$)|\[\^[^\]]+\]:"
)
_BOLD_LINE = re.compile(r"(\*\*|__)(?!\s)[^*_]+\1:?")
_NARROWEST_WRAP = 50


def group_lines(lines: Sequence[str], widths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the spans of `lines` that belong together; `widths` are the characters each takes in the file.

    A line joins the one before it where the paragraph was wrapped there (its first word would not have fitted), where
    a sentence visibly goes on, or where it is nothing but a page reference; else it stands alone.
    """
    width = max(widths, default=0)
    start = 0
    for at in range(1, len(lines)):
        wrapped = width >= _NARROWEST_WRAP and widths[at - 1] + 1 + len(lines[at].split(maxsplit=1)[0]) > width
        alone = _STARTS_STATEMENT.match(lines[at]) or _BOLD_LINE.fullmatch(lines[at - 1])
        joined = wrapped or _flows(lines[at - 1], lines[at]) or is_only_pages(lines[at])
        if alone or not joined:
            yield start, at
            start = at
    if lines:
        yield start, len(lines)


def _flows(line: str, following: str) -> bool:
    """True where a sentence visibly goes on over a line break, at whatever width."""
    last, first = line.rsplit(maxsplit=1)[-1], following.split(maxsplit=1)[0]
    if line.rstrip().endswith((".", ":", ";", "!", "?", "  ", "\\")):
        return False
    return last.endswith(",") or is_stop_word(fold(last)) or (first.islower() and is_stop_word(fold(first)))
