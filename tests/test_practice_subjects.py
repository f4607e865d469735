"""What things are called: noun phrases and names, each with its article, and the titles above them."""

import pytest
from practice_notes import fact, material, note, read, said

from tutor.practice.grammar.articles import subject_of
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import common_form
from tutor.practice.grammar.shapes import Shape, shape_of
from tutor.practice.grammar.spelling import quietened, written_out
from tutor.practice.grammar.splices import unspliced
from tutor.practice.grammar.titles import display_title
from tutor.practice.grammar.wording import clean_clause, name_of
from tutor.practice.questions import falsify
from tutor.practice.questions.flashcards import write_flashcards
from tutor.practice.questions.multiple_choice import write_multiple_choice
from tutor.practice.questions.open_questions import write_open_questions
from tutor.practice.questions.true_false import assertions, write_true_false
from tutor.practice.questions.values import question_about_value
from tutor.practice.reading.knowledge import Clause
from tutor.practice.reading.sentences import say
from tutor.practice.reading.terms import is_term

GENDERS = Genders([])


def asserted(text: str) -> list[str]:
    made = material(text)
    return [assertion.text for assertion in assertions(made.part("nota.md"), made)]


@pytest.mark.parametrize(
    ("text", "path", "title"),
    [
        ("{}", "sprinkler.md", "Sprinkler"),
        ("{}", "poda_lan.md", "Poda lan"),
        ("{}\n* a LAN da horta", "poda_lan.md", "Poda LAN"),
        ("{}", "Poda xilogrilo.md", "Poda xilogrilo"),
        ("{}", "2024-05-01.md", None),
        ("# Shapes - notes\n\n{}", "s.md", "Shapes"),
        ("# Historia da Logistica – resumão\n\n{}", "h.md", "História da Logística"),
        ("# Logistica p/ concurso\n\n{}", "l.md", "Logística"),
        ("# Redes (conhec. gerais)\n\n{}", "r.md", "Redes"),
        ("# PODA E SINTAXE\n\n{}", "p.md", "Poda e sintaxe"),
        ("# Poda que cai sempre\n\n{}", "p.md", None),
        ("# Resumo\n\n{}", "p.md", None),
    ],
    ids=[
        "one word",
        "words run together",
        "capitals of the note",
        "a word that the note lacks",
        "a date",
        "notes on it",
        "accents",
        "for whom",
        "an aside cut short",
        "capitals",
        "about studying",
        "generic",
    ],
)
def test_a_title_heads_what_is_below_it(text: str, path: str, title: str | None) -> None:
    concepts = read(text.format("* broca -> inseto que fura o tronco da árvore"), path).concepts
    assert concepts[0].place.heading == ((title,) if title else ())


def test_a_name_that_begins_with_a_portuguese_noun_takes_its_article() -> None:
    assert subject_of("Marco Civil da Internet", GENDERS) == "o Marco Civil da Internet"
    assert subject_of("Administração Geral", Genders([])) == "a Administração Geral"
    assert subject_of("Porto Alegre", GENDERS) == "Porto Alegre"


def test_nouns_of_greek_are_masculine_and_spelled_as_today() -> None:
    assert clean_clause("o geóide e a idéia") == "o geoide e a ideia"
    assert subject_of(common_form("Geoide", GENDERS), GENDERS) == "o geoide"


def test_accents_are_put_back_but_in_an_english_name() -> None:
    assert written_out("horta (main distribution area) da area") == "horta (main distribution area) da área"
    assert written_out("horta (storage area network)") == "horta (storage area network)"
    assert written_out("a distribuicao da horta") == "a distribuição da horta"
    assert written_out("influencia a colheita por meio da pratica") == "influencia a colheita por meio da prática"
    assert written_out("sob a influencia de influencia alheia") == "sob a influencia de influência alheia"


def test_an_article_of_a_law_is_no_part_of_a_name() -> None:
    assert name_of("uso de muda falsa (304)") == "uso de muda falsa"
    assert name_of("levante (1935)") == "levante (1935)"


