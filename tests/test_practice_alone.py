"""Items that read by themselves: names in full, with the kind of thing they name, and subjects that nothing lacks."""

import pytest
from practice_notes import fact, material, note, read, said

from tutor.practice.grammar.endings import is_bare_adjective
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.shapes import Shape, shape_of
from tutor.practice.grammar.spelling import accented, is_mistyped, unshouted, written_out
from tutor.practice.grammar.splices import unspliced
from tutor.practice.grammar.standalone import stands_alone
from tutor.practice.grammar.titles import display_title
from tutor.practice.grammar.wording import clean_clause, definition_of, name_of
from tutor.practice.questions import falsify
from tutor.practice.questions.open_questions import write_open_questions
from tutor.practice.questions.swaps import swappable
from tutor.practice.questions.true_false import assertions, write_true_false

GENDERS = Genders([])


def prompts(text: str, path: str = "nota.md") -> list[str]:
    made = material(text, path)
    part = made.part(path)
    drafts = (*write_open_questions(part, made), *write_true_false(part, made))
    return [draft.prompt for draft in drafts]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("PoA proof of authority", "PoA (proof of authority)"),
        ("PMO escritório de projetos", "PMO escritório de projetos"),
        ("tabela local (#t)", "tabela local"),
        ("tabela local (t)", "tabela local"),
    ],
    ids=["spelled out", "translated", "a sign", "a letter"],
)
def test_names_are_shown_in_full(label: str, name: str) -> None:
    assert name_of(label) == name


def test_what_is_shouted_is_said_where_it_is_portuguese() -> None:
    assert unshouted("NÃO EVENTUALIDADE") == "não eventualidade"
    assert unshouted("SAVE TRANSACTION") == "SAVE TRANSACTION"
    assert unshouted("DNS") == "DNS"
    (group,) = read("* tipos de poda { ANÁLISE, BENEFICÊNCIA, JUSTIÇA }\n").groups
    assert group.members == ("análise", "beneficência", "justiça")


def test_whom_a_law_is_named_for_has_a_capital() -> None:
    assert written_out("a lei de amdahl limita o ganho") == "a lei de Amdahl limita o ganho"
    assert written_out("o ciclo de vida de um sistema") == "o ciclo de vida de um sistema"


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("Etica na horta.md", "Ética na horta"),
        ("SQL Server & T-SQL anotacoes.md", "SQL Server e T-SQL"),
        ("Redes - resumo.md", "Redes"),
        ("Python p concursos.md", "Python"),
        ("armazenamento_backup.md", ""),
        ("Compilers — study notes (Compiladores).md", "Compilers"),
    ],
)
def test_titles_without_what_they_say_of_the_notes(path: str, title: str) -> None:
    assert display_title(note("texto\n", path)) == title


def test_titles_of_english_notes_join_names() -> None:
    text = "The queue is a list of messages that wait. It was built for the team that runs it.\n"
    assert display_title(note(text, "Message queues and streaming.md")) == "Message queues and streaming"


def test_a_foreign_name_stands_behind_its_kind() -> None:
    text = "# Linux\n\n## comandos\n\n- grep -> procura padrões em arquivos de texto\n"
    assert [concept.term for concept in read(text).concepts] == ["comando grep"]
    table = "| Comando | Descrição |\n|---|---|\n| tail -f | acompanha o crescimento de um arquivo |\n"
    assert [concept.term for concept in read(table).concepts] == ["comando tail -f"]
    models = "* modelos de recuperação\n\t* full -> registra todas as operações do banco\n"
    assert [concept.term for concept in read(models).concepts] == ["modelo de recuperação full"]
    attacks = "* ataques\n\t* phishing -> engana a vítima com mensagens falsas\n"
    assert [concept.term for concept in read(attacks).concepts] == ["phishing"]


