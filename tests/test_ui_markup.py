"""Text to HTML: escaped, with citation buttons, never anything that runs or loads."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.types import PageKind, PageReference
from tutor.ui.views.markup import attributes, line_label, markdown, page_chips, page_label, plain, with_spans

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "image with handler": "<img src=x onerror=alert(1)>",
    "javascript link": "[clique](javascript:alert(1))",
    "autolink": "<javascript:alert(1)>",
    "remote image": "![pixel](https://example.com/pixel.png)",
    "reference link": "[a][b]\n\n[b]: javascript:alert(1)",
    "attribute": '" onmouseover="alert(1)',
    "entity": "&lt;script&gt;alert(1)&lt;/script&gt;",
    "svg": "<svg onload=alert(1)>",
    "closing tags": "</div></article><h1>oi</h1>",
    "template signs": "${alert(1)} {{#each value}} {{constructor}}",
}
_HARMLESS_TAGS = {"p", "strong", "em", "code", "pre", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"}
_HARMLESS_TAGS |= {"br", "hr", "blockquote", "s", "button", "span", "h1", "h2", "h3", "h4", "h5", "h6"}


def _button(n: int) -> str:
    return f"<button>{n}</button>"


def _tags(html: str) -> set[str]:
    return {name.lower() for name in re.findall(r"</?([A-Za-z][\w-]*)", html)}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_stays_text_in_an_answer(text: str) -> None:
    html = markdown(text, {1}, _button)
    assert _tags(html) <= _HARMLESS_TAGS
    assert not re.search(r"<[^>]*\b(on\w+|src|href)=", html)


@given(st.text(alphabet="<>&\"'`[]()!*_#|-\n aei:/\\1$={}", max_size=80))
def test_no_text_makes_a_tag_of_its_own(text: str) -> None:
    html = markdown(text, {1}, _button)
    assert _tags(html) <= _HARMLESS_TAGS
    assert not re.search(r"<[^>]*\b(on\w+|src|href)=", html)


def test_markers_of_known_citations_become_buttons() -> None:
    html = markdown("**VM** [1]\n\n- um [2]\n- `x[1]` \\[1] [3]", {1, 2}, _button)
    assert html == (
        "<p><strong>VM</strong> <button>1</button></p>\n<ul>\n"
        '<li><span class="keep">um <button>2</button></span></li>\n'
        "<li><code>x[1]</code> [1] [3]</li>\n</ul>\n"
    )


def test_a_marker_stays_beside_a_word_but_never_out_of_reach_of_a_long_one() -> None:
    assert 'class="keep"' in markdown("x" * 24 + " [1]", {1}, _button)
    assert 'class="keep"' not in markdown("x" * 25 + " [1]", {1}, _button)


def test_tables_are_shown_with_their_markers() -> None:
    html = markdown("| A | B |\n|---|---|\n| um [1] | dois [2] |", {1, 2}, _button)
    assert html.count("<td>") == 2
    assert html.count("<button>") == 2


def test_plain_escapes_and_sets_arrows() -> None:
    assert plain('a -> b < "c" a->b') == "a → b &lt; &quot;c&quot; a-&gt;b"


def test_attributes_are_escaped_and_absent_ones_left_out() -> None:
    assert attributes(class_="x", data_n=1, title='"<', open=False, id=None) == (
        ' class="x" data-n="1" title="&quot;&lt;"'
    )


def test_spans_may_cross() -> None:
    assert with_spans("um dois três", [(0, 7)], [(3, 12)]) == (
        "<strong>um </strong><mark><strong>dois</strong> três</mark>"
    )


@pytest.mark.parametrize(
    ("page", "portuguese", "english"),
    [
        (
            PageReference("apostila so_02", 51, 51, PageKind.PAGE, 44),
            "apostila so_02 · p. 51",
            "apostila so_02 · p. 51",
        ),
        (PageReference(None, 3, 5, PageKind.PAGE, 1), "p. 3–5", "pp. 3–5"),
        (PageReference(None, 13, 13, PageKind.CHAPTER, 1), "cap. 13", "ch. 13"),
        (PageReference("aula <1>", 4, 4, PageKind.SLIDE, 1), "aula <1> · slide 4", "aula <1> · slide 4"),
    ],
    ids=["page", "pages", "chapter", "slide"],
)
def test_page_labels(page: PageReference, portuguese: str, english: str) -> None:
    assert page_label(page, "pt") == portuguese
    assert page_label(page, "en") == english


def test_chips_are_escaped_and_not_doubled() -> None:
    page = PageReference("<b>", 1, 1, PageKind.PAGE, 3)
    assert page_chips([page, page], "pt") == '<span class="chip">&lt;b&gt; · p. 1</span>'


def test_line_labels() -> None:
    assert line_label(5, 5, "pt") == "linha 5"
    assert line_label(5, 7, "en") == "lines 5–7"
