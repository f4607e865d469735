"""Thumbs up and down, kept in a local file: one JSON object a line, only ever appended to."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock

from tutor.types import Answer

FILE_NAME = "feedback.jsonl"


def keep_feedback(folder: Path, question: str, answer: Answer, vote: str) -> None:
    """Append one vote ("up", "down", or "" for one taken back) to `folder`/feedback.jsonl; safe across processes.

    Raises:
        OSError: when the file cannot be written.
    """
    record = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "question": question,
        "answer": answer.text,
        "mode": answer.mode,
        "citations": [
            {"note": each.note, "lines": [each.first_line, each.last_line], "quote": each.quote}
            for each in answer.citations
        ],
        "vote": vote,
    }
    line = json.dumps(record, ensure_ascii=False).encode() + b"\n"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / FILE_NAME
    with FileLock(f"{file}.lock"), file.open("a+b") as out:
        cut_short = out.tell() and (out.seek(-1, os.SEEK_END), out.read(1))[1] != b"\n"
        out.write(b"\n" + line if cut_short else line)
