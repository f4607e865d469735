"""What stands above an exercise: a title of the note's own, never words that only its file's name joins."""

import pytest
from practice_notes import note

from tutor.practice.grammar.genders import Genders
from tutor.practice.reading.topics import Outline

LINE = "- **forno**: câmara fechada em que o barro seca até virar vaso\n"
FIELD = "materia:: [[Olaria]]\n\n"


def heading(text: str, path: str) -> tuple[str, ...]:
    outline = Outline(note(text, path), Genders())
    return outline.heading(outline.note.blocks[-1])


def test_the_first_heading_is_the_title_behind_fields() -> None:
    told = heading(f"{FIELD}# Barro e fornos\n\n## Queima\n\n{LINE}", "olaria-barro-fornos-vasos.md")
    assert told == ("Barro e fornos", "Queima")


def test_a_file_name_of_several_words_is_no_title() -> None:
    assert heading(f"## Queima\n\n{LINE}", "olaria-barro-fornos-vasos.md") == ("Queima",)
    assert heading(LINE, "olaria-barro-fornos-vasos.md") == ()
    assert heading(LINE, "olaria barro fornos vasos.md") == ()


@pytest.mark.parametrize(
    ("text", "path", "title"),
    [
        (f"---\ntitle: Barro dos vasos\n---\n{LINE}", "olaria-barro-fornos-vasos.md", "Barro dos vasos"),
        (f"# Barro dos vasos\n\n{LINE}", "Barro dos vasos.md", "Barro dos vasos"),
        (LINE, "olaria.md", "Olaria"),
        (LINE, "roda-de-oleiro-e-barro.md", "Roda de oleiro e barro"),
    ],
)
def test_a_title_of_its_own_or_of_a_word_or_two_is_shown(text: str, path: str, title: str) -> None:
    assert heading(text, path) == (title,)


def test_a_chain_is_no_heading_of_its_links() -> None:
    assert heading("# Barro\n\n- erro -> defeito -> falha\n\t- **falha**: racha que se vê na queima\n", "barro.md") == (
        "Barro",
    )
