"""What is not asked, or asked in quotes, because a reader who never saw the note could not be sure of it."""

import pytest

from tests.practice_notes import material, read
from tutor.practice.grammar.articles import subject_of, with_inner_articles
from tutor.practice.grammar.endings import is_elliptical
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import common_form
from tutor.practice.grammar.shapes import Shape, shape_of
from tutor.practice.grammar.spelling import written_out
from tutor.practice.grammar.splices import unspliced
from tutor.practice.grammar.wording import name_of
from tutor.practice.questions.flashcards import write_flashcards
from tutor.practice.questions.stems import cited
from tutor.practice.questions.values import question_about_value

GENDERS = Genders(["a inflação oficial", "o índice", "o juiz", "o prazo"])


def cards(text: str, path: str = "nota.md") -> dict[tuple[str, ...], str]:
    found = material(text, path)
    return {draft.aspect: draft.prompt for draft in write_flashcards(found.part(path), found)}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Redesconto", "“Redesconto”"),
        ("Open market", "“Open market”"),
        ("Surrogate key", "“Surrogate key”"),
        ("SLA", "SLA"),
        ("o depósito", "o depósito"),
        ("Kubernetes", "Kubernetes"),
    ],
)
def test_a_term_with_the_capital_of_its_line_is_quoted(name: str, shown: str) -> None:
    assert cited(name) == shown


@pytest.mark.parametrize("name", ["não concretista", "concretista geral", "garantista"])
def test_an_adjective_in_ista_is_no_name(name: str) -> None:
    assert is_elliptical(name)


def test_what_is_equated_with_another_heading_is_not_defined() -> None:
    name = "Corte dos ramos secos da copa"
    text = f"# Horta\n\n## {name}\n- poda verde: corte de folhas no verão\n- recusa de rega = {name}\n"
    assert ("termo", "recusa de rega") not in cards(text)


def test_a_list_with_an_english_name_that_could_be_a_heading_is_whole() -> None:
    items = "".join(f"\t* {name} -> guarda valores de cada canteiro\n" for name in ("counter", "gauge", "summary"))
    groups = read(f"# Horta\n\n* tipos de métrica\n{items}").groups
    assert [group.members for group in groups] == [("counter", "gauge", "summary")]


def test_a_name_that_one_line_has_in_lower_case_is_a_name() -> None:
    genders = Genders(["tipos do zabumbix", "medido pelo Zabumbix"])
    assert common_form("Zabumbix", genders) == "Zabumbix"


def test_an_english_word_before_another_has_no_accent() -> None:
    assert written_out("chaos engineering") == "chaos engineering"


def test_a_motive_is_no_thing() -> None:
    text = "# Feira\n\nMotivos da compra\n* precaução - enfrentar gastos inesperados\n* transação - pagar as compras\n"
    assert read(text).concepts == ()


def test_an_aside_behind_a_conjunction_does_not_end_the_clause() -> None:
    text = "fixa o prazo ao juiz e, se não cumprido, decide"
    assert unspliced(text, GENDERS) == [text]


def test_a_participle_of_another_gender_is_of_another_thing() -> None:
    assert unspliced("inflação oficial, calculado pelo instituto", GENDERS) == [
        "inflação oficial",
        "calculado pelo instituto",
    ]


def test_a_verb_behind_what_is_left_out_has_another_subject() -> None:
    text = "# Feira\n\n- depósito compulsório -> parcela que se recolhe ao banco. Aumento -> reduz a oferta de moeda\n"
    [concept] = read(text).concepts
    assert [clause.text for clause in concept.clauses] == ["parcela que se recolhe ao banco"]


@pytest.mark.parametrize("name", ["tail-based", "event-driven"])
def test_an_english_adjective_is_no_term(name: str) -> None:
    assert read(f"# Feira\n\n- amostra\n\t- {name} -> decide depois de ver a fila toda\n").concepts == ()


def test_a_sentence_keeps_its_article() -> None:
    assert subject_of("juiz", GENDERS) == "o juiz"


def test_a_line_that_leads_a_list_is_no_end_of_a_definition() -> None:
    told = "rodízio: uso de uma parcela de terra por vez para que as demais descansem"
    lines = f"adubo: matéria que nutre a planta\n\n{told}\nformas de poda\n- seca: feita no inverno\n"
    assert not any("formas" in clause.text for c in read(f"# Horta\n\n{lines}").concepts for clause in c.clauses)


def test_an_object_has_one_article() -> None:
    assert with_inner_articles("elimina uma das pragas da horta", GENDERS) == "elimina uma das pragas da horta"
    assert with_inner_articles("abrir mão da horta", Genders(["a mão"])) == "abrir mão da horta"


