"""Practice sessions: answers committed one by one, exams, marks, interruptions."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fsrs import Rating
from hand_exercises import flashcard, multiple_choice, open_question, true_false

from tutor.errors import PracticeError
from tutor.practice.history.results import SessionResult, Tally
from tutor.practice.history.selection import SessionPlan, choose
from tutor.practice.history.sessions import Session
from tutor.practice.history.store import PracticeStore
from tutor.types import Exercise

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> PracticeStore:
    return PracticeStore.open(tmp_path)


def start(store: PracticeStore, *exercises: Exercise, **plan: object) -> Session:
    return start_by(store, exercises, SessionPlan(**plan))  # type: ignore[arg-type]


def start_by(store: PracticeStore, exercises: Iterable[Exercise], plan: SessionPlan, *, now: datetime = NOW) -> Session:
    """Begin a session over notes that give `exercises`, after what the history holds."""
    return Session.start(store, plan, choose(store.history().items(exercises), plan, now=now), now=now)


def ids(exercises: tuple[Exercise, ...]) -> list[str]:
    return [exercise.id for exercise in exercises]


def test_session_goes_from_question_to_question_to_the_result(store: PracticeStore) -> None:
    session = start(store, true_false("a", line=1), true_false("b", line=2))
    first, second = session.exercises
    assert session.current == first
    assert session.answer(first.id, "certo", now=NOW + MINUTE, seconds=12.5).correct
    assert session.current == second
    assert not session.answer(second.id, "errado", now=NOW + 2 * MINUTE, seconds=7.5).correct
    assert session.current is None
    assert session.finished
    result = session.result()
    assert result.total == Tally("", asked=2, right=1, wrong=1, blank=0, seconds=20.0)
    assert (result.started_at, result.finished_at) == (NOW, NOW + 2 * MINUTE)
    assert [outcome.exercise for outcome in result.mistakes] == [second]


def test_session_resumes_where_it_was_interrupted(store: PracticeStore) -> None:
    session = start(store, *(true_false(f"e{n}", line=n) for n in range(4)), minutes=30, cancelling=True)
    asked = session.exercises
    session.answer(asked[0].id, "certo", now=NOW + MINUTE)
    again = Session.resume(PracticeStore.open(store.file.parent), session.id)
    assert again.exercises == asked
    assert again.current == asked[1]
    assert again.plan == SessionPlan(minutes=30, cancelling=True)
    assert again.remaining(now=NOW + 10 * MINUTE) == 20 * MINUTE
    assert again.answers[asked[0].id].response == "certo"
    assert again.answer(asked[1].id, "errado", now=NOW + 2 * MINUTE).correct is False


def test_answered_exercises_are_not_new_in_the_next_session(store: PracticeStore) -> None:
    exercises = [true_false(f"e{n}", line=n) for n in range(4)]
    session = start(store, *exercises, count=2)
    for exercise, response in zip(session.exercises, ("certo", "errado"), strict=True):
        session.answer(exercise.id, response, now=NOW)
    asked = ids(session.exercises)
    soon = ids(start_by(store, exercises, SessionPlan(), now=NOW + MINUTE).exercises)
    assert (set(soon[:2]), soon[2:]) == ({f"e{n}" for n in range(4)} - set(asked), asked[::-1])
    later = ids(start_by(store, exercises, SessionPlan(), now=NOW + 3 * DAY).exercises)
    assert later[:2] == asked[::-1]
    assert ids(start_by(store, exercises, SessionPlan(only_wrong=True)).exercises) == asked[1:]


def test_practice_answer_is_final_and_an_exam_answer_can_change(store: PracticeStore) -> None:
    practice = start(store, true_false("a"), multiple_choice("b", line=2))
    practice.answer("a", "errado", now=NOW)
    with pytest.raises(PracticeError, match="já foi respondida"):
        practice.answer("a", "certo", now=NOW)
    exam = start(store, true_false("a"), exam=True)
    exam.answer("a", "errado", now=NOW)
    exam.answer("a", "certo", now=NOW + MINUTE)
    assert not exam.finished
    assert exam.finish(now=NOW + 2 * MINUTE).total == Tally("", 1, 1, 0, 0, 0.0)
    with pytest.raises(PracticeError, match="já terminou"):
        exam.answer("a", "errado", now=NOW + 3 * MINUTE)


def test_time_up_ends_the_exam_and_leaves_the_rest_blank(store: PracticeStore) -> None:
    exam = start(store, true_false("a"), true_false("b", line=2), exam=True, minutes=10)
    first, second = ids(exam.exercises)
    exam.answer(first, "certo", now=NOW + 9 * MINUTE)
    assert exam.remaining(now=NOW + 11 * MINUTE) == timedelta(0)
    with pytest.raises(PracticeError, match="O tempo acabou"):
        exam.answer(second, "certo", now=NOW + 10 * MINUTE)
    assert exam.finished
    result = exam.result()
    assert result.finished_at == NOW + 10 * MINUTE
    assert result.total == Tally("", asked=2, right=1, wrong=0, blank=1, seconds=0.0)


def board_exam(store: PracticeStore, *, cancelling: bool) -> SessionResult:
    """Three right and two wrong Certo/Errado, one blank, one wrong multiple choice."""
    exercises = [true_false(f"c{n}", line=n) for n in range(6)] + [multiple_choice("m", line=9, topic="discos")]
    exam = start(store, *exercises, exam=True, cancelling=cancelling)
    for name, response in [("c0", "certo"), ("c1", "certo"), ("c2", "certo"), ("c3", "errado"), ("c4", "errado")]:
        exam.answer(name, response, now=NOW, seconds=2)
    exam.answer("m", "A", now=NOW, seconds=30)
    return exam.finish(now=NOW)


@pytest.mark.parametrize(("cancelling", "marks"), [(True, 1.0), (False, 3.0)], ids=["cancelling", "plain"])
def test_wrong_certo_errado_cancels_a_right_one(store: PracticeStore, cancelling: bool, marks: float) -> None:
    result = board_exam(store, cancelling=cancelling)
    assert (result.raw_marks, result.net_marks, result.marks) == (3.0, 1.0, marks)


def test_result_counts_by_kind_and_topic(store: PracticeStore) -> None:
    result = board_exam(store, cancelling=False)
    kinds = {tally.label: tally for tally in result.by_kind}
    assert kinds == {
        "certo-errado": Tally("certo-errado", asked=6, right=3, wrong=2, blank=1, seconds=10.0),
        "multipla-escolha": Tally("multipla-escolha", asked=1, right=0, wrong=1, blank=0, seconds=30.0),
    }
    assert {tally.label: tally.asked for tally in result.by_topic} == {"redes": 6, "discos": 1}
    assert sorted(outcome.exercise.id for outcome in result.mistakes[:3]) == ["c3", "c4", "m"]
    assert [outcome.exercise.id for outcome in result.mistakes[3:]] == ["c5"]


def test_incomplete_open_answer_earns_its_share(store: PracticeStore) -> None:
    session = start(store, open_question("o"))
    graded = session.answer("o", "Isola aplicações.", now=NOW)
    assert (graded.score, graded.missing) == (0.5, ("usa imagens",))
    assert session.result().raw_marks == 0.5


@pytest.mark.parametrize(
    ("rating", "correct", "wait"),
    [(Rating.Again, False, timedelta(minutes=10)), (Rating.Good, True, 2 * DAY), (Rating.Easy, True, 8 * DAY)],
    ids=["again", "good", "easy"],
)
def test_flashcard_is_rated_by_the_student(
    store: PracticeStore, rating: Rating, correct: bool, wait: timedelta
) -> None:
    session = start(store, flashcard("f"))
    graded = session.rate("f", rating, now=NOW, seconds=3)
    assert (graded.exercise_id, graded.correct) == ("f", correct)
    assert store.history().practised[0].due == NOW + wait


def test_flagged_exercise_leaves_the_session_and_its_marks(store: PracticeStore) -> None:
    exercises = [true_false("a"), true_false("b", line=2)]
    session = start(store, *exercises)
    first, second = ids(session.exercises)
    session.answer(first, "errado", now=NOW)
    session.flag(first, "gabarito errado", now=NOW)
    assert session.result().total == Tally("", asked=1, right=0, wrong=0, blank=1, seconds=0.0)
    assert ids(choose(store.history().items(exercises), SessionPlan(), now=NOW)) == [second]
    session.flag(second, now=NOW)
    assert session.finished
    with pytest.raises(PracticeError, match="não deram nenhuma questão"):
        start(store, *exercises)


def test_exercise_of_another_session_is_refused(store: PracticeStore) -> None:
    session = start(store, true_false("a"))
    for act in (session.answer, session.flag):
        with pytest.raises(PracticeError, match="não tem a questão b"):
            act("b", "certo", now=NOW)  # type: ignore[operator]


_STUDENT = """
import sys
from pathlib import Path
from hand_exercises import true_false
from test_sessions import NOW, PracticeStore, start
session = start(PracticeStore.open(Path(sys.argv[1])), *(true_false(f"{sys.argv[2]}{n}", line=n) for n in range(40)))
for exercise in session.exercises:
    session.answer(exercise.id, "certo", now=NOW)
    print(exercise.id, flush=True)
