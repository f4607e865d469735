"""What an answer is made of: claims, each with the evidence it is cited from."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tutor.answering.evidence import Evidence, Library
from tutor.answering.matching import Coverage, Matcher
from tutor.answering.question import SORTS, Question
from tutor.answering.weights import Floats
from tutor.answering.wording import clean, escape, state
from tutor.embedder import PACKAGED_EMBEDDER
from tutor.language import fold, stem, stems
from tutor.types import Answer, BlockKind, Citation

_LONGEST_PLACE = 12  # words
_LONGEST_MEMBER = 3  # words
_MEMBER_JOINT = re.compile(r", |\s(?:e|and)\s")
_NUMBERED = re.compile(r"\d{3}")


@dataclass(frozen=True)
class Claim:
    """One sentence of an answer, as Markdown without markers, and its evidence; `item` makes it a list item.

    `certainty` is the probability that a list is the one asked for, where it is of one that was weighed; else 0.
    """

    text: str
    evidence: tuple[Evidence, ...]
    item: bool = False
    certainty: float = 0.0


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one strategy, by its name, would answer; no claims where none of them has anything to say."""

    strategy: str = ""
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True)
class Inquiry:
    """A question with the evidence gathered for it, best first."""

    question: Question
    evidence: tuple[Evidence, ...]
    matcher: Matcher
    library: Library
    scope: Collection[str] | None = None

    @cached_property
    def clauses(self) -> tuple[Evidence, ...]:
        """The clauses of those sentences that speak of several things."""
        return tuple(clause for evidence in self.evidence for clause in evidence.clauses())

    @cached_property
    def defining_clauses(self) -> tuple[Evidence, ...]:
        """The clauses of those sentences that define several things, all in one form, "a -> b; c -> d", and glosses."""
        by_sentence = (_alike(tuple(c for c in e.clauses() if c.statement.terms)) for e in self.evidence)
        glosses = (gloss for e in self.evidence for gloss in e.glosses())
        return (*(clause for clauses in by_sentence if len(clauses) > 1 for clause in clauses), *glosses)

    def vectors(self, sentences: Sequence[Evidence]) -> tuple[Floats, Floats] | None:
        """Return the unit vector of the question, and a row for each sentence; zeros for one without a vector.

        None where another embedder than the packaged one made the index: what is trained knows only its vectors.
        """
        index = self.library.index
        if index.embedder.name != PACKAGED_EMBEDDER:
            return None
        places = [(evidence.passage.id, evidence.position) for evidence in sentences]
        question, found = index.embed_query(self.question.search_text), index.sentence_vectors(places)
        return question, found if found.size else np.zeros((len(places), len(question)), np.float32)

    def coverage(self, evidence: Evidence, required: Sequence[str] | None = None) -> Coverage:
        """Return how far one sentence with its context carries the question, or the stems given."""
        wanted = self.question.required if required is None else required
        return self.matcher.coverage(wanted, evidence.own, evidence.context)

    def carries_names(self, evidence: Evidence) -> bool:
        """True when every proper name of the question stands in the evidence or above it.

        The note's own names, and that of what it begins with, count where the question holds them whole, "IP" is not
        the note "Modelo OSI e TCP/IP", or where they are the number of a law or standard; so does what a note defines
        by its edition, "COBIT 2019".
        """
        names = tuple(stem(name) for name in self.question.names)
        note = evidence.outline.note
        titles = [stems(title) for title in (note.title, *note.aliases, *note.tags, *evidence.outline.opening)]
        asked = (*self.question.required, *stems(self.question.context), *names)
        whole = [word for title in titles if all(self.matcher.carried(title, asked)) for word in title]
        numbered = [word for title in titles for word in title if _NUMBERED.search(word)]
        unsaid = (
            *(word for word in whole if word not in evidence.outline.headed),
            *numbered,
            *(word for term in evidence.outline.editions if term in fold(self.question.text) for word in stems(term)),
            *self.unsaid_names(evidence),
        )
        above = (word for word in evidence.above if word not in evidence.rivals)
        return all(self.matcher.carried(names, (*evidence.own, *above, *unsaid)))

    def defines_head(self, evidence: Evidence) -> bool:
        """True for a sentence that defines what the question is about, without what follows its first preposition."""
        return bool(self._head) and any(stems(term) == self._head for term in evidence.statement.terms)

    @cached_property
    def _head(self) -> list[str]:
        return stems(self.question.head)

    def unsaid_names(self, evidence: Evidence) -> tuple[str, ...]:
        """Return the stems of the question's names that a sentence may omit.

        Those that the whole note speaks of, but where a number, date or person is asked for, which may be another's;
        and the makers of what the sentence stands below.
        """
        if not self.question.names:
            return ()
        unsaid = frozenset() if self.question.value else evidence.outline.themes
        return tuple(word for word in map(stem, self.question.names) if word in unsaid or word in evidence.makers)


