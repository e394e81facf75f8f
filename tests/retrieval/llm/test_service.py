"""
A model does its part: the answer comes in pieces, is counted, and is given up at once when nobody wants it any more.

Against a server of loopback through the provider's own client, and on LangChain's fake models.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, BaseCallbackHandler, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.language_models.fake_chat_models import (
    FakeListChatModel,
    FakeMessagesListChatModel,
    GenericFakeChatModel,
)
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.output_parsers import JsonOutputParser
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable
from pydantic import Field

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
from retrieval.llm.background import Cancelled
from retrieval.llm.circuit import IN_A_ROW, REST_S, Circuit
from retrieval.llm.ledger import Spent
from retrieval.llm.service import CHARS_PER_TOKEN, ENDLESS, Errand, Limits
from retrieval.llm.tokens import estimated_tokens
from tests.retrieval.llm.asking import (
    ANSWER,
    KEY,
    MODEL,
    MOST_TOKENS,
    QUESTION,
    Came,
    Form,
    ask,
    asking,
    every_form,
    ledger_in,
    prompt_tokens,
    service_at,
    service_of,
    set_after,
    streamed_forms,
    structured_forms,
)
from tests.retrieval.llm.openai_server import PIECE, Behaviour, OpenAiServer, Says, Silence, Status

PLAIN = Form(False, False)
STREAMED = Form(True, False)
PROMPTLY_S = 2.0
"""Within which a connection is closed, on a busy machine."""
A_WHILE_S = 0.15
"""In which what has come has been taken, and everybody waits for the next piece."""


# An answer


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
        while len(server.requests) < 3:
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


# A model that cannot be made to answer by a schema


def refuses_schemas(status: int, answer: str = "in lines") -> Any:
    def behave(request: dict[str, Any]) -> Says | Status:
        return Status(status) if "response_format" in request else Says(answer)

    return behave


@structured_forms
@pytest.mark.parametrize("status", [400, 404, 405, 415, 422, 501])
def test_a_model_that_rejects_the_schema_is_asked_without_and_remembered(
    status: int, form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.behave = refuses_schemas(status)
    service = service_at(server.url, tmp_path, form)
    first, second = ask(service, form), ask(service, form)
    assert (first.text, second.text, first.error, second.error) == ("in lines", "in lines", None, None)
    assert ["response_format" in request for request in server.requests] == [True, False, False]
    assert [request["messages"][0]["content"] for request in server.requests] == ["as JSON", "as lines", "as lines"]
    assert first.errand.usage["total_tokens"] == 120  # what was rejected has cost nothing
    assert service.ledger.today() == Spent(240, 3)


@structured_forms
@pytest.mark.filterwarnings("ignore:This model does not support OpenAI's structured output")
def test_the_words_in_which_openai_itself_rejects_it_are_understood(
    form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    message = (
        "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model. "
        "Learn more about supported models at the Structured Outputs guide."
    )
    error = {"message": message, "type": "invalid_request_error", "param": None, "code": None}
    server.behave = lambda request: Status(400, error=error) if "response_format" in request else Says("in lines")
    assert ask(service_at(server.url, tmp_path, form), form).text == "in lines"


@structured_forms
@pytest.mark.parametrize("status", [401, 403, 429, 500])
@pytest.mark.usefixtures("quickly")
def test_what_has_nothing_to_do_with_the_schema_does_not_give_it_up(
    status: int, form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(Status(status))
    service = service_at(server.url, tmp_path, form, retries=1)
    assert ask(service, form).error
    server.plays(Says(ANSWER))
    assert ask(service, form).text == ANSWER
    assert all("response_format" in request for request in server.requests)


def test_once_text_has_come_it_is_not_asked_for_again_in_another_form(tmp_path: Path) -> None:
    class Rejected(Exception):
        status_code = 400

    model = Chunks(chunks=chunks(['{"found"']), error=Rejected())
    form = Form(True, True)
    came = ask(service_of(model, tmp_path, form), form)
    assert (came.pieces, type(came.error), came.errand.calls) == (['{"found"'], ServiceRefused, 1)


@structured_forms
def test_where_no_schema_is_wanted_none_is_asked_for(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    server.plays(Says("in lines"))
    came = ask(service_at(server.url, tmp_path, form, structured_output=False), form)
    assert came.text == "in lines"
    assert ["response_format" in request for request in server.requests] == [False]


@structured_forms
def test_a_refusal_of_the_content_is_no_rejection_of_the_schema(
    form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(Says("", refusal="I would rather not"), Says(ANSWER))
    service = service_at(server.url, tmp_path, form)
    assert isinstance(ask(service, form).error, ServiceRefused)
    assert ask(service, form).text == ANSWER
    assert ["response_format" in request for request in server.requests] == [True, True]


# Nobody waits any more


@every_form
@pytest.mark.parametrize("after", [0.0, 0.2])
def test_a_question_that_nobody_waits_for_is_given_up_and_its_connection_closed(
    after: float, form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(Silence(60))
    service, cancelled = service_at(server.url, tmp_path, form, timeout_s=30), threading.Event()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(ask, service, form, cancelled)
        while not server.requests:
            time.sleep(0.005)
        time.sleep(after)
        cancelled.set()
        began = time.monotonic()
        came = waiting.result()
    assert isinstance(came.error, Cancelled)
    assert time.monotonic() - began < PROMPTLY_S
    assert server.gone.wait(PROMPTLY_S)
    assert len(server.requests) == 1


@every_form
def test_a_question_that_was_given_up_before_asks_nothing(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    cancelled = threading.Event()
    cancelled.set()
    server.plays(Silence(60))
    came = ask(service_at(server.url, tmp_path, form), form, cancelled)
    assert (type(came.error), came.pieces) == (Cancelled, [])
    assert came.took_s < PROMPTLY_S


@streamed_forms
def test_a_question_is_given_up_in_the_middle_of_its_answer(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    server.plays(Says(ANSWER, cut_after=PIECE, silent_s=60))
    cancelled = threading.Event()
    service = service_at(server.url, tmp_path, form, timeout_s=30)
    with set_after(0.3, cancelled):
        came = ask(service, form, cancelled)
    assert (type(came.error), came.text) == (Cancelled, ANSWER[:PIECE])
    assert came.took_s < 0.3 + PROMPTLY_S
    assert server.gone.wait(PROMPTLY_S)
    assert service.ledger.today() == Spent(prompt_tokens(form.structured) + estimated_tokens(came.text), 1)


@every_form
def test_a_question_is_given_up_in_the_pause_before_a_retry(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    server.plays(Status(503, {"Retry-After": "20"}))
    cancelled = threading.Event()
    service = service_at(server.url, tmp_path, form, timeout_s=60)
    with set_after(0.2, cancelled):
        came = ask(service, form, cancelled)
    assert isinstance(came.error, Cancelled)
    assert came.took_s < 0.2 + PROMPTLY_S
    assert len(server.requests) == 1


@streamed_forms
def test_an_iterator_that_is_closed_closes_the_connection(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    server.plays(Says("x" * 1200, cut_after=PIECE, silent_s=60))
    service = service_at(server.url, tmp_path, form, timeout_s=30)
    errand = service.errand()
    pieces = asking(service, form, errand)
    assert next(pieces) == "x" * PIECE
    assert not server.gone.wait(A_WHILE_S)
    pieces.close()
    assert server.gone.wait(PROMPTLY_S)
    assert errand.input_tokens == prompt_tokens(form.structured)
    assert service.ledger.today() == Spent(errand.usage["total_tokens"], 1)


@streamed_forms
def test_an_iterator_that_is_dropped_closes_the_connection(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    server.plays(Says("x" * 1200, cut_after=PIECE, silent_s=60))
    service = service_at(server.url, tmp_path, form, timeout_s=30)
    for _ in asking(service, form):
        assert not server.gone.wait(A_WHILE_S)
        break
    assert server.gone.wait(PROMPTLY_S)


# The circuit


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def admitted(service: Any, form: Form, cancelled: threading.Event | None = None) -> Came:
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


@every_form
@pytest.mark.usefixtures("quickly")
def test_a_service_that_keeps_failing_rests_and_nothing_is_asked_of_it_until_one_question_tries(
    form: Form, server: OpenAiServer, tmp_path: Path, clock: Clock
) -> None:
    server.plays(Status(500))
    service = service_at(server.url, tmp_path, form, retries=1, circuit=Circuit(MODEL, clock))
    for _ in range(IN_A_ROW):
        assert isinstance(admitted(service, form).error, ServiceUnreachable)
    assert len(server.requests) == 2 * IN_A_ROW
    came = admitted(service, form)
    assert isinstance(came.error, ServiceRested)
    assert str(came.error).startswith(f"{MODEL}: it has failed several times")
    assert len(server.requests) == 2 * IN_A_ROW
    clock.now += REST_S + 1
    server.plays(Says(ANSWER))
    assert [admitted(service, form).text for _ in range(3)] == [ANSWER] * 3


def test_a_key_that_is_not_accepted_is_not_tried_by_the_next_question(
    server: OpenAiServer, tmp_path: Path, clock: Clock
) -> None:
    server.plays(Status(401))
    service = service_at(server.url, tmp_path, PLAIN, circuit=Circuit(MODEL, clock))
    assert isinstance(admitted(service, PLAIN).error, ServiceRefused)
    assert isinstance(admitted(service, PLAIN).error, ServiceRested)
    assert len(server.requests) == 1


@pytest.mark.parametrize("what", ["too long", "will not", "cancelled", "closed", "spent"])
def test_what_is_no_fault_of_the_service_does_not_make_it_rest(
    what: str, server: OpenAiServer, tmp_path: Path, clock: Clock
) -> None:
    form, cancelled = Form(True, True), threading.Event()
    ledger = ledger_in(tmp_path, 1000 if what == "spent" else 0)
    service = service_at(server.url, tmp_path, form, circuit=Circuit(MODEL, clock), ledger=ledger)
    behaviours: dict[str, Behaviour] = {
        "too long": Status(400, error={"message": "prompt is too long: 9 tokens > 8 maximum"}),
        "will not": Says("", refusal="no"),
    }
    server.plays(behaviours.get(what, Says("x" * 1200, cut_after=PIECE, silent_s=60)))
    if what == "cancelled":
        cancelled.set()
    if what == "spent":
        ledger.reserve(MODEL, 999)
    for _ in range(IN_A_ROW + 1):
        if what == "closed":
            with service.admitted():
                pieces = asking(service, form)
                next(pieces)
                pieces.close()
            continue
        assert not isinstance(admitted(service, form, cancelled).error, ServiceRested | None)
    with service.admitted():
        pass


def test_who_leaves_in_the_middle_counts_neither_as_a_success_nor_as_a_failure(tmp_path: Path, clock: Clock) -> None:
    service = service_of(FakeListChatModel(responses=["x"]), tmp_path, PLAIN, circuit=Circuit(MODEL, clock))
    away = ServiceUnreachable(MODEL, failing.AWAY)

    def failing_call(error: BaseException) -> Iterator[int]:
        with service.admitted():
            yield 1
            raise error

    for _ in range(IN_A_ROW - 1):
        with pytest.raises(ServiceUnreachable):
            list(failing_call(away))
    left = failing_call(away)
    next(left)
    left.close()  # type: ignore[attr-defined]
    with pytest.raises(Cancelled):
        list(failing_call(Cancelled()))
    with pytest.raises(ServiceUnreachable):
        list(failing_call(away))
    with pytest.raises(ServiceRested), service.admitted():
        pass


def test_an_answer_that_cannot_be_read_by_who_asked_counts_as_a_failure(tmp_path: Path, clock: Clock) -> None:
    service = service_of(FakeListChatModel(responses=["x"]), tmp_path, PLAIN, circuit=Circuit(MODEL, clock))

    def ask_and_misread() -> None:
        with service.admitted():
            assert ask(service, PLAIN).text == "x"
            raise ServiceUnreadable(MODEL, failing.UNREADABLE)

    for _ in range(IN_A_ROW):
        with pytest.raises(ServiceUnreadable):
            ask_and_misread()
    with pytest.raises(ServiceRested), service.admitted():
        pass


def test_of_many_questions_after_a_rest_one_alone_reaches_the_service(
    server: OpenAiServer, tmp_path: Path, clock: Clock
) -> None:
    server.plays(Status(401))
    service = service_at(server.url, tmp_path, PLAIN, circuit=Circuit(MODEL, clock))
    admitted(service, PLAIN)
    clock.now += REST_S + 1
    many = 8
    ready = threading.Barrier(many)

    def at_once(_: int) -> Came:
        ready.wait()
        return admitted(service, PLAIN)

    with ThreadPoolExecutor(many) as pool:
        kinds = sorted(type(came.error).__name__ for came in pool.map(at_once, range(many)))
    assert kinds == ["ServiceRefused"] + ["ServiceRested"] * (many - 1)
    assert len(server.requests) == 2


# The limit of a day


@every_form
def test_a_call_under_way_counts_with_the_most_that_it_may_use(
    form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    ledger = ledger_in(tmp_path, 10_000)
    service = service_at(server.url, tmp_path, form, ledger=ledger, timeout_s=30)
    seen: list[Spent] = []

    def behave(request: dict[str, Any]) -> Says:
        seen.append(ledger.today())
        return Says(ANSWER, usage=(40, 9))

    server.behave = behave
    assert ask(service, form).text == ANSWER
    assert seen == [Spent(prompt_tokens(form.structured) + MOST_TOKENS, 0)]
    assert ledger.today() == Spent(49, 1)


@every_form
def test_when_the_tokens_of_the_day_do_not_suffice_nothing_is_asked(
    form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    wanted = prompt_tokens(form.structured) + MOST_TOKENS
    ledger = ledger_in(tmp_path, 120 + wanted - 1)
    service = service_at(server.url, tmp_path, form, ledger=ledger)
    server.plays(Says(ANSWER))
    assert ask(service, form).text == ANSWER
    came = ask(service, form)
    assert isinstance(came.error, TokensSpent)
    assert f"120 of the {119 + wanted} tokens of today are used, and this question may take {wanted}" in str(came.error)
    assert (len(server.requests), came.errand.calls) == (1, 0)
    assert ledger.today() == Spent(120, 1)


@pytest.mark.usefixtures("quickly")
def test_what_is_refused_at_the_door_gives_back_all_that_was_reserved(server: OpenAiServer, tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path, 10_000)
    service = service_at(server.url, tmp_path, PLAIN, ledger=ledger, retries=2)
    server.plays(Status(503), Status(429), Status(401))
    came = ask(service, PLAIN)
    assert came.errand.usage == {"input_tokens": 0, "output_tokens": 0, "total_tokens": 0, "calls": 3}
    assert ledger.today() == Spent(0, 3)


@every_form
def test_what_was_never_answered_has_cost_its_prompt(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path, 10_000)
    server.plays(Silence(60))
    came = ask(service_at(server.url, tmp_path, form, ledger=ledger, timeout_s=0.4), form)
    assert isinstance(came.error, ServiceTimeout)
    assert came.errand.estimated
    assert ledger.today() == Spent(prompt_tokens(form.structured), 1)


def test_questions_at_once_do_not_pass_the_limit_together(server: OpenAiServer, tmp_path: Path) -> None:
    room_for = 3
    ledger = ledger_in(tmp_path, room_for * (prompt_tokens() + MOST_TOKENS))
    together = threading.Semaphore(0)

    def behave(request: dict[str, Any]) -> Says:
        together.acquire(timeout=5)
        return Says(ANSWER, usage=(prompt_tokens(), MOST_TOKENS))

    server.behave = behave
    service = service_at(server.url, tmp_path, PLAIN, ledger=ledger, timeout_s=20)
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(ask, service, PLAIN) for _ in range(8)]
        while len(server.requests) + sum(one.done() for one in asked) < 8:
            time.sleep(0.01)
        together.release(8)
        errors = [one.result().error for one in asked]
    assert sum(isinstance(error, TokensSpent) for error in errors) == 8 - room_for
    assert errors.count(None) == room_for == len(server.requests)


# Limits


@pytest.mark.parametrize(
    ("context", "output", "prompt"), [(16384, 4096, 12288), (2000, 4096, 500), (4096, 4096, 1024), (8000, 100, 7900)]
)
def test_an_answer_however_long_leaves_a_quarter_of_the_context_to_the_prompt(
    context: int, output: int, prompt: int
) -> None:
    assert Limits(context_tokens=context, max_output_tokens=output).prompt_tokens == prompt


def test_the_time_of_a_question_runs_from_when_it_is_begun(tmp_path: Path) -> None:
    service = service_of(FakeListChatModel(responses=["x"]), tmp_path, PLAIN, timeout_s=7.0)
    before = time.monotonic()
    errand = service.errand()
    assert before + 7 <= errand.until <= time.monotonic() + 7


# LangChain's fake models


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
    assert 0.4 < came.took_s < 0.5 + PROMPTLY_S
    assert 1 <= len(came.pieces) < 20


def test_a_fake_model_that_holds_its_thread_is_not_waited_for(tmp_path: Path) -> None:
    model = FakeMessagesListChatModel(responses=[AIMessage("late")], sleep=1.5)
    came = ask(service_of(model, tmp_path, PLAIN, timeout_s=0.3), PLAIN)
    assert isinstance(came.error, ServiceTimeout)
    assert came.took_s < 0.3 + PROMPTLY_S


@streamed_forms
def test_a_fake_model_is_given_up_when_nobody_waits(form: Form, tmp_path: Path) -> None:
    cancelled = threading.Event()
    service = service_of(FakeListChatModel(responses=["x" * 1000], sleep=0.05), tmp_path, form, timeout_s=30)
    with set_after(0.2, cancelled):
        came = ask(service, form, cancelled)
    assert isinstance(came.error, Cancelled)
    assert came.took_s < 0.2 + PROMPTLY_S


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
        message = AIMessage(whole.content, tool_calls=whole.tool_calls, additional_kwargs=whole.additional_kwargs)
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


def test_the_words_of_a_closed_errand_stay_with_it() -> None:
    errand = Errand(until=0.0, input_tokens=3, output_tokens=4, calls=2)
    assert errand.usage == {"input_tokens": 3, "output_tokens": 4, "total_tokens": 7, "calls": 2}
