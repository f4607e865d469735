"""What is named after it is told, told below a title, listed in parts, or told apart by a sign or a number."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from one_note import claimed, open_note

from tutor.answering.claims import Claim
from tutor.answering.continuations import with_next
from tutor.answering.evidence import Library
from tutor.answering.extractive import inquire
from tutor.answering.frames import QuestionKind
from tutor.answering.groups import groups_of, may_be_asked
from tutor.answering.question import read_question
from tutor.answering.units import is_of_other_number
from tutor.answering.verdicts import decide
from tutor.notes.statements import read_statement
from tutor.types import Form

NOTE = """\
# Tear de pedal

Máquina de tecer para fios de lã e de linho, sem motor. Não é brinquedo.

## Quem tece

O mestre arma os fios, e o ajudante os passa. Os dois juntos são chamados de tecelões. O aprendiz só varre.

O pano se guarda dobrado e longe da luz. É o que se chama de repouso do pano.

## Partes do pano

São três, tiradas do livro da oficina: urdume, trama e ourela.

O urdume é o fio esticado ao comprido. O nó aqui é o defeito mais visto.

A trama é o fio que atravessa.

A ourela é a borda que não desfia.

## Papéis (5)

Por oficina: Mestre e Ajudante.
Por turno: Cardador, Fiandeiro, Tintureiro.

## Bases da oficina

As bases estão na parede e são quatro: o respeito ao fio, à lã e ao linho; a paciência de quem espera a tinta secar \
por completo; o silêncio; e a limpeza.

As bases do pátio são duas, e ninguém as lembra.

## Panos

O tear leva um pente de osso (segura os fios no lugar) e uma lançadeira. A tinta não depende do pano. Basta que \
a lã esteja limpa, que a água ferva ou que haja sal.

Os panos de urdume duplo pesam mais. Os de urdume simples rasgam cedo.

## Lãs

A oficina usa 60 lãs de 3 cores:

1. Cruas, 40 (caixa 6)
2. Tingidas, 20 (caixa 7)

## Nós

| Nó | Para que |
|---|---|
| a + b | prender a ponta |
| a ~ b | soltar a ponta |

- seda -> fio fino
- fio sem goma -> urdume de festa
- fio com goma, ponta de lã, goma -> urdume de lida do tear
- ponta de lã -> sobra de fio
- goma -> cola de farinha
- tipos de ponto { cruz, laço, cadeia }

Cada ponto tem três marcas: começo, meio e fim.

O livro traz 9 pontos: 4 de cruz, 3 de laço e 2 de cadeia.

## O tear grande

Rui Prado. Valores: madeira, ferro.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_note(tmp_path_factory.mktemp("tecelagem"), NOTE) as tutor:
        yield tutor._library


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("Quem são os tecelões?", "ajudante os passa", "só varre", id="both together"),
        pytest.param("O que é o repouso do pano?", "dobrado e longe da luz", "", id="what is called so"),
        pytest.param("O que é o tear de pedal?", "Máquina de tecer", "brinquedo", id="below the title"),
        pytest.param("Quais são as partes do pano?", "urdume; trama; ourela", "nó aqui", id="told again one by one"),
        pytest.param("Quais são os 5 papéis?", "Ajudante", "Por turno", id="listed in parts"),
        pytest.param("Quais são as bases da oficina?", "a limpeza", "pátio", id="counted, behind a colon"),
        pytest.param("O que é o pente de osso?", "**pente de osso**: segura os fios", "", id="brackets"),
        pytest.param("Quantas lãs tingidas a oficina usa?", "**20**", "**60**", id="amount of a sort"),
        pytest.param("Para que serve o nó a ~ b?", "soltar a ponta", "prender", id="signs"),
        pytest.param("Quem criou o tear grande?", "**Rui Prado**", "", id="a name alone"),
        pytest.param("Qual a diferença entre urdume duplo e simples?", "rasgam cedo", "borda", id="last words"),
        pytest.param("Qual a diferença entre seda comum e goma?", "fio fino", "", id="goes without saying"),
        pytest.param("O que é a ponta de lã do tear?", "sobra de fio", "", id="one of several"),
        pytest.param("Dê um exemplo de ponto que tem marcas", "", "começo; meio", id="what each has"),
    ],
)
def test_what_is_claimed(library: Library, question: str, told: str, untold: str) -> None:
    said = claimed(library, question)
    assert told in said
    assert not untold or untold not in said


def test_a_sentence_goes_on_without_its_subject(library: Library) -> None:
    asked = inquire(read_question("A tinta depende do pano?"), library)
    (told,) = [e for e in asked.evidence if e.text.startswith("A tinta não depende")]
    assert "que a água ferva" in with_next(Claim(told.text, (told,)))[-1].text


def test_what_is_only_counted_is_no_list_of_it(library: Library) -> None:
    asked = inquire(read_question("Quais são os pontos?"), library)
    groups = [group for e in asked.evidence if "9 pontos" in e.text for group in groups_of(e)]
    assert groups
    assert not any(may_be_asked(asked, group) for group in groups)


def test_a_conjunction_ends_no_name() -> None:
    assert read_statement("As bases estão na parede e são velhas regras da casa.").form is not Form.COPULA
    assert read_statement("As bases são velhas regras da casa.").form is Form.COPULA


