"""From the drafts of an outline to its blocks: statements, study marks, and whose page references are whose."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tutor.language import fold
from tutor.notes.cards import definition_of_above
from tutor.notes.fields import FieldRole
from tutor.notes.inline import Inline
from tutor.notes.pages import find_cited, find_declared, find_pages, find_same, find_source, is_only_pages
from tutor.notes.statements import read_statement
from tutor.types import Block, BlockKind, Form, Marker, PageKind, PageReference, Statement

_WARNING_CALLOUTS = frozenset("warning caution attention danger error atencao cuidado aviso perigo".split())
_DEFINITION_HEADERS = frozenset(
    "definicao significado descricao conceito o_que_e o_q_e oq_e def definition meaning description".split()
)
_NUMBER_HEADERS = frozenset(["", "#", "n", "no", "nº", "num", "numero", "item", "id"])
_NAME = re.compile(r"(?!(?:sim|nao|yes|no|x|v|f)$)[^\W\d_]")
_DOCUMENT_ENDINGS = (".pdf", ".ppt", ".pptx", ".doc", ".docx", ".odp", ".odt", ".epub", ".djvu")
_PAGE_ASIDE = re.compile(r"\s*\([^()]{1,80}\)(?=\s*(?:[.;]?\s*$|-{1,2}>|={1,2}>|[→⇒:]|[-–—]\s))")
_LONGEST_STATEMENT = 20_000
_LONGEST_LABEL = 80


@dataclass(slots=True)
class Draft:
    """A block while the outline is read; lines are 1-based, `parent` is a place in the list of drafts.

    `cells` are a row's header and value; `info` is a callout's type or a code fence's language.
    """

    kind: BlockKind
    first_line: int
    last_line: int
    inline: Inline
    parent: int | None = None
    level: int = 0
    cells: tuple[tuple[str, str], ...] = ()
    info: str = ""

    @property
    def is_embed(self) -> bool:
        """True for a block that shows a file and says nothing."""
        return bool(self.inline.embeds) and not self.inline.text


def finish(drafts: Sequence[Draft], title: str, source: str | None, lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the blocks of a note of `lines` called `title`, whose front matter names `source`."""
    signs = [_bullet(lines[draft.first_line - 1]) if draft.kind is BlockKind.ITEM else "" for draft in drafts]
    statements = _with_merits(drafts, [_read_statement(drafts, draft) for draft in drafts], signs)
    marked = _study_marked(drafts)
    marks = [list(draft.inline.study_marks) for draft in drafts]
    for draft, is_mark in zip(drafts, marked, strict=True):
        if is_mark and draft.parent is not None and not marked[draft.parent]:
            marks[draft.parent] += draft.inline.study_marks
    pages = _bubble(drafts, _own_pages(drafts, marked, find_source(title) or source))
    return tuple(
        Block(
            id=at,
            parent=draft.parent,
            kind=draft.kind,
            level=draft.level,
            first_line=draft.first_line,
            last_line=draft.last_line,
            text=draft.inline.text,
            statement=statements[at],
            strong=draft.inline.strong,
            pages=tuple(dict.fromkeys(pages[at])),
            study_marks=tuple(dict.fromkeys(marks[at])),
            is_study_mark=marked[at],
            cells=draft.cells,
            embeds=draft.inline.embeds,
            links=draft.inline.links,
            tags=draft.inline.tags,
            anchor=draft.inline.anchor,
        )
        for at, draft in enumerate(drafts)
    )


