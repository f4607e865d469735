"""Running cases, and holding what comes out against thresholds, a baseline and another setting."""

import json
from pathlib import Path

import pytest
from eval_builders import REFUSAL, ScriptedTutor, make_answer, make_case, make_hit, make_result, make_vault

from tutor.embedder.packaged import unpack_model
from tutor.errors import CaseError, SettingsError
from tutor.evaluation import Evaluation, compare, evaluate, update_baseline
from tutor.evaluation.cases import VariantKind
from tutor.evaluation.comparison import Comparison, other_settings
from tutor.evaluation.evaluation import QueryMemory, VaultOpener
from tutor.evaluation.gates import beside, judge, read_baseline, read_thresholds
from tutor.evaluation.runner import run_case, run_cases
from tutor.settings import Settings
from tutor.testing import FakeEmbedder
from tutor.tutor import Tutor

QUESTIONS = {
    "tcp": ("O que é TCP?", "orientado a conexão", "TCP -> orientado"),
    "udp": ("O que é UDP?", "sem conexão", "UDP -> sem"),
}
TCP = make_answer()


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """A folder of cases: six about TCP, one that nothing answers."""
    make_vault(tmp_path / "vault")
    folder = tmp_path / "cases"
    folder.mkdir()
    lines = ["vault: ../vault", "note: redes.md", "cases:"]
    for at in range(6):
        lines += [f"- id: tcp-{at}", "  kind: definition", f"  question: O que é TCP, vez {at}?"]
        lines += ["  facts: [orientado a conexão]", '  evidence: ["TCP -> orientado"]']
    lines += ["- {id: quic, kind: unanswerable, question: 'O que é QUIC?'}", ""]
    (folder / "redes.yaml").write_text("\n".join(lines), encoding="utf-8")
    return folder


def run(cases: Path, right: int = 6, **settings: object) -> Evaluation:
    """Evaluate a tutor that answers the first `right` questions about TCP."""
    script = {f"O que é TCP, vez {at}?": TCP for at in range(right)}
    tutor = ScriptedTutor(script, [make_hit(2, 3)])
    return evaluate([cases], Settings.load(vault=cases.parent / "vault", **settings), open_vault=lambda _: tutor)


def verdicts_of(evaluation: Evaluation) -> dict[str, tuple[float, bool]]:
    """Return value and pass of every metric."""
    return {verdict.metric.name: (verdict.estimate.value, verdict.passed) for verdict in evaluation.verdicts}


def test_a_case_is_asked_after_its_conversation_and_so_are_its_variants(tmp_path: Path) -> None:
    case = make_case(
        make_vault(tmp_path),
        kind="follow-up",
        conversation=["O que é UDP?", "E portas?"],
        question="e TCP?",
        variants={"colloquial": ["e o tcp"], "english": ["and TCP?"]},
    )
    tutor = ScriptedTutor({"e TCP?": TCP}, [make_hit(2, 2)])
    result = run_case(case, tutor)
    assert tutor.asked == [
        ("O que é UDP?",),
        ("O que é UDP?", "E portas?"),
        ("O que é UDP?", "E portas?", "e TCP?"),
        ("O que é UDP?", "E portas?", "e o tcp"),
        ("O que é UDP?", "E portas?", "and TCP?"),
    ]
    assert (result.reply.answer, result.reply.variant, result.hits) == (TCP, None, ())
    assert [(reply.variant, reply.answer) for reply in result.variants] == [
        (VariantKind.COLLOQUIAL, REFUSAL),
        (VariantKind.ENGLISH, REFUSAL),
    ]


def test_a_question_on_its_own_is_searched_for(tmp_path: Path) -> None:
    hits = [make_hit(at, at) for at in range(1, 13)]
    result = run_case(make_case(make_vault(tmp_path)), ScriptedTutor({}, hits))
    assert result.hits == tuple(hits[:10])


def test_each_vault_is_opened_once_and_results_keep_the_order_of_cases(tmp_path: Path) -> None:
    one, two = make_vault(tmp_path / "one"), make_vault(tmp_path / "two")
    cases = [make_case(vault, id=name) for name, vault in (("a", one), ("b", two), ("c", one))]
    opened: list[Path] = []
    steps: list[tuple[int, int, str]] = []

    def open_vault(vault: Path) -> ScriptedTutor:
        opened.append(vault)
        return ScriptedTutor({})

    results = run_cases(cases, open_vault, lambda done, count, name: steps.append((done, count, name)))
    assert opened == [one, two]
    assert [result.case.id for result in results] == ["a", "b", "c"]
    assert steps == [(1, 3, "a"), (2, 3, "c"), (3, 3, "b")]


def test_without_thresholds_and_baseline_everything_passes(cases: Path) -> None:
    evaluation = run(cases, right=0)
    assert evaluation.passed
    assert verdicts_of(evaluation)["correct"] == (0.0, True)
    assert [result.case.id for result in evaluation.failures] == [f"tcp-{at}" for at in range(6)]


