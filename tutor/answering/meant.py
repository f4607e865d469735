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
    asked = fold(question.text)
    spelled = {label for e in gathered if _is_spelled_in(asked, label := fold(e.statement.label))}
    alike = [stems(label) for label in spelled]
    if alike:
        gathered = [e for e in gathered if fold(e.statement.label) in spelled or stems(e.statement.label) not in alike]
    wanted = _WITH.findall(asked) if question.kind in {QuestionKind.FACT, QuestionKind.NAME} else []
    return tuple(e for e in gathered if not any(_lacks(fold(e.text), word) for word in wanted))


def _is_spelled_in(asked: str, label: str) -> bool:
    """True for a name with signs that the question holds as it stands: "h1 ~ p", which no other of its words is."""
    return _SIGNED_NAME.fullmatch(label) is not None and f" {label} " in f" {asked.rstrip(' ?.!')} "


def _lacks(said: str, word: str) -> bool:
    """True for a sentence that says "sem peso negativo" where a thing is asked for that does "com peso negativo"."""
    return bool(re.search(rf"\b(?:sem|without) {word}\b", said)) and not re.search(rf"\b(?:com|with) {word}\b", said)
