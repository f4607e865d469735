"""What messy notes must not spoil: capitals, missing accents and definitions cut short."""

import pytest
from practice_notes import fact, material, note, read, said

from tutor.practice.grammar.articles import subject_of
from tutor.practice.grammar.endings import is_bare_adjective
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import common_form
from tutor.practice.grammar.shapes import Shape, shape_of, uncapitalized
from tutor.practice.grammar.spelling import quietened
from tutor.practice.grammar.splices import unspliced
from tutor.practice.grammar.standalone import stands_alone
from tutor.practice.grammar.themes import about
from tutor.practice.grammar.titles import display_title, short_title
from tutor.practice.grammar.wording import clauses, clean_clause, name_of
from tutor.practice.questions.drafts import as_opening
from tutor.practice.questions.falsify import inversions, negations, renumberings
from tutor.practice.questions.flashcards import write_flashcards
from tutor.practice.questions.open_questions import _is_told_apart, write_open_questions
from tutor.practice.questions.transpositions import transposed
from tutor.practice.questions.values import question_about_value
from tutor.practice.reading.knowledge import Clause, GroupKind
from tutor.practice.reading.lists import in_common_form
from tutor.practice.reading.sentences import group_sentence, say
from tutor.types import BlockKind

GENDERS = Genders([])


def test_a_line_in_capitals_shows_no_acronym() -> None:
    assert display_title(note("CODIGO CIVIL - LEI 9\n\n# x\nA horta.", "Codigo civil.md")) == "Código civil"
    assert display_title(note("O SUS cuida da horta e o SUS paga.", "hortas do sus.md")) == "hortas do SUS"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("mantem a horta", "mantém a horta"),
        ("fluxo de streaming distribuido de dados", "fluxo de streaming distribuído de dados"),
        ("rede spanning tree media", "rede spanning tree media"),
        ("Focus area", "Focus area"),
        ("o acôrdo cívil de horta tem glicocálix", "o acordo civil de horta tem glicocálix"),
    ],
    ids=["verb", "behind an English word", "English", "English alone", "stray accent"],
)
def test_accents_are_put_back(text: str, shown: str) -> None:
    assert clean_clause(text) == shown


def test_a_definition_without_its_restriction_is_none() -> None:
    text = "* condomínio -> identidade de donos e de horta, mas a parte de um, por ser maior, abrange a do outro\n"
    assert not read(text).concepts
    assert read(text.replace(", mas a parte de um, por ser maior, abrange a do outro", "")).concepts


def test_a_verb_behind_a_purpose_makes_a_sentence() -> None:
    assert shape_of("tempo para alcançar uma horta depende da área e da bomba", GENDERS) is Shape.CLAUSE
    assert shape_of("tempo para alcançar uma horta e o canteiro", GENDERS) is Shape.NOUN


def test_a_participle_behind_a_full_stop_is_in_lower_case() -> None:
    assert uncapitalized("Apurada em doze meses") == "apurada em doze meses"
    assert uncapitalized("Machado de Assis") == "Machado de Assis"
    assert uncapitalized("Aplicável à horta") == "aplicável à horta"


def test_a_degree_behind_a_comma_has_its_preposition() -> None:
    clause = Clause("imagem estática, média ou alta fidelidade", Shape.NOUN)
    assert say("projeto", clause, GENDERS) == "O projeto é uma imagem estática, com média ou alta fidelidade"


def test_an_address_in_brackets_is_no_field() -> None:
    (block,) = note("- a rede local não é roteada (FE80::/10)\n").blocks
    assert block.text == "a rede local não é roteada (FE80::/10)"


def test_a_bold_letter_is_part_of_its_name() -> None:
    (concept,) = read("- **R**EG – Rega: tarefa que molha o solo seco da horta\n").concepts
    assert concept.term == "REG (Rega)"


def test_a_sign_before_a_title_is_none_of_its_words() -> None:
    assert display_title(note("# 📌 Horta urbana\n\nA horta.")) == "Horta urbana"


def test_warnings_on_lines_of_their_own_are_told_one_by_one() -> None:
    text = "# Horta\n\n! a rega da horta não é feita ao meio-dia\n! a poda da horta exige licença da prefeitura\n"
    assert said(text) == {"A rega da horta não é feita ao meio-dia", "A poda da horta exige licença da prefeitura"}


def test_a_duty_is_an_act_of_which_nothing_is_said() -> None:
    duty, remark = "manter toda planta que cresce", "existir é próprio das plantas da horta: elas existem"
    assert said(f"# Horta\n\n! {duty}\n! {remark}\n") == {f"Deve-se {duty}"}


def test_subjects_with_their_articles_are_not_parted_from_the_last_of_them() -> None:
    text = "a rega, o adubo, a poda e a capina são cuidados maiores que a horta pede"
    assert unspliced(text, GENDERS) == [text]


