"""The browser app: its pages put together, and the server that shows them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import gradio as gr

from tutor.errors import SettingsError
from tutor.settings import Settings
from tutor.ui.desk import Desk
from tutor.ui.pages.ask import AskPage
from tutor.ui.pages.notes import NotesPage
from tutor.ui.pages.practice import PracticePage
from tutor.ui.pages.progress import ProgressPage
from tutor.ui.preparation import Preparation
from tutor.ui.security import middleware
from tutor.ui.shell import QUIET, Shell, Wording, browser_state, view
from tutor.ui.views.header import render_header
from tutor.ui.views.notes import render_progress

_STATIC = Path(__file__).parent / "static"
_STYLES = ("base", "ask", "source", "notes", "practice", "results", "widths")
_TICK_SECONDS = 0.5
_WAITING_EVENTS, _AT_ONCE = 32, 4
_SYSTEM_FONTS = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Noto Sans", "sans-serif"]
_CODE_FONTS = ["ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "monospace"]
_COLOURS = {
    "body_background_fill": "paper",
    "body_text_color": "ink",
    "body_text_color_subdued": "muted",
    "background_fill_primary": "surface",
    "background_fill_secondary": "paper",
    "border_color_primary": "line",
    "border_color_accent": "accent",
    "color_accent_soft": "accent-soft",
    "block_background_fill": "surface",
    "block_label_text_color": "muted",
    "block_title_text_color": "ink",
    "block_info_text_color": "muted",
    "input_background_fill": "surface",
    "input_border_color": "line",
    "input_border_color_focus": "accent",
    "button_primary_background_fill": "accent",
    "button_primary_background_fill_hover": "accent",
    "button_primary_text_color": "accent-ink",
    "button_secondary_background_fill": "surface",
    "button_secondary_background_fill_hover": "accent-soft",
    "button_secondary_text_color": "ink",
    "button_secondary_border_color": "line",
    "checkbox_background_color": "surface",
    "checkbox_background_color_selected": "accent",
    "checkbox_border_color": "muted",
    "checkbox_border_color_selected": "accent",
    "checkbox_label_background_fill": "surface",
    "checkbox_label_background_fill_selected": "accent-soft",
    "checkbox_label_text_color": "ink",
    "checkbox_label_text_color_selected": "accent",
    "checkbox_label_border_color": "line",
    "slider_color": "accent",
}


class App:
    """The header, the pages and the clock that follows the preparation."""

    def __init__(self, preparation: Preparation, settings: Settings) -> None:
        self._preparation = preparation
        self._settings = settings
        self._language = browser_state("language", settings.language)
        self._generation = gr.State(-1)
        self._clock = gr.Timer(_TICK_SECONDS)
        self._header = view("header", render_header(preparation.status, 0, settings.language))
        self._wording = Wording(settings.language)
        source = view("source")
        self._switched = self._header.click(_other_language, self._language, self._language, **QUIET)
        shell = Shell(
            settings=settings,
            preparation=preparation,
            wording=self._wording,
            language=self._language,
            switched=self._switched.then,
            generation=self._generation,
            clock=self._clock,
            source=source,
        )
        desk = Desk(preparation, settings)
        with gr.Tabs(elem_id="pages"):
            with self._wording.show(gr.Tab, {"label": "tab.ask"}, id="ask"):
                AskPage(shell)
            with self._wording.show(gr.Tab, {"label": "tab.practice"}, id="practice") as tab:
                PracticePage(shell, desk, tab)
            with self._wording.show(gr.Tab, {"label": "tab.progress"}, id="progress") as tab:
                ProgressPage(shell, desk, tab)
            with self._wording.show(gr.Tab, {"label": "tab.notes"}, id="notes") as tab:
                self._notes = NotesPage(shell, tab)

    def wire(self, blocks: gr.Blocks) -> None:
        """Wire what is outside the pages: the language, the clock."""
        language = self._language
        shown = [self._header, self._notes.progress, self._generation, self._clock]
        for spoken in (blocks.load, self._switched.then):
            spoken(self._wording.updates, language, self._wording.components, **QUIET)
        for news in (blocks.load, self._switched.then, self._clock.tick):
            news(self._follow, language, shown, **QUIET)

    def _follow(self, language: str) -> tuple[str, str, int, dict[str, Any]]:
        """Show how far the preparation is; the clock rests once it is settled."""
        status, tutor = self._preparation.status, self._preparation.tutor
        header = render_header(status, len(tutor.notes()) if tutor else 0, language)
        progress = render_progress(status, language)
        return header, progress, self._preparation.generation, gr.update(active=not status.settled)


def _other_language(language: str) -> str:
    return "pt" if language == "en" else "en"


def build_app(preparation: Preparation, settings: Settings) -> gr.Blocks:
    """Return the app; `preparation` is started by whoever shows it."""
    blocks = gr.Blocks(title="Tutor", analytics_enabled=False, fill_width=True)
    with blocks:
        App(preparation, settings).wire(blocks)
        blocks.queue(max_size=_WAITING_EVENTS, default_concurrency_limit=_AT_ONCE)
    return blocks


def launch(settings: Settings, announce: Callable[[str], None]) -> None:
    """Show the app on `settings.host` and `settings.port`, open the tutor behind it, and return when it is stopped.

    `announce` is called with the app's address once it can be visited.

    Raises:
        SettingsError: when the port is taken.
    """
    from tutor.tutor import Tutor

    preparation = Preparation(lambda: Tutor.open(settings))
    blocks = build_app(preparation, settings)
    announce(serve(blocks, settings))
    preparation.start()
    blocks.block_thread()


def serve(blocks: gr.Blocks, settings: Settings) -> str:
    """Start the server and return its address: no file is served or taken, nothing is shared or asked of the network.

    Raises:
        SettingsError: when the port is taken.
    """
    try:
        _, address, _ = blocks.launch(
            server_name=settings.host,
            server_port=settings.port or None,
            share=False,
            prevent_thread_lock=True,
            theme=_theme(),
            head=_head(),
            footer_links=[],
            run_history=False,
            allowed_paths=[],
            max_file_size=1,
            ssr_mode=False,
            pwa=False,
            mcp_server=False,
            app_kwargs={"middleware": middleware(settings.host), "docs_url": None, "redoc_url": None},
            quiet=True,
        )
    except OSError as error:
        message = f"A porta {settings.port} de {settings.host} não está livre ({error}). Escolha outra com TUTOR_PORT."
        raise SettingsError(message) from error
    return str(address)


def _head() -> str:
    """Return the app's own style and script; `launch(css=…)` would rewrite the selectors, and some of them wrongly."""
    style = "".join((_STATIC / f"{name}.css").read_text(encoding="utf-8") for name in _STYLES)
    script = (_STATIC / "tutor.js").read_text(encoding="utf-8")
    return f"<style>{style}</style><script>{script}</script>"


def _theme() -> gr.themes.Base:
    """Return Gradio's base theme with the colours of `base.css`, which know light from dark by themselves."""
    theme = gr.themes.Base(radius_size=gr.themes.sizes.radius_lg, font=_SYSTEM_FONTS, font_mono=_CODE_FONTS)
    colours = {name: f"var(--{colour})" for name, colour in _COLOURS.items()}
    return theme.set(
        color_accent="var(--accent)", **colours, **{f"{name}_dark": colour for name, colour in colours.items()}
    )
