"""Canonical cases, metrics, thresholds and baseline: whether the tutor still answers as it should."""

from tutor.evaluation.comparison import Comparison, compare
from tutor.evaluation.draft import draft_cases
from tutor.evaluation.evaluation import Evaluation, evaluate, update_baseline
from tutor.evaluation.loading import load_cases
from tutor.evaluation.report import comparison_table, evaluation_record, evaluation_table, junit_xml, write_report

__all__ = [
    "Comparison",
    "Evaluation",
    "compare",
    "comparison_table",
    "draft_cases",
    "evaluate",
    "evaluation_record",
    "evaluation_table",
    "junit_xml",
    "load_cases",
    "update_baseline",
    "write_report",
]
