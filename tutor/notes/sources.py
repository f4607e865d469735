"""The documents that notes name: "apostila so_02", "livro do Tanenbaum", "aula_03.pdf"."""

import re
from dataclasses import dataclass

_DOCUMENTS = "apostila|livro|pdf|handout|e-?book|textbook|book|slides?|caderno|workbook|deck"
_LOOSE = (
    "aula|m[óo]dulo|lecture|material|manual|resumo|edital|artigo|documento|guia|guide|cartilha|syllabus"
    "|apresenta[çc][ãa]o|paper"
)
_OF = r"(?:d[aeo]s?|of|by|on|sobre)"
_QUOTED = r"[\"“«]([^\"”»]{2,80})[\"”»]"
_FILE = r"[\w-]+(?:\.[\w-]+)*\.(?:pdf|pptx?|docx?|odp|odt|epub|djvu)\b"
_CAPITAL = r"[A-ZÀ-Þ](?:[\w'’]|-(?=\w))*"
_TITLE = (
    rf"{_CAPITAL}(?:\s+(?:(?:de|da|do|das|dos|e|of|and|the|&|para|for)\s+)?(?:{_CAPITAL}|\d+(?![\w.]))(?!\.\s?\d))*"
)
_CODE = r"(?=\w*[\d_])\w+(?:-\w+)*"
_FILE_NAME = re.compile(_FILE)
_HEAD = re.compile(rf"(?<![\w-])(?:(?P<document>{_DOCUMENTS})|(?P<loose>{_LOOSE}))(?![\w-])", re.IGNORECASE)
_GAP = re.compile(rf"(?:\s*:)?\s+(?:(?P<of>{_OF})\s+)?(?:(?:the|n[ºo°]\.?)\s+)?")
_NAME = re.compile(rf"(?P<quoted>{_QUOTED})|(?P<file>{_FILE})|(?P<code>{_CODE})|(?P<title>{_TITLE})")
_WORD = re.compile(r"\s*([^\W\d_][\w-]*)")
_CODE_ALONE = re.compile(rf"{_FILE}|(?=\w*_)(?=\w*\d)\w+")
_ALONE = re.compile(rf"{_CODE_ALONE.pattern}|{_TITLE}|{_QUOTED}")
_STOPS = frozenset(
    """a o as os um uma é são está que se e ou em no na nos nas com para por não fala falam diz dizem explica explicam
    mostra mostram traz trata tem cita define apresenta pp p pg pág pag págs página páginas cap caps capítulo slide
    slides is are has says shows explains the an and or in with for not page pages ch chapter""".split()
)


@dataclass(frozen=True, slots=True)
class Source:
    """A document named at `start`..`end` of a text.

    `named` is false for a bare "apostila". `lasting` ones may be the source of references further below; a loose
    noun ("aula 3", "resumo") counts only right beside its reference.
    """

    start: int
    end: int
    name: str
    named: bool
    lasting: bool


def find_sources(text: str) -> list[Source]:
    """Return the documents that `text` names, in order."""
    found: list[Source] = []
    for head in _HEAD.finditer(text):
        if found and head.start() < found[-1].end:
            continue
        found.append(_read_name(text, head))
    taken = [(source.start, source.end) for source in found]
    for file in _FILE_NAME.finditer(text):
        if not any(start <= file.start() < end for start, end in taken):
            found.append(Source(file.start(), file.end(), file[0], named=True, lasting=True))
    return sorted(found, key=lambda source: source.start)


def name_at(text: str, at: int) -> Source | None:
    """Return the name that stands at `at` without a noun before it: a file, a code such as so_02, a title."""
    name = _ALONE.match(text, at)
    return Source(at, name.end(), name[1] or name[0], named=True, lasting=True) if name else None


def code_at(text: str, at: int) -> Source | None:
    """Return the file or the code such as so_02 that stands at `at`: no other word is a name without a preposition."""
    code = _CODE_ALONE.match(text, at)
    return Source(at, code.end(), code[0], named=True, lasting=True) if code else None


def _read_name(text: str, head: re.Match[str]) -> Source:
    """Return the source whose noun is `head`, with the name behind it."""
    gap = _GAP.match(text, head.end())
    name = _NAME.match(text, gap.end()) if gap else None
    slide_number = head[0].lower().startswith("slide") and name and name[0].isdigit()
    document = head["document"] is not None
    if gap and name and not slide_number:
        words = [head[0], gap["of"], name[2] or name[0]]
        return Source(head.start(), name.end(), " ".join(word for word in words if word), True, document)
    of_another = gap and not document and _HEAD.match(text, gap.end())
    end = _lower_name(text, gap.end()) if gap and not slide_number and not of_another else 0
    if not gap or not end:
        return Source(head.start(), head.end(), head[0], named=False, lasting=False)
    written = text[head.start() : end]
    sure = written[-1].isdigit() or (gap["of"] is not None and head[0].lower() not in {"livro", "book", "caderno"})
    return Source(head.start(), end, written, named=True, lasting=document and sure)


def _lower_name(text: str, start: int) -> int:
    """Return where a name in small letters that begins at `start` ends, or 0 where none stands there.

    "redes de computadores" goes on over "de"; other words count only when the clause ends with them.
    """
    words: list[tuple[str, int]] = []
    at = start
    while len(words) < 12 and (word := _WORD.match(text, at)):
        words.append((word[1], word.end()))
        at = word.end()
    if not words or words[0][0].lower() in _STOPS:
        return 0
    taken = 1
    while taken + 1 < len(words) and words[taken][0] in {"de", "da", "do", "das", "dos", "of"}:
        taken += 2
    code = re.compile(rf"\s+({_CODE})(?!\.\d)").match(text, words[taken - 1][1])
    if code:
        return code.end()
    rest = words[taken:]
    if len(rest) <= 2 and not any(word.lower() in _STOPS for word, _ in rest):
        taken = len(words)
    return words[min(taken, len(words)) - 1][1]
