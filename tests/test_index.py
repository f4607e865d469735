"""The index over a real Chroma and SQLite, with the fake embedder."""

import os
import threading
from contextlib import closing
from pathlib import Path

import pytest
from index_state import index_state, write_notes

from tutor.errors import IndexingError, IndexMismatchError, VaultError
from tutor.index import Index
from tutor.index.store import Store
from tutor.index.vocabulary import Vocabulary
from tutor.testing import FakeEmbedder
from tutor.types import PageKind, PageReference, Problem, SyncReport

NOTES = {
    "so/virtualizacao.md": (
        "* hypercall -> chamada ao hypervisor, similar a uma syscall a um kernel\n"
        "* snapshot -> imagem instantânea do estado de uma VM\n"
        "\t* p. 51 da apostila so_02\n"
        "* tipos de hypervisors\n"
        "\t* tipo 1, nativo { Hyper-V, Citrix XenServer }\n"
        "\t* tipo 2, hosted { VirtualBox, QEMU }\n"
    ),
    "redes.md": (
        "---\ntitle: Redes\ntags: [prova]\n---\n# TCP\n\nO TCP é um protocolo orientado à conexão. Um snapshot das"
        " conexões mostra as portas.\n\n* UDP -> protocolo sem conexão\n"
    ),
}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    write_notes(tmp_path / "vault", NOTES)
    return tmp_path / "vault"


@pytest.fixture
def embedder() -> FakeEmbedder:
    return FakeEmbedder()


@pytest.fixture
def index(tmp_path: Path, vault: Path, embedder: FakeEmbedder) -> Index:
    index = Index.open(tmp_path / "index", embedder)
    index.sync(vault)
    return index


def test_the_first_sync_adds_every_note(tmp_path: Path, vault: Path, embedder: FakeEmbedder) -> None:
    steps: list[tuple[int, int, str]] = []
    index = Index.open(tmp_path / "index", embedder)
    assert index.sync(vault, lambda *step: steps.append(step)) == SyncReport(2, 0, 0, 0)
    assert steps == [
        (1, 2, "lendo as notas"),
        (2, 2, "lendo as notas"),
        (embedder.texts_embedded, embedder.texts_embedded, "calculando embeddings"),
        (0, 1, "gravando o índice"),
        (1, 1, "gravando o índice"),
    ]


def test_indexing_twice_changes_nothing(tmp_path: Path, vault: Path, index: Index, embedder: FakeEmbedder) -> None:
    before, embedded = index_state(tmp_path / "index"), embedder.texts_embedded
    assert index.sync(vault) == SyncReport(0, 0, 0, 2)
    assert Index.open(tmp_path / "index", embedder).sync(vault) == SyncReport(0, 0, 0, 2)
    assert (index_state(tmp_path / "index"), embedder.texts_embedded) == (before, embedded)


def test_only_what_changed_is_embedded(vault: Path, index: Index, embedder: FakeEmbedder) -> None:
    embedded = embedder.texts_embedded
    write_notes(vault, {"redes.md": NOTES["redes.md"] + "* ICMP -> mensagens de controle\n"})
    assert index.sync(vault) == SyncReport(0, 1, 0, 1)
    assert embedder.texts_embedded - embedded == 1  # a passage of one sentence is one text
    assert index.search("ICMP", 1)[0].passage.text == "* ICMP -> mensagens de controle"


def test_a_removed_note_is_found_no_more(vault: Path, index: Index) -> None:
    (vault / "redes.md").unlink()
    assert index.sync(vault) == SyncReport(0, 0, 1, 1)
    assert {hit.passage.note for hit in index.search("UDP protocolo")} == {"so/virtualizacao.md"}
    assert [note.path for note in index.notes()] == ["so/virtualizacao.md"]


