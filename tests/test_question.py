"""How a question is read: its kind, what it is about, and what an answer to it has to carry."""

import time

import pytest

from tutor.answering.frames import QuestionKind, Value
from tutor.answering.question import asks_which, find_names, is_frame_word, is_question_word, read_question, split_pair

KINDS = [
    ("O que é um álbum?", QuestionKind.DEFINITION, "álbum"),
    ("o q é osmose", QuestionKind.DEFINITION, "osmose"),
    ("Osmose, o que é?", QuestionKind.DEFINITION, "Osmose"),
    ("O que significa DNA?", QuestionKind.DEFINITION, "DNA"),
    ("Para que serve o catalisador?", QuestionKind.DEFINITION, "catalisador"),
    ("Qual a finalidade do ato?", QuestionKind.DEFINITION, "ato"),
    ("What is a catalyst?", QuestionKind.DEFINITION, "catalyst"),
    ("What does DNA stand for?", QuestionKind.DEFINITION, "DNA"),
    ("Explique a fotossíntese", QuestionKind.OVERVIEW, "fotossíntese"),
    ("Como funciona a fotossíntese?", QuestionKind.OVERVIEW, "fotossíntese"),
    ("O que as minhas notas dizem sobre osmose?", QuestionKind.OVERVIEW, "osmose"),
    ("Quais são os tipos de reação?", QuestionKind.LIST, "tipos de reação"),
    ("Liste três tipos de reação", QuestionKind.LIST, "tipos de reação"),
    ("Cite duas organelas", QuestionKind.LIST, "organelas"),
    ("Quais são os tipos de solo hoje em dia?", QuestionKind.LIST, "tipos de solo"),
    ("que vantagens a poda tem?", QuestionKind.LIST, "vantagens a poda tem"),
    ("What do the letters in NPK stand for?", QuestionKind.LIST, "NPK"),
    ("finalidade do húmus", QuestionKind.DEFINITION, "húmus"),
    ("a figura do solo está em qual pág da apostila?", QuestionKind.PAGE, "a figura do solo"),
    ("qual livro é do Lineu?", QuestionKind.FACT, "Lineu"),
    ("Em que página do Kurose tão os registros?", QuestionKind.PAGE, "os registros"),
    ("Em que página do livro de botânica começa a poda?", QuestionKind.PAGE, "a poda"),
    ("De que depende a osmose?", QuestionKind.FACT, "a osmose"),
    ("Em que porta escuta o serviço?", QuestionKind.FACT, "escuta o serviço"),
    ("Página do Stallings com a figura da poda", QuestionKind.PAGE, "a figura da poda"),
    ("Vírus, que são?", QuestionKind.DEFINITION, "Vírus"),
    ("O que tem no húmus?", QuestionKind.LIST, "húmus"),
    ("A minhoca pertence a que filo?", QuestionKind.CATEGORY, "A minhoca"),
    ("O botânico foi sueco ou dinamarquês?", QuestionKind.CATEGORY, "O botânico"),
    ("Onde tem o modelo de canteiro?", QuestionKind.PAGE, "modelo de canteiro"),
    ("Os botânicos do jardim quais foram", QuestionKind.LIST, "Os botânicos do jardim"),
    ("Quais adubos tem?", QuestionKind.LIST, "adubos"),
    ("Que palavra é sinônimo de húmus?", QuestionKind.FACT, "palavra é sinônimo de húmus"),
    ("Em que fase da colheita foi feito o corte?", QuestionKind.CATEGORY, "corte da colheita"),
    ("Quando usar húmus e quando usar esterco, comparação", QuestionKind.COMPARISON, "húmus esterco"),
    ("o húmus é adubo de que tipo?", QuestionKind.CATEGORY, "o húmus"),
    ("List the isolation levels", QuestionKind.LIST, "isolation levels"),
    ("Which soil types does the garden have?", QuestionKind.LIST, "soil types does the garden have"),
    ("Quantos % do solo a minhoca revolve?", QuestionKind.FACT, "do solo a minhoca revolve"),
    ("Quem é considerado botânico segundo o museu?", QuestionKind.DEFINITION, "botânico"),
    ("O que precisa pra poda?", QuestionKind.LIST, "poda"),
    ("requisitos para enxertar a roseira", QuestionKind.LIST, "requisitos para enxertar a roseira"),
    ("Which page table is used?", QuestionKind.FACT, "page table is used"),
    ("Wheat is what kind of grass?", QuestionKind.CATEGORY, "Wheat of grass"),
    ("Húmus na horta, que significa?", QuestionKind.DEFINITION, "Húmus na horta"),
    ("Quem pode ser jardineiro?", QuestionKind.LIST, "jardineiro"),
    ("Podar cedo é prática de qual escola?", QuestionKind.CATEGORY, "Podar cedo"),
    ("Depois de quanto tempo o húmus seca?", QuestionKind.FACT, "o húmus seca"),
    ("A minhoca é de qual reino?", QuestionKind.CATEGORY, "A minhoca"),
    ("Quantos cromossomos existem?", QuestionKind.COUNT, "cromossomos existem"),
    ("How many chromosomes are there?", QuestionKind.COUNT, "chromosomes are there"),
    ("Dê um exemplo de ácido", QuestionKind.EXAMPLE, "ácido"),
    ("Cite um exemplo de ácido", QuestionKind.EXAMPLE, "ácido"),
    ("Exemplos de ácido", QuestionKind.EXAMPLE, "ácido"),
    ("Em que página está osmose?", QuestionKind.PAGE, "osmose"),
    ("Osmose está em que página?", QuestionKind.PAGE, "Osmose"),
    ("Onde na apostila fala de osmose?", QuestionKind.PAGE, "osmose"),
    ("Como se chama a quebra de ligações?", QuestionKind.NAME, "a quebra de ligações"),
    ("Qual o nome da quebra de ligações?", QuestionKind.NAME, "quebra de ligações"),
    ("A osmose gasta energia?", QuestionKind.YES_NO, "A osmose gasta energia"),
    ("É verdade que a osmose gasta energia?", QuestionKind.YES_NO, "É verdade que a osmose gasta energia"),
    ("Is osmosis passive?", QuestionKind.YES_NO, "Is osmosis passive"),
    ("Por que o gelo flutua?", QuestionKind.OPEN, "o gelo flutua"),
    ("Onde ocorre a respiração?", QuestionKind.OPEN, "ocorre a respiração"),
    ("osmose", QuestionKind.TOPIC, "osmose"),
    ("Explica pra mim o que um isótopo é", QuestionKind.DEFINITION, "isótopo"),
    ("o q significa portfolio", QuestionKind.DEFINITION, "portfolio"),
    ("Do DNA até a proteína, quais etapas existem?", QuestionKind.FACT, "Do DNA até a proteína existem"),
    ("Qual a vantagem das portas lógicas?", QuestionKind.FACT, "portas lógicas"),
    ("Tem um exemplo de ácido?", QuestionKind.EXAMPLE, "ácido"),
    ("Quem seria um bom hospedeiro? um exemplo", QuestionKind.EXAMPLE, "Quem seria um bom hospedeiro"),
    ("De que partes se forma um vírus?", QuestionKind.LIST, "vírus"),
    ("O que o X permite?", QuestionKind.ACTION, "X"),
    ("Vantagens e desvantagens do ácido", QuestionKind.LIST, "Vantagens e desvantagens do ácido"),
    ("A célula se divide em quê?", QuestionKind.LIST, "célula"),
    ("Como se classificam os ácidos?", QuestionKind.LIST, "ácidos"),
    ("O ciclo foi proposto por quem?", QuestionKind.FACT, "O ciclo"),
    ("A célula é feita por quem?", QuestionKind.FACT, "A célula é feita"),
    ("What is meant by osmosis?", QuestionKind.DEFINITION, "osmosis"),
    ("What layers does skin have?", QuestionKind.LIST, "layers does skin have"),
    ("Which virus spreads alone?", QuestionKind.FACT, "virus spreads alone"),
    ("Vírus: ser vivo ou partícula inerte?", QuestionKind.CATEGORY, "Vírus"),
    ("Em que página tem o resumo ácido x base?", QuestionKind.PAGE, "o resumo ácido x base"),
    ("Quanto de diferença a balança tolera?", QuestionKind.FACT, "de diferença a balança tolera"),
    ("A célula se divide em quais fases?", QuestionKind.LIST, "célula"),
    ("O que preciso ter para cultivar fungos?", QuestionKind.LIST, "cultivar fungos"),
    ("Organelas da célula, lista todas", QuestionKind.LIST, "Organelas da célula"),
    ("A figura da célula tá em que página?", QuestionKind.PAGE, "A figura da célula"),
    ("Em que folha da bio_03 ficou a tabela de bases?", QuestionKind.PAGE, "a tabela de bases"),
    ("Onde na apostila de bio fica o esquema do ciclo?", QuestionKind.PAGE, "esquema do ciclo"),
    ("Quem é que descreve a osmose? tô em dúvida se é Graham", QuestionKind.FACT, "descreve a osmose"),
    ("Para que se usam os catalisadores?", QuestionKind.DEFINITION, "catalisadores"),
    ("Que negócio é esse de osmose?", QuestionKind.DEFINITION, "osmose"),
    ("What does osmosis tell us?", QuestionKind.DEFINITION, "osmosis"),
    ("Explica a fotossíntese pra mim", QuestionKind.OVERVIEW, "fotossíntese"),
    ("Me lista os tipos de reação", QuestionKind.LIST, "tipos de reação"),
    ("Que tipos de reação existem?", QuestionKind.LIST, "tipos de reação"),
    ("Tipos de reação, quais são?", QuestionKind.LIST, "Tipos de reação"),
    ("Em que ordem ocorrem as fases?", QuestionKind.LIST, "ordem ocorrem as fases"),
    ("Quais os níveis de teste, do menor pro maior?", QuestionKind.LIST, "níveis de teste"),
    ("camadas do modelo, da primeira à última", QuestionKind.LIST, "camadas do modelo"),
    ("In what order do the phases occur?", QuestionKind.LIST, "order do the phases occur"),
    ("Quem compõe a comissão?", QuestionKind.LIST, "a comissão"),
    ("riscos/desvantagens do ácido", QuestionKind.LIST, "riscos/desvantagens do ácido"),
    ("Which reaction types are there?", QuestionKind.LIST, "reaction types are there"),
    ("What page of bio_celular covers osmosis?", QuestionKind.PAGE, "osmosis"),
    ("Which reactions give off heat?", QuestionKind.LIST, "reactions give off heat"),
    ("Which process gives off heat?", QuestionKind.FACT, "process gives off heat"),
    ("O que a lei chama de resíduo?", QuestionKind.DEFINITION, "resíduo"),
    ("Em que consiste a osmose?", QuestionKind.DEFINITION, "osmose"),
    ("O que foi a peste negra?", QuestionKind.DEFINITION, "peste negra"),
    ("O que mostra um cladograma?", QuestionKind.DEFINITION, "cladograma"),
    ("osmose: conceito", QuestionKind.DEFINITION, "osmose"),
    ("osmose seria o quê?", QuestionKind.DEFINITION, "osmose"),
    ("Fases da mitose, lista pf", QuestionKind.LIST, "Fases da mitose"),
    ("Em que páginas do bio_celular tão as organelas?", QuestionKind.PAGE, "as organelas"),
    ("A osmose é passiva ou não?", QuestionKind.YES_NO, "A osmose é passiva"),
    ("Slide da célula na bio_03, qual é?", QuestionKind.PAGE, "célula na bio_03"),
    ("Página do Amabis que compara DNA com RNA", QuestionKind.PAGE, "Amabis que compara DNA com RNA"),
    ("distância focal é o quê?", QuestionKind.DEFINITION, "distância focal"),
    ("Em que página da bio_celular está a osmose?", QuestionKind.PAGE, "a osmose"),
    ("Como a fotossíntese funciona?", QuestionKind.OVERVIEW, "fotossíntese"),
    ("Em que fases a célula se divide?", QuestionKind.LIST, "fases a célula se divide"),
    ("Que fatores aceleram a reação?", QuestionKind.LIST, "fatores aceleram a reação"),
    ("De quantas maneiras o gás escapa e quais são elas?", QuestionKind.LIST, "maneiras o gás escapa"),
    ("Quem são os decompositores?", QuestionKind.LIST, "decompositores"),
    ("Do que a célula é feita?", QuestionKind.LIST, "célula"),
    ("O que significa cada letra do PCR?", QuestionKind.LIST, "PCR"),
    ("técnicas em que a datação se baseia", QuestionKind.LIST, "técnicas em que a datação se baseia"),
    ("os sete princípios da bioética", QuestionKind.LIST, "princípios da bioética"),
    ("Os princípios da bioética são sete?", QuestionKind.YES_NO, "Os princípios da bioética são sete"),
    ("Ácido tem cheiro?", QuestionKind.YES_NO, "Ácido tem cheiro"),
    ("Preciso saber quantas fases há?", QuestionKind.COUNT, "fases há"),
    ("Preciso dizer quantas fases há?", QuestionKind.YES_NO, "Preciso dizer quantas fases há"),
    ("A febre conta como sintoma de gripe?", QuestionKind.YES_NO, "A febre conta como sintoma de gripe"),
    ("custo de quebrar uma ligação?", QuestionKind.TOPIC, "custo de quebrar uma ligação"),
    ("Em quanto tempo o gelo derrete?", QuestionKind.FACT, "o gelo derrete"),
    ("De onde vem o carvão?", QuestionKind.OPEN, "vem o carvão"),
    ("Quantas fases há ao todo?", QuestionKind.COUNT, "fases há"),
    ("Em que apostila e página está o desenho da célula?", QuestionKind.PAGE, "o desenho da célula"),
    ("Onde está a figura da célula?", QuestionKind.PAGE, "figura da célula"),
    ("célula: qual a página?", QuestionKind.PAGE, "célula"),
    ("Qual página da bio_02 mostra a célula?", QuestionKind.PAGE, "a célula"),
    ("Existe ácido fraco? Dá um exemplo", QuestionKind.EXAMPLE, "Existe ácido fraco"),
    ("Tô revisando química e esqueci: o que é osmose?", QuestionKind.DEFINITION, "osmose"),
    ("Vazou gás: em quanto tempo devo avisar o síndico?", QuestionKind.FACT, "devo avisar o síndico"),
]


