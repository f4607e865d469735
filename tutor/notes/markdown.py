"""The block grammar: markdown-it-py with its list rule made flat, as an outliner reads indentation.

CommonMark nests lists by the width of each marker, so that a tab too many makes code and a space too few a sibling.
Students indent by tabs or two spaces, skip levels and never mean code. So every item is one flat token that knows its
column, and `outline` finds the parent from the columns. That also bounds the time for any depth. Bullets copied from a
PDF (`•`), letters (`a)`) and the Roman numerals of laws (`I -`) are items as well.
"""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock, blockquote, fence, heading, hr, lheading, table
from markdown_it.token import Token
from mdit_py_plugins.dollarmath.index import math_block_dollar

from tutor.language import read_roman

_MARKER = re.compile(
    r"(?:(?P<bullet>[-*+•◦▪‣·])|(?P<dash>[–—])|(?P<number>\d{1,9})[.)]|(?P<letter>[a-z])\)|(?P<roman>[IVXL]{1,6})\s?[-–—])"
    r"(?:[ \t]+|$)",
    re.MULTILINE,
)
_TASK = re.compile(r"\[[ xX\-/>?!*]\][ \t]+")
_INNER_BULLET = re.compile(r"(?:[-*][ \t]+)+")
_MINUS = re.compile(r"-[ \t]+(?![-*][ \t])\S")  # "* - it is slow": a disadvantage, as "+" is an advantage
_UNDERLINE = re.compile(r"[ \t>]*(?:={2,}|-{2,})[ \t]*$")
_DEEP_QUOTE = re.compile(r"^((?:[ \t]*>){8})([ \t>]*>)", re.MULTILINE)

_MOST_LOST = 4  # items of a law revoked in a row

_DOLLAR_MATH = math_block_dollar(allow_labels=False, allow_blank_lines=False)

Rule = Callable[[StateBlock, int, int, bool], bool]


def read_blocks(text: str) -> list[Token]:
    """Return the block tokens of a note's text; each opening token has its column in `meta["column"]`.

    Types: `item` (empty; what stands behind the marker follows as its own token on the same line), `paragraph`,
    `heading_open`, `fence`, `math_block`, `hr`, `table_open` …, `blockquote_open` … `blockquote_close`.
    """
    shallow = _DEEP_QUOTE.sub(lambda match: match[1] + " " * len(match[2]), text) if ">" in text else text
    return _BLOCKS.parse(shallow, {})


