"""Cases proposed from a student's notes, which run as they stand."""

from pathlib import Path

import pytest
import yaml

from tutor.errors import CaseError
from tutor.evaluation import draft_cases, evaluate, load_cases
from tutor.evaluation.evaluation import VaultOpener
from tutor.settings import Settings
from tutor.testing import FakeEmbedder

NOTE = """\
# Redes
* TCP -> orientado a conexão, confiável; usa janela deslizante
\t* p. 12 da apostila redes_01
* portas conhecidas { 22, 80, 443 }
* anki:: rever TCP
* texto que nada define

```python
HTTP -> "não é nota"
```
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "vault"
    folder.mkdir()
    (folder / "redes.md").write_text(NOTE, encoding="utf-8")
    return folder


def test_definitions_sets_and_pages_become_cases(vault: Path) -> None:
    assert yaml.safe_load(draft_cases(vault)) == {
        "cases": [
            {
                "id": "redes-tcp-definition",
                "kind": "definition",
                "question": "O que é TCP?",
                "facts": ["orientado a conexão, confiável"],
                "evidence": [{"note": "redes.md", "quote": "TCP -> orientado a conexão, confiável; usa janela"}],
            },
            {
                "id": "redes-tcp-page",
                "kind": "page",
                "question": "Em que página está TCP?",
                "facts": ["12"],
                "evidence": [{"note": "redes.md", "quote": "TCP -> orientado a conexão, confiável; usa janela"}],
                "page": {"source": "apostila redes_01", "first": 12, "last": 12},
            },
            {
                "id": "redes-portas-conhecidas-list",
                "kind": "list",
                "question": "Quais são os elementos de portas conhecidas?",
                "facts": ["22", "80", "443"],
                "evidence": [{"note": "redes.md", "quote": "portas conhecidas { 22, 80, 443 }"}],
            },
        ]
    }


def test_the_head_says_how_to_go_on(vault: Path) -> None:
    first, second, *_ = draft_cases(vault).splitlines()
    assert first.startswith("# 3 casos propostos.")
    assert "tutor eval ESTE_ARQUIVO.yaml --vault PASTA_DAS_NOTAS" in second


def test_a_name_that_stands_twice_is_asked_for_with_its_place(vault: Path) -> None:
    (vault / "so.md").write_text("# SO\n* nível de rede\n\t* TCP -> outro sentido dele\n", encoding="utf-8")
    asked = [case["question"] for case in yaml.safe_load(draft_cases(vault))["cases"]]
    assert "O que é TCP em Redes?" in asked
    assert "O que é TCP em nível de rede?" in asked


def test_ids_are_unique(vault: Path) -> None:
    (vault / "copia").mkdir()
    (vault / "copia" / "redes.md").write_text(NOTE, encoding="utf-8")
    names = [case["id"] for case in yaml.safe_load(draft_cases(vault))["cases"]]
    assert len(names) == len(set(names)) == 6
    assert "redes-tcp-definition-2" in names


def test_a_bullet_that_stands_twice_in_its_note_is_not_proposed(vault: Path) -> None:
    (vault / "redes.md").write_text(
        "* TCP -> com conexão\n* TCP -> com conexão\n* UDP -> sem conexão\n", encoding="utf-8"
    )
    assert [case["question"] for case in yaml.safe_load(draft_cases(vault))["cases"]] == ["O que é UDP?"]


def test_the_draft_runs_as_it_stands(vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "meus.yaml"
    file.write_text(draft_cases(vault), encoding="utf-8")
    settings = Settings.load(vault=vault, index=tmp_path / "index")
    assert len(load_cases([file], vault)) == 3
    evaluation = evaluate([file], settings, open_vault=VaultOpener(settings, FakeEmbedder()))
    assert [result.case.id for result in evaluation.failures] == []


def test_notes_without_definitions_give_no_draft(tmp_path: Path) -> None:
    (tmp_path / "solta.md").write_text("texto que nada define\n", encoding="utf-8")
    with pytest.raises(CaseError, match="Nada a propor"):
        draft_cases(tmp_path)
