"""Whether the cited words carry a sentence: its words, names, numbers and polarity, decided without a model.

Each clause of the sentence must be carried by one cited quote with the outline it stands in, or, where it lists what
stands side by side, by the names of several quotes below one parent. Words are compared by stem, form, glossary and
small typing differences; numbers exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from tutor.answering.matching import Matcher
from tutor.answering.pieces import (
    Piece,
    find_clauses,
    find_numbers,
    find_pieces,
    find_words,
    plain_text,
    split_pages,
)
from tutor.answering.polarity import is_negated, is_restricted, opposites
from tutor.language import content_tokens, fold, stem, stems, tokens
from tutor.notes import read_statement
from tutor.types import Citation

_EXACTLY = Matcher(lambda known: dict.fromkeys(known, 0), 1)
_CELLS = " | "
_LONGEST_VALUE = 5  # words of a cell


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
class _Source:
    """A quote with its outline.

    `subject` are the words of what it is about, `name` is what it is itself called, `place` its note and path.
    `outline` are the stems of all that stands above it, `parent` those of what stands right above. `columns` are the
    cells of a table row, each read with its header.
    """

    text: str
    name: str
    subject: frozenset[str]
    words: frozenset[str]
    numbers: frozenset[str]
    pieces: tuple[Piece, ...]
    place: tuple[str, ...] = ()
    outline: tuple[str, ...] = ()
    parent: tuple[str, ...] = ()
    columns: tuple["_Column", ...] = ()


@dataclass(frozen=True, slots=True)
class _Column:
    """One cell of a table row: its header, the words of both, whether it is a value and no text, and says no."""

    header: str
    words: tuple[str, ...]
    is_value: bool
    negated: bool


def ground(sentence: str, sources: Sequence[Citation | str]) -> Support:
    """Return how far `sources` carry `sentence`, clause by clause; a source as a string is a quote without outline."""
    read = [_read_citation(source) if isinstance(source, Citation) else _read_quote(source) for source in sources]
    plain = plain_text(sentence)
    clauses = find_clauses(plain)
    found = [_ground_clause(clause, read) for clause in clauses] or [_ground_bare(plain, read)]
    return Support(
        carried=tuple(chain.from_iterable(support.carried for support in found)),
        missing=tuple(chain.from_iterable(support.missing for support in found)),
        numbers=tuple(chain.from_iterable(support.numbers for support in found)),
        contradicted=tuple(chain.from_iterable(support.contradicted for support in found)),
    )


def _read_quote(quote: str) -> _Source:
    text = plain_text(quote)
    statement = read_statement(text)
    names_itself = bool(statement.terms or statement.sets)
    label = statement.label if names_itself else ""
    return _Source(
        text=text,
        name=text.split(_CELLS)[0] if _CELLS in text else label or text,
        subject=frozenset((*find_words(label), *find_numbers(label))),
        words=frozenset((*find_words(text), *content_tokens(text))),
        numbers=frozenset(find_numbers(text)),
        pieces=find_pieces(text),
    )


def _read_citation(citation: Citation) -> _Source:
    quote = _read_quote(citation.quote)
    above = [plain_text(label) for label in citation.path]
    columns = _read_columns(quote.text, above[-1]) if above else ()
    handouts = [(page.source or "").replace("_", " ") for page in citation.pages]
    pages = (str(number) for page in citation.pages for number in (page.first, page.last))
    about = f"{quote.name} {above[-1]}" if columns else " ".join(above[1:][-1:])
    return _Source(
        text=quote.text,
        name=quote.name,
        subject=quote.subject or frozenset((*find_words(about), *find_numbers(about))),
        words=quote.words,
        numbers=quote.numbers | {*find_numbers(" ; ".join((*above, *handouts))), *pages},
        pieces=(*quote.pieces, *find_pieces("\n".join(above))),
        place=(citation.note, *citation.path),
        outline=tuple(stems(" ; ".join((*above, *handouts)))),
        parent=tuple(stems(" ; ".join((*above[-2 if columns else -1 :], *handouts)))),
        columns=columns,
    )


def _read_columns(text: str, header: str) -> tuple[_Column, ...]:
    """Return the cells of a table row with their headers, where the two can be paired."""
    cells, headers = text.split(_CELLS), header.split(", ")
    if len(cells) < 2 or len(cells) != len(headers):
        return ()
    return tuple(
        _Column(above, find_words(f"{above} ; {cell}"), len(cell.split()) <= _LONGEST_VALUE, is_negated(cell))
        for above, cell in zip(headers, cells, strict=True)
    )


def _ground_clause(clause: str, sources: Sequence[_Source]) -> Support:
    """Return the support of the source that carries most of a clause, or of the list that several make."""
    found = [_compare(clause, source) for source in sources]
    if not any(support.supported for support in found):
        places = dict.fromkeys(source.place for source in sources if source.place)
        beside = ([source for source in sources if source.place == place] for place in places)
        found += [_compare(clause, _listed(siblings)) for siblings in beside if len(siblings) > 1]
    nothing = Support(missing=find_words(clause), numbers=find_numbers(clause))
    return max(
        found or [nothing],
        key=lambda support: (support.supported, support.share, -len(support.numbers), -len(support.contradicted)),
    )


def _ground_bare(text: str, sources: Sequence[_Source]) -> Support:
    """Return the support of a text without content words, the name "A" of a row say: word by word, as written."""
    said = tuple(tokens(text))
    carried = any(said and set(said) <= set(tokens(source.text)) for source in sources)
    return Support(carried=said) if carried else Support(missing=said)


def _listed(siblings: Sequence[_Source]) -> _Source:
    """Return what several quotes below one parent say together: their names, below what stands above them."""
    names = _read_quote(" ; ".join(source.name for source in siblings))
    first = siblings[0]
    outline = find_pieces(" ; ".join(first.place[1:]))
    return _Source(
        text=names.text,
        name="",
        subject=frozenset(),
        words=names.words,
        numbers=names.numbers | set(find_numbers(" ; ".join(first.place[1:]))),
        pieces=(*names.pieces, *outline),
        place=first.place,
        outline=first.outline,
        parent=first.parent,
    )


def _compare(clause: str, source: _Source) -> Support:
    """Hold a clause against one source."""
    bare, page_numbers = split_pages(clause)
    pieces = find_pieces(bare)
    said = find_numbers(clause)
    carried, missing = _share_out(find_words(clause), source, by_number=any(n in source.numbers for n in said))
    wrong = [number for number in dict.fromkeys((*find_numbers(bare), *page_numbers)) if number not in source.numbers]
    wrong += [number for piece in pieces for number in piece.numbers if _stands_elsewhere(number, piece, source)]
    turned = [piece.text for piece in pieces if _is_turned(piece, source)]
    if is_restricted(clause) and not is_restricted(source.text):
        turned.append(clause.strip())
    right = [number for number in said if number not in wrong]
    return Support((*carried, *right), missing, tuple(dict.fromkeys(wrong)), tuple(turned))


def _share_out(words: tuple[str, ...], source: _Source, *, by_number: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words that a source carries and those it does not.

    The outline above a quote carries words only of a clause that also has words or a number of the quote, and names
    what stands right above it: "the UDP header has 20 bytes" is not said by a bullet below "TCP", in "TCP and UDP".
    """
    own = dict(zip(words, _EXACTLY.carried(words, source.words), strict=True))
    outer = tuple(word for word, here in own.items() if not here)
    above = dict(zip(outer, _EXACTLY.carried(outer, source.outline), strict=True))
    helped = tuple(word for word, known in above.items() if known)
    if not (by_number or any(own.values())) or not any(_EXACTLY.carried(helped, source.parent)):
        helped = ()
    carried = tuple(word for word in words if own[word] or word in helped)
    return carried, tuple(word for word in words if word not in carried)


