"""The README stays true: its commands exist, its settings are all there are, its output is what comes out."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from tutor.cli.arguments import build_parser
from tutor.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```console\n\$ tutor (.+)\n((?:.*\n)*?)```", README)


def commands() -> list[str]:
    """Return the arguments of every `tutor …` line in a code block, comments, variables and redirections left out."""
    indented = re.findall(r"^ {4}(?:TUTOR_\w+=\S+ )*(?:\.venv/bin/)?tutor (.+)$", README, re.MULTILINE)
    return [re.split(r"\s+(?:#|>|&&)", command)[0] for command in (*indented, *(example[0] for example in EXAMPLES))]


@pytest.mark.parametrize("command", commands())
def test_commands_parse(command: str) -> None:
    arguments = shlex.split(command)
    assert build_parser().parse_args(arguments).command == arguments[0]


def test_every_command_is_shown() -> None:
    known = re.search(r"COMANDO\n((?: {4}\S.*\n| {5,}.*\n)+)", build_parser().format_help())
    assert known
    names = set(re.findall(r"^ {4}(\w+)", known[1], re.MULTILINE))
    shown = {command.split()[0] for command in commands()}
    assert names - shown <= {"bench"}


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"^(\w[\w-]*):", MAKEFILE, re.MULTILINE))
    assert set(re.findall(r"^ {4}(?:TUTOR_\w+=\S+ )?make ([\w-]+)", README, re.MULTILINE)) <= targets


def test_the_plain_form_is_what_make_does() -> None:
    setup = [line for line in README.splitlines() if "pip install -c constraints.txt" in line]
    assert [line.strip().replace(".venv/bin", "$(BIN)") in MAKEFILE for line in setup] == [True]
    run, test = re.findall(r"^ {4}(\S.*?) +# make (?:run|test)$", README, re.MULTILINE)
    for command in (*run.split(" && "), test):
        assert f"\t{command.replace('.venv/bin', '$(BIN)')}\n" in MAKEFILE


def test_the_settings_are_all_there_are() -> None:
    rows = re.findall(r"^\| `(TUTOR_\w+)` \| (?:`(.*?)`)? ?\| (.*?) \|$", README, re.MULTILINE)
    assert rows == [
        (f"TUTOR_{name.upper()}", shown(field.default), field.description)
        for name, field in Settings.model_fields.items()
    ]


def shown(default: object) -> str:
    return default.get_secret_value() if isinstance(default, SecretStr) else str(default)


def test_links_and_pictures_exist() -> None:
    linked = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert linked
    assert [link for link in linked if not (ROOT / link).exists()] == []


def test_every_figure_names_its_command() -> None:
    table = README.split("## How well")[1].split("##")[0]
    rows = re.findall(r"^\| (?!-|\|)(.*) \| (.*) \| (.*) \|$", table, re.MULTILINE)
    assert rows
    assert [row for row in rows if not re.fullmatch(r"`(?:make|tutor) [^`]+`", row[2])] == []


@pytest.mark.slow
@pytest.mark.parametrize(("command", "output"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_examples_give_what_is_shown(command: str, output: str, tmp_path: Path) -> None:
    arguments = [*shlex.split(command), "--index", str(tmp_path), "--vault", str(ROOT / "corpus")]
    done = subprocess.run(
        [sys.executable, "-m", "tutor", *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout == output
