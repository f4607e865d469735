"""Which of several things of one name is meant."""

from collections.abc import Sequence
from dataclasses import replace

from tutor.answering.claims import Inquiry
from tutor.answering.likelihood import Candidate
from tutor.language import stems


def nearer_namesake(inquiry: Inquiry, likely: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the sentences with the likeliest changed for one of the same name below what the question names better.

    Of "reconhecedor: …" below each of "tipo 1: sensível ao contexto" and "tipo 2: livre de contexto", which says of
    itself whose it is no more than its place does.
    """
    if not likely or not likely[0].evidence.statement.definition:
        return tuple(likely)

    specific = inquiry.question.specific

    def named(found: Candidate) -> float:
        return inquiry.matcher.coverage(specific, found.evidence.above).share

    def said(found: Candidate) -> float:
        return inquiry.matcher.coverage(specific[1:], found.evidence.own).own  # the first word is what is asked for

    def tells(found: Candidate) -> bool:
        return any(inquiry.matcher.carried(inquiry.question.required[:1], found.evidence.own))

    first, label = likely[0], stems(likely[0].evidence.statement.label)
    if set(specific) <= set(label):
        return tuple(likely)
    alike = [
        found
        for found in likely
        if stems(found.evidence.statement.label) == label and found.evidence.parent != first.evidence.parent
    ]
    nearest = max(alike, key=named, default=first)
    if named(nearest) <= named(first) or said(nearest) < said(first) or tells(nearest) < tells(first):
        return tuple(likely)
    swapped = replace(nearest, probability=first.probability), replace(first, probability=nearest.probability)
    return (swapped[0], *(swapped[1] if found is first else found for found in likely if found is not nearest))
