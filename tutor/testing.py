"""The fakes of the seams, so that users test as this project does: an embedder and a chat model without models."""

import hashlib
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.embeddings import Embeddings
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import Field

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


class FakeChatModel(BaseChatModel):
    """Says `text` in pieces of `size` characters, then breaks off with `error` if given; keeps what it was `asked`."""

    text: str = ""
    size: int = 7
    error: OSError | None = None
    asked: list[list[BaseMessage]] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "fake"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **options: object,
    ) -> ChatResult:
        chunks = self._stream(messages, stop, run_manager, **options)
        whole = "".join(str(chunk.message.text) for chunk in chunks)
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content=whole))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **options: object,
    ) -> Iterator[ChatGenerationChunk]:
        self.asked.append(messages)
        for at in range(0, len(self.text), self.size):
            yield ChatGenerationChunk(message=AIMessageChunk(content=self.text[at : at + self.size]))
        if self.error:
            raise self.error
