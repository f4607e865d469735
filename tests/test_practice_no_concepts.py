"""What readers of sixteen further notes found wrong or unnatural: names of no concept, orders, lost nouns."""

import pytest
from practice_notes import asked, asserted


def asking(line: str, title: str = "Olaria", heading: str = "Fornos") -> list[str]:
    """Return what is asked of a line below a heading."""
    return list(asked(f"# {title}\n\n## {heading}\n\n{line}\n"))


@pytest.mark.parametrize(
    "line",
    [
        "São dele também as dez regras do forno: visibilidade do estado do forno; controle e liberdade do oleiro.",
        "- vaso de barro (clay pot)\n\t- queimado (1) -> barro alterado desde a última queima que seca o vaso",
        "Falhas: aquecer o vaso molhado e resfriar o vaso quente",
        "- forno contínuo\n\t- gargalo: toda peça passa na mesma porta da câmara",
        "A exceção clássica é a queima que nega a secagem do vaso ou a moldagem, que afasta a rachadura.",
        "O problema comum é a rachadura que aparece no vaso que seca depressa.",
        "- moldagem\n\t- americano: paga só o barro e a lenha no fim",
        "- queima { massa, referencial, chave }\n\t- referencial -> valor da lenha existe na câmara ou é nulo",
    ],
)
def test_what_names_no_concept_is_not_asked(line: str) -> None:
    assert asking(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "A exceção clássica é a queima rápida que nega a secagem do vaso ou a moldagem, que afasta a rachadura.",
        "- independência lógica -> mudar o forno e não a lenha\n\t! a lógica é mais difícil de conseguir que a física",
    ],
)
def test_what_leaves_out_its_noun_is_not_asserted(line: str) -> None:
    assert not [
        text for text in asserted(f"# Olaria\n\n## Fornos\n\n{line}\n") if "clássica" in text or "difícil" in text
    ]


@pytest.mark.parametrize(
    "line",
    [
        "**Pot deadlock**: detect with a wait-for graph (cycle = deadlock) and kill a victim, or prevent by timestamps",
        "**Kiln switch** = save the state of the old kiln, load the state of the new one.",
        "**Glaze sweep** = polish the surface of the old pot with the back of a spoon",
    ],
)
def test_what_tells_to_act_defines_nothing(line: str) -> None:
    plain = "- The kiln is a place where the potter bakes the pots."
    assert asking(f"- {line}\n{plain}", "Pottery", "Kilns") == asking(plain, "Pottery", "Kilns")


def test_a_noun_that_holds_another_defines() -> None:
    line = "- Kiln box: box with a lid that holds the pots and the ash of the fire"
    assert any("box with a lid" in key for key in asked(f"# Pottery\n\n## Kilns\n\n{line}\n").values())
