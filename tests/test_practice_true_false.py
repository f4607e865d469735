"""Certo/Errado: what is asserted, and the one change that makes it false."""

import pytest
from practice_notes import HYPERVISORS, fact, material, note

from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.themes import about
from tutor.practice.questions import falsify
from tutor.practice.questions.open_questions import write_open_questions
from tutor.practice.questions.true_false import assertions, write_true_false
from tutor.practice.questions.values import question_about_value
from tutor.types import Change, ExerciseKind


def stated(text: str) -> dict[str, Change | None]:
    made = material(text)
    return {assertion.text: assertion.change for assertion in assertions(made.part("nota.md"), made)}


def test_terms_of_sibling_definitions_are_swapped() -> None:
    change = stated(HYPERVISORS)["A live migration é uma chamada ao hypervisor similar a uma syscall"]
    assert change == Change(
        "hypercall", "live migration", "o que se afirma vale para hypercall, e não para live migration"
    )


def test_members_move_between_sibling_sets_unless_a_product_is_named_under_both() -> None:
    found = stated(HYPERVISORS)
    assert found["O tipo 2 (hosted) abrange VirtualBox, QEMU, VMware Player e Parallels"] is None
    moved = [change for text, change in found.items() if "abrange" in text and change]
    assert {change.after for change in moved} == {"QEMU", "Citrix XenServer"}
    assert moved[0].reason == "nas notas, QEMU está em “tipo 2 (hosted)”"


def test_a_sentence_that_a_list_ends_is_never_made_false() -> None:
    found = stated("* vaso promove { beleza, sombra, frescor }\n* vaso contém { terra, adubo, raiz }\n")
    assert found == {"O vaso promove beleza, sombra e frescor": None, "O vaso contém terra, adubo e raiz": None}


def test_a_type_is_asked_for_by_name() -> None:
    made = material("| Protocolo | Tipo | Solo |\n|---|---|---|\n| OSPF | gasoso | rochoso |\n")
    asked = {question_about_value(a, made.genders) for a in made.part("nota.md").attributes}
    assert asked == {"Qual é o tipo do protocolo OSPF?", ""}  # how the soil is, an adjective says


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A migração ocorre sem desligamento das VMs", ("com", "A migração ocorre com desligamento das VMs")),
        ("O ato é vinculado em todos os casos", ("discricionário", "O ato é discricionário em todos os casos")),
        ("O item exige registro", ("dispensa", "O item dispensa registro")),
        ("É igual ao acesso remoto", ("local", "É igual ao acesso local")),
    ],
)
def test_inversions(text: str, expected: tuple[str, str]) -> None:
    ((changed, change),) = falsify.inversions(fact(text))
    assert (change.after, changed) == expected


@pytest.mark.parametrize(
    "text",
    [
        "O uso pode aumentar o custo",
        "A rede interna ou externa",
        "Serve ao acesso interno e externo",
        "Ocorre sem que haja perda",
        "Cobre dois ou mais casos",
        "Permite ao invasor o acesso",
        "Permite identificar o invasor",
        "Lê em voz alta o texto",
    ],
    ids=["hedged", "both", "enumerated", "sem que", "ou mais", "permite ao", "permite fazer", "em voz alta"],
)
def test_what_cannot_be_turned_round_safely_is_left_alone(text: str) -> None:
    assert list(falsify.inversions(fact(text))) == []


def test_names_are_never_changed() -> None:
    assert list(falsify.inversions(fact("A comunicação interna usa barramento", "comunicacaointerna"))) == []


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Não há garantia de entrega", "Não há", "Há"),
        ("O UDP não exige conexão", "não exige", "exige"),
    ],
)
def test_negations(text: str, before: str, after: str) -> None:
    ((changed, change),) = falsify.negations(fact(text))
    assert (change.before, change.after) == (before, after)
    assert after in changed
    assert changed == text.replace(before, after)


def test_no_denial_is_put_into_a_sentence() -> None:
    assert list(falsify.negations(fact("O switch encaminha quadros"))) == []


def test_what_a_person_is_is_said_of_no_thing_and_what_a_thing_is_of_its_like_first() -> None:
    text = """* poda -> corte de ramos que renova a copa
* morador -> quem cuida dos canteiros da praça
* adubo -> fornece às raízes os sais minerais de que precisam
* contrato -> acordo que obriga quem assina a pagar os ramos
"""
    swapped = {found for found, change in stated(text).items() if change}
    assert "A poda é um acordo que obriga quem assina a pagar os ramos" in swapped
    assert not {found for found in swapped if "quem cuida" in found or "fornece" in found}


