"""The examples that the encoders learn from, kept as JSON Lines: a question and the sentences weighed for it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Example:
    """A question, the texts of the sentences weighed for it, and which of them answer it; `file` holds the case."""

    file: str
    question: str
    sentences: tuple[str, ...]
    right: tuple[bool, ...]


def write_examples(examples: Iterable[Example], path: Path) -> None:
    """Write one example on each line."""
    with path.open("w", encoding="utf-8") as file:
        for example in examples:
            file.write(json.dumps(asdict(example), ensure_ascii=False) + "\n")


def read_examples(path: Path) -> list[Example]:
    """Return the examples of a file."""
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return [Example(row["file"], row["question"], tuple(row["sentences"]), tuple(row["right"])) for row in rows]
