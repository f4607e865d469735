"""Reads the questions that the student wrote with their answers: "P: Quem pode pedir? R: o autor"."""

import re
from collections.abc import Iterator

from tutor.notes.cards import ASKING, read_card
from tutor.practice.grammar.wording import clean_clause
from tutor.practice.reading.knowledge import Card
from tutor.practice.reading.source import Source, Unit

_ASKS = re.compile(rf"(?:(?:a|com|de|em|para|por|at|for|in|on|with) )?(?:o que|{ASKING})\b", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\b(?:[dn]?el[ea]s?|(?:[dn]?iss?o|[dn]?ess[ea]s?|[dn]?est[ea]s?)|seus?|suas?|it|its|they|this|that|these|those)\b",
    re.IGNORECASE,
)
_SHORTEST_QUESTION, _LONGEST_ANSWER = 4, 40  # words


def read_cards(source: Source) -> Iterator[Card]:
    """Yield the cards that ask a whole question, which leans on nothing before it, and answer it in some words."""
    for block in source.note.blocks:
        card = None if block.is_study_mark else read_card(block.text)
        if card is None or not _ASKS.match(card[0]) or _POINTS_BACK.search(card[0]):
            continue
        question, answer = map(clean_clause, card)
        if len(question.split()) >= _SHORTEST_QUESTION and 0 < len(answer.split()) <= _LONGEST_ANSWER:
            yield Card(source.place(Unit(block, block.statement, block.text)), question, answer)
