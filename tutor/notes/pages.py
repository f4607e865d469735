"""Page references as students write them: "p. 51 da apostila so_02", "pp. 3–5", "cap. 13", "slide 4".

A number counts as a page only behind one of the marks below, in words the student wrote: never in code, addresses or
figures such as p95. Its source is a document that the text names beside it, else the enclosing one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tutor.language import read_roman
from tutor.notes.sources import Source, code_at, find_sources, name_at
from tutor.types import PageKind, PageReference

_MARK = re.compile(
    r"(?<![\w./\\@#$~^*=-])(?<!(?-i:[A-Z])\.\s)(?:"
    r"(?P<word>p[áa]ginas?|pages?)"
    r"|(?P<page>pp?\.|(?-i:pp|pgs?)(?=\s|\d)|p[áa]gs?\.?|pgs?\.|fls?\.|(?:p|folhas?)(?=\s\d+\s+d[aeo]\s))"
    r"|(?P<chapter>cap[íi]tulos?|chapters?|(?-i:(?!CAPS\s))caps?\.?|chaps?\.?|chs?\.)"
    r"|(?P<slide>slides?\.?|sl\.)"
    r"):?\s*(?:n[ºo°]\.?\s*)?(?=\d|[IVXL]+\b)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(\d{1,2}\.\d{3}|\d{1,4})(?:\s?(?:ss|ff)\b\.?)?(?![\w%]|:\d|\.\d|,\d{4})")
_SECTION = re.compile(r"(\d{1,3})(?:\.\d+){0,3}(?![\w%]|:\d)|([IVXL]{1,6})(?!\w)")
_UNIT = re.compile(r"\s*(?:[kmgt]i?b(?:ps|its?)?|[kmg]?hz|ms|kg|cm|mm|km|ml|reais|bytes?|bits?)\b", re.IGNORECASE)
_TO = re.compile(r"\s*[-–—]\s*|\s+(?:a|à|até(?:\s+a)?|ao|to|through)\s+")
_AND = re.compile(r"(?:\s*\([^()\d]{1,20}\))?(?:\s*,\s*(?:(?:e|and)\s+)?|\s+(?:e|and|&)\s+)")
_BETWEEN = re.compile(r"\b(?:entre|between)\s+(?:[ao]s?\s+|the\s+)?$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"\s*(?:$|[.,;:!?)\](\[–—-]|(?:e|and|&|a|até|to|d[aeo]s?|n[ao]s?|of|from|in)\b)")
_WORD_END = re.compile(r"\s*(?:$|[.,;:!?)\](\[–—-]|(?:e|and|&)\b)")
_SEE = re.compile(
    r"\b(?:ver|vide|veja|leia|ler|consult\w+|confer\w+|cf\.?|see)\s+(?:(?:tamb[ée]m|a|as|na|nas|the|on)\s+)*$", re.I
)
_ANCHOR = re.compile(r"(?<![\w/.-])(?P<file>[\w.-]+\.(?:pdf|pptx?))#page=(?P<page>\d{1,4})\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\b[a-z][a-z+]{1,9}://\S+|\bwww\.\S+", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\(([^()]{1,40})\)")
_LINK_WORDS = re.compile(
    r"(?P<sign>[\s,:(–—-]*)(?P<of>(?:d[aeo]s?|n[ao]s?|of|from|in|by)\s+)?(?:(?:mesm[ao]|the|minha|nossa)\s+)?"
)
_CHAIN = re.compile(r"[\s,;&(–—-]*(?:(?:e|and|d[aeo]|of|n[ao])\s+)?")
_BESIDE = re.compile(r"[\s,:(–—-]*")
_AUTHOR = re.compile(
    r"[(\[]((?:[A-ZÀ-Þ][\w'’.-]*)(?:(?:\s*[;&]\s*|\s+(?:e|and|de|da|do|dos)\s+|\s+)[A-ZÀ-Þ][\w'’.-]*){0,4}"
    r"(?:\s+et\s+al\.?)?(?:,\s*\d{4}[a-z]?)?),\s*$"
)
_SAID_BY = re.compile(
    r"\b(?i:segundo|conforme|de acordo com|according to|apud|citado por|cited by)\s+(?:[oa]s?\s+)?"
    r"([A-ZÀ-Þ][\w'’.-]*(?:\s+(?:(?:e|and|de|da|do|dos)\s+)?[A-ZÀ-Þ][\w'’.-]*){0,4}(?:\s+et\s+al\.?)?)\s*[(,]\s*$"
)
_AUTHOR_YEAR = re.compile(
    r"([A-ZÀ-Þ][\w'’.-]*(?:(?:\s*[;&]\s*|\s+(?:e|and|de|da|do|dos)\s+|\s+)[A-ZÀ-Þ][\w'’.-]*){0,4}(?:\s+et\s+al\.?)?)"
    r"\s*\((\d{4}[a-z]?),\s*$"
)
_SAME = re.compile(
    r"\bmesm[ao]\s+(?P<noun>apostila|livro|pdf|slides?|material|arquivo|caderno|fonte)\b|\bsame\s+(?P<other>\w+)"
    r"|\bd[ao] mesm[ao](?=\s*[).,;]|\s*$)|\b(?:ibid(?:em)?|idem|op\.\s?cit)\b",
    re.IGNORECASE,
)
_DECLARATION = re.compile(
    r"(?P<noun>fontes?|source|material|bibliografia|refer[êe]ncias?|apostila|livro|pdf|slides)\s*:{1,2}\s*(?P<said>\S.*?)\.?",
    re.IGNORECASE,
)
_CODE_BEFORE = re.compile(r"(?<![^\s(\[])((?=\w*_)(?=\w*\d)\w+)(?:[,:]|\s[-–—])?\s*\(?$")
_REFERENCE_WORDS = frozenset(
    """ver vide veja see cf em na no nas nos da do das dos de e a o as os à and the in of on fonte ref referência source
    também apostila livro começo comeco início inicio meio fim final topo rodapé mesma mesmo ibid idem id""".split()
)
_LONGEST_RANGE = 999
_LONGEST_CITED = 80
_LONGEST_REFERENCE = 300
_LOOK_BACK = 160


@dataclass(frozen=True, slots=True)
class _Mention:
    """One mark with its numbers, at `start`..`end` of a text."""

    start: int
    end: int
    kind: PageKind
    ranges: tuple[tuple[int, int], ...]
    offsets: tuple[int, ...]


def find_pages(
    text: str, first_line: int = 0, breaks: Sequence[int] = (), source: str | None = None
) -> tuple[PageReference, ...]:
    """Return the page references in plain `text`, in order.

    `first_line` is the line `text` begins at and `breaks` the offsets where its further lines begin. `source` is the
    enclosing document, for references that name none.
    """
    text = _without_addresses(text)
    mentions = list(_find_mentions(text))
    sources = find_sources(text) if mentions else []
    found = [
        (offset, PageReference(named or source, first, last, mention.kind, _line(offset, first_line, breaks)))
        for mention, named in zip(mentions, _name_sources(text, mentions, sources, source), strict=True)
        for (first, last), offset in zip(mention.ranges, mention.offsets, strict=True)
    ]
    for anchor in _ANCHOR.finditer(text):
        page, line = int(anchor["page"]), _line(anchor.start(), first_line, breaks)
        found.append((anchor.start(), PageReference(anchor["file"], page, page, PageKind.PAGE, line)))
    return tuple(reference for _, reference in sorted(found, key=lambda pair: pair[0]))


def _line(offset: int, first_line: int, breaks: Sequence[int]) -> int:
    """Return the line that an offset of a text stands in."""
    return first_line + sum(at <= offset for at in breaks)


def find_source(text: str) -> str | None:
    """Return the one document that `text` names, or None where it names none or several."""
    names = {source.name.lower(): source.name for source in find_sources(_without_addresses(text)) if source.lasting}
    return next(iter(names.values())) if len(names) == 1 else None


def find_same(text: str, named: Sequence[str]) -> str | None:
    """Return which of the documents `named` before, in order, `text` means by "da mesma apostila" or "ibid."."""
    same = _SAME.search(text)
    if not same:
        return None
    noun = (same["noun"] or same["other"] or "").lower()
    alike = [name for name in named if noun and name.lower().startswith(noun)]
    return next(reversed(alike or named), None)


def find_cited(text: str) -> str | None:
    """Return what stands before the first reference of a footnote: "Tanenbaum, Redes, p. 33"."""
    mention = next(_find_mentions(_without_addresses(text)), None)
    cited = text[: mention.start].strip(" ,.;:(–—-") if mention else ""
    return cited if 0 < len(cited) <= _LONGEST_CITED and cited[0].isupper() else None


def find_declared(text: str) -> str | None:
    """Return the document that a line such as "Fonte: apostila so_02" names for what stands around it."""
    declared = _DECLARATION.fullmatch(text) if len(text) <= _LONGEST_CITED else None
    if not declared or is_only_pages(text):
        return None
    source = find_source(declared["said"]) or find_source(text)
    return source or (declared["said"] if declared["noun"].lower() in {"fonte", "fontes", "source"} else None)


def is_only_pages(text: str) -> bool:
    """True for text that is a page reference and nothing else."""
    if len(text) > _LONGEST_REFERENCE:
        return False
    text = _without_addresses(text)
    mentions = list(_find_mentions(text))
    if not mentions:
        return False
    covered = [(source.start, source.end) for source in find_sources(text)] + [(m.start, m.end) for m in mentions]
    covered += [aside.span() for m in mentions if (aside := _ASIDE.match(text, m.end))]
    for mention in mentions:
        linked = _LINK_WORDS.match(text, mention.end)
        name = name_at(text, linked.end()) if linked and linked["of"] else None
        covered += [(name.start, name.end)] if name else []
    rest = "".join(" " if any(a <= at < b for a, b in covered) else char for at, char in enumerate(text))
    return all(word.lower() in _REFERENCE_WORDS for word in re.findall(r"\w+", rest))


def _without_addresses(text: str) -> str:
    """Blank web addresses out, keeping offsets."""
    return _ADDRESS.sub(lambda found: " " * len(found[0]), text) if "://" in text or "www." in text else text


def _find_mentions(text: str) -> Iterator[_Mention]:
    """Yield the marks of `text` that numbers follow."""
    at = 0
    while mark := _MARK.search(text, at):
        at = mark.end()
        kind = PageKind.SLIDE if mark["slide"] else PageKind.CHAPTER if mark["chapter"] else PageKind.PAGE
        ranges, offsets, end = _read_numbers(text, mark, kind)
        if ranges and not (mark["word"] and not _is_reference(text, mark.start(), end)):
            yield _Mention(mark.start(), end, kind, tuple(ranges), tuple(offsets))
            at = end


def _is_reference(text: str, start: int, end: int) -> bool:
    """True where "página 3" is a place to look and not a page of memory: the clause ends, or a document follows."""
    if _WORD_END.match(text, end) or _SEE.search(text[max(0, start - _LOOK_BACK) : start]):
        return True
    linked = _LINK_WORDS.match(text, end)
    return linked is not None and (
        any(source.start == linked.end() for source in find_sources(text))
        or (linked["of"] is not None and name_at(text, linked.end()) is not None)
    )


def _read_numbers(text: str, mark: re.Match[str], kind: PageKind) -> tuple[list[tuple[int, int]], list[int], int]:
    """Return the ranges that stand behind a mark, their offsets, and where they end."""
    pattern = _SECTION if kind is PageKind.CHAPTER else _NUMBER
    between = _BETWEEN.search(text[max(0, mark.start() - _LOOK_BACK) : mark.start()]) is not None
    ranges: list[tuple[int, int]] = []
    offsets: list[int] = []
    at = start = mark.end()
    while number := pattern.match(text, start):
        if _UNIT.match(text, number.end()) or (ranges and not _goes_on(text, number, ranges[-1][1])):
            break
        first = _value(number)
        last, at = _read_range_end(text, number, first, pattern, between=between)
        ranges.append((first, last))
        offsets.append(number.start())
        joined = _AND.match(text, at)
        if not joined:
            break
        start = joined.end()
    return ranges, offsets, at


def _goes_on(text: str, number: re.Match[str], last: int) -> bool:
    """True where a number behind "," or "e" belongs to the list of pages: it grows, and no counted thing follows."""
    value = _value(number)
    year = 1900 <= value <= 2100 and last < 1000
    return value > last and not year and _CLAUSE_END.match(text, number.end()) is not None


def _read_range_end(
    text: str, number: re.Match[str], first: int, pattern: re.Pattern[str], *, between: bool
) -> tuple[int, int]:
    """Return the last page of the range that begins with `number`, and where it ends."""
    joined = _TO.match(text, number.end()) or (_AND.match(text, number.end()) if between else None)
    if not joined:
        return first, number.end()
    again = _MARK.match(text, joined.end())
    second = pattern.match(text, again.end() if again else joined.end())
    if not second or _UNIT.match(text, second.end()):
        return first, number.end()
    spaced_dash = joined[0].strip() in {"-", "–", "—"} and joined[0] != joined[0].strip()
    if spaced_dash and not again and not _CLAUSE_END.match(text, second.end()):
        return first, number.end()
    last = _value(second)
    if last < first and "-" in joined[0] and not spaced_dash and len(second[1] or "") < len(number[1] or ""):
        last = int(str(first)[: -len(second[1])] + second[1])
    if last < first and joined[0].strip() not in {"-", "–", "—"}:
        return first, number.end()
    return (last if first <= last <= first + _LONGEST_RANGE else first), second.end()


def _value(number: re.Match[str]) -> int:
    """Return the value of a matched number, Arabic or Roman."""
    if number[1]:
        return int(number[1].replace(".", ""))
    return read_roman(number[2])


def _name_sources(
    text: str, mentions: list[_Mention], sources: list[Source], enclosing: str | None
) -> list[str | None]:
    """Return the source of each mention: behind it, right before it, shared along a list, else earlier in the text."""
    names: list[str | None] = []
    behind: Source | None = None
    following: _Mention | None = None
    for mention in reversed(mentions):
        chained = following is not None and _spans(_CHAIN, text, mention.end, following.start)
        behind = _source_behind(text, mention, sources, mentions) or (behind if chained else None)
        beside = _source_beside(text, mention, sources)
        earlier = [source for source in sources if source.lasting and source.end <= mention.start]
        own = _source_behind(text, mention, sources, mentions) or beside or behind or (earlier[-1] if earlier else None)
        names.append(enclosing or own.name if own and not own.named else own.name if own else None)
        following = mention
    return names[::-1]


def _source_behind(text: str, mention: _Mention, sources: list[Source], mentions: list[_Mention]) -> Source | None:
    """Return the source that follows a mention: "p. 3 da apostila X", "p. 3 (apostila X)", "p. 3 do Tanenbaum"."""
    starts = {source.start: source for source in sources}
    aside = _ASIDE.match(text, mention.end)
    holds_source = aside and (
        any(aside.start() <= start < aside.end() for start in starts) or code_at(text, aside.start(1)) is not None
    )
    at = aside.end() if aside and not holds_source else mention.end
    linked = _LINK_WORDS.match(text, at)
    if not linked:
        return None
    source = starts.get(linked.end())
    if source:
        claimed = any(_spans(_BESIDE, text, source.end, other.start) for other in mentions)
        return source if linked["of"] or not claimed else None
    if not linked["of"]:
        return code_at(text, linked.end())
    bare = not linked["sign"].strip() and not _MARK.match(text, linked.end())
    return name_at(text, linked.end()) if bare else None


def _source_beside(text: str, mention: _Mention, sources: list[Source]) -> Source | None:
    """Return the source right before a mention: "apostila X, p. 3", "so_02, p. 3", "(Tanenbaum, 2015, p. 3)"."""
    for source in sources:
        if source.named and _spans(_BESIDE, text, source.end, mention.start):
            return source
    before = text[max(0, mention.start - _LOOK_BACK) : mention.start]
    dated = _AUTHOR_YEAR.search(before)
    if dated:
        return Source(dated.start(), dated.end(), f"{dated[1]}, {dated[2]}", named=True, lasting=True)
    found = _AUTHOR.search(before) or _SAID_BY.search(before) or _CODE_BEFORE.search(before)
    return Source(found.start(1), found.end(1), found[1], named=True, lasting=True) if found else None


def _spans(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """True where nothing but `pattern` stands between two offsets."""
    return start <= end and pattern.fullmatch(text, start, end) is not None
