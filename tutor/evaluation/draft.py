"""Proposes cases from the notes themselves, for their student to accept or edit: definitions, sets and pages."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

from tutor.errors import CaseError
from tutor.evaluation.cases import Kind, find_quote
from tutor.evaluation.facts import statement_stems
from tutor.language import fold
from tutor.notes import find_notes, is_only_pages, parse_note, read_note
from tutor.types import Block, BlockKind, Note, PageKind

_CLAUSE_END = re.compile(r";\s|[.!?]\s|\s*[({]|\s->\s|→")
_SIGNS = re.compile(r"^[\s>|]*(?:[-*+]\s+|\d+[.)]\s+|#+\s+)?")
_LONGEST_FACT = 14
_LONGEST_LABEL = 8
_QUOTE_WORDS = 8

Draft = dict[str, object]


def draft_cases(vault: Path) -> str:
    """Return cases over every note of a vault, as YAML that `tutor eval` runs as it stands.

    Raises:
        VaultError: when the notes cannot be read.
        CaseError: when no note holds a definition, a set or a page reference.
    """
    notes = [parse_note(file.path, read_note(file).text) for file in find_notes(vault)]
    seen: Counter[str] = Counter()
    repeated = Counter(fold(name) for note in notes for block in note.blocks for name in _names(block))
    drafts = []
    for note in notes:
        for block in note.blocks:
            for draft in _drafts(note, block, repeated):
                name = _slug(f"{Path(note.path).stem} {draft.pop('name')} {draft['kind']}")
                seen[name] += 1
                drafts.append({"id": name if seen[name] == 1 else f"{name}-{seen[name]}", **draft})
    if not drafts:
        message = (
            "não há nelas definições (termo -> definição), conjuntos { a, b } nem páginas. Escreva os casos à mão."
        )
        raise CaseError(f"Nada a propor das notas em {vault}: {message}")
    head = f"# {len(drafts)} casos propostos. Aceite, edite ou apague cada um; depois rode:\n"
    head += "#   tutor eval ESTE_ARQUIVO.yaml --vault PASTA_DAS_NOTAS\n"
    return head + yaml.dump({"cases": drafts}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


class _Dumper(yaml.SafeDumper):
    """Writes what stands twice twice: a student edits words, not anchors."""

    def ignore_aliases(self, data: object) -> bool:
        """True for all data."""
        return True


def _names(block: Block) -> Iterator[str]:
    """Yield what a block defines and the labels of its sets."""
    yield from block.statement.terms[:1]
    yield from (found.label for found in block.statement.sets)


def _drafts(note: Note, block: Block, repeated: Counter[str]) -> Iterator[Draft]:
    """Yield what one block gives."""
    quote = _quote(note, block)
    if not quote or block.is_study_mark or block.kind is BlockKind.CODE:
        return

    def named(name: str) -> str:
        return name if repeated[fold(name)] == 1 else f"{name} em {note.path_of(block)[-1]}"

    evidence = [{"note": note.path, "quote": quote}]
    terms, label = block.statement.terms, block.statement.label
    fact = _first_clause(block.statement.definition)
    if terms and statement_stems(fact):
        draft = {
            "kind": Kind.DEFINITION.value,
            "question": f"O que é {named(terms[0])}?",
            "facts": [fact],
            "evidence": evidence,
        }
        yield {"name": terms[0], **draft}
    for found in block.statement.sets:
        facts = [member for member in found.members if statement_stems(member)]
        if found.label and facts:
            question = f"Quais são os elementos de {named(found.label)}?"
            draft = {"kind": Kind.LIST.value, "question": question, "facts": facts, "evidence": evidence}
            yield {"name": found.label, **draft}
    pages = [page for page in block.pages if page.kind is PageKind.PAGE]
    if len(pages) == 1 and not is_only_pages(block.text) and 0 < len(label.split()) <= _LONGEST_LABEL:
        page: Draft = {"first": pages[0].first, "last": pages[0].last}
        paged: Draft = {
            "kind": Kind.PAGE.value,
            "question": f"Em que página está {label}?",
            "facts": [str(pages[0].first)],
            "evidence": evidence,
            "page": {"source": pages[0].source, **page} if pages[0].source else page,
        }
        yield {"name": label, **paged}


def _first_clause(definition: str) -> str:
    """Return what a definition says first, without its asides, up to 14 words."""
    return " ".join(_CLAUSE_END.split(definition.strip(), maxsplit=1)[0].split()[:_LONGEST_FACT]).rstrip(" ,:;.")


def _quote(note: Note, block: Block) -> str:
    """Return the first words of a block that stand only once in its note; nothing where all of them stand twice."""
    words = _SIGNS.sub("", note.lines(block.first_line, block.last_line)).split()
    for count in range(min(_QUOTE_WORDS, len(words)), len(words) + 1):
        quote = " ".join(words[:count])
        if quote and len(find_quote(note.text, quote)) == 1:
            return quote
    return ""


def _slug(text: str) -> str:
    """Return a case id made of the words of `text`."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))[:80].strip("-")
