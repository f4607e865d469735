"""Lines of code that tell something each, and what is asked of them."""

from collections.abc import Iterator

import pytest
from one_note import claimed, open_note

from tutor.answering.evidence import Library
from tutor.notes.code_lines import read_code, told_by_line
from tutor.notes.outline import parse_note
from tutor.passages import cut_passages

NOTE = """\
# Oficina

Comandos do torno:

```bash
# torno antigo
torno liga -f          # liga em modo fraco
torno para -t 10       # espera dez voltas e para
torno mata             # para na hora
fresa lista            # mostra as peças
```

Portas:

```
PEÇA   entrada do barro
FORNO  saída do barro // quente
```

```python
def gira(x):
    y = 1  # uma volta
    return x + y
```
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_note(tmp_path_factory.mktemp("oficina"), NOTE) as tutor:
        yield tutor._library


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("dig -x 1.2.3.4     # reverso, PTR", "dig -x 1.2.3.4", "reverso, PTR"),
        ("ss -tlnp # -t tcp", "ss -tlnp", "-t tcp"),
        ("SELECT 1; -- um", "SELECT 1;", "um"),
        ("MX      servidor de e-mail", "MX", "servidor de e-mail"),
        ("A\tnome", "A", "nome"),
        ("> git push // envia", "git push", "envia"),
        ("# no servidor\nls -l  # lista", "ls -l", "lista"),
    ],
)
def test_a_line_tells_of_its_code(line: str, code: str, told: str) -> None:
    statement = read_code(line)
    assert statement is not None
    assert (statement.terms, statement.definition) == ((code,), told)


@pytest.mark.parametrize(
    "text",
    ["ls -l", "# só comentário", "  | SYN ---->  |", "docker run --name web", "http://a.b/c", "ls  # um\nps  # dois"],
)
def test_other_code_tells_nothing(text: str) -> None:
    assert read_code(text) is None


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("ls  # lista\nps\ncd x # vai", True),
        ("def f(x):\n    y = 1  # um\n    return x", False),
        ("cliente      servidor\n  | SYN -----> |\n  | <---- ACK |", False),
        ("ls  # lista", False),
    ],
)
def test_code_is_told_by_line_where_most_lines_tell(code: str, told: bool) -> None:
    assert told_by_line(code.split("\n")) is told


def test_told_lines_are_sentences_with_the_comment_above_them() -> None:
    passages = cut_passages(parse_note("oficina.md", NOTE))
    said = [sentence.text for passage in passages for sentence in passage.sentences]
    assert "# torno antigo\ntorno liga -f          # liga em modo fraco" in said
    assert "torno mata             # para na hora" in said
    assert "def gira(x):\n    y = 1  # uma volta\n    return x + y" in said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("o que faz torno mata?", "**torno mata**: para na hora"),
        ("qual a diferença entre torno para e torno mata?", "espera dez voltas e para"),
        ("o que é FORNO?", "**FORNO**: saída do barro // quente"),
    ],
)
def test_code_answers_as_a_definition_does(library: Library, question: str, said: str) -> None:
    answer = claimed(library, question)
    assert said in answer
    assert "fresa" not in answer


def test_the_lines_below_a_name_are_a_list(library: Library) -> None:
    answer = claimed(library, "quais são os comandos do torno?")
    assert all(code in answer for code in ("torno liga -f", "torno para -t 10", "torno mata", "fresa lista"))
