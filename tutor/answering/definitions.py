"""Answers that say what a thing is: definitions, overviews, names for a description, comparisons."""

import re
from collections.abc import Sequence
from itertools import product

from tutor.answering.claims import Claim, Inquiry, placed
from tutor.answering.evidence import Evidence, is_bare_parent, is_within_example
from tutor.answering.frames import QuestionKind
from tutor.answering.matching import same_word
from tutor.answering.question import GENERIC, SORTS, is_frame_word
from tutor.answering.wording import clean, escape, phrase, segment, state
from tutor.language import content_tokens, fold, is_negated, stem, stems
from tutor.notes.members import IN_BRACKETS
from tutor.notes.statements import read_names, read_other_names
from tutor.types import BlockKind, Form

_EXACT, _RENAMED, _PLACED, _PARTIAL = 3.0, 2.5, 2.0, 1.0  # how well a name fits what is asked about
_SPELLED = 0.5
"""Weight of a name written as it is asked for: "ato administrativo", beside "ato da Administração"."""
_HEADED = 0.9
"""Weight of a name with the first word asked about, where all others stand above it: "controle" in "riscos"."""
_DISCOUNTS = {Form.COPULA: 0.1, Form.NAMING: 0.1, Form.DASH: 0.1, Form.ROW: 0.15, Form.ASIDE: 0.2}
_ALONE = 0.01
"""Weight of a name that stands alone where it is defined: "roteamento", beside "roteamento (routing)"."""
_ASIDE = 0.05
"""How much less a definition weighs that stands behind another, or in brackets."""
_SEVERAL = 0.1
"""How much less what is told of several things at once weighs: "sessão, apresentação -> dados"."""
_DETAILS = 6
_ASKED_ABOUT = re.compile(
    r"(?:o que (?:é|são|significa)|what (?:is|are))\s+(?:(?:os?|as?|uma?|the|an?)\s+)?([^?]+?)\s*\?", re.IGNORECASE
)
"""A heading that asks what something is, which is answered below it."""
_ASKED = 0.1
"""How much more such a heading weighs than a definition: what is below it means to be one."""
_CURT = 4  # words of a definition that the next sentence goes on from
_LONGEST_EXPANSION = 8  # words of a sentence that says no more of a name than what it stands for
_LONGEST_NAME = 12  # words; a longer label is a sentence, and what stands in its brackets is no name of it
_WHERE = re.compile(r"(?<=\w) (?:em|n[ao]s?|para|dentro d[eoa]s?|pel[ao]s?|segundo|in|within|for) (?=\w)")
_AT_PLACE = re.compile(r"(?:em|n[ao]s?|in|on|at) \w", re.IGNORECASE)
"""How what is told of a place, and not of its name, begins: "no RER: exportação"."""
_CODED = re.compile(r"[a-zà-ÿ]+ ((?=\D*\d|[A-ZÀ-Ý]{2})\S{2,})")
_SAYS_WHAT_IT_IS = re.compile(
    r"(?!(?:antes|depois|alem|dentro|fora|acima|abaixo|diante|junto|acerca|apesar|cada|tod[oa]s?|algu\w+|ess[ea]s?|est[ea]s?"
    r"|quem|before|after|instead|because|out|inside|each|all|some|this|these|that)\b)"
    r"[a-z-]{3,}(?: [a-z-]+)? (?:d[aeo]s?|que|para|usad[oa]|criad[oa]|por|com|em|of|that|which|for|used|made)\b"
)
"""How a sentence without a subject begins that says what the title names, folded: "Framework da ISACA para …"."""
_AGAINST = re.compile(r"(?:contra|sem|against|without) \w", re.IGNORECASE)
"""How what is told of the want of a thing, or of what is done against it, begins: "contra malware: antivírus"."""
_TITLES = frozenset({BlockKind.HEADING, BlockKind.CALLOUT})
_APPOSED = re.compile(
    r"^(?:(?:os?|as?|uma?|the|an)\s+)?(?P<name>(?:[\w-]+\s+){0,3}?[\w-]+)"
    r"(?:\s*\((?P<aside>[^():;]{2,60})\)|,\s+(?:ou|or|também\s+chamad[oa]s?(?:\s+de)?|conhecid[oa]s?\s+como|"
    r"also\s+called)\s+(?P<other>[^,]{2,40}),)"
    r"\s+(?=\w)",
    re.IGNORECASE,
)
_NAMED = r"(?:[oa]s? |the )?([^,.;:]{2,40}?)"
_PAIRED = re.compile(
    rf"{_NAMED} (?:e|and) {_NAMED} (?:não |nem |sempre )?(?:são|têm|diferem|se |are|have|differ)", re.IGNORECASE
)
"""A sentence whose subject is two things, of which the next tell one after the other."""
_IN_TURN = (
    re.compile(r"(?:[oa]s? primeir[oa]s?|aquel[ea]s?|the (?:first|former))\b", re.IGNORECASE),
    re.compile(r"(?:[oa]s? segund[oa]s?|est[ea]s?|the (?:second|latter))\b", re.IGNORECASE),
)
_THEN = re.compile(r"\b(?:[oa]s? segund[oa]s?|the (?:second|latter))\b")
"""How the same sentence turns to the other of two things, folded."""
_CAPITALISED = r"[A-ZÀ-Ý][\w-]*,?(?:\s+(?:of|de|da|do|ao|à|para|e|and|for|to|over)\b)?"
_ACRONYM = re.compile(
    rf"(?P<before>(?:{_CAPITALISED}\s+){{1,7}})\((?P<aside>[A-Z][A-Z0-9]{{1,7}})\b"
    rf"|\b(?P<short>[A-Z][A-Z0-9]{{1,7}})\s*(?:\(|[-–—,]\s)(?P<after>(?:{_CAPITALISED}\s*){{2,7}})"
)


