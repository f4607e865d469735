"""What brackets, numbers and signs tell of a name: whose a value is, what it may be, and of what a list is."""

import pytest
from one_note import claimed

from tutor.answering.answer import answer_question
from tutor.answering.claims import Claim, Proposal
from tutor.answering.continuations import answered_whole
from tutor.answering.conversation import read_in_conversation
from tutor.answering.evidence import Library
from tutor.answering.extractive import _is_exact, _named_better, inquire, propose
from tutor.answering.frames import QuestionKind
from tutor.answering.likelihood import Candidate
from tutor.answering.question import read_question, split_pair
from tutor.answering.signals import signals_of
from tutor.notes.members import braced_sets, enumeration
from tutor.notes.statements import read_statement
from tutor.types import Form

NOTE = """\
# Vila do Forno

- Lei 12.345/2019 (LVF) -> publicada em 2019, trata da vila
	- modos (art. 28) de venda { balcão, leilão, troca }
	- selo: SLV (Serviço da Lenha da Vila, sede na 2ª rua) guarda a lenha seca.
- ferramentas da vila -> Torno (9090, gira por pedal), Grelha (3030), Roda (7070 rápida)
- Balança (2121), Peneira (2323) -> servidores da vila
- MOLDE -> padrão da vila desde 1906; BARRA (Guilda, 1916) -> peça sem molde
- Forno (Ana Brasa, 1905) -> assa a peça inteira
- SINO -> leve, de bronze, TCP 1883 (8883 com selo)
- ! os nomes das peças variam por autor
- peças da vila -> 14 no total, 7 + 7
	- do torno (secas)
	- do molde (úmidas)
- marcas { fogo, água } + { terra, vento } usadas no barro
- lineares (sem molde)
	- jarro -> vaso de boca larga
	- pote -> vaso de boca estreita
- taxa de quebra, tempo de secagem -> qualidade
- ex: 40 peças na semana, 4 rachadas -> quebra de 10%
- conceitos de ordem
	- interna -> cabe no forno; externa -> fica no pátio, usa sombra
	- boa para ordem externa: a sombra
- RST (Registro de Secagem e Têmpera)
	- tipo 1 apaga o registro, tipo 2 cria um novo, tipo 3 guarda o velho
- comandos: `lista-x` mostra peças na fila

## Coleta

VPF (Via Pública do Forno, rua da vila) é uma rua larga que leva a lenha até o forno.

O AF (Armazém Frio, na casa 51) dá abrigo, mas não dá calor. O EF (Espaço Fechado, na casa 50) dá tudo isso e calor.

**Amassa**: mistura o barro com água. Normalmente é a etapa mais demorada.

**Medidas**: somáveis (somam em todas as peças, ex: peso seco), parciais (não somam no tempo, ex: saldo) e fixas.

`==` em peças compara a cor. `igual()` compara o peso.

```java
mostra(a == b);
```

## Balsa

Só usa UDP, em geral na 51820, e leva barro do rio. A Balsa separa o barro da areia por peneiras. Separa, mas não lava.

## Acúmulo

A regra é a proibição. Exceções, se houver tempo:

1. dois turnos de oleiro;
2. um de oleiro com outro de forneiro;
3. dois turnos de forneiro, com descanso.

## Deveres expressos

São três:

- zelo: cuidar da peça da vila
- ordem: seguir a fila da vila
- silêncio: calar perto do forno

Há ainda os tácitos, como limpar a bancada e guardar a lenha.
"""


def test_brackets_with_commas_do_not_hide_what_a_thing_is() -> None:
    told = read_statement("VPF (Via Pública do Forno, rua da vila) é uma rua larga da vila.")
    assert (told.form, told.definition) == (Form.COPULA, "uma rua larga da vila.")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("O AF (Armazém Frio, casa 51 da vila) dá abrigo.", None),
        ("O forno (casa de tijolo em que se assa) esfria.", Form.ASIDE),
    ],
)
def test_what_an_acronym_is_short_for_does_not_define_it(text: str, form: Form | None) -> None:
    assert read_statement(text).form is form


def test_what_is_compared_is_told_in_sentences(library: Library) -> None:
    said = claimed(library, "qual a diferença entre AF e EF?")
    assert "não dá calor" in said
    assert "dá tudo isso" in said


@pytest.mark.parametrize(
    "question",
    [
        "em que ano surgiu o SINO?",
        "em que mês de 1905 surgiu o forno da Ana Brasa?",
        "quem criou o MOLDE?",
    ],
)
def test_what_is_told_of_another_is_no_answer(library: Library, question: str) -> None:
    assert not answer_question(question, library).answered


