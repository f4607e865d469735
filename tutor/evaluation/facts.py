"""Whether an answer states a fact: its words, whatever their case, accents, endings, articles and Markdown.

A wording is stated by a line of the answer that holds its stems in a row; "…" in a wording stands for any words
between. A wording that negates nothing is not stated right after a "não", "sem" or "nem" of the same clause.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from tutor.language import stem, tokens

_GAP = re.compile(r"\s*(?:…|\.\.\.)\s*")
_MARKER = re.compile(r"\[\d+\]|\\(?=\W)")
_NO_ARTICLE = re.compile(r"\b[A-Z][a-z]?[A-Z]+\b|\bO\(")
_ARTICLES = frozenset("o a os as um uma de do da dos das em no na nos nas ao aos e the an of and".split())
_NEGATIONS = frozenset("nao sem nem nunca jamais not without never nor cannot".split())
_CLAUSE_END = re.compile(r"[;:,.!?()—–](?=\s|$)|\s[-—–(]|\s(?:e|and)\s")
_REACH = 2  # words before a statement in which a negation turns it round
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")


def plain_text(markdown: str) -> str:
    """Return an answer's words without its citation markers and emphasis."""
    return _BOLD.sub(r"\1", _MARKER.sub("", markdown)).replace("`", "")


@lru_cache(maxsize=4096)
def statement_stems(text: str) -> tuple[str, ...]:
    """Return the stems of a text in order without articles and bare prepositions ("NAS", the O of "O(n)": neither)."""
    written = [(word, token) for word in text.split() for token in tokens(word)]
    return tuple(stem(token) for word, token in written if token not in _ARTICLES or _NO_ARTICLE.search(word))


def states(answer: str, wording: str) -> bool:
    """True when a line of the Markdown `answer` says `wording`."""
    pieces = [piece for piece in map(statement_stems, _GAP.split(wording)) if piece]
    negated = any(not _NEGATIONS.isdisjoint(piece) for piece in pieces)
    return bool(pieces) and any(_says(_Line.read(line), pieces, negated) for line in plain_text(answer).splitlines())


@dataclass(frozen=True, slots=True)
class _Line:
    """The stems of a line of an answer, and for each the place where its clause begins."""

    stems: tuple[str, ...]
    clauses: tuple[int, ...]

    @classmethod
    def read(cls, text: str) -> "_Line":
        stems: list[str] = []
        clauses: list[int] = []
        for clause in _CLAUSE_END.split(text):
            said = statement_stems(clause)
            clauses += [len(stems)] * len(said)
            stems += said
        return cls(tuple(stems), tuple(clauses))

    def is_negated(self, at: int) -> bool:
        """True where a negation stands right before, in the same clause."""
        return not _NEGATIONS.isdisjoint(self.stems[max(self.clauses[at], at - _REACH) : at])

    def places(self, piece: tuple[str, ...]) -> list[int]:
        """Return where the stems of `piece` stand in a row."""
        return [at for at in range(len(self.stems) - len(piece) + 1) if self.stems[at : at + len(piece)] == piece]


def _says(line: _Line, pieces: list[tuple[str, ...]], negated: bool) -> bool:
    starts = (start for start in line.places(pieces[0]) if negated or not line.is_negated(start))
    return any(_follow(line, start, pieces) for start in starts)


def _follow(line: _Line, start: int, pieces: list[tuple[str, ...]]) -> bool:
    """True when the pieces after the first stand behind it, each after the one before."""
    end = start + len(pieces[0])
    for piece in pieces[1:]:
        later = next((place for place in line.places(piece) if place >= end), None)
        if later is None:
            return False
        end = later + len(piece)
    return True
