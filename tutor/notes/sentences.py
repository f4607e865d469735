"""Where sentences of Portuguese and English prose begin and end."""

import re
from collections.abc import Iterator

from tutor.language import is_dictionary_word
from tutor.notes.cards import ANSWER

_ABBREVIATIONS = frozenset(
    """p pp pág págs pag pags pg ex exs dr dra sr sra srs prof profa profª art arts inc cap caps fig figs tab vol vols
    ed obs vs cf al núm nº n av aprox máx mín e.g i.e eg ie fl fls séc ref refs mr mrs ms no ch chs sec eq dept est jr
    par tel rev trad org orgs coord coords ss op cit id ibid min max ca res dec min""".split()
)
_CLOSING = "\"'”’»)]*_="
_END = re.compile(rf"[.!?…]+[{re.escape(_CLOSING)}]*(?=\s)")
_LAST_WORD = re.compile(r"([^\W_]+(?:\.[^\W_]+)*)[.]$")
_CODE = re.compile(r"(`+)(?:(?!\1).)+\1", re.DOTALL)
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]")
"""Letters with a full stop each, as in "a.k.a." and "S.M.A.R.T."."""
_FACTORIAL = re.compile(r"(?:\d|\b[a-z]|\))$")
"""What "!" is no end of a sentence behind: "n!", "6!/(3!2!) = 60"."""
_NUMBERING = re.compile(r"[\s*_]*\d{1,3}[.)]?$")
_SOFT_CUT = re.compile(r"[;:,]\s|\s")
_WORD = re.compile(r"\S")
_ANSWER_BEHIND = re.compile(rf"[ \t]+\S|[ \t]*\n\s*{ANSWER}")
_LOOK_BACK = 40
_SURE_WORD = 5
"""Letters of a word behind which a full stop ends a sentence even before a small letter."""
_UNIT = re.compile(r"(?:[°º]|\d )[A-Za-zΩ]\.$")
"""A letter that measures, "196 °C." or "30 m.", and is no initial."""
_CUT_OFF = re.compile(r"[bcdfgjkpqtvx]$", re.IGNORECASE)
"""How a word ends that no dictionary knows and that is cut short: "amort."."""


def split_sentences(text: str, longest: int = 1000) -> list[tuple[int, int]]:
    """Return the sentences of `text` as (start, end) spans without white space around them.

    Abbreviations, initials, numbering and code do not end a sentence; one of more than `longest` characters is cut
    behind a clause or a word.
    """
    spans = []
    for first, end in _sentences(text):
        start = first
        while end - start > longest:
            cut = _cut_before(text, start, start + longest)
            spans.append(_trimmed(text, start, cut))
            start = _trimmed(text, cut, end)[0]
        spans.append((start, end))
    return [(start, end) for start, end in spans if start < end]


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans between sentence ends."""
    words = _CODE.sub(lambda code: "x" * len(code[0]), text) if "`" in text else text
    start = 0
    for found in _END.finditer(words):
        following = _WORD.search(words, found.end())
        if following and _ends_sentence(words, start, found, following[0]):
            yield _trimmed(text, start, found.end())
            start = found.end()
    yield _trimmed(text, start, len(text))


def _ends_sentence(text: str, start: int, sign: re.Match[str], following: str) -> bool:
    """True where `sign` ends the sentence that begins at `start`, given the first character that follows."""
    if sign[0][0] == "!" and _FACTORIAL.search(text[: sign.start()]) and not following.isupper():
        return False
    if sign[0][0] in "!?":
        return not following.islower() and not _is_answered(text, sign)
    before = text[max(start, sign.end() - _LOOK_BACK) : sign.end()].rstrip(_CLOSING)
    word = _LAST_WORD.search(before)
    last = word[1] if word else ""
    if last.lower() == "etc" or _INITIALS.fullmatch(last):
        return not following.islower()
    numbering = sign.end() - start < _LOOK_BACK and _NUMBERING.fullmatch(before.rstrip("."))
    initial = len(last) == 1 and last.isalpha() and not _UNIT.search(before)
    if last.lower() in _ABBREVIATIONS or initial or numbering:
        return False
    unknown = last.isalpha() and not is_dictionary_word(last)
    if unknown and len(last) < _SURE_WORD and following.isdigit():
        return False  # "Súm. 603"
    cut_off = unknown and _CUT_OFF.search(last)
    return not following.islower() or (len(last) >= _SURE_WORD and not cut_off)


def _is_answered(text: str, sign: re.Match[str]) -> bool:
    """True for a plain question mark with words behind it on its line, or "R: …" on the next.

    Question and answer are one sentence.
    """
    return sign[0].rstrip(_CLOSING) == "?" and bool(_ANSWER_BEHIND.match(text, sign.end()))


def _cut_before(text: str, start: int, limit: int) -> int:
    """Return the best offset up to `limit` to cut an endless sentence: behind a clause, a word, else anywhere."""
    cuts = [found.end() for found in _SOFT_CUT.finditer(text, start + (limit - start) // 2, limit)]
    clauses = [cut for cut in cuts if text[cut - 2 : cut - 1] in {";", ":", ","}]
    return (clauses or cuts or [limit])[-1]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without the white space around it."""
    first = _WORD.search(text, start, end)
    if not first:
        return start, start
    while text[end - 1].isspace():
        end -= 1
    return first.start(), end
