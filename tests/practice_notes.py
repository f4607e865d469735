"""Small notes that the practice tests make questions of."""

from datetime import UTC, datetime

from tutor.notes import parse_note
from tutor.practice.history.records import NO_HISTORY, History
from tutor.practice.history.selection import SessionPlan
from tutor.practice.questions.distractors import Material
from tutor.practice.questions.drafts import Draft
from tutor.practice.questions.flashcards import write_flashcards
from tutor.practice.questions.generate import Drawn, ExerciseBank
from tutor.practice.questions.open_questions import write_open_questions
from tutor.practice.questions.true_false import write_true_false
from tutor.practice.reading.knowledge import Fact, Knowledge, Place
from tutor.practice.reading.notes import learn_genders, read_note
from tutor.types import Citation, Note

HYPERVISORS = """* snapshot -> imagem instantânea do estado atual de uma VM (ex: antes de atualizar), útil para backup
* live migration -> movimentação das VMs de um hypervisor para outro, sem desligamento das VMs
* tipos de hypervisors
\t* tipo 1, nativo { VMware ESX, Microsoft Hyper-V, Citrix XenServer }
\t\t* roda diretamente sobre o hardware
\t* tipo 2, hosted { VirtualBox, QEMU, VMware Player, Parallels }
\t\t* p. 51 da apostila so_02
* virtualização total/hosted -> não exige modificação do SO hóspede; ex: VMware (tipo 1 e tipo 2), Hyper-V
* hypercall -> chamada ao hypervisor similar a uma syscall
* container -> unidade de software que encapsula um aplicativo e suas dependências
* consolidação de servidores -> prática de combinar servidores em um só hardware
\t* + eficiência energética -> menos servidores ligados
\t* + redução de custos
"""

PORTS = """# Redes

## Protocolos

| Protocolo | Porta | Uso |
|---|---|---|
| SSH | 22 | acesso remoto seguro |
| HTTP | 80 | transferência de páginas web |
| DNS | 53 | resolução de nomes |
| SMTP | 25 | envio de e-mail |
| FTP | 21 | transferência de arquivos |
| IMAP | 143 | leitura de e-mail no servidor |
"""

CELLS = """# Biologia

A mitocôndria é a organela responsável pela respiração celular. O ribossomo é a estrutura que sintetiza as proteínas.
Isso permite o crescimento. O termo surgiu em 1890.

- O ser humano possui 46 cromossomos nas células somáticas.
"""


def note(text: str, path: str = "nota.md") -> Note:
    return parse_note(path, text)


def read(text: str, path: str = "nota.md") -> Knowledge:
    """Return what one note gives."""
    parsed = note(text, path)
    return read_note(parsed, learn_genders([parsed]))


def said(text: str) -> set[str]:
    return {fact.text for fact in read(text).facts}


def fact(text: str, *about: str) -> Fact:
    place = Place(Citation(1, "n.md", ("n",), 1, 1, "…"), "n", ("n",), 0)
    return Fact(text, text, place, frozenset(about))


def material(text: str, path: str = "nota.md") -> Material:
    return Material([note(text, path)])


def asked(text: str) -> dict[str, str]:
    """Return the cards and open questions of a note with their keys."""
    made = material(text)
    part = made.part("nota.md")
    return {d.prompt: d.key for write in (write_flashcards, write_open_questions) for d in write(part, made)}


def asserted(text: str) -> list[str]:
    """Return what a note's Certo/Errado asserts."""
    made = material(text)
    return [draft.prompt.split("\n\n")[-1] for draft in write_true_false(made.part("nota.md"), made)]


NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def draw(exercises: ExerciseBank, history: History = NO_HISTORY, **plan: object) -> Drawn:
    """Draw a session of everything there is, but for what `plan` says."""
    return exercises.draw(SessionPlan(**({"count": None} | plan)), history, now=NOW)  # type: ignore[arg-type]


def bank(text: str) -> ExerciseBank:
    return ExerciseBank([note(text)])


def by_aspect(drafts: list[Draft]) -> dict[tuple[str, ...], Draft]:
    return {draft.aspect: draft for draft in drafts}
