"""Lists and definitions within running text, questions of two things in one, and words of two languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from one_note import claimed, open_note

from tutor.answering.claims import Proposal
from tutor.answering.continuations import goes_on
from tutor.answering.evidence import Evidence, Library
from tutor.answering.extractive import _TWO_ASKED, inquire, propose
from tutor.answering.frames import QuestionKind
from tutor.answering.groups import columns_of, groups_of, numbers_in
from tutor.answering.likelihood import weigh
from tutor.answering.lists import likeliest_list
from tutor.answering.members import rows_asked
from tutor.answering.question import read_question
from tutor.answering.refusals import is_left_open
from tutor.answering.units import is_of_other_number
from tutor.notes.members import told_lists

NOTE = """\
# Olaria

## Fases do forno

O mestre 17 traz quatro fases, nesta ordem: secagem, esquente, queima e repouso. A novidade deste ano é que a \
queima vem antes. A pressa estraga: o barro racha.

## Gente

Amassar é descobrir o ponto junto aos oleiros, que são todas as pessoas que pisam o barro. O custo do \
pátio, que é o maior, cai.

## Peças

| Peça | Uso | Some |
|---|---|---|
| 2FB | 1FB com alça | água parcial |
| 3FB | 2FB com tampa | água corrente |

No mapa cada peça tem um par: jarra ↔ tampa, prato ↔ fundo.

The esmalte is the last step. Steganic glaze hides the clay.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_note(tmp_path_factory.mktemp("olaria"), NOTE) as tutor:
        yield tutor._library


def found(library: Library, question: str, begins: str) -> Evidence:
    return next(e for e in inquire(read_question(question), library).evidence if e.text.startswith(begins))


@pytest.mark.parametrize(
    ("text", "label", "members"),
    [
        ("A queima pode ser lenta (de um dia), rápida ou mista.", "A queima", ("lenta (de um dia)", "rápida", "mista")),
        (
            "Peças podem ser lisas (sem risco, ex. a jarra), riscadas e furadas.",
            "Peças",
            ("lisas (sem risco, ex. a jarra)", "riscadas", "furadas"),
        ),
        (
            "O forno tem três bocas, que são a larga, a estreita e a cega.",
            "O forno tem três bocas",
            ("larga", "estreita", "cega"),
        ),
    ],
)
def test_what_running_text_lists(text: str, label: str, members: tuple[str, ...]) -> None:
    assert [(told.label, told.members) for told in told_lists(text)] == [(label, members)]


def test_a_clause_about_one_thing_lists_nothing() -> None:
    assert list(told_lists("Usa os barros que são a terra, a areia e a cal.")) == []


def test_a_number_before_another_is_counted_too() -> None:
    assert numbers_in("O mestre 17 traz quatro fases") == {17, 4}


def test_a_sentence_that_lists_what_it_counts_is_no_member_of_a_list(library: Library) -> None:
    heading = found(library, "quais são as fases do forno?", "Fases")
    assert not any("traz" in member for group in groups_of(heading) for member, _ in group.parts)


def test_what_each_has_is_no_list_of_them(library: Library) -> None:
    listed = likeliest_list(inquire(read_question("quais são as peças da olaria?"), library))
    assert listed is None or "jarra ↔ tampa" not in [member for member, _ in listed[0].parts]


def test_a_clause_defines_what_is_named_right_before_it(library: Library) -> None:
    assert "todas as pessoas que pisam o barro" in claimed(library, "o que são oleiros?")
    assert "o maior" not in claimed(library, "o que é o pátio?")


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("oleiros do mesmo forno repartem o barro?", QuestionKind.YES_NO),
        ("peças da mesma fornada usam a mesma cor?", QuestionKind.YES_NO),
        ("fases do forno que os oleiros usam", QuestionKind.LIST),
        ("entre que valores varia a queima?", QuestionKind.TOPIC),
    ],
)
def test_how_a_question_is_put(question: str, kind: QuestionKind) -> None:
    assert read_question(question).kind is kind


def test_a_word_of_another_language_may_begin_with_a_vowel_more(library: Library) -> None:
    matcher = inquire(read_question("o que é esteganico?"), library).matcher
    assert matcher.carried(["esteganic"], ["steganic"]) == [True]
    assert matcher.carried(["escada"], ["cada"]) == [False]


TALE = """\
# Moinho

## Peças do moinho

O eixo roda devagar. Na festa ele recebe o nome de mastro.

- mó permanente (ou fixa) fica embaixo
- a mó volante gira por cima, permanente no giro

## Em prova

- Item que diz "a roda é sempre um objeto negativo" está errado.

## Regras

"O moinho deve parar à noite" é uma regra escrita. As regras faladas dizem o resto.

- pás: feitas por Antão em 1907, de freixo
"""


@pytest.fixture(scope="module")
def mill(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_note(tmp_path_factory.mktemp("moinho"), TALE) as tutor:
        yield tutor._library


def test_a_statement_called_wrong_is_denied(mill: Library) -> None:
    assert claimed(mill, "a roda é sempre um objeto negativo?").startswith("**Não**")


def test_what_is_quoted_as_a_rule_is_an_example_of_one(mill: Library) -> None:
    assert "O moinho deve parar" in claimed(mill, "me dá um exemplo de regra escrita")


def test_a_plural_is_the_word_too(mill: Library) -> None:
    assert "fica embaixo" in claimed(mill, "qual a diferença entre mó permanente e mó volante?")


def test_a_sentence_may_go_on_of_what_the_one_before_it_named(mill: Library) -> None:
    told = found(mill, "o que é o eixo?", "O eixo").outline
    said = [e for block in told.note.blocks for e in told.of(block)]
    assert [e.text for e in said if goes_on(e)] == ["Na festa ele recebe o nome de mastro."]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("quem fez as pás e em que ano?", "quem fez as pás"),
        ("Em que ano foi a festa e que moça dançou?", "Em que ano foi a festa"),
        ("How many sails are there, and which ones?", "How many sails are there"),
    ],
)
def test_two_questions_in_one_are_told_apart(question: str, first: str) -> None:
    two = _TWO_ASKED.fullmatch(question)
    assert two is not None
    assert two[1] == first


