"""Múltipla escolha, flashcards and open questions: stems, keys and distractors."""

import pytest
from practice_notes import HYPERVISORS, PORTS, by_aspect, material

from tutor.practice.drafts import Draft
from tutor.practice.flashcards import write_flashcards
from tutor.practice.likeness import gives_away
from tutor.practice.multiple_choice import write_multiple_choice
from tutor.practice.open_questions import write_open_questions
from tutor.practice.wording import without_article


@pytest.fixture(scope="module")
def choices() -> dict[tuple[str, ...], Draft]:
    made = material(HYPERVISORS)
    return by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))


def test_definition_to_term(choices: dict[tuple[str, ...], Draft]) -> None:
    draft = choices["termo", "hypercall"]
    assert draft.options[0] == "hypercall"
    assert "“Chamada ao hypervisor similar a uma syscall.”" in draft.prompt
    assert len(set(draft.options)) == 5


def test_term_to_definition_offers_definitions_of_one_shape(choices: dict[tuple[str, ...], Draft]) -> None:
    draft = choices["definição", "container"]
    assert draft.prompt.endswith("assinale a opção que apresenta corretamente a definição do container.".capitalize())
    assert draft.options[0] == "unidade de software que encapsula um aplicativo e suas dependências"
    assert "não exige modificação do SO hóspede" not in draft.options


def test_one_pair_matches(choices: dict[tuple[str, ...], Draft]) -> None:
    draft = choices["par", "hypercall"]
    assert draft.options[0] == "hypercall – chamada ao hypervisor similar a uma syscall"
    assert all(" – " in option for option in draft.options)


def test_exceptions_are_what_the_sibling_set_holds(choices: dict[tuple[str, ...], Draft]) -> None:
    draft = choices["exceto", "tipo 2 (hosted)"]
    assert draft.options[0] == "Citrix XenServer"
    assert set(draft.options[1:]) == {"VirtualBox", "QEMU", "VMware Player", "Parallels"}
    assert draft.prompt == (
        f"{draft.prompt.split(',')[0]}, o tipo 2 (hosted) abrange os itens apresentados nas opções a seguir, "
        "à exceção de um. Assinale-o."
    )


def test_products_named_under_both_types_spoil_nothing(choices: dict[tuple[str, ...], Draft]) -> None:
    for aspect in (("apenas", "tipo 1 (nativo)"), ("apenas", "tipo 2 (hosted)"), ("exceto", "tipo 2 (hosted)")):
        strangers = {claim.text for claim in choices[aspect].untrue}
        assert not any(name in text for text in strangers for name in ("VMware", "Hyper-V"))


def test_examples_are_asked_among_concepts_that_do_not_have_them(choices: dict[tuple[str, ...], Draft]) -> None:
    draft = choices["exemplo", "VMware"]
    assert draft.options[0] == "virtualização total"
    assert draft.prompt.endswith("VMware é citado como exemplo de")


def test_a_context_that_names_the_key_is_left_out() -> None:
    text = "".join(
        f"\t* {name} -> modelo criado {how}\n"
        for name, how in (
            ("FURPS", "na Hewlett-Packard"),
            ("ISO", "em Genebra"),
            ("McCall", "por um só autor"),
            ("Boehm", "mais tarde"),
            ("Dromey", "na Austrália"),
        )
    )
    made = material(f"* FURPS+\n{text}")
    asked = by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))
    assert "FURPS" not in asked["termo", "FURPS"].prompt


def test_descriptions_are_whole_clauses_that_fit_one_thing_only() -> None:
    made = material(
        "* maus cheiros\n\t* divergent change -> uma classe muda por vários motivos; sinal de coesão baixa\n"
        "\t* long method -> não é exclusivo da orientação a objetos\n"
        "\t* god object -> concentra quase todas as funções\n\t* lazy element -> faz pouco demais para existir\n"
        "\t* dead code -> nunca chega a ser executado\n\t* speculative generality -> atende casos que não existem\n"
    )
    asked = by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))
    assert "“Uma classe muda por vários motivos" in asked["termo", "divergent change"].prompt
    assert without_article("um ou mais caminhos") == "um ou mais caminhos"
    assert ("termo", "long method") not in asked


def test_the_incorrect_one_among_five_assertions(choices: dict[tuple[str, ...], Draft]) -> None:
    found = [draft for aspect, draft in choices.items() if aspect[0] == "INCORRETA"]
    assert found
    for draft in found:
        assert draft.change is not None
        assert draft.prompt.endswith("ssinale a opção INCORRETA.")
        assert all(option.endswith(".") for option in draft.options)


