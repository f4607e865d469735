"""Foreign names with the kind of thing that they name, as an exam has them: "comando grep", "modelo full"."""

import re
from collections import Counter
from collections.abc import Sequence

from tutor.language import fold, is_dictionary_word
from tutor.practice.grammar.endings import looks_adjectival
from tutor.practice.grammar.labels import label_of
from tutor.practice.grammar.nouns import common_form, singular_form
from tutor.practice.grammar.verbs import first_word, words
from tutor.practice.grammar.wording import main_name
from tutor.practice.reading.source import Source, Unit
from tutor.types import Block, BlockKind

_LONGEST_KIND = 3  # words
_LONGEST_NAME = 2  # words
_KINDS = frozenset(
    """comando funcao operador tag metodo parametro modelo modo indice diretiva instrucao opcao atributo evento clausula
    diretorio arquivo biblioteca banco sinal pacote modulo estado campo topologia padrao nivel""".split()
)
"""What stands before a name without a preposition: "o comando grep"; not "o ataque phishing"."""
_SORTS = re.compile(r"(?:principais|tipos de|exemplos de|alguns)\s+", re.IGNORECASE)


def with_kind(name: str, unit: Unit, source: Source) -> str:
    """Return "comando grep" for "grep" below "comandos", where nothing shows what part of speech the name is."""
    above = source.parent(unit.block)
    if above is None or not is_opaque(words(main_name(name))) or re.search(r"\w\.\w", name):
        return name  # "build.gradle" says that it is a file
    label = common_form(_SORTS.sub("", main_name(label_of(above))), source.genders)
    kind = singular_form(label)
    beside = [main_name(each) for block in source.children(above) if (each := label_of(block))]
    mixed = not all(_may_be_opaque(words(each)) for each in beside)  # "decorador" below "funções" is no function
    sorted_apart = any(block.statement.sets for block in source.children(above))  # "web { Django, Flask }"
    mixed = mixed or sorted_apart or _is_outside_family(name, beside)
    if kind == label or fold(first_word(kind)) not in _KINDS or mixed:
        return name
    shown = kind if len(kind.split()) <= _LONGEST_KIND else first_word(kind)
    return name if fold(first_word(kind)) in fold(name) else f"{shown} {name}"


def _is_outside_family(name: str, beside: Sequence[str]) -> bool:
    """True for "hot swap" beside "RAID 0" and "RAID 1", which are what is listed."""
    family = Counter(first_word(each) for each in beside if re.search(r"\s\d+$", each))
    return any(count > 1 for count in family.values()) and first_word(name) not in family


def is_apposed(name: str) -> bool:
    """True for "comando grep", which takes the article of its kind; not for "modo automático"."""
    kind, *rest = words(main_name(name)) or [""]
    return fold(kind) in _KINDS and is_opaque(rest)


def is_value(name: str, above: Block | None) -> bool:
    """True for "sticky" below "position": what a foreign word below another is, neither of them says.

    Nor does "status" below "rsyncd", of which the name above is no word of any language.
    """
    if above is None or above.kind is not BlockKind.ITEM:
        return False
    label = label_of(above)
    if " " in f"{name}{label}" or not is_opaque(words(label)):
        return False
    return is_opaque(words(name)) or (not is_dictionary_word(label) and is_dictionary_word(name.lower(), ("en",)))


def _may_be_opaque(parts: Sequence[str]) -> bool:
    """True for a foreign name or a sign, whatever its case: "GET", "ls", "find"."""
    return len(parts) <= _LONGEST_NAME and not any(part.islower() and _is_native(part) for part in parts)


def _is_native(word: str) -> bool:
    return looks_adjectival(word) or (is_dictionary_word(word, ("pt",)) and not is_dictionary_word(word, ("en",)))


def is_opaque(parts: Sequence[str]) -> bool:
    """True for one or two foreign words in lower case: "grep", "read committed"."""
    fit = 0 < len(parts) <= _LONGEST_NAME and all(part.islower() for part in parts)
    return fit and not any(is_dictionary_word(part, ("pt",)) or looks_adjectival(part) for part in parts)
