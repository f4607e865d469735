"""Which names a note can define, and which only say a value of what stands above or below them."""

import re

from tutor.language import fold
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import is_bare_adjective, looks_adjectival
from tutor.practice.grammar.labels import is_generic, label_of, needs_complement
from tutor.practice.grammar.nouns import is_plural, singular_form
from tutor.practice.grammar.resemblance import shares_stem
from tutor.practice.grammar.untold import is_of_student
from tutor.practice.grammar.verbs import (
    BEFORE_VERBS,
    PRONOUNS,
    QUANTIFIERS,
    SUBORDINATORS,
    first_word,
    is_infinitive,
    words,
)
from tutor.practice.grammar.wording import main_name, name_of
from tutor.practice.reading.lists import is_class
from tutor.practice.reading.source import Source, Unit
from tutor.types import Block

_LONGEST_VALUE = 8  # words of the value of an attribute; more of them define
_NOT_A_CONCEPT = frozenset(
    map(
        fold,
        """importante atenção cuidado lembrar lembrete obs observação nota resumo dica pegadinha regra geral
        exceção exceções ressalva ressalvas
        solução defesa analogia vantagem desvantagem diferença definição
        conceito contraponto pré-requisito requisito sintoma saída
        benefits downsides challenges advantages disadvantages drawbacks drawback definition
        defense defence prevention mitigation usage purpose goal
        causa causas consequência comparação link fonte referência resposta pergunta questão gabarito
        comentário problema gargalo foco propósito nome macete segredo desafio
        catch gotcha trick ports""".split(),
    )
) | {"ponto fraco", "ponto forte", "regra de ouro", "weak point", "strong point"}
_DATE = re.compile(
    r"(?:\d{1,2}º? (?:de )?)?(?:jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez)"
    r"(?:eiro|ereiro|co|il|o|ho|to|embro|ubro)?\.?(?: de |[/ -])\d{2,4}"
    r"|(?:anos|decada de) \d+|sec(?:ulo|\.)? [ivx]+|(?:inicio|fim|final|meados) d\w+ \d+"
)
"""When something was so, and no name of it: "out/2009", "séc. XX"."""
_FORMULATION = re.compile(r"(?i:definição|conceito|formulação) d[oa]s? [A-ZÀ-Þ]")
"""Whose words those behind the name are."""
_HINTS = frozenset("exam mnemonico mnemonicos macete bizu dica pegadinha".split())
_JUDGED = re.compile(
    r"(?:excecao|problema|erro|exemplo|caso|gargalo|duvida|confusao|armadilha|diferenca|solucao|situacao|detalhe|ponto"
    r"|risco|causa|motivo|uso|pergunta|resposta|consequencia|efeito|vantagem|desvantagem)s?"
    r" (?:(?:mais|menos|muito) )?(?:classic|tipic|famos|conhecid|comu[mn]|frequente|usua[li]|habitua[li]|principa[li]"
    r"|importante|perigos|interessante)(?:[oa]|[oae]?s)?"
)
"""What is only said to be well known or frequent, and of what, the notes around it tell: "exceção clássica"."""
_COUNTED = re.compile(r"\b[oa]s (?:dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|doze)\b")
"""How many a list has: "dele também as dez heurísticas"."""
_OF_THE_REST = frozenset("outro outra outros outras demais".split())
"""What names the rest of several, and what those are is told elsewhere."""
_TOLD_OF_EACH = frozenset("prazo aliquota mandato idade".split())


def is_term(term: str) -> bool:
    """True for a name that can be defined: no hint, comparison, choice, sentence or instruction."""
    plain = fold(main_name(term))
    compared = re.search(
        r"^[a-z] (?:em|n[oa]s?) |^(?:acima|abaixo|antes|depois|mais|menos) (?:d[eoa]s?|que)\b|^def\b"
        r"|^(?:x|vs\.?|versus)\s|^\d+[ºª°oa]\s\w+$|^(\w+) a \1$|^\d+ \w+s\b"
        r"|^(?:two|three|four|five|six|solucao para)\s"
        r"|\bvoce\b|[a-z]-[oa]s?\b|\s(?:x|vs\.?|versus)\s|^(?:melhor|pior|maior|menor|principal|prazo|watch|remember)\b",
        plain,
    )
    if is_of_student(term) or re.search(r"\bn[ºo°]\.? ?\d+$", term) or _FORMULATION.match(term):
        return False  # "resposta que achei", "defesa nº 1", "definição da ISO 9000"
    first = first_word(plain)
    counted = re.match(r"\d+ [a-zà-ÿ]", main_name(term)) is not None  # "4 ofuscação", "3 camadas"
    counted = counted or first in PRONOUNS or _COUNTED.search(plain) is not None
    if (
        counted
        or _JUDGED.fullmatch(plain)
        or _DATE.fullmatch(plain)
        or len(plain) < 2
        or ", " in plain
        or re.match(r"\S+ e \S+(?! d[eoa]s?\b)", plain)
        or first in QUANTIFIERS | SUBORDINATORS | BEFORE_VERBS | {"nem", "quanto", "so", "apenas"}
    ):
        return False
    if (
        (is_infinitive(first) and first not in lexicon.NOUNS)
        or first in _HINTS | _OF_THE_REST
        or first
        in {
            "ex",
            "exemplo",
            "exemplos",
            "questao",
            "obs",
        }
    ):
        return False
    return not compared and plain not in _NOT_A_CONCEPT and not is_generic(term) and not re.fullmatch(r"[\W\d]+", plain)


def attribute_listed(above: Block) -> str:
    """Return "prazo" for a block "prazos" or "prazos do processo", which tells it of each bullet below; else ""."""
    label = label_of(above)
    head = singular_form(first_word(label).lower())
    return head if label and is_plural(label.lower()) and fold(head) in _TOLD_OF_EACH else ""


def _is_adjective(block: Block) -> bool:
    return is_bare_adjective(label_of(block))


def is_attribute(unit: Unit, source: Source) -> bool:
    """True for "prazo: 30 dias", a name that says what only with its owner, and for what is listed below "prazos"."""
    label = name_of(unit.statement.label)
    above = source.parent(unit.block)
    if above is not None and attribute_listed(above):
        return bool(unit.statement.terms)
    if above is not None and is_class(main_name(label_of(above))):
        return False
    if above is not None and shares_stem(label, label_of(above)):
        return False  # "problema" below "gerenciamento de problemas"
    if above is not None and looks_adjectival(label) and any(map(_is_adjective, source.children(above))):
        return False  # "local" beside "global"
    definition = words(unit.statement.definition)
    brief = len(definition) <= _LONGEST_VALUE and "que" not in definition
    owned = (fold(label) in lexicon.ATTRIBUTES and brief) or needs_complement(label) or fold(label) in source.repeated
    return bool(unit.statement.terms) and owned
