"""The page to ask on: a conversation, streamed, with citations that open beside it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import gradio as gr

from tutor.errors import TutorError
from tutor.ui.conversation import (
    Conversation,
    Exchange,
    Stage,
    from_json,
    history,
    stopped,
    to_json,
    to_markdown,
    voted,
    with_last,
)
from tutor.ui.feedback import keep_feedback
from tutor.ui.scope import EVERYTHING, scope_choices, scope_notes
from tutor.ui.shell import QUIET, Shell, browser_state, view
from tutor.ui.strings import say
from tutor.ui.views.chat import render_conversation, render_welcome
from tutor.ui.views.notes import status_words

_POLL_SECONDS = 0.3
_STARTERS = 4
_LONGEST_QUESTION = 4000

Step = tuple[Conversation, str, dict[str, Any]]
"""What each step of an answer shows: the conversation, its HTML, and the question box."""


class AskPage:
    """The chat, its composer and its events."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        words = shell.wording.show
        self._conversation = gr.State(())
        self._chat = view("chat")
        with gr.Column(elem_id="composer"):
            self._question = words(
                gr.Textbox,
                {"label": "ask.question", "placeholder": "ask.placeholder"},
                lines=1,
                max_lines=6,
                max_length=_LONGEST_QUESTION,
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
            [conversation, box, self._scope, language],
            [conversation, chat, box],
            trigger_mode="multiple",  # "once" would ignore a question asked right after Stop
            **QUIET,
        )
        failed = asking.failure(self._give_up, [conversation, language], [conversation, chat, box], **QUIET)
        stopping = box.stop(self._stop, [conversation, language], [conversation, chat, box], cancels=[asking], **QUIET)
        for ended in (asking.success, failed.then, stopping.then):
            ended(to_json, conversation, self._kept, **QUIET)

    def _wire_reading(self) -> None:
        conversation, language = self._conversation, self._shell.language
        self._chat.select(self._open_citation, [conversation, language], self._shell.source, **QUIET)
        voting = self._chat.like(self._vote, [conversation, language], [conversation, self._chat], **QUIET)
        voting.then(to_json, conversation, self._kept, **QUIET)

    def _wire_conversation(self) -> None:
        conversation, language, kept = self._conversation, self._shell.language, self._kept
        shown = [conversation, language]
        begun = [conversation, kept, self._shell.source, self._question]
        self._new.click(_begin_anew, None, begun, cancels=[self._asking], **QUIET).then(
            self._render, shown, self._chat, **QUIET
        )
        self._export.click(to_markdown, shown, self._file, **QUIET).then(
            None, self._file, None, js="(text) => tutor.saveText(text)", **QUIET
        )
        gr.on(
            [language.change, self._shell.generation.change],
            self._take_up,
            [conversation, kept, language, self._scope],
            [conversation, self._chat, self._scope],
            **QUIET,
        )

    def _ask(
        self, conversation: Conversation, typed: str, scope: str, language: str, event: gr.EventData
    ) -> Iterator[Step]:
        """Answer what was typed, pressed or asked again; yields every state to show, the first at once."""
        data = event._data or {}
        again = data.get("event") == "retry"
        question = conversation[-1].question if again else str(data.get("question") or typed).strip()
        if not question or (conversation and conversation[-1].pending):
            yield conversation, self._render(conversation, language), gr.skip()
            return
        before = conversation[:-1] if again else conversation
        typed_left = "" if question == typed.strip() else typed
        for exchange in self._answer(question, before, scope, language):
            now = (*before, exchange)
            box = gr.update(value=typed_left, submit_btn=not exchange.pending, stop_btn=exchange.pending)
            yield now, render_conversation(now, language), box

    def _answer(self, question: str, before: Conversation, scope: str, language: str) -> Iterator[Exchange]:
        exchange = Exchange(question)
        yield exchange
        preparation = self._shell.preparation
        preparation.refresh()
        while preparation.tutor is None and not preparation.wait(_POLL_SECONDS):
            yield replace(exchange, notice=status_words(preparation.status, 0, language))
        tutor = preparation.tutor
        if tutor is None:
            yield replace(
                exchange, stage=Stage.FAILED, notice=preparation.status.problem or say(language, "status.unexpected")
            )
            return
        try:
            for answer in tutor.ask_stream(question, history(before), scope_notes(scope, tutor.notes())):
                exchange = replace(exchange, answer=answer, stage=Stage.GROWING)
                yield exchange
        except TutorError as error:
            yield replace(exchange, stage=Stage.FAILED, notice=str(error))
            return
        yield replace(exchange, stage=Stage.DONE)

    def _give_up(self, conversation: Conversation, language: str) -> Step:
        """Show that a defect ended the answer; its traceback is on the terminal."""
        if conversation and conversation[-1].pending:
            failed = replace(conversation[-1], stage=Stage.FAILED, notice=say(language, "ask.unexpected"))
            conversation = with_last(conversation, failed)
        return conversation, self._render(conversation, language), gr.update(submit_btn=True, stop_btn=False)

    def _stop(self, conversation: Conversation, language: str) -> Step:
        conversation = stopped(conversation)
        return conversation, self._render(conversation, language), gr.update(submit_btn=True, stop_btn=False)

    def _open_citation(self, conversation: Conversation, language: str, event: gr.EventData) -> str:
        answer = conversation[int(event.turn)].answer
        citations = answer.citations if answer else ()
        cited = next((each for each in citations if each.n == int(event.n)), None)
        return self._shell.open_citation(cited, language) if cited else ""

    def _vote(self, conversation: Conversation, language: str, event: gr.EventData) -> tuple[Conversation, str]:
        turn = int(event.turn)
        conversation = voted(conversation, turn, str(event.vote))
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
        tutor = self._shell.preparation.tutor
        if tutor is None:
            return render_welcome((), language)
        starters = tutor.starter_questions(_STARTERS)
        notice = "" if starters or tutor.notes() else say(language, "ask.empty_vault", vault=self._shell.settings.vault)
        return render_welcome(starters, language, notice)

    def _take_up(
        self, conversation: Conversation, kept: str, language: str, chosen: str
    ) -> tuple[Conversation, str, dict[str, Any]]:
        """Show the conversation, or the one kept by the browser, in the language and over the notes of now."""
        conversation = conversation or from_json(kept)
        tutor = self._shell.preparation.tutor
        choices = scope_choices(tutor.notes() if tutor else (), language)
        known = chosen if any(value == chosen for _, value in choices) else EVERYTHING
        return conversation, self._render(conversation, language), gr.update(choices=choices, value=known)


def _begin_anew() -> tuple[Conversation, str, str, dict[str, Any]]:
    """Return an empty conversation, here and as kept by the browser, no source, and a question box to send from."""
    return (), to_json(()), "", gr.update(submit_btn=True, stop_btn=False)