def _located(rule: Rule) -> Rule:
    """Make `rule` keep the column its line begins at, tabs being four wide."""

    def located(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        column, at = max(state.sCount[start], 0), len(state.tokens)
        found = rule(state, start, end, silent)
        if found and not silent:
            state.tokens[at].meta["column"] = column
        return found

    return located


def _read_item(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a list item's marker, then what stands behind it on its line."""
    marker = _find_marker(state, start, silent) if state.sCount[start] >= 0 else None
    if not marker or silent:
        return marker is not None
    state.push("item", "li", 0).map = [start, start + 1]
    state.env["counted"] = _count(marker)
    state.env["item_column"] = column = state.sCount[start]
    content = marker.end()
    signed = marker["bullet"] != "-" and _MINUS.match(state.src, content, state.eMarks[start])
    for skipped in (_TASK,) if signed else (_INNER_BULLET, _TASK):
        match = skipped.match(state.src, content, state.eMarks[start])
        content = match.end() if match else content
    if content >= state.eMarks[start]:
        state.line = start + 1
        return True
    state.bMarks[start], state.tShift[start], state.sCount[start] = content, 0, column + content - marker.start()
    state.env["in_item"] = True
    any(rule(state, start, end, False) for rule in (_fence, _table, _quote, _math, _heading, _paragraph))
    state.env.pop("in_item", None)
    return True


def _find_marker(state: StateBlock, line: int, interrupts: bool) -> re.Match[str] | None:
    """Return the marker that a line begins with; one that would interrupt prose must be a sure one.

    Letters and Roman numerals (`a)`, `I -`) must count on from the item before, since "X - y" is no tenth item; a law
    may have lost some of its items.
    """
    marker = _MARKER.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
    if not marker:
        return None
    if marker["letter"] or marker["roman"]:
        before = state.env.get("counted", 0)
        lost = _MOST_LOST if marker["roman"] and before else 0
        return marker if _count(marker) == 1 or 0 < _count(marker) - before <= 1 + lost else None
    sure = marker["bullet"] or marker["number"] == "1" or "in_item" in state.env
    return marker if sure or not interrupts or (marker["dash"] and _is_in_run(state, line)) else None


def _is_in_run(state: StateBlock, line: int) -> bool:
    """True for a line beside another that begins with a dash too: bullets, and no aside of running text."""
    beside = (other for other in (line - 1, line + 1) if 0 <= other < state.lineMax)
    found = (_MARKER.match(state.src, state.bMarks[at] + state.tShift[at], state.eMarks[at]) for at in beside)
    return any(marker and marker["dash"] for marker in found)


def _count(marker: re.Match[str]) -> int:
    """Return what a lettered or Roman marker counts, else 0."""
    if marker["letter"]:
        return ord(marker["letter"]) - ord("a") + 1
    return read_roman(marker["roman"]) if marker["roman"] else 0


def _read_fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a code fence; one inside an item ends where the item does, even when it is not closed."""
    outer = state.blkIndent
    inside = state.sCount[start] > state.env.get("item_column", state.sCount[start]) + 1
    state.blkIndent = state.env["item_column"] + 1 if inside else outer
    found = fence(state, start, end, silent)
    state.blkIndent = outer
    return found


def _read_quote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a quote or callout; its items have columns of their own."""
    outer = {key: state.env.pop(key) for key in ("item_column", "in_item") if not silent and key in state.env}
    found = blockquote(state, start, end, silent)
    state.env.update(outer)
    return found


def _read_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a table; a line without a bar ends it, as in Obsidian."""
    last, limit = start, min(end, start + 2) if silent else end
    while last < limit and "|" in state.src[state.bMarks[last] : state.eMarks[last]]:
        last += 1
    return table(state, start, last, silent)


def _read_math(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a block between `$$`; the plugin makes its token even when it is only asked, so take that back."""
    tokens, line = len(state.tokens), state.line
    found = _DOLLAR_MATH(state, start, end, silent)
    if silent:
        del state.tokens[tokens:]
        state.line = line
    return found


def _read_setext(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a one-line heading underlined with two or more `=` or `-`; a lone `-` is an empty bullet."""
    if start + 1 >= end or not _UNDERLINE.match(state.src[state.bMarks[start + 1] : state.eMarks[start + 1]]):
        return False
    return lheading(state, start, start + 2, silent)


def _read_paragraph(state: StateBlock, start: int, _end: int, _silent: bool) -> bool:
    """Read lines up to a blank one or another block; indentation alone never makes code."""
    terminators = state.md.block.ruler.getRules("paragraph")
    line = start + 1
    while line < state.lineMax and not state.isEmpty(line):
        lazy = state.sCount[line] < 0
        if not lazy and any(rule(state, line, state.lineMax, True) for rule in terminators):
            break
        line += 1
    token = state.push("paragraph", "p", 0)
    token.map = [start, line]
    token.content = "\n".join(state.src[state.bMarks[at] : state.eMarks[at]].strip() for at in range(start, line))
    state.line = line
    return True


_item, _fence, _quote = _located(_read_item), _located(_read_fence), _located(_read_quote)
_table, _heading, _setext = _located(_read_table), _located(heading), _located(_read_setext)
_math = _located(_read_math)
_paragraph = _located(_read_paragraph)


def _make_parser() -> MarkdownIt:
    """Build the parser: the blocks students write, and no inline pass."""
    md = MarkdownIt("zero", {"maxNesting": 40})
    md.core.ruler.disable(["inline"])
    ruler = md.block.ruler
    everywhere: RuleOptionsType = {"alt": ["paragraph", "blockquote"]}
    for name, rule in (("table", _table), ("fence", _fence), ("blockquote", _quote), ("hr", hr), ("heading", _heading)):
        ruler.at(name, rule, everywhere)
    md.enable(["table", "fence", "blockquote", "hr", "heading"])
    ruler.before("fence", "math_block", _math, everywhere)
    ruler.after("hr", "item", _item, everywhere)
    ruler.before("paragraph", "setext", _setext)
    ruler.at("paragraph", _paragraph)
    return md


_BLOCKS = _make_parser()