"""


def student(folder: Path, name: str) -> subprocess.Popen[str]:
    """Start a process that answers ten exercises and names each one as soon as its answer is kept."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    command = [sys.executable, "-c", _STUDENT, str(folder), name]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def test_a_process_killed_in_the_middle_loses_no_answer(tmp_path: Path) -> None:
    process = student(tmp_path, "e")
    assert process.stdout
    told = [process.stdout.readline().strip() for _ in range(3)]
    process.send_signal(signal.SIGKILL)
    told += process.communicate()[0].split()
    assert process.returncode == -signal.SIGKILL
    store = PracticeStore.open(tmp_path)
    session = Session.resume(store, store.sessions()[0].id)
    assert list(session.answers)[: len(told)] == told
    if current := session.current:
        assert session.answer(current.id, "certo", now=NOW + MINUTE).correct


def test_two_processes_at_once_keep_every_answer(tmp_path: Path) -> None:
    processes = [student(tmp_path, name) for name in "ab"]
    told = [process.communicate(timeout=60)[0].split() for process in processes]
    assert [(process.returncode, len(each)) for process, each in zip(processes, told, strict=True)] == [(0, 10)] * 2
    kept = PracticeStore.open(tmp_path).history().practised
    assert {item.exercise.id for item in kept} == {name for each in told for name in each}


_ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from hand_exercises import true_false
from test_sessions import NOW, PracticeStore, start
from tutor.errors import HistoryError
store = PracticeStore.open(Path(sys.argv[1]))
session = start(store, *(true_false(f"e{n}", line=n) for n in range(40)), count=None)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
limit = store.file.stat().st_size + 10_000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    for exercise in session.exercises:
        session.answer(exercise.id, "certo", now=NOW)
        print(exercise.id, flush=True)
except HistoryError as error:
    print(error, file=sys.stderr)
"""


def test_a_disk_that_fills_up_is_told_and_loses_nothing(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    command = [sys.executable, "-c", _ON_A_FULL_DISK, str(tmp_path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    told = done.stdout.split()
    assert re.search(
        r"O histórico de prática .* não pôde ser usado .*(?:Libere espaço|Confira o espaço livre)", done.stderr
    )
    assert 0 < len(told) < 40
    store = PracticeStore.open(tmp_path)
    session = Session.resume(store, store.sessions()[0].id)
    assert list(session.answers) == told
    assert session.answer(session.exercises[len(told)].id, "certo", now=NOW).correct
