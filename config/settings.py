"""Settings: an option beats the environment, which beats the file, which beats `default.toml`."""

from __future__ import annotations

import difflib
import os
import stat
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

import platformdirs
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from config.errors import SettingsError

DEFAULTS = Path(__file__).with_name("default.toml")
ENV_PREFIX = "DATELINE_"
CONFIG_VARIABLE = "DATELINE_CONFIG"
SECRETS = ("discord.token", "llm.api_key")
"""Never shown, not even when they are wrong."""


def _unset_when_empty(value: object) -> object:
    return None if value == "" else value


def _data_dir(value: object) -> object:
    return platformdirs.user_data_path("dateline", appauthor=False) if value == "" else value


def _without_tilde(path: Path) -> Path:
    try:
        return path.expanduser()  # no shell has seen what stands in a file
    except RuntimeError as exc:
        raise ValueError(str(exc)) from exc


OptionalText = Annotated[str | None, BeforeValidator(_unset_when_empty)]
OptionalSecret = Annotated[SecretStr | None, BeforeValidator(_unset_when_empty)]
HomePath = Annotated[Path, AfterValidator(_without_tilde)]
OptionalPath = Annotated[HomePath | None, BeforeValidator(_unset_when_empty)]
Share = Annotated[float, Field(ge=0.0, le=1.0)]
Count = Annotated[int, Field(ge=1)]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class EmbedderSettings(_Section):
    model: Annotated[str, Field(min_length=1)]
    precision: Literal["fp32", "int8"]
    device: Literal["auto", "cpu", "cuda"]
    threads: Annotated[int, Field(ge=0)]


class IndexSettings(_Section):
    max_passage_tokens: Annotated[int, Field(ge=16)]
    stale_after: Annotated[int, Field(ge=0)]


class SearchSettings(_Section):
    candidates: Count
    dense_weight: Share
    max_per_article: Count


class ReaderSettings(_Section):
    model: OptionalText
    passages: Count
    max_sentences: Count
    min_confidence: Share


class DiscordSettings(_Section):
    token: OptionalSecret
    message_content: bool
    workers: Count
    queue: Annotated[int, Field(ge=0)]
    cooldown_s: Annotated[float, Field(ge=0.0)]
    retention_days: Annotated[int, Field(ge=1, le=3650)]
    guild: Annotated[int, Field(ge=0)]
    api_base: OptionalText
    gateway_url: OptionalText


class LlmSettings(_Section):
    model: OptionalText
    base_url: OptionalText
    api_key: OptionalSecret
    timeout_s: Annotated[float, Field(gt=0.0, le=600.0)]
    retries: Annotated[int, Field(ge=0, le=10)]
    context_tokens: Annotated[int, Field(ge=2000)]
    max_output_tokens: Annotated[int, Field(ge=100)]
    daily_tokens: Annotated[int, Field(ge=0)]
    temperature: Annotated[Annotated[float, Field(ge=0.0, le=2.0)] | None, BeforeValidator(_unset_when_empty)]
    structured_output: bool
    streaming: bool


class Settings(BaseSettings):
    """Every setting; what each is for stands in `default.toml`. Secrets never show in a repr."""

    model_config = SettingsConfigDict(
        env_prefix=ENV_PREFIX,
        env_nested_delimiter="__",
        extra="forbid",
        frozen=True,
        validate_default=True,
        hide_input_in_errors=True,  # the input may be a secret, and tracebacks get copied
    )

    data_dir: Annotated[HomePath, BeforeValidator(_data_dir)]
    corpus_path: OptionalPath
    embedder: EmbedderSettings
    index: IndexSettings
    search: SearchSettings
    reader: ReaderSettings
    discord: DiscordSettings
    llm: LlmSettings

    _files: ClassVar[Sequence[Path]] = ()
    """The settings files to read, the one that wins first."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, *(TomlConfigSettingsSource(settings_cls, file) for file in cls._files)


def load_settings(options: Mapping[str, Any] | None = None, config_file: Path | None = None) -> Settings:
    """
    The settings in force. `options` are the command line's, nested like the file: `{"search": {"candidates": 20}}`.

    Raises:
        SettingsError: an unknown name (with the nearest known one), a wrong value, a file that cannot be read.
    """
    file = config_file or _file_from_environment() or _users_file()
    if file is not None:
        parsed = _parse(file)
        _refuse_unknown(_keys(parsed), f"in {file}")
        _refuse_open_secrets(parsed, file)
    _refuse_unknown(_names_in_environment(), "in the environment", shown_as=_variable)
    files = [path for path in (file, DEFAULTS) if path is not None]

    class _Loaded(Settings):
        _files = files

    try:
        return _Loaded(**dict(options or {}))
    except ValidationError as exc:
        first = exc.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        value = "what it is set to" if name in SECRETS else repr(first["input"])
        raise SettingsError(f"the setting `{name}` cannot be {value}: {first['msg'].lower()}") from exc


def _file_from_environment() -> Path | None:
    value = os.environ.get(CONFIG_VARIABLE)
    return Path(value) if value else None


def _users_file() -> Path | None:
    file = platformdirs.user_config_path("dateline", appauthor=False) / "dateline.toml"
    return file if file.is_file() else None


def _parse(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as exc:
        raise SettingsError(f"the settings file {file} cannot be read: {(exc.strerror or str(exc)).lower()}") from exc
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise SettingsError(f"the settings file {file} is not valid TOML: {exc}") from exc


def _keys(table: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _keys(value, f"{prefix}{key}.")
        else:
            yield prefix + key


def _refuse_open_secrets(table: Mapping[str, Any], file: Path) -> None:
    """A file that holds a secret must be its owner's alone; Windows keeps users' files apart by other means."""
    held = [name for name in SECRETS if _value(table, name)]
    if held and os.name == "posix" and file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise SettingsError(
            f"{file} holds the setting `{held[0]}` and can be read by others; run `chmod 600 {file}`, "
            f"or give it as {_variable(held[0])}"
        )


def _value(table: Mapping[str, Any], name: str) -> Any:
    section, _, key = name.partition(".")
    held = table.get(section)
    return held.get(key) if isinstance(held, Mapping) else None


def known_names() -> tuple[str, ...]:
    """Every setting's dotted name, in the order of `default.toml`."""
    return tuple(_keys(_parse(DEFAULTS)))


def _variable(name: str) -> str:
    return ENV_PREFIX + name.replace(".", "__").upper()


def _names_in_environment() -> Iterator[str]:
    for variable in os.environ:
        if variable.upper().startswith(ENV_PREFIX) and variable.upper() != CONFIG_VARIABLE:
            yield variable[len(ENV_PREFIX) :].lower().replace("__", ".")


def _refuse_unknown(names: Iterable[str], where: str, shown_as: Any = str) -> None:
    known = known_names()
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
            hint = f"; did you mean {shown_as(near[0])}?" if near else ""
            raise SettingsError(f"unknown setting {shown_as(name)} {where}{hint}")
