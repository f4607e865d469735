"""What whole notes give: terms, lists and headings with the names they need, and no more."""

import pytest
from practice_notes import read, said

from tutor.practice.grammar.articles import subject_of, with_subject_article
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.shapes import Shape
from tutor.practice.reading.knowledge import GroupKind

GENDERS = Genders([])


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("* tipos de nível\n\t* não operacional -> longo prazo da organização toda", ["nível não operacional"]),
        ("* restos a pagar\n\t* processados -> despesas liquidadas e não pagas", ["restos a pagar processados"]),
        ("* climas\n\t* tropical de altitude -> serras altas do país", ["clima tropical de altitude"]),
        ("* nuvens\n\t* estimado -> rede que fica na organização", []),
        ("* engenharia social\n\t* spear phishing -> golpe que tem um alvo certo", ["spear phishing"]),
        ("- **Bomba lógica**: programa que espera uma data para agir", ["bomba lógica"]),
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
        (
            "# Poda\n* desbaste\n\t* estatística -> corte que segue a forma da árvore"
            "\n\t* não estatística -> corte que segue o gosto do dono\n\t* copa -> corte dos ramos mais altos da árvore"
            "\n\t* raiz -> corte do que se estende no chão\n\t* galho -> corte de um só ramo da árvore",
            ["copa", "raiz", "galho"],
        ),
        (
            "* distribuições\n\t* Silva -> uma única tentativa com dois resultados"
            "\n\t* binomial -> conta que soma as tentativas\n\t* exponencial -> tempo entre as tentativas que falham",
            ["distribuição binomial", "distribuição exponencial"],
        ),
        ("* tipos de dados\n\t* metadados -> dados que descrevem outros dados", []),
        ("* visões 3+1\n\t* física -> organização do software no hardware", ["visão física"]),
        ("* ciclos de vida\n\t* iterativo -> repete atividades para refinar o produto", ["ciclo de vida iterativo"]),
        ("* tipos de dado\n\t* numérico\n\t\t* contínua -> assume qualquer valor de um intervalo", []),
        (
            "* conceitos\n\t* titular -> pessoa a quem se referem os dados\n\t* eliminação -> exclusão de dado guardado"
            "\n\t* encarregado -> pessoa que é canal de comunicação\n\t* cadastro -> conjunto de dados de pessoas",
            ["titular", "eliminação", "cadastro"],
        ),
        (
            "* papéis sociais\n\t* temporário -> pessoa que fica pouco tempo\n\t* gestor -> pessoa que decide o rumo"
            "\n\t* dono -> pessoa que responde pelo bem\n\t* sócio -> pessoa que põe o dinheiro",
            ["gestor", "dono", "sócio"],
        ),
        (
            "* tipos de teste\n\t* carga -> avalia o comportamento sob a demanda\n\t* smoke -> avalia as funções",
            ["smoke"],
        ),
        ("| Tipo | Significado |\n|---|---|\n| carga | teste que avalia a demanda |\n", []),
        ("| Princípio | Significado |\n|---|---|\n| Livre acesso | consulta gratuita aos dados |\n", ["livre acesso"]),
        ("* SCD\n\t* tipo 1 -> sobrescreve o valor antigo", []),
        ("| Comando | O que faz |\n|---|---|\n| chmod | altera as permissões de um arquivo |\n", ["comando chmod"]),
        ("| Teste | Objetivo |\n|---|---|\n| fumaça | verificar se as funções principais andam |\n", []),
        ("* mnemônico dos tipos -> caso, atividade, máquina e interação do sistema", []),
        ("* poda\n\t* tipos de poda\n\t\t* limpeza -> corte de todos os ramos secos", []),
        ("* tipos de poda\n\t* limpeza\n\t\t* remoção -> corte de todos os ramos secos", []),
        ("* poda\n\t* detectada praga -> aplica a calda em toda a copa", []),
        ("* poda\n\t* corte -> + rápido, barato; - erros de quem poda", []),
        ("* poda\n\t* desbaste -> remoção de ramos por desbaste da copa", []),
        ("* broca -> inseto que fura o tronco\n\t* detecção -> rede com furos na copa", ["broca"]),
        ("* SDR -> serviço de desbaste rural", []),
        ("* corte -> mudas e vasos de barro para a horta", ["corte"]),
        (
            "* tipos de cultivo\n\t* não irrigado\n\t\t* seleção de mudas -> reúne as mudas do canteiro",
            ["seleção de mudas"],
        ),
        ("# Patrimônio\n* passivo -> recurso que a horta deve a outros", []),
        ("# Podas leves\n* ausência -> corte que não se fez no outono", ["ausência"]),
        ("* art. 55: pode convalidar ato com defeito sanável", ["art. 55"]),
    ],
    ids=[
        "class",
        "complement",
        "adjective and complement",
        "no noun for it",
        "foreign name",
        "capital of a phrase",
        "noun among adjectives",
        "any noun among adjectives",
        "what is denied beside it",
        "name among adjectives",
        "noun that ends so",
        "number",
        "compound",
        "below an adjective",
        "label that says nothing",
        "one adjective among nouns",
        "kinds",
        "row of a kind",
        "row of an adjective and its noun",
        "number of a kind",
        "row of what is done",
        "row of a purpose",
        "hint",
        "sort without its noun",
        "below a sort",
        "event",
        "merits",
        "circle",
        "act of another",
        "words for letters",
        "number that differs",
        "below a denied participle",
        "thing that looks adjectival",
        "noun with an opposite",
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
        "* colheita máxima = colheita mínima + lote de mudas",
    ],
)
def test_formulas_and_what_is_told_of_something_above_define_nothing(text: str) -> None:
    assert read(text).concepts == ()