def test_an_act_is_no_thing() -> None:
    text = """* regador -> espalha a água ao redor do caule
* capina -> remoção das ervas que nascem no canteiro
* adubação -> devolve os sais minerais à terra do canteiro
"""
    swapped = {found for found, change in stated(text).items() if change}
    assert "A adubação espalha a água ao redor do caule" in swapped
    assert not {found for found in swapped if "remoção" in found}


def test_a_few_words_are_said_of_a_sibling_that_is_told_of_in_the_same_way() -> None:
    text = """* colheitas
\t* colheita manual -> reúne todos os moradores do bairro
\t* colheita assistida -> reúne apenas uma equipe da prefeitura
\t* colheita adiada -> depende da chuva e do vento
"""
    swapped = {found for found, change in stated(text).items() if change}
    assert "A colheita assistida reúne todos os moradores do bairro" in swapped
    assert not {found for found in swapped if " depende" in found}


def test_siblings_that_the_bullet_above_lists_are_swapped() -> None:
    text = """* ferramentas { ancinho, tesoura }
\t* ancinho -> barra com dentes que junta os galhos
\t* tesoura -> instrumento que corta os galhos finos
"""
    swapped = {found for found, change in stated(text).items() if change}
    assert swapped == {"O ancinho é um instrumento que corta os galhos finos"}


def test_members_move_between_lists_of_one_paragraph() -> None:
    text = """# Podas

Requisitos internos: autorização, laudo, projeto, inexistência de dano
Requisitos externos: estiagem, preparo, defesa escrita
"""
    moved = {change.after for found, change in stated(text).items() if change and "São requisitos internos" in found}
    assert moved <= {"estiagem", "preparo", "defesa escrita"}
    assert moved


def test_a_value_is_not_part_of_a_longer_number() -> None:
    text = "| Pedido | Prazo |\n|---|---|\n| Recurso | 15 dias |\n| Consulta | 5 dias |\n"
    false = {found for found, change in stated(text).items() if change}
    assert false == {"O prazo do recurso é de 5 dias", "O prazo da consulta é de 15 dias"}


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("O resumo tem 128 bits", "O resumo tem 256 bits"),
        ("O prazo é de 120 dias", "O prazo é de 180 dias"),
        ("Usa a porta padrão 3389", "Usa a porta padrão 3500"),
        ("A lei surgiu em 1988", "A lei surgiu em 1985"),
        ("O plasma tem 90% de água", "O plasma tem 80% de água"),
        ("O Sol tem 99,8% da massa", "O Sol tem 89,8% da massa"),
        ("O modelo tem sete camadas", "O modelo tem oito camadas"),
    ],
)
def test_numbers(text: str, changed: str) -> None:
    assert [found for found, _ in falsify.renumberings(fact(text))] == [changed]


@pytest.mark.parametrize(
    "text",
    [
        "Segue o art. 5 da lei",
        "Usa RAID 5 em disco",
        "O tipo 1 roda no hardware",
        "Foi em 15 de novembro",
        "Ana, Bia e Leo são os três sócios",
        "O som tem 2 partes: altura e timbre",
    ],
)
def test_numbers_that_name_are_left_alone(text: str) -> None:
    assert list(falsify.renumberings(fact(text))) == []


def test_drafts_read_as_the_boards_write_them() -> None:
    made = material(HYPERVISORS)
    drafts = list(write_true_false(made.part("nota.md"), made))
    (draft,) = (d for d in drafts if d.aspect[:2] == ("lista", "tipo 2 (hosted)"))
    assert draft.exercise.prompt.endswith("abrange VirtualBox, QEMU, VMware Player e Parallels.") or draft.change
    lead = "Tipos de hypervisors\n\nJulgue o item a seguir.\n\n"
    assert draft.exercise.prompt.startswith(f"{lead}O tipo 2 (hosted) abrange ")
    for each in drafts:
        assert each.exercise.key == ("errado" if each.change else "certo")
        assert each.change is None or each.change.after in each.exercise.prompt
        assert each.exercise.explanation.startswith("Errado: " if each.change else "Certo: ")