def test_a_word_in_brackets_behind_a_clause_is_no_part_of_what_is_said() -> None:
    clause = Clause("tem folhas pequenas e verdes (buxo)", Shape.VERB)
    assert say("cerca viva", clause, GENDERS) == "A cerca viva tem folhas pequenas e verdes"


def test_what_something_is_at_times_does_not_mark_it() -> None:
    made = material("# Horta\n\nA rega da horta é suficiente quando a terra fica úmida.\n")
    assert not list(write_open_questions(made.part("nota.md"), made))


def test_a_value_in_one_word_and_a_bracket_is_no_definition() -> None:
    assert not said("# Horta\n\n* rega\n\t* adequada = qualidade (pureza e temperatura da água)\n")


def test_what_comes_after_some_time_is_not_said_to_come_before_it() -> None:
    assert list(inversions(fact("A muda é vendida depois da poda")))
    assert not list(inversions(fact("A muda é vendida depois de algum tempo")))


def test_what_is_without_something_is_not_said_to_be_dispensed_with() -> None:
    assert [text for text, _ in inversions(fact("A muda exige vaso sem furos"))] == ["A muda exige vaso com furos"]


def test_a_sentence_whose_article_disagrees_is_left_out() -> None:
    text = "# Horta\n\nAs principais problemas da horta são a seca e a geada. {} é a maior causa de perda da horta.\n"
    assert said(text.format("A seca")) == {"A seca é a maior causa de perda da horta"}


def test_a_call_for_attention_is_no_part_of_a_sentence() -> None:
    assert said("# Horta\n\n==Atenção==: a rega da horta é feita pela manhã, em dias secos.\n") == {
        "A rega da horta é feita pela manhã, em dias secos"
    }


def test_a_term_is_defined_on_the_next_line() -> None:
    (concept,) = read("# Horta\n\nIrrigação\n: aplicação de água ao solo seco dos canteiros\n").concepts
    assert (concept.term, concept.clauses[0].text) == ("irrigação", "aplicação de água ao solo seco dos canteiros")
    assert concept.place.citation.quote == "Irrigação\n: aplicação de água ao solo seco dos canteiros"


def test_names_between_semicolons_are_a_list() -> None:
    (group,) = read("# Rega\n\n## Atendimento prioritário\n\nFinalidades: sombra; frescor da praça; colheita\n").groups
    assert (group.label, group.members) == (
        "finalidades do atendimento prioritário",
        ("sombra", "frescor da praça", "colheita"),
    )


def test_a_denied_gerund_belongs_to_the_clause_before() -> None:
    text = "a lei da horta vale na data do plantio, não se aplicando à colheita do ano"
    assert unspliced(text, GENDERS) == [text]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("aquela que rega os canteiros", Shape.DETERMINED),
        ("toda forma de rega que poupe água", Shape.DETERMINED),
        ("qualquer rega", Shape.OTHER),
    ],
)
def test_definitions_of_laws(text: str, shape: Shape) -> None:
    assert shape_of(text, GENDERS) is shape


@pytest.mark.parametrize("exception", ["ressalvado o muro", "menos o portão", "sempre que possível"])
def test_what_restricts_a_clause_stays_in_it(exception: str) -> None:
    text = f"veda cercas entre as hortas por meio de arame, {exception}"
    assert unspliced(text, GENDERS) == [text]


def test_a_clause_that_a_comma_interrupts_is_not_cut() -> None:
    text = "avalia se canteiros, mudas e vasos cumprem a regra da horta"
    assert unspliced(text, GENDERS) == [text]


def test_verbs_of_a_relative_clause_are_not_cut() -> None:
    text = "modelo com fita e cabeça que lê, escreve e se move"
    assert unspliced(text, GENDERS) == [text]


def test_what_may_be_there_is_not_said_of_a_name() -> None:
    found = said("# Hortas\n\n* matriz de podas: dono, regador\n\t* só pode haver um regador por canteiro\n")
    assert not {text for text in found if text.startswith("A matriz de podas só")}


def test_a_verb_behind_a_relative_clause_makes_a_sentence() -> None:
    assert shape_of("toda árvore que passa no teste vai para a horta", GENDERS) is Shape.CLAUSE


def test_an_adjective_with_a_capital_takes_the_noun_above() -> None:
    text = """# Votos

## Sistemas eleitorais

- Majoritário simples: exige mais votos que os outros nomes
- Majoritário absoluto: exige mais da metade dos votos válidos
"""
    assert [concept.term for concept in read(text).concepts] == [
        "sistema eleitoral majoritário simples",
        "sistema eleitoral majoritário absoluto",
    ]


def test_a_measure_that_a_participle_tells_apart_is_definite() -> None:
    clause = Clause("volume transferido por segundo", Shape.NOUN)
    assert say("vazão", clause, GENDERS) == "A vazão é o volume transferido por segundo"


def test_a_title_of_acronyms_is_a_list() -> None:
    assert display_title(note("A horta.", "SDN NFV MPLS.md")) == "SDN, NFV e MPLS"


