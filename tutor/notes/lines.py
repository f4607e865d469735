"""Which lines of a paragraph belong together: Obsidian shows each line break, but hard-wrapped prose means none."""

import re
from collections.abc import Iterator, Sequence

from tutor.language import fold, is_stop_word
from tutor.notes.cards import answers
from tutor.notes.members import EXAMPLE
from tutor.notes.pages import is_only_pages

_STARTS_STATEMENT = re.compile(
    r"[^.:]{1,80}\s(?:-{1,2}>|→|={1,2}>|⇒)\s|[^.:=()]{1,60}\s=\s|\*\*[^*]+\*\*|\w[\w -]*::(?:\s|$)|\[\^[^\]]+\]:"
)
_BOLD_LINE = re.compile(r"(\*\*|__)(?!\s)[^*_]+\1:?")
FIELD = re.compile(r"[\w-]+(?: [\w-]+)?::\s")
"""A Dataview field's name, as written at the start of a line."""

_LABELLED = re.compile(r"(?:[!+-]\s)?(?:[^\W_][^\s.:=()]*\s){0,4}[^\s.:=()]+:\s+\S")
_DEFINES_LINE_ABOVE = re.compile(r"\s*:\s+\S")
"""A definition list's second line, as in PHP Markdown Extra and Pandoc."""

_CLOSES = frozenset("nao sim no".split())
"""Small words that a line may end with as a sentence does: "ADD aceita URL, COPY não"."""
_NARROWEST_WRAP = 50
_NEAR = 0.9


def group_lines(
    lines: Sequence[str], widths: Sequence[int], columns: Sequence[int], widest: int
) -> Iterator[tuple[int, int]]:
    """Yield the spans of `lines` that belong together.

    `widths` are the characters each takes in the file, `columns` where each begins, and `widest` the characters of the
    longest line of the note. A line joins the one before it where the paragraph was wrapped there (its first word would
    not have fitted), where a sentence visibly goes on, where it defines or answers that one, or is nothing but a page
    reference; else it stands alone.
    """
    width = max(widths, default=0)
    full = [widths[at - 1] + 1 + len(lines[at].split(maxsplit=1)[0]) > width for at in range(1, len(lines))]
    is_wrapped = width >= _NARROWEST_WRAP and (2 * sum(full) > len(full) if len(full) > 1 else width > _NEAR * widest)
    labelled = sum(map(is_labelled, lines[1:]))
    is_wrapped = is_wrapped and not (labelled > 1 and 2 * labelled >= len(full))
    start = 0
    for at in range(1, len(lines)):
        wrapped = is_wrapped and full[at - 1]
        alone = begins_with_term(lines[at]) or _BOLD_LINE.fullmatch(lines[at - 1])
        flows = _flows(lines[at - 1], lines[at], below=columns[at] == columns[at - 1])
        joined = wrapped or flows or is_only_pages(lines[at])
        if (alone or not joined) and not _DEFINES_LINE_ABOVE.match(lines[at]) and not answers(lines[at], lines[at - 1]):
            yield start, at
            start = at
    if lines:
        yield start, len(lines)


def begins_with_term(line: str) -> bool:
    """True for a line that begins with what it defines, by an arrow, a sign or bold, or with a field's name."""
    return bool(_STARTS_STATEMENT.match(line))


def announces_numbered(lines: Sequence[str], spans: Sequence[tuple[int, int]]) -> bool:
    """True for lines of which the first announces what the others number by bare figures: "3 passos:", "1 medir"."""
    numbered = (re.match(rf"{number} (?=[^\W\d])", lines[start]) for number, (start, _) in enumerate(spans[1:], 1))
    return len(spans) > 2 and lines[0].rstrip().endswith(":") and all(numbered)


def is_labelled(line: str) -> bool:
    """True for a line that begins with a label of a few words: "nº de firmas: poucas"."""
    return bool(_LABELLED.match(line.lstrip()))


def _flows(line: str, following: str, *, below: bool) -> bool:
    """True where a sentence visibly goes on over a line break, at whatever width; `below` for one at its column."""
    last, first = line.rsplit(maxsplit=1)[-1], following.split(maxsplit=1)[0]
    if FIELD.match(line) or line.rstrip().endswith((".", ":", ";", "!", "?", "  ", "\\")):
        return False
    if EXAMPLE.match(following.lstrip()) or last.endswith(","):
        return True
    if not below:
        return False
    labelled = is_labelled(following)
    led = is_stop_word(fold(last)) and fold(last) not in _CLOSES and not (labelled and is_labelled(line))
    return led or (first.islower() and is_stop_word(fold(first)) and not labelled)


def indentation(line: str) -> int:
    """Return the column at which the words of a line begin, a tab being up to four columns."""
    spaced = line.expandtabs(4)
    return len(spaced) - len(spaced.lstrip())
