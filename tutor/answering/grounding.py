"""Whether the cited words carry a sentence: its words, names, numbers and polarity, decided without a model.

Each clause of the sentence must be carried by one cited quote with the outline it stands in, or by several quotes
that the clause names. Words are compared by stem, form, glossary and small typing differences; numbers exactly.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tutor.answering.matching import Matcher
from tutor.answering.polarity import is_negated, is_restricted, opposites
from tutor.language import content_tokens, fold, stem, stems, tokens
from tutor.notes import read_statement
from tutor.types import Citation

_MARKUP = re.compile(r"\[\d+\]|\*\*|==|`|\\(?=\W)|^\s*(?:[-*+]|\d+[.)]|#+)\s+|^\s*\||\|\s*$", re.MULTILINE)
_CLAUSE = re.compile(
    r";\s|,?\s(?:enquanto|ao passo que|mas|porém|contudo|entretanto|já|while|whereas|but|however)\s"
    r"|(?<=\w[.!?])\s+(?=[A-ZÀ-Ý])"
)
_SEGMENT = re.compile(
    r"[;:,.!?]\s|[;:,.!?]$|[(){}|\n]|\s-{1,2}>|→|=>|\s[-–—]\s|\s(?:e|ou|mas|porém|and|or|but|enquanto|while|whereas)\s|(?=\s(?:sem|without)\s)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![^\W_])\d+(?:[.,]\d+)*(?![^\W_])")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_PAGES = re.compile(
    r"\b(?:pp?|p[áa]gs?|p[áa]ginas?|pages?|caps?|cap[íi]tulos?|chs?|chapters?|slides?)\b\.?\s*\d+(?:\s*(?:[-–a]|e|to)\s*\d+)?",
    re.IGNORECASE,
)
_NUMBER_WORDS = {
    word: str(number)
    for number, words in enumerate(
        "dois duas two;tres three;quatro four;cinco five;seis six;sete seven;oito eight;nove nine;dez ten".split(";"), 2
    )
    for word in words.split()
}
# Words of the frame of a sentence, which say nothing of its subject and need not stand in the notes.
_FRAME = frozenset(
    tokens(
        """consiste consistem define definem definido definida refere referem trata tratam significa significam
        chama chamam chamado chamada conhecido conhecida denominado corresponde inclui incluem incluindo
        exemplo exemplos seguinte seguintes acordo segundo conforme nota notas anotado anotacao anotacoes
        forma maneira modo parte diferenca usa usam usar usado usada usados usadas utiliza utilizam
        utilizado utilizada possui possuem tem apresenta apresentam ocorre ocorrem ou seja cita citado
        citados existe existem means mean called known refers refer include includes including example
        examples following according notes noted part difference page pagina paginas"""
    )
)
_VERDICTS = frozenset({"sim", "nao", "yes", "no"})
_VERDICT_FIRST = re.compile(r"^\s*(?:sim|n[ãa]o|yes|no)\s*(?:[-–—:,.]\s|$)", re.IGNORECASE)
_EXACTLY = Matcher(lambda known: dict.fromkeys(known, 0), 1)


@dataclass(frozen=True, slots=True)
class Support:
    """What of a sentence its sources carry, and what they do not.

    `carried` and `missing` are stems; `numbers` stand in no source beside the words they stand with; `contradicted`
    are the pieces that a source says the other way round.
    """

    carried: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    contradicted: tuple[str, ...] = ()

    @property
    def supported(self) -> bool:
        """True when the sentence says something and all of it is carried."""
        return bool(self.carried) and not (self.missing or self.numbers or self.contradicted)

    @property
    def share(self) -> float:
        """The share of the sentence's words that are carried, from 0 to 1."""
        return len(self.carried) / max(1, len(self.carried) + len(self.missing))


@dataclass(frozen=True, slots=True)
class _Segment:
    """A piece of text between punctuation or conjunctions."""

    text: str
    words: tuple[str, ...]
    numbers: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class _Source:
    """A quote with its outline: `label` is what it is about, `context` the stems of what stands above it."""

    text: str
    words: frozenset[str]
    label: frozenset[str]
    context: tuple[str, ...] = ()
    numbers: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()
    segments: tuple[_Segment, ...] = field(default=(), repr=False)