def test_a_word_cut_short_ends_no_sentence() -> None:
    assert clauses("liga sala de telecom. e sala de equipamentos") == ()
    assert clauses("liga sala de aula. também abriga o forno") == ("liga sala de aula", "também abriga o forno")


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("conjunto simples e limitado de mudas", Shape.NOUN),
        ("frequência de rega abaixo de 60 por mês", Shape.NOUN),
        ("executado uma vez após a rega", Shape.PARTICIPLE),
        ("só pode ser podado no inverno", Shape.VERB),
        ("só no inverno", Shape.OTHER),
        ("cria ou altera em lote", Shape.OTHER),
        ("cria ou altera a partir de um arquivo", Shape.OTHER),
        ("roda a partir de um arquivo", Shape.VERB),
        ("cria ou altera a tabela em lote", Shape.VERB),
        ("conta de fora o que vê", Shape.VERB),
        ("conta de água da horta", Shape.NOUN),
        ("agente para de regar por vontade própria", Shape.CLAUSE),
        ("meio para regar a horta", Shape.NOUN),
    ],
)
def test_adverbs_and_numbers_of_times(text: str, shape: Shape) -> None:
    assert shape_of(text, GENDERS) is shape


def test_what_a_title_and_a_colon_announce_is_defined() -> None:
    items = "* rega -> aplicação de água ao solo seco\n* poda -> corte de ramos que renova a copa\n"
    assert [concept.remark for concept in read(f"# Horta\n\nTarefas:\n{items}").concepts] == [False, False]
    assert [concept.remark for concept in read(f"# Horta\n\nCausas:\n{items}").concepts] == []


def test_a_foreign_word_lacks_no_noun() -> None:
    text = "# Horta\n\n- tipos\n\t- mulching -> camada de palha que cobre o solo da horta\n"
    assert [concept.term for concept in read(text).concepts] == ["mulching"]
    assert not read(text.replace("mulching", "cobertura")).concepts


def test_a_ruling_is_of_its_court() -> None:
    (told,) = said("# Horta\n\n- Súmula 269 STJ: é admissível a horta em terreno baldio da cidade\n")
    assert told == "De acordo com a súmula 269 do STJ, é admissível a horta em terreno baldio da cidade"


def test_a_noun_of_an_agent_is_common() -> None:
    assert GENDERS.is_common("Incubadora")
    assert not GENDERS.is_common("Docker")


def test_a_clause_whose_noun_stands_before_it_is_told_alone_of_nothing() -> None:
    text = "# Rega\n\n* aspersão -> cada jato de água é lançado {}\n"
    assert said(text.format("a todas")) == set()
    assert said(text.format("a todas as mudas")) == {"Na aspersão, cada jato de água é lançado a todas as mudas"}


def test_components_are_no_adjective() -> None:
    assert not is_bare_adjective("componentes")
    assert is_bare_adjective("recorrentes")
    assert not is_bare_adjective("microsserviços")
    (group,) = read("* componentes de uma horta { canteiro/leito, cerca viva, poço }\n").groups
    assert group.label == "componentes de uma horta"


def test_a_bracket_tells_no_gender() -> None:
    assert GENDERS.of("ESB (enterprise service bus)") is None


@pytest.mark.parametrize(
    ("path", "text", "shown"),
    [
        ("Dir Rural.md", "DIREITO RURAL - resumo\n\nA horta é direta.", "Direito Rural"),
        ("Dir Rural.md", "A horta é rural.", ""),
        (
            "Dir Rural.md",
            "A horta é do município, e a cidade cuida dela o ano todo, no verão e no inverno, com água e adubo. " * 2
            + "O direito e a direção.",
            "",
        ),
        ("Jira.md", "O Jira é da horta.", "Jira"),
        ("geo.md", "GEOGRAFIA — revisão\n\nO relevo.", "geografia"),
        ("pca.md", "O relevo.", "PCA"),
        ("Historia da horta.md", "A horta.", "História da horta"),
        ("SGBD - admin e tuning.md", "O SGBD.", "admin e tuning"),
        ("Redes - camada de transporte.md", "As redes.", "camada de transporte"),
        ("Botânica - mudas.md", "As mudas.", "mudas"),
        ("n.md", "# Hortas da cidade / HC\n\nA horta.\n", "Hortas da cidade"),
        ("n.md", "# HC / Hortas\n\nA horta.\n", "HC e Hortas"),
        ("Botânica - clássicos.md", "Os clássicos.", "Botânica (clássicos)"),
        ("ETL - rega, poda e capina.md", "A horta.", "ETL (rega, poda e capina)"),
    ],
    ids=[
        "completed",
        "not written out",
        "of two words",
        "a name",
        "three letters of the opening",
        "acronym",
        "accent",
        "foreign words",
        "narrower",
        "narrower by a noun",
        "another name",
        "two short names",
        "not narrower by an adjective",
        "several",
    ],
)
def test_words_of_titles_are_whole(path: str, text: str, shown: str) -> None:
    assert display_title(note(text, path)) == shown


