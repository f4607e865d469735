"""The values that flow between stages: frozen, comparable, without behaviour beyond derived facts.

Lines are 1-based and inclusive everywhere. Characters are Python string offsets, end exclusive.
Note paths are relative to the vault, with forward slashes.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of a note is in Markdown."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    ROW = "row"
    CODE = "code"
    QUOTE = "quote"
    CALLOUT = "callout"
    MATH = "math"


class PageKind(StrEnum):
    """What a page reference counts."""

    PAGE = "page"
    CHAPTER = "chapter"
    SLIDE = "slide"


class Marker(StrEnum):
    """The sign a student puts before a statement."""

    WARNING = "!"
    ADVANTAGE = "+"
    DISADVANTAGE = "-"


class Form(StrEnum):
    """How a definition is written."""

    ARROW = "arrow"  # term -> definition
    COLON = "colon"  # term: definition
    BOLD = "bold"  # **term** definition
    DASH = "dash"  # term - definition
    FIELD = "field"  # def:: **term**: definition
    COPULA = "copula"  # term é definition
    NAMING = "naming"  # definition chama-se term
    ASIDE = "aside"  # term (definition) goes on
    ROW = "row"  # first cell of a table row


@dataclass(frozen=True, slots=True)
class PageReference:
    """A place in a handout that the notes name; `source` is None where they name none."""

    source: str | None
    first: int
    last: int
    kind: PageKind
    line: int


@dataclass(frozen=True, slots=True)
class Embed:
    """An embedded file or note: `![[target#anchor|label]]` or `![label](target)`."""

    target: str
    anchor: str
    label: str
    line: int

    @property
    def is_image(self) -> bool:
        """True for targets a browser shows as a picture."""
        return self.target.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".avif"))


@dataclass(frozen=True, slots=True)
class MemberSet:
    """A set `label { a, b, c }`, or an enumeration `label: a, b, c`; members are plain text, in the order written."""

    label: str
    members: tuple[str, ...]
    braced: bool = True


@dataclass(frozen=True, slots=True)
class Statement:
    """What one block says, read from its form.

    `terms` are the names it defines, the first as written ("VDI - Virtual Desktop Infrastructure"), then each
    name on its own ("VDI", "Virtual Desktop Infrastructure"); empty where the block defines nothing.
    `label` is what the block is about: the main term, or the text without marker, set and examples (so too for an
    aside, whose sentence goes on).
    """

    label: str
    terms: tuple[str, ...] = ()
    definition: str = ""
    form: Form | None = None
    marker: Marker | None = None
    sets: tuple[MemberSet, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, bullet, paragraph, row or other unit of a note's outline.

    `id` is its place in `Note.blocks` (document order, parents before children). Content below a heading has
    the heading as its parent. `first_line`..`last_line` are its own lines, children left out.
    `text` is plain: no Markdown marks, links as their label, comments and embeds left out.
    `strong` are the spans of `text` written in bold or highlighted.
    `pages` are the references the block may be cited with: its own, and those of the children right below it.
    `study_marks` are `anki`, `todo`, `n_entendi` and the like, set on the block or on the bullet below it.
    `is_study_mark` is true for a block that is a study mark and nothing else: never answered from.
    `cells` are (header, value) pairs of a table row.
    """

    id: int
    parent: int | None
    kind: BlockKind
    level: int
    first_line: int
    last_line: int
    text: str
    statement: Statement
    strong: tuple[tuple[int, int], ...] = ()
    pages: tuple[PageReference, ...] = ()
    study_marks: tuple[str, ...] = ()
    is_study_mark: bool = False
    cells: tuple[tuple[str, str], ...] = ()
    embeds: tuple[Embed, ...] = ()
    links: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    r"""A parsed note. `text` is the decoded file with `\n` line ends: line n is `text.split("\n")[n - 1]`."""

    path: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    def children(self, block: Block | None) -> tuple[Block, ...]:
        """Return the blocks right below `block`, or the roots for None, in order."""
        wanted = None if block is None else block.id
        return tuple(child for child in self.blocks if child.parent == wanted)

    def ancestors(self, block: Block) -> tuple[Block, ...]:
        """Return the blocks above `block`, outermost first."""
        chain: list[Block] = []
        parent = block.parent
        while parent is not None:
            chain.append(self.blocks[parent])
            parent = self.blocks[parent].parent
        return tuple(reversed(chain))

    def path_of(self, block: Block) -> tuple[str, ...]:
        """Return the note's title and the labels of the blocks above `block`, outermost first; not unnamed ones."""
        labels = (above.statement.label for above in self.ancestors(block))
        return (self.title, *(label for label in labels if label))

    def lines(self, first: int, last: int) -> str:
        """Return the text of lines `first` to `last`."""
        return "\n".join(self.text.split("\n")[first - 1 : last])


