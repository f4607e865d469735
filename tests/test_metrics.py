"""Every metric on answers made by hand, with exact values."""

from dataclasses import replace
from math import log2
from pathlib import Path

import pytest
from eval_builders import REFUSAL, cite, make_answer, make_case, make_hit, make_result, make_vault, scores_of

from tutor.evaluation.citations import NotesOnDisk, names_page, statements
from tutor.evaluation.facts import statement_stems, states
from tutor.evaluation.intervals import estimate_difference, estimate_mean, estimate_percentile
from tutor.evaluation.metrics import METRICS
from tutor.language import stem
from tutor.types import Answer, PageKind, PageReference


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault")


@pytest.mark.parametrize(
    ("answer", "wording", "stated"),
    [
        pytest.param("**TCP**: Orientado à CONEXÃO [1]", "orientado a conexão", True, id="case, accents, bold, marker"),
        pytest.param("mover as VMs", "transferir VM", False, id="another word"),
        pytest.param("movimentação das VMs", "movimentações de VM", True, id="plural and articles"),
        pytest.param("a, b e c", "b c", True, id="punctuation"),
        pytest.param("porta 33890", "porta 3389", False, id="numbers are whole"),
        pytest.param("a chave é de 128 bits", "chave … 128 bits", True, id="gap"),
        pytest.param("128 bits é a chave", "chave … 128 bits", False, id="gap in order"),
        pytest.param("- leitura\n- fantasma", "leitura fantasma", False, id="over two lines"),
        pytest.param("não exige modificação", "exige modificação", False, id="negated"),
        pytest.param("o SO não se modifica", "modifica", False, id="negated two words before"),
        pytest.param("não preempção; espera circular", "espera circular", True, id="negation in another clause"),
        pytest.param("sem rede e o switch liga", "switch", True, id="negation in another half"),
        pytest.param("não exige modificação", "não exige modificação", True, id="negation wanted"),
        pytest.param("sem que sejam desligadas", "sem que sejam desligadas", True, id="negation within"),
        pytest.param("NAS é um dispositivo", "NAS", True, id="acronym like an article"),
        pytest.param("custo O(1)", "O(1)", True, id="O of a complexity"),
        pytest.param("\\[1] é o índice", "1", False, id="escaped marker counts as marker"),
        pytest.param("**potência**: [x**2 for x in a] [1]", "[x**2 for x in a]", True, id="stars that are no emphasis"),
        pytest.param("", "x", False, id="empty answer"),
        pytest.param("x", "", False, id="empty wording"),
    ],
)
def test_states(answer: str, wording: str, *, stated: bool) -> None:
    assert states(answer, wording) is stated


def test_statement_stems_drop_articles_only() -> None:
    assert statement_stems("A rede da NAS e o servidor, sem o SO") == tuple(
        map(stem, "rede nas servidor sem so".split())
    )


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param(make_answer(), {"correct": 1, "fact_coverage": 1, "false_refusals": 0}, id="right"),
        pytest.param(make_answer("sem conexão [1]"), {"correct": 0, "fact_coverage": 0, "forbidden": 1}, id="wrong"),
        pytest.param(
            make_answer("orientado a conexão; sem conexão [1]"),
            {"correct": 0, "fact_coverage": 1, "forbidden": 1},
            id="right and forbidden",
        ),
        pytest.param(
            make_answer("orientado a conexão [1]", cite(line=4, quote="UDP -> sem conexão")),
            {"correct": 0, "fact_coverage": 1, "cited_evidence": 0},
            id="right, cited from elsewhere",
        ),
        pytest.param(REFUSAL, {"correct": 0, "fact_coverage": 0, "forbidden": 0, "false_refusals": 1}, id="refused"),
    ],
)
def test_an_answerable_question(vault: Path, answer: Answer, expected: dict[str, float]) -> None:
    scores = scores_of(make_result(make_case(vault, forbidden=["sem conexão"]), answer))
    assert {name: scores[name] for name in expected} == expected
    assert "refusal_accuracy" not in scores