def test_two_commands_are_not_told_apart() -> None:
    text = """# Linux

## comandos

- chown -> altera o dono de um arquivo
- umask -> define as permissões de novos arquivos
"""
    assert not [prompt for prompt in prompts(text, "Linux.md") if "iferencie" in prompt]


@pytest.mark.parametrize(
    ("term", "definition", "asked"),
    [
        ("at most once", "message is sent and never retried", False),
        ("tumbling", "fixed size, no overlap between one window and another", False),
        ("direct", "routes by exact match of the key", False),
        ("offset", "position of a record inside a partition", True),
        ("log compaction", "keeps only the latest value for each key", True),
    ],
)
def test_english_names_that_stand_for_themselves_are_asked(term: str, definition: str, *, asked: bool) -> None:
    text = f"# Queues\n\nThe broker is a server that stores the messages of the team.\n\n- {term}: {definition}\n"
    assert any(term in prompt for prompt in prompts(text)) is asked


def test_lists_of_no_known_thing_are_not_asked_without_a_title() -> None:
    text = "* tipos de comandos { DDL, DML, DCL, TCL }\n"
    assert not prompts(text)
    assert prompts(text, "Linguagem SQL.md")
    assert prompts(text.replace("de comandos", "de comandos do SQL"))


def test_a_foreign_adjective_is_said_of_nothing_without_a_title() -> None:
    text = "* filtered -> índice que guarda apenas uma parte das linhas\n"
    assert not [prompt for prompt in prompts(text) if "Filtered é" in prompt]


def test_adjectives_behind_a_comma_are_no_object() -> None:
    parts = unspliced("usa capacitores comuns da placa, rápida e cara", GENDERS)
    assert parts[0] == "usa capacitores comuns da placa"


def test_sentences_of_prose_have_a_subject_and_its_article() -> None:
    rain = "# Hortas\n\nA horta tem dono. Em regra dura 12 meses depois da chuva.\n"
    assert said(rain) == set()
    assert said("# Hortas\n\nColheita, para o dono da horta, é anual.\n") == set()
    assert said("# Hortas\n\nBanco de sementes da horta depende de acordo com os moradores.\n") == {
        "O banco de sementes da horta depende de acordo com os moradores"
    }


def test_whom_a_law_binds_is_a_subject() -> None:
    text = "# Hortas\n\nO servidor não pode recusar mudas oferecidas pela praça. O objeto não pode recusar mudas.\n"
    assert said(text) == {"O servidor não pode recusar mudas oferecidas pela praça"}


def test_nothing_is_so_in_a_person_nor_in_what_it_repeats() -> None:
    assert not said("* sucessores: o comprador responde pelas dívidas da horta\n")
    assert not said("* adubação: quanto maior a adubação, maior a colheita da horta\n")


