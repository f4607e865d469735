"""The sentences of the notes that may answer a question, each with what stands around it."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import PurePosixPath

from tutor.answering.frames import QuestionKind
from tutor.answering.question import Question
from tutor.index import Index
from tutor.language import fold, stems
from tutor.notes.code_lines import read_code
from tutor.notes.members import EXAMPLE, outside
from tutor.notes.statements import read_statement
from tutor.types import Block, BlockKind, Citation, Form, Note, Passage, Sentence, Statement

_SEARCHED = 12
_FORMULA = re.compile(
    r"\w\)? ?= ?[^=;]*?(?:[\w)] ?[+×·*÷−] ?[\w(]|\w / [\w(]|\b\w/\w\b|\)/)"
    r"|\b\w! ?[/÷×·]|\b\w!\.?$|[÷×·/][\[(]\w ?[!+−-]"
)
_SORT_OF_FORMULA = "fórmula calcula formula calculated"
PORT = re.compile(
    r"\b(?:TCP|UDP)(?:[ /:]|/UDP |,? (?:\w+ ){0,2}na )\d{1,5}\b|\b\d{1,5}/(?:tcp|udp)\b"
    r"|\b[A-Z][\w-]+ \((?!1[5-9]\d\d|20\d\d)\d{2,5}[,)]"
    r"|\b[A-Z]{2,}\w* (?:runs on|listens on|roda na|escuta na|usa a) (?!1[5-9]\d\d|20\d\d)\d{2,5}\b(?!\.\d|\s?%)"
)
"""How a port is told without its word: "UDP 123", "Telnet (23)"."""
_SORT_OF_PORT = "porta port"
_MAKERS = [
    stems(word) for word in "autor autora autores criador criadora idealizador fundador dono author owner".split()
]

_GLOSSED = re.compile(r"([^():]*[^\W\d_][^():]*?)(?:\s+\(|:\s+)([^()]+?)\)?")
"""A member and what stands in brackets, or after a colon, behind it."""
_NEXT_PAIR = re.compile(r",\s(?=[^=,;]{1,40}?\s=\s)")
"""What stands between two that are told as equal: "Laranja = evento, azul = comando"."""
_NEXT_ARROW = re.compile(r"/(?<=\s/)\s+(?=[^/;{}]{1,40}?\s?(?:-+>|=+>|→)\s)")
"""What stands between two that arrows define: "ext2 -> sem journaling / ext3 -> com"."""
_EACH_GLOSSED = re.compile(
    r"(?:^|[,;:]\s|\s(?:e|and|ou|or)\s)(?:[oa]s? |uma? |the |an? )?([^\W\d][\w-]*(?: [\w-]+){0,2}) \(([^()]+)\)"
    r"(?=[,;.]|\s(?:e|and|ou|or)\s|\s*$)"
)
"""Each of two that brackets say something of: "controlador (decide) e operador (executa)"."""
_TOLD_APART = re.compile(r"\b(?:é|são) diferentes? d[aeo]s? ([^,;()]{2,60}), que (?:é|são) ([^;]+)")
_NAMED_LAST = r"(?:[oa]s?|um|uma|(?:a|d|n|pel)[oa]s?|às?|com|the|an?)"
_TOLD_OF_LAST = re.compile(
    rf"\b{_NAMED_LAST} ((?:(?!{_NAMED_LAST} |que |which )[\w/-]+ ){{0,3}}[\w/-]+),"
    r" (?:que (?:é|são)|which (?:is|are)) ((?![oa]s? (?:mai|men|mesm|melhor|pior|que |únic|primeir|segund))"
    r"(?:[oa]s?|uma?|aquel[aei]s?|the|an?|any|tod[oa]s?|qualquer) [^;]+)"
)
"""What a clause says of the thing just named: "junto aos mestres, que são todas as pessoas que …"."""
_TOLD_BESIDE = re.compile(
    r"(?:(?<=[,;] )|(?<= [eoa] )|(?<= [oa]s )|(?<= (?:ou|or|um|an) )|(?<= (?:uma|and|the) ))"
    r"((?!(?:[eoa]|[oa]s|ou|or|uma?|an|and|the) )(?:[^\W\d][\w-]* ){0,3}[^\W\d][\w-]*)"
    r" \((?!(?:pp?|p[aá]gs?|arts?|caps?|slides?|exs?|ver|veja|cf|nota|see|ou|or|também|also)\b)([^\W\d][^()]{9,})\)"
)
"""What brackets in running text say of what stands before them: "e normas programáticas (traçam metas …)"."""
_EDITION = re.compile(r"[^\W\d_]{3,} \d[\d.]*")
_SIGNED = frozenset({Form.COLON, Form.ARROW, Form.BOLD})
_THEME = 4  # blocks of a note that speak of it
_LONGEST_TOPIC = 6  # words
_LONGEST_NAME = 12  # words


class Outline:
    """A note with the sentences of each block at hand."""

    def __init__(self, note: Note, passages: Sequence[Passage]) -> None:
        self.note = note
        self._passages = passages
        self._sentences: dict[int, list[tuple[Passage, Sentence]]] = {}
        for passage in passages:
            for sentence in passage.sentences:
                self._sentences.setdefault(sentence.block, []).append((passage, sentence))

    def of(self, block: Block, score: float = 0.0) -> tuple["Evidence", ...]:
        """Return the sentences of one block; a heading or the like, which has none, is its first line."""
        found = self._sentences.get(block.id) or self._first_line(block)
        return tuple(Evidence(self, block, passage, sentence, score) for passage, sentence in found)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The stems of what the note is called: its title, aliases and tags, and its file."""
        note = self.note
        file = PurePosixPath(note.path).stem.replace("_", " ")
        return tuple(stems(" ".join(dict.fromkeys((note.title, file, *note.aliases, *note.tags)))))

    @cached_property
    def themes(self) -> frozenset[str]:
        """The stems that so many blocks of the note hold that they go without saying in the others."""
        held = Counter(word for block in self.note.blocks for word in set(stems(block.text)))
        return frozenset(word for word, blocks in held.items() if blocks >= _THEME)

    @cached_property
    def headed(self) -> frozenset[str]:
        """The stems of the names of one word that blocks of the note stand below."""
        names = (stems(block.statement.label) for block in self.note.blocks if self.note.children(block))
        return frozenset(name[0] for name in names if len(name) == 1)

    @cached_property
    def editions(self) -> frozenset[str]:
        """The names with a number that the note defines, folded: "cobit 2019"."""
        terms = (term for block in self.note.blocks if block.statement.definition for term in block.statement.terms)
        return frozenset(fold(term) for term in terms if _EDITION.fullmatch(term))

    @cached_property
    def first(self) -> Block | None:
        """The block that the note begins with, headings apart."""
        return next((block for block in self.note.blocks if block.kind is not BlockKind.HEADING), None)

    @cached_property
    def opening(self) -> tuple[str, ...]:
        """The names of what the note begins with: a law, say, in "Lei 14.133/2021 (NLLC) -> publicada em …"."""
        return self.first.statement.terms if self.first and self.first.statement.definition else ()

    @cached_property
    def makers(self) -> dict[int, tuple[str, ...]]:
        """The stems of who made what a block names, by its id, where a bullet below it tells: "autor: Henri Fayol"."""
        made: dict[int, tuple[str, ...]] = {}
        for block in self.note.blocks:
            if block.parent is not None and stems(block.statement.label) in _MAKERS:
                made[block.parent] = (*made.get(block.parent, ()), *stems(block.statement.definition))
        return made

    def _first_line(self, block: Block) -> list[tuple[Passage, Sentence]]:
        for passage in self._passages:
            if block.statement.label and passage.first_line <= block.first_line <= passage.last_line:
                lines = passage.text.split("\n")
                line = lines[block.first_line - passage.first_line]
                before = sum(len(above) + 1 for above in lines[: block.first_line - passage.first_line])
                start = before + len(line) - len(line.lstrip("#>*+-| \t"))
                end = before + len(line.rstrip(" \t|#"))
                text = block.text or block.statement.label
                return [(passage, Sentence(text, start, max(start, end), block.first_line, block.first_line, block.id))]
        return []

    def children(self, block: Block) -> tuple["Evidence", ...]:
        """Return the first sentence of each block right below `block`, all of code.

        A list or table in between is looked through.
        """
        below = ((child, self.of(child)) for child in self._below(block))
        return tuple(e for child, said in below for e in (said if child.kind is BlockKind.CODE else said[:1]))

    def defined_below(self, block: Block) -> tuple["Evidence", ...]:
        """Return the sentences of the paragraphs right below `block` that begin with the term they define."""
        prose = (child for child in self.note.children(block) if child.kind is BlockKind.PARAGRAPH)
        return tuple(e for child in prose for e in self.of(child) if e.statement.terms)

    def _below(self, block: Block) -> Iterator[Block]:
        for child in self.note.children(block):
            if child.kind is BlockKind.TABLE:
                yield from self.note.children(child)
            elif not child.is_study_mark:
                yield child


