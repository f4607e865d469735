"""Items as an exam board words them: kinds that are sure, headings without asides, subjects with their articles."""

import pytest
from practice_notes import material, read, said

from tutor.practice.grammar.spelling import accented, is_mistyped, written_out
from tutor.practice.grammar.wording import clean_clause
from tutor.practice.questions.flashcards import write_flashcards
from tutor.practice.questions.open_questions import write_open_questions
from tutor.practice.questions.true_false import write_true_false


def keys(text: str) -> dict[str, str]:
    """Return the open questions of a note with their keys."""
    made = material(text)
    return {draft.prompt: draft.key for draft in write_open_questions(made.part("nota.md"), made)}


def asserted(text: str) -> list[str]:
    made = material(text)
    return [draft.prompt.split("\n\n")[-1] for draft in write_true_false(made.part("nota.md"), made)]


def test_no_kind_is_put_before_a_name_unlike_those_beside_it() -> None:
    text = """# Vasos
## Níveis
- VASO 0 -> camada única de barro sem esmalte
- VASO 1 -> camada dupla de barro com esmalte
- cold swap -> trocar o barro sem desligar o torno
"""
    assert "cold swap" in {concept.term for concept in read(text).concepts}


def test_an_act_beside_acts_qualifies_no_heading() -> None:
    text = """# Feira
### Roda de troca
**Planejar**: visão compartilhada da feira e direção da melhoria.
**Melhorar**: melhoria contínua de produtos e práticas.
**Engajar**: entender as necessidades das partes interessadas.
"""
    assert not any("roda de troca" in concept.term for concept in read(text).concepts)


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("forno fechado (plano, sem olhar dentro)", "forno fechado"),
        ("Roda de troca (6 atividades)", "Roda de troca"),
        ("Queima inicial (QI)", "Queima inicial (QI)"),
        ("Definição do forno (SP 800-145)", "Definição do forno (SP 800-145)"),
    ],
)
def test_headings_are_shown_without_asides(heading: str, shown: str) -> None:
    text = f"# Olaria\n\n## Barro\n\n### {heading}\n\n- grelha -> peça que sustenta os vasos dentro da câmara\n"
    (concept,) = read(text).concepts
    assert concept.place.heading[-1] == shown


@pytest.mark.parametrize("word", ["troia", "jiboia", "heroico", "ideia", "estoico"])
def test_open_diphthongs_have_no_accent(word: str) -> None:
    assert accented(word) == word
    assert not is_mistyped(word)


def test_old_accents_are_taken_off_and_a_verb_gets_its_own() -> None:
    assert written_out("o cavalo de tróia e o ato heróico") == "o cavalo de troia e o ato heroico"
    assert written_out("altera o código e ve se os testes falham") == "altera o código e vê se os testes falham"


@pytest.mark.parametrize(
    "sentence",
    [
        "A graça é que barro e vidro podem estar em fornos e oficinas diferentes.",
        "O baseado em cinzas segue pelo forno que esquentar primeiro no Ateliê.",
        "Reincidente é o que, punido várias vezes, repete o ato no mesmo ano.",
        "A confusão mais comum no Forno de Ana está nos quatro primeiros.",
    ],
)
def test_what_leaves_its_thing_untold_is_not_asserted(sentence: str) -> None:
    assert asserted(f"# Forno\n\n## Barro\n\n{sentence}\n") == []


def test_a_plural_that_is_counted_has_its_article() -> None:
    text = "# Forno\n\n## Barro\n\nTampas clássicas são seis: ABA, ACA, ADA, AFA, AGA e ALA.\n"
    assert asserted(text) == ["As tampas clássicas são seis: ABA, ACA, ADA, AFA, AGA e ALA."]


def test_basic_things_are_told_of_what() -> None:
    members = "\t- vidrar -> cobrir a peça\n\t- lixar -> alisar a peça\n\t- pintar -> dar cor à peça\n"
    below = read(f"# Olaria\n\n## Queima do barro\n\n- técnicas básicas\n{members}").groups
    assert [group.label for group in below] == ["técnicas básicas da queima do barro"]
    assert read(f"# Olaria, vidro e feira\n\n- técnicas básicas\n{members}").groups == ()


