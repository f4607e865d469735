"""Lists that a question names in other words than the notes: counted, titled by their sort, contrasted, in a column."""

from collections.abc import Iterator

import pytest
from one_note import open_note

from tutor.answering.evidence import Library
from tutor.answering.extractive import answer_from_notes, inquire, propose
from tutor.answering.question import read_question

NOTE = """\
# Colmeia

## Castas da abelha

O enxame tem 3 castas de abelha, 2 ninhos e 1 alvado.

* tabela de postura (TP) guarda { lote, data, rainha }

## Castas

1. rainha: põe ovos
2. zangão: fecunda a rainha
3. operária: faz o resto

## Rotina da TP

* FRIO (frigorífico de mel) -> caixa refrigerada para o mel colhido
\t* - gasta energia
\t* - pesa muito
\t* + conserva
* tipos de FRIO
\t* de bancada
\t* de parede
\t* ![[Pasted image 20240102.png]]
\t* p. 8 da apostila mel_01
* mel de florada x mel de melato
\t* florada -> vem do néctar { acácia, laranjeira }
\t* melato -> vem da seiva

## Quadros

1. Melgueira, guarda o mel que será colhido no fim da safra pelo apicultor
2. Ninho, guarda a cria nova que ainda não saiu do alvéolo fechado

## Equipamentos de proteção

> [!note] Fumigador
> Aparelho que lança fumaça fria.

| Peça | O que protege | Lavável? |
| --- | --- | --- |
| véu | cobre o rosto, a nuca | sim, à mão |
| luva | cobre a mão, o punho | sim, à máquina |

São classes { a adulto, j jovem, c criança }; `x` = todos

A Fumigadora Sul vendeu as primeiras peças, criada por Ana Prado, do Paraná, em 1988.
"""


@pytest.fixture(name="library", scope="module")
def _library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_note(tmp_path_factory.mktemp("colmeia"), NOTE) as tutor:
        yield Library(tutor.index)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        pytest.param("quais os tipos de caixa FRIO?", ["de bancada", "de parede"], ["Pasted", "p. 8"], id="titled"),
        pytest.param("contras de usar FRIO", ["gasta energia", "pesa muito"], ["conserva"], id="cons"),
        pytest.param("tipos de quadro", ["Melgueira", "Ninho"], [], id="long-members"),
        pytest.param("quais quadros formam a colmeia?", ["Melgueira", "Ninho"], [], id="what-makes-up"),
        pytest.param("o que é fumigador?", ["lança fumaça"], ["Sul"], id="callout-before-derived-name"),
        pytest.param("o que o fumigador faz?", ["lança fumaça"], [], id="what-it-does"),
        pytest.param("como o autor define fumigador?", ["lança fumaça"], [], id="how-it-is-defined"),
        pytest.param(
            "quem criou a Fumigadora Sul e quando?", ["**Ana Prado**", "1988"], ["por Ana**"], id="who-and-when"
        ),
        pytest.param("quais as classes?", ["a adulto", "j jovem"], ["**x**"], id="set-before-an-equation"),
    ],
)
def test_claims(library: Library, question: str, said: list[str], unsaid: list[str]) -> None:
    proposal = propose(inquire(read_question(question), library))
    text = " ".join(claim.text for claim in proposal.claims)
    assert [part for part in said if part not in text] == []
    assert [part for part in unsaid if part in text] == []


def test_what_stands_below_a_contrast_is_no_list(library: Library) -> None:
    proposal = propose(inquire(read_question("quais méis são de florada?"), library))
    assert "vem da seiva" not in " ".join(claim.text for claim in proposal.claims)


def test_a_cell_is_no_set_unless_its_column_is_asked_for(library: Library) -> None:
    asked = inquire(read_question("como a luva cobre?"), library)
    assert "sim; à máquina" not in " ".join(claim.text for claim in propose(asked).claims)


def test_a_sentence_that_begins_as_a_pointer_is_found(library: Library) -> None:
    answer = answer_from_notes(read_question("o que a tabela de postura (TP) guarda?"), library).answer
    assert "lote" in answer.text
