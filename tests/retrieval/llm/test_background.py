"""Threads wait for coroutines of one loop, and whatever ends the waiting ends the coroutine."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
import time
from collections.abc import AsyncGenerator, Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import cast

import pytest

from retrieval.llm.background import LOOP, BackgroundLoop, Cancelled
from tests.retrieval.llm.asking import set_after

ROOT = Path(__file__).resolve().parents[3]
LONG = 60.0


class Work:
    """Numbers, `pause` seconds apart; `ended` is set when its coroutine has come to an end, whatever ended it."""

    def __init__(self, count: int, pause: float = 0.0, error: BaseException | None = None) -> None:
        self.count, self.pause, self.error = count, pause, error
        self.began, self.ended = threading.Event(), threading.Event()

    async def items(self) -> AsyncGenerator[int, None]:
        self.began.set()
        try:
            for number in range(self.count):
                yield number
                await asyncio.sleep(self.pause)
            if self.error:
                raise self.error
        finally:
            self.ended.set()


def from_now(seconds: float) -> float:
    return time.monotonic() + seconds


def iterating(
    items: Callable[[], AsyncGenerator[int, None]],
    until: float | None = None,
    cancelled: threading.Event | None = None,
) -> Generator[int, None, None]:
    until = from_now(10) if until is None else until
    return cast(Generator[int, None, None], LOOP.iterate(items, until, cancelled))


def test_items_come_in_their_order_and_to_the_end() -> None:
    work = Work(100)
    assert list(iterating(work.items)) == list(range(100))
    assert work.ended.wait(2)


def test_no_items_are_an_end_and_no_error() -> None:
    assert list(iterating(Work(0).items)) == []


def test_an_item_is_there_before_the_next_one_is_made() -> None:
    work = Work(2, pause=LONG)
    items = iterating(work.items)
    began = time.monotonic()
    assert next(items) == 0
    assert time.monotonic() - began < 1.5
    items.close()


@pytest.mark.parametrize("error", [ValueError("wrong"), TimeoutError("its own"), asyncio.CancelledError()])
def test_the_error_that_ends_it_is_raised_after_what_came_before(error: BaseException) -> None:
    items = iterating(Work(3, error=error).items)
    assert [next(items) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(type(error)) as caught:
        next(items)
    assert str(caught.value) == str(error)


def test_a_coroutine_that_says_nothing_is_ended_in_time() -> None:
    work = Work(1, pause=LONG)
    items = iterating(work.items, from_now(0.2))
    assert next(items) == 0
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        next(items)
    assert time.monotonic() - began < 1.5
    assert work.ended.wait(2)


def test_items_that_keep_coming_do_not_put_the_end_off() -> None:
    work = Work(100_000, pause=0.005)
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        list(iterating(work.items, from_now(0.3)))
    assert 0.2 < time.monotonic() - began < 1.8
    assert work.ended.wait(2)


def test_when_the_time_is_over_already_nothing_is_waited_for() -> None:
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        list(iterating(Work(1, pause=LONG).items, from_now(-1)))
    assert time.monotonic() - began < 1.5


@pytest.mark.parametrize("after", [0.0, 0.15])
def test_who_does_not_wait_any_more_is_let_go_at_once_and_the_coroutine_with_it(after: float) -> None:
    work, cancelled = Work(1, pause=LONG), threading.Event()
    items = iterating(work.items, from_now(LONG), cancelled)
    assert next(items) == 0
    began = time.monotonic()
    with set_after(after, cancelled), pytest.raises(Cancelled):
        next(items)
    assert time.monotonic() - began < after + 1.5
    assert work.ended.wait(2)


def test_who_has_gone_before_it_began_gets_nothing() -> None:
    cancelled = threading.Event()
    cancelled.set()
    with pytest.raises(Cancelled):
        next(iterating(Work(5).items, cancelled=cancelled))


@pytest.mark.parametrize("leave", [lambda items: items.close(), lambda items: items.throw(KeyboardInterrupt)])
def test_an_iterator_that_is_left_ends_its_coroutine(leave: Callable[[Generator[int, None, None]], None]) -> None:
    work = Work(10, pause=LONG)
    items = iterating(work.items)
    next(items)
    assert not work.ended.is_set()
    with suppress(KeyboardInterrupt):
        leave(items)
    assert work.ended.wait(2)


def test_an_iterator_that_is_dropped_ends_its_coroutine() -> None:
    work = Work(10, pause=LONG)
    for _ in iterating(work.items):
        break
    assert work.ended.wait(2)


def test_a_coroutine_that_misses_being_cancelled_once_is_ended_all_the_same() -> None:
    """As `asyncio.wait_for` of Python 3.11 misses it, when what it waits for has come at the same moment."""
    waits, ended = threading.Event(), threading.Event()

    async def items() -> AsyncGenerator[int, None]:
        try:
            yield 0
            with suppress(asyncio.CancelledError):
                waits.set()
                await asyncio.sleep(LONG)
            await asyncio.sleep(LONG)
        finally:
            ended.set()

    left = iterating(items)
    next(left)
    assert waits.wait(2)
    left.close()
    assert ended.wait(2)


def test_a_coroutine_that_misses_being_cancelled_every_time_is_ended_at_its_next_item() -> None:
    ended = threading.Event()

    async def items() -> AsyncGenerator[int, None]:
        try:
            for number in range(500):
                with suppress(asyncio.CancelledError):
                    await asyncio.sleep(0.01)
                yield number
        finally:
            ended.set()

    left = iterating(items)
    next(left)
    left.close()
    assert ended.wait(2)


def test_nothing_runs_before_the_first_item_is_wanted() -> None:
    work = Work(1)
    items = iterating(work.items)
    assert not work.began.wait(0.1)
    items.close()


def test_many_threads_each_get_their_own_while_others_are_silent() -> None:
    silent = [Work(1, pause=LONG) for _ in range(4)]
    waiting = [iterating(work.items) for work in silent]
    for items in waiting:
        next(items)
    began = time.monotonic()
    with ThreadPoolExecutor(16) as pool:
        came = list(pool.map(lambda count: list(iterating(Work(count, pause=0.01).items)), range(16)))
    assert came == [list(range(count)) for count in range(16)]
    assert time.monotonic() - began < 5
    for items in waiting:
        items.close()
    assert all(work.ended.wait(2) for work in silent)


def test_one_thread_serves_all_and_is_started_by_the_first_of_them() -> None:
    loop = BackgroundLoop()
    names: set[str] = set()

    async def name() -> AsyncGenerator[int, None]:
        names.add(f"{threading.current_thread().name} {threading.current_thread().ident}")
        yield 1

    before = threading.active_count()
    iterator = loop.iterate(name, from_now(5))
    assert threading.active_count() == before
    assert list(iterator) == [1]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: list(loop.iterate(name, from_now(5))), range(8)))
    assert len(names) == 1
    assert names.pop().startswith("language model ")
    loop._loop.call_soon_threadsafe(loop._loop.stop)  # type: ignore[union-attr]


LEAVES = """
import asyncio, sys, threading, time
from retrieval.llm.background import LOOP

async def silent():
    yield 1
    await asyncio.sleep(60)

def wait():
    for _ in LOOP.iterate(silent, time.monotonic() + 60):
        came.set()

came = threading.Event()
threading.Thread(target=wait, daemon=True).start()
came.wait(5)
print("done")
"""


def test_a_process_that_has_nothing_more_to_say_does_not_wait_for_a_model() -> None:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", LEAVES], cwd=ROOT, capture_output=True, text=True, timeout=30, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")
    assert time.monotonic() - began < 10
