"""The commands that measure: eval and bench."""

import argparse
from pathlib import Path

from tutor.cli.opening import progress_bar, tell, write, write_json
from tutor.cli.render import measures_text
from tutor.contract import Json
from tutor.embedder import SentenceTransformerEmbedder
from tutor.evaluation import (
    Comparison,
    compare,
    comparison_table,
    draft_cases,
    evaluate,
    evaluation_record,
    evaluation_table,
    junit_xml,
    update_baseline,
    write_report,
)
from tutor.evaluation.benchmark import bench_retrieval, bench_speed
from tutor.settings import Settings

_CASES = Path("evals")


def measure(chosen: argparse.Namespace, settings: Settings) -> int:
    """Run the cases; the status is 1 when a threshold is missed or a metric fell below the baseline."""
    if chosen.cases == ["draft"]:
        write(draft_cases(settings.vault).rstrip("\n"))
        return 0
    paths = [Path(case) for case in chosen.cases] or [_CASES]
    if chosen.compare:
        return _compare(paths, settings, chosen)
    with progress_bar("Casos") as progress:
        evaluation = evaluate(paths, settings, progress)
    if chosen.report:
        tell(f"Relatório em {write_report(evaluation, chosen.report)}")
    if chosen.junit:
        chosen.junit.write_text(junit_xml(evaluation), encoding="utf-8")
    if chosen.json:
        write_json(evaluation_record(evaluation), indent=2)
    else:
        write(evaluation_table(evaluation))
    if chosen.update_baseline:
        tell(update_baseline(evaluation))
        return 0
    return 0 if evaluation.passed else 1


def bench(chosen: argparse.Namespace, settings: Settings) -> int:
    """Measure retrieval on a SQuAD file, or speed on a generated vault."""
    embedder = SentenceTransformerEmbedder(settings.embedder)
    if chosen.what == "speed":
        with progress_bar("Velocidade") as progress:
            measured = bench_speed(embedder, progress)
    else:
        with progress_bar("Recuperação") as progress:
            measured = bench_retrieval(chosen.file, embedder, progress)
    if chosen.json:
        write_json({**measured}, indent=2)
    else:
        write(measures_text(measured))
    return 0


def _compare(paths: list[Path], settings: Settings, chosen: argparse.Namespace) -> int:
    with progress_bar("Casos") as progress:
        comparison = compare(paths, settings, chosen.compare, progress)
    if chosen.json:
        write_json(_comparison_record(comparison), indent=2)
    else:
        write(comparison_table(comparison))
    return 0


def _comparison_record(comparison: Comparison) -> Json:
    return {
        "compared": comparison.name,
        "metrics": [
            {
                "name": compared.metric.name,
                "first": compared.first,
                "second": compared.second,
                "difference": compared.difference.value,
                "low": compared.difference.low,
                "high": compared.difference.high,
                "cases": compared.difference.n,
            }
            for compared in comparison.metrics
        ],
    }
