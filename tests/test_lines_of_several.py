"""Lines that define, list or count several things, and which of them a question means."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from one_note import claimed, open_note

from tutor.answering.answer import answer_question
from tutor.answering.evidence import Library
from tutor.answering.extractive import inquire
from tutor.answering.groups import groups_of
from tutor.answering.question import read_question
from tutor.notes.members import split_members
from tutor.notes.statements import read_statement
from tutor.types import Turn

NOTE = """\
# Olaria

* graus de cozimento -> cru (sem fogo nenhum, só seco ao sol) -> biscoito (primeira queima) -> vidrado -> grés
	* manchas { fuligem, bolha, trinca }
* 5 fases do vaso { colher, amassar, girar } + acabamento { secar, queimar }
* alça de moringa
	* pesa pouco
	* simples -> uma volta; dupla -> duas voltas; cruzada -> voltas que se cruzam
	* segura-se com a mão
* guilda da vila -> fundada em aldeia antiga
	* 12 deveres, 3 cargos { mestre, oficial, aprendiz }
* feira da vila -> baseada em 7 regras
* carta da guilda -> para cada oficina { selo, lote }
* placas da guilda
	* bronze -> exige um forno próprio
	* prata -> exige dois fornos e um torno
	* selos { bronze, prata }
* registro: MVT (norma da terra) -> aceita barro; ZVT -> nega areia
	* marcas do ZVT { estrela, lua }
	* papéis { fiscal, escriba }
* MHG -> Lobato 1904, forno contra vento
* torno de pé -> roda movida com o pé; artigo de Rosa Lima (1998)
* WHERE x WHEN -> WHERE gira onde há água; WHEN gira até secar
* sinais
	* `~~` mede a massa; é diferente de `of`, que mede o peso
* bocas { de feira 10-24, de mesa 25-38 }
* sopro da vila { 1 -> 90 m, 2 -> 15 m }
* água e forno x sal -> fervura
* turno 3 da bacia -> gira a bacia e soma 1; faixa de a até b; ex: 8 voltas, -12 a 15
* lama -> barro com água (lodo + areia, ex: lodo de Itu) para colar
* vasos { de mesa -> ex: jarra, prato; de feira -> ex: talha, moringa }
* VZP - Vaso Zero Padrão -> vaso sem alça; boca { larga, curta }
	* + leve, passa de mão em mão; ex: cuia, tigela
* Estatuto da Vila (Lei 4.321/1907) -> regula a feira por 90 dias
* mestre -> exige a prova
* ex: 10 vasos por forno -> fila de 5 { 2, 3 }
* MPX -> fala com o forno (até 12 filas, em grau; UDP 415)
* propriedades do barro { liga, cor }
* outras que o barro pode ter { cheiro, som }
* tirar -> abre o forno e usa luva
* tirar -f -> abre o forno sem luva
* cozimento direto -> a peça toca o fogo
* cozimento indireto -> a peça não toca o fogo
* indireto -> jeito de falar da vila
* ![[Pasted image 20240202.png]]
	* p. 38 da apostila barro_05
* ![[Pasted image 20240203.png]]
	* p. 41 da apostila barro_05, notações da feira
