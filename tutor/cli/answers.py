"""The commands that answer: index, ask, search and serve."""

import argparse
import sys
from collections.abc import Iterator

from tutor.cli.opening import opened, progress_bar, tell, write, write_json
from tutor.cli.render import answer_text, hits_text, problems_text, report_text
from tutor.contract import answer_to_json, hits_to_json, report_to_json
from tutor.errors import QuestionError
from tutor.settings import Settings
from tutor.tutor import Tutor
from tutor.types import Answer, Turn


def index(chosen: argparse.Namespace, settings: Settings) -> int:
    """Sync the index and say what changed."""
    with Tutor.open(settings) as tutor:
        with progress_bar("Indexando") as progress:
            report = tutor.sync(progress, rebuild=chosen.rebuild)
        if report.problems:
            tell(problems_text(report.problems))
        if chosen.json:
            write_json(report_to_json(report))
        else:
            write(f"{settings.vault}: {report_text(report)}")
    return 0


def ask(chosen: argparse.Namespace, settings: Settings) -> int:
    """Answer one question, or those on standard input, one a line."""
    if chosen.question == ["-"]:
        return _ask_lines(settings, conversation=chosen.conversation)
    with opened(settings) as tutor:
        answer = tutor.ask(" ".join(chosen.question))
    _mention(answer)
    if chosen.json:
        write_json(answer_to_json(answer), indent=2)
    else:
        write(answer_text(answer))
    return 0


def _mention(answer: Answer) -> None:
    if answer.notice:
        tell(f"tutor: {answer.notice}")


def _ask_lines(settings: Settings, *, conversation: bool) -> int:
    """Answer each line as it comes; a line that is no question is answered with why, and makes the status 1."""
    status = 0
    history: list[Turn] = []
    with opened(settings) as tutor:
        for question in _questions():
            try:
                answer = tutor.ask(question, history if conversation else ())
                history.append(Turn(question, answer))
            except QuestionError as error:
                tell(f"tutor: {error}")
                answer, status = Answer(question=question, text=str(error)), 1
            _mention(answer)
            write_json(answer_to_json(answer))
    return status


def _questions() -> Iterator[str]:
    for line in sys.stdin:
        if question := line.strip().removeprefix("\ufeff"):
            yield question


def search(chosen: argparse.Namespace, settings: Settings) -> int:
    """Show the passages found for a query."""
    query = " ".join(chosen.query)
    with opened(settings) as tutor:
        hits = tutor.search(query, chosen.k)
    if chosen.json:
        write_json(hits_to_json(query, hits), indent=2)
    else:
        write(hits_text(hits))
    return 0


def serve(_chosen: argparse.Namespace, settings: Settings) -> int:
    """Show the browser app until it is stopped."""
    from tutor.ui.app import launch

    launch(settings, lambda address: tell(f"Tutor em {address} (Ctrl+C encerra)"))
    return 0
