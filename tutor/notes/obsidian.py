"""Obsidian's syntax taken off a block's text: comments, block ids, tags, inline fields, study marks."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from tutor.language import fold, is_stop_word
from tutor.notes.fields import FieldRole, find_leading_field, find_trailing_mark, is_study_word, read_field
from tutor.notes.inline import Inline, parse_inline

_SPECIAL = re.compile(r"[\\`*_\[<&~$^#\n\t]|==|::|  ")
_OPENING = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(?P<fence>`{3,}|~{3,})[^\n]*$"
    r"|(?P<code>`+)(?:(?!(?P=code)).)*(?P=code)|%%|<!--",
    re.MULTILINE,
)
_TAG = re.compile(r"(?<![^\s(])#([\w/-]*[^\W\d_][\w/-]*)(?![\w/-]|(?<=[A-Z0-9])[!?])")  # "#REF!" is none
_SAID_OF = re.compile(r"\s*(?:[-–—=:→]|(?:é|são|is|are)\s)")
_ANCHOR = re.compile(r"(?:^|\s)\^([A-Za-z0-9-]+)\s*$")
_FOOTNOTE_DEFINITION = re.compile(r"\[\^([^\]\s]+)\]:\s*")
_BRACKETED_FIELD = re.compile(r"\[([^\W\d][\w -]*)::\s*([^\[\]]*)\]|\(([^\W\d][\w -]*)::(?:\s+|(?=\)))([^()]*)\)")
_REDUNDANT_SPACE = re.compile(r"^\s+|(?<=\s)\s+|\s+$")
_SEEN = re.compile(r"[^\n]")
_DEFINED = re.compile(r"\s*(?:\([^()]*\)\s*)?(?::|-+>|=+>|→|=)\s")
_ODD_SPACE = re.compile(r"[^\S\n\t ]")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
LONGEST_INLINE = 50_000
"""Characters beyond which a block's text is taken as it stands: nobody wrote it, and inline parsing is quadratic."""


def read_inline(source: str, first_line: int = 0) -> Inline:
    """Return the plain text of a block's source, whose first line is `first_line` of the note."""
    source = unicodedata.normalize("NFC", source).translate(_UNSEEN)
    if not _SPECIAL.search(source) or len(source) > LONGEST_INLINE:
        return Inline(" ".join(source.split()))
    definition = _FOOTNOTE_DEFINITION.match(source)
    if definition:
        return replace(read_inline(source[definition.end() :], first_line), footnote=definition[1])
    inline = _take_anchor(parse_inline(source, first_line))
    return _take_fields(_tidy(_take_tags(_take_bracketed_fields(inline))))


def clean_source(text: str) -> str:
    """Return `text` with comments (`%%…%%`, `<!--…-->`) and odd white space as spaces, at the same offsets.

    Comment signs in code are code, and one that is never closed is text.
    """
    return _ODD_SPACE.sub(" ", "".join(_without_comments(text)) if "%%" in text or "<!--" in text else text)


def _without_comments(text: str) -> Iterator[str]:
    """Yield the pieces of `text`, comments as spaces."""
    at = 0
    unclosed: set[str] = set()
    while opening := _OPENING.search(text, at):
        sign = "-->" if opening[0] == "<!--" else opening[0]
        end = opening.end()
        if opening["fence"]:
            closing = re.compile(rf"^[ \t>]*{opening['fence']}[`~]*[ \t]*$", re.MULTILINE).search(text, end)
            end = closing.end() if closing else len(text)
        elif not opening["code"] and sign not in unclosed:
            close = text.find(sign, end)
            if close >= 0:
                end = close + len(sign)
                yield text[at : opening.start()]
                yield _SEEN.sub(" ", text[opening.start() : end])
                at = end
                continue
            unclosed.add(sign)
        yield text[at:end]
        at = end
    yield text[at:]


