"""Discord's gateway, v10: sessions that outlive their sockets, so that a client can resume them."""

from __future__ import annotations

import contextlib
import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Protocol

from aiohttp import WSMsgType, web

from tests.wire import payloads
from tests.wire.world import APPLICATION_ID, BOT, GUILD_ID, Channel, Json

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, REQUEST_MEMBERS, INVALID_SESSION, HELLO, ACK = (
    0,
    1,
    2,
    6,
    7,
    8,
    9,
    10,
    11,
)
BAD_TOKEN, NOT_ALLOWED = 4004, 4014
GUILDS, GUILD_MEMBERS, PRESENCES, GUILD_MESSAGES, DIRECT_MESSAGES, MESSAGE_CONTENT = (
    1 << bit for bit in (0, 1, 8, 9, 12, 15)
)
PRIVILEGED = GUILD_MEMBERS | PRESENCES | MESSAGE_CONTENT


class Encoder(Protocol):
    def __call__(self, text: str) -> str | bytes: ...


def encoder(compress: str | None) -> Encoder:
    """
    What turns a payload into a frame; one per connection, as the compressed stream runs through all its frames.

    discord.py asks for `zstd-stream` where the package `zstandard` is installed, else for `zlib-stream`.
    """
    if compress == "zlib-stream":
        deflate = zlib.compressobj()
        return lambda text: deflate.compress(text.encode()) + deflate.flush(zlib.Z_SYNC_FLUSH)
    if compress == "zstd-stream":
        import zstandard

        stream = zstandard.ZstdCompressor().compressobj()
        return lambda text: stream.compress(text.encode()) + stream.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
    return lambda text: text


class Connection:
    """One socket, from its HELLO to its end."""

    def __init__(self, request: web.Request, socket: web.WebSocketResponse) -> None:
        self.path = request.path
        self.compress = request.query.get("compress")
        self.socket = socket
        self._encode = encoder(self.compress)
        self._transport = request.transport

    async def send(self, op: int, data: Any = None, *, seq: int | None = None, name: str | None = None) -> None:
        frame = self._encode(json.dumps({"op": op, "d": data, "s": seq, "t": name}))
        with contextlib.suppress(ConnectionResetError):  # gone without a word: the session keeps the event
            await (self.socket.send_str(frame) if isinstance(frame, str) else self.socket.send_bytes(frame))

    def cut(self) -> None:
        """As when a cable is pulled: no close frame."""
        if self._transport is not None:
            self._transport.abort()

    def ignore(self) -> None:
        """As when the other side hangs: nothing that comes is read any more, a goodbye neither."""
        if self._transport is not None:
            self._transport.pause_reading()  # type: ignore[attr-defined]


@dataclass
class Session:
    id: str
    intents: int
    events: list[tuple[str, Json]] = field(default_factory=list)
    """All dispatched events; the sequence number is the place in the list, from 1."""
    connection: Connection | None = None
    """None while the client is away; events wait then."""