def test_what_stands_below_prevent_is_how_it_is_done() -> None:
    below = "espera circular -> ordenar numericamente os recursos"
    assert read(f"* prevenir\n\t* {below}").concepts == ()
    assert len(read(f"* deadlock\n\t* {below}").concepts) == 1


def test_an_act_behind_a_definition_is_done_about_it() -> None:
    text = "**Praga**: ataca as folhas da horta durante a noite. Mitigação: veneno fraco e selo do fiscal.\n"
    assert [concept.term for concept in read(text).concepts] == ["Praga"]


@pytest.mark.parametrize(
    "text",
    [
        "- edital do TRF pede a norma antiga ainda",
        "- read uncommitted permite os três",
        '- os requisitos são o "o que" do sistema',
        "- no cobit 5 era ISO 15504",
        "- não é só para o departamento de TI da nota",
        "- partição testa um representante de cada",
        "- as três leis do método são: escrever antes o teste que falha; escrever só o código do teste",
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


def test_what_is_done_is_no_value_of_its_owner() -> None:
    laws = "".join(f"* {law} -> lei do plano\n\t* devolução: até {law[-1]} de julho\n" for law in ("LDA 1", "LDB 2"))
    assert read(laws).attributes == ()


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
        ("* horta -> plantio na rua de casa; protocolos { NFS, SMB }", ["protocolos da horta"]),
        ("* XDR -> armazenamento na rede local; protocolos { NFS, SMB }", []),
        ("* protocolos de XDR { NFS, SMB }", ["protocolos de XDR"]),
        ("* força bruta -> tenta tudo; defesa { captcha, bloqueio }", []),
        ("* whaling -> o alvo é peixe grande { diretores, CEO }", []),
        ("* 3 modelos de serviço { SaaS, PaaS, IaaS }", ["modelos de serviço"]),
        ("* ameaças { evitar, mitigar, aceitar }", []),
        ("* punitivos: multa, interdição, demissão", []),
        ("* direitos x garantias { voto, protesto, greve }", []),
        ("* emenda { fusão, mecânica }", []),
        ("# Hortas\n- gastos da horta: poda e corte de ramos, compra de vasos e adubos", []),
        ("# Hortas\n## Medidas da horta\n- altura\n- largura\n- somar um metro à altura", []),
        ("# Hortas\n- direitos e vantagens: colheita, rega, poda", []),
        ("* visões { do cliente, do gestor, em uso }", []),
        ("* nuvem -> rede de servidores\n\t* + repetível, auditável, rápida\n\t* + ambientes iguais", []),
        ("* cada bloco { hash, nonce, raiz }", []),
        ("* Biomas\n\t* Cerrado\n\t\t* ameaças { incêndio, pasto, soja }", []),
        ("* partes -> pessoa, grupo ou firma que pode afetar, ser afetada ou temer o plano", []),
        ("* Paxos -> algoritmo de consenso com proponentes, aceitadores e aprendizes", []),
        ("* valores { OSPF 110, RIP 120, EIGRP 90 }", []),
        ("* taxas { leve 10%, média 20%, alta 40% }", []),
        ("* invasão\n\t* defesa { captcha, senha, bloqueio }", ["defesa da invasão"]),
        ("* Redes\n\t* benefícios\n\t\t* + custo menor\n\t\t* + alcance maior", []),
        ("* padrões que ajudam { Strategy, Decorator, Facade }", []),
        ("* elementos do crime\n\t* excludentes de culpa { erro, coação, doença }", []),
        ("# Governo\n\n* serviços digitais\n\t* https://x.gov\n\t\t* níveis { bronze, prata, ouro }", []),
        ("# Testes de software\n\n- níveis { unidade, integração, sistema }", ["níveis de testes de software"]),
        ("* softwares citados { Zabbix, Nagios, Cacti }", []),
        ("* requisitos { velocidade, como desempenho, custo }", []),
        ("* filtro { por porta, por protocolo, por endereço }", []),
        ("# Ataques\n\n## Relatório\n\n- metodologias { PTES, OSSTMM, ISSAF }", []),
        ("# Jardim\n## Vasos\n- União { barro, louça }\n- Vilas { vidro, zinco }\n- Estados { aço, prata }", []),
        ("# Hortas\n## Grupos\n* tipos { global, local, universal }", []),
        ("* requisitos da poda: ramo seco, possível, copa aberta", []),
        ("# Hortas\n- exceções da horta { poda leve, rega, colheita }", []),
        ("* transição { pilha dupla, túnel, tradução }", []),
        ("* flags { SYN, ACK, FIN }", []),
        ("* sempre vinculados { competência, finalidade, forma }", []),
        ("* DML { INSERT, UPDATE, DELETE }", []),
        ("# Ataques\n\n## Relatório\n\n- metodologias de teste { PTES, OSSTMM, ISSAF }", ["metodologias de teste"]),
    ],
    ids=[
        *(
            "owner",
            "owner without an article",
            "name that the note has",
            "anything of the term",
            "sentence",
            "count",
            "what is done about them",
            "adjective",
            "comparison",
            *("two", "two names", "open end", "act among things"),
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
            "owner without a name",
            "title",
            "participle",
            "members",
            "prepositions",
            "plural alone",
            "one of several",
            "owner that is a class",
            "things and traits",
            "exceptions",
            *("one common noun", "foreign plural", "adverb", "acronym"),
            "heading",
        ),
    ],
)
def test_lists_have_a_name_or_are_left_out(text: str, labels: list[str]) -> None:
    assert [group.label for group in read(text).groups if group.kind is not GroupKind.LEAD] == labels


