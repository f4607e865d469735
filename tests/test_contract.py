"""The JSON other programs read: exact shapes."""

from tutor.contract import answer_to_json, exercise_to_json, hits_to_json, page_to_json, report_to_json
from tutor.types import (
    Answer,
    Citation,
    Exercise,
    ExerciseKind,
    Hit,
    Mode,
    Option,
    PageKind,
    PageReference,
    Passage,
    Problem,
    SyncReport,
)

PAGE = PageReference("apostila so_02", 51, 53, PageKind.PAGE, 6)
CITATION = Citation(1, "so/vm.md", ("vm", "tipos"), 5, 6, "tipo 1", (PAGE,))
CITED = {
    "n": 1,
    "note": "so/vm.md",
    "path": ["vm", "tipos"],
    "lines": [5, 6],
    "quote": "tipo 1",
    "pages": [{"source": "apostila so_02", "first": 51, "last": 53}],
}


def test_answer() -> None:
    answer = Answer("q?", "a [1]", (CITATION,), Mode.LLM, unsupported=("b",), suggestions=("c",), seconds=0.123456)
    assert answer_to_json(answer) == {
        "question": "q?",
        "answer": "a [1]",
        "answered": True,
        "mode": "llm",
        "citations": [CITED],
        "unsupported": ["b"],
        "seconds": 0.1235,
    }


def test_a_page_names_its_kind_only_where_it_is_another() -> None:
    assert page_to_json(PageReference(None, 3, 3, PageKind.PAGE, 1)) == {"source": None, "first": 3, "last": 3}
    slide = PageReference("x", 4, 5, PageKind.SLIDE, 1)
    assert page_to_json(slide) == {"source": "x", "first": 4, "last": 5, "kind": "slide"}


def test_hits() -> None:
    passage = Passage("id1", "a.md", ("a",), 1, 2, "* x\n* y", ())
    assert hits_to_json("q", [Hit(passage, 0.5, ())]) == {
        "query": "q",
        "hits": [
            {"passage_id": "id1", "note": "a.md", "path": ["a"], "lines": [1, 2], "text": "* x\n* y", "score": 0.5}
        ],
    }


def test_exercise() -> None:
    exercise = Exercise(
        "e1", ExerciseKind.MULTIPLE_CHOICE, "vm", "Qual?", "A", "Porque sim.", CITATION, (Option("A", "tipo 1"),)
    )
    assert exercise_to_json(exercise) == {
        "id": "e1",
        "kind": "multipla-escolha",
        "topic": "vm",
        "prompt": "Qual?",
        "options": [{"letter": "A", "text": "tipo 1"}],
        "key": "A",
        "explanation": "Porque sim.",
        "citation": CITED,
    }


def test_report() -> None:
    assert report_to_json(SyncReport(1, 2, 3, 4, (Problem("a.md", 5, "torto"),))) == {
        "added": 1,
        "changed": 2,
        "removed": 3,
        "unchanged": 4,
        "problems": [{"note": "a.md", "line": 5, "message": "torto"}],
    }
