"""Answers that state one fact: a value, a table cell, a sentence that carries the question."""

import re
from collections.abc import Iterator, Sequence

from tutor.answering.claims import Claim, Inquiry, placed
from tutor.answering.continuations import tells_in_title
from tutor.answering.definitions import described
from tutor.answering.evidence import PORT, Evidence, is_bare_parent
from tutor.answering.frames import MADE, QuestionKind, Value
from tutor.answering.makers import MAKER_AND_YEAR, OF_MAKER, TWO_NAMES, without_others
from tutor.answering.matching import shared_order
from tutor.answering.question import GENERIC, SORTS, find_names
from tutor.answering.units import BARE_NUMBER, SHORT_MONTHS, UNIT_STEMS, has_unit, is_of_amount, is_of_other_number
from tutor.answering.wording import clean, escape, segment, state
from tutor.language import fold, is_negated, stem, stems
from tutor.notes.members import outside
from tutor.notes.numerals import NUMBER_WORDS
from tutor.types import BlockKind

_SENTENCE_SHARE = 0.6
_LIKELY_SHARE = 0.5
_STRICT_SHARE = 0.7
_LIKELY_SCORE = 0.95  # of the best score
_STRICT = frozenset({QuestionKind.DEFINITION, QuestionKind.EXAMPLE, QuestionKind.COMPARISON, QuestionKind.OVERVIEW})
_SHOWS = re.compile(r"\b(?:exemplos?|como|ex|examples?|such as|e\.g)\b")
_SPELLED = f"(?:{'|'.join((*NUMBER_WORDS, 'cento'))})"
_VALUES = {
    Value.NUMBER: re.compile(
        r"(?<![\w.,])(?:[-−](?=\d))?\d[\d.,:/]*(?:\s(?:a|até|e|to|-|–)\s\d[\d.,]*|[-–]\d[\d.,]*(?![-–\d]))?"
        r"(?:\s?%|\s?(?:°\s?[cf]|bits?|bytes?|[kmgtpez]?i?b(?:ps|/s)?|[kmg]?hz|[kcm]?m|metros|kg|ms|s|seg(?:undos)?|h|dias?|semanas?|horas?|min(?:utos?)?"
        r"|anos?|meses|days?|hours?|minutes?|years?|months?)\b)?(?<![.,:/])|%"
        rf"|\b{_SPELLED}(?:\se\s{_SPELLED})*\s(?:dias?|semanas?|horas?|minutos?|anos?|m[eê]s(?:es)?|days?|weeks?|hours?|years?"
        r"|months?)\b",
        re.IGNORECASE,
    ),
    Value.DATE: re.compile(
        r"(?<!\d)(?:\d{1,2}/\d{1,2}/\d{2,4}"
        rf"|(?:\b(?:{SHORT_MONTHS})[a-zç]*\.?(?:/|\sde\s|\s))?(?:1[5-9]|20)\d\d"
        r"|(?:(?<=\bem )|(?<=\bin )|(?<=\bano ))\d{3,4}(?! \w{2,}s\b)"
        r"|s[eé]culo\s+[IVX]+|anos\s+\d0|d[eé]cada\s+de\s+\d+)(?!\d)",
        re.IGNORECASE,
    ),
    Value.PRICE: re.compile(
        r"(?:R\$|US\$|\$|€)\s?\d[\d.,]*|\d[\d.,]*\s?(?:reais|d[oó]lares|euros|dollars)", re.IGNORECASE
    ),
    Value.PERSON: re.compile(
        rf"(?<=\w \(){TWO_NAMES}(?=[,)])"
        r"|\b[A-ZÀ-Ý][a-zà-ÿ]+(?:\s+(?:(?:d[aeo]s?|v[ao]n)\s+)?[A-ZÀ-Ý][a-zà-ÿ]+)+"
        r"|(?:(?<=\bpor )|(?<=\bby )|(?<=\bpel[oa] )|(?<=\bpel[oa]s ))(?!autor|dois|duas|três|quatro)(?:[oa]s?\s+)?\w+"
        r"(?:\s[A-ZÀ-Ý][a-zà-ÿ]+)*"
        r"|(?<=\w \()[A-ZÀ-Ý][a-zà-ÿ]+(?=[,)])|(?<=, )[A-ZÀ-Ý][a-zà-ÿ]+(?=\))"
        r"|(?:(?<=^ d[aeo] )|(?<=^ que é d[aeo] ))[A-ZÀ-Ý][a-zà-ÿ]+"
        r"|(?:^|(?<=\bA: ))[A-ZÀ-Ý][a-zà-ÿ]+(?=\s\w+(?:ou|eu|iu|ed)\b)"
        r"|(?:^|(?<=^ )|(?<=[:;,>] ))[A-ZÀ-Ý][a-zà-ÿ]+(?=,?(?: em| in)? \(?(?:1[5-9]|20)\d\d\b)"
        r"|(?<=\bR: )(?!Sim\b|Não\b)[A-ZÀ-Ý][a-zà-ÿ]+\b"
    ),
}
_AND_NOT = re.compile(r"[^,;.]*, (?:e )?(?:não|not) \S")
"""How a value is told with what it is not, from where it begins."""
_GLOSS = re.compile(r"\s\(([^()]+)\)")
_AMOUNT = re.compile(r"[\d.,]+(?: [^\W\d]+)?")
"""A number with its unit and nothing else."""
_BOUND = re.compile(r"\b(?:max|min)(?:im[oa]s?\b|imum\b|\b)|\blimite\b")
"""The most or the least of something, folded."""
_BOTH_BOUNDS = re.compile(
    r"\bmin(?:im[oa])?\b.* (?:e|and) .*\bmax(?:im[oa])?\b|\bmax(?:im[oa])?\b.* (?:e|and) .*\bmin(?:im[oa])?\b"
)
"""Where the least and the most are asked for, folded."""
_OF_LAW = re.compile(r"\bnumero d[aeo]s? (lei|decreto|resolucao|portaria|norma|instrucao|emenda|medida provisoria)\b")
"""What a number is asked of that stands behind its sort: "Lei de Acesso (Lei 12.527/2011)"."""
_PORT_STEM = stem("porta")
_ASKS_MORE = re.compile(r"\b(?:e|and) (?:quando|onde|como|quem|em que|por que|porque|when|where|how|who|why)\b")
_ASKS_SEVERAL = re.compile(
    r"\b(?:autores|criadores|fundadores|inventores|quem (?:foram|sao|\w+aram)|authors|creators)\b"
)
"""How more than one person is asked for, folded."""
LASTING = re.compile(r"\b(?:quanto tempo|how long)\b")
_JOINT = re.compile(rf"[;,](?!\d)|\.\s|\s(?:e|já|enquanto|mas|and|while|but)\s(?!\d|{_SPELLED}\b)|->|→|=>")
_BRACED = re.compile(r"\{([^{}]*)\}")
_ARROW = re.compile(r"->|→|=>")
_LABELLED = re.compile(
    r"\b(?:vers[aã]o|version|v|rfc|iso|norma|lei|art\.?|tipo|camada|n[ií]vel|guia de|p\.|"
    r"pp\.|p[aá]gs?\.?|cap\.|type|layer)\s*$",
    re.IGNORECASE,
)


