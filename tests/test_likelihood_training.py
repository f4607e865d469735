"""The networks of the likelihood: what is trained is what is run."""

from pathlib import Path

import numpy as np
import pytest

from evals.likelihood.__main__ import fit_outcome
from evals.likelihood.lists import ListExample, fit_lists
from evals.likelihood.network import train, write_weights
from tutor.answering.likelihood import Floats, Network, Outcome, read_weights, summarize
from tutor.evaluation import load_cases

NAMES = ("claimed", "share")


@pytest.fixture(name="pairs", scope="module")
def _pairs() -> Floats:
    return np.random.default_rng(0).normal(size=(8000, 8)).astype(np.float32)


@pytest.fixture(name="signals", scope="module")
def _signals() -> list[dict[str, float]]:
    shares = np.random.default_rng(1).random(8000)
    return [{"share": float(share)} | ({"claimed": 1.0} if share > 0.8 else {}) for share in shares]


@pytest.fixture(name="network", scope="module")
def _network(signals: list[dict[str, float]], pairs: Floats) -> Network:
    right = np.array([said["share"] > 0.5 for said in signals]) & (pairs[:, 0] > 0)
    return train(signals, pairs, right, networks=2)


def test_both_signals_and_pairs_are_learned(network: Network, signals: list[dict[str, float]], pairs: Floats) -> None:
    assert network.names == NAMES
    found = network.probabilities(signals, pairs)
    high = np.array([said["share"] > 0.6 for said in signals])
    assert found[high & (pairs[:, 0] > 0.3)].mean() > 0.7
    assert found[high & (pairs[:, 0] < -0.3)].mean() < 0.3
    assert found[~high].mean() < found[high].mean()


def test_without_pairs_the_signals_decide(network: Network, signals: list[dict[str, float]]) -> None:
    found = network.probabilities(signals, np.zeros((0, 0), np.float32))
    high = np.array([said["share"] > 0.6 for said in signals])
    assert found[high].mean() > found[~high].mean() + 0.1


def test_what_is_written_is_read_as_trained(
    network: Network, signals: list[dict[str, float]], pairs: Floats, tmp_path: Path
) -> None:
    outcome = Outcome({"likeliest": 0.5}, -1.0)
    write_weights(network, outcome, tmp_path / "weights.safetensors")
    read, read_outcome = read_weights(tmp_path / "weights.safetensors")
    assert (read.names, read_outcome) == (network.names, outcome)
    assert read.probabilities(signals, pairs) == pytest.approx(network.probabilities(signals, pairs), abs=0.02)


def test_a_signal_that_training_never_saw_is_ignored(network: Network, pairs: Floats) -> None:
    known, unknown = network.probabilities([{"share": 0.9}, {"share": 0.9, "new": 5.0}], pairs[[0, 0]])
    assert known == unknown


def test_the_regression_learns_from_what_is_told_of_all_sentences() -> None:
    draw = np.random.default_rng(2)
    likeliest, second = draw.normal(size=(2, 2000))
    answerable = likeliest - second > 0.5
    summaries = [{"likeliest": a, "second": b} for a, b in zip(likeliest.tolist(), second.tolist(), strict=True)]
    outcome = fit_outcome(summaries, answerable)
    assert outcome.probability({"likeliest": 2.0, "second": 0.0}) > 0.9
    assert outcome.probability({"likeliest": 2.0, "second": 2.5}) < 0.1


def test_a_question_that_no_sentence_may_answer_is_refused() -> None:
    lacking = {"claimed": 0.0, "label whole": 0.0, "names missing": 1.0}
    assert summarize([lacking], [0.9]) == {}
    assert Outcome({}, 5.0).probability({}) == 0.0


def test_the_coefficients_of_lists_tell_the_right_list_and_that_none_is() -> None:
    case = load_cases([Path("evals")], Path("corpus"))[0]
    wrong, right = {"braced": 0.0, "row": 1.0}, {"braced": 1.0, "row": 0.0}
    known = ListExample(case, (wrong, right), np.array([False, True]))
    none = ListExample(case, (wrong, wrong), np.array([False, False]))
    fitted = fit_lists([known, none] * 64)
    first, second = fitted.probabilities((wrong, right))
    assert first < 0.1
    assert second > 0.7
    assert sum(fitted.probabilities((wrong, wrong))) < 0.3
