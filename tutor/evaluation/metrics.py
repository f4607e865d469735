"""What is measured of a result, each metric with its definition and source; all are means over cases.

A metric says nothing (None) about a case that it does not concern; such cases are left out of its mean.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tutor.evaluation.cases import Case, Page, VariantKind
from tutor.evaluation.citations import NotesOnDisk, is_carried, is_verbatim, names_page, statements
from tutor.evaluation.facts import plain_text, states
from tutor.evaluation.runner import DEPTH, Result
from tutor.types import Answer, Citation, Hit

Measure = Callable[[Result, NotesOnDisk], float | None]


class Unit(StrEnum):
    """What a metric counts: shares from 0 to 1, words, or milliseconds."""

    SHARE = "share"
    WORDS = "words"
    MILLISECONDS = "ms"


@dataclass(frozen=True, slots=True)
class Metric:
    """A named measure; where `lower_is_better`, less is better and its threshold is a maximum."""

    name: str
    title: str
    measure: Measure
    lower_is_better: bool = False
    unit: Unit = Unit.SHARE

    @property
    def definition(self) -> str:
        """How the metric is defined, and by whom."""
        return " ".join((self.measure.__doc__ or "").split())


def stated_facts(case: Case, answer: Answer) -> tuple[bool, ...]:
    """Tell for each fact of a case whether the answer states it; a refusal states none."""
    return tuple(
        answer.answered and any(states(answer.text, wording) for wording in wordings) for wordings in case.written.facts
    )


def forbidden_statements(case: Case, answer: Answer) -> tuple[str, ...]:
    """Return the forbidden statements that an answer makes."""
    return tuple(wording for wording in case.written.forbidden if answer.answered and states(answer.text, wording))


def score_answer(case: Case, answer: Answer) -> float:
    """Return how good one answer is from 0 to 1: a refusal where one is due, else its facts, none of them forbidden."""
    if not case.kind.is_answerable:
        return float(not answer.answered)
    if forbidden_statements(case, answer):
        return 0.0
    facts = stated_facts(case, answer)
    return sum(facts) / len(facts)


def evidence_ranks(case: Case, hits: Sequence[Hit]) -> tuple[int | None, ...]:
    """Return for each piece of evidence the rank, from 1, of the first hit that holds one of its lines."""

    def rank(at: int) -> int | None:
        span = case.evidence[at]
        found = (
            place
            for place, hit in enumerate(hits, 1)
            if span.overlaps(hit.passage.note, hit.passage.first_line, hit.passage.last_line)
        )
        return next(found, None)

    return tuple(map(rank, range(len(case.evidence))))


def _recall(k: int) -> Measure:
    def recall(result: Result, _: NotesOnDisk) -> float | None:
        ranks = evidence_ranks(result.case, result.hits)
        return sum(rank is not None and rank <= k for rank in ranks) / len(ranks) if _is_searched(result) else None

    recall.__doc__ = f"""Share of a case's evidence that lies in the first {k} passages found: recall@k
    (Manning, Raghavan, Schütze: Introduction to Information Retrieval, 2008, ch. 8)."""
    return recall


def reciprocal_rank(result: Result, _: NotesOnDisk) -> float | None:
    """1 / rank of the first passage with evidence, 0 where none is found (MRR; Voorhees, TREC-8, 1999)."""
    ranks = [rank for rank in evidence_ranks(result.case, result.hits) if rank]
    return (1 / min(ranks) if ranks else 0.0) if _is_searched(result) else None


def ndcg(result: Result, _: NotesOnDisk) -> float | None:
    """nDCG@10 with binary gain (Järvelin, Kekäläinen 2002). Each piece of evidence is one relevant document: a passage
    counts as the evidence it is the first to hold, or as one irrelevant document.
    """
    from sklearn.metrics import ndcg_score

    if not _is_searched(result):
        return None
    ranks = evidence_ranks(result.case, result.hits)
    gains: list[int] = []
    for place in range(1, len(result.hits) + 1):
        gains += [1] * ranks.count(place) or [0]
    gains += [0] * DEPTH + [1] * ranks.count(None)
    order = [float(-place) for place in range(len(gains))]
    return float(ndcg_score([gains], [order], k=DEPTH))


def correct(result: Result, _: NotesOnDisk) -> float | None:
    """1 for an answerable question whose answer states every fact, nothing forbidden, and cites evidence of the case;
    else 0. The exam's own measure: all right, with the right source.
    """
    if not result.case.kind.is_answerable:
        return None
    answer = result.reply.answer
    return float(score_answer(result.case, answer) == 1 and any(_cited_evidence(result)))


def fact_coverage(result: Result, _: NotesOnDisk) -> float | None:
    """Share of the required facts that the answer states, in one of their wordings (nugget recall; Voorhees, TREC QA
    2003, with every nugget vital); 0 for a refusal.
    """
    facts = stated_facts(result.case, result.reply.answer)
    return sum(facts) / len(facts) if result.case.kind.is_answerable else None


def forbidden(result: Result, _: NotesOnDisk) -> float | None:
    """Share of the cases with forbidden statements whose answer makes one of them."""
    if not result.case.written.forbidden:
        return None
    return float(bool(forbidden_statements(result.case, result.reply.answer)))


def cited_evidence(result: Result, _: NotesOnDisk) -> float | None:
    """Share of a case's evidence whose lines the answer cites; over answered answerable questions."""
    cited = _cited_evidence(result)
    return sum(cited) / len(cited) if cited and result.reply.answer.answered else None


