"""A session as HTML: one question at a time or a list, and how far it is."""

from html import escape

from tutor.practice.history.sessions import Session
from tutor.types import Exercise, ExerciseKind
from tutor.ui.desk import now
from tutor.ui.messages import told
from tutor.ui.play import Play, shown
from tutor.ui.strings import say
from tutor.ui.views.exercise import (
    action,
    flag_button,
    render_choices,
    render_feedback,
    render_meta,
    render_prompt,
)
from tutor.ui.views.markup import attributes, notice, warning

_KEYS = {
    ExerciseKind.TRUE_FALSE: "quiz.keys_true_false",
    ExerciseKind.MULTIPLE_CHOICE: "quiz.keys_choice",
    ExerciseKind.OPEN: "quiz.keys_open",
    ExerciseKind.FLASHCARD: "quiz.keys_card",
}


def render_session(play: Play, session: Session, language: str) -> str:
    """Return the session where the student is in it."""
    if play.listed:
        body = "".join(_render_item(exercise, play, session, language) for exercise in session.exercises)
        foot = _render_end(session, language)
    else:
        exercise = shown(play, session)
        body = _render_item(exercise, play, session, language)
        keys = escape(say(language, _KEYS[exercise.kind]))
        foot = _render_steps(play, session, language) + f'<p class="keys">{keys}</p>'
    news = warning(told(play.notice, language)) if play.notice else ""
    listed = " listed" if play.listed else ""
    return f'<section class="quiz{listed}">{_render_head(play, session, language)}{news}{body}{foot}</section>'


def _render_head(play: Play, session: Session, language: str) -> str:
    count, done = len(session.exercises), len(session.answers)
    place = say(language, "quiz.place", n=min(play.at + 1, count), count=count)
    bar = attributes(max=count, value=done, aria_label=place)
    remaining = session.remaining(now=now())
    clock = ""
    if remaining is not None:
        left = attributes(class_="clock", data_seconds=int(remaining.total_seconds()), role="timer")
        clock = f'<span{left} aria-label="{escape(say(language, "quiz.time_left"))}"></span>'
    finish = action("finish", escape(say(language, "quiz.finish")), kind="text-button")
    return (
        f'<header><span class="where">{escape(place if not play.listed else f"{done}/{count}")}</span>'
        f"<progress{bar}></progress>{clock}{finish}</header>"
    )


def _render_item(exercise: Exercise, play: Play, session: Session, language: str) -> str:
    answered = session.answers.get(exercise.id)
    exam = session.plan.exam
    graded = answered is not None and not exam
    is_current = not play.listed or exercise == session.current
    feedback = render_feedback(exercise, answered.grade, language) if answered and graded else ""
    if answered and exam:
        feedback = notice(say(language, "quiz.kept"))
    choices = render_choices(exercise, answered, language, turned=exercise.id in play.turned, exam=exam)
    return (
        f'<article class="item{" current" if is_current else ""}" data-id="{escape(exercise.id)}">'
        f'<div class="item-head">{render_meta(exercise, language)}{flag_button(exercise, language)}</div>'
        f"{render_prompt(exercise, graded=graded)}{choices}{feedback}</article>"
    )


def _render_steps(play: Play, session: Session, language: str) -> str:
    """Return the way on: in practice after an answer, in an exam at any time and back."""
    if not session.plan.exam:
        if shown(play, session).id not in session.answers:
            return ""
        words = say(language, "quiz.result" if session.finished else "quiz.next")
        return f'<nav class="steps">{_forward(words)}</nav>'
    back = action("previous", escape(say(language, "quiz.previous")), kind="button") if play.at else ""
    is_last = play.at == len(session.exercises) - 1
    on = _hand_in(session, language) if is_last else _forward(say(language, "quiz.next"))
    return f'<nav class="steps">{back}{on}</nav>'


def _render_end(session: Session, language: str) -> str:
    if session.plan.exam:
        return f'<nav class="steps">{_hand_in(session, language)}</nav>'
    return f'<nav class="steps">{_forward(say(language, "quiz.result"))}</nav>' if session.finished else ""


def _forward(words: str) -> str:
    return action("next", escape(words), key="enter", kind="button primary", data_focus="")


def _hand_in(session: Session, language: str) -> str:
    words = say(language, "quiz.hand_in", blank=len(session.exercises) - len(session.answers))
    return action("finish", escape(words), kind="button primary")
