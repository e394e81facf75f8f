"""The tokens of every call are counted, the lost ones too, and the limit of a day is kept."""

from __future__ import annotations

import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel

from config.errors import DataFolderUnusable, ServiceTimeout, TokensSpent
from retrieval.llm.background import Cancelled
from retrieval.llm.ledger import Spent, TokenLedger
from tests.retrieval.llm.asking import (
    ANSWER,
    MODEL,
    MOST_TOKENS,
    PLAIN,
    SLACK_S,
    Form,
    ask,
    every_form,
    ledger_in,
    prompt_tokens,
    service_at,
    service_of,
    set_after,
)
from tests.retrieval.llm.openai_server import Behaviour, OpenAiServer, Raw, Says, Silence, Status


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


@every_form
def test_what_was_given_up_without_an_answer_has_cost_its_prompt(
    form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    ledger, cancelled = ledger_in(tmp_path, 10_000), threading.Event()
    server.plays(Silence(60))
    with set_after(0.2, cancelled):
        came = ask(service_at(server.url, tmp_path, form, ledger=ledger), form, cancelled)
    assert isinstance(came.error, Cancelled)
    assert ledger.today() == Spent(prompt_tokens(form.structured), 1)
    assert came.errand.estimated


@every_form
@pytest.mark.parametrize(
    "behaviour", [Says(ANSWER, cut_after=0), Raw(b'{"id": "c', "application/json")], ids=["cut", "torn"]
)
def test_what_broke_after_it_was_taken_on_has_cost_its_prompt(
    behaviour: Behaviour, form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(behaviour)
    service = service_at(server.url, tmp_path, form, retries=0)
    assert ask(service, form).error
    assert service.ledger.today() == Spent(prompt_tokens(form.structured), 1)


@pytest.mark.parametrize("finish", ["length", "content_filter"])
def test_a_whole_answer_that_the_package_does_not_pass_on_has_cost_what_it_cost(
    finish: str, server: OpenAiServer, tmp_path: Path
) -> None:
    form = Form(False, True)
    server.plays(Says(ANSWER[:30], usage=(100, 200), finish=finish))
    service = service_at(server.url, tmp_path, form)
    came = ask(service, form)
    assert (came.pieces, service.ledger.today()) == ([], Spent(300, 1))
    assert not came.errand.estimated


@every_form
@pytest.mark.parametrize("damaged", ["text", "folder"])
def test_a_count_that_cannot_be_kept_is_not_blamed_on_the_model(
    damaged: str, form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    file = tmp_path / "usage.sqlite"
    if damaged == "folder":
        file.mkdir()
    else:
        file.write_bytes(b"no database " * 100)
    server.plays(Says(ANSWER))
    service = service_at(server.url, tmp_path, form, ledger=TokenLedger(file, 1000))
    with pytest.raises(DataFolderUnusable):
        ask(service, form)
    assert server.requests == []


def test_without_a_limit_a_count_that_is_locked_does_not_hold_the_answer_up_for_long(tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path)
    ledger.settle(ledger.reserve(MODEL, 1), 1)
    service = service_of(FakeListChatModel(responses=["x"]), tmp_path, PLAIN, ledger=ledger)
    with closing(sqlite3.connect(tmp_path / "usage.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        came = ask(service, PLAIN)
    assert (came.error, came.text) == (None, "x")
    assert came.took_s < 1.0 + SLACK_S
