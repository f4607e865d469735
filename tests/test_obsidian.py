"""Inline syntax as plain text: what shows, what is kept beside it, and what code keeps for itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.notes.inline import Inline
from tutor.notes.obsidian import clean_source, read_inline
from tutor.types import Embed

PLAIN = {
    "bold": ("**a** b", "a b"),
    "italic": ("*a* _b_", "a b"),
    "bold italic": ("***a*** b", "a b"),
    "underscores in words": ("apostila so_02_x", "apostila so_02_x"),
    "stars between numbers": ("2 * 3 * 4", "2 * 3 * 4"),
    "highlight": ("a ==b c== d", "a b c d"),
    "comparison": ("a == b == c", "a == b == c"),
    "struck out": ("~~a~~ b", "b"),
    "code": ("use `a **b** #c` aqui", "use a **b** #c aqui"),
    "escapes": (r"\*a\* \[\[b\]\] \#c", "*a* [[b]] #c"),
    "entities": ("a &amp; b &lt;c&gt; &eacute;", "a & b <c> é"),
    "backslash in a path": (r"C:\Users\x", r"C:\Users\x"),
    "arrow": ("a -> b => c", "a -> b => c"),
    "set": ("x { a, b }", "x { a, b }"),
    "tags of formatting": ("<b>a</b><br>c <u>d</u>", "a c d"),
    "tags of a language": ("List<String> e <T>", "List<String> e <T>"),
    "autolink": ("veja <https://x.com/a>", "veja https://x.com/a"),
    "math": ("seja $a_1 * b_2$ e *c*", "seja a_1 * b_2 e c"),
    "money": ("R$ 10 ou R$ 20 ou US$5", "R$ 10 ou R$ 20 ou US$5"),
    "wikilink": ("[[VM]]", "VM"),
    "wikilink with a label": ("[[pasta/VM|máquina]]", "máquina"),
    "wikilink in a folder": ("[[pasta/VM]]", "VM"),
    "wikilink to a heading": ("[[VM#Tipos]]", "VM > Tipos"),
    "wikilink to a block": ("[[VM#^abc]]", "VM"),
    "wikilink inside the note": ("[[#Tipos]]", "Tipos"),
    "wikilink to a page": ("[[so.pdf#page=12]]", "so.pdf, p. 12"),
    "wikilink in bold": ("**[[VM]]** x", "VM x"),
    "link": ("[a **b**](c.md)", "a b"),
    "embeds": ("a ![[x.png|300]] b ![c](d.png)", "a b"),
    "footnote": ("a[^1] b^[c]", "a b (c)"),
    "block id": ("a b ^id-1", "a b"),
    "power is no block id": ("2^10", "2^10"),
    "tag at the end": ("a #x #y", "a"),
    "tag at the beginning": ("#x a", "a"),
    "tag amid": ("a #x b", "a x b"),
    "number is no tag": ("item #1", "item #1"),
    "language is no tag": ("C# e F#", "C# e F#"),
    "lines": ("a\nb  \nc", "a b c"),
    "white space": ("a  \t b\u200bc", "a bc"),
    "decomposed accents": ("a\u0301gua", "água"),
    "unclosed": ("**a [[b ==c `d $e", "**a [[b ==c `d $e"),
    "brackets": ("[C]ria g[z]ip", "[C]ria g[z]ip"),
}


@pytest.mark.parametrize(("source", "text"), PLAIN.values(), ids=PLAIN)
def test_reads_plain_text(source: str, text: str) -> None:
    assert read_inline(source).text == text


@pytest.mark.parametrize(
    ("source", "words"),
    [("**a** b ==c d==", ["a", "c d"]), ("x **[[y|z]]**", ["z"]), ("#t  **a**", ["a"]), ("`**a**`", []), ("****", [])],
)
def test_spans_of_bold_and_highlight(source: str, words: list[str]) -> None:
    inline = read_inline(source)
    assert [inline.text[start:end] for start, end in inline.strong] == words


def test_keeps_links_and_embeds() -> None:
    inline = read_inline(
        "[[VM#Tipos|x]] [a](b%20c.md) [c](https://x.com) ![[p/i.png|300]]\n"
        "![[n#^b|rótulo]] ![alt|200](f%20g.png) ![[s.pdf#page=3]]",
        7,
    )
    assert inline.links == ("VM#Tipos", "b c.md")
    assert inline.embeds == (
        Embed("p/i.png", "", "", 7),
        Embed("n", "^b", "rótulo", 8),
        Embed("f g.png", "", "alt", 8),
        Embed("s.pdf", "page=3", "", 8),
    )


def test_keeps_tags_and_block_ids() -> None:
    inline = read_inline("#a/b texto #c-d. ^id")
    assert (inline.text, inline.tags, inline.anchor) == ("texto .", ("a/b", "c-d"), "id")


def test_code_yields_nothing() -> None:
    inline = read_inline("`#a [[b]] ![[c.png]] anki:: (d:: e) ^f`")
    assert inline == Inline("#a [[b]] ![[c.png]] anki:: (d:: e) ^f", verbatim=((0, 37),))


def test_prose_is_blank_where_code_and_math_stand() -> None:
    assert read_inline("a `p. 3` b $p$ c").prose == "a      b   c"


def test_says_where_lines_begin() -> None:
    inline = read_inline("um\n**dois**\ntrês")
    assert [inline.text[at:] for at in inline.breaks] == ["dois três", "três"]


CLEAN = {
    "a comment": ("a %%b%% c", "a       c"),
    "over lines": ("a %%b\nc%% d", "a    \n    d"),
    "html": ("a <!-- b --> c", "a            c"),
    "never closed": ("a %% b\nc", "a %% b\nc"),
    "closed once, opened twice": ("%%a%% b %% c", "      b %% c"),
    "in code": ("`%%a%%`", "`%%a%%`"),
    "in a fence": ("```\n%%a%%\n```\n%%b%%", "```\n%%a%%\n```\n     "),
    "odd spaces": ("a\u00a0b\u2003c\x0cd", "a b c d"),
}


@pytest.mark.parametrize(("text", "clean"), CLEAN.values(), ids=CLEAN)
def test_blanks_comments_in_place(text: str, clean: str) -> None:
    assert clean_source(text) == clean


@given(st.text(alphabet=st.sampled_from("%<!->`~ ab\n\u00a0"), max_size=60))
def test_cleaning_keeps_every_offset(text: str) -> None:
    clean = clean_source(text)
    assert [at for at, char in enumerate(text) if char == "\n"] == [at for at, char in enumerate(clean) if char == "\n"]
    assert len(clean) == len(text)
    assert all(after in {before, " "} for before, after in zip(text, clean, strict=True))


@given(st.text(alphabet=st.sampled_from("*_=[]()#^`$~!&;<>\\|:% ab1\n{é}-p."), max_size=60))
def test_any_text_has_spans_inside_it(source: str) -> None:
    inline = read_inline(source)
    for start, end in (*inline.strong, *inline.verbatim):
        assert 0 <= start < end <= len(inline.text)
    assert inline.text == " ".join(inline.text.split())
    assert len(inline.prose) == len(inline.text)
