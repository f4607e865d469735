"""From a vault on disk to parsed notes."""

from tutor.notes.outline import parse_note
from tutor.notes.pages import find_pages, find_source, is_only_pages
from tutor.notes.statements import read_statement
from tutor.notes.vault import NoteFile, NoteText, find_attachment, find_attachments, find_notes, read_note

__all__ = [
    "NoteFile",
    "NoteText",
    "find_attachment",
    "find_attachments",
    "find_notes",
    "find_pages",
    "find_source",
    "is_only_pages",
    "parse_note",
    "read_note",
    "read_statement",
]
