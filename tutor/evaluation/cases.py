"""Canonical cases: what to ask, what an answer must state, and the words of the notes that prove it.

A case file is YAML. `vault` is the folder of notes, relative to the file; `note` the note most evidence stands in:

    vault: ../corpus
    note: redes.md
    cases:
      - id: redes-tcp
        kind: definition
        question: O que é TCP?
        facts:
          - orientado a conexão              # one wording, or several that say the same:
          - [entrega confiável, entrega garantida]
        forbidden: [sem conexão]
        evidence: ["TCP -> protocolo"]       # words of `note`, or {note: outra.md, quote: "…"}
        page: {source: apostila redes_01, first: 12}
        variants: {no-accents: [o que e tcp], english: [What is TCP?]}

A `conversation` lists the questions asked before `question`. An unanswerable or near-miss case has no facts.
"""

import hashlib
import json
import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Kind(StrEnum):
    """What a question asks for."""

    DEFINITION = "definition"
    LIST = "list"
    EXAMPLE = "example"
    COMPARISON = "comparison"
    FACT = "fact"
    YES_NO = "yes-no"
    CATEGORY = "category"
    PAGE = "page"
    FOLLOW_UP = "follow-up"
    UNANSWERABLE = "unanswerable"
    NEAR_MISS = "near-miss"

    @property
    def is_answerable(self) -> bool:
        """False where the right answer is that the notes do not say."""
        return self not in {Kind.UNANSWERABLE, Kind.NEAR_MISS}


class VariantKind(StrEnum):
    """How a variant differs from the question as first written."""

    PARAPHRASE = "paraphrase"
    COLLOQUIAL = "colloquial"
    NO_ACCENTS = "no-accents"
    TYPOS = "typos"
    ENGLISH = "english"


def _as_tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Texts = Annotated[tuple[Text, ...], BeforeValidator(_as_tuple), Field(min_length=1)]


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Page(_Written):
    """A page the answer must cite, as the note names it; the source with its kind (`apostila so_02`) or without."""

    source: Text | None = None
    first: int
    last: int = 0

    @model_validator(mode="after")
    def _one_page(self) -> Self:
        return self if self.last else self.model_copy(update={"last": self.first})


class WrittenEvidence(_Written):
    """Words that stand in a note; `note` is empty for the file's own note."""

    note: str = ""
    quote: Text


def _as_evidence(value: object) -> object:
    return {"quote": value} if isinstance(value, str) else value


class WrittenCase(_Written):
    """One case as its author writes it."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    kind: Kind
    question: Text
    conversation: tuple[Text, ...] = ()
    facts: tuple[Texts, ...] = ()
    forbidden: tuple[Text, ...] = ()
    evidence: tuple[Annotated[WrittenEvidence, BeforeValidator(_as_evidence)], ...] = ()
    page: Page | None = None
    variants: dict[VariantKind, Texts] = Field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """A short hash of all that is written, so that an edited case is not compared with its old self."""
        written = json.dumps(self.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
        return hashlib.blake2b(written.encode(), digest_size=6).hexdigest()


class WrittenFile(_Written):
    """A case file as its author writes it."""

    vault: Text | None = None
    note: str = ""
    cases: Annotated[tuple[WrittenCase, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Span:
    """Lines of a note that prove an answer; 1-based, inclusive."""

    note: str
    first_line: int
    last_line: int
    quote: str

    def overlaps(self, note: str, first_line: int, last_line: int) -> bool:
        """True when the lines of another place share one with these."""
        return note == self.note and first_line <= self.last_line and last_line >= self.first_line


@dataclass(frozen=True, slots=True)
class Case:
    """A case ready to run: what was written, where, and the lines its evidence was found in."""

    written: WrittenCase
    vault: Path
    file: Path
    line: int
    evidence: tuple[Span, ...] = field(default=())

    @property
    def id(self) -> str:
        """The case's name, unique over all files of a run."""
        return self.written.id

    @property
    def kind(self) -> Kind:
        """What the question asks for."""
        return self.written.kind


def find_quote(text: str, quote: str) -> list[tuple[int, int]]:
    """Return the first and last line of each place where `quote` stands in `text`, whatever its spaces."""
    words = r"\s+".join(map(re.escape, quote.split()))
    found = re.finditer(words, text)
    return [(text.count("\n", 0, match.start()) + 1, text.count("\n", 0, match.end()) + 1) for match in found]