@pytest.mark.parametrize(
    ("text", "path", "heading"),
    [
        ("# Vacina\n\n## Doenças\n- varíola -> doença que foi erradicada da cidade", "v.md", ("Vacina", "Doenças")),
        (
            "# Redes\n* tipos de enlace\n\t* tipo 1\n\t\t* eixo central -> peça que roda",
            "r.md",
            ("Redes", "tipos de enlace", "tipo 1"),
        ),
        (
            "# Redes\n\n## Enlaces\n\n### Rádio\n\n#### Antenas\n\n- dpi -> unidade de imagem",
            "r.md",
            ("Redes", "Rádio", "Antenas"),
        ),
        ("# Redes de rádio\n\n## Rádio\n\n- dpi -> unidade de imagem", "r.md", ("Redes de rádio",)),
        ("# Redes\n\n## 2.1 Pragas da horta\n\n- dpi -> unidade de imagem", "r.md", ("Redes", "Pragas da horta")),
        ("# Redes\n\nRequisitos: alcance, custo e uso\n\n- dpi -> unidade de resolução da imagem", "r.md", ("Redes",)),
        ("# Redes\n\n- mudas, brotos e ramos\n\t- dpi -> unidade de imagem", "r.md", ("Redes",)),
        (
            "# Redes\n\n## Mudas, brotos e ramos\n\n- dpi -> unidade de imagem",
            "r.md",
            ("Redes", "Mudas, brotos e ramos"),
        ),
        ("# Redes\n\n## Palavras-chave\n\n- outorga -> ato que permite o uso da rede", "r.md", ("Redes",)),
        (
            "# Redes\n\n## Enlaces de dados\n\n- outros\n\t- outorga -> ato que permite o uso da rede",
            "r.md",
            ("Redes", "Enlaces de dados"),
        ),
        ("# Redes\n\n**Luz da fibra**\n- dpi -> unidade de imagem", "r.md", ("Redes", "Luz da fibra")),
        ("# Redes\n\n## RPQ\n- dpi -> unidade de imagem", "r.md", ("Redes", "RPQ")),
        ("- termo -> conjunto de palavras com sentido", "banco_dados.md", ("Banco dados",)),
        ("DOCKER\n\n- dpi -> unidade de resolução do Docker", "docker.md", ("Docker",)),
        ("- REST -> estilo de APIs na web\n- SOAP -> protocolo de APIs na web", "rest_soap.md", ("REST e SOAP",)),
        ("- DevOps une times\n- soma -> operação sobre dois números do DevOps", "devops.md", ("DevOps",)),
        ("* capacidade é de processo\n\t* soma -> operação sobre dois números", "2024-05-01.md", ("Capacidade",)),
        (
            "# Ética no serviço\n\n- zelo -> cuidado com o bem público\n- Comissão de Ética -> órgão que julga",
            "r.md",
            ("Ética no serviço",),
        ),
    ],
    ids=[
        "headings",
        "bullets",
        "nearest two",
        "said by the title",
        "numbered",
        "line that lists",
        "bullet that lists",
        "heading that lists",
        "generic",
        "others",
        "line in bold",
        "acronym",
        "file's name run together",
        "name stressed",
        "acronyms",
        "case",
        "sentence",
        "title in a name",
    ],
)
def test_headings_are_the_title_and_the_nearest_names_above(text: str, path: str, heading: tuple[str, ...]) -> None:
    assert read(text, path).concepts[-1].place.heading == heading


