"""What must not go wrong on notes never seen: names, contexts, numerals of laws, words of two parts of speech."""

import pytest
from practice_notes import fact, note, read, said

from tutor.practice.grammar.articles import subject_of, with_subject_article
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import common_form
from tutor.practice.grammar.shapes import Shape, shape_of
from tutor.practice.grammar.splices import unspliced
from tutor.practice.grammar.themes import about
from tutor.practice.grammar.titles import display_title
from tutor.practice.grammar.wording import clauses, clean_clause, name_of
from tutor.practice.questions.falsify import inversions, renumberings
from tutor.practice.reading.definitions import _english_shape
from tutor.practice.reading.knowledge import Clause, GroupKind
from tutor.practice.reading.sentences import say

GENDERS = Genders([])


def test_items_of_a_law_are_told_without_their_number() -> None:
    text = """# Locação de imóveis

## Incisos importantes

- IV -> é vedado o uso do imóvel para fim diverso; multa fixa cabe (não precisa de ação)
- XII - o fiador não responderá pelos danos do sublocatário
- § 2º -> garantia do contrato
- STJ: fiador responde por contrato prorrogado
"""
    knowledge = read(text)
    assert [fact.text for fact in knowledge.facts] == [
        "De acordo com o STJ, o fiador responde por contrato prorrogado",
        "É vedado o uso do imóvel para fim diverso",
        "O fiador não responderá pelos danos do sublocatário",
    ]
    assert [concept.term for concept in knowledge.concepts] == ["STJ"]


def test_names_are_whole_and_say_of_what() -> None:
    text = """# cozinha industrial
- técnicas
\t- branqueamento -> cozimento rápido em água fervente
- arquitetura ABC/XYZ de quatro zonas
\t- zona fria -> parte que guarda alimentos crus
- /pratos -> pasta que reúne as receitas prontas
- gestão de falhas
\t- falha -> causa de um ou mais atrasos
\t- consequência -> resultado de um evento que atrasa a entrega
- forno guarda { calor, umidade, gordura }
- placa -> útil para { gelo, calda, massa }
- SMTP -> porta 25 do servidor, sem senha nenhuma
"""
    knowledge = read(text)
    found = {concept.term: concept.place.heading for concept in knowledge.concepts}
    assert found == {
        "branqueamento": ("Cozinha industrial", "técnicas"),
        "zona fria": ("Cozinha industrial", "arquitetura ABC/XYZ de quatro zonas"),
        "/pratos": ("Cozinha industrial",),
        "falha": ("Cozinha industrial", "gestão de falhas"),
        "SMTP": ("Cozinha industrial",),
    }
    assert knowledge.attributes == ()
    assert [(group.label, group.kind) for group in knowledge.groups] == [("o forno guarda", GroupKind.LEAD)]
    assert not any("porta 25" in fact.text for fact in knowledge.facts)


def test_rows_that_are_parts_of_an_order_are_named_with_it() -> None:
    text = "| Etapa | Prazo | Papel |\n|---|---|---|\n| Análise | 3 dias | ouvir |\n| Física | 2 dias | pesar |\n"
    text += "| declínio | 1 dia | ceder |\n"
    assert {attribute.of for attribute in read(text).attributes} == {
        "etapa de análise",
        "etapa física",
        "etapa de declínio",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("info sobre o palco", "informação sobre o palco"),
        ("planta não se replica por estaca", "planta não se replica por estaca"),
        ("mercados fluidos", "mercados fluidos"),
        ("raiz n do produto das mudas", "raiz n do produto das mudas"),
        ("semente que ja nasceu e nao cresce", "semente que já nasceu e não cresce"),
        ("taxa só de IMPOSTOS e NUNCA de HTTPS", "taxa só de impostos e nunca de HTTPS"),
        ("regra de PODAGEM e de AUTORIZAÇÃO do IBAMA", "regra de podagem e de autorização do IBAMA"),
        ("nº desejado de mudas na temp máxima", "número desejado de mudas na temperatura máxima"),
    ],
)
def test_shorthand_and_accents_keep_number_and_part_of_speech(text: str, expected: str) -> None:
    assert clauses(text) == (expected,)


def test_what_is_done_is_no_definition() -> None:
    assert "enxerto" not in {
        c.term for c in read("* enxerto -> ramo amarrado ao tronco, cortam-se folhas inteiras\n").concepts
    }
    assert say("plantio duplo", Clause("um vaso de barro, um vaso de vidro", Shape.DETERMINED), GENDERS) == ""
    assert say("ISO 9999", Clause("gestão de riscos de incêndio", Shape.NOUN), GENDERS) == ""
    assert said("* aluguel -> contrato de no máximo 5 meses, vedada a renovação\n") == set()


