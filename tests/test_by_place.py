"""What is said of a thing is told by where it stands: below which type, among whose examples, in whose row."""

from collections.abc import Iterator

import pytest
from one_note import open_note

from tutor.answering.evidence import Library
from tutor.answering.extractive import _lists_others, answer_from_notes, inquire, propose
from tutor.answering.question import read_question

NOTE = """\
# Jardinagem

- solos
\t- tipo 1: terra fértil de várzea
\t\t- adubo: torta de mamona
\t\t- ex: canteiro de alface
\t- tipo 2: terra arenosa de praia
\t\t- adubo: composto de folhas
\t\t- ex: canteiro de cacto
- Estilos
\t- inglês
\t\t- usa cerca viva
\t\t- elementos: gramado, lago, bosque
\t- francês
\t\t- elementos: topiaria, chafariz, espelho

- mudas
	- próprias: nascem no viveiro
		- ex: boldo
	- impróprias: vêm de fora
		- ex: pinus (praga)
- Vaso: de barro e de fibra
	- barro
	- fibra

- hastes
	- **enxertia**: garfagem (de topo, de fenda) e borbulhia
		- cunha = corte em bisel
		- placa = pedaço de casca
- canteiro de apoio
	- práticas:: { regar em par, cobrir o solo, podar cedo }
- O dono tem direito a colher cedo e ser ouvido. Já os deveres são regar, capinar, adubar e zelar pela horta.
- O cedro caiu em 476, quando o rio subiu.
- A mistura tem três partes, a areia com peso de 60%, o BX com 30% e o húmus com 10%.

| tipo | espiral | taça |
|---|---|---|
| forma | volta | copo |
| uso | parede | vaso |

| lugar | samambaias | liliáceas |
|---|---|---|
| sombra | sim | não |
| varanda | sim | sim |

| planta | rega |
|---|---|
| xaxim | manhã e noite |

samambaias: folha dividida, esporos. ex: avenca, xaxim

liliáceas: bulbo, flor de três partes. ex: tulipa, lírio

| paisagista | país | obra |
|---|---|---|
| Burle Marx | Brasil | Aterro do Flamengo |
| Le Nôtre | França | Versalhes |

Q: o canteiro elevado é de quem?
A: Jekyll criou, Robinson divulgou

P: estaca x alporque
R: a estaca sai cortada, mais barata. O alporque enraíza no galho.

o modelo do canteiro redondo (Jekyll), canteiro em nível (Olmsted)

## Podas de plantas

- poda de limpeza: tira galho seco
- só a roseira aceita poda drástica
- meses que não se poda: maio e junho
- geada
- sequência: desbaste → corte → cicatrização → adubação
+ cuidados obrigatórios 1 a 3
\t1 luva
\t2 tesoura afiada
\t3 cicatrizante

## Medidas

- proporções
	- 1 balde = 10 regas
	- 1 rega = 2 copos

- meia-sombra: de três a quatro horas de sol por dia
- orquídea: gosta de vaso de barro
- cada broto perde 15% da água, cada folha 20%
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("um exemplo de terra arenosa de praia?", "**tipo 2**: terra arenosa de praia: canteiro de cacto"),
        ("topiaria é de qual estilo", "**elementos** (francês): topiaria; chafariz; espelho"),
        ("a tulipa é samambaia ou liliácea?", "**liliáceas**: tulipa; lírio"),
        ("quem criou Versalhes?", "**Le Nôtre** — **Le Nôtre**: país: França; obra: Versalhes"),
        (
            "regar em par é prática de qual canteiro?",
            "**práticas** (canteiro de apoio): regar em par; cobrir o solo; podar cedo",
        ),
        ("exemplo de muda própria", "**próprias**: boldo"),
        (
            "de quem é o modelo do canteiro em nível?",
            "**Olmsted** — o modelo do canteiro redondo (Jekyll), canteiro em nível (Olmsted)",
        ),
        ("quem criou o canteiro elevado?", "**Jekyll** — o canteiro elevado é de quem: Jekyll criou"),
        ("toda planta aceita poda drástica?", "**Não** — Podas de plantas — só a roseira aceita poda drástica"),
    ],
    ids=[
        "example",
        "estilo",
        "example of a side",
        "row",
        "practice of",
        "generic word",
        "brackets",
        "answer of the student's",
        "every",
    ],
)
def test_one_thing_is_told(library: Library, question: str, said: str) -> None:
    assert [claim.text for claim in propose(inquire(read_question(question), library)).claims] == [said]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("qual adubo vai na terra arenosa de praia", "composto de folhas"),
        ("em que meses não se faz poda?", "maio e junho"),
        ("sequência das podas de plantas", "desbaste; corte; cicatrização; adubação"),
        ("cuidados obrigatórios quais são?", "tesoura afiada"),
        ("quantos % da água perde cada folha", "cada folha 20%"),
        ("o que o vaso inclui?", "fibra"),
        ("o xaxim quer rega de manhã ou noite?", "manhã e noite"),
        ("espiral x taça", "forma**: espiral: volta; taça: copo"),
        ("quais os direitos do dono", "O dono tem direito a colher cedo"),
        ("em que ano caiu o cedro?", "O cedro caiu em 476"),
        ("qual o peso do BX na mistura", "30%"),
        ("diferença entre estaca e alporque", "O alporque enraíza no galho"),
        ("quais as proporções", "1 rega = 2 copos"),
    ],
    ids=[
        "namesake below another",
        "label that begins as the question",
        "chain",
        "lines below a bullet",
        "percent",
        "what it holds",
        "row of both",
        "columns",
        "rights and duties",
        "early year",
        "number behind another",
        "both in a card",
        "equations",
    ],
)
def test_what_stands_nearest_is_told(library: Library, question: str, said: str) -> None:
    assert said in answer_from_notes(read_question(question), library).answer.text


def test_what_is_told_of_another_is_not_told(library: Library) -> None:
    assert not answer_from_notes(read_question("qual a meia-sombra da orquídea?"), library).answer.answered


@pytest.mark.parametrize(("question", "others"), [("enxertia se divide em quê", True), ("o que o vaso inclui?", False)])
def test_a_definition_may_list_others_than_stand_below(library: Library, question: str, *, others: bool) -> None:
    head, *below = propose(inquire(read_question(question), library)).claims
    assert _lists_others(head.evidence[0], below) is others


def test_a_table_of_two_things_gives_way_to_what_they_are(library: Library) -> None:
    told = answer_from_notes(read_question("samambaias x liliáceas"), library).answer.text
    assert "esporos" in told
    assert "bulbo" in told
    assert "sim" not in told


ORCHARD = """\
# Pomar

