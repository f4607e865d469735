"""What readers of sixteen new notes found wrong or unnatural: stressed words, conditions, idle keys, lost subjects."""

import pytest
from practice_notes import asked, fact, material, read, said

from tutor.practice.grammar.articles import subject_of, with_subject_article
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.wording import clean_clause
from tutor.practice.questions.falsify import exceptions
from tutor.practice.questions.multiple_choice import write_multiple_choice


def defining(line: str, title: str = "Olaria", heading: str = "Fornos") -> list[str]:
    """Return what asks for a definition."""
    openings = ("Conceitue", "Caracterize", "O que caracteriza", "O que se entende")
    return [p for p in asked(f"# {title}\n\n## {heading}\n\n{line}\n") if p.startswith(openings)]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a OU ou o domínio não herda as regras", "a OU ou o domínio não herda as regras"),
        ("aplica as regras conforme a OU do vaso", "aplica as regras conforme a OU do vaso"),
        ("o vaso ou o pote DO dono não herda", "o vaso ou o pote do dono não herda"),
        ("vale OU não vale para o dono", "vale ou não vale para o dono"),
        ("o NOME do vaso não fica no forno", "o nome do vaso não fica no forno"),
        ("a BASE é um modelo de consistência", "a BASE é um modelo de consistência"),
    ],
)
def test_an_acronym_keeps_its_capitals_and_a_stressed_word_does_not(written: str, shown: str) -> None:
    assert clean_clause(written) == shown


def test_by_its_turn_is_left_out_with_its_commas() -> None:
    assert clean_clause("A massa, por sua vez, veda a queima") == "A massa veda a queima"
    assert clean_clause("Por sua vez, a massa veda a queima") == "a massa veda a queima"


@pytest.mark.parametrize(
    "line",
    [
        "- **Mestre da Massa**: responde pela massa do dia e por mexer a argila como no guia",
        "- **forno de Hoffmann** -> é o caso extremo em que k é igual ao número de vasos",
        "- DMZ -> rede entre interna e externa, com os vasos da rua",
    ],
)
def test_what_leaves_out_a_noun_defines_nothing(line: str) -> None:
    assert defining(line) == []


def test_no_article_stands_before_a_conjunction() -> None:
    genders = Genders(["o vaso racha como tijolo, como pote e como telha"])
    text = "Como eleva os erros ao quadrado, o MSE pune mais os erros grandes"
    assert with_subject_article(text, genders) == text


@pytest.mark.parametrize(
    "line",
    [
        "O forno contínuo não precisa manter na massa os pedaços que não são usados.",
        "- forno contínuo -> quebra se o dono sumir da olaria",
        "O forno contínuo resolve, mas exige lenha seca em tempo de queima.",
        "Em forno de barro o acréscimo vai a 50% do preço.",
        "- **Queima ativa**: o oleiro divulga o preço sem ninguém pedir.",
        "O forno contínuo custa CPU e exige lenha seca.",
        "O forno contínuo pode mexer direto na massa do oleiro.",
    ],
)
def test_a_students_words_are_not_asserted(line: str) -> None:
    assert not said(f"# Olaria\n\n## Fornos\n\n{line}\n")


@pytest.mark.parametrize(
    "line", ["LRU -> sai a que está há mais tempo sem uso", "MRU -> entra o que chegou por último"]
)
def test_an_inverted_subject_without_its_noun_describes_nothing(line: str) -> None:
    assert not read(f"# Olaria\n\n## Fornos\n\n- {line}\n").concepts


def test_a_condition_in_brackets_is_not_left_out() -> None:
    line = "Vício de competência (se não for exclusiva) e vício de forma (se não for da massa) são convalidados."
    assert not said(f"# Olaria\n\n## Vícios\n\n{line}\n")
    assert clean_clause("a massa seca (exceto a do dono da olaria da rua de cima) racha") == ""
    assert clean_clause("a massa seca (que é a mais comum de todas elas) racha") == "a massa seca racha"