def test_an_edit_of_the_same_size_within_the_time_stamp_is_noticed(vault: Path, index: Index) -> None:
    note = vault / "redes.md"
    status = note.stat()
    note.write_text(NOTES["redes.md"].replace("UDP", "XYZ"), "utf-8")
    os.utime(note, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert index.sync(vault) == SyncReport(0, 1, 0, 1)


def test_a_file_of_another_vault_is_told_by_its_content(tmp_path: Path, vault: Path, index: Index) -> None:
    other = tmp_path / "other"
    write_notes(other, {"redes.md": NOTES["redes.md"].replace("UDP", "XYZ")})
    os.utime(vault / "redes.md", (1_000_000_000, 1_000_000_000))
    os.utime(other / "redes.md", (1_000_000_000, 1_000_000_000))
    assert index.sync(vault) == SyncReport(0, 0, 0, 2)
    assert index.sync(other) == SyncReport(0, 1, 1, 0)
    assert index.search("XYZ", 1)[0].best_sentence.text == "XYZ -> protocolo sem conexão"


def test_a_touched_file_is_read_but_not_changed(vault: Path, index: Index, embedder: FakeEmbedder) -> None:
    embedded = embedder.texts_embedded
    os.utime(vault / "redes.md", (1_000_000_000, 1_000_000_000))
    assert index.sync(vault) == SyncReport(0, 0, 0, 2)
    assert embedder.texts_embedded == embedded


def test_notes_are_never_written(vault: Path, index: Index) -> None:
    state = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in vault.rglob("*") if path.is_file()}
    index.sync(vault, rebuild=True)
    index.search("hypercall")
    assert state == {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in vault.rglob("*") if p.is_file()}


def test_the_passage_is_the_text_between_its_lines(index: Index) -> None:
    for note in index.notes():
        for passage in index.passages(note.path):
            assert index.note(note.path).lines(passage.first_line, passage.last_line) == passage.text


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("O que é hypercall?", 1),
        ("o que é um snapshot", 2),
        ("what is a hypercall?", 1),
        ("Defina snapshot", 2),
        ("qual o conceito de snapshot?", 2),
        ("hipercall", 1),
        ("imagem instantanea do estado da vm", 2),
        ("quais hypervizors são do tipo 2?", 4),
    ],
    ids=["definition", "article", "english", "define", "concept", "misspelt", "no accents", "list"],
)
def test_the_best_passage_comes_first(index: Index, query: str, line: int) -> None:
    hit = index.search(query)[0]
    assert (hit.passage.note, hit.passage.first_line) == ("so/virtualizacao.md", line)


def test_words_of_another_language_meet_through_the_glossary(vault: Path, index: Index) -> None:
    write_notes(vault, {"maquinas.md": "* máquina virtual -> computador feito em software\n* disco -> guarda dados\n"})
    index.sync(vault)
    for query in ("What is a virtual machine?", "what does the disk store", "O que é VM?"):
        assert index.search(query, 1)[0].passage.note == "maquinas.md"
    assert index.search("What is a virtual machine?", 1)[0].best_sentence.text.startswith("máquina virtual ->")


def test_a_written_definition_comes_before_other_mentions(index: Index) -> None:
    first, second = index.search("O que é snapshot?")[:2]
    assert (first.passage.note, second.passage.note) == ("so/virtualizacao.md", "redes.md")
    assert first.best_sentence.text == "snapshot -> imagem instantânea do estado de uma VM"


def test_hits_are_ordered_by_score_then_id_and_the_same_every_time(index: Index) -> None:
    hits = index.search("protocolo de conexão")
    assert hits == sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))
    assert [len(hit.sentence_scores) for hit in hits] == [len(hit.passage.sentences) for hit in hits]
    assert index.search("protocolo de conexão") == hits


@pytest.mark.parametrize("k", [0, 1, 2], ids=str)
def test_k_limits_the_hits(index: Index, k: int) -> None:
    assert len(index.search("hypervisor", k)) == k


@pytest.mark.parametrize(
    ("notes", "found"),
    [(["redes.md"], {"redes.md"}), (["nada.md"], set()), ([], set()), (None, {"redes.md", "so/virtualizacao.md"})],
    ids=["one note", "unknown note", "no note", "all notes"],
)
def test_a_search_keeps_to_the_notes_named(index: Index, notes: list[str] | None, found: set[str]) -> None:
    assert {hit.passage.note for hit in index.search("O que é snapshot?", notes=notes)} == found


@pytest.mark.parametrize(
    "query",
    ["", "?!", "o que é", 'a "b" OR NEAR(c', "中文", "palavra " * 500],
    ids=["empty", "signs", "stop words", "query syntax", "other script", "long"],
)
def test_any_text_can_be_searched(index: Index, query: str) -> None:
    assert index.search(query, 3) == index.search(query, 3)