def test_each_thing_is_asserted_once_true_or_false() -> None:
    made = material(HYPERVISORS)
    asked = [draft.aspect[:2] for draft in write_true_false(made.part("nota.md"), made)]
    assert len(asked) == len(set(asked))


def test_a_definition_that_fits_a_sibling_is_not_swapped() -> None:
    text = """* superchave -> conjunto de atributos que identifica uma tupla
* chave candidata -> superchave mínima da relação
* chave estrangeira -> atributo que referencia outra relação
"""
    swapped = [assertion for assertion, change in stated(text).items() if change and "identifica" in assertion]
    assert not any("chave candidata" in assertion.casefold() for assertion in swapped)


def test_parents_and_children_are_never_swapped() -> None:
    text = """* memória -> componente que guarda dados do computador
\t* cache -> memória rápida que fica junto ao processador
* barramento -> conjunto de linhas que transporta sinais
"""
    assert "O cache é um componente que guarda dados do computador" not in stated(text)
    assert note(text).blocks[1].parent == 0


def test_compared_names_are_enumerated() -> None:
    assert about("acerca de", "pipeline e RISC x CISC", Genders()) == "acerca de pipeline, RISC e CISC"
    assert about("acerca de", "redes e enlaces", Genders()) == "acerca de redes e enlaces"
    assert about("acerca de", "gestão direta e indireta", Genders()) == "acerca da gestão direta e indireta"


def test_what_is_so_in_a_thing_is_said_of_what_the_notes_tell_alike() -> None:
    text = """* topologias de rede
\t* anel -> cada estação envia os dados a duas vizinhas
\t* barra -> cada estação recebe o quadro por um tronco central
\t* malha -> o cabo liga as salas do prédio
"""
    found = stated(text)
    assert found["No anel, cada estação envia os dados a duas vizinhas"] is None
    assert found["Na barra, cada estação envia os dados a duas vizinhas"] is not None
    assert not [said for said, change in found.items() if change and "o cabo" in said]


def test_what_is_so_by_a_law_or_for_a_person_is_said_in_another_way() -> None:
    found = stated(
        "* Lei de Say -> a oferta de bens cria a sua própria procura\n* gestor -> o prazo dele corre em dobro\n"
    )
    assert set(found) == {"De acordo com a lei de Say, a oferta de bens cria a sua própria procura"}
    below = stated("# Mercado\n* princípios\n\t* lei de Say -> a oferta de bens cria a sua própria procura\n")
    assert set(below) == {"De acordo com a lei de Say, a oferta de bens cria a sua própria procura"}
    assert not stated("* volatilidade -> os requisitos estáveis mudam pouco com o tempo\n")


def test_how_a_thing_is_made_is_not_said_of_one_that_is_told_to_act() -> None:
    text = """* podas
\t* poda em vaso -> baseada na forma interna do tronco
\t* colheita parcial -> altera o tronco para medir a qualidade da poda
"""
    assert not [found for found in stated(text) if found.startswith("A colheita parcial é")]


def test_no_list_goes_on_behind_a_preposition_with_another_nor_is_of_uncertain_number() -> None:
    assert not stated("* os vasos dividem-se em { de barro, redondos, de vidro }\n")
    assert not stated("# Hortas\n\n* uncountable nouns { rice, sand, water, milk }\n")


def test_a_noun_that_no_title_places_is_asked_nothing() -> None:
    text = "* região -> área da horta em que crescem as mudas\n* broca -> inseto que fura o tronco da árvore\n"
    for path, told in (("nota.md", False), ("plantio de mudas.md", True)):
        made = material(text, path)
        part = made.part(path)
        drafts = [*write_true_false(part, made), *write_open_questions(part, made)]
        assert any("A região" in d.prompt for d in drafts if d.kind is ExerciseKind.TRUE_FALSE) == told
        assert any("região" in d.prompt for d in drafts if d.kind is ExerciseKind.OPEN) == told


