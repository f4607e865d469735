"""Trains what `tutor/answering` weighs lists and sentences with, on case files whose evidence is known.

    python -m evals.likelihood evals tests/data/questions/fitted

The lists found for a case that asks for one are examples for `lists.json`: right where they hold its facts. For the
networks of `likelihood.safetensors` each sentence weighed for a case is one: right where it holds the evidence of the
case. For the regression each case is one, by what networks say of it that saw no case of its note. To each vault some
questions about the other vaults are put too, to be refused. Prints what cross-validation, whole notes held out, says
of the likeliest list, of the likeliest sentence and of refusing.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from evals.likelihood.lists import fit_lists, list_example, share_right, write_coefficients
from evals.likelihood.network import train, write_weights
from tutor.answering.answer import respell
from tutor.answering.claims import Inquiry
from tutor.answering.conversation import read_in_conversation
from tutor.answering.evidence import Evidence, Library
from tutor.answering.extractive import inquire, propose
from tutor.answering.likelihood import WEIGHTS, Network, Outcome, Weighed, summarize, weigh
from tutor.answering.lists import COEFFICIENTS
from tutor.answering.question import read_question
from tutor.evaluation import load_cases
from tutor.evaluation.cases import Case, Span
from tutor.language import stems
from tutor.settings import Settings
from tutor.tutor import Tutor

_FILE = Path("tutor/answering") / WEIGHTS
_LISTS = Path("tutor/answering") / COEFFICIENTS
_SAME = 0.6  # share of the words of the evidence that a sentence has to hold where neither quotes the other
_FOLDS = 5
_STRANGERS = 60  # questions about other vaults put to each vault
_STRENGTH = 0.1  # inverse of the regularisation of the regression
_NETWORKS = 5
_REFUSED = (0.8, 0.85, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Example:
    """What was weighed for one case, and which of the sentences hold its evidence."""

    case: Case
    weighed: Weighed
    right: NDArray[np.bool_]


def inquiries(cases: Sequence[Case], folder: Path) -> Iterator[tuple[Case, Inquiry]]:
    """Yield each case with what is found for it, vault by vault; the indexes are kept in a folder."""
    for at, vault in enumerate(dict.fromkeys(case.vault for case in cases)):
        with Tutor.open(Settings.load(vault=vault, index=folder / str(at))) as tutor:
            tutor.sync()
            library = Library(tutor.index)
            for case in (*(case for case in cases if case.vault == vault), *_strangers(cases, vault, library)):
                text = respell(case.written.question, library)
                yield case, inquire(read_in_conversation(text, case.written.conversation)[0], library)


def _strangers(cases: Sequence[Case], vault: Path, library: Library) -> list[Case]:
    """Return questions about other vaults, which this one does not answer: nothing in it bears the name asked about."""
    here = next(case for case in cases if case.vault == vault)
    others = [case for case in cases if case.vault != vault and case.evidence and not case.written.conversation]
    drawn = Random(vault.parent.name).sample(others, min(_STRANGERS, len(others)))
    return [
        replace(case, file=here.file, evidence=())
        for case in drawn
        if not library.index.definitions(read_question(case.written.question).focus)
    ]


def example_of(case: Case, inquiry: Inquiry) -> Example:
    """Return what is weighed for one case."""
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


def fit_outcome(summaries: Sequence[Mapping[str, float]], answerable: NDArray[np.bool_]) -> Outcome:
    """Return the regression fitted on summaries of questions; it takes their numbers as they are."""
    told = [at for at, summary in enumerate(summaries) if summary]
    names = tuple(sorted({name for at in told for name in summaries[at]}))
    values = np.array([[summaries[at].get(name, 0.0) for name in names] for at in told])
    mean, scale = values.mean(0), values.std(0) + 1e-6
    model = LogisticRegression(C=_STRENGTH, max_iter=5000).fit((values - mean) / scale, answerable[told])
    weights = model.coef_[0] / scale
    bias = float(model.intercept_[0] - weights @ mean)
    return Outcome(dict(zip(names, weights.round(5).tolist(), strict=True)), round(bias, 5))


def _answered(examples: Sequence[Example], summaries: Sequence[Mapping[str, float]]) -> NDArray[np.float64]:
    """Return how likely each case is answerable, by a regression that saw no case of its file."""
    answerable, files = _answerable(examples), [str(example.case.file) for example in examples]
    chances = np.zeros(len(examples))
    for seen, held in GroupKFold(_FOLDS).split(files, groups=files):
        outcome = fit_outcome([summaries[at] for at in seen], answerable[seen])
        chances[held] = [outcome.probability(summaries[at]) for at in held]
    return chances


def _answerable(examples: Sequence[Example]) -> NDArray[np.bool_]:
    return np.array([bool(example.case.evidence) for example in examples])


def _report(examples: Sequence[Example], chances: Sequence[NDArray[np.float32]], answered: NDArray[np.float64]) -> None:
    answerable = _answerable(examples)
    first = np.array([example.right[found.argmax()] for example, found in zip(examples, chances, strict=True)])
    sys.stdout.write(f"{len(examples)} cases, {sum(map(len, chances))} sentences\n")
    sys.stdout.write(f"likeliest right {first[answerable].mean():.3f}\n")
    sys.stdout.write(f"answerable from not: AUC {roc_auc_score(answerable, answered):.3f}\n")
    for share in _REFUSED:
        limit = np.quantile(answered[~answerable], share)
        lost = np.mean(answered[answerable] <= limit)
        sys.stdout.write(f"up to {limit:.3f}: {share:.0%} of those to refuse, {lost:.1%} of those to answer\n")


def main() -> None:
    """Train the coefficients of lists, then the networks, on the cases named, and write their weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="+", type=Path, help="case files, or folders of them")
    cases = load_cases(parser.parse_args().cases, Path("corpus"))
    with TemporaryDirectory() as folder:
        lists = [found for case, inquiry in inquiries(cases, Path(folder)) if (found := list_example(case, inquiry))]
        sys.stdout.write(f"{len(lists)} cases ask for a list, likeliest right {share_right(lists):.3f}\n")
        write_coefficients(fit_lists(lists), _LISTS)
        found = (example_of(case, inquiry) for case, inquiry in inquiries(cases, Path(folder)))
        examples = [example for example in found if example.weighed.sentences]
    torch.set_num_threads(os.cpu_count() or 1)  # the embedder left it one
    chances = _held_out(examples)
    summaries = [summarize(e.weighed.signals, found) for e, found in zip(examples, chances, strict=True)]
    _report(examples, chances, _answered(examples, summaries))
    write_weights(fit(examples, _NETWORKS), fit_outcome(summaries, _answerable(examples)), _FILE)


if __name__ == "__main__":
    main()