"""


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("quais os graus de cozimento?", "biscoito (primeira queima); vidrado; grés", "fuligem"),
        ("quais as 5 fases do vaso?", "colher; amassar; girar; secar; queimar", "fuligem"),
        ("quais os tipos de alça de moringa?", "simples; dupla; cruzada", "pesa"),
        ("quais os cargos da guilda da vila?", "mestre; oficial; aprendiz", "fiscal"),
        ("qual a diferença entre where e when?", "WHEN gira até secar", "barro"),
        ("qual a diferença entre ~~ e of?", "mede a massa", "fervura"),
        ("quem criou o MHG?", "**Lobato**", "Rosa"),
        ("quem escreveu o artigo sobre o torno de pé?", "**Rosa Lima**", "Lobato"),
        ("qual o número da lei do Estatuto da Vila?", "**4.321/1907**", "**90"),
        ("qual a faixa do turno 3 da bacia com 8 voltas?", "**-12 a 15**", "**8"),
        ("qual a faixa das bocas de mesa?", "**25-38**", "**10"),
        ("qual o alcance do sopro 2 da vila?", "**15 m**", "**90"),
        ("que porta o MPX usa?", "**415**", "lenha"),
        ("além da liga e da cor, que outras propriedades o barro pode ter?", "cheiro; som", "liga"),
        ("qual a diferença entre tirar e tirar -f?", "usa luva", "lenha"),
        ("além da 38, que outra página da barro_05 está anotada?", "**p. 41 (apostila barro_05)**", "38"),
        (
            "fora a das notações da feira, qual outra página da barro_05 eu anotei?",
            "**p. 38 (apostila barro_05)**",
            "41",
        ),
        ("jarra é de que tipo de vaso?", "de mesa", "talha"),
        ("exemplos de VZP", "cuia; tigela", "larga"),
        ("o que precisa pra ter prata?", "exige dois fornos", "selos"),
        (
            "de que apostila e de que página saiu a figura da nota de olaria?",
            "**p. 38 (apostila barro_05)**",
            "barro com",
        ),
        ("qual a apostila e a página da imagem colada no fim da nota?", "**p. 38 (apostila barro_05)**", "barro com"),
    ],
)
def test_the_one_that_is_meant_is_told(library: Library, question: str, said: str, unsaid: str) -> None:
    answer = claimed(library, question)
    assert said in answer
    assert unsaid not in answer


@pytest.mark.parametrize(
    "question",
    [
        "quais são os 12 deveres da guilda da vila?",
        "quais as 7 regras da feira da vila?",
        "quantas oficinas no máximo uma carta da guilda deve ter?",
        "pra que serve a regra xyzzy?",
    ],
)
def test_what_is_only_counted_or_not_known_is_refused(library: Library, question: str) -> None:
    assert not answer_question(question, library).answered


def test_what_sentences_begin_with_in_bold_is_the_list_of_their_heading(tmp_path: Path) -> None:
    told = (
        "A queima **rasa** fica no chão. A **funda** é a que desce. Na **mista**, o fogo vai e vem. Custam pouco.\n\n"
        "| | rasa | funda | mista |\n|---|---|---|---|\n| lenha | pouca | muita | muita |\n| tempo | 2 | 8 | 9 |\n"
    )
    with open_note(tmp_path, f"# Forno\n\n## Modelos de queima\n\n{told}") as tutor:
        answer = claimed(Library(tutor.index), "quais os modelos de queima?")
        other = claimed(Library(tutor.index), "quais recibos a queima funda pede?")
    assert all(f"{name}" in answer for name in ("rasa", "funda", "mista"))
    assert "lenha" not in answer
    assert "mista" not in other


PROSE = """\
# Feira

## Metas

São três: vender o **barro** da vila, com ou sem forno; guardar a **água**, que é pouca; e abrir a praça.

**Troca** e **venda** não são a mesma coisa. A primeira dispensa moeda. A segunda pede moeda e recibo.

O imposto alcança o barro e a lenha. Também alcança a água do poço.

## Sinais da feira

- aviso de chuva
- aviso de vento

| sinal | cor |
|---|---|
| sino | verde |
| bandeira | azul |
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("quais são as metas?", ("guardar a água, que é pouca; abrir a praça",)),
        ("o que é venda?", ("A segunda pede moeda e recibo.",)),
        ("troca x venda", ("A primeira dispensa moeda.", "A segunda pede moeda")),
        ("o que o imposto alcança?", ("a lenha", "Também alcança a água do poço.")),
        ("quais os sinais da feira?", ("sino", "bandeira")),
    ],
)
def test_sentences_go_on_from_the_one_before(tmp_path: Path, question: str, said: tuple[str, ...]) -> None:
    with open_note(tmp_path, PROSE) as tutor:
        answer = answer_question(question, Library(tutor.index))
    assert all(words in answer.text for words in said)


