"""What the notes state, as values that questions are made of: concepts, groups, attributes and facts."""

import re
from dataclasses import dataclass
from enum import StrEnum

from tutor.practice.grammar.shapes import ENGLISH_SHAPES, Shape
from tutor.types import Citation

Siblings = tuple[str, int | None, str]
"""Note, parent block and role: things that share it stand side by side in the notes."""


_SHORTEST = {Shape.NOUN: 4, Shape.DETERMINED: 4, Shape.PARTICIPLE: 4, Shape.CLAUSE: 6}
"""Words that a clause of a shape needs, 3 else."""
_WHOLE = {Shape.NOUN: 4, Shape.VERB: 4, Shape.INFINITIVE: 4}
_LONG = 6
"""Words from which a clause of a shape says enough to be asked for, any from six; in fewer it is mostly a hint."""
_NOUN_LEFT_OUT = re.compile(r"(?:^|\s)[oa]s? (?:mais|menos) (?:\w+mente )?[a-zà-ÿ]+d[oa]s?$")
"""How a clause ends that leaves out its noun: "retira a menos frequentemente usada"."""
_WITHOUT_OBJECT = re.compile(
    r"(?!(?:atuar|agir|entrar|viver|investir|servir|contribuir|ir|vir|sair|voltar|chegar|estar|participar|incidir|votar"
    r"|trabalhar|pensar|focar|confiar|colaborar|concorrer|tender|caminhar)\b)\w+[aei]r (?:n[oa]s?|em|para)\s"
)
"""An act that is done to something which only the name tells: "embutir nos processos"."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: `topic` is the subject for the student, `heading` the names above, the broadest first."""

    citation: Citation
    topic: str
    heading: tuple[str, ...]
    block: int
    ancestors: tuple[int, ...] = ()
    study_marks: tuple[str, ...] = ()
    images: tuple[str, ...] = ()

    @property
    def context(self) -> str:
        """The nearest name above, empty where there is none."""
        return self.heading[-1] if self.heading else ""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of the notes, fit to be shown, and what it is grammatically.

    `is_cut` where words behind it cannot be shown: "move dados para o disco, os frios para fita".
    """

    text: str
    shape: Shape
    is_cut: bool = False

    @property
    def is_telling(self) -> bool:
        """True where it says something of its own: "longo prazo" does not."""
        bare = re.sub(r"\s*\([^()]*\)", "", self.text)
        if re.fullmatch(r"\w+ (?:ou|e) \w+", bare) or (self.shape is Shape.VERB and bare.startswith("só ")):
            return False  # "liga ou desliga", "só lembra dos fatos recentes"
        if re.fullmatch(r"(?:[oa]s? )?\w+ (?:mais|menos) \w+(?: e \w+)?", bare):
            return False  # "o nível mais visível": of what, its neighbours say
        return self.shape is not Shape.OTHER and len(bare.split()) >= _SHORTEST.get(self.shape, 3)

    @property
    def is_whole(self) -> bool:
        """True where it says enough to be asked for."""
        lacks_object = self.shape is Shape.INFINITIVE and _WITHOUT_OBJECT.match(self.text) is not None
        lacks_noun = _NOUN_LEFT_OUT.search(self.text) is not None
        told = self.is_telling and self.shape is not Shape.PARTICIPLE and not (lacks_object or lacks_noun)
        return told and len(self.text.split()) >= (_LONG if self.is_cut else _WHOLE.get(self.shape, _LONG))


@dataclass(frozen=True, slots=True, eq=False)
class Concept:
    """A term the notes define. `names` are the keys of all its names; `clauses[0]` says what it is."""

    term: str
    names: frozenset[str]
    clauses: tuple[Clause, ...]
    place: Place
    siblings: Siblings
    subject: str = ""  # the term as the sentence has it, article and all, where the note has a sentence
    copula: str = ""
    remark: bool = False  # the words behind the arrow comment on the term and do not define it

    @property
    def is_english(self) -> bool:
        """True for a concept of an English note, which is asked in English."""
        return self.clauses[0].shape in ENGLISH_SHAPES


class GroupKind(StrEnum):
    """How the name of a group goes with its members."""

    PLURAL = "plural"  # componentes de uma virtualização: "são componentes …"
    CLASS = "class"  # tipo 1: "abrange"
    LEAD = "lead"  # "… pode ser afetado por fatores como"


@dataclass(frozen=True, slots=True)
class Group:
    """Things the notes list together, `ordered` where one comes after the other.

    `closed` is False where the list says that there are others.
    """

    label: str
    names: frozenset[str]
    kind: GroupKind
    members: tuple[str, ...]
    place: Place
    siblings: Siblings
    closed: bool = True
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Attribute:
    """One value of a table or of "prazo: 30 dias": `of` has `name` `value`; those of one `family` are comparable."""

    of: str
    name: str
    value: str
    place: Place
    family: Siblings


@dataclass(frozen=True, slots=True)
class Pair:
    """A name and what goes with it."""

    name: str
    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Fact:
    """A full sentence the notes support, without its full stop; `source` is the part that stands in the notes."""

    text: str
    source: str
    place: Place
    about: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Card:
    """A question that the student wrote, without its mark, and the answer beside it."""

    place: Place
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that one note gives to make questions of, in its order."""

    concepts: tuple[Concept, ...]
    groups: tuple[Group, ...]
    attributes: tuple[Attribute, ...]
    facts: tuple[Fact, ...]
    cards: tuple[Card, ...] = ()
    is_english: bool = False
