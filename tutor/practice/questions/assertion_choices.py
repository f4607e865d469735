"""Múltipla escolha among whole assertions: which of five is incorrect, or correct, by the notes."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from tutor.language import fold
from tutor.practice.grammar.untold import points_elsewhere
from tutor.practice.grammar.verbs import is_verb_form
from tutor.practice.grammar.wording import main_name
from tutor.practice.history.naturalness import naturalness
from tutor.practice.questions.distractors import Material
from tutor.practice.questions.drafts import WRONG, Draft, as_noted, chooser
from tutor.practice.questions.likeness import differ_as_texts, is_like_in_length
from tutor.practice.questions.pair_questions import shared_heading
from tutor.practice.questions.true_false import Assertion, as_draft, fit_assertions
from tutor.practice.questions.verification import gives_key_away, is_supported, is_whole
from tutor.practice.reading.knowledge import Knowledge, Place
from tutor.types import ExerciseKind

_NATURAL, _NATURAL_VALUE = 0.5, 0.35  # probabilities; what tells the values of one column is alike
_LONGEST = 220
_MOST_COMMAS = 2
_LEANS = re.compile(
    r"^(?:[ao]s )?(?:algu(?:m|ns|mas?)|outr[oa]s?|quem|el[ea]s?|entre el[ea]s|também|ainda|mas|então|além d\w+|por fim"
    r"|(?:dois|duas|três|quatro|cinco|seis|sete) (?!d[aeo]s?\b))\b|^n[oa]s outr[oa]s\b"
    r"|\b(?:portanto|por isso|assim|n?ess[ae]s?|n?est[ae]s?|disso|disto|o assunto|d?n?os casos|demais"
    r"|os? (?:primeir|últim)\w+|(?:sa[ií]|ficam?|cai|caem|val[ei])m? (?:de fora|em|entre|para))\b"
    r"|\bart\. \d+º?(?! d[aeo])",
    re.IGNORECASE,
)
"""What leans on a sentence before it, which no option has."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a line of the notes tells, as it stands and changed, where it can be told so; `place` is of either."""

    place: Place
    right: Assertion | None
    wrong: Assertion | None
    column: str


def write_assertion_choices(part: Knowledge, material: Material) -> Iterator[Draft]:
    """Yield the drafts on five lines below one heading each, no line in two of them, the nearest headings first."""
    left = _told(part, material)
    headings = {told.place.heading for told in left}
    above = {heading[:depth] for heading in headings for depth in range(1, len(heading) + 1)}
    for heading in sorted(above, key=lambda names: (-len(names), names)):
        below = [told for told in left if told.place.heading[: len(heading)] == heading]
        while chosen := _values_of_column(below) or _four_and_a_changed_one(below):
            yield _draft(*chosen)
            used = {assertion.place.citation.quote for assertion in chosen}
            below = [told for told in below if told.place.citation.quote not in used]
            left = [told for told in left if told.place.citation.quote not in used]


def _told(part: Knowledge, material: Material) -> list[_Told]:
    """Return what each line tells that can stand alone."""
    by_line: dict[str, list[Assertion]] = {}
    defined = {fold(main_name(concept.term)) for concept in part.concepts}
    for assertion in fit_assertions(part, material):
        if not (_column(assertion) or (_is_brief(assertion.text) and _is_of(assertion, defined))):
            continue
        if _stands_alone(assertion) and not any(is_supported(claim, material.support) for claim in assertion.untrue):
            by_line.setdefault(assertion.place.citation.quote, []).append(assertion)
    return [
        _Told(
            found[0].place,
            next((one for one in found if one.change is None), None),
            next((one for one in found if one.change and not one.is_negation), None),
            _column(found[0]),
        )
        for found in by_line.values()
    ]


def _is_brief(text: str) -> bool:
    """True for a clause or two, and nothing behind a colon."""
    return not re.search(r"[:;]", text) and text.count(", ") <= _MOST_COMMAS and not points_elsewhere(text)


