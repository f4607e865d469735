"""What students write in haste: comma splices, words left out, shorthand; what is made of it or left out."""

import pytest
from practice_notes import note

from tutor.practice.endings import is_bare_adjective
from tutor.practice.falsify import inversions, negations, renumberings
from tutor.practice.genders import Genders
from tutor.practice.knowledge import Clause, Fact, GroupKind, Knowledge, Place
from tutor.practice.reading import learn_genders, read_note
from tutor.practice.sentences import said_of, say, subject_of, with_inner_articles
from tutor.practice.shapes import Shape, shape_of
from tutor.practice.splices import unspliced
from tutor.practice.wording import clauses, name_of
from tutor.types import Citation

GENDERS = Genders([])
PLACE = Place(Citation(1, "n.md", ("n",), 1, 1, "…"), "n", "n", 0)


def read(text: str, path: str = "nota.md") -> Knowledge:
    parsed = note(text, path)
    return read_note(parsed, learn_genders([parsed]))


def said(text: str) -> set[str]:
    return {fact.text for fact in read(text).facts}


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
        ("sobe máquinas de teste, Vagrantfile", ["sobe máquinas de teste", "Vagrantfile"]),
        ("responde só se, após a ordem, não apagar", ["responde só se, após a ordem, não apagar"]),
        ("uma chave é menor e a da direita, maior", ["uma chave é menor e a da direita, maior"]),
        ("função sem custo, usa memória e executa na VM", ["função sem custo", "usa memória e executa na VM"]),
        ("pedir, para si ou para outro, dinheiro em troca", ["pedir, para si ou para outro, dinheiro em troca"]),
        ("barra que separa os tempos, usada em partituras", ["barra que separa os tempos, usada em partituras"]),
        ("usa uma chave de 24 bits, quebrada", ["usa uma chave de 24 bits", "quebrada"]),
        ("Raft, um algoritmo de consenso", ["Raft, um algoritmo de consenso"]),
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
    ],
)
def test_no_sentence_where_its_grammar_is_not_sure(term: str, definition: str) -> None:
    assert say(term, Clause(definition, Shape.NOUN), GENDERS) == ""


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("servidor", "criado por um consórcio de empresas", "O servidor foi criado por um consórcio de empresas"),
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
        ("arquitetura cliente/servidor", ("arquitetura cliente/servidor",)),
        ("operações down/P/wait", ()),
        ("? ver se cai BGP", ()),
        ("ger. de incidentes trata falhas", ()),
        ("reduz qtd de erros", ()),
        ("rede ligada a uma NAS", ("rede ligada a uma NAS",)),
        ("leitor n bloqueia escritor, mas n do produto", ("leitor não bloqueia escritor, mas não do produto",)),
        ("tabela de n posições", ("tabela de n posições",)),
        ("exige mta memória por qtos segundos", ("exige muita memória por quantos segundos",)),
        ("nome dos msms campos", ()),
        ("lê a linha 2x", ()),
        ("não guarda de jeito nenhum", ()),
        ("cuida da segurança DA casa", ("cuida da segurança da casa",)),
        ("antecipa o pagto por docs antigos", ("antecipa o pagamento por documentos antigos",)),
        ("elevação da temp do corpo", ("elevação da temperatura do corpo",)),
        ("replace temp with query", ("replace temp with query",)),
        ("responsabilidade dos pais", ("responsabilidade dos pais",)),
        ("respeito à liberdade de expressão +", ()),
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


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("* tipos de nível\n\t* não operacional -> longo prazo da organização toda", ["nível não operacional"]),
        ("* restos a pagar\n\t* processados -> despesas liquidadas e não pagas", ["restos a pagar processados"]),
        ("* climas\n\t* tropical de altitude -> serras altas do país", ["clima tropical de altitude"]),
        ("* nuvens\n\t* estimado -> rede que fica na organização", []),
        (
            "* idades\n\t* corrente -> documentos usados todo dia\n\t* permanente -> documentos que se guardam"
            "\n\t* intermediária -> documentos que aguardam a destinação",
            [],
        ),
        (
            "* idades\n\t* serviço -> documentos usados todo dia\n\t* permanente -> documentos que se guardam"
            "\n\t* intermediária -> documentos que aguardam a destinação",
            [],
        ),
        ("* tipos de dados\n\t* metadados -> dados que descrevem outros dados", []),
        ("* visões 3+1\n\t* física -> organização do software no hardware", ["visão física"]),
        ("* ciclos de vida\n\t* iterativo -> repete atividades para refinar o produto", ["ciclo de vida iterativo"]),
        ("* tipos de dado\n\t* numérico\n\t\t* contínua -> assume qualquer valor de um intervalo", []),
        ("* mnemônico dos tipos -> caso, atividade, máquina e interação do sistema", []),
        ("* art. 55: pode convalidar ato com defeito sanável", ["art. 55"]),
    ],
    ids=[
        "class",
        "complement",
        "adjective and complement",
        "no noun for it",
        "noun among adjectives",
        "any noun among adjectives",
        "noun that ends so",
        "number",
        "compound",
        "below an adjective",
        "hint",
        "law",
    ],
)
def test_terms_take_the_noun_they_qualify_or_are_left_out(text: str, terms: list[str]) -> None:
    assert [concept.term for concept in read(text).concepts] == terms


