"""Verbs, nouns and shapes: the little grammar that questions are built with."""

import pytest

from tutor.practice.grammar.articles import subject_of
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import (
    article,
    capitalized,
    common_form,
    contract,
    enumerate_words,
    is_plural,
    singular_form,
    with_article,
)
from tutor.practice.grammar.shapes import Shape, agreeing, is_finite, shape_of
from tutor.practice.grammar.verbs import is_impersonal, is_infinitive, is_plural_verb, is_verb_form

GENDERS = Genders(["o custo da live migration; o Scrum e o snapshot; em Java"])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("permite", True),
        ("é", True),
        ("e", False),
        ("divide-se", True),
        ("segregam-se", True),
        ("conterá", True),
        ("promulgou", True),
        ("líquida", False),
        ("prática", False),
        ("estrutura", False),
        ("camada", False),
        ("para", False),
        ("verão", False),
    ],
)
def test_verb_forms(word: str, expected: bool) -> None:
    assert is_verb_form(word) is expected


@pytest.mark.parametrize(
    ("predicate", "expected"),
    [
        ("há comunicação entre eles", True),
        ("é comum ficar abaixo de 15%", True),
        ("é bom para vetores pequenos", False),
        ("não é obrigado a devolver valor", False),
        ("não há o que se falar em virtualização", True),
        ("é necessária boa infra de rede", True),
        ("é vedada a vinculação de receita", True),
        ("usa-se um par de chaves", True),
        ("não se usa crase antes de verbos", True),
        ("não se guarda a imagem", True),
        ("divide-se em três fases", False),
        ("é uma das formas de virtualização", False),
        ("permite acesso remoto", False),
        ("retarda-se a intervenção", True),
        ("aplica-se a contratos", False),
    ],
)
def test_impersonal_predicates_are_not_said_of_a_subject(predicate: str, expected: bool) -> None:
    assert is_impersonal(predicate) is expected


@pytest.mark.parametrize(("verb", "expected"), [("permitem", True), ("contém", False), ("são", True), ("tem", False)])
def test_plural_verbs(verb: str, expected: bool) -> None:
    assert is_plural_verb(verb) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("movimentação das VMs de um hypervisor para outro", Shape.NOUN),
        ("quantidade máxima de dados que se aceita perder", Shape.NOUN),
        ("um software que cria VMs", Shape.DETERMINED),
        ("permite acesso remoto", Shape.VERB),
        ("garante que exista cópia", Shape.VERB),
        ("disciplina que estuda os seres vivos", Shape.NOUN),
        ("não exige modificação do SO", Shape.VERB),
        ("busca o próximo elemento", Shape.VERB),
        ("usado para acesso remoto", Shape.PARTICIPLE),
        ("responsável por maximizar o valor", Shape.PARTICIPLE),
        ("mais rápido que TCP", Shape.PARTICIPLE),
        ("rejeitar H0 verdadeira", Shape.INFINITIVE),
        ("cada solução adota estratégias diferentes", Shape.CLAUSE),
        ("há comunicação entre o núcleo e o hypervisor", Shape.CLAUSE),
        ("omissão em tornar efetiva norma da lei", Shape.NOUN),
        ("a LOA não conterá dispositivo estranho", Shape.CLAUSE),
        ("quanto maior o preço, menor a quantidade", Shape.CLAUSE),
        ("o aumento do preço de um reduz a demanda do outro", Shape.CLAUSE),
        ("para acesso remoto", Shape.OTHER),
        ("principalmente quando há carga", Shape.OTHER),
        ("ele é usado em redes", Shape.OTHER),
        ("tudo ou nada", Shape.OTHER),
        ("grava só quando o valor muda", Shape.OTHER),
        ("transfere direto para a memória", Shape.OTHER),
        ("não emite para o aprendiz", Shape.OTHER),
        ("verifica se há trincas no vaso", Shape.VERB),
        ("necessário garantir esses atributos", Shape.OTHER),
        ("evento que poderia ter causado dano mas não causou", Shape.NOUN),
        ("a fração que indica quantas vezes o terreno foi reduzido", Shape.DETERMINED),
        ("eleitos em escrutínio secreto", Shape.PARTICIPLE),
        ("imposição de valores aceita como legítima pelos vizinhos", Shape.OTHER),
        ("ocorre depois do contrato, quando uma parte muda", Shape.VERB),
        ("estrado que facilita o transporte", Shape.OTHER),
        ("critica a elite da época", Shape.VERB),
        ("restituição da quantia paga ou abatimento do preço", Shape.OTHER),
        ("", Shape.OTHER),
    ],
)
def test_shapes(text: str, expected: Shape) -> None:
    assert shape_of(text, GENDERS) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("O Plano de Metas, do governo JK, tinha 31 metas", True),
        ("Em 1937, Vargas instaurou o Estado Novo", True),
        ("redução de custos", False),
        ("uso de VPN que permite acesso", False),
    ],
)
def test_finite_sentences(text: str, expected: bool) -> None:
    assert is_finite(text) is expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("virtualização", "f"),
        ("hypervisor", "m"),
        ("sistemas de arquivos", "m"),
        ("rede", "f"),
        ("prófase", "f"),
        ("união de ideias", "f"),
        ("queixa-crime", "f"),
        ("não repúdio", "m"),
        ("live migration", "f"),
        ("replica set", None),
        ("firewall", "m"),
        ("thrashing", "m"),
        ("kubernetes", "m"),
        ("ADI", None),
        ("prontidão", "f"),
        ("cidadão", "m"),
    ],
)
def test_gender_from_lists_endings_and_the_notes_articles(phrase: str, expected: str | None) -> None:
    assert GENDERS.of(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("níveis de virtualização", True),
        ("camada", False),
        ("simples troca", False),
        ("status", False),
        ("habeas data", False),
        ("VMs", True),
        ("DNS", False),
        ("Kubernetes", None),
        ("meiosis", None),
    ],
)
def test_number(phrase: str, expected: bool | None) -> None:
    assert is_plural(phrase) is expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("imagem instantânea de uma VM", "uma imagem instantânea de uma VM"),
        ("movimentação das VMs", "a movimentação das VMs"),
        ("uso de VPN", "o uso de VPN"),
        ("intervalo entre a rega e a colheita", "o intervalo entre a rega e a colheita"),
        ("área mínima para o sustento da horta", "a área mínima para o sustento da horta"),
        ("lugar onde as mudas crescem", "o lugar onde as mudas crescem"),
        ("lugar onde crescem mudas", "um lugar onde crescem mudas"),
        ("vegetação das margens", "a vegetação das margens"),
        ("fração dos frutos que caem", "a fração dos frutos que caem"),
        ("resultado primário mais os juros", "o resultado primário mais os juros"),
        ("raiz quadrada da variância", "a raiz quadrada da variância"),
        ("sequência mais longa de atividades", "a sequência mais longa de atividades"),
        ("regras que definem a troca", "as regras que definem a troca"),
        ("thrashing do disco", None),
    ],
)
def test_articles(phrase: str, expected: str | None) -> None:
    assert with_article(phrase, GENDERS) == expected


