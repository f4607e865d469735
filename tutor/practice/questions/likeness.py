"""How alike two options are: in words, length, shape and form."""

import re
from collections.abc import Iterable

from tutor.language import content_tokens, fold, stem
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import looks_adjectival, singular_head
from tutor.practice.grammar.nouns import is_plural
from tutor.practice.grammar.resemblance import overlap, resemblance, same_text, shares_stem, stem_set
from tutor.practice.grammar.shapes import Shape
from tutor.practice.grammar.verbs import PREPOSITIONS, first_word, is_plural_verb, main_verb_of, words
from tutor.practice.grammar.wording import main_name, without_article
from tutor.practice.reading.knowledge import Clause, Concept

_MOST_ALIKE = 0.5  # Jaccard index of two definitions that can still be told apart
_MOST_SHARED = 0.75  # share of the shorter one's words
_FEWEST_IN_COMMON, _MOST_APART = 3, 3  # content words of two definitions in parallel
_ROOT = 7  # letters that words of one family begin with


def differ_as_texts(one: str, other: str) -> bool:
    """True when two definitions are different enough that only one can be meant."""
    return resemblance(one, other) <= _MOST_ALIKE and overlap(one, other) < _MOST_SHARED


def distinct_texts(key: str, texts: Iterable[str]) -> list[str]:
    """Return the texts that repeat neither the key nor one another."""
    kept: list[str] = []
    for text in texts:
        if not any(same_text(text, other) for other in (key, *kept)):
            kept.append(text)
    return kept


def is_like_in_length(text: str, *others: str) -> bool:
    """True when `text` does not stand out among `others` by its length."""
    lengths = [len(other) for other in others]
    return min(lengths) * 0.4 - 10 <= len(text) <= max(lengths) * 2.5 + 10


def fits_shape(one: Shape, other: Shape) -> bool:
    """True for clauses that can stand side by side as options."""
    nouns = {Shape.NOUN, Shape.DETERMINED}
    return one is other or (one in nouns and other in nouns)


def gives_away(term: str, text: str) -> bool:
    """True when a definition repeats a word of its term, or its beginning: "desobediência", "desobedecer".

    So does one that opens with the words an acronym stands for: "ISR", "in-sync replicas that …".
    """
    return shares_stem(term, text) or bool(_beginnings(term) & _beginnings(text)) or _spells_out(main_name(term), text)


def _spells_out(acronym: str, text: str) -> bool:
    if not re.fullmatch(r"[A-Z]{2,6}", acronym):
        return False
    written = [word for word in re.split(r"[\W\d_]+", fold(text)) if word]
    named = [word for word in written if word not in PREPOSITIONS | {"and", "of", "the"}]
    return any("".join(word[0] for word in said).startswith(acronym.lower()) for said in (written, named))


def _beginnings(text: str) -> set[str]:
    return {fold(word)[:_ROOT] for word in words(text) if len(word) > _ROOT}


def is_proper(name: str) -> bool:
    """True for names of products, acronyms and the like: an upper-case letter that is not a bracketed acronym."""
    return bool(re.search(r"[A-Z]", main_name(name)))


def same_head(one: str, other: str) -> bool:
    """True when two names begin with the same word: "chave primária", "chave estrangeira"."""
    return fold(first_word(one)) == fold(first_word(other))


def are_alike(one: Concept, other: Concept) -> bool:
    """True for terms of one form, so that one can pass for the other: both names of products, or both common nouns.

    What is said of them has one form, too.
    """
    if not tell_alike(one.clauses[0], other.clauses[0]):
        return False
    return same_head(one.term, other.term) or is_proper(one.term) == is_proper(other.term)


def tell_alike(one: Clause, other: Clause) -> bool:
    """True for what two things are, or two persons, or what two things do: an act is said of no state.

    So is what one does of no several.
    """
    numbers = {clause.shape is Shape.VERB and is_plural_verb(main_verb_of(clause.text)) for clause in (one, other)}
    fit = len(numbers) == 1 and not _differ_in_number(one, other)
    return are_persons_alike(one, other) and fit and fits_shape(one.shape, other.shape)


def _differ_in_number(one: Clause, other: Clause) -> bool:
    """True for "palavra que …" beside "palavras que …": what is said of one is said of no several."""
    first, second = (first_word(without_article(clause.text)) for clause in (one, other))
    same = singular_head(fold(first)) == singular_head(fold(second))
    return same and is_plural(first) != is_plural(second)


def are_parallel(one: Concept, other: Concept) -> bool:
    """True for siblings that the notes tell in the same words but for one or two: what tells one is wrong of the other.

    "um aspecto positivo contamina os demais" and "um aspecto negativo contamina os demais".
    """
    first, second = one.clauses[0], other.clauses[0]
    shared = stem_set(first.text) & stem_set(second.text)
    alike = first.shape is second.shape and same_head(first.text, second.text)
    if one is other or not alike or one.names & other.names:
        return False
    apart = [told_apart(*pair) for pair in ((first, second), (second, first))]
    if len(shared) == _FEWEST_IN_COMMON - 1:  # "tempo médio entre falhas", not "memória volátil cara"
        return all(len(own) == 1 and not looks_adjectival(own[0]) for own in apart)
    return len(shared) >= _FEWEST_IN_COMMON and all(0 < len(own) <= _MOST_APART for own in apart)


def told_apart(clause: Clause, other: Clause) -> list[str]:
    """Return the content words of a clause that another lacks, in its order."""
    missing = stem_set(clause.text) - stem_set(other.text)
    return [word for word in content_tokens(clause.text) if stem(word) in missing]


def are_persons_alike(one: Clause, other: Clause) -> bool:
    """True where both clauses say who somebody is, or neither does."""
    return len({_is_person(first_word(without_article(clause.text))) for clause in (one, other)}) == 1


def _is_person(head: str) -> bool:
    return head == "quem" or singular_head(fold(head)) in lexicon.PERSONS
