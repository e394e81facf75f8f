"""A language model as one question uses it: in time, tried again where that helps, counted, and ended on a word."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from config.errors import DatelineError, ServiceError, ServiceRefused, ServiceUnreadable, TokensSpent
from retrieval.llm.background import LOOP, Cancelled
from retrieval.llm.circuit import Circuit
from retrieval.llm.failing import CUT_SHORT, TOO_LONG, WILL_NOT, as_ours, cost_nothing, may_be_the_schema
from retrieval.llm.ledger import TokenLedger
from retrieval.llm.tokens import BYTES_PER_TOKEN, PER_MESSAGE, estimated_tokens
from retrieval.types import Json

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage
    from langchain_core.runnables import Runnable, RunnableConfig

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 8.0
"""Before the first retry, and at most; it doubles in between. What the service asks for is kept to instead."""
CHARS_PER_TOKEN = 10
"""More than any text has; an answer with more characters than its tokens allow is no answer."""
ENDLESS = "its answer does not end"

ENDED_BY = ("finish_reason", "stop_reason", "done_reason")
ENDED_BY_LENGTH = {"length", "max_tokens", "model_length"}
ENDED_BY_REFUSAL = {"content_filter", "refusal", "safety", "prohibited_content", "blocklist", "spii", "recitation"}
"""How OpenAI, Anthropic, Ollama and Google say in a message's metadata why it ended, in lower case."""

Messages = Callable[[bool], "Sequence[BaseMessage]"]
"""What is said to the model; told whether it will be made to answer by a schema."""


