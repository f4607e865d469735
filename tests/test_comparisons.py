"""Comparisons, yes or no and pages on one small note: how the sides are found, what denies, what places a page."""

from collections.abc import Iterator

import pytest
from one_note import open_note

from tutor.answering.evidence import Library
from tutor.answering.extractive import inquire, propose
from tutor.answering.question import read_question

NOTE = """\
# Pomar

## Enxerto e estaca

O enxerto une duas plantas. A estaca parte de um ramo só.

## Ligas

De um lado a Liga do Abacate Verde (LAV), fundada por agrônomos. Em maio a LMM fechou a ponte. Do outro a Liga da Manga
Madura (LMM), de pequenos produtores.

## Poda

* early pruning -> done in winter
* Late pruning happens in summer
* pruning needs clean blades

* todo broto vem de uma gema, nem toda gema é broto
* a abelha não rega a muda; quem rega as mudas é o meeiro

* modo intenso -> tira metade dos ramos
* modo leve -> tira só as pontas
* irrigação
	* gota a gota -> pouca água
	* aspersão -> molha a folha
* aspersão do cerrado -> bioma

* ALFA corta o sal; ALFA PLUS mantém
* colheita
	* colheita manual -> sem máquina; custo alto
	* colheita mecânica -> com trator; custo baixo
* sinais da balança
	* == só compara o peso
	* === compara peso e calibre

* irrigada: água por canos
* sequeira: água da chuva

## Solo

> p. 14 da apostila pomar_01

Adubar antes da chuva. Figura do canteiro na p. 9 da apostila pomar_02.

* modos de uso (pomar_03, pp. 6-7)
"""


@pytest.fixture(name="library", scope="module")
def _library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_note(tmp_path_factory.mktemp("pomar"), NOTE) as tutor:
        yield Library(tutor.index)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("gota a gota e aspersão, o que muda?", ["pouca água", "molha a folha"], id="neighbours"),
        pytest.param("diferença entre enxerto e estaca", ["duas plantas", "um ramo só"], id="both-in-one-paragraph"),
        pytest.param("diferença entre LAV e LMM", ["agrônomos", "pequenos produtores"], id="acronym-spelled-out"),
        pytest.param("early vs late pruning", ["winter", "summer"], id="kind-named-last"),
        pytest.param("enxerto x estaca: o que cada um usa?", ["duas plantas", "um ramo só"], id="asked-behind-a-colon"),
        pytest.param("poda intensa x poda leve", ["metade dos ramos", "só as pontas"], id="word-that-both-share"),
        pytest.param("diferença entre ALFA e ALFA PLUS", ["corta o sal", "mantém"], id="both-in-one-bullet"),
        pytest.param("lavoura irrigada e sequeira, o que muda?", ["canos", "chuva"], id="sort-said-once"),
        pytest.param("irrigada e sequeira, cada uma é regada com o quê?", ["canos", "chuva"], id="each-of-two"),
        pytest.param("diferença de custo entre colheita manual e colheita mecânica", ["alto", "baixo"], id="aspect"),
        pytest.param("qual a diferença entre == e ===?", ["só compara o peso", "peso e calibre"], id="signs"),
        pytest.param("toda gema é um broto?", ["**Não**", "nem toda gema é broto"], id="not-every"),
        pytest.param("todo broto vem de uma gema?", ["**Sim**"], id="every"),
        pytest.param("é a abelha que rega as mudas?", ["**Não**", "é o meeiro"], id="another-does-it"),
        pytest.param("é o meeiro que rega as mudas?", ["**Sim**"], id="who-does-it"),
        pytest.param("em que página está o desenho do canteiro?", ["p. 9"], id="drawing-told-in-words"),
        pytest.param("que página da apostila fala do solo?", ["p. 14"], id="verb-of-the-page"),
        pytest.param("em qual página estão os modos de uso?", ["p. 6–7"], id="name-of-general-words"),
    ],
)
def test_claims(library: Library, question: str, said: list[str]) -> None:
    proposal = propose(inquire(read_question(question), library))
    text = " ".join(claim.text for claim in proposal.claims)
    assert [part for part in said if part not in text] == []
