"""How words of the notes are worded as answers: without their signs, with their markup shown."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tutor.answering.wording import clean, escape, page_name, phrase, segment, shorten
from tutor.types import PageKind, PageReference


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("<script>alert(1)</script>", r"\<script>alert(1)\</script>", id="html"),
        pytest.param("veja [1] e [22]", r"veja \[1] e \[22]", id="markers"),
        pytest.param("[rótulo](http://x.y)", r"[rótulo]\(http://x.y)", id="link"),
        pytest.param("*ênfase*", r"\*ênfase*", id="emphasis"),
        pytest.param("a < b, 2 * 3 e f(x)", "a < b, 2 * 3 e f(x)", id="signs-that-are-no-markup"),
    ],
)
def test_markup_is_escaped(written: str, shown: str) -> None:
    assert escape(written) == shown


@given(st.text(alphabet="<>/ab[]()12*!? ", max_size=30))
@example("[]( )")
def test_no_html_and_no_link_is_left_alive(text: str) -> None:
    tokens = [child for token in MarkdownIt("commonmark").parseInline(escape(text)) for child in token.children or ()]
    assert {token.type for token in tokens}.isdisjoint({"html_inline", "link_open", "image"})


@pytest.mark.parametrize(
    ("written", "said"),
    [
        pytest.param("! não se aplica", "não se aplica", id="warning"),
        pytest.param("P: Quem pode pedir? R: o autor", "Quem pode pedir? o autor", id="card"),
        pytest.param("+ mais rápido", "mais rápido", id="advantage"),
        pytest.param("gasta pouco; ! não aquece", "gasta pouco; não aquece", id="warning-inside"),
        pytest.param("tipo 1 { a, b }", "tipo 1: a, b", id="set"),
        pytest.param("{ a, b }", "a, b", id="set-alone"),
        pytest.param("causa -> efeito => fim", "causa; efeito; fim", id="arrows"),
        pytest.param("  dois   espaços ; ", "dois espaços", id="spaces"),
        pytest.param("-1 grau", "-1 grau", id="minus"),
    ],
)
def test_signs_of_notes_become_punctuation(written: str, said: str) -> None:
    assert clean(written) == said


@pytest.mark.parametrize(
    ("text", "at", "part"),
    [
        ("dura 5 dias, renova em 3", 5, "dura 5 dias"),
        ("dura 5 dias, renova em 3", 23, "renova em 3"),
        ("LDAP (389, 636); HTTP", 6, "LDAP (389, 636)"),
    ],
    ids=["first", "second", "comma-in-brackets"],
)
def test_a_segment_is_the_part_around_an_offset(text: str, at: int, part: str) -> None:
    assert segment(text, at) == part


def test_a_sentence_of_60_words_is_left_whole() -> None:
    text = "; ".join(["três palavras aqui"] * 20)
    assert shorten(text, (), None) == text


def test_a_longer_one_keeps_its_first_clause() -> None:
    text = "; ".join(["primeira parte", *["três palavras aqui"] * 20])
    assert shorten(text, (), None) == "primeira parte"


@pytest.mark.parametrize(
    ("kind", "last", "portuguese", "english"),
    [
        (PageKind.PAGE, 7, "p. 7", "p. 7"),
        (PageKind.PAGE, 9, "p. 7–9", "pp. 7–9"),
        (PageKind.CHAPTER, 7, "cap. 7", "ch. 7"),
        (PageKind.CHAPTER, 9, "caps. 7–9", "chs. 7–9"),
        (PageKind.SLIDE, 9, "slides 7–9", "slides 7–9"),
    ],
)
def test_pages_are_named_as_students_do(kind: PageKind, last: int, portuguese: str, english: str) -> None:
    reference = PageReference("apostila", 7, last, kind, 1)
    assert (page_name(reference, "pt"), page_name(reference, "en")) == (portuguese, english)


def test_phrases_come_in_both_languages() -> None:
    assert phrase("pt", "nearest", topics="a; b") == "Tópicos mais próximos nas notas: a; b."
    assert phrase("en", "nearest", topics="a; b") == "Nearest topics in the notes: a; b."
