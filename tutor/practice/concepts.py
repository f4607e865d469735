"""Notes → what they state: reads concepts, groups, attributes and facts from blocks and their statements."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from tutor.language import fold, language_of
from tutor.passages import cut_passages
from tutor.practice import grammar
from tutor.practice.grammar import Genders, Shape
from tutor.practice.knowledge import Attribute, Clause, Concept, Fact, Group, GroupKind, Knowledge, Place
from tutor.practice.sentences import about, sentence_of, subject_of, unspliced
from tutor.practice.topics import Outline, is_generic, label_of, needs_complement
from tutor.practice.wording import clauses, clean_clause, definition_of, is_presentable, main_name, name_key, name_of
from tutor.types import Block, BlockKind, Citation, Form, Marker, Note, PageReference, Sentence

_READ_KINDS = frozenset({BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.CALLOUT, BlockKind.QUOTE})
_COPULA = re.compile(
    r"\s(é|são|consiste[m]?|refere[m]?-se|significa[m]?|corresponde[m]?|designa[m]?|denota[m]?|is|are|means)\s"
)
_LEAD_END = re.compile(
    r"(?:\b(?:como|são|incluem?|abrangem?|compreendem?|seguintes|por|em|entre)|:)\s*$", re.IGNORECASE
)
_OPEN_LIST = re.compile(r"\betc\b|\.\.\.|…|entre\s+outr|dentre\s+outr|\bcomo\b|por\s+exemplo|\bexs?\b", re.IGNORECASE)
_CLASS_NOUNS = frozenset(
    map(
        fold,
        """tipos níveis componentes fases etapas camadas princípios características vantagens desvantagens elementos
        categorias formas modalidades espécies classes funções objetivos requisitos atributos propriedades poderes fatores
        fundamentos pilares critérios hipóteses causas sintomas efeitos benefícios limitações riscos partes estágios estados
        passos medidas garantias direitos deveres competências características sinais objetos fontes critérios""".split(),
    )
)
_NOT_A_CONCEPT = frozenset(
    map(
        fold,
        "importante atenção cuidado lembrar lembrete obs observação nota resumo dica pegadinha exceção regra geral "
        "definição conceito link fonte referência resposta pergunta questão gabarito comentário".split(),
    )
)
_ATTRIBUTE_NAMES = frozenset(
    map(
        fold,
        """prazo porta camada composição competência quórum quorum tempo valor autor ano data local sigla complexidade
        unidade fórmula símbolo função objetivo finalidade capacidade velocidade tamanho duração alíquota base capital população
        idioma moeda protocolo algoritmo padrão origem iniciativa mandato órgão sede""".split(),
    )
)
_TERM_COLUMNS = frozenset("termo conceito nome sigla item palavra comando".split())
_MEANING_COLUMNS = frozenset(
    map(
        fold, "definição descrição significado conceito o que é explicação função finalidade uso para que serve".split()
    )
)


def read_notes(notes: Sequence[Note]) -> Knowledge:
    """Return what `notes` state, in their order."""
    genders = Genders(block.text for note in notes for block in note.blocks)
    readers = [_Reader(note, genders) for note in notes]
    return Knowledge(
        concepts=tuple(concept for reader in readers for concept in reader.concepts),
        groups=tuple(group for reader in readers for group in reader.groups()),
        attributes=tuple(attribute for reader in readers for attribute in reader.attributes()),
        facts=tuple(fact for reader in readers for fact in reader.facts()),
        genders=genders,
    )


class _Reader:
    """Reads one note."""

    def __init__(self, note: Note, genders: Genders) -> None:
        self.note = note
        self.genders = genders
        self.outline = Outline(note, genders)
        self.children: dict[int | None, list[Block]] = {}
        for block in note.blocks:
            self.children.setdefault(block.parent, []).append(block)
        self.sentences: dict[int, list[tuple[Sentence, str]]] = {}
        for passage in cut_passages(note):
            for sentence in passage.sentences:
                quote = passage.text[sentence.start : sentence.end]
                self.sentences.setdefault(sentence.block, []).append((sentence, quote))

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        """The terms that blocks of this note define."""
        found = (self._concept(block) for block in self.note.blocks if self._is_read(block))
        rows = (self._row_concept(block) for block in self.note.blocks if block.kind is BlockKind.ROW)
        return tuple(concept for concept in (*found, *rows) if concept)

    def groups(self) -> Iterator[Group]:
        """Yield the lists: sets, enumerations, and bullets that name the members of the bullet above them."""
        for block in self.note.blocks:
            if not self._is_read(block) and block.kind is not BlockKind.HEADING:
                continue
            yield from self._written_sets(block)
            yield from self._listed_children(block)

    def attributes(self) -> Iterator[Attribute]:
        """Yield the cells of tables, and bullets such as "prazo: 30 dias" below what they belong to."""
        for block in self.note.blocks:
            if block.kind is BlockKind.ROW:
                yield from self._cells(block)
            elif self._is_read(block) and _is_attribute(block) and block.parent is not None:
                owner, value = self.outline.context(block), clauses(block.statement.definition)
                name = name_of(block.statement.label).lower()
                if owner and value and name and len(value) == 1:
                    family = (self.note.path, self.note.blocks[block.parent].parent, fold(name))
                    yield Attribute(main_name(owner), name, value[0], self._place(block), family)

    def facts(self) -> Iterator[Fact]:
        """Yield the full sentences: those of prose as they stand, those of bullets with their subject put back."""
        for concept in self.concepts:
            yield from self._stated(concept)
        for block in self.note.blocks:
            if self._is_read(block) and not (block.statement.terms and block.statement.form is not Form.ASIDE):
                yield from self._told(block)

    def _is_read(self, block: Block) -> bool:
        return block.kind in _READ_KINDS and bool(block.text) and not block.is_study_mark

    def _concept(self, block: Block) -> Concept | None:
        statement = block.statement
        term = (
            name_of(statement.label if statement.form is not Form.ASIDE else statement.terms[0])
            if statement.terms
            else ""
        )
        if not term or _is_attribute(block) or not _is_term(term):
            return None
        if statement.form is Form.COLON and (grammar.is_verb_form(grammar.words(term)[0]) or grammar.is_finite(term)):
            return None
        body = statement.definition if statement.form is not Form.ASIDE else clean_clause(statement.definition)
        if statement.sets and not statement.sets[0].braced:
            return None
        written = clauses(re.sub(r"[^;.]*\{[^}]*\}", "", body))
        parts = tuple(self._clause(piece) for clause in written for piece in unspliced(clause, self.genders))
        if self._is_remark(block):
            parts = tuple(part for part in parts if part.shape in {Shape.CLAUSE, Shape.OTHER})
        if not parts or self._first_lost(body, parts[0]):
            return None
        subject, copula = self._copula(block) if statement.form is Form.COPULA else ("", "")
        return Concept(
            term=term,
            names=frozenset(
                key for name in (*statement.terms, term, main_name(term)) if len(key := name_key(name)) > 1
            ),
            clauses=parts,
            place=self._place(block),
            siblings=(self.note.path, block.parent, ""),
            examples=statement.examples,
            subject=subject,
            copula=copula,
        )

    def _is_remark(self, block: Block) -> bool:
        """True where the words behind the arrow comment on the name, as below "+" or "fatores como", and define nothing."""
        above = self.note.blocks[block.parent] if block.parent is not None else None
        led = above is not None and above.kind is not BlockKind.HEADING and _LEAD_END.search(above.text.strip())
        return block.statement.marker is not None or bool(led)

    def _row_concept(self, block: Block) -> Concept | None:
        """Return the concept of a row "term | meaning"."""
        if len(block.cells) != 2:
            return None
        (_, name), (header, meaning) = block.cells
        term = name_of(name)
        parts = tuple(self._clause(clause) for clause in clauses(meaning))
        if not term or not parts or len(parts[0].text.split()) < 3 or not _is_term(term):
            return None
        if fold(header) not in _MEANING_COLUMNS and len(parts[0].text.split()) < 5:
            return None
        names = frozenset(key for name in (term, main_name(term)) if len(key := name_key(name)) > 1)
        return Concept(term, names, parts, self._place(block), (self.note.path, block.parent, ""))

    def _clause(self, text: str) -> Clause:
        plain = definition_of(text)
        return Clause(plain, grammar.shape_of(plain, self.genders))

    def _first_lost(self, body: str, first: Clause) -> bool:
        """True when the words right behind the term could not be shown, so that the first clause is another matter."""
        start = re.sub(r"\W+", "", fold(body))[:6]
        return not re.sub(r"\W+", "", fold(first.text)).startswith(start[:4]) and not re.search(
            r"^\s*(?:trata-se|consiste|corresponde|significa|diferentemente|ou seja|isto)", body, re.IGNORECASE
        )

    def _copula(self, block: Block) -> tuple[str, str]:
        """Return subject and copula of "O hypervisor é …" as they stand in the block."""
        text = re.sub(r"^[!+]\s*", "", block.text)
        match = _COPULA.search(text)
        if not match or match[1] not in {"é", "são"}:
            return "", ""
        subject = clean_clause(text[: match.start()])
        return subject, match[1]

    def _written_sets(self, block: Block) -> Iterator[Group]:
        """Yield the sets `label { a, b }` and enumerations of one block."""
        for written in block.statement.sets:
            label = name_of(written.label)
            members = _members(written.members)
            if len(members) < 2 or len(members) < len(written.members) or not label:
                continue
            if block.statement.terms and grammar.is_verb_form(grammar.words(label)[-1]):
                lead = f"{subject_of(main_name(name_of(block.statement.label)), self.genders)} {label}"
                yield self._group(block, lead, GroupKind.LEAD, members, written.label, block.text)
                continue
            kind = _kind_of(label)
            if not written.braced and kind is not GroupKind.PLURAL:
                continue
            full = self.outline.full_name(block, label)
            yield self._group(block, full, kind, members, written.label, block.text)

    def _listed_children(self, block: Block) -> Iterator[Group]:
        """Yield the group that the bullets right below a block are members of."""
        items = [child for child in self.children.get(block.id, []) if child.text and not child.is_study_mark]
        if len(items) < 2 or any(item.kind is not BlockKind.ITEM for item in items) or block.statement.sets:
            return
        advantages = [item for item in items if item.statement.marker is Marker.ADVANTAGE]
        if len(advantages) >= 2 and block.statement.terms and (owner := label_of(block)):
            named = _members([_item_name(item) for item in advantages])
            if len(named) == len(advantages):
                yield self._group(
                    block,
                    about("vantagens de", main_name(owner), self.genders),
                    GroupKind.PLURAL,
                    named,
                    owner,
                    "",
                    advantages[-1],
                )
        members = _members([_item_name(item) for item in items])
        if len(members) != len(items) or len(members) < 3:
            return
        text = block.text.strip()
        if (
            _LEAD_END.search(text)
            and not block.statement.terms
            or _LEAD_END.search(text)
            and block.statement.form is Form.ASIDE
        ):
            lead = clean_clause(re.sub(r"\b(?:os|as)?\s*seguintes\s*:?\s*$|:\s*$", "", text) + " X").removesuffix(" X")
            if lead and grammar.is_finite(lead) and not grammar.begins_with_reference(lead):
                yield self._group(block, lead, GroupKind.LEAD, members, text, text, items[-1])
            return
        label = label_of(block)
        head = fold(grammar.words(label)[0]) if label and grammar.words(label) else ""
        if head in _CLASS_NOUNS and not block.statement.definition:
            full = self.outline.full_name(block, label)
            yield self._group(block, full, GroupKind.PLURAL, members, label, "", items[-1])

    def _group(
        self,
        block: Block,
        label: str,
        kind: GroupKind,
        members: tuple[str, ...],
        raw: str,
        text: str,
        last: Block | None = None,
    ) -> Group:
        pieces = re.split(r"[,/]|\s[-–]\s", raw) if block.statement.sets else [raw]
        names = {name_key(part) for part in (label, main_name(label), *pieces) if part.strip()}
        return Group(
            label=label,
            names=frozenset(name for name in names if len(name) > 1) | {name_key(t) for t in block.statement.terms},
            kind=kind,
            members=members,
            place=self._place(block, last),
            siblings=(self.note.path, block.parent if block.statement.sets else block.id, "set"),
            closed=not _OPEN_LIST.search(text),
        )

    def _cells(self, block: Block) -> Iterator[Attribute]:
        """Yield what a row of three columns or more says of what its first cell names."""
        if len(block.cells) < 2 or len(block.cells) == 2 and any(c.place.block == block.id for c in self.concepts):
            return
        owner = name_of(block.cells[0][1])
        if not owner:
            return
        for header, value in block.cells[1:]:
            name, shown = name_of(header), clean_clause(value)
            if name and shown and len(shown) <= 120:
                family = (self.note.path, block.parent, fold(name))
                yield Attribute(owner, name, shown, self._place(block), family)

    def _stated(self, concept: Concept) -> Iterator[Fact]:
        """Yield the sentences that a concept's clauses make."""
        for at, clause in enumerate(concept.clauses):
            if at and (concept.copula or _contrasts(concept.clauses[0].text)):
                break
            if at and clause.shape in {Shape.NOUN, Shape.DETERMINED, Shape.INFINITIVE}:
                continue
            text = sentence_of(concept, clause, self.genders)
            if text:
                yield Fact(text, clause.text, concept.place, concept.names)

    def _told(self, block: Block) -> Iterator[Fact]:
        """Yield the sentences of prose, of bullets that are sentences, and of bullets that lack only their subject."""
        for sentence, quote in self.sentences.get(block.id, []):
            if (
                re.search(r"\?\s*$|:\s*$", sentence.text)
                or language_of(sentence.text) == "en"
                and _mixed(sentence.text)
            ):
                continue
            for at, part in enumerate(clauses(sentence.text)):
                shape = grammar.shape_of(part, self.genders)
                place = self._place(block, sentence=(sentence, quote))
                if shape is Shape.VERB and at == 0 and block.kind is BlockKind.ITEM:
                    yield from self._with_subject(block, part, place)
                elif self._is_sentence(part, block):
                    yield Fact(grammar.capitalized(part), part, place)
            if block.statement.marker is Marker.WARNING and (duty := self._duty(sentence.text)):
                if not re.search(r"\b[A-Z]\b", duty):
                    yield Fact(f"Deve-se {duty}", duty, self._place(block, sentence=(sentence, quote)))

    def _is_sentence(self, text: str, block: Block) -> bool:
        """True for a clause that is understood alone."""
        enough = len(text.split()) >= (4 if block.kind is BlockKind.ITEM else 6)
        if grammar.shape_of(text, self.genders) is Shape.VERB:
            return False
        return (
            enough
            and grammar.is_finite(text)
            and not grammar.begins_with_reference(text)
            and grammar.stands_alone(text)
        )

    def _with_subject(self, block: Block, predicate: str, place: Place) -> Iterator[Fact]:
        """Yield "VDI é diferente de Remote Desktop" for a bullet "é diferente de Remote Desktop" below VDI."""
        above = self.note.blocks[block.parent] if block.parent is not None else None
        if above is None or not (owner := label_of(above)) or needs_complement(owner) or is_generic(owner):
            return
        if not above.statement.terms and not above.statement.sets and above.kind is not BlockKind.ITEM:
            return
        text = grammar.agreeing(subject_of(owner, self.genders), predicate)
        if text:
            names = frozenset(name_key(name) for name in (owner, main_name(owner), *above.statement.terms))
            yield Fact(text, predicate, place, names)

    def _duty(self, text: str) -> str:
        """Return "associar X a Y" for a warning that begins with an infinitive."""
        first = clauses(text)[:1]
        return first[0] if first and grammar.shape_of(first[0], self.genders) is Shape.INFINITIVE else ""

    def _place(self, block: Block, last: Block | None = None, sentence: tuple[Sentence, str] | None = None) -> Place:
        ancestors = self.note.ancestors(block)
        return Place(
            citation=self._cite(block, last, sentence),
            topic=self.outline.topic(block) or self.note.title,
            context=self.outline.context(block),
            block=block.id,
            ancestors=tuple(above.id for above in ancestors),
            study_marks=block.study_marks,
            images=tuple(embed.target for embed in block.embeds if embed.is_image),
        )

    def _cite(self, block: Block, last: Block | None, sentence: tuple[Sentence, str] | None) -> Citation:
        """Return the citation of a block, of one of its sentences, or of a block with all down to `last`."""
        first_line, last_line = block.first_line, (last or block).last_line
        pages: Sequence[PageReference] = block.pages
        if sentence is not None:
            first_line, last_line, quote = sentence[0].first_line, sentence[0].last_line, sentence[1]
        elif last is None and len(self.sentences.get(block.id, [])) == 1:
            quote = self.sentences[block.id][0][1]
        else:
            raw = self.note.lines(first_line, last_line).strip()
            quote = re.sub(r"^(?:[-*+]|\d+[.)]|#+|>)\s+", "", raw)
        return Citation(1, self.note.path, self.note.path_of(block), first_line, last_line, quote, tuple(pages))


