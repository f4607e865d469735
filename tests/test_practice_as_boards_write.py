"""Items as an exam board words them: kinds that are sure, headings without asides, subjects with their articles."""

import pytest
from hand_exercises import open_question
from practice_notes import asserted, fact, material, note, read, said

from tutor.practice.grammar.articles import acting_subject
from tutor.practice.grammar.english import as_subject
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import enumerate_words
from tutor.practice.grammar.spelling import accented, is_mistyped, written_out
from tutor.practice.grammar.splices import is_run_on
from tutor.practice.grammar.standalone import breaks_off, stands_alone
from tutor.practice.grammar.wording import clean_clause, without_article
from tutor.practice.history.plainness import WAITS, marks
from tutor.practice.questions import falsify
from tutor.practice.questions.flashcards import write_flashcards
from tutor.practice.questions.open_questions import write_open_questions
from tutor.practice.reading.notes import learn_genders, read_note

GENDERS = Genders()


def keys(text: str) -> dict[str, str]:
    """Return the open questions of a note with their keys."""
    made = material(text)
    return {draft.prompt: draft.key for draft in write_open_questions(made.part("nota.md"), made)}


def test_no_kind_is_put_before_a_name_unlike_those_beside_it() -> None:
    text = """# Vasos
## Níveis
- VASO 0 -> camada única de barro sem esmalte
- VASO 1 -> camada dupla de barro com esmalte
- cold swap -> trocar o barro sem desligar o torno
"""
    assert "cold swap" in {concept.term for concept in read(text).concepts}


def test_an_act_beside_acts_qualifies_no_heading() -> None:
    text = """# Feira
### Roda de troca
**Planejar**: visão compartilhada da feira e direção da melhoria.
**Melhorar**: melhoria contínua de produtos e práticas.
**Engajar**: entender as necessidades das partes interessadas.
"""
    assert not any("roda de troca" in concept.term for concept in read(text).concepts)


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("forno fechado (plano, sem olhar dentro)", "forno fechado"),
        ("Roda de troca (6 atividades)", "Roda de troca"),
        ("Queima inicial (QI)", "Queima inicial (QI)"),
        ("Definição do forno (SP 800-145)", "Definição do forno (SP 800-145)"),
    ],
)
def test_headings_are_shown_without_asides(heading: str, shown: str) -> None:
    text = f"# Olaria\n\n## Barro\n\n### {heading}\n\n- grelha -> peça que sustenta os vasos dentro da câmara\n"
    (concept,) = read(text).concepts
    assert concept.place.heading[-1] == shown


@pytest.mark.parametrize("word", ["troia", "jiboia", "heroico", "ideia", "estoico"])
def test_open_diphthongs_have_no_accent(word: str) -> None:
    assert accented(word) == word
    assert not is_mistyped(word)


def test_old_accents_are_taken_off_and_a_verb_gets_its_own() -> None:
    assert written_out("o cavalo de tróia e o ato heróico") == "o cavalo de troia e o ato heroico"
    assert written_out("altera o código e ve se os testes falham") == "altera o código e vê se os testes falham"


@pytest.mark.parametrize(
    "sentence",
    [
        "A graça é que barro e vidro podem estar em fornos e oficinas diferentes.",
        "O baseado em cinzas segue pelo forno que esquentar primeiro no Ateliê.",
        "Reincidente é o que, punido várias vezes, repete o ato no mesmo ano.",
        "A confusão mais comum no Forno de Ana está nos quatro primeiros.",
    ],
)
def test_what_leaves_its_thing_untold_is_not_asserted(sentence: str) -> None:
    assert asserted(f"# Forno\n\n## Barro\n\n{sentence}\n") == []


def test_a_plural_that_is_counted_has_its_article() -> None:
    text = "# Forno\n\n## Barro\n\nTampas clássicas são seis: ABA, ACA, ADA, AFA, AGA e ALA.\n"
    assert asserted(text) == ["As tampas clássicas são seis: ABA, ACA, ADA, AFA, AGA e ALA."]


def test_basic_things_are_told_of_what() -> None:
    members = "\t- vidrar -> cobrir a peça\n\t- lixar -> alisar a peça\n\t- pintar -> dar cor à peça\n"
    below = read(f"# Olaria\n\n## Queima do barro\n\n- técnicas básicas\n{members}").groups
    assert [group.label for group in below] == ["técnicas básicas da queima do barro"]
    assert read(f"# Olaria, vidro e feira\n\n- técnicas básicas\n{members}").groups == ()


