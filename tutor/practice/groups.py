"""Reads the lists of a note: sets in braces, enumerations, and bullets that name the members of the bullet above."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tutor.language import fold
from tutor.practice import lexicon
from tutor.practice.articles import subject_of, with_subject_article
from tutor.practice.endings import ends_as_act, is_bare_adjective, looks_adjectival
from tutor.practice.enumerations import enumerated_members
from tutor.practice.knowledge import Group, GroupKind
from tutor.practice.nouns import common_form, is_plural
from tutor.practice.shapes import agreeing, is_finite
from tutor.practice.source import Source, Unit
from tutor.practice.spelling import written_out
from tutor.practice.standalone import begins_with_reference
from tutor.practice.stems import about
from tutor.practice.topics import is_generic, label_of, needs_complement, uncounted
from tutor.practice.verbs import (
    PREPOSITIONS,
    QUANTIFIERS,
    SUBORDINATORS,
    is_infinitive,
    is_participle,
    is_verb_form,
    words,
)
from tutor.practice.wording import clean_clause, is_presentable, main_name, name_key, name_of, with_aliases
from tutor.types import Block, BlockKind, Form, Marker

_LEAD_END = re.compile(
    r"(?:\b(?:como|são|incluem?|abrangem?|compreendem?|seguintes|por|em|entre)|:)\s*$", re.IGNORECASE
)
_OPEN_LIST = re.compile(
    r"\betc\b|\.\.\.|…|entre\s+outr|dentre\s+outr|\bcomo\b|por\s+exemplo|\bexs?\b|\bexemplos?\b", re.IGNORECASE
)
_MERITS = {Marker.ADVANTAGE: "vantagens de", Marker.DISADVANTAGE: "desvantagens de"}
_MERITS_OF = re.compile(
    r"(?:(?:des)?vantagens|benefícios|limitações|prós)(?:\s+e\s+(?:desvantagens|limitações|contras))?(?:\s+d[eoa]s?\s+|$)",
    re.IGNORECASE,
)
_DANGLING_LABEL = re.compile(r"\b(?:citad|cobrad|vist|estudad)[oa]s$|\bimportantes$", re.IGNORECASE)
_BARE_MODAL = re.compile(r"não (?:pode|podem|deve|devem)\s", re.IGNORECASE)
_FEWEST_OF_A_CLASS = 3  # "emenda { fusão, mecânica }" are what a noun is, not what it holds
_FEWEST_KINDS = 2  # sets beside one that tell that the name above has kinds
_LONGEST_MEMBER = 90
_SHORTEST_LABEL = 4  # letters of a plural; "pós" is none
_ENGLISH_PREDICATES = frozenset("no not only is are has have can creates uses allows keeps does needs".split())


def read_groups(source: Source) -> Iterator[Group]:
    """Yield the lists of a note in its order; none of an English one, as what is asked of lists is Portuguese."""
    for unit in source.units if not source.is_english else ():
        found = [*_braced(unit, source), *_enumerated(unit, source)]
        if unit.lines is None:
            found += _listed_below(unit, source)
        yield from (group for group in found if _is_sound(group, source))


def _is_sound(group: Group, source: Source) -> bool:
    """True unless the label names nothing alone, or the members are some of them traits, some names."""
    if not _is_sound_label(main_name(group.label), group.kind):
        return False
    opening = {words(member)[0].casefold() for member in group.members}
    one_word = " " not in main_name(group.label)  # "segurança { pentest, fuzzing, revisão }"
    few = group.kind is GroupKind.CLASS and (one_word or len(group.members) < _FEWEST_OF_A_CLASS)
    if few or opening & (SUBORDINATORS | {"e", "ou"}) or (group.kind is not GroupKind.LEAD and opening & PREPOSITIONS):
        return False
    if all(map(is_infinitive, opening)) and group.kind is GroupKind.PLURAL and not is_class(group.label):
        return False  # "ameaças { evitar, mitigar }": what is done about them
    if sum(re.search(r"\D\s\d+%?$", member) is not None for member in group.members) > 1:
        return False  # "OSPF 110, RIP 120": each with its value
    if any(re.match(r"\d+(?:\s|$)", member) for member in group.members) and not re.match(r"\d", group.label):
        return False  # "14 gerais", "5 de governança"
    traits = sum(_is_trait(member) or _qualifies(member, source) for member in group.members)
    return group.kind is GroupKind.LEAD or traits in {0, len(group.members)}


def _is_sound_label(label: str, kind: GroupKind) -> bool:
    """True unless a label lacks its noun or its owner, counts, or ends in a clause: "padrões que ajudam"."""
    first = words(label)[0]
    if (
        re.match(r"\d+\s|.*\s(?:x|vs\.?)\s", label)
        or first.lower() in QUANTIFIERS | {"quanto", "sempre", "exceções"}
        or (kind is GroupKind.PLURAL and len(words(label)) == 1)  # "valores": of what?
        or needs_complement(label)
        or _DANGLING_LABEL.search(label)
        or (kind is not GroupKind.LEAD and is_infinitive(words(label)[-1]) and " " in label)
    ):
        return False
    named = kind is GroupKind.LEAD or not is_bare_adjective(first.lower())
    loose = kind is GroupKind.CLASS and first.islower() and is_plural(label) is None
    return (
        named and not loose and not (kind is not GroupKind.LEAD and " que " in label and is_verb_form(words(label)[-1]))
    )


def leads_a_list(text: str) -> bool:
    """True for a bullet that ends where its list begins: "pode ser afetado por fatores como"."""
    return bool(_LEAD_END.search(text.strip()))


def is_class(label: str) -> bool:
    """True for a plural that names what its members are: "tipos de X", "princípios"."""
    return bool(label) and fold(words(label)[0].split("/")[0]) in lexicon.CLASSES


def is_list_label(label: str) -> bool:
    """True for a name that a list may follow: a class, or any plural in lower case or of one word."""
    return is_class(label) or (
        len(label) > _SHORTEST_LABEL and is_plural(label[:1].lower() + label[1:]) is True if label else False
    )


def _braced(unit: Unit, source: Source) -> Iterator[Group]:
    """Yield the sets `label { a, b }`."""
    for written in unit.statement.sets:
        raw, members = _label_of_set(written.label, unit), _members(written.members)
        if not raw or not written.braced or len(members) < max(2, len(written.members)):
            continue
        if defines(raw, unit):
            label = source.outline.full_name(unit.block, name_of(unit.statement.label))
            if label:
                yield _group(source, unit, _Listed(label, _kind_of(label), members))
        elif is_finite(raw) or leads_a_list(raw) or is_verb_form(words(raw)[0]) or _ends_in_verb(raw):
            if lead := _lead_of(raw, unit, source):
                yield _group(source, unit, _Listed(lead, GroupKind.LEAD, members))
        elif not _is_one_of_several(unit, source) and (full := _owned(uncounted(name_of(raw)), unit, source)):
            pieces = tuple(re.split(r"[,/]|\s[-–]\s", written.label))
            yield _group(source, unit, _Listed(full, _kind_of(full), members, pieces))


def _is_one_of_several(unit: Unit, source: Source) -> bool:
    """True for "estados { … }" beside "municípios { … }": not what the name above has, but one of its kinds."""
    above = source.parent(unit.block)
    beside = source.children(above) if above is not None else []
    others = [block.statement for block in beside if block.statement.sets and block is not unit.block]
    kinds = [said for said in others if not said.terms and not is_class(said.sets[0].label)]
    return len(kinds) >= _FEWEST_KINDS


def _label_of_set(written: str, unit: Unit) -> str:
    """Return the words that a set in braces is said of, empty where they are not the name of what it holds."""
    raw = re.sub(r"^(?:são|é|e|ou|x|and|or)\s+", "", written, flags=re.IGNORECASE)
    if re.search(r"\}\s*,", unit.text):  # a, b { c }, d: the set is of the last name before it
        raw = raw.split(",")[-1].strip()
    elif unit.statement.terms and raw in unit.statement.definition:
        raw = re.split(r"[,;]\s", raw)[-1]  # "mecanismos padrão, clientes heterogêneos { celular, tablet }"
    first = words(raw)[:1]
    loose = re.match(r"(?:uma?|mas|nem)\s|[^()]*\s[-–—]\s", raw) or not first or first[0].casefold() in PREPOSITIONS
    return "" if loose else raw


def _owned(label: str, unit: Unit, source: Source) -> str:
    """Return a label with what it lacks: the term that it helps to define ("protocolos do NAS"), else a name above.

    Empty where it could be anything of the term: "defesa".
    """
    term = main_name(name_of(unit.statement.label)) if unit.statement.terms else ""
    if not label:
        return ""
    if term and name_key(term) != name_key(main_name(label)) and len(words(main_name(label))) == 1:
        if not is_list_label(label):
            return ""
        return about(f"{main_name(label)} de", common_form(term, source.genders), source.genders)
    return source.outline.full_name(unit.block, label)


def defines(raw: str, unit: Unit) -> bool:
    """True where the words before a brace define the bullet's term, and the set holds kinds or examples of it."""
    if not unit.statement.terms or not name_of(unit.statement.label):
        return False
    plain = [word for word in words(raw) if not word.endswith("mente")]
    if len(plain) == 1 and is_list_label(plain[0]):
        return False  # "iptables: tabelas { filter, nat }"
    if not plain or leads_a_list(raw) or is_verb_form(plain[-1]) or is_finite(raw):
        return False
    if is_infinitive(plain[-1]) and len(plain) > 1 and is_verb_form(plain[-2]):
        return False
    defined = clean_clause(raw)
    return bool(defined) and defined == clean_clause(unit.statement.definition.split("{")[0])


