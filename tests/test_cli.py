"""The command line: what goes to which stream, in which shape, with which exit status."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from practice_notes import HYPERVISORS

from tutor.cli import main
from tutor.practice.history.store import PracticeStore
from tutor.settings import Settings
from tutor.testing import FakeChatModel, FakeEmbedder


@pytest.fixture(autouse=True)
def _small_place(small_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every command over the small vault, with the fake embedder, in a folder of its own."""
    monkeypatch.setenv("TUTOR_VAULT", str(small_settings.vault))
    monkeypatch.setenv("TUTOR_INDEX", str(small_settings.index))
    monkeypatch.setenv("TUTOR_DATA", str(small_settings.data))
    monkeypatch.chdir(tmp_path)
    for module in ("tutor.tutor", "tutor.cli.doctor", "tutor.evaluation.evaluation"):
        monkeypatch.setattr(f"{module}.SentenceTransformerEmbedder", lambda _name: FakeEmbedder())


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run a command; return its status and what it wrote to each stream."""
    status = main(arguments)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def run_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:  # noqa: ANN401  whatever the command writes
    status, out, err = run(capsys, *arguments)
    assert (status, re.sub(r"Rascunhos rejeitados: .*\n", "", err)) == (0, "")
    return json.loads(out)


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def test_ask_json(capsys: pytest.CaptureFixture[str]) -> None:
    answer = run_json(capsys, "ask", "O que é snapshot?", "--json")
    assert isinstance(answer.pop("seconds"), float)
    assert answer.pop("answer").startswith("**snapshot**: imagem instantânea do estado atual de uma VM")
    assert answer == {
        "question": "O que é snapshot?",
        "answered": True,
        "mode": "extractive",
        "citations": [
            {
                "n": 1,
                "note": "virtualizacao.md",
                "path": ["virtualizacao"],
                "lines": [1, 1],
                "quote": "snapshot -> imagem instantânea do estado atual de uma VM; útil para backup",
                "pages": [],
            }
        ],
        "unsupported": [],
    }


def test_pages_are_cited(capsys: pytest.CaptureFixture[str]) -> None:
    answer = run_json(capsys, "ask", "Em que página está a figura?", "--json")
    assert answer["citations"][0]["pages"] == [{"source": "apostila so_02", "first": 51, "last": 51}]


def test_ask_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "ask", "O", "que", "é", "snapshot?")
    assert (status, err) == (0, "")
    answer, source = out.split("\n\n")
    assert answer.startswith("**snapshot**: imagem instantânea do estado atual de uma VM")
    assert source == (
        "[1] virtualizacao.md, linha 1\n"
        "    snapshot -> imagem instantânea do estado atual de uma VM; útil para backup\n"
    )


def test_a_refusal_is_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    answer = run_json(capsys, "ask", "--json", "Qual o preço do Kubernetes?")
    assert answer["answered"] is False
    assert answer["citations"] == []


def test_ask_lines(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, "O que é snapshot?\r\n\nQual a porta do SSH?".encode())
    status, out, _ = run(capsys, "ask", "-")
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [answer["question"] for answer in answers] == ["O que é snapshot?", "Qual a porta do SSH?"]
    assert all(answer["answered"] for answer in answers)


@pytest.mark.parametrize(
    ("options", "answered"), [([], False), (["--conversation"], True)], ids=["alone", "conversation"]
)
def test_lines_are_one_conversation_only_when_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, options: list[str], answered: bool
) -> None:
    feed(monkeypatch, "O que é o tipo 2?\nDá um exemplo\n".encode())
    _, out, _ = run(capsys, "ask", "-", *options)
    last = json.loads(out.splitlines()[-1])
    assert ("VirtualBox" in last["answer"] and last["answered"]) is answered


def test_a_bad_line_does_not_stop_the_others(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, b"???\nO que \xe9 snapshot?\n")
    status, out, err = run(capsys, "ask", "-")
    first, second = (json.loads(line) for line in out.splitlines())
    assert status == 1
    assert (first["question"], first["answered"]) == ("???", False)
    assert "vazia" in first["answer"]
    assert "vazia" in err
    assert "snapshot" in second["question"]


def test_search_json(capsys: pytest.CaptureFixture[str]) -> None:
    found = run_json(capsys, "search", "porta", "SSH", "-k", "1", "--json")
    (hit,) = found["hits"]
    assert found["query"] == "porta SSH"
    assert sorted(hit) == ["lines", "note", "passage_id", "path", "score", "text"]
    assert hit["note"] == "redes/portas.md"
    assert "| SSH | 22 |" in hit["text"]


def test_search_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "search", "hypervisors", "-k", "1")
    assert "virtualizacao.md:" in out.splitlines()[0]


def test_index_tells_what_it_did(capsys: pytest.CaptureFixture[str], small_vault: Path) -> None:
    assert run(capsys, "index")[1] == f"{small_vault}: 2 adicionadas, 0 alteradas, 0 removidas, 0 sem mudança\n"
    (small_vault / "virtualizacao.md").write_text("* novo -> texto novo\n", encoding="utf-8")
    (small_vault / "redes" / "portas.md").unlink()
    assert run_json(capsys, "index", "--json") == {
        "added": 0,
        "changed": 1,
        "removed": 1,
        "unchanged": 0,
        "problems": [],
    }


@pytest.mark.parametrize(
    "arguments",
    [["--vault", "other", "index"], ["index", "--vault", "other"], ["index", "other"]],
    ids=["before", "after", "positional"],
)
def test_the_vault_can_be_named_anywhere(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, arguments: list[str]
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "nota.md").write_text("* a -> b\n", encoding="utf-8")
    assert run(capsys, *arguments)[1].startswith("other: 1 adicionadas")


def test_missing_vault_fails_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "ask", "O que é X?", "--vault", "nowhere")
    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert "nowhere" in err
    assert "--vault" in err


WRONG_USAGE = {
    "no command": [],
    "unknown command": ["answer"],
    "no question": ["ask"],
    "unknown kind": ["quiz", "--kind", "dissertativa"],
    "no passages": ["search", "x", "-k", "0"],
    "unknown benchmark": ["bench", "beauty"],
}


@pytest.mark.parametrize("arguments", WRONG_USAGE.values(), ids=WRONG_USAGE.keys())
def test_wrong_usage(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "usage:" in captured.err


def test_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tutor.tutor.Tutor.sync", interrupt)
    assert main(["index"]) == 130


def test_broken_pipe_is_quiet(small_settings: Settings) -> None:
    command = f"{sys.executable} -m tutor eval draft --vault {small_settings.vault} | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("#", "")


def test_a_model_that_fails_is_told_and_the_notes_answer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = FakeChatModel(error=ConnectionError("refused"))
    monkeypatch.setattr("tutor.tutor.Tutor.chat_model", broken)
    status, out, err = run(capsys, "ask", "O que é snapshot?", "--json")
    assert (status, json.loads(out)["mode"]) == (0, "extractive")
    assert "refused" in err


def test_doctor_finds_all_well(capsys: pytest.CaptureFixture[str]) -> None:
    main(["index"])
    capsys.readouterr()
    status, out, err = run(capsys, "doctor")
    assert (status, err) == (0, "")
    assert [line.split(":")[0] for line in out.splitlines()] == [
        "ok    notas",
        "ok    modelo de embeddings",
        "ok    índice",
        "ok    modelo de linguagem",
    ]


def test_doctor_says_what_to_run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUTOR_CHAT_URL", "http://127.0.0.1:1/v1")
    status, out, _ = run(capsys, "doctor")
    failures = [line for line in out.splitlines() if line.startswith("FALHA")]
    assert status == 1
    assert [line.split(":")[0] for line in failures] == ["FALHA índice", "FALHA modelo de linguagem"]
    assert "tutor index" in failures[0]
    assert "TUTOR_CHAT_URL" in failures[1]


def test_doctor_sees_a_stale_index(capsys: pytest.CaptureFixture[str], small_vault: Path) -> None:
    main(["index"])
    (small_vault / "nova.md").write_text("* a -> b\n", encoding="utf-8")
    capsys.readouterr()
    assert "1 a atualizar: rode `tutor index`" in run(capsys, "doctor")[1]


EXERCISE_KEYS = ["citation", "explanation", "id", "key", "kind", "options", "prompt", "topic"]


def test_quiz_json(capsys: pytest.CaptureFixture[str]) -> None:
    exercises = run_json(capsys, "quiz", "-n", "4", "--seed", "7", "--json")
    assert len(exercises) == 4
    assert all(sorted(exercise) == EXERCISE_KEYS for exercise in exercises)
    assert run_json(capsys, "quiz", "-n", "4", "--seed", "7", "--json") == exercises


def test_quiz_tells_what_it_rejected(capsys: pytest.CaptureFixture[str], small_settings: Settings) -> None:
    (small_settings.vault / "vm.md").write_text(HYPERVISORS * 2, encoding="utf-8")
    _, out, err = run(capsys, "quiz", "-n", "3", "--topic", "vm.md", "--json")
    assert json.loads(out)
    assert re.search(r"Rascunhos rejeitados: .*\d+ repetida ou quase igual a outra", err)


def test_quiz_of_one_kind(capsys: pytest.CaptureFixture[str]) -> None:
    exercises = run_json(capsys, "quiz", "-n", "2", "--kind", "certo-errado")
    assert {exercise["kind"] for exercise in exercises} == {"certo-errado"}
    assert {exercise["key"] for exercise in exercises} <= {"certo", "errado"}


def test_quiz_on_an_unknown_topic_names_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "quiz", "--topic", "culinária")
    assert (status, out) == (1, "")
    assert "hypervisors" in err


class Student:
    """Answers at a terminal, then leaves."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
        self.left = list(answers)
        monkeypatch.setattr("builtins.input", self.answer)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)

    def answer(self, _prompt: str) -> str:
        """Give the next answer, or end the input."""
        if not self.left:
            raise EOFError
        return self.left.pop(0)


