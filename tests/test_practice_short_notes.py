"""What short notes of mixed sections give: brief definitions, numbered lists, small tables, prose."""

import pytest
from practice_notes import by_aspect, material, note, read, said

from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import common_form
from tutor.practice.grammar.shapes import Shape, shape_of
from tutor.practice.grammar.titles import display_title
from tutor.practice.questions.drafts import Draft, _in_one_case, as_answer
from tutor.practice.questions.flashcards import write_flashcards
from tutor.practice.questions.likeness import tell_alike
from tutor.practice.questions.multiple_choice import write_multiple_choice
from tutor.practice.questions.open_questions import write_open_questions
from tutor.practice.questions.true_false import assertions
from tutor.practice.questions.values import question_about_value
from tutor.practice.reading.knowledge import Attribute, Clause, GroupKind, Place
from tutor.practice.reading.lists import members_of
from tutor.practice.reading.sentences import has_trait
from tutor.types import Change, Citation

STEPS = """# Panificação
## Processo de fermentação
1. Mistura
2. Descanso
3. Sova
4. Moldagem

O descanso da massa dura uma noite.
"""
TABLE = """# Cordas
## Uso das cordas
| Corda | Momento | Serve? |
|---|---|---|
| Amarra | antes da partida | sim |
| Adriça | durante a subida | sim |
| Escota | depois da virada | não |
"""


def cards(text: str) -> dict[tuple[str, ...], Draft]:
    made = material(text)
    return by_aspect(list(write_flashcards(made.part("nota.md"), made)))


def choices(text: str) -> dict[tuple[str, ...], Draft]:
    made = material(text)
    return by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))


def stated(text: str) -> dict[str, Change | None]:
    made = material(text)
    return {assertion.text: assertion.change for assertion in assertions(made.part("nota.md"), made)}


@pytest.mark.parametrize(("adjective", "asked"), [("", False), ("central ", True)], ids=["three words", "four words"])
def test_a_definition_of_fewer_than_four_words_is_not_asked(adjective: str, *, asked: bool) -> None:
    lines = (
        f"- leme: dispositivo {adjective}do rumo",
        f"- quilha: estrutura {adjective}do casco",
        f"- mastro: coluna {adjective}das velas",
        f"- porão: espaço {adjective}da carga",
        f"- convés: área {adjective}dos passageiros",
        f"- motor: máquina {adjective}da força",
    )
    text = "\n".join(("# Barcos a vela\n", *lines, ""))
    made = material(text)
    explained = {draft.aspect[0] for draft in write_open_questions(made.part("nota.md"), made)}
    carded, chosen = ({aspect[0] for aspect in drafts} for drafts in (cards(text), choices(text)))
    assert carded == ({"termo"} if asked else set())
    assert explained == ({"conceito"} if asked else set())
    assert chosen == ({"termo", "definição", "par", "INCORRETA", "incorreta"} if asked else set())
    assert {change is None for change in stated(text).values()} == ({True, False} if asked else set())
    assert ("O mastro é a coluna central das velas" in said(text)) is asked
    assert bool(said(text)) is asked


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (
            "- âncora: objeto que prende o barco ao fundo\n- calmaria: espera longa do barco pelo vento\n",
            "calmaria",
        ),
        ("- vedação à deriva -> não pode soltar o barco antes da maré\n", "vedação à deriva"),
        ("- oficiosidade -> deve ser instaurado sem pedido de ninguém\n", "oficiosidade"),
        ("- leme fixo -> 2/3 dos donos, por razão de segurança\n", "leme fixo"),
        ("- dono nato: Mestre e Vice, Pres. da Marinha, Pres. do Cais\n", "dono nato"),
        (
            "## Piaget\n- fases\n\t- sensório-motor (0-2): conhece o mundo por meio dos sentidos\n"
            "\t- concreto (7-11): usa a lógica sobre o que se vê\n",
            "sensório-motor (0-2)",
        ),
        ("- leveza -> não pode ser visto ou tocado antes da maré\n", "leveza"),
        ("- deslocamento AO LONGO da costa = muda o vento de cada dia\n", "deslocamento AO LONGO da costa"),
        ("- Zarfeld -> estudo dos tempos de cada manobra do barco\n", "Zarfeld"),
        ("- Zarfeld (1911): vela pequena e leve, mastro longo\n", "Zarfeld (1911)"),
        ("## Tipos\n- usabilidade -> avalia a facilidade de uso do barco\n", "usabilidade"),
    ],
)
def test_what_does_not_say_what_a_term_is_makes_no_card(text: str, term: str) -> None:
    assert ("termo", term) not in cards(f"# Barcos\n{text}")


def test_a_foreign_name_of_a_row_is_named_with_what_its_column_holds() -> None:
    rows = "| Writer | manual | textos |\n| Base | manual | bancos |\n| Impress | manual | painéis |\n"
    found = read(f"# Pacote\n| Programa | Licença | Uso |\n|---|---|---|\n{rows}").attributes
    assert {attribute.of for attribute in found} == {"programa Writer", "programa Base", "programa Impress"}
    authors = "| Autor | Teoria |\n|---|---|\n| Piaget | equilíbrio |\n| Bandura | modelo |\n"
    assert {attribute.of for attribute in read(f"# Teorias\n{authors}").attributes} == {"Piaget", "autor Bandura"}


