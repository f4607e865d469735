"""Lists in the forms that notes give them: announced in prose, below a name, pointed at by a place."""

from collections.abc import Iterator

import pytest
from one_note import open_note

from tutor.answering.claims import Inquiry
from tutor.answering.conversation import read_in_conversation
from tutor.answering.evidence import Library
from tutor.answering.extractive import inquire, propose, tell
from tutor.answering.members import list_around
from tutor.answering.question import read_question

NOTE = """\
# Compras públicas

## Modalidades (art. 28)

São três: pregão, concurso e leilão. Foi extinto o convite.

## Princípios

A norma lista dois princípios. A publicidade manda divulgar os atos. A eficiência manda fazer bem feito.

## Ritos

Há três ritos de compra. O aberto corre em público; o fechado vai por carta; o sumário dispensa ata.

Há duas salas de lance. A maior recebe o público e a menor guarda as atas.

modelo de ata: ![[atas.pdf#page=12]]

## Fases

1. Planejamento: estudo da necessidade.
2. Seleção: escolha do fornecedor.
3. Gestão: acompanhamento do contrato.

## Gatilhos mentais

* lançamento de ofício -> feito pela autoridade
* lançamento por declaração -> depende do contribuinte
* urgência -> não dá tempo de pensar
* medo -> ameaça com bloqueio

## Portal

Mantido pela União.

1. **Aberto**: qualquer um consulta.
2. **Completo**: nada falta.

| Selo | Exigência | Prazo |
| --- | --- | --- |
| ouro | certidão | 10 dias |
| prata | certidão | 20 dias |
| bronze | cadastro | 30 dias |

## 5) Regimes de execução

Valem para obras.

**Empreitada integral**
- entrega pronta para operar
- o contratado responde por tudo

**Tarefa**
- mão de obra para pequenos trabalhos

## Sanções

* protocolo PAR { instaurar, apurar, julgar }
* documentos com sigilo { parecer, estudo }
* documentos sem sigilo { edital, contrato }
* sanções graves -> precisam de processo próprio
\t* suspensão -> por dois anos
\t* inidoneidade -> até reabilitar
\t* ! cabe recurso de qualquer uma delas, sem efeito suspensivo
"""


@pytest.fixture(name="library", scope="module")
def _library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_note(tmp_path_factory.mktemp("lists"), NOTE) as tutor:
        yield Library(tutor.index)


def proposed(inquiry: Inquiry) -> str:
    return "\n".join(claim.text for claim in propose(inquiry).claims)


@pytest.mark.parametrize(
    ("question", "members"),
    [
        pytest.param("quais são as modalidades?", ["pregão", "concurso", "leilão"], id="counted by the sentence"),
        pytest.param("qual é a segunda fase?", ["Seleção"], id="place"),
        pytest.param("qual a última fase das compras?", ["Gestão"], id="last place"),
        pytest.param(
            "quais selos têm certidão como exigência?", ["ouro", "prata"], id="rows of which the same is said"
        ),
        pytest.param("etapas do PAR", ["instaurar", "apurar", "julgar"], id="sort said by the name"),
        pytest.param("quais documentos não têm sigilo?", ["edital", "contrato"], id="denied"),
        pytest.param(
            "quais são os regimes de execução?",
            ["**Regimes de execução**", "Empreitada integral", "Tarefa"],
            id="lines that head others below a numbered heading",
        ),
    ],
)
def test_the_list_is_proposed(library: Library, question: str, members: list[str]) -> None:
    said = proposed(inquire(read_question(question), library))
    assert all(member in said for member in members), said


def test_a_follow_up_moves_the_place(library: Library) -> None:
    asked = read_in_conversation("e a terceira?", ["qual a primeira fase das compras?"])[0]
    assert "Gestão" in proposed(inquire(asked, library))


@pytest.mark.parametrize(
    ("question", "listed"), [("quais são os gatilhos?", True), ("quais as defesas contra o medo?", False)]
)
def test_a_member_leads_to_its_list(library: Library, question: str, *, listed: bool) -> None:
    inquiry = inquire(read_question(question), library)
    member = next(evidence for evidence in inquiry.evidence if evidence.text.startswith("medo"))
    assert bool(list_around(inquiry, member, [member])) is listed


def test_a_sentence_that_counts_what_follows_is_told_with_it(library: Library) -> None:
    inquiry = inquire(read_question("quais são os princípios?"), library)
    counting = next(evidence for evidence in inquiry.evidence if evidence.text.startswith("A norma lista"))
    said = "\n".join(claim.text for claim in tell(inquiry, counting))
    assert "publicidade" in said
    assert "eficiência" in said


@pytest.mark.parametrize(("counted", "last"), [("Há três ritos", "o sumário"), ("Há duas salas", "a menor")])
def test_sentences_that_one_counts_may_be_told_at_once(library: Library, counted: str, last: str) -> None:
    inquiry = inquire(read_question("quais são os ritos e as salas?"), library)
    counting = next(evidence for evidence in inquiry.evidence if evidence.text.startswith(counted))
    assert last in "\n".join(claim.text for claim in tell(inquiry, counting))


def test_a_page_behind_a_colon_is_told(library: Library) -> None:
    inquiry = inquire(read_question("onde tem o modelo de ata?"), library)
    model = next(evidence for evidence in inquiry.evidence if evidence.text.startswith("modelo de ata"))
    assert [claim.text for claim in tell(inquiry, model)] == ["**p. 12 (atas.pdf)**: modelo de ata"]


def test_a_question_for_a_list_gets_what_stands_below_a_definition(library: Library) -> None:
    question = "quais sanções graves precisam de processo?"
    inquiry = inquire(read_question(question), library)
    heading = next(e for e in inquiry.evidence if e.text.startswith("sanções graves"))
    said = [claim.text for claim in tell(inquiry, heading)]
    assert [text.partition(":")[0] for text in said[1:]] == ["**suspensão**", "**inidoneidade**"]


def test_the_list_around_a_sentence_that_itself_holds_one_is_not_asked_for(library: Library) -> None:
    inquiry = inquire(read_question("quais documentos são sigilosos?"), library)
    within = next(e for e in inquiry.evidence if e.text.startswith("documentos com sigilo"))
    assert list_around(inquiry, within, [within]) == []
