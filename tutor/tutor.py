"""`Tutor`: the one place that builds the parts and puts them to work."""

import gc
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

from tutor.answering import answer_question
from tutor.answering.evidence import Library
from tutor.answering.starters import starter_questions
from tutor.embedder import PACKAGED_EMBEDDER, Embedder, SentenceTransformerEmbedder
from tutor.index import Index, NoteSummary
from tutor.language import is_dictionary_word
from tutor.settings import Settings
from tutor.types import Answer, Hit, Note, Progress, SyncReport, Turn

if TYPE_CHECKING:
    from datetime import datetime

    from langchain_core.language_models import BaseChatModel

    from tutor.practice.history.selection import SessionPlan
    from tutor.practice.history.sessions import Session
    from tutor.practice.questions.generate import ExerciseBank

_ANY_QUESTION = "o que é isto?"
_NO_WORD = "xyzw"  # looked for in every dictionary


class Tutor:
    """A vault with its index: searched, asked and practised with. Answers are the same wherever they are asked."""

    def __init__(self, settings: Settings, index: Index, chat_model: "BaseChatModel | None" = None) -> None:
        self.settings = settings
        self.index = index
        self._given_chat_model = chat_model
        self._library = Library(index)
        self._bank: tuple[tuple[str, str], ExerciseBank] | None = None

    @classmethod
    def open(
        cls,
        settings: Settings | None = None,
        *,
        embedder: Embedder | None = None,
        chat_model: "BaseChatModel | None" = None,
    ) -> Self:
        """Build the parts that `settings` name; a given embedder or chat model is used in their place."""
        chosen = settings or Settings.load()
        parts = embedder or SentenceTransformerEmbedder(chosen.embedder)
        return cls(chosen, Index.open(chosen.index, parts, chosen.chroma_url), chat_model)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the index."""
        self.index.close()

    @cached_property
    def chat_model(self) -> "BaseChatModel | None":
        """The language model that words the answers, opened when first needed; None for extractive answers.

        Raises:
            ChatModelError: when the one that the settings name cannot be opened.
        """
        from tutor.answering.chat_model import open_chat_model

        return self._given_chat_model or open_chat_model(self.settings)

    def sync(self, progress: Progress | None = None, *, rebuild: bool = False) -> SyncReport:
        """Bring the index up to date with the notes; `rebuild` starts from nothing."""
        return self.index.sync(self.settings.vault, progress, rebuild=rebuild)

    def warm_up(self) -> None:
        """Load what first questions wait for: the models, Chroma, the dictionaries, and the notes as they are read."""
        from tutor.embedder.reader import packaged_reader

        answer_question(_ANY_QUESTION, self._library)
        is_dictionary_word(_NO_WORD)
        if self.index.embedder.name == PACKAGED_EMBEDDER:
            packaged_reader()
        self.index.read_ahead()
        gc.collect()
        gc.freeze()  # what is loaded stays: looking through it for garbage stops a question for half a second

    def search(self, query: str, k: int = 10, notes: Collection[str] | None = None) -> list[Hit]:
        """Return the `k` best passages, of `notes` only where they are named."""
        return self.index.search(query, k, notes)

    def ask(self, question: str, history: Sequence[Turn] = (), notes: Collection[str] | None = None) -> Answer:
        """Answer a question, read as a follow-up of `history`, from `notes` only where they are named."""
        *_, last = self.ask_stream(question, history, notes)
        return last

    def ask_stream(
        self, question: str, history: Sequence[Turn] = (), notes: Collection[str] | None = None
    ) -> Iterator[Answer]:
        """Yield an answer as it grows; the last one is whole."""
        start = time.perf_counter()
        for answer in self._answers(question, history, notes):
            yield replace(answer, seconds=time.perf_counter() - start)

    def _answers(self, question: str, history: Sequence[Turn], notes: Collection[str] | None) -> Iterator[Answer]:
        if self.chat_model is None:
            yield answer_question(question, self._library, history, notes)
            return
        from tutor.answering.llm import answer_with_llm

        yield from answer_with_llm(self.chat_model, question, self._library, history, notes)

    def notes(self) -> tuple[NoteSummary, ...]:
        """Return what is indexed, by path."""
        return self.index.notes()

    def note(self, path: str) -> Note:
        """Return one indexed note."""
        return self.index.note(path)

    def starter_questions(self, count: int = 4) -> list[str]:
        """Return questions that the notes answer, drawn from different notes."""
        return starter_questions(self.index, count)

    def exercise_bank(self) -> "ExerciseBank":
        """Return the exercises that the notes give as they are indexed, each verified by asking them too."""
        from tutor.practice.questions.generate import ExerciseBank

        version = self.index.version()
        if self._bank is None or self._bank[0] != version:
            notes = self.index.every_note()
            self._bank = (version, ExerciseBank(notes, _Extractive(self._library), lambda: self.chat_model))
        return self._bank[1]

    def practise(self, plan: "SessionPlan", *, now: "datetime") -> "Session":
        """Begin a practice session, kept in the settings' data folder with the student's history.

        Raises:
            PracticeError: when nothing fits the plan.
            HistoryError: when the history cannot be read or written.
        """
        from tutor.practice.history.sessions import Session
        from tutor.practice.history.store import PracticeStore

        store = PracticeStore.open(self.settings.data)
        drawn = self.exercise_bank().draw(plan, store.history(), now=now)
        return Session.start(store, plan, drawn.exercises, now=now, notice=drawn.notice)


@dataclass(frozen=True, slots=True)
class _Extractive:
    """Asks the notes without a language model, so that verifying an exercise is quick and always ends the same."""

    library: Library

    def ask(self, question: str) -> Answer:
        """Answer a question from the notes."""
        return answer_question(question, self.library)
