"""An evaluation told as tables, JSON, JUnit XML and a page that fetches nothing."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from eval_builders import REFUSAL, cite, make_answer, make_case, make_result, make_vault

from tutor.evaluation import (
    Comparison,
    Evaluation,
    comparison_table,
    evaluation_record,
    evaluation_table,
    junit_xml,
    write_report,
)
from tutor.evaluation.evaluation import score_all
from tutor.evaluation.gates import Baseline, judge
from tutor.evaluation.report.page import Piece, fact_diffs, html_page, plot

HOSTILE = make_answer('orientado a <script>alert("x")</script> & cia [1]')


@pytest.fixture
def evaluation(tmp_path: Path) -> Evaluation:
    """One right answer, one wrong and hostile with a variant that fell, one question rightly refused."""
    vault = make_vault(tmp_path / "vault")
    right = make_case(vault, id="tcp", variants={"english": ["What is TCP?"]})
    wrong = make_case(vault, id="outro", kind="fact", forbidden=["cia"])
    unasked = make_case(vault, (), id="quic", kind="near-miss", facts=[], evidence=[], question="Quem criou o TCP?")
    results = (
        make_result(right, make_answer(), variants=[replace(REFUSAL, question="What is TCP?")]),
        make_result(wrong, HOSTILE),
        make_result(unasked, REFUSAL),
    )
    scores = score_all(results)
    baseline = Baseline({"correct": 1.0}, {"tcp": right.written.fingerprint}, {"tcp": {"correct": 1.0}})
    verdicts = judge(results, scores, {"correct": 0.9, "forbidden": 0.5}, baseline)
    return Evaluation((tmp_path,), results, scores, verdicts, 1.5, baseline)


def test_the_table_says_what_failed_and_why(evaluation: Evaluation) -> None:
    lines = evaluation_table(evaluation).splitlines()
    assert lines[0] == "**NÃO PASSOU**: 2 de 3 casos certos; 4 perguntas em 2 s."
    assert lines[2:4] == [
        "- Respostas certas: abaixo do limite de 90.0%",
        "- Afirmações proibidas: acima do limite de 50.0%",
    ]
    row = next(line for line in lines if line.startswith("| Respostas certas"))
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells == ["Respostas certas", "50.0%", "9.5% a 90.5%", "2", "≥ 90.0%", "+0.0%", "FALHOU"]
    assert [line.split("|")[1:3] for line in lines if "/" in line and line.startswith("|")] == [
        [" definition ", " 1/1    "],
        [" fact       ", " 0/1    "],
        [" near-miss  ", " 1/1    "],
    ]
    assert lines[-1] == "Não certos: outro."


def test_all_rows_of_a_table_are_as_wide(evaluation: Evaluation) -> None:
    for table in evaluation_table(evaluation).split("\n\n"):
        rows = [line for line in table.splitlines() if line.startswith("|")]
        assert len({len(row) for row in rows}) <= 1


def test_the_record_is_json_with_metrics_and_cases(evaluation: Evaluation) -> None:
    record = json.loads(json.dumps(evaluation_record(evaluation)))
    assert (record["passed"], record["seconds"]) == (False, 1.5)
    correct = record["metrics"][0]
    assert {name: correct[name] for name in ("name", "value", "threshold", "baseline", "passed", "unit", "cases")} == {
        "name": "correct",
        "value": 0.5,
        "threshold": 0.9,
        "baseline": 1.0,
        "passed": False,
        "unit": "share",
        "cases": 2,
    }
    assert record["kinds"][0] == {"kind": "definition", "right": 1, "cases": 1}
    right, wrong, _ = record["cases"]
    assert (right["id"], right["right"], right["facts"]) == (
        "tcp",
        True,
        [{"fact": "orientado a conexão", "stated": True}],
    )
    assert (wrong["right"], wrong["forbidden"]) == (False, ["cia"])
    assert right["variants"][0]["asked"] == "What is TCP?"


def test_junit_fails_metrics_and_skips_wrong_cases(evaluation: Evaluation) -> None:
    root = ElementTree.fromstring(junit_xml(evaluation))  # noqa: S314
    metrics, cases = root.findall("testsuite")
    failed = {case.get("name"): case[0].get("message") for case in metrics if len(case)}
    assert failed == {
        "correct": "Respostas certas 50.0%: abaixo do limite de 90.0%",
        "forbidden": "Afirmações proibidas 100.0%: acima do limite de 50.0%",
    }
    assert (metrics.get("failures"), metrics.get("tests")) == ("2", str(len(evaluation.verdicts)))
    assert [(case.get("name"), case.get("classname"), len(case)) for case in cases] == [
        ("tcp", "cases.definition", 0),
        ("outro", "cases.fact", 1),
        ("quic", "cases.near-miss", 0),
    ]
    assert cases.get("skipped") == "1"


def test_junit_holds_answers_that_xml_cannot(evaluation: Evaluation) -> None:
    odd = replace(evaluation.results[1].reply, answer=make_answer("a\x00b\x0c [1]"))
    results = (evaluation.results[0], replace(evaluation.results[1], reply=odd), evaluation.results[2])
    ElementTree.fromstring(junit_xml(replace(evaluation, results=results)))  # noqa: S314


class _Page(HTMLParser):
    """Gathers the tags and what they would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.fetched += [value or "" for name, value in attrs if name in {"src", "href", "srcset", "data", "action"}]


