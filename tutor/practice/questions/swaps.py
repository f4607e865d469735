"""Of which sibling a definition can be said: what each of them is or does is wrong of the other, and is believable."""

import re
from collections.abc import Iterator

from tutor.language import content_tokens, fold
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import singular_head
from tutor.practice.grammar.nouns import is_act, is_doing
from tutor.practice.grammar.resemblance import stem_set
from tutor.practice.grammar.shapes import Shape
from tutor.practice.grammar.verbs import first_word, main_verb_of
from tutor.practice.grammar.wording import main_name, without_article
from tutor.practice.questions.distractors import Material, are_of_one_sort
from tutor.practice.questions.likeness import (
    are_alike,
    are_parallel,
    are_persons_alike,
    is_proper,
    same_head,
    told_apart,
)
from tutor.practice.reading.knowledge import Clause, Concept

_NAMING = frozenset({Shape.NOUN, Shape.DETERMINED})
_TOLD = frozenset({Shape.VERB, Shape.PARTICIPLE})
_FEWEST_TOLD_OF_A_KIND, _FEWEST_TOLD = 3, 4  # content words
_FEWEST_IN_PARALLEL = 2  # content words where two things are told apart in the same form
_PROPERTIES = frozenset(
    """permite facilita ajuda possui tem usa utiliza exige requer garante considera pode deve aceita suporta oferece
    contém envolve evita melhora reduz aumenta apresenta depende""".split()
)
"""Verbs of what a thing is like or is good for, which its siblings may be as well."""
_ORIGINS = frozenset("basead relacionad ligad associad vinculad voltad".split())
"""How participles begin that say what tells a thing from others of its kind: "baseado no medo"."""
_FEWEST_SHARED = 2  # content words of what is so in two things
_FARTHEST = 8  # lines between bullets of one matter
_TRIED = 3  # siblings that a definition is tried on


def swappable(concept: Concept, material: Material) -> Iterator[tuple[Concept, str]]:
    """Yield siblings that a definition may be said of, the likeliest first.

    With each, where the two are told in parallel, the words that only the definition has, else nothing.
    """
    clause = concept.clauses[0]
    if concept.remark or not clause.is_whole or concept.is_english:
        return
    said = stem_set(clause.text)
    parallel = [other for other in material.siblings(concept) if are_parallel(other, concept)]
    alike = [
        other
        for other in material.contrasts(concept)
        if other not in parallel and _are_of_one_matter(other, concept) and _may_pass_for(other, concept)
    ]
    line = concept.place.citation.first_line
    alike.sort(
        key=lambda other: (
            not is_likely(concept, other),
            not are_alike(other, concept),
            not same_head(other.term, concept.term),
            abs(other.place.citation.first_line - line),  # what stands near is of the same matter
        )
    )
    apart = [sibling for sibling in (*parallel, *alike) if not stem_set(main_name(sibling.term)) & said]
    apart = [sibling for sibling in apart if _are_related(sibling, concept)]
    for sibling in apart[:_TRIED]:
        if sibling in parallel:
            yield sibling, " ".join(told_apart(clause, sibling.clauses[0]))
        elif not _may_be_true(concept, sibling):
            yield sibling, ""


def _are_related(one: Concept, other: Concept) -> bool:
    """True unless two definitions by a noun share no word, nor are of one sort or one kind of act."""
    clause, own = one.clauses[0], other.clauses[0]
    if not {clause.shape, own.shape} <= _NAMING:
        return True
    named = stem_set(one.term) & stem_set(other.term) or stem_set(clause.text) & stem_set(own.text)
    acts = is_doing(clause.text) and is_doing(own.text)
    return bool(named) or acts or are_of_one_sort(one, other)


def is_likely(concept: Concept, sibling: Concept) -> bool:
    """True unless `sibling` is said to be what only a thing of another sort is."""
    clause, other = concept.clauses[0], sibling.clauses[0]
    if clause.shape not in _NAMING or are_of_one_sort(sibling, concept) or same_head(sibling.term, concept.term):
        return True
    return bool(concept.place.context or concept.place.ancestors) and _are_of_one_class(clause, other)


