"""The index of a vault: passages and sentences, searched by meaning (Chroma) and by words (SQLite FTS5)."""

from tutor.index.index import Index
from tutor.index.names import Definition, NoteSummary, Topic

__all__ = ["Definition", "Index", "NoteSummary", "Topic"]
