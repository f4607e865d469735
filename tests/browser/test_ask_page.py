"""The ask page in a real browser, over the real tutor and the shipped notes."""

import json
from pathlib import Path

import pytest
from conftest import DESKTOP, LONG_WORD, PHONE, OpenPage, TakePicture
from driver import Chat, scrolls_sideways
from playwright.sync_api import expect

from tutor.settings import Settings

pytestmark = pytest.mark.slow


def test_a_student_asks_reads_opens_the_source_switches_language_and_follows_up(
    address: str, open_page: OpenPage, take_picture: TakePicture
) -> None:
    page = open_page(address, DESKTOP, color_scheme="light")
    chat = Chat(page).ready()
    take_picture(page, "welcome")

    answer = chat.ask("Quais são os hypervisors do tipo 1?")
    for name in ("VMware ESX Server", "Microsoft Hyper-V", "Citrix XenServer"):
        expect(answer.locator(".words")).to_contain_text(name)

    answer.locator(".cite").first.click()
    expect(chat.source.locator("h2")).to_be_focused()
    expect(chat.source.locator("mark")).to_contain_text("VMware ESX Server, Microsoft Hyper-V, Citrix XenServer")
    expect(chat.source.locator(".row.above")).to_contain_text("tipos de hypervisors")
    expect(chat.source.locator(".place")).to_contain_text("virtualizacao.md · linha")
    page.keyboard.press("Escape")
    expect(chat.source).to_have_count(0)
    expect(answer.locator(".cite").first).to_be_focused()

    page.get_by_role("button", name="Mudar o idioma para inglês").click()
    expect(page.get_by_role("tab", name="Ask")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    chat.question = page.get_by_role("textbox", name="Your question")
    expect(chat.last.locator(".words")).to_contain_text("VMware ESX Server")

    follow_up = chat.ask("e o tipo 2?")
    for name in ("VirtualBox", "QEMU"):
        expect(follow_up.locator(".words")).to_contain_text(name)


def test_the_source_opens_beside_the_chat(address: str, open_page: OpenPage, take_picture: TakePicture) -> None:
    page = open_page(address, DESKTOP, color_scheme="light")
    chat = Chat(page).ready()
    answer = chat.ask("Qual a diferença entre hypervisor tipo 1 e tipo 2?")
    answer.locator(".cite").nth(2).click()
    expect(chat.source.locator("mark").first).to_be_visible()
    panel, words = chat.source.bounding_box(), answer.bounding_box()
    assert panel is not None
    assert words is not None
    assert words["x"] + words["width"] <= panel["x"]
    take_picture(page, "desktop")


def test_the_source_is_a_sheet_on_a_phone(address: str, open_page: OpenPage, take_picture: TakePicture) -> None:
    page = open_page(address, PHONE, color_scheme="dark")
    chat = Chat(page).ready()
    answer = chat.ask("Qual a diferença entre hypervisor tipo 1 e tipo 2?")
    assert not scrolls_sideways(page)
    answer.locator(".cite").nth(2).click()
    expect(chat.source.locator("mark").first).to_be_visible()
    sheet = chat.source.bounding_box()
    assert sheet is not None
    assert (sheet["x"], sheet["width"]) == (0, PHONE[0])
    assert sheet["y"] > 100
    assert not scrolls_sideways(page)
    take_picture(page, "phone")
    page.get_by_role("button", name="Fechar a fonte").click()
    expect(chat.source).to_have_count(0)
    page.get_by_role("tab", name="Notas").click()
    expect(page.locator("#notes table")).to_be_visible()
    assert not scrolls_sideways(page)


def test_a_pasted_image_is_shown_with_its_page(address: str, open_page: OpenPage) -> None:
    chat = Chat(open_page(address)).ready()
    answer = chat.ask("O que há na página 51 da apostila so_02?")
    expect(answer.locator(".source-link .chip").first).to_have_text("apostila so_02 · p. 51")
    answer.locator(".cite").first.click()
    picture = chat.source.locator(".row img").first
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") > 0


def test_a_refusal_suggests_topics_that_can_be_asked(address: str, open_page: OpenPage) -> None:
    chat = Chat(open_page(address)).ready()
    refusal = chat.ask("Qual é a capital da França?")
    expect(refusal.locator(".cite")).to_have_count(0)
    topic = refusal.locator(".topic").first
    words = topic.inner_text()
    topic.click()
    chat.answer_after(1)
    expect(chat.last.locator(".question")).to_have_text(f"O que é {words}?")


def test_a_starter_is_asked_and_answered(address: str, open_page: OpenPage) -> None:
    page = open_page(address)
    chat = Chat(page).ready()
    page.locator(".starter").first.click()
    answer = chat.answer_after(0)
    expect(answer.locator(".cite").first).to_be_visible()


def test_scope_keeps_to_one_note(address: str, open_page: OpenPage) -> None:
    page = open_page(address)
    chat = Chat(page).ready()
    page.get_by_role("listbox", name="Onde procurar").or_(page.locator("#scope input")).first.click()
    page.get_by_role("option", name="Pasta seguranca").click()
    refusal = chat.ask("O que é live migration?")
    expect(refusal.locator(".cite")).to_have_count(0)
    page.locator("#scope input").click()
    page.get_by_role("option", name="Todas as notas").click()
    answer = chat.ask("O que é live migration?")
    expect(answer.locator(".cite").first).to_be_visible()


def test_votes_are_kept_in_a_local_file(address: str, open_page: OpenPage, settings: Settings) -> None:
    page = open_page(address)
    chat = Chat(page).ready()
    chat.ask("O que é hypercall?")
    thumb = page.get_by_role("button", name="Boa resposta")
    thumb.click()
    expect(thumb).to_have_attribute("aria-pressed", "true")
    records = [json.loads(line) for line in (settings.data / "feedback.jsonl").read_text("utf-8").splitlines()]
    assert (records[-1]["question"], records[-1]["vote"]) == ("O que é hypercall?", "up")
    assert records[-1]["citations"][0]["note"] == "virtualizacao.md"


def test_conversation_is_exported_copied_kept_over_a_reload_and_begun_anew(
    address: str, open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page(address)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    chat = Chat(page).ready()
    chat.ask("O que é hypercall?")

    with page.expect_download() as download:
        page.get_by_role("button", name="Exportar").click()
    assert download.value.suggested_filename.endswith(".md")
    download.value.save_as(tmp_path / "conversa.md")
    exported = (tmp_path / "conversa.md").read_text(encoding="utf-8")
    assert exported.startswith("# Conversa\n\n## O que é hypercall?\n\n**hypercall**")
    assert "- [1] `virtualizacao.md`, linha" in exported

    page.get_by_role("button", name="Copiar a resposta").click()
    expect(page.get_by_role("button", name="Copiado")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("**hypercall**")

    page.reload()
    expect(chat.last.locator(".question")).to_have_text("O que é hypercall?")
    page.get_by_role("button", name="Nova conversa").click()
    expect(chat.exchanges).to_have_count(0)
    page.reload()
    chat.ready()
    expect(chat.exchanges).to_have_count(0)


def test_hostile_notes_and_questions_are_shown_as_text(hostile_address: str, open_page: OpenPage) -> None:
    page = open_page(hostile_address)
    chat = Chat(page).ready()
    hostile = "<img src=x onerror='window.hacked = 6'> O que é zorbificador? ![x](https://example.com/x.png) {{value}}"
    chat.ask(hostile)
    expect(chat.last.locator(".question")).to_have_text(hostile)
    answer = chat.ask("O que é zorbificador?")
    answer.locator(".cite").first.click()
    expect(chat.source.locator("h2")).to_have_text("<img src=x onerror=alert('titulo')>")
    expect(chat.source).to_contain_text("zorbifica")
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="Praticar").click()
    page.get_by_role("button", name="Começar").click()
    expect(page.locator(".item.current")).to_be_visible()
    page.get_by_role("tab", name="Progresso").click()
    expect(page.locator("#report .gaps")).to_be_visible()
    page.get_by_role("tab", name="Notas").click()
    page.locator("#notes").get_by_role("button", name="<img src=x").first.click()
    expect(chat.source).to_contain_text("clique aqui")
    assert page.evaluate("window.hacked") is None
    assert page.locator("main :is(script, iframe, a[href], img:not([src^='data:']))").count() == 0


def test_everything_is_reached_with_the_keyboard_alone(address: str, open_page: OpenPage) -> None:
    page = open_page(address)
    chat = Chat(page).ready()
    expect(chat.question).to_be_focused()
    page.keyboard.type("O que é snapshot?")
    page.keyboard.press("Shift+Enter")
    expect(chat.exchanges).to_have_count(0)
    page.keyboard.press("Enter")
    answer = chat.answer_after(0)

    marker = answer.locator(".cite").first
    for _ in range(60):
        if marker.evaluate("button => button === document.activeElement"):
            break
        page.keyboard.press("Shift+Tab")
    expect(marker).to_be_focused()
    assert marker.evaluate("button => getComputedStyle(button).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(chat.source.locator("mark").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(marker).to_be_focused()
    page.keyboard.press("/")
    expect(chat.question).to_be_focused()
    unnamed = page.evaluate(
        """() => [...document.querySelectorAll('button, input, textarea')]
            .filter((each) => each.offsetParent)
            .filter((each) => !(each.innerText || each.getAttribute('aria-label') || each.labels?.length))
            .map((each) => each.outerHTML)"""
    )
    assert unnamed == []


def test_what_was_pressed_keeps_the_focus_and_answers_are_said_aloud(address: str, open_page: OpenPage) -> None:
    page = open_page(address)
    chat = Chat(page).ready()
    page.locator(".starter").first.focus()
    page.keyboard.press("Enter")
    answer = chat.answer_after(0)
    expect(chat.question).to_be_focused()
    expect(page.locator(".gradio-container > [role=status]")).to_have_text(answer.locator(".words").inner_text())
    thumb = page.get_by_role("button", name="Boa resposta")
    thumb.focus()
    page.keyboard.press("Enter")
    expect(thumb).to_have_attribute("aria-pressed", "true")
    expect(thumb).to_be_focused()


def test_a_long_question_and_a_long_word_leave_everything_in_reach(hostile_address: str, open_page: OpenPage) -> None:
    page = open_page(hostile_address, (320, 640))
    chat = Chat(page).ready()
    chat.ask(f"O que é {LONG_WORD}?").locator(".cite").first.click()
    expect(chat.source).to_be_visible()
    page.mouse.click(160, 5)
    expect(chat.source).to_have_count(0)
    chat.question.fill("x" * 10_000)
    chat.question.press("Enter")
    expect(chat.last.locator(".warning")).to_contain_text("A pergunta tem 10000 caracteres; o limite é 2000.")
    assert not scrolls_sideways(page)
    for tab in ("Praticar", "Progresso", "Notas"):
        page.get_by_role("tab", name=tab).click()
    expect(page.locator("#notes table")).to_be_visible()
    page.get_by_role("button", name="Mudar o idioma para inglês").click()
    page.get_by_role("tab", name="Ask").click()
    page.get_by_role("button", name="Try again").click()
    expect(chat.last.locator(".warning")).to_contain_text("The question has 10000 characters; the limit is 2000.")


def test_theme_follows_the_system_until_it_is_chosen(address: str, open_page: OpenPage) -> None:
    page = open_page(address, color_scheme="dark")
    Chat(page).ready()
    dark = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(dark) == "rgb(21, 24, 23)"
    page.get_by_role("button", name="Alternar entre claro e escuro").click()
    assert page.evaluate(dark) == "rgb(250, 249, 246)"
    page.reload()
    Chat(page).ready()
    assert page.evaluate(dark) == "rgb(250, 249, 246)"


def test_notes_page_shows_what_is_indexed_and_indexes_again(
    address: str, open_page: OpenPage, settings: Settings, take_picture: TakePicture
) -> None:
    page = open_page(address)
    chat = Chat(page).ready()
    page.get_by_role("tab", name="Notas").click()
    notes = page.locator("#notes")
    expect(notes.locator("table")).to_contain_text("redes/modelo-osi.md")
    expect(notes.locator(".handout summary").first).to_be_visible()
    take_picture(page, "notes")

    (settings.vault / "nova.md").write_text("* quilômbio -> unidade inventada\n* ![[nada.png]]\n", encoding="utf-8")
    page.get_by_role("button", name="Reindexar").click()
    expect(page.locator("#progress")).to_contain_text("Novas: 1")
    expect(notes.locator("table")).to_contain_text("nova.md")
    expect(notes.locator(".problems")).to_contain_text("Imagem não encontrada no cofre: nada.png")
    notes.locator(".problems button").first.click()
    expect(chat.source.locator(".cited")).to_be_visible()
    page.keyboard.press("Escape")

    (settings.vault / "nova.md").write_text("* quilômbio -> outra coisa\n", encoding="utf-8")
    page.get_by_role("tab", name="Perguntar").click()
    expect(chat.ask("O que é quilômbio?").locator(".words")).to_contain_text("outra coisa")
    (settings.vault / "nova.md").unlink()
