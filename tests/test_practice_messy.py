"""What messy notes must not spoil: capitals, missing accents and definitions cut short."""

import pytest
from practice_notes import note, read

from tutor.practice.genders import Genders
from tutor.practice.knowledge import Clause, Pairing
from tutor.practice.sentences import say
from tutor.practice.shapes import Shape, shape_of, uncapitalized
from tutor.practice.titles import display_title
from tutor.practice.wording import clean_clause

GENDERS = Genders([])


def test_a_line_in_capitals_shows_no_acronym() -> None:
    assert display_title(note("CODIGO CIVIL - LEI 9\n\n# x\nA horta.", "Codigo civil.md")) == "Codigo civil"
    assert display_title(note("O SUS cuida da horta e o SUS paga.", "hortas do sus.md")) == "hortas do SUS"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("mantem a horta", "mantém a horta"),
        ("fluxo de streaming distribuido de dados", "fluxo de streaming distribuído de dados"),
        ("rede spanning tree media", "rede spanning tree media"),
    ],
    ids=["verb", "behind an English word", "English"],
)
def test_accents_are_put_back(text: str, shown: str) -> None:
    assert clean_clause(text) == shown


def test_a_definition_without_its_restriction_is_none() -> None:
    text = "* condomínio -> identidade de donos e de horta, mas a parte de um, por ser maior, abrange a do outro\n"
    assert not read(text).concepts
    assert read(text.replace(", mas a parte de um, por ser maior, abrange a do outro", "")).concepts


def test_a_verb_behind_a_purpose_makes_a_sentence() -> None:
    assert shape_of("tempo para alcançar uma horta depende da área e da bomba", GENDERS) is Shape.CLAUSE
    assert shape_of("tempo para alcançar uma horta e o canteiro", GENDERS) is Shape.NOUN


def test_a_participle_behind_a_full_stop_is_in_lower_case() -> None:
    assert uncapitalized("Apurada em doze meses") == "apurada em doze meses"
    assert uncapitalized("Machado de Assis") == "Machado de Assis"


def test_a_degree_behind_a_comma_has_its_preposition() -> None:
    clause = Clause("imagem estática, média ou alta fidelidade", Shape.NOUN)
    assert say("projeto", clause, GENDERS) == "O projeto é uma imagem estática, com média ou alta fidelidade"


def test_a_column_of_descriptions_is_no_subject() -> None:
    assert Pairing("atributo", "jardim", ()).compares
    assert not Pairing("atributo", "descrição", ()).compares


def test_an_address_in_brackets_is_no_field() -> None:
    (block,) = note("- a rede local não é roteada (FE80::/10)\n").blocks
    assert block.text == "a rede local não é roteada (FE80::/10)"
