"""The practice page: sessions, results and progress as HTML, and where the student is in them."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hand_exercises import PAGE_51, false_assertion, flashcard, multiple_choice, open_question, true_false

from tutor.practice.history.progress import Day, progress_of
from tutor.practice.history.selection import SessionPlan
from tutor.practice.history.sessions import Session
from tutor.practice.history.store import PracticeStore
from tutor.types import Exercise
from tutor.ui import play as playing
from tutor.ui.desk import Offer
from tutor.ui.play import Play
from tutor.ui.views.charts import Part, bar, columns
from tutor.ui.views.choices import render_choice
from tutor.ui.views.exercise import render_choices, render_feedback, render_prompt
from tutor.ui.views.progress import render_progress_report
from tutor.ui.views.quiz import render_session
from tutor.ui.views.result import render_result

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOSTILE = '<img src=x onerror="alert(1)">'

Begin = Callable[..., Session]


@pytest.fixture
def begin(tmp_path: Path) -> Begin:
    """Begin a session over exercises, in their order."""

    def begin(*exercises: Exercise, **plan: object) -> Session:
        store = PracticeStore.open(tmp_path)
        chosen = SessionPlan(**plan)  # type: ignore[arg-type]
        return Session.start(store, chosen, exercises, now=playing.now())

    return begin


def _text(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)).strip()


def _keys(html: str) -> list[str]:
    return re.findall(r'data-key="([^"]*)"', html)


def test_choices_answer_by_their_letters() -> None:
    html = render_choices(multiple_choice("m"), None, "pt", turned=False, exam=False)
    assert _keys(html) == ["a", "b", "c", "d", "e"]
    assert 'data-exercise="m" data-response="B"' in html
    assert _keys(render_choices(true_false("t"), None, "pt", turned=False, exam=False)) == ["c", "e"]


def test_card_shows_its_back_only_when_turned() -> None:
    face = render_choices(flashcard("f"), None, "pt", turned=False, exam=False)
    assert 'class="back"' not in face
    assert _keys(face) == ["enter"]
    back = render_choices(flashcard("f"), None, "pt", turned=True, exam=False)
    assert ">resposta</div>" in back
    assert _keys(back) == ["1", "2", "3", "4"]


def test_graded_choices_mark_the_key_and_the_mistake(begin: Begin) -> None:
    session = begin(multiple_choice("m"))
    session.answer("m", "A", now=playing.now())
    html = render_choices(session.exercises[0], session.answers["m"], "pt", turned=False, exam=False)
    assert re.findall(r'class="option (\w+)"', html) == ["wrong", "right", "left", "left", "left"]
    assert "button" not in html


def test_changed_term_is_marked_once_graded_and_not_before() -> None:
    exercise = replace(false_assertion("f"), prompt="Julgue.\n\nO tipo 1 roda sobre o sistema operacional.")
    assert "<mark" not in render_prompt(exercise, graded=False)
    assert 'sobre o <mark class="changed">sistema operacional</mark>.' in render_prompt(exercise, graded=True)


def test_feedback_says_why_what_was_missing_and_where(begin: Begin) -> None:
    session = begin(open_question("o", pages=(PAGE_51,)))
    grade = session.answer("o", "usa imagens", now=playing.now())
    text = _text(render_feedback(session.exercises[0], grade, "pt"))
    assert text.startswith("Quase")
    assert "Você disse usa imagens Faltou isola aplicações" in text
    assert text.endswith("Ver na nota: redes.md · linha 1 apostila so_02 · p. 51")


def test_feedback_sets_the_quoted_notes_as_markdown_and_runs_nothing(begin: Begin) -> None:
    session = begin(true_false("t", explanation="Nas notas: “**VM** -> `so_02` <img src=x>”"))
    grade = session.answer("t", "certo", now=playing.now())
    html = render_feedback(session.exercises[0], grade, "pt")
    assert "“<strong>VM</strong> → <code>so_02</code> &lt;img src=x&gt;”" in html


def test_practice_goes_on_by_answer_and_ends_with_the_result(begin: Begin) -> None:
    session = begin(multiple_choice("m"), flashcard("f"))
    play = playing.resumed(session)
    assert "Questão 1 de 2" in render_session(play, session, "pt")
    play = playing.answered(play, session, "m", "B")
    html = render_session(play, session, "pt")
    assert "Muito bem!" in html
    assert _keys(html)[-1] == "enter"
    play = playing.went_on(play, session)
    assert play.at == 1
    play = playing.rated(playing.turned(play, "f"), session, "f", "good")
    assert play.over


def test_an_empty_answer_is_not_taken(begin: Begin) -> None:
    session = begin(open_question("o"))
    play = playing.answered(playing.resumed(session), session, "o", "  ")
    assert not session.answers
    assert not play.over


def test_a_key_pressed_twice_answers_once(begin: Begin) -> None:
    session = begin(multiple_choice("m"), flashcard("f"))
    play = playing.answered(playing.resumed(session), session, "m", "B")
    assert playing.answered(play, session, "m", "A") == play
    assert session.answers["m"].response == "B"
    play = playing.rated(play, session, "f", "good")
    assert playing.rated(play, session, "f", "again") == play


def test_exam_shows_no_grade_goes_back_and_changes_answers(begin: Begin) -> None:
    session = begin(true_false("a"), true_false("b"), exam=True)
    play = playing.answered(playing.resumed(session), session, "a", "errado")
    html = render_session(play, session, "pt")
    assert "Resposta guardada" in html
    assert 'data-response="errado" aria-pressed="true"' in html
    assert "feedback" not in html
    play = playing.went_on(play, session)
    html = render_session(play, session, "pt")
    assert "Entregar (1 em branco)" in html
    play = playing.answered(playing.moved(play, session, -1), session, "a", "certo")
    assert session.answers["a"].response == "certo"
    assert playing.finished(play, session).over
    assert session.result().total.blank == 1


def test_list_shows_every_question_and_marks_the_one_the_keys_answer(begin: Begin) -> None:
    session = begin(true_false("a"), true_false("b"))
    play = playing.answered(Play(session.id, listed=True), session, "a", "certo")
    html = render_session(play, session, "pt")
    assert '<section class="quiz listed">' in html
    assert re.findall(r'class="(item[^"-]*)" data-id="(\w+)"', html) == [("item", "a"), ("item current", "b")]


def test_flagged_question_leaves_the_session(begin: Begin) -> None:
    session = begin(true_false("a"), true_false("b"))
    play = playing.flagged(playing.moved(playing.resumed(session), session, 1), session, "b")
    assert [exercise.id for exercise in session.exercises] == ["a"]
    assert (play.at, play.over) == (0, False)
    assert playing.flagged(play, session, "a").over


def test_time_that_is_over_ends_the_session_with_a_notice(tmp_path: Path) -> None:
    store = PracticeStore.open(tmp_path)
    plan = SessionPlan(minutes=5)
    late = Session.start(store, plan, [true_false("a")], now=playing.now() - timedelta(minutes=6))
    play = playing.answered(playing.resumed(late), late, "a", "certo")
    assert play.over
    assert play.notice.startswith("O tempo acabou")


def test_result_shows_marks_plots_and_mistakes_with_a_question_for_the_tutor(begin: Begin) -> None:
    session = begin(true_false("a", topic="VMs"), multiple_choice("m", prompt="Qual?"), cancelling=True)
    session.answer("a", "certo", now=playing.now(), seconds=65)
    session.answer("m", "A", now=playing.now())
    html = render_result(session.result(), lambda exercise: f"O que é {exercise.topic}?", "pt")
    text = _text(html)
    assert "50% 1 de 2 certas Pontos: 1 de 2 (com anulação; sem ela, 1) Tempo: 1 min 5 s" in text
    assert "Por tópico VMs 1/1 redes 0/1" in text
    assert "Por tipo Certo ou errado 1/1 Múltipla escolha 0/1" in text
    assert "Sua resposta A) opção A Resposta certa B) opção B" in text
    assert re.findall(r'data-ask="([^"]*)"', html) == ["O que é redes?"]


def test_result_speaks_the_language_and_offers_to_practise_only_what_was_wrong(begin: Begin) -> None:
    session = begin(true_false("a"), flashcard("f", key="certo"), exam=True)
    session.answer("a", "errado", now=playing.now())
    html = render_result(session.result(), lambda _: "?", "en")
    assert "Your answer False Right answer True" in _text(html)
    assert 'data-action="retry"' in html
    blank = begin(true_false("b"), exam=True)
    assert 'data-action="retry"' not in render_result(blank.result(), lambda _: "?", "pt")


def test_progress_shows_numbers_topics_pages_days_and_gaps(begin: Begin, tmp_path: Path) -> None:
    session = begin(true_false("a", pages=(PAGE_51,)), true_false("b", topic="outro"))
    session.answer("a", "errado", now=NOW)
    report = progress_of(PracticeStore.open(tmp_path), session.exercises, [], now=NOW)
    html = render_progress_report(report, "pt", NOW.date())
    text = _text(html)
    assert "1 praticadas 0 certas na última vez" in text
    assert "Por tópico outro 0/1 redes 1/1" in text
    assert "apostila so_02 · p. 51 1/1" in text
    assert "01/03: 0 certas de 1" in text
    assert 'aria-label="certas: 0, a rever: 1, nunca praticadas: 0, ao todo: 1"' in html


def test_bar_parts_share_the_width() -> None:
    html = bar([Part(3, "good"), Part(1, "bad"), Part(0, "rest")], '3 "certas"')
    assert 'aria-label="3 &quot;certas&quot;"' in html
    assert re.findall(r'class="(\w+)" style="width:([\d.]+)%', html) == [("good", "75.00"), ("bad", "25.00")]


def test_columns_cover_the_last_thirty_days() -> None:
    today = date(2026, 3, 1)
    days = [Day(today - timedelta(days=30), 9, 9), Day(today - timedelta(days=29), 4, 1), Day(today, 2, 2)]
    html = columns(days, "pt", today)
    assert re.findall(r"<title>([^<]*)</title>", html) == ["31/01: 1 certas de 4", "01/03: 2 certas de 2"]


def test_head_tells_what_is_due_and_offers_an_open_session(begin: Begin, tmp_path: Path) -> None:
    begin(true_false("a"), multiple_choice("m"))
    open_session = PracticeStore.open(tmp_path).sessions()[0]
    text = _text(render_choice(Offer(("redes",), due=1), open_session, "pt"))
    assert "Tópicos: 1 1 para revisar hoje Retomar a sessão em aberto (0/2)" in text


def test_hostile_exercises_are_shown_as_text(begin: Begin) -> None:
    hostile = {"topic": HOSTILE, "prompt": HOSTILE, "explanation": HOSTILE, "note": HOSTILE}
    session = begin(open_question(HOSTILE, rubric=(HOSTILE,), **hostile), flashcard("f", key=HOSTILE, **hostile))
    play = playing.answered(Play(session.id, listed=True), session, HOSTILE, HOSTILE)
    play = playing.turned(play, "f")
    pages = [render_session(play, session, "pt"), render_result(session.result(), lambda _: HOSTILE, "pt")]
    for html in pages:
        assert "<img" not in html
        assert not re.search(r"<[^>]*\sonerror=\"(?!&)", html)
