"""What students write in haste: comma splices, words left out, shorthand; what is made of it or left out."""

import pytest
from practice_notes import fact, said

from tutor.practice.grammar.articles import subject_of, with_inner_articles
from tutor.practice.grammar.endings import is_bare_adjective
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.shapes import Shape, shape_of
from tutor.practice.grammar.splices import unspliced
from tutor.practice.grammar.wording import clauses, name_of
from tutor.practice.questions.falsify import inversions, negations, renumberings
from tutor.practice.reading.knowledge import Clause
from tutor.practice.reading.sentences import said_of, say

GENDERS = Genders([])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IPv4 tem 32 bits, IPv6 tem 128 bits", ["IPv4 tem 32 bits", "IPv6 tem 128 bits"]),
        ("basta instalar o SO, não exige mudança", ["basta instalar o SO", "não exige mudança"]),
        ("função unidirecional, saída de tamanho fixo", ["função unidirecional", "saída de tamanho fixo"]),
        ("verificação rápida das funções, se falhar nem continua", None),
        ("protocolo de mensagens, independente de transporte", ["protocolo de mensagens, independente de transporte"]),
        ("conjunto de dados, programas e arquivos", ["conjunto de dados, programas e arquivos"]),
        ("temperatura acima de 37,8 °C", ["temperatura acima de 37,8 °C"]),
        ("sociedade em que a União, por lei, detém o capital", ["sociedade em que a União, por lei, detém o capital"]),
        ("parte do sistema que organiza, protege e recupera", ["parte do sistema que organiza, protege e recupera"]),
        ("usa foto, máscara", ["usa foto, máscara"]),
        ("sinal que autoriza, por lei, concluir a poda", ["sinal que autoriza, por lei, concluir a poda"]),
        (
            "concessão de serviço que envolve, além da tarifa dos usuários, contraprestação do parceiro",
            ["concessão de serviço que envolve, além da tarifa dos usuários, contraprestação do parceiro"],
        ),
        ("prestação de serviços, não contínua, com pausas", ["prestação de serviços, não contínua, com pausas"]),
        ("sobe máquinas de teste, Vagrantfile", ["sobe máquinas de teste", "Vagrantfile"]),
        ("responde só se, após a ordem, não apagar", ["responde só se, após a ordem, não apagar"]),
        ("tem folha, flor ou fruto e não traz semente", ["tem folha, flor ou fruto e não traz semente"]),
        ("escolhe parte dos galhos, e a ordem importa", ["escolhe parte dos galhos, e a ordem importa"]),
        ("uma chave é menor e a da direita, maior", ["uma chave é menor e a da direita, maior"]),
        ("função sem custo, usa memória e executa na VM", ["função sem custo", "usa memória e executa na VM"]),
        ("pedir, para si ou para outro, dinheiro em troca", ["pedir, para si ou para outro, dinheiro em troca"]),
        ("barra que separa os tempos, usada em partituras", ["barra que separa os tempos, usada em partituras"]),
        ("usa uma chave de 24 bits, quebrada", ["usa uma chave de 24 bits", "quebrada"]),
        ("Raft, um algoritmo de consenso", ["Raft, um algoritmo de consenso"]),
        ("é mutável, de curto prazo", ["é mutável", "de curto prazo"]),
        ("uso de um serviço, efetiva ou potencial, em rede", ["uso de um serviço, efetiva ou potencial, em rede"]),
        (
            "conjunto de atos de juízes, partes privadas e peritos, em decorrência do exercício de suas funções",
            ["conjunto de atos de juízes, partes privadas e peritos, em decorrência do exercício de suas funções"],
        ),
    ],
)
def test_splices_are_cut_and_what_belongs_together_is_not(text: str, expected: list[str] | None) -> None:
    if expected is None:
        assert unspliced(text, GENDERS)[0] == text.partition(",")[0]
    else:
        assert unspliced(text, GENDERS) == expected


@pytest.mark.parametrize(
    "text",
    [
        "captura posição do cursor",
        "local ao roteador do vizinho",
        "usuário provisiona sozinho",
        "processo de alta prioridade espera recurso preso",
        "provedor: segurança da nuvem",
        "maiores de 18 anos",
        "simétrica em torno da média",
        "a reta que une o planeta ao Sol varre áreas iguais em tempos iguais",
        "o evento que ocorrer primeiro define o caminho",
        "apagar um dado acarreta perda de outro",
        "declarado o motivo",
        "guia a equipe nas práticas",
        "padrão, uma instância por contexto",
        "bem comum em ferramentas de modelagem",
        "algo que aconteceu e que interessa",
        "lista no DNS os IPs que podem enviar",
        "quem decide é o sistema, pelo rótulo",
    ],
)
def test_what_only_looks_like_a_noun_phrase(text: str) -> None:
    assert shape_of(text, GENDERS) not in {Shape.NOUN, Shape.DETERMINED, Shape.INFINITIVE, Shape.PARTICIPLE}


