"""Múltipla escolha, flashcards and open questions: stems, keys and distractors."""

import pytest
from practice_notes import HYPERVISORS, by_aspect, material

from tutor.practice.grammar.endings import is_elliptical
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.wording import name_of, without_article
from tutor.practice.questions.drafts import Draft
from tutor.practice.questions.flashcards import write_flashcards
from tutor.practice.questions.likeness import gives_away
from tutor.practice.questions.multiple_choice import write_multiple_choice
from tutor.practice.questions.open_questions import write_open_questions
from tutor.practice.questions.values import NamedValue, named_value
from tutor.practice.reading.apposition import is_opaque
from tutor.practice.reading.knowledge import Attribute, Place
from tutor.types import Citation, ExerciseKind


@pytest.fixture(scope="module")
def choices() -> dict[tuple[str, ...], Draft]:
    made = material(HYPERVISORS)
    return by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))


def test_definition_to_term(choices: dict[tuple[str, ...], Draft]) -> None:
    draft = choices["termo", "hypercall"]
    assert draft.options[0] == "hypercall"
    assert "“Chamada ao hypervisor similar a uma syscall.”" in draft.prompt
    assert len(set(draft.options)) == 5


def test_term_to_definition_offers_definitions_of_one_shape(choices: dict[tuple[str, ...], Draft]) -> None:
    draft = choices["definição", "container"]
    assert draft.prompt == "Assinale a opção que descreve corretamente “container”."
    assert draft.options[0] == "unidade de software que encapsula um aplicativo e suas dependências"
    assert "não exige modificação do SO hóspede" not in draft.options


def test_exceptions_are_what_the_sibling_set_holds(choices: dict[tuple[str, ...], Draft]) -> None:
    draft = choices["exceto", "tipo 2 (hosted)"]
    assert draft.options[0] == "Citrix XenServer"
    assert set(draft.options[1:]) == {"VirtualBox", "QEMU", "VMware Player", "Parallels"}
    assert draft.prompt == (
        "O tipo 2 (hosted) abrange os itens apresentados nas opções a seguir, à exceção de um. Assinale-o."
    )


def test_products_named_under_both_types_spoil_nothing(choices: dict[tuple[str, ...], Draft]) -> None:
    for aspect in (("apenas", "tipo 1 (nativo)"), ("apenas", "tipo 2 (hosted)"), ("exceto", "tipo 2 (hosted)")):
        strangers = {claim.text for claim in choices[aspect].untrue}
        assert not any(name in text for text in strangers for name in ("VMware", "Hyper-V"))


def test_a_name_above_that_tells_the_key_is_left_out() -> None:
    text = "".join(
        f"\t* {name} -> modelo criado {how}\n"
        for name, how in (
            ("FURPS", "pela empresa americana Hewlett-Packard"),
            ("ISO", "na cidade suíça de Genebra"),
            ("McCall", "por um só autor"),
            ("Boehm", "alguns anos mais tarde"),
            ("Dromey", "no sul da Austrália"),
        )
    )
    made = material(f"* FURPS+\n{text}")
    asked = by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))
    assert "FURPS" not in asked["termo", "FURPS"].exercise.prompt


def test_descriptions_are_whole_clauses_that_fit_one_thing_only() -> None:
    made = material(
        "* maus cheiros\n\t* divergent change -> uma classe muda por vários motivos; sinal de coesão baixa\n"
        "\t* long method -> não é exclusivo da orientação a objetos\n"
        "\t* god object -> concentra quase todas as funções do sistema\n"
        "\t* lazy element -> faz pouco demais para existir no sistema\n"
        "\t* dead code -> nunca chega a ser executado pelo sistema\n"
        "\t* speculative generality -> atende a casos que não existem ainda\n"
    )
    asked = by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))
    assert "“Uma classe muda por vários motivos" in asked["termo", "divergent change"].prompt
    assert without_article("um ou mais caminhos") == "um ou mais caminhos"
    assert without_article("um débito e vários créditos") == "um débito e vários créditos"
    assert without_article("um débito de um mês") == "débito de um mês"
    assert ("termo", "long method") not in asked


