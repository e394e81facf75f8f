"""A settings file that holds a secret is its owner's alone, or it is not read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import platformdirs
import pytest

from config.errors import SettingsError
from config.settings import SECRETS, Settings, load_settings

SECRET = "a-token-that-nobody-may-see"

every_secret = pytest.mark.parametrize("name", SECRETS)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows keeps users' files apart by other means")


def holding(name: str, file: Path, mode: int, value: str = f'"{SECRET}"') -> Path:
    """A file that sets the secret `name`, beside settings that are none."""
    section, key = name.split(".")
    file.write_text(f"[search]\ncandidates = 7\n[{section}]\n{key} = {value}\n")
    file.chmod(mode)
    return file


def secret(settings: Settings, name: str) -> str | None:
    section, key = name.split(".")
    value = getattr(getattr(settings, section), key)
    return value.get_secret_value() if value else None


def variable(name: str) -> str:
    return "DATELINE_" + name.replace(".", "__").upper()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@every_secret
@pytest.mark.parametrize("mode", [0o600, 0o400, 0o700])
def test_a_file_that_is_its_owners_alone_may_hold_a_secret(name: str, mode: int, file: Path) -> None:
    settings = load_settings(config_file=holding(name, file, mode))
    assert (secret(settings, name), settings.search.candidates) == (SECRET, 7)


@every_secret
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660, 0o620, 0o602, 0o610, 0o601, 0o666, 0o777])
def test_a_file_that_others_may_use_in_any_way_may_not_and_what_to_do_is_told(name: str, mode: int, file: Path) -> None:
    holding(name, file, mode)
    with pytest.raises(SettingsError) as caught:
        load_settings(config_file=file)
    assert str(caught.value) == (
        f"{file} holds the setting `{name}` and can be read by others; run `chmod 600 {file}`, "
        f"or give it as {variable(name)}"
    )
    assert caught.value.__cause__ is None
    file.chmod(0o600)  # as it was told
    assert secret(load_settings(config_file=file), name) == SECRET


@every_secret
def test_the_mode_of_the_file_counts_and_not_that_of_a_link_to_it(name: str, file: Path, tmp_path: Path) -> None:
    link, of_a_link = tmp_path / "link.toml", tmp_path / "link of a link.toml"
    link.symlink_to(holding(name, file, 0o600))
    of_a_link.symlink_to(link)
    for one in (link, of_a_link):
        assert secret(load_settings(config_file=one), name) == SECRET
    file.chmod(0o644)
    for one in (link, of_a_link):
        with pytest.raises(SettingsError, match="can be read by others") as caught:
            load_settings(config_file=one)
        assert f"`chmod 600 {one}`" in str(caught.value)  # which follows the link too


@every_secret
def test_the_secret_in_the_environment_does_not_excuse_the_one_in_the_file(
    name: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable(name), "another")
    holding(name, file, 0o644)
    with pytest.raises(SettingsError, match="can be read by others"):
        load_settings(config_file=file)
    file.chmod(0o600)
    assert secret(load_settings(config_file=file), name) == "another"


@every_secret
def test_the_secret_as_an_option_does_not_excuse_the_one_in_the_file(name: str, file: Path) -> None:
    section, key = name.split(".")
    holding(name, file, 0o644)
    with pytest.raises(SettingsError, match="can be read by others"):
        load_settings({section: {key: "another"}}, file)


@every_secret
@pytest.mark.parametrize("beside", [True, False])
def test_an_empty_secret_is_none_and_may_be_read_by_all(
    name: str, beside: bool, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holding(name, file, 0o644, '""')
    if beside:
        monkeypatch.setenv(variable(name), SECRET)
    assert secret(load_settings(config_file=file), name) == (SECRET if beside else None)


def test_a_file_without_a_secret_may_be_read_by_all(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('[llm]\nmodel = "openai:x"\n[discord]\nworkers = 1\n')
    file.chmod(0o644)
    for name in SECRETS:
        monkeypatch.setenv(variable(name), SECRET)
    settings = load_settings(config_file=file)
    assert [secret(settings, name) for name in SECRETS] == [SECRET] * len(SECRETS)


@every_secret
@pytest.mark.parametrize("value", ["987654321", "true", "['987654321']", "1.5", "{a = '987654321'}"])
def test_a_secret_of_another_type_is_a_secret_too(name: str, value: str, file: Path) -> None:
    holding(name, file, 0o644, value)
    with pytest.raises(SettingsError) as caught:
        load_settings(config_file=file)
    assert "987654321" not in str(caught.value) + str(caught.value.__cause__)


@pytest.mark.parametrize("written", [f'llm.api_key = "{SECRET}"\n', f'llm = {{ api_key = "{SECRET}" }}\n'])
def test_a_secret_is_found_however_it_is_written(written: str, file: Path) -> None:
    file.write_text(written)
    file.chmod(0o644)
    with pytest.raises(SettingsError, match=r"`llm\.api_key` and can be read by others"):
        load_settings(config_file=file)


def test_a_section_that_is_none_is_no_crash(file: Path) -> None:
    file.write_text('llm = "openai:x"\ndiscord = 5\n')
    with pytest.raises(SettingsError):
        load_settings(config_file=file)


@every_secret
def test_a_file_that_the_environment_names_is_looked_at_too(
    name: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_CONFIG", str(holding(name, file, 0o640)))
    with pytest.raises(SettingsError, match="can be read by others"):
        load_settings()
    file.chmod(0o600)
    assert secret(load_settings(), name) == SECRET


@pytest.fixture
def users_file() -> Iterator[Path]:
    folder = platformdirs.user_config_path("dateline", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    yield folder / "dateline.toml"
    (folder / "dateline.toml").unlink(missing_ok=True)


@every_secret
def test_the_users_own_file_is_looked_at_too_but_only_where_it_is_read(name: str, users_file: Path, file: Path) -> None:
    holding(name, users_file, 0o644)
    with pytest.raises(SettingsError, match="can be read by others"):
        load_settings()
    file.write_text("[search]\ncandidates = 9\n")
    assert load_settings(config_file=file).search.candidates == 9
    users_file.chmod(0o600)
    assert secret(load_settings(), name) == SECRET


def test_nothing_of_the_secret_is_in_what_is_told(file: Path) -> None:
    file.write_text("".join(f'{name} = "{SECRET}"\n' for name in SECRETS))
    file.chmod(0o666)
    with pytest.raises(SettingsError) as caught:
        load_settings(config_file=file)
    assert SECRET not in str(caught.value) + repr(caught.value) + repr(caught.value.__cause__)


@every_secret
def test_where_modes_mean_nothing_they_are_not_looked_at(
    name: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("config.settings.os", SimpleNamespace(name="nt", environ=os.environ))
    assert secret(load_settings(config_file=holding(name, file, 0o666)), name) == SECRET
