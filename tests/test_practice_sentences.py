"""Sentences that questions and keys are made of: whose article they take, what they keep, what makes none."""

import pytest
from practice_notes import bank, by_aspect, fact, material, note, read, said

from tutor.practice.grammar.articles import acting_subject, subject_of
from tutor.practice.grammar.english import with_article
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.shapes import Shape, shape_of
from tutor.practice.grammar.standalone import breaks_off
from tutor.practice.grammar.wording import clean_clause, is_presentable, name_of, written_out
from tutor.practice.history.plainness import WAITS, marks
from tutor.practice.questions.drafts import Draft
from tutor.practice.questions.falsify import inversions, negations, renumberings
from tutor.practice.questions.flashcards import write_flashcards
from tutor.practice.questions.generate import ExerciseBank
from tutor.practice.questions.multiple_choice import write_multiple_choice
from tutor.practice.reading.loose_definitions import says_nothing_of_it
from tutor.types import ExerciseKind

GENDERS = Genders([])


def cards(text: str, path: str = "nota.md") -> dict[tuple[str, ...], Draft]:
    made = material(text, path)
    return by_aspect(list(write_flashcards(made.part(path), made)))


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("worm", "o worm"),
        ("foreign key", "a foreign key"),
        ("thin provisioning", "o thin provisioning"),
        ("DataNode", "o DataNode"),
        ("SYN flood", "o SYN flood"),
        ("STP", "o STP"),
        ("VLAN", "a VLAN"),
        ("TCO (custo total de posse)", "o TCO (custo total de posse)"),
        ("ZEE (entrada externa)", "a ZEE (entrada externa)"),
        ("ZCL (Access Control List)", "a ZCL (Access Control List)"),
        ("XQZ", "XQZ"),
    ],
)
def test_foreign_names_take_the_article_of_their_last_word(name: str, subject: str) -> None:
    assert subject_of(name, GENDERS) == subject


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("XQZ", "o XQZ"),
        ("Chain of Command", "o Chain of Command"),
        ("Lei 8.112", "a Lei 8.112"),
        ("QZ", "QZ"),
        ("Bento Teixeira", "Bento Teixeira"),
    ],
)
def test_what_does_something_takes_an_article(name: str, subject: str) -> None:
    assert acting_subject(name, GENDERS) == subject


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("troca sacos de terra no canteiro", Shape.VERB),
        ("registra em livro as podas do mês", Shape.VERB),
        ("resolve com água", Shape.OTHER),
    ],
)
def test_a_verb_and_what_it_acts_on(text: str, shape: Shape) -> None:
    assert shape_of(text, GENDERS) is shape


@pytest.mark.parametrize(
    ("line", "asked", "key"),
    [
        (
            "* rega lenta -> distribui a água no vaso",
            "O que caracteriza a rega lenta?",
            "A rega lenta distribui a água no vaso.",
        ),
        (
            "* rega lenta -> deixa de molhar as folhas",
            "O que caracteriza a rega lenta?",
            "A rega lenta deixa de molhar as folhas.",
        ),
        (
            "* rega lenta -> técnica de cultivo em vasos; distribui a água aos poucos",
            "O que se entende por rega lenta?",
            "A rega lenta é uma técnica de cultivo em vasos que distribui a água aos poucos.",
        ),
        (
            "* rega lenta -> técnica que poupa água; não exige bomba de água",
            "O que se entende por rega lenta?",
            "A rega lenta é uma técnica que poupa água; não exige bomba de água.",
        ),
        (
            "* XHPA (Horizontal Plant Arm) -> muda o número de vasos",
            "O que caracteriza o XHPA (Horizontal Plant Arm)?",
            "O XHPA muda o número de vasos.",
        ),
        (
            "* rega lenta -> ESCOLHE a muda do vaso",
            "O que caracteriza a rega lenta?",
            "A rega lenta escolhe a muda do vaso.",
        ),
    ],
    ids=["verb", "verb before de", "relative", "denial", "acronym", "capitals"],
)
def test_the_key_of_a_card_is_a_sentence(line: str, asked: str, key: str) -> None:
    (card,) = (draft for aspect, draft in cards(f"# Hortas\n\n{line}\n").items() if aspect[0] == "termo")
    assert (card.prompt, card.key) == (asked, key)


@pytest.mark.parametrize(
    "line",
    [
        "* rega -> move terra seca para vaso, fria para balde",
        "* rega -> retira a menos frequentemente usada",
        "* `@rega` -> técnica de molhar a terra do vaso",
        "* praga da folha -> combater com calda de sabão",
    ],
    ids=["cut short", "noun left out", "sign before the name", "remedy"],
)
def test_what_says_too_little_is_no_card(line: str) -> None:
    assert not any(aspect[0] == "termo" for aspect in cards(f"# Hortas\n\n{line}\n"))


def test_what_is_done_to_another_is_not_said_of_the_term() -> None:
    text = "# Hortas\n\n* vaso imutável -> não se altera o barro, troca-se por um novo\n"
    assert not any("troca-se" in sentence for sentence in said(text))


def test_sides_of_a_contrast_lack_their_noun() -> None:
    text = "# Redes\n\n* vasos de bloco x de letra\n\t* {} -> fluxo de riscos, sem começo nem fim\n"
    assert read(text.format("letra")).concepts == ()
    assert read(text.format("inventário")).concepts != ()


