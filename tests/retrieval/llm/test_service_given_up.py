"""A question that nobody waits for any more is given up at once, and its connection closed."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from retrieval.llm.background import Cancelled
from retrieval.llm.ledger import Spent
from retrieval.llm.tokens import estimated_tokens
from tests.retrieval.llm.asking import (
    ANSWER,
    SLACK_S,
    Form,
    ask,
    asking,
    every_form,
    prompt_tokens,
    service_at,
    set_after,
    streamed_forms,
)
from tests.retrieval.llm.openai_server import PIECE, OpenAiServer, Says, Silence, Status

A_WHILE_S = 0.15
"""In which what has come has been taken, and everybody waits for the next piece."""


@every_form
@pytest.mark.parametrize("after", [0.0, 0.2])
def test_a_question_that_nobody_waits_for_is_given_up_and_its_connection_closed(
    after: float, form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(Silence(60))
    service, cancelled = service_at(server.url, tmp_path, form, timeout_s=30), threading.Event()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(ask, service, form, cancelled)
        while not (server.requests or waiting.done()):
            time.sleep(0.005)
        time.sleep(after)
        cancelled.set()
        began = time.monotonic()
        came = waiting.result()
    assert isinstance(came.error, Cancelled)
    assert time.monotonic() - began < SLACK_S
    assert server.gone.wait(SLACK_S)
    assert len(server.requests) == 1


@every_form
def test_a_question_that_was_given_up_before_asks_and_costs_nothing(
    form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    cancelled = threading.Event()
    cancelled.set()
    server.plays(Silence(60))
    service = service_at(server.url, tmp_path, form)
    came = ask(service, form, cancelled)
    assert (type(came.error), came.pieces) == (Cancelled, [])
    assert came.took_s < SLACK_S
    assert (service.ledger.today(), came.errand.calls, server.requests) == (Spent(), 0, [])


@streamed_forms
def test_a_question_is_given_up_in_the_middle_of_its_answer(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    server.plays(Says(ANSWER, cut_after=PIECE, silent_s=60))
    cancelled = threading.Event()
    service = service_at(server.url, tmp_path, form, timeout_s=30)
    with set_after(0.3, cancelled):
        came = ask(service, form, cancelled)
    assert (type(came.error), came.text) == (Cancelled, ANSWER[:PIECE])
    assert came.took_s < 0.3 + SLACK_S
    assert server.gone.wait(SLACK_S)
    assert service.ledger.today() == Spent(prompt_tokens(form.structured) + estimated_tokens(came.text), 1)


@every_form
def test_a_question_is_given_up_in_the_pause_before_a_retry(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    server.plays(Status(503, {"Retry-After": "20"}))
    cancelled = threading.Event()
    service = service_at(server.url, tmp_path, form, timeout_s=60)
    with set_after(0.2, cancelled):
        came = ask(service, form, cancelled)
    assert isinstance(came.error, Cancelled)
    assert came.took_s < 0.2 + SLACK_S
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
    assert server.gone.wait(SLACK_S)
    assert errand.input_tokens == prompt_tokens(form.structured)
    assert service.ledger.today() == Spent(errand.usage["total_tokens"], 1)


@streamed_forms
def test_an_iterator_that_is_closed_in_the_moment_of_a_piece_closes_the_connection(
    form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    service = service_at(server.url, tmp_path, form, timeout_s=30)
    for _ in range(10):  # the moment is not always met
        server.forget()
        server.plays(Says("x" * 1200, cut_after=PIECE, silent_s=60))
        pieces = asking(service, form)
        next(pieces)
        pieces.close()
        assert server.gone.wait(SLACK_S)


@streamed_forms
def test_an_iterator_that_is_dropped_closes_the_connection(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    server.plays(Says("x" * 1200, cut_after=PIECE, silent_s=60))
    service = service_at(server.url, tmp_path, form, timeout_s=30)
    for _ in asking(service, form):
        assert not server.gone.wait(A_WHILE_S)
        break
    assert server.gone.wait(SLACK_S)