@pytest.mark.parametrize(
    ("line", "asked", "carded"),
    [
        ("forno -> fronteira em que o calor fica preso", "Conceitue forno.", "O que se entende por forno?"),
        (
            "Forno Grande -> conjunto de fornos da vila que queimam vasos",
            "Conceitue Forno Grande.",
            "O que se entende por Forno Grande?",
        ),
        ("Ana Lima -> autora de vasos de barro da vila", "Discorra sobre Ana Lima.", "Quem é Ana Lima?"),
    ],
)
def test_what_is_told_is_asked_in_one_form(line: str, asked: str, carded: str) -> None:
    text = f"# Olaria\n\n## Queima do barro\n\n- {line}\n"
    made = material(text)
    assert [draft.prompt for draft in write_open_questions(made.part("nota.md"), made)] == [asked]
    assert carded in {draft.prompt for draft in write_flashcards(made.part("nota.md"), made)}


def test_what_is_so_in_a_thing_is_asked_as_its_trait() -> None:
    made = material("# Olaria\n\n## Queima\n\n- queima oxidante: o ar entra pela porta do forno aberta\n")
    cards = {draft.prompt: draft.key for draft in write_flashcards(made.part("nota.md"), made)}
    assert cards["O que caracteriza a queima oxidante?"].startswith("Na queima oxidante, o ar entra")


ENGLISH = """# Kilns and pottery

## Kinds of fit that potters use when they load a kiln

- First fit: first hole that is big enough for the pot
- Tight fit: smallest hole that is big enough for the pot
- Cone: any marker that melts at a given heat
- Grog: a material that is added to the clay
- Glaze layer: a coat that is put over the clay
- Damper: valve that opens the flue of the kiln
- Next fit: like first fit, but starts where the last one stopped
- Wide shelf: great for tall pots, but slow to load
- Inner wall: what the potter actually sees
- Outer wall: the potter paints alone, no one on the other side
"""


def test_english_definitions_are_told_as_sentences() -> None:
    told = set(keys(ENGLISH).values())
    assert {
        "First fit is the first hole that is big enough for the pot.",
        "Tight fit is the smallest hole that is big enough for the pot.",
        "Cone is any marker that melts at a given heat.",
        "Grog is a material that is added to the clay.",
        "A glaze layer is a coat that is put over the clay.",
    } <= told
    assert not any(key.startswith(("Like", "Great", "What")) for key in told)
    assert not any("wall is the potter" in key for key in told)


def test_what_is_said_behind_a_semicolon_leaves_a_definition_a_sentence() -> None:
    text = "# Rede\n\n- sniffing -> captura do tráfego da rede; é ataque passivo\n"
    (key,) = keys(text).values()
    assert key == "O sniffing consiste na captura do tráfego da rede; é ataque passivo."


@pytest.mark.parametrize("remark", ["nem todo vaso tem tampa de barro", "quebrou 1 peça, perdeu tudo"])
def test_a_remark_below_a_name_gets_no_subject(remark: str) -> None:
    assert not any(
        told.startswith(("O nem ", "O VASO 0 quebrou")) for told in said(f"# Olaria\n\n- VASO 0\n\t! {remark}\n")
    )


def test_examples_behind_a_short_ex_are_left_out() -> None:
    assert clean_clause("meio de achar as peças ativas, ex. Roda e Torno") == "meio de achar as peças ativas"


def test_a_column_that_asks_is_no_property() -> None:
    text = "# Forno\n\n| Característica | O que significa | Dica |\n|---|---|---|\n"
    text += "| Variante no tempo | guarda grãos por mais de um ano | tampa |\n"
    text += "| Mudança no barro | serve a água do pote | alça |\n"
    made = material(text)
    assert not any("do que significa" in d.prompt for d in write_flashcards(made.part("nota.md"), made))


def test_how_much_of_something_there_is_defines_nothing() -> None:
    text = "# Feira\n\n## Estruturas\n\n- Barraca funcional: autoridade do dono da barraca pouca ou nenhuma\n"
    assert not any("é a autoridade" in told for told in asserted(text))


