"""Answers that name the members of something, or count them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tutor.answering.claims import Claim, Inquiry
from tutor.answering.definitions import code_in, defined_within
from tutor.answering.evidence import Evidence
from tutor.answering.frames import Value
from tutor.answering.groups import VERSUS, Group, best_group, groups_of, member_name, number_wanted
from tutor.answering.lists import are_kinds, likeliest_list
from tutor.answering.question import SORTS
from tutor.answering.wording import clean, escape, state
from tutor.language import fold, stem, stems, tokens
from tutor.notes.members import IN_BRACKETS, split_members
from tutor.types import BlockKind, Form, Marker

_MEANT_FROM = 0.25
"""Probability from which a list is taken for the one asked for."""
_KINDS_FROM = 0.1
"""The same of what stands below the very thing of which kinds are asked for, and tells it apart, "de boot", and of rows
below the very word of what is asked for."""
_HEAD_WORDS = 2  # of a question, among which is what is to be listed
_NAMED_SHARE = 0.4
_ALIKE_KINDS = frozenset({BlockKind.ITEM, BlockKind.ROW})
_JOINTS = re.compile(r"[,;]| (?:e|and) | ?(?:->|→) ?")
_STATED = frozenset(
    stems(
        "leis regras propriedades características fórmulas axiomas postulados teoremas equações laws "
        "rules formulas characteristics"
    )
)
"""What a list of tells whole: "carbono é tetravalente" is a postulate, "carbono" is none."""
_CHARACTERISTICS = frozenset(stems("características characteristics traits propriedades properties"))
_MERITS = frozenset({Marker.ADVANTAGE, Marker.DISADVANTAGE})
_ORDER = frozenset(stems("ordem sequência order sequence"))
_LONGEST_VALUE, _LONGEST_SENTENCE = 2, 12  # words
_FEW = 2  # members that may stand in what is no list


def list_likeliest(inquiry: Inquiry) -> list[Claim]:
    """Name the members of the list that is likeliest asked for."""
    found = likeliest_list(inquiry)
    if not found:
        return []
    group, chance = found
    if chance < (_KINDS_FROM if are_kinds(inquiry, group) or _heads_rows(inquiry, group) else _MEANT_FROM):
        return []
    if is_member(inquiry, group):
        return []
    part = _part_asked(inquiry, group)
    if part:
        return [Claim(state(part), (part,), certainty=chance)]
    group = _with_signed(inquiry, rows_asked(inquiry, group))
    added = [Claim(state(e), (e,)) for e in _added(group, number_wanted(inquiry))]
    return [replace(claim, certainty=chance) for claim in (*_listed(inquiry, group), *added)]


def _heads_rows(inquiry: Inquiry, group: Group) -> bool:
    """True for the rows below a heading of the very word of what is asked for: "sanções" below "Sanções (art. 156)"."""
    head, named = inquiry.question.required[:1], stems(IN_BRACKETS.sub("", group.label))
    return named == [*head] and all(e.block.kind is BlockKind.ROW for _, e in group.parts)


def _part_asked(inquiry: Inquiry, group: Group) -> Evidence | None:
    """Return the one member that itself lists what is asked for: "estruturas lógicas" of "lógicas: …; físicas: …"."""
    required, named = inquiry.question.required, (*stems(group.label), *group.head.place)
    if group.is_set or len(group.parts) == number_wanted(inquiry):
        return None
    listing = [e for _, e in group.parts if e.statement.terms and len(_JOINTS.split(e.statement.definition)) > 1]
    labels = [(e, stems(e.statement.label)) for e in listing]
    asked = [(e, label) for e, label in labels if label and set(label) <= set(required[1:])]
    if len(asked) != 1 or asked[0][1] == stems(group.label):
        return None
    return asked[0][0] if inquiry.matcher.carried(required[:1], named)[0] else None


def _with_signed(inquiry: Inquiry, group: Group) -> Group:
    """Return a list of characteristics with the merits and flaws that a sign tells beside them: "+ leve"."""
    if group.is_set or _CHARACTERISTICS.isdisjoint(inquiry.question.required[:1]):
        return group
    known = {e.key for _, e in group.parts}
    beside = group.head.outline.children(group.head.block)
    signed = [e for e in beside if e.statement.marker in _MERITS and e.key not in known]
    parts = sorted((*group.parts, *((member_name(e), e) for e in signed)), key=lambda part: part[1].key)
    return replace(group, parts=tuple(parts))


def _added(group: Group, wanted: int) -> tuple[Evidence, ...]:
    """Return the line beside a set of fewer than are wanted that adds to it: "3 Vs { … }", "viraram 5: + valor, …"."""
    above = group.head.parent
    if not group.is_set or len(group.parts) >= wanted or above is None:
        return ()
    beside = (e for e in above.outline.children(above.block) if e.key > group.head.key and ":" in e.text)
    added = ((e, e.text.partition(":")) for e in beside)
    return tuple(
        e
        for e, (before, _, told) in added
        if str(wanted) in tokens(before) and len(split_members(told)) + len(group.parts) == wanted
    )[:1]


def rows_asked(inquiry: Inquiry, group: Group) -> Group:
    """Return of the rows of a table those alone of which a cell holds what is asked for besides: "do grupo leve".

    Names and numbers say what the table is of, "do PMBOK 6", and not which of its rows are meant.
    """
    rows = [(member, e) for member, e in group.parts if e.block.cells]
    named = (*stems(group.label), *group.head.own, *group.head.place)
    carried = inquiry.matcher.carried(inquiry.question.specific, named)
    names = {stem(name) for name in inquiry.question.names}
    asked = zip(inquiry.question.specific, carried, strict=True)
    rest = [word for word, here in asked if not here and word.isalpha() and word not in names]
    others = [stems(" ".join(value for _, value in e.block.cells[1:])) for _, e in rows]
    held = [sum(inquiry.matcher.carried(rest, words)) for words in others]
    most = max(held, default=0)
    kept = tuple(part for part, count in zip(rows, held, strict=True) if count == most)
    return replace(group, parts=kept) if most and len(rows) == len(group.parts) and 1 < len(kept) < len(rows) else group


def tell_order(inquiry: Inquiry) -> list[Claim]:
    """Say the order asked for where a line is called so, and by nothing that is not asked: "ordem: A > B > C"."""
    wanted = inquiry.question.required
    if not _ORDER.intersection(wanted[:1]):
        return []
    labels = ((e, set(stems(e.statement.label))) for e in inquiry.evidence if e.statement.definition)
    called = [e for e, label in labels if label & _ORDER and all(inquiry.matcher.carried([*label], wanted))]
    told = [e for e in called if inquiry.coverage(e, wanted[1:]).share >= _NAMED_SHARE and not e.statement.sets]
    best = max(told, key=lambda e: inquiry.coverage(e, wanted[1:]).share, default=None)
    return [Claim(state(best), (best,))] if best else []


def is_member(inquiry: Inquiry, group: Group) -> bool:
    """True where the question names what the list holds and its own name does not carry: "ouro" of "níveis da conta".

    So it does where it says of what list: "os valores na identidade organizacional".
    """
    wanted, label = stems(inquiry.question.focus), stems(group.label)
    if defined_within(inquiry, inquiry.question.focus):
        return True  # "as props no React", which its line defines
    head, within = wanted[:1], wanted[1:]
    placed = bool(within) and not any(inquiry.matcher.carried(head, label))
    wanteds = [wanted, head] if placed and all(inquiry.matcher.carried(within, label)) else [wanted]
    if placed and any(_is_asked_of(inquiry, within, stems(IN_BRACKETS.sub("", m)), label) for m, _ in group.parts):
        return True  # "versões do torno" of a list that holds the torno
    wanteds += [stems(code) for code in code_in(inquiry.question.focus)]  # "o registrador MAR"
    named = (stems(name) for member, evidence in group.parts for name in (member, evidence.statement.label))
    return wanted != label and any(name and name in wanteds for name in named)


def _is_asked_of(inquiry: Inquiry, within: Sequence[str], member: Sequence[str], label: Sequence[str]) -> bool:
    """True where something is asked of a member of a list: "pesos do AIE em pontos de função", which heads "AIE"."""
    rest = [word for word in within if word not in member]
    return bool(member) and set(member) <= set(within) and all(inquiry.matcher.carried(rest, label))


def list_members(inquiry: Inquiry) -> list[Claim]:
    """Name every member of what is asked for."""
    group = best_group(inquiry)
    return _listed(inquiry, group) if group and not _is_told_beside(inquiry, group) else []


def _is_told_beside(inquiry: Inquiry, group: Group) -> bool:
    """True for a set beside what its line tells of the question's other words: "comandos { x, y }; `z` limpa …"."""
    if not group.is_set:
        return False
    held = (*stems(" ".join(member for member, _ in group.parts)), *stems(group.label), *group.head.place)
    unheld = [w for w in inquiry.question.required if not any(inquiry.matcher.carried([w], held))]
    return len(unheld) > 1 and all(inquiry.matcher.carried(unheld, group.head.own))


