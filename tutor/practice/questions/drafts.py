"""A draft: an exercise with the claims that must hold for it, before it is verified."""

import hashlib
import random
import re
from dataclasses import dataclass
from functools import cached_property

from tutor.language import fold, is_dictionary_word
from tutor.practice.grammar.endings import gender_by_ending
from tutor.practice.grammar.nouns import capitalized
from tutor.practice.grammar.resemblance import squeezed, stem_set
from tutor.practice.grammar.wording import main_name
from tutor.practice.reading.knowledge import Place
from tutor.types import Change, Exercise, ExerciseKind, Option

LETTERS = "ABCDE"
WRONG = len(LETTERS) - 1
"""Options beside the key."""
_BELOW = " › "
_NUMERAL = re.compile(r"\s\([IVXLC]+(?: (?:a|e) [IVXLC]+)?\)")  # of what the law lists: "a reunião (XVI)"
_NAME = 3  # words of a key that names a thing
_LONGEST_QUOTE = 300
_SHORTEST_WORD = 3  # letters
_SHORTEST_NATIVE = 5  # letters of a word that its ending tells to be Portuguese
_COMMON_WORD = re.compile(r"^[a-zà-ÿ]+(?![\w.])")


@dataclass(frozen=True, slots=True)
class Claim:
    """`text` said of what `names` (keys) name, of anything where there are none.

    `listed` is for membership in a list or being an example; `word` is what sets the claim apart from the notes' words.
    """

    names: frozenset[str]
    text: str
    listed: bool = False
    word: str = ""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """An exercise to be verified.

    `aspect` is what it asks, for telling duplicates: the same aspect is asked once. `question` is how one would ask the
    tutor; `answer` what the tutor must then say. Of `options` the first is right. `untrue` are the claims that no note
    may support.
    """

    kind: ExerciseKind
    place: Place
    aspect: tuple[str, ...]
    prompt: str
    explanation: str
    question: str
    answer: str
    key: str = ""
    options: tuple[str, ...] = ()
    rubric: tuple[str, ...] = ()
    change: Change | None = None
    untrue: tuple[Claim, ...] = ()

    @cached_property
    def asked(self) -> str:
        """What is asked, for comparison."""
        return "|".join(map(fold, (self.kind, *self.aspect)))

    @cached_property
    def exercise(self) -> Exercise:
        """The exercise, its options in an order that follows from its words."""
        identity = f"{self.asked}|{fold(self.place.citation.quote)}"
        exercise_id = hashlib.blake2b(identity.encode(), digest_size=8).hexdigest()
        options, key = _lettered(_in_one_case(self.options), exercise_id) if self.options else ((), self.key)
        return Exercise(
            id=exercise_id,
            kind=self.kind,
            topic=self.place.topic,
            prompt="\n\n".join(filter(None, (_BELOW.join(self._heading()), _NUMERAL.sub("", self.prompt)))),
            key=key,
            explanation=self.explanation,
            citation=self.place.citation,
            options=options,
            rubric=self.rubric,
            change=self.change,
            study_marks=self.place.study_marks,
            images=self.place.images,
        )

    def _heading(self) -> list[str]:
        """Return the names above, but for what the stem says anyway and what would tell the answer."""
        asked = stem_set(self.prompt)
        return [name for name in self.place.heading if not (stem_set(name) <= asked or self._tells(name))]

    def _tells(self, name: str) -> bool:
        """True for a name above that tells the right option from others, what was changed, or a short key."""
        if self.options:
            right, *wrong = (_shared(name, option) for option in self.options)
            return right > max(wrong)
        if self.change:
            before, after = (_shared(name, text) for text in (self.change.before, self.change.after))
            return before != after
        return len(self.key.split()) <= _NAME and 2 * _shared(name, self.key) >= len(stem_set(self.key)) > 0


def _shared(name: str, text: str) -> int:
    """Return how many words two texts share, one where "FURPS+" holds "FURPS"."""
    key = squeezed(main_name(text))
    return len(stem_set(name) & stem_set(text)) or int(bool(key) and key in squeezed(name))


def as_opening(name: str) -> str:
    """Return a name as a stem begins with it, in capitals but for what no dictionary lists: "npm"."""
    return _COMMON_WORD.sub(_with_capital, name)


def chooser(*parts: str) -> random.Random:
    """Return a source of chance that depends on nothing but `parts`."""
    digest = hashlib.blake2b("|".join(parts).encode(), digest_size=8).digest()
    return random.Random(int.from_bytes(digest))


def as_answer(value: str) -> str:
    """Return what stands in a cell as a card answers it: with a capital, but for a symbol ("np")."""
    return value if len(value) < _SHORTEST_WORD else capitalized(value)


def as_noted(place: Place) -> str:
    """Return "Nas notas: “…”" with the place's quote on one line, cut at a word where it is long."""
    quote = " ".join(place.citation.quote.split())
    shown = quote if len(quote) <= _LONGEST_QUOTE else quote[:_LONGEST_QUOTE].rsplit(maxsplit=1)[0] + "…"
    return f"Nas notas: “{shown}”"


def _in_one_case(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the options with a capital at the beginning of each where a word that is no acronym has one."""
    titled = any(re.match(r"[A-ZÀ-Þ][a-zà-ÿ]+(?![\w-]*[A-ZÀ-Þ])", text) for text in texts)
    return tuple(as_opening(text) if titled else text for text in texts)


def _with_capital(found: re.Match[str]) -> str:
    native = len(found[0]) >= _SHORTEST_NATIVE and gender_by_ending(fold(found[0])) is not None  # "gêmeo"
    several = len(found[0]) >= _SHORTEST_NATIVE and found[0].endswith(("as", "es", "os"))  # "alelos"
    accented = not found[0].isascii()  # "debênture"
    known = native or several or accented or is_dictionary_word(found[0])
    return found[0].capitalize() if known else found[0]  # not "npm"


def _lettered(texts: tuple[str, ...], exercise_id: str) -> tuple[tuple[Option, ...], str]:
    right, *wrong = texts
    chance = chooser("letters", exercise_id)
    at = chance.randrange(len(texts))
    chance.shuffle(wrong)
    ordered = [*wrong[:at], right, *wrong[at:]]
    return tuple(Option(letter, text) for letter, text in zip(LETTERS, ordered, strict=True)), LETTERS[at]