def ground(sentence: str, sources: Sequence[Citation | str]) -> Support:
    """Return how far `sources` carry `sentence`, clause by clause; a source as a string is a quote without outline."""
    read = [_read(source) for source in sources]
    plain = _VERDICT_FIRST.sub("", _plain(sentence))
    clauses = [clause for clause in _CLAUSE.split(plain) if _words(clause) or _numbers(clause)]
    found = [_ground_clause(clause, read) for clause in clauses] or [_ground_bare(plain, read)]
    return Support(
        carried=tuple(word for support in found for word in support.carried),
        missing=tuple(word for support in found for word in support.missing),
        numbers=tuple(number for support in found for number in support.numbers),
        contradicted=tuple(piece for support in found for piece in support.contradicted),
    )


def _plain(markdown: str) -> str:
    return _MARKUP.sub(" ", markdown).replace("_", " ").strip()


def _numbers(text: str) -> tuple[str, ...]:
    """Return the numbers of a text in one writing: "3.389" as "3389", "1,5" as "1.5", "sete" as "7"."""
    written = (
        re.sub(r"[.,]", "", found) if _THOUSANDS.fullmatch(found) else found.replace(",", ".")
        for found in _NUMBER.findall(text)
    )
    spelled = (_NUMBER_WORDS[token] for token in tokens(text) if token in _NUMBER_WORDS)
    return tuple(dict.fromkeys((*(number.lstrip("0") or "0" for number in written), *spelled)))


def _words(text: str) -> tuple[str, ...]:
    """Return the stems of a text's content words, without numbers and frame words but with a cell's "sim" or "não"."""
    plain = _NUMBER.sub(" ", _PAGES.sub(" ", text))
    said = (stem(token) for token in content_tokens(plain) if token not in _NUMBER_WORDS and token not in _FRAME)
    verdicts = (fold(piece.strip()) for piece in _SEGMENT.split(text))
    return tuple(dict.fromkeys((*said, *(verdict for verdict in verdicts if verdict in _VERDICTS))))


def _segments(text: str) -> tuple[_Segment, ...]:
    pieces = (piece for piece in _SEGMENT.split(text) if piece.strip())
    read = (_Segment(p.strip(), _words(p), frozenset(_numbers(p)), is_negated(p)) for p in pieces)
    return tuple(segment for segment in read if segment.words or segment.numbers)


def _read(source: Citation | str) -> _Source:
    cited = source if isinstance(source, Citation) else None
    text = _plain(cited.quote if cited else str(source))
    path = " ; ".join(cited.path) if cited else ""
    statement = read_statement(text)
    above = cited.path[1:] if cited else ()
    label = statement.label if statement.terms or statement.sets else " ".join(above[-1:])
    pages = cited.pages if cited else ()
    return _Source(
        text=text,
        words=frozenset((*_words(text), *content_tokens(text))),
        label=frozenset(_words(label)) | frozenset(_numbers(label)),
        context=tuple(stems(" ; ".join((path, *(page.source or "" for page in pages))))),
        numbers=frozenset((*_numbers(text), *_numbers(path.replace("_", " ")))),
        pages=frozenset(
            str(n) for page in pages for n in (page.first, page.last, *_numbers((page.source or "").replace("_", " ")))
        ),
        segments=_segments(f"{text}\n{path}"),
    )


def _ground_clause(clause: str, sources: Sequence[_Source]) -> Support:
    """Return the support of the source that carries most of a clause, or of those it names together."""
    found = [_compare(clause, source) for source in sources]
    named = [source for source in sources if _names(clause, source, sources)]
    if len(named) > 1 and not any(support.supported for support in found):
        found.append(_compare(clause, _joined(named)))
    nothing = Support(missing=_words(clause), numbers=_numbers(clause))
    return max(
        found or [nothing],
        key=lambda support: (support.supported, support.share, -len(support.numbers), -len(support.contradicted)),
    )


