"""Answers that give examples: marked ones, those in a set, and those below "exemplos"."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from tutor.answering.claims import Claim, Inquiry, placed
from tutor.answering.definitions import code_in, definitions_of
from tutor.answering.evidence import Evidence
from tutor.answering.groups import EACH, MEMBER_JOINT, member_name
from tutor.answering.wording import clean, escape, state
from tutor.language import fold, is_negated, stems
from tutor.types import Statement

_SHOWN = re.compile(r"\b(?:exemplos?|examples?)\b|^(?:ex|e\.g)\b|^[\"“][^\"”]+[\"”]\s*(?:→|->)")
_PLURAL = re.compile(r"[a-z]{3,}[aeio]s(?: [a-z]+s)?$")
_EXAMPLE_OF = re.compile(r"(?:exs?|exemplos?|examples?)\.? (?:d[eoa]s? |of )?([^:]{1,40}):\s", re.IGNORECASE)
_QUOTED_AS = re.compile(r"[\"“]([^\"”]{8,})[\"”] (?:é|são|seria|is|would be) (?:uma?|an?) ([^,.;:]{3,60})")
"""How a sentence shows what something is by words in quotes: "“O forno deve apagar” é um requisito"."""
_SHOWN_WITHIN = 3  # sentences after the one that names what the examples are of
_MOSTLY = 0.5  # of what is asked about, that a sentence with an example carries itself
_LONGEST_SHOWN = 4  # words that may show what something is, and do not say it
_SUCH_AS = re.compile(r",\s+(?:como|such as|like)\s+([^.;]+)")
_EXAMPLE_NOUNS = frozenset(
    stems(
        "protocolo protocolos algoritmo algoritmos sistema sistemas SGBD banco bancos linguagem "
        "empresa protocol algorithm system language"
    )
)
_SORTED = re.compile(r"(?:[oa]s? |um |uma )?\w+ (?:d[aeo]s?|que|com|para|em|n[ao]s?|of|that|for|with|in) ")
"""How what examples are asked of begins with their sort: "protocolos que usam UDP", not "sistema especialista"."""
_EXAMPLES = frozenset(stems("exemplo exemplos ex example examples"))


def give_examples(inquiry: Inquiry) -> list[Claim]:
    """Name the examples the notes give of the focus: after "ex:", in its set, or below "exemplos"."""
    whole = inquiry.question.specific
    sorted_by = _SORTED.match(fold(inquiry.question.focus)) is not None
    coded = [word for code in code_in(inquiry.question.focus) for word in stems(code)]  # "processadores CISC"
    wanted = tuple(coded or (word for word in whole if not (sorted_by and word in _EXAMPLE_NOUNS))) or whole
    readings = (wanted, whole) if coded else (whole, wanted)
    found = (_examples_of(inquiry, words) for words in dict.fromkeys(readings))
    return _example_named(inquiry, whole) or next(filter(None, found), [])


def _example_named(inquiry: Inquiry, wanted: Sequence[str]) -> list[Claim]:
    """Say the example that says of what it is one: "ex PAT: 10.0.0.1 sai como …"."""
    for evidence in inquiry.evidence:
        quoted = _QUOTED_AS.search(evidence.text)
        if quoted and all(inquiry.matcher.carried(wanted, stems(quoted[2]))):
            return [Claim(placed(inquiry, evidence), (evidence,))]
        named = _EXAMPLE_OF.match(evidence.text)
        name = stems(named[1]) if named else []
        cover = inquiry.matcher.coverage(wanted, name, evidence.context)
        if cover.own and cover.share == 1.0 and all(inquiry.matcher.carried(name, wanted)):
            return [Claim(state(evidence), (evidence,))]
    return []


def _examples_of(inquiry: Inquiry, wanted: Sequence[str]) -> list[Claim]:
    """Name the examples of what bears all of the stems `wanted`."""
    if not wanted:
        return []
    defining, denied = definitions_of(inquiry, inquiry.question.focus), is_negated(inquiry.question.focus)

    def is_named_in_part(evidence: Evidence) -> bool:
        held = (*stems(evidence.statement.label), *evidence.place)
        return not all(inquiry.matcher.carried(inquiry.question.required, held))

    for evidence in sorted((*defining, *inquiry.evidence), key=is_named_in_part):
        if is_negated(evidence.statement.label if evidence.statement.definition else evidence.text) != denied:
            continue
        if inquiry.matcher.coverage(wanted, stems(evidence.statement.label), evidence.place).share < 1.0:
            continue
        if not inquiry.matcher.coverage(wanted, evidence.own).own:
            continue
        shown = next((e for e in evidence.following[:_SHOWN_WITHIN] if _SHOWN.search(fold(e.text))), None)
        shown = shown or _shown_beside(evidence)
        if shown and not evidence.statement.examples:
            return [Claim(state(evidence), (evidence,)), Claim(state(shown), (shown,))]
        members, sources = _examples_in(evidence)
        if members and not EACH.match(fold(evidence.text)):  # which gives none of them
            label = escape(clean(evidence.statement.label))
            said = f"**{label}**: {'; '.join(map(escape, members))}" if label else placed(inquiry, evidence)
            return [Claim(said, sources)]
    return _examples_anywhere(inquiry, wanted)


def _shown_beside(evidence: Evidence) -> Evidence | None:
    """Return the bullet right behind that of a sentence, where it is nothing but an example: "ex: 40 em 400, 10%"."""
    note, block = evidence.outline.note, evidence.block
    parent = None if block.parent is None else note.blocks[block.parent]
    beside = (other for other in note.children(parent) if other.kind is block.kind)
    behind = (other for before, other in pairwise(beside) if before.id == block.id)
    shown = (e for other in behind for e in evidence.outline.of(other)[:1])
    return next((e for e in shown if e.statement.examples and not e.statement.label), None)


def _examples_in(evidence: Evidence) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
    """Return the examples in one sentence or in the blocks below it, with their evidence."""
    return next(_readings(evidence), ((), ()))


def _readings(evidence: Evidence) -> Iterator[tuple[tuple[str, ...], tuple[Evidence, ...]]]:
    """Yield what may be the examples of a sentence, the surest first: a list that is not marked as such is the last."""
    statement, children = evidence.statement, evidence.outline.children(evidence.block)
    if statement.examples:
        yield statement.examples, (evidence,)
    shown = [value for header, value in evidence.block.cells if set(stems(header)) & _EXAMPLES]
    if shown:
        yield tuple(shown[:1]), (evidence,)
    for child in children:
        if not child.statement.label and child.statement.examples:
            yield child.statement.examples, (child,)
        named = set(stems(child.statement.label))
        if named & _EXAMPLES and named <= _EXAMPLES | set(evidence.own):
            listed = child.outline.children(child.block)
            told = (child,) if child.statement.definition and not listed else listed
            yield tuple(e.statement.definition if e is child else member_name(e) for e in told), told
    if names_several(statement):
        yield (statement.definition.rstrip("."),), (evidence,)
    such_as = _SUCH_AS.search(statement.definition)
    if such_as:
        yield (such_as[1].strip(),), (evidence,)
    braced = [group for group in statement.sets if group.braced]
    own = [group for group in braced if set(stems(group.label)) <= set(stems(statement.label))]
    yield from ((group.members, (evidence,)) for group in own[:1])
    below = (other for child in children for other in (child, *child.outline.children(child.block)))
    yield from ((other.statement.examples, (other,)) for other in below if other.statement.examples)
    yield from ((group.members, (evidence,)) for group in (*braced, *statement.sets)[:1])


def _examples_anywhere(inquiry: Inquiry, wanted: Sequence[str]) -> list[Claim]:
    """Return the examples of a sentence that carries the focus as a whole."""
    for evidence in inquiry.evidence:
        cover = inquiry.matcher.coverage(wanted, evidence.own, evidence.context)
        if cover.share < 1.0 or cover.own < _MOSTLY:
            continue
        if (shown := _shown_beside(evidence)) and not evidence.statement.examples:
            return [Claim(placed(inquiry, evidence), (evidence,)), Claim(state(shown), (shown,))]
        if evidence.statement.examples:
            head = escape(clean(evidence.statement.label))
            return [Claim(f"**{head}**: {'; '.join(map(escape, evidence.statement.examples))}", (evidence,))]
    return _examples_below(inquiry, wanted)


def _examples_below(inquiry: Inquiry, wanted: Sequence[str]) -> list[Claim]:
    """Return the examples below a sentence that speaks of the focus: "ex: …" below "tipo 2: livre de contexto"."""
    found: list[tuple[float, Evidence, Evidence]] = []
    for evidence in inquiry.evidence:
        parent = evidence.parent if evidence.statement.examples and not evidence.statement.label else None
        if parent and inquiry.matcher.coverage(wanted, parent.own, parent.context).share == 1.0:
            found.append((inquiry.coverage(parent).own, parent, evidence))
    own, parent, shown = max(found, key=lambda item: item[0], default=(0.0, None, None))
    if not own or parent is None or shown is None:
        return _examples_placed(inquiry, wanted)
    return [Claim(f"{state(parent)}: {'; '.join(map(escape, shown.statement.examples))}", (parent, shown))]


def _examples_placed(inquiry: Inquiry, wanted: Sequence[str]) -> list[Claim]:
    """Return the first example that stands in a part of the notes named by the focus, else what defines by showing.

    That is the one thing that the notes tell of the focus, "onomatopeia: tique-taque", or what they tell to be one,
    "phone: multivalued".
    """
    for evidence in sorted(inquiry.evidence, key=lambda e: e.key):
        if evidence.statement.examples and inquiry.matcher.coverage(wanted, evidence.place).own == 1.0:
            return [Claim(placed(inquiry, evidence), (evidence,))]
    defining = (e for e in definitions_of(inquiry, inquiry.question.focus) if 0 < _told(e) <= _LONGEST_SHOWN)
    named = (e for e in inquiry.evidence if e.statement.terms)
    showing = (e for e in named if _begins_with(inquiry, e.statement.definition, wanted))
    shown = next(chain(defining, showing), None)
    told = (shown, *shown.following[:_SHOWN_WITHIN]) if shown else ()
    return [Claim(placed(inquiry, e), (e,)) for e in told]


def _told(evidence: Evidence) -> int:
    """Return how many words define what a sentence names."""
    return len(evidence.statement.definition.split())


def _begins_with(inquiry: Inquiry, text: str, wanted: Sequence[str]) -> bool:
    """True for a text whose first words are those wanted."""
    return all(inquiry.matcher.carried(wanted, stems(text)[: len(wanted)]))


def names_several(statement: Statement) -> bool:
    """True for a name in the plural that lists several, which are examples of it: "Ativos: a informação e …"."""
    several = len(MEMBER_JOINT.split(statement.definition)) > 1
    return several and _PLURAL.match(fold(statement.label)) is not None