def test_a_bold_line_amid_bold_terms_is_no_heading() -> None:
    text = "**Rega**: água na raiz das mudas\n**Poda verde**\n**Capina**: retirada do mato alto\n"
    assert [block.kind for block in note(text).blocks] == [BlockKind.PARAGRAPH] * 3
    assert [block.parent for block in note(text).blocks] == [None] * 3


def test_an_area_is_one_of_many() -> None:
    assert say("bosque", Clause("área plantada de árvores altas", Shape.NOUN), GENDERS).endswith(
        "é uma área plantada de árvores altas"
    )


def test_what_no_sentence_can_say_is_left_to_cards() -> None:
    assert say("Shift+F5", Clause("inicia a rega do canteiro atual", Shape.VERB), GENDERS) == ""
    assert say("Eureka", Clause("registro e descoberta de serviços", Shape.NOUN), GENDERS) == ""
    assert say("parque nacional", Clause("preservação da mata que cerca a cidade", Shape.NOUN), GENDERS) == ""


def test_how_something_was_done_is_no_value() -> None:
    attribute = read("| Horta | Criação |\n|---|---|\n| horta pública | por lei |\n").attributes
    assert [question_about_value(found, GENDERS) for found in attribute] == [""]


def test_an_ordinal_before_a_common_noun_is_in_lower_case() -> None:
    assert common_form("Terceiro setor", GENDERS) == "terceiro setor"
    assert common_form("Primeira República", GENDERS) == "Primeira República"


def test_a_portuguese_name_has_its_article() -> None:
    assert subject_of("Licença Prévia", Genders(["a licença"])) == "a Licença Prévia"
    assert subject_of("Sprint Backlog", GENDERS) == "Sprint Backlog"
    assert subject_of("Santa Aliança", GENDERS) == "a Santa Aliança"
    assert subject_of("Carta de Atenas (1933)", GENDERS) == "a Carta de Atenas (1933)"
    persons = ("Augusto dos Anjos", "José de Alencar", "Graciliano Ramos")
    assert [subject_of(person, GENDERS) for person in persons] == list(persons)
    assert subject_of("inutilia truncat", GENDERS) == "inutilia truncat"


def test_many_things_are_no_single_act() -> None:
    (concept,) = read("# Energia\n\n* usinas solares -> localização definida em lei da cidade\n").concepts
    assert concept.clauses[0].shape is Shape.OTHER


def test_an_enumeration_is_not_cut_in_its_middle() -> None:
    text = "identifica nomes de pessoas, lugares, organizações, datas"
    assert unspliced(text, GENDERS) == [text]


def test_who_does_something_is_no_sort_of_what_is_done() -> None:
    text = """# Penal

- prisão
\t- flagrante próprio -> está cometendo a infração na horta
\t- flagrante ficto -> encontrado logo depois com os instrumentos do crime
\t- flagrante forjado -> criação de provas falsas contra alguém
"""
    assert [concept.term for concept in read(text).concepts] == ["flagrante forjado"]


def test_a_preposition_is_no_article() -> None:
    assert shape_of("a critério do juiz da comarca", GENDERS) is Shape.OTHER
    assert shape_of("a terra do canteiro da praça", GENDERS) is Shape.DETERMINED


def test_what_stems_from_a_thing_is_said_of_it() -> None:
    clause = Clause("decorrentes de origem comum a todos", Shape.PARTICIPLE)
    assert shape_of(clause.text, GENDERS) is Shape.PARTICIPLE
    assert say("direitos comuns", clause, GENDERS, own=True) == (
        "Os direitos comuns são decorrentes de origem comum a todos"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("quando for verossímil OU quando for certo", "quando for verossímil ou quando for certo"),
        ("structures of the system + relationships", "structures of the system and relationships"),
    ],
)
def test_joints_are_written_as_such(text: str, shown: str) -> None:
    assert clean_clause(text) == shown


def test_titles_of_two_subjects() -> None:
    assert short_title("LDB (Lei 9.394/96) e didática") == "LDB e didática"
    assert display_title(note("A horta.", "rega + didática.md")) == "rega e didática"
    assert about("Acerca de", "LDB e didática", Genders(["a LDB"])) == "Acerca da LDB e da didática"
    assert about("Acerca de", "rega manual e automática", Genders(["a rega"])) == "Acerca da rega manual e automática"


def test_what_holds_all_is_definite() -> None:
    clause = Clause("conjunto de todas as mudas da horta", Shape.NOUN)
    assert say("acervo", clause, GENDERS) == "O acervo é o conjunto de todas as mudas da horta"


def test_what_acts_qualifies_the_head_of_its_column() -> None:
    table = "| Tendência | Duração |\n|---|---|\n| Libertadora | 2 anos |\n"
    (attribute,) = read(table).attributes
    assert attribute.of == "tendência libertadora"


