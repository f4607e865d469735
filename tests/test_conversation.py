"""Follow-up questions: what they are read as, and what they are answered with."""

from collections.abc import Iterator

import pytest

from tutor.answering.conversation import read_in_conversation
from tutor.answering.frames import QuestionKind
from tutor.settings import Settings
from tutor.testing import FakeEmbedder
from tutor.tutor import Tutor
from tutor.types import Answer, Turn

NOTE = """\
# Ligações e reações

* ligação iônica -> transferência de elétrons entre metal e ametal; ex: NaCl
\t* + alto ponto de fusão
* ligação covalente -> compartilhamento de elétrons entre ametais; ex: água
\t* + baixa condutividade
* tipos de reação
\t* tipo 1, exotérmica { combustão, neutralização }
\t\t* libera calor
\t* tipo 2, endotérmica { fotólise, fusão do gelo }
\t\t* absorve calor
* catalisador -> substância que acelera a reação sem ser consumida; ex: platina
\t* p. 30 da apostila quim_02
* inibidor -> substância que retarda a reação; ex: sais de cobre
"""


@pytest.fixture(scope="module")
def tutor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tutor]:
    """A tutor over one note, indexed once."""
    root = tmp_path_factory.mktemp("conversation")
    (root / "vault").mkdir()
    (root / "vault" / "quimica.md").write_text(NOTE, encoding="utf-8")
    chosen = Settings.load(vault=root / "vault", index=root / "index", data=root / "data")
    with Tutor.open(chosen, embedder=FakeEmbedder()) as opened:
        opened.sync()
        yield opened


def converse(tutor: Tutor, *questions: str) -> Answer:
    """Ask one question after the other and return the last answer."""
    history: list[Turn] = []
    for question in questions:
        history.append(Turn(question, tutor.ask(question, history)))
    return history[-1].answer


COVALENT = "**ligação covalente**: compartilhamento de elétrons entre ametais; ex: água [1]"
TYPE_2 = "**tipo 2, endotérmica**: fotólise; fusão do gelo [1]"


@pytest.mark.parametrize(
    ("questions", "text", "lines"),
    [
        pytest.param(["O que é ligação iônica?", "e a covalente?"], COVALENT, [5], id="the-other-adjective"),
        pytest.param(
            ["O que é a reação do tipo 1?", "e o tipo 2?"], f"{TYPE_2}\n\n- absorve calor [2]", [10, 11], id="type-2"
        ),
        pytest.param(["O que é a reação do tipo 1?", "e o tipo 2?", "e quais são exemplos?"], TYPE_2, [10], id="third"),
        pytest.param(["Quais são exemplos do tipo 1?", "e o tipo 2?"], TYPE_2, [10], id="examples-of-type-2"),
        pytest.param(
            ["O que é catalisador?", "e quais são exemplos?"], "**catalisador**: platina [1]", [12], id="examples"
        ),
        pytest.param(
            ["O que é ligação iônica?", "e a covalente?", "dá um exemplo"],
            "**ligação covalente**: água [1]",
            [5],
            id="an-example-of-what-came-last",
        ),
        pytest.param(
            ["Dê um exemplo de catalisador", "e o inibidor?"],
            "**inibidor**: sais de cobre [1]",
            [14],
            id="same-of-another",
        ),
        pytest.param(
            ["O que é ligação covalente?", "quais são as vantagens?"],
            "**ligação covalente**: [1]\n\n- baixa condutividade [2]",
            [5, 6],
            id="a-bare-attribute",
        ),
        pytest.param(
            ["O que é ligação covalente?", "quais são as vantagens dela?"],
            "**ligação covalente**: [1]\n\n- baixa condutividade [2]",
            [5, 6],
            id="pronoun",
        ),
        pytest.param(
            ["What is a catalisador?", "what about inibidor?"],
            "**inibidor**: substância que retarda a reação; ex: sais de cobre [1]",
            [14],
            id="english",
        ),
        pytest.param(["O que é catalisador?", "O que é ligação covalente?"], COVALENT, [5], id="a-new-subject"),
    ],
)
def test_a_follow_up_is_answered_of_what_came_before(
    tutor: Tutor, questions: list[str], text: str, lines: list[int]
) -> None:
    answer = converse(tutor, *questions)
    assert (answer.text, [citation.first_line for citation in answer.citations]) == (text, lines)
    assert answer.question == questions[-1]


def test_a_page_is_asked_of_what_came_before(tutor: Tutor) -> None:
    answer = converse(tutor, "O que é catalisador?", "em que página?")
    assert answer.text.startswith("**p. 30 (apostila quim_02)**: catalisador ")
    assert {page.first for citation in answer.citations for page in citation.pages} == {30}


def test_the_page_of_a_sibling_is_not_taken(tutor: Tutor) -> None:
    answer = converse(tutor, "O que é inibidor?", "em que página?")
    assert (answer.answered, answer.suggestions[:1]) == (False, ("inibidor",))


def test_more_of_the_same_is_an_overview(tutor: Tutor) -> None:
    answer = converse(tutor, "O que é catalisador?", "explique melhor")
    assert answer.text.startswith("**catalisador**: substância que acelera a reação sem ser consumida")


