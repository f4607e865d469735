"""Lists that a number, a group, a heading, a label or the sentence before tells of."""

from collections.abc import Iterator

import pytest
from one_note import claimed, open_note

from tutor.answering.evidence import Library
from tutor.answering.groups import columns_of, groups_of
from tutor.types import BlockKind

NOTE = """\
# Colmeia

## Pintura

| Ordem | Tinta | Obs. |
|---|---|---|
| 1 | branca | fosca |
| 2 | verde | |
| 3 | azul | |

## Quais são os ofícios do apiário?

São quatro, dois por galpão e dois por campo.

Por galpão
- Envasador → enche os potes
- Rotulador → cola os nomes

Por campo
- Fumigador → acalma as abelhas
- Coletor → tira os quadros

## Cargos (5)

Um por turno: Vigia e Zelador.
Um por dia: Chefe, Guia, Contador.

A Guia é a dona da chave e fala com os visitantes.

## Em que ordem as abelhas trocam de tarefa?

Limpeza, nutrição, construção e guarda (LNCG), e a última tarefa exige mais veneno. No frio a ordem muda.

Faxina: tarefa das novas
Coleta: tarefa das velhas

## Em que ordem o mel é tratado?

`coar` → `decantar` → `aquecer` → `envasar`. Por isso o pote não fica turvo.

coar: tira a cera
aquecer: derrete os cristais
embalar: fecha o pote

## Quais são as substâncias claras e escuras?

Claras: acácia, laranjeira e trevo. Escuras: eucalipto, castanha e melato.

- acácia: mel de árvore
- castanha: mel amargo
- pólen: vem das flores

A prova segue a norma CSTD: cor, sabor, textura, doçura. `cor` se vê contra a luz. `doçura` se mede.

## Doenças

tipos de praga q caem: de asa, de larva (Nosema/Varroa), de favo, viral, bacteriana
* viral = vem do ácaro
* bacteriana = apodrece a larva

São três as faltas: de água, de pólen e de espaço (p. 52).

## Ninho CX

802.4, leva fundo móvel pq a abelha nova nao acha a porta -> fila na entrada
estados: vazio, aberto, selado, cheio (+ parado)
ninho CX 900: 3 estados (fechado, selado, cheio)

## Quais são as ferramentas?

**Fumegador**: acalma o enxame. Palha, estopa, serragem, folhas
**Formão**: solta os quadros. Raspa e gancho

## Guarda

- potes -> vidro
- i-pote -> { dono, peso, data, lote }
! o LUGAR não fica no i-pote, fica na porta

## Rainhas

- Carniça
\t- poucas crias e de tamanho igual
\t- mansa ao toque
\t- asas longas
\t+ aguenta o frio

## Materiais

- cera: pastilha dura
- madeira: pinho, cedro, ipê
- pintura: `cal` (comum) e `esmalte`

## Penas (art. 9)

| Pena | Alcance |
|---|---|
| Aviso | descuido leve |
| Suspensão | só no apiário, até 3 meses |
| Multa | um pote |
| Saída | para sempre |
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_note(tmp_path_factory.mktemp("colmeia"), NOTE) as tutor:
        yield tutor._library


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("Quais são os 4 ofícios do apiário?", "Envasador|Rotulador|Fumigador|Coletor", "", id="groups"),
        pytest.param("Quais são os 5 cargos?", "Vigia|Zelador|Chefe|Guia|Contador", "visitantes", id="in parts"),
        pytest.param("Em que ordem as abelhas trocam de tarefa?", "Limpeza|nutrição|guarda", "Faxina", id="heading"),
        pytest.param("Qual a ordem em que o mel é tratado?", "coar|decantar|envasar", "embalar", id="chain"),
        pytest.param("Qual a ordem da prova na norma CSTD?", "cor; sabor; textura; doçura", "luz", id="code after"),
        pytest.param("Quais os tipos de praga que caem?", "de asa|de larva|de favo|viral|bacteriana", "", id="whole"),
        pytest.param("Que faltas a colmeia sofre?", "de água|de pólen|de espaço", "", id="counted"),
        pytest.param("Quais os estados do ninho CX 802.4?", "vazio|aberto|selado", "fechado", id="edition"),
        pytest.param("Quais materiais acalmam o enxame?", "**Fumegador|Palha|folhas", "Raspa", id="after the term"),
        pytest.param("Quais coisas ficam guardadas no i-pote?", "dono|peso|data|lote", "LUGAR", id="set of the thing"),
        pytest.param("Quais as características da Carniça?", "mansa|asas longas|aguenta o frio", "", id="signed"),
        pytest.param("quais penas o sócio pode levar?", "Aviso|Suspensão", "", id="rows"),
        pytest.param("Quais materiais servem para a pintura?", "cal|esmalte", "pastilha|cedro", id="member asked"),
    ],
)
def test_what_is_listed(library: Library, question: str, told: str, untold: str) -> None:
    said = claimed(library, question)
    assert [member for member in told.split("|") if member not in said] == []
    assert [other for other in untold.split("|") if other and other in said.replace("[1]", "")] == []


def test_a_bare_list_is_told_with_the_term_before_it(library: Library) -> None:
    assert "Formão — Raspa e gancho" in claimed(library, "O gancho é de qual ferramenta?")


def test_numbers_of_rows_are_no_members(library: Library) -> None:
    outline = library.outline("nota.md")
    table = next(block for block in outline.note.blocks if block.kind is BlockKind.TABLE)
    heading, tints = outline.note.ancestors(table)[-1], ["branca", "verde", "azul"]
    named = [[member for member, _ in group.parts] for e in outline.of(heading) for group in groups_of(e)]
    assert named == [tints]
    assert [group.label for group in columns_of(outline.of(table)[0])] == ["Tinta"]
