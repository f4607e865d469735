"""What goes wrong inside the index: damage is mended without the student, and never leaves `tutor.index`."""

from pathlib import Path

from tutor.errors import IndexBusyError, IndexingError, IndexMismatchError, IndexWriteError


class DamagedIndexError(IndexingError):
    """The index file cannot be read as written; it is made anew from the notes."""

    def __init__(self, place: Path, reason: str) -> None:
        super().__init__(f"O índice em {place} está danificado ({reason}). Rode `tutor index` para refazê-lo.")


class DamagedVectorsError(IndexingError):
    """Chroma's files cannot be read as written; they are made anew from the index file."""

    def __init__(self, place: Path, reason: str) -> None:
        super().__init__(f"Os vetores em {place} estão danificados ({reason}). Rode `tutor index` para refazê-los.")


def write_error(place: Path, error: Exception) -> IndexWriteError:
    """Return the error for an index that cannot be written at `place`."""
    return IndexWriteError(
        f"Não consegui gravar o índice em {place} ({error}). Libere espaço em disco e dê permissão de escrita nessa "
        "pasta, ou escolha outra com --index. Nada se perdeu: rode de novo depois."
    )


def busy_error(place: Path, seconds: float) -> IndexBusyError:
    """Return the error for an index at `place` that another process held for `seconds`."""
    return IndexBusyError(
        f"Outro processo está atualizando o índice em {place} há mais de {seconds:.0f} s. Espere que termine, ou "
        "feche-o, e rode de novo."
    )


def mismatch_error(place: Path, made: str, wanted: str) -> IndexMismatchError:
    """Return the error for an index at `place` that is `made` otherwise than `wanted`."""
    return IndexMismatchError(
        f"O índice em {place} é {made}, e agora seria {wanted}. Rode `tutor index --rebuild` para refazê-lo a partir "
        "das notas."
    )
