"""What the notes themselves say of two things at once: in a list, a card, a table or a sentence."""

import re
from collections.abc import Sequence

from tutor.answering.claims import Claim, Inquiry, placed
from tutor.answering.definitions import told_after
from tutor.answering.evidence import Evidence
from tutor.answering.groups import VERSUS
from tutor.answering.wording import state
from tutor.language import fold, is_negated, stems
from tutor.notes.cards import read_card
from tutor.types import BlockKind, Form

_DETAILS = 6
_CONTRAST = re.compile(
    r"\b(?:diferen\w+|difere\w*|ao contrario|enquanto|em vez de|ja o|ja a|oposto|distin\w+|separa\w*|"
    r"sinonim\w+|nao se confund\w+|"
    r"nao (?:e|sao) (?:a |o )?mesm\w+|unlike|whereas|differ\w*|rather than|instead|synonym\w*)\b"
)
_UNLIKE = "≠"  # "=" when folded
_SET_APART = re.compile(rf"{VERSUS.pattern}|diferenca|difference")
_IN_WHAT = re.compile(r" (?:n[oa]s?|em|in) \S+(?: \S+)?$")
"""Where two things are compared: "necessidade x desejo no marketing"."""


def compared_as_one(inquiry: Inquiry) -> list[Claim]:
    """Return what the notes themselves set side by side of both things: in a list, a card, a table or a sentence."""
    listed = _compared_below(inquiry) or _compared_in_card(inquiry)
    return listed or _columns(inquiry) or _told_in_turn(inquiry)


def sets_apart(inquiry: Inquiry, evidence: Evidence) -> bool:
    """True for a sentence that says of both options in what they differ, or one thing of each."""
    contrasts = _CONTRAST.search(fold(evidence.text)) is not None or _UNLIKE in evidence.text
    return (
        (contrasts and _holds_both(inquiry, evidence))
        or tells_both(inquiry, evidence)
        or _denies_one(inquiry, evidence)
        or _answers_of_both(inquiry, evidence)
    )


def _compared_below(inquiry: Inquiry) -> list[Claim]:
    """Return what stands below a block that names both things, such as "virtualização x container"."""
    wanted = stems(" ".join(inquiry.question.options))
    bare = stems(_IN_WHAT.sub("", " ".join(inquiry.question.options)))
    each = [stems(option) for option in inquiry.question.options]
    for evidence in inquiry.evidence:
        below = [e for child in evidence.outline.children(evidence.block) for e in sentences_of(child)]
        named = evidence.block.kind is not BlockKind.TABLE and stems(evidence.statement.label)
        label = evidence.statement.label
        sided = evidence.statement.definition and (_SET_APART.search(fold(label)) or _UNLIKE in label)
        if named and sided and all(inquiry.matcher.carried(bare, named)):
            told = [e for e in evidence.following if any(begins_with(e, option) for option in each)]
            return [Claim(state(e), (e,)) for e in (evidence, *(told or evidence.following[:1]))]
        if below and named and tells_both(inquiry, evidence):
            return [Claim(placed(inquiry, evidence), (evidence,))]
        if below and named and all(inquiry.matcher.carried(wanted, named)):
            terms = [stems(term) for e in below for term in e.statement.terms]
            if not all(option in terms for option in each):
                return [Claim(state(child), (child,), item=True) for child in below[:_DETAILS]]
    return []


def _compared_in_card(inquiry: Inquiry) -> list[Claim]:
    """Return the whole answer of a card that asks for the difference of both things: "P: A x B R: A é …. B é …"."""
    for evidence in inquiry.evidence:
        asked, _ = read_card(evidence.text) or ("", "")
        if _SET_APART.search(fold(asked)) and _answers_of_both(inquiry, evidence):
            return [Claim(state(e), (e,)) for e in evidence.outline.of(evidence.block)]
    return []


