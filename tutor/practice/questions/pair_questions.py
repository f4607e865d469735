"""Questions on what goes with what: one pair as the notes have it among others crossed."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations, islice, permutations

from tutor.language import fold, is_dictionary_word
from tutor.practice.grammar.articles import subject_of
from tutor.practice.grammar.nouns import capitalized, has_article
from tutor.practice.grammar.resemblance import plain, resemblance, same_text, shares_word
from tutor.practice.grammar.shapes import Shape
from tutor.practice.grammar.verbs import words
from tutor.practice.grammar.wording import main_name, name_key, without_article
from tutor.practice.questions.distractors import Material, is_shared
from tutor.practice.questions.drafts import Claim, Draft, as_answer, as_noted, chooser
from tutor.practice.questions.likeness import are_alike, gives_away, is_like_in_length
from tutor.practice.questions.values import question_about_value
from tutor.practice.reading.knowledge import Clause, Concept, Knowledge, Pair, Pairing, Place, Siblings
from tutor.practice.reading.sentences import says_what
from tutor.types import ExerciseKind

_WRONG = 4  # options beside the key
_FEWEST = 3  # names side by side
_LONGEST_PAIR = 110
_MOST_TRIED = 15  # ways to choose the wrong pairs
_MOST_OFTEN = 2  # times that a name or a value stands in the options
_CONCEPTS_OF_A_KEY, _ROWS_OF_A_KEY = 2, 3  # names side by side and rows are asked as often as there are so many
_MOST_ALIKE = 0.5
_GAP = "_____"
_COMPARED = frozenset("aspecto criterio caracteristica quesito comparacao aspect criterion".split())
"""Headers of what the other columns are compared by."""


def write_pair_questions(part: Knowledge, material: Material) -> Iterator[Draft]:
    """Yield the drafts on which row of a table pairs what belongs together."""
    yield from _concept_pairs(part, material)
    for pairing in filter(_is_named, part.pairings):
        count = max(1, len(pairing.pairs) // _ROWS_OF_A_KEY)
        chance = chooser("pairing", pairing.left, pairing.right, *(pair.name for pair in pairing.pairs))
        if pairing.tells_what and not has_article(subject_of(pairing.left, material.genders)):
            continue
        telling = [pair for pair in pairing.pairs if not _tells(pair)]
        beside = [other for other in part.pairings if pairing.compares and _compare_the_same(pairing, other)]
        for key in chance.sample(telling, min(count, len(telling))):
            crossed = _of_others(key, pairing, beside) if pairing.compares else cross(key, pairing.pairs, _clash)
            if len(crossed) == _WRONG:
                yield _matching(pairing, key, crossed, material)


def _concept_pairs(part: Knowledge, material: Material) -> Iterator[Draft]:
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
            if len(pairs) >= _FEWEST and len(crossed) == _WRONG:
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
    genders = {material.genders.of(main_name(concept.term)) for concept in (first, second)}
    if second.clauses[0].shape is Shape.PARTICIPLE and len(genders) > 1:
        return False  # "pensão – devido a quem …"
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
    beside = sorted(fitting, key=lambda concept: abs(concept.place.citation.first_line - line))[:_WRONG]
    if len(beside) < _WRONG:
        return None
    body = "Assinale a opção em que a descrição não corresponde ao conceito."
    return Draft(
        kind=ExerciseKind.MULTIPLE_CHOICE,
        place=replace(key.place, heading=_shared_heading([key, *beside])),
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
    """True for a definition that says what its term is, or is a whole sentence."""
    return says_what(concept.clauses[0]) or concept.clauses[0].shape is Shape.CLAUSE


def _shared_heading(concepts: Sequence[Concept]) -> tuple[str, ...]:
    """Return the names that all of them stand below."""
    first, *others = (concept.place.heading for concept in concepts)
    return tuple(name for at, name in enumerate(first) if all(other[: at + 1] == first[: at + 1] for other in others))


def as_option(clause: Clause) -> str:
    """Return a clause as an option shows it: a noun phrase without its article, a sentence as it is."""
    return clause.text if clause.shape in {Shape.CLAUSE, Shape.ENGLISH_CLAUSE} else without_article(clause.text)


def write_pair_cards(part: Knowledge, material: Material) -> Iterator[Draft]:
    """Yield cards that give one side of a pair, where no column of the table is asked by its name."""
    named = (attribute for attribute in part.attributes if question_about_value(attribute, material.genders))
    asked = {(attribute.place.block, _in_any_order(attribute.value)) for attribute in named}
    for pairing in filter(_is_named, part.pairings):
        for pair in pairing.pairs if not pairing.tells_what else ():
            if (pair.place.block, _in_any_order(pair.value)) not in asked and not _tells(pair):
                yield _card(pairing, pair)


def _is_named(pairing: Pairing) -> bool:
    """True for columns that whole words name: not for "forma" and "arts", "sigla" and "Qtde", "pattern" and "note"."""
    headers = words(f"{pairing.left} {pairing.right}")
    whole = not pairing.is_english and all(is_dictionary_word(word.lower(), ("pt",)) for word in headers)
    return pairing.compares or whole


def _in_any_order(value: str) -> frozenset[str]:
    """Return the names that a cell lists, however it joins them."""
    return frozenset(map(plain, re.split(r",\s+|\s+e\s+", value)))


def cross(key: Pair, pairs: Sequence[Pair], clash: Callable[[Pair, Pair], bool]) -> list[tuple[str, Pair]]:
    """Return four names, each with the pair whose value it is given; none where they cannot be.

    `clash` says of two pairs whether the value of the second cannot be that of the first.
    """
    chance = chooser("crossed", key.name, key.value)
    others = [pair for pair in pairs if plain(pair.name) != plain(key.name) and plain(pair.value) != plain(key.value)]
    chance.shuffle(others)
    for chosen in islice(combinations(others, _WRONG), _MOST_TRIED):
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
        if named[plain(name)] < _MOST_OFTEN and valued[plain(other.value)] < _MOST_OFTEN and len(kept) < _WRONG:
            kept.append((name, other))
            named[plain(name)] += 1
            valued[plain(other.value)] += 1
    return kept if len(kept) == _WRONG else []


def _tells(pair: Pair) -> bool:
    """True where the value can be read in the name: "AES-256" and "256 bits"."""
    numbers = set(re.findall(r"\d{2,}", pair.name)) & set(re.findall(r"\d{2,}", pair.value))
    return bool(numbers) or same_text(pair.name, pair.value) or shares_word(pair.name, pair.value)


def _compare_the_same(one: Pairing, other: Pairing) -> bool:
    """True for two columns of one table of aspects; not of one of items, "nome" and "ideia", both of which are true."""
    rows = [{pair.place.block for pair in pairing.pairs} for pairing in (one, other)]
    apart = (fold(one.left) in _COMPARED or one.tells_of_name) and other.compares and other.right != one.right
    return apart and not rows[0].isdisjoint(rows[1])


def _of_others(key: Pair, pairing: Pairing, beside: Sequence[Pairing]) -> list[tuple[str, Pair]]:
    """Return four aspects, each with what it is of another column: the aspect of the key comes last."""
    own = {pair.place.block: pair for pair in pairing.pairs}
    told = [pair for other in beside for pair in other.pairs if pair.place.block in own]
    chooser("compared", pairing.right, key.name, key.value).shuffle(told)
    told.sort(key=lambda pair: pair.name == key.name)
    kept: dict[str, Pair] = {}
    for pair in told:
        if _clash(own[pair.place.block], pair):
            kept.setdefault(pair.name, pair)
    return list(kept.items())[:_WRONG]


def _clash(one: Pair, other: Pair) -> bool:
    """True where the value of `other` cannot be that of `one`: neither says part of what the other does."""
    first, second = plain(one.value), plain(other.value)
    within = first in second or second in first
    partly = any(" e " in value for value in (first, second)) and shares_word(first, second)
    return not (within or partly or resemblance(first, second) > _MOST_ALIKE or shares_word(one.name, other.value))


def _matching(pairing: Pairing, key: Pair, crossed: Sequence[tuple[str, Pair]], material: Material) -> Draft:
    named = f"Assinale a opção que apresenta associação correta entre {pairing.left} e {pairing.right}."
    if pairing.tells_what:
        named = (
            f"Assinale a opção que associa corretamente {subject_of(pairing.left, material.genders)} à sua descrição."
        )
    compared = "Assinale a opção que associa corretamente o aspecto à sua descrição."
    if pairing.tells_of_name:
        compared = "Assinale a opção que apresenta associação correta."
    if pairing.is_english:
        compared = f"Choose the option that pairs the {pairing.left} with its description."
    told = () if pairing.compares else crossed  # the row itself tells the columns apart
    return Draft(
        kind=ExerciseKind.MULTIPLE_CHOICE,
        place=_place(pairing, key),
        aspect=("associação", pairing.left, pairing.right, key.name),
        prompt=compared if pairing.compares else named,
        explanation=f"É a associação que está nas notas. {as_noted(key.place)}",
        question=f"{capitalized(pairing.right)}: {key.name}?",
        answer=key.value,
        options=(f"{key.name} – {key.value}", *(f"{name} – {other.value}" for name, other in crossed)),
        untrue=tuple(Claim(frozenset({name_key(name)}), other.value) for name, other in told),
    )


def _card(pairing: Pairing, pair: Pair) -> Draft:
    sides = "" if pairing.compares else f" a associação entre {pairing.left} e {pairing.right}"
    return Draft(
        kind=ExerciseKind.FLASHCARD,
        place=_place(pairing, pair),
        aspect=("associação", pairing.left, pairing.right, pair.name),
        prompt=f"Complete{sides}: {pair.name} – {_GAP}.",
        key=as_answer(pair.value),
        explanation=as_noted(pair.place),
        question=f"{capitalized(pairing.right)}: {pair.name}?",
        answer=pair.value,
    )


def _place(pairing: Pairing, pair: Pair) -> Place:
    """Return where a row stands, below the name of its column where that is what it tells of."""
    place = pair.place
    return replace(place, heading=(*place.heading, pairing.right)) if pairing.compares else place
