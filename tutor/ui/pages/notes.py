"""The notes page: what is indexed, what is wrong with it, and a button to index again."""

from collections.abc import Iterator
from typing import Any

import gradio as gr

from tutor.errors import TutorError
from tutor.tutor import Tutor
from tutor.types import Problem
from tutor.ui.images import find_image_problems
from tutor.ui.preparation import Phase
from tutor.ui.shell import QUIET, Shell, view
from tutor.ui.views.notes import render_notes, render_progress


class NotesPage:
    """The list of notes and the re-index button; `progress` is kept current by the app's clock."""

    def __init__(self, shell: Shell, tab: gr.Tab) -> None:
        self._shell = shell
        self._failing: dict[tuple[int, str], list[Problem]] = {}
        with gr.Row(elem_id="notes-head"):
            self.progress = view("progress")
            self._reindex = shell.wording.show(
                gr.Button, {"value": "notes.reindex"}, variant="primary", size="sm", elem_id="reindex", scale=0
            )
        self._notes = view("notes")
        opened = gr.State(value=False)
        self._reindex.click(self._start, shell.language, [shell.clock, self.progress], **QUIET)
        self._notes.select(self._open_note, shell.language, shell.source, **QUIET)
        tab.select(lambda: True, None, opened, **QUIET)
        for news in (opened.change, shell.switched, shell.generation.change):
            news(self._render, [opened, shell.language], self._notes, **QUIET)

    def _start(self, language: str) -> tuple[dict[str, Any], str]:
        """Index again; after a failure from nothing, since the index can always be made from the notes."""
        preparation = self._shell.preparation
        preparation.start(rebuild=preparation.status.phase is Phase.FAILED)
        return gr.update(active=True), render_progress(preparation.status, language)

    def _render(self, opened: bool, language: str) -> Iterator[str]:
        """Show what is indexed, then the images that fail too: to find them takes reading every note."""
        tutor, report = self._shell.preparation.tutor, self._shell.preparation.status.report
        if not opened or tutor is None or report is None:
            yield ""
            return
        summaries = tutor.notes()
        yield render_notes(summaries, report.problems, language)
        yield render_notes(summaries, (*report.problems, *self._image_problems(tutor, language)), language)

    def _image_problems(self, tutor: Tutor, language: str) -> list[Problem]:
        key = (self._shell.preparation.generation, language)
        if key not in self._failing:
            notes = (tutor.note(summary.path) for summary in tutor.notes())
            try:
                self._failing = {key: list(find_image_problems(self._shell.settings.vault, notes, language))}
            except TutorError:  # the vault is gone for now; the status line says so
                return []
        return self._failing[key]

    def _open_note(self, language: str, event: gr.EventData) -> str:
        return self._shell.open_place(str(event.note), int(event.line), language)
