"""The words of the interface: both languages complete, every key used, every used key there."""

import re
from pathlib import Path
from string import Formatter

import pytest

from tutor.ui import strings
from tutor.ui.strings import say

_UI = Path(strings.__file__).parent
_KEYS = sorted(strings._STRINGS)
_USED = re.compile(r"[\"']([a-z]+\.[a-z_]+)[\"']")


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", _KEYS)
def test_both_languages_say_it_with_the_same_gaps(key: str) -> None:
    portuguese, english = strings._STRINGS[key]
    assert portuguese.strip()
    assert english.strip()
    assert _gaps(portuguese) == _gaps(english)


def test_every_key_is_used_and_every_used_key_exists() -> None:
    sources = [file for file in _UI.rglob("*.py") if file.name != "strings.py"]
    used = {key for file in sources for key in _USED.findall(file.read_text(encoding="utf-8"))}
    families = {key.partition(".")[0] for key in _KEYS}
    by_suffix = {f"{key}_many" for key in used}
    assert {key for key in used if key.partition(".")[0] in families} - set(_KEYS) == set()
    assert set(_KEYS) - used - by_suffix == set()


def test_say_fills_the_gaps_in_the_language_asked() -> None:
    assert say("pt", "status.indexing", done=12, total=200) == "Indexando 12/200…"
    assert say("en", "status.ready", count=6) == "6 notes ready"
