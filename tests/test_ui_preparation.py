"""Opening and indexing behind the page: progress, failures with their fix, beginning again."""

import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import cast

import pytest

from tutor.errors import EmbedderError, VaultError
from tutor.tutor import Tutor
from tutor.types import SyncReport
from tutor.ui.preparation import Phase, Preparation, Status


def _tutor(sync: Callable[..., SyncReport], warm_up: Callable[[], object] = lambda: None) -> Tutor:
    return cast(Tutor, SimpleNamespace(sync=sync, warm_up=warm_up))


def test_progress_is_told_and_the_tutor_is_there_only_when_it_can_be_asked() -> None:
    reached, go_on = threading.Event(), threading.Event()

    def sync(progress: Callable[[int, int, str], None], *, rebuild: bool) -> SyncReport:
        progress(12, 200, "a.md")
        reached.set()
        go_on.wait(5)
        return SyncReport(200, 0, 0, 0)

    preparation = Preparation(lambda: _tutor(sync))
    assert preparation.status == Status(Phase.LOADING)
    preparation.start()
    assert reached.wait(5)
    assert preparation.status == Status(Phase.INDEXING, 12, 200)
    assert preparation.tutor is None
    assert not preparation.wait(0.01)
    go_on.set()
    assert preparation.wait(5)
    assert preparation.status == Status(Phase.READY, report=SyncReport(200, 0, 0, 0))
    assert preparation.tutor is not None
    assert preparation.generation == 1


def test_generation_grows_only_when_something_changed() -> None:
    reports = [SyncReport(1, 0, 0, 0), SyncReport(0, 0, 0, 1), SyncReport(0, 1, 0, 0)]
    preparation = Preparation(lambda: _tutor(lambda _progress, *, rebuild: reports.pop(0)))
    generations = []
    for _ in range(3):
        preparation.refresh()
        preparation.wait(5)
        generations.append(preparation.generation)
    assert generations == [1, 1, 2]


def test_a_failure_names_its_fix_and_the_next_start_tries_again() -> None:
    outcomes: list[EmbedderError | Tutor] = [
        EmbedderError("Sem modelo. Instale-o."),
        _tutor(lambda _p, *, rebuild: SyncReport(1, 0, 0, 0)),
    ]

    def open_tutor() -> Tutor:
        outcome = outcomes.pop(0)
        if isinstance(outcome, EmbedderError):
            raise outcome
        return outcome

    preparation = Preparation(open_tutor)
    preparation.start()
    assert preparation.wait(5)
    assert preparation.status == Status(Phase.FAILED, problem="Sem modelo. Instale-o.")
    preparation.start()
    preparation.wait(5)
    assert preparation.status.phase is Phase.READY


def test_who_waits_is_told_how_far_it_is_until_there_is_a_tutor() -> None:
    go_on = threading.Event()

    def sync(progress: Callable[[int, int, str], None], *, rebuild: bool) -> SyncReport:
        progress(12, 200, "a.md")
        go_on.wait(5)
        return SyncReport(200, 0, 0, 0)

    preparation = Preparation(lambda: _tutor(sync))
    told = preparation.until_ready()
    assert next(told) == Status(Phase.INDEXING, 12, 200)
    go_on.set()
    assert [status for status in told if status.settled] == []
    assert preparation.tutor is not None


def test_a_vault_that_cannot_be_opened_is_news_to_every_page() -> None:
    def open_tutor() -> Tutor:
        raise VaultError("A pasta não existe. Crie-a.")

    preparation = Preparation(open_tutor)
    before = preparation.generation
    assert list(preparation.until_ready()) == []
    assert preparation.generation > before


def test_a_failed_sync_keeps_the_tutor_that_could_be_asked() -> None:
    report = SyncReport(1, 0, 0, 0)
    outcomes: list[SyncReport | VaultError] = [report, VaultError("A pasta sumiu. Traga-a de volta.")]

    def sync(_progress: object, *, rebuild: bool) -> SyncReport:
        outcome = outcomes.pop(0)
        if isinstance(outcome, VaultError):
            raise outcome
        return outcome

    preparation = Preparation(lambda: _tutor(sync))
    preparation.start()
    preparation.wait(5)
    preparation.start()
    preparation.wait(5)
    assert preparation.status == Status(Phase.FAILED, problem="A pasta sumiu. Traga-a de volta.", report=report)
    assert preparation.tutor is not None


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_defect_does_not_leave_the_page_waiting() -> None:
    def sync(_progress: object, *, rebuild: bool) -> SyncReport:
        raise ZeroDivisionError

    preparation = Preparation(lambda: _tutor(sync))
    preparation.start()
    assert preparation.wait(5)
    assert preparation.status == Status(Phase.FAILED)


def test_the_first_tutor_is_warmed_up_once_and_nothing_waits_for_it() -> None:
    warmed: list[bool] = []
    go_on = threading.Event()

    def warm_up() -> None:
        warmed.append(True)
        go_on.wait(5)
        raise EmbedderError("Sem modelo. Instale-o.")

    preparation = Preparation(lambda: _tutor(lambda _progress, *, rebuild: SyncReport(1, 0, 0, 0), warm_up))
    for _ in range(2):
        preparation.start()
        assert preparation.wait(5)
        assert preparation.status.phase is Phase.READY
    go_on.set()
    assert warmed == [True]


def test_rebuild_is_passed_on() -> None:
    asked = []

    def sync(_progress: object, *, rebuild: bool) -> SyncReport:
        asked.append(rebuild)
        return SyncReport(0, 0, 0, 0)

    preparation = Preparation(lambda: _tutor(sync))
    preparation.start(rebuild=True)
    preparation.wait(5)
    assert asked == [True]