@pytest.mark.parametrize(("text", "kind", "focus"), KINDS, ids=[case[0] for case in KINDS])
def test_the_frame_gives_the_kind_and_the_focus(text: str, kind: QuestionKind, focus: str) -> None:
    question = read_question(text)
    assert (question.kind, question.focus) == (kind, focus)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("Qual a diferença entre ácido e base?", ("ácido", "base")),
        ("ácido x base", ("ácido", "base")),
        ("Ácido e base: qual a diferença?", ("Ácido", "base")),
        ("ácido e base", ("ácido", "base")),
        ("O ácido e a base são iguais?", ("ácido", "base")),
        ("Compare ácido com base", ("ácido", "base")),
        ("Em que a geada se difere da neve?", ("geada", "neve")),
        ("ácido e base: diferenças", ("ácido", "base")),
        ("O ácido é a mesma coisa que a base?", ("ácido", "base")),
        ("compare a lei X com a lei Y", ("lei X", "lei Y")),
        ("compara ácido com base", ("ácido", "base")),
        ("ácido ou base: quando se usa cada um?", ("ácido", "base")),
        ("ácido ou base: qual corrói o vidro?", ("ácido", "base")),
        ("ácido vs base: what's the difference in taste?", ("ácido", "base")),
        ("o que separa ácido de base?", ("ácido", "base")),
        ("compara o ácido com a base, o que cada um faz?", ("ácido", "base")),
        ("ácido vs. base: qual corrói?", ("ácido", "base")),
        ("ácido e base são diferentes em quê?", ("ácido", "base")),
        ("O que muda do ácido para a base?", ("ácido", "base")),
        ("What is the difference between acid and base?", ("acid", "base")),
        ("me explica a diferença entre ácido e base", ("ácido", "base")),
        ("diferença de sabor entre ácido e base", ("ácido", "base")),
        ("qual a diferença do ácido pro sal?", ("ácido", "sal")),
        ("qual a diferença do ácido em relação ao sal?", ("ácido", "sal")),
        ("diferencia ácido de base", ("ácido", "base")),
        ("como distinguir ácido de base?", ("ácido", "base")),
        ("como o ácido se compara à base?", ("ácido", "base")),
        ("how does acid compare to base?", ("acid", "base")),
        ("what distinguishes acid from base?", ("acid", "base")),
        ("ácido e base diferem em quê?", ("ácido", "base")),
        ("ácido é diferente de sal em quê?", ("ácido", "sal")),
        ("ácido x base quanto ao sabor", ("ácido", "base")),
        ("ácido x base, sabor de cada um", ("ácido", "base")),
        ("ácido e base não é a mesma coisa né? qual a diferença", ("ácido", "base")),
    ],
)
def test_a_comparison_names_both_things(text: str, options: tuple[str, str]) -> None:
    question = read_question(text)
    assert (question.kind, question.options) == (QuestionKind.COMPARISON, options)


