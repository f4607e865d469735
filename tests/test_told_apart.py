"""Answers told apart by form: kinds beside kinds, makers, totals, what only a sentence before or above names."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from one_note import open_note

from tutor.answering.claims import placed
from tutor.answering.conversation import read_in_conversation
from tutor.answering.evidence import Library
from tutor.answering.extractive import answer_from_notes, inquire, propose, tell
from tutor.answering.frames import Value
from tutor.answering.likelihood import weigh
from tutor.answering.question import read_question
from tutor.answering.wording import clean, segment
from tutor.notes import parse_note
from tutor.passages import cut_passages

NOTE = """\
# Olaria

* reclamação: de atraso 5 dias; de quebra 2 anos; de furto 80 dias
* conservar e restaurar
	* conservação -> evita que a peça se perca; restauração -> refaz a peça que já se quebrou
* ! queima não é sinônimo de secagem
* queima -> endurece a peça no forno
* secagem -> tira a água da peça
* tinta do vaso: dura até a chuva
* argila
	* ! não racha no forno
	* branca
\t\t* feita c/ caulim
	* vermelha
\t\t* feita c/ ferro
* forno de lenha
	* contínuo (não apaga)
* torno
	* proposto por Anaximandro
* hierarquia de cores (da mais rara à mais comum)
	* azul
	* verde
* fenda: abertura na parede
* acabamento -> o que se faz por último
	* externo (por fora) -> brilha
	* interno (por dentro) -> veda
* multa por quebra -> avisar em até 3 dias
* leis do barro
	* barro fino = racha menos
	* barro grosso = seca antes
* mestre
	* só ele pode: acender o forno
* cores { azul, azul claro }
* tons
	* claro -> de pouca tinta
	* escuro -> de muita tinta
* peneira -> separa o grão
* não se confunde com moinho, que é o que quebra o grão
* moinho velho fica na vila, ao lado da ponte
* castigo -> 10 dias-multa
* modelar o barro custa 3 moedas
* Barbotinado (Tavares): enfeite em relevo
* Só dois ateliês ficaram: o do Norte, de Duarte, e o atelier da Praia
* e foi ele quem fundou o atelier da Praia
* vidro ≠ esmalte cru: o vidro é liso; o esmalte cru é fosco
* craquelê: rachas de enfeite → o vaso de Ming
* câmara
	* o q é: espaço onde a peça queima
	* tamanho: 2 m
* adornos: são 9, e o mais comum é o friso
	* friso
	* relevo
* a receita do barro está no livro VII do mestre
* forno solar: 5 a 12 peças
* traço do espiral, do Braga
* prateleira -> mede 1,20 x 1,50 m
* verniz: camada que protege
* verniz = resina + solvente
* brilho do vidrado
	* nível 1 -> fosco
	* nível 2 -> acetinado
* escola velha
	* autor: Davi Moreira
	* princípios { simetria, peso }
* esmalte -> vidro sobre a peça
	* ex de esmalte: cobalto

* qtd de mestres: 34
* P: como sei se é faiança ou porcelana? R: a luz passa na segunda; a primeira barra a luz
* faiança -> massa porosa
* porcelana -> massa vítrea
* Decorativas
	* vasos
	* pratos
* Utilitárias
	* canecas
	* potes

| forno | mín. tijolos | queimas |
|---|---|---|
| F7 | 12 | 5 |

| oficinas | qtd |
|---|---|
| de esmalte | 17 |
| de torno | 3 |

Milo fundou a olaria de baixo, com os filhos. Sobre formas livres há dois livros. A livre gira; a presa seca.

Um vaso vazado mostra o fundo. Isso é o chamado rendilhado.

## Massas

| pasta | uso |
|---|---|
| barbotina | cola |
| chamote | estrutura |