def test_an_author_who_is_not_named_made_nothing(library: Library) -> None:
    assert claimed(library, "quem criou as peças?") == ""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("porta padrão da Grelha", "**3030**"),
        ("qual a porta da Peneira?", "**2323**"),
        ("qual a porta da Balança?", "**2121**"),
        ("qual a porta da Balsa?", "**51820**"),
        ("quantas peças da vila existem no total?", "**14**"),
        ("quais marcas o barro tem?", "vento"),
        ("me dá um exemplo da taxa de quebra", "40 peças"),
        ("peso seco é que tipo de medida?", "somáveis"),
        ("qual etapa demora mais?", "**Amassa**: mistura o barro"),
        ("qual a diferença de == e igual?", "== em peças compara a cor"),
        ("o jarro é de qual grupo de métodos?", "**lineares (sem molde)**"),
        ("jarro e pote são tipos de quê?", "vaso de boca estreita"),
        ("quais turnos dá pra acumular?", "um de oleiro com outro"),
    ],
)
def test_brackets_numbers_and_signs_tell(library: Library, question: str, said: str) -> None:
    assert said in claimed(library, question)


def test_a_maker_right_behind_a_name_is_sure(library: Library) -> None:
    question = read_question("quem criou o BARRA?")
    assert _is_exact(question, propose(inquire(question, library)))


def test_both_of_two_named_in_one_line_are_compared_by_it(library: Library) -> None:
    said = claimed(library, "qual a diferença entre ordem interna e externa?")
    assert "fica no pátio" in said
    assert "boa para" not in said


@pytest.mark.parametrize(("number", "told"), [("6", False), ("2", True)])
def test_a_thing_of_another_number_is_not_told(library: Library, number: str, told: bool) -> None:
    inquiry = inquire(read_question(f"o que faz o RST tipo {number}?"), library)
    (line,) = (evidence for evidence in inquiry.evidence if "tipo 1" in evidence.text)
    (signals,) = signals_of(inquiry, Proposal(), [line])
    assert (signals["number missing"] > 0) is not told


def test_the_law_that_a_note_begins_with_goes_without_saying_below(library: Library) -> None:
    said = claimed(library, "quais são os modos de venda da Lei 12.345/2019?")
    assert said.startswith("**modos (art. 28) de venda**: balcão")


def test_a_sentence_with_every_word_is_said_before_a_list_that_lacks_one(library: Library) -> None:
    inquiry = inquire(read_question("quais são os deveres tácitos?"), library)
    listed = next(evidence for evidence in inquiry.evidence if "zelo" in evidence.text)
    told = next(evidence for evidence in inquiry.evidence if "tácitos" in evidence.text)
    claims = [Claim("zelo", (listed,), item=True, certainty=0.9)]
    likely = [Candidate(told, 0.6, is_claimed=False), Candidate(listed, 0.3, is_claimed=True)]
    assert _named_better(inquiry, claims, likely) is told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("quanto maior o forno maior o calor?", QuestionKind.YES_NO),
        ("depois que a peça seca ela é pintada no pátio?", QuestionKind.YES_NO),
    ],
)
def test_how_a_question_is_put(text: str, kind: QuestionKind) -> None:
    assert read_question(text).kind is kind


def test_a_command_is_asked_for_by_what_it_does() -> None:
    question = read_question("comando pra ver quais peças estão na fila")
    assert (question.attribute, question.value) == ("comando", None)


def test_what_goes_on_from_a_sentence_is_told_with_it(library: Library) -> None:
    inquiry = inquire(read_question("a Balsa lava o barro que separa da areia?"), library)
    line = next(evidence for evidence in inquiry.evidence if "peneiras" in evidence.text)
    assert [claim.text for claim in answered_whole(Claim(line.text, (line,)))][1:] == ["Separa, mas não lava."]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("a chave do emissor e a do receptor", ("emissor", "receptor")),
        ("ciclo de vida do vaso e do pote", ("ciclo de vida do vaso", "do pote")),
    ],
)
def test_the_same_of_two_owners_is_compared_by_owner(text: str, pair: tuple[str, str]) -> None:
    assert split_pair(text) == pair


def test_a_set_is_called_by_all_before_its_brace() -> None:
    assert [held.label for held in braced_sets("modos (art. 28) { balcão, leilão }")] == ["modos (art. 28)"]


def test_brackets_do_not_lengthen_what_is_listed() -> None:
    listed = "somáveis (somam em todas as peças da vila, ex: peso), parciais (não no tempo, ex: saldo) e fixas"
    assert len(enumeration(listed)) == len(("somáveis", "parciais", "fixas"))


@pytest.mark.parametrize(
    ("question", "focus"),
    [("quais cores ainda estão em uso?", "cores ainda estão em uso VPF"), ("quais as cores do sino?", "")],
)
def test_what_leaves_open_of_what_it_asks_may_be_of_what_was_asked_before(question: str, focus: str) -> None:
    readings = read_in_conversation(question, ["o que é a VPF?"])
    assert [reading.focus for reading in readings[1:]] == [focus][: bool(focus)]
