"""Statements: definitions, sets, examples and signs read from the form of one bullet, row or sentence."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tutor.notes.members import braced_sets, enumeration, outside, read_examples, split_members, told_lists
from tutor.notes.statements import read_names, read_statement
from tutor.types import Form, Marker, MemberSet

SIGNS = "{}()[],;:.!?+-=<>→\"'“”`$_\\ \t\néãçA1xo|"
PIECES = """->|=>|→|:|::|-|–|=|é|são|é:|ex:|ex.:|(ex:|e.g.|por exemplo|{|}|(|)|,|;|.|!|+|também chamado de|Obs:|O que é
?|Existem três|termo|VM|ou|/|{{x}}|${A}|1)|p. 3|“|”|"|nuvem""".replace("\n", "|").split("|")
HOSTILE = st.one_of(
    st.text(max_size=300),
    st.text(alphabet=SIGNS, max_size=120),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
)


@pytest.mark.parametrize(
    ("text", "form", "terms", "definition"),
    [
        pytest.param(
            "live migration -> movimentação das VMs",
            Form.ARROW,
            ("live migration",),
            "movimentação das VMs",
            id="arrow",
        ),
        pytest.param("REST => estilo arquitetural", Form.ARROW, ("REST",), "estilo arquitetural", id="double arrow"),
        pytest.param("cache → memória rápida", Form.ARROW, ("cache",), "memória rápida", id="arrow sign"),
        pytest.param("A --> B", Form.ARROW, ("A",), "B", id="long arrow"),
        pytest.param("p95 -> percentil 95", Form.ARROW, ("p95",), "percentil 95", id="latency is no page"),
        pytest.param("C++ -> linguagem compilada", Form.ARROW, ("C++",), "linguagem compilada", id="signs in a term"),
        pytest.param("O(n log n) -> merge sort", Form.ARROW, ("O(n log n)",), "merge sort", id="argument is no name"),
        pytest.param("fork() -> cria processo filho", Form.ARROW, ("fork()",), "cria processo filho", id="call"),
        pytest.param("${HOME} -> pasta do usuário", Form.ARROW, ("${HOME}",), "pasta do usuário", id="variable"),
        pytest.param(
            "se a página não está na memória -> page fault",
            Form.ARROW,
            ("se a página não está na memória",),
            "page fault",
            id="reasoning",
        ),
        pytest.param("SYN -> SYN-ACK -> ACK", Form.ARROW, ("SYN",), "SYN-ACK -> ACK", id="chain"),
        pytest.param(
            "handshake TCP: SYN -> SYN-ACK -> ACK",
            Form.COLON,
            ("handshake TCP",),
            "SYN -> SYN-ACK -> ACK",
            id="colon before a chain",
        ),
        pytest.param(
            "nível de hardware -> sem SO abaixo (associar metal -> hardware)",
            Form.ARROW,
            ("nível de hardware",),
            "sem SO abaixo (associar metal -> hardware)",
            id="arrow in brackets",
        ),
        pytest.param(
            "TLB (Translation Lookaside Buffer) -> cache da tabela de páginas",
            Form.ARROW,
            ("TLB (Translation Lookaside Buffer)", "TLB", "Translation Lookaside Buffer"),
            "cache da tabela de páginas",
            id="expansion in brackets",
        ),
        pytest.param("greta ~ trinca fina", Form.COLON, ("greta",), "trinca fina", id="about the same"),
        pytest.param("o q é: lugar da queima", Form.COLON, ("o q é", "q é"), "lugar da queima", id="what it is"),
        pytest.param(
            "VDI - Virtual Desktop Infrastructure -> desktops remotos",
            Form.ARROW,
            ("VDI - Virtual Desktop Infrastructure", "VDI", "Virtual Desktop Infrastructure"),
            "desktops remotos",
            id="expansion behind a dash",
        ),
        pytest.param(
            "hipervisor (também chamado de VMM (Virtual Machine Monitor)) -> cria VMs",
            Form.ARROW,
            (
                "hipervisor (também chamado de VMM (Virtual Machine Monitor))",
                "hipervisor",
                "VMM",
                "Virtual Machine Monitor",
            ),
            "cria VMs",
            id="nested brackets",
        ),
        pytest.param("modelo TCP/IP -> pilha", Form.ARROW, ("modelo TCP/IP",), "pilha", id="slash of one name"),
        pytest.param(
            "máquina virtual/guest system -> convidado",
            Form.ARROW,
            ("máquina virtual/guest system", "máquina virtual", "guest system"),
            "convidado",
            id="slash between names",
        ),
        pytest.param(
            "chave primária ou PK -> identifica a tupla",
            Form.ARROW,
            ("chave primária ou PK", "chave primária", "PK"),
            "identifica a tupla",
            id="or",
        ),
        pytest.param("O kernel -> núcleo", Form.ARROW, ("O kernel", "kernel"), "núcleo", id="article"),
        pytest.param("Kernel: parte central", Form.COLON, ("Kernel",), "parte central", id="colon"),
        pytest.param("C# : linguagem", Form.COLON, ("C#",), "linguagem", id="space before the colon"),
        pytest.param("hora: 10:30", Form.COLON, ("hora",), "10:30", id="time as a value"),
        pytest.param("custo: R$ 10,00", Form.COLON, ("custo",), "R$ 10,00", id="price"),
        pytest.param(
            "Lei 14.133/2021: nova lei de licitações",
            Form.COLON,
            ("Lei 14.133/2021",),
            "nova lei de licitações",
            id="law",
        ),
        pytest.param(
            "Os tipos são: quente e frio", Form.COLON, ("tipos",), "quente e frio", id="announced with a verb"
        ),
        pytest.param(
            "1. TCP: orientado a conexão", Form.COLON, ("1. TCP", "TCP"), "orientado a conexão", id="numbered term"
        ),
        pytest.param("Latência = tempo de ida", Form.COLON, ("Latência",), "tempo de ida", id="equals"),
        pytest.param(
            "UDP - protocolo sem conexão", Form.DASH, ("UDP",), "protocolo sem conexão", id="dash with three words"
        ),
        pytest.param(
            "Um processo é um programa em execução.",
            Form.COPULA,
            ("processo",),
            "um programa em execução.",
            id="copula",
        ),
        pytest.param(
            "As VMs são máquinas isoladas", Form.COPULA, ("VMs",), "máquinas isoladas", id="copula with plural article"
        ),
        pytest.param(
            "Git is a version control system: every clone holds the history",
            Form.COPULA,
            ("Git",),
            "a version control system: every clone holds the history",
            id="copula before a colon",
        ),
        pytest.param(
            "A passagem do corrente para o intermediário chama-se transferência.",
            Form.NAMING,
            ("transferência",),
            "A passagem do corrente para o intermediário",
            id="named at the end",
        ),
        pytest.param(
            "The time between failures is called MTBF",
            Form.NAMING,
            ("MTBF",),
            "The time between failures",
            id="named at the end in English",
        ),
        pytest.param(
            "São Paulo é a maior cidade do Brasil",
            Form.COPULA,
            ("São Paulo",),
            "a maior cidade do Brasil",
            id="name with a copula",
        ),
        pytest.param(
            "O que é um mutex? Uma trava que só o dono libera.",
            Form.COPULA,
            ("mutex",),
            "Uma trava que só o dono libera.",
            id="question and answer",
        ),
        pytest.param(
            "Q: What is a span? A: one step of a trace",
            Form.COPULA,
            ("span",),
            "one step of a trace",
            id="card",
        ),
        pytest.param(
            "throughput (volume de dados processados em um período) pode cair",
            Form.ASIDE,
            ("throughput",),
            "volume de dados processados em um período",
            id="aside",
        ),
        pytest.param(
            "Swap: área do disco; também chamada de área de troca",
            Form.COLON,
            ("Swap", "área de troca"),
            "área do disco; também chamada de área de troca",
            id="also called",
        ),
        pytest.param(
            "hypercall -> chamada ao hypervisor similar a um syscall",
            Form.ARROW,
            ("hypercall",),
            "chamada ao hypervisor similar a um syscall",
            id="a call is no name",
        ),
        pytest.param(
            "virtualização -> uso de um programa, chamado hypervisor, no hardware",
            Form.ARROW,
            ("virtualização",),
            "uso de um programa, chamado hypervisor, no hardware",
            id="name of another thing",
        ),
        pytest.param("Obs: TLS 1.3 -> só AEAD", Form.ARROW, ("TLS 1.3",), "só AEAD", id="remark before an arrow"),
        pytest.param(
            'grep "a: b" -> procura o texto', Form.ARROW, ('grep "a: b"',), "procura o texto", id="colon in quotes"
        ),
    ],
)
def test_definitions(text: str, form: Form, terms: tuple[str, ...], definition: str) -> None:
    statement = read_statement(text)
    assert (statement.form, statement.terms, statement.definition) == (form, terms, definition)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("TCP x UDP", "TCP x UDP"),
        ("a aula vai de 10:30 a 12:00", "a aula vai de 10:30 a 12:00"),
        ("10:30 - início da prova de hoje", "10:30 - início da prova de hoje"),
        ("acesse http://example.com/a:b", "acesse http://example.com/a:b"),
        ("C:\\Windows guarda os drivers", "C:\\Windows guarda os drivers"),
        ("docker run -p 80:80 nginx", "docker run -p 80:80 nginx"),
        ("Obs: o mutex tem dono", "o mutex tem dono"),
        ("Atenção: não confundir com thread", "não confundir com thread"),
        ("nota: 10", "nota: 10"),
        ("Veja também: test, bash, sh", "Veja também: test, bash, sh"),
        ("p. 30 da apostila: exercícios", "p. 30 da apostila: exercícios"),
        ("O que é um processo?", "O que é um processo?"),
        ("Não é possível usar X.", "Não é possível usar X."),
        ("O processo é finalizado ao terminar", "O processo é finalizado ao terminar"),
        ("A virtualização é mais rápida", "A virtualização é mais rápida"),
        ("A sede fica em São Paulo e atende o país", "A sede fica em São Paulo e atende o país"),
        ("threads communicate by means of memory", "threads communicate by means of memory"),
        ("O log é gravado antes: é a regra WAL", "O log é gravado antes: é a regra WAL"),
        (
            "Mostra a hora do sistema. Mais informações: ver manual",
            "Mostra a hora do sistema. Mais informações: ver manual",
        ),
        ("Windows - Linux - macOS", "Windows - Linux - macOS"),
        ("SSH - 22", "SSH - 22"),
        ("x <- 3", "x <- 3"),
        ("A <-> B", "A <-> B"),
        ("Termo::definição", "Termo::definição"),
        ('"aspas: dentro" do texto', '"aspas: dentro" do texto'),
        ("(parênteses: no começo) texto", "(parênteses: no começo) texto"),
        ("-> logo, há perda", "logo, há perda"),
        ("=> portanto cai", "portanto cai"),
        ("termo ->", "termo"),
        ("termo:", "termo"),
        (": valor", "valor"),
        ("->", ""),
        ("", ""),
    ],
)
def test_what_defines_nothing(text: str, label: str) -> None:
    statement = read_statement(text)
    assert (statement.label, statement.form, statement.terms, statement.definition) == (label, None, (), "")


