"""The settings of a language model: none is set at first, each is bounded, and a wrong one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from config.errors import SettingsError
from config.settings import LlmSettings, Settings, load_settings

DEFAULTS = {
    "timeout_s": 60.0,
    "retries": 2,
    "context_tokens": 16384,
    "max_output_tokens": 4096,
    "daily_tokens": 0,
    "temperature": None,
    "structured_output": True,
    "streaming": True,
}


def variable(name: str) -> str:
    return f"DATELINE_LLM__{name.upper()}"


def test_at_first_no_model_is_set_and_nothing_of_one() -> None:
    llm = load_settings().llm
    assert (llm.model, llm.base_url, llm.api_key) == (None, None, None)
    assert {name: getattr(llm, name) for name in DEFAULTS} == DEFAULTS


def test_every_setting_of_a_model_is_known_here() -> None:
    assert {*LlmSettings.model_fields} == {*DEFAULTS, "model", "base_url", "api_key"}


@pytest.mark.parametrize(
    ("name", "written", "read"),
    [
        ("model", "openai:gpt", "openai:gpt"),
        ("base_url", "http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1"),
        ("timeout_s", "0.5", 0.5),
        ("timeout_s", "600", 600.0),
        ("retries", "0", 0),
        ("retries", "10", 10),
        ("context_tokens", "2000", 2000),
        ("max_output_tokens", "100", 100),
        ("daily_tokens", "1000000000000", 10**12),
        ("temperature", "0", 0.0),
        ("temperature", "2", 2.0),
        ("temperature", "", None),
        ("structured_output", "false", False),
        ("streaming", "no", False),
    ],
)
def test_a_setting_is_read_from_its_variable(
    name: str, written: str, read: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable(name), written)
    assert getattr(load_settings().llm, name) == read


def test_settings_are_read_from_a_file_in_its_own_types(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(
        '[llm]\nmodel = "ollama:llama3:8b"\ntimeout_s = 5\nretries = 0\ntemperature = 0.2\nstreaming = false\n'
    )
    llm = load_settings(config_file=file).llm
    assert (llm.model, llm.timeout_s, llm.retries, llm.temperature, llm.streaming) == (
        "ollama:llama3:8b",
        5.0,
        0,
        0.2,
        False,
    )
    assert llm.structured_output is True  # its neighbour stays as it was


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("timeout_s", "0"),
        ("timeout_s", "-1"),
        ("timeout_s", "600.1"),
        ("timeout_s", "nan"),
        ("timeout_s", "inf"),
        ("timeout_s", "soon"),
        ("retries", "-1"),
        ("retries", "11"),
        ("retries", "1.5"),
        ("context_tokens", "1999"),
        ("max_output_tokens", "99"),
        ("daily_tokens", "-1"),
        ("daily_tokens", "many"),
        ("temperature", "-0.1"),
        ("temperature", "2.1"),
        ("temperature", "nan"),
        ("temperature", "warm"),
        ("structured_output", "maybe"),
        ("streaming", "2"),
    ],
)
def test_a_value_that_cannot_be_is_named_with_its_setting(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable(name), value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert str(caught.value).startswith(f"the setting `llm.{name}` cannot be {value!r}: ")


@pytest.mark.parametrize("name", ["timeout", "api_keys", "max_tokens", "stream"])
def test_a_name_that_is_nearly_one_names_it(name: str, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f"[llm]\n{name} = 1\n")
    with pytest.raises(SettingsError, match=rf"unknown setting llm\.{name} in .*; did you mean llm\.\w+\?$"):
        load_settings(config_file=file)


def test_an_option_beats_the_variable_and_leaves_its_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable("model"), "openai:from-the-environment")
    monkeypatch.setenv(variable("retries"), "7")
    settings: Settings = load_settings({"llm": {"model": "openai:from-the-option"}})
    assert (settings.llm.model, settings.llm.retries) == ("openai:from-the-option", 7)
