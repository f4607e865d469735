"""The commands of practice: quiz and export."""

import argparse
import sys
from datetime import UTC, datetime

from fsrs import Rating

from tutor.cli.opening import opened, tell, write, write_json
from tutor.cli.render import exercise_text
from tutor.contract import exercise_to_json
from tutor.errors import PracticeError
from tutor.practice.export import export_anki, export_csv, export_exam
from tutor.practice.export.wording import source_text
from tutor.practice.history.records import History
from tutor.practice.history.selection import SessionPlan
from tutor.practice.history.sessions import Session
from tutor.practice.history.store import PracticeStore
from tutor.settings import Settings
from tutor.tutor import Tutor
from tutor.types import Exercise, ExerciseKind

_RATINGS = {"1": Rating.Again, "2": Rating.Hard, "3": Rating.Good, "4": Rating.Easy}
_HOW_TO_ANSWER = {
    ExerciseKind.TRUE_FALSE: "C ou E",
    ExerciseKind.MULTIPLE_CHOICE: "A a E",
    ExerciseKind.OPEN: "sua resposta",
    ExerciseKind.FLASHCARD: "Enter vira o cartão",
}


def quiz(chosen: argparse.Namespace, settings: Settings) -> int:
    """Practise on a terminal, with the history; write the questions as JSON elsewhere, or when told to."""
    with opened(settings) as tutor:
        if chosen.json or not (sys.stdin.isatty() and sys.stdout.isatty()):
            write_json([exercise_to_json(exercise) for exercise in _exercises(tutor, chosen)], indent=2)
            return 0
        _play(tutor.practise(_plan(chosen), now=_now()))
    return 0


def export(chosen: argparse.Namespace, settings: Settings) -> int:
    """Write the questions to a file: an Anki deck, a spreadsheet or an exam."""
    with opened(settings) as tutor:
        tell("Verificando cada questão com o tutor…")
        exercises = _exercises(tutor, chosen)
    match chosen.form:
        case "anki":
            exported = export_anki(exercises, chosen.file, vault=settings.vault, now=_now())
            for note, picture in exported.missing:
                tell(f"{note}: a imagem {picture} não está na pasta das notas; o cartão ficou sem ela")
        case "csv":
            export_csv(exercises, chosen.file)
        case "exam":
            export_exam(exercises, chosen.file, vault=settings.vault, title="Simulado", day=_now().astimezone().date())
    write(f"{chosen.file}: {len(exercises)} questões")
    return 0


def _exercises(tutor: Tutor, chosen: argparse.Namespace) -> tuple[Exercise, ...]:
    """Return the exercises that were asked for, those left out that the student flagged as bad."""
    flagged = PracticeStore.open(tutor.settings.data).history().flagged
    drawn = tutor.exercise_bank().draw(_plan(chosen), History(flagged=flagged), now=_now())
    if drawn.notice:
        tell(drawn.notice)
    if drawn.rejections:
        rejected = "; ".join(f"{count} {reason}" for reason, count in drawn.rejections.items())
        tell(f"Rascunhos rejeitados: {rejected}")
    return drawn.exercises


def _plan(chosen: argparse.Namespace) -> SessionPlan:
    kinds = tuple(map(ExerciseKind, chosen.kind))
    return SessionPlan(topics=tuple(chosen.topic), kinds=kinds, count=chosen.n, seed=chosen.seed)


def _play(session: Session) -> None:
    """Ask every question of a session on the terminal; what was answered is kept, whenever it ends."""
    if session.notice:
        tell(session.notice)
    tell("Enter em branco pula; x marca a questão como ruim; Ctrl+D encerra.")
    for number, exercise in enumerate(session.exercises, 1):
        write(f"\n{number}/{len(session.exercises)}  {exercise_text(exercise)}")
        try:
            _answer(session, exercise)
        except EOFError:
            break
    result = session.finish(now=_now())
    total = result.total
    write(f"\n{total.right} certas, {total.wrong} erradas, {total.blank} em branco; nota {result.marks:g}")


def _answer(session: Session, exercise: Exercise) -> None:
    """Read and grade the answer to one question; a response that it does not take is asked for again."""
    while True:
        response = input(f"[{_HOW_TO_ANSWER[exercise.kind]}] > ").strip()
        if response.casefold() == "x":
            session.flag(exercise.id, now=_now())
            return
        if exercise.kind is ExerciseKind.FLASHCARD:
            _turn_over(session, exercise)
            return
        if not response:
            return
        try:
            grade = session.answer(exercise.id, response, now=_now())
        except PracticeError as error:
            tell(str(error))
            continue
        write(f"{grade.justification}\n{source_text(exercise.citation)}")
        return


def _turn_over(session: Session, exercise: Exercise) -> None:
    """Show the back of a card and keep how well the student knew it."""
    write(f"{exercise.key}\n{source_text(exercise.citation)}")
    rating = _RATINGS.get(input("[1 errei, 2 difícil, 3 acertei, 4 fácil] > ").strip())
    if rating is not None:
        session.rate(exercise.id, rating, now=_now())


def _now() -> datetime:
    return datetime.now(UTC)
