"""What stands near a line tells of it: its topic, its example, its neighbour, and the number of its members."""

import pytest
from one_note import claimed

from tutor.answering.answer import read_in_history
from tutor.answering.claims import Claim, Proposal
from tutor.answering.evidence import Evidence, Library, is_within_example
from tutor.answering.examples import give_examples
from tutor.answering.extractive import inquire
from tutor.answering.groups import groups_of
from tutor.answering.lists import _is_so_many
from tutor.answering.members import _listed, is_member
from tutor.answering.question import read_question
from tutor.answering.refusals import is_left_open
from tutor.answering.signals import signals_of
from tutor.notes.outline import parse_note

NOTE = """\
# Moinhos

- rodas
	- fixa -> presa no eixo
	- torta -> fora do prumo
	- dupla -> de dois aros
	- solta -> gira livre
	- ex: dois moinhos na mesma água
		- fixa: 4 voltas
		- solta: 9 voltas
- Moinho
	- pás curtas
	+ poupa lenha
	+ gira sozinho (mas não gira bem à noite!)
- `mói` só tritura; `mói fino` peneira também
	- com pedra quebra tudo
	- sem pedra fica leve
- ex PAX: grão 10:20 sai como pó 30:40
- Grãos { A, R } -> A = arroz, R = ralão
- mós { PTO, TUR }
	- PTO -> de pedra preta; TUR -> de pedra turva
- PUX
	- de pedra
	- ex: { malho, pilão }
- partes (3): pá, eixo, mó, e outras
- frio -> só sala e grão; leva dias/semanas
- 1990 -> MOLA (de Ana) e MOLINETE
- GRX (grão, roda e xisto), de Ana
- BruBru20 -> peneira de latão

pedra x martelo: pedra esmaga o grão (devagar). Martelo bate no grão, levanta pó.

Norma ZZ 100:2018 (1ª ed.). Grão é efeito do moinho. Não é aceita em feiras.

Peças: a calha de grão é reta e larga. A calha de pó é torta, feita de lata.

Rodas quadradas não giram e a roda quadrada range muito.

Roda -> disco que gira

Estratégias de moagem
- lenta: pouca água
- rápida: muita água
"""


def line(library: Library, question: str, words: str) -> Evidence:
    """Return the sentence of the evidence for a question that holds some words."""
    return next(e for e in inquire(read_question(question), library).evidence if words in e.text)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param(
            "quais as vantagens do moinho?", "gira sozinho (mas não gira bem à noite!)", id="an aside defines nothing"
        ),
        pytest.param("mói x mói fino", "mói só tritura; mói fino peneira também", id="one name begins the other"),
        pytest.param("pedra x martelo", "Martelo bate no grão, levanta pó.", id="the other of two"),
        pytest.param("exemplo de PAX", "grão 10:20 sai como pó 30:40", id="example of a name"),
        pytest.param("o que a mó PTO guarda?", "**PTO**: de pedra preta", id="one of a set"),
        pytest.param("calha de grão x calha de pó", "calha de grão é reta e larga", id="behind a label"),
        pytest.param("lenta e rápida são exemplos de quê?", "**Estratégias de moagem**", id="examples of what"),
    ],
)
def test_what_stands_near_is_told(library: Library, question: str, said: str) -> None:
    assert said in claimed(library, question)


@pytest.mark.parametrize(("words", "within"), [("4 voltas", True), ("presa no eixo", False)])
def test_what_stands_below_an_example_is_of_the_example(library: Library, words: str, within: bool) -> None:
    assert is_within_example(line(library, "o que é a roda fixa?", words)) is within


def test_an_adjective_behind_a_noun_is_no_shared_noun(library: Library) -> None:
    said = claimed(library, "qual a diferença entre roda fixa e roda quadrada?")
    assert "quadrada range" in said


def test_each_of_a_set_is_told_where_its_line_does(library: Library) -> None:
    inquiry = inquire(read_question("quais são os grãos e pra que serve cada um?"), library)
    head = next(e for e in inquiry.evidence if "ralão" in e.text)
    assert "R = ralão" in _listed(inquiry, next(iter(groups_of(head))))[0].text


@pytest.mark.parametrize(("question", "asked_of"), [("o que a mó PTO guarda?", True), ("quais as mós?", False)])
def test_who_asks_of_a_member_does_not_ask_for_the_list(library: Library, question: str, asked_of: bool) -> None:
    inquiry = inquire(read_question(question), library)
    head = next(e for e in inquiry.evidence if e.text.startswith("mós"))
    assert is_member(inquiry, next(iter(groups_of(head)))) is asked_of


@pytest.mark.parametrize(("wanted", "so_many"), [(3, True), (5, False)])
def test_a_list_that_says_how_many_it_has_has_so_many(library: Library, wanted: int, so_many: bool) -> None:
    group = next(iter(groups_of(line(library, "quais as 3 partes?", "partes (3)"))))
    assert _is_so_many(group, ("part",), wanted) is so_many


def test_a_duration_may_be_told_without_a_number(library: Library) -> None:
    inquiry = inquire(read_question("quanto tempo leva o frio?"), library)
    (signals,) = signals_of(inquiry, Proposal(), [next(e for e in inquiry.evidence if "semanas" in e.text)])
    assert not signals["number missing"]


def test_the_few_words_a_block_begins_with_name_its_topic(library: Library) -> None:
    assert "zz" in line(library, "a norma ZZ 100 é aceita em feiras?", "feiras").above


def test_a_year_counts_nothing(library: Library) -> None:
    assert not claimed(library, "quantas pás tem o MOLINETE?")


@pytest.mark.parametrize(("name", "left_open"), [("PAX", True), ("GRX", False)])
def test_letters_are_told_by_as_many_things(library: Library, name: str, left_open: bool) -> None:
    inquiry = inquire(read_question(f"o que significa cada letra de {name}?"), library)
    told = next(e for e in inquiry.evidence if name in e.text)
    assert is_left_open(inquiry, [Claim("", (told,))], told) is left_open


def test_a_part_of_a_name_with_digits_is_not_mended(library: Library) -> None:
    assert read_in_history("o que é BruBru20?", library, [])[0].focus == "BruBru20"


def test_examples_are_of_the_name_behind_a_sort(library: Library) -> None:
    said = give_examples(inquire(read_question("exemplos de moinhos PUX"), library))
    assert [claim.text for claim in said] == ["**PUX**: malho; pilão"]


def test_a_plus_with_an_aside_is_an_advantage() -> None:
    note = parse_note("n.md", "# M\n\n- A\n\t- c\n\t+ gira sozinho (mas não gira bem à noite!)\n")
    assert [block.statement.marker for block in note.blocks][-1] == "+"