@pytest.mark.parametrize(
    ("line", "asked", "carded"),
    [
        ("forno -> fronteira em que o calor fica preso", "Conceitue forno.", "O que se entende por forno?"),
        (
            "Forno Grande -> conjunto de fornos da vila que queimam vasos",
            "Conceitue Forno Grande.",
            "O que se entende por Forno Grande?",
        ),
        ("Ana Lima -> autora de vasos de barro da vila", "Discorra sobre Ana Lima.", "Quem é Ana Lima?"),
    ],
)
def test_what_is_told_is_asked_in_one_form(line: str, asked: str, carded: str) -> None:
    text = f"# Olaria\n\n## Queima do barro\n\n- {line}\n"
    made = material(text)
    assert [draft.prompt for draft in write_open_questions(made.part("nota.md"), made)] == [asked]
    assert carded in {draft.prompt for draft in write_flashcards(made.part("nota.md"), made)}


def test_what_is_so_in_a_thing_is_asked_as_its_trait() -> None:
    made = material("# Olaria\n\n## Queima\n\n- queima oxidante: o ar entra pela porta do forno aberta\n")
    cards = {draft.prompt: draft.key for draft in write_flashcards(made.part("nota.md"), made)}
    assert cards["O que caracteriza a queima oxidante?"].startswith("Na queima oxidante, o ar entra")


ENGLISH = """# Kilns and pottery

## Kinds of fit that potters use when they load a kiln

- First fit: first hole that is big enough for the pot
- Tight fit: smallest hole that is big enough for the pot
- Cone: any marker that melts at a given heat
- Grog: a material that is added to the clay
- Glaze layer: a coat that is put over the clay
- Damper: valve that opens the flue of the kiln
- Next fit: like first fit, but starts where the last one stopped
- Wide shelf: great for tall pots, but slow to load
- Inner wall: what the potter actually sees
- Outer wall: the potter paints alone, no one on the other side
"""


def test_english_definitions_are_told_as_sentences() -> None:
    told = set(keys(ENGLISH).values())
    assert {
        "First fit is the first hole that is big enough for the pot.",
        "Tight fit is the smallest hole that is big enough for the pot.",
        "Cone is any marker that melts at a given heat.",
        "Grog is a material that is added to the clay.",
        "A glaze layer is a coat that is put over the clay.",
    } <= told
    assert not any(key.startswith(("Like", "Great", "What")) for key in told)
    assert not any("wall is the potter" in key for key in told)


def test_what_is_said_behind_a_semicolon_leaves_a_definition_a_sentence() -> None:
    text = "# Rede\n\n- sniffing -> captura do tráfego da rede; é ataque passivo\n"
    (key,) = keys(text).values()
    assert key == "O sniffing consiste na captura do tráfego da rede; é ataque passivo."


@pytest.mark.parametrize("remark", ["nem todo vaso tem tampa de barro", "quebrou 1 peça, perdeu tudo"])
def test_a_remark_below_a_name_gets_no_subject(remark: str) -> None:
    assert not any(
        told.startswith(("O nem ", "O VASO 0 quebrou")) for told in said(f"# Olaria\n\n- VASO 0\n\t! {remark}\n")
    )


def test_examples_behind_a_short_ex_are_left_out() -> None:
    assert clean_clause("meio de achar as peças ativas, ex. Roda e Torno") == "meio de achar as peças ativas"


def test_a_column_that_asks_is_no_property() -> None:
    text = "# Forno\n\n| Característica | O que significa | Dica |\n|---|---|---|\n"
    text += "| Variante no tempo | guarda grãos por mais de um ano | tampa |\n"
    text += "| Mudança no barro | serve a água do pote | alça |\n"
    made = material(text)
    assert not any("do que significa" in d.prompt for d in write_flashcards(made.part("nota.md"), made))


def test_how_much_of_something_there_is_defines_nothing() -> None:
    text = "# Feira\n\n## Estruturas\n\n- Barraca funcional: autoridade do dono da barraca pouca ou nenhuma\n"
    assert not any("é a autoridade" in told for told in asserted(text))