@pytest.mark.parametrize(
    "sentence",
    [
        'Item que diz "o forno é sempre um lugar frio" está errado.',
        "É errado dizer que o forno de barro é sempre um lugar frio.",
        'A frase "todo forno de barro é um lugar frio" está incorreta.',
        "A queima do vaso grande é o exemplo clássico.",
        "A queima do vaso no forno de barro, na oficina, é um exemplo típico.",
        "Os estáveis são os que provavelmente não mudam durante a queima do barro.",
        "A espessura da fraca no forno de barro é sempre menor.",
        "No forno de barro são 3 e 4.",
        "Com 27 nasce o vaso de barro e a tampa sai com 30.",
        "Quanto mais sobe, menos lenha o forno de barro gasta.",
        "A queima lenta do barro é a do meio.",
        "O forno de gás, ao contrário, tem porta dupla de ferro.",
        "Secar o barro à sombra é o caminho contrário.",
        "A falta de qualquer um dos outros não precisa ser explicada pelo oleiro.",
        "O forno de barro precisa de lenha (seca ou verde) e que o oleiro acenda.",
        "O forno de barro poupa lenha, mas mais fumaça.",
        "A parte de forno de barro está nas pp. 3-5 do caderno.",
        "Três são novas: F04, F08 e F10.",
        "No forno de barro só ficou seguro depois da queima lenta.",
        "A queima lenta é o caso do vaso grande de barro.",
        "O forno de barro divide em quatro tipos de vaso.",
        "A queima lenta seca o vaso ou, em muitos autores, queima a borda do barro.",
        "As atividades são secar, queimar e lixar o vaso de barro.",
        "O forno de barro gasta a lenha que quase nenhum oleiro guarda.",
        "Na queima do vaso, os curtos ficam presos atrás da porta do forno.",
        "A falta de qualquer um dos outros precisa ser explicada pelo oleiro.",
        "A tampa de barro pode ser guardada junto com qualquer das outras.",
        "As queimas antigas conviveram com a nova por um ano na vila.",
        "Tudo começa com a Queima do Barro, feita pelo oleiro da vila.",
        "O forno de barro mantém na câmara, com grelhas e tampas de ferro.",
        "Com lenha 022, vaso nasce 644 e forno 755.",
        "ABC é o forno da vila, DEF transporta vasos entre oficinas, GHI entrega na feira.",
    ],
)
def test_what_says_nothing_of_a_thing_alone_is_not_asserted(sentence: str) -> None:
    assert asserted(f"# Forno de barro\n\n## Queima\n\n{sentence}\n") == []


@pytest.mark.parametrize(
    "clause",
    [
        "é calor puro, durante a queima nenhum vaso novo é feito",
        "entre vasos do mesmo barro é mais barata",
        "o forno que marquei fica na vila",
        "acho que o forno queima",
    ],
)
def test_a_clause_without_its_noun_or_of_the_student_does_not_stand_alone(clause: str) -> None:
    assert breaks_off(clause) or not stands_alone(clause)


@pytest.mark.parametrize(
    "sentence",
    [
        "O item de barro que tem trinca é descartado pelo oleiro da vila",
        "O forno de barro precisa de lenha seca, que o oleiro acende",
        "O juro é a remuneração pelo uso da lenha de barro",
        "O forno de barro lê os números e agrupa em lotes",
        "O hóquei de barro é um jogo da vila de oleiros",
    ],
)
def test_what_is_told_whole_is_asserted(sentence: str) -> None:
    assert sentence in said(f"# Forno de barro\n\n## Queima\n\n{sentence}.\n")


def test_a_sentence_before_a_colon_is_no_name() -> None:
    sentence = "As queimas seguem três fases: Secagem do Barro, Escolha da Lenha e Queima do Vaso"
    assert sentence in said(f"# Olaria\n\n## Queima\n\n{sentence}.\n")


def test_an_adjective_that_stands_behind_a_noun_elsewhere_is_no_subject() -> None:
    text = "# Olaria\n\n## Análise redutiva e oxidativa\n\nA redutiva usa fumaça de lenha e é mais lenta.\n"
    assert asserted(text) == []


def test_what_is_authorized_is_not_said_to_be_forbidden() -> None:
    text = "# Olaria\n\n## Queima\n\n- **Patrocinador**: autoriza o gasto de lenha para a queima.\n"
    assert asserted(text) == ["O patrocinador autoriza o gasto de lenha para a queima."]


