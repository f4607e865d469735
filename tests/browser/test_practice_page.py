"""The practice and progress pages in a real browser, over the real tutor and the shipped notes."""

import shutil
import zipfile
from pathlib import Path

import pytest
from conftest import CORPUS, PHONE, OpenPage, Serve, TakePicture, settings_in
from driver import Chat, Quiz, scrolls_sideways
from playwright.sync_api import Page, expect

from tutor.settings import Settings
from tutor.testing import FakeEmbedder
from tutor.tutor import Tutor

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def student(show: Serve, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The app for a student who has not practised yet; notes and index are those of the other tests."""
    fresh = settings.model_copy(update={"data": settings_in(tmp_path_factory.mktemp("student")).data})
    return show(lambda: Tutor.open(fresh), fresh)


@pytest.fixture(scope="module")
def small(show: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The app over one of the shipped notes."""
    settings = settings_in(tmp_path_factory.mktemp("small"))
    settings.vault.mkdir()
    shutil.copy(CORPUS / "virtualizacao.md", settings.vault)
    return show(lambda: Tutor.open(settings, embedder=FakeEmbedder()), settings)


def test_a_session_is_played_with_the_keyboard(student: str, open_page: OpenPage, take_picture: TakePicture) -> None:
    page = open_page(student, color_scheme="light")
    quiz = Quiz(page).open()
    quiz.choose("Certo ou errado", "Múltipla escolha", count=5)
    quiz.begin()
    for n in range(1, 6):
        expect(quiz.place).to_have_text(f"Questão {n} de 5")
        letters = quiz.item.locator(".option kbd").all_inner_texts()
        assert letters in (["A", "B", "C", "D", "E"], ["C", "E"])
        page.keyboard.press("e")
        expect(quiz.feedback).to_be_visible()
        expect(quiz.item.locator(".option.right")).to_have_count(1)
        expect(quiz.feedback.locator(".place button")).to_be_visible()
        if n == 2:
            take_picture(page, "practice")
        page.keyboard.press("Enter")
    expect(quiz.result.locator(".score")).to_contain_text("de 5 certas")
    expect(quiz.result.locator(".bars .bar").first).to_be_visible()
    take_picture(page, "result")


def test_answers_outlive_the_page_and_the_session_is_taken_up(student: str, open_page: OpenPage) -> None:
    page = open_page(student)
    quiz = Quiz(page).open()
    quiz.choose("Certo ou errado", count=5)
    quiz.begin()
    page.keyboard.press("c")
    expect(quiz.feedback).to_be_visible()
    page.reload()
    quiz.open()
    page.get_by_role("button", name="Retomar a sessão em aberto (1/5)").click()
    expect(quiz.place).to_have_text("Questão 2 de 5")
    quiz.finish()
    expect(quiz.result.locator(".score")).to_contain_text("de 5 certas")


def test_cards_are_turned_and_rated_and_open_answers_written(student: str, open_page: OpenPage) -> None:
    page = open_page(student)
    quiz = Quiz(page).open()
    quiz.choose("Flashcard", "Aberta", count=5)
    quiz.begin()
    kinds = set()
    for n in range(1, 6):
        expect(quiz.place).to_have_text(f"Questão {n} de 5")
        kind = quiz.item.locator(".meta .chip").inner_text()
        kinds.add(kind)
        if kind == "Flashcard":
            page.keyboard.press("Enter")
            expect(quiz.item.locator(".back")).to_be_visible()
            page.keyboard.press("3")
        else:
            expect(quiz.item.get_by_role("textbox", name="Sua resposta")).to_be_focused()
            page.keyboard.type("não sei dizer")
            page.keyboard.press("Enter")
            expect(quiz.feedback.locator(".missing li").first).to_be_visible()
            page.keyboard.press("Enter")
    assert kinds == {"Flashcard", "Aberta"}
    expect(quiz.result).to_be_visible()


def test_a_mistake_is_reviewed_in_its_note_and_with_the_tutor(student: str, open_page: OpenPage) -> None:
    page = open_page(student)
    quiz = Quiz(page).open()
    quiz.choose("Múltipla escolha", count=5)
    quiz.begin()
    quiz.finish()
    mistake = quiz.result.locator(".mistake").first
    mistake.locator(".place button").click()
    chat = Chat(page)
    expect(chat.source.locator("mark").first).to_be_visible()
    page.keyboard.press("Escape")
    ask = mistake.get_by_role("button", name="Perguntar ao tutor sobre isto")
    question = ask.get_attribute("data-ask")
    ask.click()
    expect(chat.last.locator(".question")).to_have_text(str(question))
    expect(chat.last).to_have_class("exchange done")


def test_an_exam_is_timed_graded_at_the_end_and_can_be_changed(student: str, open_page: OpenPage) -> None:
    page = open_page(student)
    quiz = Quiz(page).open()
    quiz.choose("Certo ou errado", count=5)
    expect(page.get_by_label("Tempo em minutos (0: sem limite)")).to_be_hidden()
    page.get_by_label("Simulado: correção só no fim").check()
    page.get_by_label("Uma errada anula uma certa (Certo/Errado)").check()
    page.get_by_label("Tempo em minutos (0: sem limite)").fill("5")
    quiz.begin()
    expect(page.get_by_role("timer")).to_contain_text("4:")
    page.keyboard.press("c")
    expect(quiz.item.locator('[data-response="certo"]')).to_have_attribute("aria-pressed", "true")
    expect(quiz.feedback).to_have_count(0)
    page.keyboard.press("e")
    expect(quiz.item.locator('[data-response="errado"]')).to_have_attribute("aria-pressed", "true")
    for n in range(2, 6):
        page.get_by_role("button", name="Próxima").click()
        expect(quiz.place).to_have_text(f"Questão {n} de 5")
    page.get_by_role("button", name="Entregar (4 em branco)").click()
    expect(quiz.result.locator(".score")).to_contain_text("com anulação")


def test_a_list_is_answered_in_any_order_and_a_bad_question_taken_out(student: str, open_page: OpenPage) -> None:
    page = open_page(student, PHONE)
    quiz = Quiz(page).open()
    quiz.choose("Certo ou errado", count=5)
    page.get_by_label("Mostrar em lista").check()
    quiz.begin()
    items = page.locator("#practice .item")
    expect(items).to_have_count(5)
    assert not scrolls_sideways(page)
    items.nth(3).get_by_role("button", name="Certo").click()
    expect(items.nth(3).locator(".feedback")).to_be_visible()
    flagged = items.nth(0).get_attribute("data-id")
    items.nth(0).get_by_role("button", name="Questão ruim: não mostrar mais").click()
    expect(items).to_have_count(4)
    expect(page.locator(f'#practice [data-id="{flagged}"]')).to_have_count(0)
    quiz.finish()
    expect(quiz.result.locator(".score")).to_contain_text("de 4 certas")


def test_a_list_is_answered_with_keys_and_no_key_answers_what_is_out_of_sight(
    student: str, open_page: OpenPage
) -> None:
    page = open_page(student)
    quiz = Quiz(page).open()
    quiz.choose("Certo ou errado", count=10)
    page.get_by_label("Mostrar em lista").check()
    quiz.begin()
    feedback = page.locator("#practice .feedback")
    for n in range(1, 5):
        page.keyboard.press("c")
        expect(feedback).to_have_count(n)
        expect(quiz.item.locator(".options")).to_be_in_viewport()
        expect(quiz.item.locator(".prompt")).to_be_focused()
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.press("c")
    expect(quiz.item.locator(".options")).to_be_in_viewport()
    expect(feedback).to_have_count(4)
    page.keyboard.press("c")
    expect(feedback).to_have_count(5)
    quiz.finish()


def test_progress_shows_what_was_practised(student: str, open_page: OpenPage, take_picture: TakePicture) -> None:
    page = open_page(student, color_scheme="light")
    quiz = Quiz(page).open()
    quiz.choose("Certo ou errado", count=5)
    quiz.begin()
    page.keyboard.press("c")
    expect(quiz.feedback).to_be_visible()
    page.get_by_role("tab", name="Progresso").click()
    report = page.locator("#report")
    expect(report.locator(".columns .rest").first).to_be_visible()
    expect(report.locator(".bars .bar .good, .bars .bar .bad").first).to_be_visible()
    expect(report).to_contain_text("apostila so_02 · p. 51")
    take_picture(page, "progress")
    report.locator(".gaps button").first.click()
    expect(Chat(page).source.locator(".cited")).to_be_visible()
    page.keyboard.press("Escape")


def test_files_are_taken_away(small: str, open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(small)
    quiz = Quiz(page).open()
    quiz.choose("Certo ou errado", count=5)
    save(page, "Imprimir como prova", tmp_path / "prova.html")
    assert (tmp_path / "prova.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    expect(page.locator(".practice-head")).to_be_visible()
    page.get_by_label("Só o que errei").check()
    page.get_by_role("button", name="Imprimir como prova").click()
    expect(page.locator("#practice .warning")).to_contain_text("só as que errei")
    page.get_by_role("tab", name="Progresso").click()
    save(page, "Baralho do Anki", tmp_path / "tutor.apkg")
    assert "collection.anki2" in zipfile.ZipFile(tmp_path / "tutor.apkg").namelist()
    save(page, "Planilha CSV", tmp_path / "questoes.csv")
    assert len((tmp_path / "questoes.csv").read_text(encoding="utf-8-sig").splitlines()) > 5


def save(page: Page, button: str, file: Path) -> None:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    assert download.value.suggested_filename == file.name
    download.value.save_as(file)


def test_notes_without_questions_say_what_to_write(show: Serve, open_page: OpenPage, tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    settings.vault.mkdir()
    (settings.vault / "vazia.md").write_text("oi\n", encoding="utf-8")
    page = open_page(show(lambda: Tutor.open(settings, embedder=FakeEmbedder()), settings))
    expect(page.locator("#header .status")).to_have_text("1 nota pronta")
    page.get_by_role("tab", name="Praticar").click()
    expect(page.locator("#practice .warning")).to_contain_text("termo -> definição")
    expect(page.get_by_role("button", name="Começar")).to_be_hidden()
