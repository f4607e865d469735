"""Exercises as files to take away: an Anki deck, a printable exam, a spreadsheet."""

from tutor.practice.export.anki import AnkiExport, export_anki
from tutor.practice.export.exam import export_exam
from tutor.practice.export.spreadsheet import export_csv

__all__ = ["AnkiExport", "export_anki", "export_csv", "export_exam"]