@dataclass(frozen=True, slots=True)
class Sentence:
    """One bullet line, table row or prose sentence of a passage; `block` is its place in `Note.blocks`.

    `start`..`end` is its span in `Passage.text`, so that a quote stands there verbatim; `text` is plain.
    `path` are the labels of the blocks above it inside the passage, outermost first, and behind a first sentence that
    defines a term that term.
    """

    text: str
    start: int
    end: int
    first_line: int
    last_line: int
    block: int
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a note cut along its outline: `text` is exactly the note's lines `first_line`..`last_line`.

    `id` comes from the note's path, the outline path and the text. `path` is the note's title and the parent
    headings and bullets, outermost first. `pages` are the references that stand in these lines.
    """

    id: str
    note: str
    path: tuple[str, ...]
    first_line: int
    last_line: int
    text: str
    sentences: tuple[Sentence, ...]
    pages: tuple[PageReference, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a query; a higher score is better.

    `sentence_scores` has one score for each of `passage.sentences`, comparable within one search.
    """

    passage: Passage
    score: float
    sentence_scores: tuple[float, ...]

    @property
    def best_sentence(self) -> Sentence:
        """The passage's sentence with the highest score, the first of equals."""
        best = max(range(len(self.sentence_scores)), key=self.sentence_scores.__getitem__)
        return self.passage.sentences[best]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a sentence of an answer stands: `quote` is verbatim from the note's lines."""

    n: int
    note: str
    path: tuple[str, ...]
    first_line: int
    last_line: int
    quote: str
    pages: tuple[PageReference, ...] = ()


class Mode(StrEnum):
    """Who worded an answer."""

    EXTRACTIVE = "extractive"
    LLM = "llm"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as Markdown with [n] markers; without citations it is a refusal.

    `suggestions` are the nearest topics the notes hold, for a refusal. `unsupported` are an LLM's sentences
    that no passage carries; they are left out of `text`. `notice` says what went wrong on the way to the answer.
    """

    question: str
    text: str
    citations: tuple[Citation, ...] = ()
    mode: Mode = Mode.EXTRACTIVE
    unsupported: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    notice: str = ""
    seconds: float = field(default=0.0, compare=False)

    @property
    def answered(self) -> bool:
        """True exactly when there is a citation."""
        return bool(self.citations)


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation and its answer."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the vault the student may want to mend; `line` is 0 for the whole file."""

    note: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a sync did: notes added, changed, removed and left alone, and the problems found."""

    added: int
    changed: int
    removed: int
    unchanged: int
    problems: tuple[Problem, ...] = ()


class ExerciseKind(StrEnum):
    """The kinds of practice questions, as the command line names them."""

    TRUE_FALSE = "certo-errado"
    MULTIPLE_CHOICE = "multipla-escolha"
    OPEN = "aberta"
    FLASHCARD = "flashcard"


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a multiple-choice exercise."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """The one thing that makes an assertion false: `before` stands in the notes, `after` in the exercise."""

    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """A practice question proven against its source.

    `key` is a letter, `certo`, `errado`, or the reference answer. `rubric` are the facts a full open answer
    states. `id` comes from the kind and the source's words, so that it survives re-indexing.
    """

    id: str
    kind: ExerciseKind
    topic: str
    prompt: str
    key: str
    explanation: str
    citation: Citation
    options: tuple[Option, ...] = ()
    rubric: tuple[str, ...] = ()
    change: Change | None = None
    study_marks: tuple[str, ...] = ()
    images: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grade:
    """How an answer to an exercise was graded: `score` from 0 to 1, with a justification for the student."""

    exercise_id: str
    correct: bool
    score: float
    justification: str
    stated: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


Progress = Callable[[int, int, str], None]
"""Called with the steps done, the steps in all, and what is being done."""