def test_an_adjective_stands_right_behind_its_noun() -> None:
    lines = ("- parcial: enterra as mudas com a pá", "- automática: enterra as mudas com a máquina")
    text = "\n".join(("### Plantações quanto ao modo", *lines))
    assert {concept.term for concept in read(text).concepts} == {"plantação parcial", "plantação automática"}


def test_one_verb_does_not_define_two_things() -> None:
    assert not say("rega", Clause("uma bomba e várias mangueiras", Shape.DETERMINED), GENDERS)


def test_what_is_compared_has_no_definition() -> None:
    assert not read("* poda -> corte dos ramos da árvore\n\t* x rega manual: água posta com a mangueira\n").concepts[1:]


def test_a_row_is_named_as_the_note_names_it() -> None:
    table = "| Registro | Prazo |\n|---|---|\n| plantio | 3 anos |\n| poda | 2 anos |\n"
    found = read(f"O registro de plantio e os registros de poda são públicos.\n\n{table}").attributes
    assert {attribute.of for attribute in found} == {"registro de plantio", "registro de poda"}


def test_rows_that_lack_their_noun_have_no_properties() -> None:
    table = "| Grupo | Cor |\n|---|---|\n| físicos | verde |\n| químicos | vermelho |\n| acidentes | azul |\n"
    assert not read(table).attributes
    assert len(read(table.replace("físicos", "pragas").replace("químicos", "ervas")).attributes) == 3


def test_what_a_thing_is_like_is_no_list() -> None:
    text = "* {}: {}\n* poda curta: corte dos ramos\n"
    assert not read(
        text.format("mangueiras longas", "canos acima de 24 metros, altíssima pressão e baixo custo")
    ).groups
    assert read(text.format("mangueiras longas", "canos, bombas e válvulas")).groups


def test_a_quantifier_takes_no_article() -> None:
    assert said("* poda drástica: não preserva nenhuma das folhas da copa\n") == {
        "A poda drástica não preserva nenhuma das folhas da copa"
    }


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("O canteiro da horta recebe até 1 milhão de litros de água.", None),
        ("O canteiro da horta usa as mangueiras de nível 2 a 4.", None),
        ("O mapa oficial de toda a horta é o Sirga 2000 do governo.", None),
        ("O canteiro da horta deve ter no mínimo 25 mudas de alface.", "25"),
    ],
    ids=["one", "range", "part of a name", "amount"],
)
def test_only_an_amount_is_left_out(line: str, key: str | None) -> None:
    made = material(line)
    cards = [card.key for card in write_flashcards(made.part("nota.md"), made) if card.aspect[0] == "lacuna"]
    assert cards == ([key] if key else [])


def test_an_english_name_is_asked_without_an_article() -> None:
    text = "# Traffic\n\n- Read-write lock: a lock that allows many readers or a single writer of the data\n"
    made = material(text)
    part = made.part("nota.md")
    assert next(iter(write_open_questions(part, made))).prompt == "Explain the concept of “read-write lock”."
    assert next(iter(write_flashcards(part, made))).prompt == "What is meant by “read-write lock”?"


def test_a_title_in_lower_case_is_a_name_where_the_note_writes_it_so() -> None:
    assert display_title(note("A horta.", "sprinkler.md")) == "sprinkler"
    assert display_title(note("O Sprinkler rega.", "sprinkler.md")) == "Sprinkler"


@pytest.mark.parametrize(
    "text",
    [
        "* queimadura -> lesão da pele causada pelo calor\n\t* 1º grau: atinge só a camada de cima da pele",
        "* fratura -> quebra de um osso do corpo\n\t* conduta: imobilizar a perna acima da lesão",
        "* desmaio -> perda súbita da consciência\n* convulsão: proteger a cabeça, afastar objetos, não conter",
    ],
    ids=["degree", "what to do", "what to do in steps"],
)
def test_what_is_done_and_degrees_are_no_concepts(text: str) -> None:
    assert len(read(text).concepts) == 1


def test_a_part_that_acts_is_a_verb() -> None:
    assert shape_of("parte da hipótese e procura fatos que a comprovem", GENDERS) is Shape.OTHER
    assert shape_of("parte da planta que suga a água", GENDERS) is Shape.NOUN


