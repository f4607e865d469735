"""The glossary: the file is well made, and the words of notes and questions meet in it."""

from collections import Counter
from pathlib import Path

import pytest

import tutor.glossary
from tutor.glossary import concepts, read_glossary, synonyms
from tutor.language import stems

GROUPS = read_glossary(Path(tutor.glossary.__file__).with_name("glossary.txt").read_text(encoding="utf-8"))
IN_TWO_GROUPS: frozenset[tuple[str, ...]] = frozenset()


def test_every_group_has_two_phrases_or_more() -> None:
    assert [group for group in GROUPS if len(group) < 2] == []


def test_every_phrase_has_one_to_four_stems() -> None:
    assert [phrase for group in GROUPS for phrase in group if not 1 <= len(stems(phrase)) <= 4] == []


def test_no_phrase_stands_twice_in_a_group() -> None:
    assert [group for group in GROUPS if len({tuple(stems(phrase)) for phrase in group}) < len(group)] == []


def test_no_phrase_stands_in_two_groups_unless_listed() -> None:
    count = Counter(tuple(stems(phrase)) for group in GROUPS for phrase in group)
    assert {phrase for phrase, times in count.items() if times > 1} == IN_TWO_GROUPS


@pytest.mark.parametrize(
    ("asked", "noted"),
    [
        ("movimentar", "migração"),
        ("desligar", "shutdown"),
        ("benefícios", "vantagens"),
        ("máquina virtual", "VMs"),
        ("operating system", "sistemas operacionais"),
        ("deadlock", "impasse"),
        ("cópia de segurança", "backup"),
        ("necessário", "exige"),
    ],
)
def test_words_that_mean_the_same_share_a_concept(asked: str, noted: str) -> None:
    shared = frozenset.intersection(*concepts(stems(asked)), *concepts(stems(noted)))
    assert len(shared) == 1


def test_a_word_without_synonyms_has_no_concept() -> None:
    assert concepts(["hiperv", "xyzzy", ""]) == [frozenset(), frozenset(), frozenset()]


def test_synonyms_are_the_other_phrases_of_the_group() -> None:
    assert synonyms(("vm",)) == (("maquin", "virtual"), ("virtual", "machin"))
    assert synonyms(("xyzzy",)) == ()