def test_a_word_in_capitals_among_capitals_is_no_acronym() -> None:
    text = "# Horta\n\n- PODER EXECUTIVO\n- PODER LEGISLATIVO\n\nO SUS e o MEC cuidam da horta.\n"
    assert quietened("PODER EXECUTIVO", text) == "poder executivo"
    assert quietened("DIRETRIZES DO SUS", text) == "diretrizes do SUS"


def test_names_of_products_keep_their_capital() -> None:
    assert in_common_form(("pipeline de dados", "Airflow", "carga"), GENDERS)[1] == "Airflow"
    assert in_common_form(("memória", "Benchmarking", "carga"), GENDERS)[1] == "benchmarking"


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("eleição direta em 90 dias", Shape.OTHER),
        ("valor exato e conhecido", Shape.OTHER),
        ("valor do título na data do resgate", Shape.NOUN),
    ],
    ids=["a time", "a property", "an amount"],
)
def test_what_holds_of_a_thing_is_not_what_it_is(text: str, shape: Shape) -> None:
    (concept,) = read(f"# Horta\n\n* empenho ordinário -> {text}\n").concepts
    assert concept.clauses[0].shape is shape


def test_a_list_far_down_a_section_is_not_of_its_heading() -> None:
    line = "Princípios: organicidade, unicidade, proveniência\n"
    assert [group.label for group in read(f"# Arquivos\n\n## Ciclo vital\n\n{line}").groups] == [
        "princípios do ciclo vital"
    ]
    before = "A fase é breve.\n\nA guarda é longa.\n\nA baixa é rara.\n\nA cópia é cara.\n\n"
    assert read(f"# Arquivos\n\n## Ciclo vital\n\n{before}{line}").groups == ()


def test_others_are_no_member() -> None:
    (group,) = read("# Receita\n\n- Receitas de capital: empréstimos, alienação de bens, amortização, outras\n").groups
    assert group.members == ("empréstimos", "alienação de bens", "amortização")


def test_nothing_is_so_in_what_a_name_denies() -> None:
    assert not said("# Hortas\n\n* não colheita: a horta não pode perder a maior parte dos frutos\n")


def test_a_preposition_before_a_direction_is_no_article() -> None:
    assert not said("# Hortas\n\n* hortas\n\t* a leste as sombras das hortas aumentam\n")


def test_nothing_happens_in_a_name_without_article() -> None:
    text = "# Redes\n\n* {} -> a estação deixa de transmitir sem necessidade\n"
    told = "a estação deixa de transmitir sem necessidade"
    assert said(text.format("terminal exposto")) == {f"No terminal exposto, {told}"}
    assert said(text.format("XDR")) == {f"Em XDR, {told}"}
    assert said(text.format("ad quem")) == set()


def test_what_lacks_its_object_is_not_told_of_a_name() -> None:
    text = "# Prisões\n\n* fiança -> o delegado pode arbitrar {}nos crimes de pena curta\n"
    assert said(text.format("um valor ")) == {"Na fiança, o delegado pode arbitrar um valor nos crimes de pena curta"}
    assert said(text.format("")) == set()


def test_a_title_says_of_what_the_notes_are() -> None:
    assert [
        short_title(title) for title in ("Resumo NoSQL", "resumão de redes", "Notas fiscais", "Noções de Poda")
    ] == [
        "NoSQL",
        "redes",
        "Notas fiscais",
        "Poda",
    ]


def test_a_person_in_capitals_is_written_as_the_note_does() -> None:
    assert quietened("MASLOW", "A pirâmide de Maslow.") == "Maslow"
    assert quietened("MASLOW", "A pirâmide.") == "MASLOW"
    assert quietened("ROUBO", "O roubo de mudas.") == "roubo"
    assert quietened("SUS", "As diretrizes do SUS.") == "SUS"
    assert clean_clause("teoria de McGREGOR") == "teoria de McGregor"


def test_a_sentence_with_its_article_stays_as_it_is() -> None:
    assert "O indiciamento é ato privativo do delegado de polícia" in said(
        "# Inquérito\n\nO indiciamento é ato privativo do delegado de polícia.\n"
    )


def test_a_degree_is_no_concept() -> None:
    text = "# Filas\n\n* quantum {}pequeno -> troca frequente de contexto entre os processos\n"
    assert len(read(text.format("")).concepts) == 1
    assert read(text.format("muito ")).concepts == ()


def test_a_list_is_not_told_of_a_name_without_article() -> None:
    (box,) = read("* box model { corte, galho, copa }\n").groups
    assert group_sentence(box, box.members, GENDERS) == "O box model abrange corte, galho e copa"
    (latin,) = read("* ad quem { corte, galho, copa }\n").groups
    assert group_sentence(latin, latin.members, GENDERS) == ""


def test_a_list_is_not_of_a_name_without_article() -> None:
    text = "# Liderança\n\n* {}\n\t* dimensões {{ preocupação com a produção, preocupação com as pessoas }}\n"
    assert [group.label for group in read(text.format("matriz gerencial")).groups] == ["dimensões da matriz gerencial"]
    assert read(text.format("grid gerencial")).groups == ()


