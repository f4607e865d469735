"""What every test starts from: no settings of this machine, and a small vault indexed with the fake embedder."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from one_note import open_note

from tutor.answering.evidence import Library
from tutor.settings import Settings
from tutor.testing import FakeEmbedder
from tutor.tutor import Tutor

SMALL_VAULT = {
    "virtualizacao.md": """\
* snapshot -> imagem instantânea do estado atual de uma VM; útil para backup
* tipos de hypervisors
\t* tipo 1, nativo { VMware ESX Server, Hyper-V }
\t\t* executa diretamente sobre o hardware
\t* tipo 2, hosted { VirtualBox, QEMU }
* ![[figura.png]]
\t* p. 51 da apostila so_02
""",
    "redes/portas.md": """\
# Portas

| serviço | porta |
|---|---|
| SSH | 22 |
| HTTP | 80 |
""",
}


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget every TUTOR_* variable of whoever runs the tests."""
    for name in [name for name in os.environ if name.startswith("TUTOR_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def small_vault(tmp_path: Path) -> Path:
    """A folder with two notes."""
    vault = tmp_path / "vault"
    for path, text in SMALL_VAULT.items():
        (vault / path).parent.mkdir(parents=True, exist_ok=True)
        (vault / path).write_text(text, encoding="utf-8")
    return vault


@pytest.fixture
def small_settings(small_vault: Path, tmp_path: Path) -> Settings:
    """Settings that keep everything in the test's own folder."""
    return Settings.load(vault=small_vault, index=tmp_path / "index", data=tmp_path / "data")


@pytest.fixture
def small_tutor(small_settings: Settings) -> Iterator[Tutor]:
    """A tutor over the small vault, indexed with the fake embedder."""
    with Tutor.open(small_settings, embedder=FakeEmbedder()) as tutor:
        tutor.sync()
        yield tutor


@pytest.fixture(scope="module")
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Lend the library of a vault that holds only the note which a test module keeps as `NOTE`."""
    with open_note(tmp_path_factory.mktemp("library"), request.module.NOTE) as tutor:
        yield Library(tutor.index)