@pytest.mark.parametrize(
    ("turned", "text", "changed"),
    [
        (falsify.denials, "O muro precisa de reforço", "O muro não precisa de reforço"),
        (falsify.denials, "O contrato deve ser escrito", "O contrato não precisa ser escrito"),
        (falsify.exceptions, "É livre a rega, salvo os domingos", "É livre a rega, inclusive nos domingos"),
        (falsify.exceptions, "As regas são livres, salvo as que sujam", "As regas são livres, inclusive as que sujam"),
        (falsify.exceptions, "É livre a rega, salvo se chover", "É livre a rega, inclusive se chover"),
        (falsify.universals, "Toda horta tem dono", "Nem toda horta tem dono"),
        (falsify.negations, "A rega não se aplica, salvo em maio", "A rega se aplica, salvo em maio"),
        (falsify.negations, "O dono não pode vender a horta", "O dono pode vender a horta"),
        (falsify.negations, "Não se separa a horta do pomar", "Separa-se a horta do pomar"),
        (falsify.inversions, "A rega independe de chuva", "A rega depende de chuva"),
        (falsify.inversions, "A horta tem melhor colheita", "A horta tem pior colheita"),
    ],
)
def test_sentences_are_turned_round(turned: object, text: str, changed: str) -> None:
    assert [found for found, _ in turned(fact(text))] == [changed]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("turned", "text"),
    [
        (falsify.denials, "O muro pode, em maio, ser pintado"),
        (falsify.denials, "O muro que cai precisa de reforço"),
        (falsify.denials, "O muro precisa de reforço e pintura"),
        (falsify.denials, "Todo muro pode ser pintado"),
        (falsify.inversions, "A regra exige que a cerca seja baixa"),
        (falsify.denials, "O muro cresce em maio"),
        (falsify.denials, "Cada muro pode ser pintado"),
        (falsify.denials, "O muro protege a horta e a separa"),
        (falsify.exceptions, "O crime é formal, exceto na compra, que é material"),
        (falsify.exceptions, "A rega é feita em maio, salvo para o pomar, em que é feita em junho"),
        (falsify.negations, "Os atos não dependem de forma senão quando a lei exigir"),
        (falsify.negations, "É a garantia de que a horta não foi alterada"),
        (falsify.negations, "O dono não pode jamais vender a horta"),
        (falsify.inversions, "O painel serve à alta direção"),
        (falsify.renumberings, "A horta assume valor 0 ou 1 em cada canteiro"),
        (falsify.renumberings, "O prazo pode ser fixado pelas partes entre 7 e 180 dias"),
        (falsify.renumberings, "A regra aplica-se às hortas (Súm. 297 do STJ)"),
        (falsify.inversions, "A regra veda cercas entre hortas, ressalvado o muro"),
        (falsify.inversions, "O dono responde com a melhor informação"),
        (falsify.inversions, "O muro nunca é pintado depois de erguido"),
        (falsify.universals, "Todo aquele que rega colhe"),
        (falsify.inversions, "A rega é feita sem bomba (por gravidade)"),
        (falsify.inversions, "A horta é vinculada diretamente ao bairro"),
        (falsify.denials, "Qualquer vizinho pode regar a horta"),
        (falsify.inversions, "O muro impede que o gado entre, o que protege a horta"),
        (falsify.inversions, "A regra exige 90 dias entre a poda e a colheita"),
        (falsify.inversions, "A poda reduz a copa a um único galho"),
        (falsify.inversions, "A regra autoriza o dono a vender a horta"),
    ],
)
def test_sentences_that_no_board_would_turn_round(turned: object, text: str) -> None:
    assert not list(turned(fact(text)))  # type: ignore[operator]


def test_what_is_told_in_parallel_is_swapped() -> None:
    text = """# Hortas

* efeito verde -> um aspecto positivo contamina a avaliação dos demais
* efeito seco -> um aspecto negativo contamina a avaliação dos demais
"""
    made = material(text)
    false = {found.text for found in assertions(made.part("nota.md"), made) if found.change}
    assert "No efeito seco, um aspecto positivo contamina a avaliação dos demais" in false


def test_who_a_name_stands_for_is_no_acronym() -> None:
    text = """# Hortas

* ODS -> repositório intermediário com dados atuais das hortas
* Kimball -> abordagem que parte das hortas de cada bairro da cidade
"""
    made = material(text)
    assert not [found.text for found in assertions(made.part("nota.md"), made) if found.change]


def test_what_a_foreign_word_below_another_is_nothing_says() -> None:
    text = "* position\n\t* sticky -> alterna entre dois modos conforme a rolagem da página\n"
    assert not read(text).concepts
    assert read(text.replace("position", "posições")).concepts


def test_a_number_before_capitals_is_no_part_of_a_name() -> None:
    assert name_of("9 SIGKILL") == ""
    assert name_of("3 formas normais") == "3 formas normais"


def test_a_list_amid_a_line_is_of_what_the_line_says_before() -> None:
    lists = "Princípios expressos: beleza, sombra e frescor."
    assert not read(f"# Hortas\n\nA regra das hortas mudou. {lists}\n").groups
    assert read(f"# Hortas\n\n{lists}\n").groups