* barbotina é argila mole, que cola as partes
* chamote fino -> pó de tijolo
"""


@pytest.fixture(name="library", scope="module")
def _library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_note(tmp_path_factory.mktemp("olaria"), NOTE) as tutor:
        yield Library(tutor.index)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("qual o prazo de reclamação de furto?", ["**80 dias**"], id="value-of-the-clause-named"),
        pytest.param("o que difere conservar de restaurar uma peça?", ["se perca", "se quebrou"], id="acts"),
        pytest.param("queima e secagem são a mesma coisa?", ["não é sinônimo"], id="whether-the-same"),
        pytest.param("queima e secagem: compare", ["endurece", "tira a água"], id="compare-last"),
        pytest.param("branca x vermelha do que são feitas", ["caulim", "ferro"], id="aspect-without-comma"),
        pytest.param("o forno de lenha é contínuo ou intermitente?", ["**contínuo**"], id="choice-told-below"),
        pytest.param("o que é racha (fenda)?", ["abertura na parede"], id="name-in-brackets"),
        pytest.param("acabamento por fora x por dentro", ["brilha", "veda"], id="name-of-small-words"),
        pytest.param("forma livre x presa", ["A livre gira; a presa seca"], id="noun-said-once"),
        pytest.param("quem fundou a olaria de baixo?", ["**Milo**"], id="maker-named-first"),
        pytest.param("o que é câmara?", ["**câmara**: espaço onde a peça queima"], id="bullet-of-what-it-is"),
        pytest.param("quais são as leis do barro?", ["racha menos", "seca antes"], id="laws-told-whole"),
        pytest.param("quem pode acender o forno?", ["mestre"], id="pronoun-of-what-stands-above"),
        pytest.param("peneira x moinho", ["separa o grão", "que é o que quebra"], id="told-in-passing"),
        pytest.param("quem criou o barbotinado?", ["**Tavares**"], id="maker-in-brackets"),
        pytest.param("vidro x esmalte cru", ["o vidro é liso; o esmalte cru"], id="sign-of-unlike"),
        pytest.param("vidro x esmalte cru no ateliê", ["o vidro é liso; o esmalte cru"], id="where-they-are-compared"),
        pytest.param("quantos adornos existem?", ["**9**"], id="total-told-in-words"),
        pytest.param("quem inventou o traço do espiral?", ["**Braga**", "espiral"], id="maker-that-it-is-of"),
        pytest.param("quem criou o torno?", ["**Anaximandro**"], id="maker-below-the-name"),
        pytest.param("qual a hierarquia de cores?", ["azul", "verde"], id="list-below-an-aside"),
        pytest.param("exemplo de esmalte", ["cobalto"], id="example-of-what-stands-above"),
        pytest.param("o que é verniz?", ["camada que protege", "resina + solvente"], id="defined-twice"),
        pytest.param("quais os níveis de brilho do vidrado?", ["nível 1: fosco"], id="names-that-say-nothing"),
        pytest.param("quais os princípios segundo Moreira?", ["simetria"], id="maker-of-the-whole"),
        pytest.param("quantos mestres existem?", ["**34**"], id="total-of-a-line"),
        pytest.param("diferença entre faiança e porcelana", ["porosa", "vítrea", "barra a luz"], id="card-on-both"),
        pytest.param("diferença entre barbotina e chamote", ["uso: cola", "uso: estrutura"], id="rows-of-one-table"),
        pytest.param("a peça de potes é decorativa ou utilitária?", ["**Utilitárias**"], id="list-that-is-offered"),
        pytest.param("quantos tijolos no mínimo precisa o F7?", ["**12**"], id="count-in-a-column"),
        pytest.param("quantas oficinas de esmalte existem?", ["**17**"], id="total-of-a-row"),
    ],
)
def test_claims(library: Library, question: str, said: list[str]) -> None:
    claims = propose(inquire(read_question(question), library)).claims
    assert [part for part in said if part not in " ".join(claim.text for claim in claims)] == []


def test_what_bears_the_very_name_is_the_member(library: Library) -> None:
    claims = propose(inquire(read_question("claro está em que tipo?"), library)).claims
    assert [claim.text.partition(":")[0] for claim in claims] == ["**tons**"]


def test_a_name_given_by_isso_comes_with_what_it_names(library: Library) -> None:
    inquiry = inquire(read_question("o que é rendilhado?"), library)
    naming = next(evidence for evidence in inquiry.evidence if evidence.text.startswith("Isso"))
    assert [claim.text for claim in tell(inquiry, naming)] == ["Um vaso vazado mostra o fundo.", naming.text]


@pytest.mark.parametrize(
    ("earlier", "text", "read"),
    [
        pytest.param("quanto pode valer um ALI em PF?", "e o AIE?", "quanto pode valer o AIE em PF?", id="led-alike"),
        pytest.param(
            "espera do aprendiz quanto tempo?", "e do mestre?", "espera do mestre quanto tempo?", id="asked-last"
        ),
        pytest.param("o que é cor de fundo?", "e a de borda?", "o que é cor de borda?", id="owner"),
        pytest.param("o que é o forno F12 da olaria?", "e o 13?", "o que é o forno F13 da olaria?", id="number"),
        pytest.param("o que é grau de uma peça?", "e a massa dela?", "massa de uma peça", id="its"),
    ],
)
def test_a_follow_up_takes_the_place_of_its_like(earlier: str, text: str, read: str) -> None:
    assert read_in_conversation(text, [earlier])[0].text == read


def test_a_denial_of_what_is_asked_says_something_new(library: Library) -> None:
    inquiry = inquire(read_question("a argila racha no forno"), library)
    weighed = weigh(inquiry, propose(inquiry))
    (said,) = (s for e, s in zip(weighed.sentences, weighed.signals, strict=True) if "não racha" in e.text)
    assert not said["nothing new"]


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        pytest.param("qual o valor da multa por quebra?", "multa por quebra", id="sum"),
        pytest.param("a multa por quebra é de quanto em reais?", "multa por quebra", id="money"),
        pytest.param("quanto pesa a prateleira?", "prateleira", id="weight"),
        pytest.param("qual o valor em reais do castigo?", "castigo", id="sum-in-money"),
        pytest.param("qual a temperatura do forno solar?", "forno solar", id="temperature"),
    ],
)
def test_a_number_of_another_unit_is_missing(library: Library, asked: str, text: str) -> None:
    inquiry = inquire(read_question(asked), library)
    weighed = weigh(inquiry, propose(inquiry))
    (said,) = (s for e, s in zip(weighed.sentences, weighed.signals, strict=True) if e.text.startswith(text))
    assert said["number missing"]


def test_what_stands_below_another_name_lacks_the_one_asked_for(tmp_path: Path) -> None:
    with open_note(tmp_path, "# TORNO e RODA\n\n## TORNO\n\n* norma: 1034\n\n## RODA\n\n* gira com o pé\n") as tutor:
        inquiry = inquire(read_question("qual a norma da RODA?"), Library(tutor.index))
        weighed = weigh(inquiry, propose(inquiry))
        (said,) = (s for e, s in zip(weighed.sentences, weighed.signals, strict=True) if e.text == "norma: 1034")
        assert said["names missing"]


def test_the_maker_of_another_thing_is_not_said(library: Library) -> None:
    claims = propose(inquire(read_question("quem fundou o atelier da praia?"), library)).claims
    assert not any("**Duarte" in claim.text or "**Praia" in claim.text for claim in claims)


def test_what_stands_behind_an_arrow_behind_a_definition_shows_it(library: Library) -> None:
    inquiry = inquire(read_question("exemplo de craquelê"), library)
    weighed = weigh(inquiry, propose(inquiry))
    (said,) = (s for e, s in zip(weighed.sentences, weighed.signals, strict=True) if e.text.startswith("craquelê"))
    assert not said["example missing"]


def test_a_book_may_be_what_the_notes_speak_of(library: Library) -> None:
    answer = answer_from_notes(read_question("em qual livro do mestre está a receita do barro?"), library).answer
    assert "livro VII" in answer.text


def test_a_decimal_comma_ends_no_part_of_a_sentence() -> None:
    assert segment("seca, mede 1,20 x 1,50 m, e racha", 11) == "mede 1,20 x 1,50 m"


def test_how_long_may_be_told_without_a_number(library: Library) -> None:
    inquiry = inquire(read_question("quanto tempo a tinta do vaso dura?"), library)
    weighed = weigh(inquiry, propose(inquiry))
    missing = {e.text: s["number missing"] for e, s in zip(weighed.sentences, weighed.signals, strict=True)}
    assert missing["tinta do vaso: dura até a chuva"] == 0
    assert 1 in missing.values()


@pytest.mark.parametrize("asked", ["quem descreveu o torno?", "quem cunhou o termo?", "who coined the term?"])
def test_who_describes_or_coins_is_a_maker(asked: str) -> None:
    assert read_question(asked).value is Value.PERSON


def test_what_the_student_says_of_the_notes_is_not_asked() -> None:
    assert read_question("quais ferramentas de olaria eu anotei?").focus == "ferramentas de olaria"


def test_each_member_is_told_of_where_each_is_asked_for() -> None:
    question = read_question("quais os tipos de torno e o que cada um faz?")
    assert (question.focus, question.asks_of_each) == ("tipos de torno", True)
    assert not read_question("quais os tipos de torno?").asks_of_each


def test_a_clause_that_defines_keeps_its_term() -> None:
    assert clean("evita; restauração -> refaz; a -> { b }") == "evita; restauração: refaz; a: b"


@pytest.mark.parametrize(
    ("above", "told"),
    [
        pytest.param(
            "greta = trinca do barro\n- vista no forno\nbolha = ar preso\n- vista no vaso", "greta — ", id="term"
        ),
        pytest.param("greta velha\ncor: cinza\nlocal: vista no forno", "greta velha — ", id="record"),
        pytest.param("há coisas que o oleiro sempre olha:\n- vista no forno", "", id="announcement"),
    ],
)
def test_a_line_is_told_with_the_line_that_names_it(tmp_path: Path, above: str, told: str) -> None:
    with open_note(tmp_path, f"# Olaria\n\n{above}\n") as tutor:
        inquiry = inquire(read_question("o que é vista no forno?"), Library(tutor.index))
        seen = next(evidence for evidence in inquiry.evidence if "forno" in evidence.text)
        assert placed(inquiry, seen).startswith(f"{told}vista" if "local" not in above else f"{told}**local**")


def test_later_sentences_stand_below_the_term_that_the_first_defines() -> None:
    bullet = "* **Visitor** - uma operação nova. Também se chama Visitante. " + "Muda junto com as classes. " * 12
    passages = cut_passages(parse_note("a.md", f"# Padrões\n\n{bullet}\n"))
    first, *later = [sentence.path for passage in passages for sentence in passage.sentences]
    assert first == ()
    assert set(later) == {("Visitor",)}
