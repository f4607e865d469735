"""Distractors: near concepts and members of the student's notes, of the kind of the key, and not right as answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tutor.language import content_tokens, fold, tokens
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import is_bare_adjective, is_elliptical
from tutor.practice.grammar.nouns import is_plural
from tutor.practice.grammar.resemblance import plain, resemblance, same_text, shares_word
from tutor.practice.grammar.shapes import Shape
from tutor.practice.grammar.verbs import first_word
from tutor.practice.grammar.wording import main_name, name_key, without_article
from tutor.practice.questions.drafts import chooser
from tutor.practice.questions.likeness import differ_as_texts, fits_shape, is_proper, same_head
from tutor.practice.questions.stems import is_numeral, is_understood
from tutor.practice.reading.knowledge import Attribute, Clause, Concept, Group, GroupKind, Knowledge
from tutor.practice.reading.notes import learn_genders, read_note
from tutor.practice.reading.support import Support
from tutor.types import BlockKind, Note

_MOST_ALIKE_VALUES = 0.6
_FEWEST_TOLD = 4  # content words of a property that only one thing has
_FEWEST_SORTS = 3  # names of one word of which the same is said
_FEWEST_NAMED = 3  # content words of what is not "acordo entre as partes"
_OPEN_LABELS = frozenset(
    map(
        fold,
        """vantagens desvantagens benefícios características fatores exemplos aplicações usos causas efeitos objetivos
        funções recursos ferramentas limitações riscos critérios atributos propriedades medidas sinais
        sintomas""".split(),
    )
)
NAMING_SHAPES = frozenset(Shape) - {Shape.OTHER, Shape.CLAUSE}


@dataclass(frozen=True, slots=True)
class Outsider:
    """Something that is not in a group; `home` is the group beside it that it is in."""

    text: str
    home: str


class Material:
    """What drafts are made of: the knowledge, and who can stand in for whom."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self.genders = learn_genders(notes)
        self.support = Support(notes)
        self._notes = {note.path: note for note in notes}
        self._parts: dict[str, Knowledge] = {}
        self._headings: dict[str, frozenset[str]] = {}
        self._named: dict[Concept, list[Concept]] = {}
        self._contrasts: dict[Concept, list[Concept]] = {}
        self._near: dict[Concept, list[Concept]] = {}

    def part(self, path: str) -> Knowledge:
        """Return what the note at `path` states, read when it is first asked for."""
        if path not in self._parts:
            self._parts[path] = read_note(self._notes[path], self.genders)
        return self._parts[path]

    def contrasts(self, concept: Concept) -> list[Concept]:
        """Return siblings of a concept that its definition does not fit, those alike in sort or name first."""
        if concept not in self._contrasts:
            beside = [
                other
                for other in self.siblings(concept)
                if other.clauses[0].is_telling
                and _can_be_offered(other)
                and not other.remark
                and self._differs(concept, other)
            ]
            chooser("siblings", concept.term).shuffle(beside)
            proper = is_proper(concept.term)
            beside.sort(
                key=lambda o: (
                    not are_of_one_sort(o, concept),
                    not same_head(o.term, concept.term),
                    is_proper(o.term) != proper,
                )
            )
            self._contrasts[concept] = beside
        return self._contrasts[concept]

    def near(self, concept: Concept) -> list[Concept]:
        """Return concepts whose names its definition does not fit: what is akin first, the rest of the note behind."""
        if concept not in self._near:
            self._near[concept] = self._find_near(concept)
        return self._near[concept]

    def _find_near(self, concept: Concept) -> list[Concept]:
        found = list(self.contrasts(concept))
        proper = is_proper(concept.term)
        others = [c for c in self.part(concept.place.citation.note).concepts if c not in found]
        chooser("near", concept.term).shuffle(others)
        others.sort(
            key=lambda o: (
                o.siblings != concept.siblings,
                not are_akin(o, concept),
                o.place.topic != concept.place.topic,
                is_proper(o.term) != proper,
            )
        )
        for other in others:
            beside = other.siblings == concept.siblings
            fit = beside or fits_shape(other.clauses[0].shape, concept.clauses[0].shape)
            named = any(kept.names & other.names for kept in found)
            if fit and not named and self._may_stand_for(other, concept):
                found.append(other)
        return found

    def others(self, concept: Concept) -> list[Concept]:
        """Return whatever else the note tells of and can be offered where its definition does not fit it."""
        told = self.part(concept.place.citation.note).concepts
        return [other for other in told if self._may_stand_for(other, concept)]

    def _may_stand_for(self, other: Concept, concept: Concept) -> bool:
        """True for what can be offered in the place of a concept whose definition does not fit it."""
        told = not other.remark and _can_be_offered(other) and other.is_english == concept.is_english
        return told and self._differs(concept, other)

    def is_known(self, group: Group) -> bool:
        """True unless nothing says of what "princípios organizativos" are."""
        head = fold(first_word(group.label))
        told = group.kind is not GroupKind.PLURAL or head not in lexicon.CLASSES
        return told or bool(group.place.heading) or re.search(r"\sd[eoa]s?\s|[A-ZÀ-Þ]", group.label) is not None

    def outsiders(self, group: Group) -> list[Outsider]:
        """Return what is not in a group: members of the groups beside it."""
        beside = [
            Outsider(member, other.label)
            for other in self._beside(group)
            for member in other.members
            if self._is_outside(group, member) and not same_text(other.label, group.label)
        ]
        chooser("outsiders", group.label, *group.members).shuffle(beside)
        longest = max(len(member.split()) for member in group.members)
        beside.sort(key=lambda outsider: max(0, len(outsider.text.split()) - longest))
        return beside

    def other_values(self, attribute: Attribute) -> list[str]:
        """Return the values that other things of the same table have, where this one has another."""
        table = [a for a in self.part(attribute.place.citation.note).attributes if a.family == attribute.family]
        own = {plain(a.value) for a in table if same_text(a.of, attribute.of)}
        mine = plain(attribute.value)
        values = dict.fromkeys(a.value for a in table if plain(a.value) not in own)
        fit = [
            value
            for value in values
            if resemblance(value, attribute.value) < _MOST_ALIKE_VALUES
            and not _is_partly(value, attribute.value)
            and _is_infinitive(value) == _is_infinitive(attribute.value)
            and not _is_within_text(plain(value), mine)
            and not _is_within_text(mine, plain(value))
        ]
        chooser("values", attribute.of, attribute.name).shuffle(fit)
        return fit

    def _differs(self, concept: Concept, other: Concept) -> bool:
        """True when `other` is not what `concept`'s definition defines, by any note."""
        text = concept.clauses[0].text
        if other is concept or _is_loose(text) or _are_related(concept, other):
            return False
        kinds = self._named_in(other)
        if concept in kinds or any(name in name_key(text) for name in other.names if len(name) > 4):
            return False
        if not all(differ_as_texts(text, kind.clauses[0].text) for kind in (other, *kinds)):
            return False
        return not self.support.says(other.names, text)

    def _named_in(self, concept: Concept) -> list[Concept]:
        """Return the concepts that a definition names: what it defines may be a kind of one of them."""
        if concept not in self._named:
            squeezed = name_key(concept.clauses[0].text)
            words = set(tokens(concept.clauses[0].text))
            self._named[concept] = [
                other
                for other in self.part(concept.place.citation.note).concepts
                if other is not concept and any(n in squeezed if len(n) > 4 else n in words for n in other.names)
            ]
        return self._named[concept]

    def is_askable(self, concept: Concept) -> bool:
        """True for a name that a stem can ask about.

        Not for "insumo: mede os recursos" beside "produto: mede …" and more so: what they measure by, a title says.
        """
        opening = first_word(concept.clauses[0].text)
        alike = [
            other
            for other in self.siblings(concept)
            if other.term.isalpha() and other.term.islower() and first_word(other.clauses[0].text) == opening
        ]
        sorts = concept in alike and concept.clauses[0].shape is Shape.VERB and len(alike) >= _FEWEST_SORTS
        named = name_key(concept.clauses[0].text) in self._heading_names(concept.place.citation.note)
        return is_understood(concept) and not (sorts or named)

    def _heading_names(self, path: str) -> frozenset[str]:
        """Return the keys of the names of a note's headings: "negativa = mandado de segurança" defines nothing."""
        if path not in self._headings:
            headings = (block for block in self._notes[path].blocks if block.kind is BlockKind.HEADING)
            self._headings[path] = frozenset(name_key(main_name(block.text)) for block in headings)
        return self._headings[path]

    def siblings(self, concept: Concept) -> list[Concept]:
        """Return what stands beside a concept in the outline, itself included."""
        return [c for c in self.part(concept.place.citation.note).concepts if c.siblings == concept.siblings]

    def _beside(self, group: Group) -> list[Group]:
        return [
            other
            for other in self.part(group.place.citation.note).groups
            if other is not group
            and other.kind is group.kind
            and not other.names & group.names
            and _is_comparable(group, other)
            and not _may_share(group, other)
        ]

    def _is_outside(self, group: Group, member: str) -> bool:
        key = name_key(main_name(member))
        for own in group.members:
            mine = name_key(main_name(own))
            if key in mine or mine in key or shares_word(own, member):
                return False
        proper = sum(map(is_proper, group.members)) * 2 > len(group.members)
        if is_proper(member) != proper or shares_word(member, group.label):
            return False
        first = group.members[0]
        if _is_infinitive(member) != _is_infinitive(first) or is_plural(member) != is_plural(first):
            return False
        if is_bare_adjective(member) != is_bare_adjective(first):
            return False  # "operável" beside "definição"
        return not self.support.lists(group.names, member)


