"""The inline grammar: markdown-it-py with Obsidian's links, embeds, highlights and footnotes, read as plain text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from tutor.notes.fields import Field
from tutor.types import Embed

Span = tuple[int, int]

_HIDDEN_TAG = re.compile(
    r"</?(?:b|i|u|s|em|strong|mark|small|big|sub|sup|span|font|div|p|center|kbd|abbr|details|summary|a|img|hr|wbr|ins"
    r"|iframe|table|thead|tbody|tr|td|th|ul|ol|li|h[1-6]|blockquote|pre|code|video|audio|source)\b[^>]*>|<!--.*",
    re.IGNORECASE | re.DOTALL,
)
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_WIKILINK = re.compile(r"(!?)\[\[([^\[\]|\n]*?)(?:\\?\|([^\]\n]*))?\]\]")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")
_INLINE_FOOTNOTE = re.compile(r"\^\[([^\]\n]+)\]")
_MATH = re.compile(r"(?<![\d\\$])(\$\$?)(?![\s$])([^$\n]*[^$\s\\])\1(?![\d$])")
_PAGE = re.compile(r"(.*?)#page=(\d+)")
_SIZE = re.compile(r"(?:^|\|)\d+(?:x\d+)?$")
_SPACES = str.maketrans("\t\n", "  ")

_DOCUMENT = re.compile(r"[\w .,()-]+\.(?:pdf|pptx?|docx?|epub|odt|odp)(?:#page=\d+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Inline:
    """A block's source as plain text, and what was written in it.

    `strong` and `verbatim` (code, math, escapes) are spans of `text`; `breaks` are the offsets where its further lines
    begin. `links` are targets inside the vault. `field` is the Dataview field the text began with.
    `footnotes` are the labels it refers to, `footnote` the one it defines.
    """

    text: str
    strong: tuple[Span, ...] = ()
    verbatim: tuple[Span, ...] = ()
    breaks: tuple[int, ...] = ()
    embeds: tuple[Embed, ...] = ()
    links: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    anchor: str = ""
    study_marks: tuple[str, ...] = ()
    field: Field | None = None
    footnotes: tuple[str, ...] = ()
    footnote: str = ""

    @property
    def prose(self) -> str:
        """`text` with code and math blanked out, at the same offsets; the name of a document is neither."""
        text = self.text
        for start, end in (span for span in self.verbatim if not _DOCUMENT.fullmatch(text[slice(*span)])):
            text = text[:start] + " " * (end - start) + text[end:]
        return text

    def without(self, spans: Iterable[Span]) -> "Inline":
        """Return this with `spans` of the text taken out and all offsets moved along."""
        removed = bytearray(len(self.text))
        for start, end in spans:
            removed[start:end] = b"\x01" * (end - start)
        if not any(removed):
            return self
        moved, kept = [0], 0
        for gone in removed:
            kept += not gone
            moved.append(kept)

        def move(old: Iterable[Span]) -> tuple[Span, ...]:
            return tuple((moved[start], moved[end]) for start, end in old if moved[start] < moved[end])

        text = "".join(char for char, gone in zip(self.text, removed, strict=True) if not gone)
        breaks = tuple(moved[at] for at in self.breaks)
        return replace(self, text=text, strong=move(self.strong), verbatim=move(self.verbatim), breaks=breaks)


def parse_inline(source: str, first_line: int) -> Inline:
    """Return the plain text of `source`, whose first line is `first_line` of the note."""
    collector = _Collector(first_line)
    for token in _INLINE.parseInline(source, {})[0].children or []:
        collector.take(token)
    return collector.inline()


class _Collector:
    """Gathers plain text, spans, links and embeds from inline tokens."""

    def __init__(self, first_line: int) -> None:
        self.line = first_line
        self.parts: list[str] = []
        self.length = 0
        self.struck = 0
        self.opened: list[int] = []
        self.strong: list[Span] = []
        self.verbatim: list[Span] = []
        self.breaks: list[int] = []
        self.embeds: list[Embed] = []
        self.links: list[str] = []
        self.footnotes: list[str] = []

    def inline(self) -> Inline:
        """Return what was gathered."""
        return Inline(
            text="".join(self.parts),
            strong=tuple(sorted(span for span in self.strong if span[0] < span[1])),
            verbatim=tuple(self.verbatim),
            breaks=tuple(self.breaks),
            embeds=tuple(self.embeds),
            links=tuple(self.links),
            footnotes=tuple(self.footnotes),
        )

    def add(self, text: str, *, verbatim: bool = False) -> None:
        """Append plain text unless it is struck out."""
        if self.struck:
            return
        if verbatim:
            self.verbatim.append((self.length, self.length + len(text)))
        self.parts.append(text.translate(_SPACES))
        self.length += len(text)

    def take(self, token: Token) -> None:
        """Gather one token."""
        match token.type:
            case "text" | "text_special" | "code_inline" | "math_inline" | "html_inline":
                self._take_words(token)
            case "softbreak" | "hardbreak":
                self.line += 1
                self.add(" ")
                self.breaks.append(self.length)
            case "strong_open":
                self.opened.append(self.length)
            case "strong_close":
                self.strong.append((self.opened.pop(), self.length))
            case "s_open" | "s_close":
                self.struck += token.nesting
            case "image" | "embed":
                self._take_embed(token)
            case "link_open":
                self._keep_link(unquote(str(token.attrs["href"])))
            case "wikilink":
                self._take_wikilink(token)
            case "footnote":
                self.footnotes.append(token.content)

    def _take_words(self, token: Token) -> None:
        """Add words: code, math and escaped signs as they stand, formatting tags not at all."""
        if token.type == "html_inline":
            shown = " " if _BREAK_TAG.fullmatch(token.content) else token.content
            self.add("" if _HIDDEN_TAG.fullmatch(shown) else shown)
        else:
            escaped = token.type == "text_special" and token.content in "#[]()"
            self.add(token.content, verbatim=escaped or token.type in {"code_inline", "math_inline"})

    def _take_embed(self, token: Token) -> None:
        """Keep an embedded file; a label such as 300 or 300x200 is the size it is shown at."""
        if token.type == "embed":
            target, anchor, label = token.meta["target"], token.meta["anchor"], token.meta["label"]
        else:
            target, _, anchor = unquote(str(token.attrs["src"])).partition("#")
            label = token.content
        self.embeds.append(Embed(target, anchor, _SIZE.sub("", label), self.line))

    def _keep_link(self, target: str) -> None:
        """Keep the target of a link unless it leads out of the vault."""
        if target and not re.match(r"[a-z][a-z0-9+.-]*:|#", target, re.IGNORECASE):
            self.links.append(target)

    def _take_wikilink(self, token: Token) -> None:
        """Add a wikilink's label as Obsidian shows it, and keep its target."""
        target, anchor, label = token.meta["target"], token.meta["anchor"], token.meta["label"]
        self._keep_link(f"{target}#{anchor}" if anchor and target else target)
        name = target.rpartition("/")[2]
        page = _PAGE.fullmatch(f"{name}#{anchor}")
        if page:
            name, anchor = f"{page[1]}, p. {page[2]}", ""
        shown = [name, *(part for part in anchor.split("#") if not part.startswith("^"))]
        self.add(label or " > ".join(part for part in shown if part))


