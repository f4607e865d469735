"""The bank of exercises: what holds for every one of them, whatever the notes."""

import re
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from odd_notes import SLIPS_IN_LINES
from practice_notes import CELLS, HYPERVISORS, PORTS, bank, draw, note

from tutor.errors import PracticeError
from tutor.language import fold, tokens
from tutor.practice.questions.generate import ExerciseBank
from tutor.practice.questions.verification import Rejection, is_verbatim, is_whole
from tutor.types import Answer, Exercise, ExerciseKind, Note

NOTES = [note(HYPERVISORS, "virtualizacao.md"), note(PORTS, "redes.md"), note(CELLS, "biologia.md")]


def assert_sound(exercises: tuple[Exercise, ...], notes: list[Note]) -> None:
    """Assert what no exercise may ever break."""
    paths = {each.path: each for each in notes}
    assert len({exercise.id for exercise in exercises}) == len(exercises)
    for exercise in exercises:
        assert is_verbatim(exercise.citation, paths), exercise
        assert all(map(is_whole, exercise.prompt.split("\n\n")[-1:])) or exercise.options, exercise
        assert exercise.topic
        assert exercise.explanation
        if exercise.kind is ExerciseKind.MULTIPLE_CHOICE:
            assert [option.letter for option in exercise.options] == list("ABCDE")
            assert len({fold(option.text) for option in exercise.options}) == 5
            assert exercise.key in "ABCDE"
        elif exercise.kind is ExerciseKind.TRUE_FALSE:
            assert exercise.key == ("errado" if exercise.change else "certo")
            assert exercise.change is None or exercise.change.after in exercise.prompt
        elif exercise.kind is ExerciseKind.OPEN:
            assert exercise.rubric


def test_every_exercise_is_sound() -> None:
    exercises = ExerciseBank(NOTES).exercises
    assert_sound(exercises, NOTES)
    assert {exercise.kind for exercise in exercises} == set(ExerciseKind)
    assert len(exercises) > 60


_LINES = st.sampled_from(
    [
        *HYPERVISORS.splitlines(),
        *PORTS.splitlines(),
        *CELLS.splitlines(),
        *["", "> [!note] x", "* a -> b -> c", "- { x, y", "1. termo: (", "| a |", "```", "* **X** é", "\t* ex: a"],
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_LINES, max_size=25))
def test_any_mixture_of_lines_gives_sound_exercises_or_none(lines: list[str]) -> None:
    notes = [note("\n".join(lines))]
    assert_sound(ExerciseBank(notes).exercises, notes)


@settings(max_examples=60, deadline=None)
@given(st.lists(SLIPS_IN_LINES, min_size=3, max_size=25), SLIPS_IN_LINES)
@example(["* teste -> troca s de lugar"], "redes")
@example(["# Estatística p/ concurso (anotações das aulas)", "Livro: Bussab e Morettin"], "estatistica")
@example(["- association - Apriori", "|:", "4. responder a mudanças", "- extend: comportamento opcional"], "princ")
def test_lines_with_slips_in_them_give_exercises_or_none(lines: list[str], name: str) -> None:
    notes = [note("\n".join(lines), f"{name.replace('/', '')[:30]}.md")]
    assert_sound(ExerciseBank(notes).exercises, notes)


def test_a_seed_gives_the_same_again_and_others_differ() -> None:
    first = draw(ExerciseBank(NOTES), seed=7, count=12)
    warm = ExerciseBank(NOTES)
    draw(warm, seed=1)
    assert draw(warm, seed=7, count=12) == first
    assert draw(warm, seed=8, count=12).exercises != first.exercises


def test_ids_do_not_depend_on_seed_path_or_place() -> None:
    moved = note("Outra introdução às notas.\n\n" + HYPERVISORS, "outra/virtualizacao.md")
    here = {exercise.id for exercise in ExerciseBank(NOTES[:1]).exercises if exercise.kind is ExerciseKind.FLASHCARD}
    there = {exercise.id for exercise in ExerciseBank([moved]).exercises}
    assert here <= there


def test_keys_are_balanced() -> None:
    exercises = draw(ExerciseBank(NOTES), seed=3, kinds=(ExerciseKind.MULTIPLE_CHOICE,)).exercises
    keys = Counter(exercise.key for exercise in exercises)
    assert max(keys.values()) - min(keys.values()) <= 1


def test_kinds_and_topics_take_turns() -> None:
    kinds = (ExerciseKind.TRUE_FALSE, ExerciseKind.OPEN, ExerciseKind.FLASHCARD)
    exercises = draw(ExerciseBank(NOTES), seed=2, count=6, kinds=kinds).exercises
    asked = Counter(exercise.kind for exercise in exercises)
    assert asked.keys() == set(kinds)
    assert max(asked.values()) <= 3  # which reads best is learned
    assert len({exercise.topic for exercise in exercises}) >= 4


