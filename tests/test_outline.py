"""The outline of a note: blocks, their nesting, lines, statements, study marks and page references."""

import pytest
from hypothesis import given, settings
from odd_notes import NOTES

from tutor.notes import parse_note
from tutor.passages import cut_passages
from tutor.types import Block, BlockKind, Form, Marker, Note


def read(text: str, path: str = "pasta/Redes.md") -> Note:
    return parse_note(path, text)


def tree(text: str) -> list[str]:
    """Draw the outline: a line for each block, indented by its depth."""
    note = read(text)
    return ["  " * len(note.ancestors(block)) + f"{block.kind.value}: {block.text}" for block in note.blocks]


def block(note: Note, text: str) -> Block:
    return next(found for found in note.blocks if found.text.startswith(text))


def pages(note: Note, text: str) -> list[tuple[str | None, int]]:
    return [(page.source, page.first) for page in block(note, text).pages]


NESTING = {
    "tabs": ("* a\n\t* b\n\t\t* c\n\t* d\n* e", ["a", " b", "  c", " d", "e"]),
    "two spaces": ("- a\n  - b\n    - c\n  - d\n- e", ["a", " b", "  c", " d", "e"]),
    "four spaces": ("- a\n    - b\n        - c\n- d", ["a", " b", "  c", "d"]),
    "two spaces below a number": ("1. a\n  - b\n2. c", ["a", " b", "c"]),
    "three spaces below a number": ("1. a\n   - b\n2. c", ["a", " b", "c"]),
    "one space is no child": ("- a\n - b", ["a", "b"]),
    "a level left out": ("* a\n\t\t\t* b\n\t* c\n* d", ["a", " b", " c", "d"]),
    "tabs below spaces": ("- a\n    - b\n\t- c\n\t\t- d", ["a", " b", " c", "  d"]),
    "leading tabs are no code": ("\t\t* a\n\t\t\t* b", ["a", " b"]),
    "other signs are siblings": ("* a\n- b\n+ c\n1) d", ["a", "b", "c", "d"]),
    "items of a law, one of them revoked": ("I - a\n\nII - b\n\nV - c", ["a", "b", "c"]),
    "numbers that do not begin with one": ("3. a\n\t7. b", ["a", " b"]),
    "blank lines between": ("* a\n\n\t* b\n\n* c", ["a", " b", "c"]),
    "a sign behind the bullet": ("* + a\n* ! b\n* - c\n- - d", ["+ a", "! b", "- c", "d"]),
    "a heading behind the bullet": ("* # a\n\t* b", ["a", " b"]),
    "an empty bullet": ("* a\n*\n\t* b\n*\t\n* c", ["a", " b", "c"]),
    "a lone dash is no underline": ("* a\n-\n* b", ["a", "b"]),
    "tasks": ("- [ ] a\n\t- [x] b\n- [/] c", ["a", " b", "c"]),
    "a hundred levels": ("\n".join("\t" * at + f"* {at}" for at in range(100)), None),
}


@pytest.mark.parametrize(("text", "expected"), NESTING.values(), ids=NESTING)
def test_nests_bullets(text: str, expected: list[str] | None) -> None:
    note = read(text)
    assert {found.kind for found in note.blocks} == {BlockKind.ITEM}
    drawn = [" " * len(note.ancestors(found)) + found.text for found in note.blocks]
    if expected is None:
        assert [found.text for found in note.blocks] == [str(at) for at in range(100)]
        assert drawn[:60] == [" " * at + str(at) for at in range(60)]
    else:
        assert drawn == expected


def test_sections_hold_what_stands_below_them() -> None:
    text = "# A\ntexto\n## B\n* x\n### C\ntexto c\n## D\n# E\ntexto e"
    assert tree(text) == [
        "heading: A",
        "  paragraph: texto",
        "  heading: B",
        "    item: x",
        "    heading: C",
        "      paragraph: texto c",
        "  heading: D",
        "heading: E",
        "  paragraph: texto e",
    ]


