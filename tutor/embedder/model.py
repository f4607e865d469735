"""The seam to embedding models, and the sentence-transformers model behind it."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from langchain_core.embeddings import Embeddings

from tutor.embedder.packaged import ADAPTER, PROMPTS, unpack_model
from tutor.errors import EmbedderError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    from tutor.embedder.recorded import QueryEncoder

PACKAGED_EMBEDDER = "e5-small-enpt-notes"
FORMER_EMBEDDERS = ("e5-small-enpt-q4",)
"""What the packaged embedder was called in former versions, with other vectors."""

_BATCH = 8
"""Texts at once: as many as keep a layer's numbers in the cache of a core."""


class Embedder(Protocol):
    """What the index needs of a model; every LangChain `Embeddings` with a name and a dimension is one.

    `name` says which vectors belong together: an index is searched only with the embedder that made it.
    """

    @property
    def name(self) -> str:
        """The model's name."""

    @property
    def dimension(self) -> int:
        """The number of floats in a vector."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one unit vector for each text."""

    def embed_query(self, text: str) -> list[float]:
        """Return the unit vector of a question."""


class SentenceTransformerEmbedder(Embeddings):
    """A sentence-transformers model, loaded when the first text comes, safe to share between threads.

    Runs in the quickest numbers of the processor (`tutor.embedder.precision`). Longer texts than it reads are cut.
    """

    def __init__(self, name: str = "", cache: Path | None = None, adapter: Path | None = ADAPTER) -> None:
        """Name a model or a model's folder; "" is the packaged one with an adapter, unpacked into `cache`."""
        self.name = name or PACKAGED_EMBEDDER
        self._packaged = not name
        self._cache, self._adapter = cache, adapter
        self._loaded: SentenceTransformer | None = None
        self._encode_query: QueryEncoder | None = None
        self._lock = threading.RLock()

    @property
    def dimension(self) -> int:
        """The number of floats in a vector; loads the model."""
        return int(self.load().get_embedding_dimension() or 0)

    def load(self) -> "SentenceTransformer":
        """Return the model, loading it the first time.

        Raises:
            EmbedderError: when it cannot be found or loaded.
        """
        with self._lock:
            if self._loaded is None:
                where = str(unpack_model(self._cache, self._adapter)) if self._packaged else self.name
                self._loaded = _load_model(where)
            return self._loaded

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one unit vector of `dimension` floats for each text.

        Raises:
            EmbedderError: when the model cannot be found or loaded.
        """
        if not texts:
            return []
        with self._lock:
            vectors = self.load().encode_document(texts, batch_size=_BATCH, show_progress_bar=False)
        return _unit(vectors)

    def embed_query(self, text: str) -> list[float]:
        """Return the unit vector of a question.

        Raises:
            EmbedderError: when the model cannot be found or loaded.
        """
        with self._lock:
            if self._encode_query is None:
                from tutor.embedder.recorded import record_query_encoder

                self._encode_query = record_query_encoder(self.load())
            vector = self._encode_query(text)
        return _unit(vector[np.newaxis])[0]


def _unit(vectors: object) -> list[list[float]]:
    """Return `vectors` as lists of length one; a quickened model leaves them a percent off."""
    array = np.asarray(vectors, dtype=np.float32)
    unit: list[list[float]] = (array / np.linalg.norm(array, axis=1, keepdims=True)).tolist()
    return unit


def _load_model(where: str) -> "SentenceTransformer":
    """Load a model from a folder, the local hub cache, or (named by the student, and not there yet) the hub."""
    import torch
    import transformers
    from sentence_transformers import SentenceTransformer
    from threadpoolctl import threadpool_limits

    from tutor.embedder.precision import quicken

    folder = Path(where).expanduser()
    if not folder.exists() and _is_path(where):
        raise _unusable(where, "a pasta não existe")
    logs = transformers.utils.logging
    logs.disable_progress_bar()  # type: ignore[no-untyped-call]
    logs.set_verbosity_error()  # type: ignore[no-untyped-call]  # warns of a pooling layer that is never used
    # A small model waits for its threads more than they help: ten times where cores are busy. So do numpy's products.
    torch.set_num_threads(1)
    threadpool_limits(1, "blas")
    name, options = str(folder) if folder.exists() else where, {"dtype": "float32"}
    try:
        try:
            model = SentenceTransformer(name, model_kwargs=options, local_files_only=True)
        except OSError:
            if folder.exists():
                raise
            model = SentenceTransformer(name, model_kwargs=options)
    except (OSError, ValueError, KeyError, RuntimeError, ImportError) as error:
        raise _unusable(where, (str(error).splitlines() or [type(error).__name__])[0]) from error
    if not any(model.prompts.values()) and "e5" in folder.name.lower().split("-"):
        model.prompts = dict(PROMPTS)
    quicken(model[0])
    return model


def _is_path(where: str) -> bool:
    """True for what cannot be a hub's `owner/name`."""
    return where.startswith((".", "/", "~")) or "\\" in where or where.count("/") > 1


def _unusable(where: str, reason: str) -> EmbedderError:
    return EmbedderError(
        f"O modelo de embeddings {where} não pode ser carregado ({reason}). Defina TUTOR_EMBEDDER com o nome de um "
        "modelo sentence-transformers (baixado uma vez, com rede) ou com a pasta de um; vazia, usa o que vem no pacote."
    )
