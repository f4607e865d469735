"""Train what tells how naturally an exercise reads, on exercises that strict readers judged without knowing how.

    python -m evals.naturalness

`judged.jsonl` holds one exercise a line with the set of notes it is from and whether it was judged natural. Prints, for
sets that the regression was not trained on, how well it and the marks alone rank (area under the ROC curve), and the
share of natural ones among the best quarter of each set; then writes the regression trained on all.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import normalize

from tutor.practice.history.naturalness import WEIGHTS, Naturalness, signs
from tutor.practice.history.plainness import marks
from tutor.types import Citation, Exercise, ExerciseKind, Option

JUDGED = Path(__file__).with_name("judged.jsonl")
"""The exercises that readers judged."""
_WRITTEN = Path("tutor/practice/history") / WEIGHTS
_FOLDS = 10
_IN_NOTES = 8  # notes that a sign has to stand in, so that none is of a topic
_STRENGTH = 3.0  # inverse of the L2 penalty
_DIGITS = 3
_BEST = 4  # one in so many


@dataclass(frozen=True, slots=True)
class Judged:
    """An exercise, the set of notes it is from, and whether a reader found it natural."""

    exercise: Exercise
    set: str
    natural: bool


def read_judged(path: Path) -> tuple[Judged, ...]:
    """Return the exercises of a file of JSON lines."""
    return tuple(map(_read, path.read_text("utf-8").splitlines()))


def _read(line: str) -> Judged:
    told = json.loads(line)
    source = Citation(1, told["note"], tuple(told["path"]), 1, 1, told["quote"])
    options = tuple(Option(letter, text) for letter, text in zip("ABCDE", told["options"], strict=False))
    kind, rubric = ExerciseKind(told["kind"]), tuple(told["rubric"])
    exercise = Exercise("", kind, told["topic"], told["prompt"], told["key"], "", source, options, rubric)
    return Judged(exercise, told["set"], told["natural"])


def fit(judged: Sequence[Judged], *, in_notes: int = _IN_NOTES) -> Naturalness:
    """Return the regression over the signs that stand in at least `in_notes` notes."""
    told = [signs(one.exercise) for one in judged]
    notes: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for one, said in zip(judged, told, strict=True):
        for name in said:
            notes[name].add((one.set, one.exercise.citation.note))
    known = {name for name, held in notes.items() if len(held) >= in_notes}
    vectorizer = DictVectorizer()
    rows = normalize(vectorizer.fit_transform([_only(known, said) for said in told]))
    model = LogisticRegression(C=_STRENGTH, max_iter=1000).fit(rows, [one.natural for one in judged])
    weights = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    return Naturalness({str(name): round(float(w), _DIGITS) for name, w in weights}, float(model.intercept_[0]))


def _only(known: set[str], said: Mapping[str, float]) -> dict[str, float]:
    return {name: value for name, value in said.items() if name in known}


def cross_validated(judged: Sequence[Judged]) -> NDArray[np.float64]:
    """Return what regressions tell of each exercise that were trained on none of its set."""
    sets = [one.set for one in judged]
    told = np.zeros(len(judged))
    for seen, unseen in GroupKFold(_FOLDS).split(sets, groups=sets):
        regression = fit([judged[at] for at in seen])
        told[unseen] = [regression.probability(signs(judged[at].exercise)) for at in unseen]
    return told


def best_of_each_set(judged: Sequence[Judged], told: NDArray[np.float64]) -> float:
    """Return the share of natural ones among the best quarter of each set."""
    best: list[bool] = []
    for name in sorted({one.set for one in judged}):
        of_set = [at for at, one in enumerate(judged) if one.set == name]
        ranked = sorted(of_set, key=lambda at: -told[at])
        best += [judged[at].natural for at in ranked[: len(ranked) // _BEST]]
    return float(np.mean(best))


def main() -> None:
    """Report on sets that were held out, and write the regression of all."""
    judged = read_judged(JUDGED)
    natural = np.array([one.natural for one in judged])
    by_marks = -np.array([marks(one.exercise) for one in judged], float)
    sys.stdout.write(f"{len(judged)} exercises, {natural.mean():.1%} natural\n")
    for name, told in (("marks", by_marks), ("regression", cross_validated(judged))):
        ranked = f"AUC {roc_auc_score(natural, told):.3f}, best quarter {best_of_each_set(judged, told):.1%} natural"
        sys.stdout.write(f"{name}: {ranked}\n")
    regression = fit(judged)
    told_of = {"bias": round(regression.bias, _DIGITS), "weights": dict(sorted(regression.weights.items()))}
    _WRITTEN.write_text(json.dumps(told_of, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