def test_a_law_does_nothing_itself() -> None:
    (concept,) = read("* art. 55: pode convalidar ato com defeito sanável").concepts
    assert concept.clauses[0].shape is Shape.OTHER
    assert said("* art. 55: pode convalidar ato com defeito sanável") == set()


def test_the_first_of_several_steps_defines_nothing() -> None:
    assert (
        read("* critério: prefixo mais longo primeiro (longest match), depois a distância, depois a métrica").concepts
        == ()
    )


@pytest.mark.parametrize(
    "text",
    [
        "* tempo médio -> tempo de acerto + taxa de falha x penalidade",
        "* principal mudança -> todas as modalidades da lei exigem dolo",
        "* causa -> barreira de montanhas que seca o ar que chega",
        "* NEYMAR -> NEga a primeira, MAntém a segunda",
        "* prazo União -> envio do projeto até o último dia de agosto",
    ],
)
def test_formulas_and_what_is_told_of_something_above_define_nothing(text: str) -> None:
    assert read(text).concepts == ()


def test_what_stands_below_prevent_is_how_it_is_done() -> None:
    below = "espera circular -> ordenar numericamente os recursos"
    assert read(f"* prevenir\n\t* {below}").concepts == ()
    assert len(read(f"* deadlock\n\t* {below}").concepts) == 1


@pytest.mark.parametrize(
    "text",
    [
        "- edital do TRF pede a norma antiga ainda",
        "- read uncommitted permite os três",
        '- os requisitos são o "o que" do sistema',
        "- no cobit 5 era ISO 15504",
        "- não é só para o departamento de TI da nota",
        "- partição testa um representante de cada",
        "- as três leis do método são: escrever antes o teste; escrever só o código do teste",
        "- a primeira ferramenta foi o JBehave",
        "A versão 2.1 é de junho do ano de 2018.",
        "- rol é amplo e aberto (art. 5º); rol não é taxativo (§2º)",
        "- é bom para vetores pequenos ou quase ordenados",
        "- ADD faz o mesmo, porém aceita URL",
        "- multa é cumulável com as outras",
        "- portaria tornou o seu uso obrigatório em 2007",
        "- agentes de pequeno porte estão dispensados de indicá-lo",
        "- provedor responde só se, após ordem do juiz, não apagar o texto; kernel nem sabe que existem",
        "- chave parcial distingue as ocorrências da fraca ligadas ao dono",
        "- hora extra 2 semanas seguidas é sinal de problema",
        "- leitura fantasma mostra linhas por INSERT de outra",
        "* igualdade\n\t* == -> compara com conversão de tipo",
        "- golpista finge que é chefe, policial",
        "- nome vem de Barbara Liskov, que o apresentou em 1987",
        "- calcular MAC -> cifra e depois calcula MAC do texto cifrado",
        "- varredura completa nem sempre é ruim: com muitas linhas, é melhor que índice",
    ],
)
def test_asides_and_dangling_references_are_no_facts(text: str) -> None:
    assert said(text) == set()


