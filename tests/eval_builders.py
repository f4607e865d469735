"""Small cases, answers and tutors for the tests of the evaluation."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from tutor.evaluation.cases import Case, Span, VariantKind, WrittenCase
from tutor.evaluation.citations import NotesOnDisk
from tutor.evaluation.metrics import score_result
from tutor.evaluation.runner import Reply, Result
from tutor.types import Answer, Citation, Hit, PageKind, PageReference, Passage, Sentence, Turn

NOTE = """\
# Redes
* TCP -> orientado a conexão
\t* p. 12 da apostila redes_01
* UDP -> sem conexão
* portas { 22, 80 }
"""


def make_vault(folder: Path) -> Path:
    """Write a vault with one note, `redes.md`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "redes.md").write_text(NOTE, encoding="utf-8")
    return folder


def make_case(vault: Path, lines: Sequence[tuple[int, int]] = ((2, 2),), **fields: object) -> Case:
    """Return a definition case about TCP proven by `lines`, with what `fields` say instead."""
    written = {
        "id": "tcp",
        "kind": "definition",
        "question": "O que é TCP?",
        "facts": ["orientado a conexão"],
        "evidence": ["TCP -> orientado"],
        **fields,
    }
    spans = tuple(Span("redes.md", first, last, "") for first, last in lines)
    return Case(WrittenCase.model_validate(written), vault, vault / "casos.yaml", 1, spans)


def cite(n: int = 1, line: int = 2, quote: str = "TCP -> orientado a conexão", pages: Sequence[int] = ()) -> Citation:
    """Return a citation of one line of `redes.md`; `pages` all stand in line 3."""
    references = tuple(PageReference("apostila redes_01", page, page, PageKind.PAGE, 3) for page in pages)
    return Citation(n, "redes.md", ("Redes",), line, line, quote, references)


def make_answer(text: str = "**TCP**: orientado a conexão [1]", *citations: Citation) -> Answer:
    """Return an answer that cites `citations`, by default the definition of TCP."""
    return Answer("O que é TCP?", text, citations or (cite(),))


REFUSAL = Answer("O que é TCP?", "As suas notas não respondem a isso.")


def make_hit(first_line: int, last_line: int, note: str = "redes.md") -> Hit:
    """Return a hit on lines of a note."""
    sentence = Sentence("x", 0, 1, first_line, last_line, 0)
    return Hit(Passage(f"{note}:{first_line}", note, (), first_line, last_line, "x", (sentence,)), 1.0, (1.0,))


def make_result(
    case: Case, answer: Answer, hits: Sequence[Hit] = (), variants: Sequence[Answer] = (), seconds: float = 0.01
) -> Result:
    """Return a result whose variants are answered by `variants`."""
    return Result(
        case,
        Reply(answer, seconds),
        tuple(Reply(variant, seconds, VariantKind.ENGLISH) for variant in variants),
        tuple(hits),
    )


def scores_of(result: Result) -> Mapping[str, float]:
    """Return a result's scores."""
    return score_result(result, NotesOnDisk(result.case.vault))


class ScriptedTutor:
    """Answers from a script, refuses all else, and remembers what it was asked after which questions."""

    def __init__(self, script: Mapping[str, Answer], hits: Sequence[Hit] = ()) -> None:
        self.script = script
        self.hits = tuple(hits)
        self.asked: list[tuple[str, ...]] = []

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Return the scripted answer."""
        self.asked.append((*(turn.question for turn in history), question))
        return self.script.get(question, REFUSAL)

    def search(self, query: str, k: int = 10) -> tuple[Hit, ...]:
        """Return the scripted hits."""
        return self.hits[:k]