def test_a_member_of_a_class_is_no_list() -> None:
    text = (
        "# Vasos\n\n* estilos da vila\n\t* liso -> parede fina sem enfeite\n\t* reto -> fundo largo e boca estreita\n"
        "\t* miudezas -> pires pequeno, copo baixo, tampa leve\n"
    )
    assert not any(group.label.startswith("miudezas") for group in read(text).groups)


def test_parts_that_are_counted_behind_a_name_are_its_parts() -> None:
    text = "# Hortas\n\n* corrente do canteiro, Rosa Telha 1911, 3 fases { preparo, plantio, colheita }\n"
    assert [group.label for group in read(text).groups] == ["fases da corrente do canteiro"]


def test_what_a_list_of_problems_begins_with_is_not_said_to_be_so_in_them() -> None:
    assert not said("# Hortas\n\n* problemas da horta -> cada vaso exige rega própria no verão\n")


@pytest.mark.parametrize(
    "text",
    [
        "o apoio pode, sob supervisão do dono",
        "o motivo vincula, se for falso o ato é nulo",
        "rega tudo, poupa água, mas balde CHEIO (nem criança leva) e precisa de espaço no pátio",
    ],
)
def test_a_sentence_that_leaves_out_its_verb_or_runs_on_breaks_off(text: str) -> None:
    assert breaks_off(text)


def test_a_contrast_with_its_verb_breaks_nothing_off() -> None:
    assert not breaks_off("rega tudo, mas pede um balde (cheio) e precisa de espaço no pátio")


def test_what_a_board_asks_is_no_clause() -> None:
    assert not is_presentable("Cebraspe cobra mais a poda e a rega")


def test_two_sides_are_no_clause() -> None:
    assert not is_presentable("mudança proibida x pode mudar quando houver espaço")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("conversam com TODAS as fases", "conversam com todas as fases"),
        ("a rega NÃO molha a folha", "a rega não molha a folha"),
        ("o comando DROP apaga a tabela", "o comando DROP apaga a tabela"),
        ("a viagem aos USA durou pouco", "a viagem aos USA durou pouco"),
        ("o canteiro PODADO rende frutos", "o canteiro podado rende frutos"),
        ("a poda de UM ramo some com as FOLHAS", "a poda de um ramo some com as folhas"),
        ("o vaso VAZIO seca a raiz", "o vaso vazio seca a raiz"),
        ("o ramo cai até o PÁTIO", "o ramo cai até o pátio"),
        ("o programa FORTRAN rega a muda", "o programa FORTRAN rega a muda"),
        ("o método DELETE apaga a muda", "o método DELETE apaga a muda"),
    ],
)
def test_words_that_a_student_stresses_are_calmed(written: str, shown: str) -> None:
    assert clean_clause(written) == shown


def test_what_a_verb_guarantees_is_not_turned_round() -> None:
    assert list(inversions(fact("O caseiro garante que as mudas do canteiro estão vivas"))) == []


def test_a_card_shows_the_note_it_is_from() -> None:
    text = "# Processos do viveiro\n\n* XPB - Xilema Process Block -> ficha da muda\n"
    (card,) = (draft for draft in cards(text).values() if "sigla" in draft.prompt)
    assert card.exercise.prompt.startswith("Processos do viveiro\n\n")


def test_the_topic_of_a_note_without_title_is_readable() -> None:
    exercises = ExerciseBank(
        [note("* rega lenta -> distribui a água no vaso\n", "hortas-urbanas-e-jardins.md")]
    ).exercises
    assert {exercise.topic for exercise in exercises} <= {"rega lenta", "hortas urbanas e jardins"}
    assert exercises


def test_choices_among_whatever_a_note_defines_wait() -> None:
    lines = (
        "leme: dispositivo central do rumo",
        "quilha: estrutura central do casco",
        "mastro: coluna central das velas",
        "porão: espaço central da carga",
        "motor: máquina central da força",
    )
    flat = material("".join(f"- {line}\n" for line in lines))
    nested = material("# Barcos\n\n- peças do barco\n" + "".join(f"\t- {line}\n" for line in lines))
    for made, waits in ((flat, True), (nested, False)):
        chosen = [draft.exercise for draft in write_multiple_choice(made.part("nota.md"), made)]
        chosen = [e for e in chosen if e.kind is ExerciseKind.MULTIPLE_CHOICE and "não corresponde" not in e.prompt]
        assert chosen
        assert all((marks(exercise) >= WAITS) is waits for exercise in chosen)


def asked(text: str) -> list[str]:
    return [exercise.prompt.split("\n\n")[-1] for exercise in bank(text).exercises]


def test_right_accents_stay_and_verbs_get_none() -> None:
    told = "daí a qualidade da suíte, que reaplica o adubo"
    assert written_out(told) == told


def test_a_noun_before_a_clause_is_no_verb() -> None:
    assert shape_of("prova de que o solo é fértil", GENDERS) is Shape.NOUN


def test_a_sentence_before_a_colon_is_no_name() -> None:
    assert not asked("## Hortas\n\nHorta mista mistura as duas: recebe parte do adubo, mas rega pela raiz.")


def test_a_definition_leaves_out_the_name_of_a_set_behind_it() -> None:
    line = "* mutex -> versão simplificada do semáforo, estados { livre, plantado }; tem dono"
    key = cards(f"# Hortas\n\n{line}")["termo", "mutex"].key
    assert key == "O mutex é uma versão simplificada do semáforo."


