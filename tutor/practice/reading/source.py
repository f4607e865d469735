"""One note prepared for reading: its units (bullets, and each sentence of prose), their places and their citations."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tutor.language import fold, is_dictionary_word, language_of, stem, stems
from tutor.notes import read_statement
from tutor.passages import cut_passages
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import ends_as_act, gender_by_ending, looks_adjectival
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.labels import bullet_sign
from tutor.practice.grammar.nouns import common_form, is_plural
from tutor.practice.grammar.titles import GENERIC
from tutor.practice.grammar.verbs import PREPOSITIONS, first_word, words
from tutor.practice.grammar.wording import is_numeral
from tutor.practice.reading.definition_lines import definition_lines
from tutor.practice.reading.knowledge import Place
from tutor.practice.reading.topics import Outline
from tutor.types import Block, BlockKind, Citation, Note, Sentence, Statement

_TERM_COLUMNS = frozenset(
    "termo conceito nome sigla item palavra tipo descricao definicao campo ordem numero parametro".split()
)
_PARTS_OF_AN_ORDER = frozenset("camada etapa fase area dominio setor eixo diagrama grafico".split())
_MANY = 3  # siblings below which the same name is defined
_DEGREES = frozenset("grau nivel classe categoria".split())
_WRAPPED = 70  # letters of a line that had no room for the next word
_READ_KINDS = frozenset({BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.CALLOUT, BlockKind.QUOTE})


@dataclass(frozen=True, slots=True)
class Unit:
    """A bullet, or one sentence or line of prose, with what it says.

    `lines` and `quote` are where a sentence stands; None and empty where the whole block is cited.
    """

    block: Block
    statement: Statement
    text: str
    lines: tuple[int, int] | None = None
    quote: str = ""


class Source:
    """A note with its outline, its units and the genders learnt from all notes."""

    def __init__(self, note: Note, genders: Genders) -> None:
        self.note = note
        self.genders = genders
        self.outline = Outline(note, genders)
        self.is_english = language_of(note.text) == "en"
        self._children: dict[int | None, list[Block]] = {}
        for block in note.blocks:
            self._children.setdefault(block.parent, []).append(block)
        self._sentences: dict[int, list[tuple[Sentence, str]]] = {}
        for passage in cut_passages(note):
            for sentence in passage.sentences:
                quote = passage.text[sentence.start : sentence.end]
                self._sentences.setdefault(sentence.block, []).append((sentence, quote))
        self.units = tuple(self._units())
        self.repeated = self._repeated_names()
        self._named = self._single_names()

    def parent(self, block: Block) -> Block | None:
        """Return the block right above."""
        return None if block.parent is None else self.note.blocks[block.parent]

    def children(self, block: Block) -> list[Block]:
        """Return the blocks right below that say something; below a heading, only the bullets of its first list."""
        below = [child for child in self._children.get(block.id, []) if child.text and not child.is_study_mark]
        if block.kind is not BlockKind.HEADING:
            return below
        signs = [sign for child in below if (sign := bullet_sign(child, self.note))][:1]
        return [child for child in below if bullet_sign(child, self.note) in {"", *signs}]

    def beside(self, block: Block) -> list[Block]:
        """Return the blocks below the same parent that say something, itself among them."""
        return [other for other in self._children[block.parent] if other.text and not other.is_study_mark]

    def subjects(self, block: Block) -> frozenset[str]:
        """Return the stems of what a block is about: the note's title and aliases, the names above it, its terms."""
        return self._named | frozenset(stems(" ".join((*self.note.path_of(block), *self.note.aliases))))

    def kind_named(self, name: str, header: str, beside: Sequence[str] = ()) -> str:
        """Return "protocolo HTTP", "constituição de 1824": a row's name with what its column holds.

        So "programa Base" where `beside` it are names, some of them foreign: "Writer".
        """
        kind = header[:1].lower() + header[1:]
        told = rf"\b{re.escape(kind)}s?\s(d[eoa]s?)\s({re.escape(name)})\b"
        if name and kind and (found := re.search(told, self.note.text, re.IGNORECASE)):
            return f"{kind} {found[1]} {found[2]}"  # "registro de conexão"
        known = kind and self.genders.of(kind) and is_plural(kind) is False and len(kind.split()) == 1
        proper = any(word[0].isupper() for word in words(name)[1:] if word not in PREPOSITIONS)
        qualifies = first_word(name).lower() in lexicon.ADJECTIVES  # "Francesa no Rio"
        if (
            not name
            or not known
            or (proper and not first_word(name).isupper() and not qualifies)
            or fold(kind) in _TERM_COLUMNS
            or fold(kind) in fold(name)
        ):
            return common_form(name, self.genders)
        lowered = name[:1].lower() + name[1:]
        first = first_word(name)
        common = self.genders.is_common(first) or (first.islower() and is_dictionary_word(first, ("pt",)))
        if re.fullmatch(r"\d{4}", name) or (fold(kind) in _PARTS_OF_AN_ORDER and common):
            opening = first_word(lowered)
            described = looks_adjectival(opening) and self._agree(kind, opening)  # "camada física"
            return f"{kind} {lowered}" if described else f"{kind} de {lowered}"
        if fold(kind) in _DEGREES and len(words(name)) == 1 and name[1:].islower():
            return f"{kind} {lowered}" if self._agree(kind, lowered) else ""  # "grau secreto", not "secreta"
        alone = len(words(name)) == 1 or words(name)[1] in PREPOSITIONS  # not "livre acesso"
        if first_word(lowered) in PREPOSITIONS or (
            alone and self._is_adjective(first_word(name)) and not name[1:2].isupper()
        ):
            return f"{kind} {lowered}" if self._agree(kind, first_word(lowered)) else common_form(name, self.genders)
        native = self.genders.of(name) or self._is_adjective(first) or is_dictionary_word(first, ("pt",))
        foreign = name[0].islower() and (not native or " -" in name)  # "comando git add", "comando tail -f"
        named = all(other[:1].isupper() for other in beside) and any(map(_is_foreign_name, beside)) and name.isalpha()
        named = named or _is_foreign_name(name)
        shown = common_form(name, self.genders)
        bare = name[0].isdigit() or first_word(name).isupper() or foreign or named
        person = named and fold(kind) in lexicon.PERSONS and shown == name  # "Piaget", not "Bandura"
        return f"{kind} {name}" if bare and not person else shown

    def _agree(self, noun: str, adjective: str) -> bool:
        if is_plural(adjective):
            return False
        return adjective[-1] not in "oa" or (adjective[-1] == "a") == (self.genders.of(noun) == "f")

    def _is_adjective(self, word: str) -> bool:
        acts = word.endswith(("dor", "dora")) and word[1:].islower()  # "(tendência) libertadora"
        adjective = looks_adjectival(word) or acts or word.lower() in lexicon.ADJECTIVES
        return adjective and not self.genders.is_listed(word)

    def qualifies(self, word: str) -> bool:
        """True for a word that stands behind a noun elsewhere: "qualitativa", of a heading "Análise qualitativa"."""
        before = re.findall(rf"([^\W\d_]{{4,}}) {re.escape(word)}\b", self.note.text, re.IGNORECASE)
        return any(self.genders.is_listed(noun) or ends_as_act(noun) for noun in before)

    def place(self, unit: Unit, last: Block | None = None) -> Place:
        """Return where a unit stands; with `last`, the unit and all down to that block."""
        block = unit.block
        return Place(
            citation=self._cite(unit, last),
            topic=self.outline.shown_topic(block),
            heading=self.outline.heading(block),
            block=block.id,
            ancestors=tuple(above.id for above in self.note.ancestors(block)),
            study_marks=block.study_marks,
            images=tuple(embed.target for embed in block.embeds if embed.is_image),
        )

    def _single_names(self) -> frozenset[str]:
        """Return the stems of the names of one word that the note lists or defines, "empenho"; not of "sistema"."""
        written = [cells[0][1] for block in self.note.blocks if (cells := block.cells)]
        for unit in self.units:
            statement = unit.statement
            written += [*statement.terms, *(member for found in statement.sets for member in found.members)]
            written += [unit.text] if unit.block.kind is BlockKind.ITEM else []
        names = (fold(name.strip(" *.:;")) for name in written)
        vague = lexicon.KINDS | lexicon.CLASSES | GENERIC
        return frozenset(stem(name) for name in names if re.fullmatch(r"[^\W\d_]{4,}", name) and name not in vague)

    def _repeated_names(self) -> frozenset[str]:
        """Return the names, folded, defined below half of several siblings, or three: "compromisso" of artefacts."""
        parents: defaultdict[tuple[str, int | None], set[int]] = defaultdict(set)
        for unit in self.units:
            above = self.parent(unit.block)
            if unit.statement.terms and unit.block.kind is BlockKind.ITEM and above is not None:
                parents[fold(unit.statement.label), above.parent].add(above.id)
        beside: defaultdict[int | None, set[int]] = defaultdict(set)
        for (_, under), defining in parents.items():
            beside[under] |= defining
        repeated = {key: len(defining) for key, defining in parents.items() if len(defining) > 1}
        return frozenset(
            name for (name, under), count in repeated.items() if count >= _MANY or 2 * count >= len(beside[under])
        )

    def _units(self) -> Iterator[Unit]:
        for block in self.note.blocks:
            if block.kind is BlockKind.HEADING:
                yield Unit(block, block.statement, block.text)
            if block.kind not in _READ_KINDS or not block.text or block.is_study_mark or self._runs_on(block):
                continue
            if any(map(self._shows_examples, (*self.note.ancestors(block), block))):
                continue
            sentences = self._sentences.get(block.id, [])
            if (lines := self._lines(block)) is not None:
                yield from lines
            elif is_numeral(block.statement.label) and self._is_numbered(block):
                yield Unit(block, read_statement(block.statement.definition), block.statement.definition)
            elif len(sentences) < 2:
                yield Unit(block, block.statement, block.text)
            else:
                for found, quote in sentences:
                    lines_of = (found.first_line, found.last_line)
                    yield Unit(block, read_statement(found.text), found.text, lines_of, quote)

    def _is_numbered(self, block: Block) -> bool:
        """True for an item of a law, among others with a numeral; not for the "I" of "P, I e D"."""
        numbered = sum(is_numeral(other.statement.label) for other in self.beside(block))
        return numbered > 1 or block.statement.label.startswith("§")

    def _lines(self, block: Block) -> list[Unit] | None:
        """Return the lines of a paragraph that stand for themselves, None where it is prose."""
        if unit := self._defined_on_next_line(block):
            return [unit]
        lines = definition_lines(block, self.note)
        if lines is None:
            return None
        return [Unit(block, said, line, (at, at), line) for at, (line, said) in enumerate(lines, block.first_line)]

    def _defined_on_next_line(self, block: Block) -> Unit | None:
        """Return a term and the paragraph right behind it that a colon begins, as some dialects of Markdown have it."""
        above = self.note.blocks[block.id - 1] if block.id else block
        paragraphs = above.kind is block.kind is BlockKind.PARAGRAPH and above.last_line + 1 == block.first_line
        if not paragraphs or not self.note.lines(block.first_line, block.first_line).lstrip().startswith(": "):
            return None
        text = f"{above.text}: {block.text.lstrip(': ')}"
        lines = (above.first_line, block.last_line)
        return Unit(block, read_statement(text), text, lines, self.note.lines(*lines).strip())

    def _shows_examples(self, block: Block) -> bool:
        """True for a callout "[!example]", which tells of one case and defines nothing."""
        opening = self.note.lines(block.first_line, block.first_line)
        return block.kind is BlockKind.CALLOUT and re.match(r"\s*>\s*\[!ex", opening, re.IGNORECASE) is not None

    def own_line(self, block: Block) -> Block:
        """Return a bullet without the line behind it that is not indented, which Markdown joins to it."""
        first = re.sub(r"^\s*(?:[-*+]|\d+[.)])\s+", "", self.note.lines(block.first_line, block.first_line)).strip()
        cut = self._runs_on(block) and len(first) < _WRAPPED and block.text.startswith(first)
        return replace(block, text=first, statement=read_statement(first)) if cut else block

    def _runs_on(self, block: Block) -> bool:
        """True for a bullet with a line behind it that is not indented: Markdown joins them, the student does not."""
        behind = self.note.lines(block.first_line, block.last_line).split("\n")[1:]
        return block.kind is BlockKind.ITEM and any(line[:1].strip() for line in behind)

    def _cite(self, unit: Unit, last: Block | None) -> Citation:
        block, path = unit.block, self.note.path_of(unit.block)
        if unit.lines is not None and last is None:
            (first_line, last_line), quote = unit.lines, unit.quote
        else:
            first_line, last_line = block.first_line, (last or block).last_line
            found = self._sentences.get(block.id, [])
            if last is None and len(found) == 1:
                quote = found[0][1]
            else:
                raw = self.note.lines(first_line, last_line).strip()
                quote = re.sub(r"^(?:[-*+]|\d+[.)]|#+|>)\s+", "", raw)
        return Citation(1, self.note.path, path, first_line, last_line, quote, block.pages)


def _is_foreign_name(name: str) -> bool:
    """True for "Writer", "Poisson": a capital, and no word or ending of Portuguese."""
    titled = re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ]{3,}", name) is not None
    return titled and not is_dictionary_word(name.lower(), ("pt",)) and gender_by_ending(fold(name)) is None
