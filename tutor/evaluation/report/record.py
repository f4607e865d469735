"""An evaluation as plain values for JSON."""

from tutor.evaluation.evaluation import Evaluation
from tutor.evaluation.gates import Verdict
from tutor.evaluation.metrics import forbidden_statements, stated_facts
from tutor.evaluation.report.table import kind_counts
from tutor.evaluation.runner import Reply, Result


def evaluation_record(evaluation: Evaluation) -> dict[str, object]:
    """Return an evaluation as JSON values: `{"passed", "seconds", "metrics", "kinds", "cases"}`."""
    return {
        "passed": evaluation.passed,
        "seconds": round(evaluation.seconds, 3),
        "metrics": [_verdict_record(verdict) for verdict in evaluation.verdicts],
        "kinds": [{"kind": kind, "right": right, "cases": total} for kind, right, total in kind_counts(evaluation)],
        "cases": [_result_record(evaluation, result) for result in evaluation.results],
    }


def _verdict_record(verdict: Verdict) -> dict[str, object]:
    change = verdict.change
    return {
        "name": verdict.metric.name,
        "value": verdict.estimate.value,
        "low": verdict.estimate.low,
        "high": verdict.estimate.high,
        "cases": verdict.estimate.n,
        "lower_is_better": verdict.metric.lower_is_better,
        "unit": verdict.metric.unit,
        "threshold": verdict.threshold,
        "baseline": verdict.baseline,
        "change": change and {"value": change.value, "low": change.low, "high": change.high, "cases": change.n},
        "passed": verdict.passed,
    }


def _result_record(evaluation: Evaluation, result: Result) -> dict[str, object]:
    case = result.case
    facts = zip(case.written.facts, stated_facts(case, result.reply.answer), strict=True)
    return {
        "id": case.id,
        "kind": case.kind,
        "file": str(case.file),
        "line": case.line,
        "conversation": case.written.conversation,
        "question": case.written.question,
        "right": evaluation.is_right(result),
        "scores": evaluation.scores[case.id],
        "facts": [{"fact": wordings[0], "stated": stated} for wordings, stated in facts],
        "forbidden": forbidden_statements(case, result.reply.answer),
        **_reply_record(result.reply),
        "variants": [{"kind": reply.variant, **_reply_record(reply)} for reply in result.variants],
    }


def _reply_record(reply: Reply) -> dict[str, object]:
    answer = reply.answer
    return {
        "asked": answer.question,
        "answer": answer.text,
        "answered": answer.answered,
        "citations": [
            {"n": c.n, "note": c.note, "lines": [c.first_line, c.last_line], "quote": c.quote} for c in answer.citations
        ],
        "seconds": round(reply.seconds, 4),
    }