def _lead_of(raw: str, unit: Unit, source: Source) -> str:
    """Return "container promove" for a set whose label is only "promove"; empty where there is no sentence."""
    lead = _open_sentence(raw)
    last = words(lead)[-1] if lead else ""
    if not lead or not (leads_a_list(raw) or is_verb_form(last) or is_infinitive(last) or _ends_in_verb(lead)):
        return ""
    if not unit.statement.terms:
        lead = re.sub(r"^(não) (?=(?:pode|deve) [^\W\d_]+[aei]r\b)", r"\1 se ", lead, flags=re.IGNORECASE)
    if is_verb_form(words(lead)[0]) or (unit.statement.terms and _BARE_MODAL.match(lead)):
        name = common_form(name_of(unit.statement.label), source.genders) if unit.statement.terms else ""
        owner = main_name(source.outline.qualified(unit.block, name)) if name else ""
        return agreeing(subject_of(owner, source.genders), lead) if owner and not is_bare_adjective(owner) else ""
    if unit.statement.terms or not (is_finite(lead) or _ends_in_verb(lead)) or begins_with_reference(lead):
        return ""  # "bônus: não se acumulam { … }": what, the name before says
    return with_subject_article(lead, source.genders)


def _ends_in_verb(label: str) -> bool:
    """True for "inode guarda": a noun that is a verb there, as nothing joins it to the one before."""
    before, last = (["", *words(label)])[-2:]
    joins = PREPOSITIONS | QUANTIFIERS | {"e", "ou"}
    return bool(before) and last in lexicon.NOUN_OR_VERB and not {before, last} & joins