def citation_precision(result: Result, notes: NotesOnDisk) -> float | None:
    """Share of an answer's citations whose quote stands verbatim in the lines they name and whose sentence is carried
    by the words it cites (after Gao et al.: ALCE, 2023, with the tutor's grounding check as the judge of carrying).
    """
    pairs = [
        is_verbatim(citation, notes) and is_carried(statement, notes)
        for statement in statements(result.reply.answer)
        for citation in statement.citations
    ]
    return sum(pairs) / len(pairs) if pairs else None


def citation_coverage(result: Result, _: NotesOnDisk) -> float | None:
    """Share of an answer's sentences, or runs of sentences up to a marker, that cite something (citation recall's first
    half in Gao et al.: ALCE, 2023; whether the cited words carry them is citation precision's).
    """
    answer = result.reply.answer
    cited = [bool(statement.citations) for statement in statements(answer)]
    return sum(cited) / len(cited) if answer.answered and cited else None


def page_accuracy(result: Result, notes: NotesOnDisk) -> float | None:
    """1 when the answer cites the page the case names, and no page that the note does not name at the cited lines;
    over cases that name a page and answers that cite one.
    """
    citations = result.reply.answer.citations
    expected = result.case.written.page
    if expected is None and not any(citation.pages for citation in citations):
        return None
    sound = all(names_page(citation, page, notes) for citation in citations for page in citation.pages)
    return float(sound and (expected is None or any(_cites(citation, expected) for citation in citations)))


def refusal_accuracy(result: Result, _: NotesOnDisk) -> float | None:
    """Share of the unanswerable and near-miss questions that are refused (Rajpurkar et al.: SQuAD 2.0, 2018, NoAns)."""
    return None if result.case.kind.is_answerable else float(not result.reply.answer.answered)


def false_refusals(result: Result, _: NotesOnDisk) -> float | None:
    """Share of the answerable questions that are refused."""
    return float(not result.reply.answer.answered) if result.case.kind.is_answerable else None


def _robustness(kinds: Collection[VariantKind], named: str) -> Measure:
    def robustness(result: Result, _: NotesOnDisk) -> float | None:
        original = score_answer(result.case, result.reply.answer)
        scores = [score_answer(result.case, reply.answer) for reply in result.variants if reply.variant in kinds]
        return min(1.0, sum(scores) / len(scores) / original) if scores and original else None

    robustness.__doc__ = f"""Mean score of a case's {named} over the score of its question as first written, at most 1;
    over cases with such variants whose question scores above 0 (performance retained, after the invariance tests of
    Ribeiro et al.: CheckList, 2020)."""
    return robustness


def answer_words(result: Result, _: NotesOnDisk) -> float | None:
    """Words of an answer, refusals left out."""
    answer = result.reply.answer
    return float(len(plain_text(answer.text).split())) if answer.answered else None


_VARIANTS = {
    VariantKind.PARAPHRASE: "paráfrases",
    VariantKind.COLLOQUIAL: "fala coloquial",
    VariantKind.NO_ACCENTS: "sem acentos",
    VariantKind.TYPOS: "erros de digitação",
    VariantKind.ENGLISH: "perguntas em inglês",
}
METRICS: tuple[Metric, ...] = (
    Metric("correct", "Respostas certas", correct),
    Metric("fact_coverage", "Fatos ditos", fact_coverage),
    Metric("forbidden", "Afirmações proibidas", forbidden, lower_is_better=True),
    Metric("refusal_accuracy", "Recusas devidas", refusal_accuracy),
    Metric("false_refusals", "Recusas indevidas", false_refusals, lower_is_better=True),
    Metric("cited_evidence", "Evidência citada", cited_evidence),
    Metric("citation_precision", "Precisão das citações", citation_precision),
    Metric("citation_coverage", "Cobertura das citações", citation_coverage),
    Metric("page_accuracy", "Páginas certas", page_accuracy),
    Metric("robustness", "Robustez a variantes", _robustness([*VariantKind], "variants")),
    *(
        Metric(f"robustness_{kind.name.lower()}", f"… {title}", _robustness([kind], f"{kind} variants"))
        for kind, title in _VARIANTS.items()
    ),
    Metric("recall@1", "Recall@1", _recall(1)),
    Metric("recall@5", "Recall@5", _recall(5)),
    Metric("recall@10", "Recall@10", _recall(10)),
    Metric("mrr", "MRR", reciprocal_rank),
    Metric("ndcg@10", "nDCG@10", ndcg),
    Metric("answer_words", "Palavras por resposta", answer_words, lower_is_better=True, unit=Unit.WORDS),
)


def score_result(result: Result, notes: NotesOnDisk) -> Mapping[str, float]:
    """Return what every metric that concerns a case says of its result, to six decimals, as baselines keep it."""
    measured = {metric.name: metric.measure(result, notes) for metric in METRICS}
    return {name: round(value, 6) for name, value in measured.items() if value is not None}


def _is_searched(result: Result) -> bool:
    return bool(result.case.evidence) and not result.case.written.conversation


def _cited_evidence(result: Result) -> tuple[bool, ...]:
    return tuple(
        any(span.overlaps(cited.note, cited.first_line, cited.last_line) for cited in result.reply.answer.citations)
        for span in result.case.evidence
    )


def _cites(citation: Citation, expected: Page) -> bool:
    return any(
        (page.first, page.last) == (expected.first, expected.last)
        and (expected.source is None or f" {page.source}".endswith(f" {expected.source}"))
        for page in citation.pages
    )