def _is_within_text(part: str, whole: str) -> bool:
    """True for "leitura" and "leitura de e-mail"; not for "5 dias" and "15 dias"."""
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", whole) is not None


def _is_partly(one: str, other: str) -> bool:
    """True for "poda e rega" beside "poda de ramos": half of what one says may be true of the other."""
    return any(" e " in value for value in (one, other)) and shares_word(one, other)


def _can_be_offered(concept: Concept) -> bool:
    """True for a name that an option can show: not "unidade/totalidade", "algo que se sabe", "pública" or "run -d"."""
    name = main_name(concept.term)
    loose = "/" in name or " que " in name or " -" in name or is_numeral(name)
    return not loose and (concept.is_english or not is_elliptical(name))


def are_akin(one: Concept, other: Concept) -> bool:
    """True for what stands side by side in a note, or is named or defined as of one sort: "rede que …", "rede de …"."""
    named = " " in one.term and " " in other.term and same_head(one.term, other.term)  # "poder de polícia"
    return one.siblings == other.siblings or named or are_of_one_sort(one, other)


def are_of_one_sort(one: Concept, other: Concept) -> bool:
    """True for what is defined by the same noun: "rede que …", "rede de …"."""
    first, second = one.clauses[0], other.clauses[0]
    named = {first.shape, second.shape} <= {Shape.NOUN, Shape.DETERMINED}
    return named and same_head(without_article(first.text), without_article(second.text))


