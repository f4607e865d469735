"""What practice has reached: by topic and handout page, day by day, and the gaps that the notes still leave."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tutor.language import content_tokens, fold, tokens
from tutor.notes import is_only_pages
from tutor.practice.history.records import Item
from tutor.practice.history.store import PracticeStore
from tutor.types import Block, BlockKind, Exercise, Note, PageKind, PageReference

_ASKABLE = (BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.ROW, BlockKind.QUOTE, BlockKind.CALLOUT)
_LEAD_IN_WORDS = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """How many exercises there are, how many were answered, were right the last time, and are due now."""

    exercises: int
    attempted: int
    right: int
    due: int

    @property
    def never(self) -> int:
        """Exercises never practised."""
        return self.exercises - self.attempted


@dataclass(frozen=True, slots=True)
class TopicStanding:
    """The standing of one topic."""

    topic: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class PageStanding:
    """The standing of a place in a handout that the notes name; all zeros where no exercise cites it.

    `handout` is the source's name, or the note's path where the note names none.
    """

    handout: str
    kind: PageKind
    first: int
    last: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Gap:
    """A statement of the notes that was never asked; `exercises` is how many could ask it, perhaps none."""

    note: str
    path: tuple[str, ...]
    line: int
    text: str
    exercises: int


@dataclass(frozen=True, slots=True)
class Day:
    """The answers given on one day of the student's calendar."""

    day: date
    answers: int
    right: int


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """What the progress page shows: topics by name, pages by handout, gaps in the order of the notes, days by date."""

    total: Standing
    topics: tuple[TopicStanding, ...]
    pages: tuple[PageStanding, ...]
    gaps: tuple[Gap, ...]
    days: tuple[Day, ...]

    @property
    def untouched_pages(self) -> tuple[PageStanding, ...]:
        """The pages that the notes mention and no answer has touched."""
        return tuple(page for page in self.pages if not page.standing.attempted)


def progress_of(
    store: PracticeStore, exercises: Iterable[Exercise], notes: Sequence[Note], *, now: datetime
) -> ProgressReport:
    """Return the progress over `exercises`, all that can be asked of `notes`.

    Days are those of `now`'s time zone and cover the whole history, exercises since retired included.
    """
    items = store.history().items(exercises)
    by_note: dict[str, list[Item]] = {}
    for item in items:
        by_note.setdefault(item.exercise.citation.note, []).append(item)
    return ProgressReport(
        total=_standing(items, now),
        topics=_topics(items, now),
        pages=_pages(items, notes, now),
        gaps=tuple(gap for note in notes for gap in _gaps(note, by_note.get(note.path, []))),
        days=_days(store.answer_times(), now),
    )


def _standing(items: Iterable[Item], now: datetime) -> Standing:
    group = tuple(items)
    return Standing(
        exercises=len(group),
        attempted=sum(item.attempts > 0 for item in group),
        right=sum(item.last_correct is True for item in group),
        due=sum(item.due is not None and item.due <= now for item in group),
    )


def _topics(items: Sequence[Item], now: datetime) -> tuple[TopicStanding, ...]:
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(item.exercise.topic, []).append(item)
    return tuple(TopicStanding(topic, _standing(groups[topic], now)) for topic in sorted(groups, key=fold))


def _pages(items: Sequence[Item], notes: Sequence[Note], now: datetime) -> tuple[PageStanding, ...]:
    named = [(_handout(page, note.path), page) for note in notes for block in note.blocks for page in block.pages]
    cited: dict[tuple[str, PageKind], list[tuple[PageReference, Item]]] = {}
    for item in items:
        for page in item.exercise.citation.pages:
            handout = _handout(page, item.exercise.citation.note)
            named.append((handout, page))
            cited.setdefault((fold(handout), page.kind), []).append((page, item))
    places: dict[tuple[str, PageKind, int, int], str] = {}
    for handout, page in named:
        places.setdefault((fold(handout), page.kind, page.first, page.last), handout)
    standings = []
    for (folded, kind, first, last), handout in sorted(places.items()):
        overlapping = [
            item for page, item in cited.get((folded, kind), ()) if page.first <= last and first <= page.last
        ]
        here = {item.exercise.id: item for item in overlapping}
        standings.append(PageStanding(handout, kind, first, last, _standing(here.values(), now)))
    return tuple(standings)


def _handout(page: PageReference, note: str) -> str:
    return page.source if page.source is not None else note


def _gaps(note: Note, here: Sequence[Item]) -> Iterator[Gap]:
    parents = {block.parent for block in note.blocks}
    asked = Counter(line for item in here if item.attempts for line in _lines(item))
    askable = Counter(line for item in here for line in _lines(item))
    for block in note.blocks:
        lines = range(block.first_line, block.last_line + 1)
        if not _states(block, has_children=block.id in parents) or any(asked[line] for line in lines):
            continue
        exercises = max(askable[line] for line in lines)
        yield Gap(note.path, note.path_of(block), block.first_line, block.text, exercises)


def _lines(item: Item) -> range:
    return range(item.exercise.citation.first_line, item.exercise.citation.last_line + 1)


def _states(block: Block, *, has_children: bool) -> bool:
    """True for a block that says something of its own: no study mark, bare page reference or title of a list."""
    if block.kind not in _ASKABLE or block.is_study_mark or not content_tokens(block.text):
        return False
    if block.statement.definition or block.statement.sets:
        return True
    if is_only_pages(block.text):
        return False
    return not (has_children and len(tokens(block.text)) <= _LEAD_IN_WORDS)


def _days(answers: Sequence[tuple[datetime, bool]], now: datetime) -> tuple[Day, ...]:
    given: Counter[date] = Counter()
    right: Counter[date] = Counter()
    for at, correct in answers:
        day = at.astimezone(now.tzinfo).date()
        given[day] += 1
        right[day] += correct
    return tuple(Day(day, given[day], right[day]) for day in sorted(given))