def test_sentences_that_a_list_ends_have_a_noun_for_their_subject() -> None:
    below = "* gestão\n\t* lógico -> representa o mundo por { ponto, linha, área }"
    assert [group.label for group in read(below).groups] == []
    assert [group.label for group in read(below.replace("gestão", "modelo")).groups] == [
        "O modelo lógico representa o mundo por"
    ]


def test_rows_whose_name_is_cut_short_or_needs_no_column_are_named_as_they_are() -> None:
    keys = "| Atalho | Ação |\n|---|---|\n| Ctrl+; | copiar a data |\n| Ctrl+C | copiar o texto |\n"
    assert [attribute.of for attribute in read(keys).attributes] == ["Ctrl+C"]
    assert not read("* Ctrl+; -> insere a data atual na célula\n").concepts
    rows = "| Vício | Significado |\n|---|---|\n| fraude contra credores | perda do que garante a dívida |\n"
    assert [concept.term for concept in read(rows).concepts] == ["fraude contra credores"]
    rows = "| Parâmetro | Significado |\n|---|---|\n| jitter | variação do atraso entre pacotes |\n"
    assert [concept.term for concept in read(rows).concepts] == ["jitter"]


def test_what_two_names_begin_with_is_their_noun() -> None:
    text = (
        "* papéis\n\t* fiscal técnico -> servidor que mede a copa\n"
        "\t* fiscal administrativo -> servidor que paga a poda\n"
    )
    assert [concept.term for concept in read(text).concepts] == ["fiscal técnico", "fiscal administrativo"]


