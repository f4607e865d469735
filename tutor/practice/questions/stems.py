"""Which names a stem can ask about, and how it writes them."""

import re
from dataclasses import replace

from tutor.language import content_tokens, fold, is_dictionary_word
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.articles import acting_subject, subject_of
from tutor.practice.grammar.endings import (
    ends_as_act,
    is_elliptical,
    looks_adjectival,
    singular_head,
)
from tutor.practice.grammar.english import lists_names, tells_to_act
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import (
    common_form,
    contract,
    has_article,
    is_doing,
    is_full_name,
    is_kind,
    is_plural,
)
from tutor.practice.grammar.resemblance import shares_stem
from tutor.practice.grammar.shapes import Shape
from tutor.practice.grammar.standalone import VAGUE_ACTS
from tutor.practice.grammar.verbs import PREPOSITIONS, first_word
from tutor.practice.grammar.wording import main_name, without_article
from tutor.practice.questions.likeness import same_head
from tutor.practice.reading.knowledge import Concept
from tutor.practice.reading.sentences import says_what, sentence_of

PROPERTY = re.compile(
    r"(?:pode|podem|deve|devem|tem|têm|possui|possuem|não|sai|saem|passa|passam|cabe|cabem|vem|vêm|fica|ficam|ocorre|ocorrem"
    r"|existe|existem|basta|usa|usam|vale|valem|precisam?|dependem?|operam?|rodam?)\s",
    re.IGNORECASE,
)
"""How a clause begins that tells what a thing is like or when it comes about, and not what it is."""
_FEW = 3  # words
_FEWEST_TOLD = 5  # content words of what is asked for and makes no sentence
_NO_ENGLISH_NAME = re.compile(
    r"(?:when|if|how|where|only|[a-z]+ed (?:by|with|in|to|from)|(?:the )?(?:first|last|next) one|the [a-z]+est(?=,|$)"
    r"|(?:find|pick|keep|put|take|use|add|visit|merge|repeat|make|give|send) (?:all|any|both)\b"
    r"|(?:an?|the) (?:[a-z]+ ){1,2}(?:gives|takes|uses|tells|shows|decides|makes|keeps|picks|moves|sends)\b"
    r"|[\w.-]+ (?:happens?|occurs?|came|comes|goes|is|are|was|were|has|had|took))\b"
)
"""How an English definition begins that says what is done or when, not what a thing is."""
_NAMES_DOING = re.compile(r"[A-Z][\w-]*(?: [A-Z][\w-]*)*(?:(?:,| and| or|, and) [A-Z][\w-]*(?: [A-Z][\w-]*)*)+ [a-z]")
"""What several others do, named before it: "Ana, Bia and Leo use …"."""
_OF_A_GENUS = re.compile(
    r"(?!\S+ (?:e|ou) )\S+(?: (?:\S+ )?(?:d[eoa]s?|que) | (?:em|para|a) [a-zà-ÿ]+[aei]r "
    r"| [a-zà-ÿ]+[aei]d[oa]s? (?:a|à|por|pel[oa])s? )"
)
"""How a definition begins that says of what, or which: "decomposição hierárquica do escopo"."""
_DESPITE = re.compile(r"\b(?:in spite of|despite) (?:the|its) name\b|\bapesar d[oe] (?:seu )?nome\b", re.IGNORECASE)
"""What takes a name back, and does not say what it names."""
_OF_SOMEBODY = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+( \((?:1[5-9]|20)\d\d\))?")


def is_numeral(name: str) -> bool:
    """True for the number of an item of a law: "LXXIX"."""
    return re.fullmatch(r"[IVXL]{2,}", name) is not None


def has_loose_capital(name: str) -> bool:
    """True where a name may have its capital only for standing first: "Vieses e heurísticas", "Open market"."""
    first, *rest = re.findall(r"[^\W\d_]+", name) or [""]
    if not first[:1].isupper() or not first[1:].islower():
        return False
    common = any(word.islower() and len(word) > 2 and word not in PREPOSITIONS for word in rest)
    return common or (not rest and is_dictionary_word(first, ("pt",)))  # "Fluxo"


def cited(name: str) -> str:
    """Return a name in quotes where its capital may be none of its own: “Redesconto”, “Open market”."""
    alone = name[:1].isupper() and name[1:].islower() and is_dictionary_word(name, ("en",))
    return f"“{name}”" if alone or has_loose_capital(main_name(name)) else name


def as_object(name: str, genders: Genders) -> str:
    """Return a name as what is asked about: "o proxy", "HBase", “stateful” whose article is not sure."""
    name = main_name(name) if "," in name else name  # of several other names
    subject = acting_subject(name, genders)
    if has_article(subject):
        return subject
    return cited(name) if any(map(str.isupper, name)) else f"“{name}”"


def is_defined(concept: Concept) -> bool:
    """True where what is told says what the name is: not for "cabeçalho fixo", which a product called IPv6 has."""
    clause = concept.clauses[0]
    if clause.shape is not Shape.NOUN or says_what(clause) or concept.copula:  # "são verdes de folha miúda"
        return says_what(clause)
    named = re.match(r"\S+ (?:d[eoa]s?|que) ", clause.text) is not None  # "orquestrador de contêineres"
    described = looks_adjectival(first_word(clause.text)) or any(map(str.isupper, main_name(concept.term)))
    return named or not described