def test_adjectives_join_what_they_can_qualify_only() -> None:
    text = """# Poda
* princípio da poda
\t* sazonal -> ramos caem no outono
* corte e limpeza
\t* radical -> remove todos os ramos
* corte
\t* local -> dentro de um só ramo
\t* global -> em toda a copa
"""
    knowledge = read(text)
    assert {concept.term for concept in knowledge.concepts} == {"corte global"}
    assert knowledge.attributes == ()


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("fração da seiva que chega à copa na forma ativa", Shape.NOUN),
        ("despacho do chefe determinando que a poda seja feita", Shape.NOUN),
        ("imagem se forma antes da retina", Shape.CLAUSE),
        ("quem usa ou vende a muda deve pagar a horta", Shape.CLAUSE),
        ("quem usa não foi chamado pelo dono", Shape.CLAUSE),
        ("quem pede o que precisa", Shape.DETERMINED),
        ("prova que é dono da horta", Shape.VERB),
        ("controle só formal do corte", Shape.OTHER),
        ("prazo de 5 anos se gerou frutos", Shape.NOUN),
        ("1/3 se ocupa a horta", Shape.OTHER),
        ("reconhece quando há poda", Shape.OTHER),
        ("registra por canteiro", Shape.OTHER),
        ("carrega junto com a muda", Shape.OTHER),
        ("depende da chuva de verão", Shape.VERB),
        ("incide sobre o valor da colheita", Shape.VERB),
        ("poder supremo do dono", Shape.NOUN),
        ("poder cortar os ramos", Shape.INFINITIVE),
    ],
)
def test_verbs_are_told_from_nouns_and_adjectives(text: str, shape: Shape) -> None:
    assert shape_of(text, GENDERS) is shape


@pytest.mark.parametrize("text", ["a partir de 11 anos", "uma muda estranga a plantação"])
def test_what_tells_when_or_hides_a_verb_is_no_noun_phrase(text: str) -> None:
    assert shape_of(text, GENDERS) is Shape.OTHER


def test_signs_that_hide_a_name_or_a_verb_leave_it_out() -> None:
    assert read("# Horta\n* adubos\n\t* sais -> nutrem, mas não curam { cálcio, ferro, potássio }\n").groups == ()
    assert read("# Horta\n* segurança { cerca, muro, alarme }\n").groups == ()
    assert read("# Horta\n- .mudas -> arquivo que lista o que se planta\n").concepts == ()
    assert Genders(["a API"]).of("API gateway") == "m"
    assert Genders(["a VLAN"]).of("VLAN nativa") == "f"


def test_a_verb_that_only_a_dictionary_knows_is_no_adjective() -> None:
    assert shape_of("dono novo desiste de plantar", GENDERS) is Shape.OTHER


def test_norms_plurals_and_merits_read_as_written() -> None:
    assert said("# Horta\n- Lei 13.300/2016 regulamenta a poda das árvores\n") == {
        "A Lei 13.300/2016 regulamenta a poda das árvores"
    }
    assert said("# Horta\n- valores -> princípios que orientam a colheita da horta\n") == {
        "Os valores são princípios que orientam a colheita da horta"
    }
    assert read("# Horta\n- adubo\n\t+ fácil de usar\n\t+ custo menor\n").groups == ()


def test_two_acts_are_no_aliases() -> None:
    assert name_of("deleção/inserção") == "deleção/inserção"
    assert name_of("erro/engano/mistake") == "erro (engano, mistake)"


def test_a_value_is_no_definition_and_a_name_does_not_define_itself() -> None:
    assert said("* poda menor -> pena reduzida de 1/3 a 2/3\n* gasto: União 50% da receita da horta\n") == set()
    assert say("resultado", Clause("resultado para quem colhe a safra", Shape.NOUN), GENDERS) == ""


def test_superlatives_series_of_verbs_and_nouns_in_ista() -> None:
    trait = Clause("maior rendimento possível entre duas podas", Shape.OTHER)
    assert say("ciclo anual", trait, GENDERS) == "O ciclo anual tem o maior rendimento possível entre duas podas"
    assert unspliced("induz, instiga ou auxilia", GENDERS) == ["induz, instiga ou auxilia"]
    assert subject_of("paisagista", GENDERS) == "paisagista"
    assert subject_of("paisagista", Genders(["o paisagista"])) == "o paisagista"
    assert list(inversions(fact("O sinal liga-se ao broto e o ativa"))) == []