@pytest.mark.parametrize(
    ("text", "strong", "form", "terms", "definition"),
    [
        pytest.param("Kernel núcleo do sistema", ((0, 6),), Form.BOLD, ("Kernel",), "núcleo do sistema", id="bold"),
        pytest.param("Tipo A = nome -> valor", ((0, 6),), Form.BOLD, ("Tipo A",), "nome -> valor", id="arrow later"),
        pytest.param(
            "Kernel: núcleo do sistema", ((0, 7),), Form.BOLD, ("Kernel",), "núcleo do sistema", id="colon in"
        ),
        pytest.param("Kernel é o núcleo", ((0, 6),), Form.BOLD, ("Kernel",), "o núcleo", id="bold and copula"),
        pytest.param("! Kernel núcleo do SO", ((2, 8),), Form.BOLD, ("Kernel",), "núcleo do SO", id="behind a sign"),
        pytest.param("Nunca use root hoje", ((0, 5),), None, (), "", id="emphasis"),
        pytest.param("o Kernel do sistema", ((2, 8),), None, (), "", id="bold in the middle"),
        pytest.param("Kernel novo", ((0, 6),), None, (), "", id="one word after"),
    ],
)
def test_bold_terms(
    text: str, strong: tuple[tuple[int, int], ...], form: Form | None, terms: tuple[str, ...], definition: str
) -> None:
    statement = read_statement(text, strong)
    assert (statement.form, statement.terms, statement.definition) == (form, terms, definition)