@pytest.mark.parametrize(
    ("answer", "accuracy"), [pytest.param(REFUSAL, 1, id="refused"), pytest.param(make_answer(), 0, id="answered")]
)
def test_an_unanswerable_question_concerns_refusal_alone(vault: Path, answer: Answer, accuracy: float) -> None:
    case = make_case(vault, (), kind="near-miss", facts=[], evidence=[])
    scores = scores_of(make_result(case, answer))
    assert scores["refusal_accuracy"] == accuracy
    assert not {"correct", "fact_coverage", "false_refusals", "cited_evidence", "recall@1", "ndcg@10"} & set(scores)


def test_a_refusal_has_no_words_and_no_citations_to_measure(vault: Path) -> None:
    scores = scores_of(make_result(make_case(vault), REFUSAL))
    assert not {"answer_words", "citation_precision", "citation_coverage", "cited_evidence"} & set(scores)


def test_fact_coverage_is_the_share_of_facts_in_any_wording(vault: Path) -> None:
    case = make_case(vault, facts=[["com conexão", "orientado a conexão"], "confiável", "ordenado"])
    assert scores_of(make_result(case, make_answer()))["fact_coverage"] == round(1 / 3, 6)


def test_retrieval_on_three_pieces_of_evidence(vault: Path) -> None:
    case = make_case(vault, ((2, 2), (4, 4), (5, 5)), evidence=["a", "b", "c"])
    hits = [make_hit(1, 1), make_hit(2, 3), make_hit(4, 4, "so.md"), make_hit(2, 4), *[make_hit(9, 9)] * 6]
    scores = scores_of(make_result(case, make_answer(), hits))
    gain = 1 / log2(3) + 1 / log2(5)
    ideal = 1 / log2(2) + 1 / log2(3) + 1 / log2(4)
    assert (scores["recall@1"], scores["mrr"]) == (0, 0.5)
    assert scores["recall@5"] == scores["recall@10"] == round(2 / 3, 6)
    assert scores["ndcg@10"] == round(gain / ideal, 6)


def test_retrieval_is_perfect_when_one_passage_holds_all_evidence(vault: Path) -> None:
    case = make_case(vault, ((2, 2), (4, 4)), evidence=["a", "b"])
    scores = scores_of(make_result(case, make_answer(), [make_hit(1, 5), make_hit(9, 9)]))
    assert [scores[name] for name in ("recall@1", "recall@10", "mrr", "ndcg@10")] == [1, 1, 1, 1]


def test_retrieval_of_nothing_is_zero(vault: Path) -> None:
    scores = scores_of(make_result(make_case(vault), make_answer(), []))
    assert [scores[name] for name in ("recall@1", "recall@10", "mrr", "ndcg@10")] == [0, 0, 0, 0]


def test_a_follow_up_is_not_measured_by_a_search_of_its_own_words(vault: Path) -> None:
    case = make_case(vault, kind="follow-up", conversation=["O que é UDP?"], question="e TCP?")
    assert not {"recall@1", "mrr", "ndcg@10"} & set(scores_of(make_result(case, make_answer())))


