"""What readers found unnatural: headers that name nothing, sets of another name, absurd swaps, English imperatives."""

import pytest
from practice_notes import asked, asserted, material, read

from tutor.practice.grammar.spelling import accented
from tutor.practice.questions.multiple_choice import write_multiple_choice


def described(text: str) -> list[str]:
    made = material(text)
    return [draft.prompt for draft in write_multiple_choice(made.part("nota.md"), made) if draft.aspect[0] == "termo"]


def test_a_table_of_ideas_names_no_attribute() -> None:
    rows = (
        "| Vaso | peça de barro que guarda água | pote |\n| Métrica | relação entre medidas de dois vasos | razão |\n"
    )
    assert not read(f"# Olaria\n\n| | Ideia | Exemplo |\n|---|---|---|\n{rows}").attributes


@pytest.mark.parametrize("header", ["Fórmula ou observação", "Fórmula/observação"])
def test_a_header_of_two_names_none(header: str) -> None:
    rows = "| RFC | resposta do vaso | métodos de queima do barro |\n| CBO | união de vasos | soma das uniões |\n"
    names = {a.name for a in read(f"# Olaria\n\n| Métrica | Medida | {header} |\n|---|---|---|\n{rows}").attributes}
    assert not any("rmula" in name for name in names)


@pytest.mark.parametrize(
    "line",
    [
        "As três técnicas são gerenciamento de queima, gerenciamento de barro e lenha, e desenvolvimento de vasos.",
        "- DAD = detecção de endereço duplicado.",
        "- último recurso: queima feita pelo próprio oleiro da aldeia",
    ],
)
def test_what_names_no_concept_is_not_explained(line: str) -> None:
    assert not any(
        p.startswith(("Conceitue", "Caracterize", "O que")) for p in asked(f"# Olaria\n\n## Fornos\n\n{line}\n")
    )


def test_the_tail_of_a_definition_names_no_set() -> None:
    line = "- VDI -> forno do oleiro queima na olaria do dono, acesso por porta lateral { tijolo, barro, ferro }"
    assert not any("acesso" in prompt for prompt in asked(f"# Olaria\n\n## Fornos\n\n{line}\n"))


def test_an_acronym_takes_the_article_of_what_it_is() -> None:
    line = "- ANS (SLA): acordo documentado entre oleiro e dono que identifica os vasos requeridos e o prazo esperado"
    keys = " ".join(asked(f"# Olaria\n\n## Fornos\n\n{line}\n").values())
    assert "O ANS" in keys
    assert "A ANS" not in keys


@pytest.mark.parametrize(
    "line",
    [
        "- open firing (closed kiln): probe another slot in the kiln itself",
        "- double firing -> a second kiln gives the glaze",
        "- **boundary firing**: test the edges of ordered kilns.",
    ],
)
def test_an_english_order_defines_nothing(line: str) -> None:
    text = f"# Kilns and pots\n\n## Firing of pots\n\nThe potter fires the pots in the kiln at night.\n{line}\n"
    assert not any("firing" in prompt.split("\n\n")[-1] for prompt in asked(text))


def test_a_heading_is_not_cut_at_its_slash() -> None:
    text = "# Olaria\n\n- forno\n\t- arquitetura mestre/escravo\n\t\t- mufla = caixa de barro que guarda o vaso\n"
    (concept,) = (c for c in read(text).concepts if c.term == "mufla")
    assert concept.place.context == "arquitetura mestre/escravo"


def test_what_shares_no_word_is_not_swapped() -> None:
    text = """# Olaria

## Fornos

**Prática**: conjunto de recursos da aldeia projetados para executar um trabalho ou alcançar um objetivo.
**Falha**: causa, ou causa potencial, de um ou mais vasos trincados.
**Erro conhecido**: problema que foi analisado, mas não resolvido.
"""
    assert not any(
        "O erro conhecido é um conjunto" in told or "A prática é um problema" in told for told in asserted(text)
    )


def test_a_description_is_no_order_and_has_no_slash() -> None:
    text = "# Olaria\n\n## Fornos\n\n" + "".join(
        f"- forno {name}: {told}\n"
        for name, told in (
            ("de campo", "usa lenha/carvão da mata do dono"),
            ("de câmara", "queima o vaso em duas câmaras de tijolo"),
            ("de túnel", "leva os vasos sobre vagões de ferro"),
            ("de cuba", "guarda o calor em cuba de barro grosso"),
            ("de mufla", "separa o fogo dos vasos com argila fina"),
            ("de poço", "esfria os vasos dentro de um poço fundo"),
        )
    )
    assert not described(text)


@pytest.mark.parametrize(
    ("plain", "spelled"),
    [("vitima", "vítima"), ("confiavel", "confiável"), ("usuario", "usuário"), ("hospede", "hóspede")],
)
def test_words_of_exams_get_their_accents(plain: str, spelled: str) -> None:
    assert accented(plain) == spelled


def test_what_a_subject_is_agrees_with_its_first_noun() -> None:
    text = "# Olaria\n\n## Fornos\n\n- marca sublinhada é fixa na peça; nome do vaso em itálico é abstrata\n"
    assert not any("nome do vaso" in told.lower() for told in asserted(text))
