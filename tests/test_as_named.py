"""What lines are called by in questions: versions, beginnings of names, makers in brackets, two names of one line."""

import pytest
from one_note import claimed

from tutor.answering.answer import respell
from tutor.answering.evidence import Library
from tutor.answering.matching import Matcher
from tutor.notes.members import enumeration

NOTE = """\
# Olaria ZNMP

* ZNMPv1 (1988) -> selo da guilda em argila clara
* ZNMPv3 -> selo da guilda em metal
\t* ! não existe "selo de cera": não dá para vender sem selo
* AbrirFornoGrande -> abre a porta maior da casa
* BARRO (OLA, Mohan et al., 1992) -> mistura com areia fina
* torno (roda) -> Royce, 1970 [ele nem usou esse nome]; peças em série
* recuperação -> devolver a peça ao estado de antes da queda
* restore = traz as peças de volta; recover = põe as peças em ordem
* roda
	* ! na olaria clássica, a roda nunca para; já na nova ela para
* problemas clássicos, p. 41 da apostila ol_04
\t* peça torta -> barro mole demais
\t* peça rachada -> forno quente demais
* casas da guilda
\t* usa balsa: porta 161 na frente (recebe o barro), porta 162 no fundo (recebe peças e moldes)
\t* partes da casa { frente, fundo, loja, forno }
"""


@pytest.mark.parametrize(
    ("asked", "written", "held"),
    [
        (["v3"], ["znmpv3"], [True]),
        (["znmpv1"], ["znmp", "v1"], [True]),
        (["znmpv1"], ["znmp", "v2"], [False]),
        (["v2"], ["znmpv3"], [False]),
    ],
)
def test_a_version_is_written_with_its_name_or_apart(asked: list[str], written: list[str], held: list[bool]) -> None:
    assert Matcher(lambda stems: dict.fromkeys(stems, 1), 9).carried(asked, written) == held


def test_a_denial_before_a_colon_is_not_of_what_stands_behind_it(library: Library) -> None:
    assert claimed(library, "dá para vender sem selo na v3?").startswith("**Não** — ")


def test_the_beginning_of_a_name_with_capitals_is_enough(library: Library) -> None:
    assert respell("o que é o AbrirForno?", library) == "o que é o abrirfornogrande?"
    assert respell("o que é o abrirforno?", library) == "o que é o abrirforno?"


@pytest.mark.parametrize(
    ("question", "maker"),
    [("quem criou o BARRO?", "**Mohan et al.**"), ("quem propôs o modelo torno?", "**Royce**")],
)
def test_a_maker_stands_in_brackets_or_behind_a_name_without_its_sort(
    library: Library, question: str, maker: str
) -> None:
    assert claimed(library, question).startswith(maker)


def test_two_names_of_one_line_are_compared_by_it(library: Library) -> None:
    said = claimed(library, "qual a diferença entre restore e recover na olaria?")
    assert "traz as peças de volta" in said
    assert "devolver" not in said


def test_what_is_called_problems_is_no_list_of_flaws(library: Library) -> None:
    said = claimed(library, "quais são os problemas clássicos da olaria?")
    assert "peça torta" in said
    assert "peça rachada" in said


def test_a_list_without_numbers_tells_no_ports(library: Library) -> None:
    assert "forno" not in claimed(library, "quais portas a frente e o fundo usam nas casas da guilda?")


def test_what_brackets_hold_is_not_parted() -> None:
    assert enumeration("porta 161 na frente (recebe o barro), porta 162 no fundo (recebe peças e moldes)") == ()
    assert enumeration("frente, fundo e loja") == ("frente", "fundo", "loja")