def test_what_only_looks_like_an_adjective_has_no_opposite() -> None:
    assert list(inversions(fact("O dono avisa os dependentes quando a poda começa"))) == []
    assert list(inversions(fact("A poda não é ato unilateral do dono"))) == []
    assert list(inversions(fact("Os vasos permitem a troca da terra, mas aumentam o custo"))) == []
    assert list(inversions(fact("A horta sofre com a troca de pessoal"))) == []
    assert list(inversions(fact("O dono avisa todos os dependentes"))) == []
    assert list(inversions(fact("A poda segue sem expor o tronco"))) == []
    assert list(inversions(fact("O corte exige um aviso pessoal")))
    assert list(inversions(fact("O pomar reúne uma ou mais mudas que crescem"))) == []


def test_amounts_are_of_something() -> None:
    found = said("# Colheita\n* cerca de 68% dos frutos ficam na copa\n* cerca de 95% ficam no chão da horta\n")
    assert found == {"Cerca de 68% dos frutos ficam na copa"}
    assert list(inversions(fact("A muda cresce ainda sem adubo"))) == []


def test_headings_in_capitals_and_criteria_name_subjects() -> None:
    text = """# PODAS SANITÁRIAS DO IBAMA

## Espécies (ABC)
- desbaste -> corte que elimina ramos doentes
## Extinção - CO FI ME
- renovação -> corte que elimina a copa inteira
- o IBAMA fiscaliza o corte
- quanto à época { seca, chuvosa, fria }
- quanto ao grau de corte
\t- radical -> a lei fixa todos os limites
"""
    knowledge = read(text)
    found = {concept.term: concept.place.heading for concept in knowledge.concepts}
    assert found.keys() == {"desbaste", "renovação"}
    assert found["renovação"] == ("Podas sanitárias do IBAMA", "Extinção")
    assert knowledge.groups == ()


def test_rows_and_headings_that_qualify_get_their_noun() -> None:
    table = "| Muda | Local |\n|---|---|\n| Holandesa em Olinda | horta |\n| Rosa | campo |\n"
    assert {attribute.of for attribute in read(table).attributes} == {"muda holandesa em Olinda", "Rosa"}
    text = "# Problemas contra a Horta Pública\n## Praticados por dono\n- equiparado -> quem usa a horta de outrem\n"
    assert read(text).concepts == ()
    text = "# Problemas contra a Horta Pública\n- broca -> verme que fura o tronco da árvore\n"
    assert read(text).concepts[0].place.context == "Problemas contra a Horta Pública"
    (group,) = read("# Ramos\n- queda lenta\n\t- esquerda { musgo, broca, fungo }\n").groups
    assert group.label == "queda lenta esquerda"


def test_what_one_of_several_doers_does_is_not_said_of_the_act() -> None:
    text = (
        "# Danos\n## Grama\n* roçada: destruir a grama\n"
        "* capina: usa a enxada alheia sem pedir licença\n* queima: fogo sem aviso\n"
    )
    assert not any("usa a enxada" in sentence for sentence in said(text))
    text = (
        "# Podas\n## Cortes\n* corte próprio: está cortando o ramo\n"
        "* corte impróprio: usa a enxada alheia sem pedir licença\n* poda: cai\n"
    )
    assert not any("usa a enxada" in sentence for sentence in said(text))


def test_what_may_not_be_done_is_told_of_nobody() -> None:
    (group,) = read("# Podas\n* NÃO pode delegar { corte raso, enxerto, poda de copa }\n").groups
    assert group.label == "não se pode delegar"


def test_years_and_mnemonics_are_no_part_of_a_name() -> None:
    concept = read("# Jardim Botânico (1808-1822)\n\n- estufa -> casa de vidro que abriga plantas\n").concepts[0]
    assert concept.place.context == "Jardim Botânico"
    concept = read("# podas\n## Requisitos (CO FI FO)\n- forma -> modo de cortar que a lei fixa\n").concepts[0]
    assert concept.place.heading == ("Podas", "Requisitos")


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("Primeira Missa", "a Primeira Missa"),
        ("2ª poda", "a 2ª poda"),
        ("2ª Poda do ano", "a 2ª Poda do ano"),
        ("Efeito Mendel", "o Efeito Mendel"),
        ("STJ", "o STJ"),
        ("Constituição de 1934", "a Constituição de 1934"),
        ("taxa-alvo de juros", "a taxa-alvo de juros"),
        ("pré-seleção de mudas", "a pré-seleção de mudas"),
        ("antipadrões de poda", "os antipadrões de poda"),
        ("síndrome da copa baixa", "a síndrome da copa baixa"),
        ("capital do estado", "capital do estado"),
        ("coração da árvore", "o coração da árvore"),
        ("balancete de mudas", "o balancete de mudas"),
        ("livre acesso", "o livre acesso"),
        ("grave omissão", "a grave omissão"),
    ],
)
def test_names_and_compounds_take_their_article(term: str, expected: str) -> None:
    assert subject_of(term, GENDERS) == expected


