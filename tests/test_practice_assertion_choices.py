"""Múltipla escolha among whole assertions: four as noted and a changed one, or one as noted among changed ones."""

import pytest
from practice_notes import material, note

from tutor.practice.questions.assertion_choices import leans_back, write_assertion_choices
from tutor.practice.questions.drafts import Draft
from tutor.practice.questions.verification import Verifier
from tutor.types import ExerciseKind

CELL = """# Biologia

## Célula

A mitocôndria é a organela responsável pela respiração celular dos organismos eucariontes.
O ribossomo é a estrutura responsável pela síntese das proteínas da célula.
O lisossomo é a organela responsável pela digestão intracelular de partículas.
A membrana plasmática é a estrutura que envolve a célula e controla as trocas com o meio.
A parede celular é a camada externa que confere resistência à célula vegetal.
O complexo golgiense é a organela responsável pela secreção de substâncias.
"""

WIRELESS = """# Redes sem fio

| Padrão | Taxa máxima |
|---|---|
| 802.11b | 11 Mbps |
| 802.11a | 54 Mbps |
| 802.11n | 600 Mbps |
| 802.11ac | 6,9 Gbps |
| 802.11ax | 9,6 Gbps |
| 802.11be | 46 Gbps |
"""


def asked(text: str) -> list[Draft]:
    made = material(text)
    return list(write_assertion_choices(made.part("nota.md"), made))


def test_one_of_five_assertions_is_changed() -> None:
    drafts = asked(CELL)
    assert drafts
    for draft in drafts:
        assert draft.kind is ExerciseKind.MULTIPLE_CHOICE
        assert draft.prompt == "Assinale a opção em que a afirmação apresentada está incorreta."
        assert draft.options[0] not in CELL
        assert all(option.endswith(".") and option in CELL for option in draft.options[1:])
        assert draft.exercise.prompt.startswith("Biologia")


def test_one_of_five_assertions_of_a_table_is_as_noted() -> None:
    draft, *others = asked(WIRELESS)
    assert draft.prompt == "Assinale a opção em que a afirmação apresentada está correta."
    name, value = draft.options[0].removesuffix(".").split(" é de ")
    assert f"{name.split()[-1]} | {value}" in WIRELESS
    for option in draft.options[1:]:
        name, value = option.removesuffix(".").split(" é de ")
        assert f"{name.split()[-1]} | {value}" not in WIRELESS
        assert value in WIRELESS
    assert not others  # each line is told once


def test_the_verifier_lets_them_pass() -> None:
    for text in (CELL, WIRELESS):
        made = material(text)
        verifier = Verifier([note(text)], made.support)
        for draft in write_assertion_choices(made.part("nota.md"), made):
            assert verifier.rejection(draft) is None


def test_what_leans_on_another_sentence_is_no_option() -> None:
    drafts = asked(CELL.replace("golgiense é a", "golgiense é, portanto, a"))
    assert not any("golgiense" in option for draft in drafts for option in draft.options)
    assert not asked("\n".join(CELL.splitlines()[:7]))  # no five


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("Por fim, o aproveitamento é o retorno de quem estava em disponibilidade", True),
        ("Em nenhum dos casos há remuneração", True),
        ("As três técnicas são a de Gram, a de Giemsa e a hematoxilina", True),
        ("A coloração de Gram é, portanto, diferencial", True),
        ("A coloração de Gram tem três etapas", False),
    ],
)
def test_what_goes_on_from_a_sentence_leans_back(text: str, leans: bool) -> None:
    assert leans_back(text) is leans


def test_a_topic_stands_above() -> None:
    named = CELL.replace("# Biologia\n\n## Célula", "# Camada interna da parede celular")
    for draft in asked(named):
        assert draft.exercise.prompt != draft.prompt