@pytest.mark.parametrize(
    "text",
    [
        "resolve com polimorfismo",
        "regular funcionamento da horta",
        "mede em dias para corrigir",
        "todos revelam ao mesmo tempo",
        "simula sem mudar nada",
        "substitui pelo sucessor",
        "muitos dizem que é o mais importante",
    ],
)
def test_what_lacks_its_object_or_leans_on_the_sentence_before(text: str) -> None:
    assert shape_of(text, GENDERS) is Shape.OTHER


def test_adverbs_may_stand_before_a_predicate() -> None:
    assert shape_of("nunca é extraditado", GENDERS) is Shape.VERB
    assert say("nato", Clause("nunca é extraditado", Shape.VERB), GENDERS) == "O nato nunca é extraditado"


@pytest.mark.parametrize(
    ("term", "definition"),
    [
        ("nível operacional", "curto prazo"),
        ("confiabilidade", "comportamento e resultados bem consistentes"),
        ("RSTP", "convergência em poucos segundos"),
        ("Terraform", "provisionamento de nuvens por código"),
        ("backlog", "meta da equipe, itens da etapa e plano da entrega"),
        ("preparação", "seleção, limpeza e formatação, até chegar ao conjunto final"),
        ("maus cheiros", "indício de problema no projeto"),
        ("colheita em dois tempos", "fase de corte dos ramos e fase de secagem"),
        ("praga", "excesso de insetos na horta, proliferação de fungos e morte de mudas por falta de luz"),
    ],
    ids=[
        "too short",
        "two nouns under one article",
        "no kind of thing",
        "product",
        "several things",
        "several things and where to",
        "number",
        "one kind twice",
        "acts behind an amount",
    ],
)
def test_no_sentence_where_its_grammar_is_not_sure(term: str, definition: str) -> None:
    assert say(term, Clause(definition, Shape.NOUN), GENDERS) == ""


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("servidor", "criado por um consórcio de empresas", "O servidor é criado por um consórcio de empresas"),
        ("servidor", "criado em 1995 pelo dono", "O servidor foi criado em 1995 pelo dono"),
        ("Scrum", "criado por um consórcio de empresas", "Scrum foi criado por um consórcio de empresas"),
        ("entrada", "isenta de custas salvo má-fé", "A entrada é isenta de custas salvo má-fé"),
        ("servidor", "usado em redes pequenas", "O servidor é usado em redes pequenas"),
    ],
)
def test_participles_take_their_tense_and_terms_their_article(term: str, text: str, expected: str) -> None:
    assert say(term, Clause(text, Shape.PARTICIPLE), GENDERS, own=True) == expected
    assert subject_of("build quebrado", GENDERS) == "build quebrado"


