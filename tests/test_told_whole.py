"""Answers that need the note as a whole: what goes without saying in it, and sentences told to their end."""

from collections.abc import Iterator

import pytest
from one_note import open_note

from tutor.answering.answer import answer_question, respell
from tutor.answering.claims import Claim, Proposal
from tutor.answering.evidence import Library
from tutor.answering.extractive import answer_from_notes, inquire, propose
from tutor.answering.likelihood import Candidate, Judgement
from tutor.answering.question import read_question
from tutor.types import Answer, Turn

NOTE = """\
# Feiras livres (Lei 7.321)

* norma F5 -> regula as barracas da F5; a F5 vale para todas
* barraca da F5 -> estrutura desmontável; altura de até 3 m é o limite comum
* tipos de licença { comum, especial, provisória }
* valor -> quanto vale o ponto
* rodízio: troca de pontos entre feirantes; o novato fica sem vaga; ex: sorteio de maio
* fiscal da F5 -> confere as licenças
* conselho: 5 membros, mandato de 4 anos
* montagem { içar, fixar } -> feita de madrugada
* hortelã miúda -> erva fina da F5
* fretes a pagar = fretes feitos
	* processados -> pesados
	* não processados -> só anotados
* Amostra
	* parte da colheita
	* tipos pesados: por cesta, por fileira, por sorteio
	* estufa
* pesagem
\t* p. 7 da apostila feira_01 (balança conferida no almoxarifado)

Há duas cores de toldo. O azul marca as frutas. O verde marca as verduras.

## Toldo

P: Quem monta?
R: o feirante

P: o que é?
R: lona que cobre a barraca

## Turnos

| turno | começo | sobremesa |
| --- | --- | --- |
| manhã | 6 h | verdura |
| noite | 18 h | pastel |
"""


@pytest.fixture(name="library", scope="module")
def _library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_note(tmp_path_factory.mktemp("whole"), NOTE) as tutor:
        yield Library(tutor.index)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("o que é barraca da F5?", "3 m é o limite", id="definition-with-all-its-clauses"),
        pytest.param("quais os tipos de licença da F5?", "provisória", id="name-that-the-whole-note-is-about"),
        pytest.param("o que é valor segundo a lei das feiras?", "quanto vale", id="general-word-asked-first"),
        pytest.param("dê um exemplo de rodízio", "sorteio de maio", id="example-beside-a-denial"),
        pytest.param("quais são as cores de toldo?", "verde", id="sentences-that-one-counts"),
        pytest.param("quanto tempo dura o mandato dos membros do conselho?", "**4 anos**", id="a-time-and-no-number"),
        pytest.param("quais as sobremesas dos turnos?", "pastel", id="column-of-a-table"),
        pytest.param("o que é montagem?", "içar; fixar — feita de madrugada", id="set-before-its-definition"),
        pytest.param("fretes a pagar processados x não processados", "pesados", id="parent-of-both-said-first"),
        pytest.param("quais os turnos da lei 7321?", "noite", id="number-of-the-law-in-the-title"),
    ],
)
def test_the_note_as_a_whole_answers(library: Library, question: str, said: str) -> None:
    claims = propose(inquire(read_question(question), library)).claims
    assert said in " ".join(claim.text for claim in claims)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("quais sao as sequencias do cache?", "quais sao as sequências do cache?"),
        ("qual a difereça e um exmplo?", "qual a diferença e um exemplo?"),
    ],
    ids=["accents", "words of asking"],
)
def test_words_that_the_notes_lack_are_mended(library: Library, written: str, meant: str) -> None:
    assert respell(written, library) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [("ortelãmiúda", "ortelãmiúda"), ("hortelamiúda", "hortela miuda"), ("hortellamiuda", "hortela miuda")],
)
def test_words_written_as_one_are_parted(library: Library, written: str, meant: str) -> None:
    assert respell(f"e a {written}?", library) == f"e a {meant}?"


@pytest.mark.parametrize(("probability", "said"), [(0.9, "p. 7"), (0.4, "não respondem")])
def test_a_page_may_be_told_by_the_likeliest_sentence(
    library: Library, monkeypatch: pytest.MonkeyPatch, probability: float, said: str
) -> None:
    question = read_question("em que página guardam a balança?")
    inquiry = inquire(question, library)
    weighed = next(evidence for evidence in inquiry.evidence if evidence.block.pages)
    judged = Judgement((Candidate(weighed, probability, is_claimed=False),), probability)
    monkeypatch.setattr("tutor.answering.extractive.judge", lambda *_: judged)
    assert not propose(inquiry).claims
    assert said in answer_from_notes(question, library).answer.text


@pytest.mark.parametrize(
    ("question", "other", "said"),
    [
        pytest.param("tipos de amostra pesados", 0.8, True, id="says-all-that-is-asked"),
        pytest.param("liste a amostra", 0.2, True, id="far-likelier"),
        pytest.param("liste a amostra", 0.8, False, id="as-likely"),
        pytest.param("feitios da amostra", 0.8, True, id="sort-that-nothing-above-is-called"),
    ],
)
def test_a_list_inside_a_list_may_be_what_is_asked_for(
    library: Library, monkeypatch: pytest.MonkeyPatch, question: str, other: float, *, said: bool
) -> None:
    asked = read_question(question)
    above = next(e for e in inquire(asked, library).evidence if e.text == "Amostra")
    _, inner, beside = above.outline.children(above.block)
    claims = [Claim("**Amostra**:", (above,), certainty=0.9)]
    claims += [Claim(e.statement.label, (e,), item=True, certainty=0.9) for e in (inner, beside)]
    monkeypatch.setattr("tutor.answering.extractive.propose", lambda _: Proposal("list_likeliest", tuple(claims)))
    likely = (Candidate(inner, 0.9, is_claimed=True), Candidate(beside, other, is_claimed=True))
    monkeypatch.setattr("tutor.answering.extractive.judge", lambda *_: Judgement(likely, 0.9))
    assert ("por fileira" in answer_from_notes(asked, library).answer.text) is said


def test_a_card_that_only_asks_what_it_is_defines_what_stands_above(library: Library) -> None:
    claims = propose(inquire(read_question("o que é toldo?"), library)).claims
    assert [claim.text for claim in claims] == ["**Toldo**: lona que cobre a barraca"]


def test_a_follow_up_is_answered_by_what_it_names(library: Library) -> None:
    before = Turn("o que é norma F5?", Answer(question="o que é norma F5?", text=""))
    assert "barraca" in answer_question("e a barraca?", library, (before,)).citations[0].quote