def test_what_does_not_say_a_thing_of_its_name_is_left_out() -> None:
    assert not said("# Hortas\n\n* integridade -> a horta não foi alterada pelos donos\n")
    assert not said("# Hortas\n\n* quantitativa discreta -> resulta de contagem dos canteiros da horta\n")
    assert not said("# Hortas\n\n* key escrow -> a third party keeps a copy of the key\n")
    assert not said("# Hortas\n\n* é proibido, é necessário, é bom: ficam invariáveis nas frases sobre a horta\n")


def test_a_row_whose_name_cannot_be_shown_defines_nothing() -> None:
    row = "| coef. de variação | razão entre o desvio e a média |"
    assert not read(f"A medida de variação.\n\n| Medida | Definição |\n|---|---|\n{row}\n").concepts


def test_a_noun_behind_an_unknown_word_makes_no_title() -> None:
    assert display_title(note("texto\n", "Afo receita.md")) == ""
    assert display_title(note("texto\n", "Banco Oracle.md")) == "Banco Oracle"


def test_a_title_is_named_without_the_bracket_that_cannot_be_shown() -> None:
    assert display_title(note("# Horta digital (HBTVD / HDB-Tb)\n", "horta.md")) == "Horta digital"


def test_what_is_so_in_one_kind_may_be_so_in_another_told_by_what_it_uses() -> None:
    text = """# Regas

* rega simples -> a água passa do cano mais alto para o mais baixo
* rega facilitada -> {} as bombas da horta
"""
    for verb, swapped in (("esvazia o cano e permite", False), ("usa", False), ("evita", False), ("liga", True)):
        made = material(text.format(verb))
        found = [found.text for found in assertions(made.part("nota.md"), made) if found.change]
        assert ("Na rega facilitada, a água passa do cano mais alto para o mais baixo" in found) is swapped


def test_an_enumeration_of_names_without_its_end_is_not_told() -> None:
    assert not said("* HTTB\n\t* roda sobre HTTP, SMTP, JMS\n")
    assert said("* HTTB\n\t* roda sobre HTTP, SMTP e JMS\n")


def test_what_is_so_in_one_thing_may_be_so_in_another() -> None:
    text = """# Hortas

* rega dinâmica -> os canos trocam sinais e calculam as rotas da água
* poda longa -> vence a rota com o galho mais específico
"""
    made = material(text)
    assert not [found.text for found in assertions(made.part("nota.md"), made) if found.change]


def test_a_member_that_names_its_list_is_not_said_to_be_in_it() -> None:
    text = "* tipos de poda { poda de raiz, poda de copa, poda de galho }\n"
    made = material(text)
    assert not [found for found in assertions(made.part("nota.md"), made) if "inclui" in found.text]


def test_a_list_with_others_is_no_list() -> None:
    assert not read("* tipos de receita { vendas, aluguéis, doações, outras }\n").groups
    assert read("* tipos de receita { vendas, aluguéis, doações, multas }\n").groups


def test_what_a_body_has_to_do_is_said_of_nothing() -> None:
    assert not said("* legalidade: cabe ao dono fazer somente o que a regra da horta autoriza\n") & {
        "A legalidade cabe ao dono fazer somente o que a regra da horta autoriza"
    }


def test_two_sentences_behind_an_initial_are_not_one() -> None:
    assert not said("# Hortas\n\nA horta de flores pertence ao sócio B. A água é paga por todos.\n") & {
        "A horta de flores pertence ao sócio B. A água é paga por todos"
    }


def test_what_follows_a_line_that_runs_on_is_of_an_unknown_kind() -> None:
    lines = ["curvatura", "* direita: maior que a da régua", "{}* ampla -> mais larga que a régua comum"]
    text = "\n".join(lines) + "\n"
    assert "curvatura ampla" in {concept.term for concept in read(text.format("")).concepts}
    assert "curvatura ampla" not in {concept.term for concept in read(text.format("tamanho { a, b }\n")).concepts}


