"""Whether words of the notes carry the words of a question, and how much each of them weighs."""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from tutor.answering.question import GENERIC
from tutor.glossary import all_concepts, concepts
from tutor.language import UNSTEMMED, is_dictionary_word, is_misspelling, tokens
from tutor.thesaurus import senses, senses_of

_SUFFIX = re.compile(
    r"(?:ag|ac|ament|iment|ador|edor|idor|ator|itor|ante?|ente?|abil|ibil|ian|ad|id|iv|os|al|ic|ment|ing|ed|er|or|ion|idade?|iz|ific|ist|ism"
    r"|av|ar|r|at|it|ut|anc|enc|eir|ul|[aeio])\w{0,2}"
)
_NUMBERED = re.compile(r"[a-z]{2,}\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_VERSIONED = re.compile(r"([a-z]{2,})(v\d+[a-z]?)")
"""A name with its version: "snmpv3"."""
_PARTS = re.compile(r"[a-z]+|\d+")
_ACRONYM_LENGTHS = range(2, 6)
_COGNATE = 75.0  # per cent of letters in common, in order
_LEADING_VOWEL = re.compile(r"^e(?=s[cpqt])")
"""The vowel that Portuguese puts before what English begins with: "esquema", "scheme"."""
_GENERIC_WEIGHT = 0.2
_CARRIED = 4096  # what is asked of what is written, for one question


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far evidence carries a question: weighted shares of its stems, and the stems it lacks.

    `share` counts the evidence with its context, `own` the evidence alone; both from 0 to 1.
    """

    share: float
    own: float
    missing: tuple[str, ...]


@lru_cache(maxsize=65536)
def same_word(asked: str, written: str) -> bool:
    """True when two stems are forms of one word: equal, derived ("deslig", "desligament"), or an acronym's plural."""
    if asked == written:
        return True
    short, long = sorted((asked, written), key=len)
    if not short.isalpha() or not long.startswith(short) or not UNSTEMMED.isdisjoint((short, long)):
        return False
    if len(short) < 4:
        return len(short) > 1 and long.removeprefix(short) in ({"s"} if len(short) == 2 else {"s", "a", "e", "o"})
    suffix = long[len(short) :]
    other_root = suffix[:1] == "r" and len(suffix) > 1 and short[-1] not in "aeiou"  # "conta", "controle"
    return bool(_SUFFIX.fullmatch(suffix)) and not other_root


@lru_cache(maxsize=65536)
def _is_cognate(asked: str, written: str) -> bool:
    """True for long stems of two languages that share most letters: "effectiv", "efetiv"; "estegan…", "stegan…"."""
    asked, written = _LEADING_VOWEL.sub("", asked), _LEADING_VOWEL.sub("", written)
    alike = asked[:1] == written[:1] and min(len(asked), len(written)) >= 5
    return alike and asked.isalpha() and fuzz.ratio(asked, written, score_cutoff=_COGNATE) > 0


def _joined(written: Sequence[str]) -> frozenset[str]:
    """Return the names with a number as they may be written instead.

    So "sha3" for "SHA-3", "sha" and "3" for "SHA3", and "v3" for "SNMPv3".
    """
    apart = {f"{word}{number}" for word, number in pairwise(written) if number.isdecimal() and word.isalpha()}
    mixed = (word for word in written if not word.isalpha() and _NUMBERED.fullmatch(word))
    versions = {found[2] for word in written if (found := _VERSIONED.fullmatch(word))}
    return frozenset(apart.union(versions, *map(_PARTS.findall, mixed)))


@lru_cache(maxsize=8192)
def _initials(words: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return what the initials of words in a row spell, "sso", each with those words."""
    letters, count = _first_letters(words), len(words)
    spans = ((at, at + length) for length in _ACRONYM_LENGTHS for at in range(count - length + 1))
    return {letters[first:last]: words[first:last] for first, last in spans}


def _first_letters(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _abbreviated(asked: tuple[str, ...], known: Collection[str]) -> frozenset[str]:
    """Return the asked stems that are written as an acronym of theirs in a row: "tcu" for "tribunal de contas da …"."""
    short = ((acronym, words) for acronym, words in _initials(asked).items() if acronym in known)
    return frozenset(stem for acronym, words in short if not is_dictionary_word(acronym) for stem in words)


@lru_cache(maxsize=8192)
def _parts_of_version(stem: str) -> frozenset[str]:
    """Return "snmp" and "v3" of "snmpv3", and a name without a version as it is."""
    found = _VERSIONED.fullmatch(stem)
    return frozenset(found.groups() if found else (stem,))


@dataclass(frozen=True)
class _Written:
    """Written stems as they are looked through."""

    stems: tuple[str, ...]

    @cached_property
    def known(self) -> frozenset[str]:
        """The stems and what they are written as instead, years by their last digits too: "95"."""
        years = (word for word in self.stems if word.isdecimal() and _YEAR.fullmatch(word))
        return frozenset(self.stems) | _joined(self.stems) | {year[2:] for year in years}

    @cached_property
    def by_letter(self) -> Mapping[str, Sequence[str]]:
        """What is known by its first letter."""
        words: defaultdict[str, list[str]] = defaultdict(list)
        for word in self.known:
            words[word[0]].append(word)
        return words

    @cached_property
    def first_letters(self) -> str:
        """The first letters of all the stems, in a row."""
        return _first_letters(self.stems)

    @cached_property
    def ideas(self) -> frozenset[str]:
        """The concepts of the glossary that the stems take part in."""
        return all_concepts(self.stems)

    @cached_property
    def senses(self) -> frozenset[int]:
        """The senses that the stems have in the thesaurus."""
        return senses_of(self.stems)

    def spells(self, stem: str) -> bool:
        """True for an acronym of words in a row."""
        return len(stem) in _ACRONYM_LENGTHS and stem in self.first_letters


@lru_cache(maxsize=8192)
def _read(written: tuple[str, ...]) -> _Written:
    return _Written(written)


@lru_cache(maxsize=4096)
def _concepts_of(stems: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(concepts(stems))


class Matcher:
    """Weighs the stems of questions by how rare they are in the notes, and finds them in evidence.

    `frequencies` tells in how many of the `total` sentences a stem stands. Weights are inverse document
    frequencies as BM25 has them, ln(1 + (N - n + 0.5) / (n + 0.5)).
    """

    def __init__(self, frequencies: Callable[[Collection[str]], Mapping[str, int]], total: int) -> None:
        self._frequencies = frequencies
        self._total = total
        self._known: dict[str, int] = {}
        self._carried = lru_cache(_CARRIED)(self._carry)

    def _frequency(self, stem: str) -> int:
        if stem not in self._known:
            self._known.update(self._frequencies([stem]))
        return self._known[stem]

    def is_known(self, stem: str) -> bool:
        """True for a stem that stands anywhere in the notes."""
        return self._frequency(stem) > 0

    def weight(self, stem: str) -> float:
        """Return how much a stem of a question weighs."""
        found = min(self._frequency(stem), self._total)
        rarity = math.log(1 + (self._total - found + 0.5) / (found + 0.5))
        return rarity * (_GENERIC_WEIGHT if stem in GENERIC else 1.0)

    def carried(self, required: Sequence[str], written: Iterable[str]) -> list[bool]:
        """Return for each required stem whether the written ones hold it, a form, a synonym or a correction of it.

        An acronym is also held by words in a row that it is the initials of, and such words by the acronym.
        """
        return list(self._carried(tuple(required), tuple(written)))

    def _carry(self, asked: tuple[str, ...], written: tuple[str, ...]) -> tuple[bool, ...]:
        said = _read(written)
        abbreviated = _abbreviated(asked, said.known)
        return tuple(
            stem in said.known
            or stem in abbreviated
            or _parts_of_version(stem) <= said.known
            or said.spells(stem)
            or (bool(ideas) and not ideas.isdisjoint(said.ideas))
            or self._has_form(stem, said)
            for stem, ideas in zip(asked, _concepts_of(asked), strict=True)
        )

    def share(self, stems: Sequence[str], held: Sequence[bool]) -> float:
        """Return the weighted share, from 0 to 1, of the stems that are held."""
        weights = [self.weight(stem) for stem in stems]
        return sum(weight for weight, here in zip(weights, held, strict=True) if here) / (sum(weights) or 1.0)

    def _has_form(self, stem: str, written: _Written) -> bool:
        alike = written.by_letter.get(stem[0], ())
        if any(same_word(stem, other) for other in alike):
            return True
        abroad = written.by_letter.get({"e": "s", "s": "e"}.get(stem[0], ""), ())
        near = (other for other in (*alike, *abroad) if is_misspelling(stem, other) or _is_cognate(stem, other))
        return any(0 in {self._frequency(stem), self._frequency(other)} for other in near)

    def related(self, required: Sequence[str], written: Iterable[str]) -> list[bool]:
        """Return for each required stem whether the written ones hold it or a word that may say the same."""
        written = tuple(written)
        meant, carried = _read(written).senses, self.carried(required, written)
        return [here or not meant.isdisjoint(senses(stem)) for stem, here in zip(required, carried, strict=True)]

    def coverage(self, required: Sequence[str], own: Iterable[str], context: Iterable[str] = ()) -> Coverage:
        """Return how far `own` stems, and those of their context, carry the required ones."""
        own = tuple(own)
        alone = self.carried(required, own)
        together = self.carried(required, (*own, *context))
        return Coverage(
            share=self.share(required, together),
            own=self.share(required, alone),
            missing=tuple(stem for stem, here in zip(required, together, strict=True) if not here),
        )


def shared_order(question: str, sentence: str) -> float:
    """Return the share of the question's neighbouring words that stand side by side in the sentence too."""
    asked, written = tokens(question), tokens(sentence)
    pairs = set(pairwise(asked))
    return len(pairs & set(pairwise(written))) / len(pairs) if pairs else 0.0
