"""Enumerations: names between commas, told from sentences and from what one thing has."""

import re
from collections.abc import Sequence

from tutor.notes.members import split_members
from tutor.practice.grammar.nouns import has_article, is_plural
from tutor.practice.grammar.shapes import is_finite
from tutor.practice.grammar.verbs import first_word, is_infinitive

_FEWEST = 3
_LONGEST = 8  # words of a name
_LONGEST_HALF = 6  # words of each of the last two


def enumerated_members(definition: str) -> tuple[str, ...]:
    """Return the members of a definition that is nothing but three or more short names between commas or semicolons."""
    if re.search(r"[:{}]|->|→|=>|\.\s", definition):
        return ()
    apart = [piece.strip() for piece in definition.strip(" .").split(";")]
    if len(apart) > 1:
        named = all(0 < len(piece.split()) <= _LONGEST and not is_finite(piece) for piece in apart)
        return tuple(apart) if named and len(apart) >= _FEWEST else ()
    bare = re.sub(
        r",?\s+(?:nes[st]a ordem|respectivamente|(?:e |entre )?outr[oa]s|etc)\s*$", "", definition.strip(" .")
    )
    members = list(split_members(bare))
    if len(members) >= 2 and len(last := re.split(r"\s+(?:e|and)\s+", members[-1])) == 2:
        joined = all((has_article(half) and len(half.split()) <= 6) or len(half.split()) <= 4 for half in last)
        long = len(members[-1].split()) > _LONGEST and max(len(half.split()) for half in last) <= _LONGEST_HALF
        members[-1:] = last if joined or long or len(members[-1].split()) <= _LONGEST_HALF else members[-1:]
    named = all(0 < len(member.split()) <= _LONGEST and not is_finite(member) for member in members)
    acts = [is_infinitive(first_word(member)) for member in members]
    broken = any(" que " in member for member in members[:-1]) or len(set(acts)) > 1
    if len(members) < _FEWEST or not named or broken or _is_complement(members) or _may_go_on(members):
        return ()
    return tuple(members)


def _is_complement(members: Sequence[str]) -> bool:
    """True for "algoritmo com líder", "seguidores", "candidatos": all of them are what the first word has."""
    held = re.search(r"\s(?:com|sem|entre|contra)\s+\S+$", members[0])
    return held is not None and all(len(member.split()) == 1 for member in members[1:])


def _may_go_on(members: Sequence[str]) -> bool:
    """True for "poda de ramos, compra de vasos e adubos", whose last name may be what the act before it is done to."""
    *others, last = members
    complements = [re.search(r"\sde (\S+)$", member) for member in others]
    same = complements[-1] is not None and is_plural(complements[-1][1]) is is_plural(last) is True
    return all(complements) and same and " " not in last
