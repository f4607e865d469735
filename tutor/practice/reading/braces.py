"""Reads the sets that a student writes in braces: "componentes { a, b }"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tutor.notes import read_statement
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.articles import subject_of, with_subject_article
from tutor.practice.grammar.endings import is_bare_adjective, is_elliptical
from tutor.practice.grammar.labels import uncounted, without_count
from tutor.practice.grammar.nouns import common_form
from tutor.practice.grammar.shapes import agreeing, begins_with_verb, is_finite
from tutor.practice.grammar.standalone import begins_with_reference
from tutor.practice.grammar.themes import about
from tutor.practice.grammar.verbs import (
    PREPOSITIONS,
    QUANTIFIERS,
    first_word,
    is_infinitive,
    is_participle,
    is_verb_form,
    last_word,
    words,
)
from tutor.practice.grammar.wording import clean_clause, main_name, name_key, name_of
from tutor.practice.reading.knowledge import GroupKind
from tutor.practice.reading.lists import (
    Listed,
    is_class,
    is_list_label,
    kind_of,
    leads_a_list,
    members_of,
    open_sentence,
)
from tutor.practice.reading.source import Source, Unit

_BARE_MODAL = re.compile(r"não (?:pode|podem|deve|devem)\s", re.IGNORECASE)
_COUNTED = re.compile(r"([^,;]+),.*?\b\d+ ([a-zà-ÿ]+)")
"""A name and how many of its parts there are: "kill chain, Lockheed Martin 2011, 7 fases"."""
_ARROW_BEHIND = re.compile(r"[^{};]+(?:->|→|=>)")
_DEFINES = re.compile(r"[^{}():;]{1,60}?\s?(?:-+>|=+>|[→⇒])\s")
_FEWEST_KINDS = 2  # sets beside one that tell that the name above has kinds


def braced(unit: Unit, source: Source) -> Iterator[Listed]:
    """Yield the sets `label { a, b }`."""
    for written in unit.statement.sets:
        raw, members = _label_of_set(written.label, unit), members_of(written.members)
        if not raw or not written.braced or len(members) < max(2, len(written.members)):
            continue
        if defines(raw, unit):
            label = source.outline.full_name(unit.block, name_of(unit.statement.label))
            if label and kind_of(label) is GroupKind.PLURAL:  # of one thing that is defined, they are examples
                yield Listed(label, kind_of(label), members)
        elif is_finite(raw) or leads_a_list(raw) or begins_with_verb(raw) or _ends_in_verb(raw):
            if (lead := _lead_of(raw, unit, source)) and _is_left_open(raw):
                yield Listed(lead, GroupKind.LEAD, members)
        elif not _is_one_of_several(unit, source) and (full := _owned(raw, unit, source)):
            pieces = tuple(re.split(r"[,/]|\s[-–]\s", written.label))
            yield Listed(full, kind_of(full), members, pieces)


def definitions_in(unit: Unit) -> list[Unit]:
    """Return the parts of a line that defines several terms, "muda -> …; vaso -> …", each for itself; else the line."""
    parts: list[str] = []
    for piece in re.split(r";\s+(?![^{}()]*[})])", unit.text):
        if not parts or _DEFINES.match(piece):
            parts.append(piece)
        else:
            parts[-1] += f"; {piece}"
    return [replace(unit, statement=read_statement(part), text=part) for part in parts] if len(parts) > 1 else [unit]


def _is_left_open(raw: str) -> bool:
    """True for words that go on in the set, "promove", "dá acesso a"; not for "pede resgate", which has its object."""
    *_, before, last = ("", *words(raw))
    told = is_verb_form(before) and not is_verb_form(last) and not last.endswith("s")
    return leads_a_list(raw) or not told or last in PREPOSITIONS or is_infinitive(last) or is_participle(last)


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
        *others, raw = re.split(r"[,;]\s", raw)  # "mecanismos padrão, clientes heterogêneos { celular, tablet }"
        if others and kind_of(uncounted(raw)) is not GroupKind.PLURAL:
            return ""  # "corpo que queima, acesso por porta { … }"
    told = re.fullmatch(r"(\S+[^s\s]) (\S+s d[eoa]s? .+)", raw)
    if told and told[1] in lexicon.NOUN_OR_VERB:
        raw = told[2]  # "conta movimentos de dados { entrada, saída }"
    first = words(raw)[:1]
    loose = re.match(r"(?:uma?|mas|nem)\s|[^()]*\s[-–—]\s", raw) or not first or first[0].casefold() in PREPOSITIONS
    return "" if loose else raw


def _label_from(raw: str) -> str:
    """Return the name of a set without its count and what is said behind it: "condições (1971), todas simultâneas"."""
    return re.sub(r"(?<=\)),\s.*$", "", without_count(uncounted(name_of(raw))))


def _owned(raw: str, unit: Unit, source: Source) -> str:
    """Return the label of a set with what it lacks: the term it helps to define ("protocolos do NAS"), or a name above.

    Empty where it could be anything of the term: "defesa".
    """
    label = _label_from(raw)
    term = main_name(uncounted(name_of(unit.statement.label))) if unit.statement.terms else ""
    counted = _COUNTED.fullmatch(raw)
    if counted and not term and is_list_label(counted[2]):
        return about(f"{counted[2]} de", common_form(name_of(counted[1]), source.genders), source.genders)
    another = _ARROW_BEHIND.match(unit.statement.definition) is not None
    if not label or (term and (another or begins_with_verb(term))):
        return ""  # "fases { … }" behind "é diferente de 2PC", or behind "governo: IN 94 -> contratação de TIC"
    if term and name_key(term) != name_key(main_name(label)) and len(words(main_name(label))) == 1:
        owner = common_form(re.sub(r"\s[-–—]\s.*$", "", term), source.genders)
        loose = is_elliptical(owner) and subject_of(owner, source.genders) == owner  # "fases de otimista"
        if loose or not is_list_label(label):
            return ""
        return about(f"{main_name(label)} de", owner, source.genders)
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
    lead = open_sentence(raw)
    last = last_word(lead)
    if not lead or not (leads_a_list(raw) or is_verb_form(last) or is_infinitive(last) or _ends_in_verb(lead)):
        return ""
    if not unit.statement.terms:
        lead = re.sub(r"^(não) (?=(?:pode|deve) [^\W\d_]+[aei]r\b)", r"\1 se ", lead, flags=re.IGNORECASE)
    if is_verb_form(first_word(lead)) or (unit.statement.terms and _BARE_MODAL.match(lead)):
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