def test_how_much_there_is_of_something_defines_nothing() -> None:
    assert not asked("* tipos de horta\n\t* mandala -> autonomia do jardineiro chefe alta a quase total")


def test_a_set_is_of_the_nearest_name_before_it() -> None:
    line = "* horta: IN 12/2020 -> plantio de mudas; fases { preparo do solo, semeadura, colheita das folhas }"
    assert not any("fases da horta" in said for said in asked(line))


def test_a_list_keeps_the_edition_it_is_of() -> None:
    lines = "* PMBOK\n\t* 7ª ed (2021) -> 3 partes\n\t\t* domínios { entrega, equipe, medição }"
    assert "Enumere os domínios do PMBOK 7ª edição." in asked(f"# Hortas\n\n{lines}")


def test_a_number_that_nothing_counts_is_not_asked_for() -> None:
    assert not asked("# Hortas\n\n* o jardineiro da horta usa 587 c/ adubo")
    assert asked("# Hortas\n\n* o jardineiro da horta usa 587 vasos com adubo")


def test_two_concepts_are_told_apart_in_sentences() -> None:
    lines = "* irrigação lenta -> distribui a água aos poucos\n* irrigação rápida -> cobre o vaso de uma vez"
    keys = [exercise.key for exercise in bank(f"# Hortas\n\n{lines}").exercises if "Diferencie" in exercise.prompt]
    assert keys == ["A irrigação lenta distribui a água aos poucos. A irrigação rápida cobre o vaso de uma vez."]


def test_options_are_of_the_number_and_the_head_of_the_key() -> None:
    lines = """* poda de raiz -> corte do que cresce embaixo do vaso
* poda de copa -> corte do volume da parte de cima
* poda de forma -> corte do desenho de um arbusto novo
* vasos com furo -> deixam sair o excesso de água
* substrato -> sustenta a muda enquanto ela cresce
* estufa -> protege as mudas do vento e da geada
* podas da casa
\t* poda de verão -> corte dos brotos que sobram na haste
\t* poda de inverno -> corte do espaço para a luz da estação"""
    made = material(f"# Hortas\n\n{lines}")
    draft = by_aspect(list(write_multiple_choice(made.part("nota.md"), made)))["termo", "poda de raiz"]
    assert sorted(draft.options) == [f"poda de {part}" for part in ("copa", "forma", "inverno", "raiz", "verão")]


@pytest.mark.parametrize(
    ("told", "waits"),
    [
        ("registra as mudas num livro antes de plantar", True),
        ("registra as mudas num livro e vai plantando", True),
        ("registra as mudas num livro antes de qualquer plantio", False),
        ("registra as mudas num livro por ordem de comando", False),
    ],
)
def test_what_leaves_its_object_out_waits(told: str, *, waits: bool) -> None:
    line = f"* caderno de campo -> {told}"
    draft = cards(f"# Hortas\n\n* registros da horta\n\t{line}")["termo", "caderno de campo"]
    assert (marks(draft.exercise) >= WAITS) is waits


def test_a_question_or_a_sentence_is_no_definition() -> None:
    assert not asked("# Hortas\n\n* registros\n\t* VRZM -> quem pode ver qual parte da horta")
    seasons = "# Gardens\n\n## Seasons\n\n"
    assert not asked(f"{seasons}- ripe -> rotten happens when the fruit stays on the tree for weeks")
    assert not asked(f"{seasons}- spring is the warmest, since the sun stands high over the old garden")


def test_what_is_left_out_behind_a_verb_is_not_asserted() -> None:
    assert not said("# Hortas\n\n* placa de muda -> nome da planta\n\t* ! é da PRÓXIMA, não da que está em poda")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("adubo para nutrir, firmar, corar e cobrir mudas", "adubo para nutrir, firmar, corar e cobrir mudas"),
        ("adubo para nutrir a raiz, firmar o caule", "adubo para nutrir a raiz e firmar o caule"),
    ],
)
def test_aims_are_joined_once(written: str, shown: str) -> None:
    assert clean_clause(written) == shown


def test_a_name_is_no_common_noun_for_the_names_of_files() -> None:
    text = "* Kivira foi criada pela horta do bairro em 1998\n* os dados ficam em `.kivira` e no pdf do kivira_02\n"
    assert "Kivira foi criada pela horta do bairro em 1998" in said(text)


def test_an_article_agrees_with_what_is_done() -> None:
    text = "* a poda do kivira, o kivira\n* Kivira foi criada pela horta do bairro em 1998\n"
    assert "Kivira foi criada pela horta do bairro em 1998" in said(text)


def told(line: str) -> list[str]:
    """Return what is asked of one line below a title, with the keys."""
    return [f"{exercise.prompt} {exercise.key}" for exercise in bank(f"# Hortas\n\n{line}\n").exercises]


