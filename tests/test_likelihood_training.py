"""The networks of the likelihood: what is trained is what is run."""

from pathlib import Path

import numpy as np
import pytest

from evals.likelihood.__main__ import fit_regression
from evals.likelihood.lists import ListExample, fit_lists
from evals.likelihood.network import train, write_weights
from tutor.answering.likelihood import joined, read_numbers, summarize, summarize_read, to_read
from tutor.answering.weights import Floats, Network, Regression, Weights, read_weights
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
    regressions = [Regression({name: 0.5}, -1.0) for name in ("likeliest", "reader", "reader best")]
    write_weights(Weights(network, *regressions), tmp_path / "weights.safetensors")
    read = read_weights(tmp_path / "weights.safetensors")
    assert [read.outcome, read.read_sentence, read.read_outcome] == regressions
    assert read.network.names == network.names
    assert read.network.probabilities(signals, pairs) == pytest.approx(network.probabilities(signals, pairs), abs=0.02)


def test_a_signal_that_training_never_saw_is_ignored(network: Network, pairs: Floats) -> None:
    known, unknown = network.probabilities([{"share": 0.9}, {"share": 0.9, "new": 5.0}], pairs[[0, 0]])
    assert known == unknown


def test_the_regression_learns_from_what_is_told_of_all_sentences() -> None:
    draw = np.random.default_rng(2)
    likeliest, second = draw.normal(size=(2, 2000))
    answerable = likeliest - second > 0.5
    summaries = [{"likeliest": a, "second": b} for a, b in zip(likeliest.tolist(), second.tolist(), strict=True)]
    outcome = fit_regression(summaries, answerable)
    assert outcome.probability({"likeliest": 2.0, "second": 0.0}) > 0.9
    assert outcome.probability({"likeliest": 2.0, "second": 2.5}) < 0.1


def test_a_question_that_no_sentence_may_answer_is_refused() -> None:
    assert summarize([_said(lacks=True)], [0.9]) == {}
    assert Regression({}, 5.0).probability({}) == 0.0


def _said(*, claimed: bool = False, lacks: bool = False) -> dict[str, float]:
    decisive = ("number", "date", "price", "maker", "example", "side", "focus")
    missing = {f"{name} missing": 0.0 for name in decisive} | {"number missing": float(lacks)}
    return {"claimed": float(claimed), **missing, "nothing new": 0.0}


def test_the_likeliest_sentences_that_may_answer_are_read() -> None:
    signals = [_said(), _said(lacks=True), _said(), _said(claimed=True, lacks=True), _said(), _said()]
    assert to_read(signals, [0.1, 0.9, 0.3, 0.2, 0.8, 0.05]) == [4, 2, 3, 0]


def test_the_reader_turns_what_the_network_takes_for_likeliest() -> None:
    signals, chances = [_said()] * 3, np.array([0.6, 0.5, 0.01], np.float32)
    scores = {0: -4.0, 1: 5.0}
    numbers = read_numbers(signals, chances, scores)
    assert (numbers[1]["reader"], numbers[1]["reader ahead"], numbers[0]["reader ahead"]) == (5.0, 9.0, -9.0)
    joint = joined(Regression({"network": 1.0, "reader": 1.0}, 0.0), signals, chances, scores)
    assert joint[1] > 0.9
    assert joint[0] < 0.1
    assert joint[2] == chances[2]


def test_what_is_read_adds_its_best_scores_to_the_summary() -> None:
    summary = summarize_read([_said()] * 2, np.array([0.6, 0.5], np.float32), {0: 3.0})
    assert (summary["reader best"], summary["reader second"]) == (3.0, -8.0)
    assert summarize_read([_said(lacks=True)], np.array([0.6], np.float32), {}) == {}


def test_the_network_of_lists_tells_the_right_list_and_that_none_is() -> None:
    case = load_cases([Path("evals")], Path("corpus"))[0]
    wrong, right = {"braced": 0.0, "row": 1.0}, {"braced": 1.0, "row": 0.0}
    known = ListExample(case, (wrong, right), np.array([False, True]))
    none = ListExample(case, (wrong, wrong), np.array([False, False]))
    fitted = fit_lists([known, none] * 64)
    first, second = fitted.probabilities((wrong, right))
    assert first < 0.1
    assert second > 0.7
    assert sum(fitted.probabilities((wrong, wrong))) < 0.3