KINDS = {
    "underlined heading": (
        "Título\n======\ntexto\n\nOutro\n---\nmais",
        ["heading: Título", "paragraph: texto", "heading: Outro", "  paragraph: mais"],
    ),
    "a rule ends a list": ("* a\n\n---\n\ntexto", ["item: a", "paragraph: texto"]),
    "prose in a bullet": ("* a\n\n  texto\n* b", ["item: a", "  paragraph: texto", "item: b"]),
    "prose right after a list": ("* azul\nOutra frase.", ["item: azul", "paragraph: Outra frase."]),
    "prose after a list": ("* a\n\ntexto", ["item: a", "paragraph: texto"]),
    "code in a numbered step": ("1. a\n   ```sh\n   ls\n   ```\n2. b", ["item: a", "  code: ls", "item: b"]),
    "code behind the bullet": ("1. ```sh\n   ls\n   ```\n2. b", ["code: ls", "item: b"]),
    "code that is never closed": ("```\na\n\n* b", ["code: a\n\n* b"]),
    "code in a bullet that is never closed": ("* a\n  ```\n  x\n* b", ["item: a", "  code: x", "item: b"]),
    "math": ("$$\nE = mc^2\n$$", ["math: E = mc^2"]),
    "a query of a plugin": ("```dataview\ntable x\n```\ntexto", ["paragraph: texto"]),
    "quote": ("> azul\n> verde\n\nfora", ["quote: azul", "quote: verde", "paragraph: fora"]),
    "quote with a list": ("> tipos:\n> - a\n>   - b", ["quote: tipos:", "  item: a", "    item: b"]),
    "callout with a title": ("> [!note] T\n> frase.\n> - b", ["callout: T", "  paragraph: frase.", "  item: b"]),
    "callout without a title": ("> [!tip]-\n> azul\n> verde", ["callout: azul", "callout: verde"]),
    "callout with a title that shows nothing": ("> [!tip] ^id\n> azul", ["callout: azul"]),
    "nested callout": ("> [!note] T\n> > [!tip] U\n> > a", ["callout: T", "  callout: U", "    paragraph: a"]),
    "callout in a bullet": (
        "* a\n\t> [!note] T\n\t> b\n* c",
        ["item: a", "  callout: T", "    paragraph: b", "item: c"],
    ),
    "announced list": (
        "Os tipos são:\n\n- a\n- b\n\nfim",
        ["paragraph: Os tipos são:", "  item: a", "  item: b", "paragraph: fim"],
    ),
    "list on the next line": ("Passos\n- a\n- b", ["paragraph: Passos", "  item: a", "  item: b"]),
    "list after a sentence": ("Uma frase.\n- a", ["paragraph: Uma frase.", "item: a"]),
    "list below a question": ("Quem pode?\n- a\n- b", ["paragraph: Quem pode?", "  item: a", "  item: b"]),
    "list indented below a sentence": ("Uma frase.\n    - a", ["paragraph: Uma frase.", "  item: a"]),
    "list below what tells of the note": (
        "Data: 3/4\nFonte: apostila so_02\n- a",
        ["paragraph: Data: 3/4", "paragraph: Fonte: apostila so_02", "item: a"],
    ),
    "flashcard over lines": (
        "Qual a natureza?\n?\nAção civil",
        ["paragraph: Qual a natureza?", "  paragraph: Ação civil"],
    ),
    "questions with answers": (
        "P: O que é A?\nR: um B\nP: E C?\nR: um D",
        ["paragraph: P: O que é A? R: um B", "paragraph: P: E C? R: um D"],
    ),
    "bullets that are dashes": (
        "Tipos\n – a: um\n – b: dois, que é longo\n – c: três",
        ["paragraph: Tipos", "  item: a: um", "  item: b: dois, que é longo", "  item: c: três"],
    ),
    "aside behind a dash": (
        "Uma frase\n– e não duas – acaba aqui.",
        ["paragraph: Uma frase", "paragraph: – e não duas – acaba aqui."],
    ),
    "questions without a mark": (
        "P: A\nR: um B\nP: C\nR: um D",
        ["paragraph: P: A R: um B", "paragraph: P: C R: um D"],
    ),
    "bold questions with answers": (
        "**P: O que é A?**\nR: um B\n\n**Q:** what is C?\n**A:** a D",
        ["paragraph: P: O que é A? R: um B", "paragraph: Q: what is C? A: a D"],
    ),
    "a record of labelled lines": (
        "Oligopólio\nnº de firmas: muitas\nproduto: homogêneo\nex: aéreas",
        ["paragraph: Oligopólio", "  paragraph: nº de firmas: muitas", "  paragraph: produto: homogêneo ex: aéreas"],
    ),
    "records of fields": (
        "nível:: unidade\nquem:: dev\nfoco:: função\n\nnível:: sistema\nquem:: equipe\nfoco:: o todo",
        [
            *("paragraph: nível: unidade", "  paragraph: quem: dev", "  paragraph: foco: função"),
            *("paragraph: nível: sistema", "  paragraph: quem: equipe", "  paragraph: foco: o todo"),
        ],
    ),
    "fields that are no record": (
        "uso:: redes\nporta:: 22\ncamada:: sete",
        ["paragraph: uso: redes", "paragraph: porta: 22", "paragraph: camada: sete"],
    ),
    "labelled lines of like lengths": (
        "**Vroom**\n\tmotivação = expectância x instrumentalidade x valência\n\texpectância: esforço leva a desempenho"
        "\n\tinstrumentalidade: desempenho leva a recompensa",
        [
            "paragraph: Vroom",
            "  item: motivação = expectância x instrumentalidade x valência",
            "  item: expectância: esforço leva a desempenho",
            "  item: instrumentalidade: desempenho leva a recompensa",
        ],
    ),
    "a sentence that goes on to a label": (
        "A rede é composta de\ntrês partes: a, b e c",
        ["paragraph: A rede é composta de três partes: a, b e c"],
    ),
    "a list that goes on answering": (
        "P: Caixa-preta? R: não olha o código.\n- tabela\n- grafo",
        ["paragraph: P: Caixa-preta? R: não olha o código.", "  item: tabela", "  item: grafo"],
    ),
    "lines below a card": (
        "**P: Caixa-preta?**\nR: não olha o código.\nTécnicas:\n- tabela\n\nP: E a branca?\nR: olha.",
        [
            *("paragraph: P: Caixa-preta? R: não olha o código.", "  paragraph: Técnicas:", "    item: tabela"),
            "paragraph: P: E a branca? R: olha.",
        ],
    ),
    "terms between their bullets": (
        "AVL = balanceada\n- de 1962\nB = guarda chaves\n- de 1970\nalgo novo\n- dele",
        [
            *("paragraph: AVL = balanceada", "  item: de 1962"),
            *("paragraph: B = guarda chaves", "  item: de 1970"),
            *("paragraph: algo novo", "item: dele"),
        ],
    ),
    "a list for an answer": (
        "**P: Quais os tipos?**\nR:\n1. um A\n2. um B",
        ["paragraph: P: Quais os tipos? R:", "  item: um A", "  item: um B"],
    ),
    "a tag above an answer": (
        "texto\n\n#redes\n?\nAção civil",
        ["paragraph: texto", "paragraph: ?", "paragraph: Ação civil"],
    ),
    "an answer to a question": ("Q: o que é?\nA: um", ["paragraph: Q: o que é? A: um"]),
    "an option is no answer": ("Qual a capital?\nA. Natal", ["paragraph: Qual a capital?", "paragraph: A. Natal"]),
    "the longest of lines that each end": (
        "INVEST = seis letras\nEstimativa = consenso com cartas, em sequência modificada\ncrase vem depois\nFim",
        [
            "paragraph: INVEST = seis letras",
            "paragraph: Estimativa = consenso com cartas, em sequência modificada",
            "paragraph: crase vem depois",
            "paragraph: Fim",
        ],
    ),
    "a value behind the longest line": (
        "Pronto = descrição formal do estado do incremento com a qualidade exigida\nBacklog = lista ordenada",
        [
            "paragraph: Pronto = descrição formal do estado do incremento com a qualidade exigida",
            "paragraph: Backlog = lista ordenada",
        ],
    ),
    "indented lines": (
        "sniffing = captura\n\tferramentas { tcpdump }\n\t\tpromíscuo\nspoofing = falsificar",
        [
            "paragraph: sniffing = captura",
            "  item: ferramentas { tcpdump }",
            "    item: promíscuo",
            "paragraph: spoofing = falsificar",
        ],
    ),
    "an indented example": (
        "história = descrição curta\n    ex: Como aluno quero",
        ["paragraph: história = descrição curta ex: Como aluno quero"],
    ),
    "a line behind a field": (
        "5xx:: erro do servidor\nmais cobrados",
        ["paragraph: 5xx: erro do servidor", "paragraph: mais cobrados"],
    ),
    "a label behind a list": (
        "Vantagens:\n- rápido\nDesvantagens:\n- caro",
        ["paragraph: Vantagens:", "  item: rápido", "paragraph: Desvantagens:", "  item: caro"],
    ),
    "a definition that tells of no note": (
        "Concurso: modalidade de licitação\n- a",
        ["paragraph: Concurso: modalidade de licitação", "  item: a"],
    ),
    "flashcard with a list": ("Camadas:: são quatro\n- acesso", ["paragraph: Camadas: são quatro", "  item: acesso"]),
    "below a bullet that shows nothing": ("- RAID\n- ~~SCSI~~\n\t- TCP", ["item: RAID", "item: TCP"]),
    "a heading without words": (
        "# A\n\n## RAID\n\n## ![[x.png]]\n\ntexto",
        ["heading: A", "heading: RAID", "paragraph: ", "paragraph: texto"],
    ),
    "a picture amid a list": (
        "Passos:\n1. a\n\n![[x.png]]\n\n2. b",
        ["paragraph: Passos:", "  item: a", "paragraph: ", "  item: b"],
    ),
    "announced code": (
        "- liste:\n\n`ls`\n\n- apague:\n\n```\nrm x\n```",
        ["item: liste:", "  paragraph: ls", "item: apague:", "  code: rm x"],
    ),
    "bold line as a heading": ("**Tipos**\n\ntexto\n\n## B", ["heading: Tipos", "  paragraph: texto", "heading: B"]),
    "bold line above its text": (
        "**Tipos**\ntexto\n\noutro",
        ["paragraph: Tipos", "  paragraph: texto", "paragraph: outro"],
    ),
    "bold line above its list": ("**Tipos**\n- a\n\noutro", ["paragraph: Tipos", "  item: a", "paragraph: outro"]),
    "a tag above lines": ("#redes\nR: um\nS: dois", ["paragraph: R: um", "paragraph: S: dois"]),
    "lines above bullets deeper than they": (
        "! **KNN**\n\t- lento\n! **DBSCAN**\n\t+ acha ruído\n\t- por densidade\n\noutro",
        [
            "paragraph: ! KNN",
            "  item: lento",
            "paragraph: ! DBSCAN",
            "  item: acha ruído",
            "  item: por densidade",
            "paragraph: outro",
        ],
    ),
    "lines that stand alone": (
        "CPU -> processa\nRAM -> guarda",
        ["paragraph: CPU -> processa", "paragraph: RAM -> guarda"],
    ),
    "a sentence over two lines": ("a camada de\nsoftware", ["paragraph: a camada de software"]),
    "bullets copied from a PDF": (
        "Tipos:\n• a\n\t– b\n• c",
        ["paragraph: Tipos:", "  item: a", "    item: b", "  item: c"],
    ),
    "letters": ("Tipos:\na) azul\nb) verde", ["paragraph: Tipos:", "  item: azul", "  item: verde"]),
    "items of a law": (
        "São fins:\nI - azul;\nII – verde.",
        ["paragraph: São fins:", "  item: azul;", "  item: verde."],
    ),
    "letters out of order": ("X - azul\n\nc) verde", ["paragraph: X - azul", "paragraph: c) verde"]),
    "a dash amid prose": ("azul\n– verde", ["paragraph: azul", "paragraph: – verde"]),
    "a bullet amid plain lines": (
        "cores\n\tazul\n\t\tdo céu\n\t\t- do mar\n\tverde\n\t\tda folha\nformas\n\t1. reta\n\t! a torta não vale",
        [
            "paragraph: cores",
            "  item: azul",
            "    item: do céu",
            "    item: do mar",
            "  item: verde",
            "    item: da folha",
            "paragraph: formas",
            "  item: reta",
            "  item: ! a torta não vale",
        ],
    ),
    "a line that ends in a small word above a shallower one": (
        "a\n\t\tsoma com as outras\n\tde verão",
        ["paragraph: a", "  item: soma com as outras", "  item: de verão"],
    ),
    "a bullet that ends in a small word above a shallower line": (
        "a\n\t\t+ soma com as outras\n\tde verão",
        ["paragraph: a", "  item: soma com as outras", "  item: de verão"],
    ),
    "definition list": ("azul\n: cor do céu\n- claro", ["paragraph: azul : cor do céu", "  item: claro"]),
    "a picture between a line and its list": (
        "Postulados de Z\n![[a.png]]\n1. azul",
        ["paragraph: Postulados de Z", "paragraph: ", "  item: azul"],
    ),
    "a table below a bullet that names kinds": (
        "- tipos de cor\n\n| a | b |\n|---|---|\n| x | y |\n\n- outra",
        ["item: tipos de cor", "  table: a, b", "    row: x — b: y", "item: outra"],
    ),
    "html": ("<details>\n<b>a</b> x<br>y\n</details>", ["paragraph: a x y"]),
    "footnote": ("a[^1]\n\n[^1]: b", ["paragraph: a", "paragraph: b"]),
}


