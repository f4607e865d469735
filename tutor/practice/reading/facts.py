"""Reads the full sentences a note supports, and what its tables and "prazo: 30 dias" say of what."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from tutor.language import fold, language_of, stems
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.articles import as_sentence, opens_in_disagreement
from tutor.practice.grammar.endings import is_bare_adjective
from tutor.practice.grammar.labels import is_generic, label_of, lacks_noun, needs_complement
from tutor.practice.grammar.nouns import (
    capitalized,
    common_form,
    enumerate_words,
    is_act,
    is_doing,
    is_plural,
    singular_form,
)
from tutor.practice.grammar.shapes import Shape, begins_with_verb, is_finite, shape_of, tells_of_act, uncapitalized
from tutor.practice.grammar.spelling import unshouted
from tutor.practice.grammar.splices import is_run_on, unspliced
from tutor.practice.grammar.standalone import begins_with_reference, breaks_off, is_telling, leans_back, stands_alone
from tutor.practice.grammar.untold import lacks_subject_noun, leaves_untold
from tutor.practice.grammar.verbs import (
    BEFORE_VERBS,
    PREPOSITIONS,
    QUANTIFIERS,
    SUBORDINATORS,
    first_word,
    is_impersonal,
    is_infinitive,
    is_participle,
    is_verb_form,
    words,
)
from tutor.practice.grammar.wording import (
    begins_with_dot,
    clauses,
    clean_clause,
    is_numeral,
    main_name,
    name_key,
    name_of,
    tells_of_pages,
    without_glosses,
)
from tutor.practice.reading.acronyms import read_acronyms
from tutor.practice.reading.knowledge import Attribute, Concept, Fact, Siblings
from tutor.practice.reading.lists import are_lists
from tutor.practice.reading.loose_definitions import is_drawing
from tutor.practice.reading.sentences import has_trait, said_of, sentence_of
from tutor.practice.reading.source import Source, Unit
from tutor.practice.reading.terms import attribute_listed, is_attribute
from tutor.types import Block, BlockKind, Form, Marker

_NO_VALUE = frozenset(
    map(
        fold,
        QUANTIFIERS
        | set("sim não um uma x n/a na idem ok possível impossível - — –".split())
        | {"não se aplica", "não há", "não tem"},
    )
)
"""Cells that tell nothing of their row alone."""
_ASPECTS = frozenset("aspecto criterio caracteristica propriedade atributo quesito item comparacao ponto".split())
"""Headers of what the other columns are compared by."""
_ORDINAL_COLUMNS = frozenset({"", "#", "n", "no", "nº", "num", "numero", "ordem", "item", "id"})
_COSTS = frozenset("complexidade custo espaco tempo memoria".split())
_RETOLD = frozenset("descricao exemplo exemplos observacao comentario explicacao detalhe detalhes resumo ideia".split())
_OF_WHAT = frozenset("valor quantidade artigo guarda".split())
"""Headers that only the words around a table complete: "o valor do leucócito"."""
_BARE_NUMBER = re.compile(r"\d[\d.,]*(?:(?:,| a| ou| e|/) \d[\d.,]*)*(?: \([^()]*\))?")
_OF_ONE = frozenset("processo pratica biblioteca ferramenta disciplina".split())
"""Headers above names that no plural is one of."""
_CASES = frozenset("situacao caso hipotese condicao cenario circunstancia".split())
"""Headers above what happens, not above things: "noturno urbano"."""
_LONGEST_VALUE = 120
_LONGEST_ITEM = 3  # words of a name in a list
_SHORTEST_BULLET, _SHORTEST_SENTENCE = 4, 5  # words
_CONTRAST = re.compile(r"\b(?:diferen\w+|contrário|enquanto|contrast\w+|ao passo)\b", re.IGNORECASE)
_ENGLISH_SENTENCE = re.compile(
    r"(?:\S+ ){1,6}(?:is|are|was|were|can|may|must|has|have|uses|means|stands|makes|lives|works|sits|splits|joins)\s"
)
_MANY = 3  # brackets of an English list: "SISD (single core), SIMD (GPUs) …"
_SUBJECTLESS = re.compile(
    r"(?:não\s+)?(?:é|são)\s+(?:só|apenas|somente)\b|(?:com|sem|sob|após|mediante|contra) (?:(?:[oa]s?|uma?) )?"
    r"(?:(?!(?:[oa]s?|uma?|tudo|nada|cada|tod[oa]s?|quem|isso) )[^\s,:]+ )+?(?:é|são) ",
    re.IGNORECASE,
)
"""What is only said to be so, and of what is not told: "é só um", "Sem licença é crime"."""
_DENIED_BEHIND = re.compile(r"\b(?:é|são)\s[^,]+,\snão\s(\w+)")
"""Two sentences that a comma joins: "TRUNCATE é DDL, não permite WHERE"."""
_UNFINISHED = re.compile(
    r"[?:]\s*$|\b(?:usa|usam|utiliza|utilizam) \d+(?:$|[,.;]| (?:com|c/|e|por|para|p/))(?=\W|$)"
    r"|\bé d[ao]s? (?:próxim|anterior|últim|primeir)\w*(?=$|[,.;])",
    re.IGNORECASE,
)
"""A line that leads on, or that leaves out what it speaks of: "usa 587 com STARTTLS", "é da próxima"."""
_BEGINS_WITH_ARTICLE = re.compile(r"a (?!(?:cada|cerca|menos|[a-zà-ÿ]+[aei]r)\b)([^\W\d_]+)", re.IGNORECASE)
"""What is a preposition unless a feminine noun stands behind it: "a rega é feita", not "a longo prazo"."""
_SIGN = re.compile(r"[^\w\s]{1,3}\s*(?:->|→|=>|:)\s")
"""A sign of a language that is told of, which no name shows: "== -> compara …"."""
_AS_A_RULE = re.compile(r"(?:Em (?:regra|geral|média|princípio)|Via de regra|Na prática|No (?:máximo|mínimo)),? ")
"""What stands before a subject, or before a verb whose subject the sentence before has: "Em regra dura um ano"."""
_EXCEPTED = re.compile(r"\d[^,]*, [a-zà-ÿ]{3,}[^,\d]* \d")
"""A value and that of another case: "8%, aprendiz 2%"."""
_THEN = re.compile(r"(.+), (?:não )?[a-zà-ÿ]+[aei]r ([^,]+)")
"""What is so, and an act in the infinitive behind it."""
_FOR_WHOM = re.compile(r",\s(?:só )?(?:para|segundo|conforme) quem\b.*$")
"""Who says so: "SELECT, para quem separa"."""
_VARIABLE = re.compile(r"\b[A-Z]\b")


def read_facts(source: Source, concepts: Sequence[tuple[Unit | None, Concept]]) -> Iterator[Fact]:
    """Yield sentences: those of prose as they stand, those of bullets with their subject put back."""
    defined: set[tuple[int, str]] = set()
    for unit, concept in concepts:
        if unit is not None:
            defined.add((unit.block.id, unit.text))
        yield from _stated(concept, source)
    for unit in source.units:
        form = unit.statement.form
        names = bool(unit.statement.terms) and form not in {Form.ASIDE, Form.COPULA} and not _leads_on(unit)
        told = (unit.block.id, unit.text) in defined and form is not Form.ASIDE
        if unit.block.kind is not BlockKind.HEADING and not names and not told:
            yield from _told(unit, source)


def _leads_on(unit: Unit) -> bool:
    """True for "As fornadas seguem três fases: …", a sentence before a colon and no name."""
    return unit.text[:1].isupper() and is_finite(unit.statement.label)


def read_attributes(source: Source, rows_defined: Collection[int]) -> Iterator[Attribute]:
    """Yield what has one value: not "prazo" of "bens", which two rows tell for two cases."""
    found = list(_attributes(source, rows_defined))
    values: defaultdict[tuple[Siblings, str], set[str]] = defaultdict(set)
    for attribute in found:
        values[attribute.family, fold(attribute.of)].add(fold(attribute.value))
    repeated = {
        family[:2] for (family, _), told in values.items() if len(told) > 1
    }  # it takes two cells to say of what
    yield from (attribute for attribute in found if attribute.family[:2] not in repeated)


def _attributes(source: Source, rows_defined: Collection[int]) -> Iterator[Attribute]:
    """Yield the cells of tables whose rows define nothing, and named values below what they belong to."""
    for block in source.note.blocks if not source.is_english else ():
        if block.kind is BlockKind.ROW and block.id not in rows_defined and not are_lists(source.beside(block)):
            yield from _cells(block, source)
    yield from read_acronyms(source)
    for unit in source.units:
        above = source.parent(unit.block)
        if above is None or unit.lines is not None or not is_attribute(unit, source):
            continue
        owner, name, value = label_of(above), name_of(unit.statement.label), clauses(unit.statement.definition)
        listed = attribute_listed(above)
        if listed:  # "prazos" above "recurso: 10 dias"
            owner, name = name, listed
        done = fold(name) not in lexicon.ATTRIBUTES and is_doing(name)  # "devolução: até 22 de julho"
        named = owner and name and not (done or is_generic(owner) or is_bare_adjective(owner))
        whole = len(value) == 1 and unit.statement.definition[:1].isalnum()  # not "/0" of "+/0"
        if named and whole and _is_value(value[0]) and re.search(r"\d", value[0]):
            shown = common_form(main_name(owner), source.genders)
            siblings = (source.note.path, above.id if listed else above.parent, fold(name))
            yield Attribute(shown, name.lower(), value[0], source.place(unit), siblings)


def _cells(block: Block, source: Source) -> Iterator[Attribute]:
    """Yield what a row says of what its first cell names."""
    header, name = (text.strip(" .") for text in block.cells[0]) if block.cells else ("", "")
    if block.cells and (not header or fold(header) in _ASPECTS) and not name.isdigit():
        yield from _compared(block, source)
        return
    cells = block.cells[1:] if block.cells and fold(block.cells[0][0]).strip(" .") in _ORDINAL_COLUMNS else block.cells
    owner = name_of(cells[0][1]) if len(cells) >= 2 else ""
    if not owner or owner[-1] in "+=" or _is_case(cells[0][1]):  # "Ctrl+;", cut short
        return
    at = block.cells.index(cells[0])
    beside = [name_of(row.cells[at][1]) for row in source.beside(block) if len(row.cells) > at]
    owner = source.kind_named(owner, name_of(cells[0][0]), beside)
    if not owner:
        return
    several = owner.isalpha() and owner.islower() and is_plural(owner) and fold(name_of(cells[0][0])) in _OF_ONE
    if several or fold(name_of(cells[0][0])) in _CASES or _are_elliptical(block, source):
        return  # "eventos" in a column "processo"
    degrees = sum(is_bare_adjective(name_of(header).lower()) for header, _ in cells[1:])
    if 1 < degrees > len(cells[1:]) / 2:
        return  # columns "simples", "média", "complexa"
    if is_bare_adjective(owner[:1].lower() + owner[1:]) or lacks_noun(owner, cells[0][0]):
        return
    place = source.place(Unit(block, block.statement, block.text))
    for header, value in cells[1:]:
        name, shown = main_name(name_of(header)), _shown_value(value)
        told = not shown.startswith("O(") or fold(name.split()[0]) in _COSTS
        if told and _is_column(name, source) and _is_value(shown) and not _is_of_nothing(name, shown):
            spelled = fold(cells[0][0]) == "sigla" and fold(name) in {"nome", "nome completo"} and " " in shown
            of, called = (f"sigla {owner}", "significado") if spelled else (owner, name)
            yield Attribute(of, called, shown, place, (source.note.path, block.parent, fold(called)))


def _are_elliptical(row: Block, source: Source) -> bool:
    """True in a table that names risks "físicos" and "acidentes": half or more of the names lack the noun."""
    written = [block.cells[0] for block in source.beside(row) if block.cells]
    names = [source.kind_named(name_of(name), name_of(header)) for header, name in written]
    return 2 * sum(is_bare_adjective(name[:1].lower() + name[1:]) for name in names if name) >= len(names)


def _is_case(name: str) -> bool:
    """True for a row that is about a case, not about a thing: "bens, demais critérios", "decidir recurso"."""
    first = first_word(name)
    qualifies = first in PREPOSITIONS or is_bare_adjective(first)
    return qualifies or bool(re.search(r",|\bou\b", name)) or any(map(is_infinitive, words(name)[:3]))


def _is_column(name: str, source: Source) -> bool:
    """True for the header of a column that tells a property: "porta"; not "para quê", "o que exige", "em português"."""
    first = first_word(name)
    noun = source.genders.is_noun(first.lower(), "") and first.lower() not in BEFORE_VERBS | PREPOSITIONS
    known = {fold(first), singular_form(fold(first))} & (lexicon.NOUNS | lexicon.ACTS | lexicon.KINDS | lexicon.CLASSES)
    return (
        bool(noun and (known or is_act(first.lower())))
        and not (first.isupper() or name[-1].isdigit() or re.search(r"\sou\s|/", name))  # "opção 1", "valor ou nota"
        and not (is_generic(name) or any(map(is_verb_form, words(name)[1:])))  # "cliente gerencia"
        and fold(first) not in _RETOLD | _OF_WHAT
    )


def _is_of_nothing(name: str, shown: str) -> bool:
    """True for a bare number below a header that names no measure: "chave", 128; not "porta", 22."""
    measures = lexicon.ATTRIBUTES | lexicon.AMOUNTS
    return _BARE_NUMBER.fullmatch(shown) is not None and measures.isdisjoint(fold(word) for word in words(name))


def _compared(block: Block, source: Source) -> Iterator[Attribute]:
    """Yield what a row of a table without a name over its first column says of each of the columns."""
    name = common_form(name_of(block.cells[0][1]), source.genders)
    first = first_word(name)
    if is_verb_form(first) and first not in lexicon.NOUN_OR_VERB:
        return  # "rejeita H0", "falsa": what is done in each case
    if any(is_bare_adjective(name_of(header).lower()) or fold(header) in _RETOLD for header, _ in block.cells[1:]):
        return  # "inata", "adaptativa": what is, the notes say elsewhere; and below "ideia" stands what a row is
    place = source.place(Unit(block, block.statement, block.text))
    for header, value in block.cells[1:]:
        owner, shown = common_form(name_of(header), source.genders), _shown_value(value)
        named = name and not (is_generic(name) or _is_case(name) or fold(name) in _OF_WHAT)
        asks = first_word(owner) == "que"  # "o que significa"
        if named and owner and not asks and _is_value(shown):
            yield Attribute(owner, name, shown, place, (source.note.path, block.parent, fold(name)))


def _shown_value(cell: str) -> str:
    """Return a cell's words, a list of names as a sentence has it: "poeiras, gases e vapores"."""
    if begins_with_dot(cell):
        return ""
    (shown,) = without_glosses((_FOR_WHOM.sub("", clean_clause(cell)),))
    items = shown.split(", ")
    short = all(len(item.split()) <= _LONGEST_ITEM and not re.search(r"\s(?:e|ou)\s|\d", item) for item in items)
    traits = sum(map(is_bare_adjective, items))
    if 0 < sum(_is_based(item) for item in items) < len(items):
        return ""  # "suposição de erro, baseada em lista"
    short = short and not any(map(_is_no_name, items)) and traits in {0, len(items)}  # not "big data, rápido"
    return enumerate_words(items) if len(items) > 1 and short else shown


