"""The grounding check: what cited words carry, and what they do not."""

import pytest

from tutor.answering.grounding import Support, ground
from tutor.types import Citation, PageKind, PageReference

SNAPSHOT = (
    "* snapshot -> imagem instantânea do estado atual de uma VM ou de um sistema de armazenamento; útil para backup"
)
DES = "* DES -> cifra de bloco de 64 bits; chave efetiva de 56 bits; ==considerado inseguro=="
TOTAL = "* virtualização total/hosted -> basta instalar o SO na VM, sem modificar o SO hóspede; ex: VMware, Hyper-V"
APPLIES = (
    "* virtualização não se refere apenas a servidores, mas também a storage; ! não existe virtualização de periféricos"
)
RDP = "* usa protocolos como RDP - Remote Desktop Protocol (porta padrão 3389)"


def cite(n: int, quote: str, *path: str, pages: tuple[PageReference, ...] = ()) -> Citation:
    return Citation(n=n, note=f"{path[0]}.md", path=path, first_line=n, last_line=n, quote=quote, pages=pages)


TYPE_1 = cite(1, "* tipo 1, bare metal, nativo { VMware ESX Server, Hyper-V }", "virtualizacao", "tipos de hypervisors")
TYPE_2 = cite(2, "* tipo 2, hosted { VirtualBox, QEMU }", "virtualizacao", "tipos de hypervisors")
ON_HARDWARE = cite(
    3, "\t* executa diretamente sobre o hardware", "virtualizacao", "tipos de hypervisors", "tipo 1, nativo"
)
ON_SYSTEM = cite(4, "\t* executa acima do SO da máquina", "virtualizacao", "tipos de hypervisors", "tipo 2, hosted")
FACTORS = ("redes", "o desempenho pode ser afetado por fatores como")
HARDWARE = cite(1, "\t* recursos de hardware", *FACTORS)
LOAD = cite(2, "\t* carga de trabalho -> volume de pedidos", *FACTORS)
NO_REPUDIATION = cite(1, "\t* ! não garante não repúdio, porque a chave é compartilhada", "criptografia", "HMAC")
PORT = cite(1, "| SSH | 22 | TCP |", "OSI", "Portas conhecidas", "serviço, porta, transporte")
MERGE = cite(1, "Merge sort | O(n log n) | sim", "ED", "Ordenação", "Algoritmo, Pior caso, Estável")
CONTRAST = cite(1, "AA | intermediário | 4,5:1", "Web", "Níveis", "Nível, Significado, Contraste mínimo")
COMMITTED = cite(1, "READ COMMITTED | não ocorre | possível", "bd", "Níveis", "nível, leitura suja, leitura fantasma")
LEVEL_1 = cite(1, "* nível de hardware -> fica diretamente sobre o hardware", "v", "níveis")
LEVEL_2 = cite(2, "* nível de SO -> fica entre o SO e as aplicações", "v", "níveis")
UDP = "* UDP -> protocolo sem conexão, sem garantia de entrega nem de ordem"
HEADER = cite(1, "* cabeçalho de 20 bytes", "redes", "TCP e UDP", "TCP - Transmission Control Protocol")
MIGRATION = "* live migration -> transferência de VMs entre hypervisors sem que elas sejam desligadas"
SIGNATURE = cite(1, "! não garante sigilo", "criptografia", "assinatura digital")
PICTURE = cite(
    1, "* ![[imagem.png]]", "virtualizacao", pages=(PageReference("apostila so_02", 51, 53, PageKind.PAGE, 2),)
)

