"""Follow-ups that point at a member of the list just answered."""

import pytest

from tutor.answering.ordinals import point_out
from tutor.types import Answer

BULLETS = "**protocolos**: [1]\n\n- **SSH**: porta 22 [2]\n- Telnet [3]\n- FTP (arquivos) [4]"
SET = "**tipos**: nativo; hospedado [1]"


@pytest.mark.parametrize(
    ("asked", "answered", "read"),
    [
        ("qual a porta do primeiro?", BULLETS, "qual a porta do SSH?"),
        ("o que faz o segundo?", BULLETS, "o que faz o Telnet?"),
        ("e o último?", BULLETS, "e o FTP?"),
        ("a segunda é segura?", SET, "a hospedado é segura?"),
        ("what does the first one do?", SET, "what does nativo do?"),
        ("e o quinto?", SET, "e o quinto?"),
        ("o que faz a segunda camada?", BULLETS, "o que faz a segunda camada?"),
        ("segundo o NIST, o que é nuvem?", BULLETS, "segundo o NIST, o que é nuvem?"),
        ("qual a porta do primeiro?", "**SSH**: porta 22 [1]", "qual a porta do primeiro?"),
    ],
)
def test_an_ordinal_is_read_as_the_member_it_points_at(asked: str, answered: str, read: str) -> None:
    assert point_out(asked, Answer(question="", text=answered)) == read
