"""Answers that say how many of something there are, as a line, a table or a sentence tells."""

import re
from collections.abc import Sequence

from tutor.answering.claims import Claim, Inquiry, placed
from tutor.answering.evidence import Evidence
from tutor.answering.facts import is_row_of
from tutor.answering.units import BARE_NUMBER, is_of_other_number
from tutor.answering.wording import escape, state
from tutor.language import fold, stems
from tutor.notes.numerals import FOLDED_NUMBER_WORDS
from tutor.types import BlockKind

_NUMBER = rf"um|uma|one|{'|'.join(FOLDED_NUMBER_WORDS)}"
_COUNTED = re.compile(rf"(?<![\w.,])(?:\d[\d.,]*|{_NUMBER})(?![\w])")
_TOTALS = frozenset(stems("qtd qtde quantidade quantidades número total quant nº count number amount"))
_AMOUNT = re.compile(r"(?<![\w.,-])\d[\d.,]*(?: (?:mil|mi|bi|tri|[mbtr]+ilhões))?(?=[,;.)]|$)")
"""A number of which the line does not say what it counts."""
_SORT_AND_AMOUNT = re.compile(r"([^\W\d][^\d,:()]*)[,:] (\d{1,3})(?= \(|\.?$)")
"""A sort and how many there are of it: "Tecnológicos, 34 (seção 8)"."""
_PER = re.compile(rf"(?:\d+|{_NUMBER}) (?:por|per|a cada|em cada) [a-z]+")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_ANNOUNCED = re.compile(
    rf"^(?:(?:sao|ha|existem|there are) |(?=(?:\d+|{_NUMBER}) (?:no total|ao todo|in total)\b))(\d+|{_NUMBER})\b"
)


def state_count(inquiry: Inquiry) -> list[Claim]:
    """Say a number the notes state right before what is counted: "7 camadas", "180 -> aposentadoria por idade"."""
    question = inquiry.question
    counted = (stems(question.attribute) or stems(question.focus))[:1]
    for evidence in inquiry.evidence:
        if amount := _amount_of(inquiry, evidence, counted):
            return [Claim(f"**{escape(amount)}**. {placed(inquiry, evidence)}", (evidence,))]
    for evidence in sorted(inquiry.evidence, key=lambda e: -inquiry.coverage(e).own):
        label = evidence.statement.label
        if BARE_NUMBER.fullmatch(label):
            told = evidence.statement.definition
            named = inquiry.matcher.coverage(question.specific[1:], stems(told), evidence.above)
            value = (_AMOUNT.search(told) if _YEAR.fullmatch(label) else [label]) or ""  # "2020 -> GPT-3, 175 bi"
            if named.own and not named.missing and value:
                return [Claim(f"**{escape(value[0])}**. {placed(inquiry, evidence)}", (evidence,))]
        cover = inquiry.coverage(evidence, tuple(dict.fromkeys((*question.specific, *counted))))
        folded = fold(evidence.text)
        announced = _ANNOUNCED.match(folded)
        speaks = bool(cover.own or announced) and not is_of_other_number(inquiry, evidence)
        if cover.missing or not speaks or not counted or len(folded) != len(evidence.text):
            continue
        if announced and not any(inquiry.matcher.carried(counted, evidence.own)):
            return [Claim(f"**{escape(announced[1])}**. {placed(inquiry, evidence)}", (evidence,))]
        for match in _COUNTED.finditer(folded):
            following = re.match(r"\s*(?!e\b|ou\b|,|;)(?:de )?([\w-]+(?: (?!e\b|ou\b)[\w-]+)?)", folded[match.end() :])
            after = stems(following[1]) if following else []
            value = evidence.text[match.start() : match.end()].rstrip(".,")
            if after and value not in inquiry.question.names and any(inquiry.matcher.carried(counted, after)):
                said = state(evidence, inquiry.question.required, inquiry.matcher)
                return [Claim(f"**{escape(value)}**. {said}", (evidence,), certainty=float(cover.own == 1.0))]
    return []


def _amount_of(inquiry: Inquiry, evidence: Evidence, counted: Sequence[str]) -> str:
    """Return how many of what is counted a bullet says one sort has: "Tecnológicos, 34" below "93 controles"."""
    told = _SORT_AND_AMOUNT.match(evidence.text) if evidence.block.kind is BlockKind.ITEM else None
    named = stems(told[1]) if told else []
    if told is None or not named or not all(inquiry.matcher.carried(named, inquiry.question.required)):
        return ""
    rest = [word for word in inquiry.question.required if not any(inquiry.matcher.carried([word], named))]
    above = (*evidence.own, *evidence.context)
    return told[2] if set(counted) <= set(rest) and all(inquiry.matcher.carried(rest, above)) else ""


def state_total(inquiry: Inquiry) -> list[Claim]:
    """Say the number that a line or a table gives for what is counted.

    That is "práticas: 34", the cell below "mín. discos" in the row asked about, or what either calls "qtd".
    """
    wanted, counted = inquiry.question.required, stems(inquiry.question.focus)[:1]
    for evidence in inquiry.evidence:
        label, number = stems(evidence.statement.label), evidence.statement.definition.strip()
        announced = _ANNOUNCED.match(fold(number))
        each = _PER.match(fold(number)) if label == counted else None  # "NodeManager -> um por nó"
        if each and inquiry.carries_names(evidence):
            return [Claim(f"**{escape(number[: each.end()])}**. {state(evidence)}", (evidence,))]
        if (
            (number.isdecimal() or announced)
            and (_TOTALS.intersection(label) or label == counted or _names_counted(inquiry, label))
            and not set(inquiry.coverage(evidence).missing) - {*(counted if inquiry.question.names else ())}
            and inquiry.carries_names(evidence)
        ):
            told = announced[1] if announced else number
            return [Claim(f"**{escape(told)}**. {state(evidence)}", (evidence,))]
        if not (evidence.block.cells and is_row_of(inquiry, evidence, wanted)):
            continue
        whole, named = not inquiry.coverage(evidence).missing, inquiry.carries_names(evidence)
        for header, value in evidence.block.cells:
            heads = stems(header)
            tells = (whole and _TOTALS.intersection(heads)) or (named and set(counted) & set(heads))
            if tells and value.strip().isdecimal():
                return [Claim(f"**{escape(value.strip())}**. {state(evidence)}", (evidence,))]
    return []


def _names_counted(inquiry: Inquiry, label: Sequence[str]) -> bool:
    """True for a name that begins with what is counted and holds nothing else that is not asked: "diagramas da UML"."""
    counted = tuple(stems(inquiry.question.focus)[:1])
    return tuple(label[:1]) == counted and all(inquiry.matcher.carried(label, inquiry.question.required))
