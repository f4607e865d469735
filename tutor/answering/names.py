"""Answers that name what a question describes, or give the other name of what it names."""

import re
from collections.abc import Iterator

from tutor.answering.claims import Claim, Inquiry, placed
from tutor.answering.definitions import definitions_of
from tutor.answering.evidence import Evidence
from tutor.answering.frames import QuestionKind, Value
from tutor.answering.wording import clean, escape, state
from tutor.language import fold, is_negated, stems
from tutor.notes.statements import read_names, read_other_names
from tutor.types import Form

_NAMING_SHARE = 0.6
_NEARLY = 0.05
_PRONOUN = re.compile(r"\bel[ea]s?\b")


def name_described(inquiry: Inquiry) -> list[Claim]:
    """Say the name whose definition carries the description asked for, or the other name of what is named."""
    question = inquiry.question
    if question.kind is QuestionKind.NAME:
        for evidence in definitions_of(inquiry, question.focus)[:1]:
            if len(evidence.statement.terms) > 1:
                asked = set(stems(question.focus))
                other = [n for n in evidence.statement.terms[1:] if set(stems(n)) - asked] or [
                    evidence.statement.terms[0]
                ]
                return [Claim(f"**{escape(other[-1])}** — {state(evidence)}", (evidence,))]
        renamed = _renamed_below(inquiry) or _slashed(inquiry)
        if renamed:
            return renamed
    best = max(_described_by(inquiry), key=lambda pair: pair[0], default=None)
    if best is None:
        return []
    leans = _PRONOUN.search(fold(best[1].statement.label))
    return [
        Claim(placed(inquiry, best[1]) if leans else state(best[1], question.required, inquiry.matcher), (best[1],))
    ]


def _renamed_below(inquiry: Inquiry) -> list[Claim]:
    """Say the other name that a sentence below the focus gives it: "Também se chama dirty read"."""
    for found in definitions_of(inquiry, inquiry.question.focus)[:1]:
        for evidence in inquiry.evidence:
            names = read_other_names(evidence.text) if evidence.parent and evidence.parent.key == found.key else []
            if names:
                said = f"**{escape('; '.join(names))}** — {escape(clean(found.statement.label))}: {state(evidence)}"
                return [Claim(said, (evidence,))]
    return []


def _slashed(inquiry: Inquiry) -> list[Claim]:
    """Say the other names of the focus where a set or label writes them side by side: "hypervisor/monitor de VM"."""
    wanted = stems(inquiry.question.focus)
    for evidence in inquiry.evidence:
        members = [member for group in evidence.statement.sets for member in group.members]
        for written in (*members, evidence.statement.label):
            names = read_names(written) if "," not in written else []
            other = [name for name in names if stems(name) != wanted]
            if wanted and len(names) > len(other) > 0:
                return [Claim(f"**{escape('; '.join(other))}** — {state(evidence)}", (evidence,))]
    return []


def _described_by(inquiry: Inquiry) -> Iterator[tuple[tuple[float, float], Evidence]]:
    """Yield the definitions that carry most of a description without being named in it, with their rank."""
    question, required = inquiry.question, inquiry.question.specific
    best = max((inquiry.coverage(evidence, required).share for evidence in inquiry.evidence), default=0.0)
    for evidence in inquiry.evidence:
        statement = evidence.statement
        if not statement.definition or statement.form is Form.ASIDE or not inquiry.carries_names(evidence):
            continue
        named = inquiry.matcher.carried(required, stems(statement.label))
        covered = inquiry.matcher.coverage(
            required, (*stems(statement.definition), *stems(statement.label)), evidence.context
        )
        by_definition = inquiry.matcher.coverage(required, stems(statement.definition))
        least = 1.0 if question.value is Value.PERSON else _NAMING_SHARE
        agent = question.value is not Value.PERSON or by_definition.own == 1.0
        if (
            required
            and not all(named)
            and by_definition.own >= 0.5
            and covered.share >= max(least, best - _NEARLY)
            and agent
        ):
            denied = is_negated(evidence.text) and not is_negated(question.text)
            yield (covered.share + covered.own - denied, evidence.score), evidence
