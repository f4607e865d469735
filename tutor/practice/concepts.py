"""Reads the terms that a note defines, from bullets, sentences and rows of two columns."""

import re
from collections.abc import Iterator, Sequence

from tutor.language import fold, language_of
from tutor.practice import lexicon
from tutor.practice.articles import is_legal, subject_of, with_inner_articles, with_subject_article
from tutor.practice.endings import is_bare_adjective
from tutor.practice.enumerations import enumerated_members
from tutor.practice.groups import defines, is_class, is_list_label, leads_a_list
from tutor.practice.knowledge import Clause, Concept
from tutor.practice.nouns import common_form, is_doing, is_kind, is_plural, singular_form
from tutor.practice.sentences import has_trait
from tutor.practice.shapes import Shape, agreeing, begins_with_verb, is_finite, shape_of, uncapitalized
from tutor.practice.source import Source, Unit
from tutor.practice.splices import unspliced
from tutor.practice.standalone import begins_with_reference, breaks_off, stands_alone
from tutor.practice.support import shares_stem
from tutor.practice.terms import is_attribute, is_term
from tutor.practice.topics import label_of, lacks_noun
from tutor.practice.verbs import (
    PREPOSITIONS,
    is_impersonal,
    is_infinitive,
    is_participle,
    is_verb_form,
    words,
)
from tutor.practice.wording import SIGN, clauses, clean_clause, definition_of, main_name, name_key, name_of
from tutor.types import Block, BlockKind, Form

_LONGEST_ENGLISH_TERM = 4  # words
_ENGLISH_JOINT = re.compile(r"(?<![-\w])(?:and|by|to|is|are|needs?|use|out|than)(?![-\w])", re.IGNORECASE)
"""What stands in a sentence or an instruction rather than in a term."""
_LONGEST_TRANSLATED = 4  # letters of an acronym that as many words stand for
_FEW_ADJECTIVES = 3  # one name in as many that is an adjective says that the others qualify too
_SHORT = 3  # words of a member of a bare list
_FEWEST_ACTS = 0.2  # of the names beside one another, where they name what somebody does
_SEQUENCE = re.compile(r"^\s*\S+(?:\s+\S+)?\s*(?:-{1,2}>|={1,2}>|[→⇒])|^(?:[^;.]*(?:-{1,2}>|={1,2}>|[→⇒])){2}")
_COPULA = re.compile(r"\s(é|são|is|are)\s")
_SAME_FIRST_WORDS = re.compile(
    r"^\s*(?:trata-se|consiste|corresponde|significa|diferentemente|ou seja|isto|basicamente|resumidamente|em suma)",
    re.IGNORECASE,
)
_NOT_A_SUBJECT = re.compile(
    r"^(?:the\s+)?(?:result|main|first|key|difference|goal|problem)\b"
    r"|^(?:(?:o|a|os|as)\s+)?(?:objetivo|função|finalidade|diferença|vantagem|desvantagem|problema|exemplo|ideia"
    r"|(?:uma?|mais|menos|principa(?:l|is)|maior|menor|primeir[oa]|segund[oa]|outr[oa]s?|únic[oa]|partir|maioria|parte"
    r"|em|n[oa]s?|para|com|por|de|d[oa]s?|segundo|conforme)\s)",
    re.IGNORECASE,
)
_TOLD_WHEN = frozenset("sancao pena penalidade excecao vantagem desvantagem efeito consequencia".split())
"""What the notes say below these is when or why there is such a thing, not what it is."""
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


