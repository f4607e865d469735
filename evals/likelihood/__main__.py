"""Trains the weights of `tutor/answering/likelihood.safetensors` on case files whose evidence is known.

    python -m evals.likelihood evals tests/data/questions/fitted

Each sentence weighed for a case is an example: right where it holds the evidence of the case. Prints what ten-fold
cross-validation, whole notes held out, says of the likeliest sentence and of refusing.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from evals.likelihood.network import train, write_network
from tutor.answering.answer import respell
from tutor.answering.conversation import read_in_conversation
from tutor.answering.evidence import Evidence, Library
from tutor.answering.extractive import inquire, propose
from tutor.answering.likelihood import WEIGHTS, Network, Weighed, weigh
from tutor.evaluation import load_cases
from tutor.evaluation.cases import Case, Span
from tutor.language import stems
from tutor.settings import Settings
from tutor.tutor import Tutor

_FILE = Path("tutor/answering") / WEIGHTS
_SAME = 0.6  # share of the words of the evidence that a sentence has to hold where neither quotes the other
_FOLDS = 10
_NETWORKS = 3
_REFUSED = (0.8, 0.85, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Example:
    """What was weighed for one case, and which of the sentences hold its evidence."""

    case: Case
    weighed: Weighed
    right: NDArray[np.bool_]


def read_examples(cases: Sequence[Case]) -> Iterator[Example]:
    """Yield an example for each case for which anything is found, vault by vault."""
    with TemporaryDirectory() as folder:
        for at, vault in enumerate(dict.fromkeys(case.vault for case in cases)):
            with Tutor.open(Settings.load(vault=vault, index=Path(folder) / str(at))) as tutor:
                tutor.sync()
                library = Library(tutor.index)
                examples = (_example(case, library) for case in cases if case.vault == vault)
                yield from (example for example in examples if example.weighed.sentences)


def _example(case: Case, library: Library) -> Example:
    text = respell(case.written.question, library)
    inquiry = inquire(read_in_conversation(text, case.written.conversation)[0], library)
    weighed = weigh(inquiry, propose(inquiry))
    right = [any(_holds(evidence, span) for span in case.evidence) for evidence in weighed.sentences]
    return Example(case, weighed, np.array(right))


def _holds(evidence: Evidence, span: Span) -> bool:
    """True for a sentence in the lines of the evidence that quotes it, is quoted by it, or has most of its words."""
    sentence, wanted = evidence.sentence, set(stems(span.quote))
    if not span.overlaps(evidence.passage.note, sentence.first_line, sentence.last_line):
        return False
    quoted = span.quote in evidence.quote or evidence.quote in span.quote
    return quoted or len(wanted & set(evidence.own)) >= _SAME * len(wanted)


def fit(examples: Sequence[Example], networks: int) -> Network:
    """Return networks trained on examples, each from another seed."""
    signals = [said for example in examples for said in example.weighed.signals]
    pairs = np.concatenate([example.weighed.pairs for example in examples])
    return train(signals, pairs, np.concatenate([example.right for example in examples]), networks)


def _held_out(examples: Sequence[Example]) -> list[NDArray[np.float32]]:
    """Return the probabilities of each example's sentences by networks that saw no example of its file."""
    chances: dict[int, NDArray[np.float32]] = {}
    files = [str(example.case.file) for example in examples]
    for seen, held in GroupKFold(_FOLDS).split(files, groups=files):
        network = fit([examples[at] for at in seen], 1)
        for at in held:
            chances[at] = network.probabilities(examples[at].weighed.signals, examples[at].weighed.pairs)
    return [chances[at] for at in range(len(examples))]


def _report(examples: Sequence[Example], chances: Sequence[NDArray[np.float32]]) -> None:
    answerable = np.array([bool(example.case.evidence) for example in examples])
    best = np.array([found.max() for found in chances])
    first = np.array([example.right[found.argmax()] for example, found in zip(examples, chances, strict=True)])
    sys.stdout.write(f"{len(examples)} cases, {sum(map(len, chances))} sentences\n")
    sys.stdout.write(f"likeliest right {first[answerable].mean():.3f}\n")
    sys.stdout.write(f"answerable from not by the likeliest: AUC {roc_auc_score(answerable, best):.3f}\n")
    for share in _REFUSED:
        limit = np.quantile(best[~answerable], share)
        lost = np.mean(best[answerable] <= limit)
        sys.stdout.write(f"up to {limit:.3f}: {share:.0%} of those to refuse, {lost:.1%} of those to answer\n")


def main() -> None:
    """Train the networks on the cases named and write their weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="+", type=Path, help="case files, or folders of them")
    examples = list(read_examples(load_cases(parser.parse_args().cases, Path("corpus"))))
    torch.set_num_threads(os.cpu_count() or 1)  # the embedder left it one
    _report(examples, _held_out(examples))
    write_network(fit(examples, _NETWORKS), _FILE)


if __name__ == "__main__":
    main()