def _is_of(assertion: Assertion, defined: Collection[str]) -> bool:
    """True where a sentence begins with what the note defines, or has as a heading, and its verb stands behind."""
    text = re.sub(r"^[OA]s? | \([^()]*\)", "", assertion.text)
    named = {*defined, *(fold(main_name(name)) for name in assertion.place.heading)}
    found = text.split()
    subjects = (at for at in range(1, len(found)) if fold(" ".join(found[:at])) in named)
    return any(is_verb_form(verb) for at in subjects for verb in found[at : at + 2] if verb != "não")


def _stands_alone(assertion: Assertion) -> bool:
    text = assertion.text
    least = _NATURAL_VALUE if _column(assertion) else _NATURAL
    fit = text[:1].isupper() and len(text) <= _LONGEST and not leans_back(text) and is_whole(f"{text}.")
    return fit and bool(assertion.place.heading) and naturalness(as_draft(assertion).exercise) >= least


def leans_back(text: str) -> bool:
    """True for a sentence that another one has to stand before: "Por fim, …", "As três são …"."""
    return _LEANS.search(text) is not None


def _column(assertion: Assertion) -> str:
    """Return the name of the column whose value is told, nothing for what is told otherwise."""
    return assertion.aspect[-1] if assertion.aspect[0] == "atributo" else ""


def _values_of_column(told: Sequence[_Told]) -> list[Assertion]:
    """Return a value of a column as noted and four that are changed; none where there are too few."""
    columns: dict[str, list[_Told]] = {}
    for one in told:
        columns.setdefault(one.column, []).append(one)
    for column, found in columns.items():
        chance = chooser("values", column, *(one.place.citation.quote for one in found))
        for key in chance.sample(found, len(found)) if column else ():
            wrong = [one.wrong for one in found if one is not key and one.wrong]
            if key.right and len(wrong) >= WRONG:
                return [key.right, *wrong[:WRONG]]
    return []


def _four_and_a_changed_one(told: Sequence[_Told]) -> list[Assertion]:
    """Return a changed assertion and four as noted, those of the nearest lines; none where there are too few."""
    changed = [one.wrong for one in told if one.wrong]
    for key in chooser("incorrect", *(one.text for one in changed)).sample(changed, len(changed)):
        line = key.place.citation.first_line
        beside = [one for one in told if one.right and _may_stand_beside(one.right, key)]
        beside.sort(key=lambda one: (one.wrong is not None, abs(one.place.citation.first_line - line)))
        kept: list[Assertion] = []
        for one in beside:
            if one.right and all(differ_as_texts(one.right.text, other.text) for other in kept):
                kept.append(one.right)
        chosen = [key, *kept[:WRONG]]
        if len(kept) >= WRONG and _is_fair(_draft(*chosen)):
            return chosen
    return []


def _may_stand_beside(right: Assertion, key: Assertion) -> bool:
    """True for what is of another line than the changed one, of another subject and of about its length."""
    fit = is_like_in_length(right.text, key.text) and differ_as_texts(right.text, key.text)
    apart = right.place.citation.quote != key.place.citation.quote
    return fit and apart and right.text.split()[:2] != key.text.split()[:2]


def _is_fair(draft: Draft) -> bool:
    """True where a topic stands above, and nothing tells the key."""
    return draft.exercise.prompt != draft.prompt and not gives_key_away(draft.exercise)


def _draft(key: Assertion, *others: Assertion) -> Draft:
    changed = key.change
    asked = "incorreta" if changed else "correta"
    untold = "; ".join(f"“{one.change.after}”: {one.change.reason}" for one in others if one.change)
    verdict = f"“{key.text}” está errado: {changed.reason}." if changed else f"É o que dizem as notas. Já {untold}."
    return Draft(
        kind=ExerciseKind.MULTIPLE_CHOICE,
        place=replace(key.place, heading=shared_heading([one.place for one in (key, *others)])),
        aspect=(asked, key.text),
        prompt=f"Assinale a opção em que a afirmação apresentada está {asked}.",
        explanation=f"{verdict} {as_noted(key.place)}",
        question=key.question or key.text,
        answer=key.place.citation.quote if changed else key.text,
        options=tuple(f"{one.text}." for one in (key, *others)),
        untrue=tuple(claim for one in (key, *others) for claim in one.untrue),
    )
