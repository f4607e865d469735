"""Groups: what the notes list, as sets in braces, in running text, in tables, or below a name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from tutor.answering.claims import Inquiry
from tutor.answering.evidence import Evidence
from tutor.answering.pages import is_bare_reference
from tutor.answering.question import SORTS
from tutor.answering.wording import clean
from tutor.language import fold, is_negated, stem, stems
from tutor.notes.members import IN_BRACKETS, bare, enumeration, split_members, told_lists
from tutor.notes.numerals import FOLDED_NUMBER_WORDS, NUMBER_WORDS
from tutor.types import BlockKind, Form, Marker, MemberSet

_ANNOUNCING = frozenset(stems(" ".join((*NUMBER_WORDS, "seguintes abaixo listados following below"))))
_LIST_SHARE = 0.75  # of a question that the label and place of a list have to carry
_MEMBER_KINDS = frozenset({BlockKind.ITEM, BlockKind.ROW, BlockKind.HEADING})
_RUNNING_KINDS = frozenset({BlockKind.ITEM, BlockKind.PARAGRAPH})
_LONGEST_NAME = 5  # words that count
_OPPOSED = frozenset(
    frozenset((stem(one), stem(other)))
    for one, other in (
        *(("direitos", "deveres"), ("causas", "consequencias"), ("entradas", "saidas"), ("receitas", "despesas")),
        *(("permissoes", "proibicoes"), ("rights", "duties"), ("causes", "effects"), ("inputs", "outputs")),
    )
)
_CHAIN = re.compile(r"\s*(?<!<)(?:-{1,2}>|→)\s*")
_SHORTEST_CHAIN, _LONGEST_LINK = 3, 6  # links; words without brackets
"""Of what is told one after the other: "fases: desbaste -> corte -> cicatrização"."""
_MERITS = {Marker.ADVANTAGE: "vantagens", Marker.DISADVANTAGE: "desvantagens"}
_HEADING_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\s*[.)\-–:]?\s+(?=\w)")
_NUMERAL = re.compile(r"\w{1,2}|\d+|[ivxlIVXL]+")
_NUMBERS = rf"\d{{1,2}}|{'|'.join(FOLDED_NUMBER_WORDS)}"
_WANTED = re.compile(rf"\b(?:quais|[oa]s|the|list|what are|cite|liste)\s+({_NUMBERS})\s+[^\W\d]")
_WORD = rf"(?!(?:{_NUMBERS})\s)[^\W\d][\w-]*"
_COUNTED = re.compile(rf"(?<![\w.,])({_NUMBERS})\s+((?:{_WORD}\s+){{0,2}}{_WORD})")
_COUNT_FIRST = re.compile(r"\d{1,3}(?= [^\W\d])")
_COUNT_IN_BRACKETS = re.compile(r"\((\d{1,2})\)")
_FIGURE = re.compile(r"\d+")
_COUNT_LAST = re.compile(rf"(?<![\w.,])({_NUMBERS})$")
_BETWEEN = re.compile(r"[;,]\s+(?![^()]*\))")
_BEGUN_IN_BOLD = re.compile(r"(?:[^\W\d_]+ ){0,3}\*\*([^*]+?)[.:]?\*\*")
_AND = re.compile(r"^(?:e|ou|and|or) ")
_ADDED = re.compile(r"\}\s*(?:\+|\(\+)\s*([^{}();,:]*[^{}();,:\s])\s*(?:\([^()]*\)|\))?\s*(?=$|[,;])")
"""What joins a set from outside: "{ lógica, física } + cenários (casos de uso)", "{ parar, sair } (+ voltar)"."""
_PLUS = re.compile(r"\}\s*\+\s*\{")
_COLON = re.compile(r"([^:]+): ([^:;]+)")
_BRACKET = re.compile(r"\(([^()]+)\)")
_BREAK = re.compile(r"[();:]")
EACH = re.compile(r"\b(?:cada|each) (\w+)")
"""What is told of each of several, folded."""
MEMBER_JOINT = re.compile(r"[,;]\s*|\s(?:e|and)\s")
"""What stands between things named one after the other."""
_NUMBERED_LINE = re.compile(r"\d{1,2} [^\W\d]")
"""How a line begins that is numbered by a bare figure."""
_BEGUN = re.compile(r"((?:[^,;:.]+, )+[^,;:.]+? (?:e|and) [^,;:.]+), (?:e|and|mas|but|que|nest[ae]|in) ")
"""What a sentence begins by listing before it goes on: "local, site e domínio, e o último vale mais"."""
_GROUPING = re.compile(r"(?:(?:uma?|du?[ao]i?s|três|\d+) )?(?:por|per|by) (?!isso|exemplo)", re.IGNORECASE)
"""How a line begins that only groups what stands below it."""
_LEADS_ON = re.compile(r"\b(?:por|para|com|de|em|by|for|with|in|of)$|\b[pc]/$")
"""How a name ends that what follows it goes on from: "serve p/ { … }"."""
VERSUS = re.compile(r"\b(?:x|vs|versus)\b")
"""What sets two things against each other, folded."""


@dataclass(frozen=True)
class Group:
    """Something with members: a set, a block with others below it, or the column of a table, whose place it tells.

    `parts` pair each member with its evidence.
    """

    head: Evidence
    label: str
    parts: tuple[tuple[str, Evidence], ...]
    is_set: bool
    column: int | None = None

    @property
    def owner(self) -> str:
        """The term whose definition a set stands in, where its label does not name it; else nothing."""
        statement = self.head.statement
        first = bool(self.parts) and self.parts[0][0] == statement.label  # "simples -> …; dupla -> …": of no term
        names = not first and not _announces(statement.label)
        inside = self.is_set and statement.definition and statement.label not in self.label and names
        return statement.label if inside else ""


def groups_of(evidence: Evidence) -> Iterator[Group]:
    """Yield the sets a sentence holds and the list that stands below it."""
    for label, members in _sets_of(evidence):
        if len(set(members)) < len(members):
            continue  # "pronto → executando, executando → pronto"
        yield Group(evidence, label, tuple((member, evidence) for member in members), is_set=True)
    bullets = [e for e in evidence.outline.children(evidence.block) if _is_member(e) and not _is_bare_set(e)]
    unmarked = [e for e in bullets if e.statement.marker is None]
    listed = unmarked if len(unmarked) > 1 else bullets
    listed = [e for e in listed if e.block.kind is not BlockKind.CODE] or listed  # which shows what is listed beside it
    bold = _told_in_bold(evidence)
    if bold:
        yield Group(evidence, _HEADING_NUMBER.sub("", evidence.statement.label), bold, is_set=False)
        listed = [e for e in listed if e.block.kind is not BlockKind.ROW]  # whose columns the prose tells of
    runs = [tuple(run) for _, run in groupby(listed, lambda e: e.block.kind)]
    defined = (e for e in evidence.outline.defined_below(evidence.block) if e.statement.marker is None)
    prose = tuple(e for e in defined if not (_announces(e.statement.label) or _counts_own(e)))
    for below in runs or [() if bold else prose]:
        if len(below) > 1 and evidence.block.kind is not BlockKind.TABLE:
            named, is_heading = evidence.statement.label, evidence.block.kind is BlockKind.HEADING
            label = _HEADING_NUMBER.sub("", named) if is_heading else _label(evidence, named)
            at = name_column(below)
            named_by = tuple((e.block.cells[at][1] if at else member_name(e), e) for e in below)
            parts = _listed_in_parts(label, below) or _listed_in_groups(below) or named_by
            yield Group(evidence, label, parts, is_set=False)


def name_column(rows: Sequence[Evidence]) -> int:
    """Return which column names the rows of a table: the first, or the second where the first only numbers them."""
    cells = [row.block.cells for row in rows]
    if not all(len(row) > 1 and row[1][1].strip() for row in cells):
        return 0
    numbers = sorted(row[0][1].strip(" .ºª°") for row in cells)
    return int(numbers == sorted(str(at) for at in range(1, len(cells) + 1)))


def _listed_in_groups(below: Sequence[Evidence]) -> tuple[tuple[str, Evidence], ...]:
    """Return what stands below lines that only group it: "por floresta", "por domínio", each above its bullets."""
    grouped = [[e for e in group.outline.children(group.block) if _is_member(e)] for group in below]
    only = all(_GROUPING.match(e.text) and not e.statement.definition for e in below)
    return tuple((member_name(e), e) for held in grouped for e in held) if only and all(grouped) else ()


def _listed_in_parts(label: str, below: Sequence[Evidence]) -> tuple[tuple[str, Evidence], ...]:
    """Return what the lines below a name list together, as many as it counts: "Papéis (5)", "por domínio: …"."""
    grouping = [e for e in below if _GROUPING.match(e.text)]
    below = grouping if len(grouping) > 1 else below  # and not what is said of one besides
    listed = ((MEMBER_JOINT.split(e.statement.definition.rstrip(".")), e) for e in below if e.statement.definition)
    parts = tuple((member, e) for members, e in listed if len(members) > 1 for member in members)
    in_brackets = {int(number) for number in _COUNT_IN_BRACKETS.findall(label)}
    counted = (in_brackets | numbers_in(label.replace("(", " "))) - {len(below)}
    return parts if len(parts) in counted else ()


def _sets_of(evidence: Evidence) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what a sentence lists, each with its label: in braces, in running text, in a chain, in cells of a table."""
    statement, above = evidence.statement, evidence.parent
    for group in _joined_sets(evidence):
        added = _ADDED.search(evidence.text) if len(statement.sets) == 1 else None
        yield _label(evidence, group.label or statement.label), (*group.members, *(added.groups() if added else ()))
    yield from () if statement.sets else _told_behind(evidence)
    plain = evidence.block.kind in _RUNNING_KINDS and not statement.sets and not statement.definition
    alone = plain and above is not None and not _is_one_of_several(evidence, above)
    for members in (enumeration(bare(evidence.text)) if alone else (), _terms_in(evidence), _begun_below(evidence)):
        if members and above:
            term = evidence.term_before
            yield term.text.rstrip(".") if term else above.statement.label, members
    if above and statement.definition and _announces(statement.label):  # "São quatro: …; …; e …"
        yield above.statement.label, tuple(_AND.sub("", member) for member in split_members(statement.definition))
    for told in () if statement.sets else told_lists(evidence.text):
        yield told.label or statement.label, told.members
    links = _CHAIN.split(statement.definition.partition(";")[0]) if statement.terms and not _is_chain(evidence) else []
    short = all(len(IN_BRACKETS.sub("", link).split()) <= _LONGEST_LINK for link in links)
    if len(links) >= _SHORTEST_CHAIN and short and len(set(links)) == len(links):
        yield statement.label, tuple(links)
    for header, value in evidence.block.cells:
        members = split_members(value)
        if len(members) > 1 and header and statement.label not in members:
            yield f"{statement.label} — {header}", members


