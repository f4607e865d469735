"""An evaluation as one self-contained HTML page: plots as inline SVG, failures first, nothing fetched."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from jinja2 import Environment, PackageLoader, StrictUndefined

from tutor.evaluation.cases import Case, Kind
from tutor.evaluation.citations import NotesOnDisk
from tutor.evaluation.evaluation import Evaluation
from tutor.evaluation.facts import plain_text, statement_stems
from tutor.evaluation.gates import Verdict
from tutor.evaluation.intervals import Estimate, estimate_mean
from tutor.evaluation.metrics import Unit, forbidden_statements, score_answer, stated_facts
from tutor.evaluation.report.table import reason, shown, shown_change
from tutor.evaluation.runner import Result


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a fact beside an answer: in both, in the fact alone (`missing`), in the answer alone (`instead`)."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class FactDiff:
    """A fact, whether it is stated, and where it is not, what the answer's nearest line says instead."""

    wordings: tuple[str, ...]
    stated: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """Where a metric's marks stand on an axis from 0 to 1."""

    value: float
    low: float
    high: float
    threshold: float | None = None
    baseline: float | None = None


def html_page(evaluation: Evaluation) -> str:
    """Return the page."""
    environment = Environment(
        loader=PackageLoader("tutor.evaluation.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    notes = {vault: NotesOnDisk(vault) for vault in {result.case.vault for result in evaluation.results}}
    return environment.get_template("page.html").render(
        evaluation=evaluation,
        verdicts=evaluation.verdicts,
        kinds=_kinds(evaluation),
        plot=plot,
        shown=shown,
        shown_change=shown_change,
        reason=reason,
        failures=evaluation.failures,
        right=[result for result in evaluation.results if evaluation.is_right(result)],
        fact_diffs=fact_diffs,
        forbidden=lambda result: forbidden_statements(result.case, result.reply.answer),
        fallen=fallen_variants,
        lines=lambda case, span: "\n".join(notes[case.vault].lines(span.note)[span.first_line - 1 : span.last_line]),
        scores=evaluation.scores,
    )


def plot(verdict: Verdict) -> Plot:
    """Return a verdict's marks on an axis from 0 to 1; what is no share is set against its largest mark."""
    estimate = verdict.estimate
    marks = [estimate.value, estimate.high, verdict.threshold or 0.0, verdict.baseline or 0.0]
    scale = 1.0 if verdict.metric.unit is Unit.SHARE else max(marks) or 1.0
    threshold, baseline = (mark if mark is None else mark / scale for mark in (verdict.threshold, verdict.baseline))
    return Plot(estimate.value / scale, estimate.low / scale, estimate.high / scale, threshold, baseline)


def fact_diffs(result: Result) -> list[FactDiff]:
    """Return every fact of a case beside what the answer says."""
    case, answer = result.case, result.reply.answer
    lines = [line for line in plain_text(answer.text).splitlines() if line.strip()]
    return [
        FactDiff(wordings, stated, () if stated else _nearest_diff(wordings, lines))
        for wordings, stated in zip(case.written.facts, stated_facts(case, answer), strict=True)
    ]


def fallen_variants(result: Result) -> list[tuple[str, str, str]]:
    """Return kind, question and answer of the variants that score below the question as first written."""
    case: Case = result.case
    original = score_answer(case, result.reply.answer)
    return [
        (str(reply.variant), reply.answer.question, reply.answer.text)
        for reply in result.variants
        if score_answer(case, reply.answer) < original
    ]


def _nearest_diff(wordings: Sequence[str], lines: Sequence[str]) -> tuple[Piece, ...]:
    """Return the diff of the wording and line that are most alike."""
    diffs = [_diff(wording.split(), line.split()) for wording in wordings for line in lines or [""]]
    return max(diffs, key=lambda pieces: sum(len(piece.text) for piece in pieces if piece.sign == "same"))


def _diff(fact: list[str], said: list[str]) -> tuple[Piece, ...]:
    """Return a fact's words beside the stretch of a line that shares words with it; words are alike by their stems."""
    matcher = SequenceMatcher(None, [_key(word) for word in fact], [_key(word) for word in said], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return (Piece("missing", " ".join(fact)),)
    first, last = blocks[0].b, blocks[-1].b + blocks[-1].size
    pieces = []
    for _, a_start, a_end, b_start, b_end in matcher.get_opcodes():
        mine, theirs = fact[a_start:a_end], said[max(b_start, first) : min(b_end, last)]
        same = [_key(word) for word in mine] == [_key(word) for word in theirs]
        if same and mine:
            pieces.append(Piece("same", " ".join(mine)))
            continue
        pieces += [Piece("missing", " ".join(mine))] if mine else []
        pieces += [Piece("instead", " ".join(theirs))] if theirs else []
    return tuple(pieces)


def _key(word: str) -> str:
    return " ".join(statement_stems(word)) or re.sub(r"\W+", "", word).casefold()


def _kinds(evaluation: Evaluation) -> list[tuple[Kind, Estimate]]:
    right = {
        kind: [float(evaluation.is_right(result)) for result in evaluation.results if result.case.kind is kind]
        for kind in Kind
    }
    return [(kind, estimate_mean(values)) for kind, values in right.items() if values]
