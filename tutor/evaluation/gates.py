"""What a run must reach: the thresholds, and the committed baseline from which it must not fall.

Both stand beside the cases: `thresholds.yaml` and `baseline.json` in a folder of cases, `name.thresholds.yaml` and
`name.baseline.json` beside a file `name.yaml`. Either may be missing.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from tutor.errors import CaseError
from tutor.evaluation.intervals import Difference, Estimate, estimate_difference, estimate_mean, estimate_percentile
from tutor.evaluation.metrics import METRICS, Metric, Unit
from tutor.evaluation.runner import Result

Scores = Mapping[str, Mapping[str, float]]
"""For each case id, what the metrics that concern it say."""


def latency(*_: object) -> float | None:
    """Milliseconds from question to answer, over every question and variant asked; never held against a baseline."""
    return None


LATENCIES = {
    50: Metric("latency_p50", "Latência p50", latency, lower_is_better=True, unit=Unit.MILLISECONDS),
    95: Metric("latency_p95", "Latência p95", latency, lower_is_better=True, unit=Unit.MILLISECONDS),
}


@dataclass(frozen=True, slots=True)
class Baseline:
    """What an earlier run measured: the metrics' values, and each case's fingerprint and scores."""

    values: Mapping[str, float]
    fingerprints: Mapping[str, str]
    scores: Scores


@dataclass(frozen=True, slots=True)
class Verdict:
    """A metric's value against its threshold and the baseline; `change` is measured over the cases both runs share."""

    metric: Metric
    estimate: Estimate
    threshold: float | None = None
    baseline: float | None = None
    change: Difference | None = None

    @property
    def misses_threshold(self) -> bool:
        """True when the value is on the wrong side of its threshold."""
        if self.threshold is None:
            return False
        worse = self.threshold - self.estimate.value
        return (-worse if self.metric.lower_is_better else worse) > 1e-9

    @property
    def falls_below_baseline(self) -> bool:
        """True when the value got worse over the shared cases by more than the noise of the change."""
        if self.change is None or self.change.is_noise:
            return False
        return (self.change.value > 0) == self.metric.lower_is_better

    @property
    def passed(self) -> bool:
        """True when neither the threshold nor the baseline is missed."""
        return not (self.misses_threshold or self.falls_below_baseline)


def judge(
    results: Sequence[Result], scores: Scores, thresholds: Mapping[str, float], baseline: Baseline | None
) -> tuple[Verdict, ...]:
    """Hold every metric that concerns a case, and the latency, against thresholds and baseline."""
    before = _comparable(baseline, results) if baseline else {}
    verdicts = []
    for metric in METRICS:
        now = {case: measured[metric.name] for case, measured in scores.items() if metric.name in measured}
        if not now:
            continue
        then = {case: measured[metric.name] for case, measured in before.items() if metric.name in measured}
        change = estimate_difference(then, now) if then else None
        known = baseline.values.get(metric.name) if baseline else None
        verdicts.append(Verdict(metric, estimate_mean([*now.values()]), thresholds.get(metric.name), known, change))
    waits = [reply.seconds * 1000 for result in results for reply in (result.reply, *result.variants)]
    for percent, metric in LATENCIES.items():
        verdicts.append(Verdict(metric, estimate_percentile(waits, percent), thresholds.get(metric.name)))
    return tuple(verdicts)


def beside(cases: Path, name: str) -> Path:
    """Return where `name` stands for a folder or file of cases."""
    return cases / name if cases.is_dir() else cases.with_suffix(f".{name}")


