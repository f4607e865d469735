"""Sentences that lead to what stands behind or below them, or go on from what stands before."""

import re
from itertools import takewhile

from tutor.answering.claims import Claim, Inquiry
from tutor.answering.definitions import told_in_turn
from tutor.answering.evidence import Evidence
from tutor.answering.groups import numbers_in
from tutor.answering.pages import is_bare_reference
from tutor.answering.wording import state
from tutor.language import fold, tokens
from tutor.notes.cards import read_card
from tutor.notes.numerals import FOLDED_NUMBER_WORDS, NUMBER_WORDS
from tutor.types import BlockKind

_OF_BEFORE = re.compile(
    r"^(?:isso|isto|ess[ea]|est[ea]|this|that) (?:e|se chama|chama-se|recebe o nome|is)\b"
    r"|^(?:e|sao) (?:o que|[oa]s? que) (?:se )?(?:chama|denomina|conhece)"
    r"|^(?:e|sao) [oa]s? (?:chamad|denominad)[oa]s?\b"
    r"|^(?:[oa]s (?:dois|duas|tres|quatro)|the (?:two|three|four))(?: juntos| juntas| together)? (?:sao|formam|compoem"
    r"|constituem|are|form|make up)\b(?!.*:)"
    r"|^\w+mente (?:e|sao|fica|ficam|vem)\b"
    r"|\bd(?:ess|est)[ea] (?:familia|grupo|tipo|categoria|classe|abordagem)\W*$"
    r"|^(?:sao |[oa]s? |\w+ )?exemplos?\b(?! d[eoa]s? )|\bsao (?:os )?exemplos?\b(?! d[eoa]s? )"
)
_GOES_ON = re.compile(
    rf"(?:Também|São(?! (?:{'|'.join(NUMBER_WORDS)})\b)|Além disso,?|Basta(?:m)?|Also) (?=[a-zà-ÿ])(?!\w+:)"
    r"|[Oo] (?:contr[aá]rio|inverso) \w|[Aa] rec[ií]proca \w|[A-ZÀ-Ý][a-zà-ÿ]+, mas (?:não|nunca) [a-zà-ÿ]"
    r"|[^\s,;:]+(?: [^\s,;:]+){0,3} (?:não|nunca|jamais|também|sim)[.!]*$"
)
"""How a sentence begins whose subject the one before it has."""
_SPEAKS_OF_IT = re.compile(r"(?:(?:n[oa]s?|in) \w+ )?(?:el[ea]s?|(?:est|ess)[ea]s?(?: ultim[oa]s?)?|it|they) ")
"""How a sentence begins that speaks of what the one before it named, folded."""
_ONE_OF_THEM = re.compile(
    r"(?:[oa]s? |the )?(?:primeir|segund|terceir|quart|quint|sext|ultim|outr|demais|restantes"
    r"|first|second|third|last|other)"
)
"""How a sentence begins that tells of one or more of several just counted, folded."""
_SAYS_THEY_DIFFER = re.compile(r"[^:;,]*\b(?:diferentes?|distint[oa]s?|diferem|differ(?:s|ent)?)\b[^:;,]*")
"""A sentence, folded, that says that things differ and not in what."""
_TURNS = re.compile(r"\b(?:enquanto|ao passo que|ja [oa]s?|mas|while|whereas|but)\b")
"""How a sentence, folded, turns from one thing to the other."""
_ACTS = re.compile(
    r"\w (?!d[aeo]s?\b|com\b|sobre\b|para\b|entre\b)[a-z]+(?:[ae]|[aeio]m|[eio]u|ed|s) (?:[oa]s?|uma?|the|an?)\b"
)
"""What may be a verb between what acts and what it acts on, folded."""
_OPEN_END = re.compile(r"(?::|\b(?:como|sao|seguintes|inclu(?:i|em)|entre eles|such as|are|includes?|following))$")
_PARTED = re.compile(r"[;,]\s")
_NEXT_ONE = re.compile(r"(?:, (?:e )?| e )(?=[oa]s? )")
_CURT = 2  # words of an answer that the next sentence explains
_FEWEST_COUNTED = 3  # members
_LONGEST_TOPIC = 8  # words


def leads_on(evidence: Evidence) -> bool:
    """True for a sentence that ends in a colon, or in a word that what stands below goes on from."""
    return bool(_OPEN_END.search(fold(evidence.text).rstrip()))


def headed(evidence: Evidence) -> tuple[Evidence, ...]:
    """Return the members that stand below a definition, defined or in a few words each; none where they are few.

    Where it says how many there are, they are the members: "Manifesto -> 2001, 4 valores".
    """
    below = evidence.outline.children(evidence.block)
    unmarked = tuple(e for e in below if not e.statement.marker)
    if len(unmarked) >= _FEWEST_COUNTED and len(unmarked) in numbers_in(evidence.text):
        return unmarked
    if not evidence.statement.definition or evidence.statement.sets:
        return ()
    named = tuple(e for e in below if e.statement.definition or len(e.text.split()) <= _LONGEST_TOPIC)
    members = tuple(e for e in named if not (e.statement.marker or is_bare_reference(e)))
    return members if len(members) > 1 and 2 * len(members) > len(below) else ()


