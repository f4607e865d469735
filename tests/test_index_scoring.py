"""The fusion of two levels and two sides, on numbers small enough to work out by hand."""

import numpy as np
import pytest

from tutor.index.scoring import Candidates, fuse, normalise


@pytest.mark.parametrize(
    ("scores", "stretched"),
    [([2.0, 4.0, 3.0], [0.0, 1.0, 0.5]), ([0.8, 0.8], [0.0, 0.0]), ([], [])],
    ids=["spread", "all the same", "none"],
)
def test_scores_are_stretched_from_nought_to_one(scores: list[float], stretched: list[float]) -> None:
    assert normalise(np.array(scores)).tolist() == stretched


def test_four_scores_weigh_the_same() -> None:
    candidates = Candidates(
        passage_dense=np.array([0.9, 0.8]),
        passage_lexical=np.array([0.0, 4.0]),
        sentence_dense=np.array([0.9, 0.7, 0.8]),
        sentence_lexical=np.array([0.0, 2.0, 8.0]),
        owner=np.array([0, 0, 1]),
    )
    passages, sentences = fuse(candidates)
    # Own scores 1 + 0 and 0 + 1; best sentences 0.9, 2 and 0.8, 8, stretched to 1 + 0 and 0 + 1.
    assert passages.tolist() == [0.5, 0.5]
    assert sentences.tolist() == pytest.approx([(1 + 1 + 0) / 4, (1 + 0 + 0.25) / 4, (1 + 0.5 + 1) / 4])
