"""The training, and the writing, of the networks that `tutor.answering.likelihood` runs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import save_file
from torch import Tensor, nn

from tutor.answering.weights import REGRESSIONS, Floats, Network, Weights

_HIDDEN = {"signals": 32, "pairs": 48}
_NARROW = 16
_DROPPED = {"signals": 0.2, "pairs": 0.4}
_BLANK = 0.25  # share of examples trained without their pairs, for indexes of another embedder
_EPOCHS, _BATCH = 12, 256
_RATE, _DECAY = 3e-3, 0.05


class _Module(nn.Module):
    """The network of `Network`, for training."""

    def __init__(self, signals: int, pairs: int) -> None:
        super().__init__()
        self.signals = _branch("signals", signals)
        self.pairs = _branch("pairs", pairs)
        self.last = nn.Linear(2 * _NARROW, 1)

    def forward(self, signals: Tensor, pairs: Tensor) -> Tensor:
        """Return the logit of each sentence."""
        joint = torch.cat([self.signals(signals), self.pairs(pairs)], dim=1)
        logits: Tensor = self.last(torch.relu(joint))[:, 0]
        return logits


def _branch(name: str, width: int) -> nn.Sequential:
    hidden, dropped = _HIDDEN[name], _DROPPED[name]
    entry = nn.Dropout(dropped if name == "pairs" else 0.0)
    return nn.Sequential(entry, nn.Linear(width, hidden), nn.ReLU(), nn.Dropout(dropped), nn.Linear(hidden, _NARROW))


def train(signals: Sequence[Mapping[str, float]], pairs: Floats, right: NDArray[np.bool_], networks: int) -> Network:
    """Return `networks` networks trained on the same sentences, each from another seed."""
    names = tuple(sorted({name for said in signals for name in said}))
    known = np.array([[said.get(name, 0.0) for name in names] for said in signals], np.float32)
    scales = {
        f"{branch}.{name}": value.astype(np.float32)
        for branch, values in (("signals", known), ("pairs", pairs))
        for name, value in (("mean", values.mean(0)), ("scale", values.std(0) + 1e-4))
    }
    inputs = tuple(
        torch.from_numpy((values - scales[f"{branch}.mean"]) / scales[f"{branch}.scale"])
        for branch, values in (("signals", known), ("pairs", pairs))
    )
    trained = [_train_one(*inputs, torch.from_numpy(right.astype(np.float32)), seed) for seed in range(networks)]
    layers = {
        "signals.0": "signals.1",
        "signals.1": "signals.4",
        "pairs.0": "pairs.1",
        "pairs.1": "pairs.4",
        "last": "last",
    }
    weights = {
        f"{name}.{part}": np.stack([_weight(module, layer, part) for module in trained])
        for name, layer in layers.items()
        for part in ("weight", "bias")
    }
    return Network(names, {**scales, **weights})


def write_weights(weights: Weights, path: Path) -> None:
    """Write networks at half precision; safetensors takes an array's memory as it lies, so rows must come first."""
    network = weights.network
    halved = {name: np.ascontiguousarray(weight, np.float16) for name, weight in network.weights.items()}
    regressions = {name: json.dumps(asdict(getattr(weights, name))) for name in REGRESSIONS}
    save_file(halved, path, metadata={"signals": json.dumps(network.names), **regressions})


def _weight(module: nn.Module, layer: str, part: str) -> Floats:
    """Return a weight as (inputs, outputs), or a bias as one row."""
    value: Floats = module.get_parameter(f"{layer}.{part}").detach().numpy()
    return value.T if part == "weight" else value[None, :]


def _train_one(signals: Tensor, pairs: Tensor, right: Tensor, seed: int) -> _Module:
    torch.manual_seed(seed)
    module = _Module(signals.shape[1], pairs.shape[1])
    optimizer = torch.optim.AdamW(module.parameters(), weight_decay=_DECAY)
    steps = _EPOCHS * (len(right) // _BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=steps)
    loss = nn.BCEWithLogitsLoss()
    for _ in range(_EPOCHS):
        for rows in torch.randperm(len(right)).split(_BATCH):
            kept = (torch.rand(len(rows), 1) > _BLANK).float()
            optimizer.zero_grad()
            loss(module(signals[rows], pairs[rows] * kept), right[rows]).backward()
            optimizer.step()
            schedule.step()
    return module.eval()
