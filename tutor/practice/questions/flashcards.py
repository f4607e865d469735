"""Flashcards: what a term means, a list to recite, a value to know, a gap to fill."""

import re
from collections.abc import Collection, Iterator

from tutor.language import fold, is_stop_word, stem, tokens
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.articles import is_legal, subject_of
from tutor.practice.grammar.endings import is_elliptical
from tutor.practice.grammar.english import as_subject
from tutor.practice.grammar.nouns import capitalized, contract, enumerate_words
from tutor.practice.grammar.shapes import Shape
from tutor.practice.grammar.verbs import (
    is_participle,
    is_verb_form,
)
from tutor.practice.grammar.wording import main_name, outside_brackets
from tutor.practice.questions.distractors import Material
from tutor.practice.questions.drafts import Draft, as_answer, as_noted, chooser
from tutor.practice.questions.falsify import IDENTIFIER_BEFORE
from tutor.practice.questions.stems import (
    PROPERTY,
    as_object,
    cited,
    in_its_context,
    is_defined,
    is_person,
    is_too_brief,
)
from tutor.practice.questions.values import question_about_value
from tutor.practice.reading.apposition import is_apposed
from tutor.practice.reading.knowledge import Attribute, Card, Clause, Concept, Fact, Group, GroupKind, Knowledge
from tutor.practice.reading.sentences import (
    OPENING,
    question_about,
    says_what,
    told_whole,
)
from tutor.types import ExerciseKind

_GAP = "_____"
_ENGLISH_PREDICATE = re.compile(r"[a-z]+ed (?:on|by|in|to|for|with|from|at)\b|[a-z]+ (?:an?|the)\s")
"""What is told of a name, not what it is: "based on …", "create a …", said of several."""
_SHORTEST_CLOZE = 7  # words
_WORD = re.compile(r"(?<![\w,./+*^-])(?:[^\W\d_]{5,}|\d+)(?![\w/-]|[,.]\d)")
_DETERMINED = re.compile(r"\b(?:[oa]s?|[dn][oa]s?|à|ao|pel[oa]s?|de|em|com|por|um|uma)\s$")
_EMPTY_NOUNS = frozenset(
    """vezes forma conjunto tipo parte meio partir caso casos modo maneira exemplo uso processo termo termos outro
    outra ultimo ultima primeiro primeira segundo terceiro
    melhores piores maiores menores
    grande sobre diferente diferentes mesmo maior menor melhor pior alto baixo sendo antes depois contra entre
    exceto unico unica""".split()
)


def write_flashcards(part: Knowledge, material: Material) -> Iterator[Draft]:
    """Yield the student's own cards, then term, list, value and cloze cards, in the order of the note."""
    for card in part.cards:
        yield _own_card(card)
    for concept in part.concepts:
        runs_on = concept.clauses[0].shape is Shape.ENGLISH_CLAUSE  # "cluster: whole groups are chosen"
        told_of_another = runs_on or _tells_of_a_name(concept)
        bare = not concept.place.context and " " not in concept.term and cited(concept.term) != concept.term  # "State"
        like = PROPERTY.match(concept.clauses[0].text) and not says_what(concept.clauses[0])
        if is_legal(concept.term) or told_of_another or bare or like or not material.is_askable(concept):
            continue  # what a law says does not mark it
        task = in_its_context(_asked(concept, material), concept, material.genders)
        if concept.clauses[0].is_whole and task and not is_too_brief(concept, material.genders):
            yield _term_card(concept, task, material)
    for group in part.groups:
        yield from _list_card(group, material)
    for attribute in part.attributes:
        yield from _value_card(attribute, material)
    names = _names_of_one_word(part)
    for fact in part.facts if not part.is_english else ():
        yield from _cloze_card(fact, names, material)


