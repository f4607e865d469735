"""Gathers the examples of the encoders from case files."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.encoders.examples import Example
from evals.encoders.folds import Unadapted, case_name
from evals.likelihood.__main__ import example_of, inquiries
from tutor.evaluation import load_cases
from tutor.passages import sentence_search_text


def gather(paths: Sequence[Path]) -> Iterator[Example]:
    """Yield what is weighed for each case, found with the embedder as it is packaged."""
    cases = load_cases(paths, Path("corpus"))
    with TemporaryDirectory() as folder:
        for case, inquiry in inquiries(cases, Path(folder), Unadapted()):
            found = example_of(case, inquiry)
            texts = (sentence_search_text(said.passage, said.sentence) for said in found.weighed.sentences)
            if found.weighed.sentences:
                yield Example(case_name(case.file), found.question, tuple(texts), tuple(found.right.tolist()))
