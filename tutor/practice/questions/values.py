"""Sentences and questions about one value of a table: "A porta do protocolo SSH é 22"."""

import re
from dataclasses import dataclass

from tutor.language import fold
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.articles import subject_of
from tutor.practice.grammar.endings import looks_adjectival
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import article, capitalized, contract, is_act, is_plural, singular_form
from tutor.practice.grammar.phrases import runs_together
from tutor.practice.grammar.verbs import (
    PREPOSITIONS,
    first_word,
    is_infinitive,
    is_predicative,
    is_verb_form,
    last_word,
    words,
)
from tutor.practice.reading.knowledge import Attribute

_AMOUNT = re.compile(r"\d+(?:[.,]\d+)?(?:\s(?:a|até)\s\d+)?\s+[a-zà-ÿ]{3,}", re.IGNORECASE)
_PLAIN_AMOUNT = re.compile(rf"{_AMOUNT.pattern}(?: úteis| corridos| \([^()]*\))?", re.IGNORECASE)
"""What can be said of another row: "15 dias úteis", not "15 dias da posse"."""
_PERCENTAGE = re.compile(r"\d+(?:,\d+)?%")
_LOOSE_OWNER = re.compile(r"\s(?:e|ou)\s|/|^(?:demais|outr[oa]s?)\s", re.IGNORECASE)
"""What no one article goes before, or what another row tells: "obras e serviços", "outras compras"."""
_DEGREE = re.compile(r"(?:maior|menor|melhor|pior|alt[oa]|baix[oa])(?:e?s)?\s", re.IGNORECASE)
_DATE = re.compile(r"(?:até )?\d{1,2}º?(?: de [a-zà-ÿ]|/\d)")
_DATED = frozenset("data prazo dia inicio fim termino vencimento".split())
_PURPOSES = frozenset("funcao finalidade objetivo responsabilidade papel atribuicao".split())
_PERSONS = frozenset("autor autora autores criador criadora inventor relator".split())
_VAGUE = frozenset(
    "base chave processo regra integridade objeto leitura situacao nome ano obra status metodo observacao nota".split()
)
"""Headers that say of what only in their table."""
_OF_TABLES = frozenset(
    "chamada conhecimento palavra-chave exemplo exemplos obs observacao nota destaque ideia total".split()
)
"""Headers of one word that say what of only beside the other columns: "a chamada da função"."""
_CONDITIONAL = re.compile(r"\b(?:se|conforme|salvo|só)\b|\+")
"""What a value holds that is a remark in shorthand: "5 anos se favorável"."""
_SEVERAL_NAMES = re.compile(r"(?!.*\s(?:e|ou)\s[^,]+$)(?:[^,]+, [^,]+, |[A-Z][^,]*, [A-Z])")
"""Values between commas that nothing joins: "Interpreter, Template Method"."""
_MEASURED = frozenset(
    "prazo duracao vigencia validade mandato limite valor tamanho capacidade velocidade tempo".split()
)


@dataclass(frozen=True, slots=True)
class NamedValue:
    """How a value is asked: `name` with its article, "a porta do protocolo SSH", `is_plural` where it is."""

    name: str
    is_plural: bool


def named_value(attribute: Attribute, genders: Genders) -> NamedValue | None:
    """Return how a value is asked.

    None where gender, number or the article of what it is of is not sure, where the name says too little, "a base do
    nível", or for an adjective, "o solo: rochoso".
    """
    name = attribute.name if attribute.name.isupper() else attribute.name[:1].lower() + attribute.name[1:]
    gender, plural = genders.of(name), is_plural(name)
    owner = subject_of(attribute.of, genders)
    clause = "que" in words(name)[:2]  # "o que se desloca"
    loose = clause or _LOOSE_OWNER.search(attribute.of) or is_infinitive(last_word(attribute.of))
    described = _is_adjective(attribute.value, genders) and f"{fold(name)}s" not in lexicon.CLASSES  # a sort is asked
    act = re.search(r"\s\S+[áí]vel$", name)  # "lei aplicável": to what
    act = act or re.search(r"\s(?:de|para) [a-zà-ÿ]+[aei]r$", name)  # "a proibição de contratar do agente"
    terse = _CONDITIONAL.search(attribute.value) or re.fullmatch(r"[a-z]{1,2}", attribute.of)
    vague = (
        bool(terse)
        or fold(first_word(name)) in _VAGUE
        or fold(name) in _OF_TABLES
        or owner == attribute.of
        or runs_together(name)
    )
    if gender is None or plural is None or loose or act or described or vague or not _goes_with(attribute.value, name):
        return None
    return NamedValue(f"{article(gender, plural=plural)} {name} {contract('de', owner)}", plural)


def _goes_with(value: str, name: str) -> bool:
    """True unless an amount stands in a column that holds none, or what is no act in one of purposes."""
    first = first_word(value)
    if first in PREPOSITIONS - {"até"}:
        return False  # "a criação: por lei"
    if fold(first_word(name)) in _PURPOSES and not (is_infinitive(first) or is_verb_form(first) or is_act(value)):
        return False
    if (
        fold(first_word(name)) in _MEASURED
        and re.search(r"\d", value)
        and re.match(r"(?!até|mais|menos)[a-zà-ÿ]{4,}\s[^\d]", value)
    ):
        return False  # "serviços contínuos até 5 anos"
    if _DATE.match(value):
        return fold(first_word(name)) in _DATED  # not "o envio ao Congresso é 31 de agosto"
    return _AMOUNT.match(value) is None or _is_measured(name)


def question_about_value(attribute: Attribute, genders: Genders) -> str:
    """Return "Qual é a porta do protocolo HTTP?"; empty where its grammar is not sure."""
    value = named_value(attribute, genders)
    if value is None or (
        value.is_plural and not re.search(r",|\se\s", attribute.value) and not is_plural(attribute.value)
    ):
        return ""  # "os parâmetros: taxa"
    if not value.is_plural and _SEVERAL_NAMES.match(attribute.value):
        return ""
    verb = "são" if value.is_plural else "é"
    which = "quem" if fold(first_word(attribute.name)) in _PERSONS else "quais" if value.is_plural else "qual"
    return capitalized(f"{which} {verb} {value.name}?")


def sentence_of_value(attribute: Attribute, genders: Genders) -> str:
    """Return "A vigência do PPA é de 4 anos", "A porta do serviço HTTP é a 80"; empty where its grammar is not sure."""
    named = named_value(attribute, genders)
    name, value = fold(first_word(attribute.name)), attribute.value
    if named is None or named.is_plural:
        return ""
    if name == "porta" and value.isdigit():
        return capitalized(f"{named.name} é a {value}")
    if _PERCENTAGE.fullmatch(value) or (_PLAIN_AMOUNT.fullmatch(value) and _is_measured(attribute.name)):
        return capitalized(f"{named.name} é de {value}")
    infinitive = name in _PURPOSES and is_infinitive(first_word(value))
    return capitalized(f"{named.name} é {value}") if infinitive else ""


def _is_adjective(value: str, genders: Genders) -> bool:
    first = first_word(value)
    if is_infinitive(first) or _DEGREE.match(value):
        return False
    described = is_predicative(first) or looks_adjectival(first) or first in lexicon.ADJECTIVES
    return first.islower() and described and not genders.is_listed(first)


def _is_measured(name: str) -> bool:
    """True for a column that may hold an amount: "prazo de envio"."""
    head = fold(first_word(name))
    return head in _MEASURED | lexicon.ATTRIBUTES | lexicon.AMOUNTS or singular_form(head) in lexicon.AMOUNTS
