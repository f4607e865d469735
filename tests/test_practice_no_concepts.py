"""What readers of sixteen further notes found wrong or unnatural: names of no concept, orders, lost nouns."""

import pytest
from practice_notes import asked, asserted, fact, material, read

from tutor.practice.grammar.standalone import stands_alone
from tutor.practice.questions.falsify import denials, negations
from tutor.practice.questions.multiple_choice import write_multiple_choice


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


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("superkey: any set of pots that holds the fire alone", "A superkey is any set of pots"),
        ("hot section: the part of the kiln that touches the fire", "A hot section is the part of the kiln"),
        ("MKL: any set of pots that holds the fire alone", "MKL is any set of pots"),
        ("consistency: any set of pots that holds the fire alone", "Consistency is any set of pots"),
    ],
)
def test_one_of_several_things_takes_its_article_in_english(line: str, key: str) -> None:
    keys = asked(f"# Pottery\n\n## Kilns\n\nThe potter fires the pots at night.\n\n- {line}\n").values()
    assert [k for k in keys if k.startswith(key)]


POTS = """# Pottery

## Kilns and the pots in them

- **glaze**: the thin layer of glass that covers a pot when it is fired
- **kiln**: the closed place where the potter fires the pots at night
- **slip**: the liquid clay that joins the parts of a pot before it dries
- **wheel**: the round table on which the potter turns the clay by hand
- **bisque**: the first firing of a pot before the potter paints it
- **grog**: the crushed clay that keeps a pot from cracks in the fire
- **mould**: low cost vases (bowls, cups), large batches

A wall is open when the fire shows. It is dense when the clay is wet. Dense = one layer of clay per day of the week.

Defaults: Wedgwood, Spode and Royal Worcester use white clay in all their pots.
"""


def test_english_options_are_nouns_and_what_is_described_is_told() -> None:
    made = material(POTS)
    drafts = list(write_multiple_choice(made.part("nota.md"), made))
    assert drafts
    shown = " ".join(" ".join((draft.prompt, *draft.options)) for draft in drafts).lower()
    assert not {"dense", "defaults", "wedgwood"} & set(shown.replace(",", " ").split())
    assert not [draft for draft in drafts if "“Low cost vases" in draft.prompt]


def test_a_title_that_a_plus_joins_is_not_shown() -> None:
    text = "# RL + mat fin (resumao p/ vespera)\n\n## juros\n\nTIR = taxa que zera o valor presente do fluxo.\n"
    (concept,) = read(text, "raciocinio-logico-financeira.md").concepts
    assert concept.place.heading == ("Juros",)


def test_prose_behind_a_table_shows_its_heading() -> None:
    table = "| | Forno | Torno |\n|---|---|---|\n| Queima | lenta | rápida |\n"
    prose = "A queima usa lenha, carvão e gás. As marcas clássicas são três: risco, ponto e furo."
    facts = read(f"# Olaria\n\n## Queima de potes\n\n{table}\n{prose}\n").facts
    assert {f.place.heading for f in facts if "marcas" in f.text} == {("Olaria", "Queima de potes")}


@pytest.mark.parametrize(
    "text",
    [
        "A parte de fornos acompanha a apostila do curso",
        "A iniciativa das três é do dono do forno",
        "A lenha dos cinco fica na câmara do forno",
    ],
)
def test_what_speaks_of_the_handout_or_of_counted_things_is_not_asserted(text: str) -> None:
    assert not stands_alone(text)


def test_three_things_with_their_noun_are_asserted() -> None:
    assert stands_alone("A iniciativa das três leis é do dono do forno")


def test_no_denial_is_taken_back_in_a_reason_nor_made_before_a_clause_without_verb() -> None:
    reason = "Para queimar outra peça é preciso um forno aberto, já que o torno não repassa o calor"
    assert not list(negations(fact(reason)))
    assert not list(denials(fact("A nota de queima pode ser dispensada em casos da norma, a secagem prévia nunca")))
    assert list(denials(fact("A nota de queima pode ser dispensada em casos da norma do forno")))


def test_a_label_with_a_verb_is_no_source() -> None:
    line = "O modelo de Kano olha para a satisfação: o atributo básico só é notado quando falta, o outro satisfaz."
    told = asserted(f"# Olaria\n\n## Fornos\n\n{line}\n")
    assert not [text for text in told if text.startswith("De acordo com o modelo de Kano olha")]


def test_names_in_a_row_define_nothing_and_one_option_is_no_plural() -> None:
    made = material(POTS.replace("**slip**: the", "**slips**: the"))
    assert not [prompt for prompt in asked(POTS) if "mould" in prompt]
    drafts = list(write_multiple_choice(made.part("nota.md"), made))
    assert not [d for d in drafts if d.options and "glaze" in d.options and "slips" in d.options]


def test_a_transaction_is_one_of_several() -> None:
    keys = asked("# Pottery\n\n## Sales\n\n- transaction: a unit of work that is done at once or not at all\n").values()
    assert [key for key in keys if key.startswith("A transaction is a unit")]