_PORTUGUESE = re.compile(r"[ãõçáéíóúâêô]|\b(?:d[eoa]s?|n[oa]s?|para|com|que|por|e)\b")
_SEE = re.compile(r"(?:ver|vide|cf)\b", re.IGNORECASE)
_SECOND_TERM = re.compile(r";\s*[^;]{1,40}?\s(?:-{1,2}>|={1,2}>|[→⇒])")
_GOES_ON = re.compile(r"\s*(?:\([^()]*\))?,\s+(?:e\s+)?(?:depois|em seguida|por fim|finalmente)\b", re.IGNORECASE)
"""What goes on in steps behind a first clause: "prefixo mais longo primeiro, depois a métrica"."""
_HAPPENED = re.compile(r"[a-zà-ÿ]{2,}(?:ou|eu|iu)\s")
_FORMULA = re.compile(r"[^;.]*\s[x×*]\s")
"""What is reckoned: "tempo de hit + taxa de miss x penalidade"."""
_MERITS = re.compile(r"(?:^|[,;]\s*)[+–-]\s")
"""What speaks for or against a thing: "+ direto; - erros"."""
_SUPERLATIVE = re.compile(
    r"(?:o|a|os|as)\s+(?:[A-Z]|únic|primeir|últim|principa|maior|menor|melhor|pior|mais|menos|mesm)"
)
_PAST = re.compile(r"[a-zà-ÿ]+(?:ou|eu|iu|aram|eram|iram)\b")
"""What happened once: "terminou, mas o pai não sabe"."""
_LIMIT = re.compile(
    r"^(?:\S+\s+){0,3}(?:no máximo|no mínimo|até)\s+\S+(?:\s+[^\s,]+){0,2}(?:,|$)|(?:mínim|máxim)[oa]s?\s+de\s+\d"
    r"|^\S+\s+de\s+\d|:\s|\s[–—-]\s",
    re.IGNORECASE,
)
"""A limit such as "arquivo de no máximo 4 GB", or a note in itself ("provedor: segurança da nuvem"): neither says what
a term is."""


def read_concepts(source: Source) -> Iterator[tuple[Unit | None, Concept]]:
    """Yield each defined term with the unit that defines it, None for a row of a table."""
    defined: set[str] = set()
    for unit in source.units:
        concept = _concept(unit, source)
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
    term = name_of(statement.terms[0] if statement.form is Form.ASIDE else statement.label)
    if not term or not _can_be_defined(term, source):
        return None
    parts = _clauses(unit, source)
    remarked = statement.form is Form.ASIDE and parts[:1] and parts[0].shape is Shape.CLAUSE
    if not parts or remarked or _is_choice(parts[0], source) or _is_of_doer(parts[0], unit, source):
        return None  # remarked: "estrutura (as seções 4 a 10 são obrigatórias)"
    subject, copula = _copula(unit) if statement.form is Form.COPULA else ("", "")
    if statement.form is Form.COPULA and not (copula and _is_definition(parts[0])):
        return None
    shown = common_form(term, source.genders)
    noun = is_kind(parts[0].text) and re.search(r"(?:[ae]nte|ar|iv[oa])$|^\w+al d[eoa]s? ", shown)
    if not source.is_english and not noun:  # "adjuvante" below "imunização" is a substance that is called so
        shown = source.outline.qualified(unit.block, shown)
    if not _stands_for_itself(shown, unit, source) or _is_act_of_another(shown, parts[0], unit, source):
        return None
    names = (*statement.terms, term, shown, main_name(term))
    return Concept(
        term=shown,
        names=frozenset(key for name in names if len(key := name_key(name)) > 1),
        clauses=parts[:1] if copula else parts,
        place=source.place(unit),
        siblings=(source.note.path, unit.block.parent, unit.block.kind),
        subject=subject,
        copula=copula,
        remark=_is_remark(unit, source) or is_legal(shown),
    )


def _stands_for_itself(name: str, unit: Unit, source: Source) -> bool:
    """True for a name that needs no noun beside it."""
    above = source.parent(unit.block)
    loose = words(name)[0].casefold() in PREPOSITIONS or is_bare_adjective(name[:1].lower() + name[1:])
    if loose or (above is not None and name.islower() and lacks_noun(name, label_of(above))):
        return False  # "tipo 1"
    return not (source.outline.lacks_noun(unit.block, name) or _is_among_adjectives(main_name(name), unit, source))


def _is_act_of_another(name: str, clause: Clause, unit: Unit, source: Source) -> bool:
    """True for "detecção" below "deadlock": an act that is no thing, done to what is defined above it."""
    above = source.parent(unit.block)
    below = above is not None and above.kind is BlockKind.ITEM and bool(above.statement.terms)
    act = " " not in name and name.endswith(("ção", "são", "mento")) and fold(name) not in lexicon.KINDS
    return below and act and clause.shape is Shape.NOUN and not is_doing(clause.text)


