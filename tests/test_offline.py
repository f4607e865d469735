"""Nothing leaves the machine: the main job in a process that may not open a socket to anywhere."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

BLOCKED = """
import socket
import sys

class NoNetwork(OSError):
    pass

def refuse(self, *address):
    if self.family != socket.AF_UNIX:
        print("NETWORK", address, file=sys.stderr)
        raise NoNetwork(address)

def refuse_name(*name, **_):
    print("NETWORK", name, file=sys.stderr)
    raise NoNetwork(name)

socket.socket.connect = refuse
socket.socket.connect_ex = refuse
socket.socket.sendto = refuse
socket.getaddrinfo = refuse_name
socket.create_connection = refuse_name

from tutor.cli import main
sys.exit(main(sys.argv[1:]))
"""


def run_blocked(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", BLOCKED, *arguments], capture_output=True, text=True, check=False, timeout=240
    )


def test_the_block_blocks() -> None:
    done = run_blocked("doctor", "--vault", "corpus", "--index", "/nonexistent/index")
    assert done.returncode == 1
    probe = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')"
    code = BLOCKED.replace("from tutor.cli import main\nsys.exit(main(sys.argv[1:]))", probe)
    blocked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "NoNetwork" in blocked.stderr


def test_index_and_ask_with_the_real_model(small_vault: Path, tmp_path: Path) -> None:
    index = str(tmp_path / "index")
    done = run_blocked("ask", "O que é snapshot?", "--vault", str(small_vault), "--index", index)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("**snapshot**: imagem instantânea")
    assert "NETWORK" not in done.stderr
