"""The thesaurus: its file, and what the senses of words say."""

from pathlib import Path

import tutor.thesaurus
from tutor.glossary import read_glossary
from tutor.language import stems
from tutor.thesaurus import senses, senses_of

GROUPS = read_glossary(Path(tutor.thesaurus.__file__).with_name("thesaurus.txt").read_text(encoding="utf-8"))


def test_a_sense_joins_at_least_two_different_words() -> None:
    assert [group for group in GROUPS if len(set(group)) != len(group) or len({*stems(" ".join(group))}) < 2] == []


def test_a_word_has_the_senses_of_all_its_lines() -> None:
    aguentar, suportar = senses(stems("aguentar")[0]), senses(stems("suportar")[0])
    assert aguentar & suportar
    assert len(aguentar) > 1
    assert senses("xyzw") == frozenset()


def test_words_in_a_row_have_the_senses_of_each() -> None:
    assert senses_of(stems("aguentar pifar")) == senses(stems("aguentar")[0]) | senses(stems("pifar")[0])
