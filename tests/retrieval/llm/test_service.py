"""A model does its part: the answer comes to its end, in pieces where it may, and each question gets its own."""

from __future__ import annotations

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.language_models import BaseChatModel
from langchain_core.language_models.fake_chat_models import FakeListChatModel

from config.errors import SettingsError
from retrieval.llm.background import Cancelled
from retrieval.llm.ledger import Spent
from retrieval.llm.service import CHARS_PER_TOKEN, Limits
from retrieval.llm.tokens import estimated_tokens
from tests.retrieval.llm.asking import (
    ANSWER,
    KEY,
    MOST_TOKENS,
    PLAIN,
    QUESTION,
    STREAMED,
    Form,
    ask,
    asking,
    every_form,
    prompt_tokens,
    service_at,
    service_of,
    streamed_forms,
)
from tests.retrieval.llm.openai_server import PIECE, OpenAiServer, Says, Silence


@every_form
def test_a_right_answer_comes_to_its_end_and_its_tokens_are_counted(
    form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(Says(ANSWER, usage=(130, 17)))
    service = service_at(server.url, tmp_path, form)
    came = ask(service, form)
    assert (came.error, came.text) == (None, ANSWER)
    assert len(came.pieces) == (-(-len(ANSWER) // PIECE) if form.streaming else 1)
    assert came.errand.usage == {"input_tokens": 130, "output_tokens": 17, "total_tokens": 147, "calls": 1}
    assert not came.errand.estimated
    assert service.ledger.today() == Spent(147, 1)


@every_form
def test_a_server_that_tells_no_usage_is_estimated_from_above_and_that_is_told(
    form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(Says(ANSWER, usage=None))
    service = service_at(server.url, tmp_path, form)
    came = ask(service, form)
    assert came.text == ANSWER
    assert came.errand.estimated
    assert came.errand.input_tokens == prompt_tokens(form.structured)
    assert came.errand.output_tokens == estimated_tokens(ANSWER)
    assert service.ledger.today() == Spent(came.errand.usage["total_tokens"], 1)


@every_form
def test_the_calls_of_one_question_add_up(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    server.plays(Says(ANSWER, usage=(100, 10)), Says(ANSWER, usage=None), Says(ANSWER, usage=(100, 10)))
    service = service_at(server.url, tmp_path, form)
    errand = service.errand()
    for estimated in (False, True, True):
        assert "".join(asking(service, form, errand)) == ANSWER
        assert errand.estimated is estimated
    assert errand.calls == 3
    assert errand.input_tokens == 200 + prompt_tokens(form.structured)
    assert service.ledger.today() == Spent(errand.usage["total_tokens"], 3)


@every_form
def test_the_request_says_the_form_and_nothing_that_was_not_asked_for(
    form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(Says(ANSWER))
    ask(service_at(server.url, tmp_path, form), form)
    (request,) = server.requests
    assert [message["content"] for message in request["messages"]] == [
        "as JSON" if form.structured else "as lines",
        QUESTION,
    ]
    assert bool(request.get("stream")) is form.streaming
    if form.streaming:
        assert request["stream_options"] == {"include_usage": True}
    assert ("response_format" in request) is form.structured
    if form.structured:
        assert request["response_format"]["type"] == "json_schema"
        schema = request["response_format"]["json_schema"]
        assert schema["strict"] is True
        assert set(schema["schema"]["properties"]) == {"found", "text"}
    assert "tools" not in request
    assert KEY not in json.dumps(request)


@streamed_forms
def test_a_piece_is_there_while_the_rest_is_still_being_written(
    form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(Says(ANSWER, cut_after=2 * PIECE, silent_s=60))
    pieces = asking(service_at(server.url, tmp_path, form, timeout_s=30), form)
    began = time.monotonic()
    assert next(pieces) + next(pieces) == ANSWER[: 2 * PIECE]
    assert time.monotonic() - began < 5
    pieces.close()


@every_form
def test_text_in_any_script_comes_as_it_was_written(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    text = json.dumps({"found": True, "text": "Кабулов — 喀布尔 🗞️ “é”\u2028\n"}, ensure_ascii=False)
    server.plays(Says(text))
    assert ask(service_at(server.url, tmp_path, form), form).text == text


@every_form
def test_an_answer_as_long_as_its_tokens_allow_is_one(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    text = json.dumps({"found": True, "text": ""})
    text = text.replace('""', f'"{"x" * (MOST_TOKENS * CHARS_PER_TOKEN - len(text))}"')
    server.plays(Says(text))
    came = ask(service_at(server.url, tmp_path, form), form)
    assert (came.error, came.text) == (None, text)


@every_form
def test_what_is_no_answer_to_the_schema_comes_as_it_is(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    """Reading it is the caller's; a model that writes around its JSON is not lost for it."""
    for text in ("Sure! Here you go.", '{"found": 1}', "```json\n" + ANSWER + "\n```"):
        server.plays(Says(text))
        came = ask(service_at(server.url, tmp_path, form), form)
        assert (came.error, came.text) == (None, text)


@every_form
def test_questions_at_once_each_get_their_own_answer(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    def behave(request: dict[str, Any]) -> Says:
        asked = request["messages"][-1]["content"]
        return Says(json.dumps({"found": True, "text": f"About {asked}: " + asked * 6}), (7, 3), pause_s=0.002)

    server.behave = behave
    service = service_at(server.url, tmp_path, form, timeout_s=20)
    questions = [f"[{number}]" for number in range(12)]
    with ThreadPoolExecutor(12) as pool:
        came = list(pool.map(lambda question: ask(service, form, question=question), questions))
    assert [one.error for one in came] == [None] * 12
    assert [json.loads(one.text)["text"] for one in came] == [f"About {asked}: {asked * 6}" for asked in questions]
    assert service.ledger.today() == Spent(120, 12)


def test_a_question_that_waits_in_vain_does_not_hold_up_another(server: OpenAiServer, tmp_path: Path) -> None:
    def behave(request: dict[str, Any]) -> Says | Silence:
        return Silence(60) if request["messages"][-1]["content"] == "in vain" else Says(ANSWER)

    server.behave = behave
    service, nobody = service_at(server.url, tmp_path, STREAMED, timeout_s=30), threading.Event()
    with ThreadPoolExecutor(4) as pool:
        waiting = [pool.submit(ask, service, STREAMED, nobody, "in vain") for _ in range(3)]
        while len(server.requests) < 3 and not any(one.done() for one in waiting):
            time.sleep(0.01)
        came = ask(service, STREAMED)
        nobody.set()
        assert (came.text, came.took_s < 5) == (ANSWER, True)
        assert all(isinstance(one.result().error, Cancelled) for one in waiting)


def test_the_caller_of_the_chain_hears_of_the_call(server: OpenAiServer, tmp_path: Path) -> None:
    class Listener(BaseCallbackHandler):
        heard: list[str]

        def on_chat_model_start(self, *args: Any, **known: Any) -> None:
            self.heard = [*known["tags"]]

    listener = Listener()
    server.plays(Says(ANSWER))
    ask(
        service_at(server.url, tmp_path, STREAMED), STREAMED, config={"callbacks": [listener], "tags": ["of the chain"]}
    )
    assert "of the chain" in listener.heard


@pytest.mark.parametrize(
    ("context", "output", "prompt"), [(16384, 4096, 12288), (2000, 4096, 1000), (4096, 4096, 2048), (8000, 100, 7900)]
)
def test_an_answer_however_long_leaves_half_of_the_context_to_the_prompt_and_both_fit_into_it(
    context: int, output: int, prompt: int
) -> None:
    limits = Limits(context_tokens=context, max_output_tokens=output)
    assert (limits.prompt_tokens, limits.answer_tokens) == (prompt, context - prompt)


def test_the_time_of_a_question_runs_from_when_it_is_begun(tmp_path: Path) -> None:
    service = service_of(FakeListChatModel(responses=["x"]), tmp_path, PLAIN, timeout_s=7.0)
    before = time.monotonic()
    errand = service.errand()
    assert before + 7 <= errand.until <= time.monotonic() + 7


def test_a_model_is_built_once_and_on_its_first_use(tmp_path: Path) -> None:
    built: list[int] = []

    def build() -> BaseChatModel:
        built.append(1)
        return FakeListChatModel(responses=["x"])

    service = service_of(FakeListChatModel(responses=["x"]), tmp_path, PLAIN)
    service._build = build
    assert built == []
    for _ in range(2):
        assert ask(service, PLAIN).text == "x"
    assert built == [1]


def test_settings_that_the_package_does_not_take_are_not_blamed_on_the_model(tmp_path: Path) -> None:
    service = service_of(FakeListChatModel(responses=["x"]), tmp_path, PLAIN)

    def build() -> Any:
        raise SettingsError("the model openai:m cannot be set up (ValueError)")

    service._build = build
    with pytest.raises(SettingsError, match="cannot be set up"):
        ask(service, PLAIN)