def state_value(inquiry: Inquiry) -> list[Claim]:
    """Say the number, date, price or person asked for, from the clause that carries what it is asked of."""
    pattern = _VALUES.get(inquiry.question.value or Value.NUMBER)
    if pattern is None:
        return []
    best: tuple[tuple[float, ...], str, int, Evidence] | None = None
    asks_bound = _bound_in(inquiry.question.attribute or inquiry.question.text)
    named = [word for word in inquiry.question.required if word not in SORTS] or inquiry.question.required
    for evidence in (*inquiry.defining_clauses, *inquiry.evidence):
        whole = inquiry.question.value is Value.PERSON
        cover = inquiry.coverage(evidence, named if whole else inquiry.question.specific)
        made = whole and MADE.search(fold(evidence.text))
        if not (cover.own or made) or cover.missing or not inquiry.carries_names(evidence):
            continue
        if is_of_other_number(inquiry, evidence):
            continue
        label = stems(evidence.statement.label) if evidence.statement.definition else []
        headed = bool(label) and all(inquiry.matcher.carried(label, inquiry.question.required))  # "lançamento: 2019"
        bound = bool(asks_bound) and _bound_in(evidence.text) == asks_bound
        for value, at, rank in _values(inquiry, evidence, pattern):
            fit = (bound, rank, headed, cover.own, evidence.score)
            if best is None or fit > best[0]:
                best = (fit, value, at, evidence)
    if best is None:
        return []
    _, value, at, evidence = best
    dated = (
        evidence.clauses() if inquiry.question.value is Value.DATE else ()
    )  # "John Backus (1957)": of what, they say
    clause = next((c for c in dated if value in c.text and inquiry.carries_names(c)), None)
    said = escape(clause.text) if clause else _around(evidence, at)
    is_owner = inquiry.question.value is Value.PERSON and not MADE.search(fold(said))
    several = inquiry.question.value is Value.PERSON and _ASKS_SEVERAL.search(fold(inquiry.question.text))
    asked = fold(inquiry.question.text)
    if is_owner or several or _ASKS_MORE.search(asked) or _BOTH_BOUNDS.search(asked):
        said = state(evidence, inquiry.question.required, inquiry.matcher)
    return [Claim(f"**{escape(value)}** — {said}", (evidence,))]