def test_values_are_told_of_what_is_listed_below_their_name() -> None:
    (found,) = read("* prazos do processo\n\t* recurso administrativo: 10 dias").attributes
    assert (found.of, found.name, found.value) == ("recurso administrativo", "prazo", "10 dias")


def test_a_table_without_a_first_header_compares_its_columns() -> None:
    text = "| | Anulação | Revogação |\n|---|---|---|\n| Motivo | ilegalidade | conveniência |\n"
    found = [(a.of, a.name, a.value) for a in read(text).attributes]
    assert found == [("anulação", "motivo", "ilegalidade"), ("revogação", "motivo", "conveniência")]


def test_full_names_are_not_taken_for_adjectives() -> None:
    text = "| Presidente | Período | Fato |\n|---|---|---|\n| Prudente de Morais | 1894-1898 | Guerra de Canudos |\n"
    assert {attribute.of for attribute in read(text).attributes} == {"Prudente de Morais"}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("* NAS -> armazenamento na rede local; protocolos { NFS, SMB }", ["protocolos de NAS"]),
        ("* força bruta -> tenta tudo; defesa { captcha, bloqueio }", []),
        ("* whaling -> o alvo é peixe grande { diretores, CEO }", []),
        ("* 3 modelos de serviço { SaaS, PaaS, IaaS }", ["modelos de serviço"]),
        ("* ameaças { evitar, mitigar, aceitar }", []),
        ("* punitivos: multa, interdição, demissão", []),
        ("* direitos x garantias { voto, protesto, greve }", []),
        ("* emenda { fusão, mecânica }", []),
        ("* visões { do cliente, do gestor, em uso }", []),
        ("* nuvem -> rede de servidores\n\t* + repetível, auditável, rápida\n\t* + ambientes iguais", []),
        ("* cada bloco { hash, nonce, raiz }", []),
        ("* Biomas\n\t* Cerrado\n\t\t* ameaças { incêndio, pasto, soja }", []),
        ("* partes -> pessoa, grupo ou firma que pode afetar, ser afetada ou temer o plano", []),
        ("* Paxos -> algoritmo de consenso com proponentes, aceitadores e aprendizes", []),
        ("* valores { OSPF 110, RIP 120, EIGRP 90 }", []),
        ("* taxas { leve 10%, média 20%, alta 40% }", []),
        ("* XSS\n\t* defesa { captcha, senha, bloqueio }", ["defesa de XSS"]),
        ("* Redes\n\t* benefícios\n\t\t* + custo menor\n\t\t* + alcance maior", []),
        ("* padrões que ajudam { Strategy, Decorator, Facade }", []),
        ("* elementos do crime\n\t* excludentes de culpa { erro, coação, doença }", []),
        ("* softwares citados { Zabbix, Nagios, Cacti }", []),
        ("* requisitos { velocidade, como desempenho, custo }", []),
        ("* filtro { por porta, por protocolo, por endereço }", []),
        ("# Ataques\n\n## Relatório\n\n- metodologias { PTES, OSSTMM, ISSAF }", ["metodologias"]),
    ],
    ids=[
        *(
            "owner",
            "anything of the term",
            "sentence",
            "count",
            "what is done about them",
            "adjective",
            "comparison",
            "two",
            "prepositions of a plural",
            "several in one bullet",
            "each",
            "adjective above",
            *("what somebody does", "what one thing has"),
            "values",
            "percentages",
        ),
        *(
            "owner above",
            "owner that lacks its own",
            "clause",
            "noun like an adjective",
            "participle",
            "members",
            "prepositions",
            "heading",
        ),
    ],
)
def test_lists_have_a_name_or_are_left_out(text: str, labels: list[str]) -> None:
    assert [group.label for group in read(text).groups if group.kind is not GroupKind.LEAD] == labels


