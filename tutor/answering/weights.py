"""What is trained of `tutor.answering.likelihood`, as it runs: networks and logistic regressions, and their file."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

REGRESSIONS = ("outcome", "read_sentence", "read_outcome")
"""The regressions of a file of weights, by the names of `Weights`."""

Floats = NDArray[np.float32]


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
class Regression:
    """A logistic regression: the weight of each number by its name, and the bias."""

    weights: Mapping[str, float]
    bias: float

    def probability(self, numbers: Mapping[str, float]) -> float:
        """Return the probability that numbers are given; 0 where there are none."""
        if not numbers:
            return 0.0
        total = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in numbers.items())
        return 1 / (1 + math.exp(-total))


@dataclass(frozen=True, slots=True)
class Weights:
    """The networks of a sentence, the regression of whether the notes answer, and those of both after reading."""

    network: Network
    outcome: Regression
    read_sentence: Regression
    read_outcome: Regression


def read_weights(path: Path) -> Weights:
    """Return the networks and the regressions of a file of weights."""
    from safetensors import safe_open

    with safe_open(path, "numpy") as opened:
        told = {name: json.loads(value) for name, value in opened.metadata().items()}
        weights = {name: opened.get_tensor(name).astype(np.float32) for name in opened.keys()}  # noqa: SIM118
    regressions = (Regression(**told[name]) for name in REGRESSIONS)
    return Weights(Network(tuple(told["signals"]), weights), *regressions)