def test_an_english_sentence_on_another_thing_is_no_definition() -> None:
    lines = "- cluster: whole groups are chosen at random by the owner\n- plot: piece of land where the plants grow\n"
    text = f"# Gardens\n\n{lines}"
    assert set(cards(text)) == {("termo", "plot")}


def test_what_goes_on_with_an_act_is_not_what_a_thing_is() -> None:
    text = "# Horta\n\n- instrução: forma mais simples, definição de metas e aplicação de regras\n"
    assert cards(text) == {}


def test_a_value_that_a_trait_follows_is_no_list() -> None:
    rows = "| Alfa | big data, rápido |\n| Beta | fotos, vídeos |\n"
    values = [found.value for found in read(f"# Formatos\n\n| Formato | Uso |\n|---|---|\n{rows}").attributes]
    assert values == ["big data, rápido", "fotos e vídeos"]


def test_an_aside_behind_but_does_not_end_the_clause() -> None:
    text = "não pode ser exigida em juízo, mas, se paga, não cabe repetição"
    assert unspliced(text, GENDERS) == [text]


def test_a_label_of_several_names_lists_none_of_them() -> None:
    assert read("# Horta\n\n* juros legais, perdas e danos { dano emergente, lucro cessante, multa }\n").groups == ()


def test_a_picture_is_no_part_of_a_name() -> None:
    assert name_of("Controle 📊") == "Controle"


def test_a_kind_is_what_a_plural_names() -> None:
    text = "# Horta\n\n{}\n* savepoint -> cópia manual do canteiro feita na seca\n* snapgrid -> cópia da horta\n"
    assert {c.term for c in read(text.format("estados")).concepts} == {"estado savepoint", "estado snapgrid"}
    assert {c.term for c in read(text.format("estado")).concepts} == {"savepoint", "snapgrid"}


def test_a_word_in_capitals_beside_acronyms_is_one_of_them() -> None:
    items = "".join(f"\t* {name} -> chama quem cuida da horta\n" for name in ("CONVITE", "ACK", "BYE"))
    assert "CONVITE" in {c.term.split()[-1] for c in read(f"# Horta\n\n* métodos\n{items}").concepts}


def test_latin_has_no_accents() -> None:
    assert written_out("analogia juris") == "analogia juris"


def test_a_law_is_applicable_to_and_not_of() -> None:
    rows = "| Sucessão | último domicílio |\n| Bens | lugar do registro |\n"
    found = read(f"# Normas\n\n| Matéria | Lei aplicável |\n|---|---|\n{rows}").attributes
    assert [question_about_value(attribute, GENDERS) for attribute in found] == [""] * len(found) != []


def test_what_a_thing_is_to_another_does_not_define_it() -> None:
    assert read("# Serviço\n\nA ausência injustificada é fator de desmoralização do serviço.\n").concepts == ()


def test_a_trait_is_no_definition() -> None:
    lines = "* janela corrida -> tamanho fixo, sem sobreposição de dados\n* lote -> grupo de dados recebidos no dia\n"
    text = f"# Fluxo\n\n{lines}"
    assert set(cards(text)) == {("termo", "lote")}


def test_an_adjective_of_other_endings_is_no_name() -> None:
    assert is_elliptical("tácita")


def test_what_is_done_and_what_is_not_are_one_phrase() -> None:
    assert shape_of("despesa liquidada e não paga", GENDERS) is not Shape.CLAUSE


def test_a_condition_for_another_thing_does_not_define() -> None:
    assert read("# Horta\n\nO plano de rega é condição para o acesso a recursos da União.\n").concepts == ()


@pytest.mark.parametrize("told", ["the more, the better for all", "expected, cause anger in all when missing"])
def test_an_english_saying_is_no_definition(told: str) -> None:
    text = f"# Gardens\n\n- speed: {told}\n- plot: piece of land where the plants grow\n"
    assert set(cards(text)) == {("termo", "plot")}


def test_a_clause_is_no_option() -> None:
    text = "# Horta\n\n- algo que se planta: semente ou muda da feira\n- adubo: matéria que nutre a planta\n"
    found = material(text)
    [adubo] = [concept for concept in found.part("nota.md").concepts if concept.term == "adubo"]
    assert found.near(adubo) == []


def test_a_word_of_the_dictionary_needs_a_context() -> None:
    text = "- **State**: altera o comportamento do objeto em execução\n- **DNS**: resolve nomes de máquinas da rede\n"
    assert set(cards(text, "aula 3.md")) == {("termo", "DNS")}
