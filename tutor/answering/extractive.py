"""Answers without a language model: the notes' own words, chosen by the kind of question, or a refusal."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from types import MappingProxyType

from tutor.answering.categories import categorize, choose, place
from tutor.answering.claims import Claim, Inquiry, Proposal, compose, placed
from tutor.answering.comparisons import compare, compare_several
from tutor.answering.continuations import (
    announced,
    answered_whole,
    below_curt,
    goes_on,
    headed,
    leads_back,
    leads_on,
    on_next_line,
    with_next,
    with_title,
)
from tutor.answering.counts import state_count, state_total
from tutor.answering.definitions import (
    about_subject,
    asked_about,
    define,
    define_exactly,
    described,
    mention_as_member,
    opens_note,
    overview,
)
from tutor.answering.evidence import Evidence, Library, is_bare_parent
from tutor.answering.examples import give_examples
from tutor.answering.facts import (
    state_attribute,
    state_beside_set,
    state_cell,
    state_likely,
    state_sentence,
    state_value,
)
from tutor.answering.frames import MADE, QuestionKind, Value
from tutor.answering.groups import MEMBER_JOINT
from tutor.answering.likelihood import Candidate, Judgement, judge
from tutor.answering.makers import name_author, name_maker
from tutor.answering.matching import Matcher
from tutor.answering.meant import meant
from tutor.answering.members import (
    count_exactly,
    count_members,
    holds_list,
    list_alike,
    list_around,
    list_likeliest,
    list_members,
    list_set,
    list_several,
    tell_order,
)
from tutor.answering.merits import list_merits
from tutor.answering.names import name_described
from tutor.answering.namesakes import nearer_namesake
from tutor.answering.ordinals import state_place
from tutor.answering.pages import (
    asks_chapter,
    content_of_page,
    find_page,
    is_bare_reference,
    speaks_of_subject,
    tell_place,
)
from tutor.answering.question import GENERIC, SORTS, Question, read_question
from tutor.answering.refusals import is_left_open, refuse
from tutor.answering.verdicts import decide, decide_asked, is_verdict
from tutor.answering.wording import state
from tutor.language import fold, stem, stems
from tutor.notes.members import IN_BRACKETS
from tutor.notes.pages import find_pages
from tutor.types import Answer, BlockKind

Strategy = Callable[[Inquiry], list[Claim]]

_STRATEGIES: Mapping[QuestionKind, tuple[Strategy, ...]] = MappingProxyType(
    {
        QuestionKind.DEFINITION: (define, mention_as_member, about_subject, state_likely),
        QuestionKind.OVERVIEW: (overview, mention_as_member, state_sentence, state_likely),
        QuestionKind.LIST: (
            list_merits,
            tell_order,
            list_likeliest,
            define_exactly,
            list_alike,
            state_cell,
            state_sentence,
            state_likely,
        ),
        QuestionKind.COUNT: (state_total, state_count, count_exactly, count_members),
        QuestionKind.EXAMPLE: (give_examples, list_set, state_likely),
        QuestionKind.COMPARISON: (compare_several, compare, state_likely),
        QuestionKind.PAGE: (find_page,),
        QuestionKind.CATEGORY: (choose, state_cell, categorize, place, state_sentence, state_likely),
        QuestionKind.NAME: (name_described, state_likely),
        QuestionKind.YES_NO: (decide, state_likely),
        QuestionKind.FACT: (
            list_merits,
            state_place,
            state_cell,
            state_attribute,
            state_beside_set,
            define_exactly,
            list_several,
            list_set,
            name_described,
            state_sentence,
            state_likely,
        ),
        QuestionKind.ACTION: (list_set, state_sentence, define, state_likely),
        QuestionKind.TOPIC: (define, list_merits, list_members, mention_as_member, decide_asked, state_likely),
        QuestionKind.OPEN: (list_set, state_sentence, name_described, state_likely),
    }
)
_VALUES: Mapping[Value, tuple[Strategy, ...]] = MappingProxyType(
    {
        Value.NUMBER: (state_cell, list_several, state_value),
        Value.DATE: (state_cell, state_value),
        Value.PRICE: (state_cell, state_value),
        Value.PERSON: (name_author, name_maker, state_value),
    }
)
_ANSWERED_FROM, _SAID_FROM = 0.6, 0.1
"""Probability from which a question is answered: that the notes answer it, and that the likeliest sentence does."""
_LISTED, _LISTED_FROM = 3, 0.5
"""Sentences of a list none of which need be likely by itself, and the probability of an answer that this takes."""
_PAGED_FROM = 0.5
"""Probability from which a sentence with a page is taken for the place asked for."""
_SWITCHED_FROM = 0.15
"""How much likelier than all that is claimed a sentence must be to be said instead."""
_SURELY_LISTED = 0.5
"""Probability from which a list is said whatever sentence may be likelier."""
_ALSO_FROM, _ALSO = 0.15, 2
"""Share of the best probability from which other sentences are said too, and how many."""
_NAMES_BOOK = re.compile(r"\b(?:em|n[oa]|de) (?:que|qual) livro\b")
_GONE_ON_FROM = 0.1
_ASKING = r"(?:que|qual|quais|quem|quando|quant[oa]s?|onde|how|what|which|who|when|where)"
_TWO_ASKED = re.compile(
    rf"(.*\b{_ASKING}\b.{{6,}}?),? (?:e|and) (?:(?:em|de|por|para|com|a|in|by|of) )?{_ASKING}\b.*", re.IGNORECASE
)
"""Two questions in one: "quem fez X e em que ano?"."""
_RELATIVE = re.compile(r"(?:uma? )?((?:[\w-]+ ){1,4}que (?!é |são |dê |seja |possa )\w.+)|(quem \w.+)", re.IGNORECASE)
"""What an example is asked of by what it does: "ferramenta que quebra senhas"."""
_SHOWN_FROM = 0.3
"""Probability from which a sentence that shows something is an example of what is described."""
_NEAR_FROM = 0.2
"""Share of the best probability from which a sentence counts as one of a list asked for."""
_SURE_FROM = 0.9
"""Probability from which one sentence is enough."""
_BETTER_FROM = 0.25
"""Probability from which a sentence that holds all words asked for is said instead of a list that lacks one."""
_UNLIKE = 0.5
"""Share of a line's probability up to which the others of its list are not what is asked for beside it."""
_LONGEST_MEMBER = 4  # words that count


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, and the probability from 0 to 1 that the notes answer the question; 0 for a refusal."""

    answer: Answer
    probability: float


def answer_from_notes(question: Question, library: Library, scope: Collection[str] | None = None) -> Reply:
    """Answer a question from the indexed notes, or refuse and name the nearest topics."""
    inquiry = inquire(question, library, scope)
    proposal = propose(inquiry)
    claims = list(proposal.claims)
    if question.kind is QuestionKind.PAGE and not claims:
        claims = [] if asks_chapter(question) else _likely_page(inquiry) or _page_of_section(question, library, scope)
        if not claims and _NAMES_BOOK.search(fold(question.text)):  # the book may be what the notes speak of
            return answer_from_notes(replace(question, kind=QuestionKind.FACT, focus=question.text), library, scope)
    if question.kind is QuestionKind.PAGE or _names_page(question):
        return Reply(compose(question, claims), 1.0) if claims else Reply(refuse(inquiry), 0.0)
    if claims and question.kind is QuestionKind.COMPARISON and not question.required:
        return Reply(compose(question, claims), 1.0)  # "este x esse": words that weigh nothing, found by name
    judgement = judge(inquiry, proposal) if claims or question.required else Judgement()
    likely = nearer_namesake(inquiry, judgement.candidates)
    told = _RELATIVE.match(question.focus) if question.kind is QuestionKind.EXAMPLE and not claims else None
    if told and not any(found.probability >= _SHOWN_FROM for found in likely[:1]):
        return _answer_as(question, f"Que {told[1]}?" if told[1] else f"{told[2]}?", library, scope)
    listed = len({e.key for claim in claims for e in claim.evidence}) >= _LISTED
    said_from = 0.0 if listed and judgement.probability >= _LISTED_FROM else _SAID_FROM
    unsure = judgement.probability < _ANSWERED_FROM or likely[0].probability < said_from
    if (unsure and not _is_exact(question, proposal)) or is_left_open(inquiry, claims, likely[0].evidence):
        otherwise = _answer_first(question, library, scope) or _as_list(question, library, scope)
        return otherwise or Reply(refuse(inquiry), 0.0)
    return Reply(compose(question, _settle(inquiry, proposal, likely)), judgement.probability)


def _answer_first(question: Question, library: Library, scope: Collection[str] | None) -> Reply | None:
    """Answer the first of two questions in one, "quem fez X e em que ano?", or return None where there is no second."""
    two = _TWO_ASKED.fullmatch(question.text)
    return _answer_as(question, two[1], library, scope) if two else None


def _answer_as(question: Question, asked: str, library: Library, scope: Collection[str] | None) -> Reply:
    """Answer a question as what it comes to: "Que ferramenta quebra senhas?" for an example of one that does."""
    reply = answer_from_notes(replace(read_question(asked), language=question.language), library, scope)
    return replace(reply, answer=replace(reply.answer, question=question.text))


def _as_list(question: Question, library: Library, scope: Collection[str] | None) -> Reply | None:
    """Answer with names what numbers are looked for first, "as portas da LSTM", or return None for other questions."""
    several = question.value is Value.NUMBER and question.attribute.endswith("s") and question.kind is QuestionKind.FACT
    listed = replace(question, kind=QuestionKind.LIST, value=None)
    return answer_from_notes(listed, library, scope) if several else None


def _is_exact(question: Question, proposal: Proposal) -> bool:
    """True for what needs no likelihood: a list counted by its very name, who stands behind a name as its maker.

    So does what is found by its very name, as its words weigh nothing: "with".
    """
    made = proposal.strategy == name_maker.__name__ and MADE.search(fold(question.text))
    spelled = proposal.strategy == define.__name__ and not question.required
    return spelled or proposal.strategy == count_exactly.__name__ or bool(made)


def _likely_page(inquiry: Inquiry) -> list[Claim]:
    """Say the page that the likeliest sentence names, where it is likely enough by itself."""
    likely = judge(inquiry, Proposal()).candidates[:1]
    return [
        tell_place(inquiry, found.evidence)
        for found in likely
        if found.probability > _PAGED_FROM and found.evidence.block.pages and speaks_of_subject(inquiry, found.evidence)
    ]


def _page_of_section(question: Question, library: Library, scope: Collection[str] | None) -> list[Claim]:
    """Say the page of the section that tells of the subject: in its heading, "## Estreitos (p. 41)", or at its end."""
    inquiry = inquire(replace(question, text=question.focus, kind=QuestionKind.TOPIC), library, scope)
    judgement = judge(inquiry, propose(inquiry)) if question.required else Judgement()
    if judgement.probability < _ANSWERED_FROM:
        return []
    told = judgement.candidates[0].evidence
    note = told.outline.note
    headings = [block for block in reversed(note.ancestors(told.block)) if block.kind is BlockKind.HEADING]
    closing = (block for heading in headings[:1] for block in note.children(heading) if block.id > told.block.id)
    below = (block for block in closing if any(map(is_bare_reference, told.outline.of(block))))
    paged = next((block for block in (*headings, *below) if block.pages), None)
    return [tell_place(inquiry, heading) for heading in told.outline.of(paged)[:1]] if paged else []


def _settle(inquiry: Inquiry, proposal: Proposal, likely: Sequence[Candidate]) -> list[Claim]:
    """Return what is said: the claims, or the likeliest sentence where it is far likelier; and those as likely."""
    claims, best = list(proposal.claims), likely[0].probability
    near = [found.evidence for found in likely if found.probability >= _NEAR_FROM * best]
    claimed = _claimed(claims, likely)
    listed = bool(claims) and (claims[0].certainty > _SURELY_LISTED or _heads_asked(inquiry, proposal, near[0]))
    margin = 0.0 if claims and _misses_set(inquiry, proposal, near) else _SWITCHED_FROM
    if not claims or (not listed and claimed < best - margin) or _lists_itself(inquiry, claims, likely):
        around = list_around(inquiry, near[0], near) if inquiry.question.asks_for_list else []
        claims = around or tell(inquiry, near[0])
    elif better := _named_better(inquiry, claims, likely):
        claims = tell(inquiry, better)
    elif inquiry.question.asks_for_list and _is_alone(proposal):
        claims = list_around(inquiry, claims[0].evidence[0], near) or claims
    cited = {evidence.key for one in claims for evidence in one.evidence}
    said = max((found.probability for found in likely if found.evidence.key in cited), default=0.0)
    others = (found for found in likely if found.probability >= _ALSO_FROM * best and found.evidence.key not in cited)
    whole = inquiry.question.asks_for_list and bool(claims[0].evidence[0].statement.sets)
    undecided = inquiry.question.kind is QuestionKind.YES_NO and not is_verdict(inquiry, claims[0])
    claims = [told for claim in claims for told in (answered_whole(claim) if len(claims) == 1 else [claim])]
    unsure = len(claims) == 1 and (said < _SURE_FROM or undecided) and not whole
    compared = inquiry.question.kind is QuestionKind.COMPARISON and len(claims) > 1
    lacking = _told_of_both(inquiry, others) if compared else _told_of_other(inquiry, claims, others)
    surely = (found for found in lacking if found.probability >= _SURELY_LISTED)
    also = islice(others, _ALSO) if unsure else islice(surely, 1)
    further = [claim for found in also for told in tell(inquiry, found.evidence) for claim in with_next(told)]
    return claims + (further or _gone_on(claims, likely))


def _gone_on(claims: Sequence[Claim], likely: Sequence[Candidate]) -> list[Claim]:
    """Return the sentence right behind the only one said that goes on of it, where it may be what is asked for."""
    said = claims[0].evidence[-1:] if len(claims) == 1 else ()
    behind = [e for told in said for e in told.following[:1] if goes_on(e)]
    asked = [found.evidence.key for found in likely if found.probability >= _GONE_ON_FROM]
    return [Claim(state(e), (e,)) for e in behind if e.key in asked]


def _told_of_other(inquiry: Inquiry, claims: Sequence[Claim], likely: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the likely sentences of a name asked about of which nothing is said: "o que A e o que B cortam"."""
    said = [e for claim in claims for e in claim.evidence]
    told_of = ((stems(e.statement.label) if e.statement.definition else e.own, e.place) for e in said)
    spoken = [word for words in chain.from_iterable(told_of) for word in words]
    names = [stem(name) for name in inquiry.question.names]
    lacking = [name for name, here in zip(names, inquiry.matcher.carried(names, spoken), strict=True) if not here]
    yield from (found for found in likely if lacking and all(inquiry.matcher.carried(lacking, found.evidence.own)))


