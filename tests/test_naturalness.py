"""How naturally an exercise reads, as learned from readers, decides when a session asks it."""

from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files

import pytest
from hand_exercises import flashcard, open_question, true_false

from evals.naturalness.__main__ import JUDGED, Judged, best_of_each_set, cross_validated, fit, read_judged
from tutor.language import is_stop_word
from tutor.practice.history.naturalness import WEIGHTS, Naturalness, naturalness, read_naturalness, signs
from tutor.practice.history.records import Item
from tutor.practice.history.selection import SessionPlan, choose
from tutor.types import Exercise

NOW = datetime(2026, 11, 28, tzinfo=UTC)


@pytest.fixture(name="regression", scope="module")
def _regression() -> Naturalness:
    return read_naturalness(files("tutor.practice.history").joinpath(WEIGHTS).read_text("utf-8"))


def test_words_are_told_by_their_shape_and_small_ones_as_they_are() -> None:
    told = signs(flashcard("a", prompt="Olaria\n\nQual é a função do TCP em Lisboa?", key="Levar 3 vasos"))
    assert {"said do", "said ABC", "said Name", "said 1", "said do ABC em", "topic Name"} <= set(told)
    assert not [name for name in told if "olaria" in name.lower() or "tcp" in name.lower() or "lisboa" in name.lower()]


def test_no_weight_is_of_a_topic(regression: Naturalness) -> None:
    runs = [name.partition(" ")[2].split() for name in regression.weights if name.startswith(("said ", "topic "))]
    whole = {word for run in runs for word in run if len(word) > 1 and not word.startswith("-") and word.islower()}
    assert whole
    assert [word for word in sorted(whole) if not is_stop_word(word)] == []


def test_signs_weigh_by_their_share() -> None:
    regression = Naturalness({"good": 2.0, "bad": -2.0}, 0.0)
    alone, both = regression.probability({"good": 1.0}), regression.probability({"good": 1.0, "bad": 1.0})
    assert alone == pytest.approx(0.8808, abs=1e-4)
    assert both == pytest.approx(0.5)
    assert regression.probability({"good": 1.0, "unknown": 9.0}) == alone
    assert regression.probability({}) == pytest.approx(0.5)


def _sentence(name: str, line: int) -> Exercise:
    said = "O barro da vila é a terra que guarda água e que se molda com as mãos."
    return true_false(name, line=line, topic=name, prompt=f"Olaria\n\nJulgue o item a seguir.\n\n{said}")


def _note(name: str, line: int) -> Exercise:
    said = "Barro: fácil/barato, molda + rápido (pouca água), seca ao sol, racha."
    return true_false(name, line=line, topic=name, prompt=f"Olaria\n\nJulgue o item a seguir.\n\n{said}")


@pytest.mark.parametrize("seed", range(4))
def test_what_reads_like_a_note_waits_for_what_reads_like_a_sentence(seed: int) -> None:
    assert naturalness(_note("n", 1)) < naturalness(_sentence("s", 2))
    items = [Item(_note(f"n{n}", n)) for n in range(3)] + [Item(_sentence(f"s{n}", 10 + n)) for n in range(3)]
    chosen = choose(items, SessionPlan(count=3, seed=seed), now=NOW)
    assert {exercise.id[0] for exercise in chosen} == {"s"}


def _judged(at: int) -> Judged:
    """Return an exercise that is natural where its key begins with an article."""
    natural = at % 2 == 0
    told = open_question(f"e{at}", prompt="Conceitue barro.", key=f"{'O barro é' if natural else 'Barro:'} terra {at}")
    source = replace(told.citation, note=f"{at % 10}.md")
    return Judged(replace(told, citation=source), f"set {at // 5}", natural)


def test_what_readers_liked_is_learned_and_told_of_sets_that_were_not_seen() -> None:
    judged = [_judged(at) for at in range(60)]
    told = cross_validated(judged)
    assert best_of_each_set(judged, told) == 1.0
    assert best_of_each_set(judged, -told) == 0.0


def test_a_sign_of_few_notes_has_no_weight() -> None:
    judged = [_judged(at) for at in range(60)]
    assert "said o" in fit(judged).weights
    assert "said o" not in fit(judged, in_notes=31).weights


def test_the_packaged_weights_are_those_of_the_judged_exercises(regression: Naturalness) -> None:
    judged = read_judged(JUDGED)
    trained = fit(judged)
    assert regression.weights.keys() == trained.weights.keys()
    assert all(abs(regression.weights[name] - weight) < 0.02 for name, weight in trained.weights.items())
