"""Writes an evaluation's reports into a folder."""

import json
from pathlib import Path

from tutor.evaluation.evaluation import Evaluation
from tutor.evaluation.report.junit import junit_xml
from tutor.evaluation.report.page import html_page
from tutor.evaluation.report.record import evaluation_record
from tutor.evaluation.report.table import evaluation_table


def write_report(evaluation: Evaluation, folder: Path) -> Path:
    """Write `evals.html`, `evals.md`, `evals.json` and `evals.xml` (JUnit) into `folder`; return the page's path."""
    folder.mkdir(parents=True, exist_ok=True)
    record = json.dumps(evaluation_record(evaluation), ensure_ascii=False, indent=1)
    (folder / "evals.md").write_text(evaluation_table(evaluation) + "\n", encoding="utf-8")
    (folder / "evals.json").write_text(record + "\n", encoding="utf-8")
    (folder / "evals.xml").write_text(junit_xml(evaluation), encoding="utf-8")
    page = folder / "evals.html"
    page.write_text(html_page(evaluation), encoding="utf-8")
    return page
