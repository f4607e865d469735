"""Words: tokens, folds, stems, stop words, typing errors and which language a text is in."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.language import (
    accented,
    content_tokens,
    fold,
    is_misspelling,
    is_stop_word,
    language_of,
    stem,
    stems,
    tokens,
)

ANY_TEXT = st.text(max_size=200)
WORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Virtualização", "virtualizacao"),
        ("ÓRGÃO Público", "orgao publico"),
        ("virtualizac\u0327a\u0303o", "virtualizacao"),
        ("Straße", "strasse"),
        ("ﬁm x²", "fim x2"),
        ("", ""),
    ],
    ids=["cedilla and tilde", "capitals", "decomposed", "sharp s", "ligature and power", "empty"],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("O hypervisor é leve.", ["o", "hypervisor", "e", "leve"]),
        ("C++ e C#, mas a+b", ["c++", "e", "c#", "mas", "a", "b"]),
        ("porta 3389 (RDP)", ["porta", "3389", "rdp"]),
        ("TCP/IP", ["tcp", "ip"]),
        ("VMs e CPUs", ["vm", "e", "cpu"]),
        ("E/S, I/O e S.O.", ["es", "io", "e", "so"]),
        ("e/ou C/C++", ["e", "ou", "c", "c++"]),
        ("snake_case-e-hifens", ["snake", "case", "e", "hifens"]),
        ("192.168.0.1", ["192", "168", "0", "1"]),
        ("virtualizac\u0327a\u0303o", ["virtualizacao"]),
        ("-> { , } \n\t", []),
        ("", []),
    ],
    ids=[
        "sentence",
        "signs of languages",
        "number in brackets",
        "slash between words",
        "plural of acronyms",
        "slash and dots between letters",
        "slash that is none of those",
        "underscore and hyphen",
        "dotted number",
        "decomposed accents",
        "only signs",
        "empty",
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("O que é o hypervisor?", ["hypervisor"]),
        ("What is the hypervisor?", ["hypervisor"]),
        ("O que é SO?", ["so"]),
        ("só isso", []),
        ("o que e so?", ["so"]),
        ("NAS, DAS e SAN", ["nas", "das", "san"]),
        ("nas redes das empresas", ["redes", "empresas"]),
        ("ataque DoS", ["ataque", "dos"]),
        ("diferença entre WHERE e HAVING", ["diferenca", "where", "having"]),
        ("Qual NÃO é vantagem", ["vantagem"]),
        ("OU", ["ou"]),
        ("UNION ALL", ["union", "all"]),
        ("O QUE É UM PROCESSO", ["processo"]),
        ("um nó e os nós da árvore", ["no", "nos", "arvore"]),
        ("no nos", []),
        ("Lei nº 8.666", ["lei", "8666"]),
        ("Dê três exemplos", ["tres", "exemplos"]),
        ("", []),
    ],
    ids=[
        "portuguese question",
        "english question",
        "acronym that looks like só",
        "só",
        "acronym in small letters",
        "acronyms that look like prepositions",
        "prepositions",
        "acronym with a small letter",
        "english keywords in capitals",
        "emphasis",
        "name in capitals",
        "names in capitals",
        "everything in capitals",
        "accents tell nouns from prepositions",
        "prepositions without accents",
        "ordinal sign",
        "imperative",
        "empty",
    ],
)
def test_content_tokens(text: str, expected: list[str]) -> None:
    assert content_tokens(text) == expected


@pytest.mark.parametrize(
    "forms",
    [
        "virtualização virtualizacao virtualizações virtualization",
        "disponibilidade disponibilidades",
        "máquina máquinas maquinas",
        "servidor servidores",
        "registrador registradores",
        "nível níveis nivel niveis",
        "fácil fáceis",
        "útil úteis",
        "perfil perfis",
        "papel papéis",
        "canal canais",
        "função funções",
        "pão pães",
        "órgão órgãos",
        "imagem imagens",
        "raiz raízes",
        "vez vezes",
        "lei leis",
        "dia dias",
        "uso usos",
        "país países",
        "software softwares",
        "árvore árvores",
        "processo processos",
        "objetivo objetivos",
        "hóspede hóspedes",
        "layer layers",
        "join joins",
        "token tokens",
        "vlan vlans",
        "jardim jardins",
        "server servers",
        "class classes",
        "migrar migrando migrada",
        "segurança seguranças",
        "consistência consistências",
    ],
)
def test_forms_of_one_word_share_a_stem(forms: str) -> None:
    assert len({stem(token) for token in tokens(forms)}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hóspede", "hospedeiro"),
        ("objetivo", "objeto"),
        ("processador", "processo"),
        ("registrador", "registro"),
        ("conformidade", "conforme"),
        ("integridade", "integrar"),
        ("finalidade", "final"),
        ("paginação", "página"),
        ("ativo", "atividade"),
        ("equipamento", "equipe"),
        ("recursivo", "recurso"),
        ("terminal", "terminar"),
        ("fila", "file"),
        ("page", "pagas"),
        ("camada", "câmara"),
        ("índice", "indicar"),
        ("https", "http"),
    ],
)
def test_words_of_another_meaning_keep_their_own_stem(one: str, other: str) -> None:
    assert stem(fold(one)) != stem(fold(other))


@pytest.mark.parametrize("token", ["vm", "tcp", "3389", "c++", "p95", ""])
def test_short_words_and_numbers_are_their_own_stem(token: str) -> None:
    assert stem(token) == token


def test_stems_of_a_sentence() -> None:
    assert stems("As máquinas virtuais migram entre hosts físicos") == ["maquin", "virtual", "migr", "host", "fisic"]


@pytest.mark.parametrize(
    ("roman", "arabic"),
    [("tipo I", "tipo 1"), ("hypervisor tipo ii", "hypervisor tipo 2"), ("fases III e IX", "fases 3 e 9")],
)
def test_a_roman_numeral_has_the_stem_of_its_digits(roman: str, arabic: str) -> None:
    assert stems(roman) == stems(arabic)


@pytest.mark.parametrize(
    "text",
    ["when should I use it", "categorias X e V", "OSPF-II", "o IV no WEP", "what type i need", "the counterpart I use"],
)
def test_a_letter_is_no_numeral(text: str) -> None:
    assert not any(stem.isdecimal() for stem in stems(text))


@pytest.mark.parametrize(
    ("word", "expected"),
    [("sequencia", "sequência"), ("sancoes", "sanções"), ("paginna", "paginna"), ("hipervisor", "hipervisor")],
)
def test_words_get_their_accents_back(word: str, expected: str) -> None:
    assert accented(word) == expected


@pytest.mark.parametrize("token", ["de", "the", "nao", "esta", "qual", "which"])
def test_stop_words(token: str) -> None:
    assert is_stop_word(token)


@pytest.mark.parametrize("token", ["so", "hypervisor", "vm", "tipo", "", "3389"])
def test_words_of_content(token: str) -> None:
    assert not is_stop_word(token)


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("hipervisor", "hypervisor"),
        ("virtualizaçao", "virtualização"),
        ("virtaulizacao", "virtualizacao"),
        ("desempnho", "desempenho"),
        ("snapshoot", "snapshot"),
        ("conteiner", "container"),
        ("kernal", "kernel"),
        ("veiw", "view"),
        ("apgar", "pagar"),
    ],
    ids=[
        "substitution",
        "accent",
        "swap",
        "deletion",
        "insertion",
        "two edits",
        "short",
        "swap of four",
        "swap of first",
    ],
)
def test_a_typing_error_is_one(written: str, known: str) -> None:
    assert is_misspelling(fold(written), fold(known))


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("rede", "rode"),
        ("tipo1", "tipo2"),
        ("3389", "3398"),
        ("banco", "manco"),
        ("paralela", "particular"),
        ("hospedeiro", "h"),
        ("", "rede"),
    ],
    ids=["four letters", "another digit", "another number", "first letter", "far", "much shorter", "empty"],
)
def test_another_word_is_no_typing_error(written: str, known: str) -> None:
    assert not is_misspelling(written, known)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("O que é um hypervisor?", "pt"),
        ("What is a hypervisor?", "en"),
        ("hypervisor", "pt"),
        ("which layer does the router work on", "en"),
        ("live migration é a movimentação de VMs", "pt"),
        ("", "pt"),
    ],
)
def test_language_of(text: str, language: str) -> None:
    assert language_of(text) == language


@given(ANY_TEXT)
def test_tokens_hold_no_space_and_no_accent(text: str) -> None:
    assert all(token and token == fold(token) and not token.isspace() for token in tokens(text))


@given(ANY_TEXT)
def test_content_is_a_part_of_the_tokens(text: str) -> None:
    left = iter(tokens(text))
    assert all(token in left for token in content_tokens(text))


@given(ANY_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_there_is_a_stem_for_each_word_of_content(text: str) -> None:
    found = stems(text)
    assert len(found) == len(content_tokens(text))
    assert all(found)


@given(WORD)
def test_a_word_is_no_typing_error_away_from_itself(word: str) -> None:
    assert is_misspelling(word, word)


@given(WORD, WORD)
def test_typing_errors_go_both_ways_among_words_as_long(one: str, other: str) -> None:
    if len(one) == len(other):
        assert is_misspelling(one, other) == is_misspelling(other, one)


@given(ANY_TEXT)
def test_a_language_is_always_told(text: str) -> None:
    assert language_of(text) in {"pt", "en"}


@pytest.mark.parametrize("piece", ["a", "/a", ".a", "A", "+", "é ", "a\u0301", "VMs", "1"])
def test_long_texts_are_read_in_a_moment(piece: str) -> None:
    start = time.perf_counter()
    stems(piece * 50_000)
    assert time.perf_counter() - start < 2