@pytest.mark.parametrize(
    ("text", "marker", "label"),
    [
        ("! não confundir", Marker.WARNING, "não confundir"),
        ("!importante isso", Marker.WARNING, "importante isso"),
        ("+ escalabilidade", Marker.ADVANTAGE, "escalabilidade"),
        ("+ desempenho -> menos overhead", Marker.ADVANTAGE, "desempenho"),
        ("!= é diferente", None, "!= é diferente"),
        ("![[imagem.png]]", None, "![[imagem.png]]"),
        ("C++ moderno", None, "C++ moderno"),
    ],
)
def test_markers(text: str, marker: Marker | None, label: str) -> None:
    statement = read_statement(text)
    assert (statement.marker, statement.label) == (marker, label)


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        pytest.param("métodos { GET, POST }", [("métodos", ("GET", "POST"), True)], id="set"),
        pytest.param("tipos{ a, b }", [("tipos", ("a", "b"), True)], id="glued"),
        pytest.param("métodos {GET, POST", [("métodos", ("GET", "POST"), True)], id="left open"),
        pytest.param("x { a; b, c; d }", [("x", ("a", "b, c", "d"), True)], id="semicolons"),
        pytest.param("x { a (1, 2), b }", [("x", ("a (1, 2)", "b"), True)], id="comma in brackets"),
        pytest.param('x { "a, b", c }', [("x", ('"a, b"', "c"), True)], id="comma in quotes"),
        pytest.param("x { a, b etc }", [("x", ("a", "b"), True)], id="et cetera"),
        pytest.param("x { a, b, entre outros }", [("x", ("a", "b"), True)], id="among others"),
        pytest.param("A { a, b } e B { c, d }", [("A", ("a", "b"), True), ("e B", ("c", "d"), True)], id="two"),
        pytest.param(
            "níveis { físico { disco, fita }, lógico { tabela } }",
            [
                ("níveis", ("físico", "lógico"), True),
                ("físico", ("disco", "fita"), True),
                ("lógico", ("tabela",), True),
            ],
            id="sets in a set",
        ),
        pytest.param("{ a, { b, c }, d }", [("", ("a", "b", "c", "d"), True)], id="nameless set in a set"),
        pytest.param("REST -> estilo; usa { GET, PUT }", [("usa", ("GET", "PUT"), True)], id="named by its clause"),
        pytest.param(
            "CIA -> { sigilo, integridade }", [("CIA", ("sigilo", "integridade"), True)], id="named by its term"
        ),
        pytest.param("princípios: LIMPE { a, b }", [("LIMPE", ("a", "b"), True)], id="named behind a colon"),
        pytest.param("instala {{pacote}} em ${HOME}", [], id="placeholders"),
        pytest.param("soma de x_{i} e \\frac{a}{b}", [], id="formula"),
        pytest.param("x { } y {}", [], id="empty"),
        pytest.param("}{", [], id="the wrong way round"),
        pytest.param(
            "nuvem: pública, privada e híbrida", [("nuvem", ("pública", "privada", "híbrida"), False)], id="list"
        ),
        pytest.param(
            "Existem três tipos de nuvem: pública, privada e híbrida.",
            [("tipos de nuvem", ("pública", "privada", "híbrida"), False)],
            id="announced list",
        ),
        pytest.param(
            "deadlock: exclusão mútua, posse e espera, não preempção",
            [("deadlock", ("exclusão mútua", "posse e espera", "não preempção"), False)],
            id="negated member",
        ),
        pytest.param("PDCA: Plan, Do, Check, Act", [("PDCA", ("Plan", "Do", "Check", "Act"), False)], id="stop words"),
        pytest.param(
            "fases: (1) planejar; (2) fazer; (3) agir", [("fases", ("planejar", "fazer", "agir"), False)], id="numbered"
        ),
        pytest.param("passos: a) abrir b) ler c) sair", [("passos", ("abrir", "ler", "sair"), False)], id="lettered"),
        pytest.param(
            "Cartas: (i) de ordem, ao juiz vinculado; (ii) precatória, entre iguais; (iii) rogatória, ao estrangeiro",
            [("Cartas", ("de ordem", "precatória", "rogatória"), False)],
            id="numbered and explained",
        ),
        pytest.param("TCP: confiável, com conexão, que retransmite", [], id="clauses"),
        pytest.param("CAP: teorema de Brewer, provado por Gilbert e Lynch em 2002", [], id="clause on the first"),
        pytest.param("chaves: simétrica e assimétrica", [], id="two are no list"),
    ],
)
def test_sets(text: str, sets: list[tuple[str, tuple[str, ...], bool]]) -> None:
    assert read_statement(text).sets == tuple(MemberSet(*fields) for fields in sets)


