"""Exercises written by hand, for the tests of sessions, history, progress and export."""

from tutor.types import Change, Citation, Exercise, ExerciseKind, Option, PageKind, PageReference

PAGE_51 = PageReference(source="apostila so_02", first=51, last=51, kind=PageKind.PAGE, line=1)


def true_false(name: str, **fields: object) -> Exercise:
    """Make a Certo/Errado exercise whose key is `certo`."""
    return _exercise(name, {"kind": ExerciseKind.TRUE_FALSE, "key": "certo"} | fields)


def multiple_choice(name: str, **fields: object) -> Exercise:
    """Make a multiple-choice exercise whose key is B."""
    options = tuple(Option(letter, f"opção {letter}") for letter in "ABCDE")
    return _exercise(name, {"kind": ExerciseKind.MULTIPLE_CHOICE, "key": "B", "options": options} | fields)


def flashcard(name: str, **fields: object) -> Exercise:
    """Make a flashcard whose back is `resposta`."""
    return _exercise(name, {"kind": ExerciseKind.FLASHCARD, "key": "resposta"} | fields)


def open_question(name: str, **fields: object) -> Exercise:
    """Make an open question with two facts."""
    facts = ("isola aplicações", "usa imagens")
    return _exercise(name, {"kind": ExerciseKind.OPEN, "key": "; ".join(facts), "rubric": facts} | fields)


def false_assertion(name: str) -> Exercise:
    """Make a Certo/Errado exercise made false by one change."""
    change = Change(before="hardware", after="sistema operacional", reason="o tipo 1 roda sobre o hardware")
    return true_false(name, key="errado", change=change)


def _exercise(name: str, fields: dict[str, object]) -> Exercise:
    """Fill in what `fields` leave out; `note`, `line` and `pages` are those of the citation."""
    note, line, pages = fields.pop("note", "redes.md"), fields.pop("line", 1), fields.pop("pages", ())
    values: dict[str, object] = {
        "id": name,
        "topic": "redes",
        "prompt": f"Pergunta {name}",
        "explanation": f"Explicação {name}",
        "citation": Citation(1, note, ("redes", "camadas"), line, line, f"x -> trecho {name}", pages),  # type: ignore[arg-type]
    }
    return Exercise(**(values | fields))  # type: ignore[arg-type]
