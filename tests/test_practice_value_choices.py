"""Múltipla escolha on a table's values: one as noted among those of other rows."""

from practice_notes import PORTS, by_aspect, material, note

from tutor.practice.questions.value_choices import write_value_choices
from tutor.practice.questions.verification import Verifier

RATES = """# Redes sem fio

| Padrão | Taxa máxima | Estado |
|---|---|---|
| 802.11b | 11 Mbps | antigo |
| 802.11a | 54 Mbps | antigo |
| 802.11n | 600 Mbps | comum |
| 802.11ac | 6,9 Gbps | comum |
| 802.11ax | 9,6 Gbps | novo |
| 802.11be | 46 Gbps por enlace | novo |
"""


def test_a_value_is_asked_among_those_of_its_column_in_its_form() -> None:
    made = material(RATES)
    drafts = list(write_value_choices(made.part("nota.md"), made))
    assert 0 < len(drafts) <= 2  # of a column
    for draft in drafts:
        name, value = draft.prompt.removesuffix(" é de"), draft.options[0]
        assert name.startswith("A taxa máxima do padrão 802.11")
        assert f"{name.split()[-1]} | {value} |" in RATES
        assert len(set(draft.options)) == 5
        assert "46 Gbps por enlace" not in draft.options
        assert Verifier([note(RATES)], made.support).rejection(draft) is None


def test_ports_are_asked_by_their_numbers() -> None:
    made = material(PORTS)
    asked = by_aspect(list(write_value_choices(made.part("nota.md"), made)))
    assert asked
    for draft in asked.values():
        assert draft.prompt.endswith(" é a")
        assert all(option.isdigit() for option in draft.options)


def test_a_value_that_no_sentence_can_tell_is_not_asked() -> None:
    made = material(RATES.replace("Taxa máxima", "Base"))
    assert not list(write_value_choices(made.part("nota.md"), made))
