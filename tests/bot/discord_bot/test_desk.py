"""The desk: questions in their order, a bound, a cooldown, and an end."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack

import pytest

import bot.discord_bot.desk as desk_module
from bot.discord_bot.desk import Desk, Refused
from tests.bot.discord_bot.scene import until


class Person:
    """Asks at the desk, and notes what comes of it."""

    def __init__(self, desk: Desk, number: int, job: Callable[[], object]) -> None:
        self.told: list[int] = []
        self.task = asyncio.ensure_future(self._ask(desk, number, job))

    async def _ask(self, desk: Desk, number: int, job: Callable[[], object]) -> object:
        with desk.admitted(number):
            return await desk.work(job, self._tell)

    async def _tell(self, before: int) -> None:
        self.told.append(before)


@pytest.fixture
def now() -> list[float]:
    """The time at the desk, in seconds; a test moves it."""
    return [100.0]


@pytest.fixture
async def held() -> AsyncIterator[threading.Event]:
    """What the jobs wait for; let go at the end in any case."""
    event = threading.Event()
    yield event
    event.set()
    await asyncio.sleep(0)


async def test_questions_are_worked_on_in_the_order_they_came(held: threading.Event) -> None:
    desk, order = Desk(1, 10, 0), list[int]()
    first = Person(desk, 0, held.wait)
    others = [Person(desk, number, lambda number=number: order.append(number)) for number in range(1, 5)]
    await until(lambda: [person.told for person in others] == [[1], [2], [3], [4]])
    held.set()
    await asyncio.gather(first.task, *(person.task for person in others))
    assert order == [1, 2, 3, 4]
    await desk.close(0)


async def test_who_waits_is_told_the_place_again_when_it_has_changed(
    held: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_module, "PLACE_EVERY_S", 0.01)
    desk = Desk(1, 10, 0)
    second_held = threading.Event()
    first, second, third = Person(desk, 1, held.wait), Person(desk, 2, second_held.wait), Person(desk, 3, lambda: None)
    await until(lambda: third.told == [2])
    held.set()
    await until(lambda: third.told == [2, 1])
    second_held.set()
    await asyncio.gather(first.task, second.task, third.task)
    await desk.close(0)


async def test_a_place_that_cannot_be_told_does_not_cost_the_answer(held: threading.Event) -> None:
    desk = Desk(1, 10, 0)

    async def fails(before: int) -> None:
        held.set()
        raise OSError("the network is away")

    first = Person(desk, 1, held.wait)
    await asyncio.sleep(0)  # it is at work
    with desk.admitted(2):
        assert await desk.work(lambda: "answer", fails) == "answer"
    await first.task
    await desk.close(0)


async def test_a_job_that_fails_frees_its_worker() -> None:
    desk = Desk(1, 0, 0)

    def fails() -> None:
        raise ValueError("no")

    for number in range(3):
        with pytest.raises(ValueError, match="no"):
            await Person(desk, number, fails).task
    assert await Person(desk, 9, lambda: 1).task == 1
    await desk.close(0)


async def test_over_the_bound_a_question_is_refused(now: list[float]) -> None:
    desk = Desk(1, 1, 0, clock=lambda: now[0])
    with ExitStack() as stack:
        stack.enter_context(desk.admitted(1))
        stack.enter_context(desk.admitted(2))
        with pytest.raises(Refused, match="2 questions are waiting already"), desk.admitted(3):
            pass
    with desk.admitted(3):
        pass


@pytest.mark.parametrize(("after_s", "said"), [(0.0, "in 3 s"), (1.6, "in 2 s"), (2.99, "in 1 s"), (3.0, None)])
async def test_between_two_questions_of_one_person_there_is_a_pause(
    after_s: float, said: str | None, now: list[float]
) -> None:
    desk = Desk(1, 1, 3.0, clock=lambda: now[0])
    with desk.admitted(1):
        pass
    now[0] += after_s
    with desk.admitted(2):
        pass  # somebody else's pause is none of theirs
    if said:
        with pytest.raises(Refused, match=said), desk.admitted(1):
            pass
        now[0] += 3 - after_s  # to be refused makes the pause no longer
    with desk.admitted(1):
        pass


async def test_closing_lets_those_under_way_finish(held: threading.Event) -> None:
    desk = Desk(1, 10, 0)
    people = [Person(desk, number, held.wait) for number in range(3)]
    await until(lambda: people[-1].told)
    closing = asyncio.ensure_future(desk.close(10))
    await asyncio.sleep(0)
    held.set()
    assert await asyncio.gather(*(person.task for person in people)) == [True] * 3
    await asyncio.wait_for(closing, 2)


async def test_closing_refuses_those_who_cannot_finish_and_all_who_come(held: threading.Event) -> None:
    desk = Desk(1, 10, 0)
    at_work, waiting = Person(desk, 1, held.wait), Person(desk, 2, held.wait)
    await until(lambda: waiting.told)
    await asyncio.wait_for(desk.close(0.05), 2)
    with pytest.raises(Refused, match="before this answer is ready"):
        await at_work.task
    with pytest.raises(Refused, match="before it is your turn"):
        await waiting.task
    with pytest.raises(Refused, match="about to restart"), desk.admitted(3):
        pass
