"""The benchmarks: metrics of a SQuAD file small enough to check by hand, and the figures of speed."""

import json
from pathlib import Path

import pytest

from tutor.errors import CaseError
from tutor.evaluation.benchmark import bench_retrieval, bench_speed
from tutor.testing import FakeEmbedder

CELL = "A célula é a unidade da vida.\nA mitocôndria produz energia na célula. O núcleo guarda o DNA."
SUN = "O Sol é uma estrela. Sua superfície tem 5.500 graus. A luz leva oito minutos até aqui."


def _squad(path: Path, *asked: tuple[str, str, str]) -> Path:
    paragraphs = [
        {
            "context": context,
            "qas": [
                {"id": question, "question": question, "answers": [{"text": text, "answer_start": owner.index(text)}]}
                for owner, question, text in asked
                if owner == context
            ],
        }
        for context in (CELL, SUN)
    ]
    path.write_text(json.dumps({"data": [{"title": "CIENCIAS_NATURAIS", "paragraphs": paragraphs}]}), "utf-8")
    return path


def test_found_passages_and_sentences_score_one(tmp_path: Path) -> None:
    squad = _squad(
        tmp_path / "squad.json",
        (CELL, "O que a mitocôndria produz?", "energia"),
        (SUN, "Quanto tempo a luz leva até aqui?", "oito minutos"),
    )
    steps: list[str] = []
    found = bench_retrieval(squad, FakeEmbedder(), lambda _done, _all, what: steps.append(what))
    assert list(found) == [
        *("passages", "questions", "ndcg@10", "recall@1", "recall@5", "recall@10", "mrr"),
        *("answer_sentence@1", "answer_sentence@3", "index_seconds", "query_ms_p50", "query_ms_p95"),
    ]
    assert (found["passages"], found["questions"]) == (2, 2)
    assert {name: found[name] for name in ("ndcg@10", "recall@1", "mrr", "answer_sentence@1")} == {
        "ndcg@10": 1.0,
        "recall@1": 1.0,
        "mrr": 1.0,
        "answer_sentence@1": 1.0,
    }
    assert steps[-1] == "respondendo às perguntas"


def test_a_passage_found_second_scores_as_defined(tmp_path: Path) -> None:
    squad = _squad(tmp_path / "squad.json", (CELL, "O Sol é uma estrela com luz?", "A célula"))
    found = bench_retrieval(squad, FakeEmbedder())
    assert found["ndcg@10"] == pytest.approx(0.6309, abs=1e-4)
    assert (found["recall@1"], found["recall@5"], found["mrr"]) == (0.0, 1.0, 0.5)
    assert (found["answer_sentence@1"], found["answer_sentence@3"]) == (0.0, 0.0)


def test_an_answer_over_two_sentences_is_held_by_both(tmp_path: Path) -> None:
    squad = _squad(tmp_path / "squad.json", (CELL, "A célula é a unidade de quê?", "vida.\nA mitocôndria"))
    assert bench_retrieval(squad, FakeEmbedder())["answer_sentence@1"] == 1.0


@pytest.mark.parametrize(
    "content",
    ["", "[]", '{"data": [{"paragraphs": [{}]}]}', '{"data": []}'],
    ids=["empty", "a list", "no context", "no questions"],
)
def test_another_file_is_refused_by_name(tmp_path: Path, content: str) -> None:
    (tmp_path / "other.json").write_text(content, "utf-8")
    with pytest.raises(CaseError, match=r"other\.json"):
        bench_retrieval(tmp_path / "other.json", FakeEmbedder())


def test_speed_is_measured_on_a_small_vault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutor.evaluation.benchmark._NOTES", 6)
    monkeypatch.setattr("tutor.evaluation.benchmark._BULLETS", 8)
    found = bench_speed(FakeEmbedder())
    assert (found["notes"], found["bullets"]) == (6, 48)
    assert all(value > 0 for value in found.values())
    assert {"index_seconds", "resync_seconds", "changed_note_seconds", "search_ms_p50", "ask_ms_p50"} <= found.keys()
    assert {"exercise_bank_seconds", "practice_seconds_p50", "practice_seconds_p95"} <= found.keys()
