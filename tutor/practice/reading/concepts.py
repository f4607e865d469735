"""Reads the terms that a note defines, from bullets, sentences and rows of two columns."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tutor.language import fold, is_dictionary_word
from tutor.notes.numerals import FOLDED_NUMBER_WORDS
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.articles import is_legal, subject_of
from tutor.practice.grammar.endings import ends_as_act, is_bare_adjective, looks_adjectival, singular_head
from tutor.practice.grammar.enumerations import enumerated_members
from tutor.practice.grammar.labels import is_generic, label_of, lacks_noun, needs_complement
from tutor.practice.grammar.nouns import common_form, contract, has_article, is_doing, is_kind, is_plural, singular_form
from tutor.practice.grammar.shapes import Shape, begins_with_verb, is_finite
from tutor.practice.grammar.spelling import unshouted
from tutor.practice.grammar.splices import unspliced
from tutor.practice.grammar.standalone import begins_with_reference, stands_alone
from tutor.practice.grammar.verbs import (
    PREPOSITIONS,
    first_word,
    is_infinitive,
    is_participle,
    is_predicative,
    is_verb_form,
    last_word,
    words,
)
from tutor.practice.grammar.wording import SIGN, clauses, clean_clause, main_name, name_key, name_of
from tutor.practice.reading.apposition import is_value, with_kind
from tutor.practice.reading.definitions import clause_of, defining_clauses, is_first_lost, is_remark, shown_clauses
from tutor.practice.reading.doers import is_of_doer
from tutor.practice.reading.knowledge import Clause, Concept, Siblings
from tutor.practice.reading.lists import in_common_form, is_class, is_list_label
from tutor.practice.reading.loose_definitions import is_told_of_another
from tutor.practice.reading.source import Source, Unit
from tutor.practice.reading.terms import is_attribute, is_term
from tutor.types import Block, BlockKind, Form

_GLOSS = re.compile(r"\s\([^()]*\)")
_LONGEST_ENGLISH_TERM = 4  # words
_ENGLISH_JOINT = re.compile(r"(?<![-\w])(?:and|by|to|is|are|needs?|use|out|than)(?![-\w])", re.IGNORECASE)
"""What stands in a sentence or an instruction rather than in a term."""
_ENGLISH_ADJECTIVE = re.compile(
    r"(?:[A-Za-z]+-)?[A-Z]?[a-z]{4,}ed(?: \([^()]*\))?|[a-z]{4,}ive|(?:on|off|in|pre|post)-\w+"
)
_COMPOUND = re.compile(r"[\w/]+-(?:based|driven|oriented|only|first|bound|aware|side)")
_NO_NAMES = FOLDED_NUMBER_WORDS.keys() | set("ultimo ultima".split())
"""How no name of a concept begins: "três técnicas", "último recurso"."""
_FEW_ADJECTIVES = 3  # one name in as many that is an adjective says that the others qualify too
_SHORT = 3  # words of a member of a bare list
_COPULA = re.compile(r"\s(é|são|is|are)\s")
_NOT_A_SUBJECT = re.compile(
    r"^(?:the\s+)?(?:result|main|first|key|difference|goal|problem)\b"
    r"|^(?:(?:o|a|os|as)\s+)?(?:objetivo|função|finalidade|diferença|vantagem|desvantagem|problema|exemplo|ideia"
    r"|foco|propósito|intuito|lema|desafio|segredo|macete|nome(?! de)|clássic[oa] |ponto (?:fraco|forte|central)"
    r"|(?:uma?|mais|menos|principa(?:l|is)|maior|menor|primeir[oa]|segund[oa]|outr[oa]s?|únic[oa]|partir|maioria|parte"
    r"|em|n[oa]s?|para|com|por|de|d[oa]s?|segundo|conforme)\s)",
    re.IGNORECASE,
)
_MEANING_COLUMNS = frozenset(
    map(
        fold,
        (
            "definição",
            "descrição",
            "significado",
            "conceito",
            "o que é",
            "o que faz",
            "explicação",
            "characteristic",
            "meaning",
        ),
    )
)
_QUALITIES = frozenset("caracteristicas propriedades qualidades atributos".split())
_LAWS = frozenset("principio regra lei".split())
_STEPS = re.compile(r"(?:phases|steps|stages)\b", re.IGNORECASE)
_DONE_ABOUT_IT = frozenset("conduta tratamento manejo correcao procedimento acao".split())  # "conduta: imobilizar"
_EXTENTS = frozenset("abrangencia ambito alcance aplicacao inicio".split())
"""What a law is about, not what its words define."""
_SUPERLATIVE = re.compile(
    r"(?:o|a|os|as)\s+(?:[A-Z]|únic|primeir|últim|principa|maior|menor|melhor|pior|mais|menos|mesm"
    r"|\w+\s+(?:mais|menos)\s+(?:importante|comu[mn]|usad|cobrad|utilizad|popular|frequente|conhecid|adotad))"
)
_ROLE = re.compile(
    r"(?:uma? )?(?:fator|causa|requisito|pressuposto|condição|motivo|dever|direito|questão) (?:d[eoa]s?|para) "
)
_TOLD_OF_SET = re.compile(r"^[^{}]*\{[^{}]*\}\s*(?:-+>|=+>|→)|^[^{};]*(?:->|→|:)[^{};]*\{[^{}]*\}\s+(?!x\b)[a-zà-ÿ]")
_VERSUS_OF = re.compile(r"\sde [^,;]+ (?:x|e|ou) de ")
_RELATIVE = re.compile(r"\S+(?: \S+)? que \S")


def read_concepts(source: Source) -> Iterator[tuple[Unit | None, Concept]]:
    """Yield each defined term with the unit that defines it, None for a row of a table.

    Names that stand side by side are written alike: "Metáfora" in lower case beside "metonímia".
    """
    found = list(_defined(source))
    families: dict[Siblings, list[Concept]] = {}
    for _, concept in found:
        families.setdefault(concept.siblings, []).append(concept)
    shown: dict[Concept, str] = {}
    for family in families.values():
        shown.update(zip(family, in_common_form(tuple(c.term for c in family), source.genders), strict=True))
    yield from ((unit, replace(concept, term=shown[concept])) for unit, concept in found)


def _defined(source: Source) -> Iterator[tuple[Unit | None, Concept]]:
    defined: set[str] = set()
    for unit in source.units:
        concept = _concept(unit, source) or _defined_above(unit, source)
        key = name_key(main_name(concept.term)) if concept else ""
        if concept and key not in defined:  # what is said of it elsewhere is another matter
            defined.add(key)
            yield unit, concept
    for block in source.note.blocks:
        if block.kind is BlockKind.ROW and (concept := _row_concept(block, source)):
            yield None, concept


def _concept(unit: Unit, source: Source) -> Concept | None:
    statement = unit.statement
    if (
        not statement.terms
        or unit.block.kind is BlockKind.HEADING
        or is_attribute(unit, source)
        or _is_enumeration(unit)
    ):
        return None
    label = statement.terms[0] if statement.form is Form.ASIDE else statement.label
    beside = any(unshouted(block.statement.label).isupper() for block in source.beside(unit.block))
    term = name_of(label if beside else unshouted(label))  # "INVITE" beside "ACK"
    cut_short = re.match(rf"{re.escape(label)}[;,.]", unit.text) is not None  # "Ctrl+" of "Ctrl+;"
    if not term or cut_short or not _can_be_defined(term, unit, source):
        return None
    parts = defining_clauses(unit, source)
    if not parts or _defines_nothing(parts[0], unit, source):
        return None
    subject, copula = _copula(unit) if statement.form is Form.COPULA else ("", "")
    if statement.form is Form.COPULA and not (copula and _is_definition(parts[0])):
        return None
    shown = common_form(term, source.genders)
    if source.is_english and re.fullmatch(r"[A-Z][a-z-]+(?: [a-z-]+)*", shown):
        written = re.search(rf"\b{shown.lower()}\b", source.note.text) is not None
        common = written or _is_english_noun(shown, unit, source)
        shown = shown.lower() if common else shown  # "Consistency"
    noun = is_kind(parts[0].text) and re.search(r"(?:[ae]nte|ar|iv[oa])$|^\w+al d[eoa]s? ", shown)
    if not source.is_english and not noun:  # "adjuvante" below "imunização" is a substance that is called so
        qualified = source.outline.qualified(unit.block, shown)
        unlike = qualified != shown and _is_of_another_sort(parts[0], qualified)
        shown = "" if unlike else with_kind(qualified, unit, source)
    if not shown or not _stands_for_itself(shown, unit, source) or _is_act_of_another(shown, parts[0], unit, source):
        return None
    if parts[0].shape is not Shape.PARTICIPLE:  # which agrees with the name alone
        shown = _as_law(shown, unit, source)
    names = (*statement.terms, term, shown, main_name(term))
    return Concept(
        term=shown,
        names=frozenset(key for name in names if len(key := name_key(name)) > 1),
        clauses=parts[:1] if copula else parts,
        place=source.place(unit),
        siblings=(source.note.path, unit.block.parent, unit.block.kind),
        subject=subject,
        copula=copula,
        remark=is_remark(unit, source) or is_legal(shown),
    )


def _is_english_noun(name: str, unit: Unit, source: Source) -> bool:
    """True for "Consistency", a word of the dictionary; not for "Logjam" beside "Heartbleed", a name."""
    beside = [main_name(label_of(block)) for block in source.beside(unit.block) if block.statement.terms]
    firsts = (first_word(label) for label in (name, *beside) if first_word(label)[1:].islower())
    return all(is_dictionary_word(part, ("en",)) for first in firsts for part in first.lower().split("-"))


def _is_of_another_sort(clause: Clause, name: str) -> bool:
    """True for "senha compartilhada" below "modos", said of "pessoal": what it has or is for, not what the mode is."""
    acts = is_doing(clause.text) or ends_as_act(first_word(clause.text))
    if is_participle(last_word(name)) and fold(first_word(clause.text)) in map(fold, words(name)[1:-1]):
        return True  # "arquivo alterado", said of "bit de arquivo ligado"
    if clause.shape is not Shape.NOUN or acts or re.search(r"\bque\b", clause.text):
        return False
    return singular_head(fold(first_word(name))) != singular_head(fold(first_word(clause.text)))


def _as_law(name: str, unit: Unit, source: Source) -> str:
    """Return "princípio da publicidade" for what stands right below "princípios"."""
    above = source.parent(unit.block)
    if above is None or unit.block not in source.children(above) or source.outline.follows_another(unit.block, above):
        return name
    label = label_of(above).lower()
    head = singular_form(first_word(label)) if label and is_plural(label) else ""  # not below "Lei 8.112"
    subject = subject_of(main_name(name), source.genders)
    told = fold(first_word(name)) in _LAWS or fold(head) in fold(name)  # "lei de Say" below "princípios"
    if fold(head) not in _LAWS or told or not (name[0].islower() and has_article(subject)):
        return name
    return f"{head} {contract('de', subject)}"


def _defined_above(unit: Unit, source: Source) -> Concept | None:
    """Return what a first bullet defines that is nothing but a definition: "documento que …" below "certificado"."""
    above = source.parent(unit.block)
    if above is None or unit.block.kind is not BlockKind.ITEM or unit.lines or unit.statement.terms:
        return None
    first = next((block for block in source.children(above) if block.kind is BlockKind.ITEM), None)
    label = label_of(above)
    if first is not unit.block or not label or above.statement.definition or unit.statement.marker:
        return None
    shown = common_form(main_name(label), source.genders)
    written = clauses(unit.text)
    if not written or not is_term(shown) or not _can_be_defined(shown, unit, source) or needs_complement(shown):
        return None
    clause = clause_of(written[0], shown, source)
    defined = clause.shape is Shape.NOUN and is_kind(clause.text) and _RELATIVE.match(clause.text)
    if not defined or source.is_english or is_plural(shown) or not _stands_for_itself(shown, unit, source):
        return None
    return Concept(
        term=shown,
        names=frozenset(key for name in (shown, label) if len(key := name_key(name)) > 1),
        clauses=(clause,),
        place=replace(source.place(unit), heading=source.outline.heading(above)),
        siblings=(source.note.path, above.parent, "defined below"),
    )


def _stands_for_itself(name: str, unit: Unit, source: Source) -> bool:
    """True for a name that needs no noun beside it."""
    above = source.parent(unit.block)
    if source.is_english and _is_said_of_things(name, source):
        return False
    loose = first_word(name).casefold() in PREPOSITIONS or is_bare_adjective(name[:1].lower() + name[1:])
    if above is not None and _VERSUS_OF.search(above.text) and re.search(rf"\bde {re.escape(name)}\b", above.text):
        return False  # "caractere" below "dispositivos de bloco x de caractere"
    if loose or is_value(name, above) or (above is not None and name.islower() and lacks_noun(name, label_of(above))):
        return False  # "tipo 1"
    loose = source.outline.lacks_noun(unit.block, name) or _is_among_adjectives(main_name(name), unit, source)
    return not (loose or _is_quality(unit, source) or _is_listed_adjective(name, unit, source))


def _is_said_of_things(name: str, source: Source) -> bool:
    """True for the "dense" of "it is dense when …" elsewhere in English notes: an adjective."""
    noun = re.search(r"(?:ion|ity|ness|ment|ing|[ae]nce|cy|ism|th)$", name)
    said = rf"\b(?:is|are|be|was|were) {re.escape(name)}(?=[.,;:)]| (?:when|if|and|or|because|only|in)\b|$)"
    return (
        name.isalpha() and name.islower() and not noun and re.search(said, source.note.text, re.MULTILINE) is not None
    )


def _is_listed_adjective(name: str, unit: Unit, source: Source) -> bool:
    """True for "referencial" that the line above lists among others, with a sentence behind it: of what, it says."""
    above = source.parent(unit.block)
    members = [name_key(member) for found in above.statement.sets for member in found.members] if above else []
    told = clause_of(unit.statement.definition, name, source).shape is Shape.CLAUSE
    return looks_adjectival(name) and name_key(name) in members and told


def _is_quality(unit: Unit, source: Source) -> bool:
    """True for "variante no tempo" beside "integrado" below "características": what a thing is like."""
    above = source.parent(unit.block)
    if above is None or fold(first_word(label_of(above))) not in _QUALITIES:
        return False
    opening = [first_word(label.removeprefix("Não ").lower()) for b in source.children(above) if (label := label_of(b))]
    described = [word for word in opening if is_predicative(word) or looks_adjectival(word)]
    return 2 * len(described) >= len(opening)


def _is_act_of_another(name: str, clause: Clause, unit: Unit, source: Source) -> bool:
    """True for "detecção" below "deadlock": an act that is no thing, done to what is defined above it."""
    above = source.parent(unit.block)
    below = above is not None and above.kind is BlockKind.ITEM and bool(above.statement.terms)
    below = below or (bool(unit.block.statement.terms) and unit.block.statement.label != unit.statement.label)
    act = " " not in name and name.endswith(("ção", "são", "mento")) and fold(name) not in lexicon.KINDS
    return below and act and clause.shape in {Shape.NOUN, Shape.OTHER} and not is_doing(clause.text)


def _can_be_defined(term: str, unit: Unit, source: Source) -> bool:
    """True for a name of a thing; not for a class of things, a sentence or an instruction."""
    if source.is_english and (len(words(term)) > _LONGEST_ENGLISH_TERM or _ENGLISH_JOINT.search(term)):
        return False
    above = source.parent(unit.block)
    if source.is_english and " " not in term and above is not None and _STEPS.search(label_of(above)):
        return False  # "Operate" below "Phases": what one does
    if (source.is_english and _ENGLISH_ADJECTIVE.fullmatch(term)) or _COMPOUND.fullmatch(term):
        return False  # "reserved", "on-demand", "tail-based": what is, the name above says
    first, second = (*words(term), "")[:2]
    noun = {fold(first), fold(first).removesuffix("s")} & lexicon.NOUNS
    if (second if first == "não" else first).endswith("ndo") or fold(first) in _NO_NAMES:
        return False  # "não tomando posse", "três técnicas"
    happens = is_participle(first) and second and second not in PREPOSITIONS and not noun  # "detectada colisão"
    if _stresses(term) or {"muito", "muita", "pouco", "pouca"} & set(words(term)):
        return False  # "quantum muito pequeno": a case
    return not (is_class(term) or happens or begins_with_verb(term) or is_finite(term)) and is_term(term)


def _stresses(name: str) -> bool:
    """True for "deslocamento DA curva", which the word that is stressed tells apart from another."""
    stressed = (word for word in words(name) if len(word) > 1 and word.isupper() and word.lower() in PREPOSITIONS)
    return not name.isupper() and any(stressed)


def _is_enumeration(unit: Unit) -> bool:
    """True where the words behind the name are a list, its label a plural or its members a word or three each."""
    members = enumerated_members(_GLOSS.sub("", unit.statement.definition))
    short = all(len(main_name(member).split()) <= _SHORT for member in members)
    return bool(members) and (short or is_list_label(name_of(unit.statement.label)))


def _defines_nothing(clause: Clause, unit: Unit, source: Source) -> bool:
    """True for a clause that comments, lists, or says what for: "eventos (no máximo um mês)"."""
    aside = unit.statement.form is Form.ASIDE
    name = fold(unit.statement.label.strip("* :"))
    if name in _EXTENTS or (clause.shape is Shape.INFINITIVE and name in _DONE_ABOUT_IT):
        return True
    label = unit.statement.label.lower()
    if is_plural(label) and singular_form(fold(label)) in lexicon.ATTRIBUTES and re.search(r"\d", clause.text):
        return True  # "portas: UDP 161 para o agente"
    if is_told_of_another(clause, unit, source):
        return True
    remarked = aside and (clause.shape is Shape.CLAUSE or is_list_label(unit.statement.terms[0]))
    listed = _lists_acts(clause, unit) or _is_choice(clause, source) or _tells_of_members(unit)
    return remarked or listed or is_of_doer(clause, unit, source) or _tell_what_for(unit, source)


def _lists_acts(clause: Clause, unit: Unit) -> bool:
    """True for "planejar, melhorar, engajar e entregar": the parts of a thing, or what to do, not what it is."""
    pieces = re.split(r"[,;]\s+(?:não\s+)?|\s+e\s+", unit.statement.definition)
    fewest = _SHORT - 1 if is_plural(name_of(unit.statement.label).lower()) else _SHORT  # "falhas: aquecer … e …"
    return clause.shape is Shape.INFINITIVE and sum(is_infinitive(first_word(piece)) for piece in pieces) >= fewest


def _tells_of_members(unit: Unit) -> bool:
    """True for "métricas { a, b } -> sobem juntas": what is told behind a set is mostly told of its members.

    Nor does "fator { -1, 0, 1 } em todo nó" define without its set.
    """
    return _TOLD_OF_SET.search(unit.text) is not None


def _tell_what_for(unit: Unit, source: Source) -> bool:
    """True for "concurso: trabalho técnico" beside "pregão: bens comuns", "leilão: bens móveis": what each is for."""
    if source.is_english:
        return False
    beside = [block.statement for block in source.beside(unit.block)]
    told = [said for said in beside if said.terms and said.definition and is_plural(said.terms[0].lower()) is False]
    things = [said for said in told if is_plural(said.definition) and not is_finite(said.definition)]
    return len(things) > 1 and 2 * len(things) >= len(told)


def _is_choice(clause: Clause, source: Source) -> bool:
    """True for "partido político, organização sindical ou entidade de classe": who or what the term is about.

    So for "abandono, falta e acumulação ilegal", whose first member nothing completes.
    """
    if clause.shape is not Shape.NOUN:
        return False
    if re.match(r"\w+ ou \w+ (?!.*\bque\b)", clause.text):
        return True  # "lei ou ato normativo federal", said of an action against it
    sorts = re.fullmatch(r"\w+ (\w+), (\w+) (?:ou|e) (\w+)", clause.text)
    if sorts and all(map(is_bare_adjective, sorts.groups())):
        return True  # "trabalho técnico, científico ou artístico", said of what it is chosen by
    first, *others = re.split(r",\s+|\s+(?:ou|e)\s+", clause.text)
    bare = not {"que", *PREPOSITIONS} & set(words(first))
    several = bare and re.search(r",\s[^,]+\se\s[^,]+$", clause.text) is not None
    heads = [first_word(piece) for piece in others]
    listed = "," in clause.text and len(heads) >= _SHORT - 1 and (" ou " in clause.text or several)
    return listed and all(source.genders.is_noun(head, "") for head in heads)


def _is_among_adjectives(name: str, unit: Unit, source: Source) -> bool:
    """True for "corrente", "processo" or "Bernoulli" beside "permanente": what they name, another says."""
    above = source.parent(unit.block)
    if above is None or not name[1:].islower() or is_generic(label_of(above)):
        return False
    labels = [main_name(label) for block in source.children(above) if (label := label_of(block))]
    plain = name.removeprefix("não ")
    if {plain, f"não {plain}"} <= set(labels):
        return True  # "estatística" beside "não estatística"
    if " " in name or is_bare_adjective(label_of(above)):
        return " " not in name  # "discreta" below "quantitativa"
    beside = [label for label in labels if " " not in label and not is_infinitive(label)]
    described = [label for label in beside if is_bare_adjective(label) or label.endswith("ista")]
    return 0 < len(beside) <= _FEW_ADJECTIVES * len(described)


def _copula(unit: Unit) -> tuple[str, str]:
    """Return subject and copula of "O hypervisor é …" as they stand in the sentence, empty for other subjects."""
    text = SIGN.sub("", unit.text)
    match = _COPULA.search(text)
    subject = clean_clause(text[: match.start()]) if match else ""
    if not match or not subject or begins_with_reference(subject) or not stands_alone(subject):
        return "", ""
    if _NOT_A_SUBJECT.match(subject) or re.search(r",|\b(?:mais|menos|principal)\b", subject):
        return "", ""
    return subject, match[1]


def _is_definition(clause: Clause) -> bool:
    """True for "uma organela que realiza a digestão": a kind of thing, told apart from others of that kind."""
    goes_on = re.search(r"\se\s+(\w+(-se)?)", clause.text)
    predicate = goes_on and (is_verb_form(goes_on[1]) or goes_on[2]) and " que " not in clause.text
    if _SUPERLATIVE.match(clause.text) or _ROLE.match(clause.text) or predicate:
        return False
    two = re.search(r"\band [A-Z]{2,}|, not\s", clause.text)
    if clause.shape is Shape.ENGLISH and (two or not re.match(r"(?:an?|the)\s", clause.text)):
        return False
    return clause.shape in {Shape.NOUN, Shape.DETERMINED, Shape.ENGLISH} and len(clause.text.split()) >= 4


def _row_concept(block: Block, source: Source) -> Concept | None:
    """Return the concept of a row "term | meaning"."""
    if len(block.cells) < 2 or (len(block.cells) > 2 and fold(block.cells[1][0]) not in _MEANING_COLUMNS):
        return None
    (_, name), (header, meaning) = block.cells[:2]
    term = source.kind_named(common_form(name_of(name), source.genders), kind := name_of(block.cells[0][0]))
    written = clauses(meaning)
    if not term or not written or not is_term(term) or is_first_lost(meaning, written[0]):
        return None
    acts = any(map(is_infinitive, words(name)[:1]))  # "agregar" in a column "processo"
    if acts or is_bare_adjective(term[:1].lower() + term[1:]) or lacks_noun(term, kind):
        return None
    pieces = [piece for clause in written for piece in unspliced(clause, source.genders)]
    parts = shown_clauses([clause_of(common_form(piece, source.genders), term, source) for piece in pieces], source)
    if not parts or fold(header) not in _MEANING_COLUMNS or len(parts[0].text.split()) < _SHORT:
        return None
    names = frozenset(key for name in (term, main_name(term)) if len(key := name_key(name)) > 1)
    place = source.place(Unit(block, block.statement, block.text))
    return Concept(term, names, parts, place, (source.note.path, block.parent, block.kind))
