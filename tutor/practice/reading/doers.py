"""Which clauses tell what somebody does, and so are not said of the name before them."""

import re

from tutor.language import fold
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import is_bare_adjective, singular_head
from tutor.practice.grammar.shapes import Shape
from tutor.practice.grammar.verbs import PREPOSITIONS, SUBORDINATORS, is_infinitive, is_predicative, words
from tutor.practice.grammar.wording import without_article
from tutor.practice.reading.knowledge import Clause
from tutor.practice.reading.source import Source, Unit
from tutor.types import Block

_DOING = re.compile(r"est(?:á|ão) \w+ndo\b")
_FEWEST_ACTS = 0.2  # of the names beside one another, where they name what somebody does
_NEAR = 4  # blocks
_SAME_WORD = 5  # letters


def is_of_doer(clause: Clause, unit: Unit, source: Source) -> bool:
    """True for "cede a pedido" where the name above, or some of those beside, are acts: who acts so cedes.

    So where one of them is doing something: "está cometendo a infração", said of a sort of arrest.
    """
    above = source.parent(unit.block)
    near = [block for block in source.beside(unit.block) if abs(block.id - unit.block.id) <= _NEAR]
    sorts = [block for block in near if _are_sorts(block.statement.label, unit.statement.label)]
    if clause.shape is Shape.VERB and any(map(_tells_who, sorts)):
        return True
    if clause.shape not in {Shape.VERB, Shape.PARTICIPLE} or above is None:
        return False
    if any(_DOING.match(block.statement.definition) for block in source.children(above)):
        return True
    if clause.shape is not Shape.VERB:
        return False
    beside = [_is_act(block) for block in source.children(above) if block.statement.definition]
    return _is_act(above) or sum(beside) >= _FEWEST_ACTS * len(beside)


def _are_sorts(one: str, other: str) -> bool:
    """True for "peculato-furto" and "peculato culposo", and for "vertical" and "horizontal"."""
    return fold(one)[:_SAME_WORD] == fold(other)[:_SAME_WORD] or (is_bare_adjective(one) and is_bare_adjective(other))


def _tells_who(block: Block) -> bool:
    """True for "funcionário desvia o bem": somebody does something, in what is told so."""
    first, *behind = (*words(without_article(block.statement.definition)), "")[:3]
    acts = [word for word in behind if not (is_predicative(word) or word in lexicon.ADJECTIVES)][:1]
    told = acts and acts[0] not in PREPOSITIONS | SUBORDINATORS | {"e", "ou", ""}
    return bool(told) and singular_head(fold(first)) in lexicon.PERSONS


def _is_act(block: Block) -> bool:
    definition = block.statement.definition
    return any(map(is_infinitive, words(definition)[:1])) or _DOING.match(definition) is not None
