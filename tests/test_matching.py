"""Whether words of the notes carry words of a question, and how much each weighs."""

import math
from collections.abc import Collection

import pytest

from tutor.answering.matching import Coverage, Matcher, same_word
from tutor.language import stems

_KNOWN = {"celul": 50, "osmos": 1, "gast": 100}


def _frequencies(asked: Collection[str]) -> dict[str, int]:
    return {stem: _KNOWN.get(stem, 0) for stem in asked}


@pytest.fixture
def matcher() -> Matcher:
    return Matcher(_frequencies, 100)


@pytest.mark.parametrize(("asked", "held"), [("95", True), ("1995", True), ("94", False), ("5", False)])
def test_a_year_is_known_by_its_last_digits(matcher: Matcher, asked: str, *, held: bool) -> None:
    assert matcher.carried([asked], ["reform", "1995"]) == [held]


@pytest.mark.parametrize(
    ("asked", "written", "same"),
    [
        pytest.param("port", "port", True, id="equal"),
        pytest.param("deslig", "desligament", True, id="derived"),
        pytest.param("desligament", "deslig", True, id="derived-the-other-way"),
        pytest.param("vm", "vms", True, id="plural-of-an-acronym"),
        pytest.param("vm", "vmx", False, id="another-acronym"),
        pytest.param("ssh", "sshd", False, id="program-of-an-acronym"),
        pytest.param("port", "portug", False, id="same-beginning"),
        pytest.param("cont", "control", False, id="another-root"),
        pytest.param("red", "redemoinh", False, id="short-same-beginning"),
        pytest.param("tipo1", "tipo10", False, id="digits"),
    ],
)
def test_forms_of_one_word(asked: str, written: str, *, same: bool) -> None:
    assert same_word(asked, written) is same


def test_rare_words_weigh_more_and_general_ones_a_fifth(matcher: Matcher) -> None:
    assert matcher.weight("osmos") == pytest.approx(math.log(1 + 99.5 / 1.5))
    assert matcher.weight("celul") == pytest.approx(math.log(2))
    assert matcher.weight("gast") == pytest.approx(math.log(1 + 0.5 / 100.5))
    assert matcher.weight("form") == pytest.approx(matcher.weight("nenhuma") / 5)


@pytest.mark.parametrize(
    ("asked", "written", "carried"),
    [
        pytest.param("criptografia", "criptogafia", True, id="typing-error"),
        pytest.param("desligar", "desligamento", True, id="derived"),
        pytest.param("nuvem", "cloud", True, id="glossary"),
        pytest.param("sha3", "SHA-3", True, id="number-written-apart"),
        pytest.param("sha2", "SHA-3", False, id="another-number"),
        pytest.param("gato", "rato", False, id="short-words-apart-by-a-letter"),
        pytest.param("criança", "montanha", False, id="unrelated"),
    ],
)
def test_what_carries_a_word(matcher: Matcher, asked: str, written: str, *, carried: bool) -> None:
    assert matcher.carried(stems(asked), stems(written)) == [carried]


def test_two_words_that_the_notes_both_know_are_no_typing_errors() -> None:
    known = Matcher(lambda asked: dict.fromkeys(asked, 3), 100)
    assert known.carried(stems("criptografia"), stems("criptogafia")) == [False]


def test_coverage_is_a_share_by_weight_with_and_without_context(matcher: Matcher) -> None:
    osmosis, cell = math.log(1 + 99.5 / 1.5), math.log(2)
    covered = matcher.coverage(("osmos", "celul"), ("osmos",), ("celul",))
    assert (covered.share, covered.missing) == (1.0, ())
    assert covered.own == pytest.approx(osmosis / (osmosis + cell))
    alone = matcher.coverage(("osmos", "celul"), ("celul",))
    assert alone.missing == ("osmos",)
    assert alone.share == alone.own == pytest.approx(cell / (osmosis + cell))


def test_nothing_required_is_covered_by_nothing(matcher: Matcher) -> None:
    assert matcher.coverage((), ("osmos",)) == Coverage(share=0.0, own=0.0, missing=())


def test_initials_carry_an_acronym(matcher: Matcher) -> None:
    assert matcher.carried(["sso"], stems("Single sign-on -> uma senha para tudo")) == [True]
    assert matcher.carried(["rp"], stems("inscrição em restos a pagar")) == [True]
    assert matcher.carried(["s"], stems("Single sign-on")) == [False]


def test_an_acronym_carries_the_words_asked_that_it_is_the_initials_of(matcher: Matcher) -> None:
    assert matcher.carried(stems("ministros do tribunal de contas da união"), ["tcu"]) == [False, True, True, True]


def test_a_related_word_may_say_the_same_but_does_not_carry(matcher: Matcher) -> None:
    written = stems("o disco falhou")
    assert matcher.carried(["pif"], written) == [False]
    assert matcher.related(["pif", "gato"], written) == [True, False]