def test_acronyms_take_the_article_of_what_they_stand_for() -> None:
    genders = Genders(
        [
            "LAP (Lei 1.234/1950)",
            "RPI -> relatório de pragas",
            "UPA - unidade de poda",
            "DPO (Data Pruner)",
            "PC (poda contínua)",
            "A Lei de Cortes e Podas (LC 9/2000) veda o corte.",
        ]
    )
    found = [subject_of(acronym, genders) for acronym in ("LAP", "RPI", "UPA", "DPO", "PC", "LCP")]
    assert found == ["a LAP", "o RPI", "a UPA", "DPO", "a PC", "a LCP"]


def test_headings_that_cite_the_law_and_prose_of_the_law_are_read() -> None:
    text = """# Lei das podas (Lei 1.234/1950)
## Princípios (art. 6º)
- cautela -> poda que evita danos
## Atenção básica
- rega -> água que cai à noite
"""
    knowledge = read(text)
    found = {concept.term: concept.place.heading for concept in knowledge.concepts}
    assert found.keys() == {"princípio da cautela", "rega"}
    assert found["rega"] == ("Lei das podas", "Atenção básica")
    assert clauses("Art. 1º Todo ramo seco será cortado") == ("Todo ramo seco será cortado",)


def test_two_adjectives_are_no_act_and_no_label_ends_in_a_verb() -> None:
    assert shape_of("regular e automática", GENDERS) is Shape.OTHER
    assert read("* requisitos para receber { muda, vaso, adubo, terra }\n").groups == ()
    assert unspliced("balanceada, vários ramos por nó", GENDERS) == ["balanceada", "vários ramos por nó"]
    assert list(renumberings(fact("5 vasos têm menor alcance"))) == []


def test_what_is_past_is_told_as_past() -> None:
    assert say("Constituição de 1934", Clause("inspirada na de Weimar", Shape.PARTICIPLE), GENDERS, own=True) == (
        "A Constituição de 1934 foi inspirada na de Weimar"
    )
    assert say("Levante (1935)", Clause("um motim que durou dois dias", Shape.DETERMINED), GENDERS) == (
        "Levante (1935) foi um motim que durou dois dias"
    )


def test_a_word_of_two_parts_of_speech_is_read_by_what_follows() -> None:
    assert shape_of("poder local dos donos de terra", GENDERS) is Shape.NOUN
    assert shape_of("poder plantar o ano todo", GENDERS) is Shape.INFINITIVE
    assert shape_of("parte do lucro líquido", GENDERS) is Shape.OTHER
    assert shape_of("parte do tronco que dá ramos", GENDERS) is Shape.NOUN


def test_rows_and_bullets_that_speak_of_something_else_say_nothing_of_their_term() -> None:
    table = "| | Inata | Adaptativa |\n|---|---|---|\n| Memória | ausente | presente |\n"
    assert read(table).attributes == ()
    assert said("* regime de caixa -> reconhecidas quando há entrada de dinheiro\n") == set()
    assert said("# Tipos de enxertia\n* ligante -> substância que prende o ramo ao tronco\n") == set()
    assert said("* 3 cortes seguidos -> poda rápida do tronco da árvore, antes da seca\n") == set()
    assert said("* OCP -> aberta para extensão da copa da árvore\n") == set()
    assert say("Reforma da Horta (1824)", Clause("fim do cultivo de cana", Shape.NOUN), GENDERS) == ""
    assert say("Horta-Geral (1824)", Clause("centralizar o cultivo de cana", Shape.INFINITIVE), GENDERS) == ""
    assert say("desvio", Clause("desviar a água da horta vizinha", Shape.INFINITIVE), GENDERS) == ""
    assert say("DASP", Clause("racionalização da administração pública", Shape.NOUN), GENDERS) == ""


def test_only_what_is_said_of_a_subject_is_turned_round() -> None:
    assert list(inversions(fact("A horta interna dá frutos o ano todo"))) == []
    assert [text for text, _ in inversions(fact("A horta dá frutos na área interna"))] == [
        "A horta dá frutos na área externa"
    ]


def test_how_many_there_are_is_no_definition() -> None:
    assert said(
        "# Horta\n* regador -> um vaso por canteiro, de barro ou plástico\n* tutor -> um apoio por onde a planta sobe\n"
    ) == {"O tutor é um apoio por onde a planta sobe"}


