"""The language model that the settings name, put together; imported only where one is set or asked after."""

from __future__ import annotations

from config.errors import DatelineError
from config.settings import Settings
from retrieval.llm.ledger import LEDGER_FILE, TokenLedger
from retrieval.llm.providers import PROVIDERS, ModelChoice, chat_model, checked
from retrieval.llm.service import ChatService, Limits
from retrieval.status import ModelUse
from retrieval.writing.author import Author


def check(settings: Settings) -> None:
    """
    Whether the model can be used, as far as that can be told without its package.

    Raises:
        SettingsError: no such provider, its package is not installed, or its key is missing.
    """
    checked(_choice(settings))


def author_of(settings: Settings) -> Author:
    """
    What writes with the model; nothing is loaded yet.

    Raises:
        SettingsError: as `check`.
    """
    choice = _choice(settings)
    provider, _ = checked(choice)
    return Author(
        ChatService(
            choice.name,
            lambda: chat_model(choice),
            _limits(settings),
            _ledger(settings),
            structured_with=PROVIDERS[provider].structured,
        )
    )


def use_of(settings: Settings) -> tuple[ModelUse, DatelineError | None]:
    """What the model has used today, and why that cannot be counted, where it cannot."""
    ledger = _ledger(settings)
    tokens, calls = ledger.today()
    return ModelUse(_choice(settings).name, tokens, calls, settings.llm.daily_tokens), ledger.trouble()


def _ledger(settings: Settings) -> TokenLedger:
    return TokenLedger(settings.data_dir / LEDGER_FILE, settings.llm.daily_tokens)


def _limits(settings: Settings) -> Limits:
    wanted = settings.llm
    return Limits(
        timeout_s=wanted.timeout_s,
        retries=wanted.retries,
        context_tokens=wanted.context_tokens,
        max_output_tokens=wanted.max_output_tokens,
        structured_output=wanted.structured_output,
        streaming=wanted.streaming,
    )


def _choice(settings: Settings) -> ModelChoice:
    wanted = settings.llm
    return ModelChoice(
        name=wanted.model or "",
        base_url=wanted.base_url,
        api_key=wanted.api_key.get_secret_value().strip() or None if wanted.api_key else None,
        timeout_s=wanted.timeout_s,
        context_tokens=wanted.context_tokens,
        max_output_tokens=_limits(settings).answer_tokens,
        temperature=wanted.temperature,
    )