def test_a_set_below_a_plural_is_of_its_term() -> None:
    groups = read("* firewall\n\t* iptables: tabelas { filter, nat, mangle }\n").groups
    assert [group.label for group in groups] == ["tabelas de iptables"]


def test_a_title_that_only_qualifies_owns_no_list() -> None:
    text = "* competência\n\t* estados { ICMS, IPVA, ITCMD }\n* soma -> operação sobre dois números"
    assert read(text, "tributario.md").groups == ()


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


def test_a_name_of_an_attribute_may_be_defined() -> None:
    text = "* população -> conjunto de indivíduos da mesma espécie que vivem em uma mesma área"
    assert [concept.term for concept in read(text).concepts] == ["população"]


def test_english_names_take_no_article() -> None:
    assert subject_of("kernel features used by containers", GENDERS) == "kernel features used by containers"


def test_lists_in_cells_are_joined_as_a_sentence_joins_them() -> None:
    text = "| Risco | Agentes | Cor |\n|---|---|---|\n| Químico | poeiras, gases, vapores | vermelho |\n"
    values = [attribute.value for attribute in read(text).attributes]
    assert values == ["poeiras, gases e vapores", "vermelho"]
    cell = text.replace("poeiras, gases, vapores", "ator, caso de uso")
    assert [attribute.value for attribute in read(cell).attributes] == ["ator e caso de uso", "vermelho"]


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


def test_a_predicate_below_what_qualifies_is_said_of_the_whole_name() -> None:
    text = "* estilos de nado\n\t* de costas\n\t\t* facilita a respiração do nadador\n"
    assert said(text) == {"O estilo de nado de costas facilita a respiração do nadador"}


def test_a_limit_defines_nothing() -> None:
    (concept,) = read("* disquete -> arquivo de até 2 MB, sem senha").concepts
    assert concept.clauses[0].shape is Shape.OTHER


def test_a_table_whose_rows_two_cells_name_tells_nothing() -> None:
    rows = "| bens | menor preço | 8 dias |\n| {} | outros | 15 dias |\n| obras | menor preço | 25 dias |\n"
    table = f"# Propostas\n\n| objeto | critério | prazo |\n|---|---|---|\n{rows}"
    assert read(table.format("bens")).attributes == ()
    assert len(read(table.format("serviços")).attributes) == 6


def test_what_the_letters_of_a_name_stand_for_defines_nothing() -> None:
    text = "* LNF -> Liga Nacional de Futsal\n* TPFE -> termo de poda firme e esclarecido\n"
    (concept,) = read(f"{text}* LPT -> liga que reúne os times de bairro\n").concepts
    assert concept.term == "LPT"


def test_a_name_below_two_of_many_is_defined_there() -> None:
    below = "".join(f"## {name}\n\n- torre -> figura que anda em linha reta\n\n" for name in ("Xadrez", "Damas"))
    others = "".join(f"## {name}\n\n- peça do {name} -> figura que se move\n\n" for name in ("Ludo", "Gamão", "Go"))
    assert "torre" in {concept.term for concept in read(f"# Jogos\n\n{below}{others}").concepts}
    assert "torre" not in {concept.term for concept in read(f"# Jogos\n\n{below}").concepts}