def _told_of_both(inquiry: Inquiry, likely: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the likely sentences that set both options against each other: "A é dirigida por …, e B por …"."""
    sides = [stems(option) for option in inquiry.question.options]
    yield from (found for found in likely if all(any(inquiry.matcher.carried(s, found.evidence.own)) for s in sides))


def _named_better(inquiry: Inquiry, claims: Sequence[Claim], likely: Sequence[Candidate]) -> Evidence | None:
    """Return the likely sentence that holds every word asked for, where a list lacks one: "planetas anões"."""
    wanted, head = inquiry.question.specific, claims[0].evidence[0]
    lacking = inquiry.coverage(head, wanted).missing if claims[0].certainty else ()
    if not lacking:
        return None
    claimed = max((found.probability for found in likely if found.is_claimed), default=0.0)
    others = [found for found in likely if not found.is_claimed and found.probability >= _BETTER_FROM]
    whole = (found.evidence for found in others if not inquiry.matcher.coverage(wanted, found.evidence.own).missing)
    told = (
        found.evidence
        for found in others
        if found.probability > claimed
        and all(inquiry.matcher.carried(lacking, found.evidence.own))
        and not inquiry.coverage(found.evidence, wanted).missing
    )
    return next(chain(whole, told), None)


def _heads_asked(inquiry: Inquiry, proposal: Proposal, likeliest: Evidence) -> bool:
    """True where what is said bears the very name asked for, and the likeliest sentence another form of it.

    "Ato administrativo" heads bullets, and "ato da Administração" is defined.
    """
    head, focus = proposal.claims[0].evidence[0], fold(inquiry.question.focus)
    label = likeliest.statement.label
    other = fold(label) != focus and stems(label) == stems(focus)
    if not inquiry.question.required or opens_note(head, inquiry.question.focus):
        return True
    if head.parent and fold(asked_about(head.parent)) == focus:
        return proposal.strategy == define.__name__  # below "O que é uma view?"
    return proposal.strategy == define.__name__ and fold(head.statement.label) == focus and other


def _lists_itself(inquiry: Inquiry, claims: Sequence[Claim], likely: Sequence[Candidate]) -> bool:
    """True where a list is claimed one line of which, the likeliest, holds another list that answers by itself.

    It is far likelier than the others; or says more of what is asked than the list does: "Amostra" heads "tipos
    probabilísticos: simples, sistemática, …"; or alone holds a list, and no name above is what is to be listed.
    """
    best, required = likely[0].evidence, inquiry.question.required
    cited = {evidence.key for claim in claims for evidence in claim.evidence}
    if claims[0].certainty == 0 or best.key not in cited or len(cited) == 1 or not holds_list(best):
        return False
    if best.block.cells:
        return False  # a cell of a row lists what is said of one member
    if best.key == claims[0].evidence[0].key and not claims[0].item and _lists_others(best, claims[1:]):
        return True
    others = [found for found in likely if found.is_claimed and found.evidence.key != best.key]
    if max((found.probability for found in others), default=1.0) <= _UNLIKE * likely[0].probability:
        return True
    head, wanted = claims[0].evidence[0], [word for word in required[:1] if word not in GENERIC | SORTS]
    label = stems(head.statement.label)
    if wanted and not any(inquiry.matcher.carried(wanted, (*label, *head.place))):
        return not any(holds_list(found.evidence) for found in others)
    own = inquiry.matcher.coverage(required, stems(best.statement.label), best.place).share
    return inquiry.matcher.coverage(required, label, head.place).share < own


def _lists_others(head: Evidence, claims: Sequence[Claim]) -> bool:
    """True for a definition that lists names, none of which is that of one below: "espacial: geométrica e óptica"."""
    told = [stems(member) for member in MEMBER_JOINT.split(IN_BRACKETS.sub("", head.statement.definition))]
    below = [stems(evidence.statement.label) for claim in claims for evidence in claim.evidence]
    named = all(0 < len(member) <= _LONGEST_MEMBER for member in told)
    return len(told) > 1 and named and not any(member[:1] == label[:1] for member in told for label in below)


def _claimed(claims: Sequence[Claim], likely: Sequence[Candidate]) -> float:
    """Return how likely what is claimed answers: its likeliest sentence, or the second of a list that is not sure.

    A list is no answer for one member of it that is; it is one for two.
    """
    ranked = [found.probability for found in likely if found.is_claimed]
    second = len(claims) > 2 and claims[0].certainty > 0
    return ranked[1] if second and len(ranked) > 1 and ranked[1] < _SURELY_LISTED else max(ranked, default=0.0)


def _misses_set(inquiry: Inquiry, proposal: Proposal, near: Sequence[Evidence]) -> bool:
    """True where a list is asked for, and the likeliest sentence holds a set while one without a set is claimed."""
    return (
        inquiry.question.asks_for_list
        and _is_alone(proposal)
        and bool(near[0].statement.sets)
        and not proposal.claims[0].evidence[0].statement.sets
    )


def _is_alone(proposal: Proposal) -> bool:
    """True for one claim of one sentence; merits and lists that were weighed are whole, and stand in no list."""
    whole = proposal.strategy == list_merits.__name__ or proposal.claims[0].certainty > 0
    return len(proposal.claims) == len(proposal.claims[0].evidence) == 1 and not whole


def propose(inquiry: Inquiry) -> Proposal:
    """Return what the first strategy says that has something to say."""
    question = inquiry.question
    if _names_page(question):
        strategies: tuple[Strategy, ...] = (content_of_page,)
    else:
        strategies = _VALUES[question.value] if question.value else _STRATEGIES[question.kind]
    for strategy in strategies:
        claims = strategy(inquiry)
        single = claims[0].evidence[0] if len(claims) == 1 and len(claims[0].evidence) == 1 else None
        listed = question.asks_for_list and single and (headed(single) or announced(single))
        leads = single and question.kind is not QuestionKind.PAGE and leads_on(single)
        if single and not claims[0].certainty and (leads or listed):
            claims = tell(inquiry, single)
        elif claims and _names_before(question, claims[0]):
            claims = tell(inquiry, claims[0].evidence[-1])
        elif single and (told := with_title(inquiry, single)):
            claims = [Claim(state(e), (e,)) for e in told]
        elif single and question.kind is QuestionKind.OPEN:
            claims += [Claim(state(e), (e,), item=True) for e in below_curt(single)]
        if claims:
            return Proposal(strategy.__name__, tuple(claims))
    return Proposal()


def _names_before(question: Question, claim: Claim) -> bool:
    """True for a claim that only names, or exemplifies, what the sentence before its own tells."""
    whole = question.kind not in {QuestionKind.PAGE, QuestionKind.COMPARISON} and len(claim.evidence) == 1
    sorted_so = question.kind is QuestionKind.CATEGORY
    return (whole or sorted_so) and not (claim.certainty or claim.item) and leads_back(claim.evidence[-1])


def _names_page(question: Question) -> bool:
    """True for a question about what a page holds: "o que tem na p. 51?"."""
    return bool(find_pages(question.text, 1))


def tell(inquiry: Inquiry, evidence: Evidence) -> list[Claim]:
    """Say one sentence, with the list that it leads into or the sentence that says what it names or exemplifies."""
    if leads_back(evidence) and evidence.before:
        return [Claim(placed(inquiry, e), (e,)) for e in (evidence.before, evidence)]
    statement, below = evidence.statement, evidence.outline.children(evidence.block)
    members = headed(evidence) if inquiry.question.asks_for_list else ()
    below = members or below or on_next_line(evidence)
    if members or (below and leads_on(evidence)):
        return [Claim(placed(inquiry, evidence), (evidence,)), *(Claim(state(e), (e,), item=True) for e in below)]
    if evidence.block.pages and not below and leads_on(evidence):
        return [tell_place(inquiry, evidence)]
    if is_bare_parent(evidence) or (not statement.definition and statement.sets):
        return described(inquiry, evidence)
    counted = announced(evidence) if inquiry.question.asks_for_list else ()
    if counted:
        return [Claim(placed(inquiry, evidence), (evidence,)), *(Claim(state(e), (e,), item=True) for e in counted)]
    return [Claim(placed(inquiry, evidence), (evidence,))]


def inquire(question: Question, library: Library, scope: Collection[str] | None = None) -> Inquiry:
    """Gather the evidence for a question."""
    matcher = Matcher(library.index.frequencies, library.index.sentence_count())
    return Inquiry(question, meant(question, library.gather(question, scope)), matcher, library, scope)
