"""What the tests of a chat service share: the four ways to ask, a service on a server of loopback, and what came."""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from config.errors import ServiceError
from retrieval.llm.background import Cancelled
from retrieval.llm.circuit import Circuit
from retrieval.llm.ledger import TokenLedger
from retrieval.llm.providers import PROVIDERS, ModelChoice, chat_model
from retrieval.llm.service import ChatService, Errand, Limits
from retrieval.llm.tokens import PER_MESSAGE, estimated_tokens
from tests.retrieval.llm.openai_server import Status

MODEL = "openai:test-model"
KEY = "sk-0f3b9c71-that-nobody-may-see"
SCHEMA: dict[str, Any] = {
    "title": "answer",
    "type": "object",
    "properties": {"found": {"type": "boolean"}, "text": {"type": "string"}},
    "required": ["found", "text"],
    "additionalProperties": False,
}
ANSWER = '{"found": true, "text": "Talks are on 20 October."}'
"""What is well-formed in either form, in five pieces."""
QUESTION = "When are the talks?"
MOST_TOKENS = 200
"""Of an answer."""
WORD = "Zephyrine"
"""What the server says in every error, beside the key, and nobody may repeat."""
SLACK_S = 2.0
"""What a busy machine may add to a time."""


class Form(NamedTuple):
    """One of the four ways in which a model is asked."""

    streaming: bool
    structured: bool

    @property
    def schema(self) -> dict[str, Any] | None:
        return SCHEMA if self.structured else None


def _params(*forms: Form) -> list[Any]:
    return [
        pytest.param(form, id=f"{'streamed' if form.streaming else 'whole'}-{'schema' if form.structured else 'plain'}")
        for form in forms
    ]


FORMS = (Form(True, True), Form(True, False), Form(False, True), Form(False, False))
PLAIN, STREAMED = Form(False, False), Form(True, False)
every_form = pytest.mark.parametrize("form", _params(*FORMS))
streamed_forms = pytest.mark.parametrize("form", _params(*(form for form in FORMS if form.streaming)))
structured_forms = pytest.mark.parametrize("form", _params(*(form for form in FORMS if form.structured)))


def said(structured: bool, question: str = QUESTION) -> Sequence[BaseMessage]:
    return [SystemMessage("as JSON" if structured else "as lines"), HumanMessage(question)]


def prompt_tokens(structured: bool = False, question: str = QUESTION) -> int:
    """What `said` is estimated to take."""
    return sum(estimated_tokens(str(message.text)) + PER_MESSAGE for message in said(structured, question))


def ledger_in(folder: Path, daily_tokens: int = 0) -> TokenLedger:
    return TokenLedger(folder / "usage.sqlite", daily_tokens)


def service_at(
    url: str,
    folder: Path,
    form: Form,
    *,
    ledger: TokenLedger | None = None,
    circuit: Circuit | None = None,
    client_timeout_s: float = 30.0,
    **limits: Any,
) -> ChatService:
    """
    The real client of the package on `url`, built already.

    Its own time is much longer than the service's, so that what ends in time does so by the service's doing.
    """
    return service_of(client_of(url, client_timeout_s), folder, form, ledger=ledger, circuit=circuit, **limits)


@cache
def client_of(url: str, timeout_s: float) -> BaseChatModel:
    """Made once for all tests, because that takes longer than a question."""
    return chat_model(ModelChoice(MODEL, url, KEY, timeout_s, max_output_tokens=MOST_TOKENS))


def service_of(
    model: BaseChatModel,
    folder: Path,
    form: Form,
    *,
    ledger: TokenLedger | None = None,
    circuit: Circuit | None = None,
    structured_with: dict[str, Any] | None = None,
    **limits: Any,
) -> ChatService:
    given = {"timeout_s": 5.0, "max_output_tokens": MOST_TOKENS, "streaming": form.streaming, **limits}
    return ChatService(
        MODEL,
        lambda: model,
        Limits(**given),
        ledger or ledger_in(folder),
        structured_with=PROVIDERS["openai"].structured if structured_with is None else structured_with,
        circuit=circuit,
    )


def status(code: int, kind: str | None = None, **headers: str) -> Status:
    """An HTTP error whose body repeats the key, as some do."""
    message = f"Incorrect API key provided: {KEY}. {WORD}"
    return Status(code, headers, {"message": message, "type": "some_error", "param": None, "code": kind})


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Came:
    """What came of one question."""

    errand: Errand
    pieces: list[str] = field(default_factory=list)
    error: ServiceError | Cancelled | None = None
    took_s: float = 0.0

    @property
    def text(self) -> str:
        return "".join(self.pieces)


def ask(
    service: ChatService,
    form: Form,
    cancelled: threading.Event | None = None,
    question: str = QUESTION,
    config: Any = None,
) -> Came:
    """The answer to its end, or up to the error that ended it; any other error than it may have is raised."""
    began = time.monotonic()
    came = Came(service.errand(config, cancelled))
    try:
        for piece in service.write(lambda structured: said(structured, question), came.errand, form.schema):
            came.pieces.append(piece)
    except (ServiceError, Cancelled) as error:
        came.error = error
    came.took_s = time.monotonic() - began
    return came


def ask_admitted(service: ChatService, form: Form, cancelled: threading.Event | None = None) -> Came:
    """As callers ask: with the failures counted. A service that rests is the error."""
    came = Came(service.errand())
    try:
        with service.admitted():
            came = ask(service, form, cancelled)
            if came.error:
                raise came.error
    except (ServiceError, Cancelled) as error:
        came.error = error
    return came


def assert_told_well(came: Came, kind: type[ServiceError], reason: str) -> None:
    """The right error, as one sentence, and nothing of what the provider said in it or behind it."""
    assert type(came.error) is kind, came
    assert came.error.reason == reason, came
    assert str(came.error) == f"{MODEL}: {reason}"
    shown = "".join(traceback.format_exception(came.error)) + repr(came.error) + repr(vars(came.error))
    assert WORD not in shown, shown
    assert KEY not in shown, shown


def asking(service: ChatService, form: Form, errand: Errand | None = None) -> Generator[str, None, None]:
    """The pieces as they come, for who does not want them all."""
    return cast(Generator[str, None, None], service.write(said, errand or service.errand(), form.schema))


@contextmanager
def set_after(seconds: float, event: threading.Event) -> Generator[None, None, None]:
    """`event` is set so much later."""
    timer = threading.Timer(seconds, event.set)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