@pytest.mark.parametrize(
    ("text", "path", "context"),
    [
        ("# Vacina\n\n## Doenças\n- varíola -> doença que foi erradicada da cidade", "v.md", "vacina"),
        ("* condições de Coffman (todas as quatro)\n\t* posse -> processo segura um recurso", "v.md", None),
        ("- termo -> conjunto de palavras com sentido", "banco_dados.md", ""),
        ("- REST -> estilo de APIs na web\n- SOAP -> protocolo de APIs na web", "rest_soap.md", "REST e SOAP"),
        ("# Redes\n\n## Tipos conforme o dono\n\n- LAN -> rede que cobre um só prédio", "r.md", "redes"),
        ("# Redes\n\n## Contas que caem em prova\n\n- soma -> conta de dois ou mais números", "r.md", "redes"),
        ("# Redes\n\n## Além do enlace\n\n- dpi -> unidade de resolução da imagem", "r.md", "redes"),
        ("# Redes\n\n## Outras notações\n\n- dpi -> unidade de resolução da imagem", "r.md", "redes"),
        ("- soma -> operação sobre dois números", "modelo-er.md", ""),
        ("# LGPD (Lei 13.709): bases e agentes\n\n- soma -> operação sobre dois números", "l.md", "LGPD"),
        ("# Redes\n\n## Norma: compra de redes\n\n- soma -> operação de dois números", "r.md", "compra de redes"),
        ("* melhoria\n\t* engenharia\n\t\t* soma -> operação sobre dois números", "l.md", "engenharia"),
        ("* capacidade é de processo\n\t* soma -> operação sobre dois números", "l.md", "capacidade"),
        ("# Soma e RISC x CISC\n\n- soma -> operação sobre dois números", "r.md", "soma e RISC x CISC"),
        ("- DevOps une times\n- soma -> operação sobre dois números do DevOps", "devops.md", "DevOps"),
    ],
    ids=[
        *("plural heading", "aside", "file's name run together", "acronyms", "lacks its owner", "about the exam"),
        *(
            "adverb",
            "others",
            "hyphen",
            "long title",
            "norm",
            "noun that looks adjectival",
            "sentence",
            "comparison",
            "case",
        ),
    ],
)
def test_contexts_are_subjects(text: str, path: str, context: str | None) -> None:
    found = read(text, path).concepts[-1].place.context
    assert found == ("condições de Coffman" if context is None else context)


def fact(text: str) -> Fact:
    return Fact(text, text, PLACE)


def test_changes_leave_a_sentence() -> None:
    assert list(inversions(fact("A catáfora antecipa termo posterior"))) == []
    assert list(inversions(fact("O protocolo roda direto sobre o IP"))) == []
    assert list(inversions(fact("A lei permite não licitar o bem"))) == []
    assert list(inversions(fact("A meta é restaurar o serviço o mais rápido possível"))) == []
    assert list(inversions(fact("Os dados são sempre responsabilidade do cliente"))) == []
    assert list(renumberings(fact("A preparação toma de 60% a 80% do esforço"))) == []
    assert list(negations(fact("A cache guarda os dados usados há pouco"))) == []
    assert list(negations(fact("O TDD não é técnica de teste, e sim de projeto"))) == []
    assert list(negations(fact("O acervo não é mais parte do museu"))) == []
    assert list(negations(fact("A operação não pertence a nenhuma entidade"))) == []
    assert list(negations(fact("A validação divide a base em partes, treina e testa"))) == []
    assert list(renumberings(fact("O sistema garante 2 das 3 propriedades, e 2 dos 3 nós"))) == []
    ((text, _),) = negations(fact("O diferencial NÃO limpa o bit"))
    assert text == "O diferencial limpa o bit"


