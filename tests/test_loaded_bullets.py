"""Bullets that say several things at once: merits in a row, two sets, a maker before the rest, pages right behind."""

from pathlib import Path

import pytest
from one_note import claimed, open_note

from tutor.answering.answer import answer_question
from tutor.answering.evidence import Library
from tutor.answering.frames import QuestionKind
from tutor.answering.question import read_question
from tutor.types import Turn

NOTE = """\
# Olaria

* forno/mufla -> queima as peças
	* + barato, + leve, fácil de mover; - gasta lenha, queima desigual
	* ex: forno de barro da vila
* forno de vento -> queima ao ar livre; + dispensa chaminé
* peças
	* guardam { água, grão, azeite }; próprias de cada vila { talha, moringa, tigela }
	* campos { marca 2, data de queima 4, lote 3 }
	* data de queima/DQ -> dia em que a peça sai do forno
* MVT - Método da Vila de Terra -> Rosa Lima, feira; ciclo { amassar, girar, secar }
	* 3 regras do MVT (Tio Bento)
* ! B da borda é diferente do B do bojo -> na borda, é o bordo dobrado; no bojo, é o bico da peça
* vaso de água -> guarda água, como se vê na feira
	* ex: moringa de dois furos
* lojas de data mart { Feira Azul, Feira Rosa }
* forno de poço -> queima lenta; + gasta pouco, + aguenta chuva
* vasos de mesa { jarro (serve a água da ceia), bule (serve o chá), pote (Bento) }
* ciclo do torno -> centrar -> abrir -> subir -> cortar; ao fim limpa-se o prato
* regras (fé + 3) { zelo, ordem, paz }
* normas 2019
	* regras da vila { calma, silêncio }
* normas 2024
	* metas da feira { venda, troca }
* tintas de fogo { MURICI, URUCUM }
	* MURICI -> tinta de três camadas, seca em 40 horas
* sinais da feira { aviso: sino, venda: bandeira }
* ONV - Oficina Nova da Vila -> fundada em 1969, no Paraná
* roda de Itu -> roda de pé (Rosa e Bento), pesada
* glasura -> Davi van Horta (1991), brilho de vidro
* cuia/cabaça -> casca seca que guarda a farinha
	* ! jarra -> tem asa; cuia -> não tem asa
* peneira -> separa o barro fino
	* de malha dupla
* ![[Pasted image 20240202.png]]
	* p. 38 da apostila barro_05
* secagem
	* sombra -> sol; sol -> forno
	* ![[Pasted image 20240101.png]]
	* p. 31 da apostila barro_04
"""


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("quais as vantagens do forno?", ("barato", "leve, fácil de mover"), "lenha"),
        ("quais as vantagens de usar o forno?", ("barato", "leve, fácil de mover"), "chaminé"),
        ("quais as desvantagens do forno?", ("gasta lenha, queima desigual",), "barato"),
        ("o que as peças guardam?", ("água",), "**próprias"),
        ("o que é o campo data de queima?", ("dia em que a peça sai",), "marca"),
        ("dê um exemplo de vaso de água", ("moringa de dois furos",), "se vê"),
        ("quem criou o MVT?", ("**Rosa Lima**",), "Bento"),
        ("de quem são as 3 regras do MVT?", ("**Tio Bento**",), "Rosa"),
        ("que data marts existem?", ("Feira Azul",), "queima"),
        ("qual a diferença entre o B da borda e o B do bojo?", ("bordo dobrado", "bico da peça"), "talha"),
        ("onde na barro_04 eu acho a figura da secagem?", ("**p. 31 (apostila barro_04)**",), "lenha"),
        ("em que página está a figura que vem depois de peneira?", ("**p. 38 (apostila barro_05)**",), "p. 31"),
        ("em que página da barro_05 está a parte da malha dupla?", ("**p. 38 (apostila barro_05)**",), "p. 31"),
        ("qual página da barro_05 eu anotei?", ("**p. 38 (apostila barro_05)**",), "p. 31"),
        ("que páginas eu anotei na nota de olaria?", ("**p. 38", "**p. 31"), "lenha"),
        ("o que é cuia?", ("casca seca",), "asa"),
        ("o que é aviso?", ("**aviso**: sino",), "bandeira"),
        ("bandeira é de que tipo?", (), "sino"),
        ("a que categoria pertence aviso?", ("sinais da feira",), "talha"),
        ("o que é jarro?", ("**jarro**: serve a água da ceia",), "chá"),
        ("quais as etapas do ciclo do torno?", ("centrar; abrir; subir; cortar",), "limpa"),
        ("quais são as regras da olaria?", ("zelo; ordem; paz",), "calma"),
        ("quem criou a roda de Itu?", ("**Rosa e Bento**",), "Davi"),
        ("quem inventou a glasura e em que ano?", ("**Davi van Horta**",), "Rosa"),
    ],
)
def test_each_thing_is_told_by_itself(library: Library, question: str, said: tuple[str, ...], unsaid: str) -> None:
    answer = claimed(library, question)
    assert all(words in answer for words in said)
    assert unsaid not in answer


