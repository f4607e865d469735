"""Settings: where they come from, which wins, and what is said of bad ones."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from tutor.errors import SettingsError
from tutor.settings import Settings


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_defaults() -> None:
    settings = Settings.load()
    assert (settings.vault, settings.index, settings.data) == (Path("corpus"), Path(".tutor"), Path(".tutor-data"))
    assert (settings.host, settings.port, settings.language) == ("127.0.0.1", 7860, "pt")
    assert not any((settings.embedder, settings.chat_model, settings.chat_url, settings.chroma_url))


def test_keywords_win_over_variables_and_variables_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("tutor.toml").write_text('vault = "file"\nindex = "file"\nport = 1\n', encoding="utf-8")
    monkeypatch.setenv("TUTOR_VAULT", "variable")
    monkeypatch.setenv("TUTOR_INDEX", "variable")
    settings = Settings.load(vault=Path("keyword"))
    assert (settings.vault, settings.index, settings.port) == (Path("keyword"), Path("variable"), 1)


def test_none_is_not_chosen() -> None:
    assert Settings.load(vault=None).vault == Path("corpus")


def test_every_bad_value_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUTOR_PORT", "many")
    monkeypatch.setenv("TUTOR_LANGUAGE", "de")
    with pytest.raises(SettingsError, match=r"language: .*; port: .*TUTOR_\*.*tutor\.toml"):
        Settings.load()


def test_a_misspelt_name_in_the_file_is_refused() -> None:
    Path("tutor.toml").write_text('valt = "notes"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match="valt"):
        Settings.load()


def test_a_file_that_is_no_toml_is_refused() -> None:
    Path("tutor.toml").write_text("vault = notes\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"tutor\.toml"):
        Settings.load()


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Settings.load().port = 1  # type: ignore[misc]


def test_a_key_is_not_shown() -> None:
    assert "hush" not in repr(Settings.load(chat_key="hush"))