@pytest.mark.parametrize(
    ("right", "failed"),
    [
        pytest.param(6, set(), id="all right"),
        pytest.param(5, {"correct", "false_refusals"}, id="one refused"),
    ],
)
def test_thresholds_are_minima_or_where_lower_is_better_maxima(cases: Path, right: int, failed: set[str]) -> None:
    (cases / "thresholds.yaml").write_text("correct: 1\nfalse_refusals: 0.0\nanswer_words: 4\n", encoding="utf-8")
    evaluation = run(cases, right)
    assert {name for name, (_, passed) in verdicts_of(evaluation).items() if not passed} == failed
    assert evaluation.passed is not bool(failed)


def test_a_latency_threshold_is_a_maximum(tmp_path: Path) -> None:
    result = make_result(make_case(make_vault(tmp_path)), TCP, seconds=0.2)
    verdicts = judge([result], {"tcp": {}}, {"latency_p50": 100.0, "latency_p95": 300.0}, None)
    assert [(v.metric.name, round(v.estimate.value), v.passed) for v in verdicts] == [
        ("latency_p50", 200, False),
        ("latency_p95", 200, True),
    ]


@pytest.mark.parametrize(
    ("right", "failed"),
    [
        pytest.param(6, set(), id="the same"),
        pytest.param(5, set(), id="within the noise"),
        pytest.param(1, {"correct", "fact_coverage", "false_refusals"}, id="worse"),
    ],
)
def test_what_falls_below_the_baseline_by_more_than_noise_fails(cases: Path, right: int, failed: set[str]) -> None:
    update_baseline(run(cases))
    assert {name for name, (_, passed) in verdicts_of(run(cases, right)).items() if not passed} == failed


def test_what_rises_above_the_baseline_passes(cases: Path) -> None:
    update_baseline(run(cases, right=0))
    assert run(cases).passed


def test_an_edited_case_is_not_held_against_its_old_self(cases: Path) -> None:
    update_baseline(run(cases))
    file = cases / "redes.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(", vez", ", outra vez"), encoding="utf-8")
    changes = {verdict.metric.name: verdict.change for verdict in run(cases).verdicts}
    assert changes["correct"] is None
    assert changes["refusal_accuracy"] is not None
    assert changes["refusal_accuracy"].n == 1


def test_updating_the_baseline_says_what_changed(cases: Path) -> None:
    assert update_baseline(run(cases)) == "Linha de base criada com 7 casos."
    assert update_baseline(run(cases)) == (
        "Linha de base: 0 casos novos, 0 editados, 0 removidos.\n  nenhuma métrica mudou"
    )
    told = update_baseline(run(cases, right=5)).splitlines()
    assert told[0] == "Linha de base: 0 casos novos, 0 editados, 0 removidos."
    assert "  correct: 1.0000 → 0.8333" in told
    assert "  piorou: tcp-5" in told
    assert update_baseline(run(cases)).splitlines()[-1] == "  melhorou: tcp-5"


def test_the_baseline_holds_a_line_for_each_case_and_no_latency(cases: Path) -> None:
    update_baseline(run(cases))
    text = (cases / "baseline.json").read_text(encoding="utf-8")
    data = json.loads(text)
    assert set(data["cases"]["quic"]) == {"fingerprint", "scores"}
    assert data["cases"]["quic"]["scores"] == {"refusal_accuracy": 1.0}
    assert next(line for line in text.splitlines() if '"tcp-0"' in line).endswith("}},")
    assert not [name for name in data["metrics"] if name.startswith("latency")]


def test_two_runs_measure_the_same_apart_from_latency(cases: Path) -> None:
    update_baseline(run(cases, right=3))
    first, second = run(cases, right=4), run(cases, right=4)
    assert first.scores == second.scores
    timed = {"latency_p50", "latency_p95"}
    assert [v for v in first.verdicts if v.metric.name not in timed] == [
        v for v in second.verdicts if v.metric.name not in timed
    ]


def test_several_paths_have_neither_thresholds_nor_baseline(cases: Path) -> None:
    (cases / "thresholds.yaml").write_text("correct: 1\n", encoding="utf-8")
    other = cases.parent / "outros.yaml"
    other.write_text("vault: vault\ncases: [{id: x, kind: near-miss, question: 'Quem?'}]\n", encoding="utf-8")
    settings = Settings.load(vault=cases.parent / "vault")
    evaluation = evaluate([cases, other], settings, open_vault=lambda _: ScriptedTutor({}))
    assert evaluation.passed
    with pytest.raises(CaseError, match="uma só pasta ou um só arquivo"):
        update_baseline(evaluation)


def test_a_file_has_its_gates_beside_it(tmp_path: Path) -> None:
    assert beside(tmp_path, "baseline.json") == tmp_path / "baseline.json"
    assert beside(tmp_path / "meus.yaml", "baseline.json") == tmp_path / "meus.baseline.json"


