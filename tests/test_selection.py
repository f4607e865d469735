"""What a session asks: filters, due cards first, and a seed that gives the same session again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hand_exercises import flashcard, multiple_choice, true_false
from hypothesis import given
from hypothesis import strategies as st

from tutor.errors import PracticeError
from tutor.practice.history.naturalness import naturalness
from tutor.practice.history.records import Item
from tutor.practice.history.selection import SessionPlan, choose
from tutor.types import Exercise, ExerciseKind

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def ids(exercises: tuple[Exercise, ...]) -> list[str]:
    return [exercise.id for exercise in exercises]


def pool(count: int) -> list[Item]:
    return [Item(true_false(f"e{n}", line=n)) for n in range(count)]


def test_due_come_first_then_new_then_the_next_to_be_due() -> None:
    items = [
        Item(true_false("tomorrow", line=1), 1, 1, True, NOW + DAY),
        Item(true_false("new", line=2)),
        Item(true_false("due an hour", line=3), 1, 1, True, NOW - timedelta(hours=1)),
        Item(true_false("next week", line=4), 1, 1, True, NOW + 7 * DAY),
        Item(true_false("due a day", line=5), 1, 0, False, NOW - DAY),
    ]
    expected = ["due a day", "due an hour", "new", "tomorrow", "next week"]
    assert ids(choose(items, SessionPlan(), now=NOW)) == expected
    assert ids(choose(items, SessionPlan(count=3), now=NOW)) == expected[:3]


@given(order=st.permutations(pool(12)), seed=st.integers(0, 3))
def test_seed_gives_the_same_session_whatever_the_order_of_the_notes(order: list[Item], seed: int) -> None:
    plan = SessionPlan(count=5, seed=seed)
    assert choose(order, plan, now=NOW) == choose(pool(12), plan, now=NOW)


def test_another_seed_gives_another_session() -> None:
    sessions = {choose(pool(12), SessionPlan(count=5, seed=seed), now=NOW) for seed in range(8)}
    assert len(sessions) == 8


def test_new_exercise_leaves_the_others_in_their_order() -> None:
    before = ids(choose(pool(12), SessionPlan(count=None), now=NOW))
    after = ids(choose(pool(13), SessionPlan(count=None), now=NOW))
    assert [name for name in after if name != "e12"] == before


def test_neither_certo_nor_errado_is_the_safe_guess() -> None:
    items = [Item(replace(true_false(f"e{n}", line=n), key="errado" if n % 4 == 0 else "certo")) for n in range(24)]
    for seed in range(5):
        keys = [exercise.key for exercise in choose(items, SessionPlan(count=12, seed=seed), now=NOW)]
        assert keys.count("errado") == keys.count("certo") == 6


def test_no_lines_are_asked_twice_while_others_wait() -> None:
    makers = (true_false, multiple_choice, flashcard)
    items = [Item(make(f"{make.__name__}{line}", line=line)) for line in range(6) for make in makers]
    for seed in range(5):
        chosen = choose(items, SessionPlan(count=12, seed=seed), now=NOW)
        assert len({exercise.citation.first_line for exercise in chosen[:6]}) == 6
        assert len({exercise.citation.first_line for exercise in chosen[6:]}) == 6


@pytest.mark.parametrize(
    "terse",
    [
        pytest.param("A olaria da vila mantém 3 fornos de lenha.", id="counts"),
        pytest.param("O forno (de lenha) aquece o barro da vila.", id="aside"),
        pytest.param("No forno o barro da vila seca sem rachar.", id="begins away from its subject"),
        pytest.param("ABC regula o barro que vem do rio.", id="abbreviates"),
        pytest.param("O barro do rio seca devagar, endurece ao sol.", id="joins clauses"),
        pytest.param("O barro do norte da vila tem muita água.", id="weak verb"),
        pytest.param("O barro seca.", id="few words"),
    ],
)
def test_a_terse_assertion_waits_for_the_plain_ones(terse: str) -> None:
    plain = "O barro que seca devagar, à sombra, não racha, pois a água sai dele por igual."
    items = [Item(true_false(f"t{n}", line=n, prompt=f"Olaria › forno 2\n\n{terse}")) for n in range(4)]
    items += [Item(true_false(f"p{n}", line=9 + n, prompt=plain)) for n in range(4)]
    items.append(Item(flashcard("f", line=20, prompt=terse)))
    asked = ids(choose(items, SessionPlan(count=None), now=NOW))
    assert set(asked[:5]) == {"p0", "p1", "p2", "p3", "f"}


@pytest.mark.parametrize(
    ("prompt", "key", "waits"),
    [
        pytest.param("Qual é o grupo do aposto?", "Acessório", True, id="few words"),
        pytest.param("Aposto: qual é o grupo?", "Acessório", True, id="name before"),
        pytest.param("Qual é a porta do SSH?", "22", False, id="number"),
        pytest.param("Complete: o barro seca em _____ dias.", "3", True, id="gap"),
        pytest.param("Qual território foi devolvido?", "O Sinai, ao Egito", True, id="student's own"),
        pytest.param("Qual é o significado da sigla VM?", "Virtual machine", False, id="acronym"),
        pytest.param("Qual é o uso da lima?", "Alisar peças de metal", False, id="more words"),
        pytest.param("Quais são as cores da tinta? (2 itens)", "azul; verde", False, id="list"),
        pytest.param("O que se entende por lima?", "Ferramenta de alisar", False, id="definition"),
    ],
)
def test_a_card_on_a_few_words_of_a_table_waits(prompt: str, key: str, waits: bool) -> None:
    items = [Item(flashcard("value", line=1, prompt=f"Oficina\n\n{prompt}", key=key))]
    plain = {"prompt": "Oficina\n\nQual é a porta do SMTP?", "key": "25"}
    items += [Item(flashcard(f"f{n}", line=2 + n, **plain)) for n in range(9)]
    last = {ids(choose(items, SessionPlan(count=None, seed=seed), now=NOW))[-1] for seed in range(9)}
    assert (last == {"value"}) is waits


def test_kinds_and_topics_take_turns() -> None:
    items = [
        Item(
            true_false(
                f"c{n}",
                line=n,
                topic=f"t{n % 2}",
                prompt="O barro seca devagar, à sombra da casa, antes da queima lenta no forno de lenha.",
            )
        )
        for n in range(40)
    ]
    items += [Item(flashcard(f"f{n}", line=100 + n)) for n in range(3)]
    chosen = choose(items, SessionPlan(count=6), now=NOW)
    assert sorted(exercise.kind for exercise in chosen) == [ExerciseKind.TRUE_FALSE] * 3 + [ExerciseKind.FLASHCARD] * 3
    assert {exercise.topic for exercise in chosen if exercise.kind is ExerciseKind.TRUE_FALSE} == {"t0", "t1"}


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (SessionPlan(topics=("Memória",)), {"m"}),
        (SessionPlan(topics=("memoria", "REDES")), {"m", "r", "w"}),
        (SessionPlan(topics=("discos",)), {"f"}),
        (SessionPlan(topics=("mem",)), {"m"}),
        (SessionPlan(topics=("disco-rigido",)), {"d"}),
        (SessionPlan(kinds=(ExerciseKind.FLASHCARD,)), {"f"}),
        (SessionPlan(only_wrong=True), {"w"}),
        (SessionPlan(only_marked=True), {"f"}),
        (SessionPlan(topics=("redes",), only_wrong=True), {"w"}),
    ],
    ids=[
        "topic",
        "topics folded",
        "exact over part",
        "part of a topic",
        "note",
        "kind",
        "wrong",
        "marked",
        "two filters",
    ],
)
def test_filters_choose(plan: SessionPlan, expected: set[str]) -> None:
    items = [
        Item(true_false("m", topic="Memória")),
        Item(true_false("r"), 2, 1, True, NOW - DAY),
        Item(true_false("w"), 2, 1, False, NOW + DAY),
        Item(flashcard("f", topic="discos", study_marks=("anki",))),
        Item(true_false("d", topic="discos rígidos", note="so/disco-rigido.md")),
    ]
    assert set(ids(choose(items, plan, now=NOW))) == expected


@pytest.mark.parametrize(
    ("items", "plan", "message"),
    [
        ([], SessionPlan(), "notas não deram nenhuma"),
        (pool(2), SessionPlan(topics=("rdes",)), "sobre “rdes”. Os tópicos mais próximos são: redes"),
        (pool(2), SessionPlan(topics=(" ",)), "sobre “ ”. Os tópicos mais próximos são: redes"),
        (pool(2), SessionPlan(only_wrong=True), r"filtros \(só as que errei\)"),
        (
            pool(2),
            SessionPlan(only_marked=True, kinds=(ExerciseKind.OPEN,), topics=("redes",)),
            r"filtros \(só as marcadas, aberta, redes\)",
        ),
        (pool(2), SessionPlan(count=0), "pelo menos 1"),
        (pool(2), SessionPlan(minutes=0), "pelo menos 1"),
    ],
    ids=["no exercises", "unknown topic", "blank topic", "nothing wrong yet", "all filters", "no count", "no time"],
)
def test_plan_that_gives_nothing_says_why(items: list[Item], plan: SessionPlan, message: str) -> None:
    with pytest.raises(PracticeError, match=message):
        choose(items, plan, now=NOW)


def test_rejected_exercises_give_their_place_to_the_next() -> None:
    asked: list[str] = []

    def accepts(exercise: Exercise) -> bool:
        asked.append(exercise.id)
        return len(asked) % 2 == 0

    everything = ids(choose(pool(12), SessionPlan(count=None), now=NOW))
    assert ids(choose(pool(12), SessionPlan(count=3), now=NOW, accepts=accepts)) == everything[1:6:2]
    assert asked == everything[:6]


def test_nothing_accepted_says_so() -> None:
    with pytest.raises(PracticeError, match="não chegou ao gabarito"):
        choose(pool(2), SessionPlan(), now=NOW, accepts=lambda exercise: False)


def test_five_pairs_wait_for_what_shows_one() -> None:
    pairs = "Olaria\n\nAssinale a opção em que a descrição não corresponde ao conceito."
    told = "Terra que guarda água e que se molda com as mãos."
    one = f"Olaria\n\n{told}\n\nAssinale a opção que indica o conceito descrito."
    items = [Item(multiple_choice(f"p{n}", line=n, prompt=pairs)) for n in range(3)]
    items += [Item(multiple_choice(f"o{n}", line=9 + n, prompt=one)) for n in range(3)]
    asked = ids(choose(items, SessionPlan(count=None), now=NOW))
    assert set(asked[:3]) == {"o0", "o1", "o2"}


def test_acronyms_and_other_cards_take_turns() -> None:
    asked = "Redes\n\nQual é o significado da sigla {}?"
    items = [
        Item(flashcard(f"a{n}", line=n, topic=f"a{n}", prompt=asked.format(f"TC{n}"), key="Protocolo de rede"))
        for n in range(8)
    ]
    told = "Vila\n\nO que caracteriza o barro?"
    items += [Item(flashcard(f"d{n}", line=20 + n, topic=f"d{n}", prompt=told, key="O barro seca.")) for n in range(8)]
    chosen = choose(items, SessionPlan(count=6), now=NOW)
    assert naturalness(items[0].exercise) > 0.8 > naturalness(items[-1].exercise)
    assert {exercise.id[0] for exercise in chosen} == {"a", "d"}


@pytest.mark.parametrize("seed", range(6))
def test_tables_take_turns(seed: int) -> None:
    def card(name: str, line: int, table: str) -> Exercise:
        made = flashcard(name, line=line, topic=name, prompt=f"Vila\n\nQual é a altura do vaso {name}?", key="30 cm")
        return replace(made, citation=replace(made.citation, quote=f"vaso {name} | 30 cm", path=("Vila", table)))

    rows = [Item(card(f"a{n}", n, "altos")) for n in range(6)] + [Item(card(f"b{n}", 20 + n, "baixos")) for n in (1, 2)]
    chosen = choose(rows, SessionPlan(count=4, seed=seed), now=NOW)
    assert sorted(exercise.id[0] for exercise in chosen) == ["a", "a", "b", "b"]
