"""A language model proposes stems and distractors; the verifier decides, and the key stays."""

import json
import time
from collections.abc import Iterator
from threading import Event

import pytest
from langchain_core.language_models import FakeListChatModel
from langchain_core.outputs import ChatGenerationChunk
from practice_notes import HYPERVISORS, NOW, by_aspect, draw, material, note

from tutor.errors import ChatModelError
from tutor.practice.history.selection import SessionPlan
from tutor.practice.history.sessions import Session
from tutor.practice.history.store import PracticeStore
from tutor.practice.questions.drafts import Draft
from tutor.practice.questions.generate import ExerciseBank
from tutor.practice.questions.llm_writer import CALLS, OpenModel, reword
from tutor.practice.questions.multiple_choice import write_multiple_choice
from tutor.settings import Settings
from tutor.testing import FakeChatModel, FakeEmbedder
from tutor.tutor import Tutor
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


SLOW = 5.0  # seconds that a slow model takes, far more than a test lets it have


class SlowModel(FakeChatModel):
    """Says nothing for a while."""

    def _stream(self, *arguments: object, **options: object) -> Iterator[ChatGenerationChunk]:
        time.sleep(SLOW)
        yield from super()._stream(*arguments, **options)  # type: ignore[arg-type]


def broken() -> FakeChatModel:
    raise ChatModelError("O modelo de linguagem não pôde ser aberto.")


@pytest.mark.parametrize(
    ("open_model", "notice"),
    [
        (lambda: FakeChatModel(error=OSError("sem rede")), "sem rede"),
        (broken, "não pôde ser aberto"),
        (lambda: FakeChatModel(text=" "), "sem texto"),
        (lambda: SlowModel(text="{}"), "não terminou em 0.05 s"),
    ],
    ids=["unreachable", "cannot be opened", "says nothing", "slow"],
)
def test_a_model_that_fails_leaves_the_session_as_the_notes_give_it(
    open_model: OpenModel, notice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tutor.practice.questions.llm_writer.SECONDS", 0.05)
    start = time.perf_counter()
    notes = [note(HYPERVISORS)]
    choices = (ExerciseKind.MULTIPLE_CHOICE,)
    drawn = draw(ExerciseBank(notes, open_model=open_model), count=2, kinds=choices)
    assert time.perf_counter() - start < SLOW
    assert notice in drawn.notice
    assert drawn.exercises == draw(ExerciseBank(notes), count=2, kinds=choices).exercises


def test_a_model_is_asked_a_few_times_and_only_for_what_is_drawn() -> None:
    model = FakeChatModel(text="{}")
    bank = ExerciseBank([note(HYPERVISORS)], open_model=lambda: model)
    drawn = draw(bank, kinds=(ExerciseKind.MULTIPLE_CHOICE,), count=8).exercises
    keys = {option.text for exercise in drawn for option in exercise.options if option.letter == exercise.key}
    asked = [json.loads(str(messages[1].content))["gabarito"] for messages in model.asked]
    assert 0 < len(asked) <= CALLS
    assert set(asked) <= keys
    model.asked.clear()
    assert len(draw(bank, kinds=(ExerciseKind.MULTIPLE_CHOICE,)).exercises) > 2 * CALLS
    assert len(model.asked) == CALLS


def test_no_model_is_opened_where_it_has_nothing_to_write() -> None:
    drawn = draw(ExerciseBank([note(HYPERVISORS)], open_model=broken), kinds=(ExerciseKind.FLASHCARD,))
    assert drawn.notice == ""


def test_a_given_chat_model_words_the_session_and_resuming_keeps_its_words(small_settings: Settings) -> None:
    """With a fake of LangChain's own."""
    (small_settings.vault / "virtualizacao.md").write_text(HYPERVISORS, encoding="utf-8")
    said = json.dumps({"enunciado": STEM, "distratores": WRONG}, ensure_ascii=False)
    plan = SessionPlan(kinds=(ExerciseKind.MULTIPLE_CHOICE,), count=None)
    plain = small_settings.model_copy(update={"data": small_settings.data / "plain"})
    with Tutor.open(plain, embedder=FakeEmbedder()) as tutor:
        tutor.sync()
        without = tutor.practise(plan, now=NOW)
    fake = FakeListChatModel(responses=[said])
    with Tutor.open(small_settings, embedder=FakeEmbedder(), chat_model=fake) as tutor:
        tutor.sync()
        session = tutor.practise(plan, now=NOW)
    worded = [exercise for exercise in session.exercises if exercise.prompt == STEM]
    assert [exercise.id for exercise in session.exercises] == [exercise.id for exercise in without.exercises]
    assert worded
    for exercise in worded:
        key = next(option.text for option in exercise.options if option.letter == exercise.key)
        assert (key, sorted(option.text for option in exercise.options)) == ("hypercall", sorted(["hypercall", *WRONG]))
    assert Session.resume(PracticeStore.open(small_settings.data), session.id).exercises == session.exercises
