"""Answers without a language model: the notes' own words, chosen by the kind of question, or a refusal."""

from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType

from tutor.answering.categories import categorize, choose
from tutor.answering.claims import Claim, Inquiry, compose, placed
from tutor.answering.comparisons import compare
from tutor.answering.definitions import about_subject, define, define_exactly, described, mention_as_member, overview
from tutor.answering.evidence import Evidence, Library
from tutor.answering.facts import state_attribute, state_cell, state_count, state_likely, state_sentence, state_value
from tutor.answering.frames import QuestionKind, Value
from tutor.answering.likelihood import Candidate, candidates
from tutor.answering.matching import Matcher
from tutor.answering.members import (
    count_exactly,
    count_members,
    give_examples,
    list_below,
    list_members,
    list_set,
    list_several,
)
from tutor.answering.names import name_described
from tutor.answering.pages import content_of_page, find_page
from tutor.answering.question import Question
from tutor.answering.verdicts import decide
from tutor.answering.wording import clean, escape, phrase
from tutor.notes.pages import find_pages
from tutor.types import Answer, BlockKind

Strategy = Callable[[Inquiry], list[Claim]]

_STRATEGIES: Mapping[QuestionKind, tuple[Strategy, ...]] = MappingProxyType(
    {
        QuestionKind.DEFINITION: (define, mention_as_member, about_subject, state_likely),
        QuestionKind.OVERVIEW: (overview, mention_as_member, state_sentence, state_likely),
        QuestionKind.LIST: (list_members, define_exactly, list_below, state_cell, state_sentence, state_likely),
        QuestionKind.COUNT: (state_count, count_exactly, count_members),
        QuestionKind.EXAMPLE: (give_examples, list_set, state_likely),
        QuestionKind.COMPARISON: (compare, state_likely),
        QuestionKind.PAGE: (find_page,),
        QuestionKind.CATEGORY: (choose, state_cell, categorize, state_sentence, state_likely),
        QuestionKind.NAME: (name_described, state_likely),
        QuestionKind.YES_NO: (decide, state_likely),
        QuestionKind.FACT: (
            state_cell,
            state_attribute,
            list_several,
            list_set,
            name_described,
            state_sentence,
            state_likely,
        ),
        QuestionKind.ACTION: (list_set, state_sentence, define, state_likely),
        QuestionKind.TOPIC: (define, list_members, mention_as_member, decide, state_likely),
        QuestionKind.OPEN: (list_set, state_sentence, name_described, state_likely),
    }
)
_VALUES: Mapping[Value, tuple[Strategy, ...]] = MappingProxyType(
    {
        Value.NUMBER: (state_cell, state_value),
        Value.DATE: (state_cell, state_value),
        Value.PRICE: (state_cell, state_value),
        Value.PERSON: (state_cell, name_described, state_value),
    }
)
_ANSWERED_FROM = 0.38
_SWITCHED_FROM = 0.15
_ALSO_FROM = 0.75
_TOPICS = 4
_LONGEST_TOPIC = 8  # words


def answer_from_notes(question: Question, library: Library, scope: Collection[str] | None = None) -> Answer:
    """Answer a question from the indexed notes, or refuse and name the nearest topics."""
    inquiry = inquire(question, library, scope)
    claims = claim(inquiry)
    if _asks_page(question):
        return compose(question, claims) if claims else refuse(inquiry)
    likely = candidates(inquiry, claims)
    if not likely or likely[0].probability < _ANSWERED_FROM:
        return refuse(inquiry)
    claimed = max((found.probability for found in likely if found.is_claimed), default=0.0)
    if claimed < likely[0].probability - _SWITCHED_FROM:
        claims = tell(inquiry, likely)
    return compose(question, claims)


def claim(inquiry: Inquiry) -> list[Claim]:
    """Return what the first strategy says that has something to say; nothing where none has."""
    question = inquiry.question
    if find_pages(question.text, 1):
        return content_of_page(inquiry)
    strategies = _VALUES[question.value] if question.value else _STRATEGIES[question.kind]
    return next((claims for strategy in strategies if (claims := strategy(inquiry))), [])


def _asks_page(question: Question) -> bool:
    return question.kind is QuestionKind.PAGE or bool(find_pages(question.text, 1))


def tell(inquiry: Inquiry, likely: Sequence[Candidate]) -> list[Claim]:
    """Say the likeliest sentence, and the next where it is nearly as likely."""
    first, *others = likely
    claims = _tell_one(inquiry, first.evidence)
    if others and others[0].probability > _ALSO_FROM * first.probability:
        claims += _tell_one(inquiry, others[0].evidence)
    return claims


def _tell_one(inquiry: Inquiry, evidence: Evidence) -> list[Claim]:
    if not evidence.statement.definition and (evidence.statement.sets or evidence.outline.children(evidence.block)):
        return described(inquiry, evidence)
    return [Claim(placed(inquiry, evidence), (evidence,))]


def inquire(question: Question, library: Library, scope: Collection[str] | None = None) -> Inquiry:
    """Gather the evidence for a question."""
    matcher = Matcher(library.index.frequencies, library.index.sentence_count())
    return Inquiry(question, library.gather(question, scope), matcher, library, scope)


def refuse(inquiry: Inquiry) -> Answer:
    """Say that the notes do not hold the answer, and name the nearest topics they do hold."""
    question = inquiry.question
    topics = nearest_topics(inquiry.evidence)
    text = phrase(question.language, "unknown")
    if topics:
        text += " " + phrase(question.language, "nearest", topics="; ".join(map(escape, topics)))
    return Answer(question=question.text, text=text, suggestions=topics)


def nearest_topics(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """Return the names of what the best evidence is about, each once."""
    topics: dict[str, None] = {}
    for found in evidence:
        note, named = found.outline.note, found.statement.definition or found.block.kind is BlockKind.HEADING
        topic = clean(found.statement.label if named else note.path_of(found.block)[-1])
        pictured = any(block.embeds for block in (found.block, *note.ancestors(found.block)))
        if topic and not pictured and topic != note.title and len(topic.split()) <= _LONGEST_TOPIC:
            topics.setdefault(topic)
        if len(topics) == _TOPICS:
            break
    return tuple(topics)