def test_a_noun_behind_pois_has_its_article() -> None:
    text = "* sensor -> não percebe choque, pois motor faz um giro por vez\n"
    (concept,) = read(text).concepts
    assert concept.clauses[0].text == "não percebe choque, pois o motor faz um giro por vez"


@pytest.mark.parametrize(
    ("text", "other"),
    [("24 horas", "48"), ("90 dias", "180"), ("24 bits", "48"), ("120 dias", "180"), ("24 peças", "26")],
)
def test_a_term_is_doubled(text: str, other: str) -> None:
    ((_, change),) = renumberings(fact(f"A audiência ocorre em até {text} depois da prisão"))
    assert change.after == other


def test_an_english_step_is_no_concept() -> None:
    text = "# Software testing\n\n- {}: {} the simplest code that makes the test pass\n"

    def asked(name: str, told: str) -> list[str]:
        made = material(text.format(name, told))
        return [draft.aspect[1] for draft in write_open_questions(made.part("nota.md"), made)]

    assert asked("green", "write") == []
    assert asked("stub", "piece of") == ["stub"]


def test_a_name_without_its_noun_is_not_asked_for() -> None:
    text = "# Podas\n\n## Poda\n\n**Pública condicionada**: depende de pedido do dono da horta ou do vizinho.\n"
    made = material(text)
    assert not list(write_open_questions(made.part("nota.md"), made))


@pytest.mark.parametrize(
    ("line", "task"),
    [
        ("* poda -> redução da copa de uma planta", "Conceitue poda."),
        (
            "* poda seca -> redução da copa de uma planta; mantém o galho baixo",
            "Conceitue poda seca.",
        ),
        ("* poda -> reduz a copa das árvores da praça; mantém a planta baixa", "Caracterize a poda."),
        ("* greenhouse -> mantém as mudas aquecidas no inverno", "Caracterize o greenhouse."),
        ("As cercas vivas são verdes de folha miúda o ano todo.", "Caracterize as cercas vivas."),
        ("* Bento Teixeira -> autor de poemas sobre a horta", "Discorra sobre Bento Teixeira."),
    ],
    ids=["kind", "kind and traits", "traits", "what it does", "what they are like", "person"],
)
def test_what_is_defined_is_asked_as_a_concept(line: str, task: str) -> None:
    made = material(f"# Hortas urbanas\n\n{line}\n")
    assert [draft.prompt for draft in write_open_questions(made.part("nota.md"), made)] == [task]


def test_an_acronym_stands_before_what_it_stands_for() -> None:
    assert name_of("APF análise de pontos de função") == "APF (análise de pontos de função)"
    assert name_of("APF contagem de pontos de função") == "APF contagem de pontos de função"


def test_kinds_by_a_criterion_are_of_what_another_name_says() -> None:
    text = "# Testes\n\n* tipos{} {{ caixa preta, caixa branca, caixa cinza }}\n"
    assert [group.label for group in read(text.format(" de teste")).groups] == ["tipos de teste"]
    assert read(text.format(" quanto ao conhecimento")).groups == ()


def test_the_first_word_of_a_compound_tells_its_gender() -> None:
    assert [subject_of(name, GENDERS) for name in ("peculato-apropriação", "contra-ordem")] == [
        "o peculato-apropriação",
        "a contra-ordem",
    ]


def test_what_somebody_does_is_not_said_of_a_name_beside() -> None:
    lines = ("- peculato impróprio: {} subtrai o bem da praça", "- peculato culposo: recebe o bem por erro do dono")
    text = "\n".join(("# Peculato\n", *lines, ""))
    assert "O peculato culposo recebe o bem por erro do dono" in said(text.format("prática que"))
    assert "O peculato culposo recebe o bem por erro do dono" not in said(text.format("funcionário"))


def test_what_lacks_its_object_is_no_sentence() -> None:
    text = "# Princípio da insignificância\n\n- STF admite {}em casos raros da insignificância\n"
    assert said(text.format("a tese ")) == {"O STF admite a tese em casos raros da insignificância"}
    assert said(text.format("")) == set()


def test_adjectives_behind_another_definition_do_not_qualify_the_heading() -> None:
    text = "# Estado\n\n## Governança\n\n{} é o dever de prestar contas.\n\n- vertical -> controle pelo voto do povo\n"
    vertical = "governança vertical"
    assert vertical in {concept.term for concept in read(text.format("A governança")).concepts}
    assert vertical not in {concept.term for concept in read(text.format("Accountability")).concepts}


def test_a_list_is_not_of_a_numbered_name_without_article() -> None:
    text = "# {}\n\n- princípios: administração, equipe, valor, liderança\n\n## Equipe\n\nA equipe cresce.\n"
    assert [group.label for group in read(text.format("Lei 200")).groups] == []
    assert [group.label for group in read(text.format("Mercado")).groups] == ["princípios do mercado"]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        pytest.param("regras do enxerto: {}", "regras do enxerto", id="named"),
        pytest.param("regras do método: {}", "", id="of some method"),
        pytest.param("vizinhos ajudam: {}", "", id="sentence"),
        pytest.param("regras da horta: conceito, {}", "", id="heading of the notes"),
    ],
)
def test_a_list_is_named_by_what_it_is_of(line: str, label: str) -> None:
    found = read(f"# Horta\n\n- {line.format('poda, rega, colheita')}\n\nO enxerto pega bem.\n").groups
    assert [group.label for group in found] == ([label] if label else [])


