"""Votes are appended to a local file, whole lines only, from any number of processes."""

import json
import subprocess
import sys
from pathlib import Path

from tutor.types import Answer, Citation
from tutor.ui.feedback import FILE_NAME, keep_feedback

ANSWER = Answer("o que é VM?", "**VM**: máquina virtual [1]", (Citation(1, "vm.md", ("vm",), 2, 3, "VM -> máquina"),))

_MANY_VOTES = """
import sys
from pathlib import Path
from tutor.types import Answer
from tutor.ui.feedback import keep_feedback
for n in range(40):
    keep_feedback(Path(sys.argv[1]), sys.argv[2] * 500, Answer("q", "a"), "up")
"""


def _records(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / FILE_NAME).read_text(encoding="utf-8").splitlines()]


def test_a_vote_is_one_line_with_question_answer_and_citations(tmp_path: Path) -> None:
    keep_feedback(tmp_path / "novo", "o que é VM?", ANSWER, "up")
    keep_feedback(tmp_path / "novo", "o que é VM?", ANSWER, "")
    first, second = _records(tmp_path / "novo")
    assert str(first.pop("at")).endswith("+00:00")
    assert first == {
        "question": "o que é VM?",
        "answer": "**VM**: máquina virtual [1]",
        "mode": "extractive",
        "citations": [{"note": "vm.md", "lines": [2, 3], "quote": "VM -> máquina"}],
        "vote": "up",
    }
    assert second["vote"] == ""


def test_a_line_cut_short_by_a_killed_process_does_not_swallow_the_next(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"question": "cor')
    keep_feedback(tmp_path, "q", ANSWER, "down")
    lines = (tmp_path / FILE_NAME).read_text(encoding="utf-8").splitlines()
    assert lines[0] == '{"question": "cor'
    assert json.loads(lines[1])["vote"] == "down"


def test_two_processes_at_once_keep_every_line_whole(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _MANY_VOTES, str(tmp_path)]
    processes = [subprocess.Popen([*command, letter]) for letter in "ab"]
    assert [process.wait(60) for process in processes] == [0, 0]
    questions = [record["question"] for record in _records(tmp_path)]
    assert questions.count("a" * 500) == 40
    assert questions.count("b" * 500) == 40
