"""The conversation as HTML: questions, answers with their citation buttons, sources, votes."""

from collections.abc import Sequence
from html import escape

from tutor.types import Answer, Citation, Mode
from tutor.ui.conversation import Conversation, Exchange, Stage
from tutor.ui.messages import told
from tutor.ui.strings import say
from tutor.ui.views.icons import icon
from tutor.ui.views.markup import attributes, line_label, markdown, notice, page_chips, plain, warning, working


def render_welcome(starters: Sequence[str], language: str, news: str = "") -> str:
    """Return what an empty conversation shows: the promise and questions to begin with, or `news`, which is HTML."""
    buttons = "".join(_question_button(question, question, "starter") for question in starters)
    heading = f"<h3>{escape(say(language, 'ask.starters'))}</h3>" if buttons else ""
    return (
        f'<section class="welcome"><h2>{escape(say(language, "ask.heading"))}</h2>'
        f'<p class="promise">{escape(say(language, "ask.promise"))}</p>{news}'
        f'{heading}<div class="starters">{buttons}</div></section>'
    )


def render_conversation(conversation: Conversation, language: str) -> str:
    """Return the whole conversation; the last answer can be asked for again."""
    last = len(conversation) - 1
    articles = "".join(
        _render_exchange(turn, exchange, language, is_last=turn == last) for turn, exchange in enumerate(conversation)
    )
    label = attributes(aria_label=say(language, "ask.conversation"))
    return f'<section class="conversation"{label}>{articles}</section>'


def _render_exchange(turn: int, exchange: Exchange, language: str, *, is_last: bool) -> str:
    asked, answered = escape(say(language, "ask.you")), escape(say(language, "ask.tutor"))
    answer = exchange.answer
    body = _render_text(answer, turn, language) if answer else ""
    details = _render_details(answer, turn, language) if answer and not exchange.pending else ""
    actions = "" if exchange.pending else _render_actions(turn, exchange, language, can_retry=is_last)
    return (
        f'<article class="exchange {exchange.stage}"><h2 class="unseen">{asked}</h2>'
        f'<p class="question">{escape(exchange.question)}</p><h2 class="unseen">{answered}</h2>'
        f'<div class="answer">{body}{_render_notice(exchange, language)}{details}{actions}</div></article>'
    )


def _render_notice(exchange: Exchange, language: str) -> str:
    match exchange.stage:
        case Stage.WAITING:
            return working(exchange.notice or say(language, "ask.searching"))
        case Stage.STOPPED:
            return notice(say(language, "ask.stopped"))
        case Stage.FAILED:
            return warning(f"{say(language, 'ask.failed')} {exchange.notice}")
        case _:
            return ""


def _render_text(answer: Answer, turn: int, language: str) -> str:
    citations = {citation.n: citation for citation in answer.citations}

    def marker(n: int) -> str:
        return f'<button{_citation_attributes(citations[n], turn, language)} class="cite">{n}</button>'

    return f'<div class="words">{markdown(answer.text, citations.keys(), marker)}</div>'


def _citation_attributes(citation: Citation, turn: int, language: str) -> str:
    lines = line_label(citation.first_line, citation.last_line, language)
    label = say(language, "ask.source", n=citation.n, note=citation.note, lines=lines)
    return attributes(
        type="button", data_event="select", data_turn=turn, data_n=citation.n, aria_label=label, title=label
    )


def _render_details(answer: Answer, turn: int, language: str) -> str:
    """Return what stands below an answer: its sources, or the nearest topics of a refusal."""
    parts = []
    if answer.notice:
        parts.append(warning(told(answer.notice, language)))
    if answer.citations:
        items = "".join(_render_source_item(citation, turn, language) for citation in answer.citations)
        parts.append(f'<ol class="sources" aria-label="{escape(say(language, "ask.sources"))}">{items}</ol>')
    if answer.suggestions and not answer.answered:
        topics = "".join(
            _question_button(say(language, "ask.suggestion", topic=topic), topic, "topic")
            for topic in answer.suggestions
        )
        label = attributes(class_="topics", role="group", aria_label=say(language, "ask.nearest"))
        parts.append(f"<div{label}>{topics}</div>")
    if answer.mode is Mode.LLM:
        parts.append(notice(say(language, "ask.by_llm")))
    if answer.unsupported:
        left_out = "".join(f"<li>{plain(sentence)}</li>" for sentence in answer.unsupported)
        summary = escape(say(language, "ask.unsupported", count=len(answer.unsupported)))
        parts.append(f'<details class="unsupported"><summary>{summary}</summary><ul>{left_out}</ul></details>')
    return "".join(parts)


def _render_source_item(citation: Citation, turn: int, language: str) -> str:
    trail = " › ".join(plain(part) for part in citation.path)
    chips = page_chips(citation.pages, language)
    lines = escape(line_label(citation.first_line, citation.last_line, language))
    return (
        f'<li><button{_citation_attributes(citation, turn, language)} class="source-link">'
        f'<span class="number">{citation.n}</span><span class="trail">{trail}</span>{chips}'
        f'<span class="place">{lines}</span></button></li>'
    )


def _render_actions(turn: int, exchange: Exchange, language: str, *, can_retry: bool) -> str:
    buttons = []
    if exchange.answer is not None:
        for vote, name in (("up", "ask.helpful"), ("down", "ask.unhelpful")):
            chosen = str(exchange.vote == vote).lower()
            buttons.append(
                _icon_button(
                    vote, say(language, name), data_event="like", data_turn=turn, data_vote=vote, aria_pressed=chosen
                )
            )
        done = say(language, "ask.copied")
        buttons.append(_icon_button("copy", say(language, "ask.copy"), data_copy=exchange.answer.text, data_done=done))
    if can_retry:
        buttons.append(_icon_button("retry", say(language, "ask.retry"), data_event="retry"))
    return f'<div class="actions">{"".join(buttons)}</div>' if buttons else ""


def _icon_button(name: str, label: str, **data: object) -> str:
    attrs = attributes(type="button", class_="icon-button", aria_label=label, title=label, **data)
    return f"<button{attrs}>{icon(name)}</button>"


def _question_button(question: str, words: str, kind: str) -> str:
    attrs = attributes(type="button", class_=kind, data_event="submit", data_question=question)
    return f"<button{attrs}>{plain(words)}</button>"
