"""The JSON that other programs read: one shape for each value, the same on the command line, in evals and exports."""

from collections.abc import Sequence
from typing import Any

from tutor.types import Answer, Citation, Exercise, Hit, PageKind, PageReference, SyncReport

Json = dict[str, Any]


def answer_to_json(answer: Answer) -> Json:
    """Return `{question, answer, answered, mode, citations, unsupported, seconds}`."""
    return {
        "question": answer.question,
        "answer": answer.text,
        "answered": answer.answered,
        "mode": answer.mode.value,
        "citations": [citation_to_json(citation) for citation in answer.citations],
        "unsupported": list(answer.unsupported),
        "seconds": round(answer.seconds, 4),
    }


def citation_to_json(citation: Citation) -> Json:
    """Return `{n, note, path, lines: [first, last], quote, pages}`."""
    return {
        "n": citation.n,
        "note": citation.note,
        "path": list(citation.path),
        "lines": [citation.first_line, citation.last_line],
        "quote": citation.quote,
        "pages": [page_to_json(page) for page in citation.pages],
    }


def page_to_json(page: PageReference) -> Json:
    """Return `{source, first, last}`, with `kind` where it counts something other than pages."""
    kind = {} if page.kind is PageKind.PAGE else {"kind": page.kind.value}
    return {"source": page.source, "first": page.first, "last": page.last, **kind}


def hits_to_json(query: str, hits: Sequence[Hit]) -> Json:
    """Return `{query, hits: [{passage_id, note, path, lines, text, score}]}`, best first."""
    return {"query": query, "hits": [_hit_to_json(hit) for hit in hits]}


def _hit_to_json(hit: Hit) -> Json:
    passage = hit.passage
    return {
        "passage_id": passage.id,
        "note": passage.note,
        "path": list(passage.path),
        "lines": [passage.first_line, passage.last_line],
        "text": passage.text,
        "score": hit.score,
    }


def exercise_to_json(exercise: Exercise) -> Json:
    """Return `{id, kind, topic, prompt, options, key, explanation, citation}`."""
    return {
        "id": exercise.id,
        "kind": exercise.kind.value,
        "topic": exercise.topic,
        "prompt": exercise.prompt,
        "options": [{"letter": option.letter, "text": option.text} for option in exercise.options],
        "key": exercise.key,
        "explanation": exercise.explanation,
        "citation": citation_to_json(exercise.citation),
    }


def report_to_json(report: SyncReport) -> Json:
    """Return `{added, changed, removed, unchanged, problems: [{note, line, message}]}`."""
    return {
        "added": report.added,
        "changed": report.changed,
        "removed": report.removed,
        "unchanged": report.unchanged,
        "problems": [{"note": p.note, "line": p.line, "message": p.message} for p in report.problems],
    }