def _ground_bare(text: str, sources: Sequence[_Source]) -> Support:
    """Return the support of a text without content words, the name "A" of a row say: word by word, as written."""
    said = tuple(tokens(text))
    carried = any(said and set(said) <= set(tokens(source.text)) for source in sources)
    return Support(carried=said) if carried else Support(missing=said)


def _names(clause: str, source: _Source, sources: Sequence[_Source]) -> bool:
    """True when a clause says what tells this source's label from those of the others."""
    others = [other.label for other in sources if other.label != source.label]
    own = source.label.difference(*others) or source.label or source.words
    said = {*_words(clause), *_numbers(clause)}
    return any(_EXACTLY.carried(tuple(own), tuple(said)))


def _joined(sources: Sequence[_Source]) -> _Source:
    return _Source(
        text=" ; ".join(source.text for source in sources),
        words=frozenset().union(*(source.words for source in sources)),
        label=frozenset().union(*(source.label for source in sources)),
        context=tuple(word for source in sources for word in source.context),
        numbers=frozenset().union(*(source.numbers for source in sources)),
        pages=frozenset().union(*(source.pages for source in sources)),
        segments=tuple(segment for source in sources for segment in source.segments),
    )


def _compare(clause: str, source: _Source) -> Support:
    words = _words(clause)
    own = _EXACTLY.carried(words, (*source.words,))
    whole = _EXACTLY.carried(words, (*source.words, *source.context))
    carried = [word for word, known in zip(words, whole, strict=True) if known]
    missing = [word for word, known in zip(words, whole, strict=True) if not known]
    wrong = [number for number in _numbers(_PAGES.sub(" ", clause)) if number not in source.numbers | source.pages]
    on_pages = _numbers(" ".join(_PAGES.findall(clause)))
    wrong += [number for number in on_pages if number not in source.numbers | source.pages]
    pieces = _segments(_PAGES.sub(" ", clause))
    wrong += [number for piece in pieces for number in piece.numbers if _stands_elsewhere(number, piece, source)]
    turned = [piece.text for piece in pieces if _is_turned(piece, source)]
    if is_restricted(clause) and not is_restricted(source.text):
        turned.append(clause.strip())
    known_numbers = [number for number in (*_numbers(clause),) if number not in wrong]
    if not any(own) and not known_numbers and words:
        return Support((), tuple(words), tuple(wrong), tuple(turned))
    return Support((*carried, *known_numbers), tuple(missing), tuple(dict.fromkeys(wrong)), tuple(turned))


def _stands_elsewhere(number: str, piece: _Segment, source: _Source) -> bool:
    """True when the source has a number, but what the piece says of it stands beside another number."""
    beside = [segment for segment in source.segments if number in segment.numbers]
    others = [segment for segment in source.segments if segment.numbers and not segment.numbers & piece.numbers]
    if not beside or not others:
        return False
    elsewhere = set().union(*(segment.words for segment in others)).difference(*(s.words for s in beside))
    return bool((set(piece.words) - source.label) & elsewhere)


def _is_turned(piece: _Segment, source: _Source) -> bool:
    """True when the part of the source nearest to a piece says the opposite, by a negation or an opposite word.

    A piece that only names what the source is about says nothing that could be turned.
    """
    said = tuple(word for word in piece.words if word not in source.label)
    polar = next((at for at, word in enumerate(said) if opposites(word)), -1)
    after = said[polar + 1 :] or said
    overlaps = [(sum(_EXACTLY.carried(after, s.words)), s) for s in source.segments]
    best = max((count for count, _ in overlaps), default=0)
    nearest = [segment for count, segment in overlaps if count == best]
    return best > 0 and all(piece.negated != near.negated or _is_opposite(piece, near) for near in nearest)


def _is_opposite(piece: _Segment, near: _Segment) -> bool:
    said = {stem(token) for token in tokens(fold(piece.text))}
    written = {stem(token) for token in tokens(fold(near.text))}
    return any(opposites(word) & written and word not in written for word in said)
