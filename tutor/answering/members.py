"""Answers that name the members of something: lists, counts, examples, and what a member belongs to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tutor.answering.claims import Claim, Inquiry
from tutor.answering.definitions import definitions_of
from tutor.answering.evidence import Evidence
from tutor.answering.pages import is_bare_reference
from tutor.answering.question import GENERIC, SORTS
from tutor.answering.wording import clean, escape, state
from tutor.language import fold, is_negated, stems, tokens
from tutor.notes.members import bare, enumeration, split_members
from tutor.notes.numerals import FOLDED_NUMBER_WORDS, NUMBER_WORDS
from tutor.types import BlockKind

_ANNOUNCING = frozenset(stems(" ".join((*NUMBER_WORDS, "seguintes abaixo listados following below"))))
_HEAD_WORDS = 2  # of a question, among which is what is to be listed
_LIST_SHARE = 0.75
_NAMED_SHARE = 0.4
_MEMBER_KINDS = frozenset({BlockKind.ITEM, BlockKind.ROW, BlockKind.HEADING})
_ALIKE_KINDS = frozenset({BlockKind.ITEM, BlockKind.ROW})
_RUNNING_KINDS = frozenset({BlockKind.ITEM, BlockKind.PARAGRAPH})
_FEW = 2  # members that may stand in what is no list
_LONGEST_NAME = 8  # words
_SHOWN = re.compile(r"\b(?:exemplos?|examples?)\b|^(?:ex|e\.g)\b")
_SHOWN_WITHIN = 3  # sentences after the one that names what the examples are of
_SUCH_AS = re.compile(r",\s+(?:como|such as|like)\s+([^.;]+)")
_VERSUS = re.compile(r"\b(?:x|vs|versus)\b")
_INITIAL = 2  # letters of a name that says nothing alone
_EXAMPLE_NOUNS = frozenset(
    stems(
        "protocolo protocolos algoritmo algoritmos sistema sistemas SGBD banco bancos linguagem "
        "empresa protocol algorithm system language"
    )
)
_EXAMPLES = frozenset(stems("exemplo exemplos ex example examples"))


@dataclass(frozen=True)
class Group:
    """Something with members: a set, or a block with others below it. `parts` pair each member with its evidence."""

    head: Evidence
    label: str
    parts: tuple[tuple[str, Evidence], ...]
    is_set: bool


_NUMBERS = rf"\d{{1,2}}|{'|'.join(FOLDED_NUMBER_WORDS)}"
_WANTED = re.compile(rf"\b(?:quais|[oa]s|the|list|what are|cite|liste)\s+({_NUMBERS})\s+[^\W\d]")
_COUNTED = re.compile(rf"(?<![\w.,])({_NUMBERS})\s+((?:[^\W\d][\w-]*\s+){{0,2}}[^\W\d][\w-]*)")


def list_members(inquiry: Inquiry) -> list[Claim]:
    """Name every member of what is asked for."""
    group = best_group(inquiry)
    return _listed(group) if group else []


def list_counted(inquiry: Inquiry) -> list[Claim]:
    """Name the members of what a sentence only counts: "São 8 domínios", where a list of eight is named so."""
    asked = inquiry.question.specific[:1]
    for evidence in inquiry.evidence:
        counts = [_number(found[1]) for found in _COUNTED.finditer(fold(evidence.text)) if _names(inquiry, found[2])]
        if not counts or not inquiry.carries_names(evidence):
            continue
        for block in evidence.outline.note.blocks:
            for group in (group for found in evidence.outline.of(block)[:1] for group in groups_of(found)):
                if len(group.parts) in counts and all(inquiry.matcher.carried(asked, stems(group.label))):
                    return _listed(group)
    return []


def _names(inquiry: Inquiry, text: str) -> bool:
    """True for words that begin with what a question asks the members of."""
    return all(inquiry.matcher.carried(inquiry.question.specific[:1], stems(text)[:1]))


def _number(written: str) -> int:
    return int(written) if written.isdigit() else FOLDED_NUMBER_WORDS[written]


def count_members(inquiry: Inquiry) -> list[Claim]:
    """Say how many members there are, and name them."""
    group = best_group(inquiry)
    if not group or group.head.block.kind is BlockKind.ROW:
        return []
    first, *others = _listed(group)
    return [Claim(f"**{len(group.parts)}** — {first.text}", first.evidence), *others]


def count_exactly(inquiry: Inquiry) -> list[Claim]:
    """Count the members of the group that is named just as the question names it."""
    group = best_group(inquiry)
    named = group and inquiry.matcher.coverage(inquiry.question.required, stems(group.label)).own == 1.0
    return count_members(inquiry) if named else []


def list_around(inquiry: Inquiry, evidence: Evidence, near: Sequence[Evidence]) -> list[Claim]:
    """Name the members of the list that a sentence is one of, where the list is what is asked for.

    It is where its name carries the beginning of the question, or any word of it and another member is `near`; or where
    it is a set of the sentence above, which is `near`. Not where the question names the one member, or that itself
    holds a list.
    """
    required = inquiry.question.required
    label = stems(evidence.statement.label)
    lists = evidence.statement.sets or len(split_members(evidence.statement.definition)) > _FEW
    if lists or (label and all(inquiry.matcher.carried(label, required))):
        return []
    for above in reversed(evidence.outline.note.ancestors(evidence.block)):
        for group in (group for found in evidence.outline.of(above)[:1] for group in groups_of(found)):
            if group.is_set and any(group.head.key == other.key for other in near):
                return _listed(group)
            keys = {member.key for _, member in group.parts}
            if group.is_set or evidence.key not in keys:
                continue
            held = inquiry.matcher.carried(required, stems(group.label))
            several = sum(other.key in keys for other in near) > 1
            return _listed(group) if any(held[:_HEAD_WORDS]) or (any(held) and several) else []
    return []


def _listed(group: Group) -> list[Claim]:
    name = escape(clean(group.label))
    if group.is_set:
        members = "; ".join(escape(member) for member, _ in group.parts)
        owner = clean(group.head.statement.label)
        if group.head.statement.definition and name and owner not in group.label:
            return [Claim(f"**{escape(owner)}** — {name}: {members}", (group.head,))]
        return [Claim(f"**{name}**: {members}" if name else members, (group.head,))]
    items = [Claim(escape(member), (evidence,), item=True) for member, evidence in group.parts]
    return [Claim(f"**{name}**:", (group.head,)), *items]


def groups_of(evidence: Evidence) -> Iterator[Group]:
    """Yield the sets a sentence holds and the list that stands below it."""
    statement = evidence.statement
    for group in statement.sets:
        parts = tuple((member, evidence) for member in group.members)
        yield Group(evidence, _label(evidence, group.label or statement.label), parts, is_set=True)
    plain = evidence.block.kind in _RUNNING_KINDS and not statement.sets and not statement.definition
    alone = enumeration(bare(evidence.text)) if plain else ()
    if alone and evidence.parent:
        yield Group(evidence, evidence.parent.statement.label, tuple((name, evidence) for name in alone), is_set=True)
    bullets = [e for e in evidence.outline.children(evidence.block) if _is_member(e)]
    unmarked = [e for e in bullets if e.statement.marker is None]
    listed = unmarked if len(unmarked) > 1 else bullets
    for header, value in evidence.block.cells:
        members = split_members(value)
        if len(members) > 1 and header and statement.label not in members:
            yield Group(
                evidence, f"{statement.label} — {header}", tuple((member, evidence) for member in members), is_set=True
            )
    runs = [tuple(run) for _, run in groupby(listed, lambda e: e.block.kind)]
    for below in runs or [evidence.outline.defined_below(evidence.block)]:
        if len(below) > 1 and evidence.block.kind is not BlockKind.TABLE:
            yield Group(evidence, statement.label, tuple((_member_name(e), e) for e in below), is_set=False)


def _is_member(evidence: Evidence) -> bool:
    """True for a bullet, row or heading that is more than an image or a page reference."""
    pictured = {word for embed in evidence.block.embeds for word in stems(embed.target)}
    says = not set(evidence.own) <= pictured if pictured else not is_bare_reference(evidence)
    return evidence.block.kind in _MEMBER_KINDS and says


def _label(evidence: Evidence, label: str) -> str:
    """Return the label of a set; one that only announces it, as "São cinco", gives way to the name above."""
    announces = set(stems(label)) <= _ANNOUNCING and evidence.parent is not None
    return evidence.parent.statement.label if announces and evidence.parent else label


def _member_name(evidence: Evidence) -> str:
    """Return a child as a member of a list: its name, or all of it where it has none."""
    statement = evidence.statement
    if len(statement.label) <= _INITIAL and statement.definition:
        return f"{statement.label}: {clean(statement.definition)}"
    return clean(statement.label if statement.definition or statement.sets else evidence.text)


def list_below(inquiry: Inquiry) -> list[Claim]:
    """Name what stands below the focus where the question only adds what sort of thing that is: "tipos de XSS"."""
    sort, thing = _sort_and_thing(inquiry)
    if not thing:
        return []
    defined = definitions_of(inquiry, " ".join(inquiry.question.focus.split()[1:]))
    titled = [evidence for evidence in inquiry.evidence if _is_titled(inquiry, evidence, thing)]
    named = [evidence for evidence in titled if sort in stems(evidence.statement.label)]
    for evidence in (*named, *defined, *titled):
        known = (*evidence.place, *_meaning(inquiry, evidence))
        if set(inquiry.matcher.coverage(thing, stems(evidence.statement.label), known).missing):
            continue
        for group in sorted(groups_of(evidence), key=_is_read_from_prose):
            only = len(evidence.statement.sets) == 1
            of_it = not group.is_set or only or sort in stems(group.label)
            names = (member.partition(",")[0] for member, _ in group.parts)
            if of_it and all(len(name.split()) <= _LONGEST_NAME for name in names):
                return _listed(group)
    return []


def _is_read_from_prose(group: Group) -> bool:
    """True for a set that commas alone make: a list below its name says more surely what the members are."""
    return group.is_set and not any(found.braced for found in group.head.statement.sets)


def _is_titled(inquiry: Inquiry, evidence: Evidence, thing: Sequence[str]) -> bool:
    """True for a label that names the thing, whatever sort it says that is: "protocolo MESI"."""
    name = [word for word in stems(evidence.statement.label) if word not in SORTS | GENERIC]
    known = (*name, *_meaning(inquiry, evidence)) if name else ()
    return all(inquiry.matcher.carried(thing, known)) and all(inquiry.matcher.carried(name, thing))


def _meaning(inquiry: Inquiry, evidence: Evidence) -> tuple[str, ...]:
    """Return the stems of what defines the thing that a label names with its sort: "tipos de NoSQL"."""
    words = (w for w in re.findall(r"[\w-]+", evidence.statement.label) if set(stems(w)) - SORTS - GENERIC)
    return tuple(word for found in definitions_of(inquiry, " ".join(words))[:1] for word in found.own)


def _sort_and_thing(inquiry: Inquiry) -> tuple[str, Sequence[str]]:
    """Return the stems of the sort and of the thing in "tipos de XSS"; no thing where a question names no sort."""
    sort, *thing = inquiry.question.required or ("",)
    return (sort, thing) if sort in SORTS | GENERIC else (sort, ())


def list_named(inquiry: Inquiry) -> list[Claim]:
    """Name the neighbours whose names begin with what a question asks the sorts of: "tipos de lançamento"."""
    _, thing = _sort_and_thing(inquiry)
    for evidence in inquiry.evidence if thing else ():
        if evidence.parent and _begins(evidence, thing):
            named = [e for e in evidence.outline.children(evidence.parent.block) if _begins(e, thing)]
            if len(named) > 1:
                return [Claim(escape(_member_name(e)), (e,), item=True) for e in named]
    return []


def list_alike(inquiry: Inquiry) -> list[Claim]:
    """Name the rows or bullets of one list of which the same is said that the question asks for: "quais usam TCP?"."""
    alike: dict[tuple[str, int, int], list[Evidence]] = {}
    for evidence in inquiry.evidence:
        cover = inquiry.coverage(evidence, inquiry.question.specific)
        parent = evidence.parent
        if parent is None or _VERSUS.search(fold(parent.statement.label)):
            continue
        if evidence.block.kind in _ALIKE_KINDS and not cover.missing and cover.own > 0:
            alike.setdefault(parent.key, []).append(evidence)
    several = next((group for group in alike.values() if len(group) > 1), [])
    return [Claim(state(e), (e,), item=True) for e in sorted(several, key=lambda e: e.key)]


def _begins(evidence: Evidence, thing: Sequence[str]) -> bool:
    """True for a definition whose name is the thing and more: "lançamento de ofício"."""
    words = stems(evidence.statement.label)
    defines = bool(evidence.statement.definition) and evidence.block.kind is BlockKind.ITEM
    return defines and words[: len(thing)] == [*thing] and len(words) > len(thing)


def best_group(inquiry: Inquiry, *, sets_only: bool = False) -> Group | None:
    """Return the group whose label and place carry the question best."""
    ranked = []
    denied = is_negated(inquiry.question.focus)
    asked = _WANTED.search(fold(inquiry.question.text))
    wanted = _number(asked[1]) if asked else 0
    for evidence in inquiry.evidence:
        for group in groups_of(evidence):
            label = stems(group.label)
            if len(group.parts) < wanted or _is_contrast(group) or _counts_members(inquiry, group):
                continue
            cover = inquiry.matcher.coverage(
                inquiry.question.required,
                label,
                (*stems(evidence.statement.label), *evidence.place, *inquiry.unsaid_names(evidence)),
            )
            if cover.share < _LIST_SHARE or cover.own == 0 or not _head_carried(inquiry, cover.missing):
                continue
            if not inquiry.carries_names(evidence) or (sets_only and not _is_asked_set(inquiry, group)):
                continue
            excess = sum(not held for held in inquiry.matcher.carried(label, inquiry.question.required))
            ranked.append(
                (
                    (
                        is_negated(group.label) != denied,
                        wanted > 0 and len(group.parts) != wanted,
                        -round(cover.share, 3),
                        -round(cover.own, 3),
                        excess,
                        not group.is_set,
                        -evidence.score,
                    ),
                    evidence.key,
                    group,
                )
            )
    return min(ranked, key=lambda item: item[:2])[2] if ranked else None


def _is_asked_set(inquiry: Inquiry, group: Group) -> bool:
    """True for a set; for one in a table only where the question names its column."""
    if group.head.block.kind is not BlockKind.ROW:
        return group.is_set
    column = stems(group.label.removeprefix(group.head.statement.label))
    return any(inquiry.matcher.carried(column, inquiry.question.required))


def _is_contrast(group: Group) -> bool:
    """True for what stands below two things set against each other: "cifra de bloco x cifra de fluxo"."""
    return not group.is_set and bool(_VERSUS.search(fold(group.label)))


def _counts_members(inquiry: Inquiry, group: Group) -> bool:
    """True where what is to be listed is only counted among the members: "5 grupos, 10 áreas"."""
    counted = (_COUNTED.search(fold(member)) for member, _ in group.parts)
    return any(found and _names(inquiry, found[2]) for found in counted)


def _head_carried(inquiry: Inquiry, missing: Sequence[str]) -> bool:
    """True when the thing to be listed, the first specific word of the question, is carried."""
    return inquiry.question.specific[0] not in missing if inquiry.question.specific else False


def list_several(inquiry: Inquiry) -> list[Claim]:
    """Name the members where a question asks for several: "que fatores afetam X?"."""
    asked = tokens(inquiry.question.attribute or inquiry.question.focus)[:1]
    return list_members(inquiry) if asked and asked[0].endswith("s") else []


def list_set(inquiry: Inquiry) -> list[Claim]:
    """Name the members of a set that all of the question's words lead to: "o que X promove?"."""
    group = best_group(inquiry, sets_only=True)
    if not group:
        return []
    place = (*stems(group.label), *stems(group.head.statement.label), *group.head.place)
    named = inquiry.matcher.coverage(inquiry.question.specific, stems(group.label), place)
    return _listed(group) if named.share == 1.0 and named.own >= _NAMED_SHARE else []


