"""The student's own questions become flashcards as they stand, where they ask something whole."""

import pytest
from practice_notes import bank, read

from tutor.types import ExerciseKind


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("P: Quem pode pedir a vistoria? R: o dono do prédio", [("Quem pode pedir a vistoria", "o dono do prédio")]),
        ("**P: Quem pode pedir a vistoria?**\nR: o dono", [("Quem pode pedir a vistoria", "o dono")]),
        ("Q: who may ask for a survey? A: the owner", [("who may ask for a survey", "the owner")]),
        ("P: Quem pode pedir isso dele? R: o dono", []),
        ("P: Vistoria? R: exame do prédio", []),
        ("P: A vistoria dura um dia? R: não", []),
        ("P: Quais são os tipos de vistoria? R:\n- prévia\n- final", []),
        ("Quem pode pedir a vistoria? o dono", []),
    ],
)
def test_whole_questions_are_cards(text: str, cards: list[tuple[str, str]]) -> None:
    assert [(card.question, card.answer) for card in read(text).cards] == cards


def test_a_card_is_asked_below_its_title_and_answered_in_its_words() -> None:
    (card,) = bank("# Obras públicas\n\nP: Quem pode pedir a vistoria?\nR: o dono do prédio\n").exercises
    assert card.kind is ExerciseKind.FLASHCARD
    assert card.prompt == "Obras públicas\n\nQuem pode pedir a vistoria?"
    assert card.key == "O dono do prédio."
    assert card.citation.first_line == 3
