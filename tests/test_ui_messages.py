"""The tutor's messages in the English interface."""

import ast
import re
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

import tutor
from tutor.answering.answer import LONGEST_QUESTION, check_question
from tutor.errors import TutorError
from tutor.notes import find_notes
from tutor.practice.history.database import explained
from tutor.practice.history.selection import SessionPlan, choose
from tutor.ui import messages
from tutor.ui.messages import told

_SOURCES = [file for file in Path(tutor.__file__).parent.rglob("*.py") if file != Path(messages.__file__)]

_ENOUGH = 15
"""Characters outside its gaps that tell one sentence from any other."""


def _said(node: ast.expr) -> str | None:
    """Return the text that an expression makes, its gaps as {}; None for what is no text."""
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=parts):
            return "".join("{}" if isinstance(part, ast.FormattedValue) else str(_said(part)) for part in parts)
        case _:
            return None


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=\.) ", text.strip())


def _fixed(sentence: str) -> int:
    return len(sentence.replace("{}", ""))


def test_every_sentence_known_here_is_one_that_the_tutor_says() -> None:
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in _SOURCES]
    texts = [text for tree in trees for node in ast.walk(tree) if isinstance(node, ast.expr) and (text := _said(node))]
    said = {sentence for text in texts for sentence in _sentences(text)}
    forms = [re.compile(re.escape(each).replace(r"\{\}", ".*")) for each in said if _fixed(each) >= _ENOUGH]
    known = {sentence for message in messages._ENGLISH for sentence in _sentences(message)}
    unsaid = {each for each in known - said if _fixed(each) and not any(form.fullmatch(each) for form in forms)}
    assert unsaid == set()


def test_the_languages_have_the_same_gaps_but_for_what_english_leaves_out() -> None:
    for known, english in messages._ENGLISH.items():
        assert english.count("{}") in {known.count("{}"), 0}


def test_an_error_is_told_in_english_with_its_facts(tmp_path: Path) -> None:
    with pytest.raises(TutorError) as raised:
        find_notes(tmp_path / "nada")
    assert told(str(raised.value), "en") == (
        f"The folder of notes {tmp_path / 'nada'} does not exist. Name another with --vault FOLDER or TUTOR_VAULT."
    )
    assert told(str(raised.value), "pt") == str(raised.value)


def test_a_question_too_long_is_told_in_english() -> None:
    with pytest.raises(TutorError) as raised:
        check_question("x" * (LONGEST_QUESTION + 1))
    assert told(str(raised.value), "en") == "The question has 2001 characters; the limit is 2000. Ask a shorter one."


def test_what_stands_in_a_gap_is_told_in_english_too() -> None:
    corrupt = sqlite3.DatabaseError("malformed")
    corrupt.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    assert told(str(explained(corrupt, Path("h.sqlite"))), "en") == (
        "The practice history h.sqlite could not be used (malformed). The file is corrupt. Nothing was deleted: "
        "restore a backup of it, or move it to another folder to begin without a history."
    )


def test_a_message_that_is_not_known_stays_as_it_is() -> None:
    assert told("Algo novo {}. Faça isto.", "en") == "Algo novo {}. Faça isto."


def test_notes_without_questions_are_told_in_english() -> None:
    with pytest.raises(TutorError) as raised:
        choose([], SessionPlan(), now=datetime.now(UTC))
    assert told(str(raised.value), "en") == (
        "These notes gave no sound question. Write definitions (term -> definition), lists (set { a, b, c }), tables "
        "or full sentences and try again."
    )