def _tells_of_a_name(concept: Concept) -> bool:
    """True for "acesso ao meio: o Wi-Fi usa …": what one product does, said of what others have as well."""
    clause = concept.clauses[0]
    named = re.match(r"(?:[oa]s? )?[A-ZÀ-Þ]", clause.text) is not None
    return clause.shape is Shape.CLAUSE and named and main_name(concept.term).islower()


def _own_card(card: Card) -> Draft:
    return Draft(
        kind=ExerciseKind.FLASHCARD,
        place=card.place,
        aspect=("pergunta", card.question),
        prompt=f"{capitalized(card.question)}?",
        key=f"{capitalized(card.answer)}.",
        explanation=as_noted(card.place),
        question=f"{card.question}?",
        answer=card.answer,
    )


def _asked(concept: Concept, material: Material) -> str:
    """Return what a card asks of a concept."""
    clause, name = concept.clauses[0], main_name(concept.term)
    if concept.is_english:
        told = not says_what(clause) or _ENGLISH_PREDICATE.match(clause.text)
        task = f"What characterizes “{name}”?" if told else f"What is meant by “{name}”?"
        return f"What does {as_subject(name)} do?" if clause.shape is Shape.ENGLISH_VERB else task
    if is_person(concept):
        return f"Quem é {name}?"
    if not is_defined(concept):
        return f"O que caracteriza {as_object(concept.term, material.genders)}?"
    of_kind = is_apposed(concept.term)
    named = contract("por", subject_of(concept.term, material.genders)) if of_kind else f"por {cited(concept.term)}"
    return f"O que se entende {named}?"


def _term_card(concept: Concept, task: str, material: Material) -> Draft:
    return Draft(
        kind=ExerciseKind.FLASHCARD,
        place=concept.place,
        aspect=("termo", concept.term),
        prompt=task,
        key=told_whole(concept, _said(concept), material.genders) + ".",
        explanation=as_noted(concept.place),
        question=f"O que é {concept.term}?",
        answer=concept.clauses[0].text,
    )


def _said(concept: Concept) -> list[Clause]:
    """Return the clauses that a card shows: the first, and those behind it that have a verb."""
    first, *rest = concept.clauses
    whole = {Shape.VERB, Shape.CLAUSE}
    return [first, *(clause for clause in rest if clause.shape in whole)]


def _list_card(group: Group, material: Material) -> Iterator[Draft]:
    loose = group.label.startswith("não ") if group.kind is GroupKind.LEAD else is_elliptical(group.label)
    if loose or not material.is_known(group):
        return  # "não se aplica a", "pública condicionada"
    count = len(group.members)
    name = subject_of(group.label, material.genders)
    which = "Quais são, na ordem," if group.ordered else "Quais são"
    match group.kind:
        case GroupKind.LEAD:
            prompt = f"Complete com {count} itens: {capitalized(group.label)} {_GAP}."
        case GroupKind.CLASS if name != group.label:
            prompt = f"O que abrange {name}? ({count} itens)"
        case GroupKind.PLURAL if name != group.label:
            prompt = f"{which} {name}? ({count} itens)"
        case _:
            return
    yield Draft(
        kind=ExerciseKind.FLASHCARD,
        place=group.place,
        aspect=("lista", group.label),
        prompt=prompt,
        key="; ".join(group.members) + ".",
        explanation=as_noted(group.place),
        question=question_about(group, material.genders),
        answer=enumerate_words(group.members),
    )


def _value_card(attribute: Attribute, material: Material) -> Iterator[Draft]:
    question = question_about_value(attribute, material.genders)
    if not question:
        return
    yield Draft(
        kind=ExerciseKind.FLASHCARD,
        place=attribute.place,
        aspect=("atributo", attribute.of, attribute.name),
        prompt=question,
        key=as_answer(attribute.value),
        explanation=as_noted(attribute.place),
        question=question,
        answer=attribute.value,
    )


def _names_of_one_word(part: Knowledge) -> frozenset[str]:
    """Return the stems of what a note names with one word: its terms and what its lists hold."""
    named = [concept.term for concept in part.concepts]
    named += [member for group in part.groups for member in group.members]
    plain = (main_name(name) for name in named)
    return frozenset(stem(fold(name)) for name in plain if name.isalpha())