def test_a_header_with_a_verb_asks_nothing() -> None:
    table = "# Barcos\n| Modelo | {} |\n|---|---|\n| canoa | remo |\n| balsa | vara |\n| jangada | vela |\n"
    assert read(table.format("Custo")).attributes
    assert not read(table.format("Custo mantém")).attributes


def test_options_of_which_one_is_a_name_begin_with_a_capital() -> None:
    assert _in_one_case(("coronelismo", "Convênio de Taubaté")) == ("Coronelismo", "Convênio de Taubaté")
    assert _in_one_case(("gêmeo digital", "Atuador")) == ("Gêmeo digital", "Atuador")
    assert _in_one_case(("npm", "Convênio de Taubaté")) == ("npm", "Convênio de Taubaté")


def test_a_bullet_that_heads_others_is_not_in_the_list_beside_it() -> None:
    told = "* vela -> pano que pega vento\n\t* leme -> peça que vira o barco\n\t* mastro -> haste da vela\n"
    lead = "# Barcos\nUm barco pequeno é formado por:\n"
    whole = lead + told.replace("\t", "")
    assert len(read(whole).groups) == 1
    assert not read(f"{whole}* enfeites\n\t* bandeira -> pano pintado que dá sorte\n").groups


def test_what_a_card_shows_behind_a_definition_has_a_verb() -> None:
    told = (
        "- bússola -> aparelho que mostra o norte magnético; agulha de metal imantado; perde o norte perto de ferro\n"
    )
    assert cards(f"# Barcos\n{told}")["termo", "bússola"].key == (
        "A bússola é um aparelho que mostra o norte magnético; perde o norte perto de ferro."
    )


def test_a_list_of_what_lacks_its_noun_is_not_asked() -> None:
    text = "# Ação penal\nPrincípios da {}: obrigatoriedade, oficialidade, divisibilidade\n"
    assert not read(text.format("pública")).groups
    assert read(text.format("queixa")).groups


def test_a_list_of_nothing_that_is_named_is_not_asked() -> None:
    lists = "princípios novos { vela, remo, leme }\nprincípios velhos { maré, vento, sol }\n"
    assert {aspect[0] for aspect in cards(f"# Navegação\n{lists}")} == {"lista"}
    assert not cards(lists)
    assert not choices(lists)


def test_numbered_steps_have_an_order() -> None:
    found = choices(STEPS)
    draft = found["ordem", "etapas do processo de fermentação"]
    assert draft.options[0] == "mistura; descanso; sova; moldagem"
    assert draft.prompt == "Assinale a opção que apresenta a sequência correta das etapas do processo de fermentação."
    made = material(STEPS)
    task = by_aspect(list(write_open_questions(made.part("nota.md"), made)))[
        "lista", "etapas do processo de fermentação"
    ]
    assert task.prompt == "Enumere, na ordem, as etapas do processo de fermentação."


def test_a_step_comes_before_the_next_one() -> None:
    orders = {text: change for text, change in stated(STEPS).items() if "antecede" in text}
    assert len(orders) == 4
    assert {change is None for change in orders.values()} == {True, False}
    told = next(text for text, change in orders.items() if change is None)
    first, second = told.split(", ")[1].split(" antecede ")
    reverse = next(change for text, change in orders.items() if text.endswith(f"{second} antecede {first}"))
    assert reverse == Change(
        f"{first} antecede {second}", f"{second} antecede {first}", f"nas notas, {first} vem antes"
    )


@pytest.mark.parametrize("heading", ["Princípios da vela", "Processo de fermentação"], ids=["no order", "bullets"])
def test_other_lists_have_none(heading: str) -> None:
    mark = "1." if heading.startswith("Princípios") else "-"
    text = f"# Barcos\n## {heading}\n{mark} Mistura\n{mark} Descanso\n{mark} Moldagem\n"
    assert not [aspect for aspect in choices(text) if aspect[0] == "ordem"]


def test_of_six_steps_one_follows() -> None:
    text = STEPS.replace("4. Moldagem", "4. Moldagem\n5. Corte\n6. Assadura\n7. Esfriamento")
    steps = ["mistura", "descanso", "sova", "moldagem", "corte", "assadura", "esfriamento"]
    draft = choices(text)["seguinte", "etapas do processo de fermentação"]
    asked = draft.prompt.split("“")[1].split("”")[0]
    assert draft.options[0] == steps[steps.index(asked) + 1]
    assert asked not in draft.options


