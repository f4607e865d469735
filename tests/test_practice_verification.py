"""The verifier: each reason for which an exercise is not shown."""

from dataclasses import replace

import pytest
from practice_notes import HYPERVISORS, by_aspect, material, note

from tutor.practice.questions.distractors import Material
from tutor.practice.questions.drafts import Claim, Draft
from tutor.practice.questions.multiple_choice import write_multiple_choice
from tutor.practice.questions.true_false import write_true_false
from tutor.practice.questions.verification import Rejection, Verifier, arrives, is_near_duplicate, is_whole
from tutor.types import Answer, Change, Citation, ExerciseKind


@pytest.fixture(scope="module")
def made() -> Material:
    return material(HYPERVISORS)


@pytest.fixture(scope="module")
def choice(made: Material) -> Draft:
    return by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))["termo", "hypercall"]


@pytest.fixture
def verifier(made: Material) -> Verifier:
    return Verifier([note(HYPERVISORS)], made.support)


def test_a_good_draft_passes(verifier: Verifier, choice: Draft) -> None:
    assert verifier.rejection(choice) is None


def test_quote_must_stand_in_its_lines(verifier: Verifier, choice: Draft) -> None:
    moved = replace(choice.place.citation, first_line=1, last_line=1)
    assert verifier.rejection(replace(choice, place=replace(choice.place, citation=moved))) is Rejection.UNSOURCED


def test_a_word_that_is_mistyped_is_not_shown(verifier: Verifier, choice: Draft) -> None:
    assert verifier.rejection(replace(choice, options=(*choice.options[:4], "enxada barata"))) is None
    assert verifier.rejection(replace(choice, options=(*choice.options[:4], "enxada barrato"))) is Rejection.MISTYPED


def test_options_must_differ(verifier: Verifier, choice: Draft) -> None:
    assert verifier.rejection(replace(choice, options=(*choice.options[:4], "HYPERCALL"))) is Rejection.MALFORMED


def test_the_change_must_stand_in_the_prompt(verifier: Verifier, made: Material) -> None:
    draft = next(d for d in write_true_false(made.part("nota.md"), made) if d.change)
    assert verifier.rejection(replace(draft, change=Change("a", "ausente", "…"))) is Rejection.MALFORMED


def test_passage_must_answer(verifier: Verifier, choice: Draft) -> None:
    answer = "protocolo de transferência de arquivos"
    assert verifier.rejection(replace(choice, answer=answer)) is Rejection.UNSUPPORTED


@pytest.mark.parametrize(
    "options",
    [
        ("chamada de sistema", "a", "b", "c", "d"),
        ("hypercall (uma chamada)", "snapshot", "container", "nó", "VDI"),
        ("hypercall " * 12, "imagem de uma máquina virtual", "container", "rede", "disco"),
    ],
    ids=["repeats the stem", "the only bracket", "far longer"],
)
def test_stem_and_form_must_not_give_the_key_away(verifier: Verifier, choice: Draft, options: tuple[str, ...]) -> None:
    assert verifier.rejection(replace(choice, options=options)) is Rejection.GIVEAWAY


def test_distractors_that_a_note_supports_are_rejected(verifier: Verifier, choice: Draft) -> None:
    claim = Claim(frozenset({"snapshot"}), "imagem instantânea do estado de uma VM")
    assert verifier.rejection(replace(choice, untrue=(claim,))) is Rejection.AMBIGUOUS


def test_members_that_any_note_lists_are_rejected(verifier: Verifier, choice: Draft) -> None:
    claim = Claim(frozenset({"tipo2", "hosted"}), "Microsoft Hyper-V", listed=True)
    assert verifier.rejection(replace(choice, untrue=(claim,))) is Rejection.AMBIGUOUS


@pytest.mark.parametrize(
    "text",
    [
        "tipo 1 { a, b }",
        "a -> b",
        "rede (ex: wi-fi)",
        "conforme a p. 51 da apostila",
        "![[figura.png]]",
        "**negrito**",
        "movimentação das VMs de um",
        "conjunto (aberto",
        "fim duplo..",
    ],
)
def test_broken_text_is_not_whole(text: str) -> None:
    assert not is_whole(text)


@pytest.mark.parametrize("text", ["Complete: o _____ roda.", "custa R$ 100.000,00", "TCP/IP v4 (RFC 791)"])
def test_sound_text_is_whole(text: str) -> None:
    assert is_whole(text)


def test_near_duplicates_ask_one_kind_in_nearly_the_same_words(choice: Draft) -> None:
    exercise = choice.exercise
    assert is_near_duplicate(exercise, exercise)
    assert not is_near_duplicate(exercise, replace(exercise, kind=ExerciseKind.OPEN))


class Fake:
    """Answers every question with one sentence of one line, and counts."""

    def __init__(self, text: str, line: int) -> None:
        self.citation = Citation(1, "nota.md", ("nota",), line, line, text)
        self.asked: list[str] = []

    def ask(self, question: str) -> Answer:
        """Answer with the sentence."""
        self.asked.append(question)
        return Answer(question, f"{self.citation.quote} [1]", (self.citation,) if self.citation.quote else ())


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("chamada ao hypervisor similar a uma syscall", 9, None),
        ("imagem instantânea do estado de uma VM", 1, Rejection.DISAGREEMENT),
        ("", 1, Rejection.DISAGREEMENT),
    ],
    ids=["the key from its lines", "another answer", "a refusal"],
)
def test_the_tutor_must_arrive_at_the_key(
    made: Material, choice: Draft, text: str, line: int, reason: Rejection | None
) -> None:
    fake = Fake(text, line)
    verifier = Verifier([note(HYPERVISORS)], made.support, fake)
    assert verifier.disagreement(choice) is reason
    assert verifier.disagreement(choice) is reason
    assert fake.asked == ["O que é hypercall?"]


def test_the_same_words_from_another_passage_will_do(choice: Draft) -> None:
    assert arrives(choice, Fake("chamada ao hypervisor similar a uma syscall", 2).ask("…"))
    assert not arrives(choice, Fake("chamada ao hypervisor", 2).ask("…"))
