"""Múltipla escolha on a table's values: "A porta do protocolo SSH é a", with what other rows have."""

import re
from collections.abc import Iterator, Sequence

from tutor.practice.questions.distractors import Material
from tutor.practice.questions.drafts import WRONG, Draft, as_noted, chooser
from tutor.practice.questions.values import question_about_value, sentence_of_value
from tutor.practice.reading.knowledge import Attribute, Knowledge, Siblings
from tutor.types import ExerciseKind

_OF_A_COLUMN = 2  # drafts


def write_value_choices(part: Knowledge, material: Material) -> Iterator[Draft]:
    """Yield, of each column whose values a sentence can tell, two at most."""
    columns: dict[tuple[Siblings, str], list[Attribute]] = {}
    for attribute in part.attributes:
        columns.setdefault((attribute.family, attribute.name), []).append(attribute)
    for (_, name), column in columns.items():
        mixed = chooser("column", name, *(attribute.of for attribute in column)).sample(column, len(column))
        drafts = [draft for attribute in mixed for draft in _asked(attribute, column, material)]
        yield from drafts[:_OF_A_COLUMN]


def _asked(attribute: Attribute, column: Sequence[Attribute], material: Material) -> Iterator[Draft]:
    """Yield the draft on a value; none where fewer than four others of its column have its form."""
    value = attribute.value
    told = sentence_of_value(attribute, material.genders)
    beside = {other.value for other in column}
    wrong = [other for other in material.other_values(attribute) if other in beside and _form(other) == _form(value)]
    if not told.endswith(value) or len(wrong) < WRONG:
        return
    yield Draft(
        kind=ExerciseKind.MULTIPLE_CHOICE,
        place=attribute.place,
        aspect=("valor", attribute.of, attribute.name),
        prompt=told.removesuffix(value).strip(),
        explanation=f"{told}. {as_noted(attribute.place)}",
        question=question_about_value(attribute, material.genders),
        answer=value,
        options=(value, *wrong[:WRONG]),
    )


def _form(value: str) -> tuple[str, ...]:
    """Return what kind of word each word of a value is: a number, letters, both."""
    words = re.sub(r"\d+(?:[.,]\d+)*", "0", value).split()
    return tuple(re.sub(r"[^\W\d_]+", "a", word) for word in words)
