"""A model that puts out what a test gives it, as packages of other providers do."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.output_parsers import JsonOutputParser
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable
from pydantic import Field


class Chunks(BaseChatModel):
    """A model that knows schemas, and puts out `chunks` as they are, then `error`; or all of them in one message."""

    chunks: list[AIMessageChunk]
    error: Exception | None = None
    parsed: bool = False
    told: dict[str, Any] = Field(default_factory=dict)

    @property
    def _llm_type(self) -> str:
        return "chunks"

    def with_structured_output(self, schema: Any, **known: Any) -> Runnable[Any, Any]:
        self.told.update(known, schema=schema)
        return self | JsonOutputParser() if self.parsed else self

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        whole = self.chunks[0]
        for chunk in self.chunks[1:]:
            whole += chunk
        message = AIMessage(
            whole.content,
            tool_calls=whole.tool_calls,
            additional_kwargs=whole.additional_kwargs,
            response_metadata=whole.response_metadata,
        )
        return ChatResult(generations=[ChatGeneration(message=message)])

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        for chunk in self.chunks:
            yield ChatGenerationChunk(message=chunk)
        if self.error:
            raise self.error


def chunks(parts: Sequence[str | dict[str, Any]]) -> list[AIMessageChunk]:
    """Chunks of text, or what else a chunk is made of."""
    return [AIMessageChunk(content=part) if isinstance(part, str) else AIMessageChunk(**part) for part in parts]