def test_an_example_without_a_name_is_told_whole(library: Library) -> None:
    answer = answer_question("me dá um exemplo de fila de vasos por forno", library)
    assert "10 vasos por forno" in answer.text


def test_the_noun_asked_of_before_goes_with_an_adjective(library: Library) -> None:
    earlier = Turn("o que é cozimento direto?", answer_question("o que é cozimento direto?", library))
    answer = answer_question("e o indireto?", library, [earlier])
    assert "não toca o fogo" in answer.text


def test_lists_below_a_line_are_of_what_the_line_names(library: Library) -> None:
    assert "fiscal; escriba" in claimed(library, "quais os papéis do ZVT?")


def test_terms_defined_in_a_row_are_one_list_of_what_stands_above(library: Library) -> None:
    inquiry = inquire(read_question("quais os tipos de alça de moringa?"), library)
    found = [group for evidence in inquiry.evidence for group in groups_of(evidence) if group.is_set]
    told = next(group for group in found if group.parts[0][0] == "simples")
    assert (told.label, told.owner) == ("alça de moringa", "")


def test_examples_end_with_their_brackets() -> None:
    told = read_statement("lama (lodo + areia, ex: lodo de Itu) para colar")
    assert told.examples == ("lodo de Itu",)
    assert told.label == "lama (lodo + areia) para colar"


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("vaso de 80 cm dá 53,6, tigela de 9 dá 4,5", ("vaso de 80 cm dá 53,6", "tigela de 9 dá 4,5")),
        ("1,2,3", ("1", "2", "3")),
    ],
)
def test_a_decimal_comma_parts_no_members(text: str, members: tuple[str, ...]) -> None:
    assert split_members(text) == members


def test_a_cell_that_does_not_tell_what_is_asked_is_not_said(tmp_path: Path) -> None:
    table = "| vaso | boca | uso |\n|---|---|---|\n| talha | larga | água |\n| jarra | fina | leite |\n"
    with open_note(tmp_path, f"# Vasos\n\n{table}\n- Altura da boca: talha usa 80; jarra usa 40.\n") as tutor:
        told = Library(tutor.index)
        assert "**larga**" in claimed(told, "qual a boca da talha?")
        assert "**larga**" not in claimed(told, "qual a altura da boca da talha?")


TOLD_APART = """\
# Vila

* SVV -> conjunto de boas práticas da vila; não é lei nem método
	* é diferente da carta da feira, que é lei e multa os donos
* FornoMestre -> guarda o mapa das brasas
* FornoServo -> guarda as brasas; manda recado ao FornoMestre
* torno rápido -> gira sem parar, mas com limite de barro

| vaso | boca do bico | pés |
|---|---|---|
| talha | 12 dedos | 3 |

* pote
	* talha -> 10 ou 14 voltas, conforme boca de 12 dedos

## Feira

O barro passa por coleta, descanso, amassa e queima.
"""


@pytest.fixture(scope="module")
def told_apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_note(tmp_path_factory.mktemp("apart"), TOLD_APART) as tutor:
        yield Library(tutor.index)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("a SVV é uma lei?", "**Não**", "**Sim**"),
        ("fornomestre x fornoservo", "guarda o mapa", "bico"),
        ("qual o ponto fraco do torno rápido?", "**com limite de barro**", "brasas"),
        ("quantas voltas a talha dá com boca de 12 dedos?", "14", "bico"),
        ("por quais etapas o barro passa?", "coleta; descanso; amassa; queima", "brasas"),
    ],
)
def test_what_is_told_apart_is_not_mixed_up(told_apart: Library, question: str, said: str, unsaid: str) -> None:
    answer = answer_question(question, told_apart)
    assert said in answer.text
    assert unsaid not in answer.text
