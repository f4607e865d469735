"""What one bullet, row or sentence says, read from its form: definitions, sets, examples and signs.

Signs count only outside brackets, so that "(metal -> hardware)" inside a definition stays words.
"""

import re

from tutor.language import fold, is_stop_word
from tutor.notes.cards import without_signs
from tutor.notes.members import EXAMPLE, bare, braced_sets, enumeration, outside, read_examples
from tutor.types import Form, Marker, MemberSet, Statement

_MARKER = re.compile(r"^(?:([!+])(?![!+=\[])\s*|(-)\s+)(?=\S)")
_REMARK = re.compile(
    r"^(?:obs|observação|nota|note|atenção|dica|tip|importante|warning|cuidado|lembrete|macete|pegadinha|pega)\b\.?\s*:\s+"
    r"(?=\S+\s+\S)",
    re.IGNORECASE,
)
_ARROW = re.compile(r"(?<![<\-=])(?:-+>|=+>|[→⇒➔➜➡⟶⟹])")
_COLON = re.compile(r"(?<=[^\s:])\s?:(?=\s)")
_QUESTION_MARK = re.compile(r"\?(?=\s)")
_EQUALS = re.compile(r"(?<=\s)[=~≈](?=\s)")
_SYMBOL = re.compile(r"[^\W\d_]{1,3}\s=\s(?=[^=]*[^\W\d_]{3})[^\W\d_][^=+*/·×^\d()]*\s(=)\s")
"""A symbol, what it stands for, and what that is: "J = juros = remuneração do capital"."""
_REVERSED = re.compile(r"([^=]{3,80}?) = ([^\W\d_][^=()]{1,40}?)(?:\s\([^()]*\))?[.;]?$")
"""What a term in bold stands behind: "motivo + objeto = **mérito** (onde há escolha)"."""
_BOLD_ASIDE = re.compile(r"\s*\([^()]*\)(?=\s*[:=])")
"""What stands in brackets between a term in bold and its sign."""
_DASH = re.compile(r"(?<=\S)\s+[-–—]\s+(?=\S)")
_COPULA = re.compile(
    r"(?<!\bby)\s(?:é|são|consistem?\s+(?:em|n[ao]s?)|referem?-se\s+(?:a|à|ao|às|aos)|significam?"
    r"|correspondem?\s+(?:a|à|ao|às|aos)|designam?|denotam?|is|are|means|refers\s+to|consists\s+of)\s"
)
_ASKED = re.compile(r"^(?:o\s+que\s+(?:é|são|significa)|what\s+(?:is|are))\s+([^?]{1,120})\?\s*(?=\S)", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:o|a|os|as|um|uma|uns|umas|the|an)\s+(?=\w)", re.IGNORECASE)
_THERE_ARE = re.compile(
    r"^(?:existem|há|são|temos|there\s+are)\s+(?:os\s+|as\s+)?(?:\d+|du?[ao]i?s|três|quatro|cinco|seis|sete|oito|nove|dez"
    r"|vári[oa]s|divers[oa]s|algu(?:n|ma)s|several|two|three|four|five|six|seven)?\s*(?=[^\s,])",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"\s+(?:são|é|is|are)?\s*(?:(?:os|as|the)\s+(?:seguintes|following))?$", re.IGNORECASE)