@pytest.mark.parametrize("topic", ["Snapshot", "virtualizacao.md", "VIRTUALIZACAO"])
def test_topics_by_name_path_or_title(topic: str) -> None:
    exercises = draw(ExerciseBank(NOTES), topics=(topic,)).exercises
    assert {exercise.citation.note for exercise in exercises} == {"virtualizacao.md"}


def test_kinds_are_kept() -> None:
    exercises = draw(bank(PORTS), kinds=(ExerciseKind.FLASHCARD,)).exercises
    assert {exercise.kind for exercise in exercises} == {ExerciseKind.FLASHCARD}


@pytest.mark.parametrize(
    ("notes", "message"),
    [
        ([], "Não há notas com texto"),
        ([note("")], "Não há notas com texto"),
        ([note("* ver depois\n* comprar pão\n* https://example.com")], "não deram nenhuma questão segura"),
    ],
    ids=["no notes", "empty note", "nothing to ask"],
)
def test_notes_that_give_nothing_are_told(notes: list[Note], message: str) -> None:
    with pytest.raises(PracticeError, match=message):
        draw(ExerciseBank(notes))


def test_unknown_topics_name_the_known_ones() -> None:
    with pytest.raises(PracticeError, match=r"sobre “fotossíntese”.*Os tópicos mais próximos são: protocolos"):
        draw(bank(PORTS), topics=("fotossíntese",))
    with pytest.raises(PracticeError, match="pelo menos 1"):
        draw(bank(PORTS), count=0)


class Refuser:
    """Answers nothing."""

    def ask(self, question: str) -> Answer:
        """Refuse."""
        return Answer(question, "As suas notas não respondem a isso.")


def test_what_the_tutor_does_not_arrive_at_is_not_shown() -> None:
    refused = ExerciseBank(NOTES, Refuser())
    with pytest.raises(PracticeError, match="não chegou ao gabarito"):
        draw(refused, count=5)
    assert not any(map(refused.accepts, refused.exercises[:5]))
    assert ExerciseBank(NOTES).accepts(refused.exercises[0])


def test_rejections_are_counted_by_reason() -> None:
    rejections = draw(ExerciseBank(NOTES)).rejections
    assert set(rejections) <= set(Rejection)
    assert all(count > 0 for count in rejections.values())


def test_stems_name_neither_pages_nor_images_nor_signs() -> None:
    for exercise in ExerciseBank(NOTES).exercises:
        shown = " ".join((exercise.prompt, *(option.text for option in exercise.options)))
        assert not re.search(r"->|[{}]|\bex:|apostila|\.png|\bp\. \d", shown), shown


def test_an_english_note_is_asked_in_english() -> None:
    text = "".join(
        f"* {name} -> a {kind} that {does} the packets of every customer in the whole network\n"
        for name, kind, does in (
            ("router", "device", "forwards"),
            ("probe", "sensor", "measures"),
            ("filter", "program", "drops"),
            ("shaper", "queue", "delays"),
            ("mirror", "port", "copies"),
        )
    )
    exercises = bank(
        f"# Traffic\n\n{text}* parts {{ hubs, wires, plugs }}\n"
        "* corrective -> a plan that is kept for one customer of the network\n"
        "* reserved -> a link that is kept for one customer of the network\n"
        "* fan-out -> publish/subscribe messages that reach the whole network\n"
        "* Raft elects a leader and needs votes: a cluster of five nodes\n"
    ).exercises
    assert {exercise.kind for exercise in exercises} >= {ExerciseKind.OPEN, ExerciseKind.FLASHCARD}
    assert all(exercise.kind is not ExerciseKind.TRUE_FALSE for exercise in exercises)
    prompts = " ".join(exercise.prompt for exercise in exercises)
    assert "Raft" not in prompts
    assert not {"reserved", "corrective"} & set(tokens(prompts))
    assert "Publish/subscribe messages that reach the whole network." in {exercise.key for exercise in exercises}
    assert all(exercise.change is None for exercise in exercises)
    assert "Traffic\n\nWhat is meant by “router”?" in {exercise.prompt for exercise in exercises}
    assert not {"o", "que", "assinale", "conceitue", "cite"} & set(tokens(prompts))


def test_what_is_asked_fits_what_is_told() -> None:
    text = """* objetivo dos ensaios -> preparação do elenco para a estreia
* comissão de figurino { costureira, modelista, bordadeira }
"""
    prompts = [e.prompt for e in ExerciseBank([note(text)]).exercises if e.kind is ExerciseKind.OPEN]
    assert prompts == ["Indique o objetivo dos ensaios."]
