"""The training of the network that `tutor.answering.lists` weighs lists with."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold
from torch import Tensor, nn

from tutor.answering.claims import Inquiry
from tutor.answering.lists import ListNetwork, list_signals, lists_found
from tutor.evaluation.cases import Case, Kind
from tutor.evaluation.metrics import states

_NETWORKS = 3
_HIDDEN, _DROPPED = 16, 0.2
_BLANK = 0.15  # share of examples trained without their vectors, for indexes of another embedder
_EPOCHS, _BATCH = 25, 64
_RATE, _DECAY = 0.05, 0.005
_ROW_END = re.compile(r"\], \[")
_EXCESS = 1.5  # how many times the members of the shortest list that holds the facts another may have
_FOLDS = 6


@dataclass(frozen=True, slots=True)
class ListExample:
    """The lists found for one case that asks for one, by their signals, and which of them hold its facts."""

    case: Case
    signals: tuple[Mapping[str, float], ...]
    right: NDArray[np.bool_]


def list_example(case: Case, inquiry: Inquiry) -> ListExample | None:
    """Return the lists found for a case, or None for one that asks for no list, or without any."""
    groups = lists_found(inquiry)
    if not groups or not (inquiry.question.asks_for_list or case.kind is Kind.LIST):
        return None
    named = [_holds(case, "\n".join(name for name, _ in group.parts)) for group in groups]
    told = [_holds(case, "\n".join(evidence.text for _, evidence in group.parts)) for group in groups]
    right = named if any(named) else told
    fewest = min((len(group.parts) for group, held in zip(groups, right, strict=True) if held), default=0)
    short = [held and len(group.parts) <= _EXCESS * fewest for group, held in zip(groups, right, strict=True)]
    return ListExample(case, tuple(list_signals(inquiry, groups)), np.array(short))


def _holds(case: Case, text: str) -> bool:
    """True for a text that states every fact of a case that a list answers."""
    facts = case.written.facts if case.kind is Kind.LIST and case.evidence else ()
    return bool(facts) and all(any(states(text, wording) for wording in wordings) for wordings in facts)


def fit_lists(examples: Sequence[ListExample]) -> ListNetwork:
    """Return the network that makes the right list of each example likeliest, or none where no list is right.

    Several are trained from other seeds and stand side by side in its hidden layer, so that their weights are averaged.
    """
    names = tuple(sorted({name for example in examples for said in example.signals for name in said}))
    rows = [np.array([[said[name] for name in names] for said in e.signals], np.float32) for e in examples]
    mean, scale = np.concatenate(rows).mean(0), np.concatenate(rows).std(0) + 1e-6
    longest = max(map(len, rows))
    values = torch.zeros(len(rows), longest, len(names))
    there, right = (
        torch.zeros(len(rows), longest, dtype=torch.bool),
        torch.zeros(len(rows), longest + 1, dtype=torch.bool),
    )
    for at, (example, found) in enumerate(zip(examples, rows, strict=True)):
        values[at, : len(found)] = torch.from_numpy((found - mean) / scale)
        there[at, : len(found)] = True
        right[at, : len(found)] = torch.from_numpy(example.right)
        right[at, longest] = not example.right.any()
    by_vectors = torch.tensor(["cosine" in name for name in names])
    trained = [_train_one(values, there, right, by_vectors, seed) for seed in range(_NETWORKS)]
    layers = [{name: value.detach().numpy() for name, value in module.named_parameters()} for module, _ in trained]
    direct = np.mean([layer["direct.weight"][0] for layer in layers], 0)[:, None]
    hidden = np.concatenate([direct, -direct, *(layer["first.weight"].T for layer in layers)], 1) / scale[:, None]
    bias = np.concatenate([[0.0, 0.0], *(layer["first.bias"] for layer in layers)])
    output = np.concatenate([[1.0, -1.0], *(layer["last.weight"][0] / _NETWORKS for layer in layers)])
    none = float(np.mean([weight.item() for _, weight in trained]))
    return ListNetwork(dict(zip(names, mean.tolist(), strict=True)), hidden, bias - mean @ hidden, output, none)


class _Module(nn.Module):
    """A linear part, which two units of the hidden layer of `ListNetwork` tell as relu(x) - relu(-x), and a layer."""

    def __init__(self, signals: int) -> None:
        super().__init__()
        self.direct = nn.Linear(signals, 1, bias=False)
        self.first = nn.Linear(signals, _HIDDEN)
        self.dropped = nn.Dropout(_DROPPED)
        self.last = nn.Linear(_HIDDEN, 1, bias=False)

    def forward(self, signals: Tensor) -> Tensor:
        """Return the weight of each list."""
        totals: Tensor = self.direct(signals) + self.last(self.dropped(torch.relu(self.first(signals))))
        return totals[..., 0]


def _train_one(values: Tensor, there: Tensor, right: Tensor, by_vectors: Tensor, seed: int) -> tuple[_Module, Tensor]:
    """Return one network, and the weight of no list, trained on the standardised signals of the lists of examples."""
    torch.manual_seed(seed)
    module, none = _Module(values.shape[2]), torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.AdamW([*module.parameters(), none], lr=_RATE, weight_decay=_DECAY)
    for _ in range(_EPOCHS):
        for batch in torch.randperm(len(values)).split(_BATCH):
            blank = (torch.rand(len(batch), 1, 1) < _BLANK) & by_vectors
            optimizer.zero_grad()
            _loss(module(values[batch].masked_fill(blank, 0.0)), there[batch], none, right[batch]).backward()
            optimizer.step()
    return module.eval(), none


def _loss(totals: Tensor, there: Tensor, none: Tensor, right: Tensor) -> Tensor:
    """Return minus the mean log probability of what is right, of the lists that are there and of none."""
    lowest = -1e9
    whole = torch.cat([totals.masked_fill(~there, lowest), none.expand(len(totals), 1)], 1)
    told = torch.log_softmax(whole, 1).masked_fill(~right, lowest)
    return -torch.logsumexp(told, 1).mean()


def share_right(examples: Sequence[ListExample]) -> float:
    """Return in how many list cases the likeliest list is right, by a network that saw no case of its file."""
    files = [str(example.case.file) for example in examples]
    right: list[bool] = []
    for seen, held in GroupKFold(_FOLDS).split(files, groups=files):
        fitted = fit_lists([examples[at] for at in seen])
        asked = [e for e in (examples[at] for at in held) if e.case.kind is Kind.LIST and e.case.evidence]
        right += [bool(e.right[int(np.argmax(fitted.probabilities(e.signals)))]) for e in asked]
    return float(np.mean(right))


def write_network(network: ListNetwork, path: Path) -> None:
    """Write a network as JSON, a signal a line."""
    layers = {name: getattr(network, name).round(4).tolist() for name in ("hidden", "bias", "output")}
    means = {name: round(mean, 4) for name, mean in network.means.items()}
    parts = {"means": means, **layers, "none": round(network.none, 4)}
    path.write_text(_ROW_END.sub("],\n[", json.dumps(parts)) + "\n", "utf-8")