def on_next_line(evidence: Evidence) -> tuple[Evidence, ...]:
    """Return the line behind one that ends in a colon, where nothing stands below it: "3 tipos:", "simples, …"."""
    if not evidence.text.rstrip().endswith(":") or evidence.block.kind is not BlockKind.PARAGRAPH:
        return ()
    note, block = evidence.outline.note, evidence.block
    beside = note.children(None if block.parent is None else note.blocks[block.parent])
    next_line = (b for b in beside if b.kind is block.kind and b.first_line == block.last_line + 1)
    told = (e for other in next_line for e in evidence.outline.of(other)[:1])
    return evidence.following[:1] or tuple(told)


def leads_back(evidence: Evidence) -> bool:
    """True for a sentence that names, or gives examples of, what only the sentence before it tells."""
    leans = _OF_BEFORE.search(fold(evidence.text)) or _GOES_ON.match(evidence.text)
    return bool(leans) and evidence.before is not None


def goes_on(evidence: Evidence) -> bool:
    """True for a sentence that speaks of what the one before it named: "Este último é …", "No campo ele se chama …"."""
    return _SPEAKS_OF_IT.match(fold(evidence.text)) is not None and evidence.before is not None


def announced(evidence: Evidence) -> tuple[Evidence, ...]:
    """Return the sentences that a sentence counts before they are said: "A norma lista cinco princípios."."""
    spoken = frozenset(tokens(evidence.text))
    counted = next((value for word, value in FOLDED_NUMBER_WORDS.items() if word in spoken), 0)
    numbers = numbers_in(evidence.text) | {counted}
    below = evidence.outline.children(evidence.block)[:1]
    if any(len(_PARTED.split(child.text)) in numbers - {0, 1} for child in below):  # "7 níveis", above "G, F, E, …"
        return below
    behind = evidence.following if counted > 1 else ()
    in_turn = tuple(takewhile(lambda e: _ONE_OF_THEM.match(fold(e.text)), behind))
    if len(in_turn) > 1:
        return in_turn
    following = evidence.following[:counted]
    at_once = following[:1] if counted > 1 and any(_count_parts(e.text) == counted for e in following[:1]) else ()
    _, said = read_card(evidence.text) or ("", evidence.text)
    lists = evidence.statement.sets or ":" in said
    if counted > 1 and len(following) == 1 and len(_PARTED.split(following[0].text)) >= counted:
        at_once = following
    return () if lists or not counted else at_once or (following if counted == len(following) else ())


def _count_parts(text: str) -> int:
    """Return of how many things a sentence tells one after the other: "A lírica canta; a épica narra; …"."""
    return len(text.split(";") if ";" in text else _NEXT_ONE.split(text))


def with_next(claim: Claim) -> list[Claim]:
    """Return a claim with the sentence that goes on from it: "As medidas se classificam. São aditivas quando …"."""
    return [claim, *(Claim(state(e), (e,)) for e in _going_on(claim))]


def _going_on(claim: Claim) -> tuple[Evidence, ...]:
    """Return the sentence behind that of a claim whose subject it has."""
    after = claim.evidence[0].following[:1] if len(claim.evidence) == 1 else ()
    return tuple(e for e in after if _GOES_ON.match(e.text))


def answered_whole(claim: Claim) -> list[Claim]:
    """Return a claim with the sentence after it, where that goes on from it: "Alcança os Poderes. Também alcança …".

    So it does from a card that is answered in a word: "… certo? R: não. Seguem …".
    """
    if len(claim.evidence) > 1:
        return [claim]
    (evidence,) = claim.evidence
    card = read_card(evidence.text)
    curt = evidence.following[:1] if card and len(card[1].split()) <= _CURT else ()
    differ = evidence.following[:1] if _SAYS_THEY_DIFFER.fullmatch(fold(evidence.text).rstrip(" .")) else ()
    apart = tuple(e for e in differ if _TURNS.search(fold(e.text)))
    after = curt or _going_on(claim) or told_in_turn(evidence) or apart
    return [claim, *(Claim(state(e), (e,)) for e in after)]


def tells_in_title(evidence: Evidence) -> bool:
    """True for the title of a callout that says something by itself: "Só o árbitro apita o jogo"."""
    is_title = evidence.block.kind is BlockKind.CALLOUT and not evidence.text.rstrip().endswith("?")
    return is_title and _ACTS.search(fold(evidence.text)) is not None


def below_curt(evidence: Evidence) -> tuple[Evidence, ...]:
    """Return what stands below a definition of a word or two, which says how: "controle -> desvios"."""
    told = evidence.statement.definition.split()
    return evidence.outline.children(evidence.block) if 0 < len(told) <= _CURT else ()


def with_title(inquiry: Inquiry, evidence: Evidence) -> tuple[Evidence, ...]:
    """Return the title of a callout that tells what is asked, and the sentence that goes on from it; else nothing."""
    title, asked = evidence.parent, inquiry.question.required
    if tells_in_title(evidence):
        return (evidence, *evidence.outline.children(evidence.block)[:1])
    told = title and tells_in_title(title) and all(inquiry.matcher.carried(asked, title.own))
    return (title, evidence) if title and told else ()
