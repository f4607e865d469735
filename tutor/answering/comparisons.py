"""Answers that set two things side by side."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from tutor.answering.claims import Claim, Inquiry, placed
from tutor.answering.definitions import definitions_of, described
from tutor.answering.evidence import Evidence, is_within_example
from tutor.answering.groups import VERSUS
from tutor.answering.question import GENERIC, SORTS, is_question_word
from tutor.answering.side_by_side import (
    begins_with,
    compared_as_one,
    sentences_of,
    sets_apart,
    tells_both,
    without_shared,
)
from tutor.answering.wording import clean, escape, state
from tutor.language import content_tokens, fold, stem, stems
from tutor.types import BlockKind

_INFINITIVE = re.compile(r"\w+[aei]r(?= |$)")
_PAIR = 2  # things
_NAMES_OF = re.compile(r"[/,()]")
_CHAINED = re.compile(r"(?:->|→).*(?:->|→)")
"""What one thing leads to, and that to another: "erro -> defeito -> falha"."""
_CHOICES = 4  # sentences that may say what one thing is
_WORD = re.compile(r"[^\W\d_]")
_OF = re.compile(r"(?:^| )d[aeo]s? ")
_PLACED = re.compile(
    r"\b(?:n[ao]s?|em|para|quando|como|com|por|nao|in|on|for|when|with|as|not)\b|\b(?:d[aeo]s?|of) \S+$"
)
"""What is said of a thing beside what it is: "L2 na regularização", "coreografia de serviços"."""
_BESIDE = re.compile(
    r" (?:n[ao]s?|em|quando|na hora d[eo]|em termos d[aeo]s?|in|on|when) (?!que |quem |qua|what |which |who ).+$",
    re.IGNORECASE,
)
"""Where two things are compared, or in what, behind the second of them."""
_PLAIN = re.compile(r" (?:normal|comum|tradicional|regular|propriamente dit[oa])$", re.IGNORECASE)
"""What is said of a thing only to tell it from its sorts: "view normal"."""
_SAME = re.compile(
    r"\b(?:(?:a |o )?mesm[ao]s?(?: coisa)?|iguais|igual|sinonim\w+|equivalentes?|the same(?: thing)?|equal|synonym\w*)$"
)
"""The end of a question whether two things are the same."""
_MORE_OF_IT = re.compile(r"(?:É|São|It is|Is) (?=[a-zà-ÿ])")
"""How a sentence begins that says once more what the one before it defines."""
_COMPARING = frozenset(
    stems(
        "diferença diferenças difere diferem diferenciar diferencia distinção distinguir distingue comparação comparar "
        "compara compare muda mudou semelhança igual iguais mesma cada termos difference differ distinguish compared"
    )
) | {"x", "vs", "versu"}


def compare(inquiry: Inquiry) -> list[Claim]:
    """Say what each of two things is, side by side, and what the notes say of their difference."""
    inquiry = _with_shared_noun(_with_plain_names(inquiry))
    options = inquiry.question.options
    if len(options) != _PAIR:
        return []
    small = all(option.isalpha() and not stems(option) for option in options)
    one, other = map(stems, options)
    spelled = not (one and other) or one == other  # "== x is", which weigh nothing; "motivo e motivação"
    below = [] if spelled else compared_as_one(inquiry)
    if below or small:
        return below or _small_words(inquiry)
    sides = _named_below(inquiry) or [_side(inquiry, *options), _side(inquiry, *reversed(options))]
    apart = without_shared(options)
    if not all(sides) and all(map(_WORD.search, apart)) and apart != [*options]:
        sides = [_side(inquiry, *apart), _side(inquiry, *reversed(apart))]
    sides = [_without_longer(inquiry, side, at) for at, side in enumerate(sides)]
    if all(sides):
        sides = _side_by_side(inquiry, *_of_one_note(*sides))
    told = {e.key for side in sides for e in side[:1]}
    same = all(sides) and len(told) == 1
    shared = next((e for e in inquiry.evidence if e.key in told and (same or tells_both(inquiry, e))), None)
    if shared and (same or (len(told) > 1 and not _have_own_lines(inquiry, sides))):
        return [Claim(placed(inquiry, shared), (shared,))]
    contrast = [e for e in inquiry.evidence if sets_apart(inquiry, e)][:1]
    says_whether = bool(contrast and _SAME.search(fold(inquiry.question.text).rstrip(" ?.!")))
    if all(sides) and not says_whether:
        cut = [side[0].is_clause and [side[0].key] == [e.key for e in contrast] for side in sides]
        sides = [side for side, is_cut in zip(sides, cut, strict=True) if not is_cut]  # the whole sentence tells it
        told_of = (claim for side in sides for claim in (*_told(inquiry, side[0]), *_said_after(side[0])))
        claims = [Claim(claim.text, claim.evidence, item=True) for claim in told_of]
        cited = {evidence.key for claim in claims for evidence in claim.evidence}
        return claims + [Claim(placed(inquiry, e), (e,)) for e in contrast if e.key not in cited]
    if contrast:
        known = [claim for side in sides if side and not says_whether for claim in described(inquiry, side[0])]
        return [Claim(claim.text, claim.evidence, item=True) for claim in known] + [
            Claim(placed(inquiry, contrast[0]), tuple(contrast))
        ]
    both = [e for e in inquiry.evidence if all(_holds_all(inquiry, e, option) for option in options)][:1]
    return [Claim(placed(inquiry, evidence), (evidence,)) for evidence in both]


def compare_several(inquiry: Inquiry) -> list[Claim]:
    """Say what each of three things or more is, "erro, defeito e falha", where the notes tell of them all."""
    names = [name for option in inquiry.question.options for name in re.split(r",\s+", option)]
    sides = [[*_called(inquiry, name), *_begun_with(inquiry, name)] for name in names] if len(names) > _PAIR else []
    sides = [[e for e in side if e.block.kind is not BlockKind.CODE] for side in sides]
    if not sides or not all(sides):
        return []
    together = (e.passage.note for e in sides[0] if all(_of_note(side, e.passage.note) for side in sides))
    note = next(together, "")
    told = [(_of_note(side, note) or side)[0] for side in sides]
    whole = len({e.key for e in told}) == len(names)
    return [Claim(state(e), (e,), item=True) for e in told] if whole else []


def _called(inquiry: Inquiry, name: str) -> list[Evidence]:
    """Return what defines the very name, but not by what it leads to."""
    defined = (e for e in definitions_of(inquiry, name) if e.statement.definition and not _CHAINED.search(e.text))
    return [e for e in defined if fold(name) in map(str.strip, _NAMES_OF.split(fold(e.statement.label)))]


def _of_note(side: Sequence[Evidence], note: str) -> list[Evidence]:
    return [e for e in side if e.passage.note == note]


def _have_own_lines(inquiry: Inquiry, sides: Sequence[Sequence[Evidence]]) -> bool:
    """True where each of two things is the very name that a line of its own defines."""
    named = zip(sides, map(stems, inquiry.question.options), strict=True)
    return all(side and wanted in map(stems, side[0].statement.terms) for side, wanted in named)


def _without_longer(inquiry: Inquiry, side: Sequence[Evidence], at: int) -> list[Evidence]:
    """Return a side without what the other thing names, whose name goes on from its own: "kill x kill -9"."""
    own, other = (stems(inquiry.question.options[of]) for of in (at, 1 - at))
    more = other[len(own) :] if own and other[: len(own)] == own else []
    kept = [e for e in side if not (more and all(inquiry.matcher.carried(more, stems(e.statement.label))))]
    return kept or [*side]


def _small_words(inquiry: Inquiry) -> list[Claim]:
    """Say what each of two words that mostly only join others is: "este x esse", "where x having"."""
    wanted = [fold(option) for option in inquiry.question.options]
    defined = [next((e for e in inquiry.evidence if name in map(fold, e.statement.terms)), None) for name in wanted]
    known = [e for e in defined if e]
    if len(known) == len(wanted):
        return [Claim(placed(inquiry, e), (e,), item=True) for e in known]
    labels = ((e, VERSUS.split(fold(e.statement.label))) for e in inquiry.evidence if e.statement.definition)
    both = next((e for e, names in labels if {name.strip() for name in names} == set(wanted)), None)
    return [Claim(state(both), (both,))] if both else []


def _with_plain_names(inquiry: Inquiry) -> Inquiry:
    """Return the inquiry with the bare names of both: "view" of "view normal", both of "princípios da A e da B".

    What goes without saying of a thing is left out only where nothing is defined with it.
    """
    if len(inquiry.question.options) != _PAIR:
        return inquiry
    one, other = inquiry.question.options
    behind, head = _OF.match(other), _OF.search(one)
    if behind and head and set(stems(one[: head.start()])) <= SORTS | GENERIC:
        one, other = one[head.end() :], other[behind.end() :]
    if not (_BESIDE.search(one) or definitions_of(inquiry, other)):  # "procedure e function no PL/SQL"
        other = _BESIDE.sub("", other)
    if _INFINITIVE.fullmatch(fold(one)) and _INFINITIVE.match(fold(other)):  # "anular e revogar um ato"
        other = other.split()[0]
    plain = tuple(
        name if definitions_of(inquiry, name) else _PLAIN.sub("", name) for name in (one.strip(), other.strip())
    )
    return replace(inquiry, question=replace(inquiry.question, options=plain))


def _with_shared_noun(inquiry: Inquiry) -> Inquiry:
    """Return the inquiry with the noun of both things before each, or without it: "valor primário x secundário"."""
    if len(inquiry.question.options) != 2:
        return inquiry
    first, second = inquiry.question.options
    longer, shorter = " ".join((*first.split()[:-1], second)), second.rpartition(" ")[0]
    if " " not in second:
        named = longer if longer != second and definitions_of(inquiry, longer) else second
    else:  # "the Secure and HttpOnly flags"
        english = inquiry.question.language == "en"
        behind = english and definitions_of(inquiry, first) and definitions_of(inquiry, shorter)
        named = shorter if behind and not definitions_of(inquiry, second) else second
    return replace(inquiry, question=replace(inquiry.question, options=(first, named)))


def _named_below(inquiry: Inquiry) -> list[list[Evidence]]:
    """Return both sides where the first words name what both stand below: "restos a pagar processados x inscritos"."""
    first, second = inquiry.question.options
    words = first.split()
    others = definitions_of(inquiry, second)[:_CHOICES] if len(words) > 1 else []
    for cut in range(1, len(words)):
        above = stems(" ".join(words[:cut]))
        for one, other in product(definitions_of(inquiry, " ".join(words[cut:]))[:_CHOICES], others):
            shared = one.parent if one.parent and other.parent and one.parent.key == other.parent.key else None
            named = stems(shared.statement.label) if shared and one.key != other.key else ()
            if named and above and all(inquiry.matcher.carried(above, named)):
                return [[one], [other]]
    return []


def _told(inquiry: Inquiry, side: Evidence) -> list[Claim]:
    """Return what is said of one side: where it lacks what the two are to be compared in, what stands near and has it.

    That is the sentence that a clause is cut from, or one below what the side names.
    """
    aspect = _aspect(inquiry)
    if not aspect or any(inquiry.matcher.related(aspect, side.own)):
        return described(inquiry, side)
    whole = [e for e in side.outline.of(side.block) if side.is_clause and e.key == side.key]
    below = [e for child in side.outline.children(side.block) for e in sentences_of(child)]
    told = next((e for e in (*whole, *below) if any(inquiry.matcher.related(aspect, e.own))), None)
    return [Claim(placed(inquiry, told), (told,))] if told else described(inquiry, side)


def _aspect(inquiry: Inquiry) -> list[str]:
    """Return the stems of what two things are to be compared in: "diferença de memória entre …"."""
    named = {*stems(" ".join(inquiry.question.options)), *_COMPARING}
    words = (word for word in content_tokens(inquiry.question.text) if not is_question_word(word))
    return [word for word in map(stem, words) if word not in named]


def _of_one_note(first: Sequence[Evidence], second: Sequence[Evidence]) -> tuple[Evidence, Evidence]:
    """Return the best two sides, of one note where there are such; of what bears one name, those nearest each other."""

    def unfit(pair: tuple[Evidence, Evidence]) -> tuple[bool, bool, int, int]:
        one, other = pair
        apart = one.passage.note != other.passage.note
        far = 0 if apart else abs(one.sentence.first_line - other.sentence.first_line)
        shown = any(map(is_within_example, pair))
        return apart, shown, _first_named(one, first) + _first_named(other, second), far

    return min(product(first, second), key=unfit)


def _first_named(evidence: Evidence, side: Sequence[Evidence]) -> int:
    """Return the place on its side of the first definition of the very name that a sentence defines."""
    return next(at for at, other in enumerate(side) if other.statement.terms[:1] == evidence.statement.terms[:1])


def _side_by_side(inquiry: Inquiry, first: Evidence, second: Evidence) -> list[list[Evidence]]:
    """Return the two sides, one that stands elsewhere replaced by a neighbour of the other that is named so too."""
    sides = [[first], [second]]
    if first.parent and second.parent and first.parent.key == second.parent.key:
        return sides
    beside = [_beside(inquiry, first, 1), _beside(inquiry, second, 0)]
    pairs = [pair for pair in ([sides[0], beside[0]], [beside[1], sides[1]]) if all(pair)]
    alike = [pair for pair in pairs if _parent_key(pair[0][0]) == _parent_key(pair[1][0])]
    return (alike or pairs)[0] if 1 in {len(alike), len(pairs)} else sides


def _parent_key(evidence: Evidence) -> tuple[str, int, int] | None:
    return evidence.parent.key if evidence.parent else None


def _beside(inquiry: Inquiry, side: Evidence, other: int) -> list[Evidence]:
    """Return the neighbour of a side whose name holds what the other thing alone is called."""
    wanted = stems(without_shared(inquiry.question.options)[other])
    near = side.outline.children(side.parent.block) if side.parent and side.statement.terms else ()
    named = [e for e in near if e.key != side.key and e.statement.terms]
    return [e for e in named if wanted and all(inquiry.matcher.carried(wanted, stems(e.statement.label)))][:1]


def _said_after(side: Evidence) -> list[Claim]:
    """Return the sentence behind a definition that says more of what is defined: "É o que o serviço faz"."""
    after = side.following[:1] if side.statement.terms and not side.is_clause else ()
    return [Claim(escape(clean(e.text)), (e,)) for e in after if _MORE_OF_IT.match(e.text)]


def _holds_all(inquiry: Inquiry, evidence: Evidence, option: str) -> bool:
    """True for a sentence that speaks of an option: not as a member beside others, nor as the term it defines."""
    listed = [member for group in evidence.statement.sets for member in group.members]
    is_term = any(all(inquiry.matcher.carried(stems(option), stems(term))) for term in evidence.statement.terms)
    return (
        bool(stems(option))
        and not is_term
        and not any(all(inquiry.matcher.carried(stems(option), stems(member))) for member in listed)
        and all(inquiry.matcher.carried(stems(option), evidence.own))
    )


def _side(inquiry: Inquiry, option: str, other: str) -> list[Evidence]:
    """Return what says what one thing is; "hypervisor monolítico e microkernelizado" leaves a first word out.

    "Arquivo corrente" may be called "corrente" where it stands.
    """
    if not stems(option):
        return _spelled_so(inquiry, option)
    if stems(option) == stems(other):  # "motivo e motivação"
        return _told_aside(inquiry, option) or _spelled_so(inquiry, option)
    shared = [" ".join([*other.split()[:count], option]) for count in (1, 2) if count < len(other.split())]
    named = (definitions_of(inquiry, name)[:_CHOICES] for name in (option, *shared))
    sort, _, last = option.partition(" ")
    acts = definitions_of(inquiry, sort)[:_CHOICES] if _are_acts(sort, other) else []
    defined = next(filter(None, named), None) or acts or _told_aside(inquiry, option) or _begun_with(inquiry, option)
    alike = bool(last) and (other.startswith(f"{sort} ") or " " not in other) and not _are_acts(sort, other)
    called = (definitions_of(inquiry, last)[:_CHOICES] or _begun_with(inquiry, last)) if alike else []
    found = defined or called or _named_with(inquiry, option, other) or _about(inquiry, option)
    own = without_shared((option, other))[0] or option
    if own == option and " " not in other and not _PLACED.search(fold(option)):  # "norma contida e limitada"
        own = option.split()[0 if inquiry.question.language == "en" else -1]
    told = _with_word(inquiry, own, found, any_number=own != option)
    if told == found:
        return told
    whole = stems(option)
    return sorted(
        told,
        key=lambda e: (
            not all(inquiry.matcher.carried(whole, e.own)),
            any(inquiry.matcher.carried(stems(other), e.own)),
        ),
    )


def _with_word(inquiry: Inquiry, option: str, found: Sequence[Evidence], *, any_number: bool) -> list[Evidence]:
    """Return what was found of an option, or where only its stem is there what has the word: not "controle" for it.

    In `any_number` a plural has it too: "mós permanentes", the second word of "mó permanente".
    """
    plural = "(?:e?s)?" if any_number else ""
    word = re.compile(rf"(?<!\w){re.escape(fold(option))}{plural}(?!\w)")
    if (found and _INFINITIVE.fullmatch(fold(option))) or any(word.search(fold(e.text)) for e in found):
        return [*found]
    said = [e for e in inquiry.evidence if e.block.kind is not BlockKind.HEADING and word.search(fold(e.text))]
    begun = [e for e in said if e.own[:1] == tuple(stems(option)[:1])]
    return [*begun, *(e for e in said if e not in begun)][:_CHOICES] or [*found]


def _are_acts(one: str, other: str) -> bool:
    """True for the first words of "conservar" and "restaurar um documento", which may be defined as nouns."""
    return all(_INFINITIVE.match(fold(thing)) for thing in (one, other))


def _named_with(inquiry: Inquiry, option: str, other: str) -> list[Evidence]:
    """Return what defines a name of which the option is a part, where the other option is one of a like name."""
    found = [_longer_names(inquiry, stems(name)) for name in (option, other)]
    shared = set(found[0]) & set(found[1])
    return [found[0][extra] for extra in sorted(shared, key=len)][:1]


def _longer_names(inquiry: Inquiry, wanted: Sequence[str]) -> dict[tuple[str, ...], Evidence]:
    """Return the definitions whose names hold the wanted words, by the other words of the name."""
    longer: dict[tuple[str, ...], Evidence] = {}
    for evidence in inquiry.evidence:
        for term in evidence.statement.terms:
            words = stems(term)
            if wanted and all(inquiry.matcher.carried(wanted, words)):
                extra = tuple(
                    w for w, here in zip(words, inquiry.matcher.carried(words, wanted), strict=True) if not here
                )
                longer.setdefault(extra, evidence)
    return longer


def _told_aside(inquiry: Inquiry, option: str) -> list[Evidence]:
    """Return the sentences that say in passing what the option is: "não confundir com erosão, que é …"."""
    aside = re.compile(rf"(?<!\w){re.escape(fold(option))}(?:, que (?:e|sao|consiste)|,? (?:ou seja|isto e))(?!\w)")
    return [e for e in inquiry.evidence if aside.search(fold(e.text))][:_CHOICES]


def _begun_with(inquiry: Inquiry, option: str) -> list[Evidence]:
    """Return the first sentences that begin with the option and say more."""
    wanted = stems(option)
    begins = (e for e in (*inquiry.clauses, *inquiry.evidence) if begins_with(e, wanted))
    return [e for e in begins if len(e.own) > len(wanted)][:_CHOICES]


def _spelled_so(inquiry: Inquiry, option: str) -> list[Evidence]:
    """Return what an option without a word to look for names or begins as it stands: "will", "por dentro", "=="."""
    said, whole = (*inquiry.clauses, *inquiry.evidence), re.compile(rf"(?<!\w){re.escape(fold(option))}(?!\w)")
    named = sorted(
        ((len(term), e) for e in said for term in (*e.statement.terms, e.statement.label) if whole.search(fold(term))),
        key=lambda pair: pair[0],
    )
    exact = [e for length, e in named if length == len(option)]
    begins = re.compile(rf"(?:[oa]s? |the )?{re.escape(fold(option))}(?!\S)")
    begun = [e for e in said if e.own and begins.match(fold(e.text))]
    return (exact or begun or [e for _, e in named])[:_CHOICES]


def _about(inquiry: Inquiry, option: str) -> list[Evidence]:
    """Return sentences that speak of the option, or the one that spells an acronym out: "Ação X (AX)"."""
    wanted = stems(option)
    spoken = [
        e
        for e in inquiry.evidence
        if e.block.kind is not BlockKind.HEADING and wanted and all(inquiry.matcher.carried(wanted, e.own))
    ]
    return [e for e in spoken if f"({option})" in e.text][:1] or spoken[:_CHOICES]
