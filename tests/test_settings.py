"""Settings come from the environment, then wsr.toml in the data folder, then the defaults."""

from pathlib import Path

import pytest

from wsr.errors import SettingsError
from wsr.settings import Settings


def test_the_environment_outranks_the_file_and_the_file_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each source speaks where no higher one does."""
    (tmp_path / "wsr.toml").write_text("port = 8100\nmax_pages = 10\n", encoding="utf-8")
    monkeypatch.setenv("WSR_PORT", "8200")

    settings = Settings.load(tmp_path)

    assert (settings.port, settings.max_pages, settings.host) == (8200, 10, "127.0.0.1")


def test_the_data_folder_may_come_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """WSR_HOME names the folder, whose wsr.toml is then read."""
    (tmp_path / "wsr.toml").write_text("port = 8100\n", encoding="utf-8")
    monkeypatch.setenv("WSR_HOME", str(tmp_path))

    assert (tmp_path, 8100) == (Settings.load().home, Settings.load().port)


def test_a_wrong_value_is_named_with_its_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says which setting to mend and what it was."""
    monkeypatch.setenv("WSR_MAX_PAGES", "many")

    with pytest.raises(SettingsError, match=r"WSR_MAX_PAGES is 'many'"):
        Settings.load(tmp_path)


def test_a_malformed_file_is_named(tmp_path: Path) -> None:
    """A wsr.toml that is not TOML gives a sentence, not a traceback."""
    (tmp_path / "wsr.toml").write_text("port = = 1", encoding="utf-8")

    with pytest.raises(SettingsError, match=r"wsr\.toml"):
        Settings.load(tmp_path)


def test_every_setting_says_what_it_is_for() -> None:
    """Each field has a description, which the documentation shows."""
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []
