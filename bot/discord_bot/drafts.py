"""An answer in Discord as a language model writes it: what is proved so far, until the whole answer takes its place."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

from retrieval.types import Answer

EVERY_S = 1.25
"""Between two edits: Discord takes five in five seconds from a channel, and the answer itself wants to be one."""
HANGS_S = 2.0
"""An edit that is under way must not arrive after the answer; one that takes longer is given up."""


class Drafts:
    """Shows with `show` the latest draft that it was offered, as long as it is entered."""

    def __init__(self, show: Callable[[Answer], Awaitable[None]]) -> None:
        self._show = show
        self._loop = asyncio.get_running_loop()
        self._ended: asyncio.Future[None] = self._loop.create_future()
        self._offered = asyncio.Event()
        self._latest: Answer | None = None

    def offer(self, draft: Answer) -> None:
        """Take a longer draft, from any thread; one that nobody sees any more is let go."""
        with suppress(RuntimeError):  # the event loop has ended before the thread did
            self._loop.call_soon_threadsafe(self._take, draft)

    async def __aenter__(self) -> Self:
        self._showing = asyncio.ensure_future(self._show_latest())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set_result(None)
        self._offered.set()
        try:
            await asyncio.wait({self._showing}, timeout=HANGS_S)
        finally:
            self._showing.cancel()

    def _take(self, draft: Answer) -> None:
        self._latest = draft
        self._offered.set()

    async def _show_latest(self) -> None:
        shown_at = self._loop.time()  # something has been shown a moment ago
        while True:
            await self._offered.wait()
            self._offered.clear()
            if (left := shown_at + EVERY_S - self._loop.time()) > 0:
                await asyncio.wait({self._ended}, timeout=left)
            if self._ended.done():
                return
            assert self._latest is not None
            with suppress(Exception):  # the answer matters more than its drafts
                await self._show(self._latest)
            shown_at = self._loop.time()