def read_thresholds(cases: Path) -> dict[str, float]:
    """Read the thresholds beside `cases`: a minimum for each metric named, a maximum where lower is better.

    Raises:
        CaseError: naming every unknown metric and every value that is no number.
    """
    file = beside(cases, "thresholds.yaml")
    if not file.is_file():
        return {}
    try:
        root = yaml.compose(file.read_text(encoding="utf-8"), yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise CaseError(f"{file}: YAML inválido: {error}") from error
    if not isinstance(root, yaml.MappingNode):
        raise CaseError(f"{file}:1: esperava linhas como “fact_coverage: 0.9”")
    known = {metric.name for metric in (*METRICS, *LATENCIES.values())}
    thresholds, faults = {}, []
    for key, value in root.value:
        place = f"{file}:{key.start_mark.line + 1}: {key.value}"
        if key.value not in known:
            faults.append(f"{place}: métrica desconhecida; use uma de: {', '.join(sorted(known))}")
        elif value.tag not in {"tag:yaml.org,2002:int", "tag:yaml.org,2002:float"}:
            faults.append(f"{place}: “{value.value}” não é um número")
        else:
            thresholds[key.value] = float(value.value)
    if faults:
        raise CaseError("Limites com erro; corrija e rode de novo:\n" + "\n".join(faults))
    return thresholds


def read_baseline(cases: Path) -> Baseline | None:
    """Read the baseline beside `cases`, None where there is none.

    Raises:
        CaseError: when the file is not a baseline.
    """
    file = beside(cases, "baseline.json")
    if not file.is_file():
        return None
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        known = data["cases"]
        return Baseline(
            {name: float(value) for name, value in data["metrics"].items()},
            {case: str(entry["fingerprint"]) for case, entry in known.items()},
            {case: {name: float(score) for name, score in entry["scores"].items()} for case, entry in known.items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"A linha de base {file} não pôde ser lida ({error!r}). Refaça-a com tutor eval --update-baseline."
        raise CaseError(message) from error


def make_baseline(results: Sequence[Result], scores: Scores, verdicts: Sequence[Verdict]) -> Baseline:
    """Return a run as the baseline of later ones; latency is left out, it differs from machine to machine."""
    timed = {metric.name for metric in LATENCIES.values()}
    values = {verdict.metric.name: verdict.estimate.value for verdict in verdicts if verdict.metric.name not in timed}
    return Baseline(values, {result.case.id: result.case.written.fingerprint for result in results}, scores)


def write_baseline(cases: Path, baseline: Baseline) -> None:
    """Write a baseline beside `cases`, one case a line, so that its changes read well."""

    def compact(value: object) -> str:
        return json.dumps(value, ensure_ascii=False)

    metrics = [f"    {compact(name)}: {round(value, 6)}" for name, value in baseline.values.items()]
    entries = [
        f"    {compact(case)}: {compact({'fingerprint': baseline.fingerprints[case], 'scores': dict(scores)})}"
        for case, scores in sorted(baseline.scores.items())
    ]
    text = '{\n  "metrics": {\n' + ",\n".join(metrics) + '\n  },\n  "cases": {\n' + ",\n".join(entries) + "\n  }\n}\n"
    beside(cases, "baseline.json").write_text(text, encoding="utf-8")


def describe_changes(before: Baseline | None, after: Baseline) -> str:
    """Say what a new baseline changes: cases added, edited and removed, and every metric that moved."""
    if before is None:
        return f"Linha de base criada com {len(after.scores)} casos."
    added = after.fingerprints.keys() - before.fingerprints.keys()
    removed = before.fingerprints.keys() - after.fingerprints.keys()
    edited = [c for c, mark in after.fingerprints.items() if before.fingerprints.get(c, mark) != mark]
    lines = [f"Linha de base: {len(added)} casos novos, {len(edited)} editados, {len(removed)} removidos."]
    for name, value in after.values.items():
        known = before.values.get(name)
        if known is None or round(known, 4) != round(value, 4):
            lines.append(f"  {name}: {'—' if known is None else f'{known:.4f}'} → {value:.4f}")
    for sign, worse in (("piorou", True), ("melhorou", False)):
        moved = sorted(case for case, scores in after.scores.items() if _moved(before.scores.get(case), scores, worse))
        lines += [f"  {sign}: {', '.join(moved)}"] if moved else []
    return "\n".join(lines if len(lines) > 1 else [*lines, "  nenhuma métrica mudou"])


def _moved(before: Mapping[str, float] | None, after: Mapping[str, float], worse: bool) -> bool:
    """True when a case that was right is wrong now, or the other way round."""
    pairs = [
        (before[name], after[name])
        for name in ("correct", "refusal_accuracy")
        if before and name in before.keys() & after.keys()
    ]
    return any(old > new if worse else old < new for old, new in pairs)


def _comparable(baseline: Baseline, results: Sequence[Result]) -> Scores:
    """Return the baseline's scores of the cases that are written as they were then."""
    same = (r.case for r in results if baseline.fingerprints.get(r.case.id) == r.case.written.fingerprint)
    return {case.id: baseline.scores[case.id] for case in same}
