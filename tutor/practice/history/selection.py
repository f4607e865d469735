"""What a session asks: the student's filters, the due cards first, the rest in turns drawn by seed."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import heappop, heappush, heapreplace
from itertools import chain, islice

from rapidfuzz import process

from tutor.errors import PracticeError
from tutor.language import fold
from tutor.practice.history.naturalness import naturalness
from tutor.practice.history.records import Item
from tutor.types import Exercise, ExerciseKind

_NEAREST = 5
_ACRONYM = re.compile(r"\b(?:significado da sigla|stand for)\b")
_AGAIN = 2  # tiers later that lines asked about come
_FIRST = 2  # the tier at which the first of a kind comes at the latest
_TIERS = (0.8, 0.7, 0.6, 0.5)
"""Probabilities to read naturally below each of which an exercise comes a tier later."""

Accepts = Callable[[Exercise], bool]
"""Called with an exercise about to be asked; false leaves it out."""

Place = tuple[str, str]
"""A note's path and a topic of it."""

_CELLS = " | "
"""What stands between the cells of a row as it is cited."""

_Lane = tuple[ExerciseKind, str]


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
    others wait; the more naturally one reads, the sooner. The same items, plan and due dates give the
    same session; the order of `items` does not matter.
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
    candidates = chain(due, _spread(new, due[:count]), later)
    chosen = tuple(islice((exercise for exercise in candidates if accepts is None or accepts(exercise)), count))
    if not chosen:
        raise PracticeError(
            "O tutor não chegou ao gabarito de nenhuma questão. Escolha outros tópicos ou tipos, ou rode "
            "`tutor doctor` para conferir o índice."
        )
    return chosen


def is_asked_for(item: Item, plan: SessionPlan) -> bool:
    """True for an exercise that passes every filter of the plan but its topics."""
    return (
        (not plan.kinds or item.exercise.kind in plan.kinds)
        and (not plan.only_wrong or item.last_correct is False)
        and (not plan.only_marked or bool(item.exercise.study_marks))
    )


def place_of(exercise: Exercise) -> Place:
    """Return the note and the topic of an exercise."""
    return exercise.citation.note, exercise.topic


def places_about(topics: Iterable[str], places: Collection[Place]) -> frozenset[Place]:
    """Return the places that the topics a student chose name, all places for none.

    Raises:
        PracticeError: for a topic that none has, naming the nearest.
    """
    chosen = [_about(topic, places) for topic in topics]
    return frozenset().union(*chosen) if chosen else frozenset(places)


def _fitting(items: Sequence[Item], plan: SessionPlan) -> list[Item]:
    if not items:
        raise PracticeError(
            "Estas notas não deram nenhuma questão segura. Escreva definições (termo -> definição), listas "
            "(conjunto { a, b, c }), tabelas ou frases completas e tente de novo."
        )
    places = places_about(plan.topics, {place_of(item.exercise) for item in items})
    fitting = [item for item in items if place_of(item.exercise) in places and is_asked_for(item, plan)]
    if not fitting:
        raise nothing_fits(plan)
    return fitting


def _about(topic: str, places: Collection[Place]) -> set[Place]:
    wanted = fold(topic.strip())
    readings: tuple[Callable[[str, str], bool], ...] = (
        lambda _note, name: name == wanted,
        lambda _note, name: wanted in name,
        lambda note, _name: wanted in note,
    )
    for reading in readings:
        if found := {(note, name) for note, name in places if wanted and reading(fold(note), fold(name))}:
            return found
    topics = sorted({name for _, name in places})
    nearest = [name for name, _, _ in process.extract(topic, topics, processor=fold, limit=_NEAREST)]
    raise PracticeError(f"Não há questões sobre “{topic}”. Os tópicos mais próximos são: {'; '.join(nearest)}.")


def nothing_fits(plan: SessionPlan) -> PracticeError:
    """Return the error of a plan whose filters leave nothing to ask."""
    filters = [
        *(["só as que errei"] if plan.only_wrong else []),
        *(["só as marcadas"] if plan.only_marked else []),
        *plan.kinds,
        *plan.topics,
    ]
    return PracticeError(
        f"Nenhuma questão atende a todos os filtros ({', '.join(filters)}). Retire um deles e tente de novo."
    )


def _draw(seed: int, exercise_id: str) -> bytes:
    return hashlib.blake2b(f"{seed}:{exercise_id}".encode(), digest_size=8).digest()


def _spread(candidates: Collection[Exercise], chosen: Iterable[Exercise]) -> Iterator[Exercise]:
    """Yield `candidates`: kinds in turn, in each the most natural on lines not asked about first, then topics in turn.

    Certo and Errado come in turn too, as long as there are both: neither is the safe guess. So do cards that ask what
    acronyms stand for, of which there are many, and others. A kind of which none reads naturally, or only on lines
    asked about, comes more seldom.
    """
    tiers = {exercise.id: _tier(naturalness(exercise)) for exercise in candidates}
    turns: Counter[tuple[ExerciseKind, str]] = Counter()
    asked = Counter(map(_source, chosen))
    queues: defaultdict[_Lane, list[tuple[int, int, int, int, Exercise]]] = defaultdict(list)

    def place(turn: int, number: int, exercise: Exercise) -> tuple[int, int, int, int, Exercise]:
        tier = tiers[exercise.id]
        return tier + _AGAIN * asked[_source(exercise)], tier, turn, number, exercise

    for number, exercise in enumerate(sorted(candidates, key=lambda exercise: tiers[exercise.id])):
        turn = turns[exercise.kind, exercise.topic]
        turns[exercise.kind, exercise.topic] += 1
        heappush(queues[_lane(exercise)], place(turn, number, exercise))
    kinds, lanes = Counter[ExerciseKind](), Counter[_Lane]()
    while queues:
        for queue in queues.values():
            while queue[0] != (now := place(*queue[0][2:])):  # its lines were asked about since
                heapreplace(queue, now)
        best = min(queues, key=lambda lane: _turn(kinds[lane[0]], queues[lane][0][0]))
        alike = (lane for lane in queues if lane[0] is best[0])
        lane = min(alike, key=lambda lane: (_turn(lanes[lane], queues[lane][0][0]), lanes[lane]))
        exercise = heappop(queues[lane])[-1]
        if not queues[lane]:
            del queues[lane]
        asked[_source(exercise)] += 1
        kinds[exercise.kind] += 1
        lanes[lane] += 1
        yield exercise


def _tier(natural: float) -> int:
    return sum(natural < bound for bound in _TIERS)


def _turn(asked: int, tier: int) -> int:
    """Return when a kind is next of which `asked` were asked: the less natural it is, the more others come first.

    The first of a kind does not wait for long, so that a short session on a short note has some of each.
    """
    return (asked + 1) << (tier if asked else min(tier, _FIRST))


def _lane(exercise: Exercise) -> _Lane:
    if exercise.kind is ExerciseKind.TRUE_FALSE:
        return exercise.kind, exercise.key
    return exercise.kind, "acronym" if _ACRONYM.search(exercise.prompt) else ""


def _source(exercise: Exercise) -> tuple[str, ...]:
    """Return what tells the source of one exercise from those of others: its lines, or the table of its row."""
    cited = exercise.citation
    place = cited.path if _CELLS in cited.quote else (str(cited.first_line), str(cited.last_line))
    return (cited.note, *place)