def _around(evidence: Evidence, at: int) -> str:
    """Return the part of a sentence that holds the value at offset `at`, after the name of what it is about."""
    part = escape(segment(evidence.text, at))
    if _AMOUNT.fullmatch(part) or _AND_NOT.match(evidence.text, at):
        return state(evidence)  # "Revisão, 4 horas", "é 15, não 10"
    label = clean(evidence.statement.label if evidence.statement.definition else "")
    return part if not label or part.startswith(escape(label)) else f"{escape(label)}: {part}"


def _values(inquiry: Inquiry, evidence: Evidence, pattern: re.Pattern[str]) -> Iterator[tuple[str, int, float]]:
    """Yield the values of a sentence, their offsets, and how well their part of it fits.

    Not those of a part about something else.
    """
    required = inquiry.question.specific
    asked = inquiry.question.attribute or inquiry.question.text
    measured = f"{asked} tempo" if LASTING.search(fold(inquiry.question.text)) else asked
    of_law = _OF_LAW.search(fold(inquiry.question.text))
    is_port = _PORT_STEM in required and _PORT_STEM not in stems(evidence.text) and PORT.search(evidence.text)
    names = tuple(stem(name) for name in inquiry.question.names) or required
    named = evidence.statement.definition or evidence.statement.sets
    label = stems(evidence.statement.label if named else "")
    leading = (*label, *evidence.above)
    bound = _bound_in(asked) if _bound_in(evidence.text) else ""
    own, shared = _told_of(inquiry, evidence), list[str]()
    for first, last in _parts(evidence.text):
        part = own[first:last]
        made = MADE.search(fold(part)) is not None
        if inquiry.question.value is Value.PERSON and not (made or OF_MAKER.search(part)):
            continue
        if _bound_in(part) != bound != "" or _is_of_another(inquiry, evidence, part, names, leading):
            continue
        for match in pattern.finditer(part):
            value = match[0].strip(" ,;")
            if is_port:
                found = (port for port in PORT.finditer(own) if port.start() <= first + match.start() < port.end())
                suits = any(_is_port_of(port[0], inquiry) for port in found)
            elif of_law:
                suits = fold(part[: match.start()]).rstrip(" nº°.").endswith(of_law[1])
            else:
                told = bool(bound and BARE_NUMBER.fullmatch(value)) or has_unit(
                    measured, value
                )  # "20 bytes, máximo 60"
                suits = told and not _LABELLED.search(part[: match.start()])
            is_of_other = _is_glossed_so(part, match.end(), names)
            if not suits or is_of_other or fold(value) in names or _repeats(inquiry, value):
                continue
            before = (*stems(evidence.text[: first + match.start()]), *evidence.above)
            led_by = (word for word in stems(part[: match.start()]) if not word.isdecimal())
            shared = shared or [*led_by]  # "prescreve em 5 anos para …, em 2 para …"
            is_owner = made or all(inquiry.matcher.carried(required, before))  # not "Olinda, de Coelho, e São Vicente"
            if inquiry.question.value is Value.PERSON and (set(stems(value)) <= {*before, *required} or not is_owner):
                continue
            fit = inquiry.matcher.coverage(required, (*label, *shared, *stems(part))).own
            yield value, first + match.start(), fit


def _is_glossed_so(part: str, end: int, names: Sequence[str]) -> bool:
    """True for a value with brackets behind it, where others in its part hold a name asked about: "70 (A), 71 (B)"."""
    own = _GLOSS.match(part, end)
    others = {word for gloss in _GLOSS.finditer(part) for word in stems(gloss[1])}
    return own is not None and not others.isdisjoint(names) and set(stems(own[1])).isdisjoint(names)


