"""How well passages and sentences are found on a SQuAD file, and how fast everything is on a large vault."""

import json
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tutor import glossary
from tutor.embedder import Embedder
from tutor.errors import CaseError
from tutor.index import Index
from tutor.language import tokens
from tutor.practice.history.selection import SessionPlan
from tutor.settings import Settings
from tutor.tutor import Tutor
from tutor.types import Hit, Progress, Sentence

_DEPTH = 10
_NOTES, _BULLETS = 171, 41  # 7,011 bullets
_QUESTIONS = 60
_SESSIONS, _EXERCISES = 9, 20


@dataclass(frozen=True, slots=True)
class _Question:
    """A question, the note of its passage, and its answers as (text, start in the note)."""

    text: str
    note: str
    answers: tuple[tuple[str, int], ...]


def bench_retrieval(squad: Path, embedder: Embedder, progress: Progress | None = None) -> dict[str, float]:
    """Return how well the passages of a SQuAD file and the sentences with the answers are found.

    Every context is a note of one passage, titled as its article. Each question has one relevant passage, so
    nDCG@10 is 1 / log2(rank + 1), recall@k the share of questions whose passage is among the first k, and mrr the
    mean of 1 / rank, all 0 beyond rank 10 (Manning, Raghavan, Schütze: Introduction to Information Retrieval, 2008,
    ch. 8). answer_sentence@k is the share of questions with the answer in one of the first k sentences of these
    passages: its words stand there (as in open-domain question answering: Karpukhin et al., EMNLP 2020) or, where it
    runs over several, its place in the passage does. Times are of a whole search, the query's embedding included.

    Raises:
        CaseError: when the file cannot be read as SQuAD.
    """
    contexts, questions = _read_squad(squad)
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder) / "vault"
        for path, text in contexts.items():
            _write(vault / path, text)
        index = Index.open(Path(folder) / "index", embedder)
        index_seconds = _seconds(lambda: index.sync(vault, progress))
        ranks: list[float] = []
        answer_ranks: list[float] = []
        times: list[float] = []
        for done, question in enumerate(questions):
            if progress:
                progress(done, len(questions), "respondendo às perguntas")
            start = time.perf_counter()
            hits = index.search(question.text, _DEPTH)
            times.append(time.perf_counter() - start)
            notes = list(dict.fromkeys(hit.passage.note for hit in hits))
            ranks.append(notes.index(question.note) + 1 if question.note in notes else np.inf)
            answer_ranks.append(_answer_rank(question, hits))
        index.close()
    return {
        "passages": len(contexts),
        "questions": len(questions),
        **_retrieval_metrics(np.array(ranks), np.array(answer_ranks)),
        "index_seconds": index_seconds,
        **_percentiles("query_ms", times),
    }


def _retrieval_metrics(ranks: NDArray[np.float64], answer_ranks: NDArray[np.float64]) -> dict[str, float]:
    return {
        "ndcg@10": float(np.mean(1 / np.log2(ranks + 1))),
        "recall@1": float(np.mean(ranks <= 1)),
        "recall@5": float(np.mean(ranks <= 5)),
        "recall@10": float(np.mean(ranks <= _DEPTH)),
        "mrr": float(np.mean(1 / ranks)),
        "answer_sentence@1": float(np.mean(answer_ranks <= 1)),
        "answer_sentence@3": float(np.mean(answer_ranks <= 3)),
    }


def _read_squad(squad: Path) -> tuple[dict[str, str], list[_Question]]:
    """Return the contexts, each on one line, by the path of their note, and the questions that have an answer."""
    try:
        articles = json.loads(squad.read_text("utf-8"))["data"]
        paths: dict[str, str] = {}
        questions: list[_Question] = []
        for article in articles:
            title = " ".join(tokens(article.get("title", ""))) or "sem título"
            for paragraph in article["paragraphs"]:
                context = paragraph["context"]
                path = paths.setdefault(" ".join(context.split()), f"{len(paths):05}/{title}.md")
                for asked in paragraph["qas"]:
                    answers = tuple(_answer(context, answer) for answer in asked["answers"])
                    if answers:
                        questions.append(_Question(asked["question"], path, answers))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"{squad} não pode ser lido como SQuAD ({error!r}). Dê um arquivo JSON com data, paragraphs e qas."
        raise CaseError(message) from error
    if not questions:
        raise CaseError(f"{squad} não tem perguntas com resposta. Dê um arquivo SQuAD com answers.")
    return {path: context for context, path in paths.items()}, questions


def _answer(context: str, answer: Mapping[str, Any]) -> tuple[str, int]:
    """Return an answer and where it starts once the context is on one line."""
    return answer["text"], len(" ".join(f"{context[: answer['answer_start']]}|".split())) - 1