def _take_anchor(inline: Inline) -> Inline:
    """Take a block id off the end of the text."""
    anchor = _ANCHOR.search(inline.prose)
    return replace(inline.without([anchor.span()]), anchor=anchor[1]) if anchor else inline


def _take_bracketed_fields(inline: Inline) -> Inline:
    """Take `[key:: value]` and `(key:: value)` out where they are study marks; other fields lose their brackets."""
    marks = list(inline.study_marks)
    spans = []
    for found in _BRACKETED_FIELD.finditer(inline.prose) if "::" in inline.text else ():
        field = read_field(found[1] or found[3], found[2] or found[4] or "")
        if field.role is FieldRole.MARK:
            marks.append(field.key.lower())
            spans.append(found.span())
        else:
            colon = inline.text.index("::", found.start())
            spans += [(found.start(), found.start() + 1), (colon, colon + 1), (found.end() - 1, found.end())]
    return replace(inline.without(spans), study_marks=tuple(marks))


def _take_tags(inline: Inline) -> Inline:
    """Take tags off both ends of the text; one amid a sentence stays as a word."""
    prose = inline.prose
    found = list(_TAG.finditer(prose)) if "#" in prose else []
    if not found:
        return inline
    leading, trailing = 0, len(prose)
    for tag in found:
        if prose[leading : tag.start()].strip():
            break
        leading = tag.end()
    if _SAID_OF.match(prose, leading):  # "#TCP é um protocolo"
        leading = 0
    for tag in reversed(found):
        before = prose[: tag.start()].split()[-1:]
        last = trailing == len(prose) and not is_study_word(tag[1])
        amid = last and any(is_stop_word(fold(word)) for word in before)  # "usada pelo #HTTP"
        if amid or prose[tag.end() : trailing].strip(" .;,"):
            break
        trailing = tag.start()
    ends = [tag.span() for tag in found if tag.end() <= leading or tag.start() >= trailing]
    signs = [(tag.start(), tag.start() + 1) for tag in found]
    tags = tuple(dict.fromkeys(tag[1] for tag in found))
    marks = dict.fromkeys((*inline.study_marks, *(tag.lower() for tag in tags if is_study_word(tag))))
    return replace(inline.without(ends + signs), tags=tags, study_marks=tuple(marks))


def _tidy(inline: Inline) -> Inline:
    """Make every run of white space one space, and none at the ends."""
    return inline.without(found.span() for found in _REDUNDANT_SPACE.finditer(inline.text))


def _defines(inline: Inline, value: int) -> bool:
    """True where the value of a field begins with a term in bold and its sign: "princ:: **unicidade**: cada …"."""
    ends = [end for start, end in inline.strong if start == value]
    return bool(ends) and _DEFINED.match(inline.text, ends[0]) is not None


def _take_fields(inline: Inline) -> Inline:
    """Take off the field the text begins with, and the study mark it ends with."""
    if "::" not in inline.text:
        return inline
    trailing = find_trailing_mark(inline.prose)
    if trailing:
        mark, start = trailing
        end = next((at for at in inline.breaks if at > start), len(inline.text))
        cut = inline.without([(start, end)])
        inline = _tidy(replace(cut, study_marks=(*cut.study_marks, mark)))
    leading = find_leading_field(inline.prose)
    if not leading:
        return inline
    field, value = leading
    if field.role is FieldRole.FACT and _defines(inline, value):
        field = replace(field, role=FieldRole.DEFINITION)
    if field.role is FieldRole.MARK:
        inline = replace(inline, study_marks=(*inline.study_marks, field.key.lower()))
    if field.role in {FieldRole.MARK, FieldRole.DEFINITION}:
        return replace(inline.without([(0, value)]), field=replace(field, value=inline.text[value:]))
    colons = inline.text.index("::")
    past = len(inline.text[colons:]) - len(inline.text[colons:].lstrip(":"))
    return replace(inline.without([(colons + 1, colons + past)]), field=replace(field, value=inline.text[value:]))