def _is_comparable(group: Group, other: Group) -> bool:
    """True for lists of one kind of thing or of one thing, side by side; not for any two lists of a note."""
    beside = other.siblings == group.siblings
    alike = shares_word(other.label, group.label) if group.kind is GroupKind.PLURAL else True
    return (beside and alike) or same_head(other.label, group.label)


def _may_share(group: Group, other: Group) -> bool:
    """True for "vantagens do RAID 0" and "vantagens do RAID 1": what is in one list may be in the other as well."""
    return fold(first_word(group.label)) in _OPEN_LABELS and same_head(group.label, other.label)


def is_shared(clause: Clause) -> bool:
    """True for a property that siblings may well have too, by the notes or not: "mantém a ordem", "não tem sede".

    So for "aquele que …", whose gender tells of what.
    """
    told = len(content_tokens(clause.text))
    brief = told < (_FEWEST_TOLD if clause.shape is Shape.VERB else _FEWEST_NAMED)
    return clause.text.startswith(("não ", "aquele ", "aquela ")) or brief


def _is_loose(text: str) -> bool:
    """True for "uma das formas de virtualização", which fits its siblings too."""
    loose = re.match(
        r"(?:é\s+|são\s+)?(?:um dos|uma das|(?:uma?\s+)?(?:tipo|forma|espécie|exemplo|parte|modalidade)\s+d[aeo]s?)\s",
        text,
        re.IGNORECASE,
    )
    return bool(loose) and len(content_tokens(text)) <= 5


def _are_related(one: Concept, other: Concept) -> bool:
    """True for concepts that share a name, or stand one below the other."""
    if one.names & other.names or _is_within(one, other) or _is_within(other, one):
        return True
    return any(a in b or b in a for a in one.names for b in other.names if min(len(a), len(b)) > 3)


def _is_within(one: Concept, other: Concept) -> bool:
    same_note = one.place.citation.note == other.place.citation.note
    return same_note and other.place.block in one.place.ancestors


def _is_infinitive(text: str) -> bool:
    return fold(first_word(text)).endswith(("ar", "er", "ir"))
