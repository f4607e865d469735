"""What a phrase of the notes is, so that a sentence can be built with it.

Where the form is not sure it is `Shape.OTHER`, and the writer takes wording that fits any form.
"""

import re
from enum import StrEnum

from tutor.language import fold
from tutor.practice import lexicon
from tutor.practice.nouns import Genders, capitalized, is_plural
from tutor.practice.verbs import (
    ARTICLES,
    IMPERSONAL_ADJECTIVES,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    SUBORDINATORS,
    is_impersonal,
    is_infinitive,
    is_participle,
    is_plural_verb,
    is_predicative,
    is_verb_form,
    main_verb_of,
    words,
)

_ORDINALS = frozenset("primeiro primeira primeiros primeiras último última últimos últimas segundo segunda".split())
_AGENTS = frozenset("por pelo pela pelos pelas de".split())
_DETERMINERS = ARTICLES - {"a"} | frozenset("todo toda todos todas cada se seu sua".split())


class Shape(StrEnum):
    """What a phrase is, as far as it can be told from its words."""

    NOUN = "noun"  # movimentação das VMs de um hypervisor para outro
    DETERMINED = "determined"  # um software que cria VMs
    VERB = "verb"  # permite acesso remoto
    PARTICIPLE = "participle"  # usado para acesso remoto, capaz de
    INFINITIVE = "infinitive"  # combinar servidores
    CLAUSE = "clause"  # cada solução adota estratégias diferentes
    ENGLISH = "english"  # the OS can interrupt a running process
    OTHER = "other"


def shape_of(text: str, genders: Genders) -> Shape:
    """Return what the phrase `text` is."""
    parts = [word.casefold() for word in words(text)]
    if not parts or not text[0].isalnum() or parts[0] in PRONOUNS | (SUBORDINATORS - {"quem"}) | IMPERSONAL_ADJECTIVES:
        return Shape.OTHER
    first, second = (*parts, "")[:2]
    if first == "não":
        return _negated(text, second, genders)
    if begins_with_verb(text):
        return Shape.CLAUSE if is_impersonal(text) else Shape.VERB
    if first in ARTICLES | QUANTIFIERS or first.startswith(("quem", "quant")):
        return _determined(text, first, second)
    return _bare(text, second, genders)


def begins_with_verb(text: str) -> bool:
    """True when a phrase begins with its verb, the next word deciding where it may be a noun: "busca o próximo"."""
    first, second = ([word.casefold() for word in words(text)] + ["", ""])[:2]
    if is_verb_form(first):
        return True
    return first in lexicon.NOUN_OR_VERB and (second in _DETERMINERS or second.endswith("mente"))


def is_finite(text: str) -> bool:
    """True when `text` has a finite verb in its main clause, as a sentence must."""
    opened = re.sub(r"^(?:[^,]{1,60},\s+)", "", text)
    without_aside = re.sub(r"^([^,]{1,80}),[^,]{1,80},\s", r"\1 ", text)
    first = words(text)[:1]
    begins = bool(first) and is_verb_form(first[0])
    return begins or any(_has_main_verb(part, 0) for part in (text, opened, without_aside))


def agreeing(subject: str, predicate: str) -> str:
    """Return subject and predicate as a sentence, empty where they differ in number or the verb has another subject."""
    bare = re.sub(r"^(?:o|a|os|as)\s+", "", subject)
    plural = is_plural(bare)
    if plural is None or re.search(r"\s(?:e|ou|x|vs)\s", bare) or is_impersonal(predicate):
        return ""
    return capitalized(f"{subject} {predicate}") if is_plural_verb(main_verb_of(predicate)) == plural else ""


def _negated(text: str, second: str, genders: Genders) -> Shape:
    if is_verb_form(second) or second == "se":
        return Shape.CLAUSE if is_impersonal(text) else Shape.VERB
    return shape_of(" ".join(words(text)[1:]), genders) if is_participle(second) else Shape.OTHER


def _determined(text: str, first: str, second: str) -> Shape:
    """Return the shape of what begins with an article, a quantifier, "quem" or "quanto"."""
    if first == "quem":
        return Shape.DETERMINED if is_verb_form(second) else Shape.OTHER
    if first.startswith("quant"):
        return Shape.CLAUSE if "," in text else Shape.OTHER
    if _has_main_verb(text, 1 if first in ARTICLES else 0):
        return Shape.CLAUSE
    if first in ARTICLES:
        return Shape.DETERMINED if second and not is_participle(second) else Shape.OTHER
    compared = first in {"mais", "menos"} and bool(second) and re.search(r"\bque\b", text)
    return Shape.PARTICIPLE if compared else Shape.OTHER


def _bare(text: str, second: str, genders: Genders) -> Shape:
    """Return the shape of what begins with a noun, an adjective, a participle or an infinitive."""
    first = words(text)[0].casefold()
    adverbial = first in PREPOSITIONS or first.endswith(("mente", "ndo"))
    if adverbial or (first in _ORDINALS and second in SUBORDINATORS):
        return Shape.OTHER
    if is_infinitive(first):
        return Shape.INFINITIVE
    if _has_main_verb(text, 0):
        return Shape.CLAUSE
    if is_predicative(first) and second and (fold(first) not in lexicon.NOUNS or second in _AGENTS):
        return Shape.PARTICIPLE
    stands = bool(second) or fold(first).endswith(lexicon.ACT_ENDINGS)
    return Shape.NOUN if stands and genders.is_noun(words(text)[0], second) else Shape.OTHER


def _has_main_verb(text: str, start: int) -> bool:
    """True when a finite verb comes before the first subordinate clause, comma or bracket."""
    head = re.split(r"[,;:(\[{]|\s[-–—]\s", text, maxsplit=1)[0]
    previous = ""
    for at, word in enumerate(words(head)):
        plain = word.casefold()
        if plain == "se" and previous not in PREPOSITIONS and at > start:
            continue
        if plain in SUBORDINATORS:
            return False
        ago = plain == "há" and is_participle(previous)  # "constituída há 1 ano"
        if at > start and is_verb_form(word) and not ago and previous not in PREPOSITIONS | {"o", "os", "as"}:
            return True
        previous = plain
    return False