def count_members(inquiry: Inquiry) -> list[Claim]:
    """Say how many members there are, and name them."""
    group = best_group(inquiry)
    if not group or group.head.block.kind is BlockKind.ROW:
        return []
    first, *others = _listed(inquiry, group)
    return [Claim(f"**{len(group.parts)}** — {first.text}", first.evidence), *others]


def count_exactly(inquiry: Inquiry) -> list[Claim]:
    """Count the members of the group that is named just as the question names it."""
    group = best_group(inquiry)
    named = group and inquiry.matcher.coverage(inquiry.question.required, stems(group.label)).own == 1.0
    return count_members(inquiry) if named else []


def holds_list(evidence: Evidence) -> bool:
    """True for a sentence that holds a set, or whose definition may be a list."""
    return bool(evidence.statement.sets) or len(_JOINTS.split(evidence.statement.definition)) > _FEW


def list_around(inquiry: Inquiry, evidence: Evidence, near: Sequence[Evidence]) -> list[Claim]:
    """Name the members of the list that a sentence is one of, where the list is what is asked for.

    It is where its name carries the beginning of the question, or any word of it and another member is `near`; or where
    it is a set of the sentence above, which is `near`. Not where the question names the one member, or begins as
    its name does, or holds a list itself, unless it defines one of several that are `near`
    and are called by their sort.
    """
    required, holds = inquiry.question.required, holds_list(evidence)
    label = stems(evidence.statement.label)
    is_named = bool(label) and all(inquiry.matcher.carried(label, required))
    begins_so = evidence.statement.definition and required[:1] == tuple(label[:1]) and required[0] not in SORTS
    if is_named or begins_so:
        return []
    for above in reversed(evidence.outline.note.ancestors(evidence.block)):
        for group in (group for found in evidence.outline.of(above)[:1] for group in groups_of(found)):
            if group.is_set and any(group.head.key == other.key for other in near):
                return [] if holds else _listed(inquiry, group)
            keys = {member.key for _, member in group.parts}
            if group.is_set or evidence.key not in keys:
                continue
            if holds and not _are_called_alike(inquiry, evidence, group):
                return []
            held = inquiry.matcher.carried(required, stems(group.label))
            several = sum(other.key in keys for other in near) > 1
            begun = any(held[:_HEAD_WORDS]) and not holds
            return _listed(inquiry, group) if begun or (any(held) and several) else []
    return []


