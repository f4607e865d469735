"""Pictures come from inside the vault, are pictures, and are carried in the page."""

from pathlib import Path

import pytest

from tutor.notes import parse_note
from tutor.types import Problem
from tutor.ui import images
from tutor.ui.images import Picture, find_image_problems, read_picture

PNG = b"\x89PNG\r\n\x1a\n0000"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    vault = tmp_path / "vault"
    (vault / "anexos").mkdir(parents=True)
    (vault / "anexos" / "Pasted image 1.png").write_bytes(PNG)
    (vault / "desenho.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (vault / "falsa.png").write_text("<script>alert(1)</script>")
    (vault / "segredo.txt").write_text("segredo")
    (tmp_path / "fora.png").write_bytes(PNG)
    (vault / "atalho.png").symlink_to(tmp_path / "fora.png")
    return vault


@pytest.mark.parametrize("target", ["Pasted image 1.png", "Pasted%20image%201.png", "anexos/Pasted image 1.png"])
def test_picture_is_found_by_name_and_carried_in_the_page(vault: Path, target: str) -> None:
    assert read_picture(vault, "a/b.md", target) == Picture(
        "Pasted image 1.png", address="data:image/png;base64,iVBORw0KGgowMDAw"
    )


def test_svg_is_carried_as_an_image_never_as_markup(vault: Path) -> None:
    assert read_picture(vault, "a.md", "desenho.svg").address.startswith("data:image/svg+xml;base64,")


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("../fora.png", "source.image_missing"),
        ("/etc/passwd", "source.image_missing"),
        ("atalho.png", "source.image_missing"),
        ("nada.png", "source.image_missing"),
        ("falsa.png", "source.image_unreadable"),
        ("segredo.txt", "source.image_unreadable"),
        ("https://example.com/x.png", "source.image_remote"),
    ],
    ids=["outside", "absolute", "link outside", "missing", "no image inside", "no image", "remote"],
)
def test_nothing_else_is_read_out(vault: Path, target: str, problem: str) -> None:
    picture = read_picture(vault, "a.md", target)
    assert (picture.address, picture.problem) == ("", problem)


def test_huge_picture_is_not_carried(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "_LARGEST", 5)
    assert read_picture(vault, "a.md", "Pasted image 1.png").problem == "source.image_too_large"


def test_images_missing_or_broken_are_problems_of_their_notes(vault: Path) -> None:
    text = (
        "* ![[nada.png]]\n* ![[Pasted image 1.png]]\n* ![x](https://example.com/x.png)\n* ![[outra nota]]\n"
        "* ![[falsa.png]]\n"
    )
    assert list(find_image_problems(vault, [parse_note("n.md", text)], "pt")) == [
        Problem("n.md", 1, "Imagem não encontrada no cofre: nada.png"),
        Problem("n.md", 5, "A imagem falsa.png não pôde ser lida."),
    ]
