"""An evaluation as JUnit XML: a test suite of the metrics' verdicts, and one of the cases.

Thresholds hold for all cases together, so a case that is not right is told as skipped, a missed metric as a failure.
The format is Jenkins' junit-10.xsd, which GitHub and GitLab read.
"""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from tutor.evaluation.evaluation import Evaluation
from tutor.evaluation.report.table import reason, shown
from tutor.evaluation.runner import Result

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit_xml(evaluation: Evaluation) -> str:
    """Return the JUnit XML of an evaluation."""
    root = Element("testsuites", name="tutor eval", time=f"{evaluation.seconds:.3f}")
    metrics = _suite(root, "metrics", len(evaluation.verdicts))
    for verdict in evaluation.verdicts:
        test = SubElement(metrics, "testcase", classname="metrics", name=verdict.metric.name)
        if not verdict.passed:
            value = shown(verdict.metric, verdict.estimate.value)
            SubElement(test, "failure", message=f"{verdict.metric.title} {value}: {reason(verdict)}")
    metrics.set("failures", str(sum(not verdict.passed for verdict in evaluation.verdicts)))
    cases = _suite(root, "cases", len(evaluation.results))
    for result in evaluation.results:
        case = result.case
        test = SubElement(
            cases,
            "testcase",
            classname=f"cases.{case.kind}",
            name=case.id,
            file=str(case.file),
            line=str(case.line),
            time=f"{result.reply.seconds:.4f}",
        )
        if not evaluation.is_right(result):
            SubElement(test, "skipped", message=_told(result))
    cases.set("skipped", str(len(evaluation.failures)))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(root: Element, name: str, tests: int) -> Element:
    return SubElement(root, "testsuite", name=name, tests=str(tests), errors="0", failures="0", skipped="0")


def _told(result: Result) -> str:
    asked: Sequence[str] = (*result.case.written.conversation, result.case.written.question)
    text = f"{' / '.join(asked)} → {result.reply.answer.text}"
    return _NOT_XML.sub("", text)