@pytest.mark.parametrize(
    ("line", "piece"),
    [
        ("* rega lenta -> técnica de cultivo em vasos; pode usar balde, outra vasilha, caneca", "pode usar balde"),
        ("* rega lenta -> distribui a água no vaso; não escolhe um só", "um só"),
        ("* rega lenta -> distribui a água no vaso; não passa para outro", "para outro"),
        ("* rega lenta -> distribui a água no vaso; vale p/ mudas de sombra e de sol", "vale"),
        ("* rega lenta -> distribui a água no vaso; o lei não depende da bomba", "o lei"),
        ("* vaso curvo -> guarda a semente de cada canteiro da horta, não vedado", "vedado"),
    ],
    ids=["list cut short", "one of them", "another", "what a rule holds for", "wrong article", "of the term"],
)
def test_what_hangs_on_another_piece_is_left_out(line: str, piece: str) -> None:
    assert told(line)
    assert not any(piece in said for said in told(line))


@pytest.mark.parametrize(
    "line",
    [
        "* rega lenta -> distribui a terra do vaso e aparecem brotos novos",
        "* leitura do solo -> lê a umidade que a terra do vaso guarda",
        "* remoção da praga -> remove as folhas que a lagarta comeu",
        "* rega lenta -> permite úmida, não salgada e fria no canteiro",
        "* mutirão -> fase de poda (galhos) e fase de limpeza",
        "* mutirão -> serviço braçal, mecânico ou técnico",
    ],
    ids=["second subject", "does itself", "does itself by its root", "noun left out", "parts", "what for"],
)
def test_what_is_no_description_of_a_term_is_not_asked(line: str) -> None:
    assert told(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "* rega lenta -> descreve sumária ou minuciosamente o canteiro",
        "* rega lenta -> leva a água de um vaso cheio para outro",
        "* rega lenta -> distribui a terra do vaso e evita brotos novos",
        "* canteiro fora da cerca não pode sombrear outro",
        "* rega lenta -> distribui a água no vaso; vale para qualquer muda de sombra",
        "* ligamento -> liga galho a galho da muda",
        "* rega mista -> fase de poda (galhos) e fase de limpeza; evita a praga dos canteiros da praça",
    ],
)
def test_what_only_looks_loose_is_asked(line: str) -> None:
    assert told(line)


@pytest.mark.parametrize(
    "aside", ["(definição de Joana Prates)", "(Prates, 1987)", "(Prates e Lima, 2003)", "(Pratesk)"]
)
def test_who_said_so_is_no_part_of_a_definition(aside: str) -> None:
    line = f"* rega lenta -> técnica que distribui a água aos poucos no vaso {aside}"
    assert told(line)
    assert not any(aside in said for said in told(line))


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "! cobrir o canteiro quando a terra está úmida só piora",
            "Cobrir o canteiro quando a terra está úmida só piora",
        ),
        ("! cobrir a raiz quando o sol está alto exige cuidado", "Cobrir a raiz quando o sol está alto exige cuidado"),
        ("! cobrir a horta quando a terra está seca e dura", "Deve-se cobrir a horta quando a terra está seca e dura"),
    ],
)
def test_an_act_may_be_what_a_warning_is_about(line: str, sentence: str) -> None:
    assert said(f"# Hortas\n\n* {line}\n") == {sentence}


@pytest.mark.parametrize(
    "line",
    [
        "* pessimista -> etapas { poda, rega, colheita }",
        "* indicadores, 4 R's do plantio { vigor, altura, sombra, colheita }",
    ],
)
def test_what_names_no_list_heads_none(line: str) -> None:
    assert read(f"# Hortas\n\n{line}\n").groups == ()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("place where the seeds are kept dry", "a place where the seeds are kept dry"),
        ("open box used for young plants", "an open box used for young plants"),
        ("HTTP server that opens the valves", "an HTTP server that opens the valves"),
        ("one-way valve system", "a one-way valve system"),
        ("watering of plants by hand", "watering of plants by hand"),
        ("boxes with young plants", "boxes with young plants"),
        ("software that opens the valves", "software that opens the valves"),
        ("smallest unit of the garden", "smallest unit of the garden"),
        ("the box with young plants", "the box with young plants"),
        ("give only the tool needed for the job", "give only the tool needed for the job"),
        ("fix one value of the soil", "fix one value of the soil"),
        ("Kalmia software tool for the garden", "Kalmia software tool for the garden"),
    ],
)
def test_one_thing_takes_its_article_in_english(written: str, shown: str) -> None:
    assert with_article(written) == shown


def test_an_english_key_is_no_fragment() -> None:
    text = "# Gardens\n\n## Places\n\n- nursery: closed place where the young plants grow\n"
    keys = {exercise.key for exercise in bank(text).exercises}
    assert keys == {"Nursery is a closed place where the young plants grow."}


def test_an_english_definition_points_at_nothing_outside() -> None:
    assert not asked("# Gardens\n\n## Care\n\n- hardening: what you give the young plants after that\n")


def test_what_stands_behind_a_comma_may_belong_to_the_name_of_a_list() -> None:
    text = "# Hortas\n\nEtapas do plantio, segundo Prates (1996): preparo, semeadura, poda e colheita."
    assert [group.label for group in read(text).groups] == ["etapas do plantio, segundo Prates"]


def test_an_article_that_the_note_repeats_agrees_no_better() -> None:
    aside = "* o base do vaso, do base, no base, ao base\n"
    line = "* rega lenta -> técnica de cultivo em vasos; o base não depende da bomba\n"
    assert not any("o base" in sentence for sentence in said(f"# Hortas\n\n{aside}{line}"))


