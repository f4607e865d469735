"""Page references: what counts as one, what it says, and whose source it takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.notes.pages import find_pages, find_source, is_only_pages

P, C, S = "page", "chapter", "slide"

REFERENCES = [
    # forms of the mark
    ("resumo: notas.pdf#page=4", [("notas.pdf", 4, 4, P)]),
    ("p. 51 da apostila so_02", [("apostila so_02", 51, 51, P)]),
    ("p.51", [(None, 51, 51, P)]),
    ("pág. 7", [(None, 7, 7, P)]),
    ("pag 7", [(None, 7, 7, P)]),
    ("pág 7", [(None, 7, 7, P)]),
    ("págs. 7 e 8", [(None, 7, 7, P), (None, 8, 8, P)]),
    ("pags. 7-8", [(None, 7, 8, P)]),
    ("pg. 12", [(None, 12, 12, P)]),
    ("pg5", [(None, 5, 5, P)]),
    ("pgs 12-14", [(None, 12, 14, P)]),
    ("pp. 3–5", [(None, 3, 5, P)]),
    ("pp 3-5", [(None, 3, 5, P)]),
    ("página 8", [(None, 8, 8, P)]),
    ("Página 8.", [(None, 8, 8, P)]),
    ("pagina 8", [(None, 8, 8, P)]),
    ("página: 8", [(None, 8, 8, P)]),
    ("página nº 8", [(None, 8, 8, P)]),
    ("páginas 3 e 4", [(None, 3, 3, P), (None, 4, 4, P)]),
    ("P. 51", [(None, 51, 51, P)]),
    ("pág.: 51", [(None, 51, 51, P)]),
    ("da página 51 até a 53", [(None, 51, 53, P)]),
    ("p. 51, 2º parágrafo", [(None, 51, 51, P)]),
    ("p. 51/60", [(None, 51, 51, P)]),
    ("PÁG. 51", [(None, 51, 51, P)]),
    ("(p. 347)", [(None, 347, 347, P)]),
    ("[p. 347]", [(None, 347, 347, P)]),
    ("p. 1.024", [(None, 1024, 1024, P)]),
    ("fls. 10-12", [(None, 10, 12, P)]),
    ("page 12", [(None, 12, 12, P)]),
    ("see page 12", [(None, 12, 12, P)]),
    ("pages 3-4 of handout X", [("handout X", 3, 4, P)]),
    ("cap. 13", [(None, 13, 13, C)]),
    ("cap 13", [(None, 13, 13, C)]),
    ("capítulo 2", [(None, 2, 2, C)]),
    ("capitulo 2", [(None, 2, 2, C)]),
    ("Capítulos 2 e 3", [(None, 2, 2, C), (None, 3, 3, C)]),
    ("cap. IV", [(None, 4, 4, C)]),
    ("capítulo XII do livro do Tanenbaum", [("livro do Tanenbaum", 12, 12, C)]),
    ("cap. 3.2", [(None, 3, 3, C)]),
    ("ch. 2", [(None, 2, 2, C)]),
    ("chapter 2", [(None, 2, 2, C)]),
    ("slide 4", [(None, 4, 4, S)]),
    ("slides 4-6", [(None, 4, 6, S)]),
    ("Slides 4 a 6 da aula 3", [("aula 3", 4, 6, S)]),
    # ranges and lists
    ("p. 36-37", [(None, 36, 37, P)]),
    ("p. 36 - 37", [(None, 36, 37, P)]),
    ("p. 36—37", [(None, 36, 37, P)]),
    ("p. 36-7", [(None, 36, 37, P)]),
    ("p. 136-42", [(None, 136, 142, P)]),
    ("p.52 a 62", [(None, 52, 62, P)]),
    ("p. 52 até 62", [(None, 52, 62, P)]),
    ("páginas 52 à 62", [(None, 52, 62, P)]),
    ("p. 3 a p. 5", [(None, 3, 5, P)]),
    ("p. 3 - p. 5", [(None, 3, 5, P)]),
    ("pages 3 to 5", [(None, 3, 5, P)]),
    ("entre as páginas 3 e 5", [(None, 3, 5, P)]),
    ("p. 62-52", [(None, 62, 62, P)]),
    ("p. 3, 5 e 9", [(None, 3, 3, P), (None, 5, 5, P), (None, 9, 9, P)]),
    ("p. 3,5 e 9", [(None, 3, 3, P), (None, 5, 5, P), (None, 9, 9, P)]),
    ("p. 3-5, 9", [(None, 3, 5, P), (None, 9, 9, P)]),
    ("p. 3 e p. 7", [(None, 3, 3, P), (None, 7, 7, P)]),
    ("p. 3; p. 7", [(None, 3, 3, P), (None, 7, 7, P)]),
    ("p. 3 e 4 tipos de VM", [(None, 3, 3, P)]),
    ("p. 17 (começo)", [(None, 17, 17, P)]),
    ("p. 17 (começo) da apostila so_02", [("apostila so_02", 17, 17, P)]),
    ("p. 44 (fim) e 45", [(None, 44, 44, P), (None, 45, 45, P)]),
    ("p. 17, começo", [(None, 17, 17, P)]),
    ("p. 51 e seguintes", [(None, 51, 51, P)]),
    ("p. 51ss", [(None, 51, 51, P)]),
    ("p. 51ff.", [(None, 51, 51, P)]),
    ("cap. 2, p. 30", [(None, 2, 2, C), (None, 30, 30, P)]),
    # sources behind the reference
    ("p. 3, 5 e 9 da apostila X", [("apostila X", 3, 3, P), ("apostila X", 5, 5, P), ("apostila X", 9, 9, P)]),
    ("p. 3 e p. 7 da apostila X", [("apostila X", 3, 3, P), ("apostila X", 7, 7, P)]),
    ("p. 3 da apostila X e p. 7 do livro Y", [("apostila X", 3, 3, P), ("livro Y", 7, 7, P)]),
    ("p. 3 do livro Y", [("livro Y", 3, 3, P)]),
    ("p. 10 do PDF aula_03", [("PDF aula_03", 10, 10, P)]),
    ("p. 10 de so_02.pdf", [("so_02.pdf", 10, 10, P)]),
    ("p. 10 (apostila so_02)", [("apostila so_02", 10, 10, P)]),
    ("p. 10, apostila so_02", [("apostila so_02", 10, 10, P)]),
    ("p. 10 - apostila so_02", [("apostila so_02", 10, 10, P)]),
    ("p. 10 apostila so_02", [("apostila so_02", 10, 10, P)]),
    ("p 51 da apostila so_02", [("apostila so_02", 51, 51, P)]),
    ("p. 51 so_02", [("so_02", 51, 51, P)]),
    ("p. 51 (so_02)", [("so_02", 51, 51, P)]),
    ("p. 51, so_02.pdf", [("so_02.pdf", 51, 51, P)]),
    ("p. 51 hypervisor", [(None, 51, 51, P)]),
    ("p. 30 do Tanenbaum", [("Tanenbaum", 30, 30, P)]),
    ("p. 30 do Redes de Computadores", [("Redes de Computadores", 30, 30, P)]),
    ("p. 30 da apostila de redes", [("apostila de redes", 30, 30, P)]),
    ("p. 30 da apostila de sistemas operacionais", [("apostila de sistemas operacionais", 30, 30, P)]),
    ("p. 30 da apostila de redes explica o TCP", [("apostila de redes", 30, 30, P)]),
    ("p. 30 da apostila so_02 fala de VMs", [("apostila so_02", 30, 30, P)]),
    ('p. 30 do livro "Sistemas Operacionais Modernos"', [("livro Sistemas Operacionais Modernos", 30, 30, P)]),
    ("p. 30 do livro Sistemas Operacionais Modernos, 4ª ed.", [("livro Sistemas Operacionais Modernos", 30, 30, P)]),
    ("p. 30 da RFC 2616", [("RFC 2616", 30, 30, P)]),
    ("p. 3 do edital", [("edital", 3, 3, P)]),
    ("p. 3 da apostila", [("apostila", 3, 3, P)]),
    ("cap. 13, p. 347 do livro do Tanenbaum", [("livro do Tanenbaum", 13, 13, C), ("livro do Tanenbaum", 347, 347, P)]),
    ("p. 3 do capítulo 2 do livro Y", [("livro Y", 3, 3, P), ("livro Y", 2, 2, C)]),
    ("slide 4 do PDF aula_03", [("PDF aula_03", 4, 4, S)]),
    ("page 30 of the book Modern Operating Systems", [("book Modern Operating Systems", 30, 30, P)]),
    # sources before the reference
    ("apostila X, p. 3", [("apostila X", 3, 3, P)]),
    ("livro do Tanenbaum, p. 30", [("livro do Tanenbaum", 30, 30, P)]),
    ("apostila so_02 (p. 51)", [("apostila so_02", 51, 51, P)]),
    ("apostila so_02 - p. 51", [("apostila so_02", 51, 51, P)]),
    ("apostila so_02: p. 51", [("apostila so_02", 51, 51, P)]),
    ("so_02.pdf p. 51", [("so_02.pdf", 51, 51, P)]),
    ("so_02, p. 51", [("so_02", 51, 51, P)]),
    ("(so_02 - p. 51)", [("so_02", 51, 51, P)]),
    ("aula 3, slide 4", [("aula 3", 4, 4, S)]),
    ("apostila A, p. 3; livro B, p. 7", [("apostila A", 3, 3, P), ("livro B", 7, 7, P)]),
    ("segundo a apostila so_02, o hypervisor emula o hardware (p. 51)", [("apostila so_02", 51, 51, P)]),
    ("(TANENBAUM, 2015, p. 30)", [("TANENBAUM, 2015", 30, 30, P)]),
    ("(Silberschatz et al., 2018, p. 30-31)", [("Silberschatz et al., 2018", 30, 31, P)]),
    ("(Tanenbaum, p. 30)", [("Tanenbaum", 30, 30, P)]),
    ("Segundo Tanenbaum (p. 17), há redes LAN", [("Tanenbaum", 17, 17, P)]),
    ("de acordo com Silberschatz et al., p. 17", [("Silberschatz et al.", 17, 17, P)]),
    ("Tanenbaum e Bos (2015, p. 30)", [("Tanenbaum e Bos, 2015", 30, 30, P)]),
    # a source that is named elsewhere in the text is not the reference's
    ("hypervisor emula o hardware (p. 51). Ver também o livro Y", [(None, 51, 51, P)]),
    ("Hypervisor, p. 30", [(None, 30, 30, P)]),
    # amid a sentence
    ("snapshot -> imagem do estado da VM (p. 62)", [(None, 62, 62, P)]),
    ("ver p. 62 para mais", [(None, 62, 62, P)]),
    ("como está na página 62 da apostila so_02, a VM migra", [("apostila so_02", 62, 62, P)]),
]

NOT_REFERENCES = [
    "latência p95 de 200 ms",
    "p99",
    "p50/p95",
    "rede p2p",
    "P.S. 3 coisas",
    "docker run -p 80:80",
    "https://a.b/notas.pdf#page=3",
    "R. p. 5",
    "p. ex. 5 máquinas",
    "top. 5",
    "http. 404",
    "1080p 60",
    "https://exemplo.com/p.51",
    "https://exemplo.com/livro#page=3",
    "arquivo_p.51",
    "a página 3 está no quadro 7",
    "páginas de 4 KB",
    "páginas 4 KB",
    "cap. 500 GB",
    "CAPS III funciona 24h",
    "p. 30%",
    "p. 10:30",
    "p. 10.0.0.1",
    "página inicial",
    "capítulo final",
    "slide final",
    "capital 3",
    "chá. 2",
    "PG-13",
    "PG 13",
    "PP 11",
    "$p. 3$x",
    "#p. 3",
]


@pytest.mark.parametrize(("text", "expected"), REFERENCES, ids=[text for text, _ in REFERENCES])
def test_reads_references(text: str, expected: list[tuple[str | None, int, int, str]]) -> None:
    assert [(found.source, found.first, found.last, found.kind.value) for found in find_pages(text)] == expected


@pytest.mark.parametrize("text", NOT_REFERENCES)
def test_leaves_other_numbers_alone(text: str) -> None:
    assert find_pages(text) == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("p. 3", "apostila so_02"),
        ("p. 3 da apostila", "apostila so_02"),
        ("p. 3 da mesma apostila", "apostila so_02"),
        ("p. 3 do livro Y", "livro Y"),
        ("livro Y, p. 3", "livro Y"),
    ],
)
def test_takes_the_enclosing_source_only_where_none_is_named(text: str, source: str) -> None:
    assert [found.source for found in find_pages(text, source="apostila so_02")] == [source]


def test_a_syllabus_right_before_its_page_is_its_source() -> None:
    assert [found.source for found in find_pages("Princípios (syllabus CTFL, p. 17)")] == ["syllabus CTFL"]


def test_says_the_line_of_each_reference() -> None:
    found = find_pages("um p. 3 dois p. 4", first_line=7, breaks=(8,))
    assert [(page.first, page.line) for page in found] == [(3, 7), (4, 8)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Apostila so_02", "Apostila so_02"),
        ("Apostila de Redes", "Apostila de Redes"),
        ("resumo da apostila so_02", "apostila so_02"),
        ("Livro: Redes de Computadores", "Livro Redes de Computadores"),
        ("livro do Tanenbaum", "livro do Tanenbaum"),
        ("so_02.pdf", "so_02.pdf"),
        ("PDF aula_03", "PDF aula_03"),
        ("Slides de virtualização", "Slides de virtualização"),
        ("apostila so_02 x apostila so_03", None),
        ("livro razão", None),
        ("apostila", None),
        ("hypervisor", None),
        ("aula 3", None),
    ],
)
def test_finds_the_one_source_a_text_names(text: str, source: str | None) -> None:
    assert find_source(text) == source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p. 51 da apostila so_02", True),
        ("(p. 347)", True),
        ("ver p. 3 e 5, cap. 2", True),
        ("p. 17 (começo)", True),
        ("Fonte: apostila so_02, p. 51", True),
        ("p. 51 trata de hypervisors", False),
        ("hypervisor (p. 51)", False),
        ("apostila so_02", False),
    ],
)
def test_knows_text_that_is_nothing_but_references(text: str, expected: bool) -> None:
    assert is_only_pages(text) is expected


@given(st.text(alphabet=st.sampled_from("p.áág cas 0123456789-–,;()eaXd_l iv"), max_size=60))
def test_any_text_gives_references_in_order(text: str) -> None:
    for page in find_pages(text):
        assert 0 <= page.first <= page.last
        assert str(page.first) in text.replace(".", "")
