"""A note's text as its outline: headings, bullets, prose, tables, code and quotes, each with its lines and parent.

Rules beyond Markdown, for what students mean: a bullet two columns deeper hangs from the bullet above it, and an
indented line of prose, as a bullet, from the line above it; a paragraph
or bullet that announces what follows (it ends with a colon, or a list begins on the next line) is the parent of that
list, table or code, but not one that tells of the note itself ("Data: 3/4"); a short line wholly in bold is a heading
of level 7, or the title of the lines right below it. The heading that gives the note its title has no children, so that
paths do not say the title twice. A level is 1-7 for headings, the depth for bullets, else 0.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from markdown_it.token import Token

from tutor.language import fold
from tutor.notes.blocks import Draft, finish, read_row
from tutor.notes.cards import read_card
from tutor.notes.fields import FieldRole
from tutor.notes.frontmatter import FrontMatter, blank_front_matter, read_front_matter
from tutor.notes.inline import Inline
from tutor.notes.lines import FIELD, announces_numbered, begins_with_term, group_lines, indentation, is_labelled
from tutor.notes.markdown import read_blocks
from tutor.notes.obsidian import clean_source, read_inline
from tutor.notes.pages import find_declared
from tutor.types import BlockKind, Note

_CALLOUT = re.compile(r"\[!([\w-]+)(?:\|[^\]]*)?\][+-]?[ \t]*(.*)")
_TURNS = frozenset(["?", "??"])  # between the front and the back of a flashcard
_QUERIES = frozenset("dataview dataviewjs query tasks button toc".split())
_BOLD_HEADING_LEVEL = 7
_LONGEST_BOLD_TITLE = 80
_BOLD_START = re.compile(r"\s*(\*\*|__)[^*_]+\1\s*\S")
_LONGEST_ANNOUNCEMENT = 100
_LONGEST_RECORD_NAME = 6  # words
_NAMES_KINDS = re.compile(
    r"\s*(?!(?:mais|menos|mas|depois|antes|apenas|nos|dos|aos|das|nas|pelos|pelas|todos|todas|os|as)\b)"
    r"[^\W\d_]{3,}s(?: [^\W\d_]+){0,5}:?\s*$"
)
_ABOUT_THE_NOTE = re.compile(
    r"(?:tags?\s*:|(?:datas?|date|links?|aulas?|prof(?:essora?)?|disciplinas?|mat[ée]rias?|autor(?:a|es)?|authors?|cursos?"
    r"|banca|concursos?|m[óo]dulos?|criad[oa](?: em)?|created|atualizad[oa](?: em)?|updated)\.?\s*:"
    r"(?!\s*(?!https?:|www)(?-i:[a-zà-ÿ])))",
    re.IGNORECASE,
)
"""What tells of the note; a value in small letters is content: "Concurso: modalidade de …"."""
_DEEPEST = 60
_HANGING = frozenset({BlockKind.CODE, BlockKind.TABLE, BlockKind.MATH, BlockKind.QUOTE})


def parse_note(path: str, text: str) -> Note:
    r"""Return the note whose file at `path` (relative to the vault) holds `text`, line ends being `\n`."""
    front = read_front_matter(text)
    outline = _Outline(clean_source(blank_front_matter(text)))
    drafts = outline.read()
    title, titled = _find_title(path, front, drafts)
    for draft in drafts:
        if titled is not None and draft.parent == titled:
            draft.parent = None
    tags = dict.fromkeys((*front.tags, *outline.tags))
    return Note(path, title, text, finish(drafts, title, front.source, text.split("\n")), front.aliases, tuple(tags))


def _find_title(path: str, front: FrontMatter, drafts: Sequence[Draft]) -> tuple[str, int | None]:
    """Return the title (front matter's, else that of a sole leading H1, else the file's name) and its heading."""
    stem = PurePosixPath(path).stem
    first = drafts[0] if drafts else None
    if first is None or first.kind is not BlockKind.HEADING or first.level != 1:
        return front.title or stem, None
    heading = first.inline.text
    sole = sum(draft.kind is BlockKind.HEADING and draft.level == 1 for draft in drafts) == 1
    title = front.title or (heading if sole else stem)
    return title, 0 if fold(heading) == fold(title) else None


@dataclass(slots=True)
class _Container:
    """The note itself, a section or a quote, while its blocks are read.

    `prose` is what a paragraph in it is, and `info` a callout's type. `items` are the open bullets as (column, draft);
    `above` are the lines in a row that deeper ones hang from, bullets or not, as (column, draft); `lead` is the
    paragraph that announced the list being read.
    """

    owner: int | None = None
    prose: BlockKind = BlockKind.PARAGRAPH
    info: str = ""
    items: list[tuple[int, int]] = field(default_factory=list)
    above: list[tuple[int, int]] = field(default_factory=list)
    lead: int | None = None


class _Outline:
    """Reads block tokens into drafts."""

    def __init__(self, text: str) -> None:
        self.tokens = read_blocks(text)
        self.lines = text.split("\n")
        self.widest = max(map(len, self.lines))
        self.drafts: list[Draft] = []
        self.tags: list[str] = []
        self.sections: list[tuple[int, int]] = []
        self.containers = [_Container()]
        self.item: Token | None = None

    def read(self) -> list[Draft]:
        """Return the drafts in document order, parents before children."""
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            match token.type:
                case "item":
                    self.item = token
                case "paragraph":
                    self._read_paragraph(token, self.tokens[at + 1 : at + 2])
                case "heading_open":
                    self._read_heading(token, self.tokens[at + 1].content)
                case "fence" | "math_block":
                    self._read_verbatim(token)
                case "table_open":
                    at = self._read_table(at)
                case "blockquote_open":
                    self._open_quote(token)
                case "blockquote_close":
                    self.containers.pop()
                case "hr":
                    self._close_list()
            at += 1
        return self.drafts

    def _open_quote(self, token: Token) -> None:
        """Begin a quote; a bullet's quote hangs where the bullet would."""
        column = self._item_column(token)
        parent = self._place(
            token.meta["column"] if column is None else column, BlockKind.QUOTE, item=column is not None
        )
        self.containers.append(_Container(parent, BlockKind.QUOTE))

    def _read_paragraph(self, token: Token, following: Sequence[Token]) -> None:
        """Read a bullet's words or prose; lines that stand on their own become blocks of their own."""
        lines, first = token.content.split("\n"), _first(token)
        column = self._item_column(token)
        container = self.containers[-1]
        callout = _CALLOUT.match(lines[0]) if container.prose is BlockKind.QUOTE and column is None else None
        if callout:
            self._open_callout(callout, first)
            lines, first = lines[1:], first + 1
        list_next = bool(following) and following[0].type == "item" and _first(following[0]) == first + len(lines)
        title: int | None = None
        before = len(self.drafts)
        raw = self.lines[first - 1 : first - 1 + len(lines)]
        columns = [indentation(line) for line in raw]
        goes_on = column is not None and columns[1:2] >= columns[:1]  # a bullet's words begin behind its sign
        begins = [*columns[1:2], *columns[1:]] if goes_on else columns
        spans = list(group_lines(lines, [len(line.rstrip()) for line in raw], begins, self.widest))
        names_record = column is None and (self._names_record(lines, spans) or announces_numbered(lines, spans))
        for start, end in spans:
            inline = read_inline("\n".join(lines[start:end]), first + start)
            draft = Draft(container.prose, first + start, first + end - 1, inline, info=container.info)
            amid = start > 0 and _BOLD_START.match(lines[start - 1]) is not None  # of lines "**term**: …"
            is_title = (self._is_bold_title(inline) and not amid) or (names_record and start == 0)
            if inline.text in _TURNS and len(self.drafts) > before:
                title = len(self.drafts) - 1
                continue
            if column is not None and start == 0:
                draft.kind, draft.info = BlockKind.ITEM, ""
                self._add(draft, column, item=True)
                self._hang(draft, column)
            elif is_title and len(lines) == 1 and not list_next:
                self._add_heading(_BOLD_HEADING_LEVEL, (first, first), inline)
            else:
                self._add(draft, token.meta["column"] if column is None else self._lazy_column(draft, column))
                leads = is_title or (column is None and read_card(inline.text) is not None)
                draft.parent = title if title is not None and not leads else draft.parent
                self._hang(draft, columns[start])
                title = len(self.drafts) - 1 if leads and self.drafts[-1:] == [draft] else title
        if lines and (column is None or not container.items):
            last = spans[-1][0]
            # a line that left its bullet leads the bullets behind it where it begins with a term, "B = uma árvore",
            # names things that there are several of, "tipos de raciocínio", or stands above them
            apart = len(spans) > 1 and (begins_with_term(lines[last]) or _NAMES_KINDS.match(lines[last]) is not None)
            self._announce(title, list_next=list_next and (column is None or apart))

    def _names_record(self, lines: Sequence[str], spans: Sequence[tuple[int, int]]) -> bool:
        """True for lines of which the first only names what the others tell: "Oligopólio", "firmas: poucas".

        Of fields, "nível:: sistema", the first names the record where others of the note begin with it too, and no
        other line of its own does.
        """
        if len(spans) < 3 or spans[0][1] > 1 or len(lines[0].split()) > _LONGEST_RECORD_NAME:
            return False
        field, others = FIELD.match(lines[0]), [lines[start] for start, _ in spans[1:]]
        if field:
            again = sum(line.lstrip().startswith(field[0]) for line in self.lines)
            alike = any(line.lstrip().startswith(field[0]) for line in others)  # "def:: a", "def:: b"
            return again > 1 and not alike and all(map(FIELD.match, others))
        return lines[0].rstrip()[-1:].isalnum() and not is_labelled(lines[0]) and all(map(is_labelled, others))

    def _hang(self, draft: Draft, column: int) -> None:
        """Make a draft just read, if it was kept, a bullet of the line above it where its own is indented deeper."""
        if self.drafts[-1:] != [draft]:
            return
        above, items = self.containers[-1].above, self.containers[-1].items
        if self.drafts[-2:-1] and self.drafts[-2].last_line + 1 < draft.first_line:
            above.clear()
        deeper = 2 if draft.kind is BlockKind.ITEM else 1
        while above and column < above[-1][0] + deeper:
            above.pop()
        del above[_DEEPEST:]
        if above and above[-1] not in items:
            draft.kind, draft.level, draft.parent = BlockKind.ITEM, len(above), above[-1][1]
        above.append((column, len(self.drafts) - 1))

    def _open_callout(self, callout: re.Match[str], line: int) -> None:
        """Read a callout's first line: its title is the parent of what follows; without one each paragraph is it."""
        container = self.containers[-1]
        container.prose, container.info = BlockKind.CALLOUT, callout[1]
        title = read_inline(callout[2], line)
        if title.text:
            self._add(Draft(BlockKind.CALLOUT, line, line, title, info=callout[1]), 0)
            container.owner, container.prose, container.info = len(self.drafts) - 1, BlockKind.PARAGRAPH, ""

    def _read_heading(self, token: Token, content: str) -> None:
        """Read a heading; inside a bullet or a quote it is that bullet's words, or prose."""
        inline = read_inline(content, _first(token))
        column = self._item_column(token)
        container = self.containers[-1]
        inside = any(token.meta["column"] >= open_column + 2 for open_column, _ in container.items)
        if column is not None:
            self._add(Draft(BlockKind.ITEM, *_span(token), inline), column, item=True)
        elif inside or len(self.containers) > 1:
            self._add(Draft(BlockKind.PARAGRAPH, *_span(token), inline), token.meta["column"])
        else:
            self._add_heading(int(token.tag[1]), _span(token), inline)

    def _add_heading(self, level: int, span: tuple[int, int], inline: Inline) -> None:
        """Open a section; a heading without words only ends the one before."""
        while self.sections and self.sections[-1][0] >= level:
            self.sections.pop()
        parent = self.sections[-1][1] if self.sections else None
        if not inline.text:
            self.containers[-1] = _Container(parent)
            self._add(Draft(BlockKind.PARAGRAPH, *span, inline), 0)
            return
        self.tags += inline.tags
        self.sections.append((level, len(self.drafts)))
        self.containers[-1] = _Container(len(self.drafts))
        self.drafts.append(Draft(BlockKind.HEADING, *span, inline, parent=parent, level=level))

    def _read_verbatim(self, token: Token) -> None:
        """Read code or math."""
        code = token.type == "fence"
        text = token.content.strip("\n").rstrip() if code else token.content.strip()
        column = self._item_column(token)
        if text.strip() and token.info.strip().lower() not in _QUERIES:
            kind = BlockKind.CODE if code else BlockKind.MATH
            inline = Inline(text, verbatim=((0, len(text)),))
            at = token.meta["column"] if column is None else column
            draft = Draft(kind, *_span(token), inline, info=token.info.strip())
            self._add(draft, at, item=column is not None)

    def _read_table(self, at: int) -> int:
        """Read a table and its rows; return the place of its last token."""
        token = self.tokens[at]
        column = self._item_column(token)
        rows: list[tuple[int, list[Inline]]] = []
        while self.tokens[at].type != "table_close":
            inner = self.tokens[at]
            if inner.type == "tr_open":
                rows.append((_first(inner), []))
            elif inner.type == "inline":
                rows[-1][1].append(read_inline(inner.content, rows[-1][0]))
            at += 1
        (first, header), *body = rows
        inline = _merge([cell for cell in header if cell.text], ", ".join(cell.text for cell in header if cell.text))
        place = token.meta["column"] if column is None else column
        self._add(Draft(BlockKind.TABLE, first, first + 1, inline, info="Tabela"), place, item=column is not None)
        table = len(self.drafts) - 1
        for line, values in body:
            text, cells = read_row([(head.text, value) for head, value in zip(header, values, strict=True)])
            if text:
                row = Draft(BlockKind.ROW, line, line, _merge(values, text), parent=table, cells=cells)
                self.tags += row.inline.tags
                self.drafts.append(row)
        return at

    def _add(self, draft: Draft, column: int, *, item: bool = False) -> None:
        """Append a draft below the bullet, announcement or section it belongs to, if there is anything in it."""
        inline = draft.inline
        self.tags += inline.tags
        if not (inline.text or inline.embeds or inline.study_marks) and draft.kind is not BlockKind.TABLE:
            if inline.anchor and self.drafts:
                self.drafts[-1].inline = replace(self.drafts[-1].inline, anchor=inline.anchor)
            if item:
                self._close_bullets(column)
            return
        verbatim = draft.kind is BlockKind.PARAGRAPH and not inline.prose.strip()
        container = self.containers[-1]
        lead = container.lead
        draft.parent = self._place(column, BlockKind.CODE if verbatim else draft.kind, item=item)
        if draft.is_embed:  # a picture amid a list does not end it
            container.lead = lead
        if item and sum(len(outer.items) for outer in self.containers) < _DEEPEST:
            container.items.append((column, len(self.drafts)))
        draft.level = len(container.items) if item else 0
        self.drafts.append(draft)

    def _place(self, column: int, kind: BlockKind, *, item: bool) -> int | None:
        """Return the parent of a block that begins at `column`, closing the bullets that end before it."""
        container = self.containers[-1]
        last = len(self.drafts) - 1
        hangs = kind in _HANGING and not item
        if hangs and container.items and container.items[-1][1] == last:
            names = kind is BlockKind.TABLE and _NAMES_KINDS.match(self.drafts[last].inline.text)
            if names or self._announces(last):
                return last
        self._close_bullets(column)
        if container.items:
            return container.items[-1][1]
        if container.lead is not None and (item or (hangs and container.lead == last)):
            return container.lead
        container.lead = None
        return container.owner

    def _close_bullets(self, column: int) -> None:
        """End the bullets that nothing which begins at `column` hangs from."""
        items = self.containers[-1].items
        while items and column < items[-1][0] + 2:
            items.pop()

    def _lazy_column(self, draft: Draft, column: int) -> int:
        """Return the column of a line that follows a bullet at `column`; one that is not indented leaves the bullet."""
        if len(self.containers) > 1:
            return column + 2
        return indentation(self.lines[draft.first_line - 1])

    def _announce(self, title: int | None, *, list_next: bool) -> None:
        """Note whether the paragraph just read, or the bold line above it, announces the list or code that follows."""
        container = self.containers[-1]
        last = len(self.drafts) - 1
        while (
            last > 0
            and self.drafts[last].is_embed
            and self.drafts[last - 1].last_line + 1 == self.drafts[last].first_line
        ):
            last -= 1  # a picture between a line and its list
        if container.items or last < 0 or self.drafts[last].kind is not container.prose or self.drafts[last].is_embed:
            return
        text, field = self.drafts[last].inline.text, self.drafts[last].inline.field
        marks = field is not None and field.role is FieldRole.MARK
        whole = bool(field.value) if field and marks else not text  # "revisado:: sim" and "#redes" say all they mean
        about = find_declared(text) or _ABOUT_THE_NOTE.match(text)
        few = len(text.split()) <= _LONGEST_RECORD_NAME  # "distâncias: decorar!!"
        short = len(text) <= _LONGEST_ANNOUNCEMENT and not text.endswith((".", ";") if few else (".", "!", ";"))
        short = short or read_card(text) is not None  # the list goes on answering
        if self._announces(last) or (list_next and short and not whole and not about):
            container.lead = last
        else:
            container.lead = title if list_next else None

    def _announces(self, at: int) -> bool:
        """True for a block that ends with a colon."""
        return self.drafts[at].inline.text.endswith(":")

    def _close_list(self) -> None:
        """End the list being read."""
        self.containers[-1].items.clear()
        self.containers[-1].lead = None

    def _item_column(self, token: Token) -> int | None:
        """Return the column of the bullet whose line `token` begins on, or None; a bullet counts once."""
        item, self.item = self.item, None
        return item.meta["column"] if item and _first(item) == _first(token) else None

    def _is_bold_title(self, inline: Inline) -> bool:
        """True for a line wholly in bold, short and without a full stop, that stands outside lists and quotes."""
        text = inline.text
        whole = inline.strong == ((0, len(text.rstrip(":"))),) or inline.strong == ((0, len(text)),)
        outside = len(self.containers) == 1 and not self.containers[-1].items
        return whole and outside and 0 < len(text) <= _LONGEST_BOLD_TITLE and text[-1] not in ".!?;"


def _merge(cells: Sequence[Inline], text: str) -> Inline:
    """Return the inline of a table row that reads `text`: what its cells hold, taken together."""
    return Inline(
        text,
        embeds=tuple(embed for cell in cells for embed in cell.embeds),
        links=tuple(link for cell in cells for link in cell.links),
        tags=tuple(tag for cell in cells for tag in cell.tags),
        study_marks=tuple(mark for cell in cells for mark in cell.study_marks),
        footnotes=tuple(label for cell in cells for label in cell.footnotes),
    )


def _first(token: Token) -> int:
    """Return the 1-based first line of a block token."""
    return token.map[0] + 1 if token.map else 0


def _span(token: Token) -> tuple[int, int]:
    """Return the 1-based lines of a block token."""
    return (token.map[0] + 1, token.map[1]) if token.map else (0, 0)
