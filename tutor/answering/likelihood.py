"""How likely a sentence of the notes answers a question: a small neural network over signals and vectors.

It sees the signals of a sentence (`tutor.answering.signals`) and, where the packaged embedder made the index, the
vectors of question and sentence, which retrieval has anyway. The weights stand in `likelihood.safetensors`;
`python -m evals.likelihood` trains them on cases whose evidence is known.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tutor.answering.claims import Inquiry, Proposal
from tutor.answering.evidence import Evidence
from tutor.answering.frames import QuestionKind
from tutor.answering.signals import signals_of
from tutor.embedder import PACKAGED_EMBEDDER

CANDIDATES = 12
"""How many of the best sentences are weighed for one question."""

WEIGHTS = "likelihood.safetensors"
"""The file of the weights, in this package."""

_DECISIVE = (
    "names missing",
    "number missing",
    "date missing",
    "price missing",
    "maker missing",
    "example missing",
    "side missing",
    "nothing new",
)

_ASSERTED = (QuestionKind.YES_NO, QuestionKind.TOPIC)
"""The kinds of questions whose every name may be what is asked to be true."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence with the probability, from 0 to 1, that it answers; `is_claimed` when the proposal at hand cites it.

    A sentence that no strategy claims and that lacks a name, or the kind of value, asked for has no chance.
    """

    evidence: Evidence
    probability: float
    is_claimed: bool


@dataclass(frozen=True, slots=True)
class Weighed:
    """The sentences weighed for one question: their signals by name, and a row of `pairs` for each, or no rows."""

    sentences: tuple[Evidence, ...]
    signals: tuple[Mapping[str, float], ...]
    pairs: Floats


def candidates(inquiry: Inquiry, proposal: Proposal) -> list[Candidate]:
    """Return the sentences that may answer, the likeliest first; `proposal` is what the strategies would say."""
    found = weigh(inquiry, proposal)
    if not found.sentences:
        return []
    probabilities = _network().probabilities(found.signals, found.pairs)
    ranked = [
        Candidate(evidence, float(probability), bool(signals["claimed"]))
        for evidence, signals, probability in zip(found.sentences, found.signals, probabilities, strict=True)
        if signals["claimed"] or not _lacks(signals)
    ]
    return sorted(ranked, key=lambda candidate: (-candidate.probability, candidate.evidence.key))


def _lacks(signals: Mapping[str, float]) -> bool:
    """True for a sentence that lacks what decides; what is told of the very thing asked about may leave out names."""
    told = signals["label whole"] and not any(signals[f"asks {kind}"] for kind in _ASSERTED)
    return any(signals[name] for name in _DECISIVE if name != "names missing" or not told)


def weigh(inquiry: Inquiry, proposal: Proposal) -> Weighed:
    """Return the best sentences found, and those that the proposal cites, with what is known of them."""
    cited = {evidence.key: evidence for claim in proposal.claims for evidence in claim.evidence}
    found = {evidence.key: evidence for evidence in inquiry.evidence[:CANDIDATES] if evidence.score > 0}
    sentences = tuple({**cited, **found}.values())
    return Weighed(sentences, tuple(signals_of(inquiry, proposal, sentences)), _pairs(inquiry, sentences))


def _pairs(inquiry: Inquiry, sentences: Sequence[Evidence]) -> Floats:
    """Return for each sentence q, s, q * s and |q - s| of the unit vectors of question and sentence, side by side.

    (After Mou et al. 2016, "Natural Language Inference by Tree-Based Convolution and Heuristic Matching".) No rows
    where another embedder than the packaged one made the index: the weights know only its vectors.
    """
    index = inquiry.library.index
    if index.embedder.name != PACKAGED_EMBEDDER or not sentences:
        return np.zeros((0, 0), np.float32)
    places = [(evidence.passage.id, evidence.position) for evidence in sentences]
    vectors = index.sentence_vectors(places)
    asked = np.broadcast_to(index.embed_query(inquiry.question.search_text), vectors.shape)
    return np.concatenate([asked, vectors, asked * vectors, np.abs(asked - vectors)], axis=1)


@dataclass(frozen=True, slots=True)
class Network:
    """Networks of one shape, whose probabilities are averaged; the first axis of each weight counts them.

    One hidden layer reads the signals, one the pairs; both end in a few numbers that a last layer weighs. Signals and
    pairs are standardised first; pairs that are not known are all average, as in part of the training.
    """

    names: tuple[str, ...]
    weights: Mapping[str, Floats]

    def probabilities(self, signals: Sequence[Mapping[str, float]], pairs: Floats) -> Floats:
        """Return the probability of each sentence."""
        weights = self.weights
        known = np.array([[said.get(name, 0.0) for name in self.names] for said in signals], np.float32)
        told = self._branch("signals", (known - weights["signals.mean"]) / weights["signals.scale"])
        width = len(weights["pairs.mean"])
        blank = np.zeros((len(signals), width), np.float32)
        seen = (pairs - weights["pairs.mean"]) / weights["pairs.scale"] if pairs.size else blank
        joint = np.concatenate([told, self._branch("pairs", seen)], axis=2)
        logits = np.maximum(joint, 0) @ weights["last.weight"] + weights["last.bias"]
        average: Floats = (1 / (1 + np.exp(-logits[:, :, 0]))).mean(axis=0)
        return average

    def _branch(self, name: str, values: Floats) -> Floats:
        weights = self.weights
        hidden = np.maximum(values @ weights[f"{name}.0.weight"] + weights[f"{name}.0.bias"], 0)
        narrow: Floats = hidden @ weights[f"{name}.1.weight"] + weights[f"{name}.1.bias"]
        return narrow


def read_network(path: Path) -> Network:
    """Return the networks of a file of weights."""
    from safetensors import safe_open

    with safe_open(path, "numpy") as opened:
        names = tuple(json.loads(opened.metadata()["signals"]))
        return Network(names, {name: opened.get_tensor(name).astype(np.float32) for name in opened.keys()})  # noqa: SIM118


@lru_cache(maxsize=1)
def _network() -> Network:
    with as_file(files("tutor.answering").joinpath(WEIGHTS)) as path:
        return read_network(path)
