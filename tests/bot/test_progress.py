"""What is shown of a rebuild: a bar on a terminal, now and then a line without one."""

from __future__ import annotations

import io
import re
from contextlib import suppress

import pytest
from rich.console import Console

from bot import progress
from bot.progress import QUIET_S, RebuildProgress


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time in seconds, to be set."""
    now = [1000.0]
    monkeypatch.setattr("bot.progress.time.monotonic", lambda: now[0])
    return now


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    out, err = capsys.readouterr()
    assert out == ""
    return err.splitlines()


def test_without_a_terminal_a_quick_rebuild_says_nothing(
    clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    with RebuildProgress() as report:
        for done in range(1, 1001):
            clock[0] += QUIET_S / 1001
            report("embedding", done, 1000)
    assert lines(capsys) == []


def test_without_a_terminal_a_line_comes_every_few_seconds_with_rate_and_time_left(
    clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    with RebuildProgress() as report:
        report("embedding", 0, 2000)
        for done in range(1, 101):
            clock[0] += 0.1
            report("embedding", done * 10, 2000)
    said = lines(capsys)
    assert len(said) == 10 // QUIET_S
    assert said[-1] == "embedding: 1,000 of 2,000 passages, 100 a second, about 10 s left"


def test_a_stage_without_a_known_end_says_what_is_done(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    with RebuildProgress() as report:
        report("reading", 1, None)
        clock[0] += QUIET_S
        report("reading", 1500, None)
    assert lines(capsys) == ["reading: 1,500 articles"]


def test_the_rate_is_that_of_the_stage_and_not_of_the_whole(
    clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    with RebuildProgress() as report:
        report("reading", 1, None)
        clock[0] += 1000
        report("embedding", 0, 200)
        clock[0] += QUIET_S
        report("embedding", 100, 200)
    assert lines(capsys)[-1] == "embedding: 100 of 200 passages, 20 a second, about 5 s left"


def test_what_was_done_already_says_nothing_of_the_time_left(
    clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    with RebuildProgress() as report:
        report("embedding", 9000, 10_000)  # of a rebuild that was interrupted
        for done in (9100, 9200):
            clock[0] += QUIET_S
            report("embedding", done, 10_000)
    said = lines(capsys)
    assert said[0] == "embedding: 9,100 of 10,000 passages, 20 a second, about 45 s left"
    assert said[1] == "embedding: 9,200 of 10,000 passages, 20 a second, about 40 s left"


def test_on_a_terminal_each_stage_has_a_bar_that_ends_full(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    console = Console(file=shown, force_terminal=True, width=120, color_system=None)
    monkeypatch.setattr(progress, "err", lambda: console)
    with RebuildProgress() as report:
        for done in (1, 2):
            report("reading", done, None)
        for done in (1, 8):
            report("embedding", done, 8)
    last = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown.getvalue()).splitlines()[-2:]
    assert re.match(r"✓ reading .*2/2", last[0])
    assert re.match(r"✓ embedding .*8/8", last[1])


def test_a_rebuild_that_fails_leaves_the_terminal_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    monkeypatch.setattr(progress, "err", lambda: Console(file=shown, force_terminal=True, width=120))
    with suppress(RuntimeError), RebuildProgress() as report:
        report("reading", 1, None)
        raise RuntimeError
    hide, show = "\x1b[?25l", "\x1b[?25h"
    assert shown.getvalue().rfind(show) > shown.getvalue().rfind(hide) >= 0
