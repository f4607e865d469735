"""Follow-ups that point into a list just answered: "o que faz o segundo?" is asked of its second member."""

import re

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
_ITEM = re.compile(r"^- (.+?)(?: ?\[\d+\])+$", re.MULTILINE)
_SET = re.compile(r"\*\*: (.+?)(?: ?\[\d+\])+$", re.MULTILINE)
_LONGEST_NAME = 8  # words


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
