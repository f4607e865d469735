"""Text to vectors: the packaged offline model, or any sentence-transformers model the student names."""

from tutor.embedder.model import FORMER_EMBEDDERS, PACKAGED_EMBEDDER, Embedder, SentenceTransformerEmbedder

__all__ = ["FORMER_EMBEDDERS", "PACKAGED_EMBEDDER", "Embedder", "SentenceTransformerEmbedder"]