def define(inquiry: Inquiry) -> list[Claim]:
    """Say what the focus is, from its definition or from what stands below its name."""
    focus = inquiry.question.focus
    readings = (focus, _unsorted(focus), *read_names(focus), *code_in(focus))  # "granularidade (grain)" may be either
    found = next(filter(None, (definitions_of(inquiry, name) for name in readings)), None)
    found = found or _defined_there(inquiry, focus) or [e for e in inquiry.evidence if opens_note(e, focus)]
    if not inquiry.question.required:  # "with", which weighs nothing
        found = [e for e in inquiry.evidence if e.statement.definition and fold(focus) in map(fold, e.statement.terms)]
    if not found:
        return _expand_acronym(inquiry)
    best, *others = found
    again = (e for e in others if e.statement.definition and _defines_again(e, best))
    second = next((e for e in again if fold(e.statement.definition) != fold(best.statement.definition)), None)
    return described(inquiry, best) + (described(inquiry, second) if second and best.statement.definition else [])


def opens_note(evidence: Evidence, thing: str) -> bool:
    """True for how a note begins that is called so, where it says what that is: "Framework da ISACA para …"."""
    note, block = evidence.outline.note, evidence.block
    if block is not evidence.outline.first or block.kind is not BlockKind.PARAGRAPH or evidence.before is not None:
        return False
    called = sorted(stems(thing)) in (sorted(stems(name)) for name in (note.title, *note.aliases))
    return called and _SAYS_WHAT_IT_IS.match(fold(evidence.text)) is not None


def _defines_again(evidence: Evidence, first: Evidence) -> bool:
    """True for what another note defines, or another sentence of the note under the very same name."""
    elsewhere = evidence.passage.note != first.passage.note
    return elsewhere or (evidence.key != first.key and evidence.statement.terms[:1] == first.statement.terms[:1])


def _defined_there(inquiry: Inquiry, thing: str) -> list[Evidence]:
    """Return what defines the first part of "portfólio em gerência de projetos" where the notes speak of the second."""
    name, where = _placed(thing)
    there = stems(where)
    found = definitions_of(inquiry, name) if where else []
    return [e for e in found if any(inquiry.matcher.related(there, (*e.context, *e.own)))]


def _placed(thing: str) -> tuple[str, str]:
    """Return the parts of "portfólio em gerência de projetos", the second empty where it says no place."""
    place = _WHERE.search(fold(thing))
    return (thing[: place.start()], thing[place.end() :]) if place and len(fold(thing)) == len(thing) else (thing, "")


def defined_within(inquiry: Inquiry, thing: str) -> bool:
    """True for "props no React" where the very name is defined below the other, or in its line."""
    named_by, where = _placed(thing)
    if not where:
        return False
    name, there = stems(named_by), stems(where)
    said = (e for e in (*inquiry.defining_clauses, *inquiry.evidence) if e.statement.definition)
    named = (e for e in said if any(stems(term) == name for term in e.statement.terms))
    return any(all(inquiry.matcher.carried(there, (*e.context, *e.own))) for e in named)


def _unsorted(thing: str) -> str:
    """Return a name without the sort of thing it says it is: "o princípio da substituição", "the Singleton pattern"."""
    return " ".join(word for word in thing.split() if not set(stems(word)) & SORTS) or thing


