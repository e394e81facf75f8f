"""The chat models that can be set: `PROVIDERS` is the table, a row a provider."""

from __future__ import annotations

import difflib
import os
import re
import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from config.errors import SettingsError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

COMPATIBLE = "openai"
"""The provider whose protocol an OpenAI-compatible server speaks."""
NO_KEY = "not-needed"
"""What a server without a key is sent, where the package insists on one."""


_KEY = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """Which model is wanted and how; `name` is "provider:model", or a compatible server's own name for it."""

    name: str
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    timeout_s: float = 60.0
    context_tokens: int = 16384
    max_output_tokens: int = 4096
    temperature: float | None = None


class Provider(NamedTuple):
    """
    The `module` that speaks to a provider, the extra of Dateline that installs it, and the variables of its key.

    `options` are what `init_chat_model` is told beside the model's name, `structured` what `with_structured_output` is
    told beside the schema; a provider without `keys` needs none. `clients` are the attributes of the model that hold
    what speaks to the provider, and with it what the package has read of variables that no option of ours overrides.
    """

    module: str
    extra: str
    keys: tuple[str, ...]
    options: Callable[[ModelChoice], Mapping[str, Any]]
    structured: Mapping[str, Any] = MappingProxyType({})
    clients: tuple[str, ...] = ()


def _ollama_headers(choice: ModelChoice) -> dict[str, Any]:
    key = choice.api_key or (NO_KEY if choice.base_url else None)
    return {"headers": {"Authorization": f"Bearer {key}"}} if key else {}


PROVIDERS: dict[str, Provider] = {
    "openai": Provider(
        "langchain_openai",
        "openai",
        ("OPENAI_API_KEY",),
        # Usage is asked for with every server: one that does not know the option leaves it out.
        lambda choice: {
            "timeout": choice.timeout_s,
            "max_retries": 0,
            "max_tokens": choice.max_output_tokens,
            "stream_usage": True,
        },
        {"method": "json_schema", "strict": True},
        ("root_client", "root_async_client"),
    ),
    "anthropic": Provider(
        "langchain_anthropic",
        "anthropic",
        ("ANTHROPIC_API_KEY",),
        lambda choice: {"timeout": choice.timeout_s, "max_retries": 0, "max_tokens": choice.max_output_tokens},
        clients=("_client", "_async_client"),
    ),
    "ollama": Provider(
        "langchain_ollama",
        "ollama",
        (),
        # Without num_ctx the server cuts long prompts at its own default, and says nothing. Without a header of ours
        # its package sends OLLAMA_API_KEY, which is meant for the provider's own servers, to any address.
        lambda choice: {
            "num_ctx": choice.context_tokens,
            "num_predict": choice.max_output_tokens,
            "client_kwargs": {"timeout": choice.timeout_s, **_ollama_headers(choice)},
        },
    ),
    "google_genai": Provider(
        "langchain_google_genai",
        "google-genai",
        ("GOOGLE_API_KEY", "GEMINI_API_KEY"),
        # 1 is one try: the package takes 0 for its own default.
        lambda choice: {
            "timeout": choice.timeout_s,
            "max_retries": 1,
            "max_output_tokens": choice.max_output_tokens,
        },
    ),
}


def checked(choice: ModelChoice) -> tuple[str, str]:
    """
    The provider of `choice` and the model's name there, without importing the provider's package.

    Raises:
        SettingsError: no such provider, its package is not installed, its key is missing, or the address is none.
    """
    provider, name = _split(choice)
    row = PROVIDERS[provider]
    if find_spec(row.module) is None:
        raise SettingsError(
            f"the setting `llm.model` is {choice.name}, for which a package is missing; "
            f'install it with `pip install "dateline[{row.extra}]"`'
        )
    if choice.base_url and not _is_address(choice.base_url):
        raise SettingsError(
            "the setting `llm.base_url` is no address of a server; it must be like http://127.0.0.1:8080/v1"
        )
    if row.keys and not (choice.api_key or choice.base_url or any(os.environ.get(key) for key in row.keys)):
        variables = " or ".join(("DATELINE_LLM__API_KEY", *row.keys))
        raise SettingsError(f"the setting `llm.model` is {choice.name}, and its key is missing; set {variables}")
    if choice.api_key and not _KEY.fullmatch(choice.api_key):
        raise SettingsError("the setting `llm.api_key` holds characters that no key has; copy the key again")
    return provider, name


def chat_model(choice: ModelChoice) -> BaseChatModel:
    """
    The model, as LangChain's `init_chat_model` makes it. Importing the provider's package takes a second or two.

    A key of a provider's own variable goes to that provider alone: with a `base_url`, only `api_key` is sent.

    Raises:
        SettingsError: as `checked`, or the provider's package does not take the settings.
    """
    provider, name = checked(choice)
    from langchain.chat_models import init_chat_model

    options = dict(PROVIDERS[provider].options(choice))
    if choice.temperature is not None:
        options["temperature"] = choice.temperature
    if choice.base_url:
        options["base_url"] = choice.base_url
    if choice.api_key or (choice.base_url and PROVIDERS[provider].keys):
        options["api_key"] = choice.api_key or NO_KEY
    # What they have to say of our requests is said by their errors; a warning would be printed between the answers.
    warnings.filterwarnings("ignore", module=PROVIDERS[provider].module)
    try:
        model: BaseChatModel = init_chat_model(name, model_provider=provider, **options)
    except ImportError:
        raise SettingsError(
            f"the package for the model {choice.name} cannot be imported; install it again with "
            f'`pip install --force-reinstall "dateline[{PROVIDERS[provider].extra}]"`'
        ) from None
    except Exception as exc:
        # Its text may hold what it was given, the key among it.
        raise SettingsError(f"the model {choice.name} cannot be set up ({type(exc).__name__})") from None
    if choice.base_url:
        _forget_variables(model, PROVIDERS[provider].clients)
    return model


def _forget_variables(model: BaseChatModel, clients: Iterable[str]) -> None:
    """
    Take out of the clients what their package has read of variables like OPENAI_ORG_ID and ANTHROPIC_CUSTOM_HEADERS.

    It reads them for every server, and no option of LangChain's says otherwise.
    """
    for name in clients:
        if (client := getattr(model, name, None)) is not None:
            client.organization = client.project = None
            client._custom_headers = {}


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is none, a bracket too many
        return False


def _split(choice: ModelChoice) -> tuple[str, str]:
    provider, colon, name = choice.name.partition(":")
    if colon and name and provider in PROVIDERS:
        return provider, name
    if choice.base_url and choice.name.strip() and not choice.name.endswith(":"):
        return COMPATIBLE, choice.name  # "llama3:8b" is one name
    near = difflib.get_close_matches(provider, PROVIDERS, n=1, cutoff=0.5)
    hint = f"; did you mean {near[0]}:{name or 'NAME'}?" if near else ""
    raise SettingsError(
        f"the setting `llm.model` is {choice.name!r}, and must be provider:name, with one of the providers "
        f"{', '.join(PROVIDERS)}{hint}"
    )