def test_notes_are_summarised(index: Index) -> None:
    redes, virtualizacao = index.notes()
    assert (redes.path, redes.title, redes.tags) == ("redes.md", "Redes", ("prova",))
    page = PageReference("apostila so_02", 51, 51, PageKind.PAGE, 3)
    assert (virtualizacao.pages, virtualizacao.passages) == ((page,), len(index.passages("so/virtualizacao.md")))


def test_definitions_are_found_by_name_in_any_spelling(index: Index) -> None:
    (found,) = index.definitions("Snapshots")
    assert (found.note.path, found.block.statement.label) == ("so/virtualizacao.md", "snapshot")
    assert index.definitions("inexistente") == ()


def test_topics_are_what_is_defined_and_headings_and_parents(index: Index) -> None:
    found = [(topic.name, topic.defines) for topic in index.topics() if topic.note == "so/virtualizacao.md"]
    assert ("hypercall", True) in found
    assert ("tipos de hypervisors", False) in found
    assert ("TCP", False) in [(topic.name, topic.defines) for topic in index.topics() if topic.note == "redes.md"]


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("o que é hipercall?", "o que é hypercall?"),
        ("snapshott e a VM", "snapshot e a VM"),
        ("quais hypervisores", "quais hypervisores"),
        ("o que é kubernetes", "o que é kubernetes"),
        ("o hóspede aguenta", "o hóspede aguenta"),
        ("o tipo snapshtos", "o tipo snapshot"),
    ],
    ids=["one letter", "one more", "another ending", "unknown", "in the dictionary", "in the plural"],
)
def test_misspelt_words_are_mended_with_the_words_of_the_notes(index: Index, written: str, mended: str) -> None:
    assert index.correct(written) == mended


@pytest.mark.parametrize(("words", "mended"), [(["cor", "corrida"], "corrida"), (["cor"], "corida")])
def test_a_form_of_a_word_far_from_it_may_be_another_word_misspelt(words: list[str], mended: str) -> None:
    assert Vocabulary(words).correct("corida") == mended


def test_problems_are_reported_at_every_sync(vault: Path, index: Index) -> None:
    (vault / "antiga.md").write_bytes("* memória -> guarda dados\n".encode("cp1252"))
    (vault / "binaria.md").write_bytes(b"\x00\x01\x02")
    first = index.sync(vault)
    assert [(problem.note, problem.line) for problem in first.problems] == [("antiga.md", 1), ("binaria.md", 0)]
    assert (first.added, index.sync(vault).problems) == (1, first.problems)
    assert isinstance(index.notes()[0].problems[0], Problem)
    assert index.search("memória", 1)[0].passage.note == "antiga.md"


def test_an_empty_vault_finds_nothing(tmp_path: Path, embedder: FakeEmbedder) -> None:
    (tmp_path / "empty").mkdir()
    index = Index.open(tmp_path / "index", embedder)
    assert index.sync(tmp_path / "empty") == SyncReport(0, 0, 0, 0)
    assert (index.search("nada"), index.notes(), index.topics()) == ([], (), ())


@pytest.mark.parametrize("rebuild", [False, True], ids=["sync", "rebuild"])
def test_a_missing_vault_leaves_the_index_as_it_was(tmp_path: Path, index: Index, rebuild: bool) -> None:
    with pytest.raises(VaultError, match="não existe"):
        index.sync(tmp_path / "nowhere", rebuild=rebuild)
    assert len(index.notes()) == 2


def test_opening_writes_nothing_and_searching_needs_a_sync(tmp_path: Path, embedder: FakeEmbedder) -> None:
    index = Index.open(tmp_path / "index", embedder)
    with pytest.raises(IndexingError, match="Rode `tutor index`"):
        index.search("hypercall")
    assert not (tmp_path / "index").exists()


def test_every_note_comes_in_order_and_the_version_follows_changes(vault: Path, index: Index) -> None:
    notes, version = index.every_note(), index.version()
    assert [note.path for note in notes] == [summary.path for summary in index.notes()]
    assert [index.note(note.path) for note in notes] == list(notes)
    index.sync(vault)
    assert index.version() == version
    (vault / notes[0].path).write_text("* novo -> outro\n", encoding="utf-8")
    index.sync(vault)
    assert index.version() != version
    assert index.every_note()[0].text == "* novo -> outro\n"