def _are_of_one_matter(other: Concept, concept: Concept) -> bool:
    """True unless a note tells of two things far apart."""
    apart = abs(concept.place.citation.first_line - other.place.citation.first_line)
    farthest = _FARTHEST * 2 if concept.clauses[0].shape in _NAMING else _FARTHEST
    return apart <= farthest or same_head(other.term, concept.term)


def _may_pass_for(other: Concept, concept: Concept) -> bool:
    """True where what `concept` is or does can be said of `other`, beside it: of an act only what an act is.

    What a thing does is said of one that the notes tell to do something as well, or of one of its kind.
    """
    lettered = [main_name(each.term).isupper() for each in (other, concept)]
    if is_proper(other.term) and is_proper(concept.term) and len(set(lettered)) > 1:
        return are_of_one_sort(other, concept)  # an acronym, and whoever a name stands for
    clause, own = concept.clauses[0], other.clauses[0]
    of_one_kind = same_head(other.term, concept.term) or all(lettered)
    if concept.copula and other.place.citation.first_line != concept.place.citation.first_line and not of_one_kind:
        return are_of_one_sort(other, concept)  # another paragraph may be about another matter
    if are_alike(other, concept):
        alike = same_head(clause.text, own.text) or len(stem_set(clause.text) & stem_set(own.text)) >= _FEWEST_SHARED
        return of_one_kind or alike or clause.shape is not Shape.CLAUSE
    if of_one_kind and clause.shape in _TOLD | {Shape.CLAUSE} and own.shape not in _NAMING:
        shared = clause.shape is Shape.CLAUSE and _is_property(own)  # "difusão facilitada usa proteínas"
        return not shared  # "PBFT tolera falhas", beside "PoW: mineradores competem"
    if Shape.CLAUSE in {clause.shape, own.shape}:
        return False
    named = same_head(other.term, concept.term) or is_proper(other.term) == is_proper(concept.term)
    thing = clause.shape in _TOLD or (clause.shape in _NAMING and not (is_doing(clause.text) or is_act(other.term)))
    told_alike = same_head(other.term, concept.term) or (own.shape in _TOLD) == (clause.shape in _TOLD)
    return named and thing and told_alike and own.shape in _NAMING | _TOLD and are_persons_alike(own, clause)


def _is_property(clause: Clause) -> bool:
    """True for what a thing is like, or what is done with it: "usa filas", "oferecida na rede"."""
    described = clause.shape is Shape.PARTICIPLE and first_word(clause.text).rstrip("oas") not in _ORIGINS
    joined = re.findall(r"\se ([a-zà-ÿ]+)", clause.text) if clause.shape is Shape.VERB else []
    verbs = (main_verb_of(clause.text), *joined)  # "preserva o solo e permite a pesca"
    return described or any(verb.rstrip("m") in _PROPERTIES for verb in verbs)


def _are_of_one_class(one: Clause, other: Clause) -> bool:
    """True where both say what a thing is, or what is done, or how much there is of something."""
    heads = [singular_head(fold(first_word(without_article(clause.text)))) for clause in (one, other)]
    done, amounts = ({is_doing(clause.text) for clause in (one, other)}, {head in lexicon.AMOUNTS for head in heads})
    return len(done) == len(amounts) == 1 and {one.shape, other.shape} <= _NAMING


def _may_be_true(concept: Concept, sibling: Concept) -> bool:
    """True for so little that it may be true of a sibling too, unless the sibling is told of in the same way.

    So may a property of what the sibling only is: "considera o valor do dinheiro" of "soma dos valores".
    """
    clause, other = concept.clauses[0], sibling.clauses[0]
    fewest = _FEWEST_TOLD_OF_A_KIND if clause.shape in _NAMING else _FEWEST_TOLD
    if clause.shape is other.shape and same_head(clause.text, other.text):
        fewest = _FEWEST_IN_PARALLEL
    elif clause.shape in _TOLD and same_head(concept.term, sibling.term):
        fewest = _FEWEST_TOLD_OF_A_KIND
    elif clause.shape in _TOLD and other.shape in _NAMING:
        fewest += 1
    if fewest > _FEWEST_IN_PARALLEL and clause.shape in _TOLD and _is_property(clause):
        fewest += 2
    return len(content_tokens(clause.text)) < fewest
