"""Reads what tables pair: the names of their first column, each with what another column says of it."""

import re
from collections.abc import Collection, Iterator, Sequence

from tutor.language import fold, is_dictionary_word
from tutor.practice.grammar.endings import is_bare_adjective
from tutor.practice.grammar.labels import NUMBERED, is_generic, label_of
from tutor.practice.grammar.nouns import common_form, is_plural
from tutor.practice.grammar.resemblance import plain, shares_stem
from tutor.practice.grammar.verbs import (
    BEFORE_VERBS,
    PREPOSITIONS,
    QUANTIFIERS,
    SUBORDINATORS,
    is_infinitive,
    is_verb_form,
    words,
)
from tutor.practice.grammar.wording import begins_with_dot, clean_clause, main_name, name_of
from tutor.practice.reading.facts import is_no_value
from tutor.practice.reading.knowledge import Pair, Pairing
from tutor.practice.reading.lists import in_common_form, is_class
from tutor.practice.reading.source import Source, Unit
from tutor.types import Block, BlockKind

_FEWEST = 3  # rows, and values that differ
_LONGEST_VALUE = 70
_ASKING = frozenset("when what how why who where which".split())
_MEANINGS = frozenset({"definicao", "conceito"})
_EXAMPLES = frozenset({"exemplo", "exemplos"})
_NOT_PAIRED = _EXAMPLES | frozenset(
    """observacao observacoes obs comentario comentarios detalhe detalhes nota notas n no numero ordem
    item id pagina dica macete""".split()
)


def read_pairings(source: Source, rows_defined: Collection[int]) -> Iterator[Pairing]:
    """Yield the first column of each table paired with each of the others, where names and headers are sure."""
    for table in source.note.blocks:
        if table.kind is not BlockKind.TABLE:
            continue
        rows = [row for row in source.note.blocks if row.parent == table.id and len(row.cells) > 1]
        written = tuple(name_of(row.cells[0][1]) for row in rows)
        names = in_common_form(written, source.genders) if all(written) else ("",)
        left = _header(rows[0].cells[0][0], source) if rows else ""
        numbered = any(re.match(r"\d+\s[A-ZÀ-Þ]", name) for name in names) or _lack_owner(names, table, source)
        if numbered or len(rows) < _FEWEST or not left or not all(names) or len(set(map(plain, names))) < len(names):
            continue
        for column in range(1, max(len(row.cells) for row in rows)):
            told = [(name, row) for name, row in zip(names, rows, strict=True) if len(row.cells) > column]
            if pairing := _pairing(left, told, column, source):
                defined = all(row.id in rows_defined for _, row in told)
                if not defined:
                    yield pairing


def _lack_owner(names: Sequence[str], table: Block, source: Source) -> bool:
    """True for "tipo 1" and "tipo 2" where nothing above says of what."""
    above = source.parent(table)
    heading = label_of(above) if above is not None else ""
    return all(map(NUMBERED.fullmatch, names)) and not shares_stem(heading, " ".join(source.outline.heading(table)))


def _pairing(left: str, told: list[tuple[str, Block]], column: int, source: Source) -> Pairing | None:
    """Return what one column says of the names; None where its header or its values cannot be shown."""
    right = _header(told[0][1].cells[column][0], source) if told else ""
    if not right or plain(right) == plain(left):
        return None
    pairs = tuple(
        Pair(name, value, source.place(Unit(row, row.statement, row.text)))
        for name, row in told
        if fold(name) not in _EXAMPLES and _is_shown(value := clean_clause(row.cells[column][1]))
        if not begins_with_dot(row.cells[column][1])
    )
    distinct = {plain(pair.value) for pair in pairs}
    return Pairing(left, right, pairs, source.is_english) if len(distinct) >= _FEWEST else None


def _header(written: str, source: Source) -> str:
    """Return a header as the name of what its column holds, "o que protege" for a verb; empty for "obs", "válido?"."""
    name = main_name(name_of(written))
    first = (words(name) or [""])[0].lower()
    if re.match(r"o que \w", written.lower()) and is_verb_form(written.split()[2]) and "?" not in written:
        return written.lower().strip()
    if is_verb_form(first) and not source.genders.is_listed(first) and " " not in name:
        return f"o que {first}"
    generic = is_generic(name) and fold(name) not in _MEANINGS
    if not name or "?" in written or generic or fold(name) in _NOT_PAIRED or is_infinitive(first):
        return ""
    if source.is_english and (first in _ASKING or is_class(name) or is_plural(name.lower()) is True):
        return ""  # "when to use", "users"
    loose = (
        first in PREPOSITIONS | QUANTIFIERS | SUBORDINATORS | BEFORE_VERBS
        or is_bare_adjective(first)
        or first.endswith("ês")
        or any(map(is_verb_form, words(name)[1:]))  # "cliente gerencia"
    )
    if loose or (is_verb_form(first) and not source.genders.is_listed(first)):
        return ""
    titled = re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ]+(?: (?:[a-zà-ÿ]\S*|[A-Z]{2,}))*", name)  # "Envio ao CN"
    plain_word = titled and is_dictionary_word(first, ("en" if source.is_english else "pt",))
    return name[:1].lower() + name[1:] if plain_word else common_form(name, source.genders)


def _is_shown(value: str) -> bool:
    return 0 < len(value) <= _LONGEST_VALUE and not is_no_value(value)
