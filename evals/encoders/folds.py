"""The encoders of a folder that `python -m evals.encoders` filled: those of a fold saw no example of its case files."""

import json
from functools import lru_cache
from pathlib import Path

from tutor.embedder import SentenceTransformerEmbedder
from tutor.embedder.packaged import ADAPTER, unpack_model
from tutor.embedder.reader import READER, Reader

FOLDS_FILE = "folds.json"


class Unadapted:
    """The embedder as it is packaged, for all cases."""

    def __init__(self) -> None:
        self._embedder = SentenceTransformerEmbedder(adapter=None)

    def fold(self, file: Path) -> int:
        """Return the one fold there is."""
        return 0

    def embedder(self, fold: int) -> SentenceTransformerEmbedder:
        """Return the embedder."""
        return self._embedder


class Encoders:
    """The embedder and the reader of each fold, loaded when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._folds: dict[str, int] = json.loads((folder / FOLDS_FILE).read_text("utf-8"))
        self.embedder = lru_cache(self._embedder)
        self.reader = lru_cache(self._reader)

    def fold(self, file: Path) -> int:
        """Return the fold whose encoders saw no example of a case file."""
        return self._folds[case_name(file)]

    def _embedder(self, fold: int) -> SentenceTransformerEmbedder:
        return SentenceTransformerEmbedder(adapter=fold_folder(self._folder, fold) / ADAPTER.name)

    def _reader(self, fold: int) -> Reader:
        folder = fold_folder(self._folder, fold)
        return Reader(unpack_model(adapter=folder / ADAPTER.name), folder / READER.name)


def fold_folder(folder: Path, fold: int) -> Path:
    """Return where the encoders of a fold lie."""
    return folder / f"fold-{fold}"


def case_name(file: Path) -> str:
    """Return what a case file is called wherever the project lies."""
    return file.resolve().relative_to(Path.cwd()).as_posix()
