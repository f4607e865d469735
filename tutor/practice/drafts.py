"""A draft: an exercise with the claims that must hold for it, before it is verified."""

import hashlib
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tutor.language import fold
from tutor.practice.knowledge import Place
from tutor.types import Change, Exercise, ExerciseKind, Option

LETTERS = "ABCDE"


@dataclass(frozen=True, slots=True)
class Claim:
    """`text` said of what `names` (keys) name, of anything where there are none.

    `listed` is for membership in a list or being an example; `word` is what sets the claim apart from what the notes say.
    """

    names: frozenset[str]
    text: str
    listed: bool = False
    word: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An exercise to be verified.

    `aspect` is what it asks, for telling duplicates: the same aspect is asked once. `question` is how one would ask the
    tutor; `answer` what the tutor must then say. `untrue` are the claims that no note may support.
    """

    exercise: Exercise
    aspect: str
    question: str
    answer: str
    untrue: tuple[Claim, ...] = ()


def draft(
    kind: ExerciseKind,
    place: Place,
    aspect: Sequence[str],
    prompt: str,
    key: str,
    explanation: str,
    *,
    question: str,
    answer: str = "",
    options: Sequence[str] = (),
    rubric: Sequence[str] = (),
    change: Change | None = None,
    untrue: Iterable[Claim] = (),
) -> Draft:
    """Return a draft; of `options` the first is the key, and takes a place that follows from the exercise's words."""
    about = "|".join(map(fold, aspect))
    identity = "|".join((kind, about, fold(place.citation.quote)))
    exercise_id = hashlib.blake2b(identity.encode(), digest_size=8).hexdigest()
    exercise = Exercise(
        id=exercise_id,
        kind=kind,
        topic=place.topic,
        prompt=prompt,
        key=key,
        explanation=explanation,
        citation=place.citation,
        rubric=tuple(rubric),
        change=change,
        study_marks=place.study_marks,
        images=place.images,
    )
    if options:
        exercise = _lettered(exercise, options)
    return Draft(exercise, f"{kind}|{about}", question, answer or key, tuple(untrue))


def chooser(*parts: str) -> random.Random:
    """Return a source of chance that depends on nothing but `parts`."""
    digest = hashlib.blake2b("|".join(parts).encode(), digest_size=8).digest()
    return random.Random(int.from_bytes(digest))


def _lettered(exercise: Exercise, options: Sequence[str]) -> Exercise:
    right, *wrong = options
    chance = chooser("letters", exercise.id)
    at = chance.randrange(len(options))
    chance.shuffle(wrong)
    ordered = [*wrong[:at], right, *wrong[at:]]
    lettered = tuple(Option(letter, text) for letter, text in zip(LETTERS, ordered, strict=True))
    return replace(exercise, options=lettered, key=LETTERS[at])