CARRIED = {
    "the quote itself": ("Snapshot é uma imagem instantânea do estado atual de uma VM.", [SNAPSHOT]),
    "markdown and markers": ("**snapshot**: imagem instantânea [1]", [SNAPSHOT]),
    "other forms of the words": ("Snapshots são úteis para backups [1].", [SNAPSHOT]),
    "no accents, a typing error": (
        "Snapshot e uma imagem instantanea do estado atual do sistema de armazenamneto",
        [SNAPSHOT],
    ),
    "words of a frame": ("Segundo as notas, snapshot refere-se a uma imagem instantânea.", [SNAPSHOT]),
    "number": ("A porta padrão do RDP é 3389.", [RDP]),
    "number with a thousands point": ("A porta padrão do RDP é 3.389.", [RDP]),
    "number in words": ("O modelo tem 7 camadas.", ["o modelo tem sete camadas"]),
    "decimal comma": ("latência de 1,5 ms", ["latência de 1.5 ms"]),
    "two numbers in their places": ("DES usa bloco de 64 bits e chave de 56 bits.", [DES]),
    "negation kept": ("Não existe virtualização de periféricos.", [APPLIES]),
    "not only, but also": ("A virtualização não se refere apenas a servidores.", [APPLIES]),
    "negation said with another verb": ("Na virtualização total não se modifica o SO hóspede.", [TOTAL]),
    "double negation kept": ("O HMAC não garante não repúdio.", [NO_REPUDIATION]),
    "outline names the subject": ("O VirtualBox é um hypervisor do tipo 2.", [TYPE_1, TYPE_2]),
    "outline above a child": ("O tipo 1 executa diretamente sobre o hardware.", [ON_HARDWARE, ON_SYSTEM]),
    "each clause by its own quote": (
        "O tipo 1 executa sobre o hardware, enquanto o tipo 2 executa acima do SO [3][4].",
        [ON_HARDWARE, ON_SYSTEM],
    ),
    "a list over sibling bullets": (
        "O desempenho é afetado por recursos de hardware e carga de trabalho.",
        [HARDWARE, LOAD],
    ),
    "table row with its headers": ("O serviço SSH usa a porta 22 e o transporte TCP.", [PORT]),
    "cells under negated headers": (
        "READ COMMITTED: leitura suja: não ocorre; leitura não repetível: possível",
        [
            cite(
                1,
                "| READ COMMITTED | não ocorre | possível |",
                "bd",
                "níveis",
                "nível, leitura suja, leitura não repetível",
            )
        ],
    ),
    "a cell that says yes": ("Sim — Merge sort: Pior caso: O(n log n); Estável: sim", [MERGE]),
    "a name that is a stop word": ("**A**", ["A | mínimo | não exige"]),
    "only the name of what is negated": ("**Isolamento**", ["**Isolamento** é a garantia de que não interferem"]),
    "a noun like a frame verb": ("apresentação", ["6 | apresentação | dados"]),
    "no means in the": ("O módulo roda no hardware.", ["o módulo roda sobre o hardware"]),
    "a number below its header": ("AA: Contraste mínimo: 4,5:1", [CONTRAST]),
    "a header that looks like a verdict": ("SSH: nº: 22", [cite(1, "SSH | 22", "a", "serviço, nº")]),
    "prevented where the cell says no": ("O nível READ COMMITTED impede a leitura suja.", [COMMITTED]),
    "names of siblings in a list": (
        "Os níveis são: nível de hardware, nível de SO e nível de linguagem.",
        [LEVEL_1, LEVEL_2, cite(3, "* nível de linguagem", "v", "níveis")],
    ),
    "a verb of need": ("A virtualização total não exige modificar o SO hóspede.", [TOTAL]),
    "a negation carried on": ("O UDP não garante entrega nem ordem.", [UDP]),
    "a verdict before the sentence": ("**Não** — assinatura digital — não garante sigilo", [SIGNATURE]),
    "numbers of a name and of its value": (
        "O resumo do SHA-1 tem 160 bits.",
        ["SHA-1 -> resumo de 160 bits; inseguro"],
    ),
    "page of the citation": ("**p. 51–53 (apostila so_02)**: imagem.png", [PICTURE]),
    "restriction that the quote makes": ("Só o dono pode cancelar.", ["só o dono pode cancelar"]),
}
NOT_CARRIED = {
    "a word from elsewhere": ("Snapshot é uma imagem instantânea criada pela Microsoft.", [SNAPSHOT]),
    "another subject": ("Container é uma imagem instantânea do estado atual de uma VM.", [SNAPSHOT]),
    "wrong number": ("A porta padrão do RDP é 3390.", [RDP]),
    "number that no source has": ("O snapshot ocupa 10 GB.", [SNAPSHOT]),
    "numbers changed round": ("DES usa bloco de 56 bits e chave de 64 bits.", [DES]),
    "negation lost": ("Existe virtualização de periféricos.", [APPLIES]),
    "negation added": ("Snapshot não é útil para backup.", [SNAPSHOT]),
    "double negation halved": ("O HMAC garante não repúdio.", [NO_REPUDIATION]),
    "without made with": ("Na virtualização total é preciso modificar o SO hóspede.", [TOTAL]),
    "opposite word": ("A assimétrica é mais rápida que a simétrica.", ["a assimétrica é mais lenta que a simétrica"]),
    "less for more": ("A assimétrica é menos lenta que a simétrica.", ["a assimétrica é mais lenta que a simétrica"]),
    "opposites changed round": ("O cache aumenta a latência.", ["o cache aumenta a vazão; diminui a latência"]),
    "member of the sibling set": ("O tipo 1 inclui VMware ESX Server e VirtualBox.", [TYPE_1, TYPE_2]),
    "property of the sibling": ("O tipo 1 executa acima do SO.", [ON_HARDWARE, ON_SYSTEM, TYPE_1]),
    "a cell that says no": ("Merge sort: Pior caso: O(n log n); Estável: não", [MERGE]),
    "English no": ("There is a fee.", ["there is no fee"]),
    "words of the sibling's definition": ("O nível de hardware fica entre o SO e as aplicações.", [LEVEL_1, LEVEL_2]),
    "guaranteed where none is": ("O UDP garante entrega e ordem.", [UDP]),
    "allowed where the cell says no": ("O nível READ COMMITTED permite a leitura suja.", [COMMITTED]),
    "a number of the row below": ("O SSH usa a porta 25.", [PORT, cite(2, "| SMTP | 25 | TCP |", *PORT.path)]),
    "a bullet of the neighbour below one heading": ("O UDP tem cabeçalho de 20 bytes.", [HEADER]),
    "need where there is none": ("A live migration exige desligar as VMs.", [MIGRATION]),
    "restriction added": ("Só o snapshot é útil para backup.", [SNAPSHOT]),
    "only the outline": ("Há tipos de hypervisors.", [ON_HARDWARE]),
    "page that no note names": ("Isso está na p. 60 da apostila so_02.", [PICTURE]),
    "no source": ("Snapshot é uma imagem.", []),
    "no content": ("Sim.", [SNAPSHOT]),
    "a name one digit off": ("O SHA-512 tem resumo de 256 bits.", ["SHA-256 -> resumo de 256 bits"]),
    "second sentence invented": ("Snapshot é uma imagem instantânea. Foi criado em 1998.", [SNAPSHOT]),
    "a marker is not a number": ("Snapshot tem 1 imagem [1].", [SNAPSHOT]),
}


@pytest.mark.parametrize(("sentence", "sources"), CARRIED.values(), ids=CARRIED.keys())
def test_carried(sentence: str, sources: list[Citation | str]) -> None:
    support = ground(sentence, sources)
    assert support.supported, support


@pytest.mark.parametrize(("sentence", "sources"), NOT_CARRIED.values(), ids=NOT_CARRIED.keys())
def test_not_carried(sentence: str, sources: list[Citation | str]) -> None:
    support = ground(sentence, sources)
    assert not support.supported, support


def test_says_what_is_missing() -> None:
    support = ground("O snapshot da Oracle ocupa 10 GB.", [SNAPSHOT])
    assert support == Support(carried=("snapshot",), missing=("oracl", "ocup", "gb"), numbers=("10",))
    assert support.share == 0.25


def test_says_what_is_contradicted() -> None:
    assert ground("Snapshot não é útil para backup.", [SNAPSHOT]).contradicted == ("Snapshot não é útil para backup",)
