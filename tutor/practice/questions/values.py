"""Sentences and questions about one value of a table: "A porta do protocolo SSH é 22"."""

import re

from tutor.language import fold
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.articles import subject_of
from tutor.practice.grammar.endings import looks_adjectival
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import article, capitalized, contract, is_act, is_plural, singular_form
from tutor.practice.grammar.verbs import PREPOSITIONS, is_infinitive, is_predicative, is_verb_form, words
from tutor.practice.questions.stems import has_loose_capital
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
_MEASURED = frozenset(
    "prazo duracao vigencia validade mandato limite valor tamanho capacidade velocidade tempo".split()
)


def named_value(attribute: Attribute, genders: Genders) -> tuple[str, str]:
    """Return ("a porta do protocolo SSH", "é"); the first empty where gender or number is not sure,
    or where the value is an adjective, "qual é o solo: rochoso".
    """
    name = attribute.name if attribute.name.isupper() else attribute.name[:1].lower() + attribute.name[1:]
    gender, plural = genders.of(name), is_plural(name)
    owner = subject_of(attribute.of, genders)
    titled = " " in owner and has_loose_capital(owner)  # "Custo médio"
    bare = owner == attribute.of and (owner[0].isdigit() or titled)  # "1FN"
    bare = bare or "que" in words(name)[:2]  # "o que se desloca"
    loose = bare or _LOOSE_OWNER.search(attribute.of) or is_infinitive(words(attribute.of)[-1])
    described = _is_adjective(attribute.value, genders) and f"{fold(name)}s" not in lexicon.CLASSES  # a sort is asked
    act = re.search(r"\s\S+[áí]vel$", name)  # "lei aplicável": to what
    act = act or re.search(r"\sde [a-zà-ÿ]+[aei]r$", name)  # "a proibição de contratar do agente"
    if gender is None or plural is None or loose or act or described or not _goes_with(attribute.value, name):
        return "", "é"
    owner = contract("de", owner)
    return f"{article(gender, plural=plural)} {name} {owner}", "são" if plural else "é"


def _goes_with(value: str, name: str) -> bool:
    """True unless an amount stands in a column that holds none, or what is no act in one of purposes."""
    first = (words(value) or [""])[0]
    if first in PREPOSITIONS - {"até"}:
        return False  # "a criação: por lei"
    if fold(words(name)[0]) in _PURPOSES and not (is_infinitive(first) or is_verb_form(first) or is_act(value)):
        return False
    if (
        fold(words(name)[0]) in _MEASURED
        and re.search(r"\d", value)
        and re.match(r"(?!até|mais|menos)[a-zà-ÿ]{4,}\s[^\d]", value)
    ):
        return False  # "serviços contínuos até 5 anos"
    if _DATE.match(value):
        return fold(words(name)[0]) in _DATED  # not "o envio ao Congresso é 31 de agosto"
    return _AMOUNT.match(value) is None or _is_measured(name)


def question_about_value(attribute: Attribute, genders: Genders) -> str:
    """Return "Qual é a porta do protocolo HTTP?"; empty where its grammar is not sure."""
    named, verb = named_value(attribute, genders)
    if verb == "são" and not re.search(r",|\se\s", attribute.value) and not is_plural(attribute.value):
        return ""  # "os parâmetros: taxa"
    which = "Quem" if fold(words(attribute.name)[0]) in _PERSONS else "Quais" if verb == "são" else "Qual"
    return f"{which} {verb} {named}?" if named else ""


def sentence_of_value(attribute: Attribute, genders: Genders) -> str:
    """Return "A vigência do PPA é de 4 anos", "A porta do serviço HTTP é a 80"; empty where its grammar is not sure."""
    named, verb = named_value(attribute, genders)
    name, value = fold(words(attribute.name)[0]), attribute.value
    if not named or verb != "é":
        return ""
    if name == "porta" and value.isdigit():
        return capitalized(f"{named} é a {value}")
    if _PERCENTAGE.fullmatch(value) or (_PLAIN_AMOUNT.fullmatch(value) and _is_measured(attribute.name)):
        return capitalized(f"{named} é de {value}")
    known = subject_of(attribute.of, genders) != attribute.of  # not "a função de PC"
    infinitive = known and name in _PURPOSES and is_infinitive(words(value)[0])
    return capitalized(f"{named} é {value}") if infinitive else ""


def _is_adjective(value: str, genders: Genders) -> bool:
    first = (words(value) or [""])[0]
    if is_infinitive(first) or _DEGREE.match(value):
        return False
    described = is_predicative(first) or looks_adjectival(first) or first in lexicon.ADJECTIVES
    return first.islower() and described and not genders.is_listed(first)


def _is_measured(name: str) -> bool:
    """True for a column that may hold an amount: "prazo de envio"."""
    head = fold((words(name) or [""])[0])
    return head in _MEASURED | lexicon.ATTRIBUTES | lexicon.AMOUNTS or singular_form(head) in lexicon.AMOUNTS