def test_a_value_of_another_row_makes_it_false() -> None:
    rows = "| Notificação | 15 dias |\n| Apelação | 5 dias |\n| Reclamação | 8 dias |\n"
    text = f"# Prazos\n| Ato | Prazo |\n|---|---|\n{rows}"
    found = stated(text)
    assert found["O prazo da notificação é de 15 dias"] is None
    changed = {text: change for text, change in found.items() if change and text.startswith("O prazo da notificação")}
    assert {change.before for change in changed.values()} == {"15 dias"}
    assert {change.after for change in changed.values()} <= {"5 dias", "8 dias"}


SIBLINGS = """# Barcos
## Velas
O vento fraco permite o uso da vela grande no mar aberto.
O vento forte exige a redução da área das velas.
A corda nova resiste ao sal por muitos anos.
O vento leste também exige cuidado com a área das velas.
"""


def test_what_one_sibling_does_is_said_of_the_other() -> None:
    found = stated(SIBLINGS)
    changes = {text: change for text, change in found.items() if change and "vento" in change.before}
    assert changes["O vento forte permite o uso da vela grande no mar aberto"] == Change(
        "vento fraco", "vento forte", "o que se afirma vale para vento fraco, e não para vento forte"
    )
    assert not any("corda" in text or "também" in text for text in changes)


LISTS = """# Barcos
## Etapas da atracação
- aproximação
- manobra
- amarração
## Princípios da navegação
- prudência
- vigilância
- cortesia
## Vantagens da vela
- silêncio
- economia
- simplicidade
"""


def test_only_a_member_of_a_list_beside_it_is_said_to_be_in_a_list() -> None:
    included = {text: change for text, change in stated(LISTS).items() if "-se entre" in text}
    false = [text for text, change in included.items() if change]
    assert not false
    beside = "* peças de barco { quilha, leme, mastro }\n* peças de vela { verga, retranca, escota }\n"
    assert [text for text, change in stated(beside).items() if change and "inclui-se entre as peças de" in text]
    true = [text for text, change in included.items() if not change]
    assert len(true) == 3


def test_a_first_bullet_defines_what_it_stands_below() -> None:
    keel = "quilha\n- estrutura que sustenta o casco\n- pesa muito\n"
    text = f"# Barcos\n{keel}\nvela\n- pesa pouco\n- estrutura que pega o vento\n"
    assert [(concept.term, concept.clauses[0].text) for concept in read(text).concepts] == [
        ("quilha", "estrutura que sustenta o casco")
    ]


@pytest.mark.parametrize(
    ("heading", "is_list"),
    [("Bases legais", True), ("Pontos importantes", False), ("Base legal", False)],
)
def test_a_plural_heading_names_what_its_bullets_are(heading: str, is_list: bool) -> None:
    text = f"# Barcos\n## {heading}\n- consentimento do dono\n- ordem do porto\n- legítimo interesse\n"
    assert bool(read(text).groups) is is_list


def test_a_class_above_all_is_of_the_note() -> None:
    text = "# Navegação\n- princípios\n\t- prudência\n\t- vigilância\n\t- cortesia\n"
    assert [group.label for group in read(text, "Navegação.md").groups] == ["princípios da navegação"]
    assert read(text.replace("Navegação", "Vela e remo"), "Vela e remo.md").groups == ()


def test_acronyms_side_by_side_hold_what_their_sets_hold() -> None:
    text = "# Linguagem\nSQL\n\t- DDL -> { CREATE, ALTER, DROP }\n\t- DML -> { INSERT, UPDATE, DELETE }\n"
    found = stated(text)
    assert found["A DDL abrange CREATE, ALTER e DROP"] is None
    assert {change.after for change in found.values() if change} <= {
        "CREATE",
        "ALTER",
        "DROP",
        "INSERT",
        "UPDATE",
        "DELETE",
    }


@pytest.mark.parametrize(
    ("line", "members"),
    [
        ("menor preço, maior desconto, melhor técnica", ("menor preço", "maior desconto", "melhor técnica")),
        ("Integração · Escopo · Cronograma", ("integração", "escopo", "cronograma")),
        ("O preço cai, o desconto sobe, a técnica muda", ()),
    ],
    ids=["commas", "points", "sentences"],
)
def test_a_line_of_names_is_what_its_heading_says(line: str, members: tuple[str, ...]) -> None:
    groups = read(f"# Compras\n## Critérios de julgamento\n{line}\n").groups
    assert [(group.label, group.members) for group in groups] == [("critérios de julgamento", members)] * bool(members)


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("VA = valor agregado", "valor agregado"),
        ("- VDI - Virtual Desktop Infrastructure -> permite acesso remoto", "Virtual Desktop Infrastructure"),
        ("- AR -> Autoridade de Registro", "Autoridade de Registro"),
        ("- **EAP** (estrutura analítica do projeto)", "estrutura analítica do projeto"),
        ("- TCP: orientado à conexão", ""),
        ("- OS: ordem", ""),
    ],
)
def test_what_an_acronym_stands_for(line: str, meaning: str) -> None:
    asked = {draft.prompt: draft.key for draft in cards(f"# Assunto novo\n{line}\n").values()}
    assert any("qual é o significado da sigla" in prompt.lower() for prompt in asked) is bool(meaning)
    assert not meaning or f"{meaning[0].upper()}{meaning[1:]}" in asked.values()


