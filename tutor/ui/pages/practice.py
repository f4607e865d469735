"""The practice page: choose what to practise, play the session, see the result."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from secrets import randbelow
from types import MappingProxyType
from typing import Any

import gradio as gr
from gradio.components import Component

from tutor.errors import TutorError
from tutor.practice.export import export_exam
from tutor.practice.history.selection import SessionPlan
from tutor.practice.history.sessions import Session
from tutor.types import Exercise, ExerciseKind
from tutor.ui import play as playing
from tutor.ui.desk import Desk, now
from tutor.ui.downloads import carried
from tutor.ui.messages import told
from tutor.ui.play import Play
from tutor.ui.shell import QUIET, Shell, view
from tutor.ui.strings import say
from tutor.ui.views.choices import render_choice
from tutor.ui.views.exercise import KINDS
from tutor.ui.views.markup import warning, working
from tutor.ui.views.notes import status_words
from tutor.ui.views.quiz import render_session
from tutor.ui.views.result import render_result

_COUNTS = [5, 10, 20, 40]
_SEEDS = 2**31

Shown = tuple[Play | None, str, dict[str, Any]]
"""What every event of a session leaves: where the student is, its HTML, and whether the choices are shown."""
Move = Callable[[Play, Session, Mapping[str, str]], Play]

_MOVES: Mapping[str, Move] = MappingProxyType(
    {
        "answer": lambda play, session, data: playing.answered(play, session, data["exercise"], data["response"]),
        "rate": lambda play, session, data: playing.rated(play, session, data["exercise"], data["response"]),
        "turn": lambda play, _session, data: playing.turned(play, data["exercise"]),
        "flag": lambda play, session, data: playing.flagged(play, session, data["exercise"]),
        "next": lambda play, session, _data: playing.went_on(play, session),
        "previous": lambda play, session, _data: playing.moved(play, session, -1),
        "finish": lambda play, session, _data: playing.finished(play, session),
    }
)


class PracticePage:
    """The choices, the session and their events."""

    def __init__(self, shell: Shell, desk: Desk, tab: gr.Tab) -> None:
        self._shell, self._desk = shell, desk
        self._play = gr.State(None)
        self._quiz = view("practice")
        with gr.Column(elem_id="choices", visible=False) as self._choices:
            self._build_choices()
        self._wire(tab)

    def _build_choices(self) -> None:
        show = self._shell.wording.show
        language = self._shell.settings.language
        self._topics = show(gr.Dropdown, {"label": "practice.topics"}, choices=[], multiselect=True, elem_id="topics")
        self._kinds = show(
            gr.CheckboxGroup, {"label": "practice.kinds"}, choices=_kind_choices(language), elem_id="kinds"
        )
        self._count = show(gr.Radio, {"label": "practice.count"}, choices=_COUNTS, value=10, elem_id="count")
        with gr.Row(elem_id="filters"):
            self._only_wrong = show(gr.Checkbox, {"label": "practice.only_wrong"})
            self._only_marked = show(gr.Checkbox, {"label": "practice.only_marked"})
            self._exam = show(gr.Checkbox, {"label": "practice.exam"}, elem_id="exam")
            self._listed = show(gr.Checkbox, {"label": "practice.listed"})
            self._cancelling = show(gr.Checkbox, {"label": "practice.cancelling"}, elem_id="cancelling")
        self._minutes = show(
            gr.Number, {"label": "practice.minutes"}, value=0, minimum=0, maximum=600, precision=0, elem_id="minutes"
        )
        with gr.Row(elem_id="begin"):
            self._start_button = show(gr.Button, {"value": "practice.start"}, variant="primary", elem_id="start")
            self._print_button = show(gr.Button, {"value": "export.exam"}, elem_id="print")
        self._file = gr.Textbox(visible=False)

    def _wire(self, tab: gr.Tab) -> None:
        language, shown = self._shell.language, [self._play, self._quiz, self._choices]
        started = self._start_button.click(self._start, {language, *self._inputs}, shown, **QUIET)
        printed = self._print_button.click(self._print, {language, *self._inputs}, [self._quiz, self._file], **QUIET)
        printed.success(None, self._file, None, js="(file) => tutor.saveFile(file)", **QUIET)
        # Keys may come faster than answers: each is taken, one after the other.
        acted = self._quiz.click(
            self._act, [self._play, language], shown, trigger_mode="multiple", concurrency_limit=1, **QUIET
        )
        opened = [
            event(self._show, [self._play, language], [*shown, self._topics, self._kinds], **QUIET)
            for event in (tab.select, self._shell.switched)
        ]
        for event in opened:
            self._shell.follow(event.then)
        for event in (started, acted, printed, *opened):
            event.failure(_give_up, language, [self._quiz, self._choices], **QUIET)
        self._quiz.select(self._open_source, [self._play, language], self._shell.source, **QUIET)

    def _show(self, play: Play | None, language: str) -> Iterator[tuple[Any, ...]]:
        """Show the session under way, or else the choices over the notes of now."""
        kinds = gr.update(choices=_kind_choices(language))
        if play is not None:
            yield *self._shown(play, self._desk.resume(play.session), language), gr.skip(), kinds
            return
        hidden, topics = gr.update(visible=False), gr.skip()
        yield None, working(say(language, "practice.making")), hidden, topics, kinds
        for status in self._shell.preparation.until_ready():
            yield None, working(status_words(status, 0, language)), hidden, topics, kinds
        try:
            offer = self._desk.offer()
            html = render_choice(offer, self._desk.open_session(), language)
        except TutorError as error:
            yield None, warning(told(str(error), language)), hidden, topics, kinds
            return
        if not offer.topics:
            yield None, warning(say(language, "practice.none")), hidden, topics, kinds
            return
        yield None, html, gr.update(visible=True), gr.update(choices=list(offer.topics)), kinds

    @property
    def _inputs(self) -> set[Component]:
        exam = {self._exam, self._cancelling, self._minutes}
        return {self._topics, self._kinds, self._count, self._only_wrong, self._only_marked, self._listed, *exam}

    def _plan(self, chosen: dict[Component, Any]) -> SessionPlan:
        exam = chosen[self._exam]  # what is below it on the page is for exams
        return SessionPlan(
            topics=tuple(chosen[self._topics]),
            kinds=tuple(map(ExerciseKind, chosen[self._kinds])),
            count=chosen[self._count],
            seed=randbelow(_SEEDS),
            only_wrong=chosen[self._only_wrong],
            only_marked=chosen[self._only_marked],
            exam=exam,
            cancelling=exam and chosen[self._cancelling],
            minutes=(exam and int(chosen[self._minutes] or 0)) or None,
        )

    def _start(self, chosen: dict[Component, Any]) -> Iterator[Shown]:
        """Begin a session as chosen."""
        yield from self._begin(self._plan(chosen), chosen[self._shell.language], listed=chosen[self._listed])

    def _print(self, chosen: dict[Component, Any]) -> Iterator[tuple[str, Any]]:
        """Hand over what a session as chosen would ask, as an exam to print."""
        language = chosen[self._shell.language]
        yield working(say(language, "practice.making")), gr.skip()
        try:
            exercises = self._desk.choose(self._plan(chosen))
        except TutorError as error:
            yield warning(told(str(error), language)), ""
            return
        vault, day = self._shell.settings.vault, now().astimezone().date()
        title = say(language, "export.title")
        file = carried("prova.html", lambda file: export_exam(exercises, file, vault=vault, title=title, day=day))
        yield render_choice(self._desk.offer(), self._desk.open_session(), language), file

    def _begin(self, plan: SessionPlan, language: str, *, listed: bool) -> Iterator[Shown]:
        yield None, working(say(language, "practice.making")), gr.update(visible=False)
        try:
            session = self._desk.start(plan)
        except TutorError as error:
            yield None, warning(told(str(error), language)), gr.update(visible=True)
            return
        yield self._shown(playing.resumed(session, listed=listed), session, language)

    def _act(self, play: Play | None, language: str, event: gr.EventData) -> Iterator[Shown]:
        """Do what a button of the page, or its key, is for."""
        data: Mapping[str, str] = event._data
        action = data["action"]
        if action == "resume":
            session = self._desk.resume(int(data["session"]))
            yield self._shown(playing.resumed(session), session, language)
        elif play is None or action == "new":
            yield from (shown[:3] for shown in self._show(None, language))
        elif action == "retry":
            wrong = [each for each in self._desk.resume(play.session).result().mistakes if each.answered]
            yield from self._begin(SessionPlan(only_wrong=True, count=len(wrong)), language, listed=play.listed)
        else:
            session = self._desk.resume(play.session)
            try:
                play = _MOVES[action](play, session, data)
            except TutorError as error:
                play = replace(play, notice=str(error), over=session.finished)
            yield self._shown(play, session, language)

    def _shown(self, play: Play, session: Session, language: str) -> Shown:
        if play.over:
            html = render_result(session.result(), lambda exercise: self._question_about(exercise, language), language)
        else:
            html = render_session(play, session, language)
        return play, html, gr.update(visible=False)

    def _question_about(self, exercise: Exercise, language: str) -> str:
        """Return a question about what the exercise was taken from: its term, else its topic."""
        citation = exercise.citation
        try:
            note = self._desk.note(citation.note)
        except TutorError:
            return say(language, "quiz.about", topic=exercise.topic)
        blocks = [block for block in note.blocks if block.first_line <= citation.first_line <= block.last_line]
        term = next((block.statement.terms[0] for block in blocks if block.statement.terms), None)
        return (
            say(language, "ask.suggestion", topic=term) if term else say(language, "quiz.about", topic=exercise.topic)
        )

    def _open_source(self, play: Play | None, language: str, event: gr.EventData) -> str:
        exercises = self._desk.resume(play.session).exercises if play else ()
        exercise = next((each for each in exercises if each.id == event.exercise), None)
        return self._shell.open_citation(exercise.citation, language) if exercise else ""


def _kind_choices(language: str) -> list[tuple[str, str]]:
    return [(say(language, words), kind.value) for kind, words in KINDS.items()]


def _give_up(language: str) -> tuple[str, dict[str, Any]]:
    """Tell that a defect ended what was asked for; its traceback is on the terminal."""
    return warning(say(language, "practice.unexpected")), gr.update(visible=True)