@pytest.mark.parametrize(
    ("answer", "precision", "coverage"),
    [
        pytest.param(make_answer(), 1, 1, id="cited and carried"),
        pytest.param(make_answer("TCP é um sanduíche [1]"), 0, 1, id="not carried"),
        pytest.param(make_answer("TCP não é orientado a conexão [1]"), 0, 1, id="turned round"),
        pytest.param(make_answer(make_answer().text, cite(line=3)), 0, 1, id="a line off"),
        pytest.param(make_answer(make_answer().text, replace(cite(), note="so.md")), 0, 1, id="no such note"),
        pytest.param(make_answer(make_answer().text, cite(quote="TCP → orientado")), 0, 1, id="not verbatim"),
        pytest.param(make_answer("**TCP**: orientado a conexão"), None, 0, id="uncited"),
        pytest.param(make_answer("TCP: orientado a conexão [1]\nUDP: sem conexão"), 1, 0.5, id="half cited"),
        pytest.param(make_answer("Protocolos:\n- TCP: orientado a conexão [1]"), 1, 1, id="announcement"),
        pytest.param(make_answer("TCP: orientado a conexão [7]"), None, 0, id="marker of no citation"),
        pytest.param(
            make_answer("TCP: orientado a conexão [1]. UDP: sem conexão [2]", cite(), cite(2, 4, "UDP -> sem conexão")),
            1,
            1,
            id="two in a line",
        ),
        pytest.param(
            make_answer("TCP: orientado a conexão [2]\nUDP: sem conexão [1]", cite(), cite(2, 4, "UDP -> sem conexão")),
            0,
            1,
            id="swapped",
        ),
    ],
)
def test_citations(vault: Path, answer: Answer, precision: float | None, coverage: float) -> None:
    scores = scores_of(make_result(make_case(vault), answer))
    assert (scores.get("citation_precision"), scores["citation_coverage"]) == (precision, coverage)


def test_statements_are_the_words_up_to_their_markers() -> None:
    answer = make_answer("- **A**: b. C [1][2] d [2]\n\n\\[3] e", cite(), cite(2))
    found = [(statement.text, [citation.n for citation in statement.citations]) for statement in statements(answer)]
    assert found == [("A: b. C", [1, 2]), ("d", [2]), ("e", [])]


PAGE = {"source": "apostila redes_01", "first": 12}


@pytest.mark.parametrize(
    ("answer", "page", "accuracy"),
    [
        pytest.param(make_answer("orientado a conexão [1]", cite(pages=[12])), PAGE, 1, id="named below the bullet"),
        pytest.param(make_answer("orientado a conexão [1]", cite(pages=[12])), None, 1, id="not asked for, but so"),
        pytest.param(make_answer("orientado a conexão [1]", cite(pages=[12])), {"first": 12}, 1, id="any source"),
        pytest.param(
            make_answer("orientado a conexão [1]", cite(pages=[12])),
            {"source": "redes_01", "first": 12},
            1,
            id="handout's own name",
        ),
        pytest.param(
            make_answer("orientado a conexão [1]", cite(pages=[12])),
            {"source": "redes", "first": 12},
            0,
            id="part of another name",
        ),
        pytest.param(make_answer(), PAGE, 0, id="dropped"),
        pytest.param(make_answer(), None, None, id="none to cite"),
        pytest.param(make_answer("orientado a conexão [1]", cite(pages=[13])), PAGE, 0, id="another page"),
        pytest.param(
            make_answer("sem conexão [1]", cite(line=4, quote="UDP -> sem conexão", pages=[12])),
            None,
            0,
            id="sibling's",
        ),
        pytest.param(
            make_answer("orientado [1]", cite(pages=[12]), cite(2, 4, "UDP", pages=[12])), PAGE, 0, id="one too many"
        ),
    ],
)
def test_pages(vault: Path, answer: Answer, page: dict[str, object] | None, accuracy: float | None) -> None:
    case = make_case(vault, page=page)
    assert scores_of(make_result(case, answer)).get("page_accuracy") == accuracy


def test_the_title_of_a_callout_has_the_pages_of_its_text(tmp_path: Path) -> None:
    (tmp_path / "redes.md").write_text("> [!tip] A\n> b, p. 12\n", encoding="utf-8")
    page = PageReference(None, 12, 12, PageKind.PAGE, 2)
    assert names_page(cite(line=1, quote="A"), page, NotesOnDisk(tmp_path))


