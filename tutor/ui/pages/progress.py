"""The progress page, and the exercises as files to take away."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import gradio as gr

from tutor.errors import TutorError
from tutor.practice.export import export_anki, export_csv
from tutor.types import Exercise
from tutor.ui.desk import Desk, now
from tutor.ui.downloads import carried
from tutor.ui.messages import told
from tutor.ui.shell import QUIET, Shell, view
from tutor.ui.strings import say
from tutor.ui.views.markup import notice, warning, working
from tutor.ui.views.notes import status_words
from tutor.ui.views.progress import render_heading, render_progress_report

_FILES = {"export.anki": "tutor.apkg", "export.csv": "questoes.csv"}
_STEP = 20
"""Exercises verified between two words on how far it is."""


class ProgressPage:
    """Progress, gaps and exports; made anew whenever the tab is opened."""

    def __init__(self, shell: Shell, desk: Desk, tab: gr.Tab) -> None:
        self._shell, self._desk = shell, desk
        self._file = gr.Textbox(visible=False)
        with gr.Row(elem_id="exports"):
            self._heading = view("progress-heading")
            buttons = {form: shell.wording.show(gr.Button, {"value": form}, size="sm") for form in _FILES}
        self._report = view("report")
        for shown in (tab.select, shell.switched):
            drawn = shown(self._render, shell.language, [self._heading, self._report], **QUIET)
            shell.follow(drawn.then)
        self._report.select(self._open_gap, shell.language, shell.source, **QUIET)
        for form, button in buttons.items():
            exported = button.click(
                partial(self._export, form), shell.language, [self._heading, self._file], concurrency_limit=1, **QUIET
            )
            exported.success(None, self._file, None, js="(file) => tutor.saveFile(file)", **QUIET)

    def _render(self, language: str) -> Iterator[tuple[str, str]]:
        heading = render_heading(language)
        yield heading, working(say(language, "practice.making"))
        for status in self._shell.preparation.until_ready():
            yield heading, working(status_words(status, 0, language))
        try:
            yield heading, render_progress_report(self._desk.progress(), language, now().astimezone().date())
        except TutorError as error:
            yield heading, warning(told(str(error), language))

    def _open_gap(self, language: str, event: gr.EventData) -> str:
        return self._shell.open_place(str(event.note), int(event.line), language)

    def _export(self, form: str, language: str) -> Iterator[tuple[str, Any]]:
        """Verify every exercise, telling how far it is, then hand over the file."""
        exercises: list[Exercise] = []
        try:
            every = self._desk.exercises()
            for done, exercise in enumerate(every):
                if done % _STEP == 0:
                    words = say(language, "export.verifying", done=done, total=len(every))
                    yield render_heading(language, notice(words)), gr.skip()
                if self._desk.verify(exercise):
                    exercises.append(exercise)
            if form == "export.anki":
                file = carried(
                    _FILES[form],
                    lambda file: export_anki(exercises, file, vault=self._shell.settings.vault, now=now()),
                )
            else:
                file = carried(_FILES[form], lambda file: export_csv(exercises, file))
        except TutorError as error:
            yield render_heading(language, warning(told(str(error), language))), ""
            return
        yield render_heading(language), file