def _wikilink(state: StateInline, silent: bool) -> bool:
    """Read `[[target#anchor|label]]` and `![[…]]`."""
    match = _WIKILINK.match(state.src, state.pos, state.posMax)
    if not match or not (match[2].strip() or match[3]):
        return False
    if not silent:
        token = state.push("embed" if match[1] else "wikilink", "", 0)
        target, _, anchor = match[2].strip().partition("#")
        token.meta = {"target": target.strip(), "anchor": anchor.strip(), "label": (match[3] or "").strip()}
    state.pos = match.end()
    return True


def _highlight(state: StateInline, silent: bool) -> bool:
    """Read `==words==` as bold."""
    start = state.pos + 2
    end = state.src.find("==", start, state.posMax)
    opens = state.src.startswith("==", state.pos) and end > start
    if not opens or state.src[start].isspace() or state.src[end - 1].isspace() or state.src[start] == "=":
        return False
    if not silent:
        outer = state.posMax
        state.push("strong_open", "strong", 1)
        state.pos, state.posMax = start, end
        state.md.inline.tokenize(state)
        state.push("strong_close", "strong", -1)
        state.posMax = outer
    state.pos = end + 2
    return True


def _math(state: StateInline, silent: bool) -> bool:
    """Read `$x$` and `$$x$$`; sums of money such as R$ 10 are no math."""
    match = _MATH.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        state.push("math_inline", "math", 0).content = match[2]
    state.pos = match.end()
    return True


def _footnote(state: StateInline, silent: bool) -> bool:
    """Read `[^1]`, which shows as a number, and `^[words]`, which shows as its words."""
    reference = _FOOTNOTE.match(state.src, state.pos, state.posMax)
    words = _INLINE_FOOTNOTE.match(state.src, state.pos, state.posMax)
    match = reference or words
    if not match:
        return False
    if not silent:
        token = state.push("footnote" if reference else "text", "", 0)
        token.content = match[1] if reference else f" ({match[1]})"
    state.pos = match.end()
    return True


def _make_parser() -> MarkdownIt:
    """Build the parser: CommonMark's inline rules, strikethrough, math and Obsidian's."""
    md = MarkdownIt("zero", {"html": True, "maxNesting": 20})
    md.core.ruler.disable(["text_join"])
    md.enable(["newline", "escape", "backticks", "strikethrough", "emphasis", "balance_pairs", "fragments_join"])
    md.enable(["link", "image", "autolink", "html_inline", "entity"])
    ruler = md.inline.ruler
    ruler.before("escape", "math_inline", _math)
    ruler.before("link", "wikilink", _wikilink)
    ruler.before("wikilink", "footnote", _footnote)
    ruler.before("emphasis", "highlight", _highlight)
    return md


_INLINE = _make_parser()
