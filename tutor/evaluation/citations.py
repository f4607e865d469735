"""Whether the citations of an answer hold: the quote stands in the note, carries its sentence, names its page.

The notes are read from the vault, not from the index, so that an index behind its notes is found out.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from tutor.answering.grounding import ground
from tutor.evaluation.facts import plain_text, states
from tutor.notes import find_notes, read_note
from tutor.types import Answer, Citation, PageReference

_MARKERS = re.compile(r"(?<!\\)((?:\[\d+\])+)")
_LIST_SIGN = re.compile(r"^\s*(?:[-*+]|\d+[.)]|#{1,6}|>)\s+")
_QUOTED = re.compile(r"\s*>(?!\s*\[!)")
_HEADING = re.compile(r"^(#{1,6})\s")


class NotesOnDisk:
    """The lines of a vault's notes as they are now, each read once."""

    def __init__(self, vault: Path) -> None:
        self._files = {file.path: file for file in find_notes(vault)}
        self._lines: dict[str, list[str]] = {}

    def lines(self, note: str) -> list[str]:
        """Return the lines of a note; none for a note that does not exist."""
        if note not in self._lines:
            self._lines[note] = read_note(self._files[note]).text.split("\n") if note in self._files else []
        return self._lines[note]


@dataclass(frozen=True, slots=True)
class Statement:
    """A run of an answer's words up to its markers, with the citations the markers name."""

    text: str
    citations: tuple[Citation, ...]


def statements(answer: Answer) -> tuple[Statement, ...]:
    """Return the statements of an answer; a line that only announces a list ("…:") is none."""
    numbered = {citation.n: citation for citation in answer.citations}
    found = []
    for line in answer.text.splitlines():
        parts = [*_MARKERS.split(_LIST_SIGN.sub("", line)), ""]
        for words, markers in zip(parts[::2], parts[1::2], strict=True):
            text = plain_text(words).strip(" .;,")
            if not any(map(str.isalnum, text)) or (not markers and text.endswith(":")):
                continue
            named = (numbered.get(int(n)) for n in re.findall(r"\d+", markers))
            found.append(Statement(text, tuple(citation for citation in named if citation)))
    return tuple(found)


def is_verbatim(citation: Citation, notes: NotesOnDisk) -> bool:
    """True when the quote stands in the lines that are cited."""
    cited = "\n".join(notes.lines(citation.note)[citation.first_line - 1 : citation.last_line])
    return bool(citation.quote.strip()) and citation.quote in cited


def is_carried(statement: Statement, notes: NotesOnDisk) -> bool:
    """True when the quotes of a statement that stand in the notes say it word for word, or carry it."""
    quoted = [citation for citation in statement.citations if is_verbatim(citation, notes)]
    if any(states(citation.quote, statement.text) for citation in quoted):
        return True
    return bool(quoted) and ground(statement.text, quoted).supported


def names_page(citation: Citation, page: PageReference, notes: NotesOnDisk) -> bool:
    """True when the note names the page in the cited lines or in what hangs right from them."""
    lines = notes.lines(citation.note)
    if not 0 < page.line <= len(lines) or str(page.first) not in lines[page.line - 1]:
        return False
    if page.line <= citation.last_line:
        return citation.first_line <= page.line
    below = lines[citation.last_line : page.line]
    return all(_depth(line) > _depth(lines[citation.first_line - 1]) for line in below if line.strip())


def _depth(line: str) -> int:
    """Return how deep a line stands: a heading by its level, all else below it by its indentation.

    The title of a callout stands above its text.
    """
    heading = _HEADING.match(line)
    indented = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
    return len(heading[1]) - 7 if heading else indented + bool(_QUOTED.match(line))