def _is_below(evidence: Evidence) -> bool:
    """True for the sentence that the first paragraph below a heading begins with."""
    above, block = evidence.parent, evidence.block
    if above is None or above.block.kind is not BlockKind.HEADING or evidence.preceding:
        return False
    return above.outline.note.children(above.block)[0] is block and block.kind in _RUNNING_KINDS


def _is_chain(evidence: Evidence) -> bool:
    """True for the sentence below a heading that is nothing but names joined by arrows, of which none is a term."""
    links = _CHAIN.split(evidence.text)
    short = all(len(IN_BRACKETS.sub("", link).split()) <= _LONGEST_LINK and ":" not in link for link in links)
    return _is_below(evidence) and len(links) > _SHORTEST_CHAIN and short


def _begun_below(evidence: Evidence) -> tuple[str, ...]:
    """Return what the first sentence below a heading begins by listing: "A, B e C, e o último …", "A → B → C"."""
    if _is_chain(evidence):
        return tuple(_CHAIN.split(evidence.text.rstrip(".")))
    begun = _BEGUN.match(evidence.text) if _is_below(evidence) else None
    return enumeration(begun[1]) if begun else ()


def _is_one_of_several(evidence: Evidence, above: Evidence) -> bool:
    """True for a bullet beside others: what it lists is no more than a part of what is listed above it."""
    beside = [b for b in above.outline.note.children(above.block) if b.kind is BlockKind.ITEM and not b.pages]
    plain = sum(block.statement.marker is None for block in beside)
    return evidence.block.kind is BlockKind.ITEM and plain > 1