def test_a_subject_with_its_own_clause_tells() -> None:
    assert shape_of("a muda que retém o adubo recebe a água da muda que espera", GENDERS) is Shape.CLAUSE


def test_what_may_be_there_has_no_subject() -> None:
    assert said("* poda -> pode haver uma ou várias quedas de galhos\n") == {
        "Na poda, pode haver uma ou várias quedas de galhos"
    }


def test_two_sentences_in_one_are_not_told() -> None:
    assert said("# Horta\n\n* a horta mesmo com sol, pragas comem as folhas da horta\n") == set()
    assert said("# Horta\n\n* a horta perde as folhas do ano, mesmo com sol\n")


def test_two_acronyms_share_no_article() -> None:
    assert said("# Horta\n\n* AFD e AFN têm o mesmo poder na horta\n") == {"AFD e AFN têm o mesmo poder na horta"}


def test_what_a_principle_says_is_said_by_it() -> None:
    text = "# Rega\n\n## Princípios\n\n* economia -> a água da chuva não pode ser jogada fora\n"
    assert read(text).concepts[0].term == "princípio da economia"
    assert read("# Lei 8.112/90\n- vacância -> abertura de vaga no cargo\n").concepts[0].term == "vacância"
    assert "De acordo com o princípio da economia, a água da chuva não pode ser jogada fora" in said(text)
    below = (
        "# Horta\n\n## Leis da horta\n\n1. rega: a água fica nos vasos da horta\n2. poda: o galho fica na horta\n\n{}"
    )
    told = said(below.format("* vento -> os galhos da horta caem no muro\n"))
    assert "De acordo com a lei da rega, a água fica nos vasos da horta" in told
    assert "No vento, os galhos da horta caem no muro" in told
    text = (
        "* leis de Say -> a oferta de hortas cria a sua procura\n* 2ª lei de Say -> a procura de hortas cria a oferta\n"
    )
    assert said(text) == {
        "De acordo com as leis de Say, a oferta de hortas cria a sua procura",
        "De acordo com a 2ª lei de Say, a procura de hortas cria a oferta",
    }
    spelled = "* LSS (1ª lei de Say) -> a oferta de hortas cria a sua procura\n"
    assert said(spelled) == {"De acordo com a 1ª lei de Say, a oferta de hortas cria a sua procura"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("só tem voto quem foi eleito pelos donos", "Na posse, só tem voto quem foi eleito pelos donos"),
        ("não haverá dono de fora da cidade", "Na posse, não haverá dono de fora da cidade"),
    ],
)
def test_who_and_what_is_there_are_the_subject(text: str, sentence: str) -> None:
    assert said(f"* posse -> {text}\n") == {sentence}


def test_an_argument_that_something_is_so_is_no_sentence() -> None:
    assert shape_of("argumento de que plantar mudas não equivale a colher", GENDERS) is Shape.NOUN


def test_a_verb_that_looks_like_an_adjective_is_not_turned_round() -> None:
    assert not list(falsify.inversions(fact("O cliente cresce enquanto baixa o arquivo")))


def test_one_numeral_is_no_item_of_a_law() -> None:
    assert (
        said("# Controle da rega\n\n* P: ação na medida do erro da rega\n* I: elimina o erro da rega em regime\n")
        == set()
    )


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("automacao industrial rtu.md", ""),
        ("Banco de Dados Relacional.md", "Banco de Dados Relacional"),
        ("Windows Server 2019.md", "Windows Server 2019"),
        ("Direito Processual Civil.md", "Direito Processual Civil"),
    ],
)
def test_words_of_a_title_are_joined_or_it_is_none(path: str, shown: str) -> None:
    assert display_title(note("A horta.", path)) == shown


def test_a_title_is_contracted_as_the_note_has_it() -> None:
    assert display_title(note("O apoio à horta é pago.", "apoio a horta.md")) == "apoio à horta"
    assert display_title(note("O apoio é pago.", "apoio a horta.md")) == "apoio a horta"


