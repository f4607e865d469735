"""Answers without a language model: each kind of question over small notes, refusals, and what every answer keeps."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.errors import QuestionError
from tutor.settings import Settings
from tutor.testing import FakeEmbedder
from tutor.tutor import Tutor
from tutor.types import Answer, PageKind, PageReference

LAW, CELL, NETWORK, ENGLISH, ODD = "direito/atos.md", "celula.md", "redes/servicos.md", "english.md", "odd.md"
NOTES = {
    LAW: """\
# Atos administrativos

* requisitos do ato { competência, finalidade, forma, motivo, objeto }
* autoexecutoriedade -> execução do ato sem ordem judicial; ex: interdição de um restaurante
\t* p. 12 da apostila direito_01
* anulação -> retirada do ato ilegal; pode ser feita pela administração ou pelo judiciário
\t* prazo de 5 anos para anular
* revogação -> retirada do ato válido por conveniência e oportunidade
\t* ! atos vinculados não podem ser revogados
* poder de polícia
\t* + protege o interesse coletivo
\t* limita direitos individuais
""",
    CELL: """\
# Célula

## Organelas

* mitocôndria -> organela que produz energia por respiração celular
* ribossomo -> organela que sintetiza proteínas
* lisossomo -> organela que digere partículas

## Membrana

* tipos de transporte
\t* passivo { difusão simples, difusão facilitada, osmose }
\t\t* não gasta energia
\t* ativo { bomba de sódio, endocitose }
\t\t* gasta ATP

## História

Robert Hooke observou células de cortiça em 1665. A teoria celular diz que todo ser vivo é formado por células.
""",
    NETWORK: """\
# Serviços de rede

| serviço | porta | transporte |
|---|---|---|
| SSH | 22 | TCP |
| DNS | 53 | UDP |
| HTTPS | 443 | TCP |

* Telnet -> acesso remoto sem criptografia
* LDAP -> diretório de usuários (porta 389)
* cliente de e-mail
\t* IMAP -> mantém as mensagens no servidor
\t* POP3 -> baixa as mensagens para o computador
\t\t* p. 7-9 da apostila redes_03
""",
    ENGLISH: """\
# Transactions

* atomicity -> all operations of a transaction happen, or none does
* durability -> committed data survives a crash
* isolation levels { read uncommitted, read committed, repeatable read, serializable }
* dirty read -> reading data that another transaction has not committed
""",
    ODD: """\
