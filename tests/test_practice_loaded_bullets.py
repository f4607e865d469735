"""Names and clauses of bullets that say several things: what they are called, asked by and turned round into."""

import pytest
from practice_notes import by_aspect, material, read

from tutor.practice.grammar.labels import needs_complement
from tutor.practice.grammar.shapes import Shape
from tutor.practice.grammar.wording import clauses, clean_clause, name_of
from tutor.practice.history.plainness import _is_loose
from tutor.practice.questions.drafts import Draft
from tutor.practice.questions.falsify import denials, inversions, negations, renumberings
from tutor.practice.questions.flashcards import write_flashcards
from tutor.practice.questions.multiple_choice import write_multiple_choice
from tutor.practice.questions.open_questions import write_open_questions
from tutor.practice.questions.stems import as_object
from tutor.practice.reading.knowledge import GroupKind


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("IV/VI - item da vila", "IV (item da vila)"),
        ("AVN - Acordo de Venda/ACV", "AVN (Acordo de Venda)"),
        ("TCP/IP - pilha da vila", "TCP/IP (pilha da vila)"),
        ("olaria (Rosa Lima, a partir de Itu)", "olaria"),
        ("olaria 1.3 (RFC 84, 2018)", "olaria 1.3"),
        ("levante (1935)", "levante (1935)"),
        ("forno (mufla, estufa)", "forno (mufla, estufa)"),
    ],
)
def test_a_name_is_shown_without_its_double_and_its_source(label: str, name: str) -> None:
    assert name_of(label) == name


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            "zelo para guardar a água, poupar lenha, manter o forno",
            "zelo para guardar a água, poupar lenha e manter o forno",
        ),
        ("zelo para guardar a água, que é pouca", "zelo para guardar a água, que é pouca"),
        ("lista que a banca cobra sempre", ""),
        ("lido do lado oposto, cuidado com a vila", ""),
        ("macete dos vasos", ""),
    ],
)
def test_a_clause_is_shown_as_an_exam_writes_it(written: str, shown: str) -> None:
    assert clean_clause(written) == shown


@pytest.mark.parametrize(("name", "needs"), [("casos de uso", True), ("casos de fuga", False), ("tipos", True)])
def test_uses_are_of_something(name: str, needs: bool) -> None:
    assert needs_complement(name) is needs


def test_a_name_is_asked_about_with_its_article_or_in_quotes() -> None:
    genders = material("* o forno de barro é bom\n").genders
    assert as_object("forno de barro", genders) == "o forno de barro"
    assert as_object("HBase", genders) == "HBase"
    assert as_object("stateful", genders) == "“stateful”"


def test_what_a_difference_is_owns_no_list() -> None:
    found = read("# Olaria\n* giro de vila\n\t* é diferente de giro de feira -> fases { centrar, abrir, subir }\n")
    assert not found.groups


def test_members_are_shown_without_how_many_there_are_of_each() -> None:
    found = read("# Olaria\n* grupos de vasos da vila { talhas (2), moringas (24), tigelas (10) }\n")
    assert [group.members for group in found.groups] == [("talhas", "moringas", "tigelas")]


def turned(text: str) -> set[str]:
    facts = read(f"# Olaria\n{text}\n").facts
    return {changed for fact in facts for make in (denials, negations, inversions) for changed, _ in make(fact)}


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("* moringa -> precisa de lenha seca de carvalho", True),
        ("* moringa -> precisa de lenha de carvalho e de água", False),
        ("* termo de barro -> proíbe formalmente o vaso da vila velha", True),
        ("* termo de barro -> proíbe formalmente o vaso da vila velha e dá poder ao oleiro", False),
        ("A tampa de barro cobre o vaso enquanto não há panela de ferro.", False),
        ("A tampa de barro não cobre o vaso de ferro da vila velha.", True),
    ],
)
def test_what_is_joined_or_subordinate_is_not_denied(text: str, made: bool) -> None:
    assert bool(turned(text)) is made


def test_no_number_is_set_beyond_the_scale_it_stands_on() -> None:
    facts = read(
        "# Olaria\n\nO vaso bom é aquele que soma 80 pontos ou mais na escala da vila, que vai até 100.\n"
    ).facts
    made = [changed for fact in facts for changed, _ in renumberings(fact)]
    assert made
    assert not any("120" in changed for changed in made)


def test_a_temperature_ends_a_sentence() -> None:
    assert clauses("escurecimento do barro perto de 150 °C. O forno esfria") == (
        "escurecimento do barro perto de 150 °C",
        "O forno esfria",
    )


def opened(text: str) -> dict[tuple[str, ...], Draft]:
    made = material(text)
    return by_aspect([*write_open_questions(made.part("nota.md"), made), *write_flashcards(made.part("nota.md"), made)])


@pytest.mark.parametrize(
    ("line", "defined"),
    [
        ("talha { alta, baixa } -> rol de vasos de barro que guarda a água da vila", False),
        ("talha -> vaso grande de barro que guarda a água da vila { alta, baixa }", True),
        ("talha -> vaso grande de barro { alto, baixo } em toda a vila", False),
    ],
)
def test_what_is_told_behind_a_set_defines_nothing(line: str, defined: bool) -> None:
    assert (("termo", "talha") in opened(f"# Olaria\n* {line}\n")) is defined


@pytest.mark.parametrize(
    ("line", "led"),
    [
        ("oleiro -> cobra o vaso e pede resgate { dinheiro, lenha, barro }", False),
        ("o oleiro promove { venda, troca, feira }", True),
    ],
)
def test_a_sentence_goes_on_in_a_set_only_where_it_is_left_open(line: str, led: bool) -> None:
    assert any(group.kind is GroupKind.LEAD for group in read(f"# Olaria\n* {line}\n").groups) is led