PARTS = "".join(
    f"* {name} -> {text}\n"
    for name, text in (
        ("proa", "parte dianteira do casco do barco"),
        ("popa", "extremidade oposta ao sentido da marcha"),
        ("quilha", "estrutura longa que sustenta o casco"),
        ("leme", "dispositivo móvel que muda o rumo"),
        ("mastro", "coluna vertical com as velas presas"),
        ("cais", "área de embarque de cargas e passageiros"),
        ("porão", "espaço fechado na parte inferior do casco"),
    )
)


def test_concepts_are_asked_among_their_own_sort() -> None:
    lone = "* sinais\n\t* boia -> objeto flutuante que marca um perigo\n\t* farol -> torre com luz no alto da costa\n"
    made = material(PARTS + lone)
    asked = by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))
    assert set(asked["termo", "leme"].options) <= {"proa", "popa", "quilha", "leme", "mastro", "cais", "porão"}
    assert ("termo", "boia") not in asked
    assert ("definição", "farol") not in asked


def test_what_stands_beside_is_an_option_whatever_is_said_of_it() -> None:
    five = "".join(PARTS.splitlines(keepends=True)[:5])
    made = material(five.replace("dispositivo móvel que muda o rumo", "lâmina móvel"))
    asked = by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))
    assert "leme" in asked["termo", "proa"].options


def test_of_five_names_each_with_a_definition_one_pair_matches() -> None:
    written = [line.removeprefix("* ").replace(" -> ", " – ") for line in PARTS.splitlines()]
    made = material(PARTS)
    pairs = [draft for draft in write_multiple_choice(made.part("nota.md"), made) if draft.aspect[0] == "par"]
    assert pairs
    for draft in pairs:
        names, definitions = zip(*(option.split(" – ") for option in draft.options), strict=True)
        assert len(set(names)) == len(set(definitions)) == 5
        assert [option in written for option in draft.options] == [True, False, False, False, False]


def test_what_one_does_is_offered_beside_no_several() -> None:
    several = "* velas de proa -> reduzem o balanço do barco no mar\n"
    made = material(
        several
        + "".join(
            f"* {name} -> {text}\n"
            for name, text in (
                ("leme", "muda o rumo do barco no mar aberto"),
                ("quilha", "sustenta o casco do barco na água funda"),
                ("porão", "guarda a carga no fundo do casco"),
                ("cabo", "prende o barco ao cais da cidade"),
                ("bujarrona", "reduz a força do vento na proa"),
            )
        )
    )
    asked = [draft for draft in write_multiple_choice(made.part("nota.md"), made) if "opção" in draft.prompt]
    assert asked
    for draft in asked:
        crossed = draft.options[:1] if draft.aspect[0] == "INCORRETA" else draft.options
        assert not any("velas de proa" in option or "reduzem" in option for option in crossed)


def test_too_few_definitions_are_not_paired() -> None:
    made = material("".join(PARTS.splitlines(keepends=True)[:2]))
    aspects = {draft.aspect[0] for draft in write_multiple_choice(made.part("nota.md"), made)}
    assert not aspects & {"par", "INCORRETA"}


def test_of_five_names_each_with_its_own_definition_one_has_that_of_another() -> None:
    defined = dict(line.removeprefix("* ").split(" -> ") for line in PARTS.splitlines())
    made = material(f"# Barco a vela\n\n{PARTS}")
    found = [draft for draft in write_multiple_choice(made.part("nota.md"), made) if draft.aspect[0] == "INCORRETA"]
    assert found
    for draft in found:
        assert draft.prompt == "Assinale a opção em que a descrição não corresponde ao conceito."
        names, definitions = zip(*(option.split(" – ") for option in draft.options), strict=True)
        assert len(set(names)) == len(set(definitions)) == 5
        assert [defined[name] == text for name, text in zip(names, definitions, strict=True)] == [False, *[True] * 4]
        assert [(names[0] in claim.names, claim.text) for claim in draft.untrue] == [(True, definitions[0])]
        (other,) = (name for name, text in defined.items() if text == definitions[0])
        assert other not in names
        assert f"descreve {other}, e não {names[0]}." in draft.explanation