def test_predicates_agree_with_their_subject_in_gender() -> None:
    assert said_of("cadeia de valor", "não é iterativo", GENDERS) == ""
    assert said_of("cadeia de valor", "é o mais completo", GENDERS) == ""
    assert said_of("imprescritibilidade", "não se perdem pelo não uso", GENDERS) == ""
    assert said_of("cadeia de valor", "não é iterativa", GENDERS) == "A cadeia de valor não é iterativa"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("demanda aumenta quando renda aumenta", "demanda aumenta quando a renda aumenta"),
        ("permite retorno do invasor", "permite o retorno do invasor"),
        ("mantém número de réplicas", "mantém o número de réplicas"),
        ("usa troca de chaves", "usa troca de chaves"),
        ("executa se não houve exceção", "executa se não houve exceção"),
        ("é parte do contrato", "é parte do contrato"),
    ],
)
def test_articles_left_out_are_put_back(text: str, expected: str) -> None:
    assert with_inner_articles(text, GENDERS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("técnica q esconde msgs p/ o usuário", ("técnica que esconde mensagens para o usuário",)),
        ("mantém nº de réplicas em 2 ou + nós", ("mantém número de réplicas em 2 ou mais nós",)),
        ("muda a aparência/assinatura", ("muda a aparência ou assinatura",)),
        ("poda com os verbos wait (P) e signal (V)", ("poda com os verbos wait (P) e signal (V)",)),
        ("poda a infra da horta", ("poda a infraestrutura da horta",)),
        ("deixa os ramos pras mudas", ("deixa os ramos para as mudas",)),
        ("arquitetura cliente/servidor", ("arquitetura cliente/servidor",)),
        ("operações down/P/wait", ()),
        ("? ver se cai BGP", ()),
        ("ger. de incidentes trata falhas", ()),
        ("reduz qtd de erros", ()),
        ("rede ligada a uma NAS", ("rede ligada a uma NAS",)),
        ("leitor n bloqueia escritor, mas n do produto", ("leitor não bloqueia escritor, mas não do produto",)),
        ("erro cai à medida q n cresce", ("erro cai à medida que n cresce",)),
        ("tabela de n posições", ("tabela de n posições",)),
        ("exige mta memória por qtos segundos", ("exige muita memória por quantos segundos",)),
        ("nome dos msms campos", ()),
        ("lê a linha 2x", ()),
        ("não guarda de jeito nenhum", ()),
        ("cuida da segurança DA casa", ("cuida da segurança da casa",)),
        ("antecipa o pagto por docs antigos", ("antecipa o pagamento por documentos antigos",)),
        ("elevação da temp do corpo", ("elevação da temperatura do corpo",)),
        ("replace temp with query", ("replace temp with query",)),
        ("muda do campo pra cidade e pra perto", ("muda do campo para a cidade e para perto",)),
        ("responsabilidade dos pais", ("responsabilidade dos pais",)),
        ("respeito à liberdade de expressão +", ()),
        ("grau de ligação da casa (quanto menor melhor)", ("grau de ligação da casa",)),
        ("termos que dao nome ao vaso", ("termos que dão nome ao vaso",)),
        ("varios usuarios da base distribuida", ("vários usuários da base distribuída",)),
        ("uma pratica que diferencia o produto publico", ("uma pratica que diferencia o produto público",)),
        ("a switch between various networks", ("a switch between various networks",)),
    ],
)
def test_shorthand_is_written_out_or_left_out(text: str, expected: tuple[str, ...]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("erro/engano/mistake", "erro (engano, mistake)"),
        ("TCP/IP", "TCP/IP"),
        ("cliente/servidor", "cliente/servidor"),
        ("S - Soft state", "Soft state"),
        ("solução p/ função", "solução para função"),
        ("remoção O(h)", ""),
        ("10.0.0.0 a 10.255.255.255", "10.0.0.0 a 10.255.255.255"),
        ("/24", "/24"),
        ("RAID - Redundant Array of Independent (ou Inexpensive) Disks", "RAID (Redundant Array of Independent Disks)"),
    ],
)
def test_names_with_aliases(label: str, expected: str) -> None:
    assert name_of(label) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("híbrida", True),
        ("rubro-negra", True),
        ("simples", True),
        ("executando", True),
        ("redução", False),
        ("carga", False),
        ("Alfa", False),
    ],
)
def test_adjectives_are_no_terms(name: str, expected: bool) -> None:
    assert is_bare_adjective(name) is expected


def test_changes_leave_a_sentence() -> None:
    assert list(inversions(fact("A catáfora antecipa termo posterior"))) == []
    assert list(inversions(fact("O protocolo roda direto sobre o IP"))) == []
    assert list(inversions(fact("A lei permite não licitar o bem"))) == []
    assert list(inversions(fact("A meta é restaurar o serviço o mais rápido possível"))) == []
    assert list(inversions(fact("Os dados são sempre responsabilidade do cliente"))) == []
    assert list(renumberings(fact("A preparação toma de 60% a 80% do esforço"))) == []
    assert list(negations(fact("O TDD não é técnica de teste, e sim de projeto"))) == []
    assert list(negations(fact("O acervo não é mais parte do museu"))) == []
    assert list(negations(fact("A operação não pertence a nenhuma entidade"))) == []
    assert list(renumberings(fact("O sistema garante 2 das 3 propriedades, e 2 dos 3 nós"))) == []
    ((text, _),) = negations(fact("O diferencial NÃO limpa o bit"))
    assert text == "O diferencial limpa o bit"


def test_genders_are_learnt_from_articles_right_before_a_noun() -> None:
    learnt = Genders(["dentro do AS { RIG, BGX }", "AS BGX", "a VLAN de voz", "O snapshot"])
    assert [learnt.of(word) for word in ("RIG", "BGX", "snapshot")] == [None, None, "m"]


@pytest.mark.parametrize(
    ("word", "gender"),
    [
        ("bioma", "m"),
        ("ecossistema", "m"),
        ("soma", "f"),
        ("AR (Autoridade de Registro)", "f"),
        ("pseudo-colheita", "f"),
        ("back-face culling", "m"),
    ],
)
def test_genders_of_greek_nouns_of_compounds_and_of_acronyms_spelled_out(word: str, gender: str | None) -> None:
    assert GENDERS.of(word) == gender


@pytest.mark.parametrize(
    "text", ["regular, reconhecida por autômato finito", "irrestrita, reconhecida por máquina de Turing"]
)
def test_an_adjective_before_a_comma_defines_nothing(text: str) -> None:
    assert shape_of(text, GENDERS) not in {Shape.NOUN, Shape.CLAUSE}


def test_an_ability_is_no_measure() -> None:
    rhyme = "capacidade de um mesmo som voltar no verso"
    assert said(f"* rima -> {rhyme}") == {f"A rima é a {rhyme}"}
    assert said("* contrato -> validade de um mês") == {"O contrato tem validade de um mês"}


def test_nothing_is_said_of_itself() -> None:
    assert said("* falha -> oculta a falha e a recuperação do recurso") == set()