def test_headings_in_capitals_are_lowered() -> None:
    assert [quietened(name, "") for name in ("AÇÃO", "ATOS DO JUIZ", "SUS")] == ["ação", "atos do juiz", "SUS"]
    assert quietened("VELAÇÃO (aulas 1 e 2)", "A velação.") == "velação (aulas 1 e 2)"
    assert name_of("Principios da horta") == "Princípios da horta"
    assert name_of("Mario da horta") == "Mario da horta"


def test_an_adjective_tells_the_gender_of_a_foreign_noun() -> None:
    assert subject_of("streaming adaptativo", GENDERS) == "o streaming adaptativo"
    assert subject_of("IA clássica", GENDERS) == "IA clássica"
    assert subject_of("quadro I (intra)", GENDERS) == "o quadro I (intra)"


def test_acronyms_are_no_plurals_of_nouns_and_have_their_own() -> None:
    assert subject_of("APIs", GENDERS) == "as APIs"
    assert subject_of("API Gateway", GENDERS) == "o API Gateway"
    assert subject_of("CORS", Genders(["o uso do CORS"])) == "o CORS"


def test_a_line_that_ends_early_goes_on_in_no_other() -> None:
    text = "## Controle\nmalha fechada: usa a saída da rega {}para corrigir o erro\nPID\n\tP: ação na medida do erro\n"
    assert not [concept for concept in read(text.format("")).concepts if "PID" in concept.clauses[0].text]
    longest = read(text.format("que foi medida no canteiro de fora ")).concepts
    assert longest[0].clauses[0].text.endswith("corrigir o erro")


def test_members_without_their_noun_are_not_included() -> None:
    text = "* tipos de agente { reativo baseado em modelo, guiado por objetivos, guiado por lucro }\n"
    assert not [found for found in asserted(text) if "inclui" in found]
    assert [found for found in asserted("* tipos de poda { corte, desbaste, raleio }\n") if "inclui" in found]


def test_the_author_of_a_thing_is_who() -> None:
    table = "| Teoria | Autor |\n|---|---|\n| eclética | Liebman |\n| imanentista | Wach |\n"
    assert question_about_value(read(table).attributes[0], GENDERS) == "Quem é o autor da teoria imanentista?"


def test_steps_of_an_english_note_are_no_concepts() -> None:
    text = "# The FinOps life\n\n## {}\n\n- Operate: puts the policies into practice and measures the results\n"
    assert not read(text.format("Phases")).concepts
    assert read(text.format("Parts")).concepts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("guarda os frutos maduros, usado no inverno", ["guarda os frutos maduros", "usado no inverno"]),
        ("guarda o fruto maduro, colhido no inverno", ["guarda o fruto maduro, colhido no inverno"]),
        ("ato vinculado, fundado temor de dano", ["ato vinculado", "fundado temor de dano"]),
        ("estende a poda: sem chuva, escolhe-se o dia", ["estende a poda: sem chuva, escolhe-se o dia"]),
    ],
    ids=["of the subject", "of the object", "a noun", "behind a colon"],
)
def test_a_participle_behind_a_comma(text: str, parts: list[str]) -> None:
    assert unspliced(text, GENDERS) == parts


def test_what_applies_is_the_subject() -> None:
    assert said("* precaução -> aplica-se quando há incerteza sobre o dano\n") == {
        "A precaução aplica-se quando há incerteza sobre o dano"
    }


def test_examples_of_what_is_defined_are_not_what_it_holds() -> None:
    assert not read("* leitor de tela -> programa que converte o texto em voz { NVDA, JAWS, VoiceOver }\n").groups
    assert read("* leitores de tela -> programas que convertem o texto em voz { NVDA, JAWS, VoiceOver }\n").groups


def test_a_law_is_no_card() -> None:
    made = material("* Lei 8.080/90: a vigilância é o conjunto de ações que previnem doenças da horta\n")
    assert not [card for card in write_flashcards(made.part("nota.md"), made) if card.aspect[0] == "termo"]


def test_an_adjective_leans_on_the_clause_before() -> None:
    text = "# Naturalização\n\n* a naturalização ordinária é ato do Estado; a {} gera direito do estrangeiro\n"
    assert len(said(text.format("extraordinária"))) == 1
    assert len(said(text.format("naturalização extraordinária"))) == 2


