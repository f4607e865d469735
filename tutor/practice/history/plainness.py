"""The marks of a telegraphic note that an exercise bears.

The forms and the marks are those that Portuguese readers, judging exercises strictly, stumbled over most often; what
they weigh in the order of a session is learned (`tutor.practice.history.naturalness`).
"""

import re
from collections.abc import Sequence

from tutor.language import fold, is_stop_word
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.shapes import is_finite
from tutor.practice.grammar.verbs import is_infinitive
from tutor.types import Exercise, ExerciseKind

WAITS = 2
"""As many marks count as one form that half of the readers stumbled over."""

_SHORTEST, _SHORT, _LONG = 8, 14, 23  # words: said enough from, short below, a line with more facts than one above
_FEW = 3  # words
_SMALL_WORDS = 0.25  # of a line's words; a sentence has more
_ASKS_VALUE = re.compile(r"^(?:.+: )?[Qq]ua(?:l é|is são) (?!.*\bsigla\b|.*itens\)$)")
_TELLS_OF = re.compile(r"\babrang|What (?:does|characterizes) “|Explain what “")
"""What is asked of a name of which the notes tell something that may be no definition, or list what it may be of."""
_DESCRIBED = re.compile(r"“([^”]+)”")
"""A description whose name is asked for."""
_SAYS = re.compile(r"->|→|=|:|\{|\*\*|\||\b(?:é|são)\b")
"""What stands in a line that says what something is."""
_ARROW = re.compile(r"->|→")
_LISTED = re.compile(r"Enumere|Quais são .*itens\)$")
_OF_WHAT = re.compile(r"\bd[aeo]s?\b")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_ACRONYM = re.compile(r"\b[A-Z]{2,}")
_DIGIT = re.compile(r"\d")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_ASKS_CONCEPT = re.compile(r"(?:O que (?:se entende por|caracteriza)|Conceitue|Caracterize) “?(?:[oa]s? )?([^(”?.]*\w)")
_ASKS_TRAIT = re.compile(r"O que caracteriza |Caracterize ")
"""What asks what a thing does, of which the notes seldom say all."""
_ASIDES = re.compile(r"\([^()]*\)|\{[^{}]*\}")
_EXAMPLES = re.compile(r"\bexs?\s*:.*")
_MOST = 0.7
_FIVE_PAIRS = re.compile(r"não corresponde ao conceito|does not match the concept")
"""What shows five names with what defines them, each of which has to read well."""
_CLOZE = "Complete"
"""How a card with a gap begins: the line it is cut from seldom stands alone."""
_OF_THE_STUDENT = re.compile(r"(?:Quem|Que|Qual|Onde|Quando|Por que|Como) (?!é\b)")
"""How a question begins that the student wrote down, with its context in mind where it is short."""
_LOADED = re.compile(r"[\d/=():\"“+]|\bdiferentes? d")
_UNTOLD = re.compile(
    r"^[AO] (?:lei|decreto|norma|código|resolução|portaria|autor|texto|nota)\b(?! (?:d|n[º°]|complementar|\d))"
    r"|\b(?:mais|menos) [a-zà-ÿ]+[.,;]|\b(?:é|são) [oa]s? (?:mais|menos|maior|menor|melhor|pior)\b"
)
"""What leaves open which law it speaks of, or what it compares with: "converge mais rápido", "é a mais difícil"."""
_SITUATES = re.compile(r"(?:N[oa]s?|Em|De acordo com) ")
"""How a key begins that tells what is so in a thing, and not what the thing is."""
_COLLOQUIAL = re.compile(
    r"\b(?:gente que|galera|na cola d[eoa]|tipo assim|manda(?:m|r)?|(?:um )?monte de|coisas?(?! julgada)|a cara d[eoa]"
    r"|tem que|têm que|podem? dar|d(?:á|ão|ar) (?:conta|certo|errado|problema|pau|ruim)|de vez|quem é|bota(?:m|r)?"
    r"|joga(?:m|r)? (?:fora|tudo|n[oa])|na hora d[eoa]|vira(?:m|r)?|pega(?:m|r)?|na prática"
    r"|(?:t[aá]|tão|vai|vão) [a-zà-ÿ]+ndo)\b",
    re.IGNORECASE,
)
"""What is said and no board writes: "manda para terceiro"."""
_PLACED = re.compile(r"(?:N[oa]s?|Em) ")
_TERSE = re.compile(r"[A-Z]{2,}\b|.*(?:,|\b(?:pode|podem|tem|têm)\b)")


def marks(exercise: Exercise) -> int:
    """Return how many marks of a telegraphic note an exercise bears, `WAITS` at least where its form is a hard one."""
    return sum(_marks(exercise)) + (WAITS if _is_hard(exercise) else 0)


def _marks(exercise: Exercise) -> tuple[bool, ...]:
    said, line, key = exercise.prompt.split("\n\n")[-1], exercise.citation.quote, exercise.key
    match exercise.kind:
        case ExerciseKind.TRUE_FALSE:
            return ("{" in line, _is_clipped(line), len(line.split()) > _LONG, _ACRONYM.search(said) is not None)
        case ExerciseKind.FLASHCARD:
            slashed = "/" in key + said
            loose = (_leaves_out(said, key, line), _is_fragment(said, key), _ASKS_TRAIT.match(said) is not None)
            return ("(" in key, "," in key, slashed, slashed, "“" in said, _DIGIT.search(said) is not None, *loose)
        case ExerciseKind.MULTIPLE_CHOICE:
            return (_ARROW.search(line) is not None, line.count(",") > 1)
        case ExerciseKind.OPEN:
            told = "; ".join(exercise.rubric)
            bracketed = "(" in told
            return (
                bracketed,
                bracketed,
                len(exercise.rubric) > 1,  # so has a list, which notes seldom name in full: "linhas do IIA"
                "/" in key,
                _leaves_out(said, told, line),
                _is_fragment(said, key),
                _ASKS_TRAIT.match(said) is not None,
                *(p.search(told) is not None for p in (_ACRONYM, _DIGIT)),
            )