def _is_based(item: str) -> bool:
    """True for "baseada em lista", which lacks its noun."""
    first, second = (*words(item), "", "")[:2]
    return is_participle(first) and second in PREPOSITIONS


def _is_no_name(item: str) -> bool:
    """True for a piece between commas that does not stand beside others: "que faz tudo", "Stupid"."""
    first = first_word(item)
    joins = first in SUBORDINATORS and not re.match(r"caso d[eoa]s? ", item)
    return not first.islower() or joins or is_verb_form(first)


def _is_value(shown: str) -> bool:
    """True for what can be the value of something: "22", not "depende" or "só discricionários"."""
    first, second, third = ([word.casefold() for word in words(shown)] + ["", "", ""])[:3]
    if first.isdigit() and fold(third).endswith(lexicon.ACT_ENDINGS):
        return False  # "3 anos advertência, 5 suspensão"
    if first in lexicon.NOUN_OR_VERB and second.endswith("s") and not (first.endswith("s") or second in PREPOSITIONS):
        return False  # "procura padrões"
    if not shown or len(shown) > _LONGEST_VALUE or fold(shown) in _NO_VALUE:
        return False
    if _EXCEPTED.search(shown):
        return False
    return ";" not in shown and first not in QUANTIFIERS | BEFORE_VERBS and not is_verb_form(first)


