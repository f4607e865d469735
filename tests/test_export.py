"""Export: an Anki deck that updates itself, an exam to print, a table for Excel."""

import csv
import json
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hand_exercises import PAGE_51, false_assertion, flashcard, multiple_choice, open_question, true_false

from tutor.errors import PracticeError
from tutor.practice.export import AnkiExport, export_anki, export_csv, export_exam
from tutor.practice.export.wording import key_text, page_text, source_text
from tutor.types import Citation, Exercise, Option, PageKind, PageReference

if TYPE_CHECKING:
    from anki.collection import Collection

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOSTILE = '<script>alert("x")</script> & {{c1::x}} [sound:x.mp3]\nlinha 2'
PICTURE = b"\x89PNG one"
OTHER_PICTURE = b"\x89PNG two"


def one_of_each() -> list[Exercise]:
    return [true_false("a"), multiple_choice("b"), open_question("c"), flashcard("d"), false_assertion("e")]


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    for name, content in [("figura 1.png", PICTURE), ("so/figura 1.png", OTHER_PICTURE), (".trash/velha.png", PICTURE)]:
        file = tmp_path / "vault" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (tmp_path / "fora.png").write_bytes(PICTURE)
    return tmp_path / "vault"


# ---- words ----


@pytest.mark.parametrize(
    ("exercise", "text"),
    [
        (true_false("a"), "Certo"),
        (false_assertion("a"), "Errado"),
        (multiple_choice("a"), "B) opção B"),
        (flashcard("a"), "resposta"),
    ],
    ids=["certo", "errado", "letter", "reference"],
)
def test_key_in_full(exercise: Exercise, text: str) -> None:
    assert key_text(exercise) == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (PAGE_51, "apostila so_02, p. 51"),
        (PageReference("apostila so_02", 3, 5, PageKind.PAGE, 1), "apostila so_02, p. 3–5"),
        (PageReference(None, 13, 13, PageKind.CHAPTER, 1), "cap. 13"),
        (PageReference("aula", 4, 4, PageKind.SLIDE, 1), "aula, slide 4"),
    ],
    ids=["page", "range", "chapter without source", "slide"],
)
def test_page_text(page: PageReference, text: str) -> None:
    assert page_text(page) == text


def test_source_says_note_lines_outline_and_page() -> None:
    citation = Citation(1, "so/disco.md", ("disco", "raid", "níveis"), 4, 6, "trecho", (PAGE_51,))
    assert source_text(citation) == "so/disco.md, linhas 4–6 › raid › níveis; apostila so_02, p. 51"


# ---- Anki ----


def package(file: Path, folder: Path) -> tuple[sqlite3.Connection, dict[str, bytes]]:
    """Return an exported package's collection and its media by name."""
    with zipfile.ZipFile(file) as archive:
        archive.extract("collection.anki2", folder)
        names = json.loads(archive.read("media"))
        media = {name: archive.read(number) for number, name in names.items()}
    return sqlite3.connect(folder / "collection.anki2"), media


def test_package_holds_one_note_an_exercise_with_stable_ids(tmp_path: Path, vault: Path) -> None:
    seen = []
    for day in (1, 2):
        file = tmp_path / f"{day}.apkg"
        done = export_anki(one_of_each(), file, vault=vault, now=NOW + timedelta(days=day))
        assert done == AnkiExport(notes=5, images=0, missing=())
        collection, _ = package(file, tmp_path)
        seen.append(collection.execute("SELECT guid, mid, flds, tags FROM notes ORDER BY guid").fetchall())
        assert collection.execute("SELECT COUNT(*) FROM cards").fetchone() == (5,)
    assert seen[0] == seen[1]
    assert len({guid for guid, *_ in seen[0]}) == 5
    assert {mid for _, mid, *_ in seen[0]} == {1763935211, 1763935212, 1763935213, 1763935214}