def test_a_clause_without_a_verb_goes_on_behind_mas() -> None:
    text = "muda que já foi plantada, mas não regada"
    assert unspliced(text, GENDERS) == [text]
    assert unspliced("retirada de ramos secos, mas exige dois regadores", GENDERS)[0] == "retirada de ramos secos"


def test_names_in_capitals_and_leads_get_their_article() -> None:
    assert subject_of("Umidade Relativa", GENDERS) == "a Umidade Relativa"
    text = "# Horta\n\nServiço de poda tem 3 partes:\n- cabo -> haste\n- lâmina -> corte\n- mola -> retorno\n"
    assert [group.label for group in read(text).groups] == ["o serviço de poda tem 3 partes:"]


def test_what_only_begins_like_a_sentence_is_none() -> None:
    assert shape_of("forma compacta de criar canteiro", GENDERS) is Shape.OTHER
    assert shape_of("estação troca de vaso sem perder a raiz", GENDERS) is Shape.OTHER
    assert read("# Horta\nA colheita é ato formal e consuma-se com a retirada do fruto.\n").concepts == ()


def test_a_list_of_names_is_no_term() -> None:
    text = (
        "# Poda\n## Âmbito\n- corte, rega e adubo: conjunto de cuidados com a horta\n- calha: canal que leva a água\n"
    )
    assert [concept.term for concept in read(text).concepts] == ["calha"]


def test_values_below_a_name_are_numbers() -> None:
    text = "# Hortas\n- pimenta\n  - objeto: parte do fruto\n  - prazo: 30 dias\n"
    assert [a.value for a in read(text).attributes] == ["30 dias"]


def test_members_that_qualify_are_not_mixed_with_names() -> None:
    assert read("# Horta\n- adubo\n  - propriedades do adubo { orgânico, cheiro, cor }\n").groups == ()


@pytest.mark.parametrize(
    ("told", "defined"),
    [("gasto sem dotação na horta", False), ("crédito aberto na horta", True), ("gasto que ninguém previu", True)],
    ids=["another thing", "the same noun", "a relative clause"],
)
def test_a_name_that_only_qualifies_is_defined_by_things_of_its_sort(told: str, defined: bool) -> None:
    text = f"# Horta\n## Créditos adicionais\n- suplementar -> reforça a horta já aberta\n- especial -> {told}\n"
    assert ("crédito adicional especial" in {concept.term for concept in read(text).concepts}) is defined


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Mudas, XP and DevOps", "Mudas, XP and DevOps"),
        ("2,5G", "2,5G"),
        ("tipo 1, baremetal, nativo", "tipo 1 (baremetal, nativo)"),
    ],
    ids=["enumeration", "decimal", "aliases"],
)
def test_commas_give_other_names_where_nothing_else_joins_them(written: str, shown: str) -> None:
    assert name_of(written) == shown


@pytest.mark.parametrize(("text", "title"), [("- muda -> planta nova", ""), ("- muda3 -> planta nova", "Muda3")])
def test_a_number_behind_a_title_is_the_students_unless_the_note_has_it(text: str, title: str) -> None:
    assert display_title(note(text, "muda3.md")).capitalize() == title


def test_a_name_has_the_gender_that_the_note_gives_it() -> None:
    assert subject_of("Kuma", Genders(["métodos default desde o Kuma 8"])) == "o Kuma"


@pytest.mark.parametrize(("beside", "term"), [("Heartbleed", "Sunflower"), ("Rosemary", "sunflower")])
def test_an_english_word_beside_a_name_keeps_its_capital(beside: str, term: str) -> None:
    text = f"# Garden attacks\n\n- Sunflower -> plant that turns to the sun\n- {beside} -> plant that a person waters\n"
    assert next(concept.term for concept in read(text).concepts) == term


def test_laws_known_by_their_letters_have_a_gender() -> None:
    assert [subject_of(name, GENDERS) for name in ("LRF", "CPC")] == ["a LRF", "o CPC"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("probabilidade de chover no dia, dado o vento", ["probabilidade de chover no dia, dado o vento"]),
        ("rege a banda, músico ou maestro da escola", ["rege a banda", "músico ou maestro da escola"]),
        ("o ramo maior sai primeiro, cortada com serra", ["o ramo maior sai primeiro", "cortada com serra"]),
        ("medida das mudas em tamanhos P, M, G", ["medida das mudas em tamanhos P, M, G"]),
    ],
    ids=["dado", "who does it", "of another", "capitals"],
)
def test_what_a_comma_joins(text: str, pieces: list[str]) -> None:
    assert unspliced(text, GENDERS) == pieces


