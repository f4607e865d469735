"""Pairs told as equal, orders, columns and short sentences: what each line of a note says of what it names."""

import pytest
from one_note import claimed

from tutor.answering.claims import Claim, Proposal
from tutor.answering.continuations import answered_whole
from tutor.answering.evidence import Library
from tutor.answering.extractive import inquire
from tutor.answering.frames import QuestionKind
from tutor.answering.groups import groups_of
from tutor.answering.members import _listed, tell_order
from tutor.answering.question import read_question
from tutor.answering.signals import signals_of
from tutor.answering.units import has_sure_unit
from tutor.notes.statements import read_statement

NOTE = """\
# Cerâmica

- sinais: 101 = forno frio, 303 = forno cheio (desde 1990), 808 = porta aberta
- PQ: peça que seca devagar; meta = não rachar
- RQ: peça que seca logo
- **Torno**: trazido pela Guilda. Gira o barro por pedal e serve para fazer vasos redondos.
- contra QTX: panos molhados
- Tratamentos da borda: VLM (mais liso a cada volta), KRM (menos água usada), nenhum
- peças do forno
	- ordem: base > parede > tampa
	- limpas por fora
- RAO -> sucessor do RAB; porta 4739
- RAB -> da Guilda; usa moldes
- prazos da queima
	- secar: 5 dias
	- queimar: 2 dias
	- esfriar: 3 dias
- peso do vaso = altura x 4
	- ex: altura 8 (média), sev. 2 -> 34
- Polida -> sem grão
- Fosca -> com grão
- regras da borda (p. 8)

P1 (lisa) pode rachar → seca logo. P2 (áspera) racha mas não seca.

Os vasos de 1990 podem ser reabertos no verão. Os potes nunca. As tigelas são de barro.

## Fornos adicionais

| | solar | elétrico |
|---|---|---|
| calor | do dia | da rede |
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("o que significa o código 808?", "**808**: porta aberta", id="pairs and a code"),
        pytest.param("defina PQ", "**PQ**: peça que seca devagar; meta = não rachar", id="two signs, one thing"),
        pytest.param("o que é VLM?", "**VLM**: mais liso a cada volta", id="brackets behind a listed name"),
        pytest.param("o que é o torno?", "Gira o barro por pedal e serve para fazer vasos redondos.", id="curt"),
        pytest.param("exemplo de cálculo do peso do vaso", "altura 8 (média), sev. 2 -> 34", id="worked out"),
        pytest.param("o forno solar é um tipo de quê?", "**Fornos adicionais**: solar", id="column"),
        pytest.param("difference between polida and fosca pieces", "com grão", id="shared noun behind"),
        pytest.param("qual a diferença entre a peça P1 e a P2?", "P2 (áspera) racha mas não seca.", id="sort before"),
    ],
)
def test_what_a_line_tells(library: Library, question: str, said: str) -> None:
    assert said in claimed(library, question)


def test_what_is_done_against_a_thing_does_not_define_it(library: Library) -> None:
    assert not claimed(library, "o que é QTX?")


@pytest.mark.parametrize(
    ("question", "told"),
    [("em que ordem ficam as peças do forno?", True), ("em que ordem ficam os potes?", False)],
)
def test_an_order_is_told_by_the_line_of_that_name(library: Library, question: str, told: bool) -> None:
    assert bool(tell_order(inquire(read_question(question), library))) is told


def test_a_sentence_cut_short_goes_on_from_the_one_before(library: Library) -> None:
    evidence = inquire(read_question("os vasos de 1990 podem ser reabertos no verão?"), library).evidence
    first = next(e for e in evidence if "reabertos" in e.text)
    assert [claim.text for claim in answered_whole(Claim("", (first,)))][1:] == ["Os potes nunca."]


def test_what_is_measured_is_listed_with_its_values(library: Library) -> None:
    inquiry = inquire(read_question("quais os prazos da queima?"), library)
    head = next(e for e in inquiry.evidence if e.text == "prazos da queima")
    said = [claim.text for group in groups_of(head) for claim in _listed(inquiry, group)]
    assert "**queimar**: 2 dias" in said


@pytest.mark.parametrize(("name", "told"), [("RAB", False), ("RAO", True)])
def test_a_number_in_the_definition_of_another_is_of_that_other(library: Library, name: str, told: bool) -> None:
    inquiry = inquire(read_question(f"qual a porta do {name.lower()}?"), library)
    line = next(e for e in inquiry.evidence if "4739" in e.text)
    (signals,) = signals_of(inquiry, Proposal(), [line])
    assert bool(signals["number missing"]) is not told


@pytest.mark.parametrize(("place", "found"), [("página", True), ("capítulo", False)])
def test_a_chapter_is_no_page(library: Library, place: str, found: bool) -> None:
    assert bool(claimed(library, f"em que {place} estão as regras da borda?")) is found


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        ("em que revista saiu o estudo?", "Estudo -> de Ana Brasa, 1992", False),
        ("em que revista saiu o estudo?", "Estudo -> Revista do Barro, 1992", True),
        ("qual a editora do livro?", "livro azul de 2003", False),
        ("em que diretório fica o registro?", "registro -> arquivo binário", False),
        ("em que diretório fica o registro?", "registro -> /var/forno", True),
        ("qual a complexidade computacional da busca?", "busca -> preguiçosa", False),
        ("onde fica gravado o arquivo da busca?", "busca -> lê um índice", False),
        ("qual edição do livro eu uso?", "Leio o livro de Ana Brasa", False),
        ("qual edição do livro eu uso?", "Leio o livro de Ana Brasa, 3ª ed.", True),
    ],
)
def test_where_and_how_costly_is_told_as_such(question: str, sentence: str, told: bool) -> None:
    assert has_sure_unit(question, sentence) is told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("posto é sinônimo de quê?", QuestionKind.DEFINITION),
        ("o pote médio dá pra queimar no verão?", QuestionKind.YES_NO),
        ("qual o passo a passo pra montar o forno?", QuestionKind.LIST),
    ],
)
def test_how_a_question_is_put(text: str, kind: QuestionKind) -> None:
    assert read_question(text).kind is kind


def test_examples_are_read_whole() -> None:
    assert read_statement("ex: altura 8 (média), sev. 2 -> 34").examples == ("altura 8 (média), sev. 2 -> 34",)
    assert read_statement("ex: SNMP, HTTP. Há outros.").examples == ("SNMP", "HTTP")