@pytest.mark.parametrize(
    ("text", "after"),
    [("A horta ocupa cerca de 36% do terreno", {"72"}), ("A horta ocupa 36% do terreno", {"38"})],
)
def test_a_rough_number_is_changed_by_much(text: str, after: set[str]) -> None:
    assert {change.after for _, change in falsify.renumberings(fact(text))} == after


def test_without_stands_before_a_verb_with_its_object() -> None:
    assert not list(falsify.inversions(fact("A horta dá os frutos sem cortá-los")))


def test_areas_are_named_with_their_column() -> None:
    rows = ("| Configuração | guarda os dados da rega |", "| Falhas | corrige os erros da rega |")
    table = "\n".join(("| Área | O que faz |", "|---|---|", *rows))
    assert {concept.term for concept in read(table).concepts} == {"área de configuração", "área de falhas"}


def test_a_sign_is_part_of_a_name() -> None:
    assert name_of("%TYPE") == "%TYPE"
    assert name_of("• poda") == "poda"
    assert name_of("poda escrita; urgência") == ""


def test_ports_are_no_concept() -> None:
    assert not read("* portas: números de 161 a 162 que o agente escuta\n").concepts
    assert read("* valores: princípios que orientam a colheita da horta\n").concepts


def test_what_is_a_number_is_not_said_of_a_thing() -> None:
    text = """# Horta

* taxa de pega: número médio de mudas que pegam por canteiro
* enxerto: união física de duas plantas da horta
"""
    made = material(text)
    drafts = [*write_true_false(made.part("nota.md"), made)]
    assert not [draft for draft in drafts if draft.aspect[0] == "definição"]


def test_what_a_product_has_is_asked_as_no_definition() -> None:
    made = material("* IPv6 -> cabeçalho fixo de 40 bytes por pacote\n* broca -> inseto que fura o tronco da árvore\n")
    prompts = {card.prompt for card in write_flashcards(made.part("nota.md"), made)}
    assert {"O que caracteriza IPv6?", "O que se entende por broca?"} <= prompts


def test_a_verb_before_its_subject_tells_what_is_so() -> None:
    assert said("* sistema majoritário -> vence o candidato com mais votos\n") == {
        "No sistema majoritário, vence o candidato com mais votos"
    }


def test_a_denial_of_what_is_not_yet_is_not_taken_back() -> None:
    assert not list(falsify.negations(fact("O erro é um problema que ainda não foi resolvido")))
    assert list(falsify.negations(fact("O erro é um problema que não foi resolvido")))


def test_kinds_below_a_law_are_of_something_else() -> None:
    text = "# Escolas\n\n## {}\n\nmodalidades {{ EJA, ensino técnico, ensino do campo }}\n"
    assert not read(text.format("LDB")).groups
    assert read(text.format("Ensino")).groups


def test_modes_lack_their_noun() -> None:
    text = "# Redes\n\n## {}\n\n- ad hoc: as estações se comunicam sem ponto de acesso\n"
    assert not read(text.format("Modos")).concepts
    assert read(text.format("Padrões")).concepts


def test_two_options_on_one_thing_clash() -> None:
    principles = "".join(
        f"* {name} -> o cuidado para a {noun} nunca ser {done} pelos donos da horta\n"
        for name, noun, done in (
            ("paciência", "fruta verde", "colhida"),
            ("economia", "água da chuva", "jogada fora"),
            ("limpeza", "folha seca", "deixada no chão"),
            ("partilha", "colheita do mês", "guardada"),
            ("descanso", "terra cansada", "plantada"),
            ("vigilância", "cerca do fundo", "aberta"),
        )
    )
    made = material(f"# Rega\n\n## Princípios\n\n{principles}")
    drafts = [*write_multiple_choice(made.part("nota.md"), made)]
    (draft,) = (draft for draft in drafts if draft.aspect[0] == "INCORRETA")
    for side in zip(*(option.split(" – ") for option in draft.options), strict=True):
        assert len(set(side)) == len(draft.options)


@pytest.mark.parametrize("name", ["acima de 10 mudas", "def"])
def test_a_case_is_no_term(name: str) -> None:
    assert not is_term(name)
    assert is_term("estaca")
