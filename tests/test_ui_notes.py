"""The notes page and the status line."""

import re

import pytest

from tutor.index import NoteSummary
from tutor.types import PageKind, PageReference, Problem, SyncReport
from tutor.ui.preparation import Phase, Status
from tutor.ui.scope import EVERYTHING, scope_choices, scope_notes
from tutor.ui.views.header import render_header
from tutor.ui.views.notes import render_notes, render_progress, status_words

NOTES = (
    NoteSummary("a/b/x.md", "X", ("redes",), 3, (PageReference("apostila 2", 9, 9, PageKind.PAGE, 7),), ()),
    NoteSummary(
        "y.md",
        "Y",
        (),
        2,
        (PageReference("apostila 2", 3, 4, PageKind.PAGE, 1), PageReference(None, 5, 5, PageKind.SLIDE, 2)),
        (),
    ),
)


def _text(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)).strip()


def test_notes_problems_and_handouts_are_listed() -> None:
    text = _text(render_notes(NOTES, (Problem("y.md", 2, "imagem x.png não encontrada"),), "pt"))
    assert "Notas: 2 · passagens: 5 · referências de página: 3" in text
    assert "Problemas encontrados 1 y.md · linha 2 imagem x.png não encontrada" in text
    assert "apostila 2 p. 3–4 y.md · linha 1 p. 9 a/b/x.md · linha 7 Sem apostila indicada slide 5 y.md" in text
    assert "X a/b/x.md #redes 3 1" in text


def test_nothing_indexed_says_so() -> None:
    text = _text(render_notes((), (), "en"))
    assert "No note is indexed yet." in text
    assert "No problems found." in text
    assert "The notes name no handout pages." in text


def test_hostile_titles_paths_and_messages_are_shown_as_text() -> None:
    hostile = '"><img src=x onerror=alert(1)>'
    page = PageReference(hostile, 1, 1, PageKind.PAGE, 1)
    html = render_notes(
        (NoteSummary(hostile, hostile, (hostile,), 1, (page,), ()),), (Problem(hostile, 1, hostile),), "pt"
    )
    assert "<img" not in html
    assert html.count("&quot;&gt;&lt;img") > 5


@pytest.mark.parametrize(
    ("status", "notes", "words"),
    [
        (Status(), 0, "Preparando o modelo…"),
        (Status(Phase.INDEXING), 0, "Lendo as notas…"),
        (Status(Phase.INDEXING, 12, 200), 0, "Indexando 12/200…"),
        (Status(Phase.READY), 0, "Nenhuma nota"),
        (Status(Phase.READY), 1, "1 nota pronta"),
        (Status(Phase.READY), 6, "6 notas prontas"),
        (Status(Phase.FAILED, problem="x"), 0, "Não foi possível abrir as notas"),
    ],
    ids=["loading", "reading", "indexing", "empty", "one", "several", "failed"],
)
def test_status_line(status: Status, notes: int, words: str) -> None:
    assert status_words(status, notes, "pt") == words
    assert words in render_header(status, notes, "pt")


def test_progress_bar_report_and_failure() -> None:
    assert '<progress max="200" value="12"' in render_progress(Status(Phase.INDEXING, 12, 200), "pt")
    assert "value" not in render_progress(Status(Phase.LOADING), "pt")
    report = SyncReport(1, 2, 3, 4)
    assert "Novas: 1 · alteradas: 2 · removidas: 3 · iguais: 4" in render_progress(
        Status(Phase.READY, report=report), "pt"
    )
    failed = _text(
        render_progress(Status(Phase.FAILED, problem="A pasta <x> não existe. Crie-a.", report=report), "pt")
    )
    assert failed == "Suas notas Não foi possível abrir as notas: A pasta &lt;x&gt; não existe. Crie-a."
    assert "tutor doctor" in render_progress(Status(Phase.FAILED), "en")


def test_scopes_are_everything_folders_tags_and_notes() -> None:
    assert scope_choices(NOTES, "pt") == [
        ("Todas as notas", EVERYTHING),
        ("Pasta a", "folder:a"),
        ("Pasta a/b", "folder:a/b"),
        ("Tópico #redes", "tag:redes"),
        ("Nota X", "note:a/b/x.md"),
        ("Nota Y", "note:y.md"),
    ]


@pytest.mark.parametrize(
    ("scope", "paths"),
    [
        (EVERYTHING, None),
        ("folder:a", {"a/b/x.md"}),
        ("folder:b", set()),
        ("tag:redes", {"a/b/x.md"}),
        ("note:y.md", {"y.md"}),
    ],
    ids=["everything", "folder", "folder below another", "tag", "note"],
)
def test_scope_names_its_notes(scope: str, paths: set[str] | None) -> None:
    assert scope_notes(scope, NOTES) == paths