def _answer_rank(question: _Question, hits: list[Hit]) -> float:
    """Return the rank of the first sentence that holds an answer."""
    ranked = sorted(
        (-score, rank, place) for rank, hit in enumerate(hits) for place, score in enumerate(hit.sentence_scores)
    )
    for rank, (_, at, place) in enumerate(ranked, 1):
        passage = hits[at].passage
        if _holds_answer(passage.sentences[place], question, is_source=passage.note == question.note):
            return rank
    return np.inf


def _holds_answer(sentence: Sentence, question: _Question, *, is_source: bool) -> bool:
    words = f" {' '.join(tokens(sentence.text))} "
    return any(
        f" {' '.join(tokens(text))} " in words
        or (is_source and sentence.start < start + len(text) and start < sentence.end)
        for text, start in question.answers
    )


def bench_speed(embedder: Embedder, progress: Progress | None = None) -> dict[str, float]:
    """Return how fast the tutor is on a generated vault of some 7,000 bullets, the same every time.

    Seconds to index it, to sync it unchanged and to sync one changed note, texts embedded in a second, milliseconds of
    warm searches and answers to questions about its terms; then seconds to open the exercise bank, which parses every
    note once, and to begin sessions of 20 exercises, each by another seed and so from notes that none has read before.
    """
    notes = dict(_generated_notes())
    texts = [line.strip("\t* ") for text in list(notes.values())[:5] for line in text.splitlines()]
    embedder.embed_query("aquecimento")
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder) / "vault"
        for path, text in notes.items():
            _write(vault / path, text)
        chosen = Settings(vault=vault, index=Path(folder) / "index", data=Path(folder) / "data")
        tutor = Tutor.open(chosen, embedder=embedder)
        with tutor:
            figures = {
                "notes": len(notes),
                "bullets": _NOTES * _BULLETS,
                "texts_per_second": len(texts) / _seconds(lambda: embedder.embed_documents(texts)),
                "index_seconds": _seconds(lambda: tutor.sync(progress)),
                "resync_seconds": _seconds(tutor.sync),
            }
            _write(vault / next(iter(notes)), "* nota mudada -> um conceito novo\n")
            figures["changed_note_seconds"] = _seconds(tutor.sync)
            tutor.warm_up()
            questions = [f"O que é {line.split(' -> ')[0].strip('* ')}?" for line in _first_lines(notes)][-_QUESTIONS:]
            figures |= _percentiles("search_ms", [_seconds(partial(tutor.search, asked)) for asked in questions])
            figures |= _percentiles("ask_ms", [_seconds(partial(tutor.ask, asked)) for asked in questions])
            figures["exercise_bank_seconds"] = _seconds(tutor.exercise_bank)
            sessions = [_seconds(partial(_begin_session, tutor, seed)) for seed in range(_SESSIONS)]
            figures |= {f"practice_seconds_p{percent}": float(np.percentile(sessions, percent)) for percent in (50, 95)}
    return figures


def _begin_session(tutor: Tutor, seed: int) -> None:
    tutor.practise(SessionPlan(count=_EXERCISES, seed=seed), now=datetime.now(UTC))


def _generated_notes() -> Iterator[tuple[str, str]]:
    """Yield the paths and texts of notes in a student's style, of the glossary's words."""
    choose = random.Random(7)
    words = _words()
    for note in range(_NOTES):
        lines: list[str] = []
        for bullet in range(_BULLETS):
            phrase = " ".join(choose.sample(words, choose.randint(6, 16)))
            term = " ".join(choose.sample(words, 2))
            kind = choose.choice(("-> ", "-> ", "{ ", ""))
            ending = " }" if kind == "{ " else ""
            body = phrase.replace(" ", ", ") if ending else phrase
            lines.append("\t" * (bullet % 3) + f"* {term} {kind}{body}{ending}")
        yield f"materia {note % 9}/nota {note:03}.md", "\n".join(lines)


def _words() -> list[str]:
    """Return the glossary's single words."""
    groups = glossary.read_glossary(Path(glossary.__file__).with_name("glossary.txt").read_text("utf-8"))
    return [phrase for group in groups for phrase in group if phrase.isalpha()]


def _first_lines(notes: Mapping[str, str]) -> Iterator[str]:
    for text in notes.values():
        yield text.split("\n", 1)[0]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _percentiles(name: str, seconds: list[float]) -> dict[str, float]:
    milliseconds = np.array(seconds) * 1000
    return {f"{name}_p{percent}": float(np.percentile(milliseconds, percent)) for percent in (50, 95)}