def _can_be_defined(term: str, source: Source) -> bool:
    """True for a name of a thing; not for a class of things, a sentence or an instruction."""
    if source.is_english and (len(words(term)) > _LONGEST_ENGLISH_TERM or _ENGLISH_JOINT.search(term)):
        return False
    if source.is_english and re.fullmatch(r"[a-z]{4,}(?:ed|ive)|(?:on|off|in|pre|post)-\w+", term):
        return False  # "reserved", "on-demand": what is, the name above says
    first, second = (*words(term), "")[:2]
    noun = {fold(first), fold(first).removesuffix("s")} & lexicon.NOUNS
    if (second if first == "não" else first).endswith("ndo"):
        return False  # "não tomando posse"
    happens = is_participle(first) and second and second not in PREPOSITIONS and not noun  # "detectada colisão"
    return not (is_class(term) or happens or begins_with_verb(term) or is_finite(term)) and is_term(term)


def _clauses(unit: Unit, source: Source) -> tuple[Clause, ...]:
    """Return the clauses that define a unit's term, empty where its first words could not be shown."""
    statement = unit.statement
    body = clean_clause(statement.definition) if statement.form is Form.ASIDE else statement.definition
    body = re.sub(r"^\([^()]*\)\s*[:–-]\s*", "", body)
    if second := _SECOND_TERM.search(body):
        body = body[: second.start()]  # "quente -> em uso; frio -> parado": what follows is of another term
    defining = any(defines(written.label, unit) for written in statement.sets if written.braced)
    listed = source.is_english and body.count(";") > 1 and statement.label.rstrip(" :*").endswith("s")
    if (
        listed
        or _MERITS.search(body)
        or _SEQUENCE.search(body)
        or _FORMULA.match(body)
        or re.match(r"[A-Z]{2}[a-zà-ÿ]{2}", body)
    ):
        return ()
    written = clauses(re.sub(r"\{[^}]*\}" if defining else r"[^;.]*\{[^}]*\}", "", body))
    if not written or _is_first_lost(body, written[0]):
        return ()
    if _sets_scene(unspliced(written[0], source.genders)):
        return ()
    pieces = _own_pieces(written, source)
    term = name_of(statement.terms[0] if statement.form is Form.ASIDE else statement.label)
    if _spells_out(term, pieces[0]) or _is_circular(term, pieces[0]):
        return ()
    if not stands_alone(pieces[0]) or _GOES_ON.match(body[len(pieces[0]) :]):
        return ()
    parts = _shown([_clause(piece, term, source) for piece in pieces], source)
    if _is_remark(unit, source):
        parts = tuple(part for part in parts if part.shape in {Shape.CLAUSE, Shape.OTHER})
    return parts


def _spells_out(term: str, text: str) -> bool:
    """True for "Lei de Diretrizes Orçamentárias", and for "acordo de nível de serviço" (SLA): words for letters."""
    name = main_name(term)
    said = [word for word in words(text) if word.lower() not in PREPOSITIONS]
    initials = fold(name) in {fold("".join(word[0] for word in kept)) for kept in (said, words(text))}
    translated = len(said) == len(name) <= _LONGEST_TRANSLATED and not any(map(is_participle, said))
    return name.isupper() and name.isalpha() and (initials or translated)


def _is_circular(term: str, text: str) -> bool:
    """True for "comportamento sob a carga esperada", said of "carga", and "conexão …", of "troca de conexão"."""
    name = main_name(term)
    complement = re.search(r"\sd[eoa]s?\s(\w+)$", name)
    told = complement is not None and fold(complement[1]) == fold(words(text)[0])
    return told or (len(words(name)) == 1 and shares_stem(name, text))


def _sets_scene(pieces: Sequence[str]) -> bool:
    """True for "população dividida em grupos, sorteiam-se alguns": when something is done, not what the term is.

    So does "perdeu um pacote, retransmite todos".
    """
    first, *rest = pieces
    if not rest:
        return False
    happened = _HAPPENED.match(first) and not _HAPPENED.match(rest[0])
    return bool(happened) or (any(map(is_participle, words(first)[1:2])) and is_impersonal(rest[0]))