def _open_sentence(text: str) -> str:
    """Return the beginning of a sentence that a list ends, cleaned."""
    bare = re.sub(r"\b(?:os|as)?\s*seguintes\s*:?\s*$", "", text.strip())
    named = bare.endswith(":") and not (is_verb_form(words(bare)[-1]) or _LEAD_END.search(bare.rstrip(": ")))
    lead = clean_clause(f"{bare.rstrip(': ')} X").removesuffix(" X")
    return f"{lead}:" if lead and named else lead


def _enumerated(unit: Unit, source: Source) -> Iterator[Group]:
    """Yield "fundamentos da República: soberania, cidadania, …"."""
    label = common_form(uncounted(name_of(unit.statement.label)), source.genders)
    sentence = unit.statement.form is Form.COPULA
    raw = enumerated_members(unit.statement.definition) if is_list_label(label) and not sentence else ()
    members = _members(raw)
    mixed = 0 < sum(map(is_bare_adjective, members)) < len(members)  # "objeto lícito, possível"
    if needs_complement(label) and unit.lines is not None:
        return  # of what, the sentence before says
    whole = len(members) >= 3 and len(members) == len(raw) and not mixed
    if whole and (full := source.outline.full_name(unit.block, label)):
        yield _group(source, unit, _Listed(full, GroupKind.PLURAL, members))