def test_fields_show_what_the_note_says_and_run_nothing(tmp_path: Path, vault: Path) -> None:
    exercise = multiple_choice("a", prompt=HOSTILE, options=(Option("B", HOSTILE),), explanation=HOSTILE, topic=HOSTILE)
    export_anki([exercise], tmp_path / "x.apkg", vault=vault, now=NOW)
    collection, _ = package(tmp_path / "x.apkg", tmp_path)
    fields, tags = collection.execute("SELECT flds, tags FROM notes").fetchone()
    shown = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; {{c1::x}} &#91;sound:x.mp3]<br>linha 2"
    source = "redes.md, linha 1 › camadas"
    assert fields.split("\x1f") == [shown, f"B) {shown}", f"B) {shown}", shown, source, ""]
    assert tags.split() == ["script_alert_x_script_c1_x_sound_x.mp3_linha_2", "multipla-escolha"]


def test_gap_is_a_cloze(tmp_path: Path, vault: Path) -> None:
    card = flashcard("a", prompt="Complete: o quadro {x} leva _____ e <b>.", key="endereço::MAC }}")
    export_anki([card], tmp_path / "x.apkg", vault=vault, now=NOW)
    collection, _ = package(tmp_path / "x.apkg", tmp_path)
    fields, model = collection.execute("SELECT flds, mid FROM notes").fetchone()
    cloze = "{{c1::endereço&#58;&#58;MAC &#125;&#125;}}"
    assert fields.split("\x1f")[0] == f"Complete: o quadro &#123;x&#125; leva {cloze} e &lt;b&gt;."
    assert model == 1763935215
    assert collection.execute("SELECT COUNT(*) FROM cards").fetchone() == (1,)


def test_two_gaps_stay_a_plain_card(tmp_path: Path, vault: Path) -> None:
    export_anki([flashcard("a", prompt="_____ e _____")], tmp_path / "x.apkg", vault=vault, now=NOW)
    collection, _ = package(tmp_path / "x.apkg", tmp_path)
    assert collection.execute("SELECT mid FROM notes").fetchone() == (1763935214,)


def test_false_assertion_shows_the_change(tmp_path: Path, vault: Path) -> None:
    export_anki([false_assertion("a")], tmp_path / "x.apkg", vault=vault, now=NOW)
    collection, _ = package(tmp_path / "x.apkg", tmp_path)
    (fields,) = collection.execute("SELECT flds FROM notes").fetchone()
    assert fields.split("\x1f")[2] == "Errado<br><s>sistema operacional</s> → hardware"


@pytest.mark.parametrize(
    ("fields", "tags"),
    [
        ({"topic": "tipos de hypervisors"}, ["tipos_de_hypervisors", "certo-errado"]),
        ({"topic": "TCP/IP: camadas"}, ["TCP_IP_camadas", "certo-errado"]),
        ({"topic": "redução", "study_marks": ("anki", "n_entendi")}, ["redução", "certo-errado", "anki", "n_entendi"]),
        ({"topic": "!?"}, ["certo-errado"]),
    ],
    ids=["spaces", "signs", "study marks", "nothing left"],
)
def test_tags_are_valid(tmp_path: Path, vault: Path, fields: dict[str, object], tags: list[str]) -> None:
    export_anki([true_false("a", **fields)], tmp_path / "x.apkg", vault=vault, now=NOW)
    collection, _ = package(tmp_path / "x.apkg", tmp_path)
    assert collection.execute("SELECT tags FROM notes").fetchone()[0].split() == tags


def test_pictures_of_equal_name_stay_two_and_missing_ones_are_told(tmp_path: Path, vault: Path) -> None:
    images = ("figura 1.png", "sumiu.png")
    exercises = [true_false("a", images=images), true_false("b", note="so/disco.md", images=images[:1])]
    done = export_anki(exercises, tmp_path / "x.apkg", vault=vault, now=NOW)
    assert done == AnkiExport(notes=2, images=2, missing=(("redes.md", "sumiu.png"),))
    collection, media = package(tmp_path / "x.apkg", tmp_path)
    assert sorted(media.values()) == sorted([PICTURE, OTHER_PICTURE])
    for (fields,) in collection.execute("SELECT flds FROM notes"):
        name = fields.split("\x1f")[-1].removeprefix('<img src="').removesuffix('">')
        assert name in media


