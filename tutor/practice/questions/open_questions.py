"""Open questions, each with the facts that a full answer states."""

import re
from collections.abc import Iterator

from tutor.language import content_tokens, fold, is_dictionary_word
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.articles import subject_of
from tutor.practice.grammar.endings import is_elliptical
from tutor.practice.grammar.english import as_subject, says_nothing_of_it
from tutor.practice.grammar.labels import says_alone
from tutor.practice.grammar.nouns import (
    capitalized,
    contract,
    enumerate_words,
    has_article,
    is_doing,
    is_plural,
)
from tutor.practice.grammar.shapes import Shape
from tutor.practice.grammar.verbs import first_word, is_infinitive, words
from tutor.practice.grammar.wording import main_name, without_article
from tutor.practice.questions.distractors import NAMING_SHAPES, Material
from tutor.practice.questions.drafts import Draft, as_noted
from tutor.practice.questions.likeness import same_head
from tutor.practice.questions.stems import (
    PROPERTY,
    as_object,
    in_its_context,
    is_defined,
    is_person,
    is_told_otherwise,
    is_too_brief,
)
from tutor.practice.reading.apposition import is_apposed, is_opaque
from tutor.practice.reading.knowledge import Clause, Concept, Group, GroupKind, Knowledge
from tutor.practice.reading.sentences import name_of_concept, question_about, says_what, told_whole
from tutor.types import ExerciseKind

_DEFINES_ANOTHER = re.compile(r", e [oa]s? \w+ (?:é|são) ")
"""Another thing that a sentence defines as well: "…, e a moral é o conjunto …"."""
_ENGLISH_ADVERBIAL = re.compile(r"(?:at|in|on|by|with|for|from|without|under)$|[a-z]+ly$")
_ENGLISH_NOUN = re.compile(
    r"(?:an? |the )?(?![\w-]+ed |\w+ (?:the|an?|its|all|your) )(?:[\w-]+,? ){1,4}"
    r"(?:that|which|who|of|used|for|to|where|in|inside|between|from|with|by)\b"
)
"""A noun phrase that says what something is: "place where …", "application that …"."""
_NUMEROUS = frozenset(
    "comando funcao metodo operador tag parametro opcao diretorio arquivo pacote modulo biblioteca".split()
)
"""Kinds of which two need not be alike: "comando chown" and "comando umask"."""
_NAMING = frozenset({Shape.NOUN, Shape.DETERMINED})
_MOST_APART = 2  # words by which two names of one kind differ: not "política fiscal frouxa" and "… monetária dura"
_OF_KIND = re.compile(r"(?:princípio|teoria|lei|regra|método|técnica|modelo|efeito|sistema|processo) d[aeo]s? ")
"""A name that begins with what sort of thing it is, which takes an article: "o princípio da ordem original"."""
_OF_ANOTHER = re.compile(r"(?:propósito|objetivo|finalidade|foco|função|origem|causa|consequência)s? d[oa]s? ")
"""How a name begins that is not defined but told: "o propósito dos princípios"."""


def write_open_questions(part: Knowledge, material: Material) -> Iterator[Draft]:
    """Yield questions on concepts, the difference between two of them, and lists, in the order of the note."""
    compared: set[frozenset[str]] = set()
    for concept in part.concepts:
        if not _can_be_explained(concept) or is_too_brief(concept, material.genders):
            continue
        if task := in_its_context(_task(concept, material), concept, material.genders):
            yield _explain(concept, task, material)
        other = next((o for o in material.contrasts(concept) if _can_be_compared(concept, o)), None)
        if other is not None and frozenset((concept.term, other.term)) not in compared:
            compared.add(frozenset((concept.term, other.term)))
            yield _compare(concept, other, material)
    for group in part.groups:
        if group.kind is GroupKind.PLURAL and (group.place.context or says_alone(group.label)):
            yield _enumerate(group, material)


def _can_be_explained(concept: Concept) -> bool:
    """True for what is told of a name that stands for itself, in its title or out of it."""
    clause, name = concept.clauses[0], main_name(concept.term)
    if concept.is_english:
        named = _is_named_in_english(concept) and not says_nothing_of_it(clause.text)
    else:
        named = bool(concept.place.context) or _is_told_apart(concept.term)
        named = named and not is_elliptical(name)
    part = concept.place.context.startswith(f"{concept.term} ")  # "estrutura" of "estrutura organizacional"
    told = clause.shape in NAMING_SHAPES and clause.is_whole and not PROPERTY.match(clause.text)
    act = is_infinitive(first_word(name).split("/")[0])
    at_times = not says_what(clause) and re.match(r"[^,]+ (?:quando|se) ", clause.text)  # "é relevante quando …"
    each = is_plural(name) is True and says_what(clause) and is_plural(clause.text) is False and not _is_of_many(clause)
    double = re.search(r"[A-Z]/[A-Z]", name)
    otherwise = is_told_otherwise(concept) or part or act or at_times or _DEFINES_ANOTHER.search(clause.text)
    return bool(named and told and not (otherwise or each or double))


def _is_of_many(clause: Clause) -> bool:
    """True for a singular that is several things: "conjunto de recursos"."""
    return fold(first_word(without_article(clause.text))) in lexicon.AMOUNTS | {"conjunto", "forma", "modo"}


