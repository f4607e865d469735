"""How likely an exercise reads as an exam board might have written it, by which sessions ask it sooner or later.

A logistic regression over how it is written: every word by its shape (a word that only joins others as it is, of any
other the ending, of a name that it is one), up to three in a row, and the marks of `plainness`. So it knows no topic.
`naturalness.json` holds it; `python -m evals.naturalness` trains it on exercises that strict readers have judged.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from tutor.language import is_stop_word
from tutor.practice.history.plainness import WAITS, marks
from tutor.types import Exercise, ExerciseKind

WEIGHTS = "naturalness.json"
"""The file of the regression, in this package."""

_TOKEN = re.compile(r"\w+|[^\w\s]")
_ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,}\d*")
_LONGEST_RUN = 3  # words in a row
_ENDING = 3  # letters
_KEPT = 16384  # exercises whose probability is kept, as many as large vaults give


@dataclass(frozen=True, slots=True)
class Naturalness:
    """A logistic regression: the weight of each sign by its name, and the bias."""

    weights: Mapping[str, float]
    bias: float

    def probability(self, signs: Mapping[str, float]) -> float:
        """Return the probability, from 0 to 1, of signs; those without a weight do not count."""
        known = {name: value for name, value in signs.items() if name in self.weights}
        length = math.hypot(*known.values()) or 1.0
        total = self.bias + sum(self.weights[name] * value for name, value in known.items()) / length
        return 1 / (1 + math.exp(-total))


@lru_cache(maxsize=_KEPT)
def naturalness(exercise: Exercise) -> float:
    """Return the probability, from 0 to 1, that an exercise reads as an exam board might have written it."""
    return _regression().probability(signs(exercise))


def signs(exercise: Exercise) -> dict[str, float]:
    """Return the signs of how an exercise is written, by their names; of what occurs n times 1 + ln n."""
    topic, *asked = exercise.prompt.split("\n\n")
    said = " ".join(asked) or topic
    form = exercise.key if exercise.kind is ExerciseKind.TRUE_FALSE else ""
    borne = marks(exercise)
    told = Counter((f"kind {exercise.kind}{form}", f"marks {borne}", f"waits {borne >= WAITS}"))
    told.update(f"said {run}" for run in _runs(f"{said} | {exercise.key}", _LONGEST_RUN))
    told.update(f"topic {run}" for run in _runs(topic, 1))
    return {name: 1 + math.log(count) for name, count in told.items()}


def _runs(text: str, longest: int) -> Iterator[str]:
    """Yield up to `longest` words in a row, each by its shape; "<" and ">" stand for the ends of the text."""
    shapes = ["<", *map(_shape, _TOKEN.findall(text)), ">"]
    for length in range(1, longest + 1):
        yield from (" ".join(run) for run in _windows(shapes, length))


def _windows(shapes: Sequence[str], length: int) -> Iterator[Sequence[str]]:
    return (shapes[start : start + length] for start in range(len(shapes) - length + 1))


def _shape(word: str) -> str:
    """Return "de" for "de", "-ção" for "migração", "Name" for "Paris", "ABC" for "TCP", "1" for a number."""
    if is_stop_word(word.lower()):
        return word.lower()
    if word.isdecimal():
        return "1"
    if _ACRONYM.fullmatch(word):
        return "ABC"
    if word[:1].isupper():
        return "Name"
    return f"-{word[-_ENDING:].lower()}" if word[:1].isalpha() else word


def read_naturalness(text: str) -> Naturalness:
    """Return the regression that JSON holds."""
    read = json.loads(text)
    return Naturalness(read["weights"], read["bias"])


@lru_cache(maxsize=1)
def _regression() -> Naturalness:
    return read_naturalness(files("tutor.practice.history").joinpath(WEIGHTS).read_text("utf-8"))