def test_the_page_fetches_nothing_and_runs_nothing(evaluation: Evaluation) -> None:
    text = html_page(evaluation)
    page = _Page()
    page.feed(text)
    assert page.fetched == []
    assert not {"script", "link", "img", "iframe"} & set(page.tags)
    assert "url(" not in text
    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; &amp; cia" in text
    assert page.tags.count("svg") == len(evaluation.verdicts) + 3


def test_the_page_shows_failures_first_with_evidence_and_facts(evaluation: Evaluation) -> None:
    text = html_page(evaluation)
    failures, right = text.index("Não certos (1)"), text.index("Certos (2)")
    assert failures < text.index("<strong>outro</strong>") < right < text.index("<summary>tcp")
    part = text[failures:right]
    assert "<q>* TCP -&gt; orientado a conexão</q>" in part
    assert "✗ fato" in part
    assert re.search(r"orientado a <ins>conexão</ins>", part)
    assert "<dt>proibido</dt><dd><del>cia</del></dd>" in part
    assert "variante(s) abaixo" in text[right:]


@pytest.mark.parametrize(
    ("facts", "said", "pieces"),
    [
        pytest.param(
            ["porta padrão 3389"],
            "a porta padrão é 443 [1]",
            (Piece("same", "porta padrão"), Piece("missing", "3389")),
            id="end missing",
        ),
        pytest.param(
            ["usa chave pública do emissor"],
            "cifra com chave privada do emissor [1]",
            (
                Piece("missing", "usa"),
                Piece("same", "chave"),
                Piece("missing", "pública"),
                Piece("instead", "privada"),
                Piece("same", "do emissor"),
            ),
            id="a word instead",
        ),
        pytest.param(["nada disso"], "orientado a conexão [1]", (Piece("missing", "nada disso"),), id="nothing shared"),
        pytest.param(["orientado a conexão"], "orientado a conexão [1]", (), id="stated"),
    ],
)
def test_a_fact_is_shown_beside_the_nearest_line(
    tmp_path: Path, facts: list[str], said: str, pieces: tuple[Piece, ...]
) -> None:
    result = make_result(make_case(make_vault(tmp_path), facts=facts), make_answer(said, cite()))
    assert fact_diffs(result)[0].pieces == pieces


def test_a_plot_sets_words_and_milliseconds_against_their_largest_mark(evaluation: Evaluation) -> None:
    words = next(verdict for verdict in evaluation.verdicts if verdict.metric.name == "answer_words")
    marks = plot(replace(words, threshold=10.0))
    assert (marks.threshold, marks.value) == (1.0, words.estimate.value / 10)


def test_a_comparison_tells_noise_from_change(evaluation: Evaluation) -> None:
    worse = {
        case: {**scores, "correct": 0.0} if "correct" in scores else scores
        for case, scores in evaluation.scores.items()
    }
    table = comparison_table(Comparison("llm:x", evaluation, replace(evaluation, scores=worse)))
    head, _, first, *_ = table.splitlines()
    assert [cell.strip() for cell in head.strip("|").split("|")][:4] == ["métrica", "atual", "llm:x", "diferença"]
    cells = [cell.strip() for cell in first.strip("|").split("|")]
    assert cells == ["Respostas certas", "50.0%", "0.0%", "-50.0%", "-100.0% a +0.0%", "0", "1", "ruído"]


def test_all_reports_are_written_into_a_new_folder(evaluation: Evaluation, tmp_path: Path) -> None:
    page = write_report(evaluation, tmp_path / "a" / "b")
    assert page == tmp_path / "a" / "b" / "evals.html"
    assert sorted(file.name for file in page.parent.iterdir()) == ["evals.html", "evals.json", "evals.md", "evals.xml"]
