"""A killed, corrupt, busy or full index: noticed, and made anew from the notes."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from index_state import index_state, write_notes

from tutor.embedder import FORMER_EMBEDDERS, PACKAGED_EMBEDDER
from tutor.errors import IndexBusyError, IndexingError, IndexMismatchError, IndexWriteError
from tutor.index import Index
from tutor.testing import FakeEmbedder
from tutor.types import SyncReport

QUESTION = "O que é termo 7?"


def _vault(folder: Path, notes: int, bullets: int) -> Path:
    def note(n: int) -> str:
        return "".join(f"* termo {n * bullets + b} -> coisa {b} da nota {n}\n" for b in range(bullets))

    write_notes(folder, {f"n{n}.md": note(n) for n in range(notes)})
    return folder


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return _vault(tmp_path / "vault", 3, 5)


def _half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _garbled(data: bytes) -> bytes:
    noise = random.Random(3)
    middle = len(data) // 2
    return noise.randbytes(min(100, middle)) + data[100:middle] + noise.randbytes(4096) + data[middle + 4096 :]


_DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut in half": _half,
    "emptied": lambda _: b"",
    "garbled": _garbled,
    "another file": lambda _: b"# not an index\n" * 300,
}


@pytest.mark.parametrize("damage", _DAMAGES.values(), ids=_DAMAGES.keys())
@pytest.mark.parametrize("name", ["index.sqlite", "chroma.sqlite3"])
def test_a_damaged_file_is_noticed_and_made_anew(
    tmp_path: Path, vault: Path, name: str, damage: Callable[[bytes], bytes]
) -> None:
    directory = tmp_path / "index"
    first = Index.open(directory, FakeEmbedder())
    first.sync(vault)
    before, hits = index_state(directory), first.search(QUESTION)
    first.close()
    (file,) = directory.rglob(name)
    file.write_bytes(damage(file.read_bytes()))
    index = Index.open(directory, FakeEmbedder())
    index.sync(vault)
    assert index.search(QUESTION) == hits
    assert index_state(directory) == before


@pytest.mark.parametrize("name", ["index.sqlite", "chroma"])
def test_what_was_deleted_is_made_anew(tmp_path: Path, vault: Path, name: str) -> None:
    directory = tmp_path / "index"
    first = Index.open(directory, FakeEmbedder())
    first.sync(vault)
    hits = first.search(QUESTION)
    first.close()
    (directory / name).rename(tmp_path / "gone")
    embedder = FakeEmbedder()
    index = Index.open(directory, embedder)
    index.sync(vault)
    assert index.search(QUESTION) == hits
    assert (embedder.texts_embedded == 0) == (name == "chroma")  # vectors are kept beside it


def test_vectors_lost_between_the_two_writes_are_made_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, vault: Path
) -> None:
    directory = tmp_path / "index"
    index = Index.open(directory, FakeEmbedder())
    index.sync(vault)
    write_notes(vault, {"nova.md": "* novidade -> coisa nova\n"})
    with monkeypatch.context() as patch:
        patch.setattr("tutor.index.mirror.Mirror.update", _killed)
        with pytest.raises(KeyboardInterrupt):
            index.sync(vault)
    index.close()
    again = Index.open(directory, FakeEmbedder())
    assert again.sync(vault) == SyncReport(0, 0, 0, 4)
    assert again.search("O que é novidade?", 1)[0].passage.note == "nova.md"
    fresh = Index.open(tmp_path / "fresh", FakeEmbedder())
    fresh.sync(vault)
    assert index_state(directory) == index_state(tmp_path / "fresh")


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_vectors_of_an_embedder_that_was_stopped_are_not_taken_for_another_s(tmp_path: Path, vault: Path) -> None:
    class Stopped(FakeEmbedder):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Index.open(tmp_path / "index", Stopped("first")).sync(vault)
    with pytest.raises(IndexMismatchError, match="tutor index --rebuild"):
        Index.open(tmp_path / "index", FakeEmbedder("second")).sync(vault)


def test_an_index_of_a_former_packaged_embedder_is_made_anew(tmp_path: Path, vault: Path) -> None:
    Index.open(tmp_path / "index", FakeEmbedder(FORMER_EMBEDDERS[0])).sync(vault)
    index = Index.open(tmp_path / "index", FakeEmbedder(PACKAGED_EMBEDDER))
    report = index.sync(vault)
    assert report.added > 0
    assert report.unchanged == 0
    assert index.search(QUESTION)


def test_damage_found_by_a_search_is_mended_by_the_next_sync(tmp_path: Path, vault: Path) -> None:
    directory = tmp_path / "index"
    index = Index.open(directory, FakeEmbedder())
    index.sync(vault)
    (directory / "index.sqlite").write_bytes(b"# not an index\n" * 300)
    with pytest.raises(IndexingError, match="Rode `tutor index`"):
        index.search(QUESTION)
    assert index.sync(vault) == SyncReport(3, 0, 0, 0)
    assert index.search(QUESTION, 1)[0].best_sentence.text.startswith("termo 7 ->")


def test_only_our_own_files_are_removed(tmp_path: Path, vault: Path) -> None:
    directory = tmp_path / "index"
    write_notes(directory, {"minha-nota.md": "minha", "chroma.txt": "meu"})
    index = Index.open(directory, FakeEmbedder())
    index.sync(vault)
    index.sync(vault, rebuild=True)
    names = {path.name for path in directory.iterdir()}
    assert names == {"minha-nota.md", "chroma.txt", "index.sqlite", "index.lock", "chroma"}
    assert len(list((directory / "chroma").iterdir())) == 1


def test_a_busy_index_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, vault: Path) -> None:
    monkeypatch.setattr("tutor.index.index.LOCK_SECONDS", 0.1)
    index = Index.open(tmp_path / "index", FakeEmbedder())
    (tmp_path / "index").mkdir()
    with FileLock(tmp_path / "index" / "index.lock"), pytest.raises(IndexBusyError, match="Outro processo"):
        index.sync(vault)
    assert index.sync(vault).added == 3


def test_a_place_that_cannot_be_written_says_so(tmp_path: Path, vault: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(IndexWriteError, match="permissão de escrita"):
        Index.open(tmp_path / "file", FakeEmbedder()).sync(vault)


def test_a_full_disk_loses_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, vault: Path) -> None:
    directory = tmp_path / "index"
    index = Index.open(directory, FakeEmbedder())
    index.sync(vault)
    before = index_state(directory)
    _vault(vault / "mais", 20, 30)
    connect = sqlite3.connect

    def small(*values: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*values, **options)  # type: ignore[call-overload]
        connection.execute("PRAGMA max_page_count = 80")
        return connection

    with monkeypatch.context() as patch:
        patch.setattr("tutor.index.store.sqlite3.connect", small)
        with pytest.raises(IndexWriteError, match="Libere espaço"):
            index.sync(vault)
    after = index_state(directory)
    assert {name: rows for name, rows in after.items() if name != "vectors"} == {
        name: rows for name, rows in before.items() if name != "vectors"
    }
    assert index.sync(vault).added == 20


_CHILD = """
import sys
from pathlib import Path
from tutor.index import Index
from tutor.testing import FakeEmbedder
index = Index.open(Path(sys.argv[1]), FakeEmbedder())
print("ready", flush=True)
report = index.sync(Path(sys.argv[2]))
print(report.added + report.changed + report.unchanged, index.search("O que é termo 7?", 1)[0].best_sentence.text)
"""


def _child(directory: Path, vault: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", _CHILD, str(directory), str(vault)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_two_processes_may_sync_at_once(tmp_path: Path) -> None:
    vault = _vault(tmp_path / "vault", 20, 10)
    children = [_child(tmp_path / "index", vault) for _ in range(2)]
    outputs = [child.communicate(timeout=120)[0].splitlines()[1] for child in children]
    assert outputs == ["20 termo 7 -> coisa 7 da nota 0"] * 2


@pytest.mark.slow
def test_a_sync_killed_at_any_moment_leaves_nothing_wrong(tmp_path: Path) -> None:
    directory, moments = tmp_path / "index", random.Random(5)
    vault = _vault(tmp_path / "vault", 30, 50)
    for attempt in range(12):
        child = _child(directory, vault)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(moments.uniform(0, 3))
        os.kill(child.pid, signal.SIGKILL)
        child.communicate()
        write_notes(vault, {f"n{attempt}.md": f"* mudança {attempt} -> feita\n* termo 7 -> outra vez {attempt}\n"})
    index = Index.open(directory, FakeEmbedder())
    index.sync(vault)
    fresh = Index.open(tmp_path / "fresh", FakeEmbedder())
    fresh.sync(vault)
    state, wanted = index_state(directory), index_state(tmp_path / "fresh")
    assert state == wanted


@pytest.mark.slow
@pytest.mark.parametrize("damage", _DAMAGES.values(), ids=_DAMAGES.keys())
def test_a_damaged_graph_never_reaches_chroma(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    directory = tmp_path / "index"
    vault = _vault(tmp_path / "vault", 24, 50)  # Chroma writes its graph files from 1,000 vectors on
    first = Index.open(directory, FakeEmbedder())
    first.sync(vault)
    hits = first.search(QUESTION)
    first.close()
    graphs = sorted(directory.glob("chroma/*/*/*"))
    assert {graph.name for graph in graphs} >= {"data_level0.bin", "header.bin", "link_lists.bin", "length.bin"}
    for graph in graphs[:5]:
        for found in directory.glob(f"chroma/*/*/{graph.name}"):
            found.write_bytes(damage(found.read_bytes()))
        child = _child(directory, vault)
        assert child.communicate(timeout=120)[0].splitlines()[1] == "24 termo 7 -> coisa 7 da nota 0"
        assert child.returncode == 0
    assert Index.open(directory, FakeEmbedder()).search(QUESTION) == hits
