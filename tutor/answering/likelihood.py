"""How likely a sentence of the notes answers a question, and how likely the notes answer it at all.

The first is told by a small neural network, which sees the signals of a sentence (`tutor.answering.signals`) and, where
the packaged embedder made the index, the vectors of question and sentence, which retrieval has anyway. The second is a
logistic regression over what the network says of the best sentences and the signals of the very best. Where it is in
doubt, the likeliest sentences are read together with the question (`tutor.embedder.reader`), and two more regressions
join what the reader says to both. All these weights stand in `likelihood.safetensors`; `python -m evals.likelihood`
trains them on cases whose evidence is known.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from itertools import islice

import numpy as np

from tutor.answering.claims import Inquiry, Proposal
from tutor.answering.evidence import Evidence
from tutor.answering.pages import is_bare_reference
from tutor.answering.signals import signals_of
from tutor.answering.weights import Floats, Regression, Weights, read_weights
from tutor.passages import sentence_search_text

CANDIDATES = 12
"""How many of the best sentences are weighed for one question."""

_DEFINING = 2  # sentences that define what is asked about, weighed however far down they are

WEIGHTS = "likelihood.safetensors"
"""The file of the weights, in this package."""

_DECISIVE = (
    "focus missing",
    "number missing",
    "date missing",
    "price missing",
    "maker missing",
    "example missing",
    "side missing",
    "nothing new",
)

_SURELY_NOT = 1e-4
_READ = 4  # sentences
_REFUSED_BELOW, _SURE_FROM = 0.02, 0.95
"""The probabilities that the notes answer between which sentences are read; outside of them reading changes little."""
_FAR = 8.0  # how much less than others a score or logit counts for a sentence that is not there


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence with the probability, from 0 to 1, that it answers; `is_claimed` when the proposal at hand cites it.

    A sentence that no strategy claims and that lacks the kind of value asked for has no chance.
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
    weights = _weights()
    probabilities = weights.network.probabilities(found.signals, found.pairs)
    likely = weights.outcome.probability(summarize(found.signals, probabilities))
    if found.pairs.size and _REFUSED_BELOW < likely < _SURE_FROM:
        scores = _read(inquiry, found, probabilities)
        probabilities = joined(weights.read_sentence, found.signals, probabilities, scores)
        likely = weights.read_outcome.probability(summarize_read(found.signals, probabilities, scores))
    candidates = [
        Candidate(evidence, float(probability), bool(signals["claimed"]))
        for evidence, signals, probability in zip(found.sentences, found.signals, probabilities, strict=True)
        if may_answer(signals)
    ]
    ranked = sorted(candidates, key=lambda candidate: (-candidate.probability, candidate.evidence.key))
    return Judgement(tuple(ranked), likely)


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


def to_read(signals: Sequence[Mapping[str, float]], probabilities: Sequence[float] | Floats) -> list[int]:
    """Return which sentences are read together with the question: the likeliest ones that may answer."""
    may = [at for at, said in enumerate(signals) if may_answer(said)]
    return sorted(may, key=lambda at: -probabilities[at])[:_READ]


def read_numbers(
    signals: Sequence[Mapping[str, float]], probabilities: Sequence[float] | Floats, scores: Mapping[int, float]
) -> dict[int, dict[str, float]]:
    """Return what is known of each sentence that was read, by its place: what network and reader say, and of others."""
    told = {at: _logit(float(probabilities[at])) for at in scores}
    return {
        at: {
            "network": told[at],
            "network ahead": told[at] - max((told[rival] for rival in told if rival != at), default=-_FAR),
            "reader": score,
            "reader ahead": score - max((scores[rival] for rival in scores if rival != at), default=-_FAR),
            "claimed": signals[at]["claimed"],
        }
        for at, score in scores.items()
    }


def joined(
    regression: Regression,
    signals: Sequence[Mapping[str, float]],
    probabilities: Floats,
    scores: Mapping[int, float],
) -> Floats:
    """Return the probabilities with what the reader says of the sentences that were read."""
    joint = probabilities.copy()
    for at, numbers in read_numbers(signals, probabilities, scores).items():
        joint[at] = regression.probability(numbers)
    return joint


def summarize_read(
    signals: Sequence[Mapping[str, float]], joint: Floats, scores: Mapping[int, float]
) -> dict[str, float]:
    """Return what is known of all the sentences, and what the reader says of the best; nothing where none was read."""
    if not scores:
        return {}
    best, second = sorted([*scores.values(), -_FAR, -_FAR], reverse=True)[:2]
    return {**summarize(signals, joint), "reader best": best, "reader second": second}


def _read(inquiry: Inquiry, found: Weighed, probabilities: Floats) -> dict[int, float]:
    """Return what the reader says of the likeliest sentences, by their places."""
    from tutor.embedder.reader import packaged_reader

    places = to_read(found.signals, probabilities)
    sentences = [found.sentences[at] for at in places]
    texts = [sentence_search_text(evidence.passage, evidence.sentence) for evidence in sentences]
    scores = packaged_reader().scores(inquiry.question.search_text, texts)
    return dict(zip(places, map(float, scores), strict=True))


def _logit(probability: float) -> float:
    bounded = min(max(probability, _SURELY_NOT), 1 - _SURELY_NOT)
    return math.log(bounded / (1 - bounded))


def may_answer(signals: Mapping[str, float]) -> bool:
    """True for a sentence that a strategy claims, or that lacks nothing that decides."""
    return bool(signals["claimed"]) or not any(signals[name] for name in _DECISIVE)


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
    where these are not known.
    """
    known = inquiry.vectors(sentences) if sentences else None
    if known is None:
        return np.zeros((0, 0), np.float32)
    question, vectors = known
    asked = np.broadcast_to(question, vectors.shape)
    return np.concatenate([asked, vectors, asked * vectors, np.abs(asked - vectors)], axis=1)


@lru_cache(maxsize=1)
def _weights() -> Weights:
    with as_file(files("tutor.answering").joinpath(WEIGHTS)) as path:
        return read_weights(path)
