"""Trains what `tutor/answering` weighs lists and sentences with, on case files whose evidence is known.

    python -m evals.likelihood FOLDER evals tests/data/questions/fitted

FOLDER holds the encoders that `python -m evals.encoders` trained: each case is met by those that saw none of its file.
The lists found for a case that asks for one are examples for `lists.json`: right where they hold its facts. For the
networks of `likelihood.safetensors` each sentence weighed for a case is one: right where it holds the evidence of the
case. For the regressions each case, or sentence read, is one, by what networks say of it that saw no case of its note.
To each vault some questions about the other vaults are put too, to be refused. Prints what cross-validation, whole
notes held out, says of the likeliest list, of the likeliest sentence and of refusing.
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

from evals.encoders.folds import Encoders, Unadapted
from evals.likelihood.lists import fit_lists, list_example, share_right, write_network
from evals.likelihood.network import train, write_weights
from tutor.answering.answer import respell
from tutor.answering.claims import Inquiry
from tutor.answering.conversation import read_in_conversation
from tutor.answering.evidence import Evidence, Library
from tutor.answering.extractive import inquire, propose
from tutor.answering.likelihood import (
    WEIGHTS,
    Weighed,
    joined,
    read_numbers,
    summarize,
    summarize_read,
    to_read,
    weigh,
)
from tutor.answering.lists import LIST_NETWORK
from tutor.answering.question import read_question
from tutor.answering.weights import Floats, Network, Regression, Weights
from tutor.evaluation import load_cases
from tutor.evaluation.cases import Case, Span
from tutor.language import stems
from tutor.passages import sentence_search_text
from tutor.settings import Settings
from tutor.tutor import Tutor

_FILE = Path("tutor/answering") / WEIGHTS
_LISTS = Path("tutor/answering") / LIST_NETWORK
_SAME = 0.6  # share of the words of the evidence that a sentence has to hold where neither quotes the other
_FOLDS = 5
_STRANGERS = 60  # questions about other vaults put to each vault
_STRENGTH = 0.1  # inverse of the regularisation of the regression
_NETWORKS = 5
_REFUSED = (0.8, 0.85, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Example:
    """What was weighed for one case, the text it was searched by, and which of the sentences hold its evidence."""

    case: Case
    question: str
    weighed: Weighed
    right: NDArray[np.bool_]


Readings = list[dict[int, float]]
"""What the reader says of the sentences read for each example, by their places."""


def inquiries(cases: Sequence[Case], folder: Path, encoders: Encoders | Unadapted) -> Iterator[tuple[Case, Inquiry]]:
    """Yield each case with what is found for it, vault by vault; the indexes are kept in a folder."""
    folds = {case.file: encoders.fold(case.file) for case in cases}
    for at, (vault, fold) in enumerate(dict.fromkeys((case.vault, folds[case.file]) for case in cases)):
        settings = Settings.load(vault=vault, index=folder / str(at))
        with Tutor.open(settings, embedder=encoders.embedder(fold)) as tutor:
            tutor.sync()
            library = Library(tutor.index)
            asked = (*(case for case in cases if case.vault == vault), *_strangers(cases, vault, library))
            for case in (case for case in asked if folds[case.file] == fold):
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
    return Example(case, inquiry.question.search_text, weighed, np.array(right))


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


def _held_out(examples: Sequence[Example]) -> list[Floats]:
    """Return the probabilities of each example's sentences by networks that saw no example of its file."""
    chances: dict[int, Floats] = {}
    files = [str(example.case.file) for example in examples]
    for seen, held in GroupKFold(_FOLDS).split(files, groups=files):
        network = fit([examples[at] for at in seen], 1)
        for at in held:
            chances[at] = network.probabilities(examples[at].weighed.signals, examples[at].weighed.pairs)
    return [chances[at] for at in range(len(examples))]


def _read(examples: Sequence[Example], chances: Sequence[Floats], encoders: Encoders) -> Readings:
    """Return what readers that saw no example of their files say of the likeliest sentences."""
    readings = []
    for example, found in zip(examples, chances, strict=True):
        places = to_read(example.weighed.signals, found)
        sentences = [example.weighed.sentences[at] for at in places]
        texts = [sentence_search_text(evidence.passage, evidence.sentence) for evidence in sentences]
        scores = encoders.reader(encoders.fold(example.case.file)).scores(example.question, texts) if texts else ()
        readings.append(dict(zip(places, map(float, scores), strict=True)))
    return readings


def _fit_read(examples: Sequence[Example], chances: Sequence[Floats], readings: Readings) -> Regression:
    """Return the regression fitted on the sentences that were read."""
    told = [
        (numbers, example.right[at])
        for example, found, scores in zip(examples, chances, readings, strict=True)
        for at, numbers in read_numbers(example.weighed.signals, found, scores).items()
    ]
    return fit_regression([numbers for numbers, _ in told], np.array([right for _, right in told]))


