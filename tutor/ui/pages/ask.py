"""The page to ask on: a conversation, streamed, with citations that open beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import gradio as gr
from gradio.components import Component

from tutor.errors import TutorError
from tutor.ui.conversation import (
    Conversation,
    Exchange,
    Stage,
    held,
    history,
    stopped,
    to_json,
    to_markdown,
    voted,
    with_last,
)
from tutor.ui.feedback import keep_feedback
from tutor.ui.messages import told
from tutor.ui.scope import EVERYTHING, scope_choices, scope_notes
from tutor.ui.shell import QUIET, Shell, browser_state, view
from tutor.ui.strings import say
from tutor.ui.views.chat import render_conversation, render_welcome
from tutor.ui.views.markup import notice, warning
from tutor.ui.views.notes import problem_words, status_words

_STARTERS = 4

Step = tuple[Conversation, str, dict[str, Any]]
"""What each step of an answer shows: the conversation, its HTML, and the question box."""


class AskPage:
    """The chat, its composer and its events."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        words = shell.wording.show
        self._conversation = gr.State(None)
        self._chat = view("chat")
        with gr.Column(elem_id="composer"):
            self._question = words(
                gr.Textbox,
                {"label": "ask.question", "placeholder": "ask.placeholder"},
                lines=1,
                max_lines=6,
                container=False,
                show_label=False,
                autofocus=True,
                submit_btn=True,
                elem_id="question",
            )
            with gr.Row(elem_id="tools"):
                self._scope = words(
                    gr.Dropdown,
                    {"label": "ask.scope"},
                    choices=scope_choices((), shell.settings.language),
                    value=EVERYTHING,
                    filterable=True,
                    container=False,
                    show_label=False,
                    elem_id="scope",
                )
                self._new = words(gr.Button, {"value": "ask.new"}, size="sm", variant="secondary", elem_id="new")
                self._export = words(
                    gr.Button, {"value": "ask.export"}, size="sm", variant="secondary", elem_id="export"
                )
        self._file = gr.Textbox(visible=False)
        self._kept = browser_state("conversation")
        self._wire_asking()
        self._wire_reading()
        self._wire_conversation()

    def _wire_asking(self) -> None:
        box, chat, conversation = self._question, self._chat, self._conversation
        language = self._shell.language
        self._asking = asking = gr.on(
            [box.submit, chat.submit, chat.retry],
            self._ask,
            {conversation, self._kept, box, self._scope, language},
            [conversation, chat, box],
            trigger_mode="multiple",  # "once" would ignore a question asked right after Stop
            **QUIET,
        )
        failed = asking.failure(self._give_up, [conversation, language], [conversation, chat, box], **QUIET)
        stopping = box.stop(self._stop, [conversation, language], [conversation, chat, box], cancels=[asking], **QUIET)
        for ended in (asking.success, failed.then, stopping.then):
            ended(to_json, conversation, self._kept, **QUIET)
        self._shell.follow(asking.then)

    def _wire_reading(self) -> None:
        conversation, shown = self._conversation, [self._conversation, self._kept, self._shell.language]
        self._chat.select(self._open_citation, shown, self._shell.source, **QUIET)
        voting = self._chat.like(self._vote, shown, [conversation, self._chat], **QUIET)
        voting.then(to_json, conversation, self._kept, **QUIET)

    def _wire_conversation(self) -> None:
        conversation, language, kept = self._conversation, self._shell.language, self._kept
        begun = [conversation, kept, self._shell.source, self._question]
        self._new.click(_begin_anew, None, begun, cancels=[self._asking], **QUIET).then(
            self._render, [conversation, language], self._chat, **QUIET
        )
        self._export.click(_export, [conversation, kept, language], self._file, **QUIET).then(
            None, self._file, None, js="(text) => tutor.saveText(text)", **QUIET
        )
        taken = [conversation, kept, language, self._scope]
        for news in (self._shell.switched, self._shell.generation.change):
            news(self._take_up, taken, [conversation, self._chat, self._scope], **QUIET)

    def _ask(self, given: Mapping[Component, Any], event: gr.EventData) -> Iterator[Step]:
        """Answer what was typed, pressed or asked again; yields every state to show, the first at once."""
        conversation = held(given[self._conversation], given[self._kept])
        typed, language = given[self._question], given[self._shell.language]
        data = event._data or {}
        again = data.get("event") == "retry"
        question = conversation[-1].question if again else str(data.get("question") or typed).strip()
        if not question or (conversation and conversation[-1].pending):
            yield conversation, self._render(conversation, language), gr.skip()
            return
        before = conversation[:-1] if again else conversation
        typed_left = "" if question == typed.strip() else typed
        for exchange in self._answer(question, before, given[self._scope], language):
            now = (*before, exchange)
            box = gr.update(value=typed_left, submit_btn=not exchange.pending, stop_btn=exchange.pending)
            yield now, render_conversation(now, language), box

    def _answer(self, question: str, before: Conversation, scope: str, language: str) -> Iterator[Exchange]:
        exchange = Exchange(question)
        yield exchange
        preparation = self._shell.preparation
        for status in preparation.until_ready():
            yield replace(exchange, notice=status_words(status, 0, language))
        tutor = preparation.tutor
        if tutor is None:
            yield replace(exchange, stage=Stage.FAILED, notice=problem_words(preparation.status, language))
            return
        try:
            for answer in tutor.ask_stream(question, history(before), scope_notes(scope, tutor.notes())):
                exchange = replace(exchange, answer=answer, stage=Stage.GROWING)
                yield exchange
        except TutorError as error:
            yield replace(exchange, stage=Stage.FAILED, notice=told(str(error), language))
            return
        yield replace(exchange, stage=Stage.DONE)

    def _give_up(self, conversation: Conversation | None, language: str) -> Step:
        """Show that a defect ended the answer; its traceback is on the terminal."""
        conversation = conversation or ()
        if conversation and conversation[-1].pending:
            failed = replace(conversation[-1], stage=Stage.FAILED, notice=say(language, "ask.unexpected"))
            conversation = with_last(conversation, failed)
        return conversation, self._render(conversation, language), gr.update(submit_btn=True, stop_btn=False)

    def _stop(self, conversation: Conversation | None, language: str) -> Step:
        conversation = stopped(conversation or ())
        return conversation, self._render(conversation, language), gr.update(submit_btn=True, stop_btn=False)

    def _open_citation(self, conversation: Conversation | None, kept: str, language: str, event: gr.EventData) -> str:
        answer = held(conversation, kept)[int(event.turn)].answer
        citations = answer.citations if answer else ()
        cited = next((each for each in citations if each.n == int(event.n)), None)
        return self._shell.open_citation(cited, language) if cited else ""

    def _vote(
        self, conversation: Conversation | None, kept: str, language: str, event: gr.EventData
    ) -> tuple[Conversation, str]:
        turn = int(event.turn)
        conversation = voted(held(conversation, kept), turn, str(event.vote))
        exchange = conversation[turn]
        if exchange.answer is not None:
            try:
                keep_feedback(self._shell.settings.data, exchange.question, exchange.answer, exchange.vote)
            except OSError as error:
                raise gr.Error(say(language, "ask.vote_failed", reason=error), print_exception=False) from error
        return conversation, self._render(conversation, language)

    def _render(self, conversation: Conversation, language: str) -> str:
        if conversation:
            return render_conversation(conversation, language)
        tutor, status = self._shell.preparation.tutor, self._shell.preparation.status
        if tutor is None:
            news = warning(problem_words(status, language)) if status.settled else ""
            return render_welcome((), language, news)
        starters = tutor.starter_questions(_STARTERS)
        if starters or tutor.notes():
            return render_welcome(starters, language)
        return render_welcome((), language, notice(say(language, "ask.empty_vault", vault=self._shell.settings.vault)))

    def _take_up(
        self, conversation: Conversation | None, kept: str, language: str, chosen: str
    ) -> tuple[Conversation, str, dict[str, Any]]:
        """Show the conversation, or the one kept by the browser, in the language and over the notes of now."""
        conversation = held(conversation, kept)
        tutor = self._shell.preparation.tutor
        choices = scope_choices(tutor.notes() if tutor else (), language)
        known = chosen if any(value == chosen for _, value in choices) else EVERYTHING
        return conversation, self._render(conversation, language), gr.update(choices=choices, value=known)


def _export(conversation: Conversation | None, kept: str, language: str) -> str:
    return to_markdown(held(conversation, kept), language)


def _begin_anew() -> tuple[Conversation, str, str, dict[str, Any]]:
    """Return an empty conversation, here and as kept by the browser, no source, and a question box to send from."""
    return (), to_json(()), "", gr.update(submit_btn=True, stop_btn=False)
