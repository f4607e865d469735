"""From arguments to a command and its exit status."""

import argparse
import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from tutor.cli import answers, doctor, measures, practice
from tutor.cli.arguments import read_arguments
from tutor.cli.opening import tell
from tutor.errors import TutorError
from tutor.settings import Settings

_FAILED, _INTERRUPTED = 1, 130

Command = Callable[[argparse.Namespace, Settings], int]

_COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "index": answers.index,
        "ask": answers.ask,
        "search": answers.search,
        "quiz": practice.quiz,
        "export": practice.export,
        "eval": measures.measure,
        "bench": measures.bench,
        "doctor": doctor.examine,
        "serve": answers.serve,
    }
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    _speak_utf8()
    chosen = read_arguments(arguments)
    try:
        vault = getattr(chosen, "folder", None) or getattr(chosen, "vault", None)
        settings = Settings.load(vault=vault, index=getattr(chosen, "index", None))
        status = _COMMANDS[chosen.command](chosen, settings)
        sys.stdout.flush()
    except TutorError as error:
        tell(f"tutor: {error}")
        return _FAILED
    except BrokenPipeError:
        # Whoever read our output has gone: nothing is left to say, not even when Python closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FAILED
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _speak_utf8() -> None:
    """Read and write UTF-8 whatever the terminal's locale; a byte that is none becomes U+FFFD or "?"."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