@pytest.mark.parametrize(
    ("owner", "value", "named"),
    [
        ("alicate", "remove ramos secos", NamedValue("a função do alicate", is_plural=False)),
        ("alicate", "ferro no cabo", None),
        ("2RM", "remoção de raízes", None),
        ("alicate e pá", "remoção de raízes", None),
        ("outras pás", "remoção de raízes", None),
        ("Serrote médio", "remoção de raízes", None),
    ],
    ids=["act", "no act", "owner without its article", "two owners", "owner that another row tells", "loose capital"],
)
def test_values_go_with_their_column_and_owner(owner: str, value: str, named: NamedValue | None) -> None:
    place = Place(Citation(1, "n.md", ("n",), 1, 1, "…"), "n", ("n",), 0)
    attribute = Attribute(owner, "função", value, place, ("n.md", 0, "funcao"))
    assert named_value(attribute, Genders(["corta com o alicate"])) == named


def test_a_column_of_what_happens_is_no_property() -> None:
    place = Place(Citation(1, "n.md", ("n",), 1, 1, "…"), "n", ("n",), 0)
    attribute = Attribute("remoção", "que se desloca", "servidor", place, ("n.md", 0, "o que"))
    assert named_value(attribute, Genders([])) is None


def test_term_cards_need_no_article() -> None:
    made = material(
        "* poda drástica -> retirada de toda a copa da planta\n"
        "* regador -> distribui a água pelo canteiro da horta\n"
        "* tupi -> distribui o adubo pelo vaso das mudas\n"
        "* triagem -> foco em separar as mudas doentes"
    )
    cards = by_aspect(list(write_flashcards(made.part("nota.md"), made)))
    assert [card.prompt for aspect, card in cards.items() if aspect[0] == "termo"] == [
        "O que se entende por poda drástica?",
        "O que caracteriza o regador?",
        "O que caracteriza “tupi”?",
        "O que se entende por triagem?",
    ]


def test_values_beside_one_that_is_an_act_are_acts() -> None:
    tasks = {"Ana": "podar ramos", "Davi": "vender mudas", "Eva": "rega de mudas"}
    rows = "".join(f"| {name} | {task} |\n" for name, task in tasks.items())
    made = material(f"# Jardim\n\n| pessoa | função |\n|---|---|\n{rows}")
    values = {attribute.of: made.other_values(attribute) for attribute in made.part("nota.md").attributes}
    assert values == {"Ana": ["vender mudas"], "Davi": ["podar ramos"], "Eva": []}


def test_no_value_is_half_of_another() -> None:
    tasks = {"Ana": "poda de ramos", "Davi": "poda e rega", "Eva": "venda de mudas"}
    rows = "".join(f"| {name} | {task} |\n" for name, task in tasks.items())
    made = material(f"# Jardim\n\n| pessoa | função |\n|---|---|\n{rows}")
    values = {attribute.of: made.other_values(attribute) for attribute in made.part("nota.md").attributes}
    assert values["Ana"] == ["venda de mudas"]
    assert set(values["Eva"]) == {"poda de ramos", "poda e rega"}


def test_no_distractors_no_question() -> None:
    made = material("* snapshot -> imagem instantânea do estado atual de uma VM\n")
    assert list(write_multiple_choice(made.part("nota.md"), made)) == []


def test_flashcards() -> None:
    made = material(HYPERVISORS)
    cards = by_aspect(list(write_flashcards(made.part("nota.md"), made)))
    assert (
        cards["termo", "snapshot"].key
        == "O snapshot é uma imagem instantânea do estado atual de uma VM, útil para backup."
    )
    assert cards["termo", "snapshot"].prompt == "O que se entende por snapshot?"
    assert cards["lista", "tipo 1 (nativo)"].exercise.prompt == (
        "Tipos de hypervisors\n\nO que abrange o tipo 1 (nativo)? (3 itens)"
    )
    assert cards["lista", "tipo 1 (nativo)"].key == "VMware ESX; Microsoft Hyper-V; Citrix XenServer."
    assert not any(aspect[0] == "lacuna" for aspect in cards)  # no name of one word stands in a sentence on another


