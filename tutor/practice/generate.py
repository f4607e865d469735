"""Practice questions from the notes: drafts of every kind, verified, a fair choice of them by seed."""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from langchain_core.language_models import BaseChatModel

from tutor.errors import PracticeError
from tutor.language import fold
from tutor.practice.distractors import Material
from tutor.practice.drafts import LETTERS, Draft
from tutor.practice.flashcards import write_flashcards
from tutor.practice.knowledge import Knowledge
from tutor.practice.llm_writer import reword
from tutor.practice.multiple_choice import write_multiple_choice
from tutor.practice.open_questions import write_open_questions
from tutor.practice.true_false import write_true_false
from tutor.practice.verification import Checker, Rejection, Verifier, is_near_duplicate
from tutor.types import Exercise, ExerciseKind, Note, Option

_WRITERS: dict[ExerciseKind, Callable[[Knowledge, Material], Iterator[Draft]]] = {
    ExerciseKind.TRUE_FALSE: write_true_false,
    ExerciseKind.MULTIPLE_CHOICE: write_multiple_choice,
    ExerciseKind.OPEN: write_open_questions,
    ExerciseKind.FLASHCARD: write_flashcards,
}
_CHOICE = 8  # exercises to choose from for each one asked for; more notes are read until there are as many


@dataclass(frozen=True, slots=True)
class Generation:
    """Verified exercises, and how many drafts were rejected for each reason."""

    exercises: tuple[Exercise, ...]
    rejections: Mapping[Rejection, int]