def test_a_sentence_that_divides_names_no_list() -> None:
    text = "# Horta\n\n- As mudas se dividem em grupos: as altas, as baixas, as finas e as grossas.\n"
    assert [group.label for group in read(text).groups if group.kind is GroupKind.PLURAL] == []


def test_what_stands_behind_a_dash_in_a_heading_is_no_part_of_a_name() -> None:
    text = "# Mudas\n\n## Estimador - propriedades\n\n- suficiente: usa toda a informação que há na amostra\n"
    assert [concept.term for concept in read(text).concepts] == ["estimador suficiente"]


def test_what_is_done_in_each_case_is_no_aspect() -> None:
    rows = "| vigor | alto brilho | pouco brilho |\n| rejeita H0 | erro fino | acerto |\n"
    found = read(f"# Horta\n\n| | H0 verdadeira | H0 falsa |\n|---|---|---|\n{rows}").attributes
    assert "rejeita H0" not in {attribute.name for attribute in found}


def test_shorthand_of_english_is_written_out() -> None:
    assert clean_clause("one side left w/o the other w/ a seed") == "one side left without the other with a seed"


@pytest.mark.parametrize(("name", "shown"), [("debênture", "Debênture"), ("alelos", "Alelos"), ("npm", "npm")])
def test_a_prompt_opens_with_a_capital(name: str, shown: str) -> None:
    assert as_opening(name) == shown


@pytest.mark.parametrize(("name", "subject"), [("SUS", "o SUS"), ("LOA", "a LOA"), ("XYZ", "XYZ")])
def test_well_known_acronyms_have_an_article(name: str, subject: str) -> None:
    assert subject_of(name, GENDERS) == subject


def test_a_subject_is_changed_for_one_that_one_word_tells_apart() -> None:
    told = "passou por várias reformas desde o século XX, com concursos e planos de carreira"
    other = "surgiu na Europa do século XIX como resposta à corrupção do reino"

    def changed(one: str) -> set[str]:
        facts = read(f"# Estado\n\nA {one} {told}. A gestão burocrática {other}.\n").facts
        return {text for own in facts for text, _ in transposed(own, facts)}

    assert f"A gestão burocrática {told}" in changed("gestão pública")
    assert changed("gestão pública brasileira") == set()


def test_a_denial_that_a_colon_explains_stays() -> None:
    text = "A gestão gerencial não nega os princípios da burocracia{}"
    assert [change.after for _, change in negations(fact(text.format("")))] == ["nega"]
    assert list(negations(fact(text.format(": conserva o mérito")))) == []
    assert list(negations(fact("No vaso a água não fica em cima, quem fica é o ar"))) == []


def test_what_somebody_does_is_no_part_of_a_thing() -> None:
    genders = Genders(["A finalidade do arquivo é clara."])
    (group,) = read("# Arquivos\n\n* tipo 1, nativo { Vaso Alto, Vaso Baixo, Vaso Raso }\n").groups
    assert group_sentence(group, ["Vaso Alto", "caixa"], genders) == "O tipo 1 (nativo) abrange Vaso Alto e caixa"
    assert group_sentence(group, ["servir de prova", "caixa"], genders) == ""


def test_two_sides_of_a_model_keep_their_slash() -> None:
    assert clean_clause("usa o modelo pergunta/resposta simples") == "usa o modelo pergunta/resposta simples"
    assert clean_clause("recupera doc danificado") == "recupera documento danificado"


def test_what_another_thing_is_leaves_a_name_to_what_it_does() -> None:
    text = "# Acesso\n\n- triagem: usuário comum digita a senha\n- auditoria: registra todos os acessos à praça\n"
    assert "A auditoria registra todos os acessos à praça" in said(text)


def test_a_law_is_no_quantity() -> None:
    assert list(renumberings(fact("Os processos seguem lei própria, aplicando-se a 9.784 subsidiariamente"))) == []
    assert len(list(renumberings(fact("O processo segue lei própria e custa até 9.784 reais")))) == 1


def test_a_sentence_that_is_whole_leads_no_list() -> None:
    text = "* recipientes isolam {} {{ PID, NET, MNT }}\n"
    assert len(read(text.format("")).groups) == 1
    assert read(text.format("o que o processo permite")).groups == ()


def test_a_common_word_with_a_capital_is_not_told_apart() -> None:
    told = {name: _is_told_apart(name) for name in ("Bow tie", "Brainstorming", "matriz de riscos", "FMEA")}
    assert told == {"Bow tie": False, "Brainstorming": False, "matriz de riscos": True, "FMEA": True}