def test_a_gap_is_a_name_that_stands_alone() -> None:
    text = """* estufa -> espaço da praça que recebe as mudas da prefeitura
* horta -> conjunto de plantas que a prefeitura leva da estufa
* rega -> aplicação de água por aspersão em toda horta de estufa
"""
    made = material(text)
    gaps = {
        draft.aspect[1]: draft.key
        for draft in write_flashcards(made.part("nota.md"), made)
        if len(draft.aspect) > 1 and draft.aspect[0] == "lacuna"
    }
    assert gaps == {"A horta é um conjunto de plantas que a prefeitura leva da estufa": "estufa"}


def test_several_things_define_no_single_one() -> None:
    made = material(PARTS.replace("dispositivo móvel que muda o rumo", "dispositivos móveis que mudam o rumo"))
    asked = by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))
    assert ("termo", "leme") not in asked


def test_brief_properties_that_others_may_have_tell_no_one_apart() -> None:
    for shared in (
        "fica sob a água o ano todo",
        "acordo entre uma e outra das partes",
        "não leva carga viva no porão de cima",
    ):
        made = material(PARTS.replace("dispositivo móvel que muda o rumo", shared))
        asked = by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))
        assert ("termo", "leme") not in asked
        described = [draft for aspect, draft in asked.items() if aspect[0] in {"definição", "par"}]
        assert not any(shared in option for draft in described for option in draft.options)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("* prazo\n\t* O prazo do recurso ao juiz é de 15 (quinze) dias da decisão", "decisão"),
        ("* algoritmo -> exige 3f+1 nós de memória para tolerar falhas no sistema", "sistema"),
        ("* análise semântica -> consulta a tabela de símbolos do programa", "programa"),
        ("* regra da decisão 3 -> a muda cobre toda a área do sistema", "sistema"),
        ("* análise semântica -> consulta a tabela de símbolos do texto", None),
    ],
    ids=["spelled out", "formula", "number of the name", "verb that may be a noun", "no term"],
)
def test_gaps_are_filled_by_what_the_rest_neither_tells_nor_leaves_open(text: str, key: str | None) -> None:
    made = material(f"{text}\n* instrumentos de poda {{ decisão, sistema, programa }}\n")
    gaps = [draft.key for draft in write_flashcards(made.part("nota.md"), made) if draft.aspect[0] == "lacuna"]
    assert gaps == ([key] if key else [])


@pytest.mark.parametrize(
    ("term", "text", "given"),
    [
        ("desobediência", "desobedecer a ordem legal", True),
        ("chave primária", "atributo que é chave da linha", True),
        ("resistência", "opor-se a ato legal", False),
    ],
)
def test_definitions_that_repeat_their_term(term: str, text: str, given: bool) -> None:
    assert gives_away(term, text) is given


def test_rows_that_define_are_read_in_lower_case() -> None:
    made = material("| Ação | Definição |\n|---|---|\n| Saque | Cálculo dos meios de um objetivo |\n")
    assert made.part("nota.md").concepts[0].clauses[0].text == "cálculo dos meios de um objetivo"


def test_open_questions_have_the_facts_of_a_full_answer() -> None:
    made = material(HYPERVISORS)
    asked = by_aspect(list(write_open_questions(made.part("nota.md"), made)))
    draft = asked["lista", "vantagens da consolidação de servidores"]
    assert draft.prompt == "Enumere as vantagens da consolidação de servidores."
    assert draft.rubric == ("eficiência energética", "redução de custos")
    assert asked["conceito", "hypercall"].prompt == "Conceitue hypercall."


