"""Múltipla escolha on assertions: assinale a correta, assinale a incorreta."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tutor.language import is_dictionary_word
from tutor.practice.grammar.resemblance import stem_set
from tutor.practice.grammar.shapes import is_finite
from tutor.practice.grammar.verbs import is_verb_form
from tutor.practice.questions.distractors import Material
from tutor.practice.questions.drafts import Draft, as_noted, chooser
from tutor.practice.questions.likeness import is_like_in_length
from tutor.practice.questions.stems import opened
from tutor.practice.questions.true_false import Assertion, assertions
from tutor.practice.reading.knowledge import Knowledge
from tutor.practice.reading.sentences import OPENING
from tutor.types import ExerciseKind

_WRONG = 4  # options beside the key
_LONGEST_OPTION = 200
_MOST_USED = 2  # questions that one assertion stands in beside the key
_NAME = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ADDS = re.compile(r"(?<!,) inclusive\b")
"""What is said on top of something: "muda inclusive o comportamento"."""
_BARE_NAME = re.compile(r"(?![OAEN]s? |Em |N[oa]s? |De )[A-Z]\w+(?: [A-Z]\w+)* (?!(?:é|são) )")
_ASKED_SHARE = 0.6  # of the assertions, so that they do not crowd out the other families


def write_assertion_questions(part: Knowledge, material: Material) -> Iterator[Draft]:
    """Yield one question for a passage: five assertions of one topic, of the note where a topic has too few.

    All say what a thing is or does, or which number goes with it; a false one says it of another, or another number.
    """
    found = [
        assertion
        for assertion in assertions(part, material)
        if len(assertion.text) <= _LONGEST_OPTION and is_finite(assertion.text) and _is_plain(assertion)
    ]
    asked: set[tuple[int, str]] = set()
    used: Counter[str] = Counter()
    for key in found:
        source = (key.place.citation.first_line, key.place.citation.quote)
        if source in asked or chooser("asked", key.text).random() > _ASKED_SHARE:
            continue
        others = _others(key, [other for other in found if used[other.text] < _MOST_USED])
        if len(others) == _WRONG and is_like_in_length(key.text, *(other.text for other in others)):
            context = _context_of(key, others, material)
            if context:
                asked.add(source)
                used.update(other.text for other in others)
                yield _draft(key, others, context, material)


def _is_plain(assertion: Assertion) -> bool:
    """True for an assertion that reads well beside any other: no list, no word turned into its opposite."""
    if assertion.aspect[0] in {"lista", "membro", "ordem"} or assertion.is_told:
        return False
    if _lacks_article(assertion.text) or _ADDS.search(assertion.text):
        return False
    return assertion.change is None or assertion.aspect[0] == "definição" or assertion.change.after[:1].isdigit()


def _lacks_article(text: str) -> bool:
    """True for "Relógio remove a página", "Em soft state, …": what may be a common noun, without its article.

    So for "Em RNN, LSTM resolve …", not for "Leme é um dispositivo", which needs none.
    """
    first, second = (*_NAME.findall(text), "", "")[:2]
    if first == "Em":
        return bool(second[1:].islower() or re.match(r"Em [^\s,]+, [A-Z]{2,}\b", text))
    return bool(first[1:].islower() and second != "é" and is_verb_form(second) and is_dictionary_word(first.lower()))


def _others(key: Assertion, found: Sequence[Assertion]) -> list[Assertion]:
    """Return assertions that are true where the key is false, from other passages, the nearest topics first."""
    opposite = [other for other in found if (other.change is None) != (key.change is None)]
    chooser("assertions", key.text).shuffle(opposite)
    opposite.sort(key=lambda o: (o.place.context != key.place.context, o.place.topic != key.place.topic))
    kept = [key]
    for other in opposite:
        lines = {assertion.place.citation.first_line for assertion in kept}
        repeats = any(_subject(other.text) == _subject(assertion.text) for assertion in kept)
        uneven = any(_differ_in_articles(other.text, assertion.text) for assertion in kept)
        if other.place.citation.first_line not in lines and not (repeats or uneven):
            kept.append(other)
    return kept[1 : 1 + _WRONG]


def _differ_in_articles(one: str, other: str) -> bool:
    """True for "DRE evidencia …" beside "A DFC evidencia …", "Proxy controla …" beside "O Builder separa …"."""
    return any(_BARE_NAME.match(a) and re.match(r"[OA] [A-Z]\w", b) for a, b in ((one, other), (other, one)))


def _subject(text: str) -> frozenset[str]:
    """Return the stems of what an assertion is about, the words before its verb: two of one thing clash."""
    if opening := OPENING.match(text):
        return stem_set(opening[0])
    verb = next((found.start() for found in re.finditer(r"[^\W\d_]+", text) if is_verb_form(found[0])), 0)
    return stem_set(text[:verb])


def _context_of(key: Assertion, others: Sequence[Assertion], material: Material) -> str:
    """Return what all the assertions are about: the name above them, where they share it, else the note's title."""
    shared = all(other.place.context == key.place.context for other in others)
    return key.place.context if shared else material.title_of(key.place.citation.note)


def _draft(key: Assertion, others: Sequence[Assertion], context: str, material: Material) -> Draft:
    wanted = "correta" if key.change is None else "INCORRETA"
    reason = "" if key.change is None else f"A afirmação está incorreta: {key.change.reason}. "
    return Draft(
        kind=ExerciseKind.MULTIPLE_CHOICE,
        place=key.place,
        aspect=(wanted, key.text),
        prompt=opened(context, f"assinale a opção {wanted}.", material.genders),
        explanation=f"{reason}{as_noted(key.place)}",
        question=key.question or key.text,
        answer=key.text if key.change is None else key.place.citation.quote,
        options=tuple(f"{assertion.text}." for assertion in (key, *others)),
        change=key.change,
        untrue=tuple(claim for assertion in (key, *others) for claim in assertion.untrue),
    )
