"""Opening the tutor and indexing its notes behind the page, which is up before either is done."""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.types import SyncReport

if TYPE_CHECKING:
    from tutor.tutor import Tutor

_POLL_SECONDS = 0.3
_REFRESH_SECONDS = 0.5
"""How long a question waits for edited notes to be indexed before it is answered from the index as it was."""


class Phase(StrEnum):
    """What is being prepared."""

    LOADING = "loading"
    INDEXING = "indexing"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Status:
    """How far the preparation is: `done` of `total` steps, `problem` what failed and its fix.

    `report` is what the last sync that ended well did. A failure without a `problem` is a defect of this program.
    """

    phase: Phase = Phase.LOADING
    done: int = 0
    total: int = 0
    problem: str = ""
    report: SyncReport | None = None

    @property
    def settled(self) -> bool:
        """True when nothing is under way."""
        return self.phase in {Phase.READY, Phase.FAILED}


class Preparation:
    """Opens a tutor and keeps its index up to date, in one thread at a time, telling how far it is.

    `tutor` is None until it can be asked; `generation` grows with every sync that changed something or was asked for,
    and when it turns out that there will be no tutor.
    """

    def __init__(self, open_tutor: "Callable[[], Tutor]") -> None:
        self._open = open_tutor
        self._opened: Tutor | None = None
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.status = Status()
        self.tutor: Tutor | None = None
        self.generation = 0

    def start(self, *, rebuild: bool = False) -> None:
        """Begin, or begin again after a failure or to index again; while it is under way nothing happens."""
        self._begin(rebuild=rebuild, asked_for=True)

    def refresh(self) -> None:
        """Index what was edited since, or try again what failed; return when done, or soon."""
        self._begin(rebuild=False, asked_for=False)
        self.wait(_REFRESH_SECONDS)

    def until_ready(self) -> Iterator[Status]:
        """Index what was edited since; yield how far it is until there is a tutor to ask, or there will be none."""
        self.refresh()
        while self.tutor is None and not self.wait(_POLL_SECONDS):
            yield self.status

    def wait(self, seconds: float) -> bool:
        """Wait until nothing is under way, at most `seconds`; True when so."""
        if self._thread is not None:
            self._thread.join(seconds)
        return self.status.settled

    def _begin(self, *, rebuild: bool, asked_for: bool) -> None:
        with self._lock:
            if self._thread and self._thread.is_alive():
                return
            self._tell(Phase.INDEXING if self._opened else Phase.LOADING)
            self._thread = threading.Thread(target=self._prepare, args=(rebuild, asked_for), daemon=True)
            self._thread.start()

    def _prepare(self, rebuild: bool, asked_for: bool) -> None:
        try:
            self._opened = self._opened or self._open()
            self._tell(Phase.INDEXING)
            report = self._opened.sync(self._follow, rebuild=rebuild)
            if self.tutor is None:
                threading.Thread(target=self._warm_up, args=(self._opened,), daemon=True).start()
            news = asked_for or self.tutor is None or report.added or report.changed or report.removed
            self.tutor = self._opened
            self.generation += bool(news)
            self.status = Status(Phase.READY, report=report)
        except TutorError as error:
            self._tell(Phase.FAILED, problem=str(error))
        finally:
            if not self.status.settled:  # a defect: its traceback goes to the terminal; the page must not wait for ever
                self._tell(Phase.FAILED)
            self.generation += self.tutor is None

    @staticmethod
    def _warm_up(tutor: "Tutor") -> None:
        with suppress(TutorError):  # a question will meet the same failure, and say it
            tutor.warm_up()

    def _follow(self, done: int, total: int, _what: str) -> None:
        self._tell(Phase.INDEXING, done=done, total=total)

    def _tell(self, phase: Phase, *, done: int = 0, total: int = 0, problem: str = "") -> None:
        self.status = Status(phase, done, total, problem, self.status.report)
