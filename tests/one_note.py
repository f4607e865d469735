"""A vault of one note, indexed without a model, and what is said of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tutor.answering.conversation import read_in_conversation
from tutor.answering.evidence import Library
from tutor.answering.extractive import inquire, propose
from tutor.settings import Settings
from tutor.testing import FakeEmbedder
from tutor.tutor import Tutor


@contextmanager
def open_note(folder: Path, text: str) -> Iterator[Tutor]:
    """Lend a tutor over one note, which is written into `folder`."""
    (folder / "vault").mkdir()
    (folder / "vault" / "nota.md").write_text(text, encoding="utf-8")
    settings = Settings.load(vault=folder / "vault", index=folder / "index")
    with Tutor.open(settings, embedder=FakeEmbedder()) as tutor:
        tutor.sync()
        yield tutor


def claimed(library: Library, *asked: str) -> str:
    """Return what the strategies say to the last question, asked behind the others, before it is judged."""
    *earlier, question = asked
    inquiry = inquire(read_in_conversation(question, earlier)[0], library)
    return " ".join(claim.text for claim in propose(inquiry).claims)
