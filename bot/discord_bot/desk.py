"""
The desk where questions wait: a few are worked on at a time, in the order they came, off the event loop.

No discord here. What cannot be taken is refused at once with a sentence, never left waiting.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from bot.discord_bot.pause import Pause

Result = TypeVar("Result")
Tell = Callable[[int], Awaitable[None]]
"""Is told how many questions are before a waiting one, again whenever that has changed."""

PLACE_EVERY_S = 2.0
"""Between two tellings: a message may be edited about once a second, and the answer wants to be one of the edits."""
LONGEST_S = 600.0
"""For one answer: what Discord gives to answer in is 15 minutes, and waiting counts."""
APOLOGY_S = 2.0
"""What telling the refused may take."""


class Refused(Exception):
    """A question is not taken; the text is what the person is told."""


class Desk:
    """`workers` questions at work, at most `most_waiting` behind them; `cooldown_s` seconds between two of a person."""

    def __init__(
        self, workers: int, most_waiting: int, cooldown_s: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="question")
        self._free = workers
        self._room = workers + most_waiting
        self._pause = Pause(cooldown_s, clock)
        self._clock = clock
        self._admitted = 0
        self._waiting: list[asyncio.Future[None]] = []
        self._running: set[asyncio.Future[Any]] = set()
        self._closing = False
        self._ended: asyncio.Future[None] | None = None

    @contextmanager
    def admitted(self, person: int) -> Iterator[None]:
        """
        A place at the desk for one question of `person`, kept until the block ends.

        Raises:
            Refused: the person asked a moment ago, the desk is full, or the bot is leaving.
        """
        pause = self._pause.left_s(person)
        if self._closing:
            raise Refused("I am about to restart. Please ask again in a minute.")
        if pause > 0:
            raise Refused(f"One question at a time, please: ask again in {math.ceil(pause)} s.")
        if self._admitted >= self._room:
            raise Refused(f"{self._admitted} questions are waiting already. Please ask again in a minute.")
        self._pause.begin(person)
        self._admitted += 1
        try:
            yield
        finally:
            self._admitted -= 1

    async def work(self, job: Callable[[], Result], tell: Tell) -> Result:
        """
        What `job` gives, run in a thread when its turn comes; to be called from within `admitted`.

        Whoever is cancelled gives the place up; a `job` that runs by then has to end by itself.

        Raises:
            Refused: the bot had to leave before it was done.
        """
        await self._turn(tell)
        try:
            running = asyncio.get_running_loop().run_in_executor(self._threads, job)
            self._running.add(running)
            running.add_done_callback(self._running.discard)
            # The thread may outlast the one who waits for it, and nobody else looks at what becomes of it.
            running.add_done_callback(lambda done: done.cancelled() or done.exception())
            either: set[asyncio.Future[Any]] = {running, self._end()}
            await asyncio.wait(either, timeout=LONGEST_S, return_when=asyncio.FIRST_COMPLETED)
            if running.done():
                return running.result()
            if not self._end().done():
                raise Refused("This question takes too long, so I have given it up.")
            raise Refused("I have to restart before this answer is ready. Please ask again in a minute.")
        finally:
            self._next()

    @property
    def busy(self) -> bool:
        """Whether a thread is still at work, be it for nobody any more."""
        return bool(self._running)

    async def close(self, grace_s: float) -> None:
        """Take no more questions, and give those at the desk `grace_s` seconds; then the rest are refused and told."""
        self._closing = True
        until = self._clock() + grace_s
        while self._admitted and self._clock() < until:
            await asyncio.sleep(0.05)
        ended = self._end()
        if not ended.done():
            ended.set_result(None)
        while self._admitted and self._clock() < until + APOLOGY_S:
            await asyncio.sleep(0.05)
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _turn(self, tell: Tell) -> None:
        """Returns when a worker is free for this question, which then is taken."""
        end = self._end()
        if self._free and not end.done():
            self._free -= 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        telling = asyncio.ensure_future(self._tell_place(turn, tell))
        try:
            await asyncio.wait({turn, end}, return_when=asyncio.FIRST_COMPLETED)
            if end.done():
                if turn.done():  # whoever was at work was sent away too, and handed the worker on
                    self._next()
                raise Refused("I have to restart before it is your turn. Please ask again in a minute.")
        except asyncio.CancelledError:
            if turn.done():  # the turn came at the very moment
                self._next()
            raise
        finally:
            if turn in self._waiting:
                self._waiting.remove(turn)
            # An edit that is under way must not arrive after the answer; one that hangs is given up.
            await asyncio.wait({telling}, timeout=PLACE_EVERY_S)
            telling.cancel()

    async def _tell_place(self, turn: asyncio.Future[None], tell: Tell) -> None:
        told = None
        while not turn.done() and turn in self._waiting:
            place = self._waiting.index(turn) + 1
            if place != told:
                told = place
                with suppress(Exception):  # the answer matters more than the place
                    await tell(place)
            await asyncio.wait({turn, self._end()}, timeout=PLACE_EVERY_S, return_when=asyncio.FIRST_COMPLETED)
            if self._end().done():
                return

    def _next(self) -> None:
        """A worker is free: the one who waits longest is next."""
        if self._waiting:
            self._waiting.pop(0).set_result(None)
        else:
            self._free += 1

    def _end(self) -> asyncio.Future[None]:
        if self._ended is None:
            self._ended = asyncio.get_running_loop().create_future()
        return self._ended
