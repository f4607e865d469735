"""Fits the weights of `tutor/answering/likelihood.json` on cases: `python -m evals.likelihood CASES …`.

Each sentence weighed for a case is an example: right where it stands in the lines of the case's evidence. Prints what
ten-fold cross-validation, whole notes held out, says of the first sentence and of refusing.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from tutor.answering.conversation import read_in_conversation
from tutor.answering.evidence import Evidence, Library
from tutor.answering.extractive import claim, inquire
from tutor.answering.answer import respell
from tutor.answering.likelihood import weighed
from tutor.evaluation import load_cases
from tutor.evaluation.cases import Case
from tutor.language import stems
from tutor.settings import Settings
from tutor.tutor import Tutor

WEIGHTS = Path("tutor/answering/likelihood.json")
_SAME = 0.6  # share of the words of the evidence that a sentence has to hold where neither quotes the other


def examples(case: Case, library: Library) -> Iterator[tuple[dict[str, float], bool]]:
    """Yield the features of each sentence weighed for a case, and whether it is right."""
    question = read_in_conversation(respell(case.written.question, library), case.written.conversation)[0]
    inquiry = inquire(question, library)
    for evidence, features in weighed(inquiry, claim(inquiry)):
        yield features, any(is_evidence(span, evidence) for span in case.evidence)


def is_evidence(span, evidence: Evidence) -> bool:
    if not span.overlaps(evidence.passage.note, evidence.sentence.first_line, evidence.sentence.last_line):
        return False
    quoted = set(stems(span.quote))
    return (
        span.quote in evidence.quote
        or evidence.quote in span.quote
        or len(quoted & set(evidence.own)) >= _SAME * len(quoted)
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="+", type=Path)
    cases = load_cases(parser.parse_args().cases, Path("corpus"))
    rows, right, notes, owner = [], [], [], []
    with TemporaryDirectory() as folder:
        for at, vault in enumerate(dict.fromkeys(case.vault for case in cases)):
            with Tutor.open(Settings.load(vault=vault, index=Path(folder) / str(at))) as tutor:
                tutor.sync()
                library = Library(tutor.index)
                for number, case in enumerate(cases):
                    if case.vault == vault:
                        for features, is_right in examples(case, library):
                            rows.append(features)
                            right.append(is_right)
                            notes.append(str(case.file))
                            owner.append(number)
    names = list(rows[0])
    features, labels = np.array([[row[name] for name in names] for row in rows]), np.array(right)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.1, max_iter=2000))
    report(model, features, labels, np.array(notes), np.array(owner), cases)
    scaler, regression = model.fit(features, labels)
    weights = regression.coef_[0] / scaler.scale_
    intercept = float(regression.intercept_[0] - weights @ scaler.mean_)
    fitted = {"intercept": intercept, **dict(zip(names, map(float, weights), strict=True))}
    WEIGHTS.write_text(json.dumps({name: round(w, 4) for name, w in fitted.items()}, indent=1) + "\n", encoding="utf-8")


def report(model, features, labels, notes, owner, cases) -> None:
    chance = np.zeros(len(labels))
    for fit, held in GroupKFold(10).split(features, labels, notes):
        chance[held] = model.fit(features[fit], labels[fit]).predict_proba(features[held])[:, 1]
    numbers = np.unique(owner)
    answerable = np.array([bool(cases[n].evidence) for n in numbers])
    best = np.array([chance[owner == n].max() for n in numbers])
    first = np.array([labels[owner == n][chance[owner == n].argmax()] for n in numbers])[answerable].mean()
    print(f"{len(numbers)} cases, {len(labels)} sentences; first right {first:.3f}")
    print(f"answerable from unanswerable by the best sentence: AUC {roc_auc_score(answerable, best):.3f}")
    for share in (0.8, 0.85, 0.9, 0.95):
        limit = np.quantile(best[~answerable], share)
        print(f"refuse below {limit:.3f}: {share:.0%} of unanswerable, {np.mean(best[answerable] <= limit):.1%} of answerable")


if __name__ == "__main__":
    main()