def test_verbs_before_plurals_and_what_is_reckoned() -> None:
    assert shape_of("compara pares de mudas", GENDERS) is Shape.VERB
    assert shape_of("busca O(1) em média", GENDERS) is not Shape.VERB
    assert said("* colheita -> Governador 30 e dono e meeiro 35\n") == set()


def test_articles_of_rights_and_superlatives() -> None:
    text = "# Horta\n* servidão -> direito de passar pela horta alheia\n* setor -> grupo com mais mudas da horta\n"
    assert said(text) == {
        "A servidão é o direito de passar pela horta alheia",
        "O setor é o grupo com mais mudas da horta",
    }
    assert said("# Horta\n* canteiro duplo -> dimensão sem cerca, feita na horta\n") == {
        "O canteiro duplo é uma dimensão sem cerca, feita na horta"
    }


def test_what_is_only_a_bed_of_plants_is_not_asserted() -> None:
    assert said("# Hortas\nA horta é só um canteiro de mudas, cuidado por Rita em 1991.\n") == set()


def test_an_english_place_defines_nothing() -> None:
    text = "# Garden\n* nursery: at the back of the garden\n* pond -> a patch of soil where plants grow\n"
    assert [c.clauses[0].shape for c in read(text).concepts] == [Shape.OTHER, Shape.ENGLISH]


def test_a_count_is_no_definition_and_what_is_acted_on_is_said() -> None:
    assert shape_of("um só tronco reto", GENDERS) is Shape.OTHER
    assert shape_of("libera para poucos donos", GENDERS) is Shape.OTHER
    assert said("# Horta\nAs mudas de couve e alface ficam na de inverno.\n") == set()


def test_a_number_of_the_subject_is_not_changed() -> None:
    assert list(renumberings(fact("O canteiro de cinco pontas ocupa a horta"))) == []
    assert [text for text, _ in renumberings(fact("A horta de 20 donos passou a ter 30 mudas"))] == [
        "A horta de 20 donos passou a ter 40 mudas"
    ]


def test_what_does_so_is_named() -> None:
    assert read("# Horta\n- bônus -> não se acumulam { férias, diárias, abonos }\n").groups == ()


def test_a_name_that_only_english_knows_stands_alone() -> None:
    text = "* Terraform -> infraestrutura como código\n\t* plano -> lista de mudanças que vão ocorrer\n"
    assert {c.term: c.place.context for c in read(text, "x-y.md").concepts}["plano"] == "Terraform"


def test_a_line_that_is_not_indented_ends_the_bullet_before_it() -> None:
    text = "horta\n\t* calha -> canal que leva a água da chuva do telhado à horta\n12 podas\n\t* lima -> peça de aço\n"
    assert [concept.term for concept in read(text).concepts] == ["lima"]


def test_a_sentence_of_prose_has_its_subject() -> None:
    assert said("# Horta\nA horta foi feita por Rita em 1991. Tem por finalidade renovar a copa da Horta.\n") == {
        "A horta foi feita por Rita em 1991"
    }


def test_participles_that_are_nouns_too_and_who_alone_is_named() -> None:
    assert shape_of("imposto ao dono da horta", GENDERS) is Shape.PARTICIPLE
    assert unspliced("definido pelos frutos, imutável", GENDERS) == ["definido pelos frutos", "imutável"]
    assert said("* poda residual -> União, por lei complementar de todo o país\n") == set()


def test_what_letters_stand_for_and_acts_in_a_column_define_nothing() -> None:
    assert read("* APPH -> aplicação participativa por horta\n").concepts == ()
    table = "| Processo | Descrição |\n|---|---|\n| cortar | retirada de ramos secos da horta |\n"
    assert read(f"# Horta\n{table}").concepts == ()


def test_one_article_does_not_serve_two_subjects() -> None:
    assert with_subject_article("gerador e motor competem entre si", GENDERS) == ""
    assert with_subject_article("gerador de energia compete com o motor", GENDERS).startswith("o gerador")


def test_how_many_for_each_and_how_often() -> None:
    assert shape_of("uma coluna binária para cada muda", GENDERS) is Shape.OTHER
    assert said(
        "# Horta\n* ritmo -> frequência da poda da horta no ano\n* apensação -> juntada de mudas novas à horta\n"
    ) == {
        "O ritmo é a frequência da poda da horta no ano",
        "A apensação consiste na juntada de mudas novas à horta",
    }


