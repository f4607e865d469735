"""Shorthand made fit for an exam, and sentences that stand alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.practice.grammar.standalone import begins_with_reference, is_telling, stands_alone
from tutor.practice.grammar.wording import (
    clauses,
    clean_clause,
    is_balanced,
    is_presentable,
    main_name,
    name_key,
    name_of,
    without_glosses,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("movimentação (ex: na manutenção), sem parada", ("movimentação, sem parada",)),
        ("sobre o hardware; também chamada bare metal", ("sobre o hardware", "também chamada bare metal")),
        ("emula o hardware -> precisa dos drivers", ("emula o hardware", "precisa dos drivers")),
        ("identifica a tupla (associar PK a RG -> único)", ("identifica a tupla",)),
        ("ponteiros p/ registros qdo há índice", ("ponteiros para registros quando há índice",)),
        ("reduz custos etc.", ("reduz custos",)),
        ("camada física (p. 51 da apostila so_02)", ("camada física",)),
        ("usa portas; ex: 22", ("usa portas",)),
        ("diferentemente, não exige mudança", ("não exige mudança",)),
        ("{ a, b }", ()),
        ("ver https://example.com", ()),
        ("conexão com a", ()),
    ],
)
def test_clauses(text: str, expected: tuple[str, ...]) -> None:
    assert clauses(text) == expected


@given(st.text(alphabet="ab c(){}[]->;.,“”\"'!?*_=/|\n", max_size=80))
def test_clauses_are_always_presentable(text: str) -> None:
    assert all(is_presentable(clause) and is_balanced(clause) for clause in clauses(text))


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("VDI - Virtual Desktop Infrastructure", "VDI (Virtual Desktop Infrastructure)"),
        ("tipo 1, baremetal, nativo", "tipo 1 (baremetal, nativo)"),
        ("construir uma sociedade livre, justa e solidária", "construir uma sociedade livre, justa e solidária"),
        ("2.1 O modelo OSI", "modelo OSI"),
        ("🚀 Deploy", "Deploy"),
        ("engano/mistake", "engano (mistake)"),
        ("push/fetch", "push/fetch"),
        ("![[figura.png]]", ""),
        ("a -> b", ""),
    ],
)
def test_names(label: str, expected: str) -> None:
    assert name_of(label) == expected


def test_names_compare_without_spaces_accents_and_articles() -> None:
    assert name_key("o Bare-Metal") == name_key("baremetal") == "baremetal"
    assert main_name("tipo 1 (nativo)") == "tipo 1"
    assert without_glosses(["brando (bonzinho)", "calor (heat)"]) == ("brando", "calor (heat)")
    assert without_glosses(["pá (cava)", "sacho (limpa)", "kit (arrays)"]) == ("pá", "sacho", "kit")
    assert without_glosses(["água (fria)", "água (quente)"]) == ("água (fria)", "água (quente)")
    assert clean_clause("é assim:") == "é assim"


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("Isso permite a troca", True),
        ("Além disso, reduz custos", True),
        ("Entretanto, o TCP é confiável", True),
        ("O TCP é confiável", False),
    ],
)
def test_sentences_that_lean_on_the_one_before(text: str, leans: bool) -> None:
    assert begins_with_reference(text) is leans


@pytest.mark.parametrize(
    "text",
    [
        "garante esses atributos",
        "cada vaso enxerga só o seu",
        "mistura os dois",
        "como vimos, é lento",
        "o termo citado",
        "você deve usar",
        "foi extinto no mesmo ano",
        "é a mais forte das três",
        "oculta as demais",
        "basta quebrar uma das 4 condições para prevenir",
    ],
)
def test_words_that_point_outside_the_sentence(text: str) -> None:
    assert not stands_alone(text)


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("O termo surgiu em 1968", False),
        ("O computador surgiu em 1940", True),
        ("Existem várias formas de computador", False),
        ("O computador é um recurso interessante", False),
        ("Seus comandos ligam o computador", False),
        ("A fotossíntese libera oxigênio", False),
        ("O Banco Central define a meta", True),
        ("Só se usa o computador na produção", False),
        ("O uso do computador também acelera o cálculo", False),
    ],
)
def test_sentences_that_tell_something_of_something_named(text: str, telling: bool) -> None:
    assert is_telling(text, {"comput"}) is telling