def _told_behind(evidence: Evidence) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what brackets list that hold as many as are counted before, and what a sentence lists behind a colon.

    So it is in "custa 2 acessos (ler, gravar)", "O SEMMA é do SAS: Sample, Explore, Modify" and, whatever its members
    are like, "Os fundamentos são sete: o respeito à privacidade; …".
    """
    for found in _BRACKET.finditer(evidence.text):
        before, members = _BREAK.split(evidence.text[: found.start()])[-1], split_members(found[1])
        if len(members) > 1 and len(members) in numbers_in(before):
            yield before.strip(), members
    told, _, more = evidence.statement.definition.partition(". ")
    if more[:1].islower():  # "a regra: local, global. `global` muda isso", which ends no sentence
        yield evidence.statement.label, enumeration(told)
    before, _, behind = evidence.text.partition(": ")
    members, count = split_members(behind), _COUNT_LAST.search(fold(before))
    if count and _number(count[1]) == len(members) > 1 and not _announces(before):
        yield before, tuple(_AND.sub("", member) for member in members)
    colon = _COLON.fullmatch(evidence.text) if evidence.statement.form is Form.COPULA else None
    listed = enumeration(colon[2]) if colon else ()
    if colon and listed:
        yield colon[1], listed


def _announces(label: str) -> bool:
    """True for a name that only says how many there are: "quatro", "são as seguintes"."""
    return bool(stems(label)) and _ANNOUNCING.issuperset(stems(label))


def _counts_own(evidence: Evidence) -> bool:
    """True for a sentence that lists as many as it counts: "O livro traz três fases, nesta ordem: a, b e c"."""
    label, sets = evidence.statement.label, evidence.statement.sets
    return any(len(held.members) in numbers_in(label) for held in sets)


def _joined_sets(evidence: Evidence) -> Sequence[MemberSet]:
    """Return the sets of a sentence, as one where a plus joins them or the first announces all.

    So it is in "flags { URG, ACK } + { CWR, ECE }" and "5 fases { a, b, c } + apoio { d, e }".
    """
    sets = evidence.statement.sets
    members = tuple(chain.from_iterable(held.members for held in sets))
    joined = len(_PLUS.findall(evidence.text)) == len(sets) - 1
    if len(sets) > 1 and (joined or len(members) in numbers_in(sets[0].label)):
        return (replace(sets[0], members=members),)
    return sets


def _told_in_bold(evidence: Evidence) -> tuple[tuple[str, Evidence], ...]:
    """Return what the sentences below a heading begin with in bold: "A **pública** …. A **privada** …".

    Most of them do, or most of the paragraphs, which then say more of what they begin with.
    """
    if evidence.block.kind is not BlockKind.HEADING:
        return ()
    below = evidence.outline.note.children(evidence.block)
    said = [e for block in below if block.kind is BlockKind.PARAGRAPH for e in evidence.outline.of(block)]
    first = [e for e in said if e.before is None]
    for sentences in (said, first):
        begun = [(found[1], e) for e in sentences if (found := _BEGUN_IN_BOLD.match(e.quote))]
        if len(begun) >= _SHORTEST_CHAIN and 2 * len(begun) > len(sentences):
            return tuple(begun)
    return ()


def _terms_in(evidence: Evidence) -> tuple[str, ...]:
    """Return what a line defines of several things in a row: "simples -> só próximo; dupla -> anterior e próximo"."""
    parts = [part.strip() for part in _BETWEEN.split(evidence.text)] if not evidence.block.cells else []
    named = [_CHAIN.split(part) for part in parts]
    pairs = (links for links in named if len(links) == 2 and ":" not in links[0] and len(links[0]) > 1)
    defined = tuple(links[0] for links in pairs if len(links[0].split()) <= _LONGEST_NAME)
    return defined if len(defined) >= _SHORTEST_CHAIN and 2 * len(defined) > len(parts) and len(named[0]) == 2 else ()


def columns_of(table: Evidence) -> Iterator[Group]:
    """Yield the columns of a table, each headed by its name."""
    rows = [row for row in table.outline.children(table.block) if row.block.cells]
    for at, (header, _) in enumerate(rows[0].block.cells if table.block.kind is BlockKind.TABLE and rows else ()):
        cells = [(row.block.cells[at][1], row) for row in rows if row.block.cells[at:]]
        parts = tuple((value, row) for value, row in cells if value.strip())
        if len(parts) > 1 and at >= name_column(rows):
            yield Group(table, header, parts, is_set=False, column=at)


def _is_member(evidence: Evidence) -> bool:
    """True for a bullet, row, heading, or line of an outline or of code, that is more than an image or a page."""
    pictured = {word for embed in evidence.block.embeds for word in stems(embed.target)}
    says = not set(evidence.own) <= pictured if pictured else not is_bare_reference(evidence)
    told = evidence.block.kind is BlockKind.CODE and bool(evidence.statement.terms)
    return says and (evidence.block.kind in _MEMBER_KINDS or told or _heads_others(evidence) or _is_line(evidence))


def _is_bare_set(evidence: Evidence) -> bool:
    """True for a bullet that is a set without a name: "+ { leve, portável }"."""
    return not evidence.statement.label and bool(evidence.statement.sets)


def _is_line(evidence: Evidence) -> bool:
    """True for a line without a sign below a bullet or another line."""
    block, parent = evidence.block, evidence.parent
    in_outline = block.kind is BlockKind.PARAGRAPH and block.first_line == block.last_line
    return in_outline and parent is not None and parent.block.kind in _RUNNING_KINDS


def _heads_others(evidence: Evidence) -> bool:
    """True for a paragraph that names what stands below it, as a line in bold or one that begins so may."""
    statement = evidence.statement
    is_name = statement.form in {None, Form.BOLD} and len(stems(statement.label)) <= _LONGEST_NAME
    return evidence.block.kind is BlockKind.PARAGRAPH and is_name and bool(evidence.outline.children(evidence.block))


def _label(evidence: Evidence, label: str) -> str:
    """Return the label of a set; one that only announces it, as "São cinco", gives way to the name above.

    A set without a name that a sign marks is one of merits: "+ { leve, portável }".
    """
    if not label and evidence.statement.marker in _MERITS:
        return _MERITS[evidence.statement.marker]
    letter = len(label) == 1 and label.isalpha()  # "O: aberto, fechado" of "SOLID"
    announces = not letter and set(stems(label.partition(",")[0])) <= _ANNOUNCING and evidence.parent is not None
    return evidence.parent.statement.label if announces and evidence.parent else label


def member_name(evidence: Evidence) -> str:
    """Return a child as a member of a list: its name, or all of it where it has none."""
    statement = evidence.statement
    if statement.definition and _says_nothing(statement.label):
        return f"{statement.label}: {clean(statement.definition)}"
    named = statement.definition or statement.sets
    whole = _LEADS_ON.search(statement.label) or _NUMBERED_LINE.match(statement.label)
    return clean(statement.label if named and not whole else evidence.text)


def _says_nothing(label: str) -> bool:
    """True for a name that says nothing alone: "1", "IV", "nível 2"."""
    *sort, last = label.split() or [""]
    return bool(_NUMERAL.fullmatch(last)) and len(sort) < 2 and set(stems(" ".join(sort))) <= SORTS


def best_group(inquiry: Inquiry, *, sets_only: bool = False) -> Group | None:
    """Return the group whose label and place carry the question best."""
    ranked = []
    wanted = number_wanted(inquiry)
    for evidence in inquiry.evidence:
        for group in groups_of(evidence):
            label = stems(group.label)
            if len(group.parts) < max(wanted, 2) or not may_be_asked(inquiry, group):
                continue
            cover = inquiry.matcher.coverage(
                inquiry.question.required,
                label,
                (*stems(evidence.statement.label), *evidence.place, *inquiry.unsaid_names(evidence)),
            )
            if cover.share < _LIST_SHARE or cover.own == 0 or not _head_carried(inquiry, cover.missing):
                continue
            if not inquiry.carries_names(evidence) or (sets_only and not _is_asked_set(inquiry, group)):
                continue
            excess = sum(not held for held in inquiry.matcher.carried(label, inquiry.question.required))
            ranked.append(
                (
                    (
                        wanted > 0 and len(group.parts) != wanted,
                        -round(cover.share, 3),
                        -round(cover.own, 3),
                        excess,
                        not group.is_set,
                        -evidence.score,
                    ),
                    evidence.key,
                    group,
                )
            )
    return min(ranked, key=lambda item: item[:2])[2] if ranked else None


def _is_asked_set(inquiry: Inquiry, group: Group) -> bool:
    """True for a set; for one in a table only where the question names its column."""
    if group.head.block.kind is not BlockKind.ROW:
        return group.is_set
    column = stems(group.label.removeprefix(group.head.statement.label))
    return any(inquiry.matcher.carried(column, inquiry.question.required))


def may_be_asked(inquiry: Inquiry, group: Group) -> bool:
    """True for a list denied where the question is, that sets nothing against another nor only counts what is asked."""
    names = " ".join((*group.head.outline.note.path_of(group.head.block), group.label))
    denied = is_negated(names) or not _asks_denied(inquiry)
    enumerated = group.is_set and not any(held.braced for held in group.head.statement.sets)
    otherwise = inquiry.question.asks_of_each and enumerated and bool(group.head.statement.definition)
    otherwise = otherwise or _is_contrast(group) or _counts_members(inquiry, group) or _is_of_other(inquiry, group)
    otherwise = otherwise or _adds_up(group)
    return denied and not _denies(inquiry, group) and not otherwise


def _asks_denied(inquiry: Inquiry) -> bool:
    """True where what is asked for is denied, here or before; "no i-node" alone reads as English, and does not tell."""
    focus, asked = inquiry.question.focus, inquiry.question.text
    return is_negated(focus) and (is_negated(asked) or fold(focus) not in fold(asked))


def _is_of_other(inquiry: Inquiry, group: Group) -> bool:
    """True where the name of a list holds what is asked for, and the list is not of it.

    So it is of what each has, "para cada objetivo: indicador, meta", and of what is counted beside another count that
    fits: "12 princípios, 8 domínios" of eight.
    """
    head = inquiry.question.required[:1]
    each = EACH.search(fold(group.label))
    if each and head and all(inquiry.matcher.carried(head, stems(each[1]))):
        return True
    counts = set(counts_of(inquiry, group.label))
    return bool(counts) and len(group.parts) not in counts and len(group.parts) in numbers_in(group.label)


def _denies(inquiry: Inquiry, group: Group) -> bool:
    """True for a list named as what is asked for is not: "não probabilísticas", "deveres" for "direitos"."""
    label = stems(group.label)
    required = inquiry.question.required
    denied = is_negated(group.label) and not _asks_denied(inquiry)
    opposed = any(frozenset((*required[:1], word)) in _OPPOSED for word in label)
    return opposed or (denied and bool(label) and all(inquiry.matcher.carried(label, required)))


def _is_contrast(group: Group) -> bool:
    """True for what stands below two things set against each other: "cifra de bloco x cifra de fluxo"."""
    return not group.is_set and bool(VERSUS.search(fold(group.label)))


def _counts_members(inquiry: Inquiry, group: Group) -> bool:
    """True where what is to be listed is only counted among the members: "5 grupos, 10 áreas"."""
    return any(counts_of(inquiry, member) for member, _ in group.parts)


def _adds_up(group: Group) -> bool:
    """True where the members only say how many of each there are: "23 padrões: 5 de criação, 7 estruturais, …"."""
    counts = [int(found[0]) for member, _ in group.parts if (found := _COUNT_FIRST.match(member))]
    return len(counts) == len(group.parts) and str(sum(counts)) in _FIGURE.findall(group.head.text)


def _head_carried(inquiry: Inquiry, missing: Sequence[str]) -> bool:
    """True when the thing to be listed, the first specific word of the question, is carried."""
    return inquiry.question.specific[0] not in missing if inquiry.question.specific else False


def number_wanted(inquiry: Inquiry) -> int:
    """Return how many members a question asks for, "quais as 5 modalidades", or 0."""
    asked = _WANTED.search(fold(inquiry.question.text))
    return _number(asked[1]) if asked else 0


def numbers_in(label: str) -> set[int]:
    """Return how many of something a label says there are: 4 of "deadlock needs four conditions"."""
    plain = re.sub(r"\([^()]*\) ?", "", fold(label))
    return {_number(found[1]) for found in _COUNTED.finditer(plain)}


def counts_of(inquiry: Inquiry, text: str) -> list[int]:
    """Return the numbers that a text says there are of what a question asks the members of: 8 of "8 domínios"."""
    named = dict.fromkeys((*inquiry.question.required[:1], *inquiry.question.specific[:1]))
    counted = _COUNTED.finditer(fold(text))
    return [_number(found[1]) for found in counted if any(inquiry.matcher.carried([*named], stems(found[2])[:1]))]


def _number(written: str) -> int:
    return int(written) if written.isdigit() else FOLDED_NUMBER_WORDS[written]
