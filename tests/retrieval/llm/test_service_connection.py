"""A server that is not there, falls silent or cuts the connection is left in time, and what has come is kept."""

from __future__ import annotations

import socket
import time
import traceback
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from config.errors import ServiceTimeout, ServiceUnreachable, SettingsError
from retrieval.llm import failing
from retrieval.llm.tokens import estimated_tokens
from tests.retrieval.llm.asking import (
    ANSWER,
    KEY,
    PLAIN,
    SLACK_S,
    Form,
    ask,
    asking,
    assert_told_well,
    every_form,
    prompt_tokens,
    service_at,
    status,
    streamed_forms,
)
from tests.retrieval.llm.openai_server import PIECE, OpenAiServer, Says, Silence


@every_form
def test_where_nobody_listens_that_is_told(form: Form, tmp_path: Path, quickly: None) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        came = ask(service_at(f"http://127.0.0.1:{taken.getsockname()[1]}/v1", tmp_path, form), form)
    assert_told_well(came, ServiceUnreachable, failing.AWAY)
    assert came.errand.calls == 3
    assert came.errand.usage["total_tokens"] == 0
    assert came.took_s < SLACK_S


@pytest.mark.parametrize(
    "url",
    [
        *("127.0.0.1:9/v1", "ftp://127.0.0.1/v1", "http://", "http://[::1", "http://127.0.0.1:port/v1"),
        *("http://127.0.0.1:99999/v1", "http://127.0.0.1:0/v1", "/v1"),
    ],
)
def test_an_address_that_is_none_is_told_as_a_setting(url: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"`llm\.base_url` is no address") as caught:
        service_at(url, tmp_path, PLAIN)
    assert KEY not in "".join(traceback.format_exception(caught.value))


@streamed_forms
def test_a_connection_cut_in_the_middle_leaves_what_came_and_is_not_tried_again(
    form: Form, server: OpenAiServer, tmp_path: Path, quickly: None
) -> None:
    server.plays(Says(ANSWER, cut_after=2 * PIECE), Says(ANSWER))
    service = service_at(server.url, tmp_path, form)
    came = ask(service, form)
    assert_told_well(came, ServiceUnreachable, failing.AWAY)
    assert came.text == ANSWER[: 2 * PIECE]
    assert len(server.requests) == 1
    assert came.errand.estimated
    assert service.ledger.today().tokens == prompt_tokens(form.structured) + estimated_tokens(came.text)


@pytest.mark.parametrize("structured", [True, False])
def test_a_whole_answer_cut_in_the_middle_shows_nothing_and_is_tried_again(
    structured: bool, server: OpenAiServer, tmp_path: Path, quickly: None
) -> None:
    form = Form(False, structured)
    server.plays(Says(ANSWER, cut_after=1), Says(ANSWER))
    came = ask(service_at(server.url, tmp_path, form), form)
    assert (came.error, came.pieces, len(server.requests)) == (None, [ANSWER], 2)
    server.plays(Says(ANSWER, cut_after=1))
    assert_told_well(ask(service_at(server.url, tmp_path, form), form), ServiceUnreachable, failing.AWAY)


@every_form
def test_a_server_that_says_nothing_is_left_in_time_and_its_connection_closed(
    form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(Silence(60))
    came = ask(service_at(server.url, tmp_path, form, timeout_s=1.0), form)
    assert_told_well(came, ServiceTimeout, failing.LATE)
    assert 0.9 < came.took_s < 1.0 + SLACK_S
    assert server.gone.wait(SLACK_S)
    assert len(server.requests) == 1


@pytest.fixture
def deaf() -> Iterator[str]:
    """The address of a server that takes connections and never looks at them."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/v1"


def test_a_server_that_never_takes_the_request_is_left_in_time(deaf: str, tmp_path: Path) -> None:
    came = ask(service_at(deaf, tmp_path, PLAIN, timeout_s=0.5), PLAIN)
    assert_told_well(came, ServiceTimeout, failing.LATE)
    assert came.took_s < 0.5 + SLACK_S


@every_form
def test_a_server_that_falls_silent_in_the_middle_is_left_in_time(
    form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(Says(ANSWER, cut_after=PIECE, silent_s=60))
    came = ask(service_at(server.url, tmp_path, form, timeout_s=0.6), form)
    assert_told_well(came, ServiceTimeout, failing.LATE)
    assert came.text == (ANSWER[:PIECE] if form.streaming else "")
    assert 0.5 < came.took_s < 0.6 + SLACK_S
    assert server.gone.wait(SLACK_S)
    assert len(server.requests) == 1


@every_form
def test_an_answer_that_drips_is_ended_in_time_with_what_has_come(
    form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(Says("x" * 1200, pause_s=0.1))
    came = ask(service_at(server.url, tmp_path, form, timeout_s=0.7), form)
    assert_told_well(came, ServiceTimeout, failing.LATE)
    assert 0.6 < came.took_s < 0.7 + SLACK_S
    if form.streaming:
        assert 2 <= len(came.pieces) < 20
    else:
        assert came.pieces == []


def test_the_time_is_of_all_tries_together(server: OpenAiServer, tmp_path: Path, quickly: None) -> None:
    server.plays(status(503), status(503), Silence(60))
    came = ask(service_at(server.url, tmp_path, PLAIN, timeout_s=0.6, retries=5), PLAIN)
    assert_told_well(came, ServiceTimeout, failing.LATE)
    assert came.took_s < 0.6 + SLACK_S
    assert len(server.requests) == 3


def test_the_time_is_of_all_calls_of_a_question_together(server: OpenAiServer, tmp_path: Path) -> None:
    service = service_at(server.url, tmp_path, PLAIN, timeout_s=0.5)
    errand = service.errand()
    server.plays(Says(ANSWER))
    assert "".join(asking(service, PLAIN, errand)) == ANSWER
    time.sleep(0.5)
    with pytest.raises(ServiceTimeout):
        list(asking(service, PLAIN, errand))


@every_form
def test_the_clients_own_time_is_a_time_too(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    server.plays(Silence(60))
    came = ask(service_at(server.url, tmp_path, form, client_timeout_s=0.3, timeout_s=20, retries=0), form)
    assert_told_well(came, ServiceTimeout, failing.LATE)
    assert came.took_s < 0.3 + SLACK_S