def _is_named(match: re.Match[str], names: Collection[str]) -> bool:
    """True for a name that stands alone: "partição"; not for the "risco" of "avaliação de riscos"."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    within = re.search(r"\bde\s$", before) or re.match(r"\sd[eoa]s?\s", after)
    return stem(fold(match[0])) in names and not within


def _cloze_card(fact: Fact, names: Collection[str], material: Material) -> Iterator[Draft]:
    """Yield the sentence with one telling word left out that stands there once: a number, else one of `names`."""
    found = tokens(fact.text)
    once = [match for match in _WORD.finditer(fact.text) if found.count(fold(match[0])) == 1]
    outside = set(outside_brackets(fact.text))
    opening = OPENING.match(fact.text)
    start = opening.end() if opening else len(fact.text) // 3
    telling = [match for match in once if match.start() > start and match.start() in outside]
    telling = [match for match in telling if not re.match(r"\s\(", fact.text[match.end() :])]  # "15 (quinze)"
    numbers = [match for match in telling if match[0].isdigit() and _is_amount(match)]
    nouns = [m for m in telling if _is_named(m, names) and _is_worth_asking(m, material)]
    nouns = [m for m in nouns if not any(fold(m[0]) in name for name in fact.about)]
    if len(found) < _SHORTEST_CLOZE or not (numbers or nouns):
        return
    gap = chooser("gap", fact.text).choice(numbers or nouns)
    gapped = f"{fact.text[: gap.start()]}{_GAP}{fact.text[gap.end() :]}"
    yield Draft(
        kind=ExerciseKind.FLASHCARD,
        place=fact.place,
        aspect=("lacuna", fact.text),
        prompt=f"Complete: {gapped}.",
        key=gap[0],
        explanation=as_noted(fact.place),
        question=fact.text,
        answer=fact.text,
    )


def _is_amount(match: re.Match[str]) -> bool:
    """True for a number to be known; not for 1, one end of a range, "2 a 4", or part of a name, "SIRGAS 2000"."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    ranged = re.match(r"\s(?:a|até|e)\s\d", after) or re.search(r"\d\S*\s(?:a|até|e)\s$", before)
    return match[0] != "1" and not (ranged or IDENTIFIER_BEFORE.search(before))


def _is_worth_asking(match: re.Match[str], material: Material) -> bool:
    """True for a noun that says something."""
    word = fold(match[0])
    if is_stop_word(word) or word in _EMPTY_NOUNS or word.endswith(("mente", "ndo")):
        return False
    if is_verb_form(match[0]) or is_participle(match[0]) or _is_inside(match):
        return False
    if word in lexicon.NOUN_OR_VERB and not _DETERMINED.search(match.string[: match.start()]):
        return False
    return material.genders.is_listed(match[0]) or word.endswith(lexicon.ACT_ENDINGS)


def _is_inside(match: re.Match[str]) -> bool:
    """True for a word of a locution ("em relação a") or of a foreign or proper name ("control plane")."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    locution = re.search(r"\b(?:em|por|com|de)\s$", before) and re.match(r"\s(?:a|à|ao|às|aos)\b", after)
    following = re.match(r"\s([^\W\d_]+)", after)
    named = following is not None and (
        following[1][0].isupper() or fold(following[1]).rstrip("s")[-1:] not in "aeolrmz"
    )
    titled = match[0][0].isupper() and re.search(r"[A-ZÀ-Þ][\w-]*(?:\s(?:de|do|da|ao|à|e))?\s$", before) is not None
    if titled or (match[0][0].isupper() and re.match(r"\sd[eoa]s?\s[A-ZÀ-Þ]", after)):
        return True
    aside = before.endswith((", ", ", em ", " é ", " são "))  # ", em regra"
    return bool(locution) or aside or named