def test_a_foreign_name_is_explained_and_no_act() -> None:
    made = material(
        "# Hortas\n\n* cron -> agenda a rega de todos os canteiros\n"
        "* /etc/horta -> guarda os nomes de todos os canteiros\n* regar -> molha a terra seca dos canteiros\n"
        "* overwatering -> afoga as raízes das mudas da horta\n"
    )
    asked = by_aspect(list(write_open_questions(made.part("nota.md"), made)))
    assert set(asked) == {("conceito", "cron"), ("conceito", "/etc/horta")}
    assert asked["conceito", "/etc/horta"].prompt == "Caracterize “/etc/horta”."


def test_definitions_that_share_but_their_article_are_not_compared() -> None:
    text = "A qualidade é a adequação ao uso dos dados.\n\nA linhagem é a análise da origem dos dados.\n"
    made = material(f"# Dados\n\n{text}")
    asked = by_aspect(list(write_open_questions(made.part("nota.md"), made)))
    assert not any(aspect[0] == "diferença" for aspect in asked)


def test_siblings_of_one_family_are_compared() -> None:
    made = material(
        "* chaves\n\t* chave primária -> identifica cada tupla de uma relação\n"
        "\t* chave estrangeira -> referencia a chave de outra tabela\n"
    )
    asked = by_aspect(list(write_open_questions(made.part("nota.md"), made)))
    draft = asked["diferença", "chave estrangeira", "chave primária"]
    assert draft.prompt == "Diferencie a chave primária da chave estrangeira."
    assert draft.rubric == (
        "Chave primária: identifica cada tupla de uma relação",
        "Chave estrangeira: referencia a chave de outra tabela",
    )


def test_what_is_compared_is_told_apart_by_a_word_or_of_one_kind() -> None:
    text = """# Horta
* git add -> leva as mudas da estufa ao canteiro
* git push -> leva as mudas do canteiro à praça
* controle leve -> corte das pontas dos ramos secos
* controle total -> retirada de toda a copa da árvore
* dono -> pessoa que planta as mudas da praça
* vizinho -> pessoa que vigia os canteiros da praça
"""
    made = material(text)
    asked = [d.aspect[1:] for d in write_open_questions(made.part("nota.md"), made) if d.aspect[0] == "diferença"]
    assert sorted(asked) == [("controle leve", "controle total"), ("dono", "vizinho")]


def test_a_norm_and_who_does_something_are_no_distractors_of_a_thing() -> None:
    made = material(f"{PARTS}* lei 8.159/91 -> os barcos são bens da União\n* piloto -> quem leva o leme no mar alto\n")
    asked = [d for d in write_multiple_choice(made.part("nota.md"), made) if d.aspect[0] in {"termo", "definição"}]
    assert asked
    wrong = [option for draft in asked for option in draft.options[1:]]
    assert not any("lei 8" in option or option.startswith("quem") for option in wrong)


@pytest.mark.parametrize(
    ("term", "text", "told"),
    [
        ("ISR", "in-sync replicas that follow the leader", True),
        ("LCR", "lista de certificados revogados pela autoridade", True),
        ("OCSP", "protocolo que consulta o estado do certificado", False),
        ("rega", "rotina de encher a gamela de água", False),
    ],
)
def test_words_an_acronym_stands_for_give_it_away(term: str, text: str, told: bool) -> None:
    assert gives_away(term, text) is told


def test_an_english_sentence_is_no_option_beside_a_noun() -> None:
    lines = {
        "watering log": "state is stored as a sequence of events",
        "outbox": "the order is saved with the data and sent afterwards",
        "garden": "set of plants that share one bed",
        "planter": "person that puts plants in a bed",
        "hose": "tube that brings water to a bed",
        "fence": "barrier that keeps animals out of a bed",
        "shed": "building that stores tools of a garden team",
        "rake": "tool that gathers the leaves of a lawn",
    }
    made = material("# Gardening\n\n" + "".join(f"- {term} -> {text}\n" for term, text in lines.items()))
    choices = by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))
    assert not any(" is " in option for option in choices["par", "hose"].options)
    assert ("par", "outbox") not in choices