def test_bad_thresholds_are_told_all_at_once(cases: Path) -> None:
    (cases / "thresholds.yaml").write_text("corect: 1\nmrr: alto\n", encoding="utf-8")
    with pytest.raises(CaseError) as caught:
        read_thresholds(cases)
    first, second = str(caught.value).splitlines()[1:]
    assert first.startswith(f"{cases / 'thresholds.yaml'}:1: corect: métrica desconhecida; use uma de: ")
    assert second == f"{cases / 'thresholds.yaml'}:2: mrr: “alto” não é um número"


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"metrics": {}, "cases": {"a": 1}}'], ids=["empty", "list", "bare", "odd"]
)
def test_a_damaged_baseline_names_the_command_that_remakes_it(cases: Path, text: str) -> None:
    (cases / "baseline.json").write_text(text, encoding="utf-8")
    with pytest.raises(CaseError, match="Refaça-a com tutor eval --update-baseline"):
        read_baseline(cases)


def test_two_runs_are_compared_case_by_case(cases: Path) -> None:
    comparison = Comparison("llm:x", run(cases, right=6), run(cases, right=1))
    correct = next(compared for compared in comparison.metrics if compared.metric.name == "correct")
    assert (correct.first, round(correct.second, 4)) == (1.0, 0.1667)
    assert (correct.difference.n, correct.difference.rose, correct.difference.fell) == (6, 0, 5)
    assert not correct.difference.is_noise


def test_what_to_compare_with_is_a_model_or_an_embedder(tmp_path: Path) -> None:
    settings = Settings.load(index=tmp_path)
    assert other_settings(settings, "llm:openai:gpt-4o-mini").chat_model == "openai:gpt-4o-mini"
    other = other_settings(settings, "embedder:intfloat/multilingual-e5-small")
    assert other.embedder == "intfloat/multilingual-e5-small"
    assert other.index == tmp_path / "compared" / "intfloat-multilingual-e5-small"


@pytest.mark.parametrize("other", ["", "llm", "llm:", "voice:x"])
def test_comparing_with_nothing_known_is_refused(other: str) -> None:
    with pytest.raises(SettingsError, match=r"Escreva llm:provedor:modelo ou embedder:modelo"):
        other_settings(Settings.load(), other)


def test_a_question_is_embedded_once() -> None:
    embedder = FakeEmbedder()
    memory = QueryMemory(embedder)
    first = memory.embed_query("O que é TCP?")
    embedder.embed_query = None  # type: ignore[assignment,method-assign]
    assert memory.embed_query("O que é TCP?") is first
    assert (memory.name, memory.dimension) == (embedder.name, embedder.dimension)


def test_a_tutor_answers_from_its_own_vault_and_index(tmp_path: Path) -> None:
    own, other = make_vault(tmp_path / "own"), make_vault(tmp_path / "other")
    settings = Settings.load(vault=own, index=tmp_path / "index")
    opener = VaultOpener(settings, FakeEmbedder())
    mine, theirs = opener(own.resolve()), opener(other.resolve())
    assert isinstance(mine, Tutor)
    assert mine.settings.index == tmp_path / "index"
    assert theirs.settings.index.parent == tmp_path / "index" / "evals"
    assert [hit.passage.note for hit in theirs.search("UDP", 1)] == ["redes.md"]


def test_a_real_tutor_is_right_by_the_evals(tmp_path: Path) -> None:
    settings = Settings.load(vault=make_vault(tmp_path / "vault"), index=tmp_path / "index")
    file = tmp_path / "casos.yaml"
    sound = [
        f"- {{id: {name}, kind: definition, question: '{asked}', facts: ['{fact}'], evidence: ['{quote}']}}"
        for name, (asked, fact, quote) in QUESTIONS.items()
    ]
    unsound = "- {id: quic, kind: unanswerable, question: 'O que é QUIC?'}"
    file.write_text("\n".join(["note: redes.md", "cases:", *sound, unsound]), encoding="utf-8")
    evaluation = evaluate([file], settings, open_vault=VaultOpener(settings, FakeEmbedder()))
    values = {name: value for name, (value, _) in verdicts_of(evaluation).items()}
    assert evaluation.failures == ()
    assert [values[name] for name in ("correct", "refusal_accuracy", "citation_precision", "citation_coverage")] == [
        1
    ] * 4


@pytest.mark.slow
def test_two_runs_with_the_real_model_measure_the_same(tmp_path: Path) -> None:
    file = Path(__file__).parent.parent / "evals" / "styles" / "git.yaml"
    settings = [Settings.load(vault=tmp_path, index=tmp_path / name) for name in ("first", "second")]
    first, second = (evaluate([file], chosen) for chosen in settings)
    assert first.scores == second.scores
    assert [r.reply.answer for r in first.results] == [r.reply.answer for r in second.results]


@pytest.mark.slow
def test_an_embedder_compared_with_its_own_copy_finds_the_same(tmp_path: Path) -> None:
    file = Path(__file__).parent.parent / "evals" / "styles" / "acessibilidade.yaml"
    settings = Settings.load(vault=tmp_path, index=tmp_path / "index")
    comparison = compare([file], settings, f"embedder:{unpack_model()}")
    assert len(comparison.first.results) == len(comparison.second.results) == 21
    retrieval = [compared for compared in comparison.metrics if "@" in compared.metric.name]
    assert len(retrieval) == 4
    assert {compared.difference.value for compared in retrieval} == {0.0}