def is_too_brief(concept: Concept, genders: Genders) -> bool:
    """True for a few words that make no sentence with their name, "e-mail falso em massa": no definition."""
    clause = concept.clauses[0]
    brief = len(content_tokens(clause.text)) < _FEWEST_TOLD and not _OF_A_GENUS.match(clause.text)
    if clause.shape is not Shape.NOUN or not brief:
        return False
    return not sentence_of(replace(concept, copula=""), clause, genders)


def is_person(concept: Concept) -> bool:
    """True for "Bento Teixeira -> autor de poemas"."""
    head = singular_head(fold(first_word(without_article(concept.clauses[0].text))))
    return is_full_name(concept.term) and not {head, head.removesuffix("a")}.isdisjoint(lexicon.PERSONS)


def is_step(concept: Concept) -> bool:
    """True for "análise: compreender a natureza do risco": an act of anything, which the name above says of what."""
    act = concept.term.islower() and fold(concept.term) in lexicon.ACTS | VAGUE_ACTS  # not "refatoração"
    return act and concept.clauses[0].shape is Shape.INFINITIVE


def in_its_context(task: str, concept: Concept, genders: Genders) -> str:
    """Return a question with what a step is of, "No contexto do processo de queima, conceitue análise"; else as it is.

    Empty where the name above has no sure article, or holds the word itself.
    """
    if not is_step(concept):
        return task
    above = common_form(concept.place.context, genders)
    subject = subject_of(above, genders) if above else ""
    if not has_article(subject) or is_plural(above) is not False or shares_stem(concept.term, above):
        return ""
    return f"No contexto {contract('de', subject)}, {task[:1].lower()}{task[1:]}"


def _is_sort(concept: Concept) -> bool:
    """True for "simple" below "Kinds of signature", which leaves out its noun."""
    kinds = re.match(r"(?:kinds|types|levels|forms|classes|categories)\b", fold(concept.place.citation.path[-1]))
    named = re.search(r"(?:ing|ion|ment|ity|ness|er|or|ism|ance|ence)$", concept.term)
    return kinds is not None and concept.term.islower() and concept.term.isalpha() and not named


def is_understood(concept: Concept) -> bool:
    """True for a name that a stem can ask about.

    Not for "recência" or "saga" where there is no context that says of what, nor for a name with a slash.
    """
    name = main_name(concept.term)
    if re.search(r"[a-zà-ÿ]/[a-zà-ÿ]|\s/\d", name) or is_numeral(name):
        return False  # "unidade/totalidade", "máscara /26", "LXXIX"
    if is_told_otherwise(concept) or (concept.is_english and _is_sort(concept)):
        return False
    if not concept.is_english and (is_elliptical(name[:1].lower() + name[1:]) or _enumerates(concept)):
        return False
    if bool(concept.place.context) or " " in name or not name.islower():
        return True
    act = ends_as_act(name) and concept.clauses[0].shape is Shape.VERB  # "avaliação -> verifica …": of what
    return shares_stem(name, concept.place.topic) and not act


def is_told_otherwise(concept: Concept) -> bool:
    """True where what is told does not say what the name is: what somebody taught, or what is done and when."""
    if _DESPITE.search(concept.clauses[0].text):
        return True
    if concept.is_english:
        text = concept.clauses[0].text
        return (
            _NO_ENGLISH_NAME.match(text) is not None
            or _NAMES_DOING.match(text) is not None
            or tells_to_act(text)
            or lists_names(text)
        )
    return _may_be_somebody(concept)


def _may_be_somebody(concept: Concept) -> bool:
    """True for "Taylor: estudo de tempos", "Rutherford (1911): núcleo positivo": what one taught, not what one is."""
    found, clause = _OF_SOMEBODY.fullmatch(concept.term), concept.clauses[0]
    if found is None or is_dictionary_word(main_name(concept.term), ("pt",)):
        return False
    if clause.shape is Shape.CLAUSE and not concept.term.isupper():
        return True  # "Markovnikov: o hidrogênio entra no carbono …"
    of_thing = clause.shape in {Shape.NOUN, Shape.DETERMINED, Shape.CLAUSE}
    return of_thing and (is_doing(clause.text) or (found[1] is not None and not is_kind(clause.text)))


def _enumerates(concept: Concept) -> bool:
    """True for "perda: cancelamento da inscrição, recusa de dever": what makes it so, not what it is.

    So where three words or fewer stand before a comma, "rede local, um prédio", "aviso prévio, multa": what is left of
    more.
    """
    first, second = (*(clause.text for clause in concept.clauses), "", "")[:2]
    quote = concept.place.citation.quote.lower()  # "problema ANTES do contrato, …"
    opening = re.match(r"[^,]+(?=, uma? [^,]+$|, [a-zà-ÿ]+(?:ção|são|mento) d[eoa]s? )", first)
    cut = opening[0] if opening else first if f"{first}, " in quote else ""
    if concept.clauses[0].shape is Shape.NOUN and 0 < len(cut.split()) <= _FEW:
        return True
    run_on = bool(second) and f"{first}, {second}" in quote and concept.clauses[1].shape is Shape.NOUN
    return run_on and (is_doing(first) or not is_kind(first)) and not same_head(first, second)
