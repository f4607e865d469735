"""The conversation: as values, as HTML, as a Markdown file."""

import re

import pytest

from tutor.types import Answer, Citation, Mode, PageKind, PageReference, Turn
from tutor.ui.conversation import Exchange, Stage, from_json, held, history, stopped, to_json, to_markdown, voted
from tutor.ui.views.chat import render_conversation, render_welcome

PAGE = PageReference("apostila so_02", 51, 51, PageKind.PAGE, 44)
CITATION = Citation(1, "so/vm.md", ("vm", "tipos"), 3, 4, "tipo 1 -> bare metal", (PAGE,))
ANSWER = Answer("o que é?", "**tipo 1**: bare metal [1]", (CITATION,))
REFUSAL = Answer("e o ano?", "As suas notas não respondem a isso.", suggestions=("snapshot", "VDI"))
DONE = Exchange("o que é?", ANSWER, Stage.DONE)


def test_citations_are_labelled_buttons() -> None:
    html = render_conversation((DONE,), "pt")
    buttons = re.findall(r'<button type="button" data-event="select"[^>]*class="cite">1</button>', html)
    assert len(buttons) == 1
    assert 'data-turn="0" data-n="1" aria-label="Fonte 1: so/vm.md, linhas 3–4"' in buttons[0]
    assert '<span class="trail">vm › tipos</span><span class="chip">apostila so_02 · p. 51</span>' in html


def test_refusal_offers_its_topics_and_no_sources() -> None:
    html = render_conversation((Exchange("e o ano?", REFUSAL, Stage.DONE),), "pt")
    assert re.findall(r'class="topic" data-event="submit" data-question="([^"]*)"', html) == [
        "O que é snapshot?",
        "O que é VDI?",
    ]
    assert 'class="sources"' not in html


@pytest.mark.parametrize(
    ("exchange", "words"),
    [
        (Exchange("q"), "Procurando nas suas notas…"),
        (Exchange("q", notice="Indexando 1/2…"), "Indexando 1/2…"),
        (Exchange("q", ANSWER, Stage.STOPPED), "Resposta interrompida."),
        (Exchange("q", None, Stage.FAILED, "Ligue o servidor."), "Não consegui responder. Ligue o servidor."),
    ],
    ids=["searching", "preparing", "stopped", "failed"],
)
def test_every_stage_says_what_it_is(exchange: Exchange, words: str) -> None:
    assert words in render_conversation((exchange,), "pt")


def test_only_the_last_answer_can_be_asked_again_and_none_while_one_grows() -> None:
    assert render_conversation((DONE, DONE), "pt").count('data-event="retry"') == 1
    growing = render_conversation((DONE, Exchange("q", ANSWER, Stage.GROWING)), "pt")
    assert 'data-event="retry"' not in growing


def test_llm_answers_say_so_and_what_was_left_out() -> None:
    answer = Answer("q", "x [1]", (CITATION,), Mode.LLM, unsupported=("<b>inventado</b>",))
    html = render_conversation((Exchange("q", answer, Stage.DONE),), "en")
    assert "Worded by the language model" in html
    assert "1 sentence(s) that your notes do not support were left out" in html
    assert "<li>&lt;b&gt;inventado&lt;/b&gt;</li>" in html


def test_an_answer_tells_what_went_wrong_on_the_way() -> None:
    silent = "O modelo de linguagem respondeu sem texto. Tente de novo, ou escolha outro modelo."
    for notice, language, words in (
        ("sem <rede>", "pt", "sem &lt;rede&gt;"),
        (silent, "pt", silent),
        (silent, "en", "The language model answered without text. Try again, or choose another model."),
    ):
        answer = Answer("q", "x [1]", (CITATION,), notice=notice)
        html = render_conversation((Exchange("q", answer, Stage.DONE),), language)
        assert 'role="alert"' in html
        assert f"<span>{words}</span>" in html


def test_questions_and_answers_are_shown_as_text() -> None:
    hostile = '<img src=x onerror="alert(1)">![x](https://example.com/x.png)'
    answer = Answer(hostile, hostile, (Citation(1, hostile, (hostile,), 1, 1, hostile),), suggestions=(hostile,))
    html = render_conversation((Exchange(hostile, answer, Stage.DONE, vote="up"),), "pt")
    assert "<img" not in html
    assert not re.search(r"<[^>]*\sonerror=\"(?!&)", html)
    assert "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;" in html


def test_welcome_offers_starters_or_says_what_is_missing() -> None:
    assert 'data-question="O que é VDI?"' in render_welcome(["O que é VDI?"], "pt")
    assert "Não há" in render_welcome([], "pt", "Não há notas")


def test_history_holds_whole_answers_only() -> None:
    conversation = (DONE, Exchange("a", ANSWER, Stage.STOPPED), Exchange("b"), Exchange("c", None, Stage.FAILED))
    assert history(conversation) == (Turn("o que é?", ANSWER),)


def test_a_server_that_was_restarted_takes_the_conversation_from_the_browser() -> None:
    kept = to_json((DONE,))
    assert held(None, kept) == (DONE,)
    assert held((), kept) == ()
    assert held((DONE, DONE), kept) == (DONE, DONE)
    assert held(None, "") == ()


def test_stopping_keeps_what_was_said() -> None:
    assert stopped((DONE, Exchange("q", ANSWER, Stage.GROWING)))[-1] == Exchange("q", ANSWER, Stage.STOPPED)
    assert stopped((DONE,)) == (DONE,)
    assert stopped(()) == ()


def test_the_same_vote_twice_takes_it_back() -> None:
    once = voted((DONE, DONE), 0, "up")
    assert [exchange.vote for exchange in once] == ["up", ""]
    assert [exchange.vote for exchange in voted(once, 0, "up")] == ["", ""]
    assert [exchange.vote for exchange in voted(once, 0, "down")] == ["down", ""]


def test_browser_keeps_the_conversation() -> None:
    conversation = (DONE, Exchange("e o ano?", REFUSAL, Stage.DONE, vote="down"))
    assert from_json(to_json(conversation)) == conversation
    assert from_json(to_json((Exchange("q"),))) == (Exchange("q", stage=Stage.STOPPED),)
    assert from_json("") == ()
    assert from_json('[{"pergunta": "de outra versão"}]') == ()


def test_export_is_markdown_with_sources() -> None:
    assert to_markdown((DONE, Exchange("e?", REFUSAL, Stage.DONE), Exchange("f", stage=Stage.STOPPED)), "pt") == (
        "# Conversa\n\n## o que é?\n\n**tipo 1**: bare metal [1]\n\n"
        "- [1] `so/vm.md`, linhas 3–4 · apostila so_02 · p. 51\n  > tipo 1 -> bare metal\n\n"
        "## e?\n\nAs suas notas não respondem a isso.\n\n## f\n\n*Resposta interrompida.*\n"
    )
