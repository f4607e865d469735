"""A tutor that answers a question once and remembers, so that many defects share one run of it."""

from collections.abc import Sequence

from tutor.evaluation.runner import DEPTH
from tutor.tutor import Tutor
from tutor.types import Answer, Hit, Note, Turn


class Recorded:
    """Asks and searches `tutor`, each thing once."""

    def __init__(self, tutor: Tutor) -> None:
        self.tutor = tutor
        self._answers: dict[tuple[str, ...], Answer] = {}
        self._hits: dict[tuple[str, int], tuple[Hit, ...]] = {}

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Return the tutor's answer after the questions of `history`."""
        key = (*(turn.question for turn in history), question)
        if key not in self._answers:
            self._answers[key] = self.tutor.ask(question, history)
        return self._answers[key]

    def search(self, query: str, k: int = DEPTH) -> tuple[Hit, ...]:
        """Return the tutor's best `k` passages."""
        key = (query, k)
        if key not in self._hits:
            self._hits[key] = tuple(self.tutor.search(query, k))
        return self._hits[key]

    def note(self, path: str) -> Note:
        """Return one of the tutor's notes."""
        return self.tutor.note(path)

    def notes(self) -> tuple[str, ...]:
        """Return the paths of the tutor's notes."""
        return tuple(summary.path for summary in self.tutor.notes())
