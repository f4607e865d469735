"""Practice questions from the notes: drafts of every kind, verified, and as many of them as a session asks."""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from tutor.errors import PracticeError
from tutor.practice.history.records import NO_HISTORY, History, Item
from tutor.practice.history.selection import (
    Place,
    SessionPlan,
    choose,
    is_asked_for,
    nothing_fits,
    place_of,
    places_about,
)
from tutor.practice.questions.distractors import Material
from tutor.practice.questions.drafts import LETTERS, Draft
from tutor.practice.questions.flashcards import write_flashcards
from tutor.practice.questions.llm_writer import OpenModel, reword_some
from tutor.practice.questions.multiple_choice import write_multiple_choice
from tutor.practice.questions.open_questions import write_open_questions
from tutor.practice.questions.true_false import write_true_false
from tutor.practice.questions.verification import Checker, Rejection, Verifier, is_near_duplicate
from tutor.practice.reading.knowledge import Knowledge
from tutor.practice.reading.notes import read_topics
from tutor.types import Exercise, ExerciseKind, Note, Option

_WRITERS: dict[ExerciseKind, Callable[[Knowledge, Material], Iterator[Draft]]] = {
    ExerciseKind.TRUE_FALSE: write_true_false,
    ExerciseKind.MULTIPLE_CHOICE: write_multiple_choice,
    ExerciseKind.OPEN: write_open_questions,
    ExerciseKind.FLASHCARD: write_flashcards,
}
_CHOICE = 4  # new exercises to choose from for each one asked for
_NOTES = 5  # notes to choose from at least: a session is on more than one


@dataclass(frozen=True, slots=True)
class Drawn:
    """The exercises of a session, how many drafts of their notes were rejected for each reason, and what to tell.

    `notice` says that the chat model did not word them, empty where nothing went wrong.
    """

    exercises: tuple[Exercise, ...]
    rejections: Mapping[Rejection, int]
    notice: str = ""