def fit_regression(told: Sequence[Mapping[str, float]], right: NDArray[np.bool_]) -> Regression:
    """Return the regression fitted on numbers by their names; it takes them as they are, and none for no."""
    known = [at for at, numbers in enumerate(told) if numbers]
    names = tuple(sorted({name for at in known for name in told[at]}))
    values = np.array([[told[at].get(name, 0.0) for name in names] for at in known])
    mean, scale = values.mean(0), values.std(0) + 1e-6
    model = LogisticRegression(C=_STRENGTH, max_iter=5000).fit((values - mean) / scale, right[known])
    weights = model.coef_[0] / scale
    bias = float(model.intercept_[0] - weights @ mean)
    return Regression(dict(zip(names, weights.round(5).tolist(), strict=True)), round(bias, 5))


def _answered(examples: Sequence[Example], summaries: Sequence[Mapping[str, float]]) -> NDArray[np.float64]:
    """Return how likely each case is answerable, by a regression that saw no case of its file."""
    answerable, files = _answerable(examples), [str(example.case.file) for example in examples]
    chances = np.zeros(len(examples))
    for seen, held in GroupKFold(_FOLDS).split(files, groups=files):
        outcome = fit_regression([summaries[at] for at in seen], answerable[seen])
        chances[held] = [outcome.probability(summaries[at]) for at in held]
    return chances


def _answerable(examples: Sequence[Example]) -> NDArray[np.bool_]:
    return np.array([bool(example.case.evidence) for example in examples])


def _report(
    name: str, examples: Sequence[Example], chances: Sequence[Floats], summaries: Sequence[Mapping[str, float]]
) -> None:
    answerable, answered = _answerable(examples), _answered(examples, summaries)
    first = np.array([example.right[found.argmax()] for example, found in zip(examples, chances, strict=True)])
    sys.stdout.write(f"{name}: {len(examples)} cases, {sum(map(len, chances))} sentences\n")
    sys.stdout.write(f"likeliest right {first[answerable].mean():.3f}\n")
    sys.stdout.write(f"answerable from not: AUC {roc_auc_score(answerable, answered):.3f}\n")
    for share in _REFUSED:
        limit = np.quantile(answered[~answerable], share)
        lost = np.mean(answered[answerable] <= limit)
        sys.stdout.write(f"up to {limit:.3f}: {share:.0%} of those to refuse, {lost:.1%} of those to answer\n")


def fit_weights(examples: Sequence[Example], encoders: Encoders) -> Weights:
    """Return all that is trained on examples, and print how it does on what it did not see."""
    answerable = _answerable(examples)
    signals = [example.weighed.signals for example in examples]
    chances = _held_out(examples)
    summaries = [summarize(said, found) for said, found in zip(signals, chances, strict=True)]
    _report("weighed", examples, chances, summaries)
    readings = _read(examples, chances, encoders)
    sentence = _fit_read(examples, chances, readings)
    told = list(zip(signals, chances, readings, strict=True))
    joint = [joined(sentence, said, found, scores) for said, found, scores in told]
    read = [summarize_read(said, found, scores) for (said, _, scores), found in zip(told, joint, strict=True)]
    _report("read", examples, joint, read)
    outcomes = (fit_regression(numbers, answerable) for numbers in (summaries, read))
    outcome, read_outcome = outcomes
    return Weights(fit(examples, _NETWORKS), outcome, sentence, read_outcome)


def main() -> None:
    """Train the network of lists, then all that weighs sentences, on the cases named, and write their weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("encoders", type=Path, help="folder of the encoders")
    parser.add_argument("cases", nargs="+", type=Path, help="case files, or folders of them")
    given = parser.parse_args()
    cases, encoders = load_cases(given.cases, Path("corpus")), Encoders(given.encoders)
    with TemporaryDirectory() as folder:
        met = inquiries(cases, Path(folder), encoders)
        lists = [found for case, inquiry in met if (found := list_example(case, inquiry))]
        sys.stdout.write(f"{len(lists)} cases ask for a list, likeliest right {share_right(lists):.3f}\n")
        write_network(fit_lists(lists), _LISTS)
        weighed = (example_of(case, inquiry) for case, inquiry in inquiries(cases, Path(folder), encoders))
        examples = [example for example in weighed if example.weighed.sentences]
    torch.set_num_threads(os.cpu_count() or 1)  # the embedder left it one
    write_weights(fit_weights(examples, encoders), _FILE)


if __name__ == "__main__":
    main()
