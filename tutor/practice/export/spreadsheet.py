"""Exercises as a table for Excel, LibreOffice and scripts."""

import csv
from collections.abc import Sequence
from pathlib import Path

from tutor.practice.export.files import refuse_empty, replacing
from tutor.practice.export.wording import key_text, page_text
from tutor.types import Exercise

LETTERS = "ABCDE"
COLUMNS = (
    "id",
    "tipo",
    "tópico",
    "enunciado",
    *LETTERS,
    "gabarito",
    "explicação",
    "trecho",
    "nota",
    "primeira linha",
    "última linha",
    "páginas",
)
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def export_csv(exercises: Sequence[Exercise], file: Path) -> None:
    """Write one row an exercise under `COLUMNS`, as a Brazilian Excel opens it: semicolons, UTF-8 with a mark.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.

    Raises:
        PracticeError: when there is nothing to export, or `file` cannot be written.
    """
    refuse_empty(exercises)
    with replacing(file) as part, part.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(COLUMNS)
        for exercise in exercises:
            writer.writerow([_plain(cell) for cell in _cells(exercise)])


def _cells(exercise: Exercise) -> tuple[str, ...]:
    options = {option.letter: option.text for option in exercise.options}
    citation = exercise.citation
    return (
        exercise.id,
        exercise.kind.value,
        exercise.topic,
        exercise.prompt,
        *(options.get(letter, "") for letter in LETTERS),
        key_text(exercise),
        exercise.explanation,
        citation.quote,
        citation.note,
        str(citation.first_line),
        str(citation.last_line),
        "; ".join(map(page_text, citation.pages)),
    )


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text
