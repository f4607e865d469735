"""Each canonical case as a test, so that one can be run alone: `pytest evals -k virt-vdi`.

A case that is not right in the committed baseline is expected to fail; the gate over all cases is `tutor eval`.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from tutor.evaluation import load_cases
from tutor.evaluation.cases import Case
from tutor.evaluation.evaluation import VaultOpener, score_all
from tutor.evaluation.gates import read_baseline
from tutor.evaluation.metrics import stated_facts
from tutor.evaluation.runner import Answerer, Result, run_case
from tutor.settings import Settings

_FOLDER = Path(__file__).parent
_VAULT = _FOLDER.parent / "corpus"
_BASELINE = read_baseline(_FOLDER)


def _expected(case: Case) -> tuple[pytest.MarkDecorator, ...]:
    scores = _BASELINE.scores.get(case.id, {}) if _BASELINE else {}
    wrong = 0.0 in (scores.get("correct"), scores.get("refusal_accuracy"))
    return (pytest.mark.xfail(reason="not right in the baseline either"),) if wrong else ()


@pytest.fixture(scope="session")
def open_vault() -> Callable[[Path], Answerer]:
    return lru_cache(VaultOpener(Settings.load(vault=_VAULT)))


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=case.id, marks=_expected(case)) for case in load_cases([_FOLDER], _VAULT)]
)
def test_answer(case: Case, open_vault: Callable[[Path], Answerer]) -> None:
    result = run_case(case, open_vault(case.vault))
    scores = score_all([result])[case.id]
    assert scores.get("correct", scores.get("refusal_accuracy")) == 1, _told(result)


def _told(result: Result) -> str:
    stated = zip(result.case.written.facts, stated_facts(result.case, result.reply.answer), strict=True)
    facts = "\n".join(f"{'✓' if said else '✗'} {wordings[0]}" for wordings, said in stated)
    return f"{result.case.written.question}\n{result.reply.answer.text}\n{facts}"