def test_two_subjects_have_both_articles_or_neither() -> None:
    assert not any(
        s.startswith("O vício") for s in said("# Olaria\n\n## Vícios\n\nVício de massa e vício de forma podem cair.\n")
    )


def test_a_bare_symbol_is_no_subject() -> None:
    text = "# Olaria\n\n## Reta\n\nNa regressão linear simples, R² é o quadrado de r. Na reta, β mede o corte.\n"
    assert not said(text)


@pytest.mark.parametrize(
    "name", ["Scrum Master", "Product Owner", "RID Master", "Domain Naming Master", "PDC Emulator"]
)
def test_an_english_role_takes_the_masculine_article(name: str) -> None:
    assert subject_of(name, Genders()) == f"o {name}"
    assert defining(f"- {name} -> controla as queimas da semana no forno")[0] == f"O que caracteriza o {name}?"


@pytest.mark.parametrize("name", ["Karl Popper", "Sprint Review", "Valor Interior"])
def test_a_person_or_another_name_takes_no_article_of_a_role(name: str) -> None:
    assert subject_of(name, Genders()) != f"o {name}"


@pytest.mark.parametrize(
    "line",
    [
        "- phishing -> e-mail falso em massa",
        "- Domain Naming Table → inclusão e remoção de domínios",
        "- big kiln -> byte mais significativo no menor vaso",
    ],
)
def test_a_few_words_that_make_no_sentence_are_not_asked_for(line: str) -> None:
    assert defining(line) == []


def test_no_exception_of_a_denial_is_taken_back() -> None:
    denied = "A queima não serve para vasos da rua nem para potes, salvo os potes comuns da aldeia"
    assert not list(exceptions(fact(denied)))
    assert list(exceptions(fact(denied.replace("não serve", "serve").replace(" nem ", " e "))))


def test_a_property_of_the_headings_subject_is_no_term() -> None:
    assert defining("Método evolutivo: começa com o que já existe no forno.") == []
    assert defining("Método evolutivo: modo de queimar o vaso aos poucos no forno.") != []


REGISTERS = """- forno
\t- tanques -> parte de barro que guarda a água da massa
\t\t- PC -> endereço da próxima fornada que vai sair
\t\t- IR -> guarda a fornada que está sendo queimada
\t\t- MAR -> endereço que vai ser lido ou escrito na massa
\t\t- MBR -> tanque que recebe o que veio da massa
"""


def test_a_thing_of_a_sort_is_not_said_to_be_what_it_holds() -> None:
    told = " ".join(asked(f"# Olaria\n\n{REGISTERS}").values()) + " ".join(said(f"# Olaria\n\n{REGISTERS}"))
    assert "é um endereço" not in told
    assert "é o endereço" not in told
    assert "Tanque que recebe" in told


def test_a_list_and_the_name_above_it_are_not_joined() -> None:
    text = (
        "# Olaria\n\n- endereço frio -> o que chega na boca do forno\n\t- tanques { base, limite, topo } -> proteção\n"
    )
    assert not read(text).groups


def test_a_part_of_something_comprises_nothing() -> None:
    text = "# Olaria\n\n## Fornos\n\n- entrada da tabela { número do vaso, bit de queima, proteção }\n"
    assert not read(text).groups


def test_what_a_description_is_of_is_asked_among_the_terms_of_its_section() -> None:
    text = """# Navios

## Casco

- **ECB**: estrutura longa que sustenta o casco do barco
- **CBC**: parte dianteira do casco do barco de pesca
- **GCM**: zona do casco que fica debaixo da água

## Vela

- **ECC**: coluna vertical em que as velas são presas
- **RSA**: haste que prende a parte de baixo da vela ao mastro
"""
    made = material(text)
    asked_for = {draft.aspect for draft in write_multiple_choice(made.part("nota.md"), made)}
    assert ("termo", "ECB") not in asked_for
