"""What one bullet, row or sentence says, read from its form: definitions, sets, examples and signs.

Signs count only outside brackets, so that "(metal -> hardware)" inside a definition stays words.
"""

import re
from collections.abc import Iterator

from tutor.language import fold, is_stop_word
from tutor.types import Form, Marker, MemberSet, Statement

_MARKER = re.compile(r"^([!+])(?![!+=\[])\s*(?=\S)")
_ARROW = re.compile(r"(?<![<\-=])(?:-{1,2}>|={1,2}>|[→⇒➔➜⟶])")
_COLON = re.compile(r"(?<=[^\s:]):(?=\s)")
_DASH = re.compile(r"(?<=\S)\s+[-–—]\s+(?=\S)")
_COPULA = re.compile(
    r"\s(?:é|são|consistem?\s+(?:em|n[ao]s?)|referem?-se\s+(?:a|à|ao|às|aos)|significam?|correspondem?\s+(?:a|à|ao|às|aos)"
    r"|designam?|denotam?|is|are|means|refers\s+to|consists\s+of)\s",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:o|a|os|as|um|uma|uns|umas|the|an)\s+", re.IGNORECASE)
_NOT_A_SUBJECT = re.compile(
    r"^(?:isso|isto|aquilo|est[ea]s?|ess[ea]s?|aquel[ea]s?|el[ea]s?|que|se|quando|como|onde|não|há|também|já|assim|porém"
    r"|mas|e|ou|pois|quem|qual|quais|para|por|em|n[oa]s?|com|sem|entre|cada|it|this|that|these|those|there|they|when|if"
    r"|what|which|who|how|in|on|for|but|and|or|not|as|with)\b",
    re.IGNORECASE,
)
_NOT_A_DEFINITION = re.compile(
    r"^(?:(?:mais|menos|muito|também|frequentemente|geralmente|normalmente|sempre|nunca|apenas|só|não|already|also|often"
    r"|usually|always|never|only|not|more|less|very)\b|\w+(?:ad|id)[oa]s?\b|necessári\w+|possíve\w+|diferentes?\b"
    r"|importantes?\b|capaz\w*|comu[mn]\w*|melhor\w*|pior\w*|\w+ed\b|possible\b|necessary\b|important\b|different\b)",
    re.IGNORECASE,
)
_ALSO_CALLED = re.compile(
    r"\b(?:também\s+)?(?:chamad|conhecid|denominad)[oa]s?\s+(?:também\s+)?(?:de\s+|como\s+|por\s+)?([^,;.()]+)"
    r"|\b(?:also\s+)?(?:called|known\s+as)\s+([^,;.()]+)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"^(?:(?:os?|as?|the)\s+)?((?:[^\W\d_][\w-]*\s){1,4}?)\s*\((?!exs?\b|exemplo|e\.g)((?:[^\s()]+\s+){4,}[^()]+)\)",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"(?<!\w)(?:(?:exs?|exemplos?|p\.\s?ex|e\.g|eg|examples?)\.?\s*:|e\.g\.|p\.\s?ex\.|por\s+exemplo\s*[,:]?|for\s+example\s*[,:]?"
    r"|for\s+instance\s*[,:]?|tais\s+como|such\s+as)\s*",
    re.IGNORECASE,
)
_NOT_A_TERM = frozenset(
    "ex exs exemplo exemplos example examples obs nota note atencao dica tip p.ex i.e e.g importante warning".split()
)
_ET_CETERA = re.compile(r"^(?:etc\.?|entre\s+outr[oa]s|dentre\s+outr[oa]s|among\s+others|\.\.\.|…)$", re.IGNORECASE)
_LAST_AND = re.compile(r"\s+(?:e|ou|and|or)\s+", re.IGNORECASE)
_CLOSING = {")": "(", "]": "[", "}": "{"}

_LONGEST_TERM = 12  # words before an arrow
_LONGEST_COLON_TERM = 8
_LONGEST_DASH_TERM = 6
_LONGEST_MEMBER = 7


def read_statement(text: str, strong: tuple[tuple[int, int], ...] = ()) -> Statement:
    """Read the form of one block's plain text; `strong` are its bold spans as (start, end) offsets."""
    sign = _MARKER.match(text)
    offset = sign.end() if sign else 0
    body = text[offset:].rstrip()
    sets = tuple(_braced_sets(body))
    examples = tuple(_examples(body))
    head, definition, form = _split(body, tuple((start - offset, end - offset) for start, end in strong))
    marker = Marker(sign[1]) if sign else None
    if form is None:
        aside = _ASIDE.match(body)
        terms, meaning = ((aside[1].strip(),), aside[2]) if aside else ((), "")
        return Statement(_bare(body), terms, meaning, Form.ASIDE if aside else None, marker, sets, examples)
    main = _bare(head)
    terms = tuple(dict.fromkeys((main, *read_names(main), *_also_called(definition))))
    if not sets:
        sets = tuple(_enumeration(main, definition))
    return Statement(main, terms, definition, form, marker, sets, examples)


def split_members(text: str) -> tuple[str, ...]:
    """Return the members of a list written with semicolons or commas outside brackets, without "etc."."""
    separator = ";" if any(text[at] == ";" for at in outside(text)) else ","
    cuts = [at for at in outside(text) if text[at] == separator]
    parts = [text[start + 1 : end].strip(" .") for start, end in zip([-1, *cuts], [*cuts, len(text)], strict=True)]
    named = (re.sub(r"\s+etc$", "", part) for part in parts if not _ET_CETERA.match(part))
    return tuple(part for part in named if part)


def _split(body: str, strong: tuple[tuple[int, int], ...]) -> tuple[str, str, Form | None]:
    """Return what stands left and right of the sign that makes `body` a definition, and which sign it is."""
    readings = (
        (Form.ARROW, _first(_ARROW, body), _LONGEST_TERM),
        (Form.BOLD, _leading_bold(body, strong), _LONGEST_COLON_TERM),
        (Form.COLON, _first(_COLON, body), _LONGEST_COLON_TERM),
        (Form.DASH, _first(_DASH, body), _LONGEST_DASH_TERM),
        (Form.COPULA, _first(_COPULA, body), _LONGEST_COLON_TERM),
    )
    for form, cut, longest in readings:
        if cut is None:
            continue
        head, definition = body[: cut[0]].strip(" :"), body[cut[1] :].strip()
        if definition and _is_term(head, longest) and _fits(form, head, definition):
            return _ARTICLE.sub("", head) if form is Form.COPULA else head, definition, form
    return body, "", None


def _fits(form: Form, head: str, definition: str) -> bool:
    """True when what stands left and right can be a definition written in that form."""
    if form is Form.DASH:
        return len(definition.split()) >= 3 and ":" not in head
    if form is Form.COPULA:
        simple = not _NOT_A_SUBJECT.match(head) and "," not in head and ";" not in head
        return simple and not _NOT_A_DEFINITION.match(definition)
    return True


def _is_term(head: str, longest: int) -> bool:
    words = re.sub(r"\([^)]*\)|\{[^}]*\}", "", head).split()
    return 0 < len(words) <= longest and fold(head).strip(" .") not in _NOT_A_TERM and any(map(str.isalnum, head))


def _leading_bold(body: str, strong: tuple[tuple[int, int], ...]) -> tuple[int, int] | None:
    """Return the cut after a bold beginning that is followed by two words or more."""
    if not strong or strong[0][0] > 0 or strong[0][1] <= 0:
        return None
    end = strong[0][1]
    sign = re.compile(r"\s*(?:[:=–—-]|é\b|são\b|is\b|are\b)?\s*").match(body, end)
    after = sign.end() if sign else end
    return (end, after) if len(body[after:].split()) >= 2 else None


def outside(text: str) -> Iterator[int]:
    """Yield the offsets of `text` that stand outside brackets; an unclosed bracket closes at the end."""
    stack: list[str] = []
    for at, char in enumerate(text):
        if char in "([{":
            stack.append(char)
        elif char in _CLOSING and _CLOSING[char] in stack:
            while stack.pop() != _CLOSING[char]:
                pass
        elif not stack:
            yield at


def _first(sign: re.Pattern[str], body: str) -> tuple[int, int] | None:
    """Return the span of the first `sign` outside brackets."""
    spots: set[int] | None = None
    for match in sign.finditer(body):
        if spots is None:
            spots = set(outside(body))
        if match.start() in spots and body[: match.start()].strip():
            return match.span()
    return None


def _bare(text: str) -> str:
    """Return `text` without sets and examples, for use as a name."""
    without = re.sub(r"\{[^}]*\}?", " ", text)
    example = _EXAMPLE.search(without)
    if example:
        before = without[: example.start()]
        after = re.sub(r"^[^)]*\)", "", without[example.end() :]) if before.rstrip().endswith("(") else ""
        without = before.rstrip(" (;,") + after
    return re.sub(r"\s+", " ", without).strip(" :;,")


def read_names(main: str) -> list[str]:
    """Return the names in a term or label: "VDI - Virtual Desktop Infrastructure", "tipo 1, nativo" or "a (b)"."""
    names: list[str] = []
    aside = re.findall(r"\(([^()]{2,60})\)", main)
    outside = re.sub(r"\s*\([^()]*\)", "", main).strip()
    for part in re.split(r"\s+[-–—]\s+|,\s+|\s+ou\s+|\s+or\s+|\s+=\s+", outside):
        slashed = [piece.strip() for piece in part.split("/")]
        several = len(slashed) > 1 and (" / " in part or any(" " in piece for piece in slashed))
        names += slashed if several else [part.strip()]
    names += [name.strip() for name in aside if len(name.split()) <= 6 and ":" not in name]
    return [name for name in names if name and any(map(str.isalpha, name))]


def _also_called(definition: str) -> list[str]:
    """Return the other names a definition gives: "também chamada bare metal"."""
    found = (first or second for first, second in _ALSO_CALLED.findall(definition))
    names = (name.strip(" \"'“”") for text in found for name in re.split(r"\s+(?:ou|or)\s+", text))
    return [name for name in names if 0 < len(name.split()) <= 5]


def _braced_sets(body: str) -> Iterator[MemberSet]:
    """Yield the sets `label { a, b }` of `body`; a brace left open closes at the end."""
    depth = start = label_start = 0
    for at, char in enumerate(body + "}" * (body.count("{") - body.count("}"))):
        if char == "{":
            start = at if depth == 0 else start
            depth += 1
        elif char == "}" and depth:
            depth -= 1
            members = split_members(body[start + 1 : at]) if depth == 0 else ()
            if members:
                yield MemberSet(_set_label(body[label_start:start]), members)
                label_start = at + 1


def _set_label(before: str) -> str:
    """Return the words that name a set: the last clause before its brace, or the term when the clause is empty."""
    clauses = [_bare(clause) for clause in re.split(r";|\.\s|->|→|=>|⇒", before)]
    named = [clause for clause in clauses if clause]
    return named[-1] if named else ""


def _enumeration(label: str, definition: str) -> Iterator[MemberSet]:
    """Yield the set a definition is, when it is nothing but three or more short members."""
    if re.search(r"[.:{]\s|->|→|=>", definition):
        return
    members = list(split_members(definition.rstrip(".")))
    if len(members) >= 2:
        members[-1:] = [part for part in _LAST_AND.split(members[-1], maxsplit=1) if part]
    members = [re.sub(r"^(?:e|ou|and|or)\s+", "", member) for member in members]
    plain = all(
        len(member.split()) <= _LONGEST_MEMBER and not is_stop_word(fold(member.split()[0])) for member in members
    )
    if len(members) >= 3 and plain:
        yield MemberSet(label, tuple(members), braced=False)


def _examples(body: str) -> Iterator[str]:
    """Yield what stands after "ex:" up to the end of its brackets, clause or sentence."""
    for match in _EXAMPLE.finditer(body):
        rest = body[match.end() :]
        inside = body[: match.start()].rstrip().endswith("(")
        end = _closing(rest) if inside else _clause_end(rest)
        listed = split_members(rest[:end])
        short = all(len(member.split()) <= _LONGEST_MEMBER for member in listed)
        yield from listed if short else [rest[:end].strip(" .;")]


def _closing(rest: str) -> int:
    """Return where the bracket opened before `rest` closes."""
    depth = 1
    for at, char in enumerate(rest):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return at
    return len(rest)


def _clause_end(rest: str) -> int:
    """Return where the clause that `rest` begins with ends."""
    for at in outside(rest):
        if rest[at] == ";" or (rest[at] == "." and rest[at + 1 : at + 2] in {" ", ""} and at > 0):
            return at
    return len(rest)
