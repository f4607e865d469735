"""Practice sessions: what to ask, in which order, one committed answer at a time, and how it went."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from fsrs import Rating
from pydantic import TypeAdapter
from rapidfuzz import process

from tutor.errors import PracticeError
from tutor.language import fold
from tutor.practice.grading import grade
from tutor.practice.records import Answered, Item, SessionRecord
from tutor.practice.results import SessionResult, result_of
from tutor.practice.schedule import rating_of
from tutor.practice.store import PracticeStore
from tutor.types import Exercise, ExerciseKind, Grade

_NEAREST = 5
_SELF_GRADES = {Rating.Again: "errei", Rating.Hard: "difícil", Rating.Good: "acertei", Rating.Easy: "fácil"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan:
    """What the student chose.

    Empty `topics` and `kinds` mean all. A topic is chosen by its name, else by a part of it, else by a part of its
    note's path, without regard to case and accents.
    `count` None asks everything there is. `only_wrong` are the exercises whose last answer was wrong, `only_marked`
    those with a study mark. In an `exam` an answer can be changed until the end, and what is shown after each one is
    up to the caller; `minutes` limits any session. With `cancelling` a wrong Certo/Errado takes back a right answer.
    """

    topics: tuple[str, ...] = ()
    kinds: tuple[ExerciseKind, ...] = ()
    count: int | None = 10
    seed: int = 0
    only_wrong: bool = False
    only_marked: bool = False
    exam: bool = False
    minutes: int | None = None
    cancelling: bool = False


_PLAN = TypeAdapter(SessionPlan)


def choose(items: Iterable[Item], plan: SessionPlan, *, now: datetime) -> tuple[Exercise, ...]:
    """Return the exercises of a session: due ones (longest due first), never practised ones, then the next to be due.

    Never practised ones are spread over sources, kinds and topics, so that no two ask about the same lines while
    others wait. The same items, plan and due dates give the same session; the order of `items` does not matter.

    Raises:
        PracticeError: when nothing fits the plan, saying what to change.
    """
    if (plan.count is not None and plan.count < 1) or (plan.minutes is not None and plan.minutes < 1):
        raise PracticeError("O número de questões e o de minutos devem ser pelo menos 1.")
    fitting = _fitting(tuple(items), plan)
    count = len(fitting) if plan.count is None else plan.count
    seeded = sorted(fitting, key=lambda item: _draw(plan.seed, item.exercise.id))
    practised = sorted((item for item in seeded if item.due), key=lambda item: item.due or now)
    due = [item.exercise for item in practised if item.due and item.due <= now]
    later = [item.exercise for item in practised if item.due and item.due > now]
    new = [item.exercise for item in seeded if item.due is None]
    return tuple([*due, *_spread(new, due[:count]), *later][:count])


class Session:
    """A session in the store. It keeps nothing of its own that is not on disk: `resume` gives the same session back."""

    def __init__(self, store: PracticeStore, session_id: int) -> None:
        self._store = store
        self.id = session_id
        self._record: SessionRecord = store.session(session_id)
        self.plan: SessionPlan = _PLAN.validate_json(self._record.plan)

    @classmethod
    def start(cls, store: PracticeStore, plan: SessionPlan, *, now: datetime) -> Self:
        """Choose the exercises from the store and begin.

        Raises:
            PracticeError: when nothing fits the plan.
        """
        exercises = choose(store.items(), plan, now=now)
        deadline = now + timedelta(minutes=plan.minutes) if plan.minutes else None
        plan_json = _PLAN.dump_json(plan).decode()
        return cls(store, store.create_session(plan_json, exercises, now=now, deadline=deadline))

    @classmethod
    def resume(cls, store: PracticeStore, session_id: int) -> Self:
        """Take up a session again, from this process or one that was killed; a finished one shows its result.

        Raises:
            PracticeError: for an id that does not exist.
        """
        return cls(store, session_id)

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """What the session asks, in order, as it was worded when the session began; flagged ones are left out."""
        return self._record.exercises

    @property
    def answers(self) -> dict[str, Answered]:
        """The answers so far, by exercise id."""
        return {answered.exercise_id: answered for answered in self._record.answers}

    @property
    def current(self) -> Exercise | None:
        """The first exercise without an answer; None when there is none or the session is finished."""
        if self.finished:
            return None
        answers = self.answers
        return next((exercise for exercise in self.exercises if exercise.id not in answers), None)

    @property
    def finished(self) -> bool:
        """True once the last answer of a practice session is in, or `finish` was called."""
        return self._record.finished_at is not None

    def remaining(self, *, now: datetime) -> timedelta | None:
        """Return the time left, never negative; None without a time limit."""
        deadline = self._record.deadline
        return None if deadline is None else max(deadline - now, timedelta(0))

    def answer(self, exercise_id: str, response: str, *, now: datetime, seconds: float = 0.0) -> Grade:
        """Grade a response and commit it before returning; `seconds` is how long the student took.

        Raises:
            PracticeError: when time is up (the session is then finished), the session is over, the exercise is not
                part of it, or it has its answer already and this is no exam.
        """
        graded = grade(self._exercise(exercise_id), response)
        self._save(Answered(exercise_id, response, graded, rating_of(graded), seconds, now))
        return graded

    def rate(self, exercise_id: str, rating: Rating, *, now: datetime, seconds: float = 0.0) -> Grade:
        """Commit the student's own judgement of a flashcard turned over; errors as for `answer`."""
        correct = rating != Rating.Again
        words = _SELF_GRADES[rating]
        graded = Grade(self._exercise(exercise_id).id, correct, float(correct), f"Sua avaliação: {words}.")
        self._save(Answered(exercise_id, words, graded, rating, seconds, now))
        return graded

    def flag(self, exercise_id: str, reason: str = "", *, now: datetime) -> None:
        """Mark an exercise as bad: it leaves this session, its marks too, and never comes back."""
        self._store.flag(self._exercise(exercise_id).id, reason, now=now)
        self._reload(now)

    def finish(self, *, now: datetime) -> SessionResult:
        """End the session, the exercises without an answer left blank, and return the result."""
        deadline = self._record.deadline
        self._store.finish_session(self.id, now=min(now, deadline) if deadline else now)
        self._record = self._store.session(self.id)
        return self.result()

    def result(self) -> SessionResult:
        """Return how the session went so far."""
        return result_of(self._record, cancelling=self.plan.cancelling)

    def _exercise(self, exercise_id: str) -> Exercise:
        for exercise in self.exercises:
            if exercise.id == exercise_id:
                return exercise
        raise PracticeError(f"A sessão {self.id} não tem a questão {exercise_id}. Confira o identificador.")

    def _save(self, answered: Answered) -> None:
        if self.remaining(now=answered.at) == timedelta(0):
            self.finish(now=answered.at)
            raise PracticeError("O tempo acabou: esta resposta não conta. Veja o resultado.")
        self._store.save_answer(self.id, answered, replace=self.plan.exam)
        self._reload(answered.at)

    def _reload(self, now: datetime) -> None:
        self._record = self._store.session(self.id)
        if not self.plan.exam and not self.finished and self.current is None:
            self.finish(now=now)