@pytest.mark.parametrize(
    "line",
    [
        "Resposta que achei depois: é um forno com a porta dupla de ferro",
        "defesa nº 1: forno com a porta dupla de ferro",
        "definição da ABC: forno que tem a porta dupla de ferro",
        "soma errada: uma faz a conta enquanto a outra ainda muda o valor",
        "w em forno: permite queimar e lixar os vasos que estão dentro",
        "CPU-bound -> gasta a maior parte do tempo processando",
        "grelhas: quanto o forno pode gastar de lenha, gás e carvão",
        "*Double kiln* = processo de queima dupla (as duas juntas)",
    ],
)
def test_what_names_or_defines_nothing_is_not_asked(line: str) -> None:
    text = f"# Olaria\n\n## Queima\n\n- {line}\n"
    made = material(text)
    assert keys(text) == {}
    assert not [d for d in write_flashcards(made.part("nota.md"), made) if d.aspect[0] == "termo"]


def test_a_sentence_whose_grammar_is_not_sure_is_left_out() -> None:
    assert said("# Olaria\n\n## Queima\n\nBorda grossa é call activity, que chama processo reutilizável.\n") == set()


def test_what_begins_with_a_version_defines_nothing() -> None:
    assert keys("# Olaria\n\n## Queima\n\n- o v6 e o v4 da grelha\n- túnel -> v6 dentro de v4\n") == {}


def test_a_remark_on_a_name_defines_nothing() -> None:
    told = "Cone firing is a firing method in spite of the name."
    text = (
        f"# Kilns and pottery\n\n## Kinds of firing that potters use\n\n{told}\n\nGrog is a material added to clay.\n"
    )
    text += "\nsemi-glazed: mixes a small share of glaze with a lot of clay\n"
    assert not any("in spite of" in key or key.startswith("Mixes") for key in keys(text).values())


def test_words_beside_a_slash_are_joined_with_their_accents() -> None:
    assert (
        clean_clause("conjunto de programas/tecnicas para o forno") == "conjunto de programas ou técnicas para o forno"
    )


def test_a_step_is_asked_in_the_process_it_is_of() -> None:
    text = "# Olaria\n\n## Processo de queima de vasos\n\n- análise: compreender a natureza do barro e da água\n"
    assert list(keys(text)) == ["No contexto do processo de queima de vasos, conceitue análise."]
    again = text.replace("análise:", "avaliação:").replace("queima", "avaliação")
    assert keys(again) == {}
    named = text.replace("análise:", "reamassadura:")
    assert list(keys(named)) == ["Conceitue reamassadura."]


def test_a_definition_of_something_may_be_a_name() -> None:
    text = "# Olaria\n\n## Feira\n\n- Definição de Pronto -> descrição formal do estado do vaso que vai à feira\n"
    assert list(keys(text)) == ["Conceitue Definição de Pronto."]


@pytest.mark.parametrize(
    "line",
    [
        "r de Lima -> peso dividido pelo produto das tampas do forno",
        "queima social -> queima guiada pela queima dos outros",
    ],
)
def test_a_letter_and_others_may_be_told_of(line: str) -> None:
    assert len(keys(f"# Olaria\n\n## Queima\n\n- {line}\n")) == 1


def test_names_of_two_nouns_are_no_acts() -> None:
    text = "# Olaria\n\n## Peças\n\n- peças do forno { porta origem, porta destino, comprimento, tampa }\n"
    assert [len(group.members) for group in read(text).groups] == [4]


def test_a_class_begins_in_lower_case_within_a_sentence() -> None:
    parsed = note("# Olaria\n\n## Alfa\n\nTipos de Service: ClusterIP (só interno), NodePort e LoadBalancer.\n")
    other = note("O pedido de service segue um service da vila, e todo service tem um prazo.", "outra.md")
    (group,) = read_note(parsed, learn_genders([parsed, other])).groups
    assert group.label == "tipos de Service"


def test_only_a_conjunction_ends_sentences_in_a_row() -> None:
    told = "o barro protege o vaso, o forno recebe a peça, {}o oleiro cobre a borda"
    assert is_run_on(told.format(""), GENDERS)
    assert is_run_on("a lenha protege o vaso, o forno recebe a peça", GENDERS)
    assert not is_run_on(told.format("e "), GENDERS)


