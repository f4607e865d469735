"""Answers that say what something is a member or an example of."""

import re
from collections.abc import Iterator, Sequence

from tutor.answering.claims import Claim, Inquiry, placed
from tutor.answering.definitions import definitions_of
from tutor.answering.evidence import Evidence
from tutor.answering.groups import groups_of
from tutor.answering.question import GENERIC, SORTS, split_pair
from tutor.answering.wording import clean, escape, state
from tutor.language import is_negated, stems
from tutor.notes.members import read_examples
from tutor.types import BlockKind

_ANY_KIND = frozenset(
    stems(
        "tipo tipos categoria classe classificacao especie grupo familia modalidade natureza type kind "
        "category class group family exemplo exemplos example examples"
    )
)
_ASIDE = re.compile(r"\([^)]*\)")
_MOST = 3  # categories told of one thing
_CHOICES = 3  # definitions looked through for an option
_LABELLED = 14  # words up to which a child without a term is a name and not a statement


def categorize(inquiry: Inquiry) -> list[Claim]:
    """Say what the focus is a member or an example of; of two things, "CBC e GCM são tipos de quê?", what both are."""
    question = inquiry.question
    asked = (*stems(question.attribute), *_ANY_KIND)
    wanted = [word for word in question.specific if word not in asked]
    thing = [word for word in wanted if word not in SORTS] or wanted  # "de qual grupo de métodos"
    found = _categories(inquiry, thing)
    if found:
        return list(found.values())[:_MOST]
    each = [_categories(inquiry, stems(name)) for name in split_pair(question.focus)]
    shared = [told[label] for label in each[0] if all(label in told for told in each) for told in each]
    return shared or _over_column(inquiry, thing)


def _categories(inquiry: Inquiry, thing: Sequence[str]) -> dict[str, Claim]:
    """Return what is said of each of the best fitting lists that hold a thing, by its name."""
    attribute = [word for word in stems(inquiry.question.attribute) if word not in _ANY_KIND]
    ranked = []
    for evidence, label, members, member in containers(inquiry, thing):
        place = (*stems(label), *evidence.place)
        if attribute and not all(inquiry.matcher.carried(attribute, place)):
            continue
        kinds = inquiry.matcher.carried(stems(inquiry.question.attribute), place)
        exact = any(set(stems(name)) <= set(thing) for name in members)
        ranked.append(
            (
                (not _is_offered(inquiry, place), not all(kinds), not exact, -evidence.score),
                *(evidence.key, label, members, member, evidence),
            )
        )
    ranked.sort(key=lambda item: item[:2])
    best = [item for item in ranked if item[0][:3] == ranked[0][0][:3]]
    claims: dict[str, Claim] = {}
    for _, _, label, members, member, evidence in best:
        ancestors = reversed(evidence.outline.note.ancestors(evidence.block))
        over = next((found.statement.label for found in ancestors if found.statement.label != label), "")
        above = f" ({escape(clean(over))})" if over else ""
        own = next((c for c in evidence.clauses() if _is_named(inquiry, c, thing)), None)
        within = state(own) if own else "; ".join(map(escape, members))
        listed = within if member is evidence else state(member)
        claims.setdefault(
            label, Claim(f"**{escape(clean(label))}**{above}: {listed}", tuple(dict.fromkeys((evidence, member))))
        )
    return claims


def _over_column(inquiry: Inquiry, thing: Sequence[str]) -> list[Claim]:
    """Say what heads the table that has a column for the focus: "Créditos adicionais" over "| | especial | … |"."""
    for evidence in inquiry.evidence:
        columns = ((header, stems(header)) for header, _ in evidence.block.cells[1:])
        named = (
            header
            for header, words in columns
            if words and all(inquiry.matcher.carried(words, thing))
            if all(inquiry.matcher.carried(thing, (*words, *evidence.place)))
        )
        header = next(named, "")
        above = evidence.outline.note.ancestors(evidence.block) if header else ()
        heads = [block for block in above if block.kind is BlockKind.HEADING]
        for over in (found for block in heads[-1:] for found in evidence.outline.of(block)[:1]):
            return [Claim(f"**{escape(clean(over.statement.label))}**: {escape(header)}", (over, evidence))]
    return []


def place(inquiry: Inquiry) -> list[Claim]:
    """Say below what the focus is defined."""
    for evidence in definitions_of(inquiry, inquiry.question.focus)[:1]:
        ancestors = evidence.outline.note.ancestors(evidence.block)
        above = [found for block in ancestors for found in evidence.outline.of(block)[:1]]
        if above and evidence.statement.definition:
            path = " › ".join(escape(clean(found.statement.label)) for found in above)
            return [Claim(f"**{path}** — {state(evidence)}", (*above, evidence))]
    return []


