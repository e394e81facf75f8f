"""Every way in which a model fails ends in one sentence that a person understands, and in nobody else's words."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import NamedTuple

import pytest

from config.errors import ServiceError, ServiceRefused, ServiceTimeout, ServiceUnreachable, ServiceUnreadable
from retrieval.llm import failing
from tests.retrieval.llm.asking import (
    ANSWER,
    KEY,
    PLAIN,
    SLACK_S,
    WORD,
    Form,
    ask,
    assert_told_well,
    every_form,
    ledger_in,
    service_at,
    status,
)
from tests.retrieval.llm.openai_server import Behaviour, Cut, OpenAiServer, Raw, Says, Status

HTML = f"<!DOCTYPE html><html><body><h1>{WORD}</h1><p>{KEY}</p></body></html>".encode()


def rejected(message: str, code: str | int | None = None, kind: str = "invalid_request_error") -> Status:
    """A request that is not taken, and why, as a server says it."""
    return Status(400, error={"message": f"{message} {WORD}", "type": kind, "param": None, "code": code})


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
    "too long": Case(rejected("prompt is too long:"), ServiceRefused, failing.TOO_LONG, 1),
    "too long for openai": Case(
        rejected("This model's maximum context length is 8192 tokens.", "context_length_exceeded"),
        ServiceRefused,
        failing.TOO_LONG,
        1,
    ),
    "too long for vllm": Case(
        rejected("This model's maximum context length is 2048 tokens.", 400, "BadRequestError"),
        ServiceRefused,
        failing.TOO_LONG,
        1,
    ),
    "too long for llama.cpp": Case(
        rejected("the request exceeds the available context size.", 400, "exceed_context_size_error"),
        ServiceRefused,
        failing.TOO_LONG,
        1,
    ),
    "filtered": Case(rejected("The prompt was filtered.", "content_filter"), ServiceRefused, failing.WILL_NOT, 1),
    "402": Case(status(402), ServiceRefused, failing.NO_QUOTA, 1),
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