def test_values_of_a_table() -> None:
    made = material(PORTS)
    draft = by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))["atributo", "protocolo SSH", "Porta"]
    assert draft.prompt == "No que se refere às redes, assinale a opção que apresenta a porta do protocolo SSH."
    assert draft.options[0] == "22"
    assert set(draft.options[1:]) <= {"80", "53", "25", "21", "143"}


def test_no_distractors_no_question() -> None:
    made = material("* snapshot -> imagem instantânea do estado atual de uma VM\n")
    assert list(write_multiple_choice(made.part("nota.md"), made)) == []


def test_flashcards() -> None:
    made = material(HYPERVISORS)
    cards = by_aspect(list(write_flashcards(made.part("nota.md"), made)))
    assert cards["termo", "snapshot"].key == "Imagem instantânea do estado atual de uma VM, útil para backup."
    assert cards["termo", "snapshot"].prompt == "O que é snapshot?"
    asked = "Com relação aos tipos de hypervisors, o que o tipo 1 (nativo) abrange? (3 itens)"
    assert cards["lista", "tipo 1 (nativo)"].prompt == asked
    assert cards["lista", "tipo 1 (nativo)"].key == "VMware ESX; Microsoft Hyper-V; Citrix XenServer."
    cloze = cards["lacuna", "O tipo 1 (nativo) roda diretamente sobre o hardware"]
    assert (cloze.prompt, cloze.key) == ("Complete: O tipo 1 (nativo) roda diretamente sobre o _____.", "hardware")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("* prazo\n\t* O prazo do recurso ao juiz é de 15 (quinze) dias da decisão", "decisão"),
        ("* análise semântica -> consulta a tabela de símbolos do programa", "programa"),
    ],
    ids=["spelled out", "verb that may be a noun"],
)
def test_gaps_are_filled_by_what_the_rest_neither_tells_nor_leaves_open(text: str, key: str) -> None:
    made = material(text)
    (cloze,) = [draft for draft in write_flashcards(made.part("nota.md"), made) if draft.aspect[0] == "lacuna"]
    assert cloze.key == key


@pytest.mark.parametrize(
    ("term", "text", "given"),
    [
        ("desobediência", "desobedecer a ordem legal", True),
        ("chave primária", "atributo que é chave da linha", True),
        ("resistência", "opor-se a ato legal", False),
    ],
)
def test_definitions_that_repeat_their_term(term: str, text: str, given: bool) -> None:
    assert gives_away(term, text) is given


def test_rows_that_define_are_read_in_lower_case() -> None:
    made = material("| Ação | Definição |\n|---|---|\n| Saque | Cálculo dos meios de um objetivo |\n")
    assert made.part("nota.md").concepts[0].clauses[0].text == "cálculo dos meios de um objetivo"


def test_open_questions_have_the_facts_of_a_full_answer() -> None:
    made = material(HYPERVISORS)
    asked = by_aspect(list(write_open_questions(made.part("nota.md"), made)))
    draft = asked["lista", "vantagens da consolidação de servidores"]
    assert draft.prompt == "Enumere as vantagens da consolidação de servidores."
    assert draft.rubric == ("eficiência energética", "redução de custos")
    assert asked["conceito", "hypercall"].prompt == "Conceitue hypercall."


def test_definitions_that_share_but_their_article_are_not_compared() -> None:
    text = "A qualidade é a adequação ao uso dos dados.\n\nA linhagem é a análise da origem dos dados.\n"
    made = material(f"# Dados\n\n{text}")
    asked = by_aspect(list(write_open_questions(made.part("nota.md"), made)))
    assert not any(aspect[0] == "diferença" for aspect in asked)


def test_siblings_of_one_family_are_compared() -> None:
    made = material(
        "* chaves\n\t* chave primária -> identifica a tupla\n\t* chave estrangeira -> referencia outra tabela\n"
    )
    asked = by_aspect(list(write_open_questions(made.part("nota.md"), made)))
    draft = asked["diferença", "chave estrangeira", "chave primária"]
    assert draft.prompt == "Diferencie a chave primária da chave estrangeira."
    assert draft.rubric == (
        "Chave primária: identifica a tupla",
        "Chave estrangeira: referencia outra tabela",
    )
