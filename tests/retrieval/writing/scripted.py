"""A language model that says what a test wants, in either form; it reads in its prompt which number a passage has."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import Field

from tests.retrieval.writing.table import Claim

Script = Callable[[str], str]
"""The prompt of a person's side to the text that the model puts out."""

PIECE = 17
"""Characters that come at once."""
NO_PASSAGE = 98
"""The number that a script gives for words that it was not shown."""

_PASSAGE = re.compile(r"<<<passage (\d+) (\w+)\n(.*?)\npassage \1 \2>>>", re.DOTALL)


class ScriptedModel(BaseChatModel):
    """LangChain's own base with a script in place of a model; without structured output, like its other fakes."""

    script: Script
    prompts: list[str] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=AIMessage(self._says(messages)))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        text = self._says(messages)
        for start in range(0, len(text), PIECE):
            yield ChatGenerationChunk(message=AIMessageChunk(content=text[start : start + PIECE]))

    def _says(self, messages: Sequence[BaseMessage]) -> str:
        self.prompts.append(str(messages[-1].text))
        return self.script(self.prompts[-1])


def as_json(claims: Sequence[Claim], prompt: str) -> str:
    """What a model with structured output says."""
    sentences = [
        {
            "text": claim.text,
            "quotes": [{"passage": number_of(where, prompt), "words": words} for where, words in claim.rests_on],
        }
        for claim in claims
    ]
    return json.dumps({"found": bool(claims), "sentences": sentences})


def as_lines(claims: Sequence[Claim], prompt: str) -> str:
    """The same in the plain format."""
    lines: list[str] = []
    for claim in claims:
        lines.append(f"SENTENCE: {claim.text}")
        lines += [f"QUOTE {number_of(where, prompt)}: {words}" for where, words in claim.rests_on]
    return "\n".join(lines) or "NOT FOUND"


def number_of(where: str, prompt: str) -> int:
    """The number of the passage of `prompt` that says `where`, or the number that `where` is."""
    if where.isdigit():
        return int(where)
    wanted = " ".join(where.split())
    for match in _PASSAGE.finditer(prompt):
        if wanted in " ".join(match[3].split()):
            return int(match[1])
    return NO_PASSAGE
