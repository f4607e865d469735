"""What is said in class and no board writes: words that lean on others, hedges, run-on clauses, lists read as pairs."""

import pytest
from practice_notes import asked, asserted, fact, read

from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import common_form
from tutor.practice.grammar.standalone import stands_alone
from tutor.practice.grammar.wording import clean_clause
from tutor.practice.questions import falsify


@pytest.mark.parametrize(
    "sentence",
    [
        "Alguns são universais, como o oleiro e o dono do forno",
        "Outras não precisam de licença do dono do forno",
        "Nas queimas, a primeira segura as outras duas até o forno esfriar",
        "O mestre queima antes e as demais esperam a lenha secar",
        "O ônus de provar que foi queimado corretamente é do oleiro",
        "A olaria descritiva resume e apresenta os vasos que tenho em mãos",
        "Para mim, o forno fechado é o melhor de usar",
        "Queima é praticamente qualquer operação com o barro, da coleta à venda",
        "O forno é basicamente uma câmara fechada de tijolo",
        "A queima lenta é o que os fornos atuais fazem",
        "Somar constante não altera a altura nem a largura do vaso",
    ],
)
def test_what_leans_on_others_or_hedges_is_left_out(sentence: str) -> None:
    assert not stands_alone(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Alguns fornos são universais, como o da olaria de Ana",
        "A primeira queima segura as outras duas queimas do forno",
        "O oleiro deve provar que foi feita a queima do vaso",
        "O oleiro deve provar que o vaso foi queimado no forno",
        "Somar constantes não altera a altura nem a largura do vaso",
        "O dono é quem responde pelos vasos da olaria",
    ],
)
def test_what_says_of_what_it_tells_stays(sentence: str) -> None:
    assert stands_alone(sentence)


def test_a_field_beside_others_of_its_name_heads_none_of_them() -> None:
    text = """# Olaria

## Como funciona o forno?

def:: **grelha**: tudo ou nada.
def:: **câmara**: leva o barro de um estado cru a outro firme.
def:: **chaminé**: um forno não enxerga a fumaça parcial do outro.

## Outra parte

def:: **barro**: terra que seca.
"""
    assert not any("grelha" in concept.place.heading for concept in read(text).concepts if concept.term != "grelha")


@pytest.mark.parametrize(
    "table",
    [
        """| Sistema de queima (4) | Modelo de queima (3) |
|---|---|
| Abordagem lenta | Aberto e flexível |
| Sistema de queima dinâmico | Alinhado aos principais padrões |
| Queima distinta da secagem | Baseado em forno |""",
        """| Sistema de queima | Modelo de queima |
|---|---|
| Abordagem lenta | Aberto e flexível |
| Sistema de queima dinâmico | Alinhado aos principais padrões |
| Queima distinta da secagem | |
| Queima de ponta a ponta | |""",
    ],
)
def test_lists_side_by_side_pair_nothing(table: str) -> None:
    assert not read(f"# Olaria\n\n## Princípios\n\n{table}\n").attributes


def test_an_apposition_without_its_article_is_not_asked() -> None:
    text = "# Olaria\n\n## Forno\n\n- boca: porta de entrada do forno de barro, única que fala direto com o oleiro\n"
    assert not asked(text)
    assert not asserted(text)


def test_an_english_clause_defines_nothing() -> None:
    line = "- canary: a small share of the potters gets the new kiln first"
    assert not asked(f"# Kilns and the potters\n\n## Release strategies of the shop\n\n{line}\n")


def test_a_name_of_the_rest_is_not_asked() -> None:
    line = "- Outros fornos: o forno de tijolo dá calor estável e seco a cada vaso da olaria"
    assert not asked(f"# Olaria\n\n## Fornos\n\n{line}\n")


@pytest.mark.parametrize(
    "sentence",
    [
        "O forno foca em vasos grandes, no inverno não serve para tijolo",
        "O oleiro toma o barro e o ajudante espera um ciclo, não é pausa",
    ],
)
def test_no_denial_is_taken_from_a_clause_that_nothing_joins(sentence: str) -> None:
    assert not list(falsify.negations(fact(sentence)))


@pytest.mark.parametrize(
    "sentence",
    ["No forno frio de Ana, o barro não serve para telha", "O barro que seca antes, já firme, não serve para telha"],
)
def test_a_denial_behind_what_sets_the_scene_is_taken_back(sentence: str) -> None:
    assert list(falsify.negations(fact(sentence)))


def test_a_clause_that_runs_on_is_not_asserted() -> None:
    line = "- RDB -> oleiro leva o barro entre roda e forno, CPU só programa no início e recebe o vaso no final"
    assert not asked(f"# Olaria\n\n## Modos de queima\n\n{line}\n")


def test_a_proper_noun_keeps_its_capital_before_what_qualifies_it() -> None:
    assert common_form("Harvard modificada", Genders()) == "Harvard modificada"
    assert common_form("Bomba lógica", Genders()) == "bomba lógica"


def test_a_member_is_named_as_the_list_above_it_does() -> None:
    text = """# Olaria

## Queima

equipe de queima -> integrante requisitante, integrante técnico, integrante administrativo
- requisitante: conhece o forno e vem da área que usa o vaso
- técnico: servidor da área de queima que conhece o barro
"""
    terms = {concept.term for concept in read(text).concepts}
    assert "integrante requisitante" in terms
    assert not any(term.startswith("equipe") for term in terms)


def test_what_has_to_be_so_is_a_duty() -> None:
    assert clean_clause("condição que cada vaso tem que satisfazer") == "condição que cada vaso deve satisfazer"
    assert clean_clause("o vaso não tem que secar antes") == "o vaso não tem que secar antes"


def test_no_sort_is_taken_from_a_heading_whose_list_is_mixed() -> None:
    text = """# Linguagem

- Bibliotecas
\t- NumPy -> arranjos de várias dimensões com elementos do mesmo tipo
\t- web { Django, Flask }
\t- pip -> instala pacotes de um repositório na máquina local
"""
    assert not any(concept.term.startswith("biblioteca") for concept in read(text).concepts)


def test_what_one_product_does_marks_no_general_name() -> None:
    line = "- Acesso à câmara: o Kilnia usa uma porta lateral de tijolo, que tenta evitar a perda de calor"
    assert not any("caracteriza" in prompt for prompt in asked(f"# Olaria\n\n## Fornos\n\n{line}\n"))


def test_a_denial_that_a_comma_alone_joins_is_not_asserted() -> None:
    text = "# Olaria\n\n## Fornos\n\nReFS foca em vasos e potes enormes, no Server 2019 não serve para tijolo.\n"
    assert not asserted(text)


def test_what_is_transferred_is_told() -> None:
    assert not stands_alone("No forno duplo, o oleiro transfere direto entre a roda e a câmara")
    assert stands_alone("No forno duplo, o oleiro transfere o vaso direto da roda para a câmara")