def give_examples(inquiry: Inquiry) -> list[Claim]:
    """Name the examples the notes give of the focus: after "ex:", in its set, or below "exemplos"."""
    wanted = (
        tuple(word for word in inquiry.question.specific if word not in _EXAMPLE_NOUNS) or inquiry.question.specific
    )
    if not wanted:
        return []
    defining, denied = definitions_of(inquiry, inquiry.question.focus), is_negated(inquiry.question.focus)
    for evidence in (*defining, *inquiry.evidence):
        if is_negated(evidence.statement.label if evidence.statement.definition else evidence.text) != denied:
            continue
        if inquiry.matcher.coverage(wanted, stems(evidence.statement.label), evidence.place).share < 1.0:
            continue
        if not inquiry.matcher.coverage(wanted, evidence.own).own:
            continue
        shown = next((e for e in evidence.following[:_SHOWN_WITHIN] if _SHOWN.search(fold(e.text))), None)
        if shown and not evidence.statement.examples:
            return [Claim(state(evidence), (evidence,)), Claim(state(shown), (shown,))]
        members, sources = _examples_in(evidence)
        if members:
            return [Claim(f"**{escape(clean(evidence.statement.label))}**: {'; '.join(map(escape, members))}", sources)]
    return _examples_anywhere(inquiry, wanted)


