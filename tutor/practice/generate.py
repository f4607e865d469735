"""Practice questions from the notes: drafts of every kind, verified, a fair choice of them by seed."""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tutor.errors import PracticeError
from tutor.language import fold
from tutor.practice.distractors import Material
from tutor.practice.drafts import Draft
from tutor.practice.flashcards import write_flashcards
from tutor.practice.knowledge import Knowledge
from tutor.practice.multiple_choice import write_multiple_choice
from tutor.practice.open_questions import write_open_questions
from tutor.practice.true_false import write_true_false
from tutor.practice.verification import Checker, Rejection, Verifier, is_near_duplicate
from tutor.types import Exercise, ExerciseKind, Note

_CHOICE = 8  # verified exercises to choose from for each one asked for; more notes are read until there are as many
_WRITERS: dict[ExerciseKind, Callable[[Knowledge, Material], Iterator[Draft]]] = {
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
        self._verifier = Verifier(self._notes, self._material.support, checker)
        self._verified: dict[str, tuple[list[Draft], Counter[Rejection]]] = {}
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
        chosen_kinds = tuple(kinds) if kinds is not None else tuple(ExerciseKind)
        chosen_topics = None if topics is None else tuple(topics)
        rejections: Counter[Rejection] = Counter()
        fitting: list[Draft] = []
        for path in self._order(seed):
            verified, rejected = self._of_note(path)
            rejections += rejected
            fitting += [
                d for d in verified if d.exercise.kind in chosen_kinds and self._is_on(d.exercise, chosen_topics)
            ]
            if count is not None and len(fitting) >= _CHOICE * count:
                break
        exercises: list[Exercise] = []
        for draft, reason in self._checked(_spread(fitting, seed)):
            if reason is None:
                exercises.append(draft.exercise)
            else:
                rejections[reason] += 1
            if len(exercises) == count:
                break
        if not exercises:
            raise PracticeError(self._nothing_made(chosen_kinds, chosen_topics, fitting))
        return Generation(tuple(exercises), dict(rejections))

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics that have exercises, in the order of the notes."""
        drafts = (draft for note in self._notes for draft in self._of_note(note.path)[0])
        return tuple(dict.fromkeys(draft.exercise.topic for draft in drafts))

    def _order(self, seed: int) -> list[str]:
        """Return the paths of the notes in the order in which a session with this seed draws from them."""
        paths = [note.path for note in self._notes]
        random.Random(seed).shuffle(paths)
        return paths

    def _of_note(self, path: str) -> tuple[list[Draft], Counter[Rejection]]:
        """Return the drafts of a note that pass every check of themselves, and the rejections."""
        if path not in self._verified:
            kept: list[Draft] = []
            rejections: Counter[Rejection] = Counter()
            for write in _WRITERS.values():
                for draft in write(self._material.parts[path], self._material):
                    reason = self._verifier.rejection(draft)
                    if reason is None:
                        kept.append(draft)
                    else:
                        rejections[reason] += 1
            self._verified[path] = (kept, rejections)
        return self._verified[path]

    def _checked(self, drafts: Iterable[Draft]) -> Iterator[tuple[Draft, Rejection | None]]:
        """Yield each draft with why it is rejected beside those before it, or by the tutor; None where it is not."""
        aspects: set[str] = set()
        beside: defaultdict[tuple[str, int], list[Exercise]] = defaultdict(list)
        for draft in drafts:
            source = (draft.exercise.citation.note, draft.exercise.citation.first_line)
            near = any(is_near_duplicate(draft.exercise, other) for other in beside[source])
            if draft.aspect in aspects or near:
                yield draft, Rejection.DUPLICATE
                continue
            if draft.exercise.id not in self._asked:
                self._asked[draft.exercise.id] = self._verifier.disagreement(draft)
            reason = self._asked[draft.exercise.id]
            if reason is None:
                aspects.add(draft.aspect)
                beside[source].append(draft.exercise)
            yield draft, reason

    def _is_on(self, exercise: Exercise, topics: Collection[str] | None) -> bool:
        if topics is None:
            return True
        names = {fold(name) for name in (exercise.topic, exercise.citation.note, *exercise.citation.path)}
        return any(fold(topic) in names for topic in topics)

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