def test_what_each_is_for_defines_none() -> None:
    text = "# Vendas\n- feira: frutas e verduras\n- leilão: bens móveis\n- concurso: trabalho técnico ou artístico\n"
    assert read(text).concepts == ()


def test_a_small_word_of_a_title_gets_no_accent() -> None:
    text = "- amarra: estrutura que é feita na ponta da corda\n"
    assert {concept.place.context for concept in read(text, "cordas-e-velas.md").concepts} == {"Cordas e velas"}


@pytest.mark.parametrize(
    ("path", "title"),
    [("Aula 04 - Cordas de barco.md", "Cordas de barco"), ("Cordas 2 - amarração.md", "amarração")],
)
def test_the_number_of_a_lesson_is_no_title(path: str, title: str) -> None:
    assert display_title(note("- amarra: estrutura que é feita na ponta da corda\n", path)) == title


FIGURES = """# Linguagem
## Figuras de linguagem
| Figura | Definição | Exemplo |
|---|---|---|
| Metáfora | comparação implícita entre dois elementos | x |
| Metonímia | substituição de um termo por outro | y |
| Eufemismo | suavização de uma ideia desagradável | z |
"""


def test_a_table_of_meanings_defines_its_rows_and_examples_do_not() -> None:
    concepts = read(FIGURES).concepts
    assert [concept.term for concept in concepts] == ["metáfora", "metonímia", "eufemismo"]
    assert read(FIGURES.replace("Definição", "Uso")).concepts == ()


def test_lines_behind_the_list_of_a_heading_are_about_the_note() -> None:
    text = (
        "# Barcos\n## Tipos de vela\n- bujarrona\n- genoa\n- balão\n\nQuilha: estrutura que sustenta o casco do barco\n"
    )
    assert [concept.place.context for concept in read(text, "Barcos a vela.md").concepts] == ["Barcos"]
    near = text.replace("Quilha: estrutura que sustenta o casco do barco", "Vela grande: estrutura que move o barco")
    assert [concept.place.context for concept in read(near, "Barcos a vela.md").concepts] == ["Tipos de vela"]


@pytest.mark.parametrize(
    "text",
    [
        "- lugar do porto: teoria da margem do rio mais fundo\n",
        "- ponte -> estrutura firme\n\t- não sustenta peso (pedestres)\n",
        "- sujeito indeterminado: não se quer ou não se pode dizer\n",
        "- backup\n\t- ! restauração do incremental é mais lenta\n",
        "O verbo fazer, quando indica o tempo, também é impessoal.\n",
        "- segurança: o pirata Barba explorou falhas do casco\n",
        "- vela alta recebe o vento de cima, vela baixa recebe o vento de lado\n",
        "- sujeito oculto -> verbo na terceira pessoa do singular\n",
        "! as velas mudam muito, conferir a tabela de velas\n",
        "- troca -> quanto o dono abre mão de um fruto por outro\n",
        "- custo variável -> varia com a colheita do mês\n",
    ],
    ids=[
        "theory",
        "scope in brackets",
        "no object",
        "adjective for a noun",
        "also",
        "what happened once",
        "in parallel",
        "how another is",
        "told to the student",
        "how much",
        "its own name",
    ],
)
def test_what_says_too_little_is_not_asserted(text: str) -> None:
    assert said(f"# Assunto\n{text}") == set()


def test_an_aside_of_a_list_does_not_define_it() -> None:
    text = "- {} (conjunto de atos do mês)\n\t- reunião -> ato que abre o mês\n"
    assert [concept.term for concept in read(text.format("eventos")).concepts] == ["reunião"]
    assert [concept.term for concept in read(text.format("evento")).concepts] == ["evento", "reunião"]


def test_other_ones_are_no_list() -> None:
    assert read("- segurança\n\t- outros atributos { autenticidade, legalidade, clareza }\n").groups == ()


def test_a_heading_in_capitals_is_written_as_any_other() -> None:
    text = "# BARCOS\n## MEDIDA PROVISÓRIA\n- é vedada a reedição da medida provisória\n"
    assert {fact.place.heading for fact in read(text).facts} == {("Barcos", "Medida provisória")}


ASPECTS = """# Cordas
| Aspecto | Cabo | Corrente |
|---|---|---|
| Peso | leve | pesada |
| Preço | baixo | alto |
| Manuseio | fácil | difícil |
| Cor | prata | bronze |
| Uso | amarrar velas | prender âncoras |
| Dano | desgaste | ferrugem |
"""