def test_export_leaves_nothing_behind(tmp_path: Path, vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    export_anki(one_of_each(), tmp_path / "x.apkg", vault=vault, now=NOW)
    assert list(temporary.iterdir()) == []
    assert [file.name for file in tmp_path.glob("*x.apkg*")] == ["x.apkg"]


@pytest.fixture
def collection(tmp_path: Path) -> Iterator["Collection"]:
    from anki.collection import Collection

    opened = Collection(str(tmp_path / "student.anki2"))
    yield opened
    opened.close()


def import_package(collection: "Collection", file: Path) -> tuple[int, int]:
    """Import as Anki does by default; return the counts of new and updated notes."""
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    options = ImportAnkiPackageOptions(merge_notetypes=False, with_scheduling=False)
    log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(file), options=options)).log
    return len(log.new), len(log.updated)


@pytest.mark.slow
def test_anki_imports_the_deck_twice_and_doubles_nothing(tmp_path: Path, vault: Path, collection: "Collection") -> None:
    file = tmp_path / "x.apkg"
    gap = flashcard("lacuna", prompt="O quadro leva _____ {ou não}.", key="endereço::MAC }}")
    exercises = [*one_of_each()[1:], gap]
    export_anki([true_false("a", images=("figura 1.png",)), *exercises], file, vault=vault, now=NOW)
    assert import_package(collection, file) == (6, 0)
    assert import_package(collection, file) == (0, 0)

    collection.decks.select(collection.decks.id("Tutor"))
    reviewed = collection.sched.getCard()
    assert reviewed is not None
    collection.sched.answerCard(reviewed, 3)

    edited = [true_false("a", prompt="Nova <redação>", images=("figura 1.png",)), *exercises, flashcard("novo")]
    export_anki(edited, file, vault=vault, now=NOW + timedelta(days=1))
    assert import_package(collection, file) == (1, 6)
    assert (collection.note_count(), collection.card_count()) == (7, 7)
    assert collection.get_card(reviewed.id).reps == 1
    (changed,) = collection.find_cards('"Nova &lt;redação&gt;"')
    assert "Nova &lt;redação&gt;" in collection.get_card(changed).question()
    assert collection.get_card(changed).answer().count("<img") == 1
    (cloze,) = collection.find_cards('"note:Tutor: lacuna"')
    shown = collection.get_card(cloze).answer()
    assert re.sub(r"<[^>]+>", "", shown.split('class="prompt">')[1]).startswith(
        "O quadro leva endereço&#58;&#58;MAC &#125;&#125; &#123;ou não&#125;."
    )
    tutor_types = [each.name for each in collection.models.all_names_and_ids() if each.name.startswith("Tutor")]
    assert len(tutor_types) == 5
    assert len(list(Path(collection.media.dir()).iterdir())) == 1
    assert set(collection.tags.all()) >= {"redes", "certo-errado", "multipla-escolha", "aberta", "flashcard"}


# ---- exam ----


class Page(HTMLParser):
    """Collects the tags and the text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a start tag and its attributes."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep a piece of text."""
        self.text += data


def exam(exercises: list[Exercise], tmp_path: Path, vault: Path, title: str = "Simulado") -> Page:
    export_exam(exercises, tmp_path / "exam.html", vault=vault, title=title, day=date(2026, 3, 1))
    return Page((tmp_path / "exam.html").read_text(encoding="utf-8"))


def test_exam_asks_first_and_answers_at_the_end(tmp_path: Path, vault: Path) -> None:
    page = exam([*one_of_each(), true_false("f", pages=(PAGE_51,))], tmp_path, vault)
    questions, key = page.text.split("Gabarito")
    for name in "abcdef":
        assert f"Pergunta {name}" in questions
        assert f"Explicação {name}" in key
        assert f"Explicação {name}" not in questions
    assert "6 questões · 01/03/2026" in questions
    assert "(C) opção C" in questions
    assert "B) opção B" in key
    assert "Errado — sistema operacional → hardware" in " ".join(key.split())
    assert "apostila so_02, p. 51" in key
    assert [attrs["id"] for tag, attrs in page.tags if tag == "li" and "id" in attrs] == [
        *(f"q{n}" for n in range(1, 7)),
        *(f"k{n}" for n in range(1, 7)),
    ]


