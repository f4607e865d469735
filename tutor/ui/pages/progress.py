"""The progress page, and the exercises as files to take away."""

import base64
import json
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

import gradio as gr

from tutor.errors import TutorError
from tutor.practice.export import export_anki, export_csv, export_exam
from tutor.ui.desk import Desk, now
from tutor.ui.shell import QUIET, Shell, view
from tutor.ui.strings import say
from tutor.ui.views.choices import render_making, render_warning
from tutor.ui.views.progress import render_progress_report

_FILES = {"export.anki": "tutor.apkg", "export.exam": "prova.html", "export.csv": "questoes.csv"}


class ProgressPage:
    """Progress, gaps and exports; made anew whenever the tab is opened."""

    def __init__(self, shell: Shell, desk: Desk, tab: gr.Tab) -> None:
        self._shell, self._desk = shell, desk
        self._file = gr.Textbox(visible=False)
        with gr.Row(elem_id="exports"):
            self._heading = view("exports-heading")
            buttons = {form: shell.wording.show(gr.Button, {"value": form}, size="sm") for form in _FILES}
        self._report = view("report")
        gr.on([tab.select, shell.language.change], self._render, shell.language, [self._heading, self._report], **QUIET)
        self._report.select(self._open_gap, shell.language, shell.source, **QUIET)
        for form, button in buttons.items():
            button.click(lambda form=form: self._export(form), None, self._file, **QUIET).success(
                None, self._file, None, js="(file) => tutor.saveFile(file)", **QUIET
            )

    def _render(self, language: str) -> Iterator[tuple[str, str]]:
        heading = f'<p class="notice">{escape(say(language, "export.heading"))}</p>'
        yield heading, render_making(language)
        try:
            yield heading, render_progress_report(self._desk.progress(), language, now().astimezone().date())
        except TutorError as error:
            yield heading, render_warning(str(error))

    def _open_gap(self, language: str, event: gr.EventData) -> str:
        return self._shell.open_place(str(event.note), int(event.line), language)

    def _export(self, form: str) -> str:
        """Return a file for the browser to save, as JSON with its name and its bytes in base64."""
        vault = self._shell.settings.vault
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / _FILES[form]
            try:
                exercises = [item.exercise for item in self._desk.items()]
                if form == "export.anki":
                    export_anki(exercises, file, vault=vault, now=now())
                elif form == "export.exam":
                    export_exam(exercises, file, vault=vault, title="Simulado", day=now().astimezone().date())
                else:
                    export_csv(exercises, file)
            except TutorError as error:
                raise gr.Error(str(error), print_exception=False) from error
            return json.dumps({"name": file.name, "data": base64.b64encode(file.read_bytes()).decode()})