@pytest.mark.parametrize(
    "text",
    [
        "A reserva de água cobre a seca, os potes cobrem a cheia.",
        "A reserva de água cobre a seca, a reserva de terra cobre a cheia.",
        "O modelo antigo seria a horta vertical, que é da cidade.",
    ],
    ids=["two sentences", "in parallel", "conditional"],
)
def test_sentences_that_run_on_or_only_suppose_are_not_asserted(text: str) -> None:
    assert not said(f"# Hortas\n\n## Cuidados\n\n{text}\n")


def test_an_adjective_stands_before_whose_its_noun_is() -> None:
    text = "# Hortas\n\n* tipos de poda de Prates\n\t* drástica -> tira a copa inteira; é a base da renovação\n"
    text += "\t* suave -> tira as pontas; é a que menos fere\n"
    assert any(sentence.startswith("A poda drástica de Prates") for sentence in said(text))


def test_a_slash_in_a_complement_joins_what_a_member_is_of() -> None:
    line = "* arquivo -> unidade da horta; atributos { nome, tipo, datas de criação/modificação/acesso, dono }\n"
    assert [group.members for group in read(f"# Hortas\n\n{line}").groups] == [
        ("nome", "tipo", "datas de criação, modificação e acesso", "dono")
    ]


@pytest.mark.parametrize(("told", "defines"), [("importante para os autores", False), ("rápido de plantar", True)])
def test_how_a_thing_is_rated_is_not_what_it_is(told: str, *, defines: bool) -> None:
    cue = "O que se entende por enxertia?"
    assert (cue in asked(f"# Hortas\n\nA enxertia é o modo mais {told} da horta.\n")) is defines


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("caule -> haste nova; vaso -> recipiente de barro, estados { cheio, vazio }", ["estados do vaso"]),
        ("vaso -> recipiente de barro; pode levar adubo; fases { preparo, plantio }", ["fases do vaso"]),
        ("Prates não usa água, conta movimentos de terra { coleta, sobra, troca }, 1 CT", ["movimentos de terra"]),
        ("Prates usa baldes, mede água { pingo, jorro, gota }", []),
    ],
    ids=["second definition", "one definition", "verb before the name", "verb and no name"],
)
def test_a_set_is_of_the_term_of_its_clause(line: str, labels: list[str]) -> None:
    groups = read(f"# Hortas\n\n* registros\n\t* {line}\n").groups
    assert [group.label for group in groups] == labels
    assert not any("estados" in group.label and "caule" in group.names for group in groups)


def test_a_list_below_a_code_is_not_of_what_stands_above_that() -> None:
    text = "# Hortas\n\n* edições\n\t* b2 -> poda com tesoura\n\t\t* níveis { copa, meioPau, raizPau }\n"
    assert read(text).groups == ()


@pytest.mark.parametrize(
    ("rule", "members", "asked_for"),
    [
        ("Vedada", "pá, adubo, terra", False),
        ("Plantas do vaso", "pá, adubo, terra", True),
        ("Plantas do vaso", "vaso a vaso, ramo a ramo, gota a gota", False),
    ],
    ids=["below a rule", "below a name", "phrases"],
)
def test_cases_of_a_rule_are_no_list(rule: str, members: str, *, asked_for: bool) -> None:
    text = f"# Hortas\n\n**{rule}**\n1. coisas pequenas da horta: {members}\n"
    assert bool(read(text).groups) is asked_for


@pytest.mark.parametrize(
    "line",
    [
        "* canteiro solar: modelo de Prates e Lima (1993)",
        "* canteiro solar: livro da Joana Prates",
        "* KTRW -> padrão IETF, baseado no Kivira v2; sombra 25",
        "* KTRW -> mestre/aluno, texto, UDP 2427 (vaso) e 2727 (muda da horta); sombra 25",
        "* canteiro solar: é de mudas, não de árvores",
        "* irrigação: a chuva deixou só o balde, mas o dono (ver a placa) devolveu a mangueira à horta antiga",
    ],
    ids=["who made it", "who wrote it", "labels", "labels and numbers", "of what", "what happened"],
)
def test_what_says_nothing_of_what_a_thing_is_defines_it_not(line: str) -> None:
    assert told(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "* canteiro solar: modelo de Prates e Lima que poupa a água da chuva",
        "* KTRW -> padrão aberto de rega, baseado no Kivira v2",
        "* irrigação: o dono leva a água do poço até a horta antiga pela mangueira",
        "* governança da horta: avalia, dirige e monitora",
        "* rega lenta -> distribui a água no vaso, mesmo que a terra do vaso esteja fria",
    ],
)
def test_what_is_told_besides_is_asked(line: str) -> None:
    assert told(line)


def test_what_is_so_of_another_too_is_no_definition() -> None:
    lines = "- Hose-Grip: {}, gardeners now ask for the valve by default\n"
    assert not asked(f"# Gardens\n\n## Dead tools\n\n{lines.format('deprecated too')}")
    assert asked(f"# Gardens\n\n## Dead tools\n\n{lines.format('old tool of the garden')}")


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (
            "* jardim = conjunto de vasos de uma horta, mesmo espaço da casa",
            "O jardim é um conjunto de vasos de uma horta.",
        ),
        (
            "* zelador -> pessoa que mora no sítio, atende o dono",
            "O zelador é uma pessoa que mora no sítio e atende o dono.",
        ),
        (
            "* estufa -> valor alto no verão e baixo no inverno",
            "A estufa é valor alto no verão e baixo no inverno.",
        ),
    ],
    ids=["noun phrase behind", "second act", "two degrees"],
)
def test_a_key_joins_what_belongs_together(line: str, key: str) -> None:
    keys = {draft.key for aspect, draft in cards(f"# Hortas\n\n{line}\n").items() if aspect[0] == "termo"}
    assert keys == {key}


