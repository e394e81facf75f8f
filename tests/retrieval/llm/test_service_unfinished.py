"""An answer that does not end, was cut off or is a refusal is told as such, and is never taken for a whole one."""

from __future__ import annotations

from pathlib import Path

import pytest

from config.errors import ServiceError, ServiceRefused, ServiceUnreadable
from retrieval.llm import failing
from retrieval.llm.service import CHARS_PER_TOKEN, ENDLESS
from tests.retrieval.llm.asking import (
    ANSWER,
    KEY,
    MOST_TOKENS,
    SLACK_S,
    WORD,
    Form,
    ask,
    assert_told_well,
    every_form,
    service_at,
    streamed_forms,
    structured_forms,
)
from tests.retrieval.llm.openai_server import PIECE, OpenAiServer, Says


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


@streamed_forms
def test_an_answer_that_does_not_end_closes_the_connection(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    server.plays(Says("x" * 5_000_000))
    assert ask(service_at(server.url, tmp_path, form, timeout_s=20), form).error
    assert server.gone.wait(SLACK_S)


@structured_forms
def test_a_refusal_is_told_and_is_no_answer(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    server.plays(Says("", refusal=f"{WORD}: I cannot help with {KEY}"))
    came = ask(service_at(server.url, tmp_path, form), form)
    assert_told_well(came, ServiceRefused, failing.WILL_NOT)
    assert came.pieces == []
    assert came.errand.usage["total_tokens"] == 120
    assert len(server.requests) == 1


@every_form
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
    kept_by_the_package = form == Form(streaming=False, structured=True)
    assert came.text == ("" if kept_by_the_package else ANSWER[:30])
    assert len(server.requests) == 1
