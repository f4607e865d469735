"""The fakes of the seams, so that users test as this project does: an embedder without a model."""

import hashlib
from itertools import pairwise

import numpy as np
from langchain_core.embeddings import Embeddings

from tutor.language import stems


class FakeEmbedder(Embeddings):
    """Embeds a text as its bag of stems and stem pairs, hashed to signs: same words, same vector; no model, no wait.

    Texts that share stems are near, others nearly orthogonal. `texts_embedded` counts the documents embedded.
    """

    def __init__(self, name: str = "fake", dimension: int = 128) -> None:
        self.name = name
        self.dimension = dimension
        self.texts_embedded = 0

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one unit vector of `dimension` floats for each text."""
        self.texts_embedded += len(texts)
        return [self._embed(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """Return the unit vector of one text, the same as for a document."""
        return self._embed(text)

    def _embed(self, text: str) -> list[float]:
        words = stems(text)
        vector = np.full(self.dimension, 1e-3)
        for weight, feature in [(1.0, word) for word in words] + [(0.3, " ".join(pair)) for pair in pairwise(words)]:
            seed = hashlib.blake2b(feature.encode(), digest_size=8).digest()
            vector += weight * np.random.default_rng(int.from_bytes(seed)).choice((-1.0, 1.0), self.dimension)
        unit: list[float] = (vector / np.linalg.norm(vector)).tolist()
        return unit
