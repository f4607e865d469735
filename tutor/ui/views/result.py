"""The result of a session as HTML: marks, plots, and the mistakes to review."""

from collections.abc import Callable, Iterable
from html import escape

from tutor.practice.history.results import Outcome, SessionResult, Tally
from tutor.types import Exercise, ExerciseKind
from tutor.ui.strings import say
from tutor.ui.views.charts import Part, bar
from tutor.ui.views.exercise import KINDS, action, render_meta, render_prompt, render_source_line
from tutor.ui.views.markup import attributes, inline, plain

_JUDGEMENTS = {"certo": "quiz.true", "errado": "quiz.false", "errei": "quiz.again"}

AskAbout = Callable[[Exercise], str]
"""Returns the question to put to the tutor about an exercise."""


def render_result(result: SessionResult, ask_about: AskAbout, language: str) -> str:
    """Return the result page."""
    has_wrong = any(outcome.answered for outcome in result.mistakes)
    again = action("retry", escape(say(language, "result.retry")), kind="button") if has_wrong else ""
    new = action("new", escape(say(language, "result.new")), key="enter", kind="button primary", data_focus="")
    return (
        f'<section class="quiz result"><h2>{escape(say(language, "result.heading"))}</h2>'
        f"{_render_score(result, language)}"
        f"{_render_tallies('result.by_topic', result.by_topic, language)}"
        f"{_render_tallies('result.by_kind', _named(result.by_kind, language), language)}"
        f'<nav class="steps">{again}{new}</nav>'
        f"{_render_mistakes(result, ask_about, language)}</section>"
    )


def _render_score(result: SessionResult, language: str) -> str:
    total = result.total
    share = round(100 * total.right / total.asked) if total.asked else 0
    minutes, seconds = divmod(round(total.seconds), 60)
    marks = say(language, "result.marks", marks=_number(result.marks, language), asked=total.asked)
    if result.cancelling:
        marks += f" ({say(language, 'result.cancelled', raw=_number(result.raw_marks, language))})"
    return (
        f'<div class="score"><b>{share}%</b><div><p>'
        f"{escape(say(language, 'result.score', right=total.right, asked=total.asked))}</p>"
        f'<p class="notice">{escape(marks)}</p>'
        f'<p class="notice">{escape(say(language, "result.time", minutes=minutes, seconds=seconds))}</p></div></div>'
        + _bar(total, language)
    )


def _number(value: float, language: str) -> str:
    words = f"{value:.2f}".rstrip("0").rstrip(".")
    return words if language == "en" else words.replace(".", ",")


def _render_tallies(key: str, tallies: Iterable[Tally], language: str) -> str:
    rows = "".join(
        f'<li><span class="label">{plain(tally.label)}</span>{_bar(tally, language)}'
        f'<span class="count">{tally.right}/{tally.asked}</span></li>'
        for tally in tallies
    )
    return f'<h3>{escape(say(language, key))}</h3><ul class="bars">{rows}</ul>'


def _bar(tally: Tally, language: str) -> str:
    words = say(language, "result.counts", right=tally.right, wrong=tally.wrong, blank=tally.blank)
    return bar([Part(tally.right, "good"), Part(tally.wrong, "bad"), Part(tally.blank, "rest")], words)


def _named(tallies: Iterable[Tally], language: str) -> Iterable[Tally]:
    for tally in tallies:
        words = say(language, KINDS[ExerciseKind(tally.label)])
        yield Tally(words, tally.asked, tally.right, tally.wrong, tally.blank, tally.seconds)


def _render_mistakes(result: SessionResult, ask_about: AskAbout, language: str) -> str:
    if not result.mistakes:
        return f'<p class="notice">{escape(say(language, "result.no_mistakes"))}</p>'
    items = "".join(_render_mistake(outcome, ask_about(outcome.exercise), language) for outcome in result.mistakes)
    return f"<h3>{escape(say(language, 'result.mistakes'))}</h3>{items}"


def _render_mistake(outcome: Outcome, question: str, language: str) -> str:
    exercise, answered = outcome.exercise, outcome.answered
    given = answered.response if answered else say(language, "quiz.blank")
    yours, right = (plain(_spelled(exercise, words, language)) for words in (given, exercise.key))
    ask = attributes(type="button", class_="button", data_ask=question)
    return (
        f'<article class="item mistake">{render_meta(exercise, language)}{render_prompt(exercise, graded=True)}'
        f'<dl><dt>{escape(say(language, "quiz.your_answer"))}</dt><dd class="bad">{yours}</dd>'
        f'<dt>{escape(say(language, "result.right_answer"))}</dt><dd class="good">{right}</dd></dl>'
        f"<p>{inline(exercise.explanation)}</p>{render_source_line(exercise, language)}"
        f"<button{ask}>{escape(say(language, 'quiz.ask'))}</button></article>"
    )


def _spelled(exercise: Exercise, response: str, language: str) -> str:
    """Return a letter with the words of its option, and a judgement as its button says it."""
    option = next((option for option in exercise.options if option.letter == response), None)
    if option:
        return f"{option.letter}) {option.text}"
    if response in _JUDGEMENTS and exercise.kind in {ExerciseKind.TRUE_FALSE, ExerciseKind.FLASHCARD}:
        return say(language, _JUDGEMENTS[response])
    return response[:1].upper() + response[1:]