def _is_port_of(told: str, inquiry: Inquiry) -> bool:
    """True unless a port stands in brackets behind another name: "INDI (7624), Stellarium (8090)"."""
    name, in_brackets, _ = told.partition(" (")
    return not in_brackets or any(inquiry.matcher.carried(inquiry.question.about, stems(name)))


def _told_of(inquiry: Inquiry, evidence: Evidence) -> str:
    """Return a sentence with blanks for what is no value asked for: who made another thing, a port of "TCP 1883"."""
    if inquiry.question.value is Value.PERSON:
        return without_others(inquiry, evidence.text)
    return PORT.sub(_blank, evidence.text) if inquiry.question.value is Value.DATE else evidence.text


def _bound_in(text: str) -> str:
    """Return "max" or "min" where words tell of the most or the least: "máximo 60"."""
    found = _BOUND.search(fold(text))
    return found[0][:3].replace("lim", "max") if found else ""


def _repeats(inquiry: Inquiry, value: str) -> bool:
    """True for a value that the question names: "8 bits" of "a faixa com 8 bits"."""
    return re.search(rf"(?<!\w){re.escape(fold(value))}(?!\w)", fold(inquiry.question.text)) is not None


def _is_of_another(
    inquiry: Inquiry, evidence: Evidence, part: str, names: Sequence[str], leading: Sequence[str]
) -> bool:
    """True for a part of a sentence that names another thing than the one asked about, which stands elsewhere in it."""
    here = inquiry.matcher.carried(names, (*stems(part), *leading))
    if inquiry.question.value is Value.DATE and MAKER_AND_YEAR.match(part):
        return False  # "John Backus (1957)", behind what he made
    if inquiry.question.names and any(inquiry.matcher.carried(names, stems(part))):
        return False  # "o IPA com peso de 60%" of the IGP-M, which the sentence begins with
    there = inquiry.matcher.carried(names, stems(evidence.text))
    return any(stands and not named for named, stands in zip(here, there, strict=True)) and names_other(inquiry, part)


def has_number_of_another(inquiry: Inquiry, evidence: Evidence) -> bool:
    """True when each number of a sentence is said of something else that it names: "RDP (porta 3389), VNC"."""
    if _defines_another(inquiry, evidence):
        return True
    names = tuple(stem(name) for name in inquiry.question.names)
    leading = (*stems(evidence.statement.label if evidence.statement.definition else ""), *evidence.above)
    parts = [evidence.text[first:last] for first, last in _parts(evidence.text)]
    numbered = [part for part in parts if _VALUES[Value.NUMBER].search(part)]
    others = [_is_of_another(inquiry, evidence, part, names, leading) for part in numbered]
    return bool(names) and bool(others) and all(others)


def _defines_another(inquiry: Inquiry, evidence: Evidence) -> bool:
    """True for "TLS -> sucessor do SSL; porta 443" of the port of SSL, which the note defines elsewhere."""
    statement, about = evidence.statement, inquiry.question.about
    if not statement.definition or not about or any(inquiry.matcher.carried(about, stems(statement.label))):
        return False
    others = (block for block in evidence.outline.note.blocks if block.id != evidence.block.id)
    named = (stems(term) for block in others if block.statement.definition for term in block.statement.terms)
    return any(map(str.isupper, statement.label)) and any(tuple(term) == about for term in named)


