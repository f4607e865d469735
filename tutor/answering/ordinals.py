"""Places in a list: "a terceira fase" is its third member, "o segundo" the second of the list just answered."""

import re
from dataclasses import replace

from tutor.answering.claims import Claim, Inquiry
from tutor.answering.frames import QuestionKind
from tutor.answering.groups import best_group
from tutor.answering.wording import clean, escape, state
from tutor.language import fold
from tutor.types import Answer

_PLACES = {
    name: place
    for place, names in enumerate(
        (
            "primeiro primeira first 1o 1a",
            "segundo segunda second 2o 2a",
            "terceiro terceira third 3o 3a",
            "quarto quarta fourth 4o 4a",
            "quinto quinta fifth 5o 5a",
            "sexto sexta sixth 6o 6a",
        )
    )
    for name in names.split()
} | dict.fromkeys("ultimo ultima last".split(), -1)
_POINTED = re.compile(
    rf"(?<=[oa] )(?<!\w\w[oa] )(?<![^dn\s][oa] )(?P<place>{'|'.join(_PLACES)})\b(?: del[ea]s| tipo| item)?"
    r"(?=\s*(?:[?.,!]|$)|\s(?:e|faz|serve|tem|usa|significa|funciona)\b)"
    rf"|\bthe (?P<english>{'|'.join(_PLACES)})\b(?: one)?(?: of them)?"
    r"(?=\s*(?:[?.,!]|$)|\s(?:is|does|do|has|means?|works?)\b)"
)
_ORDINAL = re.compile(rf"\b(?:{'|'.join(_PLACES)})\b")
_NUMBERED_PLACE = re.compile(r"\b(\d{1,2})[oaºª](?!\w)")
_ITEM = re.compile(r"^- (.+?)(?: ?\[\d+\])+$", re.MULTILINE)
_SET = re.compile(r"\*\*: (.+?)(?: ?\[\d+\])+$", re.MULTILINE)
_LONGEST_NAME = 8  # words


def state_place(inquiry: Inquiry) -> list[Claim]:
    """Say the member that stands at the place asked for in a list: "qual a terceira fase do PTES?"."""
    question = inquiry.question
    pointed = _ORDINAL.search(fold(question.text))
    if not pointed:
        return []
    asked = f"{question.attribute} {question.focus}"
    listed = replace(question, kind=QuestionKind.LIST, attribute="", focus=_ORDINAL.sub("", fold(asked)).strip())
    group = best_group(replace(inquiry, question=listed))
    place = _PLACES[pointed[0]]
    if not group or place >= len(group.parts):
        return []
    member, evidence = group.parts[place]
    said = escape(clean(member)) if group.is_set else state(evidence)
    return [Claim(f"{escape(clean(group.label))} — {said}", (evidence,))]


def lacks_place(asked: str, told: str) -> bool:
    """True where a place is asked for by its number, and a sentence tells several others: "4º" of "1º …, 2º …"."""
    wanted = _NUMBERED_PLACE.findall(fold(asked))
    held = _NUMBERED_PLACE.findall(fold(told))
    return len(wanted) == 1 and len(set(held)) > 1 and wanted[0] not in held


def swap_ordinal(text: str, thing: str) -> str:
    """Return `text` with its ordinal replaced by `thing`, where both are one: "primeira fase" and "terceira"."""
    standing = _ORDINAL.search(fold(text))
    if not standing or not _ORDINAL.fullmatch(fold(thing)) or len(fold(text)) != len(text):
        return ""
    return f"{text[: standing.start()]}{thing}{text[standing.end() :]}"


def point_out(text: str, answer: Answer) -> str:
    """Return a question with "o segundo" replaced by the second member of the list that `answer` gave, if any."""
    folded = fold(text)
    pointed = _POINTED.search(folded)
    members = _members(answer.text)
    if not pointed or len(folded) != len(text) or not members:
        return text
    place = _PLACES[pointed["place"] or pointed["english"]]
    if place >= len(members):
        return text
    return f"{text[: pointed.start()]}{members[place]}{text[pointed.end() :]}"


def _members(text: str) -> list[str]:
    """Return the names of the members that an answer lists, as bullets or behind a bold name; one is none."""
    sets = _SET.search(text)
    listed = _ITEM.findall(text) or (sets[1].split("; ") if sets else [])
    names = [re.split(r"\*\*:|: | — | \(", item.removeprefix("**"))[0].replace("\\", "").strip(" *") for item in listed]
    return names if len(names) > 1 and all(len(name.split()) <= _LONGEST_NAME for name in names) else []
