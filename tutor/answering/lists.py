"""Which list of the notes a question asks for, by what each is called, where it stands and what it holds.

A small neural network weighs each list by its signals; that none is meant has a weight of its own, and the softmax over
all is how likely each is the one. `lists.json` holds the network; `python -m evals.likelihood` trains it on cases whose
lists are known.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

from tutor.answering.claims import Inquiry
from tutor.answering.evidence import Evidence
from tutor.answering.facts import names_other
from tutor.answering.groups import Group, columns_of, groups_of, may_be_asked, name_column, number_wanted, numbers_in
from tutor.answering.merits import ADVANTAGES, DISADVANTAGES
from tutor.answering.question import GENERIC, SORTS
from tutor.answering.weights import Floats
from tutor.language import fold, stem, stems
from tutor.notes.members import IN_BRACKETS
from tutor.types import BlockKind

LIST_NETWORK = "lists.json"
"""The file of the network, in this package."""

_GENERAL = SORTS | GENERIC
_WHOLE = 0.999  # share of a question that the name of a list carries where it carries all of it
_MOSTLY = 0.5
_MOST_TOLD = 2 / 3  # of the members of a list that a sentence above it names
_HEAD_WORDS = 2  # of a question, among which is what is to be listed
_MOST_MEMBERS = 12
_MOST_UNASKED = 6
_TINY = 1e-6
_KINDS = frozenset(stems("tipos categorias classes espécies formas modalidades modelos types kinds forms models"))
_OF = re.compile(r"d[eoa]s? ")
_ASKS_OTHERS = re.compile(r"\b(?:que|quais|what) (?:outr[oa]s|other)\b")
_OTHERS = re.compile(r"(?:outr[oa]s|other)\b")
_EDITION = re.compile(r"\d{3,}.*|\d+[.,]\d+.*")
"""A number that tells one thing of a name from another: "COBIT 2019", "802.11"."""


@dataclass(frozen=True, slots=True)
class ListNetwork:
    """One hidden layer over the signals of a list, named by their means, and the weight of no list at all.

    `hidden` is of shape (signals, width), `bias` and `output` of (width,). A signal not known counts as average.
    """

    means: Mapping[str, float]
    hidden: Floats
    bias: Floats
    output: Floats
    none: float

    def probabilities(self, signals: Sequence[Mapping[str, float]]) -> list[float]:
        """Return how likely each list is the one asked for; what is left to one is that none is."""
        if not signals:
            return []
        known = np.array([[said.get(name, mean) for name, mean in self.means.items()] for said in signals], np.float32)
        totals = np.append(np.maximum(known @ self.hidden + self.bias, 0) @ self.output, self.none)
        powers = np.exp(totals - totals.max())
        return [float(share) for share in (powers / powers.sum())[:-1]]


def read_network(text: str) -> ListNetwork:
    """Return the network that JSON holds."""
    read = json.loads(text)
    hidden, bias, output = (np.array(read[name], np.float32) for name in ("hidden", "bias", "output"))
    return ListNetwork(read["means"], hidden, bias, output, read["none"])


@lru_cache(maxsize=1)
def _network() -> ListNetwork:
    return read_network(files("tutor.answering").joinpath(LIST_NETWORK).read_text("utf-8"))


def likeliest_list(inquiry: Inquiry) -> tuple[Group, float] | None:
    """Return the list that is likeliest asked for, with the probability from 0 to 1 that it is; None without lists."""
    found = lists_found(inquiry)
    if not found:
        return None
    signals = list_signals(inquiry, found)
    chances = _network().probabilities(signals)
    best = max(range(len(found)), key=chances.__getitem__)
    if signals[best]["head related"] and signals[best]["own"] < _WHOLE:  # "tipo 2" of "quais os tipos de X"
        enough = signals[best]["own"] if signals[best]["one of a sort"] else _WHOLE
        whole = [at for at, said in enumerate(signals) if said["own"] >= enough]
        best = max((at for at in whole if _hangs_from(found[best], found[at])), key=chances.__getitem__, default=best)
    if not signals[best]["head related"]:  # "sobremesas" of "quais as sobremesas dos turnos" heads a column
        columns = [at for at, said in enumerate(signals) if said["column named"] and said["share"] >= _WHOLE]
        best = max(columns, key=chances.__getitem__, default=best)
    thing = _thing_asked(inquiry)  # "fragmentação { … }" before "regras da fragmentação { … }"
    exact = [at for at, group in enumerate(found) if group.is_set and stems(group.label) == thing]
    other_sort = signals[best]["head is sort"] and not signals[best]["sort named"] and signals[best]["unasked"]
    if other_sort or (len(thing) > 1 and signals[best]["share"] < _WHOLE):
        best = max(exact, key=chances.__getitem__, default=best)
    otherwise = signals[best]["head is sort"] and not signals[best]["sort named"] and best not in exact
    if otherwise and found[best].column is None:  # "procedimentos" of "fases da gestão"
        called = [
            at
            for at, said in enumerate(signals)
            if said["sort named"] and not said["unasked"] and said["share"] >= signals[best]["share"]
            if (said["carries names"] and said["share"] >= _MOSTLY) or _stands_in(inquiry, found[at])
        ]
        best = max(called, key=chances.__getitem__, default=best)
    best = _settled(inquiry, found, signals, chances, best)
    return found[best], max(chances)


def _settled(
    inquiry: Inquiry,
    found: Sequence[Group],
    signals: Sequence[Mapping[str, float]],
    chances: Sequence[float],
    best: int,
) -> int:
    """Return which list is meant where the best is one of several that tell the same, or has not so many members."""
    if wanted := number_wanted(inquiry):  # "componentes (7): …" before a column of seven rows
        head = inquiry.question.required[:1]
        counted = [at for at, group in enumerate(found) if _is_so_many(group, head, wanted)]
        best = max(counted, key=chances.__getitem__, default=best)
    if signals[best]["head is sort"] and not found[best].is_set:  # "simples -> …; dupla -> …" below "lista"
        inner = [at for at, group in enumerate(found) if group.is_set and _hangs_from(group, found[best])]
        named = [at for at in inner if found[at].label == found[best].label]
        best = named[0] if len(named) == 1 else best
    if not found[best].is_set:  # a table of what its first column is asked for, before the bullets around it
        rows = [
            at for at, group in enumerate(found) if group.head.key == found[best].head.key and _is_table(inquiry, group)
        ]
        best = rows[0] if rows else best
    if _ASKS_OTHERS.search(fold(inquiry.question.text)):  # "além da CID, que outras propriedades"
        others = [at for at, group in enumerate(found) if _OTHERS.match(fold(group.label))]
        near = [at for at in others if found[at].head.passage.note == found[best].head.passage.note]
        best = near[0] if len(near) == 1 else best
    if not found[best].is_set:  # of "tipos de quadro: gerência e dados" what stands below says more of each
        told = [at for at, group in enumerate(found) if group.is_set and _is_all_of(group, found[best].head)]
        best = told[0] if told else best
    if not found[best].is_set:  # what the first line below a heading lists, before what it tells besides
        begun = [at for at, group in enumerate(found) if _is_begun(group, found[best])]
        best = max(begun, key=chances.__getitem__, default=best)
    if not found[best].is_set:  # "São cinco: …" of which the next paragraphs tell one by one
        retold = [at for at, group in enumerate(found) if group.is_set and _retells(group, found[best])]
        best = max(retold, key=chances.__getitem__, default=best)
    return best


def _is_so_many(group: Group, head: Sequence[str], wanted: int) -> bool:
    """True for a set that is called by the word asked for alone, and has or says it has so many members."""
    counted = len(group.parts) == wanted or re.search(rf"\b{wanted}\b", group.label) is not None
    return group.is_set and counted and stems(IN_BRACKETS.sub("", group.label)) == [*head]


def _is_table(inquiry: Inquiry, group: Group) -> bool:
    """True for rows whose first column is headed by a word of what is to be listed."""
    cells = [evidence.block.cells for _, evidence in group.parts if evidence.block.kind is BlockKind.ROW]
    at = name_column([evidence for _, evidence in group.parts])
    heads = stems(cells[0][at][0]) if cells and cells[0] else []
    asked = inquiry.question.required[:_HEAD_WORDS]
    return group.column is None and bool(heads) and all(inquiry.matcher.carried(heads, asked))


def _stands_in(inquiry: Inquiry, group: Group) -> bool:
    """True for a list below a line that says all of the thing asked for: "papéis" below "segurança: OAuth …"."""
    thing = _thing_asked(inquiry)
    return bool(thing) and all(inquiry.matcher.carried(thing, group.head.above))


def _is_all_of(group: Group, head: Evidence) -> bool:
    """True for a set that is all that the head of a list says: its name and its members."""
    return group.head.key == head.key and group.label == head.statement.label and bool(head.statement.definition)


def _is_begun(group: Group, below: Group) -> bool:
    """True for a set that stands right below the heading of a list, is called so, and is not told again by the list."""
    above = group.head.parent
    prose = group.head.block.kind is BlockKind.PARAGRAPH  # and no bullet beside others
    named = group.is_set and prose and group.label == below.head.statement.label
    is_below = above is not None and above.key == below.head.key and below.head.block.kind is BlockKind.HEADING
    return named and is_below and not _retells(below, group)


def _retells(group: Group, below: Group) -> bool:
    """True for a set told right below the name of a list that has most of it, and members that the list lacks.

    Or the list has some that are none: sentences that say more of one.
    """
    above = group.head.parent
    if above is None or above.key != below.head.key:
        return False
    names, told = ([stems(member) for member, _ in listed.parts] for listed in (group, below))
    known = sum(any(name and words[: len(name)] == name for name in names) for words in told)
    other = len(names) > len(told) or known < len(told)
    return other and known > 1 and _MOST_TOLD * len(told) <= known


def _hangs_from(inner: Group, outer: Group) -> bool:
    """True for a list that a member of another heads."""
    return any(member.key == inner.head.key != outer.head.key for _, member in outer.parts)


def lists_found(inquiry: Inquiry) -> tuple[Group, ...]:
    """Return the sets, lists and columns of the evidence that may be what is asked for, each once."""
    found: dict[tuple[object, ...], Group] = {}
    read: set[tuple[str, int, int]] = set()
    for evidence in inquiry.evidence:
        table = evidence if evidence.block.kind is BlockKind.TABLE else evidence.parent
        columns = columns_of(table) if table and table.key not in read else ()
        for group in (*groups_of(evidence), *columns):
            found.setdefault((group.head.key, *(member for member, _ in group.parts)), group)
        read.update((table.key,) if table else ())
    merits, thing = _merits_asked(inquiry), _thing_asked(inquiry)
    several = (g for g in found.values() if len(g.parts) > 1 and _is_of_edition(inquiry, g))
    groups = (g for g in several if may_be_asked(inquiry, g) and _speaks_of(inquiry, g, thing) and _fits(inquiry, g))
    return tuple(g for g in groups if not merits or any(inquiry.matcher.related(merits, stems(g.label))))


def _thing_asked(inquiry: Inquiry) -> list[str]:
    """Return the stems asked for that say more than a sort of thing."""
    return [word for word in inquiry.question.required if word not in _GENERAL]


def _speaks_of(inquiry: Inquiry, group: Group, thing: Sequence[str]) -> bool:
    """True for a list whose name, place or members may say one of the words of the thing asked for."""
    members = (word for _, evidence in group.parts for word in evidence.own)
    said = (*stems(group.label), *group.head.own, *group.head.place, *members, *inquiry.unsaid_names(group.head))
    if inquiry.question.required[:1] == tuple(stems(group.label)):
        said = (*said, *group.head.above)  # "papéis" below "segurança: OAuth …"
    return not thing or any(inquiry.matcher.related(thing, said))


def _fits(inquiry: Inquiry, group: Group) -> bool:
    """True unless what sentences tell of, one after the other, is not asked for: "protocolos" of three storages."""
    head, label = inquiry.question.required[:1], stems(group.label)
    told = any(evidence.block.kind is BlockKind.PARAGRAPH for _, evidence in group.parts)
    asked = bool(head) and (head[0] in _KINDS or any(inquiry.matcher.related(head, label)))
    return asked or not told or group.is_set or group.head.block.kind is not BlockKind.HEADING


def _is_of_edition(inquiry: Inquiry, group: Group) -> bool:
    """True for a list that does not stand away from the number that the name asked about bears."""
    numbers = [stem(name) for name in inquiry.question.names if _EDITION.fullmatch(name)]
    opening = stems(" ".join(group.head.outline.opening))
    said = (*group.head.own, *group.head.context, *opening)
    above = group.head.parent
    if above and above.block.kind is BlockKind.HEADING and not any(map(_EDITION.fullmatch, group.head.own)):
        # "802.1D, evita laço", with which a section begins
        said = (*said, *(word for e in above.outline.children(above.block)[:1] for word in e.own))
    return all(inquiry.matcher.carried(numbers, said))


def are_kinds(inquiry: Inquiry, group: Group) -> bool:
    """True where kinds are asked for of what a list stands below, which most members qualify: "vírus", "de boot"."""
    asked, thing = inquiry.question.required[:1], _thing_asked(inquiry)
    qualify = sum(_OF.match(member) is not None for member, _ in group.parts)
    return _KINDS.issuperset(asked) and bool(thing) and stems(group.label) == thing and qualify > 1


def _merits_asked(inquiry: Inquiry) -> list[str]:
    """Return the stems by which advantages or disadvantages are asked for: a list of them has to be called so."""
    asked = fold(inquiry.question.text)
    found = stems(" ".join((*ADVANTAGES.findall(asked), *DISADVANTAGES.findall(asked))))
    return found if not set(inquiry.question.required[:1]).isdisjoint(found) else []


def list_signals(inquiry: Inquiry, groups: Sequence[Group]) -> list[dict[str, float]]:
    """Return the signals of each list by name."""
    ranks = {evidence.key: rank for rank, evidence in enumerate(inquiry.evidence)}
    scores = {evidence.key: evidence.score for evidence in inquiry.evidence}
    thing, wanted = _thing_asked(inquiry), number_wanted(inquiry)
    told = [
        {
            name: float(value)
            for name, value in {
                **_named(inquiry, group, thing),
                **_formed(group, wanted),
                **_held(inquiry, group, scores),
                **near,
                "rank": 1 / (1 + ranks.get(group.head.key, len(ranks))),
            }.items()
        }
        for group, near in zip(groups, _near(inquiry, groups), strict=True)
    ]
    tables = {group.head.key for group, said in zip(groups, told, strict=True) if said["column named"]}
    for group, said in zip(groups, told, strict=True):
        said["other column named"] = float(group.head.key in tables and not said["head related"])
    return told


def _named(inquiry: Inquiry, group: Group, thing: Sequence[str]) -> dict[str, float]:
    """Return how the name and the place of a list carry the question: its head, its thing, and all of it."""
    matcher, required = inquiry.matcher, inquiry.question.required
    head, label = required[:1], _called(inquiry, group)
    place = (*label, *stems(group.head.statement.label), *group.head.place, *inquiry.unsaid_names(group.head))
    whole = matcher.coverage(required, label, place)
    placed, named = matcher.related(required, place), matcher.related(required, label)
    called = bool(head) and named[0]
    is_sort = bool(head) and head[0] in _GENERAL
    numbered = [word for word in label[1:2] if word.isdecimal() and word not in required]
    return {
        "share": whole.share,
        "own": whole.own,
        "named exactly": whole.own >= _WHOLE and all(matcher.related(label, required)),
        "names another": bool(inquiry.question.names) and names_other(inquiry, group.label),
        "thing": matcher.coverage(thing, place).share if thing else 0.0,
        "share related": matcher.share(required, placed),
        "own related": matcher.share(required, named),
        "head related": called,
        "column named": called and group.column is not None,
        "nothing named": not any(named),
        "head missing": bool(head) and not is_sort and not placed[0],
        "head placed": bool(head) and matcher.carried(head, place)[0],
        "head is sort": is_sort,
        "one of a sort": is_sort and bool(numbered) and matcher.carried(head, label[:1])[0],
        "sort named": is_sort and matcher.carried(head, label)[0],
        "names a sort": bool(label) and _GENERAL.issuperset(label),
        "unasked": min(sum(not here for here in matcher.related(label, required)), _MOST_UNASKED) / _MOST_UNASKED,
        "carries names": inquiry.carries_names(group.head),
    }


def _called(inquiry: Inquiry, group: Group) -> list[str]:
    """Return the stems of what a list is called, without the brackets of which nothing is asked: "(boa-fé + 10)"."""
    asides = stems(" ".join(IN_BRACKETS.findall(group.label)))
    asked = any(inquiry.matcher.related(asides, inquiry.question.required))
    return stems(group.label if asked else IN_BRACKETS.sub("", group.label)) or stems(group.label)


def _formed(group: Group, wanted: int) -> dict[str, float]:
    """Return how a list is written, and how its length fits the number asked for."""
    head, count = group.head, len(group.parts)
    below = [] if group.is_set else [evidence for _, evidence in group.parts]
    told = numbers_in(group.label)
    return {
        "set": group.is_set,
        "braced": group.is_set and any(held.braced for held in head.statement.sets),
        "column": group.column is not None,
        "first column": group.column == 0,
        "row": head.block.kind is BlockKind.ROW,
        "paragraph": head.block.kind is BlockKind.PARAGRAPH,
        "heading": head.block.kind is BlockKind.HEADING,
        "headings": any(evidence.block.kind is BlockKind.HEADING for evidence in below),
        "marked": _share(evidence.statement.marker is not None for evidence in below),
        "defined": bool(head.statement.definition),
        "defining": _share(bool(evidence.statement.definition) for _, evidence in group.parts),
        "members": min(count, _MOST_MEMBERS) / _MOST_MEMBERS,
        "two": count == 2,
        "wanted": 0 < wanted == count,
        "announced": count in told,
        "announced otherwise": bool(told) and count not in told,
    }


def _held(inquiry: Inquiry, group: Group, scores: Mapping[tuple[str, int, int], float]) -> dict[str, float]:
    """Return what retrieval and the words say of the members of a list."""
    matcher, required = inquiry.matcher, inquiry.question.required
    members = [evidence for _, evidence in group.parts]
    found = [scores.get(evidence.key, 0.0) for evidence in members]
    held = (any(matcher.carried(required, (*stems(name), *evidence.own))) for name, evidence in group.parts)
    told = [inquiry.coverage(evidence, required).share for evidence in members]
    return {
        "mean score": sum(found) / len(found),
        "best score": max(found),
        "held": _share(held),
        "told": 0.0 if group.is_set else sum(told) / len(told),
    }


def _near(inquiry: Inquiry, groups: Sequence[Group]) -> list[dict[str, float]]:
    """Return how near the question each list lies: the cosines with its head, its members and their middle.

    Nothing where their vectors are not known.
    """
    held = {e.key: e for group in groups for e in (group.head, *(member for _, member in group.parts))}
    known = inquiry.vectors(tuple(held.values()))
    if known is None:
        return [{} for _ in groups]
    question, found = known
    vectors = dict(zip(held, found, strict=True))
    near: list[dict[str, float]] = []
    for group in groups:
        head, members = vectors[group.head.key], np.array([vectors[member.key] for _, member in group.parts])
        cosines, middle = members @ question, head + members.mean(0)
        near.append(
            {
                "cosine of head": head @ question,
                "mean cosine": cosines.mean(),
                "highest cosine": cosines.max(),
                "lowest cosine": cosines.min(),
                "cosine of middle": middle @ question / (np.linalg.norm(middle) + _TINY),
            }
        )
    for name in ("cosine of head", "mean cosine", "highest cosine") if near else ():
        best = max(said[name] for said in near)
        for said in near:
            said[f"{name}, behind"] = best - said[name]
    return near


def _share(said: Iterable[bool]) -> float:
    """Return the share of true values; 0 of none."""
    known = list(said)
    return sum(known) / len(known) if known else 0.0