class Gateway:
    """
    `sessions` in the order in which they were made; `identifies`, `resumes` and `heartbeats` count what came.

    `changed` is called after each thing that a test may be waiting for.
    """

    def __init__(self, token: str, *, forbidden_intents: int, heartbeat_s: float, changed: Callable[[], None]) -> None:
        self.sessions: list[Session] = []
        self.connections: list[Connection] = []
        self.identifies = self.resumes = self.heartbeats = 0
        self.resume_url = ""
        self.token = token
        self._forbidden = forbidden_intents
        self._heartbeat_s = heartbeat_s
        self._changed = changed
        self._names = count(1)

    @property
    def session(self) -> Session:
        """The session that is in force, its socket there or not."""
        assert self.sessions, "no client has identified"
        return self.sessions[-1]

    @property
    def connected(self) -> bool:
        return bool(self.sessions) and self.session.connection is not None

    async def dispatch(self, name: str, data: Json) -> None:
        """Send an event, or keep it for a client that resumes."""
        session = self.session
        session.events.append((name, data))
        if session.connection is not None:
            await session.connection.send(DISPATCH, data, seq=len(session.events), name=name)

    async def message(self, name: str, stored: Json, where: Channel) -> None:
        """MESSAGE_CREATE or MESSAGE_UPDATE, to whom the intents of the session allow it and with what they allow."""
        wanted = GUILD_MESSAGES if where.guild_id else DIRECT_MESSAGES
        if not self.sessions or not self.session.intents & wanted or not payloads.bot_is_in(where):
            return
        event = payloads.event(stored, where)
        seen = event if self.session.intents & MESSAGE_CONTENT else payloads.without_content(event, where)
        await self.dispatch(name, seen)

    def drop(self) -> None:
        """Lose the socket without a close frame. What is dispatched from here on waits for the resume."""
        assert self.session.connection is not None, "nobody is connected"
        self.session.connection.cut()
        self.session.connection = None

    def fall_silent(self) -> None:
        assert self.session.connection is not None, "nobody is connected"
        self.session.connection.ignore()

    async def ask_to_reconnect(self) -> None:
        """Op 7; the client closes and resumes."""
        assert self.session.connection is not None, "nobody is connected"
        connection, self.session.connection = self.session.connection, None
        await connection.send(RECONNECT)

    async def invalidate(self, *, resumable: bool) -> None:
        """Op 9. When it is not resumable, the session is over, with all that was not delivered."""
        assert self.session.connection is not None, "nobody is connected"
        connection, self.session.connection = self.session.connection, None
        if not resumable:
            self.sessions.pop()
        await connection.send(INVALID_SESSION, resumable)

    async def close(self) -> None:
        for connection in self.connections:
            connection.cut()

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(compress=False)
        await socket.prepare(request)
        connection = Connection(request, socket)
        self.connections.append(connection)
        await connection.send(HELLO, {"heartbeat_interval": int(self._heartbeat_s * 1000)})
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                received = json.loads(frame.data)
                await self._receive(connection, received["op"], received.get("d"))
        self._gone(connection)
        return socket

    async def _receive(self, connection: Connection, op: int, data: Any) -> None:
        if op == HEARTBEAT:
            self.heartbeats += 1
            await connection.send(ACK)
        elif op == IDENTIFY:
            await self._identify(connection, data)
        elif op == RESUME:
            await self._resume(connection, data)
        elif op == REQUEST_MEMBERS:
            found = {"guild_id": data["guild_id"], "members": [], "chunk_index": 0, "chunk_count": 1}
            await self.dispatch("GUILD_MEMBERS_CHUNK", {**found, "nonce": data.get("nonce")})
        self._changed()

    async def _identify(self, connection: Connection, data: Json) -> None:
        self.identifies += 1
        if data["token"] != self.token:
            await connection.socket.close(code=BAD_TOKEN, message=b"Authentication failed.")
            return
        if data["intents"] & self._forbidden:
            await connection.socket.close(code=NOT_ALLOWED, message=b"Disallowed intent(s).")
            return
        session = Session(f"session{next(self._names)}", data["intents"], connection=connection)
        self.sessions.append(session)
        ready = {
            "v": 10,
            "user": payloads.user(BOT),
            "guilds": [{"id": str(GUILD_ID), "unavailable": True}],
            "session_id": session.id,
            "resume_gateway_url": self.resume_url,
            "application": {"id": str(APPLICATION_ID), "flags": 0},
            **({"shard": data["shard"]} if "shard" in data else {}),
        }
        await self.dispatch("READY", ready)
        if session.intents & GUILDS:
            await self.dispatch("GUILD_CREATE", payloads.guild())

    async def _resume(self, connection: Connection, data: Json) -> None:
        self.resumes += 1
        if data["token"] != self.token:
            await connection.socket.close(code=BAD_TOKEN, message=b"Authentication failed.")
            return
        session = next((s for s in self.sessions if s.id == data["session_id"]), None)
        if session is None:
            await connection.send(INVALID_SESSION, False)
            return
        session.connection = None
        replayed = data["seq"]
        while replayed < len(session.events):  # it may grow meanwhile
            name, event = session.events[replayed]
            replayed += 1
            await connection.send(DISPATCH, event, seq=replayed, name=name)
        session.connection = connection
        await self.dispatch("RESUMED", {})

    def _gone(self, connection: Connection) -> None:
        for session in [s for s in self.sessions if s.connection is connection]:
            session.connection = None
            if connection.socket.close_code in (1000, 1001):  # the client meant it; nobody resumes that
                self.sessions.remove(session)
        self._changed()
