"""Notes → knowledge: everything that questions can be made of."""

from collections.abc import Sequence

from tutor.practice.concepts import read_concepts
from tutor.practice.facts import read_attributes, read_facts
from tutor.practice.groups import read_groups
from tutor.practice.knowledge import Knowledge
from tutor.practice.nouns import Genders
from tutor.practice.source import Source
from tutor.types import Note


def learn_genders(notes: Sequence[Note]) -> Genders:
    """Return the genders of nouns as the articles in `notes` show them."""
    return Genders(block.text for note in notes for block in note.blocks)


def read_note(note: Note, genders: Genders) -> Knowledge:
    """Return what a note states, in its order."""
    source = Source(note, genders)
    defined = list(read_concepts(source))
    rows = {concept.place.block for unit, concept in defined if unit is None}
    return Knowledge(
        concepts=tuple(concept for _, concept in defined),
        groups=tuple(read_groups(source)),
        attributes=tuple(read_attributes(source, rows)),
        facts=tuple(read_facts(source, defined)),
    )
