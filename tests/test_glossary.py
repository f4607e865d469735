"""The glossary: the file is well made, and the words of notes and questions meet in it."""

import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tutor.glossary
from tutor.glossary import concepts, read_glossary, synonyms
from tutor.language import stems

TEXT = Path(tutor.glossary.__file__).with_name("glossary.txt").read_text(encoding="utf-8")
GROUPS = read_glossary(TEXT)
STEMMED = [[tuple(stems(phrase)) for phrase in group] for group in GROUPS]


def test_it_is_large_enough_to_be_of_use() -> None:
    assert len(GROUPS) >= 1600


def test_every_group_has_two_phrases_or_more() -> None:
    assert [group for group in GROUPS if len(group) < 2] == []


def test_every_phrase_has_one_to_four_stems() -> None:
    assert [phrase for group in GROUPS for phrase in group if not 1 <= len(stems(phrase)) <= 4] == []


def test_no_phrase_stands_twice_in_a_group() -> None:
    assert [group for group, phrases in zip(GROUPS, STEMMED, strict=True) if len(set(phrases)) < len(phrases)] == []


def test_no_phrase_stands_in_two_groups() -> None:
    count = Counter(phrase for phrases in STEMMED for phrase in phrases)
    assert [phrase for phrase, times in count.items() if times > 1] == []


def test_lines_are_tidy() -> None:
    lines = TEXT.splitlines()
    assert [line for line in lines if line != line.strip() or "  " in line or ",," in line] == []
    assert [line for line in lines if line and not line.startswith("#") and line.count(", ") != line.count(",")] == []


@pytest.mark.parametrize(
    ("asked", "noted"),
    [
        ("movimentar", "migração"),
        ("desligar", "shutdown"),
        ("parar", "desligamento"),
        ("benefícios", "vantagens"),
        ("pontos negativos", "desvantagem"),
        ("necessário", "exige"),
        ("utilizado", "usa"),
        ("reduz", "diminuição"),
        ("layers", "camadas"),
        ("máquina virtual", "VMs"),
        ("virtual machines", "máquinas virtuais"),
        ("operating system", "sistemas operacionais"),
        ("SO", "sistema operacional"),
        ("S.O.", "operating systems"),
        ("deadlock", "impasse"),
        ("cópia de segurança", "backup"),
        ("hóspede", "guest"),
        ("hospedeiro", "host"),
        ("nós", "node"),
        ("DoS", "negação de serviço"),
        ("foreign key", "chaves estrangeiras"),
        ("queries", "consulta"),
        ("SGBD", "sistemas gerenciadores de bancos de dados"),
        ("apagados", "exclusão"),
        ("mandar", "transmissão"),
        ("resetar", "zerado"),
        ("defende", "protege"),
        ("homologar", "aprovação"),
        ("quem é responsável", "competência"),
        ("prós", "vantagens"),
        ("cobrança", "tarifas"),
        ("bottlenecks", "gargalo"),
        ("taxes", "impostos"),
        ("employees", "funcionários"),
        ("smoke test", "testes de fumaça"),
        ("cold start", "partida a frio"),
        ("hemácias", "glóbulos vermelhos"),
        ("noun", "substantivos"),
    ],
)
def test_words_that_mean_the_same_share_a_concept(asked: str, noted: str) -> None:
    shared = frozenset.intersection(*concepts(stems(asked)), *concepts(stems(noted)))
    assert len(shared) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hóspede", "hospedeiro"),
        ("vantagem", "desvantagem"),
        ("chave pública", "chave privada"),
        ("criptografia simétrica", "criptografia assimétrica"),
        ("eficácia", "eficiência"),
        ("erro", "defeito"),
        ("memória principal", "memória secundária"),
        ("primeira forma normal", "segunda forma normal"),
        ("IDS", "IPS"),
        ("RTO", "RPO"),
        ("processo", "processador"),
        ("objetivo", "objeto"),
        ("fila", "file"),
        ("backup incremental", "backup diferencial"),
        ("backup", "replicação"),
        ("furto", "roubo"),
        ("imposto", "taxa"),
        ("custo", "preço"),
        ("problema", "desvantagem"),
        ("bloqueio compartilhado", "bloqueio exclusivo"),
        ("juros simples", "juros compostos"),
        ("objeto direto", "objeto indireto"),
        ("hemácia", "leucócito"),
        ("risco residual", "risco inerente"),
        ("falso positivo", "falso negativo"),
    ],
)
def test_what_exams_tell_apart_shares_no_concept_on_every_word(one: str, other: str) -> None:
    asked, written = concepts(stems(one)), frozenset[str]().union(*concepts(stems(other)))
    assert not all(ideas & written for ideas in asked)


def test_a_word_takes_part_in_its_phrase_and_in_its_own_concept() -> None:
    assert concepts(["chav", "prim", "tabel"]) == [
        frozenset({"chav prim", "chav"}),
        frozenset({"chav prim"}),
        frozenset({"tabel"}),
    ]


def test_half_a_phrase_is_not_the_phrase() -> None:
    assert concepts(["prim"]) == [frozenset()]
    assert concepts(["prim", "chav"]) == [frozenset(), frozenset({"chav"})]


def test_a_word_without_synonyms_has_no_concept() -> None:
    assert concepts(["xyzzy", ""]) == [frozenset(), frozenset()]
    assert concepts([]) == []


def test_synonyms_are_the_other_phrases_of_the_group() -> None:
    assert synonyms(("vm",)) == (("maquin", "virtual"), ("virtual", "machin"))
    assert synonyms(("virtual", "machin")) == (("maquin", "virtual"), ("vm",))


def test_an_unknown_phrase_has_no_synonyms() -> None:
    assert synonyms(("xyzzy",)) == ()
    assert synonyms(()) == ()


def test_read_glossary_skips_comments_and_blank_lines() -> None:
    assert read_glossary("# a section\n\nrede, network\n  nó,node \n") == (("rede", "network"), ("nó", "node"))


WORDS = st.sampled_from(sorted({stem for phrases in STEMMED for phrase in phrases for stem in phrase} | {"xyzzy", ""}))


@given(st.lists(WORDS, max_size=12), st.lists(WORDS, max_size=4))
def test_more_words_never_take_a_concept_away(text: list[str], more: list[str]) -> None:
    alone = concepts(text)
    assert len(alone) == len(text)
    assert all(before <= after for before, after in zip(alone, concepts(text + more), strict=False))


def test_a_sentence_is_read_in_tens_of_microseconds() -> None:
    sentence = stems("live migration é a movimentação das VMs de um hypervisor para outro, sem desligamento das VMs")
    concepts(sentence)
    start = time.perf_counter()
    for _ in range(1000):
        concepts(sentence)
    assert time.perf_counter() - start < 0.2