* etiqueta ativa -> escreve-se <script>alert(1)</script> na página
* rodapé -> marcado com [1] no texto e com [2](javascript:alert) no fim
""",
}


@pytest.fixture(scope="module")
def tutor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tutor]:
    """A tutor over `NOTES`, indexed once."""
    root = tmp_path_factory.mktemp("answering")
    for path, text in NOTES.items():
        (root / "vault" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "vault" / path).write_text(text, encoding="utf-8")
    chosen = Settings.load(vault=root / "vault", index=root / "index", data=root / "data")
    with Tutor.open(chosen, embedder=FakeEmbedder()) as opened:
        opened.sync()
        yield opened


def cited(answer: Answer) -> list[tuple[str, int]]:
    """Return the note and first line of each citation."""
    return [(citation.note, citation.first_line) for citation in answer.citations]


def check_promises(tutor: Tutor, answer: Answer) -> None:
    """Assert what holds for every answer: quotes verbatim at their lines, pages named there, markers 1 to n."""
    assert answer.answered == bool(answer.citations)
    shown = [int(n) for n in re.findall(r"(?<!\\)\[(\d+)\]", answer.text)]
    assert sorted(set(shown)) == [citation.n for citation in answer.citations]
    assert [citation.n for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    for citation in answer.citations:
        note = tutor.note(citation.note)
        assert citation.quote
        assert citation.quote in note.lines(citation.first_line, citation.last_line)
        for page in citation.pages:
            assert str(page.first) in note.lines(page.line, page.line)
            assert page.line in {citation.first_line, citation.first_line + 1}


STATED = [
    pytest.param(
        "O que é anulação?",
        "**anulação**: retirada do ato ilegal; pode ser feita pela administração ou pelo judiciário [1]",
        [(LAW, 6)],
        id="definition",
    ),
    pytest.param(
        "o que e mitocondria",
        "**mitocôndria**: organela que produz energia por respiração celular [1]",
        [(CELL, 5)],
        id="definition-without-accents",
    ),
    pytest.param(
        "O que é mitocondira?",
        "**mitocôndria**: organela que produz energia por respiração celular [1]",
        [(CELL, 5)],
        id="definition-with-letters-swapped",
    ),
    pytest.param(
        "What is a dirty read?",
        "**dirty read**: reading data that another transaction has not committed [1]",
        [(ENGLISH, 6)],
        id="definition-in-english",
    ),
    pytest.param(
        "O que diz a teoria celular?",
        "A teoria celular diz que todo ser vivo é formado por células. [1]",
        [(CELL, 19)],
        id="prose",
    ),
    pytest.param(
        "Explique poder de polícia",
        "**poder de polícia** [1]\n\n- protege o interesse coletivo [2]\n- limita direitos individuais [3]",
        [(LAW, 10), (LAW, 11), (LAW, 12)],
        id="overview",
    ),
    pytest.param(
        "Quais são os requisitos do ato?",
        "**requisitos do ato**: competência; finalidade; forma; motivo; objeto [1]",
        [(LAW, 3)],
        id="list-of-a-set",
    ),
    pytest.param(
        "Quais são as organelas?",
        "**Organelas**: [1]\n\n- mitocôndria [2]\n- ribossomo [3]\n- lisossomo [4]",
        [(CELL, 3), (CELL, 5), (CELL, 6), (CELL, 7)],
        id="list-below-a-heading",
    ),
    pytest.param(
        "What are the isolation levels?",
        "**isolation levels**: read uncommitted; read committed; repeatable read; serializable [1]",
        [(ENGLISH, 5)],
        id="list-in-english",
    ),
    pytest.param(
        "Quantos são os requisitos do ato?",
        "**5** — **requisitos do ato**: competência; finalidade; forma; motivo; objeto [1]",
        [(LAW, 3)],
        id="count-of-a-set",
    ),
    pytest.param(
        "Quantos tipos de transporte existem?",
        "**2** — **tipos de transporte**: [1]\n\n- passivo [2]\n- ativo [3]",
        [(CELL, 11), (CELL, 12), (CELL, 14)],
        id="count-of-children",
    ),
    pytest.param(
        "Dê um exemplo de autoexecutoriedade",
        "**autoexecutoriedade**: interdição de um restaurante [1]",
        [(LAW, 4)],
        id="example-after-ex",
    ),
    pytest.param(
        "Dê um exemplo de transporte passivo",
        "**passivo**: difusão simples; difusão facilitada; osmose [1]",
        [(CELL, 12)],
        id="example-from-a-set",
    ),
    pytest.param(
        "What is the difference between atomicity and durability?",
        "- **atomicity**: all operations of a transaction happen, or none does [1]\n"
        "- **durability**: committed data survives a crash [2]",
        [(ENGLISH, 3), (ENGLISH, 4)],
        id="comparison",
    ),
    pytest.param(
        "Osmose é transporte passivo ou ativo?",
        "**passivo** (tipos de transporte): difusão simples; difusão facilitada; osmose [1]",
        [(CELL, 12)],
        id="choice",
    ),
    pytest.param(
        "Endocitose é de qual tipo de transporte?",
        "**ativo** (tipos de transporte): bomba de sódio; endocitose [1]",
        [(CELL, 14)],
        id="category",
    ),
    pytest.param(
        "Como se chama a organela que sintetiza proteínas?",
        "**ribossomo**: organela que sintetiza proteínas [1]",
        [(CELL, 6)],
        id="name",
    ),
    pytest.param(
        "Atos vinculados podem ser revogados?",
        "**Não** — revogação — atos vinculados não podem ser revogados [1]",
        [(LAW, 9)],
        id="no-where-the-note-denies",
    ),
    pytest.param(
        "O transporte passivo gasta energia?",
        "**Não** — passivo — não gasta energia [1]",
        [(CELL, 13)],
        id="no-below-the-subject",
    ),
    pytest.param(
        "Motivo é requisito do ato?",
        "**Sim** — requisitos do ato: competência; finalidade; forma; motivo; objeto [1]",
        [(LAW, 3)],
        id="yes-member",
    ),
    pytest.param(
        "O poder de polícia não limita direitos?",
        "**Não** — poder de polícia — limita direitos individuais [1]",
        [(LAW, 12)],
        id="no-where-the-question-denies",
    ),
    pytest.param(
        "Telnet usa criptografia?",
        "**Não** — **Telnet**: acesso remoto sem criptografia [1]",
        [(NETWORK, 9)],
        id="no-without",
    ),
    pytest.param(
        "SSH usa a porta 22?", "**Sim** — **SSH**: porta: 22; transporte: TCP [1]", [(NETWORK, 5)], id="yes-cell"
    ),
    pytest.param(
        "O transporte ativo gasta ATP?",
        "**Sim** — ativo — gasta ATP [1]",
        [(CELL, 15)],
        id="yes-below-the-subject",
    ),
    pytest.param(
        "Qual a porta do HTTPS?", "**443** — **HTTPS**: porta: 443; transporte: TCP [1]", [(NETWORK, 7)], id="cell"
    ),
    pytest.param(
        "Qual o transporte do DNS?",
        "**UDP** — **DNS**: porta: 53; transporte: UDP [1]",
        [(NETWORK, 6)],
        id="cell-of-another-column",
    ),
    pytest.param(
        "Que serviço usa a porta 443?",
        "**HTTPS** — **HTTPS**: porta: 443; transporte: TCP [1]",
        [(NETWORK, 7)],
        id="row-by-its-value",
    ),
    pytest.param(
        "Qual o prazo para anular?", "**5 anos** — prazo de 5 anos para anular [1]", [(LAW, 7)], id="number-and-unit"
    ),
    pytest.param(
        "Em que ano Hooke observou células de cortiça?",
        "**1665** — Robert Hooke observou células de cortiça em 1665. [1]",
        [(CELL, 19)],
        id="year",
    ),
]


@pytest.mark.parametrize(("question", "text", "places"), STATED)
def test_the_notes_own_words_answer(tutor: Tutor, question: str, text: str, places: list[tuple[str, int]]) -> None:
    answer = tutor.ask(question)
    assert (answer.text, cited(answer)) == (text, places)
    check_promises(tutor, answer)


@pytest.mark.parametrize(
    "question",
    [
        "O transporte ativo gasta energia?",
        "O transporte passivo gasta ATP?",
        "A mitocôndria sintetiza proteínas?",
        "A anulação é retirada do ato válido?",
        "Sorte é requisito do ato?",
    ],
)
def test_no_verdict_is_taken_from_a_sibling(tutor: Tutor, question: str) -> None:
    answer = tutor.ask(question)
    assert not answer.text.startswith(("**Sim**", "**Não**"))
    check_promises(tutor, answer)


def test_a_number_stands_first(tutor: Tutor) -> None:
    answer = tutor.ask("Qual a porta do LDAP?")
    assert answer.text.startswith("**389** — ")
    assert [c.quote for c in answer.citations] == ["LDAP -> diretório de usuários (porta 389)"]


REFUSED = [
    pytest.param("Qual a porta do Telnet?", "Telnet", id="port-of-siblings-only"),
    pytest.param("Qual a porta do POP3?", "POP3", id="port-of-a-name-with-a-number"),
    pytest.param("Qual o prazo para revogar?", "revogação", id="deadline-of-the-sibling"),
    pytest.param("Cite um exemplo de revogação", "revogação", id="example-of-the-sibling"),
    pytest.param("SSH usa a porta 80?", "SSH", id="port-that-no-row-has"),
    pytest.param("HTTPS usa UDP?", "HTTPS", id="cell-of-another-row"),
    pytest.param("Qual a diferença entre anulação e cassação?", "anulação", id="comparison-with-the-unknown"),
    pytest.param("Quem inventou o ribossomo?", "ribossomo", id="person"),
    pytest.param("Quando foi criado o Telnet?", "Telnet", id="date"),
    pytest.param("Quanto custa o LDAP?", "LDAP", id="price"),
    pytest.param("Quais são as desvantagens do poder de polícia?", "poder de polícia", id="advantages-only"),
    pytest.param("Em que página está anulação?", "anulação", id="page-of-the-bullet-above"),
    pytest.param("Em que página fala de IMAP?", "IMAP", id="page-of-the-bullet-below"),
]


@pytest.mark.parametrize(("question", "nearest"), REFUSED)
def test_what_the_notes_do_not_say_is_refused_with_the_nearest_topic(tutor: Tutor, question: str, nearest: str) -> None:
    answer = tutor.ask(question)
    assert (answer.answered, answer.citations) == (False, ())
    assert nearest in answer.suggestions
    topics = "; ".join(answer.suggestions)
    assert answer.text == f"As suas notas não respondem a isso. Tópicos mais próximos nas notas: {topics}."


@pytest.mark.parametrize("question", ["O que é fotossíntese?", "Qual a capital da França?", "xyzzy", "Quem é você?"])
def test_a_topic_that_no_note_has_is_refused(tutor: Tutor, question: str) -> None:
    answer = tutor.ask(question)
    assert not answer.answered
    assert answer.text.startswith("As suas notas não respondem a isso.")
    assert len(answer.suggestions) <= 4


def test_an_english_refusal_is_in_english(tutor: Tutor) -> None:
    answer = tutor.ask("What is consistency?")
    assert not answer.answered
    assert answer.text.startswith("Your notes do not answer this. Nearest topics in the notes: ")


@pytest.mark.parametrize(
    ("question", "said", "page"),
    [
        pytest.param(
            "Em que página está autoexecutoriedade?",
            "**p. 12 (apostila direito_01)**: autoexecutoriedade ",
            PageReference("apostila direito_01", 12, 12, PageKind.PAGE, 5),
            id="one-page",
        ),
        pytest.param(
            "Em que página fala de POP3?",
            "**p. 7–9 (apostila redes_03)**: POP3 ",
            PageReference("apostila redes_03", 7, 9, PageKind.PAGE, 14),
            id="pages",
        ),
    ],
)
def test_a_page_is_said_where_the_note_names_it(tutor: Tutor, question: str, said: str, page: PageReference) -> None:
    answer = tutor.ask(question)
    assert answer.text.startswith(said)
    assert {citation.pages for citation in answer.citations} == {(page,)}
    assert page.line in {citation.first_line for citation in answer.citations}
    check_promises(tutor, answer)


def test_what_stands_on_a_page_is_told_by_its_number(tutor: Tutor) -> None:
    answer = tutor.ask("O que há na página 12 da apostila direito_01?")
    assert "execução do ato sem ordem judicial" in answer.text
    assert set(cited(answer)) == {(LAW, 4), (LAW, 5)}


def test_a_definition_carries_its_own_page_and_a_sibling_none(tutor: Tutor) -> None:
    pages = {
        term: [[page.first for page in citation.pages] for citation in tutor.ask(f"O que é {term}?").citations]
        for term in ("autoexecutoriedade", "anulação", "POP3", "IMAP")
    }
    assert pages == {"autoexecutoriedade": [[12]], "anulação": [[]], "POP3": [[7]], "IMAP": [[]]}


@pytest.mark.parametrize(
    ("question", "text", "quote"),
    [
        pytest.param(
            "O que é etiqueta ativa?",
            r"**etiqueta ativa**: escreve-se \<script>alert(1)\</script> na página [1]",
            "etiqueta ativa -> escreve-se <script>alert(1)</script> na página",
            id="html",
        ),
        pytest.param(
            "O que é rodapé?",
            r"**rodapé**: marcado com \[1] no texto e com \[2]\(javascript:alert) no fim [1]",
            "rodapé -> marcado com [1] no texto e com [2](javascript:alert) no fim",
            id="marker-and-link",
        ),
    ],
)
def test_markup_of_a_note_is_shown_not_run(tutor: Tutor, question: str, text: str, quote: str) -> None:
    answer = tutor.ask(question)
    assert (answer.text, [citation.quote for citation in answer.citations]) == (text, [quote])
    check_promises(tutor, answer)


@pytest.mark.parametrize("text", ["", " \n\t", "?!", "…", "🙂"], ids=["none", "spaces", "signs", "ellipsis", "emoji"])
def test_an_empty_question_is_named_as_such(tutor: Tutor, text: str) -> None:
    with pytest.raises(QuestionError, match="A pergunta está vazia"):
        tutor.ask(text)


def test_a_question_may_have_2000_characters_and_no_more(tutor: Tutor) -> None:
    assert tutor.ask("anulação " * 222 + "xx").question == "anulação " * 222 + "xx"
    with pytest.raises(QuestionError, match="tem 2001 caracteres; o limite é 2000"):
        tutor.ask("a" * 2001)


def test_a_scope_answers_from_its_notes_only(tutor: Tutor) -> None:
    assert cited(tutor.ask("O que é anulação?", notes=[LAW])) == [(LAW, 6)]
    assert not tutor.ask("O que é anulação?", notes=[CELL]).answered
    outside = tutor.ask("Qual a porta do SSH?", notes=[LAW, CELL])
    assert not outside.answered
    assert {"SSH", "Telnet", "LDAP"}.isdisjoint(outside.suggestions)


def test_an_empty_scope_holds_nothing(tutor: Tutor) -> None:
    answer = tutor.ask("O que é anulação?", notes=[])
    assert (answer.answered, answer.suggestions) == (False, ())
    assert answer.text == "As suas notas não respondem a isso."


@pytest.mark.parametrize("question", [case.values[0] for case in (*STATED, *REFUSED)])
def test_the_same_question_gets_the_same_answer(tutor: Tutor, question: str) -> None:
    assert tutor.ask(question) == tutor.ask(question)


def test_a_second_index_gives_the_same_answers(tutor: Tutor, tmp_path: Path) -> None:
    chosen = Settings.load(vault=tutor.settings.vault, index=tmp_path / "index", data=tmp_path / "data")
    questions = [str(case.values[0]) for case in (*STATED, *REFUSED)]
    with Tutor.open(chosen, embedder=FakeEmbedder()) as other:
        other.sync()
        assert [other.ask(question) for question in questions] == [tutor.ask(question) for question in questions]


_STARTS = st.sampled_from(
    "|O que é |Quais são os |Quantos |Qual a porta do |Em que página está |Cite |Qual a diferença |What is |Who |e "
    "|Por que |Dê um exemplo de |entre |página 12 ".split("|")
)
_WORDS = st.sampled_from(
    [*re.findall(r"\w+", "\n".join(NOTES.values())), "e", "ou", "x", "de", "não", "[1]", "<b>", "İ"]
)
_PHRASES = st.builds(lambda start, words: start + " ".join(words), _STARTS, st.lists(_WORDS, max_size=6))


@settings(max_examples=80, deadline=None)
@given(question=_PHRASES | st.text(max_size=80))
def test_any_text_gets_an_answer_that_keeps_the_promises(tutor: Tutor, question: str) -> None:
    try:
        answer = tutor.ask(question)
    except QuestionError:
        assert not any(map(str.isalnum, question))
        return
    assert answer.question == question
    check_promises(tutor, answer)
