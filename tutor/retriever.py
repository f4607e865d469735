"""The index as a LangChain retriever, for any chain."""

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from tutor.index import Index
from tutor.types import Hit


class NotesRetriever(BaseRetriever):
    """Retrieves passages of the notes: by meaning and by words, at the level of passages and of their sentences.

    `notes` limits the search to those note paths. The index must have been synced.
    """

    index: Index
    k: int = 10
    notes: tuple[str, ...] | None = None

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        return [_document(hit) for hit in self.index.search(query, self.k, self.notes)]


def _document(hit: Hit) -> Document:
    """Return a hit as a document whose metadata are JSON values."""
    passage = hit.passage
    pages: list[dict[str, Any]] = [
        {"source": page.source, "first": page.first, "last": page.last, "kind": page.kind.value}
        for page in passage.pages
    ]
    metadata = {
        "passage_id": passage.id,
        "note": passage.note,
        "path": list(passage.path),
        "lines": [passage.first_line, passage.last_line],
        "score": hit.score,
        "pages": pages,
    }
    return Document(id=passage.id, page_content=passage.text, metadata=metadata)