class ExerciseBank:
    """The exercises that some notes give; notes are read as they are needed, and once.

    Whatever the checker (the tutor, as a rule) does not arrive at is left out of `generate`, and told by `accepts`.
    With a chat model `generate` words what it gives anew where the model's proposal passes the same verifier.
    """

    def __init__(
        self, notes: Sequence[Note], checker: Checker | None = None, chat_model: BaseChatModel | None = None
    ) -> None:
        self._notes = tuple(notes)
        self._chat_model = chat_model
        self._material = Material(self._notes)
        self._verifier = Verifier(self._notes, self._material.support, checker)
        self._read: dict[str, tuple[list[Draft], Counter[Rejection]]] = {}
        self._asked: dict[str, Rejection | None] = {}

    @cached_property
    def exercises(self) -> tuple[Exercise, ...]:
        """Every exercise that is verified but for the checker; empty for notes that give none."""
        drafts = [draft for note in self._notes for draft in self._of_note(note.path)[0]]
        kept = [draft.exercise for draft, reason in _without_repeats(drafts) if reason is None]
        return tuple(_with_balanced_keys(kept, 0))

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics that have exercises, in the order of the notes."""
        return tuple(dict.fromkeys(exercise.topic for exercise in self.exercises))

    def accepts(self, exercise: Exercise) -> bool:
        """True when the checker arrives at the key of an exercise of these notes, or there is no checker."""
        draft = self._drafts.get(exercise.id)
        return draft is not None and self._disagreement(draft) is None

    def generate(
        self,
        *,
        seed: int = 0,
        count: int | None = None,
        kinds: Iterable[ExerciseKind] | None = None,
        topics: Iterable[str] | None = None,
    ) -> Generation:
        """Return `count` verified exercises, all there are for None, spread over kinds, topics and passages.

        A topic is chosen by its name, the note's path or title, without regard to case and accents. The same notes,
        checker and arguments give the same exercises.

        Raises:
            PracticeError: when nothing can be made, saying why and what to do.
            ChatModelError: when the chat model cannot be reached.
        """
        if count is not None and count < 1:
            raise PracticeError("O número de questões deve ser pelo menos 1.")
        wanted = tuple(kinds) if kinds is not None else tuple(ExerciseKind)
        about = None if topics is None else tuple(topics)
        fitting, rejections = self._fitting(wanted, about, seed, count)
        exercises: list[Exercise] = []
        for draft, repeat in _without_repeats(_spread(fitting, seed)):
            reason = repeat or self._disagreement(draft)
            if reason is None:
                exercises.append(self._worded(draft).exercise)
            else:
                rejections[reason] += 1
            if len(exercises) == count:
                break
        if not exercises:
            raise PracticeError(self._nothing_made(wanted, about, fitting))
        return Generation(tuple(_with_balanced_keys(exercises, seed)), dict(rejections))

    @cached_property
    def _drafts(self) -> dict[str, Draft]:
        return {draft.exercise.id: draft for note in self._notes for draft in self._of_note(note.path)[0]}

    def _fitting(
        self, kinds: Collection[ExerciseKind], topics: Collection[str] | None, seed: int, count: int | None
    ) -> tuple[list[Draft], Counter[Rejection]]:
        """Return the drafts that fit the choice, from as many notes as it takes, and what was rejected on the way."""
        paths = [note.path for note in self._notes]
        random.Random(seed).shuffle(paths)
        fitting: list[Draft] = []
        rejections: Counter[Rejection] = Counter()
        for path in paths:
            verified, rejected = self._of_note(path)
            rejections += rejected
            fitting += [draft for draft in verified if draft.kind in kinds and _is_on(draft.exercise, topics)]
            if count is not None and len(fitting) >= _CHOICE * count:
                break
        return fitting, rejections

    def _of_note(self, path: str) -> tuple[list[Draft], Counter[Rejection]]:
        """Return the drafts of a note that pass every check of themselves, and the rejections."""
        if path not in self._read:
            kept: list[Draft] = []
            rejections: Counter[Rejection] = Counter()
            for write in _WRITERS.values():
                for draft in write(self._material.part(path), self._material):
                    reason = self._verifier.rejection(draft)
                    if reason is None:
                        kept.append(draft)
                    else:
                        rejections[reason] += 1
            self._read[path] = (kept, rejections)
        return self._read[path]

    def _disagreement(self, draft: Draft) -> Rejection | None:
        exercise_id = draft.exercise.id
        if exercise_id not in self._asked:
            self._asked[exercise_id] = self._verifier.disagreement(draft)
        return self._asked[exercise_id]

    def _worded(self, draft: Draft) -> Draft:
        """Return a draft as the language model words it, as it is without one or where the verifier rejects that."""
        proposed = reword(draft, self._chat_model) if self._chat_model is not None else None
        return proposed if proposed is not None and self._verifier.rejection(proposed) is None else draft

    def _nothing_made(
        self, kinds: Collection[ExerciseKind], topics: Collection[str] | None, fitting: Sequence[Draft]
    ) -> str:
        if not any(block.text for note in self._notes for block in note.blocks):
            return "Não há notas com texto: acrescente notas em Markdown à pasta e tente de novo."
        if fitting:
            return "O tutor não chegou ao gabarito de nenhuma questão. Rode `tutor doctor` para conferir o índice."
        if known := self.topics[:30]:
            about = f" sobre {', '.join(topics)}" if topics is not None else ""
            return f"Nenhuma questão ({', '.join(kinds)}){about}. Os tópicos com questões são: {'; '.join(known)}."
        return (
            "Estas notas não deram nenhuma questão segura. Escreva definições (termo -> definição), listas "
            "(conjunto { a, b, c }), tabelas ou frases completas e tente de novo."
        )


def _is_on(exercise: Exercise, topics: Collection[str] | None) -> bool:
    if topics is None:
        return True
    names = {fold(name) for name in (exercise.topic, exercise.citation.note, *exercise.citation.path)}
    return any(fold(topic) in names for topic in topics)


def _without_repeats(drafts: Iterable[Draft]) -> Iterator[tuple[Draft, Rejection | None]]:
    """Yield each draft, with a rejection where it asks what one before it asks, or nearly so."""
    asked: set[str] = set()
    beside: defaultdict[tuple[str, int], list[Exercise]] = defaultdict(list)
    for draft in drafts:
        exercise = draft.exercise
        near = beside[exercise.citation.note, exercise.citation.first_line]
        if draft.asked in asked or any(is_near_duplicate(exercise, other) for other in near):
            yield draft, Rejection.DUPLICATE
        else:
            asked.add(draft.asked)
            near.append(exercise)
            yield draft, None


def _spread(drafts: Sequence[Draft], seed: int) -> list[Draft]:
    """Order drafts by chance, kinds and topics in turn, those about the same passage far apart."""
    shuffled = list(drafts)
    random.Random(seed).shuffle(shuffled)
    sources: Counter[tuple[str, int]] = Counter()
    topics: Counter[tuple[ExerciseKind, str]] = Counter()
    ranked: list[tuple[int, int, Draft]] = []
    for draft in shuffled:
        citation = draft.exercise.citation
        source, topic = (citation.note, citation.first_line), (draft.kind, draft.exercise.topic)
        ranked.append((sources[source], topics[topic], draft))
        sources[source] += 1
        topics[topic] += 1
    ranked.sort(key=lambda entry: entry[:2])
    kinds: Counter[ExerciseKind] = Counter()
    turns: list[tuple[int, Draft]] = []
    for _, _, draft in ranked:
        turns.append((kinds[draft.kind], draft))
        kinds[draft.kind] += 1
    return [draft for _, draft in sorted(turns, key=lambda turn: turn[0])]


def _with_balanced_keys(exercises: Sequence[Exercise], seed: int) -> Iterator[Exercise]:
    """Yield the exercises with each letter the key as often as any other, in an order that cannot be guessed."""
    chance = random.Random(f"letters {seed}")
    letters: list[str] = []
    for exercise in exercises:
        if not exercise.options:
            yield exercise
            continue
        letters = letters or chance.sample(LETTERS, len(LETTERS))
        yield _with_key_at(exercise, letters.pop())


def _with_key_at(exercise: Exercise, letter: str) -> Exercise:
    """Return the exercise with its right option under `letter`, the others in their order."""
    right = next(option.text for option in exercise.options if option.letter == exercise.key)
    texts = [option.text for option in exercise.options if option.letter != exercise.key]
    texts.insert(LETTERS.index(letter), right)
    options = tuple(Option(at, text) for at, text in zip(LETTERS, texts, strict=True))
    return replace(exercise, options=options, key=letter)
