"""One practice question as HTML: the prompt, what can be answered, and after grading what was right and why."""

from html import escape

from tutor.practice.history.records import Answered
from tutor.types import Exercise, ExerciseKind, Grade
from tutor.ui.strings import say
from tutor.ui.views.icons import icon
from tutor.ui.views.markup import attributes, inline, line_label, page_chips, plain

KINDS = {
    ExerciseKind.TRUE_FALSE: "kind.true_false",
    ExerciseKind.MULTIPLE_CHOICE: "kind.multiple_choice",
    ExerciseKind.OPEN: "kind.open",
    ExerciseKind.FLASHCARD: "kind.flashcard",
}
_RATINGS = (("again", "quiz.again"), ("hard", "quiz.hard"), ("good", "quiz.good"), ("easy", "quiz.easy"))


def render_prompt(exercise: Exercise, *, graded: bool) -> str:
    """Return the kind, the topic and the prompt; once graded, the changed term is marked."""
    paragraphs = "".join(f"<p>{plain(part)}</p>" for part in exercise.prompt.split("\n\n") if part.strip())
    if graded and exercise.change is not None:
        after = plain(exercise.change.after)
        head, found, tail = paragraphs.rpartition(after)
        paragraphs = f'{head}<mark class="changed">{after}</mark>{tail}' if found else paragraphs
    is_first = not graded and exercise.kind in {ExerciseKind.TRUE_FALSE, ExerciseKind.MULTIPLE_CHOICE}
    focus = ' tabindex="-1" data-focus' if is_first else ""
    return f'<div class="prompt"{focus}>{paragraphs}</div>'


def render_meta(exercise: Exercise, language: str) -> str:
    """Return the chips of a question's kind and topic."""
    kind = escape(say(language, KINDS[exercise.kind]))
    return f'<p class="meta"><span class="chip">{kind}</span><span>{plain(exercise.topic)}</span></p>'


def render_choices(exercise: Exercise, answered: Answered | None, language: str, *, turned: bool, exam: bool) -> str:
    """Return what the student answers with, or once graded what was answered and what is right."""
    graded = answered is not None and not exam
    response = answered.response if answered else ""
    match exercise.kind:
        case ExerciseKind.OPEN:
            return _written(response) if graded else _form(exercise, response, language)
        case ExerciseKind.FLASHCARD:
            return _card(exercise, language, turned=turned or graded, rated=graded)
        case ExerciseKind.TRUE_FALSE:
            options = [("certo", "C", say(language, "quiz.true")), ("errado", "E", say(language, "quiz.false"))]
        case ExerciseKind.MULTIPLE_CHOICE:
            options = [(option.letter, option.letter, option.text) for option in exercise.options]
    drawn = (
        _settled(letter, words, is_key=value == exercise.key, chosen=value == response)
        if graded
        else _option(exercise, value, letter, words, chosen=value == response)
        for value, letter, words in options
    )
    return f'<div class="options {exercise.kind}">{"".join(drawn)}</div>'


def render_feedback(exercise: Exercise, grade: Grade, language: str) -> str:
    """Return right or wrong, why, what was changed or missing, and where the notes say it."""
    partly = not grade.correct and grade.score > 0
    verdict = "quiz.right" if grade.correct else ("quiz.partly" if partly else "quiz.wrong")
    kind = "good" if grade.correct else "bad"
    parts = [f'<p class="verdict">{escape(say(language, verdict))}</p><p>{inline(exercise.explanation)}</p>']
    if exercise.change is not None:
        words = say(language, "quiz.changed", before=exercise.change.before, after=exercise.change.after)
        parts.append(f'<p class="change">{plain(words)}</p>')
    if exercise.rubric:
        parts.append(_facts(grade, language))
    return f'<div class="feedback {kind}" role="status">{"".join(parts)}{render_source_line(exercise, language)}</div>'


def render_source_line(exercise: Exercise, language: str) -> str:
    """Return the button that opens the cited passage, with its pages."""
    citation = exercise.citation
    attrs = attributes(type="button", class_="link", data_event="select", data_exercise=exercise.id)
    place = f"{citation.note} · {line_label(citation.first_line, citation.last_line, language)}"
    see = escape(say(language, "quiz.in_note"))
    chips = page_chips(citation.pages, language)
    return f'<p class="place"><button{attrs}>{see}: {escape(place)}</button> {chips}</p>'


def action(name: str, words: str, *, key: str = "", kind: str = "button", **data: object) -> str:
    """Return a button that does `name` on the practice page; `key` is the key that presses it."""
    attrs = attributes(type="button", class_=kind, data_event="click", data_action=name, data_key=key or None, **data)
    return f"<button{attrs}>{words}</button>"


def flag_button(exercise: Exercise, language: str) -> str:
    """Return the button that takes a bad question out for good."""
    label = say(language, "quiz.flag")
    return action("flag", icon("flag"), kind="icon-button", aria_label=label, title=label, data_exercise=exercise.id)


def _option(exercise: Exercise, value: str, letter: str, words: str, *, chosen: bool) -> str:
    return action(
        "answer",
        f"<kbd>{letter}</kbd><span>{plain(words)}</span>",
        key=letter.lower(),
        kind="option",
        data_exercise=exercise.id,
        data_response=value,
        aria_pressed=str(chosen).lower(),
    )


def _settled(letter: str, words: str, *, is_key: bool, chosen: bool) -> str:
    kind = "right" if is_key else ("wrong" if chosen else "left")
    mark = "✓" if is_key else ("✗" if chosen else "")
    return f'<div class="option {kind}"><kbd>{letter}</kbd><span>{plain(words)}</span><b>{mark}</b></div>'


def _form(exercise: Exercise, response: str, language: str) -> str:
    field = attributes(
        name="response",
        rows=3,
        aria_label=say(language, "quiz.your_answer"),
        placeholder=say(language, "quiz.write_here"),
        data_focus="",
    )
    data = attributes(class_="writing", data_form="click", data_action="answer", data_exercise=exercise.id)
    send = escape(say(language, "quiz.send"))
    return (
        f"<form{data}><textarea{field}>{escape(response)}</textarea>"
        f'<button type="submit" class="button primary">{send}</button></form>'
    )


def _written(response: str) -> str:
    return f'<blockquote class="written">{escape(response)}</blockquote>'


def _card(exercise: Exercise, language: str, *, turned: bool, rated: bool) -> str:
    if not turned:
        words = escape(say(language, "quiz.turn"))
        return action("turn", words, key="enter", kind="button primary", data_exercise=exercise.id, data_focus="")
    if rated:
        return f'<div class="back">{plain(exercise.key)}</div>'
    back = f'<div class="back" tabindex="-1" data-focus>{plain(exercise.key)}</div>'
    buttons = "".join(
        action(
            "rate",
            f"<kbd>{n}</kbd>{escape(say(language, words))}",
            key=str(n),
            kind=f"button {name}",
            data_exercise=exercise.id,
            data_response=name,
        )
        for n, (name, words) in enumerate(_RATINGS, 1)
    )
    return f'{back}{render_source_line(exercise, language)}<div class="ratings">{buttons}</div>'


def _facts(grade: Grade, language: str) -> str:
    parts = []
    for key, facts, kind in (("quiz.stated", grade.stated, "stated"), ("quiz.missing", grade.missing, "missing")):
        if facts:
            items = "".join(f"<li>{plain(fact)}</li>" for fact in facts)
            parts.append(f'<p>{escape(say(language, key))}</p><ul class="{kind}">{items}</ul>')
    return "".join(parts)
