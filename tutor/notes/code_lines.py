"""Lines of code that tell something each: a command with its comment, columns drawn with spaces."""

import re
from collections.abc import Sequence

from tutor.types import Form, Statement

_COMMENT = re.compile(r"[\s>]*(?:#|//|--)\s+\S")
"""How a line begins that is a comment and no more."""
_TOLD = re.compile(
    r"[\s>]*(?P<code>[\w$./\"'<@-](?:.*?[^\s|])?)"
    r"(?:\s+(?:#|//|--)\s+(?P<comment>\S.*)|(?: {2,}|\t+)(?P<column>[^\s|+-].*))"
)
"""A line of code, then what is told of it: behind a comment sign, or in a column of its own."""
_SHARE = 0.5  # of the lines that are no comment


def told_by_line(lines: Sequence[str]) -> bool:
    """True for code at least half of whose lines tell something each, as no program's do."""
    said = [line for line in lines if line.strip() and not is_comment(line)]
    told = sum(_TOLD.fullmatch(line.rstrip()) is not None for line in said)
    return len(said) > 1 and told >= _SHARE * len(said)


def is_comment(line: str) -> bool:
    """True for a line that is a comment and no more."""
    return _COMMENT.match(line) is not None


def read_code(text: str) -> Statement | None:
    """Read what the comment or next column of a line of code tells of it; nothing where the code tells nothing so.

    A column that begins with a number, "IMAP  143", tells a value, and not what something is.
    """
    *comments, last = text.split("\n")
    told = _TOLD.fullmatch(last.rstrip()) if all(map(is_comment, comments)) else None
    meaning = (told["comment"] or told["column"]) if told else ""
    if told is None or (told["column"] and not meaning[0].isalpha()):
        return None
    return Statement(told["code"], (told["code"],), meaning, Form.ARROW)
