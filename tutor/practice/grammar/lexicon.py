"""The Portuguese words in `lexicon.txt`, beside this module: verbs, genders, opposites; nothing of any one subject."""

import re
from pathlib import Path

from tutor.language import fold

_PAST = {"ar": ("ou", "aram", "ava", "avam"), "er": ("eu", "eram"), "ir": ("iu", "iram")}


def _read_sections(text: str) -> dict[str, list[str]]:
    """Return the lines below each `[heading]`, comments and empty ones left out."""
    parts = re.split(r"^\[([^\]]+)\]\n", text, flags=re.MULTILINE)[1:]
    sections = zip(parts[::2], parts[1::2], strict=True)
    return {name: [line for line in body.splitlines() if line and not line.startswith("#")] for name, body in sections}


def _third_persons(infinitive: str) -> tuple[str, ...]:
    """Return the third persons of a regular verb, present and past, singular and plural."""
    root, ending = infinitive[:-2], infinitive[-2:]
    present = (root + "a", root + "am") if ending == "ar" else (root + "e", root + "em")
    if infinitive.endswith("ear"):
        present = (root + "ia", root + "iam")
    return (*present, *(root + past for past in _PAST[ending]))


_SECTIONS = _read_sections(Path(__file__).with_suffix(".txt").read_text(encoding="utf-8"))


def _words(section: str) -> frozenset[str]:
    return frozenset(" ".join(_SECTIONS[section]).split())


def _folded(section: str) -> frozenset[str]:
    return frozenset(map(fold, _words(section)))


def _pairs(section: str) -> tuple[tuple[str, str], ...]:
    return tuple((one, other) for one, other in (line.split(" / ") for line in _SECTIONS[section]))


INFINITIVES = _words("verbs") | _words("infinitives")
VERBS = (
    frozenset(form for verb in _words("verbs") for form in _third_persons(verb))
    | frozenset(verb + future for verb in INFINITIVES if verb[-2:] in _PAST for future in ("á", "ão"))
    | _words("verb forms")
) - _words("not verbs")
"""Third persons, singular and plural, that a predicate may begin with."""
FEMININE, MASCULINE = _folded("feminine"), _folded("masculine")
NOUNS = FEMININE | MASCULINE
FEMININE_ACRONYMS, MASCULINE_ACRONYMS = _words("feminine acronyms"), _words("masculine acronyms")
FEMININE_LOANWORDS = _words("feminine loanwords")
"""The last words of English names that are feminine in Portuguese: "foreign key"."""
_NAMES = "feminine masculine acts amounts things kinds classes attributes traits adjectives opposites".split()
SPELLED = frozenset(word for section in _NAMES for word in _words(section) if word != "/")
"""The nouns and adjectives as they are spelled."""
NOUN_OR_VERB = _words("nouns or verbs") | (VERBS & (_words("feminine") | _words("masculine")))
"""Forms, accents and all, of which the next word decides: "busca o próximo", "busca em largura"."""
FEMININE_ENDINGS = (
    *("cao", "sao", "xao", "stao", "niao", "giao", "zao", "idao", "dade", "tude"),
    *("fase", "gem", "idez", "ise", "ose", "a"),
)
MASCULINE_ENDINGS = (
    "mento",
    "ismo",
    "or",
    "ume",
    "al",
    "el",
    "il",
    "ol",
    "o",
    "eu",
    "au",
    "im",
    "um",
    "om",
    "ete",
    "oide",
)
ACT_ENDINGS = ("cao", "sao", "mento", "gem", "encia", "ancia", "dade", "cia", "anca", "enca", "ura")
ACTS, AMOUNTS, THINGS = _folded("acts"), _folded("amounts"), _folded("things")
KINDS = _folded("kinds") | AMOUNTS | THINGS

PERSONS = _folded("persons")
CLASSES, ATTRIBUTES, TRAITS = _folded("classes"), _folded("attributes"), _folded("traits")

LISTED = _folded("listed")
NAMING = CLASSES | LISTED

OPPOSITES = _pairs("opposites")
ONE_WAY_OPPOSITES = _pairs("one-way opposites")
ADJECTIVES = _words("adjectives") | frozenset(
    word
    for pair in (*OPPOSITES, *ONE_WAY_OPPOSITES)
    for word in pair
    if word not in VERBS | INFINITIVES | {"com", "sem", "antes", "depois", "acima", "abaixo", "sempre", "nunca"}
)
"""Adjectives, those of the opposites too."""
NUMBER_WORDS = ("um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze")