def test_a_column_is_asked_for_each_aspect_that_it_is_compared_by() -> None:
    prompts = {draft.prompt for draft in cards(ASPECTS).values()}
    assert {"Qual é a cor do cabo?", "Qual é a cor da corrente?", "Qual é o dano do cabo?"} <= prompts
    assert not any("cabo da" in prompt for prompt in prompts)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("- Cláusulas náuticas { âncora, leme, mastro, quilha }", "cláusulas náuticas"),
        ("- encaixe de peças { primeiro: menor espaço, segundo: maior espaço, terceiro: meio espaço }", None),
        ("- escolas de vela -> como o barco anda { Alfa, Beta, Gama }", None),
    ],
    ids=["several with a capital", "members that are defined", "clause"],
)
def test_what_a_set_holds_is_named(text: str, label: str | None) -> None:
    assert [(group.label, group.kind) for group in read(f"# Barco\n\n{text}\n").groups] == (
        [(label, GroupKind.PLURAL)] if label else []
    )


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (
            "## Características\n- integrado -> reúne as peças do casco do barco\n"
            "- variante no tempo -> cada peça do casco tem data",
            None,
        ),
        ("- quilha -> viga ou tábua do fundo do casco", None),
        ("- natureza seca -> casco e vela", None),
        ("- rito sumário -> perda ilegal, abandono de casco e quebra de mastro", None),
        ("- quanto à proa -> forma que o casco assume na frente", None),
        ("- só casco fechado -> o marinheiro conhece apenas o casco fechado", None),
        (
            "- checked hull -> must be caught or declared by the sailor\n"
            "- open hull -> hull that a sailor mends in port",
            "open hull",
        ),
        ("- quilha -> viga que sustenta o casco todo", "quilha"),
    ],
    ids=[
        "qualities",
        "either of two",
        "two of them",
        "several things",
        "respect",
        "only",
        "English of no sure form",
        "what it is",
    ],
)
def test_names_that_nothing_defines_have_no_card(text: str, term: str | None) -> None:
    asked = {aspect[1] for aspect in cards(f"# Barco\n\n{text}\n") if aspect[0] == "termo"}
    assert asked == ({term} if term else set())


@pytest.mark.parametrize(
    ("rows", "is_said"),
    [
        ("| Notificação | 15 dias |\n| Apelação | 5 dias |\n", True),
        ("| Notificação | 15 dias úteis |\n| Apelação | 5 dias |\n", True),
        ("| Notificação | 15 dias da posse |\n| Apelação | 5 dias do pedido |\n", False),
    ],
)
def test_only_plain_amounts_are_said_of_another_row(rows: str, is_said: bool) -> None:
    assert any("O prazo" in text for text in stated(f"# Prazos\n| Ato | Prazo |\n|---|---|\n{rows}")) is is_said


def test_several_are_not_asked_of_one_value() -> None:
    place = Place(Citation(1, "n.md", ("n",), 1, 1, "…"), "n", "n", 0)
    one, two = (
        Attribute("o barco", "objetivos", value, place, ("n.md", 0, "x")) for value in ("regata", "regata e lazer")
    )
    assert question_about_value(one, Genders([])) == ""
    assert question_about_value(two, Genders([])).startswith("Quais são os objetivos")


@pytest.mark.parametrize("text", ["paritária em relação aos demais segmentos", "escolha a cada dez elementos"])
def test_adjectives_and_acts_are_no_definitions_and_no_predicates(text: str) -> None:
    assert shape_of(text, Genders([])) not in {Shape.VERB, Shape.DETERMINED}
    assert shape_of("paritária em relação aos demais", Genders([])) is not Shape.NOUN


def test_what_a_tool_does_is_asked() -> None:
    asked = cards("- sprayer -> distribui a água pelo vaso da planta\n- set -> cria um canal para o envio\n")
    assert asked["termo", "sprayer"].prompt == "O que caracteriza o sprayer?"
    assert asked["termo", "set"].prompt == "O que caracteriza “set”?"


def test_a_situation_and_an_activity_are_things() -> None:
    assert said("- rega -> atividade que umedece a terra dos vasos\n") == {
        "A rega é uma atividade que umedece a terra dos vasos"
    }
    assert said("- conflito de hortas -> situação gerada pelo uso comum da água\n") == {
        "O conflito de hortas é uma situação gerada pelo uso comum da água"
    }


def test_what_is_told_of_another_subject_is_not_said_of_the_term() -> None:
    text = "- BTEP: boia com etiqueta. Etiqueta azul não tem pilha, é acesa pelo farol do barco maior\n"
    assert not {found for found in said(text) if "acesa" in found}


def test_a_second_clause_defines_nothing_where_the_first_cannot_be_shown() -> None:
    text = "- poda drástica: copa redefine o método da planta; tempo de execução da poda\n"
    assert read(text).concepts == ()


def test_an_initial_ends_no_sentence() -> None:
    told = "As capitanias hereditárias foram criadas em 1534 por D. João III"
    assert said(f"# Colônia\n{told}.\n") == {told}
    assert not any(
        text.endswith(" D") for text in said("# Colônia\n- capitanias hereditárias foram criadas por D. (rei)\n")
    )


def test_an_opening_without_words_is_no_list() -> None:
    assert read("- ??? por D.:\n\t- sol\n\t- mar\n\t- céu\n").groups == ()