def test_what_the_notes_lack_is_refused_in_conversation_too(tutor: Tutor) -> None:
    assert not converse(tutor, "O que é catalisador?", "e na Bolívia?").answered
    assert not converse(tutor, "O que é ligação iônica?", "e a dativa?").answered


def test_a_follow_up_without_anything_before_it_is_read_alone(tutor: Tutor) -> None:
    assert not tutor.ask("dá um exemplo").answered
    assert [reading.focus for reading in read_in_conversation("O que é osmose?", [])] == ["osmose"]


@pytest.mark.parametrize(
    ("earlier", "text", "kind", "focus"),
    [
        pytest.param(["O que é osmose?"], "e a difusão?", QuestionKind.DEFINITION, "difusão", id="and"),
        pytest.param(["O que é osmose?"], "entendi, e a difusão?", QuestionKind.DEFINITION, "difusão", id="polite-and"),
        pytest.param(["Explique o tipo 1"], "e o tipo 2?", QuestionKind.OVERVIEW, "tipo 2", id="same-first-word"),
        pytest.param(["O que é osmose?"], "dá um exemplo disso", QuestionKind.EXAMPLE, "osmose", id="pronoun"),
        pytest.param(["O que é osmose?"], "tell me more", QuestionKind.OVERVIEW, "osmose", id="more"),
        pytest.param(
            ["Quais as vantagens da energia solar?"],
            "e da eólica?",
            QuestionKind.LIST,
            "vantagens da energia eólica",
            id="of-another-thing",
        ),
        pytest.param(
            ["Quais as vantagens da energia solar?"],
            "e as desvantagens?",
            QuestionKind.LIST,
            "desvantagens da energia solar",
            id="another-attribute",
        ),
        pytest.param(
            ["O que é osmose?", "e a difusão?"], "em que página?", QuestionKind.PAGE, "difusão", id="page-of-the-second"
        ),
    ],
)
def test_the_likeliest_reading_comes_first(earlier: list[str], text: str, kind: QuestionKind, focus: str) -> None:
    first = read_in_conversation(text, earlier)[0]
    assert (first.kind, first.focus) == (kind, focus)


@pytest.mark.parametrize(
    ("earlier", "text", "read"),
    [
        pytest.param("Como cai o preço na feira?", "e no mercado?", "Como cai o preço no mercado?", id="place"),
        pytest.param("Qual o peso do Fiat 147?", "e o Gol?", "Qual o peso do Gol?", id="name-for-a-name"),
        pytest.param("Quem usa a XPTO?", "e o ZIM?", "Quem usa o ZIM?", id="article-of-its-own"),
        pytest.param("Quantas rodas tem o modelo TIPO?", "e o UNO?", "Quantas rodas tem o modelo UNO?", id="noun-kept"),
        pytest.param("O que é o juro simples?", "e o composto?", "O que é o juro composto?", id="adjective"),
        pytest.param("O que é o juro simples?", "e o IOF?", "O que é o IOF?", id="another-thing"),
        pytest.param("O que há na fase de corte?", "e na de costura?", "O que há na fase de costura?", id="elliptic"),
        pytest.param("Dê um exemplo de ácido", "e a base?", "Dê um exemplo da base?", id="of-another-thing"),
        pytest.param("Quais as pragas da horta?", "e as flores?", "Quais as flores da horta?", id="another-attribute"),
        pytest.param("Como o lote de abril chegou?", "e o de maio?", "Como o lote de maio chegou?", id="of-another"),
        pytest.param("What are the red apples?", "and the green ones?", "What are the green apples?", id="ones"),
        pytest.param("O que o chefe de obra faz?", "e o mestre?", "O que o mestre de obra faz?", id="subject"),
    ],
)
def test_a_phrase_takes_the_place_of_the_last_that_begins_like_it(earlier: str, text: str, read: str) -> None:
    assert read_in_conversation(text, [earlier])[0].text == read


def test_another_pair_is_compared_with_the_first_of_the_last() -> None:
    first = read_in_conversation("e o sal?", ["Qual a diferença entre ácido e base?"])[0]
    assert (first.kind, first.options) == (QuestionKind.COMPARISON, ("ácido", "sal"))


def test_what_is_replaced_is_asked_in_the_words_before() -> None:
    texts = [reading.text for reading in read_in_conversation("e a da difusão?", ["Qual a velocidade da osmose?"])]
    assert "Qual a velocidade da difusão?" in texts


def test_the_question_alone_is_the_last_reading() -> None:
    readings = read_in_conversation("ela depende da temperatura?", ["O que é osmose?"])
    assert "osmose" in readings[0].focus
    assert "osmose" not in readings[-1].focus


def test_a_bare_attribute_is_asked_of_nothing_else() -> None:
    (reading,) = read_in_conversation("e quais são as vantagens?", ["O que é osmose?"])
    assert reading.focus == "vantagens osmose"


@pytest.mark.parametrize("text", ["e ?", "e o?", "e de?", "e o de?", "and the one?", "e ... ?"])
@pytest.mark.parametrize("earlier", ["O que é osmose?", "o", "Qual a porta do DNS?", "?", "e", "DNS"])
def test_a_follow_up_that_names_nothing_is_read(earlier: str, text: str) -> None:
    assert read_in_conversation(text, [earlier])
