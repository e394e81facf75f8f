"""
What a provider's package raises, in Dateline's own errors: the one place that knows how models fail.

A provider's own words are never passed on: they may repeat the key, the question or a page of HTML.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from langchain_core import exceptions as langchain

from config.errors import (
    ServiceError,
    ServiceRefused,
    ServiceTimeout,
    ServiceUnreachable,
    ServiceUnreadable,
)

KEY = "it does not accept the key"
NO_QUOTA = "its account has no quota left"
NO_SUCH_MODEL = "it knows no model of that name, or nothing at that address"
BAD_REQUEST = "it does not take the request"
TOO_LONG = "the passages and the question do not fit into its context"
WILL_NOT = "it will not answer this question"
CUT_SHORT = "its answer was cut off at the most tokens that it may use"
TOO_MUCH = "it has too many requests to do"
BROKEN = "it fails on its side"
AWAY = "it cannot be reached, or has closed the connection"
LATE = "it did not answer in time"
UNREADABLE = "it sent what cannot be read"

_QUOTA = ("insufficient_quota", "billing")
_OVERFLOW = ("context_length_exceeded", "exceed_context_size")
_OVERFLOWS = ("maximum context length", "available context size", "context window")
"""How servers say that a prompt is too long: OpenAI and llama.cpp by a code, vLLM and others in words only."""


def as_ours(error: BaseException, service: str) -> ServiceError:
    """`error`, which a provider's package raised, as the error of Dateline's that says what to do about it."""
    if isinstance(error, ServiceError):
        return error
    status = _status(error)
    kinds = {class_.__name__ for class_ in type(error).__mro__}
    if _is_too_long(error):
        return ServiceRefused(service, TOO_LONG)
    if isinstance(error, langchain.ModelTimeoutError | TimeoutError | asyncio.TimeoutError):
        return ServiceTimeout(service, LATE)
    if "LengthFinishReasonError" in kinds:
        return ServiceUnreadable(service, CUT_SHORT)
    if kinds & {"ContentFilterFinishReasonError", "OpenAIRefusalError"} or "content_filter" in _code(error):
        return ServiceRefused(service, WILL_NOT)
    if status == 402 or (status == 429 and any(word in _code(error) for word in _QUOTA)):
        return ServiceRefused(service, NO_QUOTA)
    if status == 429 or isinstance(error, langchain.ModelRateLimitError):
        return ServiceUnreachable(service, TOO_MUCH, retry_after(error))
    if status in (401, 403):
        return ServiceRefused(service, KEY)
    if status == 404:
        return ServiceRefused(service, NO_SUCH_MODEL)
    if status == 408:
        return ServiceTimeout(service, LATE)
    if status is not None and 400 <= status < 500:
        return ServiceRefused(service, BAD_REQUEST)
    if status is not None and status >= 500:
        return ServiceUnreachable(service, BROKEN, retry_after(error))
    if any("Timeout" in kind for kind in kinds):  # httpx and its forks have one tree each
        return ServiceTimeout(service, LATE)
    if isinstance(error, OSError) or any("Connect" in kind or "Transport" in kind for kind in kinds):
        return ServiceUnreachable(service, AWAY)
    if "APIError" in kinds:  # an event in the stream that says that it failed
        return ServiceUnreachable(service, BROKEN)
    return ServiceUnreadable(service, UNREADABLE)


def may_be_the_schema(error: BaseException) -> bool:
    """Whether a server may have refused a request only because it was asked for structured output."""
    if isinstance(error, NotImplementedError):
        return True
    about_the_question = _is_too_long(error) or "content_filter" in _code(error)
    return not about_the_question and _status(error) in (400, 404, 405, 415, 422, 501)


def cost_nothing(error: BaseException) -> bool:
    """Whether a call was turned away at the door, or never came to it; any other may have been worked on."""
    kinds = {class_.__name__ for one in _chain(error) for class_ in type(one).__mro__}
    at_the_door = kinds & {
        "NotImplementedError",
        "ConnectError",
        "ConnectTimeout",
        "ConnectionRefusedError",
        "gaierror",
    }
    return bool(at_the_door) or (_status(error) or 0) >= 400


def retry_after(error: BaseException) -> float | None:
    """
    The seconds of a `Retry-After` header (RFC 9110, 10.2.3: seconds, or a date); None when there is none.
    """
    for one in _chain(error):
        headers = getattr(getattr(one, "response", None), "headers", None) or {}
        value = str(headers.get("retry-after", "")).strip() if hasattr(headers, "get") else ""
        if re.fullmatch(r"\d+(?:\.\d+)?", value):
            return float(value)
        if value:
            try:
                return max((parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds(), 0.0)
            except (TypeError, ValueError):
                return None
    return None


def _status(error: BaseException) -> int | None:
    """The HTTP status behind an error; packages keep it under two names, and on the response."""
    for one in _chain(error):
        for value in (
            getattr(one, "status_code", None),
            getattr(one, "code", None),
            getattr(getattr(one, "response", None), "status_code", None),
        ):
            if type(value) is int and 100 <= value < 600:
                return value
    by_class: dict[type[BaseException], int] = {
        langchain.ModelAuthenticationError: 401,
        langchain.ModelPermissionDeniedError: 403,
        langchain.ModelNotFoundError: 404,
        langchain.ModelInvalidRequestError: 400,
        langchain.ModelAPIError: 500,
    }
    return next((status for class_, status in by_class.items() if isinstance(error, class_)), None)


def _is_too_long(error: BaseException) -> bool:
    if any(isinstance(one, langchain.ContextOverflowError) for one in _chain(error)):
        return True
    said = " ".join(str(one) for one in _chain(error)).lower()
    return any(word in _code(error) for word in _OVERFLOW) or (
        _status(error) in (400, 413, 422, 500) and any(words in said for words in _OVERFLOWS)
    )


def _code(error: BaseException) -> str:
    """What a provider calls the error in its own short words, in lower case."""
    said: list[Any] = []
    for one in _chain(error):
        body: Any = getattr(one, "body", None)
        said += [getattr(one, "code", None), getattr(one, "type", None)]
        if isinstance(body, dict):
            said += [body.get("code"), body.get("type")]
    return " ".join(str(word) for word in said if word).lower()


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and those that it was raised from; packages wrap what their libraries raise."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = one.__cause__ or one.__context__
