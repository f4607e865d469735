"""Reads the lists of a note: sets in braces, enumerations, and bullets that name the members of the bullet above."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tutor.language import fold, is_dictionary_word
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.articles import with_subject_article
from tutor.practice.grammar.endings import ends_as_act, is_bare_adjective, looks_adjectival
from tutor.practice.grammar.enumerations import enumerated_members
from tutor.practice.grammar.labels import SCALE, is_generic, label_of, needs_complement, uncounted, without_count
from tutor.practice.grammar.nouns import common_form, is_plural
from tutor.practice.grammar.phrases import runs_together
from tutor.practice.grammar.shapes import is_finite
from tutor.practice.grammar.standalone import begins_with_reference
from tutor.practice.grammar.themes import about
from tutor.practice.grammar.untold import leaves_untold
from tutor.practice.grammar.verbs import (
    PREPOSITIONS,
    QUANTIFIERS,
    SUBORDINATORS,
    first_word,
    is_infinitive,
    is_participle,
    is_verb_form,
    last_word,
    words,
)
from tutor.practice.grammar.wording import main_name, name_key, name_of, without_glosses
from tutor.practice.reading.braces import braced, definitions_in
from tutor.practice.reading.knowledge import Group, GroupKind
from tutor.practice.reading.lists import (
    Listed,
    in_common_form,
    is_class,
    is_list_label,
    item_name,
    leads_a_list,
    members_of,
    names_kind,
    open_sentence,
)
from tutor.practice.reading.source import Source, Unit
from tutor.types import Block, BlockKind, Form, Marker

_OPEN_LIST = re.compile(
    r"\betc\b|\.\.\.|…|entre\s+outr|dentre\s+outr|\bcomo\b|por\s+exemplo|\bexs?\b|\bexemplos?\b", re.IGNORECASE
)
_MERITS = {Marker.ADVANTAGE: "vantagens de", Marker.DISADVANTAGE: "desvantagens de"}
_MERITS_OF = re.compile(
    r"(?:(?:des)?vantagens|benefícios|limitações|prós)(?:\s+e\s+(?:desvantagens|limitações|contras))?(?:\s+d[eoa]s?\s+|$)",
    re.IGNORECASE,
)
_DANGLING_LABEL = re.compile(
    r"\b(?:citad|cobrad|vist|estudad)[oa]s$|\b(?:vedad|proibid|permitid|admitid)[oa]s?$"
    r"|\b(?:importantes|comuns|(?:clássic|típic)[oa]s)$|^(?:des)?vantagens (?-i:[A-Z])",
    re.IGNORECASE,
)
_RULES = re.compile(
    r"(?:vedad|proibid|permitid|admitid|obrigatóri|facultativ|dispensad|exigid|corret|incorret|errad|cert)[oa]s?",
    re.IGNORECASE,
)
"""What a heading says that names no things, but what may be done or must be."""
_ARROWS = re.compile(r"\s*(?:-+>|=+>|→)\s*(?=[^<>]*$|[^<>;,]*(?:->|=>|→))")
_NUMBERED = re.compile(r"\s*(?:>\s*)?\d+[.)º]\s")
_ORDERED = frozenset("etapas fases estagios passos momentos niveis camadas graus".split())
"""What comes in an order where a list of them is numbered."""
_LONGEST_NAME = 7  # words of a bullet that only names
_OF_THE_STUDENT = frozenset(
    """observacoes pontos duvidas questoes cuidados dicas notas anotacoes exercicios links assuntos topicos temas
    resumos lembretes pegadinhas coisas detalhes comentarios referencias informacoes conceitos nocoes""".split()
)
"""What a heading says of the notes, not of their subject."""
_OF_SOME = frozenset(
    "processo metodo nucleo parede sistema modelo ciclo projeto caso termo tema texto grupo trabalho".split()
)
"""What needs to be told apart from others of its sort: "regras do método"."""
_IS_OF_NOTES = re.compile(r"arts?\.? ?\d|(?:teoria geral|introducao|conceitos?|definicao|resumo|outros|geral)$")
"""What a heading in a list says of the notes, and no list of things does."""
_PROCESSES = frozenset("processo ciclo fluxo procedimento rito roteiro tramite tramitacao".split())
"""What a numbered list below tells the steps of."""
_PLACES = frozenset("depois antes após durante dentro fora além acima abaixo".split())
_FEWEST_OF_A_CLASS = 3  # "emenda { fusão, mecânica }" are what a noun is, not what it holds
_LONGEST_KIND = 3  # words of a member that one of its list may be an adjective beside
_NO_KIND = re.compile(r"\S+s (?:e \S*[^s\s] d[eoa]s?|n[oa]s?) ")
"""How a label begins that joins two things that it tells, or says where: "grupos e saída de processos"."""
_HOW_MANY = re.compile(r"\se (?:quantidade|número)(?= d[eoa]s? )")
_OF_NAME = re.compile(r"(?!(?:des)?vantagens)\S+\s(?:.*\s)?de (?:[A-ZÀ-Þ]|v[ao]n )")
"""A name without an article, which only the student knows that it has none: "condições de Coffman", not "… de OPEP"."""


def read_groups(source: Source) -> Iterator[Group]:
    """Yield the lists of a note in its order; none of an English one, as what is asked of lists is Portuguese."""
    groups = list(_sound_groups(source))
    acronyms = Counter(group.siblings for group in groups if _is_acronym(group))
    yield from (group for group in groups if not _is_acronym(group) or acronyms[group.siblings] > 1)


def _is_acronym(group: Group) -> bool:
    """True for "DML { INSERT, UPDATE }", which says what only beside "DDL { CREATE, DROP }"."""
    name = main_name(group.label)
    return group.kind is GroupKind.CLASS and name.isupper() and name.isalpha()


def _sound_groups(source: Source) -> Iterator[Group]:
    for unit in source.units if not source.is_english else ():
        found = [
            *(_group(source, part, listed) for part in definitions_in(unit) for listed in braced(part, source)),
            *_enumerated(unit, source),
            *_enumerated_below(unit, source),
        ]
        if unit.lines is None:
            found += _listed_below(unit, source)
        yield from (group for group in found if _is_sound(group, source))


def _is_sound(group: Group, source: Source) -> bool:
    """True unless the label names nothing alone, or the members are some of them traits, some names."""
    label = main_name(group.label)
    complement = re.search(r"\sd[oa]s? (\w+)$", label)  # "princípios da pública"
    loose = complement and complement[1] in lexicon.ADJECTIVES and is_bare_adjective(complement[1])
    loose = loose or (complement is not None and fold(complement[1]) in _OF_SOME)
    loose = loose or re.search(r"\sd[ao] (?:definição|conceito|formulação)\b", label) is not None  # of which thing?
    loose = loose or (re.fullmatch(r"\S+s \S+(?:am|em)", label) is not None and is_verb_form(last_word(label)))
    loose = loose or (group.kind is GroupKind.PLURAL and re.search(r"\sse [a-zà-ÿ]+(?:am|em)\b", label) is not None)
    loose = loose or (not group.ordered and any(_IS_OF_NOTES.match(fold(member)) for member in group.members))
    loose = loose or (group.kind is GroupKind.PLURAL and (runs_together(label) or _NO_KIND.match(label) is not None))
    behind = [first_word(piece) for piece in label.split(", ")[1:]]  # "etapas, segundo Z"
    loose = loose or (group.kind is not GroupKind.LEAD and not PREPOSITIONS.issuperset(behind))  # "vasos, 6 E's"
    loose = loose or (_OF_NAME.match(label) is not None and fold(label) not in fold(source.note.text))
    part = group.kind is GroupKind.CLASS and re.match(r"[a-zà-ÿ]+ d[oa]s? ", label) is not None
    loose = loose or (part and fold(label) in fold(source.note.text))  # "entrada da tabela { … }"
    acting = sum(_takes_object(member, source) for member in group.members)
    loose = loose or 0 < acting < len(group.members)  # "maior controle", "troca lenha por gás"
    if loose or not _is_sound_label(label, group.kind):
        return False
    opening = {first_word(member).casefold() for member in group.members}
    one_word = " " not in main_name(group.label) and not _is_acronym(group)  # "segurança { pentest, fuzzing, revisão }"
    few = group.kind is GroupKind.CLASS and (one_word or len(group.members) < _FEWEST_OF_A_CLASS)
    joined = group.kind is not GroupKind.LEAD or last_word(group.label) in PREPOSITIONS  # "dividem-se em" "de produto"
    elliptical = (
        len(group.members) >= _FEWEST_OF_A_CLASS
        and re.match(r"\S+ (?:à|ao|às|aos|contra) ", group.members[0])
        and not any(re.search(r" (?:à|ao|às|aos|contra) ", member) for member in group.members[1:])
    )  # "resistência à pré-imagem, segunda pré-imagem, colisão"
    if few or elliptical or opening & (SUBORDINATORS | {"e", "ou"}) or (joined and opening & PREPOSITIONS):
        return False
    acts = {is_infinitive(word) and fold(word) not in lexicon.NOUNS for word in opening}
    unnamed = group.kind is GroupKind.PLURAL and not is_class(group.label)
    if len(acts) > 1 or (unnamed and all(map(is_infinitive, opening))):
        return False  # "média", "somar uma constante"; "ameaças { evitar, mitigar }": what is done about them
    valued = sum(re.search(r"\D\s\d+%?$", member) is not None for member in group.members) > 1
    if valued or any(": " in member for member in group.members):
        return False  # "OSPF 110, RIP 120": each with its value; "best fit: menor espaço", with what it is
    if any(re.match(r"\d+(?:\s|$)", member) for member in group.members) and not re.match(r"\d", group.label):
        return False  # "14 gerais", "5 de governança"
    traits = sum(_is_trait(member) or _qualifies(member, source) for member in group.members)
    brief = all(len(words(main_name(member))) <= _LONGEST_KIND for member in group.members)
    few = brief and traits == 1 and len(group.members) > _FEWEST_OF_A_CLASS and names_kind(label)  # "canário", a bird
    return group.kind is GroupKind.LEAD or group.ordered or few or traits in {0, len(group.members)}


def _is_sound_label(label: str, kind: GroupKind) -> bool:
    """True unless a label lacks its noun or its owner, counts, or ends in a clause: "padrões que ajudam"."""
    first = first_word(label)
    if (
        re.match(r"\d+\s|.*\s(?:x|vs\.?)\s|.*\)\s\w", label)
        or (kind is GroupKind.PLURAL and re.search(r",\s[^,]+\se\s", label))  # "juros, perdas e danos"
        or first.lower()
        in QUANTIFIERS | SUBORDINATORS | {"quanto", "sempre", "exceções", "outros", "outras", "demais", *_PLACES}
        or (kind is GroupKind.PLURAL and re.fullmatch(r"\S+(?: e \S+)?", label))  # "valores": of what?
        or needs_complement(label)
        or _DANGLING_LABEL.search(label)
        or (kind is not GroupKind.LEAD and is_infinitive(last_word(label)) and " " in label)
        or (kind is not GroupKind.LEAD and is_finite(label))  # "as fornadas seguem três fases"
    ):
        return False
    named = kind is GroupKind.LEAD or not is_bare_adjective(first.lower())
    loose = kind is GroupKind.CLASS and is_plural(label[:1].lower() + label[1:]) is None
    return named and not loose and not (" que " in label and is_verb_form(last_word(label)))


def _enumerated(unit: Unit, source: Source) -> Iterator[Group]:
    """Yield "fundamentos da República: soberania, cidadania, …"."""
    label = common_form(without_count(uncounted(name_of(unit.statement.label))), source.genders)
    sentence = unit.statement.form is Form.COPULA
    told, ordered = unit.statement.definition, SCALE.search(unit.statement.label) is not None
    if _head(label) in lexicon.NAMING:
        told, arrows = _ARROWS.subn(", ", told)
        ordered = ordered or arrows > 0
    raw = enumerated_members(told) if is_list_label(label) and not sentence else ()
    members = members_of(raw)
    mixed = 0 < sum(map(is_bare_adjective, members)) < len(members)  # "objeto lícito, possível"
    mixed = mixed or not (is_class(label) or all(map(_names_a_thing, members)))
    opens = unit.block.text.startswith(unit.text)
    if unit.lines is not None and not opens and (needs_complement(label) or _leans_on_its_line(label, unit, source)):
        return  # of what, the sentence before says
    whole = len(members) >= 3 and len(members) == len(raw) and not mixed
    if not is_class(label) and (_is_of_a_class(unit, source) or _is_of_a_rule(unit, source)):
        return
    if whole and (full := source.outline.full_name(unit.block, label)):
        yield _group(source, unit, Listed(full, GroupKind.PLURAL, members, ordered=ordered))


def _is_of_a_class(unit: Unit, source: Source) -> bool:
    """True for "microsserviços" beside "camadas -> …" below "estilos": a member of that class, and no list."""
    above = source.parent(unit.block)
    defined = [block for block in source.beside(unit.block) if block.statement.definition]
    single = sum(is_plural(label_of(block).lower()) is False for block in defined)
    return above is not None and is_list_label(label_of(above)) and single > 1


def _is_of_a_rule(unit: Unit, source: Source) -> bool:
    """True for "palavras compostas: …" below "Proibido": cases of a rule, which names no list."""
    above = source.parent(unit.block)
    return above is not None and _RULES.fullmatch(label_of(above)) is not None


def _leans_on_its_line(label: str, unit: Unit, source: Source) -> bool:
    """True for a label "princípios expressos" amid a line, without a word of what they are."""
    at = unit.lines[0] if unit.lines else unit.block.first_line
    begins = re.sub(r"^\W+", "", source.note.lines(at, at)).casefold().startswith(label.casefold())
    return not begins and re.search(r"\sd[eoa]s?\s", label) is None


def _names_a_thing(member: str) -> bool:
    """True for a name; not for what a thing is like, "baixo alcance", "frequências acima de 24 GHz", or "dia a dia"."""
    first = first_word(member).lower()
    return first not in lexicon.ADJECTIVES and not re.search(r"\d|íssim[oa]s?\b|\b(\w+) (?:a|por) \1\b", member)


def _enumerated_below(unit: Unit, source: Source) -> Iterator[Group]:
    """Yield what a heading "Critérios de julgamento" names above a line that is nothing but names between commas."""
    above = source.parent(unit.block)
    if above is None or above.kind is not BlockKind.HEADING or unit.block.kind is not BlockKind.PARAGRAPH:
        return
    raw = enumerated_members(re.sub(r"\s*[;·•|]\s*", ", ", unit.text))
    label = common_form(label_of(above), source.genders)
    if unit.statement.terms or unit.lines or not raw or not label or not (is_class(label) or is_list_label(label)):
        return
    members = members_of(raw)
    mixed = 0 < sum(map(is_bare_adjective, members)) < len(members)
    vague = _head(label) in _OF_THE_STUDENT or is_generic(label)
    whole = len(members) == len(raw) and not mixed and not vague and not any(map(is_finite, members))
    if whole and (full := source.outline.full_name(above, label)):
        yield _group(source, unit, Listed(full, GroupKind.PLURAL, members))


def _listed_below(unit: Unit, source: Source) -> Iterator[Group]:
    """Yield the groups that the bullets right below are members of: advantages, a list led in, a class."""
    items = _items_below(unit, source)
    if len(items) < 2 or unit.statement.sets:
        return
    items[-1] = source.own_line(items[-1])
    for marker, label in _MERITS.items():
        yield from _merits(unit, [item for item in items if item.statement.marker is marker], label, source)
    if 0 < sum(" = " in item.text for item in items) < len(items) or len({i.statement.marker for i in items}) > 1:
        return  # one of them is no member: "padrão do PostgreSQL = read committed", or speaks against, not for
    members = members_of([item_name(item) for item in items])
    if len(members) != len(items) or len(members) < 3 or _heads_others(items, source):
        return
    label = label_of(unit.block)
    kinds = _head(label) in lexicon.NAMING
    label = re.sub(r"\s[-–—]\s[A-Z]{3,}$", "", label) if kinds else label  # "atributos - PATI"
    titled = unit.text.rstrip().endswith(":") and kinds and not is_finite(unit.text)  # "Etapas:"
    if leads_a_list(unit.text) and not titled:
        if lead := _lead_above(unit, source):
            yield _group(source, unit, Listed(lead, GroupKind.LEAD, members), items[-1])
        return
    if re.search(r",\s+em\s+\d", unit.text):
        return  # "40 objetivos, em 5 domínios": these are the domains
    numbered = all(_NUMBERED.match(source.note.lines(item.first_line, item.first_line)) for item in items)
    label = _with_steps(label, unit, source) if numbered else label
    alike = len({any(written.braced for written in item.statement.sets) for item in items}) == 1
    if unit.block.kind is BlockKind.HEADING:
        alike = alike and _are_of_one_form(items)
    full = source.outline.full_name(unit.block, common_form(label, source.genders))
    named = is_class(label) or _names_members(label, unit, items) or (names_kind(full) and _are_of_one_form(items))
    if full and named and alike and not unit.statement.definition:
        scaled = SCALE.search(unit.statement.label) is not None
        ordered = scaled or (numbered and _head(label) in _ORDERED)
        yield _group(source, unit, Listed(full, GroupKind.PLURAL, members, ordered=ordered), items[-1])


def _heads_others(items: Sequence[Block], source: Source) -> bool:
    """True where one bullet, "combinações", only heads what stands below it, beside others that are defined."""
    heads = [not item.statement.terms and bool(source.children(item)) for item in items]
    return any(heads) and any(item.statement.definition for item in items)


def _lead_above(unit: Unit, source: Source) -> str:
    """Return a bullet that ends where its list begins as the beginning of a sentence, empty where it is none."""
    if unit.statement.terms and unit.statement.form is not Form.ASIDE:
        return ""
    opening = open_sentence(unit.text)
    lead = with_subject_article(common_form(opening, source.genders), source.genders) if opening else ""
    told = is_finite(lead) and not (begins_with_reference(lead) or leaves_untold(lead))
    return lead if lead and told else ""


def _items_below(unit: Unit, source: Source) -> list[Block]:
    """Return the bullets right below; those below a heading in one run, whatever stands behind it.

    Empty where anything else stands before or among them: what a table lists, they only go on about.
    """
    below = source.children(unit.block)
    listed = [block for block in below if block.kind is BlockKind.ITEM]
    if not all(_NUMBERED.match(source.note.lines(item.first_line, item.first_line)) for item in listed):
        below = [item for item in below if not _is_of_no_list(item)]  # not a step "2. definição"
    places = [at for at, block in enumerate(below) if block.kind is BlockKind.ITEM]
    if len(places) == len(below) or (unit.block.kind is BlockKind.HEADING and places and places[-1] + 1 == len(places)):
        return [below[at] for at in places]
    return []


def _is_of_no_list(item: Block) -> bool:
    """True for a bullet "conceito: …" or "vaso x balde"; not for a "summary" beside other English names."""
    label = item.statement.label or item.text
    if re.search(r"\s(?:x|vs\.?)\s", label):
        return True
    return is_generic(label) and any(is_dictionary_word(word.lower(), ("pt",)) for word in words(label))


def _are_of_one_form(items: Sequence[Block]) -> bool:
    """True where each bullet defines a name, or none does."""
    return len({bool(item.statement.terms) for item in items}) == 1


def _names_members(label: str, unit: Unit, items: Sequence[Block]) -> bool:
    """True for a heading "Bases legais" above bullets that only name: a plural of two words that is of the subject."""
    named = label[:1].lower() + label[1:]
    bare = not any(item.statement.terms or item.statement.sets for item in items)
    several = len(words(named)) > 1 and is_plural(named) is True and fold(first_word(named)) not in _OF_THE_STUDENT
    brief = all(len(words(item.text)) <= _LONGEST_NAME for item in items)
    return unit.block.kind is BlockKind.HEADING and bare and several and brief


def _with_steps(label: str, unit: Unit, source: Source) -> str:
    """Return "etapas do processo de inspeção" for a heading "Processo de inspeção"."""
    steps = unit.block.kind is BlockKind.HEADING and _head(label) in _PROCESSES
    return about("etapas de", common_form(label, source.genders), source.genders) if steps else label


def _head(label: str) -> str:
    return fold(first_word(label))


def _merits(unit: Unit, marked: Sequence[Block], label: str, source: Source) -> Iterator[Group]:
    """Yield the bullets that one sign marks, as advantages or disadvantages of the term above them."""
    members = members_of([item_name(item) for item in marked])
    owner = _MERITS_OF.sub("", main_name(label_of(unit.block)))
    alike = len({is_bare_adjective(member) for member in members}) == 1
    several = alike and len(members) >= 2 and not any("," in member for member in members)
    if several and len(members) == len(marked) and owner and not needs_complement(owner):
        label = about(label, common_form(owner, source.genders), source.genders)
        yield _group(source, unit, Listed(label, GroupKind.PLURAL, members), marked[-1])


def _group(source: Source, unit: Unit, listed: Listed, last: Block | None = None) -> Group:
    """Return the group; `last` is its last bullet where the members are bullets."""
    label, kind = listed.label, listed.kind
    if kind is GroupKind.PLURAL:
        label = _HOW_MANY.sub("", label)  # "grupos e quantidade de processos"
        label = main_name(re.sub(r"\s[-–—]\s*\d+$|,\s[oa]s\s.*$", "", label))  # "técnicas, as cinco de Z"
    shown = common_form(label, source.genders) if kind is not GroupKind.LEAD else label
    if kind is GroupKind.PLURAL and is_class(shown) and first_word(shown)[1:].islower():
        shown = shown[:1].lower() + shown[1:]  # "Tipos de Forno"
    if kind is GroupKind.CLASS and (heading := _heading_of(listed.members, source)):
        shown, kind = about(heading, shown, source.genders), GroupKind.PLURAL
    if kind is GroupKind.CLASS and is_plural(shown):
        kind = GroupKind.PLURAL  # "Cláusulas pétreas", a capital of its line
    written = (*listed.aliases, *unit.statement.terms)
    above = source.parent(unit.block)
    if above is not None and any(_is_completed(name_of(name), label) for name in written):
        written = (label_of(above),)
    names = (name_key(name) for name in (label, main_name(label), *written))
    return Group(
        label=shown,
        names=frozenset(name for name in names if len(name) > 1),
        kind=kind,
        members=without_glosses(in_common_form(listed.members, source.genders)),
        place=source.place(unit, last),
        siblings=(source.note.path, unit.block.parent, "set"),
        closed=not _OPEN_LIST.search(unit.text),
        ordered=listed.ordered,
    )


def _heading_of(members: Sequence[str], source: Source) -> str:
    """Return what members are that qualify the name of their list, not kinds of it; empty where they are names."""
    return "características de" if all(_is_trait(member) or _qualifies(member, source) for member in members) else ""


def _qualifies(member: str, source: Source) -> bool:
    """True for "estratificada": an adjective."""
    first, *rest = [*words(re.sub(r"^não\s+", "", member)), ""][:2]
    noun_behind = rest[0].isalpha() and not (
        rest[0] in PREPOSITIONS | {"e", "ou"} or (looks_adjectival(rest[0]) and not source.genders.is_listed(rest[0]))
    )
    if is_infinitive(first) or (noun_behind and rest[0] not in lexicon.ADJECTIVES and not is_participle(first)):
        return False  # "planejar", "legítimo interesse"
    listed = not first or source.genders.is_listed(first)
    described = first in lexicon.ADJECTIVES and not ends_as_act(first)
    return member[:1].islower() and (described or (not listed and looks_adjectival(first)))


def _takes_object(member: str, source: Source) -> bool:
    """True for "troca lenha por gás": a verb, as no preposition stands between it and the noun behind."""
    bare = words(re.sub(r"\s\([^()]*\)", "", member).casefold())
    first, second, third = (*bare, "", "", "")[:3]
    named = (source.genders.is_listed(second) or ends_as_act(second)) and not (
        looks_adjectival(second) or second in lexicon.ADJECTIVES
    )
    return first in lexicon.NOUN_OR_VERB and named and third in PREPOSITIONS


def _is_trait(member: str) -> bool:
    """True for "sem conexão", "mínimo de 3 discos", "orientado à conexão"."""
    first, second = ([word.casefold() for word in words(member)] + ["", ""])[:2]
    measured = re.search(r"\s\d+\s+[a-zà-ÿ]{2,}", member) is not None
    return first in {"sem", "mais", "menos"} or measured or (is_participle(first) and second in PREPOSITIONS)


def _is_completed(name: str, label: str) -> bool:
    """True for "algoritmos" in a label "algoritmos do aprendizado supervisionado", which others are not named by."""
    return bool(name) and re.match(rf"{re.escape(main_name(name))}\s+d[eoa]s?\s", label, re.IGNORECASE) is not None
