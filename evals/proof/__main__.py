"""Runs the evals once per seeded defect; ends with status 1 when one goes unnoticed.

python -m evals.proof [NAME…]
"""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from pathlib import Path

from evals.proof.answers import ANSWER_DEFECTS, Broken
from evals.proof.parts import PART_DEFECTS
from evals.proof.recorded import Recorded
from tutor.evaluation import Evaluation, evaluate
from tutor.evaluation.evaluation import VaultOpener
from tutor.evaluation.report.table import reason
from tutor.evaluation.runner import Answerer
from tutor.settings import Settings
from tutor.tutor import Tutor

_CASES = Path("evals")
_SHOWN = 3

BrokenPart = Callable[[Tutor], AbstractContextManager[Recorded]]
Break = Callable[[ExitStack, Recorded], Answerer]


def main(chosen: Sequence[str]) -> int:
    """Print a line for each defect with the metrics that caught it; return 0 when all were caught."""
    settings = Settings.load(vault=Path("corpus"))
    opener = VaultOpener(settings)
    sound: dict[Path, Recorded] = {}

    def open_sound(vault: Path) -> Recorded:
        if vault not in sound:
            sound[vault] = Recorded(opener(vault))
        return sound[vault]

    start = time.perf_counter()
    healthy = evaluate([_CASES], settings, open_vault=open_sound)
    if not healthy.passed:
        sys.stderr.write(f"The sound tutor does not pass, so the proof says nothing: {_caught(healthy)}\n")
        return 1
    unnoticed = []
    for name, spoil in _defects(chosen):
        with ExitStack() as stack:
            broken = {vault: spoil(stack, recorded) for vault, recorded in sound.items()}
            evaluation = evaluate([_CASES], settings, open_vault=broken.__getitem__)
        sys.stdout.write(f"{'UNNOTICED' if evaluation.passed else 'caught':9}  {name:26}  {_caught(evaluation)}\n")
        sys.stdout.flush()
        unnoticed += [name] if evaluation.passed else []
    sys.stdout.write(f"{time.perf_counter() - start:.0f} s; unnoticed: {', '.join(unnoticed) or 'none'}\n")
    return 1 if unnoticed else 0


def _defects(chosen: Sequence[str]) -> Iterator[tuple[str, Break]]:
    """Yield the name of each defect and how to break a tutor with it."""
    known: list[tuple[str, Break]] = [(defect.__name__, partial(_break_answers, defect)) for defect in ANSWER_DEFECTS]
    known += [(part.__name__, partial(_break_part, part)) for part in PART_DEFECTS]
    yield from (pair for pair in known if not chosen or pair[0] in chosen)


def _break_answers(defect: type[Broken], _: ExitStack, sound: Recorded) -> Answerer:
    return defect(sound)


def _break_part(
    part: Callable[[Tutor], AbstractContextManager[Recorded]], stack: ExitStack, sound: Recorded
) -> Answerer:
    return stack.enter_context(part(sound.tutor))


def _caught(evaluation: Evaluation) -> str:
    """Name the metrics that fail, and why the first of them do."""
    failed = [verdict for verdict in evaluation.verdicts if not verdict.passed]
    told = [f"{verdict.metric.name} {reason(verdict)}" for verdict in failed[:_SHOWN]]
    more = [verdict.metric.name for verdict in failed[_SHOWN:]]
    return "; ".join([*told, *([", ".join(more)] if more else [])])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
