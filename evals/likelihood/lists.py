"""The training of the coefficients that `tutor.answering.lists` weighs lists with."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold
from torch import Tensor

from tutor.answering.claims import Inquiry
from tutor.answering.lists import Coefficients, list_signals, lists_found
from tutor.evaluation.cases import Case, Kind
from tutor.evaluation.metrics import states

_EPOCHS, _BATCH = 40, 64
_RATE, _DECAY = 0.05, 0.01
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


def fit_lists(examples: Sequence[ListExample]) -> Coefficients:
    """Return the coefficients that make the right list of each example likeliest, or none where no list is right."""
    torch.manual_seed(0)
    names = tuple(sorted({name for example in examples for said in example.signals for name in said}))
    rows = [np.array([[said.get(name, 0.0) for name in names] for said in e.signals]) for e in examples]
    scale = np.concatenate(rows).std(0) + 1e-6
    longest = max(map(len, rows))
    values = torch.zeros(len(rows), longest, len(names))
    there, right = (
        torch.zeros(len(rows), longest, dtype=torch.bool),
        torch.zeros(len(rows), longest + 1, dtype=torch.bool),
    )
    for at, (example, found) in enumerate(zip(examples, rows, strict=True)):
        values[at, : len(found)] = torch.from_numpy(found / scale)
        there[at, : len(found)] = True
        right[at, : len(found)] = torch.from_numpy(example.right)
        right[at, longest] = not example.right.any()
    weights, none = torch.zeros(len(names), requires_grad=True), torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.AdamW([weights, none], lr=_RATE, weight_decay=_DECAY)
    for _ in range(_EPOCHS):
        for batch in torch.randperm(len(rows)).split(_BATCH):
            optimizer.zero_grad()
            _loss(values[batch] @ weights, there[batch], none, right[batch]).backward()
            optimizer.step()
    learned = (weights.detach().numpy() / scale).round(4).tolist()
    return Coefficients(dict(zip(names, learned, strict=True)), round(none.item(), 4))


def _loss(totals: Tensor, there: Tensor, none: Tensor, right: Tensor) -> Tensor:
    """Return minus the mean log probability of what is right, of the lists that are there and of none."""
    lowest = -1e9
    whole = torch.cat([totals.masked_fill(~there, lowest), none.expand(len(totals), 1)], 1)
    told = torch.log_softmax(whole, 1).masked_fill(~right, lowest)
    return -torch.logsumexp(told, 1).mean()


def share_right(examples: Sequence[ListExample]) -> float:
    """Return in how many list cases the likeliest list is right, by coefficients that saw no case of its file."""
    files = [str(example.case.file) for example in examples]
    right: list[bool] = []
    for seen, held in GroupKFold(_FOLDS).split(files, groups=files):
        fitted = fit_lists([examples[at] for at in seen])
        asked = [e for e in (examples[at] for at in held) if e.case.kind is Kind.LIST and e.case.evidence]
        right += [bool(e.right[int(np.argmax(fitted.probabilities(e.signals)))]) for e in asked]
    return float(np.mean(right))


def write_coefficients(fitted: Coefficients, path: Path) -> None:
    """Write coefficients as JSON."""
    told = {"none": fitted.none, "weights": dict(fitted.weights)}
    path.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", "utf-8")