def test_a_list_is_named_without_what_is_said_of_it() -> None:
    found = read("# Olaria\n* 4 condições de Lima (1971), todas simultâneas { zelo, ordem, calma, paz }\n")
    assert [group.label for group in found.groups] == ["condições de Lima"]


@pytest.mark.parametrize(
    ("asked", "members", "loose"),
    [
        ("Enumere os estágios clássicos.", ("giro", "queima", "venda"), True),
        ("Enumere os estágios da queima.", ("giro", "queima", "venda"), False),
        ("Enumere os fornos da vila.", ("Bento", "Rosa (alto)", "velho"), True),
    ],
)
def test_lists_of_names_or_of_nothing_wait(asked: str, members: tuple[str, ...], loose: bool) -> None:
    assert _is_loose(asked, members) is loose


def test_a_plural_is_not_defined_by_one_thing_unless_it_is_of_many() -> None:
    told = opened(
        "# Olaria\n* áreas de queima -> lugar de barro que recebe a lenha da vila\n"
        "* peças de torno -> conjunto de vasos feitos com barro cinza\n"
    )
    assert ("conceito", "áreas de queima") not in told
    assert ("conceito", "peças de torno") in told


def test_values_are_no_options_beside_what_is_defined() -> None:
    defined = "".join(
        f"* {name} -> {text}\n"
        for name, text in (
            ("talha", "vaso grande de barro que guarda água"),
            ("moringa", "vaso de gargalo fino que refresca a bebida"),
            ("cumbuca", "bacia rasa de barro que serve a comida"),
            ("tigela", "prato fundo de louça que leva a sopa"),
        )
    )
    made = material(f"# Olaria\n{defined}* fundador -> Rosa Lima\n")
    asked = by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))
    assert ("termo", "talha") not in asked
    made = material(f"# Olaria\n{defined}* panela -> vaso baixo de ferro que coze o feijão\n")
    asked = by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))
    assert ("termo", "talha") in asked


def test_of_two_counted_names_the_last_is_that_of_the_list() -> None:
    found = read("# Olaria\n* 12 regras, 3 fases de queima { secar, subir, soltar }\n")
    assert [group.label for group in found.groups] == ["fases de queima"]


@pytest.mark.parametrize(("section", "lists"), [("torno", ["perdas do torno"]), ("segurança", [])])
def test_a_quality_owns_no_list(section: str, lists: list[str]) -> None:
    found = read(f"# Olaria\n* {section}\n\t* perdas {{ trinca, bolha, mancha }}\n")
    assert [group.label for group in found.groups] == lists


def test_a_limit_defines_nothing_whatever_stands_in_brackets() -> None:
    (concept,) = read("# Olaria\n* TALHA32 -> vaso de no máximo 4 litros (menos um copo); usa barro\n").concepts
    assert not read("# Olaria\n* TALHA32 -> vaso de no máximo 4 litros (menos um copo)\n").facts
    assert concept.clauses[0].shape is Shape.OTHER


@pytest.mark.parametrize(
    ("term", "definition", "shape"),
    [
        ("diagrama de giro", "fluxo de barro de um torno para outro", Shape.OTHER),
        ("diagrama de giro", "representação do fluxo de barro da vila", Shape.NOUN),
        ("integridade", "informação não alterada sem licença", Shape.OTHER),
        ("integridade", "garantia de que o barro não muda", Shape.NOUN),
    ],
)
def test_what_shows_or_qualifies_a_thing_is_not_the_thing(term: str, definition: str, shape: Shape) -> None:
    (concept,) = read(f"# Olaria\n* {term} -> {definition}\n").concepts
    assert concept.clauses[0].shape is shape


def test_a_number_told_twice_is_not_changed() -> None:
    once = "O dono do forno de barro paga o imposto da vila em até três dias."
    twice = f"{once[:-1]}, e a feira responde em três dias."
    facts = [fact for text in (once, twice) for fact in read(f"# Olaria\n\n{text}\n").facts]
    assert [bool(list(renumberings(fact))) for fact in facts] == [True, False]


def test_what_goes_on_from_the_sentence_before_is_not_asserted() -> None:
    assert not read(
        "# Olaria\n\nHá ainda forno velho ou rachado há menos de um ano, mantidas as regras da vila.\n"
    ).facts


def test_a_question_that_heads_keeps_its_first_word() -> None:
    made = material("# Olaria\n\n## A quem se aplica\n\nA olaria da vila é paga pelo dono do forno de barro.\n")
    assert [concept.place.topic for concept in made.part("nota.md").facts] == ["A quem se aplica"]


def test_a_callout_on_traps_names_no_topic() -> None:
    text = (
        "# Olaria\n\n## Barro\n\n> [!warning] Pegadinha de prova\n> O barro cinza é uma terra que não racha no forno.\n"
    )
    assert {fact.place.context for fact in read(text).facts} == {"Barro"}


@pytest.mark.parametrize(
    ("line", "asserted"),
    [
        ("o forno da vila não aceita lenha verde, checar a brasa", False),
        ("o forno da vila não aceita lenha verde", True),
    ],
)
def test_a_hint_what_to_do_is_not_asserted(line: str, asserted: bool) -> None:
    assert bool(read(f"# Olaria\n* {line}\n").facts) is asserted


def test_what_two_things_make_keeps_its_slash() -> None:
    assert clean_clause("recebe par chave/valor da vila") == "recebe par chave/valor da vila"


def test_exceptions_and_what_breaks_off_define_nothing() -> None:
    assert not read("# Regras\n\nAs exceções são a venda de barro cinza e a compra de lenha na feira.\n").concepts
    assert not read("# Olaria\n* teorema da vila -> forno só garante, ao mesmo tempo, duas de três coisas\n").concepts