def names_other(inquiry: Inquiry, part: str) -> bool:
    """True when a part of a sentence holds a proper name that the question does not: its value is that one's."""
    first = part.split()[:1]
    written = find_names(part) + [word for word in first if any(map(str.isupper, word[1:]))]
    amounts = [*filter(is_of_amount, written)]
    said = set(stems(part)) - UNIT_STEMS - set(stems(" ".join(amounts)))
    question = inquiry.question
    measured = question.value is not Value.DATE and not any(map(BARE_NUMBER.fullmatch, question.names))
    amount_only = measured and all(inquiry.matcher.carried([*said], question.required))  # "4 horas", "volume até 1 EB"
    others = stems(" ".join(word for word in written if not (amount_only and word in amounts)))
    known = inquiry.matcher.carried(others, question.required)
    return question.value is not Value.PERSON and not all(known)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans between the commas, semicolons and joints outside brackets; the members of a set are spans."""
    text = _BRACED.sub(lambda found: f";{_ARROW.sub(_blank, found[1])};", text)  # of the same length
    free = set(outside(text))
    start = 0
    for match in _JOINT.finditer(text):
        if match.start() in free:
            yield start, match.start()
            start = match.end()
    yield start, len(text)


def state_cell(inquiry: Inquiry) -> list[Claim]:
    """Say the table cell asked for: its row carries what is asked about, its header what is asked, first of all."""
    required = inquiry.question.specific
    best: tuple[tuple[bool, float, float], Claim] | None = None
    for evidence in inquiry.evidence:
        if evidence.block.kind is not BlockKind.ROW or not _bears_names(inquiry, evidence):
            continue
        for at, (header, value) in enumerate(evidence.block.cells):
            asked_of = inquiry.matcher.carried(required, stems(header))
            rest = [word for word, here in zip(required, asked_of, strict=True) if not here]
            others = stems(
                " ".join(
                    f"{head} {cell}" if place else cell
                    for place, (head, cell) in enumerate(evidence.block.cells)
                    if place != at
                )
            )
            cover = inquiry.matcher.coverage(rest, others, evidence.context)
            named = all(inquiry.matcher.carried(stems(header), required)) and is_row_of(inquiry, evidence, rest)
            lacks = set(cover.missing) & set(stems(inquiry.question.attribute)[:1])  # "a pressão do pneu da speed"
            whole = cover.share >= 0.9 or (named and len(cover.missing) == 1 and not lacks)
            new = not all(inquiry.matcher.carried(stems(value), required)) or not stems(value)
            if any(asked_of) and rest and value.strip() and new and whole and cover.own > 0:
                claim = Claim(f"**{escape(value)}** — {state(evidence)}", (evidence,))
                rank = (asked_of[0], cover.own, evidence.score)
                best = max(best, (rank, claim), key=lambda found: found[0]) if best else (rank, claim)
    return [best[1]] if best else []


def _bears_names(inquiry: Inquiry, evidence: Evidence) -> bool:
    """True for a row with the names asked about; where it is called by a number, the note's own name is one of them."""
    names = [stem(name) for name in inquiry.question.names]
    numbered = evidence.statement.label.isdigit() and evidence.statement.label in inquiry.question.names
    within = numbered and all(inquiry.matcher.carried(names, (*evidence.own, *evidence.context)))
    return within or inquiry.carries_names(evidence)


def is_row_of(inquiry: Inquiry, evidence: Evidence, rest: Sequence[str]) -> bool:
    """True when the words of the question besides the header name the row."""
    label = stems(evidence.statement.label)
    return bool(label) and all(inquiry.matcher.carried(label, rest))


def state_beside_set(inquiry: Inquiry) -> list[Claim]:
    """Say the whole of a sentence that tells what is asked behind a set: "modos { a, b, c }, b é o padrão"."""
    required = inquiry.question.specific
    for evidence in inquiry.evidence:
        before, braced, behind = evidence.text.rpartition("}")
        if not braced or not inquiry.carries_names(evidence):
            continue
        cover = inquiry.coverage(evidence, required)
        here, told = (inquiry.matcher.carried(required, stems(part)) for part in (before, behind))
        own = [word for word, elsewhere, stands in zip(required, here, told, strict=True) if stands and not elsewhere]
        if own and cover.share >= _SENTENCE_SHARE:
            return [Claim(escape(clean(evidence.text)), (evidence,))]
    return []


def state_attribute(inquiry: Inquiry) -> list[Claim]:
    """Say what stands right of a sign, or below a name, that is the attribute asked of the thing above it."""
    question = inquiry.question
    attribute = stems(question.attribute)
    if not attribute:
        return []
    for evidence in inquiry.evidence:
        statement = evidence.statement
        listed = is_bare_parent(evidence)
        told = statement.definition or (listed and not statement.sets)
        label = stems(statement.label)
        prose = evidence.block.kind is BlockKind.PARAGRAPH  # of whose "limite prudencial" not the limit is asked
        if not told or not all(inquiry.matcher.carried(attribute, label)):
            continue
        if prose and not all(inquiry.matcher.carried(label, question.required)):
            continue
        # "RFC" below "DNS" is not DHCP's, of which the note's title speaks too
        place = evidence.above if question.focus and evidence.parent else evidence.place
        cover = inquiry.matcher.coverage(question.required, stems(statement.label), place)
        if not cover.missing and listed:
            return described(inquiry, evidence)
        if not cover.missing:
            thing = evidence.outline.note.path_of(evidence.block)[-1]
            said = (
                f"**{escape(clean(statement.definition))}**. {escape(clean(thing))}, {escape(clean(statement.label))}"
            )
            return [Claim(said, (evidence,))]
    return []


