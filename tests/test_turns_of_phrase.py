"""Ways in which students ask and note down: headings that ask, makers below, limits, kinds, "ou o quê?"."""

import pytest
from one_note import claimed

from tutor.answering.claims import Claim, compose
from tutor.answering.conversation import read_in_conversation
from tutor.answering.evidence import Library
from tutor.answering.extractive import _heads_asked, inquire, propose, tell
from tutor.answering.frames import QuestionKind, Value
from tutor.answering.groups import groups_of
from tutor.answering.lists import are_kinds
from tutor.answering.question import read_question
from tutor.answering.units import has_sure_unit, is_of_other_number

NOTE = """\
# Olaria da vila

## O que é um vaso?
Obra **durável** feita de barro para guardar água ou grão na casa. Durável quer dizer que passa de um ano.

## Qual a diferença entre vaso, pote e jarro?
- Vaso: guarda flores.
- Pote: guarda grão.

## O que é o CVB?
Caderno de Venda de Barro (em inglês CSB). Lista das peças vendidas na feira. Fica na loja.

## Queima
Sequência de fogos; se um apaga, acende-se outro. Ana Brasa e Rui Lenha, 1987.

> [!note] A queima não dá brilho
> Outros dão o brilho depois.

## Guilda
Cada vila deve ter o SAO, Serviço de Apoio ao Oleiro. A compra segue a regra FATO (Forma, Altura, Tinta, Odor).

## Peças

- dentro da roda: fica o eixo da guilda, na vila toda
- roda -> peça que gira na guilda
- rio (water) -> leva a lenha, plano de obra
- rio -> caminho da água da serra ao mar; passa na vila
- distância do forno -> o que separa a peça do fogo, na vila
\t* pote 10, jarro 25, vaso 40
- PIP -> porta 520, mede passos, máx. 15 (16 = infinito)
- 4 passos da Ana { colher -> amassar -> moldar -> queimar }
- CTO -> surgiu na vila em fev/2019, por dois oleiros
- boca -> abertura da peça
\t* ! não confundir com base -> a base apoia a peça; a boca recebe a água
- base = parte de baixo, na sombra
- fogo -> o que assa a peça; precisa de lenha
\t* de lenha -> arde devagar
\t* de carvão -> arde forte
\t* alto -> assa o vaso em um dia
- caminho de roda (via) -> anda por trilhos; ex: MOL
- RODA 1 -> mínimo de 2 discos
- RODA 6 -> mínimo de 4 discos
- em 2,4 GHz a vila usa 13 canais, com espaço de 5 MHz entre eles

## Características

- cada oleiro trabalha em seu próprio forno
- forno aberto, peças podem usar lenhas, barros e tintas diferentes
- feito para quebras

## Graus de queima

1. alta: 25 dias
2. média: 15 dias
3. baixa: 5 dias
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("o que é um vaso?", "**vaso**: Obra durável"),
        ("o que é o CVB?", "Lista das peças vendidas"),
        ("o que é o SAO?", "**SAO**: Serviço de Apoio ao Oleiro"),
        ("o que significa FATO?", "**FATO**: Forma, Altura, Tinta, Odor"),
        ("o que é rio?", "caminho da água"),
        ("o que é roda na guilda?", "peça que gira"),
        ("quem propôs a queima?", "**Ana Brasa e Rui Lenha**"),
        ("quais são os 4 passos da Ana?", "colher; amassar; moldar; queimar"),
        ("em que mês e ano surgiu a CTO?", "**fev/2019**"),
        ("qual a distância do forno do jarro na vila?", "**25**"),
        ("o MOL é forno, fogo ou o quê?", "caminho de roda"),
        ("como a guilda da vila define rio?", "caminho da água"),
        ("quais os graus de queima e os prazos?", "15 dias"),
        ("no que o vaso é diferente do pote?", "guarda grão"),
    ],
)
def test_turns_of_phrase_are_understood(library: Library, question: str, said: str) -> None:
    assert said in claimed(library, question)


def test_what_a_bullet_lists_is_no_list_of_what_stands_above_several(library: Library) -> None:
    said = claimed(library, "quais as características da olaria?")
    assert "próprio forno" in said
    assert "feito para quebras" in said


def test_a_limit_is_the_most_that_is_told(library: Library) -> None:
    assert "520" not in claimed(library, "qual o limite de passos do PIP?")


def test_a_heading_that_asks_is_sure_of_its_answer(library: Library) -> None:
    inquiry = inquire(read_question("o que é um vaso?"), library)
    beside = next(evidence for evidence in inquiry.evidence if evidence.text == "Vaso: guarda flores.")
    assert _heads_asked(inquiry, propose(inquiry), beside)


def test_the_title_of_a_callout_is_cited_with_what_it_says(library: Library) -> None:
    inquiry = inquire(read_question("a queima dá brilho?"), library)
    title = next(evidence for evidence in inquiry.evidence if evidence.text == "A queima não dá brilho")
    (claim,) = tell(inquiry, title)
    assert claim.evidence[0].key == title.key


@pytest.mark.parametrize(("question", "kinds"), [("quais os tipos de fogo?", True), ("quais os nomes do fogo?", False)])
def test_what_qualifies_the_thing_above_it_is_a_kind_of_it(library: Library, question: str, kinds: bool) -> None:
    inquiry = inquire(read_question(question), library)
    fire = next(evidence for evidence in inquiry.evidence if evidence.statement.label == "fogo")
    (group,) = groups_of(fire)
    assert are_kinds(inquiry, group) is kinds


def test_nothing_is_said_twice(library: Library) -> None:
    inquiry = inquire(read_question("o que é rio?"), library)
    said = Claim("o rio passa", inquiry.evidence[:1])
    assert compose(inquiry.question, [said, said]).text == "o rio passa [1]"


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("quantos discos a RODA 2 pede?", True),
        ("quantos discos a RODA 6 pede?", False),
    ],
)
def test_a_name_with_a_number_is_of_that_number(library: Library, question: str, other: bool) -> None:
    inquiry = inquire(read_question(question), library)
    line = next(evidence for evidence in inquiry.evidence if evidence.text.startswith("RODA 6"))
    assert is_of_other_number(inquiry, line) is other


@pytest.mark.parametrize(("band", "told"), [("5 GHz", False), ("2,4 GHz", True)])
def test_a_measure_that_is_asked_of_is_that_measure(library: Library, band: str, told: bool) -> None:
    assert ("13" in claimed(library, f"quantos canais a vila usa em {band}?")) is told


def test_a_statement_about_what_was_asked_before_is_of_it() -> None:
    reading = read_in_conversation("e ele tem alça?", ["o que é o jarro?"])[0]
    assert (reading.kind, reading.focus) == (QuestionKind.YES_NO, "jarro tem alça")


def test_of_what_year_something_is_asks_for_a_date() -> None:
    assert read_question("de que ano é o forno?").value is Value.DATE


def test_which_things_are_in_the_notes_asks_for_a_list() -> None:
    assert read_question("which white-box techniques are in my notes?").kind is QuestionKind.LIST


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        ("em que livro Ana descreveu o forno?", "forno (Brasa, 1905)", False),
        ("em que livro Ana descreveu o forno?", "forno (Brasa, O Fogo da Vila, 1905)", True),
        ("em qual artigo Ana descreveu o forno?", "forno: artigo de 1905", True),
        ("qual decreto criou a guilda?", "guilda, de 1905, da vila", False),
        ("qual decreto criou a guilda?", "guilda (Decreto 1.905)", True),
        ("qual emenda criou a guilda?", "guilda (EC 45)", True),
        ("qual a cor do vaso?", "o vaso é pintado com cores da vila", False),
        ("qual a cor do vaso?", "vaso -> azul da vila", True),
        ("em que ano Ana nasceu?", "Ana fez o forno em 1905", False),
        ("em que ano Ana nasceu?", "Ana Brasa (1870-1930)", True),
        ("em que RFC está o PIP?", "PIP -> porta 520", False),
        ("em que RFC está o PIP?", "PIP -> RFC 1905", True),
        ("qual a alíquota da feira?", "feira: paga quem vende", False),
        ("qual a alíquota da feira?", "feira: 2% da venda", True),
        ("qual a complexidade da busca?", "a busca devolve a peça", False),
        ("qual a complexidade da busca?", "busca: O(log n)", True),
        ("em que país nasceu Ana?", "forno feito por Ana Brasa, 1905", False),
        ("em que país nasceu Ana?", "Ana Brasa, da Itália", True),
        ("qual a pena de quem nega o barro?", "não se pode negar barro", False),
        ("qual a pena de quem nega o barro?", "negar barro: multa de 2 vasos", True),
    ],
)
def test_what_is_asked_for_is_told_by_words_of_its_kind(question: str, sentence: str, told: bool) -> None:
    assert has_sure_unit(question, sentence) is told