@pytest.mark.parametrize(
    "line",
    [
        "As queimas seguem três fases: Secagem do Barro, Escolha da Lenha e Queima do Vaso.",
        "São sete, e valem em qualquer forno da vila:\n\n- foque no barro\n- comece pela lenha\n- pense na queima",
        "- forno\n\t+ maior controle\n\t+ troca investimento (INV) por lenha seca",
    ],
)
def test_what_is_no_list_of_things_is_no_group(line: str) -> None:
    assert read(f"# Olaria\n\n## Queima\n\n{line}\n").groups == ()


def test_numbered_columns_are_no_properties() -> None:
    text = "# Olaria\n\n| Etapa | Opção 1 | Opção 2 |\n|---|---|---|\n| secagem | à sombra do dia | ao sol da tarde |\n"
    text += "| cozimento | com a lenha seca | com o gás da vila |\n"
    assert read(text).attributes == ()


@pytest.mark.parametrize(
    "definition",
    ["os vasos, a tampa e a grelha da vila", "the inner part holds a pot, then the outer part holds the lid"],
)
def test_what_an_article_alone_would_be_taken_from_keeps_it(definition: str) -> None:
    assert without_article(definition) == definition


@pytest.mark.parametrize(
    "heading", ["Não confundir", "Contexto", "De onde veio e a quem se aplica", "Como funciona a queima"]
)
def test_a_heading_that_names_nothing_is_not_shown(heading: str) -> None:
    text = f"# Olaria\n\n## Barro\n\n### {heading}\n\n- grelha -> peça que sustenta os vasos dentro da câmara\n"
    (concept,) = read(text).concepts
    assert concept.place.heading == ("Olaria", "Barro")


def test_a_bullet_that_is_a_sentence_heads_nothing() -> None:
    text = "# Olaria\n\n## Barro\n\n- para Ana Lima o forno tem 3 partes:\n"
    text += "\t- grelha -> peça que sustenta os vasos dentro da câmara\n"
    (concept,) = read(text).concepts
    assert concept.place.heading == ("Olaria", "Barro")


def test_engineering_is_written_out() -> None:
    assert written_out("golpes e eng social") == "golpes e engenharia social"


def test_what_a_definition_holds_is_no_list_of_its_kind() -> None:
    text = "# Olaria\n\n- definição do ABC (SP 800-145)\n\t- recursos = { fornos, grelhas, tampas, rodas }\n"
    assert read(text).groups == ()


def test_a_value_that_lacks_its_noun_is_not_shown() -> None:
    text = "# Olaria\n\n| Família | Técnicas |\n|---|---|\n| queima | corte de erro, baseada em lista |\n"
    text += "| secagem | sombra do dia, vento da tarde |\n"
    assert [attribute.value for attribute in read(text).attributes] == ["sombra do dia e vento da tarde"]


def test_a_comma_in_brackets_parts_no_members() -> None:
    members = ("forno", "grelha (de ferro, de barro)", "roda")
    assert enumerate_words(members) == "forno, grelha (de ferro, de barro) e roda"


def test_no_word_in_brackets_is_turned_round() -> None:
    told = fact("O forno da vila tem porta de barro (externa, de ferro)", "forno")
    assert not list(falsify.inversions(told))


@pytest.mark.parametrize(
    "told",
    [
        "manda o vaso para terceiro",
        "entra na cola de alguém",
        "guarda um monte de lenha",
        "monta a pilha e vai tirando o vaso de cima",
        "é o barro que o oleiro ta usando",
    ],
)
def test_what_is_only_said_is_asked_later(told: str) -> None:
    written = open_question("a", prompt="Caracterize o forno.", key=f"O forno {told}")
    plain = open_question("b", prompt="Caracterize o forno.", key="O forno queima o vaso de barro da vila")
    assert marks(written) >= marks(plain) + WAITS


def spelled(text: str) -> dict[str, str]:
    """Return what the acronyms of a note are said to stand for."""
    return {a.of.removeprefix("sigla "): a.value for a in read(text).attributes if a.of.startswith("sigla ")}


def test_an_acronym_stands_for_the_bullet_below_that_spells_it() -> None:
    text = """# Barro
- **FABE** (p. 12 da apostila)
\t- Fired Argil for Bricks Ensemble -> junta vários tijolos em uma parede só
\t- objetivos { firmeza, beleza }
"""
    assert spelled(text)["FABE"] == "Fired Argil for Bricks Ensemble"


def test_a_formula_is_no_meaning_of_an_acronym() -> None:
    text = "# Barro\n\nVA = valor da argila, CR = custo da rega\nVC = VA − CR\nVR = VA / RC\n"
    assert spelled(text) == {"VA": "valor da argila"}


