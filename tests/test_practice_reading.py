"""What notes state, as questions are made of it: concepts, groups, attributes and facts."""

import pytest
from practice_notes import CELLS, HYPERVISORS, PORTS, read

from tutor.practice.grammar.shapes import Shape
from tutor.practice.reading.knowledge import GroupKind


def test_concepts_are_read_without_examples_and_asides() -> None:
    found = {concept.term: concept.clauses[0] for concept in read(HYPERVISORS).concepts}
    assert found["snapshot"].text == "imagem instantânea do estado atual de uma VM, útil para backup"
    assert found["snapshot"].shape is Shape.NOUN
    assert found["virtualização total (hosted)"].shape is Shape.VERB


def test_sets_keep_their_label_kind_and_context() -> None:
    groups = {group.label: group for group in read(HYPERVISORS).groups}
    assert groups["tipo 2 (hosted)"].members == ("VirtualBox", "QEMU", "VMware Player", "Parallels")
    assert groups["tipo 2 (hosted)"].kind is GroupKind.CLASS
    assert groups["tipo 2 (hosted)"].place.context == "Tipos de hypervisors"
    assert "hosted" in groups["tipo 2 (hosted)"].names
    assert groups["vantagens da consolidação de servidores"].members == ("eficiência energética", "redução de custos")


def test_merits_below_a_bullet_named_after_them_are_those_of_its_owner() -> None:
    merits = ("+ custo baixo", "+ exercício diário", "- exposição à chuva", "- pouca carga")
    text = "* vantagens da bicicleta\n" + "".join(f"\t* {merit}\n" for merit in merits)
    groups = {group.label: group.members for group in read(text).groups}
    assert groups == {
        "vantagens da bicicleta": ("custo baixo", "exercício diário"),
        "desvantagens da bicicleta": ("exposição à chuva", "pouca carga"),
    }


def test_what_lies_below_a_list_in_so_many_groups_are_the_groups() -> None:
    text = "* 12 princípios do clube, em 3 grupos\n" + "".join(
        f"\t* {name}\n" for name in ("corpo", "mente", "convívio")
    )
    assert read(text).groups == ()


def test_words_behind_an_advantage_define_nothing() -> None:
    (concept,) = (c for c in read(HYPERVISORS).concepts if c.term == "eficiência energética")
    assert concept.remark


def test_tables_give_attributes_named_after_their_first_column() -> None:
    found = [(a.of, a.name, a.value) for a in read(PORTS).attributes]
    assert found[:2] == [("protocolo SSH", "Porta", "22"), ("protocolo SSH", "Uso", "acesso remoto seguro")]
    assert len(found) == 12


def test_rows_of_two_columns_define() -> None:
    text = "| Poder | Descrição |\n|---|---|\n| Hierárquico | organiza a estrutura interna |\n"
    assert [c.term for c in read(text).concepts] == ["poder hierárquico"]


def test_prose_is_read_sentence_by_sentence_and_only_what_stands_alone() -> None:
    knowledge = read(CELLS)
    assert [fact.text for fact in knowledge.facts] == [
        "A mitocôndria é a organela responsável pela respiração celular",
        "O ribossomo é a estrutura que sintetiza as proteínas",
        "O ser humano possui 46 cromossomos nas células somáticas",
    ]
    assert knowledge.facts[1].place.citation.quote == "O ribossomo é a estrutura que sintetiza as proteínas."
    assert knowledge.facts[1].place.citation.first_line == 3


def test_lines_that_define_are_cited_one_by_one() -> None:
    found = read("média - soma dos valores dividida por n\nmoda - valor mais frequente do conjunto\n").concepts
    assert [(c.term, c.place.citation.first_line) for c in found] == [("média", 1), ("moda", 2)]


def test_predicates_below_a_term_get_it_as_subject_back() -> None:
    facts = {fact.text: fact for fact in read(HYPERVISORS).facts}
    fact = facts["O tipo 1 (nativo) roda diretamente sobre o hardware"]
    assert fact.place.citation.quote == "roda diretamente sobre o hardware"
    assert fact.place.citation.first_line == 5


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("* tipos de créditos\n\t* suplementares -> reforço de dotação", ["créditos suplementares"]),
        ("* escalonamento\n\t* preemptivo -> SO retira a CPU do processo", ["escalonamento preemptivo"]),
        ("* amostragem\n\t* por cotas -> escolha por grupos da população", ["amostragem por cotas"]),
        ("* política\n\t* contracionista -> eleva a taxa de juros", ["política contracionista"]),
        ("* redes\n\t* roteador -> encaminha pacotes entre redes", ["roteador"]),
    ],
    ids=["plural", "singular", "complement", "either gender", "a noun of its own"],
)
def test_adjectives_take_the_noun_above_them(text: str, terms: list[str]) -> None:
    assert [concept.term for concept in read(text).concepts] == terms


@pytest.mark.parametrize(
    "text",
    [
        "* atenção: cai muito em prova",
        "* fundamentos: soberania, cidadania, dignidade",
        "* tratamento: prevenção, detecção, correção",
        "* pequena circulação: coração → pulmões → coração",
        "* kernel híbrido -> mistura os dois",
        "* ver: https://example.com",
        "* volta ao começo -> perdeu uma muda, planta todas de novo",
        "* troca de muda -> muda presa por um fio de nylon",
        "* mantenha-o simples -> eliminar o que não agrega valor à poda",
        "* comece de onde você está -> considerar o que já existe na horta",
    ],
    ids=[
        "hint",
        "list of a plural",
        "bare list",
        "sequence",
        "points elsewhere",
        "link",
        "what happened before",
        "of its complement",
        "instruction",
        "instruction to the reader",
    ],
)
def test_what_defines_nothing_is_no_concept(text: str) -> None:
    assert read(text).concepts == ()


def test_attributes_belong_to_what_stands_above() -> None:
    (found,) = read("* mandado de segurança\n\t* prazo: 120 dias").attributes
    assert (found.of, found.name, found.value) == ("mandado de segurança", "prazo", "120 dias")


@pytest.mark.parametrize(
    ("text", "path", "topic", "context"),
    [
        ("* snapshot -> imagem de uma VM em um instante", "virtualizacao.md", "snapshot", "Virtualização"),
        ("# Redes\n\n## Modelo OSI\n- quadro -> unidade de dados do enlace", "r.md", "modelo OSI", "Modelo OSI"),
        ("# Redes\n\n## Definição\n- rede -> conjunto de nós ligados entre si", "r.md", "redes", "Redes"),
        ("- termo -> conjunto de palavras com sentido", "2024-05-01.md", "termo", ""),
    ],
    ids=["top bullet", "heading", "generic heading", "title that names nothing"],
)
def test_topics_and_contexts_are_what_a_student_calls_them(text: str, path: str, topic: str, context: str) -> None:
    place = read(text, path).concepts[0].place
    assert (place.topic, place.context) == (topic, context)


def test_marks_pages_and_images_travel_with_the_block() -> None:
    text = "* snapshot -> imagem do estado de uma VM ![[figura.png]]\n\t* p. 51 da apostila so_02\n\t* anki:: sim\n"
    place = read(text).concepts[0].place
    assert [(page.source, page.first) for page in place.citation.pages] == [("apostila so_02", 51)]
    assert (place.study_marks, place.images) == (("anki",), ("figura.png",))
