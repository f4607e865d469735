"""Which list a question asks for: the probabilities, what is no candidate, and the choice on one small note."""

import json
from collections.abc import Iterator

import numpy as np
import pytest
from one_note import open_note

from tutor.answering.evidence import Library
from tutor.answering.extractive import inquire
from tutor.answering.lists import ListNetwork, likeliest_list, lists_found, read_network
from tutor.answering.question import read_question

NOTE = """\
# Viveiro

* gestão de riscos
\t* etapas { identificar, tratar, vigiar }
\t* ferramentas { planilha, mural }
* estufa
\t* + aquece cedo
\t* tipos { túnel, capela }
\t* único { telado }
* tipos de canteiro
\t* tipo 1, alto { caixote, leira, mesa, jardineira }
\t* tipo 2, raso { sulco, cova, linha, vala }
* regras da boa poda { limpar, cortar, selar }
* poda { seca, verde, leve }
* quadro de avisos: rega, luz e pragas
\t* luz é indireta
\t* rega é diária

| muda | rega |
|---|---|
| alface | diária |
| pinhão | semanal |

As pragas são lesma, pulgão e mofo, todas do verão.
"""


@pytest.fixture(name="library", scope="module")
def _library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_note(tmp_path_factory.mktemp("viveiro"), NOTE) as tutor:
        yield Library(tutor.index)


def network(**layers: float | list[float] | list[list[float]]) -> ListNetwork:
    """A network whose signals are "set" and "rank"."""
    known = {"means": {"set": 0.0, "rank": 1.0}, "hidden": [[2.0], [1.0]], "bias": [-1.0], "output": [1.0], "none": 1.0}
    return read_network(json.dumps(known | layers))


def test_the_shares_of_lists_and_of_none_sum_to_one() -> None:
    first, second = network().probabilities([{"set": 1.0, "rank": 1.0}, {"set": 0.0, "rank": 1.0}])
    assert first / second == pytest.approx(7.389, abs=0.001)  # e²
    assert first + second == pytest.approx(0.7553, abs=0.001)  # (e² + 1) / (e² + 1 + e)


def test_an_unknown_signal_counts_as_average() -> None:
    (unknown,), (average,) = (network().probabilities([said]) for said in ({"set": 1.0}, {"set": 1.0, "rank": 1.0}))
    assert unknown == average


def test_without_lists_nothing_is_meant() -> None:
    assert network().probabilities([]) == []


@pytest.mark.parametrize(
    ("question", "members"),
    [
        pytest.param("quais as etapas da gestão de riscos?", ["identificar", "tratar", "vigiar"], id="sort-named"),
        pytest.param("que ferramentas a gestão de riscos usa?", ["planilha", "mural"], id="other-sort"),
        pytest.param("quais são os tipos de estufa?", ["túnel", "capela"], id="below-the-thing"),
        pytest.param("quais são os tipos de canteiro?", ["tipo 1, alto", "tipo 2, raso"], id="kinds-that-list-in-turn"),
        pytest.param("quais mudas existem?", ["alface", "pinhão"], id="column"),
        pytest.param("quais as regas das mudas?", ["diária", "semanal"], id="other-column"),
        pytest.param("quais são as pragas?", ["lesma", "pulgão", "mofo"], id="told-in-prose"),
    ],
)
def test_the_list_that_is_asked_for(library: Library, question: str, members: list[str]) -> None:
    found = likeliest_list(inquire(read_question(question), library))
    assert found is not None
    assert [name for name, _ in found[0].parts] == members


@pytest.mark.parametrize(
    ("question", "likeliest", "members"),
    [
        pytest.param("quais os tipos de poda?", "limpar", ["seca", "verde", "leve"], id="named-exactly"),
        pytest.param("quais os itens do quadro de avisos?", "luz", ["rega", "luz", "pragas"], id="told-below"),
    ],
)
def test_another_list_than_the_likeliest(
    library: Library, monkeypatch: pytest.MonkeyPatch, question: str, likeliest: str, members: list[str]
) -> None:
    inquiry = inquire(read_question(question), library)
    (best,) = (at for at, group in enumerate(lists_found(inquiry)) if group.parts[0][0] == likeliest)
    chances = [float(at == best) for at in range(len(lists_found(inquiry)))]
    monkeypatch.setattr(ListNetwork, "probabilities", lambda *_: chances)
    found = likeliest_list(inquiry)
    assert found is not None
    assert [name for name, _ in found[0].parts] == members


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("quais as desvantagens da estufa?", id="merits-that-no-list-is-called"),
        pytest.param("quais são os tipos de xadrez?", id="a-thing-that-none-speaks-of"),
    ],
)
def test_what_no_list_answers(library: Library, question: str) -> None:
    assert lists_found(inquire(read_question(question), library)) == ()


def test_one_member_is_no_list(library: Library) -> None:
    found = lists_found(inquire(read_question("quais são os únicos tipos de estufa?"), library))
    assert all(len(group.parts) > 1 for group in found)


def test_a_list_none_of_whose_lines_has_a_vector_is_weighed(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutor.answering.claims.PACKAGED_EMBEDDER", library.index.embedder.name)
    monkeypatch.setattr(library.index, "sentence_vectors", lambda places: np.zeros((len(places), 0), np.float32))
    assert likeliest_list(inquire(read_question("quais as etapas da gestão de riscos?"), library)) is not None
