"""Practice questions from the notes: drafts of every kind, verified, a fair choice of them by seed."""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tutor.errors import PracticeError
from tutor.language import fold
from tutor.practice.distractors import Material
from tutor.practice.drafts import Draft
from tutor.practice.flashcards import write_flashcards
from tutor.practice.multiple_choice import write_multiple_choice
from tutor.practice.open_questions import write_open_questions
from tutor.practice.true_false import write_true_false
from tutor.practice.verification import Checker, Rejection, Verifier, is_near_duplicate
from tutor.types import Exercise, ExerciseKind, Note

_WRITERS: dict[ExerciseKind, Callable[[Material], Iterator[Draft]]] = {
    ExerciseKind.TRUE_FALSE: write_true_false,
    ExerciseKind.MULTIPLE_CHOICE: write_multiple_choice,
    ExerciseKind.OPEN: write_open_questions,
    ExerciseKind.FLASHCARD: write_flashcards,
}


@dataclass(frozen=True, slots=True)
class Generation:
    """Verified exercises, and how many drafts were rejected for each reason."""

    exercises: tuple[Exercise, ...]
    rejections: Mapping[Rejection, int]


class ExerciseBank:
    """The verified exercises of some notes, made once; choosing from it is fast."""

    def __init__(self, notes: Sequence[Note], checker: Checker | None = None) -> None:
        self._notes = tuple(notes)
        self._material = Material(self._notes)
        self._verifier = Verifier({note.path: note for note in self._notes}, self._material.support, checker)
        self._asked: dict[str, Rejection | None] = {}

    def generate(
        self,
        *,
        seed: int = 0,
        count: int | None = None,
        kinds: Iterable[ExerciseKind] | None = None,
        topics: Iterable[str] | None = None,
    ) -> Generation:
        """Return `count` verified exercises, all there are for None, spread over kinds, topics and passages.

        A topic is chosen by its name, the note's path or title, without regard to case and accents.

        Raises:
            PracticeError: when nothing can be made, saying why and what to do.
        """
        if count is not None and count < 1:
            raise PracticeError("O número de questões deve ser pelo menos 1.")
        verified, rejected = self._verified
        chosen_kinds = tuple(kinds) if kinds is not None else tuple(ExerciseKind)
        fitting = [d for d in verified if d.exercise.kind in chosen_kinds and self._is_on(d.exercise, topics)]
        rejections = Counter(rejected)
        exercises: list[Exercise] = []
        for draft in _spread(fitting, seed):
            if count is not None and len(exercises) == count:
                break
            reason = self._disagreement(draft)
            if reason is None:
                exercises.append(draft.exercise)
            else:
                rejections[reason] += 1
        if not exercises:
            raise PracticeError(self._nothing_made(fitting, topics))
        return Generation(tuple(exercises), dict(rejections))

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """Every exercise that passes all checks but the tutor's, which `accepts` makes, kind by kind."""
        return tuple(draft.exercise for draft in self._verified[0])

    def accepts(self, exercise: Exercise) -> bool:
        """True when the tutor, asked one of `exercises`, arrives at its key; it is asked once."""
        draft = self._drafts.get(exercise.id)
        return draft is not None and self._disagreement(draft) is None

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics that have exercises, in the order of the notes."""
        return tuple(dict.fromkeys(draft.exercise.topic for draft in self._verified[0]))

    @cached_property
    def _verified(self) -> tuple[list[Draft], Counter[Rejection]]:
        """The drafts that pass every check but the tutor's, and the rejections."""
        kept: list[Draft] = []
        rejections: Counter[Rejection] = Counter()
        aspects: set[str] = set()
        beside: defaultdict[tuple[str, int], list[Draft]] = defaultdict(list)
        for writer in _WRITERS.values():
            for draft in writer(self._material):
                reason = self._verifier.rejection(draft)
                source = (draft.exercise.citation.note, draft.exercise.citation.first_line)
                if reason is None and (
                    draft.aspect in aspects
                    or any(is_near_duplicate(draft.exercise, o.exercise) for o in beside[source])
                ):
                    reason = Rejection.DUPLICATE
                if reason is not None:
                    rejections[reason] += 1
                    continue
                aspects.add(draft.aspect)
                beside[source].append(draft)
                kept.append(draft)
        return kept, rejections

    @cached_property
    def _drafts(self) -> dict[str, Draft]:
        return {draft.exercise.id: draft for draft in self._verified[0]}

    def _disagreement(self, draft: Draft) -> Rejection | None:
        if draft.exercise.id not in self._asked:
            self._asked[draft.exercise.id] = self._verifier.disagreement(draft)
        return self._asked[draft.exercise.id]

    def _is_on(self, exercise: Exercise, topics: Iterable[str] | None) -> bool:
        if topics is None:
            return True
        names = {fold(name) for name in (exercise.topic, exercise.citation.note, *exercise.citation.path)}
        return any(fold(topic) in names for topic in topics)

    def _nothing_made(self, fitting: Sequence[Draft], topics: Iterable[str] | None) -> str:
        if not self._notes or not any(block.text for note in self._notes for block in note.blocks):
            return "Não há notas com texto: acrescente notas em Markdown à pasta e tente de novo."
        if self._verified[0] and not fitting:
            known = "; ".join(self.topics[:30])
            wanted = f" sobre {', '.join(topics)}" if topics else ""
            return f"Nenhuma questão desse tipo{wanted}. Os tópicos com questões são: {known}."
        return (
            "Estas notas não deram nenhuma questão segura. Escreva definições (termo -> definição), listas "
            "(conjunto { a, b, c }), tabelas ou frases completas e tente de novo."
        )


def generate(
    notes: Sequence[Note],
    *,
    seed: int = 0,
    count: int | None = None,
    kinds: Iterable[ExerciseKind] | None = None,
    topics: Iterable[str] | None = None,
    checker: Checker | None = None,
) -> Generation:
    """Make an `ExerciseBank` of `notes` and generate from it once; raises what `ExerciseBank.generate` raises."""
    return ExerciseBank(notes, checker).generate(seed=seed, count=count, kinds=kinds, topics=topics)


def _spread(drafts: Sequence[Draft], seed: int) -> list[Draft]:
    """Order drafts by chance, kinds and topics in turn, those about the same passage far apart."""
    shuffled = list(drafts)
    random.Random(seed).shuffle(shuffled)
    sources: Counter[tuple[str, int]] = Counter()
    topics: Counter[tuple[ExerciseKind, str]] = Counter()
    ranked: list[tuple[int, int, Draft]] = []
    for draft in shuffled:
        exercise = draft.exercise
        source, topic = (exercise.citation.note, exercise.citation.first_line), (exercise.kind, exercise.topic)
        ranked.append((sources[source], topics[topic], draft))
        sources[source] += 1
        topics[topic] += 1
    ranked.sort(key=lambda entry: entry[:2])
    kinds: Counter[ExerciseKind] = Counter()
    turns: list[tuple[int, Draft]] = []
    for _, _, draft in ranked:
        turns.append((kinds[draft.exercise.kind], draft))
        kinds[draft.exercise.kind] += 1
    return [draft for _, draft in sorted(turns, key=lambda turn: turn[0])]
