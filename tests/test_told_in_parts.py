"""What one part of a sentence tells: behind a set, in brackets, behind another arrow, or beside a bare amount."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from one_note import claimed, open_note

from tutor.answering.conversation import read_in_conversation
from tutor.answering.evidence import Library
from tutor.answering.extractive import answer_from_notes, inquire
from tutor.answering.frames import QuestionKind
from tutor.answering.groups import groups_of, may_be_asked
from tutor.answering.members import list_around
from tutor.answering.question import read_question
from tutor.language import stems
from tutor.notes.pages import find_same
from tutor.notes.sentences import split_sentences

NOTE = """\
# Padaria

## Fornadas e tempos

1. Fornada Bruta, 2 horas
2. Fornada Doce, 3 horas
3. Fornada Fina, 40 minutos

- sinais do forno { branco, azul, preto }, azul é o normal
- PAO1 -> sem sal / PAO2 -> com sal / PAO3 -> massa de 3 GB no livro
- OU -> bancada para juntar massas e guardar formas
- brasa do forno -> calor solto
\t- o mestre abre a grade
- massas
\t- MRA (massa de ar) -> o leite que entra
\t- MRB / MRD -> o sal que sai

São duas: amassadeira (mistura a farinha) e batedeira (mexe o creme).

> [!danger] Só o mestre apaga o forno
> E apenas com a porta fechada.

A falta prescreve em cinco anos para quem assa, em dois anos para quem vende e em cento e oitenta dias para quem varre.

**Peças primárias**: pás e o rolo de abrir.

- lojas da vila
\t- loja quente -> tem forno
\t- loja morna -> sal, lenha e mesa
\t- loja fria -> sem nada
- pão de forma -> pesa com o papel 15 kg, não 10
- edições do livro: 1 em 1996, 4.0 em 2005, 4.1 em 2007
- passagens: cru -> quente -> cru

O fermento seco age devagar; o fresco estraga em uma semana.

O trato da farinha é diferente no moinho e na loja. No moinho ela corre solta, enquanto na loja vai em sacos.

Há o pão de forma. E há o pão chato, que não leva fermento. O pão da ilha é o mais lembrado dessa família.

Portas da casa: LDAP 80, LDAPS 443. FORNOX runs on 8080.

A venda cobra pelo livro, portas 70 (ABCX) e 71 (ABCY), no BALCAO.

## Artes da mesa

- Rosca → doce; Bolacha → seco; Broa → milho

## Formas

Molde cruzado: o mesmo par de formas, m × n pães.

O sovar recai sobre massa crua. O descansar recai sobre massa pronta. Não se descansa o bolo nem o creme.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_note(tmp_path_factory.mktemp("padaria"), NOTE) as tutor:
        yield tutor._library


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("Quanto tempo dura a Fornada Fina?", "**40 minutos** — Fornada Fina", "3 horas", id="bare amount"),
        pytest.param("Qual sinal do forno é o normal?", "azul é o normal", "", id="behind a set"),
        pytest.param("Qual o tamanho da massa do PAO3?", "**3 GB**", "", id="third arrow of a line"),
        pytest.param("Para que serve uma OU?", "bancada para juntar massas", "", id="acronym like a conjunction"),
        pytest.param("O que a massa MRB guarda?", "o sal que sai", "leite", id="what one of a sort holds"),
        pytest.param("Qual a diferença entre amassadeira e batedeira?", "mistura a farinha", "forno", id="brackets"),
        pytest.param("Quem apaga o forno?", "Só o mestre apaga o forno", "", id="title of a callout"),
        pytest.param("Qual a diferença entre fermento seco e fermento fresco?", "devagar; o fresco", "", id="one line"),
        pytest.param("O pão da ilha é de que tipo de pão?", "não leva fermento", "", id="of the one before"),
        pytest.param("Qual a porta do LDAPS?", "**443**", "80", id="an acronym that ends in S"),
        pytest.param("Qual a porta ABCY do BALCAO?", "**71**", "", id="glossed by another name"),
        pytest.param("Como o forno trata a brasa?", "abre a grade", "", id="below a curt definition"),
        pytest.param(
            "Em quanto tempo prescreve a falta de quem varre?", "**cento e oitenta dias**", "", id="one of each"
        ),
        pytest.param("Quanto pesa o pão de forma?", "15 kg, não 10", "", id="and not"),
        pytest.param("Em que ano saiu a edição 4.1 do livro?", "**2007**", "2005", id="a number that names"),
        pytest.param("Dê um exemplo de peça primária", "rolo de abrir", "", id="a name in the plural"),
        pytest.param("Em que porta roda o FORNOX?", "**8080**", "", id="runs on"),
        pytest.param("A Bolacha é que tipo de arte da mesa?", "seco", "milho", id="one of several in a row"),
        pytest.param("Qual a diferença entre sovar e descansar uma massa?", "massa pronta", "bolo", id="verbs"),
    ],
)
def test_what_is_claimed(library: Library, question: str, told: str, untold: str) -> None:
    said = claimed(library, question)
    assert told in said
    assert not untold or untold not in said