def _listed_below(unit: Unit, source: Source) -> Iterator[Group]:
    """Yield the groups that the bullets right below are members of: advantages, a list led in, a class."""
    items = [item for item in source.children(unit.block) if not is_generic(item.statement.label or item.text)]
    if len(items) < 2 or any(item.kind is not BlockKind.ITEM for item in items) or unit.statement.sets:
        return
    for marker, label in _MERITS.items():
        yield from _merits(unit, [item for item in items if item.statement.marker is marker], label, source)
    if 0 < sum(" = " in item.text for item in items) < len(items) or len({i.statement.marker for i in items}) > 1:
        return  # one of them is no member: "padrão do PostgreSQL = read committed", or speaks against, not for
    members = _members([_item_name(item) for item in items])
    if len(members) != len(items) or len(members) < 3:
        return
    if leads_a_list(unit.text):
        named = unit.statement.terms and unit.statement.form is not Form.ASIDE
        lead = (
            ""
            if named
            else with_subject_article(common_form(_open_sentence(unit.text), source.genders), source.genders)
        )
        if lead and is_finite(lead) and not begins_with_reference(lead):
            yield _group(source, unit, _Listed(lead, GroupKind.LEAD, members), items[-1])
        return
    label = label_of(unit.block)
    if re.search(r",\s+em\s+\d", unit.text):
        return  # "40 objetivos, em 5 domínios": these are the domains
    alike = len({bool(item.statement.sets) for item in items}) == 1
    if unit.block.kind is BlockKind.HEADING:
        alike = alike and len({bool(item.statement.terms) for item in items}) == 1
    full = source.outline.full_name(unit.block, common_form(label, source.genders))
    if full and is_class(label) and alike and not unit.statement.definition:
        yield _group(source, unit, _Listed(full, GroupKind.PLURAL, members), items[-1])


def _merits(unit: Unit, marked: Sequence[Block], label: str, source: Source) -> Iterator[Group]:
    """Yield the bullets that one sign marks, as advantages or disadvantages of the term above them."""
    members = _members([_item_name(item) for item in marked])
    owner = _MERITS_OF.sub("", main_name(label_of(unit.block)))
    alike = len({is_bare_adjective(words(member)[0]) for member in members}) == 1
    several = alike and len(members) >= 2 and not any("," in member for member in members)
    if several and len(members) == len(marked) and owner and not needs_complement(owner):
        label = about(label, common_form(owner, source.genders), source.genders)
        yield _group(source, unit, _Listed(label, GroupKind.PLURAL, members), marked[-1])


@dataclass(frozen=True, slots=True)
class _Listed:
    """A label, how it goes with its members, and the members; `aliases` are other names of the label."""

    label: str
    kind: GroupKind
    members: tuple[str, ...]
    aliases: tuple[str, ...] = ()


