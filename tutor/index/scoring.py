"""Two levels, two sides: a passage and its sentences, each by embedding and by BM25, four equal weights."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Raw scores of m candidate passages and of their n sentences; `owner` says whose each sentence is.

    `dense` are cosines, `lexical` BM25 scores, 0 where no word matches.
    """

    passage_dense: Scores
    passage_lexical: Scores
    sentence_dense: Scores
    sentence_lexical: Scores
    owner: NDArray[np.int64]


def normalise(scores: Scores) -> Scores:
    """Return `scores` stretched to 0..1 over themselves; all 0 where they are all the same."""
    if not scores.size or np.ptp(scores) == 0:
        return np.zeros_like(scores)
    stretched: Scores = (scores - scores.min()) / np.ptp(scores)
    return stretched


def fuse(candidates: Candidates) -> tuple[Scores, Scores]:
    """Return the scores of the passages and of the sentences, all from 0 to 1.

    A passage's four scores are its own two and, on each side, its best sentence's; a sentence's four are its own two
    and its passage's two.
    """
    count = len(candidates.passage_dense)
    own = normalise(candidates.passage_dense) + normalise(candidates.passage_lexical)
    best = normalise(_best(candidates.sentence_dense, candidates.owner, count))
    best += normalise(_best(candidates.sentence_lexical, candidates.owner, count))
    sentences = normalise(candidates.sentence_dense) + normalise(candidates.sentence_lexical)
    return (own + best) / 4, (own[candidates.owner] + sentences) / 4


def _best(scores: Scores, owner: NDArray[np.int64], count: int) -> Scores:
    """Return the best of each passage's sentence scores."""
    best = np.full(count, scores.min())
    np.maximum.at(best, owner, scores)
    return best
