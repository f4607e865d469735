"""Finding and reading notes on disk: what counts as one, encodings, and files that cannot be read."""

import hashlib
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.errors import VaultError
from tutor.notes import NoteFile, find_attachment, find_attachments, find_notes, parse_note, read_note


def write(vault: Path, *paths: str) -> None:
    for path in paths:
        (vault / path).parent.mkdir(parents=True, exist_ok=True)
        (vault / path).write_text("x", encoding="utf-8")


def paths(vault: Path) -> list[str]:
    return [note.path for note in find_notes(vault)]


def note_of(folder: Path, data: bytes) -> NoteFile:
    (folder / "nota.md").write_bytes(data)
    return find_notes(folder)[0]


def test_finds_markdown_in_order_of_path(tmp_path: Path) -> None:
    write(tmp_path, "b.md", "a/z.MD", "a/b/c.markdown", "ç ã.md", "foto.png", "lista.txt", "a.md")
    assert paths(tmp_path) == ["a.md", "a/b/c.markdown", "a/z.MD", "b.md", "ç ã.md"]


def test_leaves_hidden_folders_alone(tmp_path: Path) -> None:
    write(tmp_path, ".obsidian/a.md", ".git/b.md", ".trash/c.md", "x/.y/d.md", "e.md", "._e.md", "..md")
    assert paths(tmp_path) == ["..md", "e.md"]


def test_says_size_and_time(tmp_path: Path) -> None:
    note = note_of(tmp_path, b"abc")
    status = (tmp_path / "nota.md").stat()
    assert (note.size, note.modified, note.file) == (3, status.st_mtime_ns, tmp_path / "nota.md")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_follows_links_only_inside_the_vault_and_once(tmp_path: Path) -> None:
    vault, outside = tmp_path / "vault", tmp_path / "fora"
    write(vault, "a.md", "pasta/b.md")
    write(outside, "segredo.md")
    (vault / "volta").symlink_to(vault)
    (vault / "atalho").symlink_to(vault / "pasta")
    (vault / "fora").symlink_to(outside)
    (vault / "segredo.md").symlink_to(outside / "segredo.md")
    (vault / "quebrado.md").symlink_to(vault / "nada.md")
    (vault / "outro.md").symlink_to(vault / "a.md")
    assert paths(vault) == ["a.md", "outro.md", "pasta/b.md"]


@pytest.mark.parametrize(("name", "reason"), [("nada", "não existe"), ("arquivo", "não é uma pasta")])
def test_refuses_what_is_no_folder(tmp_path: Path, name: str, reason: str) -> None:
    write(tmp_path, "arquivo")
    with pytest.raises(VaultError, match=f"{name} {reason}.*--vault"):
        find_notes(tmp_path / name)


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="file names are Unicode there")
def test_a_name_that_is_not_utf8_can_be_stored(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"a\xe7.md")).write_text("x", encoding="utf-8")
    assert paths(tmp_path) == ["a\ufffd.md"]
    assert read_note(find_notes(tmp_path)[0]).text == "x"


def test_finds_attachments(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "img/x.png", ".obsidian/y.png", "b.pdf")
    assert find_attachments(tmp_path) == {"b.pdf": tmp_path / "b.pdf", "img/x.png": tmp_path / "img/x.png"}


@pytest.mark.parametrize(
    ("target", "note", "found"),
    [
        ("figura 1.png", "redes.md", "figura 1.png"),
        ("figura 1.png", "so/disco.md", "so/figura 1.png"),
        ("so/figura 1.png", "redes.md", "so/figura 1.png"),
        ("../figura 1.png", "so/sub/x.md", "figura 1.png"),
        ("FIGURA%201.PNG", "redes.md", "figura 1.png"),
        ("velha.png", "redes.md", None),
        ("../fora.png", "redes.md", None),
        ("https://exemplo.org/figura 2.png", "redes.md", None),
        ("", "redes.md", None),
    ],
    ids=["root", "beside the note", "by path", "parent", "encoded", "hidden", "outside", "remote", "empty"],
)
def test_attachment_is_found_as_obsidian_does(tmp_path: Path, target: str, note: str, found: str | None) -> None:
    vault = tmp_path / "vault"
    write(vault, "figura 1.png", "so/figura 1.png", ".trash/velha.png", "../fora.png")
    assert find_attachment(target, note, find_attachments(vault)) == (None if found is None else vault / found)


def test_an_attachment_that_links_out_of_the_vault_is_none(tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    write(vault, "a.md", "../fora.png")
    (vault / "link.png").symlink_to(tmp_path / "fora.png")
    assert find_attachments(vault) == {}


ENCODINGS = {
    "utf-8": "ação\n".encode(),
    "utf-8 with mark": "ação\n".encode("utf-8-sig"),
    "utf-16 little": b"\xff\xfe" + "ação\n".encode("utf-16-le"),
    "utf-16 big": b"\xfe\xff" + "ação\n".encode("utf-16-be"),
}


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS)
def test_reads_encodings(tmp_path: Path, data: bytes) -> None:
    read = read_note(note_of(tmp_path, data))
    assert (read.text, read.sha256, read.readable, read.problems) == (
        "ação\n",
        hashlib.sha256(data).hexdigest(),
        True,
        (),
    )


def test_reports_what_is_not_utf8(tmp_path: Path) -> None:
    read = read_note(note_of(tmp_path, "um\ndois\nação → fim".replace("→", "-").encode("cp1252")))
    assert read.text == "um\ndois\nação - fim"
    assert [(problem.note, problem.line) for problem in read.problems] == [("nota.md", 3)]
    assert "Windows-1252" in read.problems[0].message


def test_every_line_end_is_one(tmp_path: Path) -> None:
    read = read_note(note_of(tmp_path, b"a\r\nb\rc\nd\x0ce\xc2\x85f"))
    assert read.text == "a\nb\nc\nd\x0ce\x85f"
    assert parse_note("nota.md", read.text).blocks[-1].last_line == 4


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02", b"texto\x00texto", b"\x89PNG\r\n\x1a\n\x00"], ids=["nul", "amid", "png"]
)
def test_refuses_binary_files(tmp_path: Path, data: bytes) -> None:
    read = read_note(note_of(tmp_path, data))
    assert (read.text, read.readable, len(read.problems)) == ("", False, 1)
    assert "não é texto" in read.problems[0].message


def test_refuses_huge_files_without_reading_them(tmp_path: Path) -> None:
    note = NoteFile("g.md", tmp_path / "nada.md", 5_000_001, 0)
    read = read_note(note)
    assert (read.readable, "5 MB" in read.problems[0].message) == (False, True)


def test_reports_a_file_that_is_gone(tmp_path: Path) -> None:
    note = note_of(tmp_path, b"x")
    note.file.unlink()
    read = read_note(note)
    assert (read.readable, "não pôde ser lida" in read.problems[0].message) == (False, True)


@given(data=st.binary(max_size=60))
def test_any_bytes_are_text_or_a_problem(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.getbasetemp() / "bytes"
    folder.mkdir(exist_ok=True)
    read = read_note(note_of(folder, data))
    assert read.readable or read.problems
    assert "\r" not in read.text
    assert (folder / "nota.md").read_bytes() == data
