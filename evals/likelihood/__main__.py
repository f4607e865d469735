"""Fits the weights of `tutor/answering/likelihood.json` on case files whose evidence is known.

    python -m evals.likelihood evals tests/data/questions/fitted

Each sentence weighed for a case is an example: right where it holds the evidence of the case. Prints what ten-fold
cross-validation, whole notes held out, says of the likeliest sentence and of refusing.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from tutor.answering.answer import respell
from tutor.answering.conversation import read_in_conversation
from tutor.answering.evidence import Evidence, Library
from tutor.answering.extractive import claim, inquire
from tutor.answering.likelihood import weighed
from tutor.evaluation import load_cases
from tutor.evaluation.cases import Case, Span
from tutor.language import stems
from tutor.settings import Settings
from tutor.tutor import Tutor

_WEIGHTS = Path("tutor/answering/likelihood.json")
_SAME = 0.6  # share of the words of the evidence that a sentence has to hold where neither quotes the other
_FOLDS = 10
_REFUSED = (0.8, 0.85, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence weighed for the case numbered `case`: its features, and whether it holds the evidence."""

    case: int
    features: dict[str, float]
    is_right: bool


def read_examples(cases: Sequence[Case]) -> Iterator[Example]:
    """Yield the examples of all cases, vault by vault."""
    with TemporaryDirectory() as folder:
        for at, vault in enumerate(dict.fromkeys(case.vault for case in cases)):
            with Tutor.open(Settings.load(vault=vault, index=Path(folder) / str(at))) as tutor:
                tutor.sync()
                library = Library(tutor.index)
                for number, case in enumerate(cases):
                    if case.vault == vault:
                        yield from _examples(number, case, library)


def _examples(number: int, case: Case, library: Library) -> Iterator[Example]:
    text = respell(case.written.question, library)
    inquiry = inquire(read_in_conversation(text, case.written.conversation)[0], library)
    for evidence, features in weighed(inquiry, claim(inquiry)):
        yield Example(number, features, any(_holds(evidence, span) for span in case.evidence))


def _holds(evidence: Evidence, span: Span) -> bool:
    """True for a sentence in the lines of the evidence that quotes it, is quoted by it, or has most of its words."""
    sentence, wanted = evidence.sentence, set(stems(span.quote))
    if not span.overlaps(evidence.passage.note, sentence.first_line, sentence.last_line):
        return False
    quoted = span.quote in evidence.quote or evidence.quote in span.quote
    return quoted or len(wanted & set(evidence.own)) >= _SAME * len(wanted)


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Return the intercept and the weight of each feature; what cross-validation says goes to standard output."""
    examples = list(read_examples(cases))
    names = list(examples[0].features)
    features = np.array([[example.features[name] for name in names] for example in examples])
    right = np.array([example.is_right for example in examples])
    owners = np.array([example.case for example in examples])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.1, max_iter=2000))
    _report(_held_out(model, features, right, [str(cases[owner].file) for owner in owners]), right, owners, cases)
    scaler, regression = model.fit(features, right)
    weights = regression.coef_[0] / scaler.scale_
    return {
        "intercept": float(regression.intercept_[0] - weights @ scaler.mean_),
        **{name: float(weight) for name, weight in zip(names, weights, strict=True)},
    }


def _held_out(
    model: Pipeline, features: NDArray[np.float64], right: NDArray[np.bool_], files: Sequence[str]
) -> NDArray[np.float64]:
    """Return the probability of each example by a model that saw no example of its file."""
    chances = np.zeros(len(right))
    for seen, held in GroupKFold(_FOLDS).split(features, right, files):
        chances[held] = model.fit(features[seen], right[seen]).predict_proba(features[held])[:, 1]
    return chances


def _report(
    chances: NDArray[np.float64], right: NDArray[np.bool_], owners: NDArray[np.int64], cases: Sequence[Case]
) -> None:
    numbers = np.unique(owners)
    answerable = np.array([bool(cases[number].evidence) for number in numbers])
    likeliest = [np.flatnonzero(owners == number)[chances[owners == number].argmax()] for number in numbers]
    best, first = chances[likeliest], right[likeliest]
    sys.stdout.write(f"{len(numbers)} cases, {len(right)} sentences; likeliest right {first[answerable].mean():.3f}\n")
    sys.stdout.write(f"answerable from not by the likeliest: AUC {roc_auc_score(answerable, best):.3f}\n")
    for share in _REFUSED:
        limit = np.quantile(best[~answerable], share)
        lost = np.mean(best[answerable] <= limit)
        sys.stdout.write(f"up to {limit:.3f}: {share:.0%} of those to refuse, {lost:.1%} of those to answer\n")


def main() -> None:
    """Fit the weights on the cases named and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="+", type=Path, help="case files, or folders of them")
    fitted = fit(load_cases(parser.parse_args().cases, Path("corpus")))
    rounded = {name: round(weight, 4) for name, weight in fitted.items()}
    _WEIGHTS.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