def test_a_line_without_indentation_may_head_what_follows_it() -> None:
    lines = ["{}\n\t* não tem cerca de arame", "* + ganho de espaço", "* + redução de custos\n"]
    text = "Horta de vasos\n\t* vaso raso -> guarda pouca terra" + "\n\t".join(lines)
    assert "A horta de vasos não tem cerca de arame" in said(text.format(""))
    assert said(text.format("\nPomar")) == {"Pomar não tem cerca de arame"}
    assert [group.label for group in read(text.format("")).groups] == ["vantagens da horta de vasos"]
    assert [group.label for group in read(text.format("\nPomar")).groups] == ["vantagens de Pomar"]


def test_an_attribute_is_no_term_by_itself() -> None:
    assert "natureza" not in {concept.term for concept in read("* Anvisa\n\t* natureza: autarquia especial\n").concepts}


def test_common_plurals_of_a_title_have_no_capital() -> None:
    assert display_title(note("texto\n", "Docker e containers.md")) == "Docker e containers"


def test_a_noun_of_the_ending_of_an_adjective_is_no_predicate() -> None:
    assert shape_of("executável principal do programa", GENDERS) is Shape.OTHER
    assert shape_of("aplicável aos contratos da horta", GENDERS) is Shape.PARTICIPLE


def test_a_clause_without_its_subject_does_not_stand_alone() -> None:
    assert not stands_alone("a diretoria assegura que cumpra sua missão")
    assert stands_alone("a diretoria assegura que a horta cumpra sua missão")


def test_a_share_without_its_owner_does_not_stand_alone() -> None:
    assert not stands_alone("50% da colheita pertence ao município")
    assert stands_alone("50% da colheita da horta pertence ao município")


def test_several_things_that_nothing_names_leave_a_clause_open() -> None:
    assert not stands_alone("veda a colheita no ano em que saia a regra que os criou")
    assert stands_alone("veda a colheita dos frutos no ano em que saia a regra que os criou")
    assert stands_alone("a regra que os donos criam")


def test_what_a_later_sentence_of_a_line_is_about_its_label_says() -> None:
    text = "# Cartas oficiais\n\nBilhete: tem valor de carta se houver selo. Não há padrão oficial de fonte no texto.\n"
    assert not [found for found in said(text) if "padrão" in found]
    assert [found for found in said(text.replace("de fonte", "de bilhete")) if "padrão" in found]


def test_an_opening_has_an_article_behind_it() -> None:
    text = "# Hortas\n\n- no perigo público, autoridade pode usar a horta de qualquer morador\n"
    assert said(text) == {"No perigo público, a autoridade pode usar a horta de qualquer morador"}


def test_a_definition_is_said_of_what_stands_near() -> None:
    lines = ["* poda -> corte anual de galhos secos da copa"]
    lines += [
        f"* {name} -> {said}"
        for name, said in (
            ("rega", "entrega diária de água da cisterna"),
            ("cerca", "linha de estacas que separa lotes"),
            ("praça", "área aberta que reúne os donos dos lotes"),
            ("ponte", "passagem de madeira sobre o córrego"),
        )
    ]
    made = material("# Hortas\n\n" + "\n".join(lines) + "\n", "Horta comunitária.md")
    part = made.part("Horta comunitária.md")
    near = [next(swappable(concept, made), None) for concept in part.concepts]
    names = {concept.term: found[0].term for concept, found in zip(part.concepts, near, strict=True) if found}
    assert names["praça"] in {"cerca", "ponte"}


def test_a_cedilla_that_was_left_out_is_put_back_where_one_word_has_it() -> None:
    assert accented("financas") == "finanças"
    assert accented("pimenta") == "pimenta"
    assert accented("pimnetas") == "pimentas"
    assert accented("mensageria") == "mensageria"
    assert accented("branca") == "branca"
    assert accented("kubernetes") == "kubernetes"


