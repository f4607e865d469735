"""What people read on the terminal: answers with their sources, hits, reports, problems."""

from collections.abc import Iterable, Mapping, Sequence

from tutor.practice.export.wording import source_text
from tutor.types import Answer, Exercise, Hit, Problem, SyncReport


def answer_text(answer: Answer) -> str:
    """Return an answer with its sources below it, each with the quoted words."""
    parts = [answer.text]
    for citation in answer.citations:
        quote = "\n".join(f"    {line.strip()}" for line in citation.quote.splitlines())
        parts.append(f"[{citation.n}] {source_text(citation)}\n{quote}")
    if answer.unsupported:
        left_out = "\n".join(f"    {sentence}" for sentence in answer.unsupported)
        parts.append(f"O modelo também disse, sem apoio nas notas:\n{left_out}")
    return "\n\n".join(parts)


def exercise_text(exercise: Exercise) -> str:
    """Return a question as it is asked: topic, prompt and options, without the key."""
    options = "".join(f"\n  {option.letter}) {option.text}" for option in exercise.options)
    return f"({exercise.topic})\n{exercise.prompt}{options}"


def hits_text(hits: Sequence[Hit]) -> str:
    """Return the hits, best first: score, place and text."""
    if not hits:
        return "Nada encontrado."
    return "\n\n".join(
        f"{hit.score:.3f}  {hit.passage.note}:{hit.passage.first_line}-{hit.passage.last_line}"
        f"  {' › '.join(hit.passage.path)}\n{hit.passage.text}"
        for hit in hits
    )


def report_text(report: SyncReport) -> str:
    """Return what a sync did, in one line."""
    return (
        f"{report.added} adicionadas, {report.changed} alteradas, {report.removed} removidas, "
        f"{report.unchanged} sem mudança"
    )


def measures_text(measured: Mapping[str, float]) -> str:
    """Return measurements as two columns."""
    width = max(map(len, measured))
    return "\n".join(f"{name:<{width}}  {value:g}" for name, value in measured.items())


def problems_text(problems: Iterable[Problem]) -> str:
    """Return the problems of a vault, one a line, with note and line."""
    return "\n".join(f"{p.note}{f':{p.line}' if p.line else ''}: {p.message}" for p in problems)
