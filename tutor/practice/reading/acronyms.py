"""Reads what acronyms stand for: words behind them, or the things that they are the initials of."""

import re
from collections.abc import Iterator

from tutor.language import fold
from tutor.practice.grammar.enumerations import enumerated_members
from tutor.practice.grammar.nouns import enumerate_words
from tutor.practice.grammar.verbs import PREPOSITIONS, first_word, words
from tutor.practice.grammar.wording import is_presentable
from tutor.practice.reading.knowledge import Attribute, Place
from tutor.practice.reading.lists import in_common_form, item_name, members_of
from tutor.practice.reading.source import Source, Unit
from tutor.types import Block, BlockKind

_ACRONYM = re.compile(
    r"(?:[!*-]\s*)?\**([A-Z]{2,6})\**\s*(?:=|:|\(|[–-]>?|→)\s*([^\W\d_][^\n]*?)(?=\)|\s(?:->|→|[–-])\s|$)"
)
_LISTED = re.compile(r"\b[A-Z]{3,10}\b")
"""What may be made of the initials of a list: "CALMS", "princípios SOLID"."""
_OPERATOR = re.compile(r"\s[-+−–*/×÷^]\s?(?=\w)")
"""What stands in a formula and in no meaning: "VA − CR"."""


def read_acronyms(source: Source) -> Iterator[Attribute]:
    """Yield what acronyms stand for: "VP = valor planejado", "VDI - Virtual Desktop Infrastructure -> …"."""
    told: set[str] = set()
    for unit in source.units if not source.is_english else ():
        found = _ACRONYM.match(unit.text)
        words_of = re.match(r"[^;,.:(){}]*", found[2])[0].strip() if found else ""  # type: ignore[index]
        said = [word for word in words(words_of) if word.lower() not in PREPOSITIONS | {"e", "and", "of"}]
        spelled = found and fold(found[1]) == fold("".join(word[0] for word in said)) and is_presentable(words_of)
        spelled = spelled and not _OPERATOR.search(found[2])  # type: ignore[index]
        meaning = (found[1], words_of, source.place(unit)) if found and spelled else _initials(unit, source)
        if meaning and meaning[0] not in told:  # what it is said to be elsewhere is another wording
            acronym, stands_for, place = meaning
            told.add(acronym)
            family = (source.note.path, None, "significado da sigla")
            yield Attribute(f"sigla {acronym}", "significado", stands_for, place, family)


def _initials(unit: Unit, source: Source) -> tuple[str, str, Place] | None:
    """Return "CALMS" and the members of its list, which begin with its letters, in their order, and where they are.

    Where one member alone has all of the letters as its capitals, that one is what the acronym stands for.
    """
    (label,) = re.findall(r"^[^:{}=→]*?(?=\s*(?:[:{}=→]|->|$))", unit.text)[:1] or [""]
    for acronym in _LISTED.findall(label):
        for raw, last in _lists(unit, source):
            members = members_of(raw)
            if spelled := next((member for member in members if _capitals(member) == acronym), None):
                return acronym, spelled, source.place(unit, last)
            firsts = "".join(first_word(member)[:1] for member in members)
            capitals = "".join(map(_capitals, members))  # "Basically Available, Soft state, …"
            plain = len(members) == len(raw) > 1 and not re.search(r"\d| e ", " ".join(members))
            if plain and fold(acronym) in {fold(firsts), fold(capitals)}:
                return acronym, enumerate_words(in_common_form(members, source.genders)), source.place(unit, last)
    return None


def _capitals(text: str) -> str:
    """Return the capitals that words begin with, empty for a name that is but one word."""
    return "".join(re.findall(r"\b[A-ZÀ-Þ]", text))


def _lists(unit: Unit, source: Source) -> Iterator[tuple[tuple[str, ...], Block | None]]:
    """Yield what a line lists, in braces or between commas, or the bullets below it with the last of them."""
    yield from ((written.members, None) for written in unit.statement.sets)
    told = re.sub(r"\s*\[[^\[\]]*\]", "", unit.statement.definition).partition(";")[0]
    yield enumerated_members(told), None
    items = [block for block in source.children(unit.block) if block.kind is BlockKind.ITEM]
    if unit.lines is None and items:
        yield tuple(name for item in items if (name := item_name(item))), items[-1]
