"""What providers' packages raise becomes an error that says what to do, in words that are never the provider's."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from langchain_core import exceptions as langchain

from config.errors import (
    ServiceError,
    ServiceRefused,
    ServiceRested,
    ServiceTimeout,
    ServiceUnreachable,
    ServiceUnreadable,
    TokensSpent,
)
from retrieval.llm import failing
from retrieval.llm.failing import as_ours, may_be_the_schema, retry_after

THEIRS = "Zephyrine sk-0f3b9c71"
"""Words of a provider: they may hold anything."""
SENTENCES = {value for name, value in vars(failing).items() if name.isupper() and isinstance(value, str)}
"""All that is ever said of why a model did not answer."""


class Response:
    def __init__(self, status_code: int | None = None, headers: Any = None) -> None:
        self.status_code, self.headers = status_code, headers


class ProviderError(Exception):
    """Like those of the packages: what they know, under the names that they keep it under."""

    def __init__(self, **known: Any) -> None:
        super().__init__(THEIRS)
        self.__dict__.update(known)


def named(name: str, *bases: type[BaseException], **known: Any) -> BaseException:
    """An error of a class of that name: packages that are not installed are known by the names of theirs."""
    kind = type(name, bases or (ProviderError,), {})
    error: BaseException = kind(THEIRS) if bases else kind()
    error.__dict__.update(known)
    return error


def raised_from(error: BaseException, cause: BaseException, *, said: bool = True) -> BaseException:
    try:
        try:
            raise cause
        except BaseException:
            if said:
                raise error from cause
            raise error  # noqa: B904 (as packages do that say no cause: it is the context all the same)
    except BaseException as caught:
        return caught


STATUSES: list[tuple[int, type[ServiceError], str]] = [
    (400, ServiceRefused, failing.BAD_REQUEST),
    (401, ServiceRefused, failing.KEY),
    (402, ServiceRefused, failing.NO_QUOTA),
    (403, ServiceRefused, failing.KEY),
    (404, ServiceRefused, failing.NO_SUCH_MODEL),
    (405, ServiceRefused, failing.BAD_REQUEST),
    (408, ServiceTimeout, failing.LATE),
    (409, ServiceRefused, failing.BAD_REQUEST),
    (413, ServiceRefused, failing.BAD_REQUEST),
    (422, ServiceRefused, failing.BAD_REQUEST),
    (429, ServiceUnreachable, failing.TOO_MUCH),
    (500, ServiceUnreachable, failing.BROKEN),
    (502, ServiceUnreachable, failing.BROKEN),
    (503, ServiceUnreachable, failing.BROKEN),
    (529, ServiceUnreachable, failing.BROKEN),
    (599, ServiceUnreachable, failing.BROKEN),
]


@pytest.mark.parametrize("kept", ["status_code", "code", "response", "cause", "context"])
@pytest.mark.parametrize(("status", "kind", "reason"), STATUSES)
def test_an_http_status_is_understood_wherever_a_package_keeps_it(
    status: int, kind: type[ServiceError], reason: str, kept: str
) -> None:
    errors: dict[str, BaseException] = {
        "status_code": ProviderError(status_code=status),
        "code": ProviderError(code=status),
        "response": ProviderError(response=Response(status)),
        "cause": raised_from(RuntimeError(THEIRS), ProviderError(status_code=status)),
        "context": raised_from(RuntimeError(THEIRS), ProviderError(status_code=status), said=False),
    }
    ours = as_ours(errors[kept], "model")
    assert (type(ours), ours.reason, ours.service) == (kind, reason, "model")


@pytest.mark.parametrize("status", ["401", True, 0, 99, 600, 100_401, None, 401.0])
def test_what_is_no_status_is_not_taken_for_one(status: object) -> None:
    assert as_ours(ProviderError(status_code=status, code=status), "model").reason == failing.UNREADABLE


@pytest.mark.parametrize(
    ("error", "kind", "reason"),
    [
        (langchain.ModelAuthenticationError(THEIRS), ServiceRefused, failing.KEY),
        (langchain.ModelPermissionDeniedError(THEIRS), ServiceRefused, failing.KEY),
        (langchain.ModelNotFoundError(THEIRS), ServiceRefused, failing.NO_SUCH_MODEL),
        (langchain.ModelInvalidRequestError(THEIRS), ServiceRefused, failing.BAD_REQUEST),
        (langchain.ModelRateLimitError(THEIRS), ServiceUnreachable, failing.TOO_MUCH),
        (langchain.ModelAPIError(THEIRS), ServiceUnreachable, failing.BROKEN),
        (langchain.ModelConnectionError(THEIRS), ServiceUnreachable, failing.AWAY),
        (langchain.ModelTimeoutError(THEIRS), ServiceTimeout, failing.LATE),
        (langchain.ContextOverflowError(THEIRS), ServiceRefused, failing.TOO_LONG),
        (TimeoutError(THEIRS), ServiceTimeout, failing.LATE),
        (named("ReadTimeout"), ServiceTimeout, failing.LATE),
        (named("ConnectTimeout"), ServiceTimeout, failing.LATE),
        (named("ConnectError"), ServiceUnreachable, failing.AWAY),
        (named("APIConnectionError"), ServiceUnreachable, failing.AWAY),
        (named("TransportError"), ServiceUnreachable, failing.AWAY),
        (ConnectionRefusedError(THEIRS), ServiceUnreachable, failing.AWAY),
        (ConnectionResetError(THEIRS), ServiceUnreachable, failing.AWAY),
        (OSError(THEIRS), ServiceUnreachable, failing.AWAY),
        (named("APIError"), ServiceUnreachable, failing.BROKEN),
        (named("LengthFinishReasonError"), ServiceUnreadable, failing.CUT_SHORT),
        (named("ContentFilterFinishReasonError"), ServiceRefused, failing.WILL_NOT),
        (named("OpenAIRefusalError"), ServiceRefused, failing.WILL_NOT),
        (json.JSONDecodeError(THEIRS, THEIRS, 0), ServiceUnreadable, failing.UNREADABLE),
        (KeyError(THEIRS), ServiceUnreadable, failing.UNREADABLE),
        (TypeError(THEIRS), ServiceUnreadable, failing.UNREADABLE),
        (langchain.OutputParserException(THEIRS), ServiceUnreadable, failing.UNREADABLE),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_an_error_without_a_status_is_understood_by_its_class(
    error: BaseException, kind: type[ServiceError], reason: str
) -> None:
    ours = as_ours(error, "model")
    assert (type(ours), ours.reason) == (kind, reason)


@pytest.mark.parametrize("module", ["httpx", "openai"])
def test_the_errors_of_the_installed_packages_are_understood(module: str) -> None:
    package = pytest.importorskip(module)
    request = package.Request("POST", "http://127.0.0.1/") if module == "httpx" else None
    expected = (
        {
            package.ConnectError("x"): failing.AWAY,
            package.ReadError("x"): failing.AWAY,
            package.RemoteProtocolError("x"): failing.AWAY,
            package.UnsupportedProtocol("x"): failing.AWAY,
            package.ReadTimeout("x"): failing.LATE,
            package.PoolTimeout("x"): failing.LATE,
        }
        if module == "httpx"
        else {
            package.APIConnectionError(request=request): failing.AWAY,
            package.APITimeoutError(request=request): failing.LATE,
            package.APIError("x", request=request, body=None): failing.BROKEN,
        }
    )
    assert {type(error): as_ours(error, "model").reason for error in expected} == {
        type(error): reason for error, reason in expected.items()
    }


@pytest.mark.parametrize("told", ["insufficient_quota", "Billing_hard_limit_reached", "billing_not_active"])
@pytest.mark.parametrize("kept", ["code", "type", "body code", "body type"])
def test_too_many_requests_for_want_of_quota_are_refused_and_not_tried_again(told: str, kept: str) -> None:
    where, _, name = kept.rpartition(" ")
    known: dict[str, Any] = {"body": {name: told}} if where else {name: told}
    ours = as_ours(ProviderError(status_code=429, **known), "model")
    assert (type(ours), ours.reason, ours.retryable) == (ServiceRefused, failing.NO_QUOTA, False)


@pytest.mark.parametrize(
    "known", [{"code": "context_length_exceeded"}, {"body": {"type": "exceed_context_size_error", "code": 400}}]
)
def test_a_prompt_that_is_too_long_is_known_by_the_code_alone(known: dict[str, Any]) -> None:
    assert as_ours(ProviderError(status_code=400, **known), "model").reason == failing.TOO_LONG


@pytest.mark.parametrize("words", ["maximum context length", "available context size", "context window"])
def test_a_prompt_that_is_too_long_is_known_by_the_words_alone(words: str) -> None:
    error = type("WordsOnly", (Exception,), {"status_code": 400})(f"More than the {words.upper()}: {THEIRS}")
    assert as_ours(error, "model").reason == failing.TOO_LONG


def test_quota_in_the_words_of_another_status_is_not_taken_for_it() -> None:
    assert as_ours(ProviderError(status_code=500, code="insufficient_quota"), "model").reason == failing.BROKEN


@pytest.mark.parametrize(
    ("error", "retryable"),
    [(ProviderError(status_code=status), status in (408, 429) or status >= 500) for status, *_ in STATUSES]
    + [(ConnectionResetError(), True), (TimeoutError(), True), (ValueError(), False)],
)
def test_only_what_may_pass_by_itself_is_worth_another_try(error: BaseException, retryable: bool) -> None:
    assert as_ours(error, "model").retryable is retryable


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_the_service_asks_to_wait_is_kept_with_the_error(status: int) -> None:
    asked = ProviderError(status_code=status, response=Response(status, {"retry-after": "7"}))
    ours = as_ours(asked, "model")
    assert isinstance(ours, ServiceUnreachable)
    assert ours.retry_after_s == 7.0
    without = as_ours(ProviderError(status_code=status), "model")
    assert isinstance(without, ServiceUnreachable)
    assert without.retry_after_s is None


@pytest.mark.parametrize(
    "ours", [ServiceRested("model", "rests"), TokensSpent("model", "spent"), ServiceRefused("a", "b")]
)
def test_our_own_errors_stay_what_they_are(ours: ServiceError) -> None:
    assert as_ours(ours, "another name") is ours


@pytest.mark.parametrize("sentence", sorted(SENTENCES))
def test_every_reason_goes_on_after_the_models_name_in_words_of_a_person(sentence: str) -> None:
    assert sentence.startswith(("it ", "its ", "the "))
    assert not re.search(r"\d|_|[.!]$|[A-Z]", sentence)


@given(
    st.text(min_size=1),
    st.sampled_from([None, 400, 401, 404, 408, 429, 500]),
    st.sampled_from([Exception, OSError, TimeoutError, ValueError, langchain.ModelAPIError]),
)
def test_whatever_the_provider_says_the_sentence_is_ours(words: str, status: int | None, kind: type[Exception]) -> None:
    error = kind(words)
    error.__dict__.update(status_code=status, body={"message": words, "code": words}, code=words)
    ours = as_ours(error, "model")
    assert ours.reason in SENTENCES
    assert str(ours) == f"model: {ours.reason}"


def test_errors_that_are_each_others_cause_are_looked_at_once() -> None:
    one, other = ProviderError(), ProviderError(status_code=401)
    one.__cause__, other.__cause__ = other, one
    assert as_ours(one, "model").reason == failing.KEY


@pytest.mark.parametrize(
    "error", [NotImplementedError(), *(ProviderError(status_code=s) for s in (400, 404, 422, 501))]
)
def test_what_may_have_been_refused_for_the_schema_alone_is_told(error: BaseException) -> None:
    assert may_be_the_schema(error)


@pytest.mark.parametrize(
    "error",
    [
        *(ProviderError(status_code=status) for status in (401, 403, 408, 413, 429, 500, 503)),
        named("Overflow", langchain.ContextOverflowError, status_code=400),
        ProviderError(status_code=400, code="context_length_exceeded"),
        ProviderError(status_code=400, code="content_filter"),
        ConnectionResetError(),
        TimeoutError(),
        ValueError(),
    ],
)
def test_what_the_schema_has_nothing_to_do_with_is_told_apart(error: BaseException) -> None:
    assert not may_be_the_schema(error)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("1", 1.0),
        (" 20 ", 20.0),
        ("1.5", 1.5),
        ("-1", None),
        ("1e3", None),
        ("soon", None),
        ("", None),
        ("Wed, 99 Foo 2015 07:28:00 GMT", None),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        ("Wed, 21 Oct 2099 07:28:00 -0000", None),  # a day of no zone
    ],
)
def test_seconds_to_wait_are_read_or_are_none(value: str, seconds: float | None) -> None:
    assert retry_after(ProviderError(response=Response(429, {"retry-after": value}))) == seconds


def test_a_date_to_wait_for_is_read_as_seconds_from_now() -> None:
    wanted = datetime.now(UTC) + timedelta(seconds=90)
    read = retry_after(ProviderError(response=Response(429, {"retry-after": format_datetime(wanted, usegmt=True)})))
    assert read is not None
    assert 85 < read <= 90


def test_seconds_to_wait_are_found_on_the_error_that_another_one_was_raised_from() -> None:
    cause = ProviderError(response=Response(429, {"retry-after": "3"}))
    assert retry_after(raised_from(RuntimeError(), cause)) == 3.0


@pytest.mark.parametrize("headers", [None, {}, [("retry-after", "3")], "retry-after: 3"])
def test_where_there_are_no_such_headers_there_is_nothing_to_wait(headers: Any) -> None:
    assert retry_after(ProviderError(response=Response(429, headers))) is None


@given(st.text())
def test_no_header_whatever_breaks_it(value: str) -> None:
    read = retry_after(ProviderError(response=Response(429, {"retry-after": value})))
    assert read is None or read >= 0