def test_genders_are_learnt_from_articles_right_before_a_noun() -> None:
    learnt = Genders(["dentro do AS { RIP, BGP }", "AS BGP", "a VLAN de voz", "O snapshot"])
    assert [learnt.of(word) for word in ("RIP", "BGP", "snapshot")] == [None, None, "m"]


@pytest.mark.parametrize(
    ("word", "gender"), [("bioma", "m"), ("ecossistema", "m"), ("soma", "f"), ("AR (Autoridade de Registro)", "f")]
)
def test_genders_of_greek_nouns_and_of_acronyms_spelled_out(word: str, gender: str) -> None:
    assert GENDERS.of(word) == gender


def test_sentences_that_a_list_ends_have_a_noun_for_their_subject() -> None:
    below = "* gestão\n\t* lógico -> representa o mundo por { ponto, linha, área }"
    assert [group.label for group in read(below).groups] == []
    assert [group.label for group in read(below.replace("gestão", "modelo")).groups] == [
        "O modelo lógico representa o mundo por"
    ]


def test_a_title_that_only_qualifies_owns_no_list() -> None:
    text = "* competência\n\t* estados { ICMS, IPVA, ITCMD }\n* soma -> operação sobre dois números"
    found = read(text, "tributario.md")
    assert [group.label for group in found.groups] == []
    assert found.concepts[0].place.context == ""


def test_what_goes_on_about_the_subject_of_a_sentence_is_not_said_of_the_term() -> None:
    text = "* sobreaviso -> empregado fica em casa à espera de ordens; recebe um terço da hora normal"
    assert not any("sobreaviso recebe" in fact for fact in said(text))


def test_what_the_doer_does_is_not_said_of_the_act() -> None:
    acts = "* crimes\n\t* furto -> subtrair bem de outra pessoa\n\t* dano -> destruir bem de outra pessoa"
    done = "\n\t* apropriação -> recebe o bem e não devolve ao dono"
    assert [concept.term for concept in read(acts + done).concepts] == ["furto", "dano"]
    assert [concept.term for concept in read("* crimes" + done).concepts] == ["apropriação"]
    below = "* furto -> subtrair bem de outra pessoa\n\t* privilegiado -> devolve o bem antes do fim do processo"
    assert [concept.term for concept in read(below).concepts] == ["furto"]


@pytest.mark.parametrize(
    "text", ["regular, reconhecida por autômato finito", "irrestrita, reconhecida por máquina de Turing"]
)
def test_an_adjective_before_a_comma_defines_nothing(text: str) -> None:
    assert shape_of(text, GENDERS) not in {Shape.NOUN, Shape.CLAUSE}


def test_a_name_of_an_attribute_may_be_defined() -> None:
    text = "* população -> conjunto de indivíduos da mesma espécie que vivem em uma mesma área"
    assert [concept.term for concept in read(text).concepts] == ["população"]


def test_a_sentence_below_its_heading_gets_its_subject_and_loses_its_capital() -> None:
    text = "# Transações\n\n## Leitura suja\n\nOcorre quando uma transação lê um dado que outra ainda não confirmou.\n"
    assert said(text) == {"A leitura suja ocorre quando uma transação lê um dado que outra ainda não confirmou"}


def test_english_names_take_no_article() -> None:
    assert subject_of("kernel features used by containers", GENDERS) == "kernel features used by containers"


def test_lists_in_cells_are_joined_as_a_sentence_joins_them() -> None:
    text = "| Risco | Agentes | Cor |\n|---|---|---|\n| Químico | poeiras, gases, vapores | vermelho |\n"
    values = [attribute.value for attribute in read(text).attributes]
    assert values == ["poeiras, gases e vapores", "vermelho"]


