"""Two settings over the same cases: one table with paired differences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tutor.errors import SettingsError
from tutor.evaluation.evaluation import Evaluation, evaluate
from tutor.evaluation.gates import Scores
from tutor.evaluation.intervals import Difference, estimate_difference
from tutor.evaluation.metrics import METRICS, Metric
from tutor.settings import Settings
from tutor.types import Progress

_SETTINGS = {"llm": "chat_model", "embedder": "embedder"}


@dataclass(frozen=True, slots=True)
class ComparedMetric:
    """A metric under two settings, and the paired difference from the first to the second over the cases of both."""

    metric: Metric
    first: float
    second: float
    difference: Difference


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two evaluations of the same cases; `name` is what the second was run with."""

    name: str
    first: Evaluation
    second: Evaluation

    @property
    def metrics(self) -> tuple[ComparedMetric, ...]:
        """Every metric that both runs measured."""
        pairs = ((m, _of(self.first.scores, m.name), _of(self.second.scores, m.name)) for m in METRICS)
        return tuple(
            ComparedMetric(metric, _mean(before), _mean(after), estimate_difference(before, after))
            for metric, before, after in pairs
            if before and after
        )


def compare(paths: Sequence[Path], settings: Settings, other: str, progress: Progress | None = None) -> Comparison:
    """Run the cases with `settings` and again with the model that `other` names: `llm:NAME` or `embedder:NAME`.

    Raises:
        SettingsError: when `other` names neither.
        CaseError: for bad cases.
    """
    changed = other_settings(settings, other)
    return Comparison(other, evaluate(paths, settings, progress), evaluate(paths, changed, progress))


def other_settings(settings: Settings, other: str) -> Settings:
    """Return `settings` with the model that `other` names; another embedder has its own index.

    Raises:
        SettingsError: when `other` is neither `llm:NAME` nor `embedder:NAME`.
    """
    kind, _, name = other.partition(":")
    if kind not in _SETTINGS or not name:
        raise SettingsError(f"“{other}” não diz o que comparar. Escreva llm:provedor:modelo ou embedder:modelo.")
    update: dict[str, object] = {_SETTINGS[kind]: name}
    if kind == "embedder":
        update["index"] = settings.index / "compared" / "".join(char if char.isalnum() else "-" for char in name)
    return settings.model_copy(update=update)


def _of(scores: Scores, name: str) -> Mapping[str, float]:
    return {case: measured[name] for case, measured in scores.items() if name in measured}


def _mean(values: Mapping[str, float]) -> float:
    return sum(values.values()) / len(values)
