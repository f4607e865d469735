"""Opening the tutor for a command: the index brought up to date, with a progress bar on a terminal."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tqdm import tqdm

from tutor.contract import Json
from tutor.settings import Settings
from tutor.tutor import Tutor
from tutor.types import Progress

_PATIENCE = 1.0
"""Seconds of work before a progress bar shows."""


@contextmanager
def opened(settings: Settings) -> Iterator[Tutor]:
    """Lend a tutor whose index is up to date with the notes."""
    with Tutor.open(settings) as tutor:
        with progress_bar("Indexando", _PATIENCE) as progress:
            tutor.sync(progress)
        yield tutor


@contextmanager
def progress_bar(name: str, delay: float = 0.0) -> Iterator[Progress]:
    """Lend a progress function that draws a bar on standard error where that is a terminal, else nothing."""
    with tqdm(desc=name, unit="", disable=None, leave=False, delay=delay, file=sys.stderr) as bar:

        def show(done: int, total: int, what: str) -> None:
            bar.total = total
            bar.set_postfix_str(what[-40:], refresh=False)
            bar.update(done - bar.n)

        yield show


def write(text: str) -> None:
    """Write data on standard output."""
    print(text, flush=True)


def write_json(value: Json | list[Json], *, indent: int | None = None) -> None:
    """Write a value as JSON on standard output, one line unless `indent` is given."""
    write(json.dumps(value, ensure_ascii=False, indent=indent))


def tell(text: str) -> None:
    """Write a message on standard error."""
    print(text, file=sys.stderr, flush=True)
