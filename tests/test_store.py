"""The practice history: answers survive, notes may change, a broken file is refused and never replaced."""

import sqlite3
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fsrs import Rating
from hand_exercises import PAGE_51, false_assertion, flashcard, multiple_choice, open_question, true_false
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tutor.errors import HistoryError, PracticeError
from tutor.practice.history.database import SCHEMA_VERSION, explained
from tutor.practice.history.records import Answered, History, Item
from tutor.practice.history.store import FILE_NAME, PracticeStore
from tutor.types import Exercise, Grade

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
RIGHT = Grade("", True, 1.0, "Certo.")
WRONG = Grade("", False, 0.0, "Errado.", missing=("um fato",))


@pytest.fixture
def store(tmp_path: Path) -> PracticeStore:
    return PracticeStore.open(tmp_path)


def answered(exercise_id: str, grade: Grade = RIGHT, at: datetime = NOW) -> Answered:
    return Answered(exercise_id, "resposta", grade, Rating.Good if grade.correct else Rating.Again, 4.5, at)


def ask(store: PracticeStore, *exercises: Exercise, at: datetime = NOW) -> int:
    return store.create_session("{}", exercises, now=at)


def test_everything_about_an_exercise_comes_back(store: PracticeStore) -> None:
    exercises = (
        true_false("a", pages=(PAGE_51,), study_marks=("anki",), images=("figura 1.png",)),
        multiple_choice("b", line=2),
        open_question("c", line=3),
        false_assertion("d"),
        flashcard("e", line=5, prompt='aspas " e\nlinhas <b>; ação 😀'),
    )
    session = ask(store, *exercises)
    for exercise in exercises:
        store.save_answer(session, answered(exercise.id))
    assert store.session(session).exercises == exercises
    assert {item.exercise for item in store.history().practised} == set(exercises)


def test_practised_exercises_stand_in_the_order_they_are_due(store: PracticeStore) -> None:
    session = ask(store, *map(true_false, "abc"))
    store.save_answer(session, answered("a"))
    store.save_answer(session, answered("b", WRONG))
    assert [item.exercise.id for item in store.history().practised] == ["b", "a"]


def test_answer_is_counted_and_scheduled(store: PracticeStore) -> None:
    exercise = true_false("a")
    session = ask(store, exercise)
    assert store.history() == History()
    store.save_answer(session, answered("a"))
    assert store.history().practised == (Item(exercise, 1, 1, True, NOW + timedelta(days=2)),)
    assert store.session(session).answers == (answered("a"),)


def test_last_answer_and_due_date_follow_the_newest_session(store: PracticeStore) -> None:
    exercise = true_false("a")
    store.save_answer(ask(store, exercise), answered("a"))
    later = NOW + timedelta(days=2)
    store.save_answer(ask(store, exercise, at=later), answered("a", WRONG, later))
    assert store.history().practised == (Item(exercise, 2, 1, False, later + timedelta(minutes=10)),)
    assert store.answer_times() == ((NOW, True), (later, False))


def test_what_the_notes_no_longer_give_waits_with_its_history(store: PracticeStore) -> None:
    store.save_answer(ask(store, true_false("kept"), true_false("gone")), answered("kept"))
    moved = true_false("kept", line=40)
    history = store.history()
    practised = Item(moved, 1, 1, True, NOW + timedelta(days=2))
    assert history.items([moved, true_false("new")]) == (practised, Item(true_false("new")))
    assert history.items([true_false("new")]) == (Item(true_false("new")),)
    assert history.items([moved]) == (practised,)


def test_flagged_exercise_never_comes_back(store: PracticeStore) -> None:
    bad = true_false("bad")
    session = ask(store, bad, true_false("good"))
    store.save_answer(session, answered("bad"))
    store.flag("bad", "gabarito errado", now=NOW)
    assert store.history() == History(flagged=frozenset({"bad"}))
    assert store.history().items([bad, true_false("good")]) == (Item(true_false("good")),)
    assert store.flagged() == ((bad, "gabarito errado"),)
    assert [exercise.id for exercise in store.session(session).exercises] == ["good"]
    with pytest.raises(PracticeError, match="Não há questão ninguém"):
        store.flag("ninguém", now=NOW)


def test_session_keeps_the_wording_it_was_asked_with(store: PracticeStore) -> None:
    asked, worded = multiple_choice("a"), multiple_choice("a", prompt="Outra redação", line=8)
    first, second = ask(store, asked), ask(store, worded)
    store.save_answer(second, answered("a"))
    assert (store.session(first).exercises, store.session(second).exercises) == ((asked,), (worded,))
    assert [item.exercise for item in store.history().practised] == [worded]


@pytest.mark.parametrize(
    ("exercise_id", "session_offset", "message"),
    [
        ("a", 0, "já foi respondida"),
        ("outro", 0, "não tem a questão outro"),
        ("a", 1, "não tem a questão a"),
    ],
    ids=["second answer", "exercise of no session", "no such session"],
)
def test_unexpected_answers_are_refused(
    store: PracticeStore, exercise_id: str, session_offset: int, message: str
) -> None:
    session = ask(store, true_false("a"), true_false("b"))
    store.save_answer(session, answered("a"))
    with pytest.raises(PracticeError, match=message):
        store.save_answer(session + session_offset, answered(exercise_id))
    assert len(store.answer_times()) == 1