def test_article_forms() -> None:
    assert [article("m"), article("f", plural=True), article("f", definite=False)] == ["o", "as", "uma"]


@pytest.mark.parametrize(
    ("preposition", "phrase", "expected"),
    [
        ("de", "o hypervisor", "do hypervisor"),
        ("em", "a nuvem", "na nuvem"),
        ("a", "a nuvem", "à nuvem"),
        ("a", "os níveis", "aos níveis"),
        ("por", "as VMs", "pelas VMs"),
        ("de", "live migration", "de live migration"),
    ],
)
def test_contractions(preposition: str, phrase: str, expected: str) -> None:
    assert contract(preposition, phrase) == expected


def test_enumerations() -> None:
    assert enumerate_words(["a", "b", "c"]) == "a, b e c"
    assert enumerate_words(["planejamento", "monitoramento e controle"]) == "planejamento; e monitoramento e controle"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Topologias", "topologias"),
        ("Permissões no Linux", "permissões no Linux"),
        ("Modelo OSI", "modelo OSI"),
        ("Camada (Tanenbaum)", "camada (Tanenbaum)"),
        ("Poder Legislativo", "Poder Legislativo"),
        ("Evolução da poda pública no Brasil", "evolução da poda pública no Brasil"),
        ("Revolta da Vacina", "Revolta da Vacina"),
        ("Direito Civil: parte geral", "Direito Civil: parte geral"),
        ("Scrum", "Scrum"),
        ("Java", "Java"),
        ("TCP", "TCP"),
    ],
)
def test_first_letters_are_lowered_in_common_nouns_only(name: str, expected: str) -> None:
    assert common_form(name, GENDERS) == expected


def test_capitals_keep_names() -> None:
    assert [capitalized("snapshot é"), capitalized("iSCSI usa TCP")] == ["Snapshot é", "iSCSI usa TCP"]


def test_singular_down_to_the_first_preposition() -> None:
    assert singular_form("orações subordinadas") == "oração subordinada"
    assert singular_form("algoritmos de substituição de páginas") == "algoritmo de substituição de páginas"


def test_infinitives_may_have_a_pronoun() -> None:
    assert is_infinitive("opor-se")
    assert not is_infinitive("opõe-se")


def test_laws_take_their_article() -> None:
    assert subject_of("Leis de Kepler", GENDERS) == "as Leis de Kepler"
    assert subject_of("Lei nº 8.112/1990", Genders(["Para os efeitos desta Lei, servidor"])) == "a Lei nº 8.112/1990"


def test_agreement_of_subject_and_predicate() -> None:
    assert agreeing("o switch", "encaminha quadros") == "O switch encaminha quadros"
    assert agreeing("os switches", "encaminha quadros") == ""
    assert agreeing("o switch", "há colisões") == ""