@pytest.mark.parametrize(
    ("text", "focus", "attribute", "options"),
    [
        ("Água é ácido ou base?", "Água", "", ("ácido", "base")),
        ("Osmose é de que tipo?", "Osmose", "tipo", ()),
        ("A osmose pertence a qual categoria?", "A osmose", "categoria", ()),
        ("Osmose é um processo de quê?", "Osmose", "processo", ()),
        ("osmose é processo de que", "osmose", "processo", ()),
        ("A osmose usa que tipo de energia?", "A osmose de energia", "tipo", ()),
        ("Osmose faz parte de que capítulo?", "Osmose", "capítulo", ()),
    ],
)
def test_a_category_is_asked_with_or_without_options(
    text: str, focus: str, attribute: str, options: tuple[str, ...]
) -> None:
    question = read_question(text)
    assert question.kind is QuestionKind.CATEGORY
    assert (question.focus, question.attribute, question.options) == (focus, attribute, options)


@pytest.mark.parametrize(("text", "asks"), [("Osmose ocorre como?", True), ("Osmose gasta energia?", False)])
def test_a_question_word_may_stand_anywhere(text: str, *, asks: bool) -> None:
    assert asks_which(text) is asks


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Qual a porta padrão do SSH?", Value.NUMBER),
        ("Qual é o prazo de recurso?", Value.NUMBER),
        ("Quanto tempo dura o mandato?", Value.NUMBER),
        ("Desde que versão o editor abre mapas?", Value.NUMBER),
        ("Em quanto tempo prescreve a pena?", Value.NUMBER),
        ("Em que ano foi criada a lei?", Value.DATE),
        ("Quando foi criada a lei?", Value.DATE),
        ("Quando a lei entrou em vigor?", Value.DATE),
        ("Quando a lei é obrigatória?", None),
        ("Quem criou a lei?", Value.PERSON),
        ("Quanto custa o registro?", Value.PRICE),
        ("Qual o preço do registro?", Value.PRICE),
        ("O que causa a erosão?", None),
        ("Quais são os tipos de solo?", None),
    ],
)
def test_the_frame_gives_the_value_an_answer_must_hold(text: str, value: Value | None) -> None:
    assert read_question(text).value is value


