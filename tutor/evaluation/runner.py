"""Puts every case to the tutor: its question, its variants, its conversation, and a search for its evidence."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tutor.evaluation.cases import Case, VariantKind
from tutor.types import Answer, Hit, Progress, Turn

DEPTH = 10
"""How many passages are searched for each case."""


class Answerer(Protocol):
    """What is evaluated: a `Tutor`, or one with a seeded defect."""

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Answer a question after the turns before it."""

    def search(self, query: str, k: int = 10) -> Sequence[Hit]:
        """Return the best `k` passages."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as the student gets it, and the seconds waited for it."""

    answer: Answer
    seconds: float
    variant: VariantKind | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What came back for one case: its own reply, those to its variants, and the passages found for its question.

    `hits` is empty for a question that only its conversation makes sense of.
    """

    case: Case
    reply: Reply
    variants: tuple[Reply, ...]
    hits: tuple[Hit, ...]


def run_cases(
    cases: Sequence[Case], open_vault: Callable[[Path], Answerer], progress: Progress | None = None
) -> tuple[Result, ...]:
    """Run the cases vault by vault and return their results in the order of the cases."""
    results: dict[str, Result] = {}
    for vault in dict.fromkeys(case.vault for case in cases):
        tutor = open_vault(vault)
        for case in cases:
            if case.vault == vault:
                results[case.id] = run_case(case, tutor)
                if progress:
                    progress(len(results), len(cases), case.id)
    return tuple(results[case.id] for case in cases)


def run_case(case: Case, tutor: Answerer) -> Result:
    """Put one case to the tutor; its variants are asked after the same conversation."""
    history: list[Turn] = []
    for question in case.written.conversation:
        history.append(Turn(question, tutor.ask(question, tuple(history))))
    reply = _ask(tutor, case.written.question, history)
    variants = tuple(
        _ask(tutor, question, history, kind)
        for kind, questions in case.written.variants.items()
        for question in questions
    )
    searched = case.evidence and not history
    hits = tuple(tutor.search(case.written.question, DEPTH)) if searched else ()
    return Result(case, reply, variants, hits)


def _ask(tutor: Answerer, question: str, history: Sequence[Turn], variant: VariantKind | None = None) -> Reply:
    start = time.perf_counter()
    answer = tutor.ask(question, tuple(history))
    return Reply(answer, time.perf_counter() - start, variant)