def _is_attribute(block: Block) -> bool:
    """True for "prazo: 30 dias": a name that says what only with its owner."""
    label = name_of(block.statement.label)
    return bool(block.statement.terms) and (fold(label) in _ATTRIBUTE_NAMES or needs_complement(label))


def _is_term(term: str) -> bool:
    plain = fold(main_name(term))
    return plain not in _NOT_A_CONCEPT and not is_generic(term) and not re.fullmatch(r"[\W\d]+", plain)


def _members(raw: Sequence[str]) -> tuple[str, ...]:
    """Return members as they are shown; those that cannot be shown or repeat one are left out."""
    shown = [re.sub(r"^(?:e|ou)\s+", "", clean_clause(member)) for member in raw]
    fit = [
        member
        for member in shown
        if member and len(member) <= 90 and not grammar.is_verb_form(grammar.words(member)[0])
    ]
    return tuple(dict.fromkeys(fit))


def _item_name(item: Block) -> str:
    """Return the name of a bullet, empty where it says more than a name."""
    statement = item.statement
    name = statement.terms[0] if statement.terms and statement.form is not Form.ASIDE else statement.label
    shown = name_of(name)
    bad = grammar.is_finite(shown) if shown else True
    return "" if bad or len(shown.split()) > 8 or not is_presentable(shown) else shown


def _kind_of(label: str) -> GroupKind:
    head = grammar.words(label)[0]
    plural = grammar.is_plural(label)
    return GroupKind.PLURAL if plural and not head.isupper() else GroupKind.CLASS


def _contrasts(text: str) -> bool:
    return bool(re.search(r"\b(?:diferen\w+|contrário|enquanto|contrast\w+|ao passo)\b", text, re.IGNORECASE))


def _mixed(text: str) -> bool:
    return bool(re.search(r"[ãõçáéíóúâêô]", text))