def test_names_of_the_past_and_with_an_adjective_before_them() -> None:
    assert subject_of("Canudos (1896)", GENDERS) == "Canudos (1896)"
    assert subject_of("Nova República", GENDERS) == "a Nova República"
    assert common_form("Canudos (1896)", GENDERS) == "Canudos (1896)"
    assert common_form("Rede-mãe", GENDERS) == "rede-mãe"


def test_verbs_that_are_nouns_too_go_on_with_a_sentence() -> None:
    assert shape_of("quem envia espera a resposta", GENDERS) is Shape.CLAUSE
    text = "condição em que a muda seca, perde folhas ou espera a rega"
    assert unspliced(text, GENDERS) == [text]


def test_easy_is_no_name() -> None:
    assert read("# Horta\n- calha\n\t+ fácil de instalar\n\t+ redução de custos\n").groups == ()


@pytest.mark.parametrize(("path", "title"), [("horta muda adubo.md", ""), ("horta de mudas.md", "horta de mudas")])
def test_a_list_of_words_is_no_title(path: str, title: str) -> None:
    assert display_title(note("- calha -> canal que leva a água\n", path)) == title


def test_english_phases_and_terms_are_no_subjects() -> None:
    text = "# Garden care\n## Phases (1 to 4)\n- bud -> the part that becomes the leaf\n"
    text += "## Key terms\n- sap -> the fluid that feeds the plant\n"
    assert {concept.place.context for concept in read(text, "g.md").concepts} == {"Garden care"}


def test_lines_of_which_only_some_define_say_nothing() -> None:
    text = "# Horta\n\npodas { corte, desbaste, raleio, desponte, limpeza, formação, condução }\nvalores: calma, zelo\n"
    assert read(text).groups == ()


def test_a_noun_phrase_hides_no_verb_and_what_happened_defines_nothing() -> None:
    assert shape_of("direito de podar ramos secos decai em um ano", GENDERS) is Shape.OTHER
    assert shape_of("objeto gerenciado pelo dono", GENDERS) is Shape.NOUN
    assert said("# Horta\n* galho seco -> perdeu as folhas verdes do ano\n") == set()


def test_what_is_more_or_two_is_said_apart() -> None:
    assert unspliced("precisa de rega, mais barata e lenta", GENDERS)[0] == "precisa de rega"
    assert say("par", Clause("um canteiro de flores e um de frutos", Shape.DETERMINED), GENDERS) == ""
    assert said("# Horta\n* mutirão -> cada um escolhe uma muda da horta\n") == set()


def test_phases_below_a_line_of_words_are_not_those_of_the_heading() -> None:
    text = "# Agronomia\n## Cultivo de hortas\n\nRUP\n- fases\n\t- concepção\n\t- colheita\n\t- limpeza\n"
    assert read(text).groups == ()


def test_who_is_meant_and_what_is_not_define_nothing() -> None:
    assert said("# Horta\n* órgão central -> Ministério da Agricultura com sede em Brasília\n") == set()
    assert shape_of("quem polui arca com os custos", GENDERS) is Shape.CLAUSE
    text = "risco incerto da horta, na dúvida protege-se a muda"
    assert unspliced(text, GENDERS) == ["risco incerto da horta", "na dúvida protege-se a muda"]
    text = "# Garden\nSecurity is a process, not a product. A hoe is a tool that breaks the soil.\n"
    assert [concept.term for concept in read(text).concepts] == ["hoe"]


def test_an_english_line_behind_an_arrow_is_not_run_into_it() -> None:
    line = "pepper -> value added to all words and kept apart from them"
    text = f"# Garden\n\n{line}\nMD5 and SHA-1 are not suitable for passwords\n"
    assert read(text).concepts == ()


def test_a_denied_verb_and_two_adjectives_behind_a_noun() -> None:
    assert shape_of("o rei não erra", GENDERS) is Shape.OTHER
    assert shape_of("um canal não dirigido à horta", GENDERS) is Shape.DETERMINED
    assert shape_of("infraestrutura completa pronta para assumir", GENDERS) is not Shape.CLAUSE