def test_finished_session_takes_no_answer(store: PracticeStore) -> None:
    session = ask(store, true_false("a"))
    store.finish_session(session, now=NOW)
    store.finish_session(session, now=NOW + timedelta(hours=1))
    assert store.session(session).finished_at == NOW
    with pytest.raises(PracticeError, match="já terminou"):
        store.save_answer(session, answered("a"))


def test_replaced_answer_counts_once(store: PracticeStore) -> None:
    session = ask(store, true_false("a"))
    store.save_answer(session, answered("a", WRONG))
    store.save_answer(session, answered("a"), replace=True)
    assert store.history().practised == (Item(true_false("a"), 1, 1, True, NOW + timedelta(days=2)),)


def test_sessions_are_listed_newest_first(store: PracticeStore) -> None:
    first = ask(store, true_false("a"), true_false("b"))
    store.save_answer(first, answered("a", WRONG))
    second = ask(store, true_false("a"))
    store.finish_session(second, now=NOW)
    counted = [(s.id, s.asked, s.answered, s.right, s.finished_at) for s in store.sessions()]
    assert counted == [(second, 1, 0, 0, NOW), (first, 2, 1, 0, None)]


def test_unknown_session_is_named(store: PracticeStore) -> None:
    with pytest.raises(PracticeError, match="Não há sessão 7"):
        store.session(7)


IDS = st.sets(st.sampled_from("abcdef"))


@given(steps=st.lists(st.tuples(IDS, IDS, IDS), max_size=6))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_edit_of_the_notes_loses_an_answer(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[set[str], set[str], set[str]]]
) -> None:
    store = PracticeStore.open(tmp_path_factory.mktemp("history"))
    answers: dict[str, int] = {}
    flagged: set[str] = set()
    for present, practised, bad in steps:
        if asked := sorted((present - flagged) & practised):
            session = ask(store, *map(true_false, asked))
            for name in asked:
                store.save_answer(session, answered(name))
                answers[name] = answers.get(name, 0) + 1
            for name in bad & set(asked):
                store.flag(name, now=NOW)
                flagged.add(name)
        given = store.history().items(map(true_false, sorted(present)))
        assert {item.exercise.id: item.attempts for item in given} == {
            name: answers.get(name, 0) for name in present - flagged
        }


def test_threads_may_open_and_answer_at_once(tmp_path: Path) -> None:
    names = [f"e{n}" for n in range(24)]
    failures: list[Exception] = []

    def practise(mine: list[str]) -> None:
        try:
            store = PracticeStore.open(tmp_path)
            session = ask(store, *map(true_false, mine))
            for name in mine:
                store.save_answer(session, answered(name))
        except Exception as error:  # noqa: BLE001 - shown by the assertion below
            failures.append(error)

    threads = [threading.Thread(target=practise, args=(names[n::4],)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(PracticeStore.open(tmp_path).answer_times()) == len(names)


@pytest.mark.parametrize("damage", ["header", "page"])
def test_corrupt_history_is_refused_and_left_as_it_is(tmp_path: Path, damage: str) -> None:
    store = PracticeStore.open(tmp_path)
    ask(store, *(true_false(f"e{n}") for n in range(50)))
    content = bytearray(store.file.read_bytes())
    start = 0 if damage == "header" else 4096 * 3
    content[start : start + 3000] = b"\xff" * 3000
    store.file.write_bytes(content)
    with pytest.raises(HistoryError, match=r"corrompido\. Nada foi apagado: restaure uma cópia"):
        PracticeStore.open(tmp_path)
    assert store.file.read_bytes() == bytes(content)


def test_history_of_a_newer_tutor_is_refused(tmp_path: Path) -> None:
    file = PracticeStore.open(tmp_path).file
    with sqlite3.connect(file) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(HistoryError, match=r"versão mais nova do tutor.*Atualize"):
        PracticeStore.open(tmp_path)


def test_database_of_another_program_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        db.execute("CREATE TABLE books (title TEXT)")
    with pytest.raises(HistoryError, match="não é um histórico de prática do tutor"):
        PracticeStore.open(tmp_path)


def test_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "arquivo").write_text("")
    with pytest.raises(HistoryError, match=r"arquivo/dados, não pôde ser criada .*TUTOR_DATA"):
        PracticeStore.open(tmp_path / "arquivo" / "dados")


def test_history_deleted_while_in_use_is_named(store: PracticeStore) -> None:
    store.file.unlink()
    with pytest.raises(HistoryError, match="O arquivo não pôde ser aberto"):
        store.history()


def _fail_full(file: Path) -> None:
    with sqlite3.connect(file) as db:
        db.execute("PRAGMA max_page_count = 1")
        db.execute("CREATE TABLE big AS SELECT randomblob(100000) AS data")


def _fail_read_only(file: Path) -> None:
    with sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True) as db:
        db.execute("DELETE FROM items")


@pytest.mark.parametrize(
    ("fail", "remedy"),
    [(_fail_full, "Libere espaço"), (_fail_read_only, "Corrija as permissões")],
    ids=["disk full", "read only"],
)
def test_failed_write_says_what_to_do(store: PracticeStore, fail: object, remedy: str) -> None:
    with pytest.raises(sqlite3.Error) as caught:
        fail(store.file)  # type: ignore[operator]
    assert remedy in str(explained(caught.value, store.file))


def test_busy_history_says_what_to_do(store: PracticeStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutor.practice.history.database._BUSY_SECONDS", 0.05)
    other = sqlite3.connect(store.file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(HistoryError, match="Outro programa está usando o arquivo"):
        store.flag("a", now=NOW)
    other.close()