@pytest.mark.parametrize(
    ("cited", "line", "named"),
    [
        pytest.param(1, 4, True, id="anywhere below a heading"),
        pytest.param(3, 4, True, id="the bullet's child"),
        pytest.param(2, 4, True, id="the bullet's grandchild"),
        pytest.param(5, 4, False, id="a bullet above"),
        pytest.param(4, 4, True, id="the line itself"),
        pytest.param(5, 7, False, id="below the next heading"),
        pytest.param(5, 99, False, id="no such line"),
    ],
)
def test_where_a_note_names_a_page(tmp_path: Path, cited: int, line: int, *, named: bool) -> None:
    (tmp_path / "redes.md").write_text("# A\n- b\n  - c\n    - p. 12\n- d\n# E\np. 12\n", encoding="utf-8")
    page = PageReference(None, 12, 12, PageKind.PAGE, line)
    assert names_page(cite(line=cited, quote="x"), page, NotesOnDisk(tmp_path)) is named


@pytest.mark.parametrize(
    ("answer", "variants", "robustness"),
    [
        pytest.param(make_answer(), [make_answer(), REFUSAL], 0.5, id="half kept"),
        pytest.param(make_answer(), [], None, id="no variants"),
        pytest.param(REFUSAL, [make_answer()], None, id="nothing to keep"),
        pytest.param(make_answer("orientado [1]"), [make_answer()], None, id="better than the original"),
    ],
)
def test_robustness(vault: Path, answer: Answer, variants: list[Answer], robustness: float | None) -> None:
    result = make_result(make_case(vault), answer, variants=variants)
    scores = scores_of(result)
    assert scores.get("robustness") == scores.get("robustness_english") == robustness
    assert "robustness_typos" not in scores


def test_robustness_is_at_most_one(vault: Path) -> None:
    case = make_case(vault, facts=["orientado a conexão", "confiável"])
    better = make_answer("orientado a conexão, confiável [1]")
    assert scores_of(make_result(case, make_answer(), variants=[better]))["robustness"] == 1


def test_length_counts_words_without_markers(vault: Path) -> None:
    assert (
        scores_of(make_result(make_case(vault), make_answer("**TCP**: orientado a conexão [1]")))["answer_words"] == 4
    )


def test_every_metric_says_how_it_is_defined() -> None:
    assert all(len(metric.definition) > 20 for metric in METRICS)
    assert len({metric.name for metric in METRICS}) == len(METRICS)


def test_shares_have_wilson_intervals() -> None:
    estimate = estimate_mean([1.0] * 8 + [0.0] * 2)
    assert (estimate.value, estimate.n) == (0.8, 10)
    assert (round(estimate.low, 4), round(estimate.high, 4)) == (0.4902, 0.9433)


def test_other_means_have_bootstrap_intervals_that_never_change() -> None:
    values = [0.0, 0.25, 0.5, 1.0, 1.0, 0.75, 0.5, 0.5]
    first, second = estimate_mean(values), estimate_mean(values)
    assert first == second
    assert first.low < first.value == 0.5625 < first.high


def test_a_percentile_has_an_interval() -> None:
    estimate = estimate_percentile([float(value) for value in range(101)], 95)
    assert estimate.value == 95
    assert estimate.low < 95 <= estimate.high


@pytest.mark.parametrize(
    ("fallen", "risen", "is_noise"),
    [
        pytest.param(0, 0, True, id="nothing changed"),
        pytest.param(1, 0, True, id="one fell"),
        pytest.param(5, 0, False, id="five fell"),
        pytest.param(5, 5, True, id="as many rose"),
        pytest.param(0, 6, False, id="six rose"),
    ],
)
def test_paired_differences(fallen: int, risen: int, *, is_noise: bool) -> None:
    before = {str(case): 0.5 for case in range(100)}
    after = {
        **before,
        **{str(at): 0.0 for at in range(fallen)},
        **{str(at + 50): 1.0 for at in range(risen)},
        "new": 1.0,
    }
    difference = estimate_difference(before, after)
    assert (difference.n, difference.rose, difference.fell) == (100, risen, fallen)
    assert difference.value == pytest.approx((risen - fallen) * 0.5 / 100)
    assert difference.is_noise is is_noise
