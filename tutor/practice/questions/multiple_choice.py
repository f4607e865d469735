"""Múltipla escolha on concepts: definition → term, term → definition, which pair matches."""

import re
from collections.abc import Iterator, Sequence

from tutor.practice.grammar.nouns import capitalized, is_plural
from tutor.practice.grammar.shapes import Shape, begins_with_verb
from tutor.practice.grammar.wording import main_name, without_article
from tutor.practice.questions.assertion_choices import write_assertion_choices
from tutor.practice.questions.distractors import Material, are_akin, is_shared
from tutor.practice.questions.drafts import WRONG, Claim, Draft, as_noted, chooser
from tutor.practice.questions.group_questions import write_group_questions
from tutor.practice.questions.likeness import (
    differ_as_texts,
    distinct_texts,
    fits_shape,
    gives_away,
    is_like_in_length,
    same_head,
    tell_alike,
)
from tutor.practice.questions.order_questions import write_order_questions
from tutor.practice.questions.pair_questions import as_option, write_pair_questions
from tutor.practice.questions.stems import is_told_otherwise
from tutor.practice.questions.terms import may_be_taken_for, terms_of_one_form
from tutor.practice.questions.value_choices import write_value_choices
from tutor.practice.reading.knowledge import Concept, Knowledge
from tutor.types import ExerciseKind

_AKIN = 3  # definitions among them, at least, of things of the sort of the key
_LONGEST_CLAUSE = 240
_TELLING = 4  # words of a definition that tells enough
_DESCRIPTION_FRAMES = (
    "Considere a descrição a seguir.\n\n“{}.”\n\nEssa descrição corresponde ao conceito de",
    "Assinale a opção que apresenta o conceito correspondente à descrição a seguir.\n\n“{}.”",
    "Considere a seguinte descrição: “{}”.\n\nAssinale a opção que indica o conceito descrito.",
)


_ENGLISH_FRAMES = (
    "Consider the following description.\n\n“{}.”\n\nThis describes",
    "Choose the option that names what the following describes: “{}.”",
)


def write_multiple_choice(part: Knowledge, material: Material) -> Iterator[Draft]:
    """Yield the drafts of every family, in the order of the note."""
    for concept in part.concepts:
        told = concept.clauses[0].is_whole and not concept.remark and _is_of_one(concept)
        if told and material.is_askable(concept):
            near = material.near(concept)
            yield from _term_of_definition(concept, near, material)
            yield from _definition_of_term(concept, near, material)
    yield from write_group_questions(part, material)
    yield from write_pair_questions(part, material)
    yield from write_order_questions(part, material)
    yield from write_value_choices(part, material)
    yield from write_assertion_choices(part, material)


def _is_of_one(concept: Concept) -> bool:
    """True unless what is said fits others as well: a brief property, or several things said of a single one."""
    clause = concept.clauses[0]
    text = without_article(clause.text)
    if re.search(r"\bdemais\b|^(?!.*\buma?\b).*\boutr[oa]s?$", text):
        return False  # "base dos demais componentes", "resposta a outro": of which, its neighbours or its name say
    several = is_plural(text) is True and not re.match(r"\S+(?:\s\S+)?(?:,|\s(?:e|ou))\s", text)
    return not (is_shared(clause) or (clause.shape is Shape.NOUN and several and is_plural(concept.term) is False))


def _term_of_definition(concept: Concept, near: Sequence[Concept], material: Material) -> Iterator[Draft]:
    text, key = concept.clauses[0].text, main_name(concept.term)
    brief = len(as_option(concept.clauses[0]).split()) < _TELLING
    acts = concept.clauses[0].shape is Shape.VERB and begins_with_verb(text)
    if gives_away(key, text) or brief or acts or re.search(r"\w/\w", text) or len(text) > _LONGEST_CLAUSE:
        return
    others = _akin_terms(concept, near) or terms_of_one_form(concept, material)
    by_name = {main_name(other.term): other for other in others}
    wrong = list(by_name)
    if not wrong:
        return
    described = as_option(concept.clauses[0])
    frames = _ENGLISH_FRAMES if concept.is_english else _DESCRIPTION_FRAMES
    body = chooser("stem", text).choice(frames).format(capitalized(described))
    yield Draft(
        kind=ExerciseKind.MULTIPLE_CHOICE,
        place=concept.place,
        aspect=("termo", key),
        prompt=body,
        explanation=f"A descrição corresponde a {key}. {as_noted(concept.place)}",
        question=f"O que é {key}?",
        answer=text,
        options=(key, *wrong),
        untrue=tuple(Claim(by_name[name].names, text) for name in wrong),
    )


def _akin_terms(concept: Concept, near: Sequence[Concept]) -> list[Concept]:
    """Return four things of the sort of a concept, those named and told like it first; none where there are fewer."""
    clause = concept.clauses[0]
    many = clause.shape is Shape.NOUN and is_plural(clause.text) is True  # "palavras muito frequentes"
    fit = sorted(
        near,
        key=lambda o: (
            not are_akin(concept, o),
            not same_head(o.term, concept.term),
            not fits_shape(o.clauses[0].shape, clause.shape),
        ),
    )
    alike = [other for other in fit if may_be_taken_for(other, concept)]
    by_name = {main_name(o.term): o for o in alike if not many or main_name(o.term).endswith("s")}
    chosen = [by_name[name] for name in distinct_texts(main_name(concept.term), by_name)[:WRONG]]
    return chosen if len(chosen) == WRONG and all(are_akin(concept, other) for other in chosen) else []


def _definition_of_term(concept: Concept, near: Sequence[Concept], material: Material) -> Iterator[Draft]:
    clause = concept.clauses[0]
    by_text = {
        as_option(other.clauses[0]): other
        for other in near
        if other.clauses[0].is_whole
        and not is_shared(other.clauses[0])
        and not is_told_otherwise(other)
        and tell_alike(other.clauses[0], clause)
        and is_like_in_length(clause.text, other.clauses[0].text)
        and not material.support.says(concept.names, other.clauses[0].text)
        and differ_as_texts(clause.text, other.clauses[0].text)
    }
    fit = list(by_text)
    if gives_away(concept.term, clause.text):
        fit.sort(key=lambda text: not gives_away(concept.term, text))
        if len(fit) < 2 or not gives_away(concept.term, fit[1]):
            return
    key = as_option(clause)
    wrong = distinct_texts(key, fit)[:WRONG]
    if len(wrong) < WRONG or len(clause.text) > _LONGEST_CLAUSE:
        return
    if sum(are_akin(concept, by_text[text]) for text in wrong) < _AKIN:
        return
    body = f"Assinale a opção que descreve corretamente “{concept.term}”."
    if concept.is_english:
        body = f"Choose the option that correctly describes “{concept.term}”."
    yield Draft(
        kind=ExerciseKind.MULTIPLE_CHOICE,
        place=concept.place,
        aspect=("definição", concept.term),
        prompt=body,
        explanation=f"É o que as notas dizem sobre {main_name(concept.term)}. {as_noted(concept.place)}",
        question=f"O que é {main_name(concept.term)}?",
        answer=clause.text,
        options=(key, *wrong),
        untrue=tuple(Claim(concept.names, text) for text in wrong),
    )
