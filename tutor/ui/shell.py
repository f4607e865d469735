"""What the pages share: the settings, the tutor being prepared, the language, and the source panel."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

import gradio as gr

from tutor.errors import IndexingError
from tutor.settings import Settings
from tutor.types import Citation, Note
from tutor.ui.images import FindPicture, read_picture
from tutor.ui.preparation import Preparation
from tutor.ui.strings import say
from tutor.ui.views.source import render_missing_source, render_note, render_source, standing_citation

ShownT = TypeVar("ShownT", bound=gr.blocks.Block)

_KEY = "tutor"
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
"""How every event is wired: no overlay on what it changes, and no endpoint for other programs."""

_CONNECT = "tutor.connect(element, trigger, props, watch)"


def view(name: str, value: str = "") -> gr.HTML:
    """Return a component for HTML of the view modules; what is pressed in it comes as events (see `tutor.js`)."""
    return gr.HTML(value, elem_id=name, js_on_load=_CONNECT, apply_default_css=False)


def browser_state(name: str, value: str = "") -> gr.BrowserState:
    """Return a text that the browser keeps for this app; it is no secret, so its key may stay the same."""
    return gr.BrowserState(value, storage_key=f"tutor-{name}", secret=_KEY)


class Wording:
    """The components whose words follow the language, so that one event can reword them all."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._shown: list[tuple[gr.blocks.Block, Mapping[str, str]]] = []

    def show(self, make: Callable[..., ShownT], words: Mapping[str, str], **options: object) -> ShownT:
        """Make a component; `words` maps its properties to the keys of their strings."""
        component = make(**self._said(words, self._language), **options)
        self._shown.append((component, words))
        return component

    @property
    def components(self) -> list[gr.blocks.Block]:
        """The components to reword, in the order of `updates`."""
        return [component for component, _ in self._shown]

    def updates(self, language: str) -> list[dict[str, Any]]:
        """Return one update for each component."""
        return [self._said(words, language) | {"__type__": "update"} for _, words in self._shown]

    @staticmethod
    def _said(words: Mapping[str, str], language: str) -> dict[str, str]:
        return {name: say(language, key) for name, key in words.items()}


@dataclass(frozen=True, kw_only=True)
class Shell:
    """The parts that every page is built with, made inside the app's `gr.Blocks`.

    `language`, which the browser keeps, holds "pt" or "en"; `switched` wires what follows when the student switches
    it (its own change event fires without end); `generation` grows when the notes were indexed anew; `clock` follows
    the preparation until it is settled; `source` is the panel.
    """

    settings: Settings
    preparation: Preparation
    wording: Wording
    language: gr.BrowserState
    switched: Callable[..., Any]
    generation: gr.State
    clock: gr.Timer
    source: gr.HTML = field(repr=False)

    def follow(self, after: Callable[..., Any]) -> None:
        """Bring the status line up to date after an event (its `then`) that may have had the notes indexed anew."""
        after(lambda: gr.update(active=True), None, self.clock, **QUIET)

    def open_citation(self, citation: Citation, language: str) -> str:
        """Return the source panel for a citation; where the note no longer says it, a panel that says so."""
        note = self._note(citation.note)
        standing = standing_citation(note, citation) if note else None
        if note is None or standing is None:
            return render_missing_source(citation.note, language)
        return render_source(note, standing, language, self._find_picture)

    def open_place(self, path: str, line: int, language: str) -> str:
        """Return the source panel for a line of a note, or for all of it where `line` is 0."""
        note = self._note(path)
        if note is None:
            return render_missing_source(path, language)
        if not line:
            return render_note(note, language, self._find_picture)
        pages = tuple(dict.fromkeys(page for block in note.blocks for page in block.pages if page.line == line))
        return render_source(note, Citation(0, path, (), line, line, "", pages), language, self._find_picture)

    def _note(self, path: str) -> Note | None:
        tutor = self.preparation.tutor
        try:
            return tutor.note(path) if tutor else None
        except IndexingError:  # removed since
            return None

    @property
    def _find_picture(self) -> FindPicture:
        return partial(read_picture, self.settings.vault)
