"""What lists of a note are called, and what they hold as it is shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tutor.language import fold, is_dictionary_word, language_of
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import is_bare_adjective
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import common_form, is_plural
from tutor.practice.grammar.shapes import is_finite
from tutor.practice.grammar.spelling import unshouted, written_out
from tutor.practice.grammar.verbs import first_word, is_infinitive, is_verb_form, last_word, words
from tutor.practice.grammar.wording import clean_clause, is_presentable, name_of, with_aliases
from tutor.practice.reading.knowledge import GroupKind
from tutor.types import Block, Form

_LEAD_END = re.compile(
    r"(?:\b(?:como|são|incluem?|abrangem?|compreendem?|seguintes|por|em|entre)|:)\s*$", re.IGNORECASE
)
_LONGEST_MEMBER = 90
_COLUMNS, _FEWEST_LEFT = 2, 2  # columns of two lists, and rows that the longer one has more
_LONGEST_TITLE = 5  # words
_NOT_DEFINED = frozenset(
    """fatores causas consequencias vantagens desvantagens beneficios limitacoes riscos cuidados requisitos exemplos
    motivos medidas efeitos criticas regras dicas""".split()
)
"""What a list holds that says when, why or how of its members, and not what they are."""
_SHORTEST_LABEL = 4  # letters of a plural; "pós" is none
_ENGLISH_PREDICATES = frozenset("no not only is are has have can creates uses allows keeps does needs".split())


@dataclass(frozen=True, slots=True)
class Listed:
    """A label, how it goes with its members, and the members, `ordered` where one comes after the other.

    `aliases` are other names of the label.
    """

    label: str
    kind: GroupKind
    members: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    ordered: bool = False


def leads_a_list(text: str) -> bool:
    """True for a bullet that ends where its list begins: "pode ser afetado por fatores como"."""
    return bool(_LEAD_END.search(text.strip()))


def is_titled(text: str) -> bool:
    """True for a line that is nothing but the name of a list and a colon: "Fenômenos:"; not for "causas:"."""
    bare = text.strip().removesuffix(":").strip()
    titled = text.strip().endswith(":") and not _LEAD_END.search(bare) and 0 < len(bare.split()) <= _LONGEST_TITLE
    return titled and fold(bare.split()[0]) not in _NOT_DEFINED and not is_finite(bare)


def is_class(label: str) -> bool:
    """True for a plural that names what its members are: "tipos de X", "princípios"."""
    return fold(first_word(label).split("/")[0]) in lexicon.CLASSES


def names_kind(label: str) -> bool:
    """True for a plural that may name what its members are, where it says of what: "estratégias de rega"."""
    head, *rest = words(label) or [""]
    return is_class(label) or (fold(head) in lexicon.LISTED and bool(rest))


def is_list_label(label: str) -> bool:
    """True for a name that a list may follow: a class, or any plural in lower case or of one word."""
    return is_class(label) or (
        len(label) > _SHORTEST_LABEL and is_plural(label[:1].lower() + label[1:]) is True if label else False
    )


def kind_of(label: str) -> GroupKind:
    """Return how a label goes with what it lists: "componentes" names them, "tipo 1" holds them."""
    head = first_word(label)
    label = label[:1].lower() + label[1:] if is_class(label) else label
    return GroupKind.PLURAL if is_plural(label) and not head.isupper() else GroupKind.CLASS


def open_sentence(text: str) -> str:
    """Return the beginning of a sentence that a list ends, cleaned."""
    bare = re.sub(r"\b(?:os|as)?\s*seguintes\s*:?\s*$", "", text.strip())
    named = bare.endswith(":") and not (is_verb_form(last_word(bare)) or _LEAD_END.search(bare.rstrip(": ")))
    lead = clean_clause(f"{bare.rstrip(': ')} X").removesuffix(" X")
    return f"{lead}:" if lead and named else lead


def members_of(raw: Sequence[str]) -> tuple[str, ...]:
    """Return members as they are shown; those that cannot be shown or repeat one are left out."""
    unnumbered = [re.sub(r"^\d{1,2}\s*[:–-]\s+(?=[^\W\d])", "", member) for member in _uncounted(raw)]
    shown = [re.sub(r"^(?:e|ou)\s+", "", clean_clause(with_aliases(written_out(member)))) for member in unnumbered]
    whole = [m for m in shown if 0 < len(m) <= _LONGEST_MEMBER and not re.search(r"\s[-–—]\s|\(\+", m)]
    fit = [
        m
        for m in whole
        if not re.match(r"exs?\b|(?:as |os )?(?:outr[oa]s|demais)\b", m) and not _is_predicate((words(m) or [m])[0])
    ]
    return tuple(dict.fromkeys(fit))


def _uncounted(raw: Sequence[str]) -> Sequence[str]:
    """Return "abordagem" for "2º abordagem" where all are counted so; "1º grau" and "2º grau" as they are."""
    named = [member[2:].lstrip("ºª° ") for member in raw]
    counted = all(re.match(rf"{at}[ºª°] ", member) for at, member in enumerate(raw, 1))
    return named if counted and len(set(named)) == len(raw) else raw


def item_name(item: Block) -> str:
    """Return the name of a bullet, empty where it says more than a name."""
    statement = item.statement
    if statement.terms and statement.form is not Form.ASIDE:
        shown = name_of(statement.terms[0])
    else:
        shown = clean_clause(statement.label)
    bad = not shown or is_finite(shown) or len(shown.split()) > 8
    return "" if bad or not is_presentable(shown) else shown


def _is_predicate(first: str) -> bool:
    """True for the first word of what tells something and names nothing: "tolera", "only"."""
    return is_verb_form(first) or first in _ENGLISH_PREDICATES


def in_common_form(members: tuple[str, ...], genders: Genders) -> tuple[str, ...]:
    """Return members in lower case where all of them are common nouns that only begin with a capital, or shouted."""
    quiet = tuple(map(unshouted, members))
    members = members if any(member.isupper() for member in quiet) else quiet
    if all(re.match(r"[A-ZÀ-Þ][a-zà-ÿ]+\s[a-zà-ÿ][^A-ZÀ-Þ]*$", member) for member in members):
        return tuple(member[:1].lower() + member[1:] for member in members)
    lowered = tuple(_lowered(member, genders) for member in members)
    named = [member for member in lowered if not (member[:1].islower() or genders.is_name(member))]
    language = "en" if language_of(" ".join(members)) == "en" else "pt"
    if named and 2 * len(named) <= len(members) and all(_may_be_common(member, language) for member in named):
        return tuple(m[:1].lower() + m[1:] if m in named else m for m in lowered)
    return members if named else lowered


def _lowered(member: str, genders: Genders) -> str:
    """Return a member in common form, so an infinitive or an adjective that stands alone: "Planejar", "Estratégico"."""
    lowered = member.lower()
    alone = " " not in member and member[1:].islower() and (is_infinitive(lowered) or is_bare_adjective(lowered))
    return lowered if alone else common_form(member, genders)


def _may_be_common(member: str, language: str) -> bool:
    """True for "Retrabalho", which stands among common nouns: words of a dictionary, the first one capitalised."""
    first, *rest = words(member) or [""]
    plain = first[1:].islower() and all(word.islower() for word in rest)
    doing = first.endswith("ing") and is_dictionary_word(first.lower(), ("en",))  # "Benchmarking"
    quality = language == "en" and first.endswith(("ity", "tion", "ness", "ment"))  # "Atomicity"
    return plain and (doing or quality or is_dictionary_word(first.lower(), (language,)))


def are_lists(rows: Sequence[Block]) -> bool:
    """True where two columns hold lists of their own: headers that count both, or the last rows have but the first."""
    pairs = [row.cells for row in rows if len(row.cells) == _COLUMNS]
    if not pairs or len(pairs) < len(rows):
        return False
    counted = all(re.search(r"\(\d+\)\s*$", header) for header, _ in pairs[0])
    return counted or not any(value.strip() for _, (_, value) in pairs[-_FEWEST_LEFT:])
