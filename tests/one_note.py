"""A vault of one note, indexed without a model."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