def _stated(concept: Concept, source: Source) -> Iterator[Fact]:
    """Yield the sentences that a concept's clauses make."""
    for at, clause in enumerate(concept.clauses):
        if at and _CONTRAST.search(concept.clauses[0].text):
            break
        if not has_trait(clause.text) and not clause.is_whole:
            continue
        if at and clause.shape in {Shape.NOUN, Shape.DETERMINED, Shape.INFINITIVE}:
            continue
        text = sentence_of(concept, clause, source.genders)
        loose = concept.copula and (leaves_untold(text) or not (text and is_telling(text, _subject_stems(concept))))
        if text and not loose:
            yield Fact(text, clause.text, concept.place, concept.names)


def _subject_stems(concept: Concept) -> frozenset[str]:
    """Return the stems of a concept's term and of what stands above it."""
    return frozenset(stems(" ".join((concept.term, concept.place.topic, concept.place.context))))


def _told(unit: Unit, source: Source) -> Iterator[Fact]:
    """Yield the sentences of a unit, its subject taken from the bullet above where it lacks only that."""
    if _UNFINISHED.search(unit.text) or _SIGN.match(unit.text) or tells_of_pages(unit.text):
        return
    if unit.statement.form is Form.COPULA and is_drawing(unit.statement.definition):
        return
    place = source.place(unit)
    of_law = is_numeral(unit.block.statement.label)
    bullet = _is_bullet(unit)
    numbered = re.match(r"\s*\d+[.)]\s", source.note.lines(unit.block.first_line, unit.block.first_line)) is not None
    written = clauses(unit.text)
    parts = [piece for part in written for piece in _pieces(part, source)] if bullet else list(written)
    for at, part in enumerate(parts):
        if ":" in part and at + 1 < len(parts):
            continue  # what the colon announces goes on behind a semicolon
        shape = shape_of(part, source.genders)
        lacks_subject = at == 0 and not numbered and (shape is Shape.VERB or has_trait(part))
        if lacks_subject and bullet:
            yield from _with_subject(unit, part, source)
        elif _is_sentence(part, unit, source, of_law=of_law and at == 0) and not (
            at and bullet and leans_back(part, source.subjects(unit.block))
        ):
            if text := as_sentence(part, source.genders, bullet=bullet):
                yield Fact(capitalized(text), part, place)
        elif at == 0 and unit.statement.marker is Marker.WARNING and _is_duty(part, shape):
            yield Fact(capitalized(part) if tells_of_act(part) else f"Deve-se {part}", part, place)


