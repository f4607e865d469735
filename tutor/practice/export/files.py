"""What every export does: refuse to write nothing, and write a file whole or not at all."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tutor.errors import PracticeError
from tutor.types import Exercise


def refuse_empty(exercises: Sequence[Exercise]) -> None:
    """Raise a PracticeError when there is nothing to export."""
    if not exercises:
        raise PracticeError("Não há questões para exportar. Confira os filtros e as notas.")


@contextmanager
def replacing(file: Path) -> Iterator[Path]:
    """Give a path beside `file` to write to; what was written takes its place only when all went well.

    Raises:
        PracticeError: when it cannot be written; `file` is then as it was before.
    """
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(file)
    except OSError as error:
        message = f"{file} não pôde ser gravado ({error.strerror}). Confira a pasta, o espaço e as permissões."
        raise PracticeError(message) from error
    finally:
        if part.exists():  # a read-only disk refuses to unlink even what is not there
            part.unlink()
