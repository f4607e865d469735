"""What is nearly what a question asks for is not told instead: a plural of a name, a list that holds it, a deadline."""

import pytest

from tutor.answering.evidence import Library
from tutor.answering.extractive import inquire, propose
from tutor.answering.question import read_question

NOTE = """\
# Confeitaria

- GLZS -> armário em que cabe o GLZ
- GLZ -> glacê de açúcar com limão, batido em ponto firme

## Ar da cozinha

- **correntes de ar**: { quente, fria }
- **vapores voadores**: umidade do forno levada até a janela
- **névoa**: farinha suspensa

## Casa

receitas:: 34

### receitas

- doces
- salgadas

## História

- Bia Rolim, que era padeira, inventou a fermentação por espera
- Fornada (1953), campanha "o pão é nosso"
- RCX = bimestral, sai até 30 dias depois da vistoria

## Gestão do forno (cap. 3)

- procedimentos e operações { acender, esquentar, limpar, vistoriar } em fase quente e fria visando o descanso
- fases: acendimento, assadura, descanso

## Farinhas

- farinha branca = trigo moído sem o farelo, p/ bolo
- farinha integral = trigo moído c/ o farelo
- integral: diz o resultado da conta
- a massa abrange
	- fermento -> faz crescer
	- farinha -> dá corpo
tipos de fermento
- biológico: vivo, cresce devagar
- químico: cresce no forno
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("o que é GLZ", "**GLZ**: glacê de açúcar com limão, batido em ponto firme"),
        ("que são os vapores voadores", "**vapores voadores**: umidade do forno levada até a janela"),
        ("quantas receitas tem a Casa", "**34**. **receitas**: 34"),
        ("em que ano a Fornada foi criada?", "**1953** — Fornada (1953)"),
        (
            "de quanto em quanto tempo sai o RCX",
            "**RCX**: bimestral, sai até 30 dias depois da vistoria",
        ),
        ("fases da gestão do forno quais são", "**fases**: acendimento; assadura; descanso"),
        ("o q chamamos de farinha integral?", "**farinha integral**: trigo moído c/ o farelo"),
    ],
    ids=["plural", "member", "total", "year behind a name", "period", "list by its sort", "what we call so"],
)
def test_what_is_asked_is_told(library: Library, question: str, said: str) -> None:
    proposal = propose(inquire(read_question(question), library))
    assert proposal.claims[0].text == said


def test_a_list_named_as_its_member_is_still_listed(library: Library) -> None:
    proposal = propose(inquire(read_question("quais são as correntes de ar"), library))
    assert proposal.claims[0].text.endswith("quente; fria")


def test_another_year_is_not_that_of_a_beginning(library: Library) -> None:
    assert not propose(inquire(read_question("em que ano a Fornada faliu?"), library)).claims


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "farinha branca x integral",
            [
                "**farinha branca**: trigo moído sem o farelo, p/ bolo",
                "**farinha integral**: trigo moído c/ o farelo",
            ],
        ),
        ("a massa abrange o quê?", ["**a massa abrange**:", "fermento", "farinha"]),
        ("quais os tipos de fermento", ["**tipos de fermento**:", "biológico", "químico"]),
    ],
    ids=["noun of both", "what it comprises", "line that names the bullets behind it"],
)
def test_all_that_is_asked_is_told(library: Library, question: str, said: list[str]) -> None:
    assert [claim.text for claim in propose(inquire(read_question(question), library)).claims] == said


def test_what_is_asked_about_is_no_maker(library: Library) -> None:
    claims = propose(inquire(read_question("quem inventou a fermentação por espera"), library)).claims
    assert not any("**espera**" in claim.text for claim in claims)
