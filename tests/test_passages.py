"""Passages and sentences: whole lines, exact spans, nothing lost, nothing twice, small enough to embed."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from odd_notes import NOTES

from tutor.notes import parse_note
from tutor.notes.sentences import split_sentences
from tutor.passages import BUDGET, cut_passages, passage_search_text, sentence_search_text
from tutor.types import BlockKind, Passage


def cut(text: str, budget: int = BUDGET) -> tuple[Passage, ...]:
    return cut_passages(parse_note("Redes.md", text), budget)


def spans(text: str, budget: int = BUDGET) -> list[tuple[int, int]]:
    return [(passage.first_line, passage.last_line) for passage in cut(text, budget)]


def words(text: str) -> list[str]:
    return [sentence.text for passage in cut(text) for sentence in passage.sentences]


CUTS = {
    "a root bullet with all below it": ("* a\n\t* b\n\t\t* c\n* d\n", [(1, 3), (4, 4)]),
    "a heading with what follows it": ("# T\n\n## A\n\ntexto\n\n## B\n\n* x\n", [(3, 5), (7, 9)]),
    "headings one below the other": ("## A\n### B\n#### C\ntexto\n", [(1, 4)]),
    "short paragraphs together": ("um.\n\ndois.\n\ntrês.\n", [(1, 5)]),
    "list members under a heading together": ("## A\n* azul\n* verde\n* cinza", [(1, 4)]),
    "definitions under a heading apart": ("## A\n* x -> azul\n* y -> verde", [(1, 2), (3, 3)]),
    "list members at the root apart": ("* azul\n* verde", [(1, 1), (2, 2)]),
    "an announced list with its announcement": ("Os tipos são:\n\n* azul\n* verde\n\nfim", [(1, 4), (6, 6)]),
    "a table with its header": ("| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |", [(1, 4)]),
    "code with its fences": ("```\na\n```", [(1, 3)]),
    "front matter, comments and rules in none": ("---\ntitle: T\n---\ntexto\n\n%%\nx\n%%\n\n---\n", [(4, 4)]),
    "study marks alone in none": ("* anki:: x\n\n* todo::\n\t* y", []),
    "an image alone in none": ("* ![[x.png]]\n* a", [(2, 2)]),
    "an image with its page": ("* ![[x.png]]\n\t* p. 51 da apostila so_02", [(1, 2)]),
    "a heading with nothing below in none": ("## A\n\n## B\ntexto", [(3, 4)]),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), CUTS.values(), ids=CUTS)
def test_cuts_along_the_outline(text: str, expected: list[tuple[int, int]]) -> None:
    assert spans(text) == expected


def test_a_bullet_too_large_is_cut_between_its_children() -> None:
    text = "* raiz\n" + "\n".join(f"\t* termo {at} -> {'palavra ' * 10}\n\t\t* detalhe {at}" for at in range(4))
    passages = cut(text, budget=150)
    assert [(passage.first_line, passage.last_line) for passage in passages] == [(1, 3), (4, 5), (6, 7), (8, 9)]
    assert [passage.path for passage in passages] == [("Redes",), *[("Redes", "raiz")] * 3]
    assert passages[0].sentences[2].path == ("raiz", "termo 0")
    assert passages[1].sentences[1].path == ("termo 1",)


def test_a_long_table_is_cut_between_rows() -> None:
    text = "| Protocolo | Porta |\n|---|---|\n" + "\n".join(f"| P{at} | {at} |" for at in range(9))
    passages = cut(text, budget=120)
    assert [(passage.first_line, passage.last_line) for passage in passages] == [(1, 5), (6, 11)]
    assert passages[1].path == ("Redes", "Protocolo, Porta")
    assert passages[1].sentences[0].text == "P3 — Porta: 3"
    assert passages[1].text[passages[1].sentences[0].start : passages[1].sentences[0].end] == "P3 | 3"


def test_long_code_is_cut_between_lines() -> None:
    code = "\n".join(f"linha{at} = {at}" for at in range(200))
    passages = cut(f"## Código\n\n```py\n{code}\n```")
    assert passages[0].first_line == 1
    assert passages[-1].last_line == 204
    assert [passage.path for passage in passages[:2]] == [("Redes", "Código"), ("Redes", "Código", "linha0 = 0")]
    said = "\n".join(sentence.text for passage in passages for sentence in passage.sentences)
    assert said == code


def test_a_long_wrapped_paragraph_is_cut_after_a_sentence() -> None:
    line = "Uma frase que ocupa quase a linha toda deste parágrafo comprido de prosa."
    text = "\n".join([line, line.replace("prosa.", "texto"), line] * 20)
    passages = cut(text)
    assert len(passages) > 1
    assert all(passage.text.endswith("prosa.") for passage in passages)


def test_one_endless_line_is_one_passage_of_many_sentences() -> None:
    text = "* " + "palavra " * 1000
    (passage,) = cut(text)
    assert passage.text == text
    assert all(len(sentence.text) <= 1000 for sentence in passage.sentences)
    assert " ".join(sentence.text for sentence in passage.sentences) == text[2:].strip()


SENTENCES = {
    "a bullet is one": ("* a. B c. D", ["a. B c. D"]),
    "without the sign of a task": ("1. [x] feito", ["feito"]),
    "with the student's sign": ("* + azul", ["+ azul"]),
    "prose is cut": ("Um é azul. Dois é b! Três?", ["Um é azul.", "Dois é b!", "Três?"]),
    "plain words": ("O **hipervisor** usa `x`. Ver ==isso==.", ["O hipervisor usa x.", "Ver isso."]),
    "bold over a cut": ("**Um azul. Dois verdes.**", ["Um azul.", "Dois verdes."]),
    "quote": ("> Um azul.\n> Dois verdes.", ["Um azul.", "Dois verdes."]),
    "callout": ("> [!note] Título ^id\n> corpo", ["Título", "corpo"]),
    "heading is none": ("## A\n\ntexto", ["texto"]),
    "study mark is none": ("* a\n\t* anki:: b\n\t* c", ["a", "c"]),
    "field": ("def:: **x**: azul", ["x: azul"]),
    "comment": ("* a %%b%% c", ["a c"]),
    "math": ("$$\nx^2\n$$", ["x^2"]),
    "footnote": ("a[^1]\n\n[^1]: nota", ["a", "nota"]),
    "announced command": ("- liste:\n\n`ls -l`", ["liste:", "ls -l"]),
    "block id": ("a b ^id", ["a b"]),
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_reads_sentences(text: str, expected: list[str]) -> None:
    assert words(text) == expected


QUOTES = {
    "bullet": ("\t* [ ] a **b**", "a **b**"),
    "numbered": ("12) a", "a"),
    "student's sign": ("* + a", "+ a"),
    "quote": ("> a\n", "a"),
    "callout": ("> [!note]- a ^x", "a"),
    "callout without a title": ("> [!note]\n> azul", "azul"),
    "quote in a bullet": ("- > a", "a"),
    "row": ("| A | B |\n|---|---|\n|  x | y  |", "x | y"),
    "code": ("1. ```\n   ls\n   ```", "ls"),
    "copied bullet": ("• a", "a"),
    "paragraph over two lines": ("camada de\nsoftware", "camada de\nsoftware"),
}


@pytest.mark.parametrize(("text", "quote"), QUOTES.values(), ids=QUOTES)
def test_quotes_leave_the_markers_out(text: str, quote: str) -> None:
    (passage,) = cut(text)
    (sentence,) = passage.sentences
    assert passage.text[sentence.start : sentence.end] == quote


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ver p. 3 e pág. 7. Fim.", ["Ver p. 3 e pág. 7.", "Fim."]),
        ("O Dr. João e a Sra. Ana. Fim.", ["O Dr. João e a Sra. Ana.", "Fim."]),
        ("Ex. de uso, e.g. Xen, i.e. isso. Fim.", ["Ex. de uso, e.g. Xen, i.e. isso.", "Fim."]),
        ("O art. 5º diz. Fim.", ["O art. 5º diz.", "Fim."]),
        ("Discos, fitas etc. são lentos.", ["Discos, fitas etc. são lentos."]),
        ("Discos, fitas etc. Fim.", ["Discos, fitas etc.", "Fim."]),
        ("A. Tanenbaum escreveu. Fim.", ["A. Tanenbaum escreveu.", "Fim."]),
        ("Custa 3.5 e roda em x.y.z. Fim.", ["Custa 3.5 e roda em x.y.z.", "Fim."]),
        ("roda no hardware. emula tudo.", ["roda no hardware.", "emula tudo."]),
        ("1. Abrir a tampa.", ["1. Abrir a tampa."]),
        ("Use `a. B` aqui. Fim.", ["Use `a. B` aqui.", "Fim."]),
        ('Ele disse "vá." Fim...', ['Ele disse "vá."', "Fim..."]),
        ("Quê?! Sim. (Não.) Talvez.", ["Quê?!", "Sim.", "(Não.)", "Talvez."]),
        ("**Quem assina?** O chefe. Fim.", ["**Quem assina?** O chefe.", "Fim."]),
        ("Empatou? A ordem é esta. Fim.", ["Empatou? A ordem é esta.", "Fim."]),
        ("Quem assina?\nO chefe.", ["Quem assina?", "O chefe."]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_splits_prose_into_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == expected


def test_a_long_sentence_is_cut_behind_a_clause() -> None:
    text = "um dois três, quatro cinco seis sete oito"
    assert [text[start:end] for start, end in split_sentences(text, 20)] == [
        "um dois três,",
        "quatro cinco seis",
        "sete oito",
    ]


def test_pages_stand_in_the_lines_of_the_passage() -> None:
    first, second = cut("* a (p. 3 da apostila X)\n\t* b (p. 4)\n* c[^1]\n\n[^1]: Livro, p. 9")[:2]
    assert [(page.source, page.first) for page in first.pages] == [("apostila X", 3), ("apostila X", 4)]
    assert second.pages == ()


def test_ids_come_from_content() -> None:
    text = "* a\n* b\n* a\n"
    ids = [passage.id for passage in cut(text)]
    assert len(set(ids)) == 3
    moved = [passage.id for passage in cut("* outra\n\n" + text)]
    assert moved[1:] == ids
    assert cut_passages(parse_note("Outra.md", text))[0].id != ids[0]


def test_search_text_has_the_path() -> None:
    (passage,) = cut("# Redes\n## Camadas\n* física -> bits\n\t* **cabos** [[x|e fibra]]\n\t* anki:: y")
    assert passage_search_text(passage) == "Redes > Camadas\nfísica -> bits\ncabos e fibra"
    assert sentence_search_text(passage, passage.sentences[1]) == "Redes > Camadas > física\ncabos e fibra"


def test_a_long_path_keeps_the_title_and_the_nearest_parents() -> None:
    text = "\n".join("\t" * at + f"* nível {at} " + "palavra " * 20 for at in range(30))
    passage = cut(text, budget=100)[-1]
    path = passage_search_text(passage).split("\n")[0].split(" > ")
    assert path[0] == "Redes"
    assert [label[:8] for label in path[1:]] == ["nível 26", "nível 27", "nível 28"]


@settings(max_examples=300, deadline=None)
@given(NOTES, st.sampled_from([40, 200, BUDGET]))
@example("```\n~~~~![[x.png]]", 40)
@example("* * %%revisado:: sim\n\t$$\n", 40)
def test_passages_are_lines_and_sentences_stand_in_them(text: str, budget: int) -> None:
    note = parse_note("a.md", text)
    passages = cut_passages(note, budget)
    last_line, said = 0, set()
    for passage in passages:
        assert last_line < passage.first_line
        assert passage.text == note.lines(passage.first_line, passage.last_line)
        assert passage.sentences
        last_line = passage.last_line
        end = 0
        for sentence in passage.sentences:
            assert end <= sentence.start < sentence.end <= len(passage.text)
            quote = passage.text[sentence.start : sentence.end]
            assert quote == quote.strip()
            assert quote in note.lines(sentence.first_line, sentence.last_line)
            assert sentence.text == sentence.text.strip() != ""
            end = sentence.end
            said.add(sentence.block)
    assert len({passage.id for passage in passages}) == len(passages)
    silent = {BlockKind.HEADING, BlockKind.TABLE}
    assert said == {b.id for b in note.blocks if b.text and b.kind not in silent and not b.is_study_mark}
