"""Tells what stands behind a name and says nothing of what that is."""

import re

from tutor.language import fold
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import ends_as_act, is_bare_adjective, looks_adjectival, singular_head
from tutor.practice.grammar.labels import is_generic, label_of
from tutor.practice.grammar.nouns import is_kind, is_plural
from tutor.practice.grammar.resemblance import shares_stem
from tutor.practice.grammar.shapes import Shape, begins_with_verb
from tutor.practice.grammar.verbs import (
    PREPOSITIONS,
    SUBORDINATORS,
    first_word,
    is_infinitive,
    is_participle,
    is_verb_form,
    words,
)
from tutor.practice.grammar.wording import main_name, name_key, without_article
from tutor.practice.reading.knowledge import Clause
from tutor.practice.reading.source import Source, Unit
from tutor.types import BlockKind, Form

_DOERS = r"(?:[dt]ora?|nte|ista)"
_DOER_THAT = re.compile(rf"[oa] (\w+{_DOERS}) que ")
_DRAWN = frozenset("retangulo circulo losango seta elipse triangulo hexagono linha".split())
_LIKE_FOR_LIKE = re.compile(r"([a-zà-ÿ]+) a \1\b", re.IGNORECASE)
_HAPPENED_ON = re.compile(r"[a-zà-ÿ]{3,}(?:ou|eu|iu) (?:.*\b)?(?:\d{1,2}/\d{2,4}|em (?:[a-zà-ÿ]+ de )?\d{4}\b)")
_PAIR = re.compile(r"([^,;:]+?) (?:e|\+) ([^,;:]+)")
_GENERAL = frozenset("metodo processo sistema modelo mecanismo abordagem tecnica estrategia pratica principio".split())
_LONGEST_OF_PAIR = 2  # words


def says_nothing_of_it(text: str) -> bool:
    """True for how a thing is drawn, when something happened to it, a reduplication, and two names that are joined."""
    bare = re.sub(r"\s*\([^()]*\)", "", text)
    return bool(_LIKE_FOR_LIKE.match(bare) or _HAPPENED_ON.match(bare)) or is_drawing(bare) or _is_pair(bare)


def is_told_of_another(clause: Clause, unit: Unit, source: Source) -> bool:
    """True for who does it, "VLIW: o compilador que …", and what is told for what stands above."""
    name = unit.statement.label
    doer = unit.statement.form is not Form.COPULA and _is_doer(clause.text, name)
    aside = _is_quality_of_heading(clause, unit, source) or _tells_what_it_holds(clause, unit, source)
    return doer or aside or _is_enumerated(name, unit, source)


def _is_quality_of_heading(clause: Clause, unit: Unit, source: Source) -> bool:
    """True for "método evolutivo: começa com …" below "Kanban": what that is, and no name of another thing."""
    above = source.parent(unit.block)
    head, quality, *more = (*words(unit.statement.label), "", "")
    general = fold(head) in _GENERAL and not any(more) and looks_adjectival(quality)
    of_sort = above is not None and shares_stem(head, label_of(above))
    return general and clause.shape is Shape.VERB and not of_sort


def _tells_what_it_holds(clause: Clause, unit: Unit, source: Source) -> bool:
    """True for "MAR -> endereço que vai ser lido" below "registradores", beside "guarda …": what one holds.

    Where one of a sort is told what it does, a noun of another sort is not what the others are.
    """
    above = source.parent(unit.block)
    label = label_of(above).lower() if above is not None else ""
    if clause.shape not in {Shape.NOUN, Shape.DETERMINED} or is_plural(label) is not True or is_generic(label):
        return False
    text = without_article(clause.text)
    head = singular_head(fold(first_word(text)))
    named = {head, singular_head(fold(first_word(unit.statement.label)))}
    qualifies = is_bare_adjective(unit.statement.label.lower())  # "especial" below "créditos"
    if qualifies or singular_head(fold(first_word(label))) in named or ends_as_act(head) or head in lexicon.AMOUNTS:
        return False
    return any(
        begins_with_verb(each.statement.definition) for each in source.beside(unit.block) if each.statement.terms
    )


def _is_doer(text: str, name: str) -> bool:
    """True for "o jardineiro que …" behind the name of what is no doer: who does it."""
    found = _DOER_THAT.match(text)
    head = fold(first_word(name))
    of_kind = found is not None and singular_head(fold(found[1])) in lexicon.KINDS
    doer = re.search(rf"{_DOERS}$", head) is not None or head in lexicon.PERSONS
    return found is not None and not (of_kind or doer or shares_stem(name, found[1]))


def is_drawing(text: str) -> bool:
    """True for "retângulo de cantos arredondados": what stands for it on paper."""
    return fold(first_word(text)) in _DRAWN and re.search(r"\b(?:que|para)\b|^linha d[eoa]s? ", text) is None


def _is_pair(text: str) -> bool:
    """True for "nome e disco estáveis", "hash e chave secreta": two things, and no word of what has them."""
    found = _PAIR.fullmatch(text)
    if found is None or is_kind(text) or ends_as_act(first_word(text)):
        return False
    before, after = words(found[1]), words(found[2])
    if not before or len(before) > _LONGEST_OF_PAIR or not after:
        return False
    verbs = any(is_verb_form(word) or is_infinitive(word) for word in (before[0], after[0]))
    described = is_bare_adjective(after[0]) or looks_adjectival(after[0]) or is_participle(after[0])
    described = described or after[0] in PREPOSITIONS  # "rua larga e longa", "tubo de pano e de borracha"
    joins = {*before} & (PREPOSITIONS | SUBORDINATORS | {"não"}) or {*after} & SUBORDINATORS
    return not (verbs or described or joins)


def _is_enumerated(name: str, unit: Unit, source: Source) -> bool:
    """True for "TCP" below "porta 53, UDP e TCP": what is told of each there is told for what stands before them."""
    above = source.parent(unit.block)
    if above is None or above.kind is not BlockKind.ITEM:
        return False
    _, *members = re.split(r",\s|\s(?:e|ou)\s|/", above.statement.label)
    several = "," in above.statement.label and len(members) > 1
    return several and name_key(main_name(name)) in map(name_key, members)
