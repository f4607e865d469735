"""The parts a statement lists: members of sets and enumerations, and examples; and what stands outside brackets."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tutor.language import fold, is_stop_word
from tutor.types import MemberSet

EXAMPLE = re.compile(
    r"(?<!\w)(?:(?:exs?|exemplos?|p\.\s?ex|e\.g|eg|examples?)\.?\s*:|e\.g\.|p\.\s?ex\.|por\s+exemplo\s*[,:]?|for\s+example\s*[,:]?"
    r"|for\s+instance\s*[,:]?|tais\s+como|such\s+as)\s*",
    re.IGNORECASE,
)
IN_BRACKETS = re.compile(r"\s?\([^()]*\)")
"""What a bracket says beside a name, with the space before it."""
_QUOTED = re.compile(r"(?<!\w)\"[^\"]*\"(?!\w)|“[^”]*”|`[^`]*`")
_ET_CETERA = re.compile(r"^(?:etc\.?|entre\s+outr[oa]s|dentre\s+outr[oa]s|among\s+others|\.\.\.|…)$", re.IGNORECASE)
_PASSIVE = re.compile(r"\w+(?:[ai]d|st|it)[oa]s? (?:por|pel[oa]s?) ", re.IGNORECASE)
"""How a clause about the member before it begins: "provado por Gilbert"."""
_ABBREVIATED = re.compile(r"(?<!\w)\w\.\w$")
"""What stands before the full stop of "24% a.a."."""
_CUT_SHORT = re.compile(r".*(?<!\w)[^\W\d_]{1,4}\. [\da-zà-ÿ]", re.DOTALL)
"""A short word whose full stop ends no clause: "sev. 2"."""
_WORKED_OUT = re.compile(r", .*(?:->|→|=) *-?\d")
"""What is worked out and lists nothing: "peso 4, altura 2 -> 8"."""
_LAST_AND = re.compile(r"\s+(?:e|ou|and|or)\s+", re.IGNORECASE)
_DECIMAL = re.compile(r"\d,\d")
_NUMBERING = re.compile(r"(?:^|(?<=[\s;,]))\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})\)\s+")
_CLAUSE = re.compile(r";|[.:]\s|->|→|=>|⇒")
_LISTING = re.compile(
    r"\s*\b(?<!\bnão )(?<!\bNão )(?<!\bnem )(?<!(?<!, )\bque )"
    r"(?:(?-i:são)(?! \w+(?:ad|id)[oa]s?\b)|passam? (?:por|pel[oa]s?)|podem? ser"
    r"|inclu(?:i|em)|compreendem?|abrangem?|englobam?|reúnem?|contém|contêm|compõem?-se de|consistem? em"
    r"|(?:se )?(?:dividem?|subdividem?|desdobram?|classificam?|organizam?|decompõem?)(?:-se)? (?:em|n[ao]s?|como)"
    r"|(?:é|são) (?:formad|compost|constituíd|dividid|classificad)[oa]s? (?:por|de|em|n[ao]s?|pel[ao]s?)"
    r"|are(?! not\b)|includes?|comprises?|consists? of|is (?:made up|composed) of|(?:is|are) divided into)"
    r"(?: (?:apenas|só|somente|only))?(?: (?:\d+|dois|duas|três|quatro|cinco|seis|sete|oito|two|three|four|five|six))?"
    r"(?: (?:os|as|n?[oa]s seguintes|the(?: following)?))?(?:, (?:a saber|quais sejam|namely),?)? ",
    re.IGNORECASE,
)
_TOLD_MEMBER = r"(?:[^,;:()]|\([^()]*\)){1,60}?"
_TOLD = re.compile(
    rf"(?:{_TOLD_MEMBER}, )+{_TOLD_MEMBER},? (?:e|ou|and|or) (?:[^,;:()]|\([^()]*\)){{1,60}}(?=[,;]|\.|$)"
)
_ARTICLE = re.compile(
    r"(?:^|(?<=, )|(?<= e )|(?<= ou )|(?<= and )|(?<= or ))(?:[oa]s?|the|d[aeo]s?|n[ao]s?|pel[ao]s?)\s"
)
_OUTER_ARROW = re.compile(r"^(?:[-=]+>|[→⇒])\s*|\s*(?:[-=]+>|[→⇒])$")
_ARROWS = re.compile(r"\s*(?:[-=]+>|[→⇒])\s*")
_TEMPLATE = re.compile(r"\{\{[^{}]*\}\}|(?<=[\w$^\\}])\{[^{},;\s]*\}")  # {{name}}, ${HOME}, x_{i}: no sets
_HIDDEN = str.maketrans("{}", "\ue000\ue001")
_SHOWN = str.maketrans("\ue000\ue001", "{}")
_CLOSING = {")": "(", "]": "[", "}": "{"}

_LONGEST_MEMBER, _LONGEST_GLOSSED = 7, 16  # words, without and with brackets
_DEEPEST_SET = 2
_SHORTEST_CHAIN = 3  # links: "{ lavar -> secar -> queimar }"


def outside(text: str) -> Iterator[int]:
    """Yield the offsets of `text` outside brackets and quotation marks; an unclosed bracket closes at the end."""
    quoted = {at for match in _QUOTED.finditer(text) for at in range(*match.span())}
    stack: list[str] = []
    opened: Counter[str] = Counter()
    for at, char in enumerate(text):
        if at in quoted:
            continue
        if char in "([{":
            stack.append(char)
            opened[char] += 1
        elif char in _CLOSING and opened[_CLOSING[char]]:
            closed = ""
            while closed != _CLOSING[char]:
                closed = stack.pop()
                opened[closed] -= 1
        elif not stack:
            yield at


def bare(text: str) -> str:
    """Return `text` without sets, examples and the arrows at its ends, for use as a name."""
    without = _without_braces(_hide_templates(text))
    example = EXAMPLE.search(without)
    if example:
        before, after = without[: example.start()], without[example.end() :]
        inside = _is_open(before)
        closed = ")" if inside and not before.rstrip().endswith("(") else ""
        without = before.rstrip(" (;,") + (closed + after[_closing(after) + 1 :] if inside else "")
    name = re.sub(r"\s+", " ", without).strip(" :;,")
    return _OUTER_ARROW.sub("", name).strip(" :;,=").translate(_SHOWN)


def split_members(text: str) -> tuple[str, ...]:
    """Return the members of a list written with semicolons or commas outside brackets, without "etc.".

    A comma between digits is of a number, "53,6", unless digits and commas are all there is: "1,2,3".
    """
    numbers = re.fullmatch(r"[\d,]+", text.strip()) is not None
    places = [at for at in outside(text) if numbers or not _DECIMAL.match(text, at - 1)]
    separator = ";" if any(text[at] == ";" for at in places) else ","
    cuts = [at for at in places if text[at] == separator]
    parts = [text[start + 1 : end].strip(" .\t\n") for start, end in zip([-1, *cuts], [*cuts, len(text)], strict=True)]
    named = (re.sub(r"\s+etc$", "", part) for part in parts if not _ET_CETERA.match(part))
    return tuple(part for part in named if part)


def braced_sets(body: str) -> list[MemberSet]:
    """Return the sets `label { a, b }` of `body`, one inside another after it; a brace left open closes at the end."""
    body = _hide_templates(body)
    found: list[tuple[int, MemberSet]] = []
    opened: list[int] = []
    free = [0] * (_DEEPEST_SET + 1)  # where the label of the next set of each depth may begin
    for at, char in enumerate(body + "}" * body.count("{")):
        depth = len(opened)
        if char == "{":
            opened.append(at)
            if depth < _DEEPEST_SET:
                free[depth + 1] = at + 1
        elif char == "}" and opened:
            start = opened.pop()
            members = _plain_members(body[start + 1 : at]) if depth <= _DEEPEST_SET else ()
            before = body[free[depth - 1] : start] if members else ""
            label = _inner_label(before) if depth > 1 else _label(before)
            if members and (label or depth == 1):
                found.append((start, MemberSet(label, members)))
                free[depth - 1] = at + 1
    return [listed for _, listed in sorted(found, key=lambda item: item[0])]


def enumeration(definition: str) -> tuple[str, ...]:
    """Return the members when a definition is nothing but three or more short ones, else none.

    Numbered ones, "(i) de ordem, do tribunal; (ii) …", go by what stands before their first comma.
    """
    if re.search(r"[.:{]\s|->|→|=>", IN_BRACKETS.sub("", definition)):
        return ()
    if _NUMBERING.match(definition):
        members = [_without_joints(part).split(",", 1)[0].strip() for part in _NUMBERING.split(definition)[1:]]
        named = all(0 < len(member.split()) <= _LONGEST_MEMBER for member in members)
    else:
        members = list(split_members(definition.rstrip(".")))
        if len(members) >= 2:
            free = set(outside(members[-1]))
            joint = next((found for found in _LAST_AND.finditer(members[-1]) if found.start() in free), None)
            parts = (members[-1][: joint.start()], members[-1][joint.end() :]) if joint else members[-1:]
            members[-1:] = filter(None, parts)
        members = [_without_joints(member) for member in members]
        kinds = _told_by_kind(members)  # "de boot, de macro, polimórfico"
        named = all(map(_is_short, kinds)) and not any(map(_PASSIVE.match, members[1:]))
    return tuple(members) if named and len(members) >= 3 else ()


def _told_by_kind(members: Sequence[str]) -> list[str]:
    """Return members without the "de" that the first and others begin with, which says of what kind each is."""
    begun = [member.removeprefix("de ") for member in members]
    return begun if sum(map(str.__ne__, begun, members)) > 1 and begun[0] != members[0] else [*members]


def _without_joints(member: str) -> str:
    """Return a member without the signs and the "e" that join it to the others."""
    return re.sub(r"^(?:e|ou|and|or)\s+|\s+(?:e|ou|and|or)$", "", member.strip(" ;,."))


def told_lists(text: str) -> Iterator[MemberSet]:
    """Yield what running text lists after a verb, three or more: "as ações são ADI, ADC e ADPF, julgadas …".

    The label is what stands before the verb in its clause; it may be empty.
    """
    for clause in _clauses(text):
        verb = _LISTING.search(clause)
        told = _TOLD.match(clause, verb.end()) if verb else None
        members = enumeration(_ARTICLE.sub("", told[0])) if told else ()
        if verb and members:
            yield MemberSet(bare(clause[: verb.start()].removesuffix(", que")), members, braced=False)


def read_examples(body: str) -> Iterator[str]:
    """Yield what stands after "ex:" up to the end of its brackets, clause or sentence."""
    matches = list(EXAMPLE.finditer(body))
    ends = [*(match.start() for match in matches[1:]), len(body)]
    for match, end in zip(matches, ends, strict=False):
        before, rest = body[: match.start()].rstrip(), body[match.end() : end]
        closing = _closing(rest) if _is_open(before) else len(rest)
        stop = closing if before.endswith("(") else _clause_end(rest[:closing], ends_at_semicolon=bool(before))
        shown = rest[:stop].strip(" .;,(")
        whole = shown[1:-1].strip() if shown.startswith("{") and shown.endswith("}") else shown
        listed = split_members(whole)
        if ";" in rest[:stop] or (all(map(_is_short, listed)) and not _WORKED_OUT.search(whole)):
            yield from listed
        elif whole:
            yield whole


def _is_open(before: str) -> bool:
    """True where a round bracket is open at the end of a text."""
    return before.count("(") > before.count(")")


def _is_short(member: str) -> bool:
    """True for a member that names something: a few words that do not begin as a clause does."""
    words = IN_BRACKETS.sub("", member).split()
    clause = len(words) > 1 and is_stop_word(fold(words[0])) and fold(words[0]) not in {"nao", "not"}
    return 0 < len(words) <= _LONGEST_MEMBER and len(member.split()) <= _LONGEST_GLOSSED and not clause


def _hide_templates(text: str) -> str:
    """Return `text` with other signs for the braces that are no set's."""
    return _TEMPLATE.sub(lambda match: match[0].translate(_HIDDEN), text)


