"""What the page shows while the tutor is not ready, while an answer grows, and when something fails."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from conftest import OpenPage, Serve, settings_in
from driver import Chat
from playwright.sync_api import expect

from tutor.errors import ChatModelError, EmbedderError
from tutor.testing import FakeEmbedder
from tutor.tutor import Tutor
from tutor.types import Answer, Citation, Progress, SyncReport

pytestmark = pytest.mark.slow

CITATION = Citation(1, "a.md", ("a",), 1, 1, "um -> primeiro")


class SteppedTutor:
    """A tutor whose every step waits for the test."""

    def __init__(self) -> None:
        self.index_on, self.answer_on = threading.Event(), threading.Event()

    def sync(self, progress: Progress, *, rebuild: bool = False) -> SyncReport:
        """Wait at note 12 of 200."""
        progress(12, 200, "a.md")
        self.index_on.wait(60)
        return SyncReport(1, 0, 0, 0)

    def warm_up(self) -> None:
        """Nothing to load."""

    def notes(self) -> tuple[()]:
        """None."""
        return ()

    def starter_questions(self, _count: int) -> list[str]:
        """One."""
        return ["O que é um?"]

    def ask_stream(self, question: str, _history: object, _notes: object) -> Iterator[Answer]:
        """Say a first half, wait, say the whole; or fail as the question asks."""
        if question == "defeito":
            raise ZeroDivisionError
        if question == "sem modelo":
            raise ChatModelError("O modelo não respondeu. Ligue o servidor e tente de novo.")
        yield Answer(question, "**um**: primeiro [1]", (CITATION,))
        self.answer_on.wait(60)
        yield Answer(question, "**um**: primeiro [1]\n\ne segundo [1]", (CITATION,))


def test_page_comes_up_before_the_model_and_questions_wait(show: Serve, open_page: OpenPage, tmp_path: Path) -> None:
    tutor, may_open = SteppedTutor(), threading.Event()

    def open_tutor() -> Tutor:
        may_open.wait(60)
        return cast(Tutor, tutor)

    page = open_page(show(open_tutor, settings_in(tmp_path)))
    chat = Chat(page)
    status = page.locator("#header .status")
    expect(status).to_have_text("Preparando o modelo…")
    chat.question.fill("O que é um?")
    chat.question.press("Enter")
    expect(chat.last.locator(".working")).to_have_text("Preparando o modelo…")
    may_open.set()
    expect(chat.last.locator(".working")).to_have_text("Indexando 12/200…")
    expect(status).to_have_text("Indexando 12/200…")
    tutor.index_on.set()
    tutor.answer_on.set()
    expect(chat.last.locator(".words")).to_contain_text("e segundo")
    expect(status).to_have_text("Nenhuma nota")


@pytest.fixture(scope="module")
def ready(show: Serve, tmp_path_factory: pytest.TempPathFactory) -> tuple[SteppedTutor, str]:
    """A tutor that is indexed, and its app."""
    tutor = SteppedTutor()
    tutor.index_on.set()
    return tutor, show(lambda: cast(Tutor, tutor), settings_in(tmp_path_factory.mktemp("waiting")))


def test_an_answer_grows_is_stopped_and_asked_again(ready: tuple[SteppedTutor, str], open_page: OpenPage) -> None:
    tutor, address = ready
    page = open_page(address)
    chat = Chat(page).ready()
    chat.question.fill("O que é um?")
    chat.question.press("Enter")
    expect(chat.last).to_have_class("exchange growing")
    expect(chat.last.locator(".words")).to_have_text("um: primeiro 1")
    page.get_by_role("button", name="Parar").click()
    expect(chat.last).to_have_class("exchange stopped")
    expect(chat.last.locator(".notice")).to_have_text("Resposta interrompida.")
    tutor.answer_on.set()
    page.get_by_role("button", name="Tentar de novo").click()
    expect(chat.last).to_have_class("exchange done")
    expect(chat.last.locator(".words")).to_contain_text("e segundo")
    expect(chat.exchanges).to_have_count(1)
    expect(page.get_by_role("button", name="Enviar")).to_be_visible()

    tutor.answer_on.clear()
    chat.question.fill("O que é um?")
    chat.question.press("Enter")
    expect(chat.last).to_have_class("exchange growing")
    page.get_by_role("button", name="Nova conversa").click()
    chat.ready()
    tutor.answer_on.set()
    page.wait_for_timeout(500)
    expect(chat.exchanges).to_have_count(0)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("sem modelo", "Não consegui responder. O modelo não respondeu. Ligue o servidor e tente de novo."),
        ("defeito", "Não consegui responder. Algo deu errado ao responder."),
    ],
)
def test_failures_are_told_in_words(
    ready: tuple[SteppedTutor, str], open_page: OpenPage, question: str, words: str
) -> None:
    tutor, address = ready
    tutor.answer_on.set()
    page = open_page(address)
    chat = Chat(page).ready()
    chat.question.fill(question)
    chat.question.press("Enter")
    expect(chat.last.locator(".warning")).to_contain_text(words)
    assert "Traceback" not in page.content()
    expect(chat.ask("O que é um?")).to_contain_text("e segundo")


def test_every_page_says_that_there_is_no_vault(show: Serve, open_page: OpenPage, tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    page = open_page(show(lambda: Tutor.open(settings, embedder=FakeEmbedder()), settings))
    words = f"A pasta de notas {settings.vault} não existe."
    expect(page.locator(".welcome .warning")).to_contain_text(words)
    for tab, place in (("Praticar", "#practice"), ("Progresso", "#report"), ("Notas", "#progress")):
        page.get_by_role("tab", name=tab).click()
        expect(page.locator(f"{place} .warning")).to_contain_text(words)
    page.get_by_role("button", name="Mudar o idioma para inglês").click()
    expect(page.locator("#progress .warning")).to_contain_text(f"The folder of notes {settings.vault} does not exist.")
    settings.vault.mkdir()
    (settings.vault / "a.md").write_text("* um -> primeiro dos números naturais\n", encoding="utf-8")
    page.get_by_role("tab", name="Practise").click()
    expect(page.locator("#header .status")).to_have_text("1 note ready")


def test_a_tutor_that_cannot_be_opened_says_why_and_is_tried_again(
    show: Serve, open_page: OpenPage, tmp_path: Path
) -> None:
    tutor, failures = SteppedTutor(), [EmbedderError("O modelo x não existe. Escolha outro com TUTOR_EMBEDDER.")]
    tutor.index_on.set()
    tutor.answer_on.set()

    def open_tutor() -> Tutor:
        if failures:
            raise failures.pop()
        return cast(Tutor, tutor)

    page = open_page(show(open_tutor, settings_in(tmp_path)))
    chat = Chat(page)
    expect(page.locator("#header .status")).to_have_text("Não foi possível abrir as notas")
    expect(page.locator(".welcome .warning")).to_contain_text("Escolha outro com TUTOR_EMBEDDER.")
    page.get_by_role("tab", name="Notas").click()
    expect(page.locator("#progress .warning")).to_contain_text("Escolha outro com TUTOR_EMBEDDER.")
    page.get_by_role("button", name="Reindexar").click()
    expect(page.locator("#progress")).to_contain_text("Novas: 1")
    page.get_by_role("tab", name="Perguntar").click()
    expect(chat.ask("O que é um?")).to_contain_text("e segundo")