@pytest.mark.parametrize("question", ["quem fez as pás e o eixo?", "o que é mó e pá?", "pás e quem as fez"])
def test_one_question_is_not_cut(question: str) -> None:
    assert _TWO_ASKED.fullmatch(question) is None


def test_two_answers_are_offered_behind_their_sort() -> None:
    read = read_question("o eixo é de que tipo, fixo ou móvel?")
    assert (read.kind, read.options) == (QuestionKind.CATEGORY, ("fixo", "móvel"))


def test_paragraphs_that_begin_in_bold_are_a_list(tmp_path: Path) -> None:
    note = """\
# Velas

## Tipos de vela

**Redonda** pega todo vento. Custa caro. Dura pouco.

**Latina** pega o de lado. É leve. Não rasga.

**Quadrada**: pega o de trás. É a mais velha. Vem do sul.
"""
    with open_note(tmp_path, note) as tutor:
        said = claimed(tutor._library, "quais são os tipos de vela?")
    assert all(name in said for name in ("Redonda", "Latina", "Quadrada"))


SHOP = """\
# Ferraria

| Peça | Grupo | Mostra |
|---|---|---|
| Bigorna | pesado | base |
| Malho | pesado | golpe |
| Lima | leve | fio |
| Tenaz | leve | pega |

## FORJA

| Letra | Princípio |
|---|---|
| F | fogo alto |
| O | ouvido atento |
| R | ritmo |
| J | jeito |
| A | água fria |

## Normas

- GTS 1.3 (NBR 8446): aço duro
- anulação: desfaz o corte ilegal
- revogação: desfaz o corte inútil; não se revogam cortes já feitos
- fole (de mão): sopra devagar
- fole de pé: sopra depressa

Talhar tira a lasca e pede força. Limar tira o pó. Polir não tira nada.

"""


@pytest.fixture(scope="module")
def smithy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_note(tmp_path_factory.mktemp("ferraria"), SHOP) as tutor:
        yield tutor._library


def test_rows_of_a_table_are_those_that_hold_what_is_asked_for(smithy: Library) -> None:
    inquiry = inquire(read_question("quais peças entram no grupo leve?"), smithy)
    rows = next(e for e in inquiry.evidence if e.text.startswith("Lima")).parent
    assert rows is not None
    column = next(columns_of(rows))
    assert [member for member, _ in column.parts] == ["Bigorna", "Malho", "Lima", "Tenaz"]
    assert [member for member, _ in rows_asked(inquiry, column).parts] == ["Lima", "Tenaz"]
    for question in ("quais são as peças?", "quais são as peças do Leve 6?"):
        assert rows_asked(inquire(read_question(question), smithy), column) == column


def test_three_things_are_told_apart_by_sentences_that_begin_with_them(smithy: Library) -> None:
    answer = claimed(smithy, "qual a diferença entre talhar, limar e polir?")
    assert all(told in answer for told in ("Talhar tira a lasca", "Limar tira o pó", "Polir não tira nada"))


def test_letters_of_a_name_in_small_type_are_spelled_out(smithy: Library) -> None:
    inquiry = inquire(read_question("o que cada letra do forja quer dizer?"), smithy)
    claims = propose(inquiry).claims
    assert len(claims) > 5
    assert not is_left_open(inquiry, claims, claims[0].evidence[0])


def test_another_version_is_not_the_one_asked_of(smithy: Library) -> None:
    asked = inquire(read_question("qual NBR define o GTS 1.2?"), smithy)
    told = next(e for e in asked.evidence if e.text.startswith("GTS"))
    assert is_of_other_number(asked, told)
    assert not is_of_other_number(inquire(read_question("qual NBR define o GTS 1.3?"), smithy), told)
    assert not is_of_other_number(inquire(read_question("diferença entre GTS 1.2 e GTS 1.3"), smithy), told)


def test_an_act_is_told_by_its_noun(smithy: Library) -> None:
    answer = claimed(smithy, "qual a diferença entre anular e revogar um corte?")
    assert "corte ilegal" in answer
    assert "corte inútil" in answer


@pytest.mark.parametrize(
    ("question", "kind", "focus"),
    [
        ("a diferença entre fole e malho, n entendo", QuestionKind.COMPARISON, "fole malho"),
        ("a Lima é uma peça nova de que grupo?", QuestionKind.CATEGORY, "a Lima"),
        ("o que a bigorna velha faz? quais as funções dela", QuestionKind.DEFINITION, "bigorna velha"),
    ],
)
def test_what_is_said_beside_a_question(question: str, kind: QuestionKind, focus: str) -> None:
    read = read_question(question)
    assert (read.kind, read.focus) == (kind, focus)


def test_what_it_costs_may_be_told_as_a_complexity(tmp_path: Path) -> None:
    lines = ["montar o fole = O(n)", "montar o fole leva um dia", "o fole sopra"]
    with open_note(tmp_path, "# Fole\n\n- " + "\n- ".join(lines)) as tutor:
        weighed = weigh(inquire(read_question("quanto custa montar o fole?"), tutor._library), Proposal())
    lacking = {e.text: said["price missing"] for e, said in zip(weighed.sentences, weighed.signals, strict=True)}
    assert (lacking[lines[0]], lacking[lines[1]]) == (0.0, 1.0)
