"""Múltipla escolha on what comes after what: the list in its order among others shuffled, and what follows a member."""

from collections.abc import Iterator
from itertools import permutations

from tutor.practice.grammar.articles import subject_of
from tutor.practice.grammar.nouns import contract, enumerate_words
from tutor.practice.questions.distractors import Material
from tutor.practice.questions.drafts import WRONG, Draft, as_noted, chooser
from tutor.practice.reading.knowledge import Group, Knowledge
from tutor.practice.reading.sentences import question_about
from tutor.types import ExerciseKind

_MOST_SHOWN = 5  # members of a list that an option can hold
_LONGEST_MEMBER = 60
_FEWEST = 3  # members that can be put in five orders
_FEWEST_TO_FOLLOW = 6  # members, so that four others can be wrong


def write_order_questions(part: Knowledge, material: Material) -> Iterator[Draft]:
    """Yield the drafts on every list that has an order."""
    for group in part.groups:
        if group.ordered and max(map(len, group.members)) <= _LONGEST_MEMBER:
            yield from _order(group, material)
            yield from _following(group, material)


def _order(group: Group, material: Material) -> Iterator[Draft]:
    """Yield the members in their order, with four orders that are another."""
    count = len(group.members)
    if not _FEWEST <= count <= _MOST_SHOWN:
        return
    others = [order for order in permutations(group.members) if order != group.members]
    wrong = chooser("order", group.label, *group.members).sample(others, WRONG)
    name = contract("de", subject_of(group.label, material.genders))
    yield _draft(
        group,
        "ordem",
        f"Assinale a opção que apresenta a sequência correta {name}.",
        tuple("; ".join(order) for order in (group.members, *wrong)),
        material,
    )


def _following(group: Group, material: Material) -> Iterator[Draft]:
    """Yield what comes right behind a member, with four others of the list."""
    if len(group.members) < _FEWEST_TO_FOLLOW:
        return
    chance = chooser("following", group.label, *group.members)
    at = chance.randrange(len(group.members) - 1)
    key = group.members[at + 1]
    wrong = chance.sample([member for member in group.members if member not in group.members[at : at + 2]], WRONG)
    name = contract("de", subject_of(group.label, material.genders))
    yield _draft(
        group,
        "seguinte",
        f"Na sequência {name}, o que vem imediatamente depois de “{group.members[at]}” é",
        (key, *wrong),
        material,
    )


def _draft(group: Group, aspect: str, body: str, options: tuple[str, ...], material: Material) -> Draft:
    return Draft(
        kind=ExerciseKind.MULTIPLE_CHOICE,
        place=group.place,
        aspect=(aspect, group.label),
        prompt=body,
        explanation=f"A ordem nas notas é: {enumerate_words(group.members)}. {as_noted(group.place)}",
        question=question_about(group, material.genders),
        answer=enumerate_words(group.members),
        options=options,
    )