@pytest.mark.parametrize(("text", "expected"), KINDS.values(), ids=KINDS)
def test_reads_blocks(text: str, expected: list[str]) -> None:
    assert tree(text) == expected


def test_hard_wrapped_prose_is_one_paragraph() -> None:
    text = (
        "Virtualização é a técnica que permite executar vários sistemas\n"
        "operacionais no mesmo hardware. Cada um recebe a sua parte dos\n"
        "recursos."
    )
    assert len(read(text).blocks) == 1


def test_reads_tables_row_by_row() -> None:
    note = read("| Protocolo | Porta |\n|---|:-:|\n| SSH | 22 |\n| [[dns\\|DNS]] | 53 (p. 30) |\nfora")
    table, ssh, dns, outside = note.blocks
    assert (table.kind, table.text, table.first_line, table.last_line) == (BlockKind.TABLE, "Protocolo, Porta", 1, 2)
    assert (ssh.kind, ssh.text, ssh.parent, ssh.first_line) == (BlockKind.ROW, "SSH — Porta: 22", 0, 3)
    assert ssh.cells == (("Protocolo", "SSH"), ("Porta", "22"))
    assert (ssh.statement.terms, ssh.statement.definition, ssh.statement.form) == (("SSH",), "Porta: 22", Form.ROW)
    assert (dns.statement.label, dns.links) == ("DNS", ("dns",))
    assert (outside.kind, outside.parent) == (BlockKind.PARAGRAPH, None)
    assert pages(note, "DNS") == [(None, 30)]
    assert table.pages == ()


