"""How likely a sentence of the notes answers a question, and how likely the notes answer it at all.

The first is told by a small neural network, which sees the signals of a sentence (`tutor.answering.signals`) and, where
the packaged embedder made the index, the vectors of question and sentence, which retrieval has anyway. The second is a
logistic regression over what the network says of the best sentences and the signals of the very best. The weights of
both stand in `likelihood.safetensors`; `python -m evals.likelihood` trains them on cases whose evidence is known.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tutor.answering.claims import Inquiry, Proposal
from tutor.answering.evidence import Evidence
from tutor.answering.frames import QuestionKind
from tutor.answering.pages import is_bare_reference
from tutor.answering.signals import signals_of
from tutor.embedder import PACKAGED_EMBEDDER

CANDIDATES = 12
"""How many of the best sentences are weighed for one question."""

_DEFINING = 2  # sentences that define what is asked about, weighed however far down they are

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

_SURELY_NOT = 1e-4

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
class Judgement:
    """The sentences that may answer, the likeliest first, and the probability, from 0 to 1, that the notes answer."""

    candidates: tuple[Candidate, ...] = ()
    probability: float = 0.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """The sentences weighed for one question: their signals by name, and a row of `pairs` for each, or no rows."""

    sentences: tuple[Evidence, ...]
    signals: tuple[Mapping[str, float], ...]
    pairs: Floats


def judge(inquiry: Inquiry, proposal: Proposal) -> Judgement:
    """Return the sentences that may answer, and how likely the notes do; `proposal` is what would be said."""
    found = weigh(inquiry, proposal)
    if not found.sentences:
        return Judgement()
    network, outcome = _weights()
    probabilities = network.probabilities(found.signals, found.pairs)
    candidates = [
        Candidate(evidence, float(probability), bool(signals["claimed"]))
        for evidence, signals, probability in zip(found.sentences, found.signals, probabilities, strict=True)
        if may_answer(signals)
    ]
    ranked = sorted(candidates, key=lambda candidate: (-candidate.probability, candidate.evidence.key))
    return Judgement(tuple(ranked), outcome.probability(summarize(found.signals, probabilities)))


def summarize(signals: Sequence[Mapping[str, float]], probabilities: Sequence[float] | Floats) -> dict[str, float]:
    """Return what is known of all the sentences weighed for a question that may answer it; nothing where none may."""
    weighed = zip(signals, map(float, probabilities), strict=True)
    ranked = sorted(((p, said) for said, p in weighed if may_answer(said)), key=lambda pair: -pair[0])
    if not ranked:
        return {}
    first, second, third = ([p for p, _ in ranked] + [0.0, 0.0])[:3]
    return {
        "likeliest": _logit(first),
        "second": _logit(second),
        "third": _logit(third),
        "ahead": first - second,
        "any": 1 - math.prod(1 - p for p, _ in ranked),
        "claimed likeliest": _logit(max((p for p, said in ranked if said["claimed"]), default=0.0)),
        "may answer": len(ranked) / CANDIDATES,
        **ranked[0][1],
    }


def _logit(probability: float) -> float:
    bounded = min(max(probability, _SURELY_NOT), 1 - _SURELY_NOT)
    return math.log(bounded / (1 - bounded))


def may_answer(signals: Mapping[str, float]) -> bool:
    """True for a sentence that a strategy claims, or that lacks nothing that decides."""
    return bool(signals["claimed"]) or not _lacks(signals)


def _lacks(signals: Mapping[str, float]) -> bool:
    """True for a sentence that lacks what decides; what is told of the very thing asked about may leave out names."""
    told = signals["label whole"] and not any(signals[f"asks {kind}"] for kind in _ASSERTED)
    return any(signals[name] for name in _DECISIVE if name != "names missing" or not told)


def weigh(inquiry: Inquiry, proposal: Proposal) -> Weighed:
    """Return the best sentences found, those that the proposal cites and those that define what is asked about."""
    cited = {evidence.key: evidence for claim in proposal.claims for evidence in claim.evidence}
    defining = ((evidence.key, evidence) for evidence in inquiry.evidence if inquiry.defines_head(evidence))
    said = (evidence for evidence in inquiry.evidence if evidence.score > 0 and not is_bare_reference(evidence))
    found = {evidence.key: evidence for evidence in islice(said, CANDIDATES)}
    sentences = tuple({**cited, **found, **dict(islice(defining, _DEFINING))}.values())
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


@dataclass(frozen=True, slots=True)
class Outcome:
    """A logistic regression over the summary of a question: the weight of each number by its name, and the bias."""

    weights: Mapping[str, float]
    bias: float

    def probability(self, summary: Mapping[str, float]) -> float:
        """Return how likely the notes answer; 0 where nothing may."""
        if not summary:
            return 0.0
        total = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in summary.items())
        return 1 / (1 + math.exp(-total))


def read_weights(path: Path) -> tuple[Network, Outcome]:
    """Return the networks and the regression of a file of weights."""
    from safetensors import safe_open

    with safe_open(path, "numpy") as opened:
        told = opened.metadata()
        weights = {name: opened.get_tensor(name).astype(np.float32) for name in opened.keys()}  # noqa: SIM118
    outcome = json.loads(told["outcome"])
    return Network(tuple(json.loads(told["signals"])), weights), Outcome(outcome["weights"], outcome["bias"])


@lru_cache(maxsize=1)
def _weights() -> tuple[Network, Outcome]:
    with as_file(files("tutor.answering").joinpath(WEIGHTS)) as path:
        return read_weights(path)