def _columns(inquiry: Inquiry) -> list[Claim]:
    """Return the rows of a table whose columns are headed by both things, unless both have lines of their own."""
    wanted = [stems(option) for option in inquiry.question.options]
    prose = [e for e in inquiry.evidence if not e.block.cells]
    names = [stems(e.statement.label) for said in prose for e in (said, said.parent) if e is not None]
    if all(option in names for option in wanted):
        return []
    for evidence in inquiry.evidence:
        heads = [stems(header) for header, _ in evidence.block.cells[1:]]
        table = evidence.parent if all(wanted) and all(option in heads for option in wanted) else None
        if table is not None:
            return [Claim(state(row), (row,), item=True) for row in table.outline.children(table.block)[:_DETAILS]]
    return []


def _told_in_turn(inquiry: Inquiry) -> list[Claim]:
    """Return what tells two things just named one after the other: "… é A e B. A primeira …, enquanto a segunda …"."""
    wanted = [stems(option) for option in without_shared(inquiry.question.options)]
    for evidence in inquiry.evidence:
        named = all(option and all(inquiry.matcher.carried(option, evidence.own)) for option in wanted)
        told = told_after(evidence) if named else ()
        if told:
            return [Claim(state(e), (e,)) for e in (evidence, *told)]
    return []


def tells_both(inquiry: Inquiry, evidence: Evidence) -> bool:
    """True for a sentence one clause of which speaks of one thing alone, and another of the other."""
    first, second = map(stems, inquiry.question.options)
    last = first[-1:] if len(second) == 1 and second != first[-1:] else first  # "a teoria finalista x maximalista"
    told = [
        tuple(all(inquiry.matcher.carried(option, clause.own)) for option in (last, second))
        for clause in evidence.clauses()
    ]
    longer = set(first) < set(second)  # "kill" and "kill -9"
    return bool(first) and bool(second) and (True, False) in told and (longer, True) in told


def _denies_one(inquiry: Inquiry, evidence: Evidence) -> bool:
    """True for a sentence that says of one thing alone what it denies of the other: "A precisa de B, C não precisa"."""
    parts = [(stems(part), is_negated(part)) for part in evidence.text.split(",")]
    options = [stems(option) for option in inquiry.question.options]
    said = [
        {denied for words, denied in parts if all(inquiry.matcher.carried(option, words))}
        for option in options
        if option
    ]
    return len(said) == 2 and set(map(len, said)) == {1} and said[0] != said[1]


def _answers_of_both(inquiry: Inquiry, evidence: Evidence) -> bool:
    """True for a card whose question names both things: "como sei se é A ou B?"."""
    card = read_card(evidence.text)
    asked = stems(card[0]) if card else ()
    return all(
        stems(option) and all(inquiry.matcher.carried(stems(option), asked)) for option in inquiry.question.options
    )


def _holds_both(inquiry: Inquiry, evidence: Evidence) -> bool:
    options = [stems(option) for option in inquiry.question.options]
    held = [inquiry.matcher.coverage(option, evidence.own, evidence.context) for option in options]
    return all(options) and all(cover.share == 1.0 for cover in held) and any(cover.own > 0 for cover in held)


def without_shared(options: Sequence[str]) -> list[str]:
    """Return two things without the words that both hold: "pessoal" and "empresarial" of "WPA pessoal" and so on."""
    first, second = (option.split() for option in options)
    shared = {fold(word) for word in first} & {fold(word) for word in second}
    return [" ".join(word for word in words if fold(word) not in shared) for words in (first, second)]


def begins_with(evidence: Evidence, wanted: list[str]) -> bool:
    """True for a sentence that begins with the stems wanted, or does so behind its label: "Conexões: o fluxo é …"."""
    labelled = len(wanted) > 1 and evidence.statement.form is Form.COLON
    told = stems(evidence.statement.definition if labelled else "")
    return bool(wanted) and wanted in (list(evidence.own[: len(wanted)]), told[: len(wanted)])


def sentences_of(evidence: Evidence) -> tuple[Evidence, ...]:
    """Return the sentences of a paragraph, or a bullet as it is."""
    return evidence.outline.of(evidence.block) if evidence.block.kind is BlockKind.PARAGRAPH else (evidence,)