def code_in(thing: str) -> list[str]:
    """Return the code behind the word that says what sort of thing it is: "429" of "código 429"."""
    coded = _CODED.fullmatch(thing)
    return [coded[1]] if coded else []


def define_exactly(inquiry: Inquiry) -> list[Claim]:
    """Say what the notes define under the very words of the focus: "As fases da análise são …"."""
    listed = inquiry.question.kind is QuestionKind.LIST  # "o que o registrador MAR guarda"
    coded = code_in(inquiry.question.focus) if listed else []
    readings = [(inquiry.question.focus, inquiry.question.required), *((code, tuple(stems(code))) for code in coded)]
    exact = ((e, wanted) for thing, wanted in readings for e in definitions_of(inquiry, thing)[:1])
    told = (
        described(inquiry, e)
        for e, wanted in exact
        if e.statement.definition and all(inquiry.matcher.carried(wanted, stems(e.statement.label)))
    )
    return next(told, [])


def overview(inquiry: Inquiry) -> list[Claim]:
    """Say what the focus is, with what stands right below it."""
    found = definitions_of(inquiry, inquiry.question.focus)
    if not found:
        return []
    claims = described(inquiry, found[0])
    cited = {evidence.key for claim in claims for evidence in claim.evidence}
    below = [child for child in found[0].outline.children(found[0].block) if child.key not in cited]
    return claims + [Claim(state(child), (child,), item=True) for child in below[:_DETAILS]]


def definitions_of(inquiry: Inquiry, thing: str) -> list[Evidence]:
    """Return the evidence that defines or is headed by `thing`, the best fit first."""
    named = content_tokens(thing)
    bare = [token for token in named if not is_frame_word(token)]
    readings = dict.fromkeys(tuple(dict.fromkeys(stem(token) for token in words)) for words in (named, bare) if words)
    found = (_defining(inquiry, wanted, fold(thing), denied=is_negated(thing)) for wanted in readings)
    return next((evidence for evidence in found if evidence), [])


def told_in_turn(evidence: Evidence) -> tuple[Evidence, ...]:
    """Return the sentences that tell one after the other of two things named: "A e B não são iguais. O primeiro …"."""
    return told_after(evidence) if _PAIRED.match(evidence.text) else ()


def told_after(evidence: Evidence) -> tuple[Evidence, ...]:
    """Return the sentences behind one that tell of two things in turn, or the one that tells of both."""
    following = evidence.following[: len(_IN_TURN)]
    told = tuple(e for e, begins in zip(following, _IN_TURN, strict=False) if begins.match(e.text))
    if following and told[:1] == following[:1] and _THEN.search(fold(told[0].text)):
        return told[:1]
    return told if len(told) == len(_IN_TURN) else ()


def _defining(inquiry: Inquiry, wanted: tuple[str, ...], thing: str, *, denied: bool) -> list[Evidence]:
    """Return the evidence whose names fit the stems wanted, the best fit first, and what is spelled as the thing."""
    said, alone = (*inquiry.defining_clauses, *inquiry.evidence), {thing, _placed(thing)[0]}
    fits = ((_fit(inquiry, evidence, wanted, denied=denied), evidence) for evidence in said)
    renamed = ((_RENAMED, e.parent) for e in inquiry.evidence if e.parent and _renames(inquiry, e, wanted))
    ranked = sorted(
        ((fit, e) for fit, e in (*fits, *renamed) if fit > 0),
        key=lambda pair: (
            -(pair[0] + _SPELLED * _is_spelled(pair[1], thing) + _ALONE * (fold(pair[1].statement.label) in alone)),
            -pair[1].score,
            pair[1].key,
            not pair[1].is_clause,
        ),
    )
    return [evidence for _, evidence in ranked]


def _is_spelled(evidence: Evidence, thing: str) -> bool:
    """True for "BPM" and not for "BPMS", its plural in form."""
    terms = evidence.statement.terms or (asked_about(evidence) or evidence.statement.label,)
    return thing in map(fold, (*terms, *_slashed(terms)))


def asked_about(evidence: Evidence) -> str:
    """Return the name in a heading that asks what it is, "O que é uma view?", or nothing."""
    asked = _ASKED_ABOUT.fullmatch(evidence.statement.label) if evidence.block.kind is BlockKind.HEADING else None
    return asked[1] if asked else ""


def _slashed(terms: Sequence[str]) -> list[str]:
    """Return the common words that terms like "cuia/cabaça" join; not those of "TCP/IP"."""
    joined = (term.split("/") for term in terms if re.fullmatch(r"[a-zà-ÿ]{3,}(?:/[a-zà-ÿ]{3,})+", term))
    return [name for names in joined for name in names]


