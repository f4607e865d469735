"""Which gathered sentences cannot be meant by a question, near as their words are."""

import re
from collections.abc import Sequence

from tutor.answering.evidence import Evidence
from tutor.answering.frames import QuestionKind
from tutor.answering.question import Question
from tutor.language import fold, stems

_SIGNED_NAME = re.compile(r"\w[^\s,;()]*(?: ?[^\w\s,;.()/-]+ ?[^\s,;()]+)+")
"""A name with signs between its words, folded."""
_WITH = re.compile(r"\b(?:com|with) ([a-z]{4,})")


def meant(question: Question, gathered: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return the sentences without those named alike but for a sign, and those that lack what a thing is to have."""
    spelled = {fold(e.statement.label) for e in gathered if _is_spelled_in(question, e)}
    alike = [stems(label) for label in spelled]
    fit = (e for e in gathered if fold(e.statement.label) in spelled or stems(e.statement.label) not in alike)
    return tuple(e for e in fit if not _lacks_asked(question, e))


def _is_spelled_in(question: Question, evidence: Evidence) -> bool:
    """True for a name with signs that the question holds as it stands: "h1 ~ p", which no other of its words is."""
    label = fold(evidence.statement.label)
    return _SIGNED_NAME.fullmatch(label) is not None and f" {label} " in f" {fold(question.text).rstrip(' ?.!')} "


def _lacks_asked(question: Question, evidence: Evidence) -> bool:
    """True for a sentence that says "sem peso negativo" where a thing is asked for that does "com peso negativo"."""
    if question.kind not in {QuestionKind.FACT, QuestionKind.NAME}:
        return False
    said = fold(evidence.text)
    wanted = _WITH.findall(fold(question.text))
    return any(
        re.search(rf"\b(?:sem|without) {word}\b", said) and not re.search(rf"\b(?:com|with) {word}\b", said)
        for word in wanted
    )