def _is_duty(part: str, shape: Shape) -> bool:
    """True for "autenticar toda requisição": an act, no formula, and nothing said of an act: "existir é pessoal"."""
    act = next((word for word in words(part) if word in SUBORDINATORS or is_verb_form(word)), "")
    return shape is Shape.INFINITIVE and not _VARIABLE.search(part) and (not act or act in SUBORDINATORS)


def _pieces(clause: str, source: Source) -> Iterator[str]:
    """Yield what commas splice; not what names the last of those that a colon tells of: "é proibido, é bom: …"."""
    first, *others = unspliced(clause, source.genders)
    yield first
    yield from (piece for piece in others if ":" not in piece)


def _is_bullet(unit: Unit) -> bool:
    """True for what stands on a line of its own, in lower case or not: a bullet, a warning, an item of a law."""
    marked = unit.statement.marker is not None or is_numeral(unit.block.statement.label)
    return unit.block.kind is BlockKind.ITEM or marked


def _is_sentence(text: str, unit: Unit, source: Source, *, of_law: bool) -> bool:
    """True for a clause that is understood alone; `of_law` for the first of a law's item, which names its subject."""
    bullet = _is_bullet(unit)
    shortest = _SHORTEST_BULLET if bullet else _SHORTEST_SENTENCE
    if len(text.split()) < shortest or begins_with_reference(text) or not stands_alone(text) or breaks_off(text):
        return False
    if not bullet and not (text[0].isupper() or text[0] in '“"'):
        return False
    lacking = lacks_subject_noun(text)
    loose = opens_in_disagreement(text, source.genders) or (bool(lacking) and source.qualifies(lacking))
    if loose or (bullet and _is_told_to_act(text)):
        return False
    if language_of(text) == "en":
        return not bullet and text.count("(") < _MANY and _ENGLISH_SENTENCE.match(text) is not None
    first = first_word(text).casefold()
    if (
        _SUBJECTLESS.match(text)
        or (
            not bullet and re.search(r"\b[A-Z]\. (?:[OA]s?|N[oa]s?|Uma?) [a-zà-ÿ]", text)
        )  # "de B. A dependência …": two sentences
        or (first in BEFORE_VERBS and not is_impersonal(text))
        or (bullet and first in PREPOSITIONS and "," not in text and not _begins_with_article(text, source))
        or (not bullet and re.match(r"[^\W\d_]+, ", text) and not first.endswith("mente"))
        or ((spliced := _DENIED_BEHIND.search(text)) and is_verb_form(spliced[1]))
    ):
        return False  # "Irredutibilidade, para o tribunal, é nominal"
    about = source.subjects(unit.block)
    if unit.lines and is_impersonal(text[:1].lower() + text[1:]) and unit.block.statement.terms:
        about &= frozenset(stems(unit.block.statement.terms[0]))  # "Não há padrão": of what, the line begins with
    plain = uncapitalized(_AS_A_RULE.sub("", text))
    told = (of_law or is_telling(text, about)) and not is_run_on(text, source.genders)
    return told and is_finite(text) and (is_impersonal(plain) or not begins_with_verb(plain))


