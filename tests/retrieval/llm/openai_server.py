"""
A server on loopback that speaks the OpenAI wire protocol, and fails in every way that a test asks for.

Source of the formats: OpenAI's reference of `POST /v1/chat/completions`, with and without `"stream": true`.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PIECE = 12
"""Characters of an event of a stream."""


@dataclass(frozen=True, slots=True)
class Says:
    """
    An answer. `cut_after` characters the connection is closed, or with `silent_s` nothing more comes for so long.

    `usage` is what is told of tokens, None for a server that tells nothing; `finish` why it ended. `pause_s` goes by
    between two pieces, of a whole answer too.
    """

    text: str
    usage: tuple[int, int] | None = (100, 20)
    cut_after: int | None = None
    silent_s: float = 0.0
    finish: str = "stop"
    refusal: str | None = None
    pause_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Status:
    """An HTTP error."""

    code: int
    headers: Mapping[str, str] = field(default_factory=dict)
    error: Mapping[str, Any] = field(default_factory=lambda: {"message": "no", "type": "error", "code": None})
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing at all for so long."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Raw:
    """A body as it is, of a response that is otherwise well."""

    body: bytes
    content_type: str = "application/json"


@dataclass(frozen=True, slots=True)
class Cut:
    """The connection is closed before a byte of an answer."""


Behaviour = Says | Status | Silence | Raw | Cut
Script = Callable[[dict[str, Any]], Behaviour]
"""What to do about a request, given its JSON."""


class OpenAiServer:
    """
    `requests` are the bodies that came, with their `headers` and `times` (seconds of `time.monotonic`); `behave` says
    what is done about the next ones.
    """

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.headers: list[Mapping[str, str]] = []
        self.times: list[float] = []
        self.gone = threading.Event()
        """Set when a client closed its connection while an answer was being written."""
        self.done = threading.Event()
        self.behave: Script = lambda request: Says("{}")
        self._under_way = 0
        self._changed = threading.Condition()
        self._http = _Http(("127.0.0.1", 0), _handler(self))

    def plays(self, *behaviours: Behaviour) -> None:
        """One after the other; the last one again and again."""
        left = list(behaviours)
        self.behave = lambda request: left.pop(0) if len(left) > 1 else left[0]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    def forget(self) -> None:
        """What is under way ends, and nothing has been asked yet."""
        self.done.set()
        with self._changed:
            if not self._changed.wait_for(lambda: self._under_way == 0, timeout=5):
                raise AssertionError("a request has not ended")
        for kept in (self.requests, self.headers, self.times):
            kept.clear()
        self.behave = lambda request: Says("{}")
        self.gone.clear()
        self.done.clear()

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Around a request and its answer."""
        with self._changed:
            self._under_way += 1
        try:
            yield
        finally:
            with self._changed:
                self._under_way -= 1
                self._changed.notify_all()

    @contextmanager
    def running(self) -> Iterator[OpenAiServer]:
        thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.done.set()
            self._http.shutdown()
            self._http.server_close()
            thread.join()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


def _handler(server: OpenAiServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing."""

        def do_POST(self) -> None:
            with server.answering():
                self._answer()

        def _answer(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.times.append(time.monotonic())
            server.headers.append(dict(self.headers))
            server.requests.append(body)
            self.close_connection = True
            try:
                self._play(server.behave(body), body)
            except (BrokenPipeError, ConnectionResetError):
                server.gone.set()

        def _play(self, behaviour: Behaviour, request: dict[str, Any]) -> None:
            match behaviour:
                case Status():
                    body = behaviour.body
                    body = json.dumps({"error": behaviour.error}).encode() if body is None else body
                    self._whole(behaviour.code, body, behaviour.headers)
                case Silence():
                    self._wait(behaviour.seconds)
                case Cut():
                    pass
                case Raw():
                    self._whole(200, behaviour.body, {"Content-Type": behaviour.content_type})
                case Says() if request.get("stream"):
                    self._streamed(behaviour, request)
                case Says():
                    self._completed(behaviour)

        def _whole(self, code: int, body: bytes, headers: Mapping[str, str], pause_s: float = 0.0) -> None:
            self.send_response(code)
            self.send_header("Connection", "close")
            for name, value in {"Content-Type": "application/json", **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if not pause_s:
                self.wfile.write(body)
                return
            for start in range(0, len(body), PIECE):
                self.wfile.write(body[start : start + PIECE])
                self._wait(pause_s)

        def _completed(self, says: Says) -> None:
            text = says.text
            message = {"role": "assistant", "content": None if says.refusal else text, "refusal": says.refusal}
            completion: dict[str, Any] = {
                "id": "c1",
                "object": "chat.completion",
                "created": 1,
                "model": "test",
                "choices": [{"index": 0, "message": message, "finish_reason": says.finish}],
            }
            if says.usage:
                completion["usage"] = _usage(says.usage)
            body = json.dumps(completion).encode()
            if says.cut_after is not None:
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body[: len(body) // 2])
                self._wait(says.silent_s)
                return
            self._whole(200, body, {}, says.pause_s)

        def _streamed(self, says: Says, request: dict[str, Any]) -> None:
            self.send_response(200)
            self.send_header("Connection", "close")
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self._event({"role": "assistant", "content": ""})
            if says.refusal:
                self._event({"refusal": says.refusal})
            text = says.text if says.cut_after is None else says.text[: says.cut_after]
            for start in range(0, 0 if says.refusal else len(text), PIECE):
                if server.done.is_set():
                    return
                self._event({"content": text[start : start + PIECE]})
                self._wait(says.pause_s)
            if says.cut_after is not None:
                if says.silent_s:
                    self._wait(says.silent_s)
                self.wfile.flush()
                return  # without the chunk that ends the body: the connection is cut
            self._event({}, finish=says.finish)
            if says.usage and (request.get("stream_options") or {}).get("include_usage"):
                self._event(None, usage=says.usage)
            self._chunk(b"data: [DONE]\n\n")
            self.wfile.write(b"0\r\n\r\n")

        def _event(
            self,
            delta: dict[str, Any] | None,
            finish: str | None = None,
            usage: tuple[int, int] | None = None,
        ) -> None:
            choices = [] if delta is None else [{"index": 0, "delta": delta, "finish_reason": finish}]
            event = {
                "id": "c1",
                "object": "chat.completion.chunk",
                "created": 1,
                "model": "test",
                "choices": choices,
                "usage": _usage(usage) if usage else None,
            }
            self._chunk(f"data: {json.dumps(event)}\n\n".encode())

        def _chunk(self, data: bytes) -> None:
            self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
            self.wfile.flush()

        def _wait(self, seconds: float) -> None:
            """Until the time is over, the client has gone, or the test has ended."""
            until = time.monotonic() + seconds
            self.connection.settimeout(0.02)
            while time.monotonic() < until and not server.done.is_set():
                with suppress(TimeoutError):
                    if self.connection.recv(1) == b"":
                        raise ConnectionResetError
            self.connection.settimeout(None)

    return Handler


def _usage(usage: tuple[int, int]) -> dict[str, int]:
    return {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