@dataclass(frozen=True)
class Evidence:
    """One sentence of a note; `score` is what retrieval gave it, 0 where it was reached along the outline."""

    outline: Outline
    block: Block
    passage: Passage
    sentence: Sentence
    score: float = 0.0
    is_clause: bool = False

    @property
    def key(self) -> tuple[str, int, int]:
        """What makes this sentence this sentence: its note, passage line and offset."""
        return (self.passage.note, self.passage.first_line, self.sentence.start)

    def clauses(self) -> tuple["Evidence", ...]:
        """Return the clauses of a sentence that says several things, each cited as the sentence: "a -> b; c -> d"."""
        text = self.text
        pairs = {found.start() for found in _NEXT_PAIR.finditer(text)} if " = " in text else set[int]()
        pairs |= {found.start() for found in _NEXT_ARROW.finditer(text)} if " / " in text else set()
        if self.block.cells or not (pairs or ";" in text or ". " in text):
            return ()
        cuts = [at for at in outside(text) if text[at] == ";" or at in pairs or text[at : at + 2] == ". "]
        spans = zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(text)], strict=True)
        parts = [part for part in (text[start:end].strip() for start, end in spans) if part]
        if len(parts) < 2:
            return ()
        return tuple(replace(self, sentence=replace(self.sentence, text=part), is_clause=True) for part in parts)

    def glosses(self) -> tuple["Evidence", ...]:
        """Return what the brackets behind the members of a sentence's sets, or its clauses, say of them.

        So they do in "{ alto (mais de 2 m), … }" and "…; efeito fila (poucos atrás de um)", and so does what a
        sentence sets apart, "motivo é diferente de motivação, que é a exposição …", or says of what it named last.
        """
        held = (member for group in self.statement.sets for member in group.members)
        told = (clause.text for clause in self.clauses() if clause.statement.form in {None, Form.ASIDE})
        glossed = (found for name in (*held, *told) if (found := _GLOSSED.fullmatch(name)))
        told_of = _TOLD_APART.search(self.text) or _TOLD_OF_LAST.search(self.text)
        beside = _TOLD_BESIDE.finditer(self.text) if self.block.kind is BlockKind.PARAGRAPH else ()
        apart = (found for found in (told_of, *beside) if found)
        each = [] if self.statement.sets else [*_EACH_GLOSSED.finditer(self.text)]
        paired = each if len(each) > 1 else []
        texts = (f"{found[1]}: {found[2]}" for found in (*glossed, *apart, *paired) if not _is_name(found[2]))
        return tuple(replace(self, sentence=replace(self.sentence, text=text), is_clause=True) for text in texts)

    @cached_property
    def position(self) -> int:
        """The place of the sentence in its passage, -1 for a line that is no sentence of its own."""
        starts = [sentence.start for sentence in self.passage.sentences]
        return starts.index(self.sentence.start) if self.sentence.start in starts else -1

    @property
    def text(self) -> str:
        """The sentence's plain text."""
        return self.sentence.text

    @property
    def quote(self) -> str:
        """The sentence as it stands in the note."""
        return self.passage.text[self.sentence.start : self.sentence.end]

    @cached_property
    def statement(self) -> Statement:
        """What the sentence says, read from its form."""
        told = read_code(self.sentence.text) if self.block.kind is BlockKind.CODE else None
        if told:
            return told
        whole = self.block.text.strip() == self.sentence.text.strip() or self.block.cells
        return self.block.statement if whole else read_statement(self.sentence.text)

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The stems of the sentence; a table row's include those of its headers, a formula's the words for one."""
        headers = " ".join(header for header, _ in self.block.cells)
        sort = _SORT_OF_FORMULA if _FORMULA.search(self.sentence.text) else ""
        port = _SORT_OF_PORT if PORT.search(self.sentence.text) else ""
        own = stems(f"{self.sentence.text} {headers} {sort} {port}")
        return (*own, *(word for word in stems(self.statement.label) if word not in own))

    @cached_property
    def above(self) -> tuple[str, ...]:
        """The stems of the blocks above the sentence, of the one before it, and of what its block defines first."""
        texts = [block.text for block in self.outline.note.ancestors(self.block)]
        if self.before:
            texts += [self.before.text, *self.block.statement.terms[:1], *self._topic()]
        return tuple(stems(" ".join(texts)))

    def _topic(self) -> list[str]:
        """Return the first sentence of the block where it is a few words that only name: "ISO 31000:2018 (1ª ed.)."."""
        first = self.preceding[0].text
        return [first] if len(first.split()) <= _LONGEST_TOPIC else []

    @cached_property
    def rivals(self) -> frozenset[str]:
        """The stems of what stands beside the name of the sentence in a set above it: "AES" where it is of "DES"."""
        above = self.outline.note.ancestors(self.block)
        named = {tuple(stems(name)) for block in (*above, self.block) for name in block.statement.terms}
        members = (
            [tuple(stems(member)) for member in held.members] for block in above for held in block.statement.sets
        )
        beside = (member for held in members if named.intersection(held) for member in held if member not in named)
        return frozenset(word for member in beside for word in member)

    @cached_property
    def before(self) -> "Evidence | None":
        """The sentence before this one in the same block, which it may be going on from: "Ele não possui …"."""
        earlier = self.preceding
        return earlier[-1] if earlier else None

    @property
    def preceding(self) -> "tuple[Evidence, ...]":
        """The sentences before this one in the same block; lines of code go on from none."""
        return tuple(other for other in self._beside if other.key[1:] < self.key[1:])

    @property
    def term_before(self) -> "Evidence | None":
        """The sentence before this one where its block begins by defining a term: "**Fogo**: aquece. Lenha, carvão"."""
        earlier = self.preceding
        return earlier[0] if len(earlier) == 1 and earlier[0].statement.form in _SIGNED else None

    @property
    def read_before(self) -> "tuple[Evidence, ...]":
        """The sentences before this one in the same block, and for prose those of the paragraphs before its own."""
        note, block = self.outline.note, self.block
        if block.kind is not BlockKind.PARAGRAPH or block.parent is None:
            return self.preceding
        beside = note.children(note.blocks[block.parent])
        earlier = (other for other in beside if other.kind is block.kind and other.id < block.id)
        return (*(said for other in earlier for said in self.outline.of(other)), *self.preceding)

    @property
    def following(self) -> "tuple[Evidence, ...]":
        """The sentences after this one in the same block; lines of code lead on to none."""
        return tuple(other for other in self._beside if other.key[1:] > self.key[1:])

    @property
    def _beside(self) -> "tuple[Evidence, ...]":
        return () if self.block.kind is BlockKind.CODE else self.outline.of(self.block)

    @cached_property
    def place(self) -> tuple[str, ...]:
        """The stems of the note's names and of the names of the blocks above the sentence."""
        note = self.outline.note
        labels = (block.statement.label for block in note.ancestors(self.block))
        return (*self.outline.names, *stems(" ".join(labels)))

    @cached_property
    def context(self) -> tuple[str, ...]:
        """The stems of the note's title, names and tags, and of the blocks above the sentence."""
        return (*self.outline.names, *self.above)

    @cached_property
    def makers(self) -> tuple[str, ...]:
        """The stems of who made what the sentence stands below."""
        above, makers = self.outline.note.ancestors(self.block), self.outline.makers
        return tuple(word for block in above for word in makers.get(block.id, ()))

    @property
    def parent(self) -> "Evidence | None":
        """The first sentence of the block above, where there is one."""
        above = self.outline.note.ancestors(self.block)
        found = self.outline.of(above[-1]) if above else ()
        return found[0] if found else None

    def citation(self, n: int) -> Citation:
        """Return the citation of this sentence as number `n`, with the page references of its block."""
        return Citation(
            n=n,
            note=self.passage.note,
            path=self.outline.note.path_of(self.block),
            first_line=self.sentence.first_line,
            last_line=self.sentence.last_line,
            quote=self.quote,
            pages=self.block.pages,
        )