_ENUMERATOR = re.compile(r"^(?:\d{1,2}|[a-h]|[ivx]{1,4})[).]\s+(?=\w)")
_CLAUSE_OPENER = re.compile(r"^(?:se|quando|caso|para|como|onde|if|when|for)\b", re.IGNORECASE)
_NOT_A_SUBJECT = re.compile(
    r"^(?:isso|isto|aquilo|est[ea]s?|ess[ea]s?|aquel[ea]s?|el[ea]s?|que|se|quando|como|onde|não|há|também|já|assim|porém"
    r"|mas|e|ou|pois|quem|qual|quais|para|por|em|n[oa]s?|com|sem|entre|cada|durante|após|antes|depois|segundo|conforme"
    r"|caso|embora|apesar|além|através|sobre|sob|até|desde|aos?|às?|it|this|that|these|those|there|they|when|if"
    r"|what|which|who|how|in|on|for|but|and|or|not|with|nunca|sempre|never|always)\b(?![-/])",
    re.IGNORECASE,
)
_NOT_A_DEFINITION = re.compile(
    r"^(?:(?:mais|menos|muito|também|frequentemente|geralmente|normalmente|sempre|nunca|apenas|só|não|already|also|often"
    r"|usually|always|never|only|not|more|less|very)\b|\w+(?:ad|id)[oa]s?\b|(?:feit|dit|vist|post|escrit|abert|cobert)[oa]s?\b"
    r"|necessári\w+|possíve\w+|diferentes?\b|importantes?\b|capaz\w*|comu[mn]\w*|melhor\w*|pior\w*|\w+ed\b|possible\b"
    r"|necessary\b|important\b|different\b)",
    re.IGNORECASE,
)
_ENDS_OPEN = re.compile(r"\s(?:e|ou|mas|and|or|but)$", re.IGNORECASE)
"""How a subject does not end: "Os fundamentos estão no art. 2º e"."""
_ALSO_CALLED = re.compile(
    r"(?:\btambém\s+(?:é\s+|são\s+|se\s+)?|^|[;.(]\s*)(?:chamam?|chamad[oa]s?|denominad[oa]s?|conhecid[oa]s?)\s+(?:também\s+)?"
    r"(?:(?:de|como|por)\s+)?(?!a[os]?\s)([^,;.()]+)"
    r"|(?:\balso\s+|^|[;.(]\s*)(?:called|known\s+as|referred\s+to\s+as)\s+([^,;.()]+)",
    re.IGNORECASE,
)
_NAMING = re.compile(
    r"(?P<meaning>(?:os?|as?|the|an)\s[^,;:()]+?)\s(?:chamam?-se|se\schamam?|denominam?-se|se\sdenominam?"
    r"|recebem?\so\snome\sde|(?:é|são)\s(?:(?:chamad|denominad)[oa]s?(?:\sde)?|conhecid[oa]s?\scomo)"
    r"|(?:is|are)\s(?:called|known\sas))\s"
    r"(?!(?:pel[oa]s?|por|para|quando|se|sempre|tod[oa]s?|cada|em|n[oa]s?|ao?s?|by|when|if|in|on|from|with|twice|once)\b)"
    r"(?:(?:os?|as?|the|an?)\s)?(?P<term>[^,;:()]{2,60}?)[.\s]*",
    re.IGNORECASE,
)
_NAMED_ASIDE = re.compile(
    r"^(?:ou\s+|or\s+|também\s+|also\s+)*(?:(?:chamad|denominad|conhecid)[oa]s?\s+(?:(?:de|como|por)\s+)?|(?:called|known\s+as)\s+)?",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\s+(?:que|pois|porque|quando|para|which|that|because|when)\b.*$", re.IGNORECASE | re.DOTALL)
_ASIDE = re.compile(
    r"^(?:(?:os?|as?|the)\s+)?((?:[^\W\d_][\w-]*\s){1,4}?)\s*\((?!exs?\b|exemplo|e\.g)((?:[^\s()]+\s+){4}[^()]+)\)",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"(\w?)\(((?:[^()]|\([^()]*\))*)\)")
_WHAT_IT_IS = re.compile(r"(?:o )?q(?:ue)? [ée]", re.IGNORECASE)
_SLASH = re.compile(r"(?<!\b[pcs])(?:/(?![A-Z\d.]+\b)|(?<![A-Z\d.])/)")
"""What stands between two names; "p/", "c/" and "s/" are words in shorthand."""
_PAGE = re.compile(r"^(?:pp?(?:\.\s*|\s+)|(?:págs?|pgs?|páginas?|pages?|cap|capítulo|slide)\.?\s*)\d", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?:\w{4}|[^\w\s])[.!?]\s+[A-ZÀ-Ú]")
_NOT_A_TERM = re.compile(
    r"(?:p\.)?exs?|exemplos?|examples?|obs|nota|note|atencao|dica|tip|i\.e|e\.g|importante|warning"
    r"|ve(?:r|ja)\s+tambem|see\s+also|mais\s+informacoes|more\s+information"
)

_LONGEST_TERM = 12  # words before an arrow
_LONGEST_COLON_TERM = 8
_LONGEST_DASH_TERM = 6
_LONGEST_ASIDE = 60  # characters

_Span = tuple[int, int]


def read_statement(text: str, strong: tuple[_Span, ...] = ()) -> Statement:
    """Read the form of one block's plain text; `strong` are its bold spans as (start, end) offsets."""
    sign = _MARKER.match(text)
    offset = sign.end() if sign else 0
    remark = _REMARK.match(text[offset:])
    offset += remark.end() if remark else 0
    body = text[offset:].rstrip()
    card = without_signs(body)
    if card:
        body, strong = card, ()
    sets = tuple(braced_sets(body))
    examples = tuple(read_examples(body))
    head, definition, form = _split(body, tuple((start - offset, end - offset) for start, end in strong))
    marker = Marker(sign[1] or sign[2]) if sign else None
    main = bare(head)
    across = definition not in text  # from a card's question into its answer, whose signs are gone
    if form is None or not main or across:
        aside, naming = _ASIDE.match(body), _NAMING.fullmatch(body)
        aside = None if aside and _spells_out(aside[1].strip(), aside[2]) else aside
        if naming and _is_term(naming["term"], _LONGEST_DASH_TERM):
            term = naming["term"]
            return Statement(term, tuple(read_names(term)), naming["meaning"], Form.NAMING, marker, sets, examples)
        terms, meaning = ((aside[1].strip(),), aside[2]) if aside else ((), "")
        sets = sets or _listed_after_sign(body)
        return Statement(bare(body), terms, meaning, Form.ASIDE if aside else None, marker, sets, examples)
    names = () if _CLAUSE_OPENER.match(main) else read_names(main)
    terms = tuple(dict.fromkeys((main, *names, *read_other_names(definition))))
    listed = () if sets else enumeration(definition)
    if listed:
        sets = (MemberSet(main, listed, braced=False),)
    return Statement(main, terms, definition, form, marker, sets, examples)


def _spells_out(acronym: str, aside: str) -> bool:
    """True for "Authentication Header, protocolo IP 51" of AH, of which it only says what it is short for."""
    capitals = re.findall(r"\b[A-ZÀ-Ý](?=[a-zà-ÿ])", aside.partition(",")[0])
    return len(capitals) > 1 and "".join(capitals) == acronym


def _listed_after_sign(body: str) -> tuple[MemberSet, ...]:
    """Return the list that a sentence ends with: "tem quatro camadas: a, b, c e d", "Quais camadas? a, b e c"."""
    spots = _spots(body)
    for sign in filter(None, (_first(pattern, body, spots) for pattern in (_COLON, _QUESTION_MARK))):
        listed = enumeration(body[sign[1] :].strip())
        if listed:
            return (MemberSet(bare(body[: sign[0]]), listed, braced=False),)
    return ()


def read_names(main: str) -> list[str]:
    """Return the names in a term or label: "VDI - Virtual Desktop Infrastructure", "tipo 1, nativo" or "a (b)"."""
    names: list[str] = []
    without, asides = _asides(main)
    for part in re.split(r"\s+[-–—]\s+|,\s+|\s+ou\s+|\s+or\s+|\s+=\s+", without):
        slashed = [piece.strip() for piece in _SLASH.split(part)]
        several = len(slashed) > 1 and (" / " in part or any(" " in piece for piece in slashed))
        names += slashed if several else [part.strip()]
    for aside in (_NAMED_ASIDE.sub("", aside) for aside in asides):
        if 1 < len(aside) <= _LONGEST_ASIDE and len(aside.split()) <= 6 and not re.search("[:,;]", aside):
            names += read_names(aside)
    shorter = (_ARTICLE.sub("", _ENUMERATOR.sub("", name)) for name in names)
    both = [form.strip(" =") for pair in zip(names, shorter, strict=False) for form in pair]
    return list(dict.fromkeys(name for name in both if any(map(str.isalpha, name))))


def _split(body: str, strong: tuple[_Span, ...]) -> tuple[str, str, Form | None]:
    """Return what stands left and right of the sign that makes `body` a definition, and which sign it is."""
    asked = _ASKED.match(body)
    if asked:
        return _ARTICLE.sub("", asked[1].strip()), body[asked.end() :], Form.COPULA
    reversed_ = _REVERSED.match(body)
    if reversed_ and any(reversed_.span(2) == span for span in strong):
        return reversed_[2], reversed_[1], Form.COLON
    spots = _spots(body)
    arrow, colon = _first(_ARROW, body, spots), _first(_COLON, body, spots)
    colon_first = colon if colon and arrow and colon < arrow else None
    symbol = _SYMBOL.match(body)
    bold = _leading_bold(body, strong)
    bold_first = bold if bold and body[bold[0] :].lstrip()[:1] in {":", "=", "–", "—"} else None
    readings = (
        (Form.BOLD, bold_first, _LONGEST_COLON_TERM),
        (Form.COLON, colon_first, _LONGEST_COLON_TERM),
        (Form.ARROW, arrow, _LONGEST_TERM),
        (Form.BOLD, bold, _LONGEST_COLON_TERM),
        (Form.COLON, colon, _LONGEST_COLON_TERM),
        (Form.COLON, symbol.span(1) if symbol else None, _LONGEST_COLON_TERM),
        (Form.COLON, _first(_EQUALS, body, spots), _LONGEST_DASH_TERM),
        (Form.DASH, _first(_DASH, body, spots), _LONGEST_DASH_TERM),
        (Form.COPULA, _first(_COPULA, body, spots), _LONGEST_COLON_TERM),
    )
    for form, cut, longest in readings:
        if cut is None:
            continue
        head, definition = body[: cut[0]].strip(" :"), body[cut[1] :].strip()
        if definition and _is_term(head, longest) and _fits(form, head, definition):
            return _term(form, head), definition, form
    return body, "", None


def _announced(head: str) -> str:
    """Return a head without the words that only announce what follows: "Existem três", "são as seguintes"."""
    announced = _FOLLOWING.sub("", _THERE_ARE.sub("", head)) or head
    return head if announced == head or _WHAT_IT_IS.fullmatch(head) else _ARTICLE.sub("", announced)


def _term(form: Form, head: str) -> str:
    """Return the term as a head names it."""
    if form is Form.COPULA:
        return _ARTICLE.sub("", head)
    return _announced(head) if form is Form.COLON else head


def _fits(form: Form, head: str, definition: str) -> bool:
    """True when what stands left and right can be a definition written in that form."""
    if form is Form.DASH:
        return sum(any(map(str.isalnum, word)) for word in definition.split()) >= 3 and ":" not in head
    if form is Form.COPULA:
        named = _PARENTHESIS.sub(r"\1", head)
        simple = not any(map(_NOT_A_SUBJECT.match, (head, _ARTICLE.sub("", head)))) and not re.search("[,;?]", named)
        leads_on = _ENDS_OPEN.search(head)
        return simple and not (leads_on or _NOT_A_DEFINITION.match(definition) or definition.endswith("?"))
    if form is Form.COLON:
        return ";" not in head and not _COPULA.search(_announced(head)) and bool(re.search(r"\w", definition))
    if form is Form.BOLD:
        return not (is_stop_word(fold(head)) or _NOT_A_SUBJECT.fullmatch(head))
    return True


def _is_term(head: str, longest: int) -> bool:
    words = re.sub(r"\([^)]*\)|\{[^}]*\}", "", head).split()
    named = not (_NOT_A_TERM.fullmatch(fold(head).strip(" .")) or _PAGE.match(head) or _SENTENCE_END.search(head))
    return 0 < len(words) <= longest and named and any(map(str.isalnum, head))


def _leading_bold(body: str, strong: tuple[_Span, ...]) -> _Span | None:
    """Return the cut after a bold beginning that is followed by two words or more."""
    ends = [end for start, end in strong if start <= 0 < end]
    if not ends or re.match(r"\w", body[ends[0] :]):
        return None  # "**L**SP", a letter of a name
    aside = _BOLD_ASIDE.match(body, ends[0])
    end = aside.end() if aside else ends[0]
    sign = re.compile(r"\s*(?:[:=–—-]|é\b|são\b|is\b|are\b)?\s*").match(body, end)
    after = sign.end() if sign else end
    return (end, after) if len(body[after:].split()) >= 2 else None


def _spots(body: str) -> frozenset[int]:
    """Return the offsets where a sign counts: outside brackets, before the first example."""
    free = list(outside(body))
    spots = frozenset(free)
    starts = (match.start() for match in EXAMPLE.finditer(body))
    example = next((start for start in starts if start in spots), len(body))
    return frozenset(at for at in free if at < example)


def _first(sign: re.Pattern[str], body: str, spots: frozenset[int]) -> _Span | None:
    """Return the span of the first `sign` that counts and has something before it."""
    begins = len(body) - len(body.lstrip())
    return next((m.span() for m in sign.finditer(body) if m.start() in spots and m.start() > begins), None)


def _asides(text: str) -> tuple[str, list[str]]:
    """Return `text` without its asides, and what stands in them; "(n)" is a part of "O(n)"."""
    asides: list[str] = []

    def take(match: re.Match[str]) -> str:
        if match[1] and not re.search(r"[^\W\d_]{4}", match[2]):
            return match[0]
        asides.append(match[2].strip())
        return match[1] + " "

    kept = _PARENTHESIS.sub(take, text)
    return re.sub(r"\s+", " ", kept).strip(), asides


def read_other_names(definition: str) -> list[str]:
    """Return the other names a definition gives: "também chamada bare metal"."""
    found = (_RELATIVE.sub("", first or second) for first, second in _ALSO_CALLED.findall(definition))
    called = (name.strip(" \"'“”") for text in found for name in re.split(r"\s+(?:ou|or)\s+", text))
    names = [_ARTICLE.sub("", name) for name in called]
    return [name for name in names if 0 < len(name.split()) <= 5 and not is_stop_word(fold(name.split()[0]))]