def choose(inquiry: Inquiry) -> list[Claim]:
    """Say which of the things to choose from the definition or row of the focus names, or what stands below it."""
    question = inquiry.question
    if not question.options:
        return []
    names = ((e, stems(e.statement.label)) for e in inquiry.evidence if e.block.cells)
    rows = [e for e, name in names if name and set(name) <= set(question.required)]
    defined = [*definitions_of(inquiry, question.focus)[:_CHOICES], *rows]
    for evidence in (*defined, *(child for found in defined for child in found.outline.children(found.block))):
        named = [option for option in question.options if all(inquiry.matcher.carried(stems(option), evidence.own))]
        if len(named) > 1:
            named = [option for option in named if is_negated(option) == is_negated(evidence.text)] or named
        if named:
            return [Claim(f"**{escape(' / '.join(named))}** — {placed(inquiry, evidence)}", (evidence,))]
    return _choose_place(inquiry)


def _choose_place(inquiry: Inquiry) -> list[Claim]:
    """Say below which of the things to choose from the focus stands: "crescimento em PA" below "juros simples"."""
    question = inquiry.question
    for evidence in inquiry.evidence:
        if inquiry.coverage(evidence, question.specific).own < 1.0:
            continue
        above = [block for block in evidence.outline.note.ancestors(evidence.block) if block.statement.label]
        named = {
            option: block
            for option in question.options
            for block in above
            if all(inquiry.matcher.carried(stems(option), stems(block.statement.label)))
        }
        if len(named) == 1:
            ((option, block),) = named.items()
            heads = evidence.outline.of(block)[:1]
            return [Claim(f"**{escape(option)}** — {placed(inquiry, evidence)}", (*heads, evidence))]
    return []


def containers(inquiry: Inquiry, thing: Sequence[str]) -> Iterator[tuple[Evidence, str, tuple[str, ...], Evidence]]:
    """Yield what holds `thing` as a member or example: evidence, label, members, and the member's own evidence."""
    names = [word for word in thing if word not in GENERIC]
    for evidence in inquiry.evidence:
        listings = [
            (f"{group.owner} — {group.label}" if group.owner else group.label, group.parts)
            for group in groups_of(evidence)
        ]
        named = _shown_of(evidence)
        inner = {name for held in evidence.statement.sets for member in held.members for name in read_examples(member)}
        shown = tuple((name, evidence) for name in evidence.statement.examples if name not in inner)
        if named and shown:
            listings.append((named, shown))
        for label, parts in listings:
            for member, source in parts:
                words = stems(_ASIDE.sub("", member).partition(": ")[0])  # "gateway: losango"
                placed = inquiry.matcher.carried(names, (*stems(label), *evidence.place))
                own = [name for name, here in zip(names, placed, strict=True) if not here]
                if own and label and any(_is_whole(inquiry, own, name) for name in _within(member)):
                    yield evidence, label, (member,), source
                    continue
                if (
                    names
                    and words
                    and label
                    and len(words) <= _LABELLED
                    and (
                        _names_member(inquiry, names, words, (*stems(label), *evidence.place))
                        or (_is_offered(inquiry, stems(label)) and all(inquiry.matcher.carried(words, names)))
                    )
                ):
                    listed = tuple(name for name, _ in parts) if source is evidence else (member,)
                    yield evidence, label, listed, source


def _is_named(inquiry: Inquiry, clause: Evidence, thing: Sequence[str]) -> bool:
    """True for "Requests → HTTP", one of several defined in a row, where it is what is asked about."""
    return any(stems(term) and all(inquiry.matcher.carried(stems(term), thing)) for term in clause.statement.terms)


def _within(member: str) -> list[str]:
    """Return what a member holds in brackets or as examples: "gerência (beacon, probe)", "gerência -> ex: beacon"."""
    asides = [name for aside in _ASIDE.findall(member) for name in re.split(r",\s|\s(?:e|and)\s", aside[1:-1])]
    return [*asides, *read_examples(member)]


def _is_whole(inquiry: Inquiry, names: Sequence[str], name: str) -> bool:
    """True for a name that is just what is asked about."""
    written = [word for word in stems(name) if word not in GENERIC] or stems(name)
    carried = all(inquiry.matcher.carried(names, written)) and all(inquiry.matcher.carried(written, names))
    return bool(written) and carried


def _shown_of(evidence: Evidence) -> str:
    """Return the name of what a sentence gives examples of: its own, or that of what "ex: …" follows or hangs from."""
    before = evidence.before if evidence.before and evidence.before.block is evidence.block else evidence.parent
    return evidence.statement.label or (before.statement.label if before else "")


def _is_offered(inquiry: Inquiry, named: Sequence[str]) -> bool:
    """True for the stems of a name that the question offers: "o diagrama de pacotes é estrutural ou …?"."""
    return any(all(inquiry.matcher.carried(stems(option), named)) for option in inquiry.question.options)


def _names_member(inquiry: Inquiry, names: Sequence[str], member: Sequence[str], place: Sequence[str]) -> bool:
    """True when the names asked about are a member's, but for words that its place carries."""
    held = inquiry.matcher.carried(names, member)
    rest = [name for name, here in zip(names, held, strict=True) if not here]
    enough = sum(inquiry.matcher.carried(member, names)) * 2 >= len(member)
    return any(held) and enough and all(inquiry.matcher.carried(rest, place))