def test_a_name_takes_the_article_that_a_sentence_begins_with() -> None:
    assert subject_of("Era Dourada", Genders(["A Era Dourada acabou em 1890."])) == "a Era Dourada"
    assert subject_of("Lista Final", Genders(["A lista saiu. A cada ano há outra."])) == "a Lista Final"


def test_a_list_below_what_lacks_an_owner_has_none() -> None:
    text = "* sistemas operacionais\n\t* processo -> programa em execução\n\t\t* estados { novo, pronto, bloqueado }"
    assert read(text).groups == ()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("* monitor -> construção de linguagem de alto nível", None),
        ("* paginação -> memória dividida em páginas de tamanho fixo", None),
        ("* carimbo -> prova que o documento existia em certa data", None),
        ("* set -> repete o sinal para todas as portas", None),
        (
            "* erro -> agente desconhece a ilicitude do fato",
            "No erro, o agente desconhece a ilicitude do fato",
        ),
        ("* gargalo -> restrição que gera o acúmulo de trabalho", None),
        (
            "* falha -> processo para e não volta a funcionar",
            "Na falha, o processo para e não volta a funcionar",
        ),
        (
            "* falha -> processo se comporta de outra forma",
            "Na falha, o processo se comporta de outra forma",
        ),
        ("* tarifa -> taxa paga diretamente pelo dono da horta", None),
        ("* CPI -> CPI não pode decretar a prisão de ninguém", None),
        ("* delegação -> parte da competência, a outros órgãos, ainda que não subordinados", None),
        ("* PTR -> IP para nome (reverso)", None),
        (
            "* caminho -> sequência de atividades mais longa do projeto",
            "O caminho é a sequência de atividades mais longa do projeto",
        ),
        (
            "* autoexecução -> Administração executa o ato sem ordem de juiz",
            "Na autoexecução, a Administração executa o ato sem ordem de juiz",
        ),
        (
            "* cobertura -> percentual de código que os testes exercitam",
            "A cobertura é o percentual de código que os testes exercitam",
        ),
        ("* encampação -> retomada do serviço por interesse público", None),
        ("* estrela -> fato no centro ligado a dimensões", None),
        ("* endereço -> 24 primeiros bits identificam o fabricante", None),
        (
            "* preempção -> SO pode retirar o processo do SO",
            "Na preempção, o SO pode retirar o processo do SO",
        ),
        (
            "* suporte -> frequência com que os itens aparecem juntos",
            "O suporte é a frequência com que os itens aparecem juntos",
        ),
        (
            "* extensão -> o caso base sempre executa o caso incluído",
            "Na extensão, o caso base sempre executa o caso incluído",
        ),
    ],
)
def test_definitions_of_another_category_or_without_their_article_are_not_said(text: str, sentence: str | None) -> None:
    assert said(text) == ({sentence} if sentence else set())


def test_what_a_command_does_is_no_value() -> None:
    text = "| Comando | Função |\n|---|---|\n| grep | procura padrões em arquivos |\n| cron | agenda de tarefas |\n"
    assert [(found.of, found.value) for found in read(text).attributes] == [("comando cron", "agenda de tarefas")]


def test_columns_of_degrees_are_no_values() -> None:
    assert read("| Função | Simples | Média | Complexa |\n|---|---|---|---|\n| ALI | 7 | 10 | 15 |\n").attributes == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("há troca de dados", "há troca de dados"),
        ("Administração executa o ato", "a Administração executa o ato"),
        ("Brasil tem quatro fusos", "o Brasil tem quatro fusos"),
        ("quantum pequeno aumenta a espera", ""),
        ("Fazenda Pública, MP e Defensoria têm prazo em dobro", ""),
        ("quanto maior a horta, maior a colheita", "quanto maior a horta, maior a colheita"),
    ],
)
def test_nouns_with_a_capital_get_their_article_and_verbs_none(text: str, expected: str) -> None:
    assert with_subject_article(text, Genders(["há dados", "veio para o Brasil"])) == expected