def test_a_noun_told_apart_by_an_adverb_is_no_verb() -> None:
    assert shape_of("lista duplamente encadeada", Genders([])) is not Shape.VERB
    assert shape_of("busca rapidamente o próximo", Genders([])) is Shape.VERB


def test_items_of_a_law_on_lines_of_their_own_are_told_each() -> None:
    text = "# Art. 5º\nIV - é livre a manifestação do pensamento\nV - é vedado o uso de nome falso\n"
    assert said(text) == {"É livre a manifestação do pensamento", "É vedado o uso de nome falso"}


def test_an_adjective_and_a_complement_are_no_siblings() -> None:
    text = (
        "# Venda\n## Atendimento\nO atendimento de qualidade depende de atenção e de clareza.\n\n"
        "O atendimento presencial exige boa apresentação do vendedor.\n\n"
        "O atendimento telefônico exige voz clara e nome do vendedor.\n"
    )
    swapped = [text for text, change in stated(text).items() if change and "atendimento" in change.before]
    assert sorted(swapped) == [
        "O atendimento presencial exige voz clara e nome do vendedor",
        "O atendimento telefônico exige boa apresentação do vendedor",
    ]


def test_no_english_sentence_is_judged_in_portuguese() -> None:
    text = (
        "# Agile planning\n\nThe team plans the work of each week and the rest of the release with the owner.\n\n"
        "- spike: a short task that reduces uncertainty\n\nA spike is a short task that reduces uncertainty.\n"
    )
    assert stated(text) == {}
    assert read(text).is_english


def test_kinds_in_capitals_are_a_plural() -> None:
    (group,) = read("# Barcos\n- Tipos de vela { balão, genoa, bujarrona }\n").groups
    assert group.kind is GroupKind.PLURAL


def test_a_decree_is_a_source_of_law() -> None:
    assert "termo" not in {
        aspect[0]
        for aspect in cards("- Decreto-Lei 200/1967: descentralização da administração do Estado em novas autarquias\n")
    }


def test_a_degree_of_something_is_what_a_thing_is() -> None:
    assert has_trait("maior capacidade de carga")
    assert not has_trait("maior distância da quilha até o topo")


def test_an_act_is_nothing_that_is_made() -> None:
    told = said(
        "- desenvolvimento de mercado: produto atual vendido em mercado novo\n"
        "- fila: dado guardado em ordem de chegada\n"
    )
    assert not any("desenvolvimento" in text.lower() for text in told)


def test_members_are_shown_without_their_numbers() -> None:
    assert members_of(["0: calmaria", "1: brisa", "3 velas"]) == ("calmaria", "brisa", "3 velas")
    assert members_of(["1º calmaria", "2º brisa"]) == ("calmaria", "brisa")
    assert members_of(["1º grau", "2º grau"]) == ("1º grau", "2º grau")


def test_english_terms_are_written_as_any_other_word() -> None:
    text = (
        "# Database work\n\nThe system keeps the data of the users and the changes that they make to it over time.\n\n"
        "## Isolation levels\n1. Read committed\n2. Serializable\n\n"
        "* Consistency: a transaction takes the database from one state to another\n"
    )
    (concept,) = read(text, "Database work.md").concepts
    assert concept.term == "consistency"
    assert concept.place.context == "Database work"


@pytest.mark.parametrize(
    ("sentence", "is_told"),
    [
        ("O controle de fluxo protege a ponta mais lenta.", True),
        ("UDP não garante a entrega dos pedaços.", True),
        ("A calma protege a ponta mais lenta.", False),
        ("A fase anterior protege a ponta mais lenta.", False),
        ("O processo protege a ponta mais lenta.", False),
        ("O descanso protege a ponta mais lenta.", True),
        ("A higienização remove a poeira do convés.", True),
        ("A utilização remove a poeira do convés.", False),
        ("No método direto, a busca exige um índice.", True),
        ("No caso concreto, a busca exige um índice.", False),
    ],
)
def test_a_sentence_names_what_it_is_about(sentence: str, is_told: bool) -> None:
    text = f"# Assunto\n- descanso: pausa longa da massa\n- processo: sequência\n\n{sentence}\n"
    assert (sentence.rstrip(".") in said(text)) is is_told


def test_prose_behind_a_list_leaves_it_a_list() -> None:
    text = "# Barcos\n## Tipos de vela\n- bujarrona\n- genoa\n- balão\n\nO balão serve ao vento de popa.\n"
    assert [group.label for group in read(text).groups] == ["tipos de vela"]
    split = text.replace("- genoa", "\nParágrafo no meio.\n\n- genoa")
    assert read(split).groups == ()


def test_an_example_defines_nothing() -> None:
    text = "# Barcos\n> [!example] Exemplo\n> Travessia: viagem longa entre dois portos da costa\n"
    assert read(text).concepts == ()
    assert len(read(text.replace("example", "note")).concepts) == 1


