"""Open questions, each with the facts that a full answer states."""

from collections.abc import Iterator

from tutor.practice.distractors import NAMING_SHAPES, Material, same_head
from tutor.practice.drafts import Draft, draft
from tutor.practice.knowledge import Concept, Group, GroupKind, Knowledge
from tutor.practice.multiple_choice import opened, short_quote
from tutor.practice.nouns import capitalized, contract, enumerate_words
from tutor.practice.sentences import question_about, subject_of
from tutor.practice.wording import main_name
from tutor.types import ExerciseKind


def write_open_questions(part: Knowledge, material: Material) -> Iterator[Draft]:
    """Yield questions on concepts, lists, and the difference between siblings, in the order of the notes."""
    compared: set[frozenset[str]] = set()
    for concept in part.concepts:
        if concept.clauses[0].shape in NAMING_SHAPES:
            yield _explain(concept, material)
            other = next((o for o in material.contrasts(concept) if _can_be_compared(concept, o)), None)
            if other and frozenset((concept.term, other.term)) not in compared:
                compared.add(frozenset((concept.term, other.term)))
                yield _compare(concept, other, material)
    for group in part.groups:
        yield from _enumerate(group, material)


def _can_be_compared(one: Concept, other: Concept) -> bool:
    """True for concepts that stand together below one name, or share their first word."""
    below = one.siblings[1] is not None
    return other.clauses[0].shape in NAMING_SHAPES and (below or same_head(one.term, other.term))


def _explain(concept: Concept, material: Material) -> Draft:
    name = subject_of(concept.term, material.genders)
    facts = tuple(capitalized(clause.text) for clause in concept.clauses)
    prompt = (
        f"Conceitue {name}."
        if len(facts) == 1
        else f"Discorra sobre {name}, apresentando seu conceito e suas características."
    )
    return draft(
        ExerciseKind.OPEN,
        concept.place,
        ("conceito", concept.term),
        prompt,
        f"{capitalized(main_name(concept.term))}: {'; '.join(clause.text for clause in concept.clauses)}.",
        f"Nas notas: “{short_quote(concept.place.citation.quote)}”",
        question=f"O que é {main_name(concept.term)}?",
        answer=concept.clauses[0].text,
        rubric=facts,
    )


def _compare(one: Concept, other: Concept, material: Material) -> Draft:
    genders = material.genders
    first, second = (subject_of(main_name(concept.term), genders) for concept in (one, other))
    facts = tuple(f"{capitalized(main_name(c.term))}: {c.clauses[0].text}" for c in (one, other))
    return draft(
        ExerciseKind.OPEN,
        one.place,
        ("diferença", *sorted((one.term, other.term))),
        opened(one.place.context, f"diferencie {first} {contract('de', second)}.", material, avoid=one.term),
        "; ".join(facts) + ".",
        f"Nas notas: “{short_quote(one.place.citation.quote)}” e “{short_quote(other.place.citation.quote)}”",
        question=f"O que é {main_name(one.term)}?",
        answer=one.clauses[0].text,
        rubric=facts,
    )


def _enumerate(group: Group, material: Material) -> Iterator[Draft]:
    if group.kind is GroupKind.LEAD:
        return
    name = subject_of(group.label, material.genders)
    if group.kind is GroupKind.CLASS:
        task = f"cite os itens que {name} abrange."
    elif group.kind is GroupKind.QUOTED:
        task = f"cite os itens do conjunto “{group.label}”."
    else:
        task = f"enumere {name}."
    prompt = opened(group.place.context, task, material, avoid=group.label)
    yield draft(
        ExerciseKind.OPEN,
        group.place,
        ("lista", group.label),
        prompt,
        f"{capitalized(group.label)}: {enumerate_words(group.members)}.",
        f"Nas notas: “{short_quote(group.place.citation.quote)}”",
        question=question_about(group, material.genders),
        answer=enumerate_words(group.members),
        rubric=group.members,
    )
