"""How likely a sentence answers: the fitted weights, what decides against a sentence, and the order of the rest."""

from collections.abc import Iterator

import pytest
from one_note import open_note

from tutor.answering.claims import Proposal
from tutor.answering.evidence import Library
from tutor.answering.extractive import inquire, propose
from tutor.answering.likelihood import judge, weigh
from tutor.answering.question import read_question

NOTE = """\
* fsck -> verifica e repara o sistema de arquivos
* journaling -> registra a operação antes de gravar
\t* acelera a recuperação depois de uma queda
* ext4 -> arquivos de até 16 TB
* quota -> avisa ao passar de um terço do disco
! fsck não formata o disco

O Btrfs guarda cópias dos blocos. A verificação é feita ao ler. O autor do sistema foi Chris Mason.
"""


@pytest.fixture(name="library", scope="module")
def _library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_note(tmp_path_factory.mktemp("likelihood"), NOTE) as tutor:
        yield Library(tutor.index)


def ranked(library: Library, question: str) -> list[str]:
    inquiry = inquire(read_question(question), library)
    return [found.evidence.text for found in judge(inquiry, propose(inquiry)).candidates]


def test_the_sentence_that_carries_the_question_comes_first(library: Library) -> None:
    assert ranked(library, "o que repara o sistema de arquivos?")[0].startswith("fsck ->")


def test_probabilities_fall_from_zero_to_one(library: Library) -> None:
    inquiry = inquire(read_question("o que é journaling?"), library)
    found = [candidate.probability for candidate in judge(inquiry, propose(inquiry)).candidates]
    assert found == sorted(found, reverse=True)
    assert all(0 < probability < 1 for probability in found)


def test_a_name_said_earlier_in_the_paragraph_is_not_missing(library: Library) -> None:
    assert ranked(library, "quem foi o autor do sistema Btrfs?")[0].endswith("Chris Mason.")


def test_what_defines_the_head_of_the_focus_is_weighed(library: Library) -> None:
    inquiry = inquire(read_question("o que é quota no Solaris?"), library)
    weighed = weigh(inquiry, Proposal())
    defined = {e.text: said["head defined"] for e, said in zip(weighed.sentences, weighed.signals, strict=True)}
    assert [text for text, here in defined.items() if here] == ["quota -> avisa ao passar de um terço do disco"]


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        pytest.param("quantos anos tem o journaling?", "journaling ->", id="number"),
        pytest.param("quanto custa o fsck?", "fsck ->", id="price"),
        pytest.param("em que ano surgiu o fsck?", "fsck ->", id="date"),
        pytest.param("quem inventou o journaling?", "journaling ->", id="maker"),
        pytest.param("dê um exemplo de fsck", "fsck ->", id="example"),
        pytest.param("qual a diferença entre fsck e chkdsk?", "fsck ->", id="side-of-a-comparison"),
    ],
)
def test_a_sentence_without_what_is_asked_for_has_no_chance(library: Library, question: str, lacking: str) -> None:
    inquiry = inquire(read_question(question), library)
    assert any(evidence.text.startswith(lacking) for evidence in weigh(inquiry, Proposal()).sentences)
    assert not any(found.evidence.text.startswith(lacking) for found in judge(inquiry, Proposal()).candidates)


def test_a_fraction_counts_as_a_number(library: Library) -> None:
    assert any(text.startswith("quota ->") for text in ranked(library, "quanto do disco a quota deixa usar?"))


def test_a_denial_with_no_other_words_may_answer_yes_or_no(library: Library) -> None:
    assert any("não formata" in text for text in ranked(library, "o fsck formata o disco?"))


def test_a_number_that_is_there_counts(library: Library) -> None:
    assert any(text.startswith("ext4 ->") for text in ranked(library, "qual o tamanho máximo de arquivo no ext4?"))