def _apposed_names(text: str) -> tuple[str, ...]:
    """Return the names that a prose sentence begins with: "O analisador léxico, ou scanner, lê …"."""
    found = _APPOSED.match(text)
    return (found["name"], found["aside"] or found["other"]) if found else ()


def _renames(inquiry: Inquiry, evidence: Evidence, wanted: tuple[str, ...]) -> bool:
    """True for a sentence that only gives another name to what it stands below: "Também se chama dirty read"."""
    names = () if evidence.statement.terms else read_other_names(evidence.text)
    return any(sorted(stems(name)) == sorted(wanted) for name in names)


def _fit(inquiry: Inquiry, evidence: Evidence, wanted: tuple[str, ...], *, denied: bool) -> float:
    """Return how well the names of one sentence fit the stems asked about; 0 for not at all."""
    statement = evidence.statement
    if evidence.block.kind is BlockKind.TABLE or _AGAINST.match(statement.label):
        return 0.0
    if wanted and sorted(stems(asked_about(evidence))) == sorted(wanted):
        return _EXACT + _spelled(wanted, wanted) + _ASKED
    apposed = () if statement.terms else _apposed_names(evidence.text)
    if not statement.terms and not apposed and (evidence.is_clause or not _says_more(evidence)):
        return 0.0
    terms = (*statement.terms, *_slashed(statement.terms))
    called = read_names(statement.label) if len(statement.label.split()) <= _LONGEST_NAME else ()
    names = terms or apposed or tuple(dict.fromkeys((statement.label, *called)))
    around = (*evidence.context, *(evidence.own if statement.definition else ()))  # a list defines none of its members
    best = 0.0
    for name in names:
        words = stems(name)
        if not words or is_negated(name) != denied:
            continue
        asked_for, whole = inquiry.matcher.carried(words, wanted), all(inquiry.matcher.carried(wanted, words))
        if not all(asked_for):
            unsaid = [word for word, here in zip(words, asked_for, strict=True) if not here]
            # the rest goes without saying where the name stands: "Daily" of "Daily Scrum" below "Scrum"
            if whole and all(inquiry.matcher.carried(unsaid, evidence.context)):
                best = max(best, _PARTIAL)
        elif whole:
            best = max(best, _EXACT + _spelled(words, wanted))
        elif inquiry.matcher.coverage(wanted, words, around).share == 1.0 and (
            set(words) - GENERIC or wanted[0] in words
        ):
            headed = wanted[0] in words and all(inquiry.matcher.carried(wanted, (*words, *evidence.context)))
            best = max(best, _PLACED + max(inquiry.matcher.coverage(wanted, words).own, _HEADED if headed else 0.0))
    return best - _discount(evidence) if best else 0.0


def _spelled(words: Sequence[str], wanted: Sequence[str]) -> float:
    """Return how much more a name weighs that is written as it is asked for, or in another form of its words."""
    if set(wanted) <= set(words):
        return 0.5
    return 0.05 if all(any(same_word(w, word) for word in words) for w in wanted) else 0.0


def _says_more(evidence: Evidence) -> bool:
    return bool(evidence.statement.sets or evidence.outline.children(evidence.block))


def _discount(evidence: Evidence) -> float:
    """Return how much less a sentence weighs as a definition for how it is written."""
    statement = evidence.statement
    if evidence.block.kind in _TITLES:
        return 0.3 if evidence.block.kind is BlockKind.HEADING else 0.25
    if not statement.definition:
        return 0.4
    if is_within_example(evidence):
        return _PARTIAL
    if _AT_PLACE.match(statement.label):
        return 0.2
    several = _SEVERAL if ", " in statement.label and statement.form is Form.ARROW else 0.0
    aside = _ASIDE if evidence.is_clause and not evidence.block.text.startswith(evidence.text) else 0.0
    return several + aside + _DISCOUNTS.get(statement.form or Form.ARROW, 0.0)


