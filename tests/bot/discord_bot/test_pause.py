"""How often one person may do one thing."""

from __future__ import annotations

import pytest

from bot.discord_bot import pause as pause_module
from bot.discord_bot.pause import Pause


def test_a_person_waits_out_the_pause_and_nobody_else_does() -> None:
    now = [100.0]
    pause = Pause(30.0, clock=lambda: now[0])
    assert pause.left_s(1) == 0.0
    pause.begin(1)
    now[0] += 10
    assert [pause.left_s(person) for person in (1, 2)] == [20.0, 0.0]
    now[0] += 20
    assert pause.left_s(1) == 0.0


def test_without_a_pause_nobody_waits() -> None:
    pause = Pause(0.0)
    pause.begin(1)
    assert pause.left_s(1) == 0.0


def test_people_whose_pause_is_over_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pause_module, "PEOPLE_REMEMBERED", 10)
    now = [0.0]
    pause = Pause(3.0, clock=lambda: now[0])
    for person in range(100):
        now[0] += 1
        pause.begin(person)
    assert len(pause._did_at) <= 10
