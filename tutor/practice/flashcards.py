"""Flashcards: what a term means, a gap to fill, a list to recite."""

import re
from collections.abc import Iterator

from tutor.language import fold, is_stop_word, tokens
from tutor.practice.distractors import Material
from tutor.practice.drafts import Draft, chooser, draft
from tutor.practice.knowledge import Attribute, Concept, Fact, Group, GroupKind, Knowledge
from tutor.practice.multiple_choice import opened, short_quote
from tutor.practice.nouns import capitalized, enumerate_words, is_plural
from tutor.practice.sentences import article_name, question_about, subject_of
from tutor.practice.verbs import is_verb_form
from tutor.types import ExerciseKind

_EMPTY_NOUNS = frozenset(
    "forma conjunto tipo parte meio partir caso casos modo maneira exemplo uso processo termo termos outro outra grande sobre "
    "diferente diferentes mesmo maior menor melhor pior alto baixo prazo sendo antes depois contra entre exceto".split()
)
_GAP = "_____"


def write_flashcards(part: Knowledge, material: Material) -> Iterator[Draft]:
    """Yield term, list, value and cloze cards, in the order of the notes."""
    for concept in part.concepts:
        yield _term_card(concept, material)
    for group in part.groups:
        yield _list_card(group, material)
    for attribute in part.attributes:
        yield from _value_card(attribute, material)
    for fact in part.facts:
        yield from _cloze_card(fact, material)


def _term_card(concept: Concept, material: Material) -> Draft:
    plural = is_plural(concept.term)
    name = subject_of(concept.term, material.genders)
    task = f"defina {concept.term}." if plural is None else f"o que {'são' if plural else 'é'} {name}?"
    prompt = opened(concept.place.context, task, material, avoid=concept.term)
    return draft(
        ExerciseKind.FLASHCARD,
        concept.place,
        ("termo", concept.term),
        prompt,
        capitalized("; ".join(clause.text for clause in concept.clauses)) + ".",
        f"Nas notas: “{short_quote(concept.place.citation.quote)}”",
        question=f"O que é {concept.term}?",
        answer=concept.clauses[0].text,
    )


def _list_card(group: Group, material: Material) -> Draft:
    count = len(group.members)
    if group.kind is GroupKind.LEAD:
        prompt = f"Complete com {count} itens: {capitalized(group.label)} _____."
    elif group.kind is GroupKind.QUOTED:
        prompt = f"Quais são os {count} itens do conjunto “{group.label}”?"
    elif group.kind is GroupKind.PLURAL:
        name = subject_of(group.label, material.genders)
        prompt = (
            f"Quais são {name}? ({count} itens)" if name != group.label else f"Liste ({count} itens): {group.label}."
        )
    else:
        prompt = f"O que {subject_of(group.label, material.genders)} abrange? ({count} itens)"
    return draft(
        ExerciseKind.FLASHCARD,
        group.place,
        ("lista", group.label),
        prompt,
        "; ".join(group.members) + ".",
        f"Nas notas: “{short_quote(group.place.citation.quote)}”",
        question=question_about(group, material.genders),
        answer=enumerate_words(group.members),
    )


def _value_card(attribute: Attribute, material: Material) -> Iterator[Draft]:
    named = article_name(attribute, material.genders)
    if named:
        noun, verb = named.rsplit(maxsplit=1)
        yield draft(
            ExerciseKind.FLASHCARD,
            attribute.place,
            ("atributo", attribute.of, attribute.name),
            f"No caso de {attribute.of}, {'quais' if verb == 'são' else 'qual'} {verb} {noun}?",
            attribute.value,
            f"Nas notas: “{short_quote(attribute.place.citation.quote)}”",
            question=f"Qual é {noun} de {attribute.of}?",
        )


def _cloze_card(fact: Fact, material: Material) -> Iterator[Draft]:
    """Yield the sentence with one telling word left out: a number, else a noun that stands there once."""
    words = tokens(fact.text)
    found = [
        match
        for match in re.finditer(r"(?<![\w,.-])(?:[^\W\d_]{5,}|\d+)(?![\w-]|[,.]\d)", fact.text)
        if match.start() > 0
    ]
    telling = [m for m in found if words.count(tokens(m[0])[0]) == 1 and m.start() > len(fact.text) // 3]
    numbers = [match for match in telling if match[0].isdigit()]
    nouns = [match for match in telling if _is_noun(match, fact.text, material)]
    if len(words) < 7 or not (numbers or nouns):
        return
    gap = chooser("gap", fact.text).choice(numbers or nouns)
    text = fact.text[: gap.start()] + _GAP + fact.text[gap.end() :]
    yield draft(
        ExerciseKind.FLASHCARD,
        fact.place,
        ("lacuna", fact.text),
        f"Complete: {text}.",
        gap[0],
        f"Nas notas: “{short_quote(fact.place.citation.quote)}”",
        question=fact.text,
        answer=fact.text,
    )


def _is_noun(match: re.Match[str], text: str, material: Material) -> bool:
    """True for a common noun that is worth asking for."""
    word = match[0].casefold()
    if is_stop_word(fold(word)) or is_verb_form(word) or fold(word) in _EMPTY_NOUNS or word.endswith("mente"):
        return False
    after = text[match.end() :].split()[:1]
    return material.genders.is_noun(match[0], after[0] if after else "") and not word.endswith(
        ("ado", "ada", "ido", "ida")
    )