def _is_told_apart(term: str) -> bool:
    """True for a name of several words, or a proper one: not for "região", which without a title may be of anything."""
    name = main_name(term)
    common = name.lower()[1:] == name[1:] and all(is_dictionary_word(word.lower()) for word in words(name))  # "Bow tie"
    return not (common and name[0].isupper()) and (" " in name or not is_dictionary_word(term) or says_alone(term))


def _is_named_in_english(concept: Concept) -> bool:
    """True for a name that stands for itself: not for "at most once", "exactly once" or "tumbling (window)".

    Of a word alone, that it is a noun shows only where it is defined by one.
    """
    first, *others = words(main_name(concept.term))
    if re.match(_ENGLISH_ADVERBIAL, first):
        return False
    if others or not first.islower():
        return True
    clause = concept.clauses[0]
    return clause.shape is Shape.ENGLISH and _ENGLISH_NOUN.match(clause.text) is not None


def _task(concept: Concept, material: Material) -> str:
    """Return what an open question asks of a concept."""
    name, genders = main_name(concept.term), material.genders
    if concept.is_english:
        acts = concept.clauses[0].shape is Shape.ENGLISH_VERB
        told = f"Explain what {as_subject(name) if acts else f'“{name}”'} {'does' if acts else 'is'}."
        return f"Explain the concept of “{name}”." if name.islower() and not acts else told
    if _OF_ANOTHER.match(concept.term):
        return f"Indique {name_of_concept(concept, genders)}."
    if is_person(concept):
        return f"Discorra sobre {name}."
    if not is_defined(concept):
        return f"Caracterize {as_object(concept.term, genders)}."
    of_kind = _OF_KIND.match(concept.term) or is_apposed(concept.term)
    return f"Conceitue {subject_of(concept.term, genders) if of_kind else concept.term}."


def _explain(concept: Concept, task: str, material: Material) -> Draft:
    return Draft(
        kind=ExerciseKind.OPEN,
        place=concept.place,
        aspect=("conceito", concept.term),
        prompt=task,
        key=told_whole(concept, concept.clauses, material.genders) + ".",
        explanation=as_noted(concept.place),
        question=f"O que é {main_name(concept.term)}?",
        answer=concept.clauses[0].text,
        rubric=tuple(capitalized(clause.text) for clause in concept.clauses),
    )


def _can_be_compared(one: Concept, other: Concept) -> bool:
    """True for concepts of one name that a word or two tell apart, "chave primária", or of one kind: "pessoa que"."""
    texts = [without_article(concept.clauses[0].text) for concept in (one, other)]
    shapes = {concept.clauses[0].shape for concept in (one, other)}
    head, *rest = words(one.term)
    named = (
        same_head(one.term, other.term) and _is_native(head) and not (fold(head) in _NUMEROUS and is_opaque(rest[:1]))
    )
    shared = set(content_tokens(one.term)) & set(content_tokens(other.term))
    vague = fold(first_word(texts[0])) in lexicon.AMOUNTS | {"conjunto"}
    acts = any(is_doing(text) for text in texts)  # "envio de quadros" and "envio de mensagens" are two things
    of_a_kind = not (vague or acts) and shapes <= {Shape.NOUN, Shape.DETERMINED} and same_head(*texts)
    apart = min(len(content_tokens(concept.term)) for concept in (one, other)) - len(shared)
    alike = (one.clauses[0].shape in _NAMING) == (other.clauses[0].shape in _NAMING)
    told_apart = named and alike and len(shared) == 1 and apart < _MOST_APART
    return other.clauses[0].is_whole and shapes <= NAMING_SHAPES and (told_apart or of_a_kind)


def _is_native(word: str) -> bool:
    """True for a Portuguese noun: names that begin with a foreign word, "data", need not be alike."""
    return fold(word) in lexicon.NOUNS or word.endswith(("ção", "são", "dade", "mento", "ço", "gem", "ncia"))


def _compare(one: Concept, other: Concept, material: Material) -> Draft:
    first, second = (main_name(name_of_concept(concept, material.genders)) for concept in (one, other))
    facts = tuple(f"{capitalized(main_name(c.term))}: {c.clauses[0].text}" for c in (one, other))
    told = [told_whole(concept, concept.clauses[:1], material.genders) for concept in (one, other)]
    named = all(main_name(c.term) in text for c, text in zip((one, other), told, strict=True))
    if has_article(first) != has_article(second):
        first, second = main_name(one.term), main_name(other.term)
    task = f"Diferencie {first} {contract('de', second)}."
    if one.is_english:
        task = f"explain how {first} differs from {second}."
    return Draft(
        kind=ExerciseKind.OPEN,
        place=one.place,
        aspect=("diferença", *sorted((one.term, other.term))),
        prompt=task,
        key=(". " if named else "; ").join(told if named else facts) + ".",
        explanation=f"{as_noted(one.place)} {as_noted(other.place)}",
        question=f"O que é {main_name(one.term)}?",
        answer=one.clauses[0].text,
        rubric=facts,
    )


def _enumerate(group: Group, material: Material) -> Draft:
    task = f"Enumere{', na ordem,' if group.ordered else ''} {subject_of(group.label, material.genders)}."
    return Draft(
        kind=ExerciseKind.OPEN,
        place=group.place,
        aspect=("lista", group.label),
        prompt=task,
        key=f"{capitalized(group.label)}: {enumerate_words(group.members)}.",
        explanation=as_noted(group.place),
        question=question_about(group, material.genders),
        answer=enumerate_words(group.members),
        rubric=group.members,
    )