def _are_called_alike(inquiry: Inquiry, evidence: Evidence, group: Group) -> bool:
    """True for one of several terms that bear one word asked for: "loja quente", "loja morna"."""
    named = [stems(member.statement.label) for _, member in group.parts if member.statement.terms]
    own = inquiry.matcher.carried(inquiry.question.required, stems(evidence.statement.label))
    shared = [word for word, here in zip(inquiry.question.required, own, strict=True) if here]
    return any(sum(any(inquiry.matcher.carried([word], name)) for name in named) > 1 for word in shared)


def _listed(inquiry: Inquiry, group: Group) -> list[Claim]:
    name = escape(clean(group.label))
    if group.is_set:
        if inquiry.question.asks_of_each and _tells_each(group):
            return [Claim(state(group.head), (group.head,))]
        members = "; ".join(escape(member) for member, _ in group.parts)
        if group.owner and name:
            return [Claim(f"**{escape(clean(group.owner))}** — {name}: {members}", (group.head,))]
        return [Claim(f"**{name}**: {members}" if name else members, (group.head,))]
    measured = inquiry.question.value is Value.NUMBER  # "quais os prazos"
    whole = measured or inquiry.question.asks_of_each or not _STATED.isdisjoint(inquiry.question.required[:1])
    items = [Claim(state(e) if whole else _said(member, e), (e,), item=True) for member, e in group.parts]
    head = [] if group.column is not None else [Claim(f"**{name}**:", (group.head,))]
    return [*head, *items]


