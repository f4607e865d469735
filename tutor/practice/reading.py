"""Notes → knowledge: everything that questions can be made of."""

from collections.abc import Sequence

from tutor.practice.concepts import read_concepts
from tutor.practice.facts import read_attributes, read_facts
from tutor.practice.grammar import Genders
from tutor.practice.groups import read_groups
from tutor.practice.knowledge import Attribute, Concept, Fact, Group, Knowledge
from tutor.practice.source import Source
from tutor.types import Note


def read_notes(notes: Sequence[Note]) -> Knowledge:
    """Return what `notes` state, in their order; genders of words are learnt from all of them."""
    genders = Genders(block.text for note in notes for block in note.blocks)
    concepts: list[Concept] = []
    groups: list[Group] = []
    attributes: list[Attribute] = []
    facts: list[Fact] = []
    for note in notes:
        source = Source(note, genders)
        defined = list(read_concepts(source))
        rows = {concept.place.block for unit, concept in defined if unit is None}
        concepts += (concept for _, concept in defined)
        groups += read_groups(source)
        attributes += read_attributes(source, rows)
        facts += read_facts(source, defined)
    return Knowledge(tuple(concepts), tuple(groups), tuple(attributes), tuple(facts), genders)