def _examples_in(evidence: Evidence) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
    """Return the examples in one sentence or in the blocks right below it, with their evidence."""
    if evidence.statement.examples:
        return evidence.statement.examples, (evidence,)
    shown = [value for header, value in evidence.block.cells if set(stems(header)) & _EXAMPLES]
    shown += [found[1].strip() for found in _SUCH_AS.finditer(evidence.statement.definition)]
    if shown:
        return tuple(shown[:1]), (evidence,)
    for child in evidence.outline.children(evidence.block):
        if not child.statement.label and child.statement.examples:
            return child.statement.examples, (child,)
        if stems(child.statement.label) and set(stems(child.statement.label)) <= _EXAMPLES:
            listed = child.outline.children(child.block)
            return tuple(_member_name(e) for e in listed), listed
    if evidence.statement.sets:
        return evidence.statement.sets[0].members, (evidence,)
    return (), ()


def _examples_anywhere(inquiry: Inquiry, wanted: Sequence[str]) -> list[Claim]:
    """Return the examples of a sentence that carries the focus as a whole."""
    for evidence in inquiry.evidence:
        cover = inquiry.matcher.coverage(wanted, evidence.own, evidence.context)
        if cover.share == 1.0 and cover.own >= 0.5 and evidence.statement.examples:
            head = escape(clean(evidence.statement.label))
            return [Claim(f"**{head}**: {'; '.join(map(escape, evidence.statement.examples))}", (evidence,))]
    return []
