"""A real Chromium, and the app served to it; `pytest tests/browser -m slow --screenshots DIR` also makes pictures."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tutor.settings import Settings
from tutor.testing import FakeEmbedder
from tutor.tutor import Tutor
from tutor.ui.app import build_app, serve
from tutor.ui.preparation import Preparation

CORPUS = Path(__file__).parents[2] / "corpus"
DESKTOP, PHONE = (1280, 800), (390, 844)
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
OpenPage = Callable[..., Page]
TakePicture = Callable[[Page, str], None]
Serve = Callable[[Callable[[], Tutor], Settings], str]

WAIT = 60_000  # ms, for any step of a page

expect.set_options(timeout=WAIT)

LONG_WORD = f"quil{'om' * 60}bio"
HOSTILE_NOTE = """\
---
title: "<img src=x onerror=alert('titulo')>"
---
* zorbificador -> aparelho <img src=x onerror="window.hacked = 1"> que <b onclick=alert(2)>zorbifica</b>
\t* <script>window.hacked = 2</script>
* marcas do zorbificador { <b onmouseover=alert(4)>Zorba</b>, Zirba, Zurba, <i>Zerba</i> }
* marcas do quilômbio { Quila, Quimba, Quelba, Quolba }
* quilômbio -> unidade de <u>medida</u> do zorbificador
\t* [clique aqui](javascript:window.hacked=3) ![pixel](https://example.com/pixel.png) ${window.hacked = 4} {{value}}
\t* <svg onload="window.hacked = 5"> <iframe src="https://example.com"></iframe>
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--screenshots", type=Path, metavar="DIR", help="write the pictures of the README into DIR")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium on this machine: install the package `chromium`")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=_ARGUMENTS.split())
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[OpenPage]:
    """Open pages that may talk to this machine alone and must not fail."""
    requested: list[str] = []
    failed: list[str] = []
    contexts = []

    def open_page(address: str, size: tuple[int, int] = DESKTOP, **options: str) -> Page:
        width, height = size
        context = chromium.new_context(viewport={"width": width, "height": height}, accept_downloads=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(WAIT)
        page.on("request", lambda request: requested.append(request.url))
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.on("dialog", lambda dialog: failed.append(dialog.message))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert {urlsplit(url).hostname for url in requested if not url.startswith(("data:", "blob:"))} == {"127.0.0.1"}
    assert failed == []


@pytest.fixture
def take_picture(request: pytest.FixtureRequest) -> TakePicture:
    """Keep a picture of the page where `--screenshots` names a folder."""
    folder = request.config.getoption("--screenshots", default=None)

    def take_picture(page: Page, name: str) -> None:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            page.wait_for_timeout(500)
            page.screenshot(path=folder / f"{name}.png")

    return take_picture


@pytest.fixture(scope="session")
def show() -> Iterator[Serve]:
    """Serve an app over any tutor, on a free port; returns its address."""
    apps = []

    def show(open_tutor: Callable[[], Tutor], settings: Settings) -> str:
        preparation = Preparation(open_tutor)
        app = build_app(preparation, settings)
        apps.append(app)
        address = serve(app, settings)
        preparation.start()
        return address

    yield show
    for app in apps:
        app.close(verbose=False)


def settings_in(folder: Path) -> Settings:
    """Return settings that keep everything below `folder`, notes in `notas`."""
    return Settings.load(
        vault=folder / "notas", index=folder / "indice", data=folder / "dados", port=0, host="127.0.0.1", language="pt"
    )


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The shipped notes, in a folder of their own."""
    settings = settings_in(tmp_path_factory.mktemp("app"))
    shutil.copytree(CORPUS, settings.vault)
    return settings


@pytest.fixture(scope="session")
def address(show: Serve, settings: Settings) -> str:
    """The app over the real tutor."""
    return show(lambda: Tutor.open(settings), settings)


@pytest.fixture(scope="session")
def hostile_address(show: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The app over a note that tries to run."""
    settings = settings_in(tmp_path_factory.mktemp("hostile"))
    settings.vault.mkdir()
    (settings.vault / "<img src=x onerror=alert(3)>.md").write_text(HOSTILE_NOTE, encoding="utf-8")
    (settings.vault / "longa.md").write_text(f"* {LONG_WORD} -> {LONG_WORD[::-1]}\n", encoding="utf-8")
    return show(lambda: Tutor.open(settings, embedder=FakeEmbedder()), settings)