def _tells_each(group: Group) -> bool:
    """True for a set behind which each member is named again: "{ A, R } -> A = aplicação, R = tempo real"."""
    behind = frozenset(tokens(group.head.text.partition("}")[2]))
    return all(behind.intersection(tokens(member)) for member, _ in group.parts)


def _said(member: str, evidence: Evidence) -> str:
    """Return a member as it is told: by its name; an equation, "log de 1 = 0", or a short sentence, in whole."""
    value = evidence.statement.definition.split()
    equates = "=" in evidence.text and 0 < len(value) <= _LONGEST_VALUE
    states = evidence.statement.form is Form.COPULA and len(evidence.text.split()) <= _LONGEST_SENTENCE
    return escape(clean(evidence.text) if equates or states else member)


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
    return [Claim(state(e), (e,), item=True) for e in sorted(_whole_list(inquiry, several), key=lambda e: e.key)]


def _whole_list(inquiry: Inquiry, alike: Sequence[Evidence]) -> Sequence[Evidence]:
    """Return all of a list where what is asked of its members stands above them: "dois cargos" below "Acumulação"."""
    asked = inquiry.question.specific[1:]
    parent = alike[0].parent if alike else None
    if parent is None or not asked or any(any(inquiry.matcher.carried(asked, e.own)) for e in alike):
        return alike
    members = [e for e in parent.outline.children(parent.block) if e.block.kind is alike[0].block.kind]
    return members if 2 * len(alike) >= len(members) else alike


def list_several(inquiry: Inquiry) -> list[Claim]:
    """Name the members where a question asks for several, "que fatores afetam X?", and not "qual dos fatores"."""
    asked = tokens(inquiry.question.attribute or inquiry.question.focus)[:1]
    several = bool(asked) and asked[0].endswith("s") and asked[0] not in {"as", "os", "das", "dos"}
    claims = list_likeliest(inquiry) if several else []
    told = inquiry.question.value is not Value.NUMBER or any(re.search(r"\d", claim.text) for claim in claims)
    return claims if told else []


def list_set(inquiry: Inquiry) -> list[Claim]:
    """Name the members of a set that all of the question's words lead to: "o que X promove?"."""
    group = best_group(inquiry, sets_only=True)
    if not group:
        return []
    place = (*stems(group.label), *stems(group.head.statement.label), *group.head.place)
    named = inquiry.matcher.coverage(inquiry.question.specific, stems(group.label), place)
    return _listed(inquiry, group) if named.share == 1.0 and named.own >= _NAMED_SHARE else []