@pytest.mark.parametrize(
    "text",
    [
        "O foco é a poda dos ramos secos e não a rega das folhas.",
        "O nome do vaso é barro cozido; o adubo é outra coisa.",
        "O clássico de Kivira é regar a raiz com água da chuva.",
        "O 1 e o 2 têm sombra de tarde na horta Kivira.",
        "Desde a 15, JARDIM não cria mais vasos no quintal público da horta.",
        "As quatro hortas são de barro e ficam em Kivira.",
        "No A01, segundo o próprio relatório, 94% das hortas foram podadas para alguma forma de sombra.",
        "No direto não existe poda de ramos, diz Kivira.",
        "Kivira está lá no 11.",
        "A idade de um é número de folhas, do outro número de ramos em Kivira.",
        "Ramos Kivira são 6: copa, raiz, folha, flor, fruto e semente.",
        "Sem licença por escrito é crime: art. 154 da Lei 12.737.",
        "Horta é uma coisa. Regra de ouro serve aos vasos de Kivira.",
    ],
)
def test_what_a_sentence_speaks_of_stands_in_it(text: str) -> None:
    assert not said(f"# Jardins\n\n## Cuidados\n\n{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "O foco da horta Kivira é a poda dos ramos secos.",
        "O 5G de Kivira é uma rede de sensores da horta.",
        "As quatro hortas de Kivira são de barro.",
        "Em 1990, 94% das hortas foram podadas pelo próprio dono para alguma forma de sombra.",
        "No vaso direto não existe poda de ramos, diz Kivira.",
        "Sem adubo a horta de Kivira é pobre em frutos.",
        "Os ramos de Kivira são seis: copa, raiz, folha, flor, fruto e semente.",
    ],
)
def test_what_names_its_subject_is_asserted(text: str) -> None:
    assert said(f"# Jardins\n\n## Cuidados\n\n{text}\n")


@pytest.mark.parametrize(
    "line", ["- weak point: the very first watering of the plants", "- ports: 80 water, 443 air (UDP 443 for h3)"]
)
def test_what_something_has_is_no_term_in_english(line: str) -> None:
    assert not asked(f"# Gardens\n\n## Tools\n\n{line}\n")


@pytest.mark.parametrize(
    "sentence",
    [
        "O viveiro devolve o vaso já válido",
        "De acordo com o princípio da rega, o vaso não tem água parada",
        "A bomba de água dá 600 e não 750 litros por causa do filtro",
    ],
    ids=["already", "principle", "denied number"],
)
def test_what_would_still_hold_or_make_no_sense_is_not_changed(sentence: str) -> None:
    told_of = fact(sentence)
    assert not [*inversions(told_of), *negations(told_of), *renumberings(told_of)]


def test_what_a_thing_does_is_told_behind_who_made_it() -> None:
    line = "* horta mista: técnica de Prates (1976), usa o vaso de barro da entrada"
    assert said(f"# Hortas\n\n{line}\n") == {"A horta mista usa o vaso de barro da entrada"}


@pytest.mark.parametrize(
    ("name", "shown"), [("Gardening Layer", "A Gardening Layer"), ("Gardening Club", "Gardening Club")]
)
def test_an_english_subject_takes_the_article_that_is_sure(name: str, shown: str) -> None:
    text = f"# Hortas\n\n## Limites\n\n{name} fica do lado do canteiro em Kivira.\n"
    assert said(text) == {f"{shown} fica do lado do canteiro em Kivira"}


def test_what_fits_in_nothing_is_told_with_its_subject() -> None:
    line = "* horta mista: grupo de vasos que recebe luz; não cabe em varanda nem poder público"
    assert said(f"# Hortas\n\n{line}\n") >= {"A horta mista não cabe em varanda nem poder público"}


def test_a_name_behind_its_sort_takes_the_article_of_that() -> None:
    text = "# Hortas\n\n* parâmetros\n\t* {} -> variação da umidade entre dois vasos\n"
    assert asked(text.format("zwitter")) == [
        "Conceitue o parâmetro zwitter.",
        "O que se entende pelo parâmetro zwitter?",
    ]
    assert "Conceitue umidade relativa." in asked(text.format("umidade relativa"))


@pytest.mark.parametrize(
    ("header", "asked_for"),
    [
        ("chamada", False),
        ("técnica", True),
        ("altura da chamada", True),
    ],
)
def test_a_column_is_asked_for_whose_header_says_what_of(header: str, *, asked_for: bool) -> None:
    rows = "| padrão KX-1 | vaso de barro |\n| padrão KX-2 | balde de lata |\n| padrão KX-3 | caixa de madeira |\n"
    table = f"# Hortas\n\n| padrão | {header} | dono |\n|---|---|---|\n" + rows.replace("|\n", "| Prates |\n")
    assert any(header in prompt for prompt in asked(table)) is asked_for


