"""The command line: data on standard output, messages on standard error; 0 done, 1 not possible, 2 wrong usage."""

from tutor.cli.main import main

__all__ = ["main"]