@pytest.mark.parametrize(
    ("header", "row", "text"),
    [
        ("Termo | Definição", "VM | máquina virtual", "VM — máquina virtual"),
        ("# | Camada | Função", "1 | física | bits", "física — Função: bits"),
        ("Porta | TCP | UDP", "53 | sim | sim", "53 — TCP: sim; UDP: sim"),
        ("Nível | Discos | Falhas", "5 | 3 | 1", "5 — Discos: 3; Falhas: 1"),
        ("Camada | Nome | PDU", "2 | enlace | quadro", "enlace — PDU: quadro; Camada: 2"),
        ("Porta | Serviço", "80 | HTTP", "80 — Serviço: HTTP"),
        ("Camada | Nº | Função", "física | 1 | bits", "física — Nº: 1; Função: bits"),
        (" | TCP | UDP", "conexão | sim | não", "conexão — TCP: sim; UDP: não"),
        ("A | B", "só a | ", "só a"),
    ],
)
def test_a_row_is_about_its_first_cell(header: str, row: str, text: str) -> None:
    rule = "|".join("---" for _ in header.split("|"))
    assert read(f"|{header}|\n|{rule}|\n|{row}|").blocks[1].text == text


def test_blocks_know_their_lines() -> None:
    text = "# T\n\n* primeira\n\tsegunda\n\n\t* b\n\n> [!note] C\n> d\n\n```\nx\ny\n```\n"
    spans = {found.text: (found.first_line, found.last_line) for found in read(text).blocks}
    assert spans == {
        "T": (1, 1),
        "primeira": (3, 3),
        "segunda": (4, 4),
        "b": (6, 6),
        "C": (8, 8),
        "d": (9, 9),
        "x\ny": (11, 14),
    }