@pytest.mark.parametrize(
    "table",
    [
        "| | LAN | VPN |\n|---|---|---|\n| palavra-chave | metas do canteiro | receitas do canteiro |\n",
        "| padrão | número para lembrar |\n|---|---|\n| KX-1 | 32 vasos, de barro |\n| KX-2 | 5 latas, de folha |\n",
    ],
    ids=["word of a table", "to remember"],
)
def test_a_header_for_the_student_is_not_asked_for(table: str) -> None:
    assert not asked(f"# Hortas\n\n{table}")


@pytest.mark.parametrize(("above", "asked_for"), [("hortactl", False), ("bomba da horta", True)])
def test_a_word_of_a_command_is_not_told_without_it(above: str, *, asked_for: bool) -> None:
    text = f"# Hortas\n\n* {above}\n\t* status -> mostra o estado, a umidade e as últimas regas do vaso\n"
    assert bool(asked(text)) is asked_for


@pytest.mark.parametrize(
    "line",
    [
        "* XHPA -> o podador q escolhe o vaso e a terra",
        "* poda leve -> losango de pontas verdes e finas",
        "* HORTUS (nós) -> fechou de vez em 19/08/2020",
        "* mai/1987: Rosa Telha abre a primeira estufa de vidro em Lajedo",
        "* séc. XX: Rosa Telha abre a primeira estufa de vidro em Lajedo",
        "* HortaSet -> nome e balde estáveis",
        "* **XKPA**: adubo + terra preta.",
        "* porta da horta, XKPA e XHPA\n\t* XHPA -> transferência de mudas (vasos) e colheita de sementes",
        "* registros da horta\n\t* ! trocam XKPA e XHPA em toda prova",
        "* registros da horta\n\t* ! trocam os vasos nos simulados",
    ],
    ids=["who", "drawing", "happened", "month", "century", "pair", "sum", "enumerated above", "exam", "mock exam"],
)
def test_what_says_nothing_of_a_concept_is_not_asked(line: str) -> None:
    assert not [item for item in told(line) if "Quais são" not in item]


@pytest.mark.parametrize(
    "line",
    [
        "* montador -> o podador que escolhe o vaso e a terra",
        "* sebe -> linha de plantas que cerca a horta",
        "* muro -> estrutura alta e longa da horta",
    ],
    ids=["doer", "drawn or not", "two traits"],
)
def test_what_only_looks_so_defines(line: str) -> None:
    assert told(line)


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("vaso a vaso, na estufa de vidro", True),
        ("b1 e b2 juntos no mesmo vaso", True),
        ("adubo e terra preta", True),
        ("parede lateral e vertical", False),
        ("tubo de borracha e de pano", False),
        ("cerca alta e de madeira", False),
        ("rega e poda", True),
        ("plantação e colheita de mudas", False),
        ("seta que mostra o caminho", False),
        ("seta tracejada", True),
        ("abriu em maio de 1987", True),
        ("abriu a estufa", False),
    ],
)
def test_what_says_nothing_of_what_has_it(text: str, *, nothing: bool) -> None:
    assert says_nothing_of_it(text) is nothing


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("rega por vaso (bd-0, doc-1)", "rega por vaso (bd-0, doc-1)"),
        ("rega do bd e do doc", "rega do banco de dados e do documento"),
        ("a horta É o quintal da casa", "a horta é o quintal da casa"),
    ],
)
def test_what_is_written_out_is_a_word(written: str, shown: str) -> None:
    assert clean_clause(written) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("regador (10250)", "regador"),
        ("RegaX (2023)", "RegaX"),
        ("HORTUS (nós)", "HORTUS"),
        ("Levante (1935)", "Levante (1935)"),
    ],
)
def test_a_name_has_no_number_in_brackets(name: str, shown: str) -> None:
    assert name_of(name) == shown


@pytest.mark.parametrize(
    "sentence",
    [
        '"vaso claro" não serve, "regar em até 2 h para 95% das mudas" serve',
        "O adubo puro não serve, é forte demais",
        "O balde não serve, a mangueira leva a água",
    ],
    ids=["in quotation marks", "why", "another"],
)
def test_a_denial_that_goes_on_is_not_changed(sentence: str) -> None:
    assert not [*negations(fact(sentence)), *renumberings(fact(sentence))]


def test_no_number_in_quotation_marks_is_left_out() -> None:
    text = '# Hortas\n\n* o regador da horta pede "regar em até 25 horas" na placa da entrada\n'
    assert not any("_____" in prompt for prompt in asked(text))


def test_an_act_that_does_something_is_a_whole_sentence() -> None:
    assert said("# Hortas\n\n* ! cortar todo galho no verão quebra a planta\n") == {
        "Cortar todo galho no verão quebra a planta"
    }


def test_the_scale_of_a_list_is_no_part_of_its_name() -> None:
    text = "# Hortas\n\n## Vasos\n\n* podas da roseira, da leve à forte: raspagem, desbaste, corte, toco\n"
    (group,) = read(text).groups
    assert (group.label, group.ordered) == ("podas da roseira", True)


def test_who_says_so_is_no_value_of_a_table() -> None:
    table = "| grupo | ferramentas |\n|---|---|\n| KXA | REGADOR, p/ quem separa |\n| KXB | PA, BALDE, ENXADA |\n"
    assert not any("quem" in item for item in told(table))