def test_columns_that_tell_no_property_are_not_asked() -> None:
    text = "| Ferramenta | Para quê | Em inglês | Porta |\n|---|---|---|---|\n| Nmap | achar portas | scan | 22 |\n"
    assert [attribute.name for attribute in read(text).attributes] == ["Porta"]
    for value in ("impossível", "interesse; perícia", "O(1)"):
        assert read(f"| Nível | Leitura | Ordem |\n|---|---|---|\n| A | {value} | {value} |\n").attributes == ()
    kinds = (
        "| Tipo | Causa | Prazo |\n|---|---|---|\n| de dados | espera | 5 dias |\n| estrutural | espera | 2 dias |\n"
    )
    assert read(kinds).attributes == ()
    cases = (
        "| Caso | Prazo | Cor |\n|---|---|---|\n| bens, demais | 5 dias | azul |\n| decidir recurso | 2 dias | azul |\n"
    )
    assert read(cases).attributes == ()
    clause = "| Letra | Violação | Ideia |\n|---|---|---|\n| S | classe grande, que faz tudo | foco |\n"
    assert [attribute.value for attribute in read(clause).attributes] == ["classe grande, que faz tudo"]


def test_words_of_the_trade_are_no_asides() -> None:
    text = "# Edital e concurso\n\n- o edital deve conter o objeto\n- o concurso tem validade de 2 anos\n"
    assert said(text) == {"O edital deve conter o objeto", "O concurso tem validade de 2 anos"}


def test_an_ability_is_no_measure() -> None:
    rhyme = "capacidade de um mesmo som voltar no verso"
    assert said(f"* rima -> {rhyme}") == {f"A rima é a {rhyme}"}
    assert said("* contrato -> validade de um mês") == {"O contrato tem validade de um mês"}


def test_a_predicate_below_what_qualifies_is_said_of_the_whole_name() -> None:
    text = "* estilos de nado\n\t* de costas\n\t\t* facilita a respiração do nadador\n"
    assert said(text) == {"O estilo de nado de costas facilita a respiração do nadador"}


def test_nothing_is_said_of_itself() -> None:
    assert said("* falha -> oculta a falha e a recuperação do recurso") == set()


def test_a_limit_defines_nothing() -> None:
    (concept,) = read("* disquete -> arquivo de até 2 MB, sem senha").concepts
    assert concept.clauses[0].shape is Shape.OTHER


def test_what_two_rows_tell_of_two_cases_is_told_of_none() -> None:
    rows = "| bens | menor preço | 8 dias |\n| bens | outros | 15 dias |\n| obras | menor preço | 25 dias |\n"
    found = read(f"# Propostas\n\n| objeto | critério | prazo |\n|---|---|---|\n{rows}").attributes
    assert {(attribute.of, attribute.value) for attribute in found} == {("obras", "menor preço"), ("obras", "25 dias")}


def test_what_the_letters_of_a_name_stand_for_defines_nothing() -> None:
    (concept,) = read("* LNF -> Liga Nacional de Futsal\n* LPT -> liga que reúne os times de bairro\n").concepts
    assert concept.term == "LPT"


def test_a_name_below_two_of_many_is_defined_there() -> None:
    below = "".join(f"## {name}\n\n- torre -> figura que anda em linha reta\n\n" for name in ("Xadrez", "Damas"))
    others = "".join(f"## {name}\n\n- peça do {name} -> figura que se move\n\n" for name in ("Ludo", "Gamão", "Go"))
    assert "torre" in {concept.term for concept in read(f"# Jogos\n\n{below}{others}").concepts}
    assert "torre" not in {concept.term for concept in read(f"# Jogos\n\n{below}").concepts}


def test_a_name_takes_the_article_that_a_sentence_begins_with() -> None:
    assert subject_of("Era Dourada", Genders(["A Era Dourada acabou em 1890."])) == "a Era Dourada"
    assert subject_of("Lista Final", Genders(["A lista saiu. A cada ano há outra."])) == "a Lista Final"