def test_exam_is_self_contained_and_runs_nothing(tmp_path: Path, vault: Path) -> None:
    hostile = multiple_choice(
        "a", prompt=HOSTILE, explanation=HOSTILE, options=(Option("B", HOSTILE),), images=("figura 1.png", "sumiu.png")
    )
    page = exam([hostile], tmp_path, vault, title=HOSTILE)
    assert {tag for tag, _ in page.tags} <= set(
        "html head meta title style body header main section h1 h2 p span ol ul li strong img div s b".split()
    )
    assert page.text.count(HOSTILE) == 6
    assert [attrs["src"] for tag, attrs in page.tags if tag == "img"] == ["data:image/png;base64,iVBORyBvbmU="]
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on") or name == "href"]


# ---- spreadsheet ----


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def test_table_has_one_row_an_exercise(tmp_path: Path) -> None:
    export_csv([multiple_choice("a", line=7, pages=(PAGE_51,))], tmp_path / "x.csv")
    assert (tmp_path / "x.csv").read_bytes().startswith(b"\xef\xbb\xbfid;tipo;")
    assert rows(tmp_path / "x.csv") == [
        {
            "id": "a",
            "tipo": "multipla-escolha",
            "tópico": "redes",
            "enunciado": "Pergunta a",
            **{letter: f"opção {letter}" for letter in "ABCDE"},
            "gabarito": "B) opção B",
            "explicação": "Explicação a",
            "trecho": "x -> trecho a",
            "nota": "redes.md",
            "primeira linha": "7",
            "última linha": "7",
            "páginas": "apostila so_02, p. 51",
        }
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_formulas_stay_text(tmp_path: Path, sign: str) -> None:
    export_csv([true_false("a", prompt=f"{sign}1+1")], tmp_path / "x.csv")
    assert rows(tmp_path / "x.csv")[0]["enunciado"] == f"'{sign}1+1"


def test_separators_quotes_and_lines_come_back(tmp_path: Path) -> None:
    export_csv([true_false("a", prompt=HOSTILE + '; "aspas"; €')], tmp_path / "x.csv")
    assert rows(tmp_path / "x.csv")[0]["enunciado"] == HOSTILE + '; "aspas"; €'


# ---- all of them ----

EXPORTS: dict[str, Callable[[list[Exercise], Path], object]] = {
    "anki": lambda exercises, file: export_anki(exercises, file, vault=file.parent, now=NOW),
    "exam": lambda exercises, file: export_exam(exercises, file, vault=file.parent, title="x", day=date(2026, 3, 1)),
    "csv": export_csv,
}


@pytest.mark.parametrize("form", EXPORTS)
def test_file_that_cannot_be_written_is_named(tmp_path: Path, form: str) -> None:
    with pytest.raises(PracticeError, match=r"nenhuma/saida não pôde ser gravado .*Confira a pasta"):
        EXPORTS[form](one_of_each(), tmp_path / "nenhuma" / "saida")


@pytest.mark.parametrize("form", EXPORTS)
def test_nothing_to_export_says_so(tmp_path: Path, form: str) -> None:
    with pytest.raises(PracticeError, match="Não há questões para exportar"):
        EXPORTS[form]([], tmp_path / "saida")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", EXPORTS)
def test_new_export_takes_the_place_of_the_old(tmp_path: Path, form: str) -> None:
    (tmp_path / "saida").write_text("velho")
    EXPORTS[form](one_of_each(), tmp_path / "saida")
    assert [file.name for file in tmp_path.iterdir()] == ["saida"]
    assert (tmp_path / "saida").read_bytes() != b"velho"
