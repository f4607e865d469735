"""Drawing a session from the bank: from few notes, after the history, whatever became of the notes."""

from datetime import timedelta

import pytest
from practice_notes import CELLS, HYPERVISORS, NOW, PORTS, draw, note

from tutor.errors import PracticeError
from tutor.notes import parse_note
from tutor.practice.history.records import History, Item
from tutor.practice.questions import distractors
from tutor.practice.questions.generate import ExerciseBank
from tutor.practice.reading.notes import read_note
from tutor.types import Exercise, ExerciseKind, Note

DAY = timedelta(days=1)
NOTES = [note(HYPERVISORS, "virtualizacao.md"), note(PORTS, "redes.md"), note(CELLS, "biologia.md")]


def shelf(count: int) -> list[Note]:
    """Make notes on subjects of their own, each with enough to ask."""
    kinds = ("medida", "regra", "técnica", "norma", "etapa", "fórmula")
    return [
        note(
            "".join(f"* {kind} z{n}k{at} -> {kind} do caso q{n}w{at} na área v{n}\n" for at, kind in enumerate(kinds)),
            f"nota {n:02}.md",
        )
        for n in range(count)
    ]


def practised(*exercises: Exercise, correct: bool = True, due: timedelta = -DAY) -> History:
    return History(tuple(Item(exercise, 1, int(correct), correct, NOW + due) for exercise in exercises))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the notes that are read, as they are."""
    paths: list[str] = []

    def read_and_tell(each: Note, *rest: object) -> object:
        paths.append(each.path)
        return read_note(each, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(distractors, "read_note", read_and_tell)
    return paths


def test_a_session_reads_few_notes_and_is_on_several(read: list[str]) -> None:
    exercises = draw(ExerciseBank(shelf(40)), count=5).exercises
    assert 5 <= len(read) <= 12
    assert len({exercise.citation.note for exercise in exercises}) > 1


def test_a_topic_reads_the_notes_that_have_it(read: list[str]) -> None:
    draw(ExerciseBank(NOTES), count=3, topics=("redes.md",))
    assert read == ["redes.md"]


def test_what_is_due_comes_first_wherever_it_stands() -> None:
    notes = shelf(40)
    last = ExerciseBank(notes[-1:]).exercises[0]
    for seed in range(3):
        first, *_ = draw(ExerciseBank(notes), practised(last), count=4, seed=seed).exercises
        assert first.id == last.id


def test_what_is_due_is_asked_as_the_notes_say_it_now() -> None:
    old = next(e for e in ExerciseBank(NOTES[:1]).exercises if "hypercall" in e.citation.quote)
    moved = [note("Revisado.\n\n" + HYPERVISORS, "so/vm.md"), *NOTES[1:]]
    first, *_ = draw(ExerciseBank(moved), practised(old), count=2).exercises
    assert (first.id, first.citation.note) == (old.id, "so/vm.md")
    assert first.citation.first_line == old.citation.first_line + 2


def test_what_the_notes_no_longer_say_is_not_asked_and_comes_back_with_them() -> None:
    old = next(e for e in ExerciseBank(NOTES[:1]).exercises if "hypercall" in e.citation.quote)
    edited = ExerciseBank(
        [note(HYPERVISORS.replace("similar a uma syscall", "feita pelo SO hóspede"), "virtualizacao.md")]
    )
    assert old.id not in {exercise.id for exercise in draw(edited, practised(old)).exercises}
    assert not edited.may_give(old)
    assert draw(ExerciseBank(NOTES), practised(old), count=1).exercises[0].id == old.id


def test_what_was_answered_is_not_new() -> None:
    bank = ExerciseBank(NOTES)
    before = draw(bank, count=6).exercises
    after = draw(bank, practised(*before, due=DAY), count=6).exercises
    assert not {exercise.id for exercise in before} & {exercise.id for exercise in after}
    everything = draw(bank, practised(*before, due=DAY)).exercises
    assert {exercise.id for exercise in everything[-6:]} == {exercise.id for exercise in before}


def test_two_notes_that_say_the_same_ask_it_once() -> None:
    cards = (ExerciseKind.FLASHCARD,)
    alone = draw(ExerciseBank(NOTES), kinds=cards).exercises
    twice = ExerciseBank([*NOTES, parse_note("copia.md", HYPERVISORS)])
    assert {exercise.id for exercise in draw(twice, kinds=cards).exercises} == {exercise.id for exercise in alone}
    assert len(draw(twice, practised(alone[0]), kinds=cards).exercises) == len(alone)


def test_only_wrong_asks_those_and_nothing_else(read: list[str]) -> None:
    wrong = ExerciseBank(NOTES[:1]).exercises[:2]
    read.clear()
    history = practised(*wrong, correct=False, due=DAY)
    exercises = draw(ExerciseBank(NOTES), history, count=10, only_wrong=True).exercises
    assert {exercise.id for exercise in exercises} == {exercise.id for exercise in wrong}
    assert read == ["virtualizacao.md"]
    with pytest.raises(PracticeError, match=r"filtros \(só as que errei\)"):
        draw(ExerciseBank(NOTES), practised(*wrong), only_wrong=True)


def test_only_marked_asks_what_has_a_study_mark(read: list[str]) -> None:
    marked = note("* checkpoint -> imagem instantânea do estado atual de um processo\n\t* anki::\n", "so.md")
    exercises = draw(ExerciseBank([*NOTES, marked]), count=10, only_marked=True).exercises
    assert {exercise.citation.note for exercise in exercises} == {"so.md"}
    assert read == ["so.md"]


def test_flagged_exercises_are_never_drawn() -> None:
    bank = ExerciseBank(NOTES)
    bad = frozenset(exercise.id for exercise in draw(bank, count=10).exercises)
    assert not bad & {exercise.id for exercise in draw(bank, History(flagged=bad)).exercises}


def test_places_have_every_topic_there_are_exercises_on() -> None:
    bank = ExerciseBank(NOTES)
    assert {(exercise.citation.note, exercise.topic) for exercise in bank.exercises} <= set(bank.places)
    assert len(set(bank.places)) == len(bank.places)


def test_a_bank_is_empty_when_no_note_gives_anything() -> None:
    assert ExerciseBank([note("oi")]).is_empty
    assert not ExerciseBank([note("oi", "vazia.md"), *NOTES]).is_empty