class ExerciseBank:
    """The exercises that some notes give; a note is read when it is first needed, and once.

    `draw` leaves out whatever the checker (the tutor, as a rule) does not arrive at; `accepts` tells. With a chat model
    it words what it gives anew where the model's proposal passes the same verifier.
    """

    def __init__(
        self, notes: Sequence[Note], checker: Checker | None = None, open_model: OpenModel = lambda: None
    ) -> None:
        self._notes = {note.path: note for note in notes}
        self._open_model = open_model
        self._material = Material(notes)
        self._verifier = Verifier(notes, self._material.support, checker)
        self._read: dict[str, tuple[tuple[Draft, ...], Counter[Rejection]]] = {}
        self._asked: dict[str, Rejection | None] = {}

    @cached_property
    def exercises(self) -> tuple[Exercise, ...]:
        """Every exercise that is verified but for the checker; empty for notes that give none. Reads all notes."""
        return tuple(_with_balanced_keys((draft.exercise for draft in self._drafts(self._notes, NO_HISTORY)), 0))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The topics that may have exercises, each with its note, in the order of the notes; reads outlines only."""
        genders = self._material.genders
        return tuple((path, topic) for path, note in self._notes.items() for topic in read_topics(note, genders))

    @cached_property
    def is_empty(self) -> bool:
        """True for notes that give no exercise at all; reads until one does."""
        return not any(self._of_note(path)[0] for path in self._notes)

    def accepts(self, exercise: Exercise) -> bool:
        """True when the checker arrives at the key of an exercise of these notes, or there is no checker."""
        draft = self._draft(exercise)
        return draft is not None and self._disagreement(draft) is None

    def may_give(self, exercise: Exercise) -> bool:
        """True when the notes still say what an exercise of old asks, in the same words; reads nothing."""
        return next(self._quoted_in(exercise), None) is not None

    def draw(self, plan: SessionPlan, history: History = NO_HISTORY, *, now: datetime) -> Drawn:
        """Return the exercises of a session after `history`, from as few notes as it takes.

        The same notes, checker, plan and history give the same exercises; a chat model may word them in another way.

        Raises:
            PracticeError: when nothing fits the plan, saying why and what to do.
        """
        if not any(block.text for note in self._notes.values() for block in note.blocks):
            raise PracticeError("Não há notas com texto: acrescente notas em Markdown à pasta e tente de novo.")
        paths = self._paths(plan, history, now)
        if not paths:
            raise nothing_fits(plan)
        drafts = {draft.exercise.id: draft for draft in self._drafts(paths, history)}
        rejections = sum((self._of_note(path)[1] for path in paths), Counter[Rejection]())

        def accepts(exercise: Exercise) -> bool:
            reason = self._disagreement(drafts[exercise.id])
            rejections.update([reason] if reason else [])
            return reason is None

        items = history.items(draft.exercise for draft in drafts.values())
        chosen = choose(items, plan, now=now, accepts=accepts)
        worded, notice = self._worded([drafts[exercise.id] for exercise in chosen])
        return Drawn(tuple(_with_balanced_keys(worded, plan.seed)), dict(rejections), notice)

    def _paths(self, plan: SessionPlan, history: History, now: datetime) -> list[str]:
        """Return the notes to choose from: those of what is due, then others by chance until there is a choice."""
        places = places_about(plan.topics, self.places) if plan.topics else None
        paths = self._paths_of_due(plan, places, history, now)
        known = {item.exercise.id for item in history.practised}

        def new(path: str) -> int:
            fresh = [Item(draft.exercise) for draft in self._of_note(path)[0] if draft.exercise.id not in known]
            return sum(is_asked_for(item, plan) and _is_in(places, item.exercise) for item in fresh)

        others = sorted(({path for path, _ in places} if places is not None else self._notes.keys()) - paths.keys())
        random.Random(plan.seed).shuffle(others)
        enough = math.inf if plan.count is None else _CHOICE * plan.count
        found = sum(map(new, paths))
        for path in () if plan.only_wrong else others:
            if found >= enough and len(paths) >= _NOTES:
                break
            if not plan.only_marked or any(block.study_marks for block in self._notes[path].blocks):
                paths[path] = None
                found += new(path)
        return [path for path in self._notes if path in paths]

    def _paths_of_due(
        self, plan: SessionPlan, places: Collection[Place] | None, history: History, now: datetime
    ) -> dict[str, None]:
        """Return the notes of the due exercises, for `only_wrong` of all wrong ones, until there are enough."""
        paths: dict[str, None] = {}
        found = 0
        for item in history.practised:
            if found == plan.count:
                break
            waits = plan.only_wrong or (item.due is not None and item.due <= now)
            draft = self._draft(item.exercise) if waits and is_asked_for(item, plan) else None
            if draft is not None and _is_in(places, draft.exercise) and self._disagreement(draft) is None:
                paths[draft.place.citation.note] = None
                found += 1
        return paths

    def _quoted_in(self, exercise: Exercise) -> Iterator[str]:
        return (path for path, note in self._notes.items() if exercise.citation.quote in note.text)

    def _draft(self, exercise: Exercise) -> Draft | None:
        """Return the draft of an exercise as the notes give it now, None where none says the same any more."""
        for path in dict.fromkeys((exercise.citation.note, *self._quoted_in(exercise))):
            for draft in self._of_note(path)[0] if path in self._notes else ():
                if draft.exercise.id == exercise.id:
                    return draft
        return None

    def _drafts(self, paths: Iterable[str], history: History) -> list[Draft]:
        """Return the drafts of some notes, each thing asked once: as it was before, else as the first note gives it."""
        drafts = [draft for path in paths for draft in self._of_note(path)[0]]
        known = {item.exercise.id for item in history.practised}
        asking: dict[str, Draft] = {}
        for draft in sorted(drafts, key=lambda draft: draft.exercise.id not in known):
            asking.setdefault(draft.asked, draft)
        return [draft for draft in drafts if asking[draft.asked] is draft]

    def _of_note(self, path: str) -> tuple[tuple[Draft, ...], Counter[Rejection]]:
        """Return the drafts of a note that pass every check of themselves, and the rejections."""
        if path not in self._read:
            part = self._material.part(path)
            judged = [
                (draft, self._verifier.rejection(draft))
                for write in _WRITERS.values()
                for draft in write(part, self._material)
            ]
            apart = list(_without_repeats(draft for draft, reason in judged if reason is None))
            kept = tuple(draft for draft, reason in apart if reason is None)
            self._read[path] = (kept, Counter(reason for _, reason in (*judged, *apart) if reason))
        return self._read[path]

    def _disagreement(self, draft: Draft) -> Rejection | None:
        exercise_id = draft.exercise.id
        if exercise_id not in self._asked:
            self._asked[exercise_id] = self._verifier.disagreement(draft)
        return self._asked[exercise_id]

    def _worded(self, drafts: Sequence[Draft]) -> tuple[list[Exercise], str]:
        """Return the exercises of drafts, some as the chat model words them, where the verifier lets that pass."""
        pairs, notice = reword_some(drafts, self._open_model)
        worded = {old.exercise.id: new for old, new in pairs if self._verifier.rejection(new) is None}
        return [worded.get(draft.exercise.id, draft).exercise for draft in drafts], notice


def _is_in(places: Collection[Place] | None, exercise: Exercise) -> bool:
    """True for an exercise of one of the places, None meaning anywhere."""
    return places is None or place_of(exercise) in places


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


def _with_balanced_keys(exercises: Iterable[Exercise], seed: int) -> Iterator[Exercise]:
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