def described(inquiry: Inquiry, evidence: Evidence) -> list[Claim]:
    """Return what a definition says, or for a bare name the set and the blocks below it."""
    statement, required = evidence.statement, inquiry.question.required
    below = evidence.outline.children(evidence.block)
    if below and evidence.text.rstrip().endswith(":"):
        listed = "; ".join(escape(clean(child.text)) for child in below)
        return [Claim(f"{state(evidence, required, inquiry.matcher)} {listed}", (evidence, *below))]
    is_bare = is_bare_parent(evidence)
    if statement.form is Form.ASIDE and not is_bare:
        return [Claim(f"**{escape(statement.terms[0])}**: {escape(statement.definition)}", (evidence,))]
    told = (statement.definition and not is_bare) or evidence.block.cells or not _says_more(evidence)
    if (
        told
        or not clean(statement.label)
        or (_apposed_names(evidence.text) and evidence.block.kind is BlockKind.PARAGRAPH)
    ):
        return [Claim(state(evidence, required, inquiry.matcher), (evidence,)), *_said_next(evidence)]
    name = f"**{escape(clean(asked_about(evidence) or statement.label))}**"
    prose = [child for child in below[:1] if child.block.kind is BlockKind.PARAGRAPH]
    if prose and evidence.block.kind in _TITLES and not statement.sets:
        title = (evidence,) if evidence.block.kind is BlockKind.CALLOUT else ()
        only_names = len(IN_BRACKETS.sub("", prose[0].text).split()) <= _LONGEST_EXPANSION
        goes_on = [Claim(state(e), (e,)) for e in prose[0].following[:1] if only_names]
        return [Claim(f"{name}: {state(prose[0], required, inquiry.matcher)}", (*title, prose[0])), *goes_on]
    claims = [Claim(f"{name}: {escape('; '.join(group.members))}", (evidence,)) for group in statement.sets]
    items = [Claim(state(child), (child,), item=True) for child in below[:_DETAILS]]
    return claims + items if claims else [Claim(name, (evidence,)), *items]


def _said_next(evidence: Evidence) -> list[Claim]:
    """Return the sentence after a definition of a few words: "**LDO**: inventada pela CF/88. Faz a ponte …"."""
    statement = evidence.statement
    curt = 0 < len(statement.definition.split()) <= _CURT and not evidence.is_clause and not statement.sets
    return [Claim(escape(clean(e.text)), (e,)) for e in evidence.following[:1]] if curt else []


def _expand_acronym(inquiry: Inquiry) -> list[Claim]:
    """Say what an acronym stands for where the notes spell it out: "Remote Desktop Protocol (RDP …)"."""
    asked = fold(inquiry.question.focus)
    for evidence in inquiry.evidence:
        if f"({asked})" in fold(evidence.text):
            return [Claim(placed(inquiry, evidence), (evidence,))]
        for match in _ACRONYM.finditer(evidence.text):
            words, acronym = match["before"] or match["after"], match["aside"] or match["short"]
            full = _initialled(words.split(), acronym)
            if full and asked in {fold(acronym), fold(full)}:
                around = segment(evidence.text, match.start())
                words_around = stems(around)
                place = "" if words_around[-1:] == stems(acronym) and len(words_around) <= 2 else around
                said = f"**{escape(acronym)}**: {escape(full)}"
                return [Claim(f"{said} ({escape(place)})" if place else said, (evidence,))]
    return []


def _initialled(words: Sequence[str], acronym: str) -> str:
    """Return the last of `words` whose initials spell the acronym, or nothing."""
    for start in range(len(words)):
        initials = "".join(word[0] for word in words[start:] if word[0].isupper())
        if fold(initials) == fold(acronym):
            return " ".join(words[start:])
    return ""


def mention_as_member(inquiry: Inquiry) -> list[Claim]:
    """Say what the focus is an example or member of, where the notes do not define it."""
    wanted = stems(inquiry.question.focus)
    for evidence in inquiry.evidence:
        statement = evidence.statement
        groups = [("member of", group.label or statement.label, group.members) for group in statement.sets]
        groups.append(("example of", statement.label, statement.examples))
        for relation, label, members in groups:
            for member in members:
                words = stems(re.sub(r"\([^)]*\)", "", member))
                if (
                    wanted
                    and label
                    and words
                    and all(inquiry.matcher.carried(wanted, words))
                    and len(words) <= len(wanted) + 1
                ):
                    said = phrase(inquiry.question.language, relation, label=escape(clean(label)))
                    return [Claim(f"**{escape(member)}**: {said}", (evidence,))]
    return []


def about_subject(inquiry: Inquiry) -> list[Claim]:
    """Say what a sentence that begins with the focus, or with the code in it, says of it: "RST" of "flag RST"."""
    readings = [stems(name) for name in (inquiry.question.focus, *code_in(inquiry.question.focus))]
    for evidence, wanted in product(inquiry.evidence, readings):
        own = evidence.own
        begins = bool(wanted) and len(own) >= len(wanted) + 2 and wanted == list(own[: len(wanted)])
        if begins and not evidence.statement.terms and not evidence.outline.children(evidence.block):
            return [Claim(state(evidence, inquiry.question.required, inquiry.matcher), (evidence,))]
    return []
