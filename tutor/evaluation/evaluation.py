"""An evaluation from end to end: load the cases, run them, score them, hold them against what they must reach."""

import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from langchain_core.embeddings import Embeddings

from tutor.embedder import Embedder, SentenceTransformerEmbedder
from tutor.errors import CaseError
from tutor.evaluation.citations import NotesOnDisk
from tutor.evaluation.gates import (
    Baseline,
    Scores,
    Verdict,
    describe_changes,
    judge,
    make_baseline,
    read_baseline,
    read_thresholds,
    write_baseline,
)
from tutor.evaluation.loading import load_cases
from tutor.evaluation.metrics import score_result
from tutor.evaluation.runner import Answerer, Result, run_cases
from tutor.settings import Settings
from tutor.tutor import Tutor
from tutor.types import Progress

OpenVault = Callable[[Path], Answerer]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A run of cases with its scores and verdicts; `baseline` is the one it was held against."""

    paths: tuple[Path, ...]
    results: tuple[Result, ...]
    scores: Scores
    verdicts: tuple[Verdict, ...]
    seconds: float
    baseline: Baseline | None = None

    @property
    def passed(self) -> bool:
        """True when no threshold is missed and nothing fell below the baseline."""
        return all(verdict.passed for verdict in self.verdicts)

    @property
    def failures(self) -> tuple[Result, ...]:
        """The results that are not right, in the order of the cases."""
        return tuple(result for result in self.results if not self.is_right(result))

    def is_right(self, result: Result) -> bool:
        """True for an answer that is all right with its evidence cited, or a refusal where one is due."""
        scores = self.scores[result.case.id]
        return scores.get("correct", scores.get("refusal_accuracy")) == 1.0


def evaluate(
    paths: Sequence[Path], settings: Settings, progress: Progress | None = None, open_vault: OpenVault | None = None
) -> Evaluation:
    """Run the cases at `paths` and judge them by the thresholds and the baseline beside them.

    `open_vault` returns what answers from a folder of notes; by default the `Tutor` that the settings name, its index
    brought up to date first. Cases from several paths have neither thresholds nor baseline.

    Raises:
        CaseError: for bad cases, thresholds or baseline, before anything runs.
    """
    cases = load_cases(paths, settings.vault.resolve())
    alone = paths[0] if len(paths) == 1 else None
    thresholds = read_thresholds(alone) if alone else {}
    baseline = read_baseline(alone) if alone else None
    opener = open_vault or VaultOpener(settings)
    start = time.perf_counter()
    results = run_cases(cases, opener, progress)
    scores = score_all(results)
    verdicts = judge(results, scores, thresholds, baseline)
    return Evaluation(tuple(paths), results, scores, verdicts, time.perf_counter() - start, baseline)


def score_all(results: Sequence[Result]) -> Scores:
    """Return every result's scores by case id."""
    notes = {vault: NotesOnDisk(vault) for vault in {result.case.vault for result in results}}
    return {result.case.id: score_result(result, notes[result.case.vault]) for result in results}


def update_baseline(evaluation: Evaluation) -> str:
    """Write a run as the baseline beside its cases and say what that changes.

    Raises:
        CaseError: for a run of cases from several paths, which have no one place beside them.
    """
    if len(evaluation.paths) != 1:
        raise CaseError("A linha de base fica ao lado dos casos: atualize-a com uma só pasta ou um só arquivo.")
    after = make_baseline(evaluation.results, evaluation.scores, evaluation.verdicts)
    write_baseline(evaluation.paths[0], after)
    return describe_changes(evaluation.baseline, after)


class QueryMemory(Embeddings):
    """An embedder that embeds the same question once: it is both asked and searched for."""

    def __init__(self, embedder: Embedder) -> None:
        self.name = embedder.name
        self._embedder = embedder
        self._queries: dict[str, list[float]] = {}

    @property
    def dimension(self) -> int:
        """The number of floats in a vector."""
        return self._embedder.dimension

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one unit vector for each text."""
        return self._embedder.embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        """Return the unit vector of a question."""
        if text not in self._queries:
            self._queries[text] = self._embedder.embed_query(text)
        return self._queries[text]


class VaultOpener:
    """Opens a tutor for a folder of notes, with one embedder for all; each folder has its own index."""

    def __init__(self, settings: Settings, embedder: Embedder | None = None) -> None:
        self._settings = settings
        self._embedder = embedder or QueryMemory(SentenceTransformerEmbedder(settings.embedder))

    def __call__(self, vault: Path) -> Tutor:
        """Return a tutor over `vault`, its index up to date."""
        chosen = self._settings.model_copy(update={"vault": vault, "index": self._index_of(vault)})
        tutor = Tutor.open(chosen, embedder=self._embedder)
        tutor.sync()
        return tutor

    def _index_of(self, vault: Path) -> Path:
        """Return the settings' index for their own notes, a folder within it for others."""
        if vault == self._settings.vault.resolve():
            return self._settings.index
        digest = hashlib.blake2b(str(vault).encode(), digest_size=4).hexdigest()
        return self._settings.index / "evals" / f"{vault.name}-{digest}"