@pytest.mark.parametrize(
    "text",
    [
        "oi, tutor! o que é osmose?",
        "Você pode me explicar o que é osmose?",
        "Segundo minhas notas, o que é osmose?",
        "O que é osmose, segundo as notas?",
        "  O que   é\nosmose ?! ",
    ],
)
def test_politeness_and_spaces_are_no_part_of_the_question(text: str) -> None:
    question = read_question(text)
    assert (question.kind, question.focus, question.required) == (QuestionKind.DEFINITION, "osmose", ("osmos",))


def test_a_place_named_first_is_context() -> None:
    question = read_question("No direito penal, o que é dolo?")
    assert (question.focus, question.context) == ("dolo", "No direito penal")
    assert question.search_text == "No direito penal, o que é dolo? No direito penal"


@pytest.mark.parametrize(("text", "language"), [("O que é osmose?", "pt"), ("What is a catalyst?", "en")])
def test_the_language_is_the_questions(text: str, language: str) -> None:
    assert read_question(text).language == language


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("O que é a Lei 8.112?", {"lei", "8112"}),
        ("Qual a porta do SSH?", {"ssh"}),
        ("DNA é o quê?", {"dna"}),
        ("Osmose gasta energia?", set()),
    ],
)
def test_names_are_capitals_and_numbers_but_for_the_first_word(text: str, names: set[str]) -> None:
    assert read_question(text).names == names