def _group(source: Source, unit: Unit, listed: _Listed, last: Block | None = None) -> Group:
    """Return the group; `last` is its last bullet where the members are bullets."""
    label, kind = listed.label, listed.kind
    if kind is GroupKind.PLURAL:
        label = main_name(re.sub(r"\s[-–—]\s*\d+$", "", label))
    shown = common_form(label, source.genders) if kind is not GroupKind.LEAD else label
    if kind is GroupKind.CLASS and (heading := _heading_of(listed.members, source)):
        shown, kind = about(heading, shown, source.genders), GroupKind.PLURAL
    written = (*listed.aliases, *unit.statement.terms)
    above = source.parent(unit.block)
    if above is not None and any(_is_completed(name_of(name), label) for name in written):
        written = (label_of(above),)
    names = (name_key(name) for name in (label, main_name(label), *written))
    return Group(
        label=shown,
        names=frozenset(name for name in names if len(name) > 1),
        kind=kind,
        members=_in_common_form(listed.members, source),
        place=source.place(unit, last),
        siblings=(source.note.path, unit.block.parent, "set"),
        closed=not _OPEN_LIST.search(unit.text),
    )


def _heading_of(members: Sequence[str], source: Source) -> str:
    """Return what members are that qualify the name of their list, not kinds of it; empty where they are names."""
    return "características de" if all(_is_trait(member) or _qualifies(member, source) for member in members) else ""


def _qualifies(member: str, source: Source) -> bool:
    """True for "estratificada": an adjective."""
    first = words(re.sub(r"^não\s+", "", member))[:1]
    listed = not first or source.genders.is_listed(first[0])
    described = bool(first) and first[0] in lexicon.ADJECTIVES and not ends_as_act(first[0])
    return member[:1].islower() and (described or (not listed and looks_adjectival(first[0])))


def _is_trait(member: str) -> bool:
    """True for "sem conexão", "mínimo de 3 discos", "orientado à conexão"."""
    first, second = ([word.casefold() for word in words(member)] + ["", ""])[:2]
    measured = re.search(r"\s\d+\s+[a-zà-ÿ]{2,}", member) is not None
    return first in {"sem", "mais", "menos"} or measured or (is_participle(first) and second in PREPOSITIONS)


def _is_completed(name: str, label: str) -> bool:
    """True for "algoritmos" in a label "algoritmos do aprendizado supervisionado", which others are not named by."""
    return bool(name) and re.match(rf"{re.escape(main_name(name))}\s+d[eoa]s?\s", label, re.IGNORECASE) is not None


def _in_common_form(members: tuple[str, ...], source: Source) -> tuple[str, ...]:
    """Return members in lower case where all of them are common nouns that only begin with a capital."""
    if all(re.match(r"[A-ZÀ-Þ][a-zà-ÿ]+\s[a-zà-ÿ][^A-ZÀ-Þ]*$", member) for member in members):
        return tuple(member[:1].lower() + member[1:] for member in members)
    lowered = tuple(common_form(member, source.genders) for member in members)
    return lowered if all(member[:1].islower() for member in lowered) else members


def _members(raw: Sequence[str]) -> tuple[str, ...]:
    """Return members as they are shown; those that cannot be shown or repeat one are left out."""
    shown = [re.sub(r"^(?:e|ou)\s+", "", clean_clause(with_aliases(written_out(member)))) for member in raw]
    whole = [m for m in shown if 0 < len(m) <= _LONGEST_MEMBER and not re.search(r"\s[-–—]\s|\(\+", m)]
    fit = [m for m in whole if not re.match(r"exs?\b", m) and not _is_predicate((words(m) or [m])[0])]
    return tuple(dict.fromkeys(fit))


def _is_predicate(first: str) -> bool:
    """True for the first word of what tells something and names nothing: "tolera", "only"."""
    return is_verb_form(first) or first in _ENGLISH_PREDICATES


def _item_name(item: Block) -> str:
    """Return the name of a bullet, empty where it says more than a name."""
    statement = item.statement
    if statement.terms and statement.form is not Form.ASIDE:
        shown = name_of(statement.terms[0])
    else:
        shown = clean_clause(statement.label)
    bad = not shown or is_finite(shown) or len(shown.split()) > 8
    return "" if bad or not is_presentable(shown) else shown


def _kind_of(label: str) -> GroupKind:
    head = words(label)[0]
    return GroupKind.PLURAL if is_plural(label) and not head.isupper() else GroupKind.CLASS
