"""Defects of the tutor's parts: the sound tutor runs with one part of it broken."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import numpy as np
from langchain_core.embeddings import Embeddings

from evals.proof.recorded import Recorded
from tutor.embedder import Embedder
from tutor.language import fold
from tutor.settings import Settings
from tutor.tutor import Tutor
from tutor.types import Hit


class ShuffledQueries(Embeddings):
    """An embedder whose question vectors have their dimensions shuffled."""

    def __init__(self, embedder: Embedder) -> None:
        self.name = embedder.name
        self.dimension = embedder.dimension
        self._embedder = embedder
        self._order = np.random.default_rng(7).permutation(embedder.dimension)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the sound vectors."""
        return self._embedder.embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        """Return the sound vector with its floats in another order."""
        shuffled: list[float] = np.asarray(self._embedder.embed_query(text))[self._order].tolist()
        return shuffled


@contextmanager
def embeddings_shuffled(tutor: Tutor) -> Iterator[Recorded]:
    """Question vectors no longer match those of the notes."""
    with patch.object(tutor.index, "embedder", ShuffledQueries(tutor.index.embedder)):
        yield Recorded(tutor)


@contextmanager
def lexical_side_off(tutor: Tutor) -> Iterator[Recorded]:
    """Only embeddings are searched."""
    nothing = patch("tutor.index.search._bm25", lambda _store, _table, rows, _match: np.zeros(len(rows)))
    with nothing, patch("tutor.index.search._lexical_best", lambda *_: []):
        yield Recorded(tutor)


@contextmanager
def only_first_hit_read(tutor: Tutor) -> Iterator[Recorded]:
    """Answers are made from the best passage alone."""
    search = tutor.index.search

    def narrow(query: str, k: int = 10, notes: object = None) -> list[Hit]:
        return search(query, min(k, 1), notes)  # type: ignore[arg-type]

    with patch.object(tutor.index, "search", narrow), patch.object(tutor.index, "definitions", lambda _: ()):
        yield Recorded(tutor)


@contextmanager
def typing_errors_left(tutor: Tutor) -> Iterator[Recorded]:
    """Misspelled words stay as they are."""
    with (
        patch("tutor.index.vocabulary.is_misspelling", str.__eq__),
        patch("tutor.answering.matching.is_misspelling", str.__eq__),
    ):
        yield Recorded(tutor)


@contextmanager
def accents_required(tutor: Tutor) -> Iterator[Recorded]:
    """A word written without its accents is not the word of the notes."""
    written = {word for summary in tutor.notes() for word in re.findall(r"\w+", tutor.note(summary.path).text.lower())}
    accented = {fold(word) for word in written if fold(word) != word} - written
    ask, search = tutor.ask, tutor.search

    def unknown(text: str) -> str:
        return re.sub(r"\w+", lambda word: word[0][::-1] if word[0].lower() in accented else word[0], text)

    with (
        patch.object(tutor, "ask", lambda question, history=(): ask(unknown(question), history)),
        patch.object(tutor, "search", lambda query, k=10: search(unknown(query), k)),
    ):
        yield Recorded(tutor)


@contextmanager
def glossary_off(tutor: Tutor) -> Iterator[Recorded]:
    """Words that mean the same in Portuguese and English are strangers."""
    with (
        patch("tutor.answering.matching._concepts_of", lambda stems: (frozenset(),) * len(stems)),
        patch("tutor.index.vocabulary.synonyms", lambda _: ()),
        patch("tutor.index.names.synonyms", lambda _: ()),
    ):
        yield Recorded(tutor)


@contextmanager
def index_stale(tutor: Tutor) -> Iterator[Recorded]:
    """The notes were edited after they were indexed: each lost a line near its top."""
    folder = tutor.settings.index.parent / f"{tutor.settings.index.name}-stale"
    shutil.rmtree(folder, ignore_errors=True)
    vault = folder / "vault"
    shutil.copytree(tutor.settings.vault, vault)
    for note in vault.rglob("*.md"):
        _insert_line(note)
    before = Settings.load(**{**tutor.settings.model_dump(), "vault": vault, "index": folder / "index"})
    with Tutor.open(before, embedder=tutor.index.embedder) as stale:
        stale.sync()
        yield Recorded(stale)
    shutil.rmtree(folder)


def _insert_line(note: Path) -> None:
    """Write an empty line below a note's first, so that all others stand one lower."""
    first, _, rest = note.read_text(encoding="utf-8").partition("\n")
    note.write_text(f"{first}\n\n{rest}", encoding="utf-8")


PART_DEFECTS = (
    embeddings_shuffled,
    lexical_side_off,
    only_first_hit_read,
    typing_errors_left,
    accents_required,
    glossary_off,
    index_stale,
)
