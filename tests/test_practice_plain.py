"""What terse notes say too little of is not asked, and what half of its readers stumble over is asked last."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hand_exercises import flashcard, multiple_choice, open_question, true_false
from practice_notes import by_aspect, material, read

from tutor.practice.grammar.phrases import runs_together
from tutor.practice.grammar.spelling import written_out
from tutor.practice.history.plainness import WAITS, marks
from tutor.practice.history.records import Item
from tutor.practice.history.selection import SessionPlan, choose
from tutor.practice.questions.drafts import Draft
from tutor.practice.questions.flashcards import write_flashcards
from tutor.practice.questions.true_false import assertions
from tutor.types import Exercise, ExerciseKind, Option

TABLE = (
    "# Navio\n| Peça | {header} | Peso |\n|---|---|---|\n| {owner} | {value} | leve |\n| casco | azul mar | alto |\n"
)


@pytest.mark.parametrize(
    ("owner", "header", "value", "asked"),
    [
        ("mastro", "Cor", "verde mar", True),
        ("mastro", "Base", "verde mar", False),
        ("mastro", "Regra p/ lembrar", "verde mar", False),
        ("Zyx pronto", "Cor", "verde mar", False),
    ],
    ids=["trait", "says of what only in its table", "mnemonic", "owner without a sure article"],
)
def test_values_are_asked_of_what_has_an_article_below_headers_that_say_enough(
    owner: str, header: str, value: str, asked: bool
) -> None:
    found = cards(TABLE.format(owner=owner, header=header, value=value)).values()
    assert any(draft.answer == value for draft in found) is asked


@pytest.mark.parametrize(
    ("name", "together"),
    [
        ("requisitos processo", True),
        ("número processos", True),
        ("requisitos de processo", False),
        ("requisitos legais", False),
        ("tipos de processo", False),
        ("processo", False),
    ],
)
def test_two_nouns_in_a_row_are_no_name(name: str, together: bool) -> None:
    assert runs_together(name) is together


def test_lists_of_two_nouns_in_a_row_are_not_asked_for() -> None:
    assert not read("# Cartório\n- requisitos processo { novidade, atividade inventiva, registro }\n").groups


def test_a_count_before_the_name_of_a_list_is_no_part_of_it() -> None:
    found = read(
        "# Plano da vila\n\n5 tipos de vaso: { talha, moringa, panela }\n\n5 áreas: { pesca, reza, festa }\n"
    ).groups
    assert [group.label for group in found] == ["tipos de vaso"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("taxa máx teórica", "taxa máxima teórica"),
        ("velocidade mín. do barco", "velocidade mínima do barco"),
        ("valor máx teórico", "valor máximo teórico"),
        ("crescer E diminuir sob demanda", "crescer e diminuir sob demanda"),
        ("vitamina E natural", "vitamina E natural"),
    ],
)
def test_shorthand_agrees_and_stress_is_dropped(text: str, shown: str) -> None:
    assert written_out(text) == shown


@pytest.mark.parametrize(
    "told", ["pode atrasar a colheita inteira da vila", "sai o vaso que não é usado há mais tempo"]
)
def test_what_a_thing_is_like_is_not_asked_for_as_what_it_is(told: str) -> None:
    assert ("termo", "folga total") not in cards(f"# Vasos\n- folga total = {told}\n")


@pytest.mark.parametrize(
    "sentence", ["A da hepatite B é feita em levedura da vila.", "Dali o barro passa pelo forno da vila."]
)
def test_sentences_that_lean_on_the_one_before_are_not_asserted(sentence: str) -> None:
    made = material(f"# Olaria\nO barro vem do rio da vila. {sentence}\n")
    assert sentence.rstrip(".") not in {assertion.text for assertion in assertions(made.part("nota.md"), made)}


def _with_quote(exercise: Exercise, quote: str) -> Exercise:
    return replace(exercise, citation=replace(exercise.citation, quote=quote))


def cards(text: str) -> dict[tuple[str, ...], Draft]:
    made = material(text)
    return by_aspect(list(write_flashcards(made.part("nota.md"), made)))


LONG = "O barro que seca devagar, à sombra, não racha, pois a água sai dele por igual."


@pytest.mark.parametrize(
    ("exercise", "plain"),
    [
        pytest.param(
            flashcard("a", prompt="O que caracteriza o barro?", key="No barro, a água sai"), False, id="told of"
        ),
        pytest.param(flashcard("b", prompt="O que se entende por barro?", key="O barro é terra"), True, id="defined"),
        pytest.param(flashcard("c", prompt="What does “clay” do?"), False, id="told of in English"),
        pytest.param(
            _with_quote(flashcard("j", prompt="Qual é a porta do SSH?", key="22"), "SSH | 22"),
            False,
            id="cell of a table",
        ),
        pytest.param(
            _with_quote(flashcard("k", prompt="Qual é a porta do SSH?", key="22"), "- porta: 22"),
            True,
            id="number told",
        ),
        pytest.param(open_question("d", prompt="Explain what “clay” is."), False, id="explained"),
        pytest.param(open_question("e", prompt="Conceitue barro.", key="O barro é terra"), True, id="open definition"),
        pytest.param(
            multiple_choice("f", prompt="Considere a descrição a seguir.\n\n“Amassar o barro da vila.”\n\nEla é de"),
            False,
            id="act described",
        ),
        pytest.param(
            multiple_choice("g", prompt="Considere a descrição a seguir.\n\n“Terra do rio da vila.”\n\nEla é de"),
            True,
            id="thing described",
        ),
        pytest.param(
            multiple_choice("m", prompt="Considere a descrição a seguir.\n\n“O forno permite a venda.”\n\nEla é de"),
            False,
            id="what happens described",
        ),
        pytest.param(flashcard("n", prompt="O que abrange o barro? (2 itens)"), False, id="comprised"),
        pytest.param(flashcard("o", prompt="Complete com 2 itens: O barro tem _____."), False, id="list to complete"),
        pytest.param(
            multiple_choice("l", options=tuple(Option(x, x if x == "A" else x.lower()) for x in "ABCDE")),
            False,
            id="names of two kinds",
        ),
        pytest.param(_with_quote(true_false("h", prompt=LONG), "barro seca, sombra"), False, id="no sign in its line"),
        pytest.param(_with_quote(true_false("p", prompt=f"No forno, {LONG}"), "barro -> seca"), False, id="placed"),
        pytest.param(
            _with_quote(true_false("q", prompt=LONG.replace("seca", "é diferente da areia e seca")), "barro -> seca"),
            False,
            id="told apart",
        ),
        pytest.param(
            _with_quote(true_false("r", prompt="A lei alcança o barro da vila, a água do poço e a lenha seca."), "é"),
            False,
            id="law that is not named",
        ),
        pytest.param(
            _with_quote(true_false("s", prompt=LONG.replace("por igual", "mais lento")), "barro ->"),
            False,
            id="compared with nothing",
        ),
        pytest.param(_with_quote(true_false("i", prompt=LONG), "barro -> seca à sombra"), True, id="sign in its line"),
    ],
)
def test_what_reads_plainly(exercise: Exercise, plain: bool) -> None:
    assert (marks(exercise) < WAITS) is plain


def _of_clay(name: str, key: str, facts: tuple[str, ...], more: str = "") -> Exercise:
    asked = open_question(name, prompt="Conceitue barro.", key=key, rubric=facts)
    return _with_quote(asked, f"barro -> {'; '.join(facts)}{more}")


@pytest.mark.parametrize(
    ("exercise", "borne"),
    [
        pytest.param(_of_clay("a", "O barro é terra", ("terra",)), 0, id="plain"),
        pytest.param(_of_clay("b", "O barro é terra (do rio)", ("terra (do rio)",)), 2, id="bracketed"),
        pytest.param(_of_clay("j", "O barro é terra", ("terra",), ", molda vasos"), 1, id="cut short"),
        pytest.param(_of_clay("k", "Terra", ("terra",)), 1, id="fragment"),
        pytest.param(_of_clay("c", "O barro é terra; molda-se", ("terra", "molda-se")), 1, id="several facts"),
        pytest.param(open_question("d", prompt="Enumere as fases do barro.", key="Fases: lavar; secar"), 1, id="list"),
        pytest.param(
            flashcard("e", prompt="O que se entende por barro?", key="barro: terra, areia (fina)"), 2, id="aside"
        ),
        pytest.param(
            flashcard("f", prompt="O que se entende por “barro 2”?", key="barro 2: terra do rio"), 2, id="number"
        ),
        pytest.param(_with_quote(true_false("g", prompt=LONG), "barro { seca, molda }"), 2, id="set"),
        pytest.param(_with_quote(multiple_choice("h"), "barro -> terra, areia, água"), 2, id="row of facts"),
        pytest.param(_with_quote(multiple_choice("i"), "tipos de barro { mole, duro }"), 0, id="short set"),
    ],
)
def test_marks_of_a_telegraphic_note_are_counted(exercise: Exercise, borne: int) -> None:
    assert marks(exercise) == borne


def test_plain_exercises_come_first_and_a_kind_without_any_now_and_then() -> None:
    plain = [
        flashcard(f"card {n}", prompt=f"O que se entende por barro {'i' * n}?", key=f"barro {'i' * n} da vila", line=n)
        for n in range(1, 9)
    ]
    loaded = [
        flashcard(f"aside {n}", prompt="O que se entende por barro?", key="terra (do rio), areia", line=10 + n)
        for n in range(3)
    ]
    hard = [
        _with_quote(true_false(f"said {n}", prompt="O barro seca.", line=20 + n), "barro, sombra") for n in range(4)
    ]
    items = [Item(exercise) for exercise in (*loaded, *hard, *plain)]
    asked = choose(items, SessionPlan(count=10), now=datetime(2026, 11, 28, tzinfo=UTC))
    assert [exercise.kind for exercise in asked].count(ExerciseKind.TRUE_FALSE) == 2
    assert not set(loaded) & set(asked)