def _own_pieces(written: Sequence[str], source: Source) -> list[str]:
    """Return the pieces of spliced clauses, without predicates whose subject is that of a sentence before them."""
    if source.is_english:
        return list(written)
    first, *rest = [piece for clause in written for piece in unspliced(clause, source.genders)]
    if shape_of(first, source.genders) is not Shape.CLAUSE or is_impersonal(first):
        return [first, *rest]
    return [first, *(piece for piece in rest if shape_of(piece, source.genders) is not Shape.VERB)]


def _shown(parts: Sequence[Clause], source: Source) -> tuple[Clause, ...]:
    """Return the clauses that are understood alone; behind the first, only those that are whole."""
    kept: list[Clause] = []
    for at, part in enumerate(parts):
        loose = begins_with_reference(part.text) or _SEE.match(part.text) or not stands_alone(part.text)
        loose = loose or breaks_off(part.text)
        whole = part.shape not in {Shape.OTHER, Shape.ENGLISH, Shape.ENGLISH_VERB} and len(part.text.split()) > 2
        text = with_subject_article(part.text, source.genders) if part.shape is Shape.CLAUSE else part.text
        if not loose and text and (whole or at == 0):
            kept.append(Clause(text, part.shape))
    return tuple(kept)


def _clause(text: str, term: str, source: Source) -> Clause:
    plain = with_inner_articles(uncapitalized(definition_of(text)), source.genders)
    if source.is_english:
        return Clause(plain, _english_shape(plain))
    if language_of(plain) == "en" and not _PORTUGUESE.search(plain):
        return Clause(plain, Shape.OTHER)
    numbered = re.match(r"([^\W\d_]+) \d", plain)  # "porta 80, sem estado"
    valued = fold(words(plain)[0]) in lexicon.ATTRIBUTES and re.search(r"\d", plain)  # "pena reduzida de 1/3"
    valued = valued or re.search(r"[a-zà-ÿ] \d+$", plain)  # "dono e meeiro 35"
    if valued or (numbered and not is_verb_form(numbered[1])):
        return Clause(plain, Shape.OTHER)
    if _LIMIT.search(plain) or (has_trait(plain.split(",")[0]) and re.search(r"\d", plain)):
        return Clause(plain, Shape.OTHER)
    shape = shape_of(plain, source.genders)
    past = term.islower() and _PAST.match(plain)
    if shape is Shape.VERB and (past or not agreeing(subject_of(main_name(term), source.genders), plain)):
        shape = Shape.OTHER  # "pontos de função -> mede …"
    if shape is Shape.PARTICIPLE and is_participle(words(plain)[0]):
        first = plain.split()[0]
        of_another = first.rstrip("s").endswith("a") and source.genders.of(term) != "f"
        if of_another or is_plural(term) is not first.endswith("s"):
            shape = Shape.OTHER  # "regime de caixa: reconhecidas quando …", of which the row above speaks
    if shape is Shape.NOUN and (
        words(plain)[0].isupper()
        or re.match(r"\S+,|[A-ZÀ-Þ]\S+ (?:d[aeo]s? )?[A-ZÀ-Þ]", plain)
        or (is_plural(term) is False and is_plural(plain))
    ):
        shape = Shape.OTHER  # "legitimidade -> MP e Defensoria", "concorrência -> bens especiais": who or what for
    if is_legal(term) and shape is not Shape.CLAUSE:
        shape = Shape.OTHER  # "art. 55: pode convalidar …"
    return Clause(plain, shape)


def _english_shape(text: str) -> Shape:
    if re.match(r"(?:at|in|on|by|with|for|from|via)\s", text):
        return Shape.OTHER
    return Shape.ENGLISH_VERB if re.match(r"[a-z]+[^su\W]s\s", text) else Shape.ENGLISH


def _is_remark(unit: Unit, source: Source) -> bool:
    """True where the words behind the arrow comment on the name, as below "+" or "fatores como", and define nothing."""
    above = source.parent(unit.block)
    if above is None:
        return unit.statement.marker is not None
    led = above.kind is not BlockKind.HEADING and leads_a_list(above.text)
    head = (words(label_of(above)) or [""])[0].lower()
    how = is_infinitive(head)  # "prevenir" above: what follows is how it is done
    when = fold(singular_form(head)) in _TOLD_WHEN
    return unit.statement.marker is not None or led or how or when


