"""Keeps Chroma in step with the index file: a delta where it was in step before, else made anew."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from tutor.errors import IndexingError
from tutor.index.faults import DamagedVectorsError
from tutor.index.store import Store
from tutor.index.vectors import LEVELS, VectorStore, files_checksum

Ids = Mapping[str, Mapping[str, tuple[bytes, str]]]
"""By level: the key and the note of each id."""

_PROBE = 10


@dataclass(frozen=True, slots=True)
class Mirror:
    """Where an index keeps its vectors: a `directory` for Chroma's folders, or the `url` of a server.

    Every making of the vectors has a token of its own; the manifest says which one is whole (`mirrored` is the
    generation it holds) and, in a folder, the checksum of its graph files: Chroma may crash on damaged ones.
    """

    directory: Path
    url: str

    def open(self, store: Store) -> VectorStore:
        """Return the vectors of `store`, made anew when they are not whole or not of its generation."""
        try:
            return self._open_whole(store)
        except DamagedVectorsError:
            return self._make(store)

    def update(self, store: Store, vectors: VectorStore, before: Ids, after: Ids) -> VectorStore:
        """Return the vectors after some notes' ids went from `before` to `after`."""
        try:
            for level in LEVELS:
                old, new = before[level], after[level]
                vectors.update(
                    level,
                    old.keys() - new.keys(),
                    {identity: new[identity] for identity in new if old.get(identity) != new[identity]},
                    store.vectors,
                )
            self._settle(store, vectors, store.get("token"))
        except DamagedVectorsError:
            vectors.close()
            return self._make(store)
        return vectors

    def _open_whole(self, store: Store) -> VectorStore:
        token = store.get("token")
        if not token or store.get("mirrored") != store.get("generation"):
            raise DamagedVectorsError(self.directory, "de outra geração")
        if not self.url and files_checksum(self.directory / token) != store.get("vector_files"):
            raise DamagedVectorsError(self.directory / token, "os arquivos mudaram")
        vectors = VectorStore(self.directory, self.url, token)
        try:
            _check(store, vectors)
        except DamagedVectorsError:
            vectors.close()
            raise
        return vectors

    def _make(self, store: Store) -> VectorStore:
        """Make the vectors anew from the index file, then remove what was there."""
        token = uuid4().hex[:12]
        try:
            vectors = VectorStore(self.directory, self.url, token)
            for level in LEVELS:
                vectors.update(level, (), store.vector_ids(level), store.vectors)
            self._settle(store, vectors, token)
        except DamagedVectorsError as error:
            message = (
                f"O Chroma não guardou os vetores do índice ({error}). Apague a pasta do índice e rode `tutor index`; "
                "se continuar, reinstale o pacote chromadb."
            )
            raise IndexingError(message) from error
        if self.url:
            vectors.delete_others()
        else:
            for folder in self.directory.iterdir():
                if folder.name != token:
                    shutil.rmtree(folder, ignore_errors=True)
        return vectors

    def _settle(self, store: Store, vectors: VectorStore, token: str) -> None:
        """Check what was written, then say that it is whole."""
        _check(store, vectors)
        checksum = "" if self.url else files_checksum(self.directory / token)
        store.put(token=token, mirrored=store.get("generation"), vector_files=checksum)


def _check(store: Store, vectors: VectorStore) -> None:
    """Count the vectors and ask for some: a lost graph still counts, but finds nothing."""
    for level in LEVELS:
        ids = store.vector_ids(level)
        if vectors.count(level) != len(ids):
            raise DamagedVectorsError(vectors.place, f"{vectors.count(level)} em vez de {len(ids)}")
        if ids:
            key = next(iter(ids.values()))[0]
            expected = min(_PROBE, len(ids))
            if len(vectors.nearest(level, store.vectors([key])[key], expected)) != expected:
                raise DamagedVectorsError(vectors.place, "a busca não os encontra")