def test_a_common_noun_without_context_is_not_asked() -> None:
    alone = "recência -> lembrança dos fatos do último dia\n\nefeito halo -> lembrança de um só aspecto da pessoa\n"
    made = material(alone)
    asked = {draft.aspect for draft in write_flashcards(made.part("nota.md"), made)}
    assert ("termo", "efeito halo") in asked
    assert ("termo", "recência") not in asked


def test_options_begin_with_a_capital_where_one_must() -> None:
    draft = _choice("Relógio", "segunda chance", "FIFO", "iSCSI", "npm")
    assert {option.text for option in draft.exercise.options} == {"Relógio", "Segunda chance", "FIFO", "iSCSI", "npm"}
    acts = _choice("Recálculo", "reexecução", "inspeção", "exame", "busca")
    assert {option.text[0] for option in acts.exercise.options} == {"R", "I", "E", "B"}
    plain = _choice("relógio", "segunda chance", "FIFO", "iSCSI", "npm")
    assert "segunda chance" in {option.text for option in plain.exercise.options}


def _choice(*options: str) -> Draft:
    place = Place(Citation(1, "n.md", ("n",), 1, 1, "…"), "n", ("n",), 0)
    kind = ExerciseKind.MULTIPLE_CHOICE
    return Draft(
        kind=kind, place=place, aspect=("a",), prompt="p", explanation="e", question="q", answer="a", options=options
    )


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("estrutura que surge como resultado da resposta a outro", False),
        ("dispositivo móvel que une um mastro a outro", True),
    ],
    ids=["of which", "from one to another"],
)
def test_a_description_says_of_what_it_tells(text: str, asked: bool) -> None:
    made = material(f"# Barco a vela\n\n{PARTS}* verga -> {text}\n")
    aspects = {draft.aspect for draft in write_multiple_choice(made.part("nota.md"), made)}
    assert (("termo", "verga") in aspects) is asked


def test_a_name_with_a_slash_is_neither_asked_nor_offered() -> None:
    made = material(f"# Barco a vela\n\n{PARTS}* amarração/soltura -> trabalho de prender o barco ao cais\n")
    drafts = list(write_multiple_choice(made.part("nota.md"), made)) + list(
        write_flashcards(made.part("nota.md"), made)
    )
    assert drafts
    assert not any("amarração/" in text for draft in drafts for text in (draft.prompt, *draft.options))


def test_a_card_says_no_fragment_behind_a_predicate() -> None:
    made = material(
        "# Barco a vela\n\n"
        "* mastro -> sustenta todas as velas do barco; peça de madeira de lei; prende os cabos da vela\n"
    )
    card = by_aspect(list(write_flashcards(made.part("nota.md"), made)))["termo", "mastro"]
    assert card.key == "O mastro sustenta todas as velas do barco e prende os cabos da vela."


@pytest.mark.parametrize(
    ("name", "elliptical"),
    [
        ("pública condicionada", True),
        ("privada subsidiária da pública", True),
        ("híbrida", True),
        ("recíproca", True),
        ("ação pública", False),
        ("bomba lógica", False),
        ("livre acesso", False),
        ("redação oficial", False),
        ("curto prazo", True),
        ("imprópria", True),
    ],
)
def test_names_that_leave_out_their_noun(name: str, elliptical: bool) -> None:
    assert is_elliptical(name) is elliptical


def test_a_foreign_compound_does_not_have_the_gender_of_its_ending() -> None:
    assert Genders([]).of("docker-compose") == "m"
    assert Genders([]).of("pré-seleção") == "f"
    assert Genders(["da docker-compose"]).of("docker-compose") == "f"


def test_sorts_that_leave_out_their_noun_are_not_asked() -> None:
    lines = "* insumo -> mede os baldes de água usados\n* produto -> mede as mudas entregues à praça\n"
    made = material(f"# Hortas públicas\n\n{lines}* impacto -> mede os efeitos de longo prazo na praça\n")
    assert not any(card.aspect[0] == "termo" for card in write_flashcards(made.part("nota.md"), made))
    few = material(f"# Hortas públicas\n\n{lines}* colheita -> reúne os frutos maduros do canteiro\n")
    assert ("termo", "insumo") in by_aspect(list(write_flashcards(few.part("nota.md"), few)))


