"""Merges a low-rank adapter, trained by `python -m evals.encoders`, into the weights of a BERT encoder."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Weights = Mapping[str, NDArray[np.float32]]


def read_adapter(path: Path) -> dict[str, NDArray[np.float32]]:
    """Return the tensors of a file of a transformer's adapter."""
    from safetensors.numpy import load_file

    return {name: value.astype(np.float32) for name, value in load_file(path).items()}


def adapted(weights: Weights, adapter: Weights) -> dict[str, NDArray[np.float32]]:
    """Return weights with an adapter merged: NAME + NAME.up @ NAME.down, and what the adapter holds whole, replaced."""
    merged = {**weights, **{name: value for name, value in adapter.items() if name in weights}}
    for name, up in adapter.items():
        weight, _, part = name.rpartition(".")
        if part == "up":
            merged[weight] = merged[weight] + up @ adapter[f"{weight}.down"]
    return merged