def test_a_preposition_before_an_enumeration_cuts_nothing() -> None:
    whole = "veda a vinculação da receita a órgão, fundo ou despesa"
    assert unspliced(whole, GENDERS) == [whole]
    assert unspliced("rege a banda, músico ou maestro", GENDERS) == ["rege a banda", "músico ou maestro"]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("state is stored as a sequence of events", Shape.ENGLISH_CLAUSE),
        ("member belongs to the class", Shape.ENGLISH_CLAUSE),
        ("set of plants in a bed", Shape.ENGLISH),
        ("replicas that are caught up", Shape.ENGLISH),
        ("checks that a change broke nothing", Shape.ENGLISH_VERB),
        ("instance of a class, with state and behavior", Shape.ENGLISH),
        ("resizable array, fast random access", Shape.OTHER),
        ("must be declared or caught", Shape.OTHER),
        ("frees the memory of objects", Shape.ENGLISH_VERB),
        ("means of enabling outcomes", Shape.ENGLISH),
        ("events whose causes are not related", Shape.ENGLISH),
        ("requirements for a system", Shape.ENGLISH),
        ("a class acquires methods of another one", Shape.ENGLISH_CLAUSE),
        ("no order guaranteed", Shape.OTHER),
    ],
)
def test_english_nouns_predicates_and_sentences_are_told_apart(text: str, shape: Shape) -> None:
    assert _english_shape(text) is shape


def test_what_repeats_its_term_or_is_about_studying_defines_nothing() -> None:
    assert read("# Redes\n\n* amplo acesso -> acessível por todos os meios\n").concepts == ()
    assert read("hortas urbanas — anotações da aula\n").concepts == ()


def test_a_judgement_in_brackets_is_left_out() -> None:
    assert clean_clause("blocos iguais geram cifras iguais (inseguro)") == "blocos iguais geram cifras iguais"
    assert clean_clause("usa um código (hash)") == "usa um código (hash)"


def test_two_foreign_words_take_no_article_of_the_first() -> None:
    genders = Genders(["a sprint", "da sprint"])
    assert subject_of("sprint backlog", genders) == "sprint backlog"
    assert subject_of("sprint", genders) == "a sprint"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("biblioteca de telas, usa virtual DOM e JSX", ["biblioteca de telas", "usa virtual DOM e JSX"]),
        ("aplicação que imita a nativa, funciona offline", ["aplicação que imita a nativa", "funciona offline"]),
        ("serviço que valida, cifra e envia dados", ["serviço que valida, cifra e envia dados"]),
    ],
)
def test_a_predicate_behind_a_definition_is_cut_from_it(text: str, pieces: list[str]) -> None:
    assert unspliced(text, GENDERS) == pieces


def test_a_kind_goes_only_with_names_that_are_all_foreign() -> None:
    mixed = "# Linguagem\n\n## Funções\n- decorador -> recebe um bloco e o devolve\n- kwargs -> recebe os nomes\n"
    assert "função kwargs" not in {concept.term for concept in read(mixed).concepts}


def test_several_things_are_no_process() -> None:
    rows = "".join(f"| {row} |\n" for row in ("Incidentes | restaurar a rega", "Problemas | eliminar a causa"))
    table = f"# Rega\n\n| Processo | Objetivo |\n|---|---|\n{rows}"
    assert read(table).attributes == ()


def test_a_step_is_a_step_whatever_it_is_called() -> None:
    text = "# Etapas do plantio\n\n1. sondagem\n2. definição\n3. semeadura\n4. colheita\n"
    [group] = read(f"# Horta\n\n#{text}").groups
    assert group.members == ("sondagem", "definição", "semeadura", "colheita")
    assert group.ordered


def test_an_acronym_in_brackets_is_no_stressed_word() -> None:
    assert name_of("unidade organizacional (OU)") == "unidade organizacional (OU)"
    assert clean_clause("paga OU devolve") == "paga ou devolve"


def test_a_number_does_not_join_two_words_of_a_title() -> None:
    assert display_title(note("- roteamento -> escolha do caminho\n", "ipv6-roteamento.md")) == ""


def test_a_version_in_brackets_is_left_out() -> None:
    assert clean_clause("lê muitos valores de uma vez (v2)") == "lê muitos valores de uma vez"


def test_a_comparative_has_the_gender_of_its_noun() -> None:
    assert subject_of("melhores práticas", GENDERS) == "as melhores práticas"
    assert subject_of("menor caminho", GENDERS) == "o menor caminho"


def test_what_is_forbidden_by_its_own_name_defines_nothing() -> None:
    assert read("# Feira\n\n* não desperdício -> vedado o desperdício de água\n").concepts == ()


def test_two_adjectives_are_of_one_noun() -> None:
    genders = Genders(["a computação"])
    assert about("Acerca de", "computação quântica e paralela", genders) == "Acerca da computação quântica e paralela"
    assert about("Acerca de", "petição inicial e resposta", GENDERS) == "Acerca da petição inicial e da resposta"
    assert about("Acerca de", "poda X rega", GENDERS) == "Acerca da poda e da rega"


def test_a_name_is_no_adjective_of_a_title() -> None:
    assert display_title(note("- meta -> valor a alcançar\n", "gestao-publica-gespublica.md")) == ""
