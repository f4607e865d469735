"""Two things told in turn or apart, pages below a heading, the best count, and other ways in which lines tell."""

import pytest
from one_note import claimed

from tutor.answering.claims import Claim
from tutor.answering.continuations import answered_whole
from tutor.answering.evidence import Library
from tutor.answering.extractive import inquire
from tutor.answering.frames import QuestionKind, Value
from tutor.answering.groups import member_name
from tutor.answering.question import read_question
from tutor.evaluation.facts import states
from tutor.language import is_negated
from tutor.notes.outline import parse_note
from tutor.types import BlockKind

NOTE = """\
# Tecelagem

Outra dupla de fios é linho e sisal. O primeiro vem do caule, enquanto o segundo vem da folha.

**Trama**: fio que cruza de lado. É o que dá a largura.

**Urdume**: fio que corre ao longo. É o que dá o comprimento.

O relato é a fala do mestre. Não se confunde com o relatado, que é o pano contado.

100% de lã ⇒ 100% de aquecimento. o contrario NAO vale (fogo)

## Lã, seda, juta
- lã -> do carneiro
	- acesso por pente
	! lã precisa de pente, seda NÃO precisa.
- seda -> do casulo
	- acesso por água
- juta
	- serve p/ { saco, corda }
	- colhida à mão
- lançadeira
	- ex: Flecha (1907), Trovão

## Elementos ou peças

A doutrina fala de laço e nó. O livro traz isso na pág. 7.

## A regra dos relatos

- nada cruza
- tudo volta

## Outras páginas

A tecelagem à mão é a mais antiga (p. 11).

## Qual a maturidade de um tear? (Maior)

Nível 0, sem pedal. Nível 1, com pedal. [[teares.pdf#page=21]]

## Ramon (p. 30)

- eventos: feira e desfile (p. 31)

## 6ª edição: 5 teares, 49 fios

- Primeira fase (2 fios)

## Roque

- conta: voltas. max 15, 16 = fora (some)
- carro com 64 voltas
As flags clássicas são três, com URG, RST ou FIN.

- `RST` derruba o fio na hora

preços da feira: decorar!!
- lenço 10
- manta 90
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("qual a diferença entre linho e sisal?", "enquanto o segundo vem da folha", id="in turn"),
        pytest.param("qual a diferença entre trama e urdume?", "É o que dá o comprimento.", id="said once more"),
        pytest.param("diferença entre relato e relatado", "que é o pano contado", id="words of one stem"),
        pytest.param("qual a diferença entre lã e seda?", "seda NÃO precisa", id="denied of one"),
        pytest.param("em que ano apareceu a lançadeira Flecha?", "1907", id="appeared"),
        pytest.param("em que página está o modelo de maturidade do Maior?", "**p. 21", id="page of a sort"),
        pytest.param("quantos fios tem a sexta edição?", "**49**", id="the count that carries most"),
        pytest.param("qual o número máximo de voltas do Roque?", "**15**", id="the most"),
        pytest.param("o que a flag RST faz?", "RST derruba o fio na hora", id="a code behind its sort"),
    ],
)
def test_what_a_line_tells(library: Library, question: str, said: str) -> None:
    assert said in claimed(library, question)


def test_a_sort_says_what_of_a_name_is_looked_for(library: Library) -> None:
    assert claimed(library, "em que página estão os eventos do Ramon?").startswith("**p. 31**")


def test_a_page_is_that_of_the_heading_with_a_general_word_asked_for(library: Library) -> None:
    assert claimed(library, "em que página do livro estão os elementos da tecelagem?").startswith("**p. 7**")


def test_a_heading_that_names_both_does_not_stand_for_what_each_is(library: Library) -> None:
    said = claimed(library, "qual a diferença entre lã e seda?")
    assert "juta" not in said


def test_the_contrary_is_told_with_what_it_is_the_contrary_of(library: Library) -> None:
    inquiry = inquire(read_question("100% de aquecimento é 100% de lã?"), library)
    told = next(e for e in inquiry.evidence if e.text.startswith("100%"))
    assert [claim.text for claim in answered_whole(Claim("", (told,)))][1:] == ["o contrario NAO vale (fogo)"]


def test_a_member_is_named_with_what_its_name_leads_to(library: Library) -> None:
    inquiry = inquire(read_question("para que serve a juta?"), library)
    told = next(e for e in inquiry.evidence if e.text.startswith("serve"))
    assert member_name(told) == "serve p/: saco, corda"


@pytest.mark.parametrize(
    ("question", "kind", "focus"),
    [
        ("a partir de que data a feira abriu?", QuestionKind.FACT, "a feira abriu"),
        ("como as fibras se classificam?", QuestionKind.LIST, "fibras"),
        ("como os fios são divididos quanto à origem?", QuestionKind.LIST, "fios"),
    ],
)
def test_how_a_question_is_put(question: str, kind: QuestionKind, focus: str) -> None:
    read = read_question(question)
    assert (read.kind, read.focus) == (kind, focus)
    assert (read.value is Value.DATE) is (kind is QuestionKind.FACT)


@pytest.mark.parametrize(("text", "denied"), [("opcional ñ transitivo", True), ("opcional transitivo", False)])
def test_a_short_denial_denies(text: str, denied: bool) -> None:
    assert is_negated(text) is denied


@pytest.mark.parametrize(
    ("lead", "below"), [("3 passos (p. 8 do caderno da aula de teares):", True), ("3 passos curtos", False)]
)
def test_lines_numbered_by_bare_figures_stand_below_what_announces_them(lead: str, below: bool) -> None:
    note = parse_note("n.md", f"# T\n\n{lead}\n1 urdir o fio\n2 passar a trama\n3 bater\n")
    first, *steps = (block for block in note.blocks if block.kind is BlockKind.PARAGRAPH)
    assert all((step.parent == first.id) is below for step in steps)


def test_a_few_words_with_an_exclamation_announce_a_list() -> None:
    note = parse_note("n.md", "preços da feira, decorar!!\n- lenço 10\n- manta 90\n")
    first, *items = note.blocks
    assert [item.parent for item in items] == [first.id, first.id]


def test_a_name_in_capitals_and_small_letters_is_no_article() -> None:
    assert states("variedades: banker e DoS", "DoS")
    assert not states("variedades: banker", "DoS")
