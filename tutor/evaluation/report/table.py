"""An evaluation as Markdown tables, which read as well in a terminal as in a job summary."""

from collections.abc import Sequence

from tutor.evaluation.cases import Kind
from tutor.evaluation.comparison import Comparison
from tutor.evaluation.evaluation import Evaluation
from tutor.evaluation.gates import Verdict
from tutor.evaluation.metrics import Metric, Unit

_UNITS = {Unit.SHARE: "{:.1%}", Unit.WORDS: "{:.1f}", Unit.MILLISECONDS: "{:.0f} ms"}
_CHANGES = {Unit.SHARE: "{:+.1%}", Unit.WORDS: "{:+.1f}", Unit.MILLISECONDS: "{:+.0f} ms"}
_NAMES_SHOWN = 12


def evaluation_table(evaluation: Evaluation) -> str:
    """Return the verdict on every metric, the kinds of questions, and which cases are not right."""
    heads = ("métrica", "valor", "intervalo de 95%", "casos", "limite", "desde a linha de base", "")
    rows = [_verdict_row(verdict) for verdict in evaluation.verdicts]
    kinds = [(kind, f"{right}/{total}", f"{right / total:.1%}") for kind, right, total in kind_counts(evaluation)]
    return "\n\n".join(
        (_summary(evaluation), _aligned(heads, rows), _aligned(("tipo", "certas", ""), kinds), *_not_right(evaluation))
    )


def comparison_table(comparison: Comparison) -> str:
    """Return every metric under both settings with its paired difference."""
    heads = ("métrica", "atual", comparison.name, "diferença", "intervalo de 95%", "subiu", "caiu", "")
    rows = []
    for compared in comparison.metrics:
        change = compared.difference
        low, high = (shown_change(compared.metric, bound) for bound in (change.low, change.high))
        better = (change.value > 0) != compared.metric.lower_is_better
        told = "ruído" if change.is_noise else "melhor" if better else "pior"
        values = (shown(compared.metric, value) for value in (compared.first, compared.second))
        rows.append(
            (
                compared.metric.title,
                *values,
                shown_change(compared.metric, change.value),
                f"{low} a {high}",
                str(change.rose),
                str(change.fell),
                told,
            )
        )
    return _aligned(heads, rows)


def kind_counts(evaluation: Evaluation) -> list[tuple[Kind, int, int]]:
    """Return for every kind of question asked how many results are right, and how many there are."""
    right = {
        kind: [evaluation.is_right(result) for result in evaluation.results if result.case.kind is kind]
        for kind in Kind
    }
    return [(kind, sum(known), len(known)) for kind, known in right.items() if known]


def shown(metric: Metric, value: float) -> str:
    """Return a metric's value with its unit."""
    return _UNITS[metric.unit].format(value)


def shown_change(metric: Metric, value: float) -> str:
    """Return a change of a metric's value with its sign and unit."""
    return _CHANGES[metric.unit].format(value)


def reason(verdict: Verdict) -> str:
    """Say what a verdict misses; empty for one that passed."""
    missed = []
    if verdict.misses_threshold and verdict.threshold is not None:
        side = "acima" if verdict.metric.lower_is_better else "abaixo"
        missed.append(f"{side} do limite de {shown(verdict.metric, verdict.threshold)}")
    if verdict.falls_below_baseline and verdict.change:
        missed.append(f"piorou {shown_change(verdict.metric, verdict.change.value)} desde a linha de base")
    return " e ".join(missed)


def _summary(evaluation: Evaluation) -> str:
    right = len(evaluation.results) - len(evaluation.failures)
    asked = sum(1 + len(result.variants) + len(result.case.written.conversation) for result in evaluation.results)
    told = "Passou" if evaluation.passed else "NÃO PASSOU"
    cases = f"{right} de {len(evaluation.results)} casos certos"
    summary = f"**{told}**: {cases}; {asked} perguntas em {evaluation.seconds:.0f} s."
    missed = [f"- {verdict.metric.title}: {reason(verdict)}" for verdict in evaluation.verdicts if not verdict.passed]
    return "\n".join((summary, *(["", *missed] if missed else [])))


def _verdict_row(verdict: Verdict) -> tuple[str, ...]:
    metric, estimate = verdict.metric, verdict.estimate
    threshold = (
        ""
        if verdict.threshold is None
        else f"{'≤' if metric.lower_is_better else '≥'} {shown(metric, verdict.threshold)}"
    )
    change = "" if verdict.change is None else shown_change(metric, verdict.change.value)
    interval = f"{shown(metric, estimate.low)} a {shown(metric, estimate.high)}"
    return (
        metric.title,
        shown(metric, estimate.value),
        interval,
        str(estimate.n),
        threshold,
        change,
        "ok" if verdict.passed else "FALHOU",
    )


def _not_right(evaluation: Evaluation) -> list[str]:
    names = [result.case.id for result in evaluation.failures]
    if not names:
        return []
    more = f" e mais {len(names) - _NAMES_SHOWN}" if len(names) > _NAMES_SHOWN else ""
    return [f"Não certos: {', '.join(names[:_NAMES_SHOWN])}{more}."]


def _aligned(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table with its columns padded to the same width."""
    widths = [max(len(row[column]) for row in (heads, *rows)) for column in range(len(heads))]
    ruler = tuple("-" * max(3, width) for width in widths)
    lines = (
        " | ".join(cell.ljust(max(3, w)) for cell, w in zip(row, widths, strict=True)) for row in (heads, ruler, *rows)
    )
    return "\n".join(f"| {line} |" for line in lines)