def test_what_is_required_leaves_out_the_frame_and_keeps_each_stem_once() -> None:
    question = read_question("Qual o tamanho máximo do nome do arquivo de um arquivo?")
    assert question.required == ("tamanh", "maxim", "arquiv")
    assert question.specific == ("arquiv",)


def test_where_only_general_words_are_asked_they_are_specific() -> None:
    assert read_question("Quais são as ferramentas?").specific == ("ferrament",)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("vírus e bactéria", ("vírus", "bactéria")),
        ("o dolo e a culpa", ("dolo", "culpa")),
        ("the cat and the dog", ("cat", "dog")),
        ("ponto e vírgula e dois pontos", ("ponto e vírgula", "dois pontos")),
        ("TCP vs UDP", ("TCP", "UDP")),
        ("solo x e solo y", ("solo x", "solo y")),
        ("ácido com base", ("ácido", "base")),
        ("ácido", ("ácido",)),
    ],
)
def test_a_pair_is_split_at_its_joint(text: str, pair: tuple[str, ...]) -> None:
    assert split_pair(text) == pair


def test_names_are_found_as_written() -> None:
    text = "O Robert Hooke usou TCP/IP, IPv6 e iPhone em 1665. A célula"
    assert find_names(text) == ["Robert", "Hooke", "TCP", "IP", "IPv6", "iPhone", "1665"]


@pytest.mark.parametrize(
    ("word", "frame", "asking"),
    [("significa", True, True), ("quais", False, True), ("ferramenta", False, True), ("osmose", False, False)],
)
def test_words_of_frames_are_known(word: str, frame: bool, asking: bool) -> None:
    assert (is_frame_word(word), is_question_word(word)) == (frame, asking)


@pytest.mark.parametrize(
    ("text", "attribute"), [("Qual algoritmo de busca é ótimo?", "algoritmo"), ("Qual o motor de busca?", "motor")]
)
def test_an_attribute_keeps_its_first_letter(text: str, attribute: str) -> None:
    assert read_question(text).attribute == attribute


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        pytest.param("Quais são as fases?", True, id="list"),
        pytest.param("ciclo da água", True, id="cycle"),
        pytest.param("o que é a fase S?", False, id="one-thing"),
    ],
)
def test_what_asks_for_several_things_in_a_row(text: str, *, asks: bool) -> None:
    assert read_question(text).asks_for_list is asks


def test_a_question_of_many_pairs_is_read_without_delay() -> None:
    start = time.process_time()
    assert read_question("a e " * 499).kind is not QuestionKind.COMPARISON
    assert time.process_time() - start < 10
