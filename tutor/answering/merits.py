"""Answers that name what the notes mark with a sign: advantages, disadvantages and warnings."""

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from tutor.answering.claims import Claim, Inquiry
from tutor.answering.evidence import Evidence, is_bare_parent
from tutor.answering.wording import clean, escape, phrase, state
from tutor.language import accented, fold, stems
from tutor.types import BlockKind, Marker

_USED = r"(?: (?:d[eo]|em|ao) us\w+)?"
ADVANTAGES = re.compile(
    rf"\b(?:(?<!des)vantage(?:m|ns){_USED}|beneficios?{_USED}|pontos? (?:fortes?|positivos?)"
    r"|lados? (?:bons?|positivos?)|pros"
    r"|o que (?:\w+ )?ganh\w+(?: (?:com|usando|em usar|ao usar))?"
    r"|advantages?|benefits?|upsides?|strengths?|strong points?)\b"
)
DISADVANTAGES = re.compile(
    rf"\b(?:desvantage(?:m|ns){_USED}|pontos? (?:fracos?|negativos?)|lados? (?:ruins?|ruim|negativos?)|problemas?"
    r"|limitac(?:ao|oes)|dificuldades?|riscos?|contras|disadvantages?|drawbacks?|downsides?"
    r"|weakness(?:es)?|weak points?|limitations?|problems?|risks?|cons)\b"
)
_WARNINGS = re.compile(
    r"\b(?:cuidados?|atencao|alertas?|avisos?|ressalvas?|pegadinhas?|warnings?|caveats?|pitfalls?)\b"
)
_SIGN = re.compile(r"(?:^|[;,.]\s+)([+!-])\s(?=\S)")
"""A sign that begins a merit, several of which may share a bullet: "+ rápido, + barato; - vulnerável"."""
_CONCEDED = re.compile(
    r"[,;]\s(?:mas|porém|só que|but)\s((?:com|sem|tem|exige|custa|gasta|perde|não|with|has|needs)\b[^;.]*)"
)
"""What a definition grants against what it tells of."""
_MARKS = (
    (ADVANTAGES, (Marker.ADVANTAGE,)),
    (DISADVANTAGES, (Marker.DISADVANTAGE, Marker.WARNING)),
    (_WARNINGS, (Marker.WARNING,)),
)


def list_merits(inquiry: Inquiry) -> list[Claim]:
    """Name the advantages, disadvantages or warnings that signs mark in, or right below, what is asked about.

    Where several of them are asked for, each begins with its name.
    """
    asked = fold(inquiry.question.text)
    called = [(pattern.findall(asked), pattern, markers) for pattern, markers in _MARKS if pattern.search(asked)]
    words = {word for names, *_ in called for word in stems(" ".join(names))}
    thing = [word for word in inquiry.question.specific if word not in words]
    if not (words and thing) or any(_is_list_of(inquiry, e, words, thing) for e in inquiry.evidence):
        return []
    ranked = [(_aboutness(inquiry, e, thing), e) for e in inquiry.evidence]
    about = [e for rank, e in sorted(ranked, key=lambda found: -found[0]) if rank]
    told: list[Claim] = []
    for names, pattern, markers in called:
        marked = (claims for marker in markers for e in about if (claims := _marked(inquiry, e, marker)))
        labelled = (claims for e in about if (claims := _labelled(e, pattern)))
        headed = (claims for e in about if (claims := _headed(e, pattern)))
        conceded = (claims for e in about if pattern is DISADVANTAGES and (claims := _conceded(e)))
        claims = next(headed, []) or next(marked, []) or next(labelled, []) or next(conceded, [])
        if claims and len(called) > 1:
            claims = [replace(claims[0], text=f"{accented(names[0]).capitalize()} — {claims[0].text}"), *claims[1:]]
        told += claims
    return told


def _aboutness(inquiry: Inquiry, evidence: Evidence, thing: Sequence[str]) -> int:
    """Return how surely a sentence is about the thing.

    3 where it is its name, 2 where its label carries it, with what stands above, 1 where its words do; else 0.
    """
    if any(stems(term) == [*thing] for term in evidence.statement.terms):
        return 3
    for rank, words in ((2, stems(evidence.statement.label)), (1, evidence.own)):
        cover = inquiry.matcher.coverage(thing, words, evidence.context)
        if cover.share == 1.0 and cover.own > 0:
            return rank
    return 0