def test_an_example_goes_on_behind_an_abbreviation() -> None:
    assert read_statement("taxas -> lineares; ex: 24% a.a. e 2% a.m.").examples == ("24% a.a. e 2% a.m",)


@pytest.mark.parametrize(
    ("text", "label", "examples"),
    [
        pytest.param("SO (ex: Linux, macOS) multitarefa", "SO multitarefa", ("Linux", "macOS"), id="in brackets"),
        pytest.param("SO (ex.: Windows (10, 11)) atual", "SO atual", ("Windows (10, 11)",), id="brackets in it"),
        pytest.param("cache: rápida; ex: L1, L2", "cache", ("L1", "L2"), id="behind a semicolon"),
        pytest.param("cache; ex: L1; é cara", "cache", ("L1",), id="ends at a semicolon"),
        pytest.param("SGBD ex: MySQL", "SGBD", ("MySQL",), id="no definition"),
        pytest.param("Ex: Linux; Windows", "", ("Linux", "Windows"), id="nothing but examples"),
        pytest.param(
            "Ex.: no Linux, kill; no Windows, taskkill", "", ("no Linux, kill", "no Windows, taskkill"), id="uses"
        ),
        pytest.param("por exemplo, o Linux", "", ("o Linux",), id="words"),
        pytest.param("indexes, e.g. B-tree", "indexes", ("B-tree",), id="latin"),
        pytest.param("sistemas tais como Linux. Outro ponto", "sistemas", ("Linux",), id="ends with the sentence"),
        pytest.param('1FN (ex.: não pode "1, 2")', "1FN", ('não pode "1, 2"',), id="quoted"),
        pytest.param("A (ex: x) e B (ex: y)", "A e B (ex: y)", ("x", "y"), id="two"),
        pytest.param("contexto: o cpex: nada", "contexto", (), id="end of another word"),
    ],
)
def test_examples(text: str, label: str, examples: tuple[str, ...]) -> None:
    statement = read_statement(text)
    assert (statement.label, statement.examples) == (label, examples)


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("kernel", ["kernel"]),
        ("tipo 1, baremetal, nativo", ["tipo 1", "baremetal", "nativo"]),
        ("TCP(Transmission Control Protocol)", ["TCP", "Transmission Control Protocol"]),
        ("protocolos (TCP, UDP)", ["protocolos"]),
        ("processo(s)", ["processo(s)"]),
        ("a / b", ["a", "b"]),
        ("VM/Virtual Machine", ["VM", "Virtual Machine"]),
        ("E/S", ["E/S"]),
        ("não vai p/ fila", ["não vai p/ fila"]),
        ("grafo G = (V, E)", ["grafo G"]),
        ("a) herança", ["a) herança", "herança"]),
        ("o núcleo (ou kernel)", ["o núcleo", "núcleo", "kernel"]),
        ("Windows (10)", ["Windows"]),
        ("123", []),
        ("", []),
    ],
)
def test_names(label: str, names: list[str]) -> None:
    assert read_names(label) == names


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("a, b, c", ("a", "b", "c")),
        ("a; b, c", ("a", "b, c")),
        ("a (b, c), d", ("a (b, c)", "d")),
        ("a [b; c, d", ("a [b; c, d",)),
        ("a, , b.", ("a", "b")),
        ("", ()),
    ],
)
def test_split_members(text: str, members: tuple[str, ...]) -> None:
    assert split_members(text) == members


