"""`Tutor`: what it builds, follows and gives, over the small vault."""

from pathlib import Path

import pytest

from tutor.errors import ChatModelError, QuestionError, VaultError
from tutor.settings import Settings
from tutor.testing import FakeChatModel, FakeEmbedder
from tutor.tutor import Tutor
from tutor.types import Mode, Turn


def test_sync_counts_what_changed(small_settings: Settings) -> None:
    embedder = FakeEmbedder()
    with Tutor.open(small_settings, embedder=embedder) as tutor:
        first = tutor.sync()
        embedded = embedder.texts_embedded
        second = tutor.sync()
    assert (first.added, first.changed, first.removed, first.unchanged) == (2, 0, 0, 0)
    assert (second.added, second.changed, second.removed, second.unchanged) == (0, 0, 0, 2)
    assert embedder.texts_embedded == embedded


def test_answers_follow_the_notes(small_tutor: Tutor, small_vault: Path) -> None:
    note = small_vault / "redes" / "portas.md"
    assert small_tutor.ask("Qual a porta do SSH?").text == "**22** — **SSH**: porta: 22 [1]"
    note.write_text(note.read_text("utf-8").replace("| 22 |", "| 2222 |"), "utf-8")
    small_tutor.sync()
    assert small_tutor.ask("Qual a porta do SSH?").text == "**2222** — **SSH**: porta: 2222 [1]"
    note.unlink()
    assert small_tutor.sync().removed == 1
    assert not small_tutor.ask("Qual a porta do SSH?").answered


def test_warmed_up_no_question_waits_for_a_note_to_be_parsed(
    small_tutor: Tutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_tutor.warm_up()
    monkeypatch.setattr("tutor.index.index.parse_note", lambda *_: pytest.fail("parsed"))
    assert small_tutor.ask("Qual a porta do SSH?").answered


def test_asking_writes_nothing_to_the_notes(small_tutor: Tutor, small_vault: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in small_vault.rglob("*.md")}
    small_tutor.ask("O que é snapshot?")
    small_tutor.sync(rebuild=True)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in small_vault.rglob("*.md")} == before


def test_rebuilding_answers_the_same(small_tutor: Tutor) -> None:
    before = small_tutor.ask("O que é snapshot?")
    assert small_tutor.sync(rebuild=True).added == 2
    assert small_tutor.ask("O que é snapshot?") == before


def test_the_index_is_found_again(small_settings: Settings) -> None:
    with Tutor.open(small_settings, embedder=FakeEmbedder()) as tutor:
        tutor.sync()
        first = tutor.ask("O que é snapshot?")
    with Tutor.open(small_settings, embedder=FakeEmbedder()) as again:
        assert again.ask("O que é snapshot?") == first
    assert first.citations[0].path == ("virtualizacao",)


def test_a_missing_vault_is_named(tmp_path: Path) -> None:
    chosen = Settings.load(vault=tmp_path / "nowhere", index=tmp_path / "index", data=tmp_path / "data")
    with Tutor.open(chosen, embedder=FakeEmbedder()) as tutor, pytest.raises(VaultError, match="nowhere"):
        tutor.sync()


def test_an_empty_vault_refuses_without_topics(tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    chosen = Settings.load(vault=tmp_path / "vault", index=tmp_path / "index", data=tmp_path / "data")
    with Tutor.open(chosen, embedder=FakeEmbedder()) as tutor:
        tutor.sync()
        answer = tutor.ask("O que é snapshot?")
        assert (answer.text, answer.suggestions) == ("As suas notas não respondem a isso.", ())
        assert (tutor.notes(), tutor.search("snapshot"), tutor.starter_questions()) == ((), [], [])


def test_search_gives_the_best_passage_first(small_tutor: Tutor) -> None:
    hits = small_tutor.search("porta SSH", 2)
    assert [hit.passage.note for hit in hits][:1] == ["redes/portas.md"]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert {hit.passage.note for hit in small_tutor.search("porta SSH", 9, ["virtualizacao.md"])} == {
        "virtualizacao.md"
    }


def test_notes_are_listed_by_path(small_tutor: Tutor) -> None:
    assert [summary.path for summary in small_tutor.notes()] == ["redes/portas.md", "virtualizacao.md"]
    assert small_tutor.note("redes/portas.md").text.startswith("# Portas\n")


def test_every_starter_question_is_answered(small_tutor: Tutor) -> None:
    questions = small_tutor.starter_questions(3)
    assert "O que é snapshot?" in questions
    assert all(small_tutor.ask(question).answered for question in questions)


def test_a_stream_ends_with_the_answer(small_tutor: Tutor) -> None:
    *_, last = small_tutor.ask_stream("O que é snapshot?")
    assert last == small_tutor.ask("O que é snapshot?")
    assert (last.mode, last.seconds > 0) == (Mode.EXTRACTIVE, True)


def test_history_is_read(small_tutor: Tutor) -> None:
    first = small_tutor.ask("Quais são exemplos do tipo 1?")
    second = small_tutor.ask("e o tipo 2?", [Turn(first.question, first)])
    assert [citation.quote for citation in second.citations] == ["tipo 2, hosted { VirtualBox, QEMU }"]


def test_a_given_chat_model_words_the_answer(small_settings: Settings) -> None:
    model = FakeChatModel(text="Snapshot é uma imagem instantânea do estado atual de uma VM [1].")
    with Tutor.open(small_settings, embedder=FakeEmbedder(), chat_model=model) as tutor:
        tutor.sync()
        answer = tutor.ask("O que é snapshot?")
        assert (answer.mode, answer.answered, len(model.asked)) == (Mode.LLM, True, 1)
        with pytest.raises(QuestionError):
            tutor.ask(" ")
    assert len(model.asked) == 1


def test_a_chat_model_that_cannot_be_opened_is_named(small_settings: Settings) -> None:
    chosen = small_settings.model_copy(update={"chat_model": "nobody:nothing"})
    with Tutor.open(chosen, embedder=FakeEmbedder()) as tutor, pytest.raises(ChatModelError, match="nobody"):
        tutor.ask("O que é snapshot?")


def test_the_exercise_bank_is_made_once_for_the_same_notes(small_tutor: Tutor, small_vault: Path) -> None:
    bank = small_tutor.exercise_bank()
    assert small_tutor.exercise_bank() is bank
    (small_vault / "nova.md").write_text("* enxofre -> elemento de número atômico 16\n", "utf-8")
    small_tutor.sync()
    assert small_tutor.exercise_bank() is not bank
