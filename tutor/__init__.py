"""A study tutor that answers from a student's own notes, with every sentence cited.

with Tutor.open(Settings.load(vault="notes")) as tutor:
    tutor.sync()
    print(tutor.ask("O que é snapshot?").text)
"""

from tutor.errors import TutorError
from tutor.settings import Settings
from tutor.tutor import Tutor
from tutor.types import Answer, Citation, Exercise, Grade, Hit, Note, PageReference, Passage, SyncReport, Turn

__all__ = [
    "Answer",
    "Citation",
    "Exercise",
    "Grade",
    "Hit",
    "Note",
    "PageReference",
    "Passage",
    "Settings",
    "SyncReport",
    "Turn",
    "Tutor",
    "TutorError",
]