@dataclass(frozen=True, slots=True)
class Limits:
    """`timeout_s` is for all that one question asks of the model; the tokens are of one call."""

    timeout_s: float = 60.0
    retries: int = 2
    context_tokens: int = 16384
    max_output_tokens: int = 4096
    structured_output: bool = True
    streaming: bool = True

    @property
    def answer_tokens(self) -> int:
        """The most tokens of an answer: at most half of the context, however many it may have."""
        return min(self.max_output_tokens, self.context_tokens // 2)

    @property
    def prompt_tokens(self) -> int:
        """What is left for the prompt."""
        return self.context_tokens - self.answer_tokens


@dataclass(slots=True)
class Errand:
    """
    What one question asks of the model: until when (seconds of `time.monotonic`), for whom, and what it has used.

    `estimated` tells that a server did not say how many tokens that were.
    """

    until: float
    cancelled: threading.Event | None = None
    config: RunnableConfig | None = None
    input_tokens: int = 0
    output_tokens: int = 0
    calls: int = 0
    estimated: bool = False

    @property
    def usage(self) -> dict[str, int]:
        """As it stands in an answer."""
        used = {"input_tokens": self.input_tokens, "output_tokens": self.output_tokens}
        return {**used, "total_tokens": sum(used.values()), "calls": self.calls}

    def pause(self, seconds: float) -> None:
        """
        Raises:
            Cancelled: nobody waits any more.
        """
        if self.cancelled is None:
            time.sleep(seconds)
        elif self.cancelled.wait(seconds):
            raise Cancelled


class ChatService:
    """The model named `name`. Built on its first use by `build`; safe to use from several threads."""

    def __init__(
        self,
        name: str,
        build: Callable[[], BaseChatModel],
        limits: Limits,
        ledger: TokenLedger,
        *,
        structured_with: Mapping[str, Any] | None = None,
        circuit: Circuit | None = None,
    ) -> None:
        """`structured_with` is what the provider's `with_structured_output` is told beside the schema."""
        self.name = name
        self.limits = limits
        self.ledger = ledger
        self._build = build
        self._structured_with = structured_with or {}
        self._structured = limits.structured_output
        self._circuit = circuit or Circuit(name)

    @cached_property
    def model(self) -> BaseChatModel:
        return self._build()

    def prepare(self) -> None:
        """
        Build the model before it is needed.

        Raises:
            Whatever `build` does.
        """
        _ = self.model

    def errand(self, config: RunnableConfig | None = None, cancelled: threading.Event | None = None) -> Errand:
        """One question's use of the model, which begins now."""
        return Errand(time.monotonic() + self.limits.timeout_s, cancelled, config)

    @contextmanager
    def admitted(self) -> Iterator[None]:
        """
        Around a call and the reading of what came of it: failures are remembered, and too many of them end the calls.

        Raises:
            ServiceRested: it is left alone now.
        """
        tried = self._circuit.admit()
        try:
            yield
        except ServiceError as error:
            if not _is_about_the_question(error):
                self._circuit.failed(error, tried=tried)
            elif not isinstance(error, TokensSpent):
                self._circuit.succeeded()
            raise
        except (DatelineError, Cancelled, GeneratorExit):
            raise
        else:
            self._circuit.succeeded()

    def write(self, messages: Messages, errand: Errand, schema: Json | None = None) -> Iterator[str]:
        """
        What the model writes, in pieces as they come, or in one; retried as long as nothing has come.

        With a `schema` it is JSON, unless the model cannot be made to: then it is asked without.

        Raises:
            ServiceError: it did not come, or not to its end; what came before is good as far as it goes.
            Cancelled: nobody waits any more.
        """
        tried, schema = 0, schema if self._structured else None
        turned_down = False
        while True:
            came = False
            try:
                for piece in self._once(messages(schema is not None), errand, schema):
                    came = True
                    yield piece
            except Exception as exc:
                if isinstance(exc, Cancelled | DatelineError) and not isinstance(exc, ServiceError):
                    raise
                if schema is not None and not came and may_be_the_schema(exc):
                    schema, turned_down = None, True
                    continue
                error = as_ours(exc, self.name)
                pause = getattr(error, "retry_after_s", None) or min(FIRST_PAUSE_S * 2**tried, LONGEST_PAUSE_S)
                late = time.monotonic() + pause >= errand.until
                if came or late or not error.retryable or tried >= self.limits.retries:
                    raise error from None  # its cause may tell the key
                tried += 1
            else:
                if turned_down:  # and not for another reason, for which it would have turned this down too
                    self._structured = False
                return
            errand.pause(pause)

    def _once(self, messages: Sequence[BaseMessage], errand: Errand, schema: Json | None) -> Iterator[str]:
        if errand.cancelled is not None and errand.cancelled.is_set():
            raise Cancelled
        asked = self._asked(schema)
        prompt = sum(estimated_tokens(message.text) + PER_MESSAGE for message in messages)
        reserved = self.ledger.reserve(self.name, prompt + self.limits.answer_tokens)
        used = _Used()
        try:
            for part in LOOP.iterate(lambda: self._parts(asked, messages, errand), errand.until, errand.cancelled):
                text = used.take(part)
                if used.chars > self.limits.answer_tokens * CHARS_PER_TOKEN:
                    raise ServiceUnreadable(self.name, ENDLESS)
                if text:
                    yield text
            if used.refused:
                raise ServiceRefused(self.name, WILL_NOT)
            if used.cut:
                raise ServiceUnreadable(self.name, CUT_SHORT)
        except Exception as exc:
            used.take_of_error(exc)
            used.nothing = not used.chars and not isinstance(exc, Cancelled) and cost_nothing(exc)
            raise
        finally:
            input_tokens, output_tokens = used.tokens(prompt)
            self.ledger.settle(reserved, input_tokens + output_tokens)
            errand.input_tokens += input_tokens
            errand.output_tokens += output_tokens
            errand.calls += 1
            errand.estimated = errand.estimated or not (used.told or used.nothing)

    def _asked(self, schema: Json | None) -> Runnable[Any, Any]:
        """The model, made to answer by `schema`."""
        if schema is None:
            return self.model
        return _unparsed(self.model.with_structured_output(schema, **self._structured_with))

    async def _parts(
        self, asked: Runnable[Any, Any], messages: Sequence[BaseMessage], errand: Errand
    ) -> AsyncGenerator[Any, None]:
        if not self.limits.streaming:
            yield await asked.ainvoke(list(messages), errand.config)
            return
        async for part in asked.astream(list(messages), errand.config):
            yield part


@dataclass(slots=True)
class _Used:
    """What has come of one call."""

    chars: int = 0
    told: bool = False
    refused: bool = False
    cut: bool = False
    nothing: bool = False
    _counts: dict[str, int] = field(default_factory=lambda: {"input_tokens": 0, "output_tokens": 0})
    _bytes: int = 0

    def take(self, message: Any) -> str:
        """The words of a message or of a piece of one, be they an answer or the arguments of a tool."""
        usage = getattr(message, "usage_metadata", None)
        if usage:
            self._count(usage.get("input_tokens", 0), usage.get("output_tokens", 0))
        told = getattr(message, "response_metadata", None) or {}
        ended = {str(told.get(name)).lower() for name in ENDED_BY}
        self.refused = (
            self.refused
            or bool(ended & ENDED_BY_REFUSAL)
            or bool(getattr(message, "additional_kwargs", {}).get("refusal"))
        )
        self.cut = self.cut or bool(ended & ENDED_BY_LENGTH)
        text = str(message.text) + "".join(str(call.get("args") or "") for call in _tool_calls(message))
        self.chars += len(text)
        self._bytes += len(text.encode("utf-8", "replace"))
        return text

    def take_of_error(self, error: BaseException) -> None:
        """What OpenAI's package tells of an answer that it would not pass on."""
        usage = getattr(getattr(error, "completion", None), "usage", None)
        if usage is not None:
            self._count(usage.prompt_tokens, usage.completion_tokens)

    def _count(self, input_tokens: int, output_tokens: int) -> None:
        self.told = True
        self._counts["input_tokens"] += input_tokens
        self._counts["output_tokens"] += output_tokens

    def tokens(self, prompt: int) -> tuple[int, int]:
        """In and out, as the server told them, or as they are estimated from the text."""
        if self.told:
            return self._counts["input_tokens"], self._counts["output_tokens"]
        if self.nothing:
            return 0, 0
        return prompt, -(-self._bytes // BYTES_PER_TOKEN)


def _unparsed(structured: Runnable[Any, Any]) -> Runnable[Any, Any]:
    """
    The model of a `with_structured_output`, bound to its schema, without the parser that follows it.

    The parser keeps the message to itself, and `include_raw` gives it only when it is whole: then nothing could be
    shown before the end, and nothing of an answer that was cut off.
    """
    from langchain_core.runnables import RunnableSequence

    return structured.first if isinstance(structured, RunnableSequence) else structured


def _tool_calls(message: Any) -> Sequence[Mapping[str, Any]]:
    """The calls of a message with their arguments as JSON text, or pieces of it."""
    if chunks := getattr(message, "tool_call_chunks", None):
        return list(chunks)
    return [{"args": json.dumps(call["args"])} for call in getattr(message, "tool_calls", ())]


def _is_about_the_question(error: ServiceError) -> bool:
    """Whether another question may well succeed: the fault is not the service's."""
    if isinstance(error, TokensSpent):
        return True
    return isinstance(error, ServiceRefused) and error.reason in (TOO_LONG, WILL_NOT)