def test_what_follows_a_table_is_about_the_note() -> None:
    behind = f"{TABLE}\n- nós = {{ lais, volta, escota }}\n- laço: volta de corda que corre\n"
    assert {concept.place.context for concept in read(behind, "Cordas.md").concepts} == {"Cordas"}
    before = "# Cordas\n## Uso das cordas\n- laço: volta de corda que corre\n"
    assert {concept.place.context for concept in read(before, "Cordas.md").concepts} == {"Uso das cordas"}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Engenharia de requisitos e Usabilidade", "engenharia de requisitos e usabilidade"),
        ("Modelagem e UML", "modelagem e UML"),
        ("Anexo de Metas Navais", "Anexo de Metas Navais"),
        ("Ministério da Justiça e Segurança", "Ministério da Justiça e Segurança"),
    ],
)
def test_capitals_of_a_context(name: str, shown: str) -> None:
    assert common_form(name, Genders([])) == shown


def test_a_list_whose_name_says_what_stands_above_it_is_of_the_note() -> None:
    text = "# Cordas de barcos\n## Partes da vela\n- punho\n- valuma\n- esteira\n"
    card = cards(text)["lista", "partes da vela"]
    assert card.exercise.prompt == "Cordas de barcos\n\nQuais são as partes da vela? (3 itens)"


def test_what_a_row_lists_is_asked_once() -> None:
    text = "# Velas\n| Vela | Partes | Cor |\n|---|---|---|\n"
    text += (
        "| mastro | punho, valuma | azul |\n| barco | esteira, retranca | ocre |\n| casco | amura, adriça | rosa |\n"
    )
    asked = [draft.prompt for draft in cards(text).values()]
    assert sum("partes" in prompt for prompt in asked) == 3


def test_degrees_of_another_noun_are_not_named_with_theirs() -> None:
    text = "# Ventos\n| Grau | Prazo |\n|---|---|\n| Ultraforte | 5 dias |\n| Secreta | 2 dias |\n"
    assert {attribute.of for attribute in read(text).attributes} == {"grau ultraforte"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("- valor-p -> chance de erro da régua, se a régua é falsa", "chance de erro da régua, se a régua é falsa"),
        ("- valor-p -> chance de erro da régua, se falhar nem continua", ""),
        ("- saída -> parte do barco, caso haja vento forte", ""),
        ("A calma é a regra e a tormenta, a exceção.", ""),
        ("- ronda -> detecção de carga oculta em porões", "detecção de carga oculta em porões"),
        ("- guarda -> sai cedo do porto quando o vento muda", "sai cedo do porto quando o vento muda"),
    ],
)
def test_a_definition_is_shown_whole_or_not_at_all(line: str, told: str) -> None:
    assert [concept.clauses[0].text for concept in read(f"# Barcos\n\n{line}\n").concepts] == [told][: bool(told)]


def test_english_sorts_that_leave_out_their_noun_are_not_asked() -> None:
    ropes = "- simple -> ties the sail to the mast\n- braiding -> makes ropes of many thin threads\n"
    text = f"# Sails\n\n## Kinds of rope\n{ropes}"
    assert {aspect[1] for aspect in cards(text)} == {"braiding"}


def test_merits_of_an_acronym_need_their_preposition() -> None:
    text = "# Barcos\n- vantagens {}: rapidez, leveza e alcance\n"
    assert read(text.format("GPS")).groups == ()
    assert [group.label for group in read(text.format("do GPS")).groups] == ["vantagens do GPS"]


def test_a_heading_that_names_the_key_is_not_shown() -> None:
    said = (
        "pessoa que guarda o leme do barco",
        "pessoa que controla a vela maior de proa",
        "pessoa que recebe o cabo no cais",
        "pessoa que limpa o porão do barco",
    )
    names = ("piloto", "contramestre", "calafate", "grumete", "patrão do convés")
    lines = "".join(
        f"- {n} -> {told}\n"
        for n, told in zip(names, (*said, "pessoa que organiza o trabalho de quem rema na proa"), strict=True)
    )
    asked = choices(f"# Barcos\n\n## Gestão do convés\n{lines}")
    assert asked["termo", "patrão do convés"].exercise.prompt.startswith("Barcos\n\n")
    assert asked["termo", "contramestre"].exercise.prompt.startswith("Barcos › Gestão do convés\n\n")


def test_what_is_said_of_several_is_offered_for_no_single_one() -> None:
    one, several = Clause("corda que prende a vela", Shape.NOUN), Clause("cordas que içam a vela", Shape.NOUN)
    assert not tell_alike(one, several)
    assert tell_alike(one, Clause("cabos que içam a vela", Shape.NOUN))


def test_a_symbol_is_answered_as_it_is_written() -> None:
    assert [as_answer(value) for value in ("np", "em alta", "calma")] == ["np", "Em alta", "Calma"]


def test_a_place_in_a_whole_is_asked_with_the_whole_only() -> None:
    lines = "- topo: parte que prende a bandeira\n- meio: parte que prende a vela\n- gávea: parte de onde se vê o mar\n"
    assert {concept.term for concept in read(f"# Barcos\n## Mastro\n{lines}").concepts} == {"gávea"}