def _without_braces(text: str) -> str:
    """Return `text` with a space for each `{ … }`; a brace left open closes at the end."""
    kept: list[str] = []
    depth = 0
    for char in text:
        if char == "{":
            depth += 1
            kept.append(" ")
        elif char == "}":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(char)
    return "".join(kept)


def _plain_members(inner: str) -> tuple[str, ...]:
    """Return the members of a set's inside: a labelled set within counts by its label, a bare one by its members."""
    members: list[str] = []
    listed = split_members(inner)
    chain = _ARROWS.split(inner) if len(listed) == 1 else []
    for member in chain if len(chain) >= _SHORTEST_CHAIN else listed:
        named = re.sub(r"\s+", " ", _without_braces(member)).strip(" .,;")
        flat = split_members(re.sub(r"[{}]", " ", member)) if not named else (named,)
        members += [part.translate(_SHOWN) for part in map(str.strip, flat) if part]
    return tuple(members)


def _label(before: str) -> str:
    """Return the words that name a set: the last clause before its brace, or the term where that closes with ";"."""
    named = [clause for clause in map(bare, _clauses(before)) if clause]
    return named[0 if before.rstrip().endswith(";") else -1] if named else ""


def _clauses(text: str) -> list[str]:
    """Return the clauses of a text, brackets uncut: "fica (art. 28)"."""
    free = set(outside(text))
    cuts = [found.span() for found in _CLAUSE.finditer(text) if found.start() in free]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _inner_label(before: str) -> str:
    """Return the member that names a set inside a set; none where the brace follows a separator."""
    members = split_members(before) if before.strip(" \t\n")[-1:] not in {"", ",", ";"} else ()
    return bare(members[-1]) if members else ""


def _closing(rest: str) -> int:
    """Return where the bracket opened before `rest` closes."""
    depth = 1
    for at, char in enumerate(rest):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return at
    return len(rest)


def _clause_end(rest: str, *, ends_at_semicolon: bool) -> int:
    """Return where the clause or sentence that `rest` begins with ends."""
    for at in outside(rest):
        if rest[at] == ";" and ends_at_semicolon:
            return at
        ends = rest[at] == "." and rest[at + 1 : at + 2] in {" ", ""} and at > 0
        if ends and not (_ABBREVIATED.search(rest[:at]) or _CUT_SHORT.fullmatch(rest, max(0, at - 5), at + 3)):
            return at
    return len(rest)
