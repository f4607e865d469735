"""Answers that name the members of something, or count them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tutor.answering.claims import Claim, Inquiry
from tutor.answering.definitions import definitions_of
from tutor.answering.evidence import Evidence
from tutor.answering.groups import (
    LIST_SHARE,
    VERSUS,
    Group,
    best_group,
    counts_of,
    groups_of,
    member_name,
    number_wanted,
)
from tutor.answering.lists import likeliest_list
from tutor.answering.question import GENERIC, SORTS
from tutor.answering.wording import clean, escape, state
from tutor.language import fold, stems, tokens
from tutor.notes.members import split_members
from tutor.types import BlockKind

_LISTED_FROM = 0.25
"""Probability from which a list is taken for the one asked for."""
_HEAD_WORDS = 2  # of a question, among which is what is to be listed
_NAMED_SHARE = 0.4
_ALIKE_KINDS = frozenset({BlockKind.ITEM, BlockKind.ROW})
_FEW = 2  # members that may stand in what is no list
_LONGEST_NAME = 8  # words


def list_likeliest(inquiry: Inquiry) -> list[Claim]:
    """Name the members of the list that is likeliest asked for."""
    found = likeliest_list(inquiry)
    if not found or found[1] < _LISTED_FROM:
        return []
    group, chance = found
    claims = _listed(group)[1:] if group.column is not None else _listed(group)
    return [replace(claim, certainty=chance) for claim in claims]


def list_members(inquiry: Inquiry) -> list[Claim]:
    """Name every member of what is asked for."""
    group = best_group(inquiry)
    return _listed(group) if group else []


def list_counted(inquiry: Inquiry) -> list[Claim]:
    """Name the members of what a sentence only counts: "São 8 domínios", where a list of eight is named so."""
    asked = inquiry.question.specific[:1]
    for evidence in inquiry.evidence:
        counts = counts_of(inquiry, evidence.text)
        known = inquiry.coverage(evidence, inquiry.question.specific)
        if not counts or known.share < LIST_SHARE or not inquiry.carries_names(evidence):
            continue
        for block in evidence.outline.note.blocks:
            for group in (group for found in evidence.outline.of(block)[:1] for group in groups_of(found)):
                if len(group.parts) in counts and all(inquiry.matcher.carried(asked, stems(group.label))):
                    return _listed(group)
    return []


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
                return [Claim(escape(member_name(e)), (e,), item=True) for e in named]
    return []


def list_column(inquiry: Inquiry) -> list[Claim]:
    """Name the cells of a table's column that is headed by what is to be listed: "quais os princípios do X?"."""
    required = inquiry.question.specific
    for evidence in inquiry.evidence:
        if evidence.parent is None or evidence.parent.block.kind is not BlockKind.TABLE:
            continue
        for at, (header, _) in enumerate(evidence.block.cells):
            held = inquiry.matcher.carried(required, stems(header))
            rest = [word for word, here in zip(required, held, strict=True) if not here]
            known = (*evidence.place, *inquiry.unsaid_names(evidence))
            if held and held[0] and rest and all(inquiry.matcher.carried(rest, known)):
                rows = evidence.outline.children(evidence.parent.block)
                said = [(row.block.cells[at][1], row) for row in rows if row.block.cells[at:]]
                return [Claim(escape(value), (row,), item=True) for value, row in said if value.strip()]
    return []


def list_alike(inquiry: Inquiry) -> list[Claim]:
    """Name the rows or bullets of one list of which the same is said that the question asks for: "quais usam TCP?"."""
    alike: dict[tuple[str, int, int], list[Evidence]] = {}
    for evidence in inquiry.evidence:
        cover = inquiry.coverage(evidence, inquiry.question.specific)
        parent = evidence.parent
        if parent is None or VERSUS.search(fold(parent.statement.label)):
            continue
        if evidence.block.kind in _ALIKE_KINDS and not cover.missing and cover.own > 0:
            alike.setdefault(parent.key, []).append(evidence)
    wanted = number_wanted(inquiry)
    several = next((group for group in alike.values() if len(group) > 1 and wanted in {0, len(group)}), [])
    return [Claim(state(e), (e,), item=True) for e in sorted(several, key=lambda e: e.key)]


def _begins(evidence: Evidence, thing: Sequence[str]) -> bool:
    """True for a definition whose name is the thing and more: "lançamento de ofício"."""
    words = stems(evidence.statement.label)
    defines = bool(evidence.statement.definition) and evidence.block.kind is BlockKind.ITEM
    return defines and words[: len(thing)] == [*thing] and len(words) > len(thing)


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
