"""
An event loop in a thread of its own, for what only asyncio can end at once: a connection that says nothing.

One loop, `LOOP`, for the life of the process: packages share connections among all models of one address, and these
belong to the loop that they were opened on.
"""

from __future__ import annotations

import asyncio
import queue
import threading
import time
from collections.abc import AsyncGenerator, Callable, Coroutine, Iterator, Sequence
from concurrent.futures import Future
from contextlib import aclosing, suppress
from typing import Any, Generic, TypeVar

T = TypeVar("T")

LOOK_EVERY_S = 0.05
"""How soon a question that nobody waits for any more is noticed; Windows lets nobody interrupt a longer wait."""


class Cancelled(Exception):
    """Nobody waits for the answer any more."""


class _End(Generic[T]):
    """Comes after the last item, with what ended it."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error


class BackgroundLoop:
    """Runs coroutines for threads that wait for them. Started on its first use; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None

    def iterate(
        self,
        items: Callable[[], AsyncGenerator[T, None]],
        until: float,
        cancelled: threading.Event | None = None,
    ) -> Iterator[T]:
        """
        What `items()` gives, as it comes; whatever ends the waiting, a closed iterator too, ends the coroutine.

        Raises:
            TimeoutError: it has not ended by `until`, in seconds of `time.monotonic`.
            Cancelled: `cancelled` was set.
        """
        came: queue.SimpleQueue[T | _End[T]] = queue.SimpleQueue()

        left = threading.Event()
        tasks: list[asyncio.Task[None]] = []

        async def pump() -> None:
            task = asyncio.current_task()
            assert task is not None
            tasks.append(task)
            try:
                async with aclosing(items()) as source:
                    async for item in source:
                        if left.is_set():
                            return
                        came.put(item)
            except BaseException as error:
                came.put(_End(error))
                if isinstance(error, asyncio.CancelledError):
                    raise
            else:
                came.put(_End(None))

        running = self._run(pump())
        try:
            while True:
                item = _next(came, until, cancelled)
                if not isinstance(item, _End):
                    yield item
                elif item.error is None:
                    return
                else:
                    raise item.error
        finally:
            left.set()
            running.cancel()
            self._started().call_soon_threadsafe(_insist, tasks)

    def _run(self, work: Coroutine[Any, Any, None]) -> Future[None]:
        return asyncio.run_coroutine_threadsafe(work, self._started())

    def _started(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                # A daemon: a process that has said all it has to say does not wait for a model.
                threading.Thread(target=_run_forever, args=(self._loop,), name="language model", daemon=True).start()
            return self._loop


LOOP = BackgroundLoop()


def _next(came: queue.SimpleQueue[T | _End[T]], until: float, cancelled: threading.Event | None) -> T | _End[T]:
    while True:
        if cancelled is not None and cancelled.is_set():
            raise Cancelled
        left = until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        with suppress(queue.Empty):
            return came.get(timeout=min(left, LOOK_EVERY_S))


def _insist(tasks: Sequence[asyncio.Task[None]]) -> None:
    """Cancel what has not ended, again and again: Python 3.11's `wait_for` swallows a cancel that meets a result."""
    for task in tasks:
        if not task.done():
            task.cancel()
            task.get_loop().call_later(LOOK_EVERY_S, _insist, tasks)


def _run_forever(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    try:
        loop.run_forever()
    finally:
        loop.close()