def _alike(clauses: Sequence[Evidence]) -> Sequence[Evidence]:
    """Return the clauses behind whose terms stands the sign that most of them have: ":" or "="."""
    signs = [clause.text.removeprefix(clause.statement.label).lstrip()[:1] for clause in clauses]
    most = max(signs, key=signs.count, default="")
    return [clause for clause, sign in zip(clauses, signs, strict=True) if sign == most]


def placed(inquiry: Inquiry, evidence: Evidence) -> str:
    """Return what a sentence says, after the name of what it stands below where it needs that to be understood.

    It does where words of the question are carried there, and where it is a bullet that says something of its parent.
    """
    required = inquiry.question.required
    said = state(evidence, required, inquiry.matcher)
    parent, term = evidence.parent, evidence.term_before
    if term and _only_lists(evidence):
        return f"{escape(clean(term.statement.label))} — {said}"
    if parent is None or not _names_below(parent):
        return said
    cover = inquiry.coverage(evidence)
    below = parent.block.kind in {BlockKind.ITEM, BlockKind.PARAGRAPH}
    label = clean(parent.statement.label)
    above = clean(parent.parent.statement.label) if parent.parent else ""
    if label and above and set(stems(label)) <= SORTS and len(f"{above} {label}".split()) <= _LONGEST_PLACE:
        label = f"{above} › {label}"
    if label and len(label.split()) <= _LONGEST_PLACE and (below or cover.own < cover.share):
        return f"{escape(label)} — {said}"
    return said


def _only_lists(evidence: Evidence) -> bool:
    """True for a sentence of nothing but names of a few words: "Lenha e carvão"."""
    members = _MEMBER_JOINT.split(evidence.text.rstrip("."))
    return len(members) > 1 and all(len(member.split()) <= _LONGEST_MEMBER for member in members)


def _names_below(parent: Evidence) -> bool:
    """True for what may name the sentences below it: no table, and of prose a term, or a few words without a sign."""
    if parent.block.kind is not BlockKind.PARAGRAPH:
        return parent.block.kind is not BlockKind.TABLE
    few = len(parent.text.split()) <= _LONGEST_PLACE and parent.text.rstrip()[-1:].isalnum()
    return bool(parent.statement.terms) or few


def compose(question: Question, claims: Sequence[Claim]) -> Answer:
    """Put claims together as an answer: each sentence with its markers, the same quote cited under one number."""
    claims = tuple({claim.text: claim for claim in claims}.values())
    citations: list[Citation] = []
    numbers: dict[tuple[str, int, int], int] = {}
    lines: list[str] = []
    for claim in claims:
        for evidence in claim.evidence:
            if evidence.key not in numbers:
                numbers[evidence.key] = len(citations) + 1
                citations.append(evidence.citation(len(citations) + 1))
        markers = "".join(f"[{n}]" for n in dict.fromkeys(numbers[evidence.key] for evidence in claim.evidence))
        lines.append(f"{'- ' if claim.item else ''}{claim.text} {markers}")
    text = lines[0]
    for claim, before, line in zip(claims[1:], claims, lines[1:], strict=False):
        text += ("\n" if claim.item and before.item else "\n\n") + line
    return Answer(question=question.text, text=text, citations=tuple(citations))
