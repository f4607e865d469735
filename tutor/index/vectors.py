"""Chroma holds the vectors of passages and of sentences and finds the nearest ones."""

import hashlib
import platform
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from tutor.errors import IndexingError
from tutor.index.faults import DamagedVectorsError

if TYPE_CHECKING:
    from chromadb import Collection as ChromaCollection
    from chromadb.api.client import Client

LEVELS = ("passages", "sentences")
_MOST_COLLECTIONS = 10_000
# Wide enough that all but every ten-thousandth of the true neighbours are found, whatever order the graph was built in.
_CONFIGURATION: Any = {"hnsw": {"space": "ip", "ef_construction": 200, "ef_search": 1000, "max_neighbors": 32}}


class VectorStore:
    """The collections of one index, in a folder of their own or on a Chroma server.

    `token` names this making of the vectors: when they are made anew, it is under another token, so that nothing that
    was open or half-written before is mistaken for them.
    """

    def __init__(self, directory: Path, url: str, token: str) -> None:
        """Open or make the collections.

        Raises:
            DamagedVectorsError: when Chroma cannot read its files.
            IndexingError: when the server cannot be reached.
        """
        self.place = directory / token
        self._url = url
        self._owner = hashlib.sha256(f"{platform.node()} {directory.resolve()}".encode()).hexdigest()[:8]
        with self._faults():
            self._client = _connect(self.place, url)
            self._collections: dict[str, ChromaCollection] = {
                level: self._client.get_or_create_collection(
                    f"tutor-{self._owner}-{token}-{level}", configuration=_CONFIGURATION, embedding_function=None
                )
                for level in LEVELS
            }
            self._batch = self._client.get_max_batch_size()

    def close(self) -> None:
        """Let go of the files."""
        self._client.close()

    def delete_others(self) -> None:
        """Remove earlier makings of the same index's vectors from the server."""
        with self._faults():
            mine = {collection.name for collection in self._collections.values()}
            for collection in self._client.list_collections(limit=_MOST_COLLECTIONS):
                if collection.name.startswith(f"tutor-{self._owner}-") and collection.name not in mine:
                    self._client.delete_collection(collection.name)

    def update(
        self,
        level: str,
        removed: Collection[str],
        added: Mapping[str, tuple[bytes, str]],
        vectors: Callable[[list[bytes]], Mapping[bytes, NDArray[np.float32]]],
    ) -> None:
        """Remove ids and add others, whose values are the key of their vector and their note."""
        collection = self._collections[level]
        with self._faults():
            for ids in _batches(list(removed), self._batch):
                collection.delete(ids=ids)
            for ids in _batches(list(added), self._batch):
                known = vectors([added[identity][0] for identity in ids])
                matrix: Any = np.stack([known[added[identity][0]] for identity in ids])
                collection.upsert(
                    ids=ids,
                    embeddings=matrix,
                    metadatas=[{"note": added[identity][1]} for identity in ids],
                )

    def count(self, level: str) -> int:
        """Return how many vectors a level holds."""
        with self._faults():
            return self._collections[level].count()

    def nearest(
        self, level: str, vector: NDArray[np.float32], n: int, notes: Collection[str] | None = None
    ) -> list[str]:
        """Return the ids of the `n` vectors nearest to `vector`, best first, of all notes or the named ones."""
        where: Any = None if notes is None else {"note": {"$in": sorted(notes)}}
        matrix: Any = vector[np.newaxis]
        with self._faults():
            found = self._collections[level].query(query_embeddings=matrix, n_results=n, where=where, include=[])
        return found["ids"][0]

    @contextmanager
    def _faults(self) -> Iterator[None]:
        import httpx
        from chromadb.errors import ChromaError

        try:
            yield
        except (ChromaError, ValueError, OSError, RuntimeError, KeyError, httpx.HTTPError) as error:
            if self._url and isinstance(error, (ValueError, OSError, httpx.HTTPError)):
                message = (
                    f"O servidor Chroma em {self._url} não responde ({error}). Ligue-o ou esvazie TUTOR_CHROMA_URL."
                )
                raise IndexingError(message) from error
            raise DamagedVectorsError(self.place, str(error)) from error


def files_checksum(folder: Path) -> str:
    """Return a checksum of the graph files below `folder`, which Chroma reads without looking."""
    checksum = 0
    for path in sorted(folder.glob("*/*")):
        checksum = zlib.crc32(path.read_bytes(), zlib.crc32(path.name.encode(), checksum))
    return f"{checksum:08x}"


def _connect(folder: Path, url: str) -> "Client":
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    if not url:
        return cast("Client", chromadb.PersistentClient(folder, settings=settings))
    place = urlsplit(url)
    secure = place.scheme == "https"
    port = place.port or (443 if secure else 8000)
    return cast("Client", chromadb.HttpClient(place.hostname or url, port, secure, settings=settings))


def _batches(items: list[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