@pytest.mark.parametrize(
    ("text", "label", "members"),
    [
        ("As obras são ponte, túnel e dique, todas pagas por ele.", "As obras", ("ponte", "túnel", "dique")),
        (
            "O parque compreende a lagoa, o bosque (fechado) e as trilhas",
            "O parque",
            ("lagoa", "bosque (fechado)", "trilhas"),
        ),
        ("As fases são apenas três, a saber, corte, dobra e solda", "As fases", ("corte", "dobra", "solda")),
        ("sem prazo; divide-se em lote, quadra e setor", "", ("lote", "quadra", "setor")),
        ("The crew includes a cook, the pilot and the nurse.", "The crew", ("cook", "pilot", "nurse")),
    ],
)
def test_lists_told_in_running_text(text: str, label: str, members: tuple[str, ...]) -> None:
    assert [(listed.label, listed.members) for listed in told_lists(text)] == [(label, members)]


@pytest.mark.parametrize(
    "text",
    [
        "são ponte e túnel",
        "é feito de aço, de vidro e pedra",
        "As obras são caras.",
        "As cidades de São Paulo, Santos e Campinas têm horta",
        "O preço não inclui frete, seguro e taxas",
        "Os dados são lidos, processados e gravados",
    ],
)
def test_no_list_is_told(text: str) -> None:
    assert list(told_lists(text)) == []


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("a (b) c", "a  c"),
        ("a (b [c) d] e", "a  d] e"),
        ("a ) b", "a ) b"),
        ('a "b, c" d', "a  d"),
        ('disco 3.5" e 5.25" x', 'disco 3.5" e 5.25" x'),
        ("a (b", "a "),
    ],
    ids=["brackets", "crossed brackets", "closed only", "quotes", "inches", "left open"],
)
def test_outside(text: str, free: str) -> None:
    assert "".join(text[at] for at in outside(text)) == free


