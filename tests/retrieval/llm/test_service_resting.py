"""A service that keeps failing is not asked for a while; what is no fault of its own does not count against it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel

from config.errors import ServiceRefused, ServiceRested, ServiceUnreachable, ServiceUnreadable
from retrieval.llm import failing
from retrieval.llm.background import Cancelled
from retrieval.llm.circuit import IN_A_ROW, REST_S, Circuit
from tests.retrieval.llm.asking import (
    ANSWER,
    MODEL,
    PLAIN,
    Came,
    Clock,
    Form,
    ask,
    ask_admitted,
    asking,
    assert_told_well,
    every_form,
    ledger_in,
    service_at,
    service_of,
)
from tests.retrieval.llm.openai_server import PIECE, Behaviour, OpenAiServer, Says, Status


@every_form
@pytest.mark.usefixtures("quickly")
def test_a_service_that_keeps_failing_rests_and_nothing_is_asked_of_it_until_one_question_tries(
    form: Form, server: OpenAiServer, tmp_path: Path, clock: Clock
) -> None:
    server.plays(Status(500))
    service = service_at(server.url, tmp_path, form, retries=1, circuit=Circuit(MODEL, clock))
    for _ in range(IN_A_ROW):
        assert isinstance(ask_admitted(service, form).error, ServiceUnreachable)
    assert len(server.requests) == 2 * IN_A_ROW
    came = ask_admitted(service, form)
    assert isinstance(came.error, ServiceRested)
    assert str(came.error).startswith(f"{MODEL}: it has failed before")
    assert len(server.requests) == 2 * IN_A_ROW
    clock.now += REST_S + 1
    server.plays(Says(ANSWER))
    assert [ask_admitted(service, form).text for _ in range(3)] == [ANSWER] * 3


def test_a_key_that_is_not_accepted_is_not_tried_by_the_next_question(
    server: OpenAiServer, tmp_path: Path, clock: Clock
) -> None:
    server.plays(Status(401))
    service = service_at(server.url, tmp_path, PLAIN, circuit=Circuit(MODEL, clock))
    assert isinstance(ask_admitted(service, PLAIN).error, ServiceRefused)
    assert isinstance(ask_admitted(service, PLAIN).error, ServiceRested)
    assert len(server.requests) == 1


def test_of_many_questions_after_a_rest_one_alone_reaches_the_service(
    server: OpenAiServer, tmp_path: Path, clock: Clock
) -> None:
    server.plays(Status(401))
    service = service_at(server.url, tmp_path, PLAIN, circuit=Circuit(MODEL, clock))
    ask_admitted(service, PLAIN)
    clock.now += REST_S + 1
    many = 8
    ready = threading.Barrier(many)

    def at_once(_: int) -> Came:
        ready.wait()
        return ask_admitted(service, PLAIN)

    with ThreadPoolExecutor(many) as pool:
        kinds = sorted(type(came.error).__name__ for came in pool.map(at_once, range(many)))
    assert kinds == ["ServiceRefused"] + ["ServiceRested"] * (many - 1)
    assert len(server.requests) == 2


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
        assert not isinstance(ask_admitted(service, form, cancelled).error, ServiceRested | None)
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


def test_a_question_that_it_will_not_answer_shows_that_the_service_is_back(
    server: OpenAiServer, tmp_path: Path, clock: Clock
) -> None:
    form = Form(True, True)
    service = service_at(server.url, tmp_path, form, circuit=Circuit(MODEL, clock))
    server.plays(Status(401), Says("", refusal="no"), Says(ANSWER))
    assert isinstance(ask_admitted(service, form).error, ServiceRefused)
    clock.now += REST_S + 1
    assert_told_well(ask_admitted(service, form), ServiceRefused, failing.WILL_NOT)
    assert ask_admitted(service, form).text == ANSWER
