"""Models of other packages: LangChain's fakes, and one that puts out what a test gives it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.language_models.fake_chat_models import (
    FakeListChatModel,
    FakeMessagesListChatModel,
    GenericFakeChatModel,
)
from langchain_core.messages import AIMessage, AIMessageChunk
from langchain_core.outputs import ChatGenerationChunk

from config.errors import ServiceError, ServiceRefused, ServiceTimeout, ServiceUnreadable
from retrieval.llm import failing
from retrieval.llm.background import Cancelled
from retrieval.llm.service import CHARS_PER_TOKEN, ENDLESS
from retrieval.llm.tokens import estimated_tokens
from tests.retrieval.llm.asking import (
    MOST_TOKENS,
    PLAIN,
    SLACK_S,
    Form,
    ask,
    assert_told_well,
    every_form,
    prompt_tokens,
    service_of,
    set_after,
    streamed_forms,
)
from tests.retrieval.llm.fake_model import Chunks, chunks


@every_form
def test_a_fake_model_answers_in_either_form_though_it_knows_no_schema(form: Form, tmp_path: Path) -> None:
    words = "Talks are on 20 October."
    service = service_of(GenericFakeChatModel(messages=iter([words, words])), tmp_path, form)
    first, second = ask(service, form), ask(service, form)
    assert (first.text, second.text, first.error, second.error) == (words, words, None, None)
    assert (len(first.pieces) > 4) is form.streaming
    assert first.errand.estimated
    assert second.errand.usage == {
        "input_tokens": prompt_tokens(False),
        "output_tokens": estimated_tokens(words),
        "total_tokens": prompt_tokens(False) + estimated_tokens(words),
        "calls": 1,  # the schema was given up once and for all
    }


def test_a_fake_model_that_tells_its_usage_is_believed(tmp_path: Path) -> None:
    message = AIMessage("Yes.", usage_metadata={"input_tokens": 11, "output_tokens": 4, "total_tokens": 15})
    came = ask(service_of(FakeMessagesListChatModel(responses=[message]), tmp_path, PLAIN), PLAIN)
    assert (came.text, came.errand.usage["total_tokens"], came.errand.estimated) == ("Yes.", 15, False)


@every_form
@pytest.mark.usefixtures("quickly")
def test_a_fake_model_that_breaks_is_not_believed_to_have_ended(form: Form, tmp_path: Path) -> None:
    model: BaseChatModel = (
        FakeListChatModel(responses=["Talks are on"], error_on_chunk_number=5)
        if form.streaming
        else GenericFakeChatModel(messages=iter(()))
    )
    came = ask(service_of(model, tmp_path, form), form)
    assert isinstance(came.error, ServiceUnreadable)
    assert came.error.reason == failing.UNREADABLE
    assert came.text == ("Talks" if form.streaming else "")


@streamed_forms
def test_a_fake_model_that_is_slow_is_ended_in_time(form: Form, tmp_path: Path) -> None:
    model = FakeListChatModel(responses=["x" * 1000], sleep=0.05)
    came = ask(service_of(model, tmp_path, form, timeout_s=0.5), form)
    assert isinstance(came.error, ServiceTimeout)
    assert 0.4 < came.took_s < 0.5 + SLACK_S
    assert 1 <= len(came.pieces) < 20


def test_a_fake_model_that_holds_its_thread_is_not_waited_for(tmp_path: Path) -> None:
    model = FakeMessagesListChatModel(responses=[AIMessage("late")], sleep=1.5)
    came = ask(service_of(model, tmp_path, PLAIN, timeout_s=0.3), PLAIN)
    assert isinstance(came.error, ServiceTimeout)
    assert came.took_s < 0.3 + SLACK_S


@streamed_forms
def test_a_fake_model_is_given_up_when_nobody_waits(form: Form, tmp_path: Path) -> None:
    cancelled = threading.Event()
    service = service_of(FakeListChatModel(responses=["x" * 1000], sleep=0.05), tmp_path, form, timeout_s=30)
    with set_after(0.2, cancelled):
        came = ask(service, form, cancelled)
    assert isinstance(came.error, Cancelled)
    assert came.took_s < 0.2 + SLACK_S


@every_form
def test_a_fake_model_that_does_not_end_is_ended(form: Form, tmp_path: Path) -> None:
    class Endless(GenericFakeChatModel):
        def _stream(self, *args: Any, **kwargs: Any) -> Iterator[ChatGenerationChunk]:
            while True:
                yield ChatGenerationChunk(message=AIMessageChunk(content="x" * 100))

    service = service_of(Endless(messages=iter(["x" * 100_000])), tmp_path, form, timeout_s=30)
    came = ask(service, form)
    assert isinstance(came.error, ServiceUnreadable)
    assert came.error.reason == ENDLESS
    assert len(came.text) <= MOST_TOKENS * CHARS_PER_TOKEN
    assert came.took_s < 10


@every_form
@pytest.mark.parametrize("parsed", [False, True])
def test_the_parser_that_a_package_puts_behind_the_schema_does_not_keep_the_text(
    parsed: bool, form: Form, tmp_path: Path
) -> None:
    model = Chunks(chunks=chunks(['{"found": ', "true"]), parsed=parsed)  # no JSON that a parser would take
    came = ask(service_of(model, tmp_path, form, structured_with={"method": "a"}), form)
    assert came.error is None
    assert came.pieces == (['{"found": ', "true"] if form.streaming else ['{"found": true'])
    assert (model.told.get("method"), model.told.get("schema")) == (
        ("a", form.schema) if form.structured else (None, None)
    )


@every_form
def test_the_arguments_of_a_tool_are_text_too(form: Form, tmp_path: Path) -> None:
    def call(args: str, name: str | None = None) -> dict[str, Any]:
        return {
            "content": "",
            "tool_call_chunks": [{"name": name, "args": args, "id": "1" if name else None, "index": 0}],
        }

    model = Chunks(chunks=chunks([call("", "answer"), call('{"found": tr'), call('ue, "text": "Yes."}')]))
    came = ask(service_of(model, tmp_path, form), form)
    assert json.loads(came.text) == {"found": True, "text": "Yes."}
    assert len(came.pieces) == (2 if form.streaming else 1)


@every_form
def test_text_in_blocks_is_text_and_what_a_model_thinks_is_not(form: Form, tmp_path: Path) -> None:
    model = Chunks(
        chunks=chunks(
            [
                {"content": [{"type": "reasoning", "reasoning": "Let me see", "index": 0}]},
                {"content": [{"type": "text", "text": "Yes", "index": 1}]},
                {"content": [{"type": "text", "text": ".", "index": 1}]},
            ]
        )
    )
    assert ask(service_of(model, tmp_path, form), form).text == "Yes."


@every_form
def test_a_refusal_is_a_refusal_though_text_came_with_it(form: Form, tmp_path: Path) -> None:
    model = Chunks(chunks=chunks(["No", {"content": "", "additional_kwargs": {"refusal": "I will not"}}]))
    came = ask(service_of(model, tmp_path, form), form)
    assert isinstance(came.error, ServiceRefused)
    assert came.error.reason == failing.WILL_NOT


@every_form
@pytest.mark.parametrize(
    ("told", "kind", "reason"),
    [
        ({"stop_reason": "max_tokens"}, ServiceUnreadable, failing.CUT_SHORT),
        ({"done_reason": "length"}, ServiceUnreadable, failing.CUT_SHORT),
        ({"finish_reason": "MAX_TOKENS"}, ServiceUnreadable, failing.CUT_SHORT),
        ({"stop_reason": "refusal"}, ServiceRefused, failing.WILL_NOT),
        ({"finish_reason": "SAFETY"}, ServiceRefused, failing.WILL_NOT),
    ],
    ids=["anthropic", "ollama", "google", "anthropic refuses", "google refuses"],
)
def test_an_answer_that_was_ended_for_a_model_of_another_provider_says_so(
    told: dict[str, str], kind: type[ServiceError], reason: str, form: Form, tmp_path: Path
) -> None:
    model = Chunks(chunks=chunks(["Talks", {"content": "", "response_metadata": told}]))
    came = ask(service_of(model, tmp_path, form), form)
    assert_told_well(came, kind, reason)
    assert came.text == "Talks"