TITLES = {
    "file name": ("texto", "Redes", None),
    "sole H1 above all": ("# Título\n## B", "Título", (None, None)),
    "front matter": ("---\ntitle: Outro\n---\n# Título", "Outro", (None,)),
    "front matter and the same H1": ("---\ntitle: título\n---\n# Título\n## B", "título", (None, None)),
    "two H1": ("# A\n## B\n# C", "Redes", (None, 0, None)),
    "H1 that is the file name": ("# redes\n## B\n# C", "Redes", (None, None, None)),
    "H1 below other text": ("texto\n\n# A", "Redes", (None, None)),
}


@pytest.mark.parametrize(("text", "title", "parents"), TITLES.values(), ids=TITLES)
def test_titles(text: str, title: str, parents: tuple[int | None, ...] | None) -> None:
    note = read(text)
    assert note.title == title
    if parents is not None:
        assert tuple(found.parent for found in note.blocks) == parents


def test_a_path_says_the_title_once() -> None:
    note = read("# Redes\n## Camadas\n* física -> bits\n\t* cabos")
    assert note.path_of(block(note, "cabos")) == ("Redes", "Camadas", "física")


FRONT_MATTER = {
    "lists": ("title: T\naliases:\n  - a\n  - b\ntags: [x, y]", ("T", ("a", "b"), ("x", "y"))),
    "words": ("aliases: um só\ntags: x, y z", ("Redes", ("um só",), ("x", "y", "z"))),
    "numbers": ("title: 2024\ntags: 5", ("2024", (), ("5",))),
    "broken": ('title: T\naliases: ["a\ntags: : :', ("T", ('["a',), (":",))),
    "no mapping": ("- a\n- b", ("Redes", (), ())),
}