def test_metrics_that_are_enumerated_are_a_list() -> None:
    text = """# Feira

Métricas FEIRA: frequência de entrega, tempo de preparo de vasos, taxa de quebra de vasos e prazo de reparo do forno.
"""
    assert read(text).concepts == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Do primeiro decorrem as prerrogativas da Feira, como as cláusulas de venda e o poder de polícia.",
        "O segundo não garante a queima completa do barro na Oficina de Ana.",
        "Com o terceiro nasce o direito do oleiro ao forno da Oficina de Ana.",
    ],
)
def test_an_ordinal_without_its_noun_is_not_asserted(sentence: str) -> None:
    assert asserted(f"# Forno\n\n## Barro\n\n{sentence}\n") == []


def test_the_second_degree_has_its_noun() -> None:
    assert stands_alone("O segundo grau julga os recursos da Feira")


@pytest.mark.parametrize("label", ["Grupos e saída de vasos", "Camadas na NORMA 1122"])
def test_what_says_where_or_how_many_is_no_kind(label: str) -> None:
    assert not read(f"# Feira\n\n- {label} {{ argila, esmalte, vidro, areia }}\n").groups


def test_how_many_there_are_is_left_out_of_a_label() -> None:
    text = "# Feira\n\nGrupos e quantidade de vasos:\n\n1. Panela (2)\n2. Jarro (24)\n3. Prato (10)\n"
    assert [group.label for group in read(text).groups] == ["grupos de vasos"]


def test_principles_and_rules_are_one_kind() -> None:
    assert read("# Feira\n\n- princípios e regras da feira { ordem, limpeza, respeito }\n").groups


def test_several_names_are_no_single_value() -> None:
    text = """# Oficina

| | Forno aberto | Forno fechado |
|---|---|---|
| **Modelagem** | Vaso Alto | Vaso Raso, Prato Fundo |
| **Estrutural** | Adobe | Tijolo, Telha, Bloco, Placa |
"""
    made = material(text)
    asked = [draft.prompt for draft in write_flashcards(made.part("nota.md"), made)]
    assert not any("Qual é" in prompt and "fechado" in prompt for prompt in asked)


@pytest.mark.parametrize("remark", ["em desuso", "antigo", "raro", "cai muito", "muito importante"])
def test_a_remark_in_brackets_is_cut(remark: str) -> None:
    assert clean_clause(f"queima em forno de lenha com código de cores ({remark})") == (
        "queima em forno de lenha com código de cores"
    )


def test_a_set_and_pages_are_written_out() -> None:
    assert written_out("conj de paginas que ele ta usando") == "conjunto de páginas que ele está usando"


@pytest.mark.parametrize(
    "sentence",
    ["O oleiro planeja formas de aumentar qualidade e eficácia", "A tampa melhora o desempenho do forno de lenha"],
)
def test_nobody_is_asked_whether_something_makes_quality_worse(sentence: str) -> None:
    assert list(falsify.inversions(fact(sentence))) == []


def test_a_definition_without_a_verb_is_not_asserted_with_its_colon() -> None:
    text = "# Forno\n\n## Barro\n\ndef:: **Forno de Ana**: lugar da Oficina que queima o barro até virar vaso firme\n"
    assert not any(":" in item for item in asserted(text))


def test_an_english_name_takes_the_article_of_its_last_word() -> None:
    assert acting_subject("Sprint Review", GENDERS) == "a Sprint Review"
    assert acting_subject("Sprint Retrospective", GENDERS) == "a Sprint Retrospective"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("circuit breaker", "a circuit breaker"),
        ("access point", "an access point"),
        ("event sourcing", "“event sourcing”"),
        ("stateful inspection", "“stateful inspection”"),
        ("Circuit breaker", "“Circuit breaker”"),
    ],
)
def test_a_single_english_thing_has_its_article(name: str, shown: str) -> None:
    assert as_subject(name) == shown


def test_two_capitals_are_no_verb() -> None:
    line = "- **IA generativa**: ramo da IA que aprende de onde vem o barro para fazer vasos novos"
    (told,) = asserted(f"# Oficina\n\n## Barro\n\n{line}\n")
    assert told == "A IA generativa é o ramo da IA que aprende de onde vem o barro para fazer vasos novos."
