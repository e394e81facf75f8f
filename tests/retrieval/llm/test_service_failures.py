"""
Every way in which a model fails ends in one sentence that a person understands, in time, and in nobody else's words.

Against a server of loopback through the provider's own client.
"""

from __future__ import annotations

import json
import logging
import socket
import time
import traceback
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from config.errors import (
    ServiceError,
    ServiceRefused,
    ServiceTimeout,
    ServiceUnreachable,
    ServiceUnreadable,
    SettingsError,
)
from retrieval.llm import failing
from retrieval.llm.ledger import Spent
from retrieval.llm.service import CHARS_PER_TOKEN, ENDLESS, LONGEST_PAUSE_S, Errand
from retrieval.llm.tokens import estimated_tokens
from tests.retrieval.llm.asking import (
    ANSWER,
    KEY,
    MODEL,
    MOST_TOKENS,
    Came,
    Form,
    ask,
    asking,
    every_form,
    ledger_in,
    prompt_tokens,
    service_at,
    streamed_forms,
    structured_forms,
)
from tests.retrieval.llm.openai_server import PIECE, Behaviour, Cut, OpenAiServer, Raw, Says, Silence, Status

WORD = "Zephyrine"
"""A word of every provider's body, beside the key."""
SLACK_S = 1.5
"""What a busy machine may add to a time."""
PLAIN = Form(False, False)
HTML = f"<!DOCTYPE html><html><body><h1>{WORD}</h1><p>{KEY}</p></body></html>".encode()


def status(code: int, kind: str | None = None, **headers: str) -> Status:
    """An HTTP error whose body repeats the key, as some do."""
    message = f"Incorrect API key provided: {KEY}. {WORD}"
    return Status(code, headers, {"message": message, "type": "some_error", "param": None, "code": kind})


class Case(NamedTuple):
    """What the server does, and what becomes of it: the error, the reason, and how often it is asked (retries: 2)."""

    behaviour: Behaviour
    kind: type[ServiceError]
    reason: str
    asked: int
    plain_too: bool = False
    """Whether a question with a schema is asked once more without."""


CASES = {
    "401": Case(status(401, "invalid_api_key"), ServiceRefused, failing.KEY, 1),
    "403": Case(status(403), ServiceRefused, failing.KEY, 1),
    "404": Case(status(404, "model_not_found"), ServiceRefused, failing.NO_SUCH_MODEL, 1, plain_too=True),
    "400": Case(status(400), ServiceRefused, failing.BAD_REQUEST, 1, plain_too=True),
    "413": Case(status(413), ServiceRefused, failing.BAD_REQUEST, 1),
    "422": Case(status(422), ServiceRefused, failing.BAD_REQUEST, 1, plain_too=True),
    "too long": Case(
        Status(400, error={"message": f"prompt is too long: {WORD}"}), ServiceRefused, failing.TOO_LONG, 1
    ),
    "408": Case(status(408), ServiceTimeout, failing.LATE, 3),
    "429": Case(status(429, "rate_limit_exceeded"), ServiceUnreachable, failing.TOO_MUCH, 3),
    "quota": Case(status(429, "insufficient_quota"), ServiceRefused, failing.NO_QUOTA, 1),
    "500": Case(status(500), ServiceUnreachable, failing.BROKEN, 3),
    "503": Case(status(503), ServiceUnreachable, failing.BROKEN, 3),
    "529": Case(status(529, "overloaded_error"), ServiceUnreachable, failing.BROKEN, 3),
    "500 without a body": Case(Status(500, body=b""), ServiceUnreachable, failing.BROKEN, 3),
    "a proxy's page": Case(
        Status(502, {"Content-Type": "text/html"}, body=HTML), ServiceUnreachable, failing.BROKEN, 3
    ),
    "a wrong address's page": Case(
        Status(404, {"Content-Type": "text/html"}, body=HTML), ServiceRefused, failing.NO_SUCH_MODEL, 1, plain_too=True
    ),
    "a page": Case(Raw(HTML, "text/html"), ServiceUnreadable, failing.UNREADABLE, 1),
    "a page that says it is JSON": Case(Raw(HTML), ServiceUnreadable, failing.UNREADABLE, 1),
    "truncated JSON": Case(Raw(f'{{"id": "{WORD} {KEY}'.encode()), ServiceUnreadable, failing.UNREADABLE, 1),
    "truncated JSON of a stream": Case(
        Raw(f'data: {{"id": "{WORD} {KEY}\n\n'.encode(), "text/event-stream"), ServiceUnreadable, failing.UNREADABLE, 1
    ),
    "nothing": Case(Raw(b""), ServiceUnreadable, failing.UNREADABLE, 1),
    "null": Case(Raw(b"null"), ServiceUnreadable, failing.UNREADABLE, 1),
    "a list": Case(Raw(b"[1, 2]"), ServiceUnreadable, failing.UNREADABLE, 1),
    "no choices": Case(
        Raw(b'{"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": []}'),
        ServiceUnreadable,
        failing.UNREADABLE,
        1,
    ),
    "bytes": Case(Raw(bytes(range(256)) * 4), ServiceUnreadable, failing.UNREADABLE, 1),
    "cut before": Case(Cut(), ServiceUnreachable, failing.AWAY, 3),
    "cut at the beginning": Case(Says(ANSWER, cut_after=0), ServiceUnreachable, failing.AWAY, 3),
}


