"""`tutor doctor`: whether notes, model, index and chat model are as they should be, and what to run where not."""

import argparse
from collections.abc import Callable

from tutor.answering.chat_model import check_chat_model, open_chat_model
from tutor.cli.opening import write
from tutor.cli.render import problems_text
from tutor.embedder import SentenceTransformerEmbedder
from tutor.errors import TutorError
from tutor.notes import find_notes, read_note
from tutor.settings import Settings
from tutor.tutor import Tutor

Check = Callable[[Settings], str]


def examine(_chosen: argparse.Namespace, settings: Settings) -> int:
    """Write one line for each check; the status is 1 where one fails."""
    checks: tuple[tuple[str, Check], ...] = (
        ("notas", _check_notes),
        ("modelo de embeddings", _check_embedder),
        ("índice", _check_index),
        ("modelo de linguagem", _check_chat_model),
    )
    failed = 0
    for name, check in checks:
        try:
            write(f"ok    {name}: {check(settings)}")
        except TutorError as error:
            failed += 1
            write(f"FALHA {name}: {error}")
    return 1 if failed else 0


def _check_notes(settings: Settings) -> str:
    files = find_notes(settings.vault)
    problems = [problem for file in files for problem in read_note(file).problems]
    found = f"{len(files)} notas em {settings.vault}"
    return f"{found}, {len(problems)} com problemas:\n{problems_text(problems)}" if problems else found


def _check_embedder(settings: Settings) -> str:
    embedder = SentenceTransformerEmbedder(settings.embedder)
    return f"{embedder.name}, {embedder.dimension} dimensões"


def _check_index(settings: Settings) -> str:
    with Tutor.open(settings) as tutor:
        indexed = {note.path for note in tutor.notes()}
        tutor.search("teste", 1)
    written = {file.path for file in find_notes(settings.vault)}
    stale = len(indexed ^ written)
    found = f"{len(indexed)} notas em {settings.index}"
    return f"{found}; {stale} a atualizar: rode `tutor index`" if stale else found


def _check_chat_model(settings: Settings) -> str:
    model = open_chat_model(settings)
    if model is None:
        return "nenhum (respostas extrativas); defina TUTOR_CHAT_MODEL para usar um"
    check_chat_model(model)
    return settings.chat_model or settings.chat_url
