"""How an exercise's key and source read on paper, in plain text."""

from tutor.types import Citation, Exercise, ExerciseKind, PageKind, PageReference

_PAGE_LABELS = {PageKind.PAGE: "p.", PageKind.CHAPTER: "cap.", PageKind.SLIDE: "slide"}


def key_text(exercise: Exercise) -> str:
    """Return the key in full: "Certo", "B) QEMU", or the reference answer."""
    if exercise.kind is ExerciseKind.TRUE_FALSE:
        return exercise.key.capitalize()
    for option in exercise.options:
        if option.letter == exercise.key:
            return f"{option.letter}) {option.text}"
    return exercise.key


def page_text(page: PageReference) -> str:
    """Return a page reference, "apostila so_02, p. 51–53"."""
    numbers = str(page.first) if page.first == page.last else f"{page.first}–{page.last}"
    place = f"{_PAGE_LABELS[page.kind]} {numbers}"
    return f"{page.source}, {place}" if page.source else place


def source_text(citation: Citation) -> str:
    """Return where an exercise comes from: "virtualizacao.md, linha 5 › níveis; apostila so_02, p. 51"."""
    lines = f"linha {citation.first_line}"
    if citation.last_line != citation.first_line:
        lines = f"linhas {citation.first_line}–{citation.last_line}"
    place = " › ".join([f"{citation.note}, {lines}", *citation.path[1:]])
    return "; ".join([place, *map(page_text, citation.pages)])