def test_an_aside_between_commas_breaks_no_clause_off() -> None:
    text = "pessoa que usa, efetiva ou potencialmente, a água da horta"
    assert unspliced(text, GENDERS) == [text]


def test_what_happened_is_no_property_of_a_term() -> None:
    text = "* Teoria da falta: ausência do dono, que não plantou, plantou mal ou com atraso de um mês\n"
    assert not {found for found in said(text) if "plantou mal" in found and "ausência" not in found}


def test_acts_and_names_that_two_words_tell_apart_are_not_compared() -> None:
    acts = "# Horta\n\n* rega -> envio de água da cisterna às mudas\n* doação -> envio de frutas ao bairro da praça\n"
    names = (
        "# Horta\n\n* controle anual leve -> corte dos galhos secos da copa\n"
        "* controle mensal forte -> retirada de toda a terra do vaso\n"
    )
    assert not [prompt for prompt in (*prompts(acts), *prompts(names)) if "iferencie" in prompt]


def test_a_degree_is_named_with_its_kind() -> None:
    text = "| Grau | Prazo |\n|---|---|\n| secreto | 15 anos |\n| ultrassecreto | 25 anos |\n"
    assert {attribute.of for attribute in read(text).attributes} == {"grau secreto", "grau ultrassecreto"}


def test_an_example_of_code_in_brackets_is_left_out() -> None:
    assert clean_clause("sequência imutável (1, 2)") == "sequência imutável"


def test_english_words_of_a_title_have_a_capital_where_the_note_writes_it() -> None:
    assert display_title(note("o tuning do banco\n", "Bancos de dados e tuning.md")) == "Bancos de dados e tuning"
    assert display_title(note("o Tuning do banco\n", "Bancos de dados e tuning.md")) == "Bancos de dados e Tuning"


def test_a_state_half_open_lacks_its_noun() -> None:
    assert is_bare_adjective("meio aberto")
    assert not is_bare_adjective("meio de prova")


def test_kinds_told_in_two_ways_are_not_compared() -> None:
    text = """# Estado

* intervenção federal -> medida que afasta a autonomia do ente
* intervenção provocada -> depende de solicitação do tribunal de contas
"""
    assert not [prompt for prompt in prompts(text) if "iferencie" in prompt]


def test_what_a_note_tells_far_apart_is_not_swapped() -> None:
    between = "".join(f"* item{at} -> nada\n" for at in range(9))
    first = "* cerca viva -> separa os lotes com arbustos da praça\n"
    last = "* muro cego -> protege a horta contra ventos fortes\n"
    heading = "# Hortas\n\n## Divisas\n\n"
    for text, swapped in (
        (first + last, True),
        (first + between + last, False),
        (heading + first + last, True),
        (heading + first + between + last, False),
    ):
        made = material(text)
        false = [found for found in assertions(made.part("nota.md"), made) if found.change and "lotes" in found.text]
        assert bool(false) is swapped


def test_what_another_of_the_kind_does_is_not_so_in_a_thing() -> None:
    assert not said("* poda leve: a poda forte renova os galhos da copa\n")
    assert not said("* seletividade: quanto mais seletiva, mais útil o índice\n")


def test_a_verb_with_its_subject_behind_has_no_other() -> None:
    text = "* vírgula\n\t* não se separa por vírgula o sujeito da frase\n"
    assert said(text) == {"Não se separa por vírgula o sujeito da frase"}


def test_a_heading_in_capitals_is_said_as_any_other() -> None:
    text = "INSTRUÇÃO\n\n- cabe ao interessado a prova dos fatos da horta\n"
    assert "A instrução cabe ao interessado a prova dos fatos da horta" not in said(text)
    assert not {found for found in said("RECURSOS\n- independe de caução paga na horta\n") if "RECURSOS" in found}


