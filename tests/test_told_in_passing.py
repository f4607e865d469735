"""What lines tell in passing: who made a thing, what brackets and counts hold, what a sentence sets apart."""

from pathlib import Path

import pytest
from one_note import claimed, open_note

from tutor.answering.evidence import Library
from tutor.answering.extractive import answer_from_notes, inquire, propose
from tutor.answering.groups import groups_of
from tutor.answering.likelihood import Candidate
from tutor.answering.members import is_member
from tutor.answering.namesakes import nearer_namesake
from tutor.answering.ordinals import lacks_place
from tutor.answering.question import read_question
from tutor.answering.refusals import is_left_open

NOTE = """\
# Olaria

* KZR - Konstrukt Zehn Rand (antes Ring) -> Prado, Gil e Katz, Ouro, 1988 (livro de bolso)
* cinzel -> Almada, anos 60; risca o barro
* medida da roda - McLobo, 1976 -> M(R) = A - B
* história: Rita Telha, primeiro forno (1912); VIDRON, Ana Braga/OLA (1957); GLAZ, Tom Reis (1972)
* massa crua / fila -> ordem de chegada; efeito corda (peças curtas atrás de uma longa)
* secagem curta custa 4 voltas de torno (abre peça, fecha peça, abre forno, fecha forno)
* etapas do plano: (1) turma; (2) **EPB**, Estudo Prévio do Barro; (3) tarefa
* 4+1 faces da peça -> { lisa, funda, larga, curta } + avesso (lado que ninguém vê)
* voltas do torno velho { parada, meia } + inteira, as outras vêm delas
* peças do torno novo { prato, eixo } (+ pedal)
* glasura fria -> brilho sem fogo que a vila usa na feira; termo de Noel Brasa, 1999
* enfeites que vêm junto { Asa, Tampa Dupla, Bico }
* zelo é diferente de zeladoria, que é a guarda das peças da vila
* carta da vila -> 1901, Serra (Praia), 17 nomes, 3 lemas e 12 regras
	* barro bom vale mais que forno caro e lenha seca da serra
	* peça lisa vale mais que peça grande e cara da praia
	* mão firme vale mais que torno novo e roda larga do sul
	* ! não diz que o resto nada vale
* selo da guilda (Ola, 2003): 3 graus, do C ao A
	* C iniciante, B oficial, A mestre
* ferramentas { lixa, prego }; na feira o `zap` limpa o balcão
* classes de vaso
	* X -> 0 a 127 no fundo, 8 (útil de 1 a 126)
	* Y -> 128 a 191, 16
	* Z -> 192 a 223, 24
* trinco -> lasco -> quebra
	* trinco/risco (risk) -> ação da mão
	* lasco (chip, flake) -> falta de um pedaço
	* quebra (break) -> perda da peça inteira
* bacia -> 20 litros sem tampa, máximo 60
* feira de 1950: 1º jarra, 2º pote, 3º talha
* guilda de Minas: Pedro Alvo, Rita Zabumba, livro de 1994
* VIDRON foi feito em linguagem de vila
* a LENTA é da casa de Ouro: Riscar, Abrir, Molhar e Queimar.
* medidas por voltas
	* BTZ (banco de terra zelada) -> guardado fora, por outro dono -> 5 / 7 / 10
	* CQV -> dentro da vila -> 3 / 4 / 6

ZERAL 2019: norma de vila publicada pela guilda

* regras de partilha
	* metade para quem planta
	* metade para quem rega
	* sobra para a vila
* modelo da casa: jarro <-> cuia, prato <-> pires, bule <-> xícara
"""


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("quem são os pais do KZR?", "**Prado, Gil e Katz**", "Almada"),
        ("quem inventou o cinzel?", "**Almada**", "Prado"),
        ("quem propôs a medida da roda?", "**McLobo**", "Almada"),
        ("quem criou o GLAZ?", "**Tom Reis**", "**Ana"),
        ("em que ano surgiu o VIDRON?", "**1957** — VIDRON, Ana Braga/OLA", "1912"),
        ("o que é o efeito corda?", "**efeito corda**: peças curtas atrás de uma longa", "ordem"),
        ("quais as 4 voltas de torno da secagem curta?", "abre peça; fecha peça; abre forno; fecha forno", "larga"),
        ("o que significa EPB?", "**EPB**: Estudo Prévio do Barro", "turma"),
        ("quais são as faces da peça?", "lisa; funda; larga; curta; avesso", "Asa"),
        ("quais as voltas do torno velho?", "parada; meia; inteira", "lixa"),
        ("quais as peças do torno novo?", "prato; eixo; pedal", "lixa"),
        ("quem cunhou o nome da glasura fria?", "**Noel Brasa**", "Prado"),
        ("quais são as cores da tampa dupla?", "", "Bico"),
        ("o que é zeladoria?", "**zeladoria**: a guarda das peças da vila", "Ola"),
        ("quais são os 3 lemas da carta da vila?", "mão firme vale mais que torno novo", "não diz"),
        ("quais os três graus do selo da guilda?", "C iniciante, B oficial, A mestre", "lixa"),
        ("ferramenta pra limpar o balcão na feira", "zap limpa o balcão", "**ferramentas**"),
        ("liste as classes de vaso com o fundo de cada uma", "**Z**: 192 a 223", "lixa"),
        ("diferença entre risco, lasco e quebra", "perda da peça inteira", "avesso"),
        ("quais as etapas da LENTA?", "Riscar; Abrir; Molhar; Queimar", "preparo"),
        ("qual o tamanho máximo da bacia?", "**60**", "**20"),
    ],
)
def test_what_is_told_in_passing_is_found(library: Library, question: str, said: str, unsaid: str) -> None:
    answer = claimed(library, question)
    assert said in answer
    assert unsaid not in answer