def read_row(cells: Sequence[tuple[str, Inline]]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return a table row as a sentence, "SSH — Porta: 22; Camada: aplicação", and its cells as (header, value).

    The first cell is what the row is about, or the second where the first only numbers the rows or what they tell of.
    """
    pairs = tuple((header, value.text) for header, value in cells)
    filled = [(header, value) for header, value in pairs if value]
    if not filled:
        return "", pairs
    first, *named = filled
    bare = fold(first[0]) in _NUMBER_HEADERS
    names = bare or (bool(named) and _NAME.match(fold(named[0][1])) is not None)
    if first[1].strip(".ºª").isdigit() and len(named) > (not bare) and names:
        subject, rest = named[0][1], [*named[1:], *(() if bare else (first,))]
    else:
        subject, rest = first[1], named
    plain = len(rest) == 1 and _asks_what(rest[0][0])
    said = "; ".join(value if plain or not header else f"{header}: {value}" for header, value in rest)
    return (f"{subject} — {said}" if said else subject), pairs


def _asks_what(name: str) -> bool:
    """True for a header or label "o que é" or "Conceito", whose text says what something else is."""
    return fold(name).replace(" ", "_") in _DEFINITION_HEADERS


def _read_statement(drafts: Sequence[Draft], draft: Draft) -> Statement:
    """Return what a draft says."""
    text = draft.inline.text
    if not text:
        return Statement(next((embed.label or embed.target for embed in draft.inline.embeds), draft.info))
    if draft.kind in {BlockKind.CODE, BlockKind.MATH} or len(text) > _LONGEST_STATEMENT:
        return Statement(text.strip().partition("\n")[0][:_LONGEST_LABEL])
    said = _without_page_asides(draft.inline)
    if draft.kind in {BlockKind.HEADING, BlockKind.TABLE} or is_only_pages(text) or find_declared(text):
        return Statement(said.text or text)
    if draft.kind is BlockKind.ROW:
        subject, _, row = text.partition(" — ")
        return Statement(subject, (subject,), row, Form.ROW) if row else Statement(subject)
    statement = _read_field(drafts, draft) or read_statement(said.text, said.strong)
    statement = replace(statement, terms=tuple(term for term in statement.terms if not is_only_pages(term)))
    says_what = _asks_what(statement.label) and bool(statement.terms)
    definition = statement.definition if says_what else definition_of_above(said.text)
    if definition and draft.parent is not None:
        statement = _of_above(drafts, draft.parent, statement, definition)
    warns = draft.kind is BlockKind.CALLOUT and fold(draft.info) in _WARNING_CALLOUTS
    return replace(statement, marker=Marker.WARNING) if warns else statement


def _bullet(line: str) -> str:
    """Return the sign of a bullet."""
    return line.lstrip(" \t>")[:1]


def _with_merits(drafts: Sequence[Draft], statements: Sequence[Statement], signs: Sequence[str]) -> list[Statement]:
    """Return the statements, "+" bullets marked as advantages, and "-" bullets right behind them as disadvantages.

    Not where "+" is the note's only bullet, nor what defines something.
    """
    marked = list(statements)
    if not set(signs) - {"+", ""}:
        return marked
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        if signs[at] and draft.parent is not None:
            beside[draft.parent].append(at)
    for bullets in beside.values():
        listed = "".join(signs[at] for at in bullets)
        pluses = listed.count("+")
        contrasted = re.fullmatch(r"\++-+", listed) is not None and len(listed) <= 2 * pluses + 1
        for at in bullets:
            defines = marked[at].terms and marked[at].form is not Form.ASIDE  # "esconde a rede (mas não protege!)"
            if defines or marked[at].marker:
                continue
            if signs[at] == "+":
                marked[at] = replace(marked[at], marker=Marker.ADVANTAGE)
            elif contrasted:
                marked[at] = replace(marked[at], marker=Marker.DISADVANTAGE)
    return marked


def _without_page_asides(inline: Inline) -> Inline:
    """Take out "(p. 17)" behind a term or at the end: it is no name of the term and no part of what is said."""
    asides = _PAGE_ASIDE.finditer(inline.text) if any(char.isdigit() for char in inline.text) else ()
    return inline.without(found.span() for found in asides if is_only_pages(found[0]))


def _read_field(drafts: Sequence[Draft], draft: Draft) -> Statement | None:
    """Return the definition an inline field gives, or None; one without a term defines the block above it."""
    field = draft.inline.field
    if field is None or field.role not in {FieldRole.DEFINITION, FieldRole.FACT}:
        return None
    if field.role is FieldRole.FACT:
        return replace(read_statement(f"{field.key} -> {field.value}"), form=Form.FIELD)
    statement = read_statement(draft.inline.text, draft.inline.strong)
    if statement.terms:
        return replace(statement, form=Form.FIELD)
    if draft.parent is None:
        return statement
    return replace(_of_above(drafts, draft.parent, statement, draft.inline.text), form=Form.FIELD)


def _of_above(drafts: Sequence[Draft], parent: int, statement: Statement, definition: str) -> Statement:
    """Return the statement of what defines the block above it: "Conceito: …" below "Processo"."""
    above = _read_statement(drafts, drafts[parent])
    terms, form = above.terms or (above.label,), statement.form or Form.COLON
    return replace(statement, label=above.label, terms=terms, definition=definition, form=form)


def _study_marked(drafts: Sequence[Draft]) -> list[bool]:
    """Say of each draft whether it is a study mark and nothing else, or hangs from one."""
    marked: list[bool] = []
    for draft in drafts:
        field = draft.inline.field
        own = field is not None and field.role is FieldRole.MARK and draft.kind is not BlockKind.HEADING
        bare = bool(draft.inline.study_marks) and not draft.inline.text and not draft.inline.embeds
        above = draft.parent is not None and marked[draft.parent] and draft.kind is not BlockKind.HEADING
        marked.append(own or bare or above)
    return marked


def _own_pages(drafts: Sequence[Draft], marked: Sequence[bool], outer: str | None) -> list[list[PageReference]]:
    """Return the references that stand in each draft, those of its footnotes among them."""
    enclosing: list[str | None] = []
    declared: dict[int | None, str] = {}
    pages: list[list[PageReference]] = []
    named_before: list[str] = []
    for draft, is_mark in zip(drafts, marked, strict=True):
        above = declared.get(draft.parent) or (outer if draft.parent is None else enclosing[draft.parent])
        inline = draft.inline
        silent = is_mark or draft.kind in {BlockKind.CODE, BlockKind.MATH} or len(inline.text) > _LONGEST_STATEMENT
        cited = find_cited(inline.prose) if inline.footnote else None
        source = cited or _file(draft) or find_same(inline.prose, named_before) or above
        found = () if silent else find_pages(inline.prose, draft.first_line, inline.breaks, source)
        named_before += (page.source for page in found if page.source and not page.source.isalpha())
        linked = () if is_mark else _linked_pages(draft)
        unlinked = [page for page in found if not any(_same_place(page, other) for other in linked)]
        pages.append([*linked, *unlinked])
        enclosing.append((None if silent else find_source(inline.prose)) or _file(draft) or above)
        named = None if silent else find_declared(inline.prose)
        declared |= {draft.parent: named} if named else {}
    noted = {draft.inline.footnote: pages[at] for at, draft in enumerate(drafts) if draft.inline.footnote}
    for own, draft in zip(pages, drafts, strict=True):
        own += [page for label in draft.inline.footnotes for page in noted.get(label, [])]
    return pages


def _same_place(page: PageReference, other: PageReference) -> bool:
    return (page.first, page.last, page.kind) == (other.first, other.last, other.kind)


def _file(draft: Draft) -> str | None:
    """Return the one document file that a draft embeds or links to, by its name."""
    targets = [embed.target for embed in draft.inline.embeds]
    targets += [link.partition("#")[0] for link in draft.inline.links]
    names = {target.rpartition("/")[2] for target in targets if target.lower().endswith(_DOCUMENT_ENDINGS)}
    return names.pop() if len(names) == 1 else None


def _linked_pages(draft: Draft) -> tuple[PageReference, ...]:
    """Return the pages that a draft's links and embeds point to: `[[x.pdf#page=12]]`."""
    return tuple(_find_linked_pages(draft))


def _find_linked_pages(draft: Draft) -> Iterator[PageReference]:
    """Yield a reference for each target with `#page=`."""
    places = [(embed.target, embed.anchor, embed.line) for embed in draft.inline.embeds]
    places += [(*link.partition("#")[::2], draft.first_line) for link in draft.inline.links]
    for target, anchor, line in places:
        number = anchor.removeprefix("page=").partition("&")[0]
        if anchor.startswith("page=") and number.isdecimal() and len(number) <= 4:
            yield PageReference(target.rpartition("/")[2], int(number), int(number), PageKind.PAGE, line)


def _bubble(drafts: Sequence[Draft], own: Sequence[Sequence[PageReference]]) -> list[list[PageReference]]:
    """Give each block the references of the blocks right below it.

    A heading takes only those of the leading blocks below it that are a reference or an embed and nothing else; a
    table takes none, because each row speaks for itself.
    """
    pages = [list(found) for found in own]
    closed: set[int] = set()
    for at, draft in enumerate(drafts):
        if draft.parent is None or drafts[draft.parent].kind is BlockKind.TABLE:
            continue
        if drafts[draft.parent].kind is BlockKind.HEADING:
            bare = draft.is_embed or is_only_pages(draft.inline.prose)
            if not bare:
                closed.add(draft.parent)
            if draft.parent in closed:
                continue
        pages[draft.parent] += own[at]
    return pages
