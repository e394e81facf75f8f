"""Discord's REST API, v10, as far as the bot goes; what is not here answers 404 and fails the test at its end."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.wire import payloads
from tests.wire.limits import as_error, command_problems
from tests.wire.store import Refused, Store
from tests.wire.world import APPLICATION_ID, BOT, Json, Person, snowflake

NO_CONTENT = (204, None)
ROOM = {"X-RateLimit-Limit": "50", "X-RateLimit-Remaining": "49", "X-RateLimit-Reset-After": "1.000"}
"""Rate limit headers that never bite; discord.py sends one request at a time and route without them."""


@dataclass
class Call:
    """A request of the bot."""

    method: str
    path: str
    """Without `/api/v10`."""
    body: Any
    status: int = 0


@dataclass
class Fault:
    method: str
    route: re.Pattern[str]
    status: int
    body: Json
    headers: dict[str, str]
    left: int


@dataclass
class Hold:
    """Requests that are kept waiting: `reached` once the first has come, all go on after `release()`."""

    method: str
    route: re.Pattern[str]
    reached: bool = False
    released: asyncio.Event = field(default_factory=asyncio.Event)

    def release(self) -> None:
        self.released.set()


class Rest:
    def __init__(
        self, store: Store, token: str, *, gateway_url: Callable[[], str], changed: Callable[[], None]
    ) -> None:
        self.calls: list[Call] = []
        self.unexpected: list[str] = []
        self.refusals: list[str] = []
        """What the bot should not have asked for: over a limit, twice, too late, unknown."""
        self.commands: dict[int | None, list[Json]] = {}
        """By guild; the global ones under None."""
        self.faults: list[Fault] = []
        self.holds: list[Hold] = []
        self._store = store
        self._token = token
        self._gateway_url = gateway_url
        self._changed = changed
        own = f"/applications/{APPLICATION_ID}"
        message = r"/channels/(\d+)/messages/(\d+)"
        webhook = rf"/webhooks/{APPLICATION_ID}/([^/]+)"
        routes: list[tuple[str, str, Callable[..., Awaitable[tuple[int, Any]]]]] = [
            ("GET", r"/users/@me", self._me),
            ("GET", r"/oauth2/applications/@me|/applications/@me", self._application),
            ("GET", r"/gateway(?:/bot)?", self._gateway),
            ("GET", rf"{own}(?:/guilds/(\d+))?/commands", self._get_commands),
            ("PUT", rf"{own}(?:/guilds/(\d+))?/commands", self._put_commands),
            ("POST", r"/interactions/(\d+)/([^/]+)/callback", self._callback),
            ("POST", webhook, self._follow_up),
            ("GET", rf"{webhook}/messages/(@original|\d+)", self._get_response),
            ("PATCH", rf"{webhook}/messages/(@original|\d+)", self._edit_response),
            ("DELETE", rf"{webhook}/messages/(@original|\d+)", self._delete_response),
            ("POST", r"/users/@me/channels", self._open_dm),
            ("GET", r"/users/(\d+)", self._get_user),
            ("GET", r"/channels/(\d+)", self._get_channel),
            ("POST", r"/channels/(\d+)/typing", self._typing),
            ("POST", r"/channels/(\d+)/messages", self._post_message),
            ("GET", r"/channels/(\d+)/messages", self._history),
            ("GET", message, self._get_message),
            ("PATCH", message, self._edit_message),
            ("DELETE", message, self._delete_message),
        ]
        self._routes = [(method, re.compile(path), handler) for method, path, handler in routes]

    async def handle(self, request: web.Request) -> web.Response:
        call = Call(request.method, "/" + request.match_info["path"], await _body(request))
        self.calls.append(call)
        self._changed()
        try:
            await self._wait(call)
            if request.transport is None or request.transport.is_closing():
                return web.Response(status=499)  # the bot has gone while it was held; nothing happens then
            return await self._respond(request, call)
        finally:
            self._changed()

    async def stray(self, request: web.Request) -> web.Response:
        """Anything that is neither the API nor the gateway."""
        self.unexpected.append(f"{request.method} {request.path}")
        return web.Response(status=404)

    async def _wait(self, call: Call) -> None:
        for hold in self.holds:
            if hold.method == call.method and hold.route.search(call.path):
                hold.reached = True
                self._changed()
                await hold.released.wait()

    async def _respond(self, request: web.Request, call: Call) -> web.Response:
        for fault in self.faults:
            if fault.left and fault.method == call.method and fault.route.search(call.path):
                fault.left -= 1
                return _answer(call, fault.status, fault.body, fault.headers)
        by_token = call.path.startswith(("/webhooks/", "/interactions/"))
        if not by_token and request.headers.get("Authorization") != f"Bot {self._token}":
            return _answer(call, 401, {"message": "401: Unauthorized", "code": 0})
        for method, path, handler in self._routes:
            if method == call.method and (found := path.fullmatch(call.path)):
                try:
                    return _answer(call, *await handler(call.body, *found.groups()))
                except Refused as refused:
                    self.refusals.append(f"{call.method} {call.path}: {refused}")
                    return _answer(call, refused.status, refused.body)
        self.unexpected.append(f"{call.method} {call.path}")
        return _answer(call, 404, {"message": "404: Not Found", "code": 0})

    async def _me(self, _: Any) -> tuple[int, Any]:
        return 200, {**payloads.user(BOT), "verified": True, "mfa_enabled": False, "locale": "en-US", "flags": 0}

    async def _application(self, _: Any) -> tuple[int, Any]:
        return 200, payloads.application()

    async def _gateway(self, _: Any) -> tuple[int, Any]:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return 200, {"url": self._gateway_url(), "shards": 1, "session_start_limit": limit}

    async def _get_commands(self, _: Any, guild: str | None) -> tuple[int, Any]:
        return 200, self.commands.get(int(guild) if guild else None, [])

    async def _put_commands(self, body: list[Json], guild: str | None) -> tuple[int, Any]:
        if problems := command_problems(body):
            raise Refused(400, 50035, str(problems), as_error(problems))
        where = int(guild) if guild else None
        known = {(one["name"], one["type"]): one["id"] for one in self.commands.get(where, [])}
        self.commands[where] = [
            {
                "type": 1,
                "description": "",
                **one,
                "id": known.get((one["name"], one.get("type", 1)), str(snowflake())),
                "application_id": str(APPLICATION_ID),
                "version": str(snowflake()),
                **({"guild_id": guild} if guild else {}),
            }
            for one in body
        ]
        return 200, self.commands[where]

    async def _callback(self, body: Json, id_: str, token: str) -> tuple[int, Any]:
        doing = self._store.interactions.get(token)
        if doing is None or doing.id != int(id_):
            raise Refused(404, 10062, "Unknown interaction")
        return 200, await self._store.acknowledge(doing, body)

    async def _follow_up(self, body: Json, token: str) -> tuple[int, Any]:
        return 200, (await self._store.follow_up(self._store.interaction(token), body)).payload

    async def _get_response(self, _: Any, token: str, id_: str) -> tuple[int, Any]:
        return 200, self._response(token, id_).payload

    async def _edit_response(self, body: Json, token: str, id_: str) -> tuple[int, Any]:
        sent = self._response(token, id_)
        await self._store.edit(sent, body)
        return 200, sent.payload

    async def _delete_response(self, _: Any, token: str, id_: str) -> tuple[int, Any]:
        await self._store.delete(self._response(token, id_))
        return NO_CONTENT

    def _response(self, token: str, id_: str) -> Any:
        doing = self._store.interaction(token)
        mine = [sent for sent in (doing.original, *doing.followups) if sent is not None and not sent.deleted]
        found = [sent for sent in mine if id_ == str(sent.id) or (id_ == "@original" and sent is doing.original)]
        if not found:
            raise Refused(404, 10008, "Unknown Message")
        return found[0]

    async def _open_dm(self, body: Json) -> tuple[int, Any]:
        id_ = int(body["recipient_id"])
        return 200, payloads.channel(self._store.dm_with(self._person(id_)))

    async def _get_user(self, _: Any, id_: str) -> tuple[int, Any]:
        return 200, payloads.user(self._person(int(id_)))

    def _person(self, id_: int) -> Person:
        acted = [doing.person for doing in self._store.interactions.values()]
        wrote = [Person(int(by["id"]), by["username"]) for by in (said["author"] for said in self._store.said.values())]
        for person in (*payloads.PEOPLE, *acted, *wrote):
            if person.id == id_:
                return person
        raise Refused(404, 10013, "Unknown User")

    async def _get_channel(self, _: Any, id_: str) -> tuple[int, Any]:
        return 200, payloads.channel(self._store.channel(id_))

    async def _typing(self, _: Any, id_: str) -> tuple[int, Any]:
        self._store.channel(id_)
        return NO_CONTENT

    async def _post_message(self, body: Json, id_: str) -> tuple[int, Any]:
        return 200, (await self._store.post(self._store.channel(id_), body)).payload

    async def _history(self, _: Any, id_: str) -> tuple[int, Any]:
        place = self._store.channel(id_)
        ids = sorted({*self._store.sent, *self._store.said}, reverse=True)
        messages = [message for message in map(self._store.any_message, ids) if message]
        return 200, [message for message in messages if message["channel_id"] == str(place.id)][:50]

    async def _get_message(self, _: Any, channel: str, id_: str) -> tuple[int, Any]:
        place, found = self._store.channel(channel), self._store.any_message(int(id_))
        if found is None or found["channel_id"] != str(place.id):
            raise Refused(404, 10008, "Unknown Message")
        return 200, found

    async def _edit_message(self, body: Json, channel: str, id_: str) -> tuple[int, Any]:
        sent = self._store.message(id_, where=self._store.channel(channel))
        await self._store.edit(sent, body)
        return 200, sent.payload

    async def _delete_message(self, _: Any, channel: str, id_: str) -> tuple[int, Any]:
        await self._store.delete(self._store.message(id_, where=self._store.channel(channel)))
        return NO_CONTENT


async def _body(request: web.Request) -> Any:
    if request.content_type == "multipart/form-data":
        form = await request.post()
        return json.loads(str(form["payload_json"]))
    raw = await request.read()
    return json.loads(raw) if raw else None


def _answer(call: Call, status: int, body: Any, headers: dict[str, str] | None = None) -> web.Response:
    """
    A body with the content type `application/json` and nothing after it.

    discord.py compares the whole header, so the charset that aiohttp's own helper adds would turn every answer
    into a string.
    """
    call.status = status
    if body is None:
        return web.Response(status=status, headers=ROOM)
    headers = {"Content-Type": "application/json", **(ROOM if headers is None else headers)}
    return web.Response(status=status, body=json.dumps(body).encode(), headers=headers)