def _stands_elsewhere(number: str, piece: Piece, source: _Source) -> bool:
    """True when the source has a number, but what the piece says of it stands beside another number."""
    beside = [other for other in source.pieces if number in other.numbers]
    others = [other for other in source.pieces if other.numbers and not other.numbers & piece.numbers]
    if not beside or not others:
        return False
    elsewhere = set(chain.from_iterable(other.words for other in others)).difference(*(near.words for near in beside))
    return bool((set(piece.words) - source.subject) & elsewhere)


def _is_turned(piece: Piece, source: _Source) -> bool:
    """True when a source says the opposite of a piece, by a negation or an opposite word.

    A piece that only names what the source is about says nothing that could be turned.
    """
    if source.columns and all(column.is_value for column in source.columns):
        return _is_turned_in_row(piece, source.columns)
    said = tuple(word for word in piece.words if word not in source.subject)
    polar = next((at for at, word in enumerate(said) if opposites(word)), -1)
    after = said[polar + 1 :] or said
    found = [(_EXACTLY.carried(after, near.words), near) for near in source.pieces]
    for at in range(len(after)):
        holders = [near for carried, near in found if carried[at]]
        if holders and all(near.negated != piece.negated for near in holders):
            return True
    best = max((sum(carried) for carried, _ in found), default=0)
    return best > 0 and all(_is_opposite(piece, near) for carried, near in found if sum(carried) == best)


def _is_turned_in_row(piece: Piece, columns: Sequence[_Column]) -> bool:
    """True when the cell below the header that a piece speaks of says the opposite; a bare header says nothing."""
    said = tuple(word for word in piece.words if word not in columns[0].words)
    if any(fold(piece.text) in fold(column.header) for column in columns):
        return False
    counts = [sum(_EXACTLY.carried(said, column.words)) for column in columns[1:]]
    return max(counts) > 0 and piece.negated != columns[1 + counts.index(max(counts))].negated


def _is_opposite(piece: Piece, near: Piece) -> bool:
    said = {stem(token) for token in tokens(piece.text)}
    written = {stem(token) for token in tokens(near.text)}
    return any(opposites(word) & written and word not in written for word in said)
