"""The retriever over a real index, alone and in a LangChain chain."""

from pathlib import Path

import pytest
from langchain_core.documents import Document
from langchain_core.language_models import FakeListChatModel
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnableLambda, RunnablePassthrough

from tutor.index import Index
from tutor.retriever import NotesRetriever
from tutor.testing import FakeEmbedder

NOTE = "* hypercall -> chamada ao hypervisor\n\t* p. 51 da apostila so_02\n* snapshot -> imagem do estado de uma VM\n"


@pytest.fixture
def index(tmp_path: Path) -> Index:
    vault = tmp_path / "vault"
    (vault / "so").mkdir(parents=True)
    (vault / "so" / "virtualizacao.md").write_text(NOTE, "utf-8")
    (vault / "redes.md").write_text("* redes não usam hypercall\n", "utf-8")
    index = Index.open(tmp_path / "index", FakeEmbedder())
    index.sync(vault)
    return index


def test_documents_carry_where_they_stand(index: Index) -> None:
    first = NotesRetriever(index=index, k=1).invoke("O que é hypercall?")[0]
    passage = index.passages("so/virtualizacao.md")[0]
    score = index.search("O que é hypercall?", 1)[0].score
    assert first == Document(
        id=passage.id,
        page_content=passage.text,
        metadata={
            "passage_id": passage.id,
            "note": "so/virtualizacao.md",
            "path": ["virtualizacao"],
            "lines": [1, 2],
            "score": score,
            "pages": [{"source": "apostila so_02", "first": 51, "last": 51, "kind": "page"}],
        },
    )


def test_it_finds_as_many_as_asked_in_the_notes_named(index: Index) -> None:
    found = NotesRetriever(index=index, k=5, notes=("redes.md",)).invoke("hypercall")
    assert [document.metadata["note"] for document in found] == ["redes.md"]


def test_it_works_in_a_chain(index: Index) -> None:
    def quote(documents: list[Document]) -> str:
        return "\n".join(f"{d.page_content} ({d.metadata['note']}, {d.metadata['lines'][0]})" for d in documents)

    seen: list[str] = []
    prompt = ChatPromptTemplate.from_template("Responda com as notas:\n{notes}\nPergunta: {question}")
    chain = (
        {"notes": NotesRetriever(index=index, k=1) | quote, "question": RunnablePassthrough()}
        | prompt
        | RunnableLambda(lambda value: seen.append(value.to_string()) or value)
        | FakeListChatModel(responses=["É a chamada ao hypervisor."])
        | StrOutputParser()
    )
    assert chain.invoke("O que é hypercall?") == "É a chamada ao hypervisor."
    assert "* hypercall -> chamada ao hypervisor" in seen[0]
    assert "(so/virtualizacao.md, 1)" in seen[0]