def _is_fragment(asked: str, key: str) -> bool:
    """True for a definition that is no sentence about its name: "Processo fixo em uma fila", of "múltiplas filas"."""
    named = _ASKS_CONCEPT.match(asked)
    return named is not None and fold(named[1]) not in fold(key)


def _leaves_out(asked: str, told: str, line: str) -> bool:
    """True for a definition that shows less than most of the words behind its name, examples and asides apart."""
    if _ASKS_CONCEPT.match(asked) is None:
        return False
    behind = _ASIDES.sub("", _EXAMPLES.sub("", re.split(r"->|→|=>|: ", line, maxsplit=1)[-1]))
    written, shown = (re.findall(r"\w+", text) for text in (behind, _IN_BRACKETS.sub("", told)))
    return len(shown) < _MOST * len(written)


def _is_clipped(line: str) -> bool:
    """True for a line with few small words: "planejamento inicial, entregas curtas"."""
    words = re.findall(r"[^\W\d_]+", line)
    return sum(map(is_stop_word, words)) < _SMALL_WORDS * len(words)


def _is_hard(exercise: Exercise) -> bool:
    """True for an exercise of a form that half of its readers stumbled over."""
    said = exercise.prompt.split("\n\n")[-1]
    tells_of = _TELLS_OF.search(said) is not None
    told = _told_by(exercise)
    if _is_left_open(told) or _COLLOQUIAL.search(told):
        return True
    match exercise.kind:
        case ExerciseKind.TRUE_FALSE:
            return (
                _is_terse(said)
                or tells_of
                or _UNTOLD.search(said) is not None
                or _SAYS.search(exercise.citation.quote) is None
            )
        case ExerciseKind.FLASHCARD:
            tabled = "|" in exercise.citation.quote  # headers seldom say of what
            brief = _ASKS_VALUE.match(said) is not None and (tabled or _is_brief(exercise.key))
            own = _OF_THE_STUDENT.match(said) is not None and len(said.split()) < _SHORTEST
            loose = _LISTED.match(said) is not None and _is_loose(said, exercise.key.split(";"))
            situated = _ASKS_TRAIT.match(said) is not None and _SITUATES.match(exercise.key) is not None
            return brief or own or loose or situated or said.startswith(_CLOZE) or tells_of
        case ExerciseKind.MULTIPLE_CHOICE:
            apart = len(exercise.citation.path) == 1  # beside whatever else a note is about
            mixed = len({option.text[:1].isupper() for option in exercise.options}) > 1  # acronyms and common names
            return apart or mixed or _tells_an_act(told) or _FIVE_PAIRS.search(said) is not None or tells_of
        case ExerciseKind.OPEN:
            return tells_of or (_LISTED.match(said) is not None and _is_loose(said, exercise.rubric))


def _told_by(exercise: Exercise) -> str:
    """Return what an exercise says of its subject: an assertion, an answer, or the description of a name asked for."""
    match exercise.kind:
        case ExerciseKind.TRUE_FALSE:
            return exercise.prompt.split("\n\n")[-1]
        case ExerciseKind.MULTIPLE_CHOICE:
            described = _DESCRIBED.search(exercise.prompt)
            return described[1] if described else ""
        case _:
            return exercise.key


def _is_left_open(told: str) -> bool:
    """True for what quotes the student's own words, or ends in an act and not with what it is done to.

    So do "registra as alterações antes de efetivar" and "fica em laço testando".
    """
    last = re.search(r"(?P<joint>\b(?:a|ao|após|de|para|sem) )?(?P<act>[a-zà-ÿ]+)\W*$", told)
    joint, act = last.group("joint", "act") if last else (None, "")
    going = act.endswith(("ando", "endo", "indo")) and act not in lexicon.NOUNS  # not "comando"
    return '"' in told or going or (joint is not None and is_infinitive(act))


def _is_loose(asked: str, members: Sequence[str]) -> bool:
    """True for a list that does not say of what it is, "os estágios clássicos", or of names, which may have more."""
    proper = sum(_CAPITAL.search(_IN_BRACKETS.sub("", member)) is not None for member in members)
    return 2 * proper > len(members) or _OF_WHAT.search(asked) is None


def _tells_an_act(description: str) -> bool:
    """True for "Tenta de novo", "Dividir a tabela" and "A taxa sobe": what is done, and not what a thing is."""
    opening = description[:1].lower() + description[1:]
    return is_finite(opening) or re.match(r"[^\W\d_]+[aei]r\s", opening) is not None


def _is_terse(assertion: str) -> bool:
    """True where it counts, abbreviates or has asides, is very short, or is short and not straightforward.

    So it is where it begins away from its subject, joins clauses or hangs on a weak verb: "Em DMA, o controlador
    transfere direto". Notes are telegraphic, and more words leave less to guess.
    """
    length = len(assertion.split())
    short = length < _SHORTEST or (length < _SHORT and _TERSE.match(assertion) is not None)
    return short or _PLACED.match(assertion) is not None or _LOADED.search(assertion) is not None


def _is_brief(value: str) -> bool:
    """True for a few words without a number, from a column that seldom says of what: "Qual é o grupo do aposto?"."""
    return len(value.split()) <= _FEW and _DIGIT.search(value) is None
