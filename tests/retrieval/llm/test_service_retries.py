"""What may pass by itself is tried again, as often as is set, after a pause, and within the time of the question."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from config.errors import ServiceUnreachable
from retrieval.llm import failing
from retrieval.llm.ledger import Spent
from retrieval.llm.service import LONGEST_PAUSE_S, Errand
from tests.retrieval.llm.asking import (
    ANSWER,
    KEY,
    PLAIN,
    SLACK_S,
    STREAMED,
    WORD,
    Form,
    ask,
    assert_told_well,
    every_form,
    prompt_tokens,
    service_at,
    status,
)
from tests.retrieval.llm.openai_server import Behaviour, Cut, OpenAiServer, Raw, Says, Status


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were made, each over at once."""
    made: list[float] = []
    monkeypatch.setattr(Errand, "pause", lambda self, seconds: made.append(seconds))
    return made


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
    # What an error told is free; what was cut off may have been worked on.
    lost = 0 if isinstance(behaviour, Status) else 2 * prompt_tokens(form.structured)
    assert service.ledger.today() == Spent(120 + lost, 3)


def test_a_stream_that_says_that_it_failed_is_tried_again(server: OpenAiServer, tmp_path: Path, quickly: None) -> None:
    event = f'data: {{"error": {{"message": "{WORD} {KEY}", "code": 500}}}}\n\n'.encode()
    server.plays(Raw(event, "text/event-stream"), Says(ANSWER))
    assert ask(service_at(server.url, tmp_path, STREAMED), STREAMED).text == ANSWER
    server.plays(Raw(event, "text/event-stream"))
    came = ask(service_at(server.url, tmp_path, STREAMED), STREAMED)
    assert_told_well(came, ServiceUnreachable, failing.BROKEN)


@pytest.mark.parametrize("retries", [0, 1, 3])
def test_it_is_tried_again_as_often_as_is_set(
    retries: int, pauses: list[float], server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(status(500))
    ask(service_at(server.url, tmp_path, PLAIN, retries=retries, timeout_s=600), PLAIN)
    assert len(server.requests) == retries + 1
    assert len(pauses) == retries


def test_the_pauses_between_tries_double_up_to_the_longest(
    pauses: list[float], server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(status(500))
    came = ask(service_at(server.url, tmp_path, PLAIN, retries=7, timeout_s=600), PLAIN)
    assert isinstance(came.error, ServiceUnreachable)
    assert pauses == [0.5, 1.0, 2.0, 4.0, LONGEST_PAUSE_S, LONGEST_PAUSE_S, LONGEST_PAUSE_S]
    assert len(server.requests) == 8


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