def _is_enumeration(unit: Unit) -> bool:
    """True where the words behind the name are a list, its label a plural or its members a word or three each."""
    members = enumerated_members(unit.statement.definition)
    short = all(len(main_name(member).split()) <= _SHORT for member in members)
    return bool(members) and (short or is_list_label(name_of(unit.statement.label)))


def _is_choice(clause: Clause, source: Source) -> bool:
    """True for "partido político, organização sindical ou entidade de classe": who or what the term is about."""
    pieces = re.split(r",\s+|\s+ou\s+", clause.text)
    if clause.shape is not Shape.NOUN or len(pieces) < _SHORT or " ou " not in clause.text:
        return False
    heads = [(words(piece) or [""])[0] for piece in pieces[1:]]
    return "," in clause.text and all(source.genders.is_noun(head, "") for head in heads)


def _is_among_adjectives(name: str, unit: Unit, source: Source) -> bool:
    """True for "corrente", "processo" or "Bernoulli" beside "permanente": what they name, another says."""
    above = source.parent(unit.block)
    if above is None or not name[1:].islower():
        return False
    labels = [label for block in source.children(above) if (label := label_of(block))]
    plain = name.removeprefix("não ")
    if {plain, f"não {plain}"} <= set(labels):
        return True  # "estatística" beside "não estatística"
    if " " in name or is_bare_adjective(label_of(above)):
        return " " not in name  # "discreta" below "quantitativa"
    beside = [label for label in labels if " " not in label]
    described = [label for label in beside if is_bare_adjective(label) or label.endswith("ista")]
    return 0 < len(beside) <= _FEW_ADJECTIVES * len(described)


def _is_of_doer(clause: Clause, unit: Unit, source: Source) -> bool:
    """True for "cede a pedido" where the name above, or some of those beside, are acts: who acts so cedes."""
    above = source.parent(unit.block)
    if clause.shape is not Shape.VERB or above is None:
        return False
    beside = [_is_act(block) for block in source.children(above) if block.statement.definition]
    return _is_act(above) or sum(beside) >= _FEWEST_ACTS * len(beside)


def _is_act(block: Block) -> bool:
    definition = block.statement.definition
    return any(map(is_infinitive, words(definition)[:1])) or re.match(r"está \w+ndo\b", definition) is not None


def _is_first_lost(body: str, first: str) -> bool:
    """True when the words right behind the term could not be shown, so that the first clause is another matter."""
    start = re.sub(r"\W+", "", fold(body))[:4]
    return not re.sub(r"\W+", "", fold(first)).startswith(start) and not _SAME_FIRST_WORDS.match(body)


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
    if _SUPERLATIVE.match(clause.text) or predicate:
        return False
    two = re.search(r"\band [A-Z]{2,}|, not\s", clause.text)
    if clause.shape is Shape.ENGLISH and (two or not re.match(r"(?:an?|the)\s", clause.text)):
        return False
    return clause.shape in {Shape.NOUN, Shape.DETERMINED, Shape.ENGLISH} and len(clause.text.split()) >= 4


def _row_concept(block: Block, source: Source) -> Concept | None:
    """Return the concept of a row "term | meaning"."""
    if len(block.cells) != 2:
        return None
    (_, name), (header, meaning) = block.cells
    term = source.kind_named(common_form(name_of(name), source.genders), kind := name_of(block.cells[0][0]))
    written = clauses(meaning)
    if not term or not written or not is_term(term) or _is_first_lost(meaning, written[0]):
        return None
    acts = any(map(is_infinitive, words(name)[:1]))  # "agregar" in a column "processo"
    if acts or is_bare_adjective(term[:1].lower() + term[1:]) or lacks_noun(term, kind):
        return None
    pieces = [piece for clause in written for piece in unspliced(clause, source.genders)]
    parts = _shown([_clause(common_form(piece, source.genders), term, source) for piece in pieces], source)
    if not parts:
        return None
    if fold(header) not in _MEANING_COLUMNS or len(parts[0].text.split()) < _SHORT:
        return None
    names = frozenset(key for name in (term, main_name(term)) if len(key := name_key(name)) > 1)
    place = source.place(Unit(block, block.statement, block.text))
    return Concept(term, names, parts, place, (source.note.path, block.parent, block.kind))
