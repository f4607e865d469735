"""Sentences and questions about one value of a table: "A porta do protocolo SSH é 22"."""

import re

from tutor.language import fold
from tutor.practice import lexicon
from tutor.practice.articles import subject_of
from tutor.practice.endings import looks_adjectival
from tutor.practice.genders import Genders
from tutor.practice.knowledge import Attribute
from tutor.practice.nouns import article, capitalized, common_form, contract, is_act, is_plural, singular_form
from tutor.practice.shapes import Shape, is_finite, shape_of
from tutor.practice.verbs import PREPOSITIONS, is_infinitive, is_predicative, is_verb_form, words

_AMOUNT = re.compile(r"\d+(?:[.,]\d+)?(?:\s(?:a|até)\s\d+)?\s+[a-zà-ÿ]{3,}", re.IGNORECASE)
_LOOSE_OWNER = re.compile(r"\s(?:e|ou)\s|/|^(?:demais|outr[oa]s?)\s", re.IGNORECASE)
"""What no one article goes before, or what another row tells: "obras e serviços", "outras compras"."""
_DEGREE = re.compile(r"(?:maior|menor|melhor|pior|alt[oa]|baix[oa])(?:e?s)?\s", re.IGNORECASE)
_PURPOSES = frozenset("funcao finalidade objetivo".split())
_MEASURED = frozenset(
    "prazo duracao idade vigencia validade mandato limite valor tamanho capacidade velocidade tempo".split()
)


def named_value(attribute: Attribute, genders: Genders) -> tuple[str, str]:
    """Return ("a porta do protocolo SSH", "é"); the first empty where gender or number is not sure."""
    name = attribute.name if attribute.name.isupper() else attribute.name[:1].lower() + attribute.name[1:]
    gender, plural = genders.of(name), is_plural(name)
    owner = subject_of(attribute.of, genders)
    bare = owner == attribute.of and owner[0].isdigit()  # "1FN"
    loose = bare or _LOOSE_OWNER.search(attribute.of) or is_infinitive(words(attribute.of)[-1])
    if gender is None or plural is None or loose or not _goes_with(attribute.value, name):
        return "", "é"
    owner = contract("de", owner)
    return f"{article(gender, plural=plural)} {name} {owner}", "são" if plural else "é"


def _goes_with(value: str, name: str) -> bool:
    """True unless an amount stands in a column that holds none, or what is no act in one of purposes."""
    first = (words(value) or [""])[0]
    if fold(words(name)[0]) in _PURPOSES and not (is_infinitive(first) or is_verb_form(first) or is_act(value)):
        return False
    if (
        fold(words(name)[0]) in _MEASURED
        and re.search(r"\d", value)
        and re.match(r"(?!até|mais|menos)[a-zà-ÿ]{4,}\s[^\d]", value)
    ):
        return False  # "serviços contínuos até 5 anos"
    return _AMOUNT.match(value) is None or _is_measured(name)


def attribute_sentence(attribute: Attribute, value: str, genders: Genders) -> str:
    """Return "A porta do protocolo SSH é 22"; empty where the grammar is not sure."""
    named, verb = named_value(attribute, genders)
    value = common_form(value, genders)
    joined = re.search(r"\s(?:e|ou)\s", value) is not None
    loose = not joined and (", " in value or (verb == "são" and is_plural(value) is not True))
    if (
        not (named and _is_definite(attribute))
        or loose
        or is_finite(value)
        or not _agrees(value, attribute.name, genders)
    ):
        return ""
    return capitalized(_with_value(named, verb, value, genders))


def question_about_value(attribute: Attribute, genders: Genders) -> str:
    """Return "Qual é a porta do protocolo HTTP?", or "Como é …?" where the value is an adjective."""
    named, verb = named_value(attribute, genders)
    named = named or f"{attribute.name} {contract('de', subject_of(attribute.of, genders))}"
    sort = f"{fold(attribute.name)}s" in lexicon.CLASSES
    if _is_adjective(attribute.value, genders) and not sort:
        return f"Como {verb} {named}?"
    return f"{'Quais' if verb == 'são' else 'Qual'} {verb} {named}?"


def _is_adjective(value: str, genders: Genders) -> bool:
    first = (words(value) or [""])[0]
    if is_infinitive(first) or _DEGREE.match(value):
        return False
    described = is_predicative(first) or looks_adjectival(first) or first in lexicon.ADJECTIVES
    return first.islower() and described and not genders.is_listed(first)


def _agrees(value: str, name: str, genders: Genders) -> bool:
    """True for a value that can stand behind "a porta é": one that begins with an adjective must agree."""
    first = words(value)[0] if words(value) else ""
    if not first or first.casefold() in PREPOSITIONS or not value[0].isalnum() or _DEGREE.match(value):
        return False
    if not first.islower():
        return True
    plural = is_plural(name[:1].lower() + name[1:])
    if _is_adjective(value, genders):
        ending = first.rstrip("s")[-1]
        return first.endswith("s") == plural and (ending not in "oa" or (ending == "a") == (genders.of(name) == "f"))
    return is_plural(value) in {plural, None}


def _with_value(named: str, verb: str, value: str, genders: Genders) -> str:
    """Return "o prazo é de 120 dias", "é de no mínimo 3 membros", "a função consiste em regras", "a porta é 22"."""
    if limit := re.match(r"(mínimo|máximo) de (?=\d)", value):
        return f"{named} {verb} de no {limit[1]} {value[limit.end() :]}"
    if value[:1].isdigit():
        return f"{named} {verb} {'de ' if _AMOUNT.match(value) else ''}{value}"
    if verb == "são" or not genders.is_noun((words(value) or [""])[0], ""):
        return f"{named} {verb} {value}"
    return f"{named} {_predicate(value, genders)}"


def _predicate(value: str, genders: Genders) -> str:
    """Return "é a Guerra de Canudos", "é o equilíbrio", "consiste no envio de e-mail", or "é" and the bare value."""
    gender = genders.of(value)
    if re.search(r"\s(?:e|ou)\s", value):
        return f"é {value}"
    title = value[0].isupper() and re.match(r"\S+ d[eoa]s? ", value) and genders.is_common(words(value)[0])
    alone = value[0].islower() and " " not in value and not looks_adjectival(value)
    if gender is not None and is_plural(value) is not True and (title or alone):
        return f"é {article(gender)} {value}"
    named = gender is not None and shape_of(value, genders) is Shape.NOUN and value[0].islower()
    phrase = f"{article(gender)} {value}" if named and gender is not None else value
    return f"consiste {contract('em', phrase)}" if named and is_act(value) else f"é {phrase}"


def _is_definite(attribute: Attribute) -> bool:
    """True for what a thing has one of, "prazo", "porta"; not for "autorização", which may be any noun."""
    head = singular_form(fold(words(attribute.name)[0]))
    return head in lexicon.ATTRIBUTES | lexicon.AMOUNTS - {"conteudo"}


def _is_measured(name: str) -> bool:
    """True for a column that may hold an amount: "prazo de envio"."""
    head = fold((words(name) or [""])[0])
    return head in _MEASURED | lexicon.ATTRIBUTES | lexicon.AMOUNTS or singular_form(head) in lexicon.AMOUNTS