def test_an_unknown_note_is_named(index: Index) -> None:
    with pytest.raises(IndexingError, match="outra não está no índice"):
        index.note("outra")


@pytest.mark.parametrize(
    "other", [FakeEmbedder("outro"), FakeEmbedder("fake", 64)], ids=["another name", "another dimension"]
)
def test_another_embedder_is_refused_with_the_command_that_rebuilds(
    tmp_path: Path, vault: Path, index: Index, other: FakeEmbedder
) -> None:
    second = Index.open(tmp_path / "index", other)
    with pytest.raises(IndexMismatchError, match="tutor index --rebuild"):
        second.search("hypercall")
    write_notes(vault, {"nova.md": "* novo -> texto\n"})
    with pytest.raises(IndexMismatchError, match="tutor index --rebuild"):
        second.sync(vault)
    assert second.sync(vault, rebuild=True) == SyncReport(3, 0, 0, 0)
    assert second.search("hypercall", 1)[0].passage.first_line == 1


def test_another_schema_version_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, vault: Path, index: Index, embedder: FakeEmbedder
) -> None:
    monkeypatch.setattr("tutor.index.index.SCHEMA_VERSION", "999")
    newer = Index.open(tmp_path / "index", embedder)
    for call in (lambda: newer.search("hypercall"), lambda: newer.sync(vault)):
        with pytest.raises(IndexMismatchError, match="tutor index --rebuild"):
            call()


def test_notes_are_read_anew_by_newer_code(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, vault: Path, index: Index, embedder: FakeEmbedder
) -> None:
    embedded = embedder.texts_embedded
    monkeypatch.setattr("tutor.index.sync.reader_fingerprint", lambda: "newer")
    monkeypatch.setattr("tutor.index.rows.passage_search_text", lambda passage: f"novo {passage.text}")
    assert index.sync(vault) == SyncReport(0, 0, 0, 2)
    assert embedder.texts_embedded > embedded
    assert index.search("hypercall", 1)[0].passage.first_line == 1


def test_another_process_sees_what_was_synced(tmp_path: Path, vault: Path, index: Index) -> None:
    reader = Index.open(tmp_path / "index", FakeEmbedder())
    assert reader.search("UDP", 1)[0].passage.note == "redes.md"
    write_notes(vault, {"nova.md": "* UDP lite -> variante com checksum parcial\n"})
    index.sync(vault)
    assert reader.search("UDP lite", 1)[0].passage.note == "nova.md"


def test_threads_search_while_one_syncs(vault: Path, index: Index) -> None:
    failures: list[Exception] = []
    done = threading.Event()

    def search() -> None:
        try:
            while not done.is_set():
                assert index.search("O que é hypercall?", 1)[0].passage.note == "so/virtualizacao.md"
        except Exception as error:  # noqa: BLE001 - reported below
            failures.append(error)

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for step in range(5):
        write_notes(vault, {"redes.md": f"* passo -> número {step}\n"})
        assert index.sync(vault).changed == 1
    index.sync(vault, rebuild=True)
    done.set()
    for thread in threads:
        thread.join()
    assert failures == []


def test_a_connection_is_used_again_until_the_file_is_another(
    index: Index, vault: Path, embedder: FakeEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    class CountedStore(Store):
        def __init__(self, file: Path) -> None:
            opened.append(file)
            super().__init__(file)

    monkeypatch.setattr("tutor.index.index.Store", CountedStore)
    with index.holding(), index.holding():
        index.passages("redes.md")
        index.frequencies(["snapshot"])
    index.frequencies(["snapshot"])
    assert len(opened) == 1
    (vault / "novas.md").write_text("* QUIC -> transporte sobre UDP\n", encoding="utf-8")
    with closing(Index.open(index.directory, embedder)) as other:
        other.sync(vault, rebuild=True)
    opened.clear()
    assert index.passages("novas.md")
    assert len(opened) == 1


def test_a_sync_meanwhile_does_not_disturb_what_is_held(index: Index, vault: Path) -> None:
    with index.holding():
        (vault / "redes.md").write_text("* UDP -> datagramas\n", encoding="utf-8")
        other = threading.Thread(target=index.sync, args=[vault])
        other.start()
        other.join()
        assert index.passages("redes.md")
    assert [passage.text for passage in index.passages("redes.md")] == ["* UDP -> datagramas"]
