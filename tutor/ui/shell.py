"""What the pages share: the settings, the tutor being prepared, the language, and the source panel."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

import gradio as gr

from tutor.settings import Settings
from tutor.ui.images import FindPicture, read_picture
from tutor.ui.preparation import Preparation
from tutor.ui.strings import say

ShownT = TypeVar("ShownT", bound=gr.blocks.Block)

_KEY = "tutor"
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
"""How every event is wired: no overlay on what it changes, and no endpoint for other programs."""

_CONNECT = "tutor.connect(element, trigger, props, watch)"


def view(name: str, value: str = "", *, render: bool = True) -> gr.HTML:
    """Return a component for HTML of the view modules; what is pressed in it comes as events (see `tutor.js`)."""
    return gr.HTML(value, elem_id=name, js_on_load=_CONNECT, apply_default_css=False, render=render)


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
        return [gr.update(**self._said(words, language)) for _, words in self._shown]

    @staticmethod
    def _said(words: Mapping[str, str], language: str) -> dict[str, str]:
        return {name: say(language, key) for name, key in words.items()}


@dataclass(frozen=True)
class Shell:
    """The parts that every page is built with, made inside the app's `gr.Blocks`.

    `language` holds "pt" or "en"; `generation` grows when the notes were indexed anew; `source` is the panel.
    """

    settings: Settings
    preparation: Preparation
    wording: Wording
    language: gr.State
    generation: gr.State
    source: gr.HTML = field(repr=False)

    @property
    def find_picture(self) -> FindPicture:
        """The vault's pictures."""
        return partial(read_picture, self.settings.vault)
