"""A Discord on loopback that a real bot process connects to over real sockets."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeVar

from aiohttp import web

from tests.wire.gateway import PRIVILEGED, Gateway
from tests.wire.people import People
from tests.wire.rest import Fault, Hold, Rest
from tests.wire.store import Store
from tests.wire.world import Interaction, Json, Sent

T = TypeVar("T")

TOKEN = "a-token.for.tests"
PATIENCE_S = 15.0
"""How long a test waits for something that should come at once; only a failure takes that long."""


class WireDiscord(People):
    """
    `async with WireDiscord() as discord:` and a bot pointed to `api_base` and `gateway_url`.

    The people's acts are in `People`; `gateway` drops, reconnects and invalidates; `store` holds what was sent and
    said. A request to a route that is not known here fails the block at its end.

    Args:
        allowed_intents: the privileged ones that are switched on for the application; others close with 4014.
        ack_within_s: how long an interaction's token lives unacknowledged.
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        allowed_intents: int = PRIVILEGED,
        heartbeat_s: float = 41.25,
        ack_within_s: float = 3.0,
    ) -> None:
        self.token = token
        forbidden = PRIVILEGED & ~allowed_intents
        self.gateway = Gateway(token, forbidden_intents=forbidden, heartbeat_s=heartbeat_s, changed=self.changed)
        self.store = Store(self.gateway, ack_within_s=ack_within_s, changed=self.changed)
        self.rest = Rest(self.store, token, gateway_url=lambda: self.gateway_url, changed=self.changed)
        self._news = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self._port = 0

    @property
    def api_base(self) -> str:
        return f"http://127.0.0.1:{self._port}/api/v10"

    @property
    def gateway_url(self) -> str:
        return f"ws://127.0.0.1:{self._port}/gateway"

    @property
    def sent(self) -> list[Sent]:
        """The bot's messages in the order in which they were sent, deleted ones left out."""
        return [sent for sent in self.store.sent.values() if not sent.deleted]

    @property
    def unexpected(self) -> list[str]:
        return self.rest.unexpected

    @property
    def refusals(self) -> list[str]:
        return self.rest.refusals

    def calls(self, method: str, route: str) -> list[Json]:
        """The bodies of the requests to this route, in order."""
        return [call.body for call in self.rest.calls if call.method == method and re.search(route, call.path)]

    def fail_next(
        self,
        method: str,
        route: str,
        status: int,
        body: Json | None = None,
        *,
        times: int = 1,
        retry_after: float = 0.2,
    ) -> None:
        """
        Let the next requests to `route` (a regular expression on the path after `/api/v10`) fail with nothing done.

        A 429 has everything that a client needs to try again after `retry_after` seconds.
        """
        headers = {}
        if status == 429:
            headers = {"Via": "1.1 wire", "Retry-After": str(retry_after), "X-RateLimit-Scope": "user"}
            body = body or {"message": "You are being rate limited.", "retry_after": retry_after, "global": False}
        body = body or {"message": f"{status}: made to fail", "code": 0}
        self.rest.faults.append(Fault(method, re.compile(route), status, body, headers, times))

    def hold(self, method: str, route: str) -> Hold:
        """Keep the requests to `route` waiting until `release()` on what comes back."""
        hold = Hold(method, re.compile(route))
        self.rest.holds.append(hold)
        return hold

    async def wait_for(self, predicate: Callable[[], T], timeout_s: float = PATIENCE_S) -> T:
        """
        The first value of `predicate` that is true; it is asked again after each thing that happens here.

        Raises:
            AssertionError: not within `timeout_s`, with what the bot did until then.
        """
        try:
            async with asyncio.timeout(timeout_s):
                while not (value := predicate()):
                    await self._news.wait()
                return value
        except TimeoutError:
            raise AssertionError(f"nothing came within {timeout_s} s\n{self.history()}") from None

    async def ready(self, timeout_s: float = PATIENCE_S) -> None:
        """Wait until the bot has a session and its socket."""
        await self.wait_for(lambda: self.gateway.connected, timeout_s)

    async def answer(self, doing: Interaction, timeout_s: float = PATIENCE_S) -> Sent:
        """What stands where "thinking…" stood, or the message that was the acknowledgement itself."""
        await self.wait_for(lambda: doing.answered or doing.dead, timeout_s)
        assert doing.original is not None, "the interaction died unacknowledged"
        return doing.original

    async def reply(self, message: Json, timeout_s: float = PATIENCE_S) -> Sent:
        """The bot's first reply to a message that `say` or `dm` gave."""
        [first, *_] = await self.wait_for(lambda: [s for s in self.sent if s.reply_to == int(message["id"])], timeout_s)
        return first

    async def wait_for_message(self, to: Json, wanted: Callable[[Sent], bool], timeout_s: float = PATIENCE_S) -> Sent:
        """
        The bot's message after `to`, in its channel, that is as `wanted` says, be it from the start or by an edit.

        A bot may post "searching…" first and a direct message need not be a reply, so neither is asked for.
        """
        earliest, where = int(to["id"]), int(to["channel_id"])

        def found() -> list[Sent]:
            return [s for s in self.sent if s.id > earliest and s.channel.id == where and wanted(s)]

        return (await self.wait_for(found, timeout_s))[0]

    def history(self) -> str:
        """What the bot asked of this server, the last thirty requests, for a message of a failing test."""
        lines = [f"{call.method} {call.path} -> {call.status or 'open'}" for call in self.rest.calls[-30:]]
        gateway = f"identified {self.gateway.identifies} times, resumed {self.gateway.resumes} times"
        return "\n".join([gateway, *lines, *self.refusals, *self.unexpected])

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=32 << 20)
        for path in ("/gateway", "/gateway/", "/resume", "/resume/"):
            app.router.add_get(path, self.gateway.handle)
        app.router.add_route("*", r"/api/v10/{path:.*}", self.rest.handle)
        app.router.add_route("*", "/{path:.*}", self.rest.stray)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._port = self._runner.addresses[0][1]
        self.gateway.resume_url = f"ws://127.0.0.1:{self._port}/resume"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for hold in self.rest.holds:
            hold.release()
        await self.gateway.close()
        if self._runner is not None:
            await self._runner.cleanup()
        if kind is None and self.unexpected:
            raise AssertionError(f"the bot asked for what is not there: {self.unexpected}")

    def changed(self) -> None:
        """Wake those who wait; each asks its own question again."""
        self._news.set()
        self._news = asyncio.Event()