def is_bare_parent(evidence: Evidence) -> bool:
    """True for a sentence that only names what stands below it, an aside apart: "hierarquia (da rápida à lenta)"."""
    statement = evidence.statement
    told = statement.definition or statement.sets or (statement.examples and len(evidence.text.split()) > _LONGEST_NAME)
    named = not told or statement.form is Form.ASIDE
    return named and bool(evidence.outline.children(evidence.block))


def is_within_example(evidence: Evidence) -> bool:
    """True for a sentence below "ex: …", which tells of that example and not what its name means."""
    return any(EXAMPLE.match(block.text) for block in evidence.outline.note.ancestors(evidence.block))


def _is_name(gloss: str) -> bool:
    """True for brackets that name the thing again, or only number it: "(SVM)", "(Linux, Windows)", "(53)"."""
    return not any(word.islower() and len(word) > 2 for word in re.findall(r"[^\W\d_]+", gloss))


class Library:
    """The indexed notes as outlines, and the gathering of evidence from them."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._outlines: dict[str, Outline] = {}

    def outline(self, path: str) -> Outline:
        """Return the outline of an indexed note, made once for each version of it."""
        note = self.index.note(path)
        known = self._outlines.get(path)
        if known is None or known.note is not note:
            known = self._outlines[path] = Outline(note, self.index.passages(path))
        return known

    def gather(self, question: Question, scope: Collection[str] | None) -> tuple["Evidence", ...]:
        """Return the evidence for a question, best first: hits, what stands above them, and definitions."""
        found: dict[tuple[str, int, int], Evidence] = {}
        hits = (*self._hits(question, scope), *self._defining(question, scope))
        paged = self._paged({evidence.passage.note for evidence in hits}) if question.kind is QuestionKind.PAGE else ()
        for evidence in (*hits, *paged):
            known = found.get(evidence.key)
            if not evidence.block.is_study_mark and (known is None or known.score < evidence.score):
                found[evidence.key] = evidence
        return tuple(sorted(found.values(), key=lambda evidence: (-evidence.score, evidence.key)))

    def _hits(self, question: Question, scope: Collection[str] | None) -> Iterator[Evidence]:
        """Yield the sentences that a search finds, and those of the blocks above them."""
        outline_of = cache(self.outline)
        for hit in self.index.search(question.search_text, _SEARCHED, scope):
            outline = outline_of(hit.passage.note)
            for sentence, score in zip(hit.passage.sentences, hit.sentence_scores, strict=True):
                block = outline.note.blocks[sentence.block]
                yield Evidence(outline, block, hit.passage, sentence, score)
                for above in outline.note.ancestors(block):
                    yield from outline.of(above)

    def _paged(self, notes: Collection[str]) -> Iterator[Evidence]:
        """Yield the sentences of some notes that name a page."""
        for outline in map(self.outline, sorted(notes)):
            for block in outline.note.blocks:
                if block.pages:
                    yield from outline.of(block)

    def _defining(self, question: Question, scope: Collection[str] | None) -> Iterator[Evidence]:
        """Yield the sentences that define what the question is about, or its head."""
        small = [option.upper() for option in question.options if not stems(option)]  # "where", in capitals in SQL
        for term in dict.fromkeys((question.focus, question.head, *question.options, *small, " x ".join(small))):
            for definition in self.index.definitions(term):
                if scope is None or definition.note.path in scope:
                    yield from self.outline(definition.note.path).of(definition.block)
