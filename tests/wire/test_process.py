"""A bot's process is noticed when it ends and never left behind; shown with other programs in its place."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.wire import bot as starting
from tests.wire.bot import running_bot
from tests.wire.server import WireDiscord

GIVES_UP = "import os, sys; sys.exit(os.environ['DATELINE_DISCORD__TOKEN'] + ': no')"
HANGS_ON = """
import http.client, os, signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
host = os.environ["DATELINE_DISCORD__API_BASE"].split("/")[2]
http.client.HTTPConnection(host).request("GET", f"/api/v10/users/{os.getpid()}")
time.sleep(600)
"""


def instead(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(starting, "COMMAND", [sys.executable, "-u", "-c", code])


async def test_a_bot_that_ends_before_it_is_ready_is_an_error_with_what_it_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    instead(monkeypatch, GIVES_UP)
    async with WireDiscord(token="abc") as server:
        with pytest.raises(AssertionError, match="the bot ended with 1\nabc: no"):
            await running_bot(server, tmp_path / "data").__aenter__()


async def test_the_exit_code_and_the_output_of_a_bot_that_gives_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    instead(monkeypatch, GIVES_UP)
    async with WireDiscord() as server, running_bot(server, tmp_path / "data", ready=False, token="abc") as bot:
        assert await bot.exit_code() == 1
        assert (bot.output, bot.errors) == ("", "abc: no\n")


async def test_a_bot_that_does_not_leave_is_killed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    instead(monkeypatch, HANGS_ON)
    async with WireDiscord() as server:
        async with running_bot(server, tmp_path / "data", ready=False) as bot:
            [call] = await server.wait_for(lambda: server.rest.calls)
            bot.terminate()
            with pytest.raises(AssertionError, match="still running"):
                await bot.exit_code(0.2)
        with pytest.raises(ProcessLookupError):
            os.kill(int(call.path.rpartition("/")[2]), 0)
