"""The name of a model says whose it is; what is missing is told before anything is asked, and keys go only home."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel

from config.errors import SettingsError
from retrieval.llm import providers
from retrieval.llm.providers import NO_KEY, PROVIDERS, ModelChoice, chat_model, checked
from tests.retrieval.llm.asking import ANSWER, KEY, PLAIN, STREAMED, Form, ask, every_form, service_of
from tests.retrieval.llm.openai_server import OpenAiServer, Says, Status

ROOT = Path(__file__).resolve().parents[3]
LOCAL = "http://127.0.0.1:9/v1"
ANOTHER_KEY = "sk-of-a-variable-that-nobody-may-see"


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every provider's package, as far as anybody looks for it."""
    monkeypatch.setattr(providers, "find_spec", lambda name: object())


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, installed: None) -> Any:
    """What `init_chat_model` was last told; it makes nothing of it."""

    class Told(dict[str, Any]):
        pass

    told = Told()

    def init_chat_model(name: str, **options: Any) -> FakeListChatModel:
        told.clear()
        told.update(options, name=name)
        return FakeListChatModel(responses=["x"])

    monkeypatch.setattr("langchain.chat_models.init_chat_model", init_chat_model)
    return told


@pytest.mark.parametrize(
    ("name", "base_url", "provider", "model"),
    [
        ("openai:gpt-4.1-mini", None, "openai", "gpt-4.1-mini"),
        ("anthropic:claude-x", None, "anthropic", "claude-x"),
        ("ollama:llama3:8b", None, "ollama", "llama3:8b"),
        ("google_genai:gemini-x", None, "google_genai", "gemini-x"),
        ("openai:gpt-4.1-mini", LOCAL, "openai", "gpt-4.1-mini"),
        ("ollama:llama3:8b", LOCAL, "ollama", "llama3:8b"),
        ("llama3:8b", LOCAL, "openai", "llama3:8b"),
        ("Qwen/Qwen3-8B", LOCAL, "openai", "Qwen/Qwen3-8B"),
        ("local", LOCAL, "openai", "local"),
        ("OpenAI:x", LOCAL, "openai", "OpenAI:x"),
    ],
)
@pytest.mark.usefixtures("installed")
def test_a_name_says_the_provider_and_what_is_none_is_a_compatible_servers_own(
    name: str, base_url: str | None, provider: str, model: str
) -> None:
    assert checked(ModelChoice(name, base_url, KEY)) == (provider, model)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("opneai:gpt", "did you mean openai:gpt?"),
        ("OpenAI:gpt", "did you mean openai:gpt?"),
        ("antropic:claude", "did you mean anthropic:claude?"),
        ("google-genai:gemini", "did you mean google_genai:gemini?"),
        ("openai", "did you mean openai:NAME?"),
        ("openai:", "did you mean openai:NAME?"),
        ("qqqq:zzzz", None),
        ("", None),
        (":x", None),
    ],
)
def test_a_name_of_no_provider_is_refused_with_all_of_them_and_the_nearest(name: str, hint: str | None) -> None:
    with pytest.raises(SettingsError, match=r"`llm\.model`") as caught:
        checked(ModelChoice(name, api_key=KEY))
    said = str(caught.value)
    assert repr(name) in said
    assert all(provider in said for provider in PROVIDERS)
    assert (hint in said) if hint else ("did you mean" not in said)
    assert KEY not in said


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_package_that_is_missing_is_named_by_the_extra_that_installs_it(
    provider: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(providers, "find_spec", asked.append)
    with pytest.raises(SettingsError) as caught:
        checked(ModelChoice(f"{provider}:some-model", api_key=KEY))
    assert asked == [PROVIDERS[provider].module]
    assert f'`pip install "dateline[{PROVIDERS[provider].extra}]"`' in str(caught.value)


def test_every_extra_that_is_named_can_be_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for row in PROVIDERS.values():
        (requirement,) = project["optional-dependencies"][row.extra]
        assert requirement.startswith(row.module.replace("_", "-"))


def test_a_package_is_looked_for_and_not_imported() -> None:
    script = (
        "import sys; from retrieval.llm.providers import ModelChoice, checked; "
        "checked(ModelChoice('openai:x', api_key='k')); "
        "print([name for name in ('langchain', 'langchain_core', 'langchain_openai', 'openai') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("name", "variables"),
    [
        ("openai:x", ["DATELINE_LLM__API_KEY", "OPENAI_API_KEY"]),
        ("anthropic:x", ["DATELINE_LLM__API_KEY", "ANTHROPIC_API_KEY"]),
        ("google_genai:x", ["DATELINE_LLM__API_KEY", "GOOGLE_API_KEY", "GEMINI_API_KEY"]),
    ],
)
@pytest.mark.parametrize("empty", [False, True])
@pytest.mark.usefixtures("installed")
def test_a_key_that_is_missing_is_told_with_the_variables_that_can_give_it(
    name: str, variables: list[str], empty: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in variables[1:] if empty else ():
        monkeypatch.setenv(variable, "")
    with pytest.raises(SettingsError) as caught:
        checked(ModelChoice(name))
    assert str(caught.value).endswith(f"its key is missing; set {' or '.join(variables)}")
    for variable in variables[1:]:
        with monkeypatch.context() as patch:
            patch.setenv(variable, KEY)
            checked(ModelChoice(name))
    checked(ModelChoice(name, api_key=KEY))


@pytest.mark.parametrize(("name", "base_url"), [("ollama:x", None), ("openai:x", LOCAL), ("x", LOCAL)])
@pytest.mark.usefixtures("installed")
def test_a_server_of_ones_own_needs_no_key(name: str, base_url: str | None) -> None:
    checked(ModelChoice(name, base_url))


@pytest.mark.parametrize(
    ("provider", "expected"),
    [
        ("openai", {"timeout": 7.0, "max_retries": 0, "max_tokens": 300, "stream_usage": True}),
        ("anthropic", {"timeout": 7.0, "max_retries": 0, "max_tokens": 300}),
        (
            "ollama",
            {
                "num_ctx": 9000,
                "num_predict": 300,
                "client_kwargs": {"timeout": 7.0, "headers": {"Authorization": f"Bearer {KEY}"}},
            },
        ),
        ("google_genai", {"timeout": 7.0, "max_retries": 1, "max_output_tokens": 300}),
    ],
)
def test_every_provider_is_told_time_tokens_and_that_retries_are_ours(
    provider: str, expected: Mapping[str, Any], made: dict[str, Any]
) -> None:
    chat_model(ModelChoice(f"{provider}:m", None, KEY, timeout_s=7.0, context_tokens=9000, max_output_tokens=300))
    assert made == {**expected, "name": "m", "model_provider": provider, "api_key": KEY}


@pytest.mark.parametrize(
    ("temperature", "told"), [(None, {}), (0.0, {"temperature": 0.0}), (1.5, {"temperature": 1.5})]
)
def test_a_temperature_is_told_only_where_one_is_set(
    temperature: float | None, told: Mapping[str, float], made: dict[str, Any]
) -> None:
    chat_model(ModelChoice("openai:m", api_key=KEY, temperature=temperature))
    assert {name: value for name, value in made.items() if name == "temperature"} == told


@pytest.mark.parametrize(
    ("name", "base_url", "api_key", "expected"),
    [
        ("openai:m", None, None, {}),  # the package reads its own variable
        ("openai:m", None, KEY, {"api_key": KEY}),
        ("openai:m", LOCAL, None, {"base_url": LOCAL, "api_key": NO_KEY}),
        ("m", LOCAL, None, {"base_url": LOCAL, "api_key": NO_KEY}),
        ("anthropic:m", LOCAL, None, {"base_url": LOCAL, "api_key": NO_KEY}),
        ("m", LOCAL, KEY, {"base_url": LOCAL, "api_key": KEY}),
        ("ollama:m", None, None, {}),
        ("ollama:m", LOCAL, None, {"base_url": LOCAL}),
    ],
)
def test_with_an_address_of_ones_own_only_the_key_that_was_set_for_it_is_given(
    name: str,
    base_url: str | None,
    api_key: str | None,
    expected: Mapping[str, str],
    made: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for row in PROVIDERS.values():
        for variable in row.keys:
            monkeypatch.setenv(variable, ANOTHER_KEY)
    chat_model(ModelChoice(name, base_url, api_key))
    assert {option: made[option] for option in ("base_url", "api_key") if option in made} == expected


@every_form
@pytest.mark.parametrize(("api_key", "sent"), [(KEY, KEY), (None, NO_KEY)], ids=["its own", "none"])
def test_a_server_of_ones_own_is_never_sent_the_key_of_the_providers_variable(
    api_key: str | None, sent: str, form: Form, server: OpenAiServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", ANOTHER_KEY)
    server.plays(Says('{"found": true, "text": ""}'))
    service = service_of(chat_model(ModelChoice("m", server.url, api_key)), tmp_path, form)
    assert ask(service, form).error is None
    (headers,) = server.headers
    assert {name.lower(): value for name, value in headers.items()}["authorization"] == f"Bearer {sent}"
    assert ANOTHER_KEY not in repr(headers) + repr(server.requests)


def test_a_server_that_sends_its_clients_elsewhere_does_not_send_the_key_there(
    server: OpenAiServer, tmp_path: Path
) -> None:
    with OpenAiServer().running() as elsewhere:
        elsewhere.plays(Says("here"))
        server.plays(Status(307, {"Location": f"{elsewhere.url}/chat/completions"}, body=b""))
        form = Form(False, False)
        ask(service_of(chat_model(ModelChoice("m", server.url, KEY)), tmp_path, form), form)
        assert len(server.requests) == 1
        assert KEY not in repr(elsewhere.headers) + repr(elsewhere.requests)


@pytest.mark.parametrize("temperature", [None, 0.0])
def test_what_the_server_is_asked_says_model_limit_and_temperature(
    temperature: float | None, server: OpenAiServer, tmp_path: Path
) -> None:
    choice = ModelChoice("some/model:q4", server.url, KEY, max_output_tokens=321, temperature=temperature)
    form = Form(False, False)
    ask(service_of(chat_model(choice), tmp_path, form), form)
    (request,) = server.requests
    assert request["model"] == "some/model:q4"
    assert request.get("temperature") == temperature
    assert 321 in (request.get("max_completion_tokens"), request.get("max_tokens"))


def test_a_choice_does_not_show_its_key() -> None:
    choice = ModelChoice("openai:m", LOCAL, KEY)
    assert KEY not in repr(choice) + str(choice)


def test_a_model_does_not_show_its_key() -> None:
    model = chat_model(ModelChoice("openai:m", LOCAL, KEY))
    assert KEY not in repr(model) + str(model) + repr(vars(model)["client"])


def test_what_a_package_says_of_settings_that_it_does_not_take_is_not_repeated(
    installed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def init_chat_model(name: str, **options: Any) -> None:
        raise ValueError(f"wrong: {options}")

    monkeypatch.setattr("langchain.chat_models.init_chat_model", init_chat_model)
    with pytest.raises(SettingsError) as caught:
        chat_model(ModelChoice("anthropic:m", None, KEY))
    assert str(caught.value) == "the model anthropic:m cannot be set up (ValueError)"
    assert KEY not in "".join(traceback.format_exception(caught.value))


def test_settings_that_the_installed_package_does_not_take_are_told_without_the_key() -> None:
    with pytest.raises(SettingsError, match=r"the model openai:m cannot be set up \(\w+\)") as caught:
        chat_model(ModelChoice("openai:m", None, KEY, max_output_tokens="many"))  # type: ignore[arg-type]
    assert KEY not in "".join(traceback.format_exception(caught.value))


def test_what_is_missing_is_told_when_the_model_is_made_too() -> None:
    with pytest.raises(SettingsError, match="its key is missing"):
        chat_model(ModelChoice("openai:m"))


def test_the_table_gives_no_provider_room_for_another_providers_key() -> None:
    keys = [key for row in PROVIDERS.values() for key in row.keys]
    assert len(keys) == len(set(keys))
    assert not PROVIDERS["ollama"].keys


def test_a_server_of_ones_own_is_sent_nothing_of_the_providers_variables(
    server: OpenAiServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org-private")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-private")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Gateway-Key: private-too\nAuthorization: Bearer private")
    server.plays(Says(ANSWER))
    for form in (PLAIN, STREAMED):
        assert ask(service_of(chat_model(ModelChoice("m", server.url)), tmp_path, form), form).error is None
    assert len(server.headers) == 2
    assert "private" not in repr(server.headers)


@pytest.mark.parametrize(
    ("base_url", "api_key", "sent"),
    [
        (LOCAL, None, f"Bearer {NO_KEY}"),
        (LOCAL, KEY, f"Bearer {KEY}"),
        (None, KEY, f"Bearer {KEY}"),
        (None, None, None),
    ],
)
def test_ollamas_package_is_given_a_key_so_that_it_takes_none_from_its_variable(
    base_url: str | None, api_key: str | None, sent: str | None, made: dict[str, Any]
) -> None:
    chat_model(ModelChoice("ollama:m", base_url, api_key))
    assert made["client_kwargs"].get("headers", {}).get("Authorization") == sent


@pytest.mark.parametrize("key", ["sk-ab\nc", "sk-ab c", "“sk-abc”", "sk-\u0430bc", "sk\x00"])
def test_a_key_that_no_header_can_carry_is_refused_and_not_repeated(key: str) -> None:
    with pytest.raises(SettingsError, match="holds characters that no key has") as caught:
        checked(ModelChoice("openai:m", api_key=key))
    assert key not in str(caught.value)


@pytest.mark.parametrize("name", ["openai:", ":", " ", "x:"])
def test_half_a_name_is_none_even_for_a_server_of_ones_own(name: str) -> None:
    with pytest.raises(SettingsError, match="must be provider:name"):
        checked(ModelChoice(name, LOCAL))


def test_a_package_that_cannot_be_imported_is_named_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise ImportError("libx is missing")

    monkeypatch.setattr("langchain.chat_models.init_chat_model", broken)
    with pytest.raises(SettingsError, match=r'--force-reinstall "dateline\[openai\]"'):
        chat_model(ModelChoice("openai:m", api_key=KEY))
