"""A language model proposes stems and distractors; the verifier decides, and the key stays."""

import json
from threading import Event

import pytest
from practice_notes import HYPERVISORS, by_aspect, draw, material, note

from tutor.practice.drafts import Draft
from tutor.practice.generate import ExerciseBank
from tutor.practice.llm_writer import reword
from tutor.practice.multiple_choice import write_multiple_choice
from tutor.testing import FakeChatModel
from tutor.types import ExerciseKind

STEM = "Em um ambiente virtualizado, a chamada ao hypervisor similar a uma syscall denomina-se"
WRONG = ["interrupção", "exceção", "trap", "sinal"]


@pytest.fixture(scope="module")
def draft() -> Draft:
    made = material(HYPERVISORS)
    return by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))["termo", "hypercall"]


def proposal(stem: str = STEM, wrong: list[str] | None = None) -> FakeChatModel:
    said = {"enunciado": stem, "distratores": WRONG if wrong is None else wrong}
    return FakeChatModel(text=f"```json\n{json.dumps(said, ensure_ascii=False)}\n```")


def test_a_proposal_keeps_key_citation_and_id(draft: Draft) -> None:
    worded = reword(draft, proposal(), Event())
    assert worded is not None
    assert worded.prompt == STEM
    assert worded.options == ("hypercall", *WRONG)
    assert worded.exercise.id == draft.exercise.id
    assert worded.exercise.citation == draft.exercise.citation


@pytest.mark.parametrize(
    "model",
    [
        FakeChatModel(text="Não sei."),
        FakeChatModel(text='{"enunciado": 3}'),
        FakeChatModel(text='{"enunciado": "a", "distratores": ["b"'),
        proposal(wrong=WRONG[:3]),
        proposal(stem="O que é uma exceção?"),
        proposal(stem=f"{STEM} hypercall"),
    ],
    ids=["words", "other JSON", "cut JSON", "too few", "asks something else", "names the key"],
)
def test_what_is_no_proposal_is_left_alone(draft: Draft, model: FakeChatModel) -> None:
    assert reword(draft, model, Event()) is None


def test_the_notes_go_as_data(draft: Draft) -> None:
    model = proposal()
    reword(draft, model, Event())
    sent = json.loads(str(model.asked[0][1].content))
    assert (sent["gabarito"], sent["nota"]) == ("hypercall", draft.place.citation.quote)


@pytest.mark.parametrize(
    ("wrong", "shown"),
    [(WRONG, True), (["HYPERCALL", *WRONG[:3]], False), (["{ trap }", *WRONG[:3]], False)],
    ids=["sound", "repeats the key", "Markdown"],
)
def test_the_verifier_decides_on_proposals(wrong: list[str], shown: bool) -> None:
    bank = ExerciseBank([note(HYPERVISORS)], open_model=lambda: proposal(wrong=wrong))
    made = draw(bank, kinds=(ExerciseKind.MULTIPLE_CHOICE,)).exercises
    assert any(exercise.prompt == STEM for exercise in made) is shown


def test_distractors_that_the_notes_support_are_not_shown() -> None:
    notes = [note(HYPERVISORS + "* vmcall -> outra chamada ao hypervisor similar a uma syscall, na Intel\n")]
    bank = ExerciseBank(notes, open_model=lambda: proposal(wrong=["vmcall", *WRONG[:3]]))
    made = draw(bank, kinds=(ExerciseKind.MULTIPLE_CHOICE,)).exercises
    assert not any(exercise.prompt == STEM for exercise in made)
