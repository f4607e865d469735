"""An Anki deck (`.apkg`) that can be imported again and again: notes are updated by id, never doubled."""

import html
import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from itertools import count
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import genanki  # type: ignore[import-untyped]

from tutor.practice.export.files import refuse_empty, replacing
from tutor.practice.export.images import find_images
from tutor.practice.export.wording import key_text, source_text
from tutor.types import Exercise, ExerciseKind

# Anki knows decks and note types by these numbers: another number is another deck or type in every collection.
_DECK_ID = 1763935210
_MODELS = {
    ExerciseKind.TRUE_FALSE: (1763935211, "Tutor: certo ou errado", "Certo ou errado?"),
    ExerciseKind.MULTIPLE_CHOICE: (1763935212, "Tutor: múltipla escolha", "Assinale uma opção."),
    ExerciseKind.OPEN: (1763935213, "Tutor: questão aberta", "Responda com suas palavras."),
    ExerciseKind.FLASHCARD: (1763935214, "Tutor: flashcard", ""),
}
_CLOZE_ID, _CLOZE_NAME = 1763935215, "Tutor: lacuna"
_GAP = re.compile(r"_{3,}")
_FIELDS = ("Pergunta", "Opções", "Resposta", "Explicação", "Fonte", "Imagens")
_FRONT = """<div class="hint">{hint}</div>
<div class="prompt">{{{{Pergunta}}}}</div>
{{{{#Opções}}}}<div class="options">{{{{Opções}}}}</div>{{{{/Opções}}}}"""
_BACK = """{{FrontSide}}
<hr id="answer">
<div class="key">{{Resposta}}</div>
{{#Explicação}}<div class="explanation">{{Explicação}}</div>{{/Explicação}}
{{#Imagens}}<div class="images">{{Imagens}}</div>{{/Imagens}}
<div class="source">{{Fonte}}</div>"""
_CLOZE = '<div class="prompt">{{cloze:Pergunta}}</div>'
_CLOZE_BACK = _BACK.replace("{{FrontSide}}", _CLOZE).replace('<div class="key">{{Resposta}}</div>', "")
_CSS = """.card { font: 20px/1.45 system-ui, sans-serif; text-align: left; }
.card { max-width: 42em; margin: 0 auto; padding: 1em; }
.hint, .source { font-size: 0.75em; opacity: 0.7; }
.prompt, .key, .explanation, .images { margin: 0.6em 0; }
.key, .cloze { font-weight: 600; }
.images img { max-width: 100%; }"""


@dataclass(frozen=True, slots=True)
class AnkiExport:
    """What a package holds: notes, picture files, and the (note, picture) pairs the vault no longer has."""

    notes: int
    images: int
    missing: tuple[tuple[str, str], ...]


def export_anki(exercises: Sequence[Exercise], file: Path, *, vault: Path, now: datetime) -> AnkiExport:
    """Write the exercises as an Anki package into `file`.

    Anki updates a note it already has only from a package with a later `now`; the student's reviews stay.

    Raises:
        PracticeError: when there is nothing to export, or `file` cannot be written.
    """
    refuse_empty(exercises)
    found = find_images(exercises, vault)
    media = {key: _media_name(path) for key, path in found.items()}
    models = {kind: _model(*parts) for kind, parts in _MODELS.items()}
    cloze = _cloze_model()
    deck = genanki.Deck(_DECK_ID, "Tutor", "Questões feitas a partir das suas notas.")
    for exercise in exercises:
        deck.add_note(_note(exercise, cloze if _has_gap(exercise) else models[exercise.kind], media))
    files = {media[key]: path for key, path in found.items()}
    with replacing(file) as part:
        _write_package(deck, files, part, now.timestamp())
    missing = {(e.citation.note, target) for e in exercises for target in e.images} - found.keys()
    return AnkiExport(notes=len(exercises), images=len(files), missing=tuple(sorted(missing)))


def _model(model_id: int, name: str, hint: str) -> genanki.Model:
    return genanki.Model(
        model_id,
        name,
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Questão", "qfmt": _FRONT.format(hint=hint), "afmt": _BACK}],
        css=_CSS,
    )


def _cloze_model() -> genanki.Model:
    return genanki.Model(
        _CLOZE_ID,
        _CLOZE_NAME,
        model_type=genanki.Model.CLOZE,
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Lacuna", "qfmt": _CLOZE, "afmt": _CLOZE_BACK}],
        css=_CSS,
    )


def _has_gap(exercise: Exercise) -> bool:
    return exercise.kind is ExerciseKind.FLASHCARD and len(_GAP.findall(exercise.prompt)) == 1


def _note(exercise: Exercise, model: genanki.Model, media: dict[tuple[str, str], str]) -> genanki.Note:
    names = [media.get((exercise.citation.note, target)) for target in exercise.images]
    fields = [
        _cloze(exercise) if _has_gap(exercise) else _html(exercise.prompt),
        "<br>".join(_html(f"{option.letter}) {option.text}") for option in exercise.options),
        _answer(exercise),
        _html(exercise.explanation),
        _html(source_text(exercise.citation)),
        "".join(f'<img src="{name}">' for name in names if name),
    ]
    tags = _tags([exercise.topic, exercise.kind.value, *exercise.study_marks])
    return genanki.Note(model=model, fields=fields, tags=tags, guid=genanki.guid_for("tutor", exercise.id))


def _answer(exercise: Exercise) -> str:
    answer = _html(key_text(exercise))
    if exercise.change:
        answer += f"<br><s>{_html(exercise.change.after)}</s> → {_html(exercise.change.before)}"
    if exercise.rubric:
        answer += "<ul>" + "".join(f"<li>{_html(fact)}</li>" for fact in exercise.rubric) + "</ul>"
    return answer


def _cloze(exercise: Exercise) -> str:
    """Put the key into the gap, Anki's way; its own braces and colons would end it or begin a hint."""
    before, after = (_unbraced(part) for part in _GAP.split(exercise.prompt))
    return f"{before}{{{{c1::{_unbraced(exercise.key).replace(':', '&#58;')}}}}}{after}"


def _unbraced(text: str) -> str:
    return _html(text).replace("{", "&#123;").replace("}", "&#125;")


def _html(text: str) -> str:
    """Escape for an Anki field; a bracket too, which would begin a sound or LaTeX command."""
    return html.escape(text).replace("[", "&#91;").replace("\n", "<br>")


def _tags(labels: Iterable[str]) -> list[str]:
    tags = (re.sub(r"[^\w.-]+", "_", label).strip("_") for label in labels)
    return [tag for tag in dict.fromkeys(tags) if tag]


def _media_name(path: Path) -> str:
    """Name a picture by its content, so that equal names of two folders stay two and a second import finds it."""
    return f"tutor-{blake2b(path.read_bytes(), digest_size=8).hexdigest()}{path.suffix.lower()}"


def _write_package(deck: genanki.Deck, media: dict[str, Path], file: Path, timestamp: float) -> None:
    """Zip the collection and the media; genanki's own writer leaves its database behind in the temporary folder."""
    with closing(sqlite3.connect(":memory:")) as collection:
        genanki.Package(deck).write_to_db(collection.cursor(), timestamp, count(int(timestamp * 1000)))
        collection.commit()
        content = collection.serialize()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki2", content)
        archive.writestr("media", json.dumps({str(n): name for n, name in enumerate(media)}))
        for n, path in enumerate(media.values()):
            archive.write(path, str(n))