@given(HOSTILE)
@example("Exemplo: A -> B")
@example("{" * 200)
@example("(" * 200 + ")" * 200)
@example("x { a, b { c")
@example("P.0=>0 ?")
@example("P.0=>? 0")
@example("P: Modelo OSI: qual camada ? R: a quarta")
def test_any_text_is_read_and_its_parts_are_sound(text: str) -> None:
    statement = read_statement(text)
    assert all(term and term == term.strip() for term in statement.terms)
    assert len(set(statement.terms)) == len(statement.terms)
    assert statement.definition in text
    assert bool(statement.terms) == bool(statement.definition) == (statement.form is not None)
    assert all(listed.members for listed in statement.sets)
    assert all(member and member == member.strip() for listed in statement.sets for member in listed.members)
    assert all(example and example == example.strip() for example in statement.examples)
    assert statement.label == statement.label.strip()


@given(HOSTILE.filter(lambda text: "{{" not in text and "$" not in text and "_" not in text and "\\" not in text))
def test_no_brace_is_left_in_a_member_of_a_set(text: str) -> None:
    plain = text.replace("{", " {")
    members = [member for listed in braced_sets(plain) for member in listed.members]
    assert [member for member in members if "{" in member or "}" in member] == []


@given(HOSTILE, st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50)), max_size=3))
def test_any_bold_spans_are_read(text: str, strong: list[tuple[int, int]]) -> None:
    assert read_statement(text, tuple(strong)).definition in text


@given(HOSTILE)
def test_the_same_text_reads_the_same(text: str) -> None:
    assert read_statement(text) == read_statement(text)


