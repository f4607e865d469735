"""Notes → knowledge: everything that questions can be made of."""

from collections.abc import Sequence

from tutor.practice.grammar.genders import Genders
from tutor.practice.reading.cards import read_cards
from tutor.practice.reading.concepts import read_concepts
from tutor.practice.reading.definition_lines import definition_lines
from tutor.practice.reading.facts import read_attributes, read_facts
from tutor.practice.reading.groups import read_groups
from tutor.practice.reading.knowledge import Knowledge
from tutor.practice.reading.source import Source
from tutor.practice.reading.topics import Outline
from tutor.types import Block, BlockKind, Note


def learn_genders(notes: Sequence[Note]) -> Genders:
    """Return the genders of nouns as the articles in `notes` show them."""
    tables = {BlockKind.TABLE, BlockKind.ROW}
    blocks = ((note, block) for note in notes for block in note.blocks if block.kind not in tables)
    return Genders(text for note, block in blocks for text in _texts(block, note))


def _texts(block: Block, note: Note) -> list[str]:
    """Return a block's words, line by line where each line stands for itself."""
    return [line for line, _ in definition_lines(block, note) or []] or [block.text]


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
        cards=tuple(read_cards(source)),
        is_english=source.is_english,
    )


def read_topics(note: Note, genders: Genders) -> tuple[str, ...]:
    """Return the topics of a note's exercises, in order, and perhaps some that give none; quick."""
    outline = Outline(note, genders)
    said = (block for block in note.blocks if block.text and not block.is_study_mark)
    return tuple(dict.fromkeys(outline.shown_topic(block) for block in said if block.kind is not BlockKind.HEADING))
