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
    """Return the scores of the passages and of the sentences, all from 0 to 1."""
    passages = normalise(candidates.passage_dense) + normalise(candidates.passage_lexical)
    sentences = normalise(candidates.sentence_dense) + normalise(candidates.sentence_lexical)
    best = np.zeros_like(passages)
    np.maximum.at(best, candidates.owner, sentences)
    return (passages + best) / 4, (passages[candidates.owner] + sentences) / 4