def test_what_only_illustrates_is_not_noted_beside_merits(library: Library) -> None:
    assert "Também anotado" not in claimed(library, "quais as vantagens do forno?")


def test_what_stands_beside_a_name_in_a_set_is_not_told_by_its_line(library: Library) -> None:
    assert "**40 horas**" in claimed(library, "em quanto tempo seca o MURICI?")
    assert not claimed(library, "em quanto tempo seca o URUCUM?")


def test_a_list_below_another_edition_is_not_the_one_asked_for(library: Library) -> None:
    assert "calma" in claimed(library, "quais as regras das normas 2019?")
    assert "calma" not in claimed(library, "quais as regras das normas 2024?")


def test_merits_of_what_was_spoken_of_are_told_though_no_line_says_so(library: Library) -> None:
    earlier = Turn("o que é forno de poço?", answer_question("o que é forno de poço?", library))
    answer = answer_question("quais as vantagens disso?", library, [earlier])
    assert "gasta pouco; aguenta chuva" in answer.text


def test_when_a_thing_was_founded_does_not_tell_by_whom(library: Library) -> None:
    assert not answer_question("quem foram os fundadores da ONV?", library).answered
    assert answer_question("quando foi fundada a ONV?", library).answered


def test_what_a_thing_is_not_is_denied_behind_what_it_is(tmp_path: Path) -> None:
    text = "# Peneiras\n\nTamis é uma malha da peneira fina, e não uma peneira à parte.\n"
    with open_note(tmp_path, text) as tutor:
        told = Library(tutor.index)
        assert claimed(told, "tamis é uma peneira?").startswith("**Não**")
        assert claimed(told, "tamis é uma malha da peneira fina?").startswith("**Sim**")


def test_a_maker_is_asked_of_what_was_asked_about_before(library: Library) -> None:
    assert "**Rosa Lima**" in claimed(library, "o que é MVT?", "quem criou?")


@pytest.mark.parametrize(
    ("text", "focus"),
    [
        ("onde na apostila eu reviso a secagem?", "a secagem"),
        ("onde na barro_04 fala sobre o torno?", "o torno"),
        ("de que página da apostila barro_04 é a figura do torno?", "a figura do torno"),
    ],
)
def test_places_in_a_handout_are_asked_for(text: str, focus: str) -> None:
    question = read_question(text)
    assert question.kind is QuestionKind.PAGE
    assert focus in question.focus
    assert "apostila" not in question.focus


def test_a_row_called_by_a_number_is_of_what_the_note_is_about(tmp_path: Path) -> None:
    table = "| tipo | diâmetro do furo | uso |\n|---|---|---|\n| 5 | 3 | barro fino |\n| 6 | 4 | barro grosso |\n"
    with open_note(tmp_path, f"# DTX e peneiras\n\n{table}") as tutor:
        told = Library(tutor.index)
        assert "**3**" in claimed(told, "qual o diâmetro do furo do DTX 5?")
        assert not claimed(told, "qual o diâmetro do furo do GTX 5?")