@pytest.mark.parametrize(
    ("line", "acronym", "meaning"),
    [
        (
            "CRAVO: corte, rega, adubo, vaso, orvalho [era CRAV, o O entrou depois]",
            "CRAVO",
            "Corte, rega, adubo, vaso e orvalho",
        ),
        ("* plano VASO { vara, adubo, sombra, orvalho } -> cuida da muda", "VASO", "Vara, adubo, sombra e orvalho"),
        ("* MUDA -> mel, uva, dedo, alho; Rosa criou", "MUDA", "Mel, uva, dedo e alho"),
        (
            "* VASO\n\t* vara\n\t* adubo -> põe força na terra\n\t* sombra\n\t* orvalho",
            "VASO",
            "Vara, adubo, sombra e orvalho",
        ),
        ("* BASE { Boa Amostra, Solo leve, Esterco novo }", "BASE", "Boa Amostra, Solo leve e Esterco novo"),
    ],
    ids=["commas", "braces", "more behind", "bullets", "capitals"],
)
def test_an_acronym_is_the_initials_of_its_list(line: str, acronym: str, meaning: str) -> None:
    assert any(f"Qual é o significado da sigla {acronym}? {meaning}" in item for item in told(line))


@pytest.mark.parametrize(
    "line",
    ["* VASO { vara, sombra, adubo, orvalho }", "* RTV: Rosa, Telha e Vieira, 1977", "* MUDA: molhar, unir, deitar"],
    ids=["another order", "persons and a year", "one too few"],
)
def test_other_lists_are_not_what_an_acronym_is_made_of(line: str) -> None:
    assert not any("significado" in item for item in told(line))


def test_an_acronym_is_told_once() -> None:
    lines = (
        "* VASO { vara, adubo, sombra, orvalho }\n* VASO { vime, argila, sol, ouro }\n* MUDA { mel, uva, dedo, alho }\n"
    )
    found = told(lines)
    assert sum("significado da sigla" in item for item in found) == 2


def listed(text: str) -> list[tuple[str, bool]]:
    """Return the labels of the lists of a note, and which of them are ordered."""
    return [(group.label, group.ordered) for group in read(text).groups]


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        (
            "Estratégias de rega\n- gota a gota: poupa a água do poço\n- canário: molha só um vaso\n"
            "- balde: molha tudo\n- aspersão: imita a chuva\n",
            [("estratégias de rega", False)],
        ),
        (
            "Métricas KXA, as 3 clássicas:\n- tempo de rega\n- taxa de poda\n- tempo de muda\n",
            [("métricas KXA", False)],
        ),
        (
            "Métricas KXA:\n- tempo de rega\n- taxa de poda\n- tempo de muda\nas duas primeiras medem a água\n",
            [("métricas KXA", False)],
        ),
        ("## Estufa\n\nTrês áreas: portão -> estufa (vidro) -> varanda\n", [("áreas da estufa", True)]),
        ("## Regador\n\nObjetos: vaso, regador, balde, pote. O dono usa os quatro.\n", [("objetos do regador", False)]),
        (
            "* protocolos de rega\n\t* KXA -> molha cedo\n\t* KXB -> molha tarde\n\t* KXC -> molha só a muda\n"
            "\t* KXA x KXB -> o primeiro gasta menos\n",
            [("protocolos de rega", False)],
        ),
        ("* duas abordagens de poda { corte seco, raspagem }\n", [("abordagens de poda", False)]),
        ("* comandos da bomba, na ordem: liga -> vaza -> seca\n", []),
        ("* etapas da rega: preparo -> secagem -> colheita\n", [("etapas da rega", True)]),
        ("* atributos da muda - PATI\n\t* porte\n\t* altura\n\t* tronco\n", [("atributos da muda", False)]),
        (
            "* modelo XKA - Xilema Kit Aberto -> modelo de vaso, 3 camadas { areia, barro, adubo }\n",
            [("camadas do modelo XKA", False)],
        ),
    ],
    ids=[
        *(
            "defined",
            "titled",
            "a line behind",
            "areas in order",
            "begins its paragraph",
            "compared",
            "counted",
            "acts",
            "arrows",
        ),
        *("mnemonic", "owner of an acronym"),
    ],
)
def test_what_names_its_members_heads_a_list(text: str, lists: list[tuple[str, bool]]) -> None:
    assert listed(f"# Hortas\n\n{text}") == lists


@pytest.mark.parametrize(
    "text",
    [
        "Ferramentas\n- pá\n- balde\n- enxada\n",
        "Regras de rega\n- vaso: molha cedo\n- balde\n- muda da estufa\n",
        "* princípios da horta\n\t* foco na muda\n\t* comece de onde o vaso está\n\t* úmido\n\t* colha e regue tudo\n",
        "* fases do trabalho\n\t* rega\n\t* poda\n\t* colheita\n",
        "* cinco estágios clássicos { KA, KB, KC, KD, KE }\n",
        "* algoritmos clássicos\n\t* Rosa\n\t* Telha\n\t* Prates\n",
    ],
    ids=["of what", "of two forms", "sentences", "of which work", "no owner", "of what kind"],
)
def test_what_does_not_say_what_its_members_are_heads_none(text: str) -> None:
    assert listed(f"# Hortas\n\n{text}") == []


def test_a_heading_keeps_how_many_it_holds() -> None:
    text = "# Hortas\n\n## Três maneiras\n\n- rega lenta -> distribui a água no vaso\n"
    assert {place.heading[-1] for place in (concept.place for concept in read(text).concepts)} == {"Três maneiras"}