def state_sentence(inquiry: Inquiry) -> list[Claim]:
    """Say the sentence that carries the question best, with its place where that carries part of it."""
    best = _best_sentence(inquiry)
    return [Claim(placed(inquiry, best), (best,))] if best else []


def _best_sentence(inquiry: Inquiry) -> Evidence | None:
    question = inquiry.question
    ranked: list[tuple[float, tuple[str, int, int], Evidence]] = []
    top = max((evidence.score for evidence in inquiry.evidence), default=0.0) or 1.0
    for evidence in inquiry.evidence:
        cover = inquiry.coverage(evidence, question.specific)
        if cover.share < _SENTENCE_SHARE or cover.own < 0.2 or not inquiry.carries_names(evidence):
            continue
        if not _attribute_carried(inquiry, cover.missing) or not _says_something(inquiry, evidence):
            continue
        if _is_of_another_thing(inquiry, cover.missing):
            continue
        order = shared_order(question.text, evidence.text)
        polar = question.kind is QuestionKind.YES_NO
        denied = is_negated(evidence.text) and not is_negated(question.text) and not polar
        rank = cover.share + 0.5 * cover.own + 0.7 * evidence.score / top + 0.3 * order - 0.3 * denied
        ranked.append((-rank, evidence.key, evidence))
    return min(ranked, key=lambda item: item[:2])[2] if ranked else None


def state_likely(inquiry: Inquiry) -> list[Claim]:
    """Say the sentence that retrieval puts first, where it carries enough of the question by itself.

    The shares were read off answered and unanswerable questions over three sets of notes: half of three words or more,
    or six tenths, is rarely met by chance; a definition, an example or a comparison needs seven tenths.
    """
    question = inquiry.question
    top = max((evidence.score for evidence in inquiry.evidence), default=0.0)
    if question.kind in _STRICT and len(question.specific) < 2:
        return []
    for evidence in inquiry.evidence:
        if evidence.score < _LIKELY_SCORE * top:
            break
        cover = inquiry.coverage(evidence, question.specific)
        short = len(question.specific) < 3 or question.kind in _STRICT
        least = _STRICT_SHARE if question.kind in _STRICT else _SENTENCE_SHARE if short else _LIKELY_SHARE
        shows = question.kind is not QuestionKind.EXAMPLE or _SHOWS.search(fold(evidence.text))
        compares = question.kind is QuestionKind.COMPARISON
        if compares and (evidence.statement.sets or evidence.statement.terms):
            continue
        if min(cover.share, cover.own) < least or not shows or not inquiry.carries_names(evidence):
            continue
        tells = _attribute_carried(inquiry, cover.missing) and _says_something(inquiry, evidence)
        if tells and not _is_of_another_thing(inquiry, cover.missing):
            return [Claim(placed(inquiry, evidence), (evidence,))]
    return []


def _is_of_another_thing(inquiry: Inquiry, missing: Sequence[str]) -> bool:
    """True where an attribute is asked of a thing no word of which a sentence carries: "a meia-vida do diazepam"."""
    question = inquiry.question
    asked = question.kind is QuestionKind.FACT and bool(question.attribute and question.about)
    return asked and set(question.about) <= set(missing)


def _attribute_carried(inquiry: Inquiry, missing: Sequence[str]) -> bool:
    """True unless what is asked of the focus is a specific word that the evidence lacks."""
    if inquiry.question.kind in {QuestionKind.FACT, QuestionKind.LIST, QuestionKind.COUNT}:
        general = GENERIC if inquiry.question.kind is QuestionKind.LIST else GENERIC | SORTS
        asked = [w for w in stems(inquiry.question.attribute) or inquiry.question.required[:1] if w not in general]
        return not set(asked) & set(missing)
    return True


def _says_something(inquiry: Inquiry, evidence: Evidence) -> bool:
    """True when a sentence, or the name it stands below, holds more than the words of the question.

    A heading that repeats them is no answer, nor is a bullet that only names what follows.
    """
    if evidence.block.kind is BlockKind.HEADING:
        return False
    if is_bare_parent(evidence) and not tells_in_title(evidence):
        return False
    required = inquiry.question.required
    above = stems(evidence.parent.statement.label) if evidence.parent else []
    return not all(inquiry.matcher.carried((*evidence.own, *above), required))
