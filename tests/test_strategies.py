"""What single strategies say, on one small note: values, comparisons, categories, pages."""

from collections.abc import Iterator

import pytest
from one_note import open_note

from tutor.answering.claims import Proposal
from tutor.answering.evidence import Library
from tutor.answering.extractive import inquire, propose
from tutor.answering.likelihood import weigh
from tutor.answering.question import read_question

NOTE = """\
# Café

## Torra

* torra clara -> 8 min; torra média -> 10 min; torra escura -> 12 min
* café fino -> vendido em lata
* moinho: de lâminas gira a 9, de mós gira a 12
* perda de água -> 15%
* Figura: cores
\t* p. 12 da apostila cafe_01

## Preparo

* métodos
\t* ordem de preparo
\t\t* (pp. 30-32 da apostila cafe_01)
\t* infusão -> água quente sobre o pó
\t* decocção -> ferve com o pó

São três visitas por safra.

No coador, o moído fino entope o papel; o moído grosso passa água demais.

A prensa usa êmbolo. Ela não precisa de filtro. Ex: Bodum.

custo do preparo: filtros e gás


| Grau | Nome | Cor |
|---|---|---|
| 1 | claro | mel |
| 2 | médio | tijolo |

* coador
\t* formas { cônica, reta }
\t* p. 44 da apostila cafe_02
\t* limpeza do pano, ver p. 48 da apostila cafe_02
* balança de bancada
\t* precisão { 1 g, 2 g }
\t* tara -> zera o peso
\t* alça
\t* p. 70 da apostila cafe_02
* termômetro, 6ª ed.
\t* ![[Pasted image 20240102.png]]
\t\t* p. 81 da apostila cafe_02

* método turco
\t* ex: ibrik de cobre (p. 88 da apostila cafe_02)

quadro de grãos (cafe_09 pp. 3–5 do módulo 6)

modelo completo da ficha: ![[fichas_cafe.pdf#page=31]]

tabela dos graus de moagem p. 61 e 62 da apostila cafe_02
"""


@pytest.fixture(name="library", scope="module")
def _library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_note(tmp_path_factory.mktemp("strategies"), NOTE) as tutor:
        yield Library(tutor.index)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("qual a duração da torra escura?", "12 min", id="clause-of-its-own"),
        pytest.param("decocção é um método de quê?", "ferve com o pó", id="member-of-a-category-with-its-words"),
        pytest.param("decocção faz parte de que capítulo?", "Preparo › métodos", id="place-where-no-category-is"),
        pytest.param("qual a cor do grau médio?", "**tijolo**", id="cell-of-the-header-asked-first"),
        pytest.param("fino x moído grosso", "papel; o moído grosso", id="both-in-one-sentence"),
        pytest.param("quantas visitas há no preparo?", "três", id="announced-below-the-name"),
        pytest.param("dê um exemplo de prensa", "Bodum", id="example-after-the-sentence"),
        pytest.param("em que páginas está a ordem do preparo?", "30", id="page-below-a-name-below-the-rest"),
        pytest.param("qual página da apostila fala das formas do coador?", "44", id="page-right-behind"),
        pytest.param("qual página da cafe_02 tem as formas do coador?", "44", id="page-of-the-handout-named"),
        pytest.param("qual página tem a precisão e a tara da balança?", "70", id="page-behind-several-bullets"),
        pytest.param("qual página da fichas_cafe tem o modelo da ficha?", "p. 31", id="page-behind-a-colon"),
        pytest.param("em que página está o ibrik?", "ex: ibrik de cobre", id="example-without-a-name"),
        pytest.param("em que páginas do cafe_09 está o quadro de grãos?", "p. 3–5", id="handout-beside-its-part"),
        pytest.param("em que páginas está a tabela de moagem?", "p. 61 e 62 (", id="pages-of-one-source"),
        pytest.param("página da sexta edição do termômetro", "termômetro, 6ª ed.", id="pasted-image-has-no-name"),
    ],
)
def test_what_is_proposed(library: Library, question: str, said: str) -> None:
    claims = propose(inquire(read_question(question), library)).claims
    assert any(said in claim.text for claim in claims), [claim.text for claim in claims]


def test_a_page_of_another_handout_is_not_said(library: Library) -> None:
    claims = propose(inquire(read_question("em que página da cafe_03 tem o coador?"), library)).claims
    assert not any("cafe_02" in claim.text for claim in claims)


def test_a_bare_page_reference_is_no_answer(library: Library) -> None:
    inquiry = inquire(read_question("quais cores a figura da torra mostra?"), library)
    texts = [evidence.text for evidence in weigh(inquiry, Proposal()).sentences]
    assert texts
    assert not any(text.startswith("p. 12") for text in texts)


def test_a_cost_needs_no_price_where_the_note_speaks_of_it(library: Library) -> None:
    inquiry = inquire(read_question("qual o custo do preparo?"), library)
    weighed = weigh(inquiry, Proposal())
    lacking = {e.text: said["price missing"] for e, said in zip(weighed.sentences, weighed.signals, strict=True)}
    assert lacking["custo do preparo: filtros e gás"] == 0
    assert max(lacking.values()) == 1
