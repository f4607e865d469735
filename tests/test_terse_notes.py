"""Notes written for oneself: symbols before names, fields with terms, signs as bullets, sections with pages."""

import pytest

from tutor.answering.evidence import Library
from tutor.answering.extractive import answer_from_notes, inquire, propose
from tutor.answering.groups import groups_of
from tutor.answering.question import read_question
from tutor.language import accented
from tutor.notes.outline import parse_note
from tutor.notes.sentences import split_sentences
from tutor.notes.statements import read_statement
from tutor.types import Form, Marker, Note

NOTE = """\
# Marcenaria

P = prancha = tábua larga e grossa

- serrote de costa -> corta reto
	+ não trinca
	+ { leve, barato }
	- exige força
	- cansa

## Colas
- cola branca
	- ex: cadeira de pinho
- encaixes
	- tipo: de topo
		ex: moldura de quadro

- lixa fina: grão acima de 220

## Oficina de Itu (pp. 88–95)
A bancada de faia pesa muito.

## Torno
O torno gira a peça de bordo.

![[manual_do_torno.pdf#page=12]]

## Acabamentos
fosco -> some com a luz
brilhante -> reflete a luz
acetinado -> reflete um pouco

! encerado é coisa antiga

+ { protege, realça }

## Medidas
medidas
- 180 -> grão para pintura
- raízes: finas (broto, pelo) e grossas (cepa, tora)

este -> perto do cepo
esse -> longe do cepo

P: Quem inventou a tupia? R: Leroy, na vila

lançamento: a plaina saiu em 1930; a tupia veio depois
"""


def note(text: str) -> Note:
    return parse_note("nota.md", text)


def claimed(library: Library, question: str) -> str:
    return " ".join(claim.text for claim in propose(inquire(read_question(question), library)).claims)


@pytest.mark.parametrize(
    ("text", "terms", "definition"),
    [
        ("J = juros = remuneração do capital", ("J = juros", "J", "juros"), "remuneração do capital"),
        (
            "M = montante, valor futuro = C + J",
            ("M = montante, valor futuro", "M", "montante", "valor futuro"),
            "C + J",
        ),
        ("x = 2 = y", ("x",), "2 = y"),
        ("a = b = c", ("a",), "b = c"),
    ],
)
def test_what_a_symbol_stands_for_is_a_name_too(text: str, terms: tuple[str, ...], definition: str) -> None:
    statement = read_statement(text)
    assert (statement.terms, statement.definition) == (terms, definition)


def test_a_term_in_bold_behind_an_equals_sign_is_what_is_defined() -> None:
    (block,) = note("- motivo + objeto = **mérito** (onde há escolha)\n").blocks
    assert (block.statement.label, block.statement.definition) == ("mérito", "motivo + objeto")
    (plain,) = note("- motivo + objeto = mérito do ato\n").blocks
    assert plain.statement.label == "motivo + objeto"


def test_brackets_between_a_term_in_bold_and_its_sign_belong_to_the_term() -> None:
    (block,) = note("- **proveniência** (respeito aos fundos): não misturar acervos\n").blocks
    assert (block.statement.label, block.statement.definition) == (
        "proveniência (respeito aos fundos)",
        "não misturar acervos",
    )


@pytest.mark.parametrize(
    ("line", "label", "form"),
    [
        ("princ:: **unicidade**: cada documento é único", "unicidade", Form.FIELD),
        ("princ:: **unicidade** (só um): cada documento é único", "unicidade (só um)", Form.FIELD),
        ("ano:: **1956**", "ano", Form.FIELD),
    ],
)
def test_a_field_whose_value_begins_with_a_term_defines_it(line: str, label: str, form: Form) -> None:
    (block,) = note(f"{line}\n").blocks
    assert (block.statement.label, block.statement.form) == (label, form)


def test_signs_as_bullets_mark_advantages_and_disadvantages() -> None:
    marked = {block.text: block.statement.marker for block in note(NOTE).blocks}
    assert marked["não trinca"] is marked["{ leve, barato }"] is Marker.ADVANTAGE
    assert marked["exige força"] is marked["cansa"] is Marker.DISADVANTAGE
    assert marked["cola branca"] is None


@pytest.mark.parametrize(
    "text", ["+ um\n+ dois\n+ três\n", "- um\n+ dois: mais um\n- três\n", "+ um\n- dois\n- três\n- quatro\n"]
)
def test_bullets_that_only_look_like_signs_mark_nothing_against_a_thing(text: str) -> None:
    blocks = note(f"# Lista\n- dono\n{''.join(f'  {line}' for line in text.splitlines(keepends=True))}").blocks
    assert Marker.DISADVANTAGE not in {block.statement.marker for block in blocks}
    if "- " not in text:
        return
    assert {block.statement.marker for block in blocks if block.statement.terms} <= {None}


def test_plus_as_the_only_bullet_of_a_note_is_no_sign() -> None:
    assert {block.statement.marker for block in note("+ um\n+ dois\n").blocks} == {None}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("SAC – amort. constante e juros decrescentes", 1),
        ("Latrocínio não vai a júri (Súm. 603).", 1),
        ("A terra girava. a lua também.", 2),
        ("Saiu em maio. 3 ramos ficaram.", 2),
        ("Começa a 150 °C. O breu derrete depois.", 2),
        ("A tora tem 30 m. O torno gira.", 2),
        ("É de J. R. Lima o torno.", 1),
    ],
)
def test_words_cut_short_end_no_sentence(text: str, count: int) -> None:
    assert len(split_sentences(text)) == count


@pytest.mark.parametrize(
    ("folded", "written"), [("patrimonio", "patrimônio"), ("tambem", "também"), ("academico", "acadêmico")]
)
def test_accents_are_put_back_as_brazil_writes_them(folded: str, written: str) -> None:
    assert accented(folded) == written


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("exemplo de cola branca", "cadeira de pinho"),
        ("me dá um exemplo prático de encaixe", "moldura de quadro"),
        ("um exemplo de lixa fina", "grão acima de 220"),
        ("este x esse", "perto do cepo"),
        ("este x esse", "longe do cepo"),
        ("quais as vantagens do serrote de costa?", "não trinca"),
        ("quais as desvantagens do serrote de costa?", "exige força"),
        ("quantas medidas para pintura?", "**180**"),
        ("broto é que tipo de raiz?", "finas (broto, pelo)"),
        ("quem inventou a tupia?", "**Leroy**"),
        ("quando foi o lançamento da plaina?", "**1930**"),
    ],
)
def test_terse_lines_are_claimed(library: Library, question: str, said: str) -> None:
    assert said in claimed(library, question)


def test_lines_below_a_heading_are_its_list_beside_bare_sets_and_but_for_warnings(library: Library) -> None:
    outline = library.outline("nota.md")
    (heading,) = (block for block in outline.note.blocks if block.text == "Acabamentos")
    (group,) = (found for evidence in outline.of(heading) for found in groups_of(evidence))
    assert [name for name, _ in group.parts] == ["fosco", "brilhante", "acetinado"]


def test_small_words_compared_are_answered_by_their_names_or_not_at_all(library: Library) -> None:
    assert answer_from_notes(read_question("este x esse"), library).answer.answered
    assert not answer_from_notes(read_question("isto x aquilo"), library).answer.answered
    assert not answer_from_notes(read_question("me ajuda"), library).answer.answered
