"""Case files: what is read, and how every fault of bad ones is told at once."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from eval_builders import make_vault

from tutor.errors import CaseError
from tutor.evaluation.cases import Kind, Page, VariantKind, find_quote
from tutor.evaluation.loading import load_cases

Write = Callable[..., Path]

GOOD = """\
vault: notas
note: redes.md
cases:
  - id: tcp
    kind: definition
    question: O que é TCP?
    facts:
      - [orientado a conexão, usa conexão]
      - 12
    evidence: ["TCP -> orientado   a conexão"]
    page: {source: apostila redes_01, first: 12}
    variants:
      english: What is TCP?
      typos: [o que e TPC, o q é tcp]
  - id: quic
    kind: unanswerable
    question: O que é QUIC?
"""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    make_vault(tmp_path / "notas")

    def write(text: str, name: str = "casos.yaml") -> Path:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    return write


def faults_of(path: Path) -> list[str]:
    """Return the faults told of the cases at `path`, with file names alone."""
    with pytest.raises(CaseError) as caught:
        load_cases([path], path.parent / "notas")
    folder = path if path.is_dir() else path.parent
    return [line.replace(f"{folder}/", "") for line in str(caught.value).splitlines()[1:]]


def case(**fields: str) -> str:
    """Return a file with one sound case whose fields are replaced or, where empty, left out."""
    sound = {
        "id": "tcp",
        "kind": "definition",
        "question": "O que é TCP?",
        "facts": "[orientado a conexão]",
        "evidence": '["TCP -> orientado"]',
        **fields,
    }
    lines = [f"{name}: {value}" for name, value in sound.items() if value]
    return "vault: notas\nnote: redes.md\ncases:\n  - " + "\n    ".join(lines) + "\n"


def test_reads_a_case_with_all_it_says(write: Write) -> None:
    file = write(GOOD)
    tcp, quic = load_cases([file], Path("elsewhere"))
    assert tcp.written.facts == (("orientado a conexão", "usa conexão"), ("12",))
    assert tcp.written.page == Page(source="apostila redes_01", first=12, last=12)
    assert tcp.written.variants == {
        VariantKind.ENGLISH: ("What is TCP?",),
        VariantKind.TYPOS: ("o que e TPC", "o q é tcp"),
    }
    assert [(span.note, span.first_line, span.last_line) for span in tcp.evidence] == [("redes.md", 2, 2)]
    assert (tcp.vault, tcp.file, tcp.line) == ((file.parent / "notas").resolve(), file, 4)
    assert (quic.kind, quic.evidence, quic.line) == (Kind.UNANSWERABLE, (), 15)


def test_a_file_without_vault_is_about_the_notes_given(write: Write) -> None:
    file = write(GOOD.replace("vault: notas\n", ""))
    assert load_cases([file], file.parent / "notas")[0].vault == file.parent / "notas"


def test_a_folder_is_read_with_its_folders_but_without_thresholds(write: Write) -> None:
    folder = write(GOOD, "casos/a/um.yaml").parent.parent
    write("correct: 0.9\n", "casos/thresholds.yaml")
    text = (folder / "a" / "um.yaml").read_text(encoding="utf-8")
    (folder / "a" / "um.yaml").write_text(text.replace("vault: notas", "vault: ../../notas"), encoding="utf-8")
    assert [case.id for case in load_cases([folder], folder)] == ["tcp", "quic"]


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        pytest.param({"colour": "blue"}, "casos.yaml:9: cases[0].colour: campo desconhecido", id="unknown field"),
        pytest.param({"question": ""}, "casos.yaml:4: cases[0].question: campo obrigatório ausente", id="no question"),
        pytest.param({"question": '""'}, "casos.yaml:6: cases[0].question: texto vazio", id="empty question"),
        pytest.param(
            {"kind": "riddle"},
            "casos.yaml:5: cases[0].kind: valor inválido; use um de: 'definition', 'list', 'example', 'comparison', "
            "'fact', 'yes-no', 'category', 'page', 'follow-up', 'unanswerable' or 'near-miss'",
            id="unknown kind",
        ),
        pytest.param({"id": "Tcp!"}, "casos.yaml:4: cases[0].id: use letras minúsculas, números e hífens", id="bad id"),
        pytest.param(
            {"facts": "[]"},
            "casos.yaml:7: cases[0].facts: sem fatos: escreva o que a resposta deve dizer",
            id="no facts",
        ),
        pytest.param({"facts": "[[]]"}, "casos.yaml:7: cases[0].facts[0]: lista vazia", id="fact without wording"),
        pytest.param(
            {"facts": '["a o"]'},
            "casos.yaml:7: cases[0].facts[0]: “a o” não tem palavra que se possa conferir",
            id="fact of articles",
        ),
        pytest.param(
            {"evidence": "[]"},
            "casos.yaml:8: cases[0].evidence: sem evidência: cite as palavras da nota que provam a resposta",
            id="no evidence",
        ),
        pytest.param(
            {"evidence": '["TCP -> confiável"]'},
            "casos.yaml:8: cases[0].evidence[0]: o trecho “TCP -> confiável” não está em redes.md",
            id="evidence not in the note",
        ),
        pytest.param(
            {"evidence": '["conexão"]'},
            "casos.yaml:8: cases[0].evidence[0]: o trecho “conexão” está 2 vezes em redes.md; cite mais palavras",
            id="evidence in two places",
        ),
        pytest.param(
            {"evidence": "[{note: so.md, quote: x}]"},
            "casos.yaml:8: cases[0].evidence[0]: a nota so.md não existe em notas",
            id="evidence in no note",
        ),
        pytest.param(
            {"page": "{first: doze}"},
            "casos.yaml:9: cases[0].page.first: não é um número inteiro",
            id="page not a number",
        ),
        pytest.param(
            {"page": "{first: 13}"},
            "casos.yaml:9: cases[0].page: a página 13 não é citada na nota da evidência",
            id="page not in the note",
        ),
        pytest.param(
            {"page": "{first: 12, source: so_01}"},
            "casos.yaml:9: cases[0].page: a fonte “so_01” não é citada na nota da evidência",
            id="source not in the note",
        ),
        pytest.param(
            {"kind": "page"},
            "casos.yaml:4: cases[0].page: um caso page precisa da página que a nota cita",
            id="page kind",
        ),
        pytest.param(
            {"kind": "follow-up"},
            "casos.yaml:4: cases[0].conversation: um caso follow-up precisa das perguntas anteriores",
            id="follow-up kind",
        ),
        pytest.param(
            {"kind": "near-miss"},
            "casos.yaml:5: cases[0].kind: um caso near-miss não tem fatos, evidência nem página",
            id="near miss with facts",
        ),
        pytest.param(
            {"variants": "{rhyme: x}"},
            "casos.yaml:9: cases[0].variants.rhyme: valor inválido; use um de: 'paraphrase', 'colloquial', "
            "'no-accents', 'typos' or 'english'",
            id="unknown variant",
        ),
        pytest.param({"question": "a\n    question: b"}, "casos.yaml:7: cases[0].question: campo repetido", id="twice"),
    ],
)
def test_tells_a_fault_with_file_line_and_field(write: Write, fields: dict[str, str], fault: str) -> None:
    file = write(case(**fields))
    assert faults_of(file) == [fault]


def test_tells_all_faults_of_all_files_at_once(write: Write, tmp_path: Path) -> None:
    write(case(facts="[]", evidence='["nada disso"]'), "casos/um.yaml")
    write(case(colour="blue") + "  - {id: tcp, kind: definition}\n", "casos/dois.yaml")
    write("cases: [\n", "casos/tres.yaml")
    make_vault(tmp_path / "casos" / "notas")
    assert faults_of(tmp_path / "casos") == [
        "dois.yaml:9: cases[0].colour: campo desconhecido",
        "dois.yaml:10: cases[1].question: campo obrigatório ausente",
        "tres.yaml:2: YAML inválido: expected the node content, but found '<stream end>' "
        "(textos com sinais como ? : # vão entre aspas)",
        "um.yaml:8: cases[0].evidence[0]: o trecho “nada disso” não está em redes.md",
        "um.yaml:7: cases[0].facts: sem fatos: escreva o que a resposta deve dizer",
    ]


def test_an_id_is_unique_over_files(write: Write, tmp_path: Path) -> None:
    write(case(), "casos/a.yaml")
    write(case(), "casos/b.yaml")
    make_vault(tmp_path / "casos" / "notas")
    assert faults_of(tmp_path / "casos") == ["b.yaml:4: id: “tcp” já existe em a.yaml:4"]


def test_no_case_file_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="Não há casos de avaliação"):
        load_cases([tmp_path], tmp_path)


@pytest.mark.parametrize(
    ("quote", "lines"),
    [
        pytest.param("UDP -> sem", [(4, 4)], id="one line"),
        pytest.param("conexão * UDP", [], id="not adjacent"),
        pytest.param("redes_01 * UDP", [(3, 4)], id="across lines"),
        pytest.param("conexão", [(2, 2), (4, 4)], id="twice"),
    ],
)
def test_finds_the_lines_of_a_quote(quote: str, lines: list[tuple[int, int]], tmp_path: Path) -> None:
    note = (make_vault(tmp_path) / "redes.md").read_text(encoding="utf-8")
    assert find_quote(note, quote) == lines


def test_an_edited_case_has_another_fingerprint(write: Write) -> None:
    before, _ = load_cases([write(GOOD)], Path())
    after, _ = load_cases([write(GOOD.replace("usa conexão", "com conexão"))], Path())
    assert before.written.fingerprint == load_cases([write(GOOD)], Path())[0].written.fingerprint
    assert before.written.fingerprint != after.written.fingerprint


def test_the_shipped_cases_cover_every_note_and_kind() -> None:
    root = Path(__file__).parent.parent
    shipped = load_cases([root / "evals" / "corpus"], root)
    others = load_cases([root / "evals" / "styles"], root)
    kinds = Counter(case.kind for case in shipped)
    assert len(shipped) >= 120
    assert set(kinds) == set(Kind) == {case.kind for case in others}
    assert kinds[Kind.UNANSWERABLE] + kinds[Kind.NEAR_MISS] >= 30
    assert sum(bool(case.written.conversation) for case in shipped) >= 10
    notes = {path.relative_to(root / "corpus").as_posix() for path in (root / "corpus").rglob("*.md")}
    assert {span.note for case in shipped for span in case.evidence} == notes
    styles = {path.name for path in (root / "evals" / "styles" / "notes").glob("*.md")}
    assert {span.note for case in others for span in case.evidence} == styles