def test_what_differs_is_told_by_the_next_sentence(tmp_path_factory: pytest.TempPathFactory) -> None:
    with open_note(tmp_path_factory.mktemp("moinho"), NOTE) as tutor:
        assert "vai em sacos" in tutor.ask("Como muda o trato da farinha do moinho para a loja?").text


def test_what_does_a_thing_is_an_example_of_it(library: Library) -> None:
    with_example = answer_from_notes(read_question("Dê um exemplo de fermento que estraga em uma semana"), library)
    assert "o fresco estraga" in with_example.answer.text
    assert with_example.answer.question == "Dê um exemplo de fermento que estraga em uma semana"


def test_a_name_of_the_same_sort_takes_its_place() -> None:
    asked = read_in_conversation("e a de ABCY?", ["Qual a porta ABCX do BALCAO?"])[0]
    assert asked.text == "Qual a porta ABCY do BALCAO?"


def test_an_amount_asked_within_a_question_counts_nothing() -> None:
    assert read_question("Que regra ajuda a decidir quantos pães assar?").kind is not QuestionKind.COUNT
    assert read_question("quantos pães o forno assa?").kind is QuestionKind.COUNT


def test_letters_with_full_stops_end_no_sentence() -> None:
    text = "Folha lisa (a.k.a. lençol) é fina. Outra frase."
    assert [text[slice(*span)] for span in split_sentences(text)] == [
        "Folha lisa (a.k.a. lençol) é fina.",
        "Outra frase.",
    ]


def test_a_conjunction_in_capitals_is_an_acronym_behind_an_article() -> None:
    assert stems("guardar na OU") == ["guard", "ou"]
    assert stems("pão OU bolo") == ["pao", "bolo"]
    assert "ou" not in read_question("É pão OU bolo?").names


def test_what_one_member_lists_is_not_the_list_asked_for(library: Library) -> None:
    asked = inquire(read_question("Quais são os tipos de loja que há na vila?"), library)
    members = [e for e in asked.evidence if e.text.startswith("loja ")]
    (warm,) = (e for e in members if "morna" in e.text)
    assert [claim.text for claim in list_around(asked, warm, members)][1:] == ["loja quente", "loja morna", "loja fria"]


def test_what_returns_is_no_list(library: Library) -> None:
    asked = inquire(read_question("Quais são as passagens?"), library)
    (told,) = (e for e in asked.evidence if e.text.startswith("passagens"))
    assert not [group for group in groups_of(told) if group.is_set]


def test_a_factorial_ends_no_sentence() -> None:
    text = "Com repetição n!/(a!b!) -> 6!/(3!2!) = 60. Pare! Outra."
    assert [text[first:last] for first, last in split_sentences(text)] == [text[:42], "Pare!", "Outra."]


def test_a_proposition_is_not_spelled_out() -> None:
    assert read_question("p -> q equivale a q -> p?").text == "p -> q equivale a q -> p?"
    assert read_question("o q é p?").text == "o que é p?"


def test_the_same_alone_means_the_handout_before() -> None:
    assert find_same("4. Massa (pág. 25 da mesma)", ["apostila pao_07"]) == "apostila pao_07"
    assert find_same("o recheio da mesma massa, p. 3", ["apostila pao_07"]) is None


def test_what_is_denied_was_denied_before(tmp_path: Path) -> None:
    risen = "## Fermentados\n\nCrescem. Pães: broa, bisnaga e sonho.\n"
    flat = "## Não fermentados\n\nSão chatos. Pães: pita, sírio e tortilha.\n"
    note = f"# Pães\n\n{risen}\n{flat}"
    with open_note(tmp_path, note) as tutor:
        question = read_in_conversation("quais são os pães?", ["O que é pão não fermentado?"])[0]
        asked = inquire(question, tutor._library)
        risen_ones = [group for e in asked.evidence if "broa" in e.text for group in groups_of(e)]
        assert risen_ones
        assert not any(may_be_asked(asked, group) for group in risen_ones)
