"""When the notes leave a question open, and what is said then."""

import re
from collections.abc import Sequence

from tutor.answering.claims import Claim, Inquiry
from tutor.answering.evidence import Evidence
from tutor.answering.frames import QuestionKind, Value
from tutor.answering.groups import MEMBER_JOINT, counts_of, number_wanted
from tutor.answering.makers import is_part_of_person
from tutor.answering.ordinals import lacks_place
from tutor.answering.question import GENERIC, SORTS
from tutor.answering.wording import clean, escape, phrase
from tutor.language import fold
from tutor.notes.numerals import FOLDED_NUMBER_WORDS
from tutor.types import Answer, BlockKind

_COUNTS = re.compile(
    rf"\d|\b(?:{'|'.join(FOLDED_NUMBER_WORDS)}|unic[oa]s?|nenhum\w*|ilimitad\w*|vari[oa]s|muit[oa]s|only|none|several"
    r"|unlimited|many|(?:so|apenas|somente|exatamente|mais de|menos de|pelo menos|cada) uma?|uma? (?:por|para|so))\b"
)
"""What tells how many there are of something, folded."""
_ASKS_LETTERS = re.compile(r"\bcada (?:uma das )?letras?\b|\bas (?:letras|iniciais) d[eoa]\b|\beach letter\b")
_ASKS_TONGUE = re.compile(
    r"\b(?:que|qual|what|which) (?:linguagem|language)\b.*\b(?:escrit|feit|program|written|implement)"
    r"|\b(?:escrit|feit|implementad)[oa]s? em (?:que|qual) linguagem\b"
)
_TELLS_TONGUE = re.compile(r"\b(?:escrit|implement|feit[oa]s? em|desenvolvid[oa]s? em|linguagem|written|language)")
"""What the language is called in which a program is written, folded."""
_ARROWS = re.compile(r"-+>|→")
_FEWEST_COUNTED = 3  # members
_TOPICS = 4
_LONGEST_TOPIC = 8  # words


def is_left_open(inquiry: Inquiry, claims: Sequence[Claim], likeliest: Evidence) -> bool:
    """True where the notes do not know what is to be defined, only count what is to be named, or do not count it.

    Or where the likeliest sentence tells of a person of the name, of other places in a row, or of no language.
    """
    question = inquiry.question
    if not claims and question.kind is QuestionKind.DEFINITION:
        return not _speaks_of_thing(inquiry)
    if _ASKS_LETTERS.search(fold(question.text)):
        told = [e for claim in claims for e in claim.evidence] or [likeliest]
        return not any(_spells_out(told, name) for name in question.names or question.required)
    if not claims and question.kind is QuestionKind.COUNT:
        return _COUNTS.search(fold(likeliest.text)) is None
    surname = question.value is Value.PERSON and is_part_of_person(inquiry, likeliest)
    tongue = not claims and _ASKS_TONGUE.search(fold(question.text)) is not None
    unknown = surname or (tongue and not _tells_tongue(inquiry, likeliest))
    return unknown or lacks_place(question.text, likeliest.text) or _only_counts(inquiry, claims)


def _tells_tongue(inquiry: Inquiry, evidence: Evidence) -> bool:
    """True for a sentence that says in which language what is asked about is written."""
    return _TELLS_TONGUE.search(fold(evidence.text)) is not None and inquiry.carries_names(evidence)


def _speaks_of_thing(inquiry: Inquiry) -> bool:
    """True unless no sentence has a word of what is to be defined but for its sort: "o comando lsof"."""
    thing = [word for word in inquiry.question.required if word not in SORTS | GENERIC]
    said = ((*evidence.own, *evidence.context) for evidence in inquiry.evidence)
    return not thing or any(any(inquiry.matcher.related(thing, words)) for words in said)


def _spells_out(told: Sequence[Evidence], name: str) -> bool:
    """True where about as many things as an acronym has letters are told, one below the other or behind it."""
    letters = sum(map(str.isalpha, name)) - 1
    behind = (fold(e.text).partition(name)[2] for e in told)
    return len(told) > letters or any(len(MEMBER_JOINT.split(text)) >= letters for text in behind)


def _only_counts(inquiry: Inquiry, claims: Sequence[Claim]) -> bool:
    """True where so many members are asked for, and the notes only say that there are so many: "baseada em 12 regras".

    Not where a line that says so tells several things.
    """
    wanted = number_wanted(inquiry)
    if not inquiry.question.asks_for_list or wanted < _FEWEST_COUNTED or (claims and claims[0].certainty):
        return False
    counting = [e for e in inquiry.evidence if wanted in counts_of(inquiry, e.text)]
    told = (*counting, *(child for e in counting for child in e.outline.children(e.block)))
    return bool(counting) and not any(_told_in(e.text) >= wanted for e in told)


def _told_in(text: str) -> int:
    """Return of how many things a text may tell, joined by commas, "e" or arrows."""
    return max(len(MEMBER_JOINT.split(text)), len(_ARROWS.split(text)))


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
