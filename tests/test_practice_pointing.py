"""What points to other lines of a note, and assertions whose subject the note does not define."""

import pytest
from practice_notes import material, note
from test_practice_assertion_choices import CELL

from tutor.practice.grammar.untold import points_elsewhere
from tutor.practice.questions.assertion_choices import write_assertion_choices
from tutor.practice.questions.flashcards import write_flashcards
from tutor.practice.questions.verification import Rejection, Verifier


def options(text: str) -> list[str]:
    made = material(text)
    return [option for draft in write_assertion_choices(made.part("nota.md"), made) for option in draft.options]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("O ciclo combina as etapas acima de modos diferentes", True),
        ("Vaso que serve às formas abaixo.", True),
        ("Barro que passou pelas fases anteriores", True),
        ("Forno que obedece ao item anterior", True),
        ("A forma usa os moldes a seguir", True),
        ("Kiln that burns the wood listed above.", True),
        ("A pot already seen.", True),
        ("Forno que passa acima de 900 graus", False),
        ("O barro fica abaixo do ponto de fusão", False),
        ("Queima que se faz no chão, sem forno abaixo", False),
        ("As opções a seguir apresentam fornos, à exceção de uma.", False),
        ("Volta o vaso ao estado anterior", False),
        ("A kiln that stays below the melting point", False),
        ("Julgue o item a seguir.", False),
    ],
)
def test_what_points_to_other_lines(text: str, points: bool) -> None:
    assert points_elsewhere(text) is points


def test_what_points_to_other_lines_is_not_shown() -> None:
    text = (
        "# Olaria\n\n- **queima**: série de passos que o oleiro realiza; combina as etapas acima de modos diferentes\n"
    )
    made = material(text)
    verifier = Verifier([note(text)], made.support)
    pointing = [draft for draft in write_flashcards(made.part("nota.md"), made) if "acima" in draft.key]
    assert pointing
    assert all(verifier.rejection(draft) is Rejection.FRAGMENT for draft in pointing)


def test_assertions_are_of_what_the_note_defines() -> None:
    assert options(CELL)


@pytest.mark.parametrize(
    "line",
    [
        "Durante a divisão são copiados os cromossomos, os centríolos e as organelas da célula.",
        "Na célula vegetal, a água entra no vacúolo central e mantém a forma da célula.",
        "Qualquer organismo eucarionte pode perder parte das organelas de uma célula doente.",
        "O lisossomo sai em vinte minutos do complexo golgiense da célula em que se forma.",
        "O lisossomo vale entre animais e entre protozoários que digerem partículas.",
        "O lisossomo segue a rota das vesículas e fica de fora da célula vegetal.",
    ],
)
def test_no_other_assertion_is_an_option(line: str) -> None:
    assert not any(line == option for option in options(f"{CELL}\n{line}\n"))


def test_none_is_made_false_by_a_denial_alone() -> None:
    line = "O lisossomo não participa da respiração celular dos organismos eucariontes."
    assert not any(option == line.replace("não ", "") for option in options(f"{CELL}\n{line}\n"))
