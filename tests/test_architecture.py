"""The architecture: who may import whom, what importing costs, how large a module may grow."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import tutor

PACKAGE = Path(tutor.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE = 300
HEAVY = {"torch", "chromadb", "gradio", "sentence_transformers", "transformers", "langchain", "scipy", "sklearn"}


def name(module: Path) -> str:
    return module.relative_to(PACKAGE.parent).as_posix()


def calls(module: Path) -> Iterator[ast.Attribute | ast.Name]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute | ast.Name):
            yield node


def test_layers() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        capture_output=True,
        text=True,
        check=False,
        cwd=PACKAGE.parent,
    )
    assert done.returncode == 0, done.stdout


def test_importing_is_light() -> None:
    code = f"import sys, tutor.cli; print(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_public_names() -> None:
    assert tutor.__all__ == [
        "Answer",
        "Citation",
        "Exercise",
        "Grade",
        "Hit",
        "Note",
        "PageReference",
        "Passage",
        "Settings",
        "SyncReport",
        "Turn",
        "Tutor",
        "TutorError",
    ]
    assert all(hasattr(tutor, public) for public in tutor.__all__)


def test_only_settings_reads_the_environment() -> None:
    readers = {name(module) for module in MODULES for node in calls(module) if reads_environment(node)}
    assert readers <= {"tutor/settings.py"}


def reads_environment(node: ast.Attribute | ast.Name) -> bool:
    names = {"environ", "getenv"}
    return node.attr in names if isinstance(node, ast.Attribute) else node.id in names


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_holds_one_thing(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    lines = {line for node in tree.body for line in range(node.lineno, (node.end_lineno or 0) + 1)}
    assert len(lines - blank_lines(module) - data_lines(tree)) <= LONGEST_MODULE


def blank_lines(module: Path) -> set[int]:
    written = module.read_text(encoding="utf-8").splitlines()
    return {number for number, line in enumerate(written, 1) if not line.strip()}


def data_lines(tree: ast.Module) -> set[int]:
    """Return the lines of docstrings and of the constants at the top of a module: tables are data, not code."""
    data = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
    return {line for node in (*data, *texts) for line in range(node.lineno, (node.end_lineno or 0) + 1)}


def test_every_package_has_a_docstring() -> None:
    bare = [name(module) for module in MODULES if not ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))]
    assert bare == []
