"""What an index holds, as plain values: two indexes of the same notes must hold the same."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import chromadb
from chromadb.config import Settings

_QUERIES = {
    "notes": "SELECT path, sha256, summary, text FROM notes",
    "passages": "SELECT note, position, id, hex(key) FROM passages",
    "sentences": "SELECT p.note, p.position, s.position, s.id, s.block, hex(s.key) FROM sentences s "
    "JOIN passages p ON p.row = s.passage",
    "passage stems": "SELECT p.id, f.stems FROM passage_stems f LEFT JOIN passages p ON p.row = f.rowid",
    "sentence stems": "SELECT s.id, f.stems FROM sentence_stems f LEFT JOIN sentences s ON s.row = f.rowid",
    "terms": "SELECT key, label, note, block, form FROM terms",
    "words": "SELECT word, note FROM words",
    "vectors": "SELECT hex(key), hex(vector) FROM vectors",
}


def write_notes(vault: Path, notes: dict[str, str]) -> None:
    """Write notes by their path in the vault."""
    for path, text in notes.items():
        (vault / path).parent.mkdir(parents=True, exist_ok=True)
        (vault / path).write_text(text, "utf-8")


def index_state(directory: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of an index and the ids of its vectors in Chroma, sorted."""
    connection = sqlite3.connect(directory / "index.sqlite")
    state = {name: _sorted(connection.execute(query)) for name, query in _QUERIES.items()}
    (token,) = connection.execute("SELECT value FROM manifest WHERE key = 'token'").fetchone()
    connection.close()
    client = chromadb.PersistentClient(directory / "chroma" / token, settings=Settings(anonymized_telemetry=False))
    for collection in client.list_collections():
        found = collection.get(include=["embeddings", "metadatas"])
        rows = zip(found["ids"], found["embeddings"], found["metadatas"], strict=True)
        state[f"chroma {collection.name.split('-')[-1]}"] = _sorted(
            (identity, tuple(map(float, vector)), metadata["note"]) for identity, vector, metadata in rows
        )
    client.close()
    return state


def _sorted(rows: Iterable[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return sorted((tuple(row) for row in rows), key=repr)