def test_quiz_at_a_terminal_keeps_the_answers(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, small_settings: Settings
) -> None:
    Student(monkeypatch, "talvez", "C")
    status, out, err = run(capsys, "quiz", "-n", "2", "--kind", "certo-errado")
    (session,) = PracticeStore.open(small_settings.data).sessions()
    answers = PracticeStore.open(small_settings.data).session(session.id).answers
    assert status == 0
    assert [answer.response for answer in answers] == ["C"]
    assert "Responda C ou E" in err
    assert out.splitlines()[-1].startswith(f"{sum(answer.grade.correct for answer in answers)} certas")


def test_a_bad_question_never_comes_back(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as terminal:
        Student(terminal, "x")
        run(capsys, "quiz", "-n", "1", "--kind", "flashcard")
    every = run_json(capsys, "quiz", "-n", "500", "--kind", "flashcard", "--json")
    (flagged,) = PracticeStore.open(Settings.load().data).flagged()
    assert flagged[0].id not in {exercise["id"] for exercise in every}


def test_flashcards_are_turned_over(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    Student(monkeypatch, "", "3")
    _, out, _ = run(capsys, "quiz", "-n", "1", "--kind", "flashcard")
    assert out.splitlines()[-1].startswith("1 certas")


@pytest.mark.parametrize(
    ("form", "file", "magic"),
    [("anki", "deck.apkg", b"PK"), ("csv", "deck.csv", b""), ("exam", "exam.html", b"<!doctype html>")],
    ids=["anki", "csv", "exam"],
)
def test_export(capsys: pytest.CaptureFixture[str], form: str, file: str, magic: bytes) -> None:
    status, out, err = run(capsys, "export", form, file)
    assert (status, out.split(":")[0]) == (0, file)
    assert Path(file).read_bytes()[:15].lower().startswith(magic.lower())
    assert ("figura.png não está" in err) is (form == "anki" and "figura.png" in err)


CASES = """\
vault: vault
cases:
  - id: snapshot
    kind: definition
    question: O que é snapshot?
    facts: [{fact}]
    evidence:
      - note: virtualizacao.md
        quote: imagem instantânea
"""


@pytest.mark.parametrize(
    ("fact", "status"), [("imagem instantânea", 0), ("imagem congelada", 1)], ids=["right", "wrong"]
)
def test_eval_fails_below_a_threshold(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, fact: str, status: int
) -> None:
    (tmp_path / "cases.yaml").write_text(CASES.format(fact=fact), encoding="utf-8")
    (tmp_path / "cases.thresholds.yaml").write_text("correct: 1.0\n", encoding="utf-8")
    done, out, _ = run(capsys, "eval", "cases.yaml", "--json", "--report", "reports", "--junit", "junit.xml")
    assert done == status
    assert json.loads(out)["passed"] is (status == 0)
    assert {file.name for file in Path("reports").iterdir()} >= {"evals.html", "evals.md"}
    assert Path("junit.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_drafted_cases_run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, _ = run(capsys, "eval", "draft")
    assert status == 0
    (tmp_path / "mine.yaml").write_text(out, encoding="utf-8")
    assert run_json(capsys, "eval", "mine.yaml", "--json")["cases"]