def test_an_adverb_of_place_takes_no_article() -> None:
    text = "# Ferramentas\n\n- dentro da caixa ficam a tesoura, a pá e o regador de cobre\n"
    assert said(text) == {"Dentro da caixa ficam a tesoura, a pá e o regador de cobre"}


def test_what_a_file_tells_of_itself_is_no_concept() -> None:
    assert read("assunto:: horta de quintal e de praça\n\n# Horta\n").concepts == ()


def test_a_name_that_three_siblings_repeat_is_an_attribute() -> None:
    crimes = "".join(
        f"- furto {n} (art. {n})\n\t- verbo -> tirar a muda alheia da horta\n" for n in ("um", "dois", "três")
    )
    others = "".join(f"- dano {n}\n\t- exceção {n} -> quebra o vaso de barro alheio\n" for n in "abcdefgh")
    assert "verbo" not in {concept.term for concept in read(f"# Crimes\n\n{crimes}{others}").concepts}


def test_things_listed_with_a_gloss_are_no_definition() -> None:
    text = "# Horta\n\nOs instrumentos clássicos do Bacen são o depósito compulsório, o redesconto e {}.\n"
    for last in ("as operações de mercado aberto", "as operações de mercado aberto (open market)"):
        assert read(text.format(last)).concepts == ()


def test_a_principle_is_asked_about_with_its_article() -> None:
    text = "# Arquivo\n\n- princípio da ordem original -> manutenção do arranjo que a horta deu\n"
    made = material(text)
    (draft,) = write_open_questions(made.part("nota.md"), made)
    assert draft.prompt == "Conceitue o princípio da ordem original."


def test_somebody_is_not_what_a_rule_of_theirs_says() -> None:
    text = "# Química\n\n- {}: o hidrogênio entra no carbono que mais tem hidrogênio\n"
    made = material(text.format("Zaitsevski"))
    assert not list(write_flashcards(made.part("nota.md"), made))
    made = material(text.format("regra de Zaitsevski"))
    assert list(write_flashcards(made.part("nota.md"), made))


def test_a_number_of_an_article_is_no_quantity() -> None:
    assert list(renumberings(fact("O município não cabe no caput do 24 da lei"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "O teste de vaso é o mais simples",
        "Na poda o jardineiro tira a que mais pesa",
        "Por fora existe a casca, uma malha de fibras",
        "Os vasos mais usados são o de barro e o de fibra",
        "Ceres é o único que fica no canteiro",
        "O ipê é o maior de todos e tem flor amarela",
        "A poda consiste em medir a horta pela minha régua",
    ],
)
def test_what_is_the_most_so_needs_what_it_is_of(text: str) -> None:
    assert not stands_alone(text)
    assert stands_alone("O teste de vaso é o mais simples dos testes de horta")
    assert stands_alone("Por fora da muda existe a casca, uma malha de fibras")


def test_an_english_phrase_that_names_nothing_defines_nothing() -> None:
    text = "# Garden tools\n\n- **static trellis**: {}\n- **hose**: a tube that carries water to the roots\n"
    made = material(text.format("typed by hand by the owner of the garden"))
    drafts = [*write_flashcards(made.part("nota.md"), made), *write_open_questions(made.part("nota.md"), made)]
    assert not any("trellis" in draft.prompt for draft in drafts)
    made = material(text.format("a frame that the owner of the garden typed by hand"))
    assert any("trellis" in draft.prompt for draft in write_open_questions(made.part("nota.md"), made))


def test_both_ends_of_a_range_have_their_article() -> None:
    assert clean_clause("mudas da mais leve p/ mais pesada") == "mudas da mais leve para a mais pesada"
    assert clean_clause("lê da esquerda pra direita") == "lê da esquerda para a direita"
    assert clean_clause("vai da caixa p/ horta") == "vai da caixa para horta"


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("enxerto: sim, se a muda for nova", "enxerto: união de duas mudas novas"),
        ("pesquisa -> registrar até 5 dias antes", "pesquisa -> registrar o que a horta colhe"),
        ("colheita fiel = completa, neutra e livre de erro", "colheita fiel = retrato completo da safra"),
        ("anualidade da horta -> a regra vale na publicação, n se aplica à safra do ano", "anualidade -> a regra vale"),
    ],
)
def test_what_answers_limits_or_describes_is_no_definition(line: str, other: str) -> None:
    assert not any(concept.clauses[0].is_whole for concept in read(f"# Horta\n\n- {line}\n").concepts)
    assert read(f"# Horta\n\n- {other}\n").concepts


def test_members_that_share_a_complement_are_no_names() -> None:
    assert read("# Vaso\n\n- propriedades do vaso {{ resistência {}água, queda, sol }}\n".format("à ")).groups == ()
    assert read("# Vaso\n\n- propriedades do vaso { resistência, queda, sol }\n").groups
    assert read("# Vaso\n\n- depois da dupla revolução { enxada nova, regador novo, tesoura }\n").groups == ()
