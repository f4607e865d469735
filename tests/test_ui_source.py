"""The source panel: the quoted words marked in the outline around them."""

import re
from dataclasses import replace

import pytest

from tutor.notes import parse_note
from tutor.types import Citation, Note, PageKind, PageReference
from tutor.ui.images import Picture
from tutor.ui.views.source import mark_quote, render_missing_source, render_note, render_source, standing_citation

TEXT = """\
# Redes
## Equipamentos
* camadas { física, enlace }
* switch -> encaminha **quadros** por [[mac|endereço MAC]]
\t* ! cada porta é um domínio de colisão
\t* ![[foto.png]]
\t\t* p. 23 da apostila redes_01
* hub -> repete os bits
* a
* b
* c
* d
* e
"""


def _note(text: str = TEXT, path: str = "redes.md") -> Note:
    return parse_note(path, text)


def _citation(line: int, quote: str, **changes: object) -> Citation:
    return replace(Citation(1, "redes.md", ("redes",), line, line, quote), **changes)


def _no_picture(_note: str, target: str) -> Picture:
    return Picture(target, problem="source.image_missing")


def _rows(html: str, role: str) -> list[str]:
    found = re.findall(rf'<li class="row {role} [^>]*>(.*?)</li>', html)
    return [re.sub(r"<(?!/?mark)[^>]*>", "", row) for row in found]


def test_quote_is_marked_and_its_outline_stands_around_it() -> None:
    quote = "switch -> encaminha **quadros** por [[mac|endereço MAC]]"
    html = render_source(_note(), _citation(4, quote), "pt", _no_picture)
    assert _rows(html, "above") == ["Equipamentos"]
    assert _rows(html, "cited") == ["<mark>switch → encaminha quadros por endereço MAC</mark>"]
    assert _rows(html, "beside") == ["camadas { física, enlace }", "hub → repete os bits", "a", "b", "c"]
    assert _rows(html, "below")[0] == "! cada porta é um domínio de colisão"
    assert "Mais 2 abaixo" in html
    assert "redes.md · linha 4" in html


def test_part_of_a_line_is_marked_alone() -> None:
    html = render_source(_note(), _citation(8, "repete os bits"), "pt", _no_picture)
    assert _rows(html, "cited") == ["hub → <mark>repete os bits</mark>"]


def test_quote_over_several_lines_marks_each_of_them() -> None:
    quote = "hub -> repete os bits\n* a"
    html = render_source(_note(), _citation(8, quote, last_line=9), "pt", _no_picture)
    assert _rows(html, "cited") == ["<mark>hub → repete os bits</mark>", "<mark>a</mark>"]


def test_pages_are_chips() -> None:
    page = PageReference("apostila redes_01", 23, 23, PageKind.PAGE, 7)
    html = render_source(_note(), _citation(8, "hub", pages=(page,)), "pt", _no_picture)
    assert '<span class="chip">apostila redes_01 · p. 23</span>' in html


def test_picture_is_shown_where_it_exists_and_named_where_not() -> None:
    def find(note: str, target: str) -> Picture:
        assert (note, target) == ("redes.md", "foto.png")
        return Picture("foto.png", address="data:image/png;base64,AAAA")

    citation = _citation(5, "cada porta é um domínio de colisão")
    assert '<img src="data:image/png;base64,AAAA" alt="foto.png">' in render_source(_note(), citation, "pt", find)
    missing = render_source(_note(), citation, "en", _no_picture)
    assert "Image not found in the vault: foto.png" in missing
    assert "<img" not in missing


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "<b onclick=alert(1)>"],
)
def test_hostile_notes_are_shown_as_text(text: str) -> None:
    note = _note(f"* termo -> definição\n* {text} depois\n", path="<img src=x onerror=alert(1)>.md")
    cited = _citation(1, "termo -> definição", note=note.path)
    for html in (render_source(note, cited, "pt", _no_picture), render_note(note, "pt", _no_picture)):
        assert "<script" not in html
        assert not re.search(r"<(?:img|b)\b", html)
        assert not re.search(r"<[^>]*\b(?:onerror|onclick|href)=", html)


def test_whole_note_shows_every_block_at_its_depth() -> None:
    html = render_note(_note(), "pt", _no_picture)
    assert len(_rows(html, "beside")) == 13
    assert '<li class="row beside kind-item" style="--depth:3">p. 23 da apostila redes_01</li>' in html


def test_citation_follows_its_words_when_lines_move() -> None:
    citation = _citation(8, "hub -> repete os bits")
    assert standing_citation(_note(), citation) == citation
    moved = standing_citation(_note("* novo\n" + TEXT), citation)
    assert moved == replace(citation, first_line=9, last_line=9)
    assert standing_citation(_note("* outra coisa"), citation) is None


def test_missing_source_says_what_to_do() -> None:
    html = render_missing_source("<x>.md", "pt")
    assert "&lt;x&gt;.md mudou ou foi removida" in html


@pytest.mark.parametrize(
    ("quote", "text", "marked"),
    [
        ("a -> b", "a -> b", ["a -> b"]),
        ("**bare metal**, nativo", "tipo 1, bare metal, nativo { X }", ["bare metal, nativo"]),
        ("porta 3389", "RDP (porta padrão 3389)", ["porta", "3389)"]),
        ("! aviso.", "! aviso.", ["! aviso."]),
        ("nada disso", "outro texto", []),
        ("", "texto", []),
    ],
    ids=["whole", "without bold", "with a gap", "signs at the ends", "absent", "empty"],
)
def test_mark_quote(quote: str, text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in mark_quote(quote, text)] == marked