def _is_list_of(inquiry: Inquiry, evidence: Evidence, words: Set[str], thing: Sequence[str]) -> bool:
    """True for what stands above other lines and is called as asked: "problemas clássicos", no flaws of anything."""
    label = stems(evidence.statement.label)
    named = not words.isdisjoint(label) and any(inquiry.matcher.carried(thing, label))
    return named and not evidence.statement.marker and bool(evidence.outline.children(evidence.block))


def _marked(inquiry: Inquiry, evidence: Evidence, marker: Marker) -> list[Claim]:
    """Name what `marker` stands before: a sentence's own clauses, or the blocks right below it."""
    name = escape(clean(evidence.statement.label))
    clauses = [clause for clause in evidence.clauses() if clause.statement.marker]
    own = [text for clause in clauses for sign, text in _merits_of(clause) if sign is marker]
    if own:
        said = "; ".join(escape(clean(text)) for text in own)
        return [Claim(f"**{name}**: {said}", (evidence,))]
    children = evidence.outline.children(evidence.block)
    signed = [child for child in children if child.statement.marker and not is_bare_parent(child)]
    below = [(text, child) for child in signed for sign, text in _merits_of(child) if sign is marker]
    if not below:
        return []
    claims = [
        Claim(f"**{name}**:", (evidence,)),
        *(Claim(escape(clean(text)), (child,), item=True) for text, child in below),
    ]
    plain = tuple(child for child in children if _is_plain(child))
    if 2 * sum(not child.statement.definition for child in plain) > len(plain):
        named = "; ".join(escape(clean(child.statement.label)) for child in plain)
        claims.append(Claim(phrase(inquiry.question.language, "also", members=named), plain))
    return claims


def _merits_of(evidence: Evidence) -> list[tuple[Marker | None, str]]:
    """Return what a bullet with a sign says, cut at the signs within it, each piece with its sign."""
    found = list(_SIGN.finditer(evidence.text))
    if not found or found[0].start() > 0:
        return [(evidence.statement.marker, evidence.text)]
    ends = [*(match.start() for match in found[1:]), len(evidence.text)]
    return [(Marker(match[1]), evidence.text[match.end() : end]) for match, end in zip(found, ends, strict=True)]


def _headed(evidence: Evidence, pattern: re.Pattern[str]) -> list[Claim]:
    """Name what stands below the bullet that a word for what is asked heads: "! desvantagens"."""
    for child in evidence.outline.children(evidence.block):
        if is_bare_parent(child) and pattern.fullmatch(fold(clean(child.statement.label))):
            below = child.outline.children(child.block)
            name = f"{escape(clean(evidence.statement.label))} — {escape(clean(child.statement.label))}"
            items = [Claim(escape(clean(e.text)), (e,), item=True) for e in below]
            return [Claim(f"**{name}**:", (child,)), *items]
    return []


def _labelled(evidence: Evidence, pattern: re.Pattern[str]) -> list[Claim]:
    """Say the cell or the bullets right below a sentence that a word for what is asked heads: "desvantagem: custo"."""
    for header, value in evidence.block.cells:
        if value.strip() and pattern.search(fold(header)) and value != evidence.statement.label:
            return [Claim(f"**{escape(value)}** — {state(evidence)}", (evidence,))]
    name = escape(clean(evidence.statement.label))
    children = evidence.outline.children(evidence.block)
    told = [e for e in children if e.statement.definition and pattern.fullmatch(fold(e.statement.label))]
    return [Claim(f"**{escape(clean(e.statement.definition))}** — {name}, {e.statement.label}", (e,)) for e in told]


def _conceded(evidence: Evidence) -> list[Claim]:
    """Say what a definition concedes: "rápido, mas com limite de volume"."""
    found = _CONCEDED.search(evidence.statement.definition)
    return [Claim(f"**{escape(clean(found[1]))}** — {state(evidence)}", (evidence,))] if found else []


def _is_plain(evidence: Evidence) -> bool:
    """True for a bullet without a sign that may be one more of what its neighbours are: it holds no list or image."""
    statement, block = evidence.statement, evidence.block
    single = block.kind is BlockKind.ITEM and not statement.sets and not evidence.outline.children(block)
    return single and bool(clean(statement.label)) and not block.embeds and not block.pages and statement.marker is None