- enxertar
	- técnica de corte
	! desvantagens
		- racha o galho
		- pede prática
- crenças
	- a rega é grátis
	- o sol é eterno
- Poda simples
	- M = corte (1 · n)
	- crescimento em leque
- Poda composta
	- M = corte dobrado
- Canteiro NORTE
	- qtd:: 14
	- nome:: alinhado
- Canteiro SUL
	- qtd:: 5

## Rega

P: Tipos de rega
R: são três. A de gota molha a raiz; a de bico molha a folha; a de sulco molha a linha.

O bico aceita água limpa, o sulco não
GOTA só molha a raiz, quem cobre a linha é a manta
"""


@pytest.fixture(scope="module")
def orchard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_note(tmp_path_factory.mktemp("orchard"), ORCHARD) as tutor:
        yield Library(tutor.index)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("quais as desvantagens de enxertar", ["pede prática"]),
        ("quais são as crenças", ["a rega é grátis", "o sol é eterno"]),
        ("crescimento em leque é de poda simples ou composta?", ["**poda simples**"]),
        ("quais os tipos de rega?", ["a de sulco molha a linha"]),
        ("GOTA cobre a linha?", ["GOTA só molha a raiz"]),
    ],
    ids=[
        "below a sign",
        "sentences",
        "place of a choice",
        "card that counts",
        "line of its own",
    ],
)
def test_the_orchard_is_told(orchard: Library, question: str, said: list[str]) -> None:
    told = answer_from_notes(read_question(question), orchard).answer.text
    assert all(words in told for words in said), told
    assert "limpa" not in told


def test_a_total_is_that_of_what_it_stands_below(orchard: Library) -> None:
    claims = propose(inquire(read_question("quantas mudas no canteiro SUL"), orchard)).claims
    assert [claim.text for claim in claims] == ["**5**. **qtd**: 5"]