def _fitting(items: Sequence[Item], plan: SessionPlan) -> list[Item]:
    if not items:
        raise PracticeError("Não há questões: as notas não deram nenhuma. Acrescente definições e listas às notas.")
    about = {item.exercise.id for topic in plan.topics for item in _about(topic, items)}
    fitting = [
        item
        for item in items
        if (not plan.topics or item.exercise.id in about)
        and (not plan.kinds or item.exercise.kind in plan.kinds)
        and (not plan.only_wrong or item.last_correct is False)
        and (not plan.only_marked or item.exercise.study_marks)
    ]
    if not fitting:
        raise PracticeError(_nothing_fits(plan))
    return fitting


def _about(topic: str, items: Sequence[Item]) -> list[Item]:
    wanted = fold(topic.strip())
    readings: tuple[Callable[[Exercise], bool], ...] = (
        lambda exercise: fold(exercise.topic) == wanted,
        lambda exercise: wanted in fold(exercise.topic),
        lambda exercise: wanted in fold(exercise.citation.note),
    )
    for reading in readings:
        if found := [item for item in items if wanted and reading(item.exercise)]:
            return found
    topics = sorted({item.exercise.topic for item in items})
    nearest = [name for name, _, _ in process.extract(topic, topics, processor=fold, limit=_NEAREST)]
    raise PracticeError(f"Não há questões sobre “{topic}”. Os tópicos mais próximos são: {'; '.join(nearest)}.")


def _nothing_fits(plan: SessionPlan) -> str:
    filters = [
        *(["só as que errei"] if plan.only_wrong else []),
        *(["só as marcadas"] if plan.only_marked else []),
        *plan.kinds,
        *plan.topics,
    ]
    return f"Nenhuma questão atende a todos os filtros ({', '.join(filters)}). Retire um deles e tente de novo."


def _draw(seed: int, exercise_id: str) -> bytes:
    return hashlib.blake2b(f"{seed}:{exercise_id}".encode(), digest_size=8).digest()


def _spread(candidates: Sequence[Exercise], chosen: Sequence[Exercise]) -> list[Exercise]:
    """Order `candidates`: those about the same lines far apart, kinds in turn, topics in turn within a kind."""
    sources = Counter(map(_source, chosen))
    topics: Counter[tuple[int, ExerciseKind, str]] = Counter()
    turns: list[tuple[int, int, Exercise]] = []
    for exercise in candidates:
        repeat = sources[_source(exercise)]
        topic = (repeat, exercise.kind, exercise.topic)
        turns.append((repeat, topics[topic], exercise))
        sources[_source(exercise)] += 1
        topics[topic] += 1
    kinds: Counter[tuple[int, ExerciseKind]] = Counter()
    order: list[tuple[int, int, Exercise]] = []
    for repeat, _, exercise in sorted(turns, key=lambda turn: turn[:2]):
        order.append((repeat, kinds[repeat, exercise.kind], exercise))
        kinds[repeat, exercise.kind] += 1
    return [exercise for _, _, exercise in sorted(order, key=lambda turn: turn[:2])]


def _source(exercise: Exercise) -> tuple[str, int, int]:
    return (exercise.citation.note, exercise.citation.first_line, exercise.citation.last_line)