@pytest.mark.parametrize(("yaml", "expected"), FRONT_MATTER.values(), ids=FRONT_MATTER)
def test_reads_front_matter(yaml: str, expected: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    note = read(f"---\n{yaml}\n---\ntexto")
    assert (note.title, note.aliases, note.tags) == expected
    assert note.blocks[0].first_line == yaml.count("\n") + 4


def test_front_matter_that_is_never_closed_is_text() -> None:
    assert [found.text for found in read("---\ntitle: T\n\ntexto").blocks] == ["title: T", "texto"]


def test_comments_are_no_blocks() -> None:
    assert tree("a %%x%% b\n%%\n* c\n%%\n* d <!-- e\nf -->\n\n`%%` h %%") == [
        "paragraph: a b",
        "item: d",
        "paragraph: %% h %%",
    ]


def test_tags_of_the_whole_note() -> None:
    note = read("---\ntags: [a]\n---\n#b\n\n* x #c\n\n| y |\n|---|\n| z #d |\n\n## e #f")
    assert note.tags == ("a", "b", "c", "d", "f")


def test_a_field_defines_the_term_it_names_or_the_bullet_above() -> None:
    note = read("def:: **snapshot**: imagem da VM\n\n* hypervisor\n\t* o q é:: camada de software\n* Porta do SSH:: 22")
    named, _, below, card = note.blocks
    assert (named.text, named.statement.terms, named.statement.form) == (
        "snapshot: imagem da VM",
        ("snapshot",),
        Form.FIELD,
    )
    assert (below.statement.terms, below.statement.definition) == (("hypervisor",), "camada de software")
    assert (card.statement.label, card.statement.definition, card.statement.form) == ("Porta do SSH", "22", Form.FIELD)


STUDY_MARKS = {
    "a bullet below": ("* a\n\t* anki:: isto", [("a", ("anki",), False), ("isto", ("anki",), True)]),
    "without words": ("* a\n\t* n_entendi::", [("a", ("n_entendi",), False), ("", ("n_entendi",), True)]),
    "what hangs from a mark": (
        "* a\n\t* todo::\n\t\t* ver p. 3",
        [("a", ("todo",), False), ("", ("todo",), True), ("ver p. 3", (), True)],
    ),
    "above a list": ("revisado:: sim\n* a", [("sim", ("revisado",), True), ("a", (), False)]),
    "a tag above a list": ("#redes #revisar\n* a", [("", ("revisar",), True), ("a", (), False)]),
    "a name of a study": ("* cards de memória:: SD", [("cards de memória: SD", (), False)]),
    "what is stressed": ("* caiu:: RAID 5 tolera uma falha", [("caiu: RAID 5 tolera uma falha", (), False)]),
    "what fell": ("* caiu:: FGV", [("FGV", ("caiu",), True)]),
    "amid wrapped lines": (
        "O kernel é o núcleo todo:: ver\ne gerencia processos e\nmemória",
        [("O kernel é o núcleo e gerencia processos e memória", ("todo",), False)],
    ),
    "an address is none": ("* loopback (::1) e (fe80::1)", [("loopback (::1) e (fe80::1)", (), False)]),
    "a tag as a word": ("* #TCP é confiável e usado pelo #HTTP", [("TCP é confiável e usado pelo HTTP", (), False)]),
    "an error of a sheet is no tag": ("* #REF! – célula apagada", [("#REF! – célula apagada", (), False)]),
    "announcing a list": ("todo::\n* a", [("", ("todo",), True), ("a", (), True)]),
    "a name above a list": ("Frutas::\n* a", [("Frutas:", (), False), ("a", (), False)]),
    "a mark in capitals above a list": ("Revisar::\n* a", [("", ("revisar",), True), ("a", (), True)]),
    "a coined word above a list": ("confuso::\n* a", [("", ("confuso",), True), ("a", (), True)]),
    "in brackets": ("* a [anki:: x] (duvida:: y)", [("a", ("anki", "duvida"), False)]),
    "at the end": ("* a todo:: ver isso", [("a", ("todo",), False)]),
    "as a tag": ("* a #revisar", [("a", ("revisar",), False)]),
    "a priority": ("* a\n\t* prioridade:: alta", [("a", ("prioridade",), False), ("alta", ("prioridade",), True)]),
    "a coined word": ("* a\n\t* ver_prof:: x", [("a", ("ver_prof",), False), ("x", ("ver_prof",), True)]),
    "a name of several words": ("* vigencia_pa:: 4 anos", [("vigencia_pa: 4 anos", (), False)]),
    "a question of the student": ("* prof_x:: cai na prova?", [("cai na prova?", ("prof_x",), True)]),
    "what the note is about": (
        "assunto:: horta de praça\n* a",
        [("horta de praça", ("assunto",), True), ("a", (), False)],
    ),
    "what the note is for": ("prova:: TCU / FGV 2023", [("TCU / FGV 2023", ("prova",), True)]),
    "what is no exam": ("* prova:: o que convence", [("prova: o que convence", (), False)]),
    "not understood": ("* nao_entendi:: por que seca", [("por que seca", ("nao_entendi",), True)]),
    "a fact is none": ("* a\n\t* ano:: 1956", [("a", (), False), ("ano: 1956", (), False)]),
    "an example is none": ("* ex:: Xen", [("ex: Xen", (), False)]),
    "code is none": ("* `anki:: x` a", [("anki:: x a", (), False)]),
    "a namespace is none": ("* std::vector guarda", [("std::vector guarda", (), False)]),
}


@pytest.mark.parametrize(("text", "expected"), STUDY_MARKS.values(), ids=STUDY_MARKS)
def test_keeps_study_marks(text: str, expected: list[tuple[str, tuple[str, ...], bool]]) -> None:
    assert [(found.text, found.study_marks, found.is_study_mark) for found in read(text).blocks] == expected


def test_a_mark_is_no_page_reference() -> None:
    assert all(found.pages == () for found in read("* a\n\t* todo:: ler p. 51").blocks)


def test_a_warning_callout_is_a_warning() -> None:
    note = read("> [!warning] Cuidado\n> x\n\n> [!note] Nota")
    assert [found.statement.marker for found in note.blocks] == [Marker.WARNING, None, None]


def test_a_reference_belongs_to_its_block_and_the_parent_right_above() -> None:
    note = read("* a\n\t* ![[fig.png]]\n\t\t* p. 51 da apostila so_02\n\t* b\n* c")
    image = note.blocks[1]
    assert (image.text, image.statement.label, [embed.target for embed in image.embeds]) == ("", "fig.png", ["fig.png"])
    assert [(page.source, page.first, page.line) for page in image.pages] == [("apostila so_02", 51, 3)]
    assert image.pages == note.blocks[2].pages
    assert [note.blocks[at].pages for at in (0, 3, 4)] == [(), (), ()]


def test_a_heading_takes_only_what_is_nothing_but_a_reference() -> None:
    note = read("## A\n(p. 17)\n\ntexto\n\n## B\ntexto\n\n(p. 20)\n\n## C\nalgo (p. 30)\n\n## D\n![[x.pdf#page=12]]")
    assert [pages(note, name) for name in "ABCD"] == [[(None, 17)], [], [], [("x.pdf", 12)]]


ENCLOSING = {
    "heading": ("## Apostila so_02\n* a\n\t* b (p. 51)", "apostila so_02"),
    "front matter": ("---\nfonte: apostila so_02\n---\n* b (p. 51)", "apostila so_02"),
    "front matter key": ("---\napostila: so_02\n---\n* b (p. 51)", "apostila so_02"),
    "front matter link": ('---\nsource: "[[pdfs/so_02.pdf]]"\n---\n* b (p. 51)', "so_02.pdf"),
    "title": ("# Apostila so_02\n* b (p. 51)", "apostila so_02"),
    "declared line above": ("## A\nFonte: apostila so_02\n\n* a\n\t* b (p. 51)", "apostila so_02"),
    "declared line in another section": ("## A\nFonte: apostila so_02\n\n## B\n* b (p. 51)", None),
    "slides of a lecture": ("## Slides aula 3\n* b (p. 51)", "slides aula 3"),
    "embedded file above": ("* ![[so_02.pdf]]\n\t* b (p. 51)", "so_02.pdf"),
    "nearest wins": ("## Apostila X\n* apostila so_02\n\t* b (p. 51)", "apostila so_02"),
    "same block": ("* b, diz a apostila so_02 (p. 51)", "apostila so_02"),
    "a sibling gives nothing": ("* a (p. 3 da apostila so_02)\n* b (p. 51)", None),
    "a child gives nothing": ("* b (p. 51)\n\t* p. 3 da apostila so_02", None),
    "two above give nothing": ("* apostila A x apostila B\n\t* b (p. 51)", None),
}


@pytest.mark.parametrize(("text", "source"), ENCLOSING.values(), ids=ENCLOSING)
def test_a_reference_takes_the_nearest_enclosing_source(text: str, source: str | None) -> None:
    own = [page for page in block(read(text), "b").pages if page.first == 51]
    assert [(page.source or "").lower() for page in own] == [source or ""]


@pytest.mark.parametrize(
    ("said", "source"),
    [
        pytest.param("p. 9 da mesma apostila", "apostila so_02", id="the last of the noun"),
        pytest.param("p. 9 do mesmo livro", "livro Y", id="the last"),
        pytest.param("ibid., p. 9", "livro Y", id="whatever it is"),
        pytest.param("p. 9", None, id="another perhaps"),
    ],
)
def test_the_same_source_is_the_last_that_was_named(said: str, source: str | None) -> None:
    note = read(f"# N\n\n- A (p. 3 da apostila so_02)\n- B (p. 4 do livro Y)\n\n## M\n\n- C ({said})")
    assert block(note, "C (").pages[0].source == source


def test_a_footnote_gives_its_pages_to_the_block_that_cites_it() -> None:
    note = read("a[^x]\n\nb\n\n[^x]: Tanenbaum, Redes, p. 33.")
    assert [pages(note, text) for text in ("a", "b")] == [[("Tanenbaum, Redes", 33)], []]


def test_code_and_addresses_hold_no_references() -> None:
    note = read("* `p. 3` e https://x.com/p.4\n\n```\np. 5\n```\n\n$$\np. 6\n$$")
    assert [found.pages for found in note.blocks] == [(), (), ()]


def test_page_asides_are_no_part_of_names() -> None:
    statement = read("* hypervisor (p. 17) -> camada de software (p. 18)").blocks[0].statement
    assert (statement.terms, statement.definition) == (("hypervisor",), "camada de software")


@pytest.mark.parametrize("sign", ["", "- "], ids=["lines", "bullets"])
def test_outlines_end_at_a_depth(sign: str) -> None:
    note = read("\n".join("\t" * at + f"{sign}linha {at}" for at in range(1200)))
    assert len(note.blocks) == 1200
    assert max(len(note.ancestors(found)) for found in note.blocks) == 60
    assert cut_passages(note)


def test_a_note_of_one_endless_line_is_read_in_time() -> None:
    note = read("* " + "palavra **forte** [[x]] p. 3 -> `c` " * 100_000)
    assert (len(note.blocks), len(note.blocks[0].statement.label)) == (1, 80)


@settings(max_examples=400, deadline=None)
@given(NOTES)
def test_any_text_is_an_outline(text: str) -> None:
    note = read(text)
    last_line = 0
    for at, found in enumerate(note.blocks):
        assert found.id == at
        assert found.parent is None or 0 <= found.parent < at
        assert last_line < found.first_line <= found.last_line <= text.count("\n") + 1
        assert all(0 <= start < end <= len(found.text) for start, end in found.strong)
        assert all(0 <= page.first <= page.last and page.line >= 1 for page in found.pages)
        last_line = found.last_line
    assert note == read(text)


@settings(max_examples=200, deadline=None)
@given(NOTES.filter(lambda text: "[^" not in text))
def test_a_page_stands_in_the_block_or_right_below_it(text: str) -> None:
    note = read(text)
    for found in note.blocks:
        near = (found, *note.children(found))
        assert all(any(at.first_line <= page.line <= at.last_line for at in near) for page in found.pages)
