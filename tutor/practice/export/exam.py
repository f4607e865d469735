"""A printable exam: one self-contained HTML page, the key with explanations and sources on its own sheet."""

import base64
import mimetypes
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from tutor.practice.export.files import refuse_empty, replacing
from tutor.practice.export.images import find_images
from tutor.practice.export.wording import key_text, source_text
from tutor.types import Exercise, ExerciseKind


def export_exam(exercises: Sequence[Exercise], file: Path, *, vault: Path, title: str, day: date) -> None:
    """Write the exercises, in this order, as an exam to print; the page loads nothing and runs nothing.

    Raises:
        PracticeError: when there is nothing to export, or `file` cannot be written.
    """
    refuse_empty(exercises)
    environment = Environment(
        loader=PackageLoader("tutor.practice.export", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(key_text=key_text, source_text=source_text)
    pictures = {key: _data_uri(path) for key, path in find_images(exercises, vault).items()}
    page = environment.get_template("exam.html").render(
        exercises=exercises, kinds=ExerciseKind, pictures=pictures, title=title, day=f"{day:%d/%m/%Y}"
    )
    with replacing(file) as part:
        part.write_text(page, encoding="utf-8")


def _data_uri(path: Path) -> str:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"
