"""How evidence is worded as an answer: the notes' own words without their signs, in a frame of the asked language."""

import re
from collections.abc import Sequence

from tutor.answering.evidence import Evidence
from tutor.answering.matching import Matcher
from tutor.language import stems
from tutor.notes.cards import without_signs
from tutor.notes.members import outside
from tutor.types import Form, PageKind, PageReference

_CUT = re.compile(r"[,;](?!\d)")
_LONGEST = 60  # words of one sentence of an answer

_PHRASES = {
    "pt": {
        "yes": "Sim",
        "no": "Não",
        "unknown": "As suas notas não respondem a isso.",
        "nearest": "Tópicos mais próximos nas notas: {topics}.",
        "example of": "exemplo de {label}",
        "member of": "faz parte de {label}",
        "also": "Também anotado: {members}",
        "and": "e",
    },
    "en": {
        "yes": "Yes",
        "no": "No",
        "unknown": "Your notes do not answer this.",
        "nearest": "Nearest topics in the notes: {topics}.",
        "example of": "example of {label}",
        "member of": "part of {label}",
        "also": "Also noted: {members}",
        "and": "and",
    },
}
_PAGE_NAMES = {
    "pt": {PageKind.PAGE: ("p.", "p."), PageKind.CHAPTER: ("cap.", "caps."), PageKind.SLIDE: ("slide", "slides")},
    "en": {PageKind.PAGE: ("p.", "pp."), PageKind.CHAPTER: ("ch.", "chs."), PageKind.SLIDE: ("slide", "slides")},
}
_ARROW = re.compile(r"\s*(?:-{1,2}>|={1,2}>|[→⇒➔➜⟶])\s*")
_BOTH_WAYS = re.compile(r"\s*<(?:-{1,2}|={1,2})>\s*")
_DEFINED_INSIDE = re.compile(rf"(?<=[;.]\s)([^;.:{{}}]{{1,40}}?){_ARROW.pattern}(?!\s*\{{)")
"""What a clause defines before its own arrow: "…; restore -> …"."""
_MARKUP = re.compile(r"<(?=[A-Za-z/!?])|\[(?=\d+\])|(?<=\])\(|(?<![\s\w*])\*(?=\S)|(?<=\s)\*(?=[^\s*])|^\*(?=\S)")


def phrase(language: str, name: str, **parts: str) -> str:
    """Return a frame of the answer's language with its gaps filled."""
    return _PHRASES[language][name].format(**parts)


def escape(text: str) -> str:
    """Return words of a note as Markdown that shows them as they are."""
    return _MARKUP.sub(lambda found: "\\" + found[0], text)


def clean(text: str) -> str:
    """Return a note's words as a sentence: without leading signs or a card's, arrows as punctuation, spaces single."""
    bare = re.sub(r"^(?:[!+]\s*|-\s+)(?=\S)", "", text.strip())
    bare = without_signs(bare) or bare
    bare = re.sub(r"(?<=[;.,])\s*!\s+", " ", bare)
    bare = _BOTH_WAYS.sub(" ↔ ", bare)
    bare = _DEFINED_INSIDE.sub(r"\1: ", bare)
    bare = re.sub(rf"(?:{_ARROW.pattern})?\s*\{{\s*", ": ", bare)
    bare = re.sub(r"\s*\}", "", bare)
    return re.sub(r"\s+", " ", _ARROW.sub("; ", bare)).strip(" ;,").removeprefix(": ")


def state(evidence: Evidence, required: Sequence[str] = (), matcher: Matcher | None = None) -> str:
    """Return what one sentence of the notes says, its term in bold; clauses beyond 60 words only where asked for.

    What a term holds in braces before its definition, "2PL { a, b } -> …", comes first.
    """
    statement = evidence.statement
    if evidence.block.cells:
        name = statement.label
        others = [
            (header, value) for header, value in evidence.block.cells if value.strip() and clean(value) != clean(name)
        ]
        described = "; ".join(f"{header}: {value}" if header else value for header, value in others)
        return f"**{escape(name)}**: {escape(described)}" if described else f"**{escape(name)}**"
    if statement.form in {None, Form.ASIDE, Form.COPULA, Form.NAMING}:
        return escape(shorten(clean(evidence.text), required, matcher))
    body = shorten(clean(statement.definition), required, matcher)
    named = ("; ".join(group.members) for group in statement.sets if group.braced and "{" not in statement.definition)
    return f"**{escape(clean(statement.label))}**: {escape(' — '.join((*named, body)))}"


def segment(text: str, at: int) -> str:
    """Return the part of a sentence between commas and semicolons outside brackets that holds offset `at`."""
    cuts = [0, *(place + 1 for place in outside(text) if _CUT.match(text, place)), len(text)]
    first = max(cut for cut in cuts if cut <= at)
    last = min(cut for cut in cuts if cut > at)
    return clean(text[first:last].strip(" ,;"))


def shorten(text: str, required: Sequence[str], matcher: Matcher | None) -> str:
    """Return `text`, or where it is long its first clause and those that carry a required stem, up to 60 words."""
    if len(text.split()) <= _LONGEST:
        return text
    clauses = re.split(r"(?<=[;.])\s+", text)
    if len(clauses) == 1:
        clauses = re.split(r"(?<=,)\s+", text)
    asked = [matcher is not None and any(matcher.carried(required, stems(clause))) for clause in clauses]
    kept: list[str] = []
    words = 0
    for clause, wanted in zip(clauses, [True, *asked[1:]], strict=True):
        words += len(clause.split()) if wanted else 0
        if wanted and (words <= _LONGEST or not kept):
            kept.append(clause)
    return " ".join(kept).strip(" ;,")


def page_name(reference: PageReference, language: str) -> str:
    """Return a page reference as a student writes it: "p. 51", "pp. 3–5", "cap. 13"."""
    one, several = _PAGE_NAMES[language][reference.kind]
    if reference.first == reference.last:
        return f"{one} {reference.first}"
    return f"{several} {reference.first}–{reference.last}"