def test_what_lists_acts_is_no_definition_to_ask() -> None:
    acts = "cancelamento da inscrição do dono por edital, recusa de tarefa comum"
    text = f"# Hortas públicas\n\n* perda do canteiro -> {acts}\n"
    made = material(text)
    assert not any(card.aspect[0] == "termo" for card in write_flashcards(made.part("nota.md"), made))


def test_a_table_of_acronyms_tells_what_they_stand_for() -> None:
    rows = "".join(f"| {row} |\n" for row in ("VP | valor planejado", "CR | custo real", "VC | variação de custos"))
    made = material(f"# Obras\n\n| Sigla | Nome |\n|---|---|\n{rows}")
    prompts = [card.prompt for card in write_flashcards(made.part("nota.md"), made)]
    assert any(prompt.endswith("ual é o significado da sigla VP?") for prompt in prompts)


def test_an_elliptical_list_is_left_out() -> None:
    listed = "# Hortas públicas\n\n- não governamentais { vizinhos, feirantes, escolas, igrejas }\n"
    made = material(listed)
    assert not any(card.aspect[0] == "lista" for card in write_flashcards(made.part("nota.md"), made))


def test_a_solution_behind_another_list_is_not_of_the_heading() -> None:
    text = "# Hortas\n\n## Canteiro\npragas\n- lagarta\n- pulgão\nsoluções { cinza, isca, tela }\n"
    labels = [group.label for group in material(text).part("nota.md").groups]
    assert not any("soluções do canteiro" in label for label in labels)


def test_names_of_persons_in_crata_have_no_gender_by_their_ending() -> None:
    assert Genders([]).of("burocratas de rua") is None


def test_what_a_comma_cuts_short_is_not_asked() -> None:
    short, long = "rede local, um canteiro de mudas da praça", "rede de valas da horta, com bomba"
    text = f"# Redes de rega\n\n* duto curto -> {short}\n* duto longo -> {long}\n"
    made = material(text)
    asked = {card.aspect for card in write_flashcards(made.part("nota.md"), made)}
    assert ("termo", "duto curto") not in asked
    assert ("termo", "duto longo") in asked


def test_acronyms_with_a_slash_are_one_name() -> None:
    assert name_of("TCP/IP networking") == "TCP/IP networking"
    assert name_of("erro/engano/mistake") == "erro (engano, mistake)"


def test_a_list_that_denies_without_a_subject_is_no_card() -> None:
    text = "# Hortas\n\n* não se aplica a { vasos, jardins, pomares }\n* o muro guarda { vasos, pás, mudas }\n"
    made = material(text)
    prompts = [card.prompt for card in write_flashcards(made.part("nota.md"), made)]
    assert any("muro guarda" in prompt for prompt in prompts)
    assert not any("não se aplica" in prompt.lower() for prompt in prompts)


def test_an_adjective_that_no_dictionary_has_is_no_name() -> None:
    assert not is_opaque(["alocativa"])
    assert is_opaque(["grep"])


SHIP = """# Náutica

## Casco

- **quilha**: estrutura longa que sustenta o casco do barco
- **proa**: parte dianteira do casco do barco

O casco tem duas obras, a viva e a morta.

- **obra viva**: zona do casco que fica debaixo da água

## Vela

- **mastro**: coluna vertical em que as velas são presas
- **GPS**: sistema que dá a posição por meio de satélites
- **retranca**: haste que prende a parte de baixo da vela ao mastro

Há cabos de vários tipos.

- **escota**: cabo que regula o ângulo da vela em relação ao vento
"""


def test_a_definition_is_asked_among_names_of_one_form_of_its_note() -> None:
    made = material(SHIP)
    asked = by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))
    options = asked["termo", "quilha"].options
    assert {"proa", "obra viva"} <= set(options)  # of its section
    assert "GPS" not in options
    assert ("termo", "GPS") not in asked  # no acronyms beside it