def test_a_law_is_no_act() -> None:
    assert said("# Barcos\n- lei de Beaufort = frequência dos ventos em um porto\n") == set()
    assert said("# Barcos\n- escala de Beaufort = frequência dos ventos em um porto\n")


def test_a_file_needs_no_kind() -> None:
    text = "# Barcos\n\n## Comandos\n- {} -> lista as velas do barco\n- wget -> busca as velas do barco\n"
    assert read(text.format("yaw.cfg")).concepts[0].term == "yaw.cfg"
    assert read(text.format("grep")).concepts[0].term == "comando grep"


def test_what_a_thing_does_is_not_what_it_is() -> None:
    lines = "- vela: parte que move o casco do barco\n- leme: parte que guia o barco no mar\n"
    lines += "- quilha: parte que firma o barco na onda\n"
    assert ("termo", "rizadura") not in cards(f"# Barcos\n- rizadura: enrufa os panos da vela do barco\n{lines}")


@pytest.mark.parametrize(
    "line",
    [
        "4 rizadura -> encurta a vela do barco",
        "dívida -> recondução do barco em 3 trimestres",
        "limite excedido -> cortar a carga do barco",
    ],
)
def test_what_numbers_limits_and_cases_tell_defines_nothing(line: str) -> None:
    told = read(f"# Barcos\n\n- {line}\n").concepts
    assert not any(concept.clauses[0].is_telling for concept in told)


def test_what_is_forbidden_is_no_class() -> None:
    text = "# Barcos\n- limite de carga\n\t- {} {{ troca de vela, corte de cabo, uso de âncora }}\n"
    assert read(text.format("vedado")).groups == ()
    assert read(text.format("manobra de porto")).groups


def test_a_line_that_leads_its_own_bullets_is_not_about_the_heading_of_others() -> None:
    text = "# Portos de mar\n## Custos de rede\n- taxa de cais -> custo por dia de cais\n\n{}\n"
    text += "\tgrumete: limpa o porão do barco\n\tpiloto: guarda o leme do barco\n"
    headings = [concept.place.heading for concept in read(text.format("Papéis")).concepts]
    assert ["Custos de rede" in heading for heading in headings] == [True, False, False]


@pytest.mark.parametrize(
    ("header", "asked"), [("Valor", False), ("Quantidade", False), ("Artigo", False), ("Cor", True)]
)
def test_a_header_that_needs_its_table_is_not_asked(header: str, asked: bool) -> None:
    text = f"# Cais\n\n| Corda | {header} |\n|---|---|\n| amarra | parda |\n| adriça | 30 |\n| escota | azul |\n"
    assert bool(read(text).attributes) is asked


@pytest.mark.parametrize(
    ("definition", "asked"),
    [
        ("embutir nos cascos e nas velas do barco", False),
        ("atuar nos cascos e nas velas do barco", True),
        ("embutir tábuas nos cascos e nas velas", True),
    ],
    ids=["without an object", "needs none", "with an object"],
)
def test_an_act_is_told_with_what_it_is_done_to(definition: str, asked: bool) -> None:
    [concept] = read(f"# Cais\n\n* calafetagem -> {definition}\n").concepts
    assert concept.clauses[0].is_whole is asked


def test_bullets_behind_a_table_are_no_list_of_its_heading() -> None:
    bullets = "- convés\n- casco\n- quilha\n"
    table = "| parte | onde |\n|---|---|\n| proa | frente |\n| popa | trás |\n\n"
    assert [group.label for group in read(f"# Barco\n\n## Partes do barco\n\n{bullets}").groups] == ["partes do barco"]
    assert read(f"# Barco\n\n## Partes do barco\n\n{table}{bullets}").groups == ()


def test_a_remark_behind_a_comma_is_no_part_of_what_is_listed() -> None:
    [group] = read("# Barco\n\n- Tipos de nó, os três do manual: lais, escota e fiel\n").groups
    assert group.label == "tipos de nó"


@pytest.mark.parametrize(
    ("header", "cell", "asked"),
    [
        ("Porta", "22", True),
        ("Chave", "128", False),
        ("Chave", "128, 192 ou 256", False),
        ("Uso", "arquivos", True),
        ("Guarda", "arquivos", False),
    ],
)
def test_a_bare_number_is_asked_below_a_measure(header: str, cell: str, asked: bool) -> None:
    rows = f"| Alfa | {cell} |\n| Beta | {cell}, talvez |\n"
    found = read(f"# Cifras\n\n| Cifra | {header} |\n|---|---|\n{rows}").attributes
    assert any(attribute.value == cell for attribute in found) is asked


def test_a_sign_is_no_part_that_a_value_may_lose() -> None:
    text = "# Cais\n\n- amarra de proa\n\t- custo: {}\n"
    assert not read(text.format("±10 moedas")).attributes
    assert read(text.format("10 moedas")).attributes