def assert_told_well(came: Came, kind: type[ServiceError], reason: str) -> None:
    """The right error, as one sentence, and nothing of what the provider said in it or behind it."""
    assert type(came.error) is kind
    assert came.error.reason == reason
    assert str(came.error) == f"{MODEL}: {reason}"
    shown = "".join(traceback.format_exception(came.error)) + repr(came.error) + repr(vars(came.error))
    assert WORD not in shown
    assert KEY not in shown


@every_form
@pytest.mark.parametrize("name", CASES)
@pytest.mark.usefixtures("quickly")
def test_a_failure_is_told_in_a_sentence_and_tried_again_only_where_that_helps(
    name: str, form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    case = CASES[name]
    server.plays(case.behaviour)
    came = ask(service_at(server.url, tmp_path, form), form)
    assert_told_well(came, case.kind, case.reason)
    assert came.pieces == []
    assert came.took_s < SLACK_S
    assert len(server.requests) == came.errand.calls == case.asked + (case.plain_too and form.structured)


# Tried again


@every_form
@pytest.mark.parametrize(
    "behaviour",
    [status(500), status(503), status(429), Cut(), Says(ANSWER, cut_after=0)],
    ids=["500", "503", "429", "cut before", "cut at the beginning"],
)
def test_what_passes_by_itself_is_tried_again_and_then_answers(
    behaviour: Behaviour, form: Form, server: OpenAiServer, tmp_path: Path, quickly: None
) -> None:
    server.plays(behaviour, behaviour, Says(ANSWER))
    service = service_at(server.url, tmp_path, form)
    came = ask(service, form)
    assert (came.error, came.text) == (None, ANSWER)
    assert (len(server.requests), came.errand.calls) == (3, 3)
    assert ["response_format" in request for request in server.requests] == [form.structured] * 3
    assert service.ledger.today() == Spent(120, 3)


def test_a_stream_that_says_that_it_failed_is_tried_again(server: OpenAiServer, tmp_path: Path, quickly: None) -> None:
    event = f'data: {{"error": {{"message": "{WORD} {KEY}", "code": 500}}}}\n\n'.encode()
    server.plays(Raw(event, "text/event-stream"), Says(ANSWER))
    assert ask(service_at(server.url, tmp_path, Form(True, False)), Form(True, False)).text == ANSWER
    server.plays(Raw(event, "text/event-stream"))
    came = ask(service_at(server.url, tmp_path, Form(True, False)), Form(True, False))
    assert_told_well(came, ServiceUnreachable, failing.BROKEN)


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were made, each over at once."""
    made: list[float] = []
    monkeypatch.setattr(Errand, "pause", lambda self, seconds: made.append(seconds))
    return made


def test_the_pauses_between_tries_double_up_to_the_longest(
    pauses: list[float], server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(status(500))
    came = ask(service_at(server.url, tmp_path, PLAIN, retries=7, timeout_s=600), PLAIN)
    assert isinstance(came.error, ServiceUnreachable)
    assert pauses == [0.5, 1.0, 2.0, 4.0, LONGEST_PAUSE_S, LONGEST_PAUSE_S, LONGEST_PAUSE_S]
    assert len(server.requests) == 8


@pytest.mark.parametrize("retries", [0, 1, 3])
def test_it_is_tried_again_as_often_as_is_set(
    retries: int, pauses: list[float], server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(status(500))
    ask(service_at(server.url, tmp_path, PLAIN, retries=retries, timeout_s=600), PLAIN)
    assert len(server.requests) == retries + 1
    assert len(pauses) == retries


@pytest.mark.parametrize("asked_for", ["7", "45", "0.25"])
def test_the_pause_that_the_service_asks_for_is_kept_to(
    asked_for: str, pauses: list[float], server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(status(429, **{"Retry-After": asked_for}), status(503, **{"Retry-After": asked_for}), Says(ANSWER))
    assert ask(service_at(server.url, tmp_path, PLAIN, timeout_s=600), PLAIN).text == ANSWER
    assert pauses == [float(asked_for)] * 2


def test_a_pause_until_a_date_is_kept_to(pauses: list[float], server: OpenAiServer, tmp_path: Path) -> None:
    until = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)
    server.plays(status(429, **{"Retry-After": until}), Says(ANSWER))
    assert ask(service_at(server.url, tmp_path, PLAIN, timeout_s=600), PLAIN).text == ANSWER
    assert len(pauses) == 1
    assert 50 < pauses[0] <= 60


@every_form
def test_a_pause_is_really_made_and_with_nobody_to_cancel_it_too(
    form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(status(429, **{"Retry-After": "0.3"}), Says(ANSWER))
    assert ask(service_at(server.url, tmp_path, form), form).text == ANSWER
    first, second = server.times
    assert 0.3 <= second - first < 0.3 + SLACK_S


@every_form
@pytest.mark.parametrize("behaviour", [status(429, **{"Retry-After": "30"}), status(500)], ids=["asked for", "own"])
def test_a_pause_that_does_not_fit_into_the_time_is_not_made(
    behaviour: Status, form: Form, server: OpenAiServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.llm.service.FIRST_PAUSE_S", 20.0)
    monkeypatch.setattr("retrieval.llm.service.LONGEST_PAUSE_S", 20.0)
    server.plays(behaviour, Says(ANSWER))
    came = ask(service_at(server.url, tmp_path, form, timeout_s=10.0), form)
    assert isinstance(came.error, ServiceUnreachable)
    assert came.error.retry_after_s == (30.0 if behaviour.headers else None)
    assert came.took_s < SLACK_S
    assert len(server.requests) == 1


# The connection


@every_form
def test_where_nobody_listens_that_is_told(form: Form, tmp_path: Path, quickly: None) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        came = ask(service_at(f"http://127.0.0.1:{taken.getsockname()[1]}/v1", tmp_path, form), form)
    assert_told_well(came, ServiceUnreachable, failing.AWAY)
    assert came.errand.calls == 3
    assert came.errand.usage["total_tokens"] == 0
    assert came.took_s < SLACK_S


@pytest.mark.parametrize("url", ["127.0.0.1:9/v1", "ftp://127.0.0.1/v1"])
def test_an_address_that_is_none_is_told_as_one_that_cannot_be_reached(url: str, tmp_path: Path, quickly: None) -> None:
    assert_told_well(ask(service_at(url, tmp_path, PLAIN), PLAIN), ServiceUnreachable, failing.AWAY)


@pytest.mark.parametrize("url", ["http://[::1", "http://127.0.0.1:port/v1"])
def test_an_address_that_the_package_does_not_take_is_told_without_the_key(url: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=f"the model {MODEL} cannot be set up") as caught:
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


# The time


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


# The answer


@every_form
def test_an_answer_that_does_not_end_is_ended_at_what_its_tokens_allow(
    form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(Says("x" * 5_000_000))
    came = ask(service_at(server.url, tmp_path, form, timeout_s=20), form)
    assert_told_well(came, ServiceUnreadable, ENDLESS)
    most = MOST_TOKENS * CHARS_PER_TOKEN
    if form.streaming:
        assert most - PIECE < len(came.text) <= most
    else:
        assert came.text == ""
    assert len(server.requests) == 1


@every_form
def test_an_answer_as_long_as_its_tokens_allow_is_one(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    text = json.dumps({"found": True, "text": ""})
    text = text.replace('""', f'"{"x" * (MOST_TOKENS * CHARS_PER_TOKEN - len(text))}"')
    server.plays(Says(text))
    came = ask(service_at(server.url, tmp_path, form), form)
    assert (came.error, came.text) == (None, text)


@structured_forms
def test_a_refusal_is_told_and_is_no_answer(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    server.plays(Says("", refusal=f"{WORD}: I cannot help with {KEY}"))
    came = ask(service_at(server.url, tmp_path, form), form)
    assert_told_well(came, ServiceRefused, failing.WILL_NOT)
    assert came.pieces == []
    assert came.errand.usage["total_tokens"] == 120
    assert len(server.requests) == 1


@structured_forms
@pytest.mark.parametrize(
    ("finish", "kind", "reason"),
    [
        ("length", ServiceUnreadable, failing.CUT_SHORT),
        ("content_filter", ServiceRefused, failing.WILL_NOT),
    ],
)
def test_an_answer_that_was_ended_for_the_model_says_so(
    finish: str, kind: type[ServiceError], reason: str, form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(Says(ANSWER[:30], finish=finish))
    came = ask(service_at(server.url, tmp_path, form), form)
    assert_told_well(came, kind, reason)
    assert came.text == (ANSWER[:30] if form.streaming else "")
    assert len(server.requests) == 1


@every_form
def test_what_is_no_answer_to_the_schema_comes_as_it_is(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    """Reading it is the caller's; a model that writes around its JSON is not lost for it."""
    for text in ("Sure! Here you go.", '{"found": 1}', "```json\n" + ANSWER + "\n```"):
        server.plays(Says(text))
        came = ask(service_at(server.url, tmp_path, form), form)
        assert (came.error, came.text) == (None, text)


# Secrets


@every_form
@pytest.mark.usefixtures("quickly")
def test_the_key_is_seen_by_the_server_and_nobody_else(
    form: Form,
    server: OpenAiServer,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    ledger = ledger_in(tmp_path, 100_000)
    service = service_at(server.url, tmp_path, form, ledger=ledger, retries=1)
    behaviours = (Says(ANSWER), Status(401), Status(500), Cut(), Raw(b"{"), Says(ANSWER, cut_after=3))
    for behaviour in behaviours:
        server.plays(behaviour)
        came = ask(service, form)
        assert KEY not in repr(came) + repr(came.errand)
    assert len(caplog.records) > len(behaviours)  # the packages have logged their part
    seen = caplog.text + "".join(repr(vars(record)) for record in caplog.records)
    out, err = capfd.readouterr()
    assert KEY not in seen + out + err
    assert KEY not in repr(service) + repr(vars(service)) + repr(service.model) + repr(service.limits)
    assert KEY.encode() not in (tmp_path / "usage.sqlite").read_bytes()
    assert all(KEY in repr(headers) for headers in server.headers)


def test_nothing_is_printed_and_no_log_is_made_of_ours_when_a_model_fails(
    server: OpenAiServer, tmp_path: Path, capfd: pytest.CaptureFixture[str], quickly: None
) -> None:
    for behaviour in (status(401), Cut(), Raw(HTML)):
        server.plays(behaviour)
        assert ask(service_at(server.url, tmp_path, PLAIN), PLAIN).error
    assert capfd.readouterr() == ("", "")