def test_what_lacks_a_thing_is_not_what_has_it(library: Library) -> None:
    asked = inquire(read_question("Qual fio com goma serve ao urdume?"), library)
    assert not [e for e in asked.evidence if "sem goma" in e.text]
    assert [e for e in inquire(read_question("O que é fio sem goma?"), library).evidence if "sem goma" in e.text]


def test_a_number_joined_to_a_name_tells_it_apart(tmp_path: Path) -> None:
    with open_note(tmp_path, "# Nós\n\n- nó TEC2 -> 1990, de fita\n- nó TEC3 -> 1995, de corda\n") as tutor:
        asked = inquire(read_question("Em que ano saiu o nó TEC4?"), tutor._library)
        assert all(is_of_other_number(asked, e) for e in asked.evidence if "TEC" in e.text)
        asked = inquire(read_question("Em que ano saiu o nó TEC3?"), tutor._library)
        assert [is_of_other_number(asked, e) for e in asked.evidence if "TEC3" in e.text] == [False]


def test_a_bare_set_settles_nothing(library: Library, tmp_path: Path) -> None:
    with open_note(tmp_path, "# Oficina\n\n- peças\n\t- { roda de fiar, cardador, pente }\n") as tutor:
        asked = inquire(read_question("A roda de fiar é do cardador?"), tutor._library)
        assert not [claim for claim in decide(asked) if claim.text.startswith("**Sim**")]


def test_a_word_that_weighs_nothing_is_found_by_its_name(tmp_path: Path) -> None:
    with open_note(tmp_path, "# Palavras\n\n- `with` -> abre e fecha sozinho\n- `while` -> repete\n") as tutor:
        assert "abre e fecha" in tutor.ask("pra que serve o with?").text


SHOP = """\
# Ferraria 4

> [!info] Números
> São 34: 20 de corte e 14 de furo.

## Ferramentas

A casa guarda todas em ordem.

## O que significa MOLA?

- M: malho duro, bate e alisa
- O: olho aberto, vê e mede
- L: lima fina, raspa
- A: água fria, esfria

## Fogo

O livro diz que o mestre segue cinco regras. A primeira é o carvão seco. As outras são a água perto, o fole limpo, a \
porta aberta e o silêncio.

lei do fogo, 3 tipos de brasa:
viva (clara), morna (vermelha) e morta (cinza)

- regras do ferreiro
\t- as 3 de Rui Malho { carvão, fole, água }
\t- depois viraram 5: + porta, silêncio
- fole de mão -> serve ao forno 1.2 e ao forno 1.3
- têmpera -> esfria de uma vez
- recozido -> esfria aos poucos
- aço sem óleo na bancada -> enferruja
- mestre -> um por forja
- ajudante -> dois por bigorna
- marca feita pelos três irmãos: Ana Malho, Rui Tenaz e Eva Lima
- cunha -> pesa n!/[p!(n−p)!]
- rebite frio -> par p, logo q
- formas de rebite
\t- reto: p → q, q → r, logo r
\t- torto: p → s, s → t, logo t
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_note(tmp_path_factory.mktemp("ferraria"), SHOP) as tutor:
        yield tutor._library


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("Quantas ferramentas a ferraria 4 tem?", "**34**", id="number of what a callout stands in"),
        pytest.param("Quais são as letras do MOLA?", "L: lima fina", id="letters"),
        pytest.param("Quais são as cinco regras do mestre?", "o fole limpo", id="the first, the others"),
        pytest.param("Quais são os tipos de brasa da lei do fogo?", "morna (vermelha)", id="on the next line"),
        pytest.param("Qual a diferença entre têmpera e recozido na bancada?", "aos poucos", id="where"),
        pytest.param("diference between têmpera and recozido pfv", "aos poucos", id="typing error"),
        pytest.param("Quantos ajudante tem a forja?", "**dois por bigorna**", id="per"),
        pytest.param("Quem foram os criadores da marca?", "Eva Lima", id="several persons"),
        pytest.param("Quais são as formas de rebite?", "torto", id="formulas"),
        pytest.param("Quais são as 5 regras do ferreiro?", "porta, silêncio", id="added later"),
    ],
)
def test_what_is_claimed_of_the_shop(shop: Library, question: str, told: str) -> None:
    assert told in claimed(shop, question)


def test_please_in_shorthand_is_no_part_of_what_is_asked() -> None:
    assert read_question("diferença entre têmpera e recozido pfv").options == ("têmpera", "recozido")


def test_numbers_alone_are_no_sides_of_a_comparison(shop: Library) -> None:
    assert claimed(shop, "Qual a diferença entre os cortes do FOLE 1.2 e do FOLE 1.3?") == ""


def test_a_formula_needs_no_sign_of_equality(shop: Library) -> None:
    (told,) = [e for e in inquire(read_question("Qual a fórmula da cunha?"), shop).evidence if "cunha" in e.text]
    assert "formul" in told.own


def test_a_statement_of_several_words_is_asked_whether_it_holds() -> None:
    assert read_question("As regras do fogo seguem uma ordem fixa?").kind is QuestionKind.YES_NO
