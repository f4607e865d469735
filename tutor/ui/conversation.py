"""A conversation as the page holds it: questions, the answers as they grow, and what the student thought of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pydantic import TypeAdapter, ValidationError

from tutor.types import Answer, Turn
from tutor.ui.strings import say
from tutor.ui.views.markup import line_label, page_label


class Stage(StrEnum):
    """How far an answer is."""

    WAITING = "waiting"
    GROWING = "growing"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and what came of it.

    `answer` grows until `stage` is done. `notice` is shown in its place: what is being waited for, or what failed.
    `vote` is "up", "down" or empty.
    """

    question: str
    answer: Answer | None = None
    stage: Stage = Stage.WAITING
    notice: str = ""
    vote: str = ""

    @property
    def pending(self) -> bool:
        """True while the answer is on its way."""
        return self.stage in {Stage.WAITING, Stage.GROWING}


Conversation = tuple[Exchange, ...]

_JSON = TypeAdapter(Conversation)


def to_json(conversation: Conversation) -> str:
    """Return a conversation for the browser to keep, so that loading the page again does not lose it."""
    return _JSON.dump_json(conversation).decode()


def from_json(kept: str) -> Conversation:
    """Return what `to_json` gave, an answer under way stopped; empty for what it did not give."""
    try:
        return stopped(_JSON.validate_json(kept))
    except ValidationError:
        return ()


def held(conversation: Conversation | None, kept: str) -> Conversation:
    """Return the conversation of this visit; where the server knows of none, not even an empty one, what was `kept`."""
    return from_json(kept) if conversation is None else conversation


def history(conversation: Conversation) -> tuple[Turn, ...]:
    """Return the whole answers of a conversation, as the tutor reads them."""
    return tuple(
        Turn(exchange.question, exchange.answer)
        for exchange in conversation
        if exchange.answer is not None and exchange.stage is Stage.DONE
    )


def with_last(conversation: Conversation, exchange: Exchange) -> Conversation:
    """Return the conversation with its last exchange replaced."""
    return (*conversation[:-1], exchange)


def stopped(conversation: Conversation) -> Conversation:
    """Return the conversation with an answer under way stopped where it is."""
    if not conversation or not conversation[-1].pending:
        return conversation
    return with_last(conversation, replace(conversation[-1], stage=Stage.STOPPED))


def voted(conversation: Conversation, turn: int, vote: str) -> Conversation:
    """Return the conversation with a vote on one answer; the same vote twice takes it back."""
    exchange = conversation[turn]
    changed = replace(exchange, vote="" if exchange.vote == vote else vote)
    return (*conversation[:turn], changed, *conversation[turn + 1 :])


def to_markdown(conversation: Conversation, language: str) -> str:
    """Return the conversation as a Markdown file, each answer with its sources."""
    parts = [f"# {say(language, 'ask.conversation')}"]
    for exchange in conversation:
        parts.append("## " + " ".join(exchange.question.split()))
        if exchange.answer is None:
            parts.append(f"*{exchange.notice or say(language, 'ask.stopped')}*")
            continue
        parts.append(exchange.answer.text)
        parts.extend(_sources(exchange.answer, language))
    return "\n\n".join(parts) + "\n"


def _sources(answer: Answer, language: str) -> Sequence[str]:
    lines = []
    for citation in answer.citations:
        place = line_label(citation.first_line, citation.last_line, language)
        pages = "".join(f" · {page_label(page, language)}" for page in citation.pages)
        quote = "\n".join(f"  > {line.strip()}" for line in citation.quote.split("\n"))
        lines.append(f"- [{citation.n}] `{citation.note}`, {place}{pages}\n{quote}")
    return ["\n".join(lines)] if lines else []
