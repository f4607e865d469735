"""Grading: letters, Certo/Errado, the student's own judgement, and open answers fact by fact."""

import pytest

from tutor.errors import PracticeError
from tutor.practice.history.grading import grade
from tutor.types import Citation, Exercise, ExerciseKind, Option

CITATION = Citation(1, "so.md", ("so",), 1, 1, "snapshot -> imagem instantânea do estado atual de uma VM")


def exercise(kind: ExerciseKind, key: str, rubric: tuple[str, ...] = ()) -> Exercise:
    options = tuple(Option(letter, f"opção {letter}") for letter in "ABCDE")
    return Exercise(
        "1",
        kind,
        "so",
        "Cite os componentes.",
        key,
        "Está na nota.",
        CITATION,
        options=options if kind is ExerciseKind.MULTIPLE_CHOICE else (),
        rubric=rubric,
    )


@pytest.mark.parametrize(
    ("response", "correct"), [("C", True), (" c) ", True), ("b", False), ("Opção c", True), ("opcao A", False)]
)
def test_multiple_choice_by_letter_or_text(response: str, correct: bool) -> None:
    graded = grade(exercise(ExerciseKind.MULTIPLE_CHOICE, "C"), response)
    assert (graded.correct, graded.score) == (correct, float(correct))
    assert graded.justification == (
        "Você acertou. Está na nota." if correct else "Você errou. A opção certa é C. Está na nota."
    )


@pytest.mark.parametrize(
    ("response", "correct"), [("C", False), ("certo", False), ("E", True), ("Errado.", True), ("falso", True)]
)
def test_true_false(response: str, correct: bool) -> None:
    assert grade(exercise(ExerciseKind.TRUE_FALSE, "errado"), response).correct is correct


@pytest.mark.parametrize("kind", [ExerciseKind.MULTIPLE_CHOICE, ExerciseKind.TRUE_FALSE])
def test_what_is_no_answer_is_refused(kind: ExerciseKind) -> None:
    key = "C" if kind is ExerciseKind.MULTIPLE_CHOICE else "certo"
    with pytest.raises(PracticeError, match="Responda"):
        grade(exercise(kind, key), "talvez")


@pytest.mark.parametrize(
    ("response", "correct", "score"),
    [
        ("acertei", True, 1.0),
        ("difícil", True, 0.5),
        ("errei", False, 0.0),
        ("", False, 0.0),
        ("imagem instantanea da VM", True, 1.0),
        ("um disco", False, 0.0),
    ],
)
def test_flashcards_by_judgement_or_in_words(response: str, correct: bool, score: float) -> None:
    graded = grade(exercise(ExerciseKind.FLASHCARD, "Imagem instantânea da VM."), response)
    assert (graded.correct, graded.score) == (correct, score)


RUBRIC = ("máquina virtual", "hypervisor", "máquina física", "sistema hospedeiro")


@pytest.mark.parametrize(
    ("response", "missing"),
    [
        ("maquina virtual, hipervisor... hypervisor, maquina fisica e sistema hospedeiro", ()),
        ("Máquinas virtuais, o hypervizor, a máquina física, sistemas hospedeiros", ()),
        ("hypervisor", ("máquina virtual", "máquina física", "sistema hospedeiro")),
        ("não sei", RUBRIC),
        ("", RUBRIC),
    ],
    ids=["without accents", "typing errors and plurals", "one of four", "nothing", "empty"],
)
def test_open_answers_fact_by_fact(response: str, missing: tuple[str, ...]) -> None:
    graded = grade(exercise(ExerciseKind.OPEN, "…", RUBRIC), response)
    assert graded.missing == missing
    assert graded.stated == tuple(fact for fact in RUBRIC if fact not in missing)
    assert graded.score == (len(RUBRIC) - len(missing)) / len(RUBRIC)
    assert graded.correct is (not missing)
    assert all(fact in graded.justification for fact in missing) or not response.strip()


def test_numbers_of_a_fact_must_be_right() -> None:
    asked = exercise(ExerciseKind.OPEN, "…", ("usa a porta 3389 por padrão",))
    assert grade(asked, "usa a porta 3389 por padrão").correct
    assert not grade(asked, "usa a porta 3388 por padrão").correct


def test_words_of_the_question_state_no_fact() -> None:
    asked = exercise(ExerciseKind.OPEN, "…", ("componentes isolados",))
    assert not grade(asked, "os componentes").correct
    assert grade(asked, "são isolados").correct