def test_one_article_does_not_serve_two_subjects() -> None:
    assert about("Acerca de", "Poda & Mudas", Genders([])) == "Acerca de Poda & Mudas"
    assert about("Acerca de", "podas e mudas", Genders([])) == "Acerca das podas e das mudas"
    assert about("Acerca de", "podas e hubs", Genders([])) == "Acerca de podas e hubs"
    assert about("Acerca de", "podas, mudas e adubos", Genders([])) == "Acerca das podas, das mudas e dos adubos"
    assert about("Acerca de", "rega manual e automática", Genders(["a rega"])) == "Acerca da rega manual e automática"
    assert about("Acerca de", "horta de podas e mudas", Genders([])) == "Acerca da horta de podas e mudas"


def test_a_definition_is_not_said_of_a_name_that_it_repeats() -> None:
    text = """* viveiro de mudas -> conjunto ordenado de mudas criadas à sombra
* muda -> planta jovem que ainda não foi levada à horta
"""
    assert not [found for found, change in stated(text).items() if change]


def test_the_opening_of_a_remark_is_not_turned_round() -> None:
    text = "No efeito de borda, o vento interno seca as mudas"
    assert list(falsify.inversions(fact(text))) == []


def test_nobody_is_asked_whether_a_thing_is_of_the_sort_of_another() -> None:
    text = """* poda -> corte de ramos que renova a copa
* desbaste -> corte de mudas que sobram no canteiro
* contrato -> acordo que obriga quem assina a pagar
"""
    made = material(text)
    prompts = " ".join(draft.prompt for draft in write_true_false(made.part("nota.md"), made))
    assert "esbaste consiste no corte de ramos" in prompts
    assert "A poda é um acordo" not in prompts


@pytest.mark.parametrize(
    ("defined", "asked"),
    [
        ("acordo que obriga o dono a regar a horta", True),
        ("corte de ramos que renova a copa", False),
        ("quantidade de água que a horta recebe por dia", False),
    ],
    ids=["a thing", "an act", "an amount"],
)
def test_below_a_title_a_thing_is_said_to_be_another(defined: str, asked: bool) -> None:
    text = f"* plantio -> documento que o viveiro entrega ao dono\n* rega -> {defined}\n"
    made = material(text, "hortas da cidade.md")
    prompts = " ".join(draft.prompt for draft in write_true_false(made.part("hortas da cidade.md"), made))
    assert ("A rega é o documento" in prompts) == asked


def test_a_short_property_is_not_said_of_what_another_only_is() -> None:
    text = """# Hortas

* retorno simples -> soma das colheitas de cada canteiro da horta
* retorno da horta -> considera o valor que a terra tem
"""
    assert not [found for found, change in stated(text).items() if change and "considera" in found]
    longer = text.replace(
        "considera o valor que a terra tem", "considera o valor que a terra tem nas compras e vendas de mudas da horta"
    )
    assert [found for found, change in stated(longer).items() if change and "considera" in found]


def test_a_denial_is_not_said_of_a_sibling() -> None:
    text = "# Hortas\n\nA horta comunitária {}recebe água do município. A horta privada vende mudas à praça.\n"
    assert [c.after for c in stated(text.format("")).values() if c] == ["horta privada", "horta comunitária"]
    assert [c.after for c in stated(text.format("não ")).values() if c] == ["recebe", "horta comunitária"]


def test_a_percentage_is_said_of_a_row() -> None:
    text = "| Serviço | Reserva |\n|---|---|\n| frota de táxi | 50% |\n| rede de hotéis | 25% |\n"
    rows, shares = ("da frota de táxi", "da rede de hotéis"), ("50%", "25%")
    assert stated(text).keys() == {f"A reserva {row} é de {share}" for row in rows for share in shares}


def test_what_a_person_that_is_pointed_at_is_said_of_no_other() -> None:
    text = """# Hortas

* pessoa cuidadora -> aquela que rega os canteiros e recolhe as folhas secas
* pessoa doadora -> cidadã que oferece mudas e sementes às hortas da cidade
"""
    found = stated(text)
    assert found["A pessoa cuidadora é aquela que rega os canteiros e recolhe as folhas secas"] is None
    assert not [sentence for sentence, change in found.items() if change and "aquela" in sentence]


def test_what_is_done_with_a_thing_may_be_done_with_another() -> None:
    text = """# Aulas

* aula especial -> oferecida preferencialmente na rede regular de ensino
* aula infantil -> dada com muitos jogos na primeira etapa da escola básica do município
"""
    false = {found for found, change in stated(text).items() if change}
    assert not [sentence for sentence in false if "oferecida" in sentence]
