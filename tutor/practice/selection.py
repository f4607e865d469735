"""What a session asks: the student's filters, the due cards first, the rest in turns drawn by seed."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from rapidfuzz import process

from tutor.errors import PracticeError
from tutor.language import fold
from tutor.practice.records import Item
from tutor.types import Exercise, ExerciseKind

_NEAREST = 5

Accepts = Callable[[Exercise], bool]
"""Called with an exercise about to be asked; false leaves it out."""


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


def choose(
    items: Iterable[Item], plan: SessionPlan, *, now: datetime, accepts: Accepts | None = None
) -> tuple[Exercise, ...]:
    """Return the exercises of a session: due ones (longest due first), never practised ones, then the next to be due.

    Never practised ones are spread over sources, kinds and topics, so that no two ask about the same lines while
    others wait. The same items, plan and due dates give the same session; the order of `items` does not matter.
    `accepts` has the last word on each exercise, called only until the session is full.

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
    candidates = (*due, *_spread(new, due[:count]), *later)
    chosen = tuple(islice((exercise for exercise in candidates if accepts is None or accepts(exercise)), count))
    if not chosen:
        raise PracticeError("Nenhuma questão passou na verificação. Escolha outros tópicos ou tipos de questão.")
    return chosen


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