@given(HOSTILE)
def test_members_and_examples_stand_in_the_text(text: str) -> None:
    assert all(example in text for example in read_examples(text))
    assert all(member in text for member in enumeration(text))
    assert all(member in text for listed in told_lists(text) for member in listed.members)


@given(HOSTILE)
def test_what_is_outside_brackets_comes_in_order(text: str) -> None:
    places = list(outside(text))
    assert places == sorted(set(places))
    assert all(0 <= at < len(text) for at in places)


WORDS = st.lists(st.sampled_from(["rede", "dados", "nuvem", "disco", "rápida"]), min_size=1, max_size=3).map(" ".join)


@given(st.sampled_from(["kernel", "cache L1", "TCP"]), WORDS, st.sampled_from(["->", "=>", "→", ":"]))
def test_term_sign_definition_is_always_read(term: str, definition: str, sign: str) -> None:
    spaced = f"{term}{'' if sign == ':' else ' '}{sign} {definition}"
    statement = read_statement(spaced)
    assert (statement.label, statement.terms, statement.definition) == (term, (term,), definition)


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_every_member_of_a_set_is_kept_in_order(members: list[str]) -> None:
    statement = read_statement(f"tipos {{ {', '.join(members)} }}")
    assert statement.sets == (MemberSet("tipos", tuple(members)),)


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "(",
        ")",
        "{",
        "}",
        "{a,",
        "ex: ",
        "a -> ",
        " ",
        '"',
        "x (y ",
        "[",
        "é um ",
        "também chamado ",
        ": ",
        "{{",
        "- ",
    ],
)
def test_long_texts_are_read_in_a_moment(piece: str) -> None:
    text = ("termo (" if piece == "a " else "") + piece * (20_000 // len(piece))
    start = time.perf_counter()
    read_statement(text)
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("text", "terms", "definition"),
    [
        ("P: TDD? R: o teste vem antes", ("TDD",), "o teste vem antes"),
        ("P: TDD? o teste vem antes", ("TDD",), "o teste vem antes"),
        ("Q: e SAN? A: rede de armazenamento", ("SAN",), "rede de armazenamento"),
        ("Q: continuous delivery? A: code ready for release", ("continuous delivery",), "code ready for release"),
        ("P: rotatividade R: entrada e saída de gente", ("rotatividade",), "entrada e saída de gente"),
        ("P: rodízio é o q? R: a troca de cargos", ("rodízio",), "a troca de cargos"),
        ("P: rodízio, o que é R: a troca de cargos", ("rodízio",), "a troca de cargos"),
        ("Q: drift A: slow change", ("drift",), "slow change"),
        ("P: Há prazo? R: dez dias", (), ""),
        ("P: Verificação x validação? R: uma pergunta", (), ""),
        ("P: Teste prova ausência? R: Não, nunca", (), ""),
        ("P: Greve? R: pode, com aviso antes", (), ""),
        ("Empatou? A ordem da lei", (), ""),
    ],
)
def test_a_card_that_asks_for_a_name_defines_it(text: str, terms: tuple[str, ...], definition: str) -> None:
    statement = read_statement(text)
    assert (statement.terms, statement.definition) == (terms, definition)


def test_a_question_whose_answer_stands_below_is_read_without_their_signs() -> None:
    assert read_statement("P: Quais são as fases? R:").label == "Quais são as fases?"


@pytest.mark.parametrize(
    ("text", "label", "members"),
    [
        ("Q: three pillars? A: metrics, logs, traces", "three pillars", ("metrics", "logs", "traces")),
        ("P: Quais são as fases? R: início, meio e fim", "Quais são as fases", ("início", "meio", "fim")),
        ("Quais são as fases? início, meio e fim", "Quais são as fases", ("início", "meio", "fim")),
        ("Empatou? A ordem da lei: sorteio, idade e mérito", "Empatou? A ordem da lei", ("sorteio", "idade", "mérito")),
    ],
)
def test_a_question_heads_the_list_that_answers_it(text: str, label: str, members: tuple[str, ...]) -> None:
    (group,) = read_statement(text).sets
    assert (group.label, group.members) == (label, members)
