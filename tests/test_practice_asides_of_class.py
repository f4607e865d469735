"""What is said in class and no board writes: words that lean on others, hedges, run-on clauses, lists read as pairs."""

import pytest
from practice_notes import fact, material, read, said

from tutor.practice.grammar.standalone import stands_alone
from tutor.practice.questions.flashcards import write_flashcards
from tutor.practice.questions.open_questions import write_open_questions
from tutor.practice.questions.true_false import write_true_false


def asked(text: str) -> dict[str, str]:
    """Return the cards and open questions of a note with their keys."""
    made = material(text)
    part = made.part("nota.md")
    return {d.prompt: d.key for write in (write_flashcards, write_open_questions) for d in write(part, made)}


def asserted(text: str) -> list[str]:
    made = material(text)
    return [draft.prompt.split("\n\n")[-1] for draft in write_true_false(made.part("nota.md"), made)]


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
