"""Progress: what practice reached, by topic, page and day, and what it left out."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hand_exercises import PAGE_51, true_false

from tutor.practice.history.progress import Day, Gap, PageStanding, Standing, TopicStanding, progress_of
from tutor.practice.history.selection import SessionPlan
from tutor.practice.history.sessions import Session
from tutor.practice.history.store import PracticeStore
from tutor.types import Block, BlockKind, Exercise, MemberSet, Note, PageKind, PageReference, Statement

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> PracticeStore:
    return PracticeStore.open(tmp_path)


def practise(store: PracticeStore, exercises: list[Exercise], responses: dict[str, str], at: datetime = NOW) -> None:
    session = Session.start(store, SessionPlan(count=None), exercises, now=at)
    for name, response in responses.items():
        session.answer(name, response, now=at)


def bullet(number: int, text: str, **fields: object) -> Block:
    """Make bullet `number` (from 0), on line `number` + 1."""
    values: dict[str, object] = {
        "parent": None,
        "kind": BlockKind.ITEM,
        "level": 1,
        "statement": Statement(label=text),
    }
    line = number + 1
    return Block(id=number, first_line=line, last_line=line, text=text, **(values | fields))  # type: ignore[arg-type]


def note(*blocks: Block, path: str = "redes.md") -> Note:
    return Note(path, "redes", "\n".join(block.text for block in blocks), blocks)


def page(first: int, last: int | None = None, source: str | None = "apostila so_02", line: int = 1) -> PageReference:
    return PageReference(source, first, last or first, PageKind.PAGE, line)


def test_topics_count_last_answers_and_what_is_due(store: PracticeStore) -> None:
    exercises = [
        true_false("a", topic="redes"),
        true_false("b", topic="redes"),
        true_false("c", topic="Árvores"),
        true_false("d", topic="Árvores"),
    ]
    practise(store, exercises, {"a": "certo", "b": "errado", "c": "errado"})
    practise(store, exercises, {"b": "certo"}, at=NOW + timedelta(hours=1))
    report = progress_of(store, exercises, [], now=NOW + DAY)
    assert report.topics == (
        TopicStanding("Árvores", Standing(exercises=2, attempted=1, right=0, due=1)),
        TopicStanding("redes", Standing(exercises=2, attempted=2, right=2, due=0)),
    )
    assert report.total == Standing(exercises=4, attempted=3, right=2, due=1)
    assert report.total.never == 1


def test_flagged_and_retired_exercises_do_not_count(store: PracticeStore) -> None:
    exercises = [true_false("a"), true_false("b"), true_false("c")]
    practise(store, exercises, {"a": "certo", "b": "certo"})
    store.flag("a", now=NOW)
    given = [true_false("a"), true_false("c")]
    assert progress_of(store, given, [], now=NOW).total == Standing(exercises=1, attempted=0, right=0, due=0)


def test_pages_are_those_the_notes_name_and_practice_touched(store: PracticeStore) -> None:
    exercises = [
        true_false("a", pages=(PAGE_51,)),
        true_false("b", pages=(page(52, 62),)),
        true_false("c", pages=(page(7, source=None),)),
    ]
    named = [
        bullet(0, "um", pages=(PAGE_51, page(52, 62), page(7, source=None))),
        bullet(1, "dois", pages=(page(60), page(80, source="Apostila SO_02"))),
    ]
    practise(store, exercises, {"b": "certo"})
    report = progress_of(store, exercises, [note(*named)], now=NOW)
    one, touched, none = Standing(1, 0, 0, 0), Standing(1, 1, 1, 0), Standing(0, 0, 0, 0)
    assert report.pages == (
        PageStanding("apostila so_02", PageKind.PAGE, 51, 51, one),
        PageStanding("apostila so_02", PageKind.PAGE, 52, 62, touched),
        PageStanding("apostila so_02", PageKind.PAGE, 60, 60, touched),
        PageStanding("Apostila SO_02", PageKind.PAGE, 80, 80, none),
        PageStanding("redes.md", PageKind.PAGE, 7, 7, one),
    )
    assert [place.first for place in report.untouched_pages] == [51, 80, 7]


def test_pages_without_a_source_stay_with_their_note(store: PracticeStore) -> None:
    notes = [note(bullet(0, "um", pages=(page(7, source=None),)), path=path) for path in ("a.md", "b.md")]
    assert [place.handout for place in progress_of(store, [], notes, now=NOW).pages] == ["a.md", "b.md"]


def test_chapters_are_not_pages(store: PracticeStore) -> None:
    exercises = [true_false("a", pages=(page(5),))]
    practise(store, exercises, {"a": "certo"})
    chapter = PageReference("apostila so_02", 5, 5, PageKind.CHAPTER, 1)
    (place,) = progress_of(store, exercises, [note(bullet(0, "um", pages=(chapter,)))], now=NOW).untouched_pages
    assert place == PageStanding("apostila so_02", PageKind.CHAPTER, 5, 5, Standing(0, 0, 0, 0))


def test_gaps_are_the_statements_never_asked(store: PracticeStore) -> None:
    outline = note(
        bullet(0, "camadas do modelo"),
        bullet(1, "enlace -> quadros", parent=0, statement=Statement("enlace", definition="quadros")),
        bullet(2, "rede -> pacotes", parent=0, statement=Statement("rede", definition="pacotes")),
        bullet(3, "transporte -> segmentos", parent=0, statement=Statement("transporte", definition="segmentos")),
    )
    exercises = [true_false("a", line=2), true_false("b", line=3), true_false("c", line=3)]
    practise(store, exercises, {"a": "certo"})
    assert progress_of(store, exercises, [outline], now=NOW).gaps == (
        Gap("redes.md", ("redes", "camadas do modelo"), 3, "rede -> pacotes", exercises=2),
        Gap("redes.md", ("redes", "camadas do modelo"), 4, "transporte -> segmentos", exercises=0),
    )


@pytest.mark.parametrize(
    "block",
    [
        bullet(0, "revisar", is_study_mark=True),
        bullet(0, "Introdução às redes", kind=BlockKind.HEADING),
        bullet(0, "print(1)", kind=BlockKind.CODE),
        bullet(0, "p. 51 da apostila so_02", pages=(PAGE_51,)),
        bullet(0, "págs. 52 a 62", pages=(page(52, 62, source=None),)),
        bullet(0, "cap. 13", pages=(PageReference(None, 13, 13, PageKind.CHAPTER, 1),)),
        bullet(0, ""),
        bullet(0, "—"),
    ],
    ids=["study mark", "heading", "code", "page", "page range", "chapter", "image only", "no words"],
)
def test_what_states_nothing_is_no_gap(store: PracticeStore, block: Block) -> None:
    assert progress_of(store, [], [note(block)], now=NOW).gaps == ()


@pytest.mark.parametrize(
    "blocks",
    [
        (bullet(0, "quadros têm cabeçalho (p. 51 da apostila so_02)", pages=(PAGE_51,)),),
        (bullet(0, "pacotes", kind=BlockKind.ROW),),
        (
            bullet(0, "tipos", statement=Statement("tipos", sets=(MemberSet("tipos", ("1", "2")),))),
            bullet(1, "x", parent=0, is_study_mark=True),
        ),
        (
            bullet(0, "o desempenho da rede física varia muito com a carga de trabalho"),
            bullet(1, "x", parent=0, is_study_mark=True),
        ),
    ],
    ids=["statement with its page", "row", "set with children", "sentence with children"],
)
def test_what_states_something_is_a_gap(store: PracticeStore, blocks: tuple[Block, ...]) -> None:
    assert [gap.line for gap in progress_of(store, [], [note(*blocks)], now=NOW).gaps] == [1]


def test_days_are_those_of_the_students_clock(store: PracticeStore) -> None:
    exercises = [true_false("a"), true_false("b"), true_false("c")]
    practise(store, exercises, {"a": "certo", "b": "errado"}, at=datetime(2026, 3, 1, 1, tzinfo=UTC))
    practise(store, exercises, {"c": "certo"}, at=datetime(2026, 3, 1, 4, tzinfo=UTC))
    brasilia = NOW.astimezone(timezone(timedelta(hours=-3)))
    assert progress_of(store, exercises, [], now=brasilia).days == (
        Day(date(2026, 2, 28), answers=2, right=1),
        Day(date(2026, 3, 1), answers=1, right=1),
    )
