"""Practice from end to end: a note, its exercises, a session over them, an edit of the note, the files to take away."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tutor.notes import parse_note
from tutor.practice.export import export_anki, export_csv, export_exam
from tutor.practice.history.progress import progress_of
from tutor.practice.history.selection import SessionPlan
from tutor.practice.history.sessions import Session
from tutor.practice.history.store import PracticeStore
from tutor.practice.questions.generate import ExerciseBank
from tutor.types import Exercise, ExerciseKind, Note

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
NOTE = """# Modelo OSI

- camada física -> transmissão de bits por um meio físico
\t- p. 12 da apostila redes_01
- camada de enlace -> transferência de quadros entre nós vizinhos, com detecção de erros
- camada de rede -> encaminhamento de pacotes entre redes diferentes
- camada de transporte -> entrega de segmentos de ponta a ponta entre processos
- camada de sessão -> controle do diálogo entre duas aplicações
- protocolos de transporte { TCP, UDP, SCTP }
- protocolos de rede { IP, ICMP, IGMP }
"""


def bank(text: str) -> tuple[Note, ExerciseBank]:
    note = parse_note("redes/osi.md", text)
    return note, ExerciseBank([note])


@pytest.fixture
def store(tmp_path: Path) -> PracticeStore:
    return PracticeStore.open(tmp_path / "data")


def begin(store: PracticeStore, made: ExerciseBank, **choices: object) -> Session:
    plan = SessionPlan(**choices)  # type: ignore[arg-type]
    return Session.start(store, plan, made.draw(plan, store.history(), now=NOW).exercises, now=NOW)


def right_answer(exercise: Exercise) -> str:
    return "acertei" if exercise.kind is ExerciseKind.FLASHCARD else exercise.key


def test_keys_earn_all_marks_and_progress_follows(store: PracticeStore) -> None:
    note, made = bank(NOTE)
    session = begin(store, made, count=12, seed=3)
    assert {exercise.kind for exercise in session.exercises} == set(ExerciseKind)
    while exercise := session.current:
        assert session.answer(exercise.id, right_answer(exercise), now=NOW, seconds=5).correct, exercise
    assert session.result().marks == 12
    report = progress_of(store, made.exercises, [note], now=NOW)
    assert (report.total.attempted, report.total.right) == (12, 12)
    assert [(page.handout, page.first) for page in report.pages] == [("apostila redes_01", 12)]
    asked = {line for e in session.exercises for line in range(e.citation.first_line, e.citation.last_line + 1)}
    assert {gap.line for gap in report.gaps} == {3, 5, 6, 7, 8, 9, 10} - asked


def test_seed_gives_the_same_session_from_the_same_notes(tmp_path: Path) -> None:
    sessions = []
    for name in ("one", "two"):
        store = PracticeStore.open(tmp_path / name)
        sessions.append(begin(store, bank(NOTE)[1], seed=7).exercises)
    assert sessions[0] == sessions[1]


def test_edited_note_keeps_the_history_of_what_it_still_says(store: PracticeStore) -> None:
    _, before = bank(NOTE)
    for exercise in (session := begin(store, before, count=None)).exercises:
        session.answer(exercise.id, right_answer(exercise), now=NOW)
    edited = "Revisado em março.\n\n" + NOTE.replace("controle do diálogo", "organização da conversa")
    _, after = bank(edited)
    items = {item.exercise.id: item for item in store.history().items(after.exercises)}
    changed = [item for item in items.values() if "organização da conversa" in item.exercise.citation.quote]
    same = [
        e for e in before.exercises if "protocolos de rede" in e.citation.quote and e.kind is ExerciseKind.FLASHCARD
    ]
    assert changed
    assert same
    assert all(item.attempts == 0 for item in changed if item.exercise.kind is ExerciseKind.FLASHCARD)
    for exercise in same:
        assert items[exercise.id].attempts == 1
        assert items[exercise.id].due == NOW + timedelta(days=2)
        assert items[exercise.id].exercise.citation.first_line == exercise.citation.first_line + 2
    assert len(before.exercises) > sum(item.attempts for item in items.values()) > len(items) / 2


def test_generated_exercises_export(tmp_path: Path) -> None:
    exercises = bank(NOTE)[1].exercises
    done = export_anki(exercises, tmp_path / "osi.apkg", vault=tmp_path, now=NOW)
    assert done.notes == len(exercises) > 20
    export_exam(exercises, tmp_path / "osi.html", vault=tmp_path, title="OSI", day=date(2026, 3, 1))
    export_csv(exercises, tmp_path / "osi.csv")
    assert (tmp_path / "osi.html").read_text().count("apostila redes_01, p. 12") >= 1
    assert (tmp_path / "osi.csv").read_text(encoding="utf-8-sig").count("redes/osi.md") >= len(exercises)
