"""Who made what: behind its name, with a year, in the row of its work, or told by the sentence that names it."""

import re
from collections.abc import Sequence

from tutor.answering.claims import Claim, Inquiry, placed
from tutor.answering.evidence import Evidence
from tutor.answering.frames import Value
from tutor.answering.question import SORTS
from tutor.answering.wording import escape, state
from tutor.language import fold, stems

TWO_NAMES = r"[A-ZÀ-Ý][a-zà-ÿ]+ e [A-ZÀ-Ý][a-zà-ÿ]+"
OF_MAKER = re.compile(
    r"^ (?:que é )?d[aeo] [A-ZÀ-Ý][a-zà-ÿ]|^[^(]+ \([A-ZÀ-Ý][a-zà-ÿ]+(?: [A-ZÀ-Ý][a-zà-ÿ]+)*[,)]"
    rf"|^[^(]+ \({TWO_NAMES}[,)]|^ [A-ZÀ-Ý][a-zà-ÿ]+,? (?:em )?\(?(?:1[5-9]|20)\d\d\)?$"
    r"|\b(?:artigo|livro|obra|ensaio|tese|termo|conceito|paper|book|article|term) (?:d[eo]|by) [A-ZÀ-Ý][a-zà-ÿ]"
    rf"|^ [A-ZÀ-Ý][a-zà-ÿ]+(?: v[ao]n| d[aeo]s?)? [A-ZÀ-Ý][a-zà-ÿ]+(?: \([^()]*\d{{4}}\))?$"
)
"""How a part of a sentence tells whose the thing before is: "algoritmo, do Dijkstra", "Barbeiro (Dijkstra)"."""
_SURNAME = r"[A-ZÀ-Ý][a-zà-ÿ]+(?:[A-Z][a-zà-ÿ]+)?"
_PERSON = rf"{_SURNAME}(?:[- ](?:(?:d[aeo]s?|v[ao]n) )?{_SURNAME})*"
_MAKER_BEHIND = re.compile(
    rf"(?P<thing>[^;:>]+?)(?:,| [-–—]|:|\s*(?:->|→|=>))\s(?P<maker>{_PERSON}(?:, {_PERSON})*(?: e {_PERSON})?)(?:/\w+)?"
    r"(?:, [A-ZÀ-Ý][a-zà-ÿ]+)?,? \(?(?:em )?(?:(?:1[5-9]|20)\d\d|anos \d0|d[eé]cada de \d+)\b"
)
"""Who made a thing, and when: "RAID -> Patterson, Gibson e Katz, Berkeley, 1988", "FORTRAN, John Backus/IBM (1957)"."""
_MAKER_BESIDE = re.compile(
    rf"(?P<thing>[^;:>()]+?) \((?:[A-Z]{{2,}}, )?(?P<maker>{_PERSON}(?:, {_PERSON})*(?: e {_PERSON}| et al\.?)?)"
    r",? (?:em )?(?:1[5-9]|20)\d\d\)"
)
"""The same in brackets behind the name: "ARIES (IBM, Mohan et al., 1992)"."""
_SIGNATURE = re.compile(rf"({_PERSON}(?:, {_PERSON})*(?: e {_PERSON})?),? \(?(?:1[5-9]|20)\d\d\)?\.?")
_NAME_ALONE = re.compile(rf"({_SURNAME} {_PERSON})\.")
"""A sentence that is nothing but a person's name: "Kent Beck." below "XP"."""
_THE = re.compile(r"^(?:[oa]s?|the) ")
_SURNAMED = re.compile(rf"\b[A-ZÀ-Ý][a-zà-ÿ]+ ({_SURNAME})\b")
MAKER_AND_YEAR = re.compile(rf"^ {_PERSON}(?:/\w+)?,? \(?(?:1[5-9]|20)\d\d\)?$")
_GIVEN_ASIDE = re.compile(r"(?P<thing>[^\s();,]*[A-ZÀ-Ý][^\s();,]*) \([^()]*\)")
"""A proper name with what brackets say of it: "BBR (Google, 2016)"."""
_SPELLED_OUT = re.compile(r"\s[-–—]\s|\s\(")
"""What parts a name from what it stands for: "RAID - Redundant Array of …"."""
_NEAR = 300  # letters of a line, among which its maker stands
_FEW_MORE = 4  # words of a name beyond those asked for
_WORKS = frozenset(stems("obra obras livro livros teoria teorias texto poema romance work works book books"))


def without_others(inquiry: Inquiry, text: str) -> str:
    """Return a text with blanks where brackets tell of another name than those asked about, which it holds too.

    Who made CUBIC is not told by "CUBIC é o padrão; BBR (Google, 2016)".
    """
    names = stems(" ".join(inquiry.question.names))
    if not names or not all(inquiry.matcher.carried(names, stems(text))):
        return text

    def blank(found: re.Match[str]) -> str:
        return found[0] if any(inquiry.matcher.carried(names, stems(found["thing"]))) else " " * len(found[0])

    return _GIVEN_ASIDE.sub(blank, text)


def name_author(inquiry: Inquiry) -> list[Claim]:
    """Say whose row of a table holds the work asked about: "Hobbes | … | Leviatã" below "obra"."""
    for evidence in inquiry.evidence if inquiry.question.value is Value.PERSON else ():
        for header, value in evidence.block.cells[1:]:
            held = all(inquiry.matcher.carried(inquiry.question.specific, stems(value)))
            if held and inquiry.question.specific and _WORKS.intersection(stems(header)):
                return [Claim(f"**{escape(evidence.block.cells[0][1])}** — {state(evidence)}", (evidence,))]
    return []


def is_part_of_person(inquiry: Inquiry, evidence: Evidence) -> bool:
    """True where a sentence holds a name asked about only as a surname: "Helm" in "Richard Helm"."""
    asked = _THE.sub("", fold(inquiry.question.focus))
    names = [found[1] for found in _SURNAMED.finditer(evidence.text)]
    return asked in map(fold, names) and fold(evidence.text).split().count(asked) <= len(names)


def _signed(inquiry: Inquiry, evidence: Evidence, wanted: Sequence[str]) -> str:
    """Return whom a sentence names that is only a maker, or one and a year, below the work: "Ana e Rui, 1987."."""
    found = _SIGNATURE.fullmatch(evidence.text) or _NAME_ALONE.fullmatch(evidence.text)
    return found[1] if found and all(inquiry.matcher.carried(wanted, evidence.above)) else ""


def name_maker(inquiry: Inquiry) -> list[Claim]:
    """Say who stands, with a year, right behind the name of what is asked about: "semáforo -> Dijkstra, anos 60; …"."""
    required = inquiry.question.required
    wanted = [word for word in required if word not in SORTS] or required
    for evidence in inquiry.evidence if inquiry.question.value is Value.PERSON else ():
        if maker := _signed(inquiry, evidence, wanted):
            return [Claim(f"**{escape(maker)}** — {placed(inquiry, evidence)}", (evidence,))]
        for part in (evidence, *evidence.clauses()):
            found = _MAKER_BEHIND.match(part.text[:_NEAR]) or _MAKER_BESIDE.match(part.text)
            named = stems(_SPELLED_OUT.split(found["thing"])[0]) if found else []
            if found and len(named) <= len(wanted) + _FEW_MORE and all(inquiry.matcher.carried(wanted, named)):
                said = state(evidence, wanted, inquiry.matcher)
                return [Claim(f"**{escape(found['maker'])}** — {said}", (evidence,))]
    return []