def _is_told_to_act(text: str) -> bool:
    """True for a sentence with a hint what to do behind it: "404 e 500 não rejeitam, checar o retorno"."""
    found = _THEN.fullmatch(text)
    before, after = (words(part) for part in found.groups()) if found else ((), ())
    return found is not None and not any(map(is_infinitive, before)) and not any(map(is_verb_form, after))


def _begins_with_article(text: str, source: Source) -> bool:
    found = _BEGINS_WITH_ARTICLE.match(text)
    return found is not None and source.genders.of(found[1]) == "f"


def _with_subject(unit: Unit, predicate: str, source: Source) -> Iterator[Fact]:
    """Yield "VDI é diferente de Remote Desktop" for a bullet "é diferente de Remote Desktop" below VDI."""
    above = source.parent(unit.block)
    label = unshouted(label_of(above)) if above is not None else ""
    owner = source.outline.qualified(above, common_form(label, source.genders)) if above is not None else ""
    loose = not words(owner) or "," in label or first_word(owner) in PREPOSITIONS or is_bare_adjective(owner)
    if above is None or loose or needs_complement(owner) or is_generic(owner):
        return
    if re.match(r"[a-zà-ÿ]+(?:ou|eu|iu) \d+ [a-zà-ÿ]", predicate):
        return  # "quebrou 1 peça": the subject stands behind
    if re.search(r"\([^()]+\)$", predicate):
        return  # "não inspeciona conteúdo (filtro de pacotes)": of what is in brackets alone
    if (
        not stands_alone(predicate)
        or breaks_off(predicate)
        or (above.kind is BlockKind.HEADING and unit.block.kind is BlockKind.ITEM)
    ):
        return
    said = predicate[:1].lower() + predicate[1:]
    text = said_of(owner, f"tem {said}" if has_trait(predicate) else said, source.genders)
    if text:
        names = frozenset(name_key(name) for name in (owner, main_name(owner), *above.statement.terms))
        yield Fact(text, predicate, source.place(unit), names)
