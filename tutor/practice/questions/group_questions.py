"""Múltipla escolha on lists: what belongs, what does not, and which option has members only."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from tutor.practice.grammar.articles import subject_of
from tutor.practice.grammar.endings import is_elliptical
from tutor.practice.grammar.nouns import capitalized, contract, enumerate_words
from tutor.practice.questions.distractors import Material, Outsider
from tutor.practice.questions.drafts import WRONG, Claim, Draft, chooser
from tutor.practice.reading.knowledge import Group, GroupKind, Knowledge
from tutor.practice.reading.sentences import question_about
from tutor.types import ExerciseKind


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of a group: the stem without its opening, and the options, the right one first."""

    group: Group
    aspect: str
    body: str
    options: tuple[str, ...]


def write_group_questions(part: Knowledge, material: Material) -> Iterator[Draft]:
    """Yield the drafts on every list that something is known not to be in."""
    for group in part.groups:
        outsiders = material.outsiders(group)
        bare = group.kind is GroupKind.CLASS and subject_of(group.label, material.genders) == group.label
        named = group.kind is not GroupKind.LEAD and not (bare or is_elliptical(group.label))
        named = named and material.is_known(group)
        if outsiders and named:
            yield from _belonging(group, outsiders, material)
            yield from _not_belonging(group, outsiders, material)
            yield from _members_only(group, outsiders, material)


def _belonging(group: Group, outsiders: Sequence[Outsider], material: Material) -> Iterator[Draft]:
    gender = material.genders.of(group.label)
    if len(outsiders) < WRONG or gender is None or group.kind is not GroupKind.PLURAL:
        return
    key = chooser("belongs", group.label).choice(group.members)
    wrong = outsiders[:WRONG]
    options = (key, *(outsider.text for outsider in wrong))
    body = f"Assinale a opção que apresenta {'um dos' if gender == 'm' else 'uma das'} {group.label}."
    yield _draft(_Asked(group, "pertence", body, options), wrong, material)


def _not_belonging(group: Group, outsiders: Sequence[Outsider], material: Material) -> Iterator[Draft]:
    if len(group.members) < WRONG:
        return
    members = chooser("members", group.label).sample(list(group.members), WRONG)
    if group.kind is GroupKind.PLURAL:
        body = f"As opções a seguir apresentam {group.label}, à exceção de uma. Assinale-a."
    else:
        subject = subject_of(group.label, material.genders)
        body = f"{capitalized(subject)} abrange os itens apresentados nas opções a seguir, à exceção de um. Assinale-o."
    yield _draft(_Asked(group, "exceto", body, (outsiders[0].text, *members)), outsiders[:1], material)


def _members_only(group: Group, outsiders: Sequence[Outsider], material: Material) -> Iterator[Draft]:
    """Yield pairs, all but one spoilt by something that is not in the list."""
    members = [member for member in group.members if _can_be_joined(member)]
    fit = [outsider for outsider in outsiders if _can_be_joined(outsider.text)][:2]
    if not fit or len(members) < 2:
        return
    chance = chooser("only", group.label)
    key = chance.choice(list(combinations(members, 2)))
    mixed = [(member, outsider.text) for member in members for outsider in fit]
    chance.shuffle(mixed)
    wrong: list[tuple[str, str]] = []
    for member, outsider in mixed:
        if sum(member in pair for pair in wrong) < 2:
            wrong.append((member, outsider) if chance.random() < 0.5 else (outsider, member))
    if len(wrong) < WRONG:
        return
    if group.kind is GroupKind.PLURAL:
        body = f"Assinale a opção que apresenta apenas {group.label}."
    else:
        subject = contract("por", subject_of(group.label, material.genders))
        body = f"Assinale a opção em que ambos os itens apresentados são abrangidos {subject}."
    options = tuple(" e ".join(pair) for pair in (key, *wrong[:WRONG]))
    yield _draft(_Asked(group, "apenas", body, options), fit, material)


def _draft(asked: _Asked, outsiders: Sequence[Outsider], material: Material) -> Draft:
    group = asked.group
    members = enumerate_words(group.members)
    homes = "; ".join(f"{outsider.text} está em “{outsider.home}”" for outsider in outsiders)
    explanation = f"Nas notas, “{group.label}” reúne: {members}." + f" Já {homes}."
    return Draft(
        kind=ExerciseKind.MULTIPLE_CHOICE,
        place=group.place,
        aspect=(asked.aspect, group.label),
        prompt=asked.body,
        explanation=explanation,
        question=question_about(group, material.genders),
        answer=members,
        options=asked.options,
        untrue=tuple(Claim(group.names, outsider.text, listed=True) for outsider in outsiders),
    )


def _can_be_joined(text: str) -> bool:
    """True for a name that can stand beside another with "e" between."""
    return "," not in text and not re.search(r"\s(?:e|ou)\s", text)