def test_what_goes_both_ways_is_no_list(library: Library) -> None:
    assert "jarro <" not in claimed(library, "quais são os modelos da casa?")


def test_all_three_things_are_compared(library: Library) -> None:
    claims = propose(inquire(read_question("diferença entre risco, lasco e quebra"), library)).claims
    assert [claim.evidence[0].text.split("->")[0].strip() for claim in claims] == [
        "trinco/risco (risk)",
        "lasco (chip, flake)",
        "quebra (break)",
    ]


@pytest.mark.parametrize(
    ("asked", "lacking"),
    [("qual foi o 4º lugar da feira?", True), ("qual foi o 2º lugar da feira?", False), ("como foi a feira?", False)],
)
def test_a_place_beyond_those_told_is_not_known(asked: str, *, lacking: bool) -> None:
    assert lacks_place(asked, "feira de 1950: 1º jarra, 2º pote, 3º talha") is lacking


@pytest.mark.parametrize(
    ("beginning", "open_"), [("história: Rita", True), ("VIDRON foi feito em", False)], ids=["none", "one"]
)
def test_a_language_is_not_told_by_a_line_that_names_none(library: Library, beginning: str, *, open_: bool) -> None:
    inquiry = inquire(read_question("o VIDRON é escrito em que linguagem?"), library)
    told = next(evidence for evidence in inquiry.evidence if evidence.text.startswith(beginning))
    assert is_left_open(inquiry, [], told) is open_


@pytest.mark.parametrize(("edition", "known"), [("2019", True), ("2020", False)])
def test_the_edition_that_a_note_defines_goes_without_saying(library: Library, edition: str, *, known: bool) -> None:
    inquiry = inquire(read_question(f"quais são as regras de partilha da ZERAL {edition}?"), library)
    rule = next(e for e in inquiry.evidence if e.text == "metade para quem planta")
    assert inquiry.carries_names(rule) is known


def test_a_surname_is_no_thing_that_was_made(library: Library) -> None:
    assert not answer_from_notes(read_question("quem criou a Zabumba?"), library).answer.answered


@pytest.mark.parametrize(
    ("question", "of_member"),
    [
        ("quais os pesos do BTZ em medidas por voltas?", True),
        ("quais as medidas por voltas?", False),
        ("quais são as cores da tampa dupla?", None),
    ],
)
def test_what_is_asked_of_a_member_is_not_answered_by_its_list(
    library: Library, question: str, *, of_member: bool | None
) -> None:
    inquiry = inquire(read_question(question), library)
    label = "enfeites que vêm junto" if of_member is None else "medidas por voltas"
    groups = (group for evidence in inquiry.evidence for group in groups_of(evidence))
    group = next(group for group in groups if group.label == label)
    assert is_member(inquiry, group) is (of_member is not False)


def test_a_plain_name_is_not_exchanged_for_one_of_a_place_that_bears_it_too(tmp_path: Path) -> None:
    text = "# Vila\n\n* forno -> casa de queimar o barro\n* regras do forno\n\t* forno -> aceso ao meio-dia\n"
    with open_note(tmp_path, text) as tutor:
        inquiry = inquire(read_question("O que é um forno?"), Library(tutor.index))
        plain, placed = sorted((e for e in inquiry.evidence if e.statement.definition), key=lambda e: e.key)
        likely = [Candidate(plain, 0.9, is_claimed=True), Candidate(placed, 0.1, is_claimed=False)]
        assert nearer_namesake(inquiry, likely)[0].evidence is plain
