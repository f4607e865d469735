"""Questions on what goes with what: one pair as the notes have it among others crossed."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations, islice, permutations

from tutor.practice.grammar.resemblance import plain
from tutor.practice.grammar.shapes import Shape
from tutor.practice.grammar.wording import main_name, without_article
from tutor.practice.questions.distractors import Material, is_shared
from tutor.practice.questions.drafts import WRONG, Claim, Draft, as_noted, chooser
from tutor.practice.questions.likeness import are_alike, gives_away, is_like_in_length
from tutor.practice.questions.stems import is_understood
from tutor.practice.reading.knowledge import Clause, Concept, Knowledge, Pair, Place, Siblings
from tutor.practice.reading.sentences import says_what
from tutor.types import ExerciseKind

_FEWEST = 3  # names side by side
_LONGEST_PAIR = 110
_MOST_TRIED = 15  # ways to choose the wrong pairs
_MOST_OFTEN = 2  # times that a name or a value stands in the options
_CONCEPTS_OF_A_KEY = 2  # of names side by side one in as many is asked


def write_pair_questions(part: Knowledge, material: Material) -> Iterator[Draft]:
    """Yield, of names that stand side by side, half of them with its own definition among others crossed."""
    families: dict[Siblings, list[Concept]] = {}
    fitting = [concept for concept in part.concepts if _fits(concept) and material.is_askable(concept)]
    for concept in fitting:
        families.setdefault(concept.siblings, []).append(concept)
    for family in families.values():
        chance = chooser("concepts", *(concept.term for concept in family))
        for key in chance.sample(family, max(1, len(family) // _CONCEPTS_OF_A_KEY)):
            alike = [key, *(other for other in family if other is not key and are_alike(other, key))]
            concepts = {main_name(concept.term): concept for concept in alike}
            pairs = [Pair(name, as_option(concept.clauses[0]), concept.place) for name, concept in concepts.items()]
            crossed = cross(pairs[0], pairs, partial(_differ, concepts, material))
            if len(pairs) >= _FEWEST and len(crossed) == WRONG:
                yield _concept_pair(key, pairs[0], crossed, concepts)
        sure = [concept for concept in chance.sample(family, len(family)) if _is_sure(concept)]
        if draft := _wrong_pair(sure, fitting, material):
            yield draft


def _fits(concept: Concept) -> bool:
    """True for a definition that fits in an option beside its term, and fits nothing else."""
    clause = concept.clauses[0]
    told = clause.is_whole and not is_shared(clause)
    return (
        told and not concept.remark and len(clause.text) <= _LONGEST_PAIR and not gives_away(concept.term, clause.text)
    )


def _differ(concepts: Mapping[str, Concept], material: Material, one: Pair, other: Pair) -> bool:
    """True where what defines `other` does not fit `one`, by any note."""
    first, second = concepts[one.name], concepts[other.name]
    return first in material.near(second) and not gives_away(first.term, second.clauses[0].text)


def _may_be_crossed(one: Concept, other: Concept, material: Material) -> bool:
    concepts = {main_name(concept.term): concept for concept in (one, other)}
    pairs = [Pair(name, "", concept.place) for name, concept in concepts.items()]
    return len(pairs) > 1 and are_alike(one, other) and _differ(concepts, material, *pairs)


def _concept_pair(
    concept: Concept,
    key: Pair,
    crossed: Sequence[tuple[str, Pair]],
    concepts: Mapping[str, Concept],
) -> Draft:
    body = "Assinale a opção que associa corretamente o conceito à sua descrição."
    if concept.is_english:
        body = "Choose the option that pairs a concept with its description."
    return Draft(
        kind=ExerciseKind.MULTIPLE_CHOICE,
        place=concept.place,
        aspect=("par", concept.term),
        prompt=body,
        explanation=f"É a associação que está nas notas. {as_noted(concept.place)}",
        question=f"O que é {key.name}?",
        answer=concept.clauses[0].text,
        options=tuple(f"{name} – {pair.value}" for name, pair in [(key.name, key), *crossed]),
        untrue=tuple(Claim(concepts[name].names, concepts[pair.name].clauses[0].text) for name, pair in crossed),
    )


def _wrong_pair(family: Sequence[Concept], part: Sequence[Concept], material: Material) -> Draft | None:
    """Return the draft on which of five pairs is wrong, one of a family with what defines its neighbour."""
    one = next(((key, other) for key, other in permutations(family, 2) if _may_be_crossed(key, other, material)), None)
    if one is None:
        return None
    key, other = one
    wrong = as_option(other.clauses[0])
    telling = (concept for concept in part if concept not in one and _is_sure(concept))
    fitting = [concept for concept in telling if is_like_in_length(wrong, as_option(concept.clauses[0]))]
    line = key.place.citation.first_line
    beside = sorted(fitting, key=lambda concept: abs(concept.place.citation.first_line - line))[:WRONG]
    if len(beside) < WRONG:
        return None
    body = "Assinale a opção em que a descrição não corresponde ao conceito."
    return Draft(
        kind=ExerciseKind.MULTIPLE_CHOICE,
        place=replace(key.place, heading=shared_heading([concept.place for concept in (key, *beside)])),
        aspect=("INCORRETA", key.term),
        prompt="Choose the option whose description does not match the concept." if key.is_english else body,
        explanation=f"“{wrong}” descreve {main_name(other.term)}, e não {main_name(key.term)}. {as_noted(key.place)}",
        question=f"O que é {main_name(key.term)}?",
        answer=key.clauses[0].text,
        options=tuple(
            f"{main_name(concept.term)} – {as_option(told.clauses[0])}"
            for concept, told in ((key, other), *zip(beside, beside, strict=True))
        ),
        untrue=(Claim(key.names, other.clauses[0].text),),
    )


def _is_sure(concept: Concept) -> bool:
    """True for a definition that says what its term is."""
    return says_what(concept.clauses[0]) and is_understood(concept)


def shared_heading(places: Sequence[Place]) -> tuple[str, ...]:
    """Return the names that all of them stand below."""
    first, *others = (place.heading for place in places)
    return tuple(name for at, name in enumerate(first) if all(other[: at + 1] == first[: at + 1] for other in others))


def as_option(clause: Clause) -> str:
    """Return a clause as an option shows it: a noun phrase without its article, a sentence as it is."""
    return clause.text if clause.shape in {Shape.CLAUSE, Shape.ENGLISH_CLAUSE} else without_article(clause.text)


def cross(key: Pair, pairs: Sequence[Pair], clash: Callable[[Pair, Pair], bool]) -> list[tuple[str, Pair]]:
    """Return four names, each with the pair whose value it is given; none where they cannot be.

    `clash` says of two pairs whether the value of the second cannot be that of the first.
    """
    chance = chooser("crossed", key.name, key.value)
    others = [pair for pair in pairs if plain(pair.name) != plain(key.name) and plain(pair.value) != plain(key.value)]
    chance.shuffle(others)
    for chosen in islice(combinations(others, WRONG), _MOST_TRIED):
        for order in permutations(chosen):
            if all(clash(one, other) for one, other in zip(chosen, order, strict=True)):
                return [(one.name, other) for one, other in zip(chosen, order, strict=True)]
    return _cross_twice(key, pairs, clash)


def _cross_twice(key: Pair, pairs: Sequence[Pair], clash: Callable[[Pair, Pair], bool]) -> list[tuple[str, Pair]]:
    """Return what `cross` does of fewer than five pairs, names and values standing there twice.

    So do those of the key: what stood there once would tell it.
    """
    found = [(one.name, other) for one, other in permutations(pairs, 2) if clash(one, other)]
    chooser("crossed twice", key.name, key.value).shuffle(found)
    found.sort(key=lambda crossed: crossed[0] != key.name and plain(crossed[1].value) != plain(key.value))
    named, valued = Counter([plain(key.name)]), Counter([plain(key.value)])
    kept: list[tuple[str, Pair]] = []
    for name, other in found:
        if named[plain(name)] < _MOST_OFTEN and valued[plain(other.value)] < _MOST_OFTEN and len(kept) < WRONG:
            kept.append((name, other))
            named[plain(name)] += 1
            valued[plain(other.value)] += 1
    return kept if len(kept) == WRONG else []
