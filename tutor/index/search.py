"""Query → hits: candidates from Chroma and from FTS5, scored exactly at both levels."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from tutor.index.names import asked_blocks
from tutor.index.scoring import Candidates, Scores, fuse
from tutor.index.store import Store, unpacked
from tutor.types import Form

CANDIDATES = {"passages": 50, "sentences": 100}

Near = Mapping[str, list[str]]
"""By level: the ids of the vectors nearest to the query's, `CANDIDATES` of them."""

Named = Mapping[tuple[str, int], Form | None]
"""The blocks of notes that bear the name that is asked for, and how they define it, None where they don't."""

_RUNNING_TEXT = (Form.COPULA, Form.NAMING, Form.ASIDE)


@dataclass(frozen=True, slots=True)
class Query:
    """What is sought: `text` with its typing errors mended, the stems to look for, its vector, the ids near that one.

    `notes` are where to look, None for everywhere.
    """

    text: str
    stems: list[str]
    vector: NDArray[np.float32]
    near: Near
    notes: Collection[str] | None


@dataclass(frozen=True, slots=True)
class Found:
    """A passage found, by its place in its note, with its score and those of its sentences."""

    id: str
    note: str
    position: int
    score: float
    sentence_scores: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    row: int
    passage: int
    block: int
    vector: bytes


@dataclass(frozen=True, slots=True)
class _Passage:
    row: int
    id: str
    note: str
    position: int
    vector: bytes


def find_passages(store: Store, query: Query, k: int) -> list[Found]:
    """Return the `k` best passages for a query, best first, ties by id."""
    match = " OR ".join(f'"{stem}"' for stem in query.stems)
    with store.snapshot():
        everywhere = asked_blocks(store, query.text).items()
        named = {at: form for at, form in everywhere if query.notes is None or at[0] in query.notes}
        passages = _candidates(store, query, match, named)
        sentences = _sentences(store, passages)
        if not sentences:
            return []
        scored = _score(store, passages, sentences, match, query.vector)
    passage_scores, sentence_scores = _prefer_named(passages, sentences, fuse(scored), scored.owner, named)
    by_passage: dict[int, list[float]] = {}
    for sentence, score in zip(sentences, sentence_scores.tolist(), strict=True):
        by_passage.setdefault(sentence.passage, []).append(score)
    found = [
        Found(passage.id, passage.note, passage.position, score, tuple(by_passage[passage.row]))
        for passage, score in zip(passages, passage_scores.tolist(), strict=True)
        if passage.row in by_passage
    ]
    return sorted(found, key=lambda hit: (-hit.score, hit.id, hit.position))[:k]


def _candidates(store: Store, query: Query, match: str, named: Named) -> list[_Passage]:
    """Return the passages that either side, at either level, counts among its best."""
    rows = {row for (row,) in store.rows_in("SELECT row FROM passages WHERE id IN (?)", query.near["passages"])}
    rows |= {row for (row,) in store.rows_in("SELECT passage FROM sentences WHERE id IN (?)", query.near["sentences"])}
    for note, block in named:
        rows |= {
            row
            for (row,) in store.rows(
                "SELECT p.row FROM passages p JOIN sentences s ON s.passage = p.row WHERE p.note = ? AND s.block = ?",
                *(note, block),
            )
        }
    if match:
        rows |= set(_lexical_best(store, match, query.notes))
    found = store.rows_in(
        "SELECT p.row, p.id, p.note, p.position, v.vector FROM passages p JOIN vectors v ON v.key = p.key "
        "WHERE p.row IN (?)",
        sorted(rows),
    )
    return sorted((_Passage(*row) for row in found), key=lambda passage: passage.row)


def _lexical_best(store: Store, match: str, notes: Collection[str] | None) -> list[int]:
    """Return the rows of the passages that BM25 puts first by their words or by a sentence's."""
    scope = "" if notes is None else "AND p.note IN (SELECT value FROM json_each(?))"
    values = () if notes is None else (json.dumps(sorted(notes)),)
    passages = store.rows(
        "SELECT p.row FROM passage_stems f JOIN passages p ON p.row = f.rowid "  # noqa: S608
        f"WHERE passage_stems MATCH ? {scope} ORDER BY bm25(passage_stems), p.id LIMIT ?",
        *(match, *values, CANDIDATES["passages"]),
    )
    sentences = store.rows(
        "SELECT p.row FROM sentence_stems f JOIN sentences s ON s.row = f.rowid "  # noqa: S608
        f"JOIN passages p ON p.row = s.passage WHERE sentence_stems MATCH ? {scope} "
        "ORDER BY bm25(sentence_stems), s.id LIMIT ?",
        *(match, *values, CANDIDATES["sentences"]),
    )
    return [row for (row,) in passages + sentences]


def _sentences(store: Store, passages: list[_Passage]) -> list[_Sentence]:
    found = store.rows_in(
        "SELECT s.row, s.passage, s.block, v.vector, s.position FROM sentences s JOIN vectors v ON v.key = s.key "
        "WHERE s.passage IN (?)",
        [passage.row for passage in passages],
    )
    ordered = sorted(found, key=itemgetter(1, 4))
    return [_Sentence(row, passage, block, vector) for row, passage, block, vector, _ in ordered]


def _score(
    store: Store, passages: list[_Passage], sentences: list[_Sentence], match: str, vector: NDArray[np.float32]
) -> Candidates:
    """Return the exact scores of every candidate on both sides."""
    matrix = unpacked([passage.vector for passage in passages] + [sentence.vector for sentence in sentences])
    dense = matrix.astype(np.float64) @ vector
    places = {passage.row: at for at, passage in enumerate(passages)}
    return Candidates(
        passage_dense=dense[: len(passages)],
        passage_lexical=_bm25(store, "passage_stems", [passage.row for passage in passages], match),
        sentence_dense=dense[len(passages) :],
        sentence_lexical=_bm25(store, "sentence_stems", [sentence.row for sentence in sentences], match),
        owner=np.array([places[sentence.passage] for sentence in sentences], np.int64),
    )


def _bm25(store: Store, table: str, rows: list[int], match: str) -> Scores:
    """Return the BM25 scores (k1 1.2, b 0.75) of `rows`, 0 where no word matches."""
    scores = np.zeros(len(rows))
    if match:
        found = store.rows(
            f"SELECT rowid, -bm25({table}) FROM {table} WHERE {table} MATCH ? "  # noqa: S608
            "AND +rowid IN (SELECT value FROM json_each(?))",
            *(match, str(rows)),
        )
        places = {row: at for at, row in enumerate(rows)}
        for row, score in found:
            scores[places[row]] = score
    return scores


def _prefer_named(
    passages: list[_Passage],
    sentences: list[_Sentence],
    scores: tuple[Scores, Scores],
    owner: NDArray[np.int64],
    named: Named,
) -> tuple[Scores, Scores]:
    """Put what bears the very name asked for before other mentions of it."""
    passage_scores, sentence_scores = scores[0].copy(), scores[1].copy()
    raised: dict[int, float] = {}
    for at, sentence in enumerate(sentences):
        place = (passages[owner[at]].note, sentence.block)
        if place in named:
            bonus = _bonus(named[place])
            sentence_scores[at] += bonus
            raised[int(owner[at])] = max(raised.get(int(owner[at]), 0.0), bonus)
    for at, bonus in raised.items():
        passage_scores[at] += bonus
    return passage_scores, sentence_scores


def _bonus(form: Form | None) -> float:
    """Return what a block gains: written definitions come first, then those in running text, then mere titles."""
    if form is None:
        return 0.5
    return 0.75 if form in _RUNNING_TEXT else 1.0