def test_an_acronym_in_brackets_keeps_its_capitals() -> None:
    assert name_of("unidade organizacional (OU)") == "unidade organizacional (OU)"


def test_an_adjective_without_its_noun_is_no_subject() -> None:
    assert is_bare_adjective("contígua")
    assert not is_bare_adjective("língua")


def test_a_norm_in_a_title_is_written_as_one() -> None:
    assert display_title(note("texto\n", "LEI 9784 - PROCESSO.md")).startswith("Lei 9.784")


def test_an_aside_that_is_a_sentence_is_left_out() -> None:
    assert clean_clause("requisito do AD (os registros SRV localizam os servidores)") == "requisito do AD"
    assert clean_clause("moldura (frame)") == "moldura (frame)"
    assert clean_clause("a voz é passiva (regam-se hortas)") == "a voz é passiva"
    assert clean_clause("repetição sem fim (subir para cima)") == "repetição sem fim"
    assert clean_clause("dono (poder público)") == "dono (poder público)"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("termo de sentido mais amplo (animal, planta)", "termo de sentido mais amplo"),
        ("linguagem sem estado (stateless)", "linguagem sem estado (stateless)"),
        ("multa paga em dobro (salvo engano)", "multa paga em dobro (salvo engano)"),
        ("não sustenta peso (pedestres)", "não sustenta peso (pedestres)"),
    ],
    ids=["examples", "foreign name", "restriction", "scope of a denial"],
)
def test_what_illustrates_a_definition_is_left_out(text: str, shown: str) -> None:
    assert definition_of(text) == shown


def test_what_a_law_is_about_is_not_defined() -> None:
    text = "* {}: horta direta e indireta da cidade; aplica-se aos moradores do bairro da praça\n"
    assert not read(text.format("abrangência")).concepts


def test_kinds_joined_in_two_ways_are_not_swapped() -> None:
    text = """# Atos

Os atos com defeitos leves podem ser sanados pela praça. Os atos do processo verde dependem de forma escrita na horta.
"""
    made = material(text)
    assert not [
        found.text
        for found in assertions(made.part("nota.md"), made)
        if found.change and found.change.before in "atos com defeitos leves"
    ]


def test_bullets_of_another_sign_are_another_list() -> None:
    text = """# Processo

## Princípios da ação

* oportunidade -> o ofendido decide se propõe a ação
* disponibilidade -> o ofendido desiste da ação proposta
* indivisibilidade -> a queixa contra um obriga ao processo de todos

- renúncia -> ato unilateral que o ofendido pratica antes
- perempção -> perda do direito por desídia do ofendido
"""
    found = read(text, "Processo penal.md")
    (group,) = found.groups
    assert group.members == ("oportunidade", "disponibilidade", "indivisibilidade")


def test_short_words_of_a_title_say_no_subject() -> None:
    assert display_title(note("texto\n", "ci ti - gestão de serviços.md")) == "gestão de serviços"


def test_what_is_accepted_is_no_verb() -> None:
    assert shape_of("aceita se maior que a taxa", GENDERS) is Shape.OTHER


def test_latin_names_of_acts_are_feminine() -> None:
    assert GENDERS.of("delatio criminis") == "f"
    assert GENDERS.of("sítio") == "m"


@pytest.mark.parametrize("word", ["barrato", "emisor", "bakcup", "automaticaly"])
def test_a_word_with_a_typing_error_is_noticed(word: str) -> None:
    assert is_mistyped(word)


@pytest.mark.parametrize("word", ["barato", "carro", "mensageria", "unidirecional", "delas", "kubernetes", "financas"])
def test_a_word_that_is_only_rare_has_no_typing_error(word: str) -> None:
    assert not is_mistyped(word)


@pytest.mark.parametrize(("word", "gender"), [("close", "m"), ("glicose", "f"), ("dose", "f")])
def test_an_english_word_does_not_have_the_gender_of_its_ending(word: str, gender: str | None) -> None:
    assert GENDERS.of(word) == gender
