"""A scripted model on loopback: an OpenAI-compatible endpoint whose answers a test writes down.

What it says is made up by the test; nothing here was answered by a model.
"""

from __future__ import annotations

import json
import re
import socket
import struct
import threading
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    import ssl
    from types import TracebackType


@dataclass(frozen=True)
class Status:
    """An HTTP error, with a body (bytes: a web page) and headers."""

    code: int
    body: dict[str, Any] | bytes = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Arguments:
    """A tool call with exactly this text as its arguments, and a finish reason."""

    text: str
    finish: str = "stop"


@dataclass(frozen=True)
class Prose:
    """An answer in the message's content, without a tool call."""

    text: str
    finish: str = "stop"


@dataclass(frozen=True)
class Refusal:
    """The provider's own form of a refusal."""

    text: str


@dataclass(frozen=True)
class Raw:
    """These bytes as the body of a 200; shorter than announced if `announced` says so."""

    body: bytes
    announced: int | None = None
    kind: str = "application/json"


@dataclass(frozen=True)
class Reset:
    """The connection is reset after these bytes."""

    body: bytes


@dataclass(frozen=True)
class Trickle:
    """A whole answer, one byte at a time with so many seconds between them."""

    seconds: float
    answer: Any


@dataclass(frozen=True)
class Late:
    """An answer after so many seconds."""

    seconds: float
    answer: Any


class _Server(ThreadingHTTPServer):
    # With the usual 5, the system drops some of many connections at once, and they come again a second later.
    request_queue_size = 256
    daemon_threads = True


class Stub:
    """Answers by the name of the tool that is asked for, one after the other; the last one repeats.

    An answer that is a function is given the request, and what it returns is answered.
    `together` holds every answer back until so many requests are in flight at once.
    """

    def __init__(self, together: int = 1, tls: ssl.SSLContext | None = None, **answers: Any) -> None:
        self.requests: list[dict[str, Any]] = []
        self.late = False
        self._answers: defaultdict[str, deque[Any]] = defaultdict(deque)
        for tool, answer in answers.items():
            self._answers[tool].extend(answer if isinstance(answer, list) else [answer])
        self._barrier = threading.Barrier(together)
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self._scheme = "http" if tls is None else "https"
        if tls is not None:
            # The handshake is made where a request is read: one that fails is no matter of the others.
            self._server.socket = tls.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
            self._server.handle_error = lambda *_: None  # type: ignore[method-assign]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    @property
    def url(self) -> str:
        return f"{self._scheme}://127.0.0.1:{self._server.server_port}/v1"

    def asked(self, tool: str) -> list[dict[str, Any]]:
        return [body for body in self.requests if asked_for(body) == tool]

    def take(self, body: dict[str, Any]) -> Any:
        with self._lock:
            self.requests.append(body)
            queue = self._answers[asked_for(body)]
            answer = queue.popleft() if len(queue) > 1 else queue[0] if queue else {"claims": []}
        try:
            self._barrier.wait(timeout=5)
        except threading.BrokenBarrierError:
            self.late = True
        return answer

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


_LINE = re.compile(r"^\[(S\d+)\] (.*)$", re.MULTILINE)


def obedient(body: dict[str, Any]) -> dict[str, Any]:
    """A claim for each sentence with figures, as a model gives it that does as it is told."""
    rows = [
        (match[1], re.findall(r"⟦(F\d+)", match[2]))
        for match in _LINE.finditer(str(body["messages"][1]["content"]))
    ]
    said = [
        (sentence, figures, " and ".join(f"[{each}]" for each in figures))
        for sentence, figures in rows
        if figures
    ]
    return {
        "claims": [
            {
                "sentence": sentence,
                "figures": figures,
                "statement": f"The draft says {words}",
                "label": words,
                "manner": "own_voice",
            }
            for sentence, figures, words in said
        ]
    }


_TITLE = re.compile(r'"title": "(\w+)"')


def asked_for(body: dict[str, Any]) -> str:
    """What is asked for: by name of the tool, of the schema, or of the schema that the prompt prints."""
    if tools := body.get("tools"):
        return str(tools[0]["function"]["name"])
    if schema := (body.get("response_format") or {}).get("json_schema"):
        return str(schema["name"])
    match = _TITLE.search(str(body["messages"][0]["content"]))
    return match[1] if match else ""


def _handler(stub: Stub) -> type[BaseHTTPRequestHandler]:  # noqa: C901 - one branch a kind of answer
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            answer = stub.take(body)
            self.reply(answer(body) if callable(answer) else answer, body)

        def reply(self, answer: Any, body: dict[str, Any]) -> None:
            if isinstance(answer, Late):
                time.sleep(answer.seconds)
                self.reply(answer.answer, body)
            elif isinstance(answer, Status):
                page = isinstance(answer.body, bytes)
                said = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
                self.say(answer.code, said, answer.headers, kind="text/html" if page else "application/json")
            elif isinstance(answer, Raw):
                self.say(200, answer.body, {}, answer.announced, answer.kind)
            elif isinstance(answer, Reset):
                self.say(200, answer.body, {}, len(answer.body) + 1000)
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()
            elif isinstance(answer, Trickle):
                self.trickle(json.dumps(_completion(answer.answer, body)).encode(), answer.seconds)
            else:
                self.say(200, json.dumps(_completion(answer, body)).encode(), {})

        def trickle(self, body: bytes, seconds: float) -> None:
            try:
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                for byte in body:
                    self.wfile.write(bytes([byte]))
                    time.sleep(seconds)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def say(
            self,
            code: int,
            body: bytes,
            headers: dict[str, str],
            announced: int | None = None,
            kind: str = "application/json",
        ) -> None:
            try:
                self.send_response(code)
                self.send_header("content-type", kind)
                self.send_header("content-length", str(announced or len(body)))
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
            except (BrokenPipeError, ConnectionResetError):
                pass  # the client had given up, as the test wanted
            self.close_connection = announced is not None

    return Handler


def _completion(answer: Any, body: dict[str, Any]) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": None, "refusal": None}
    finish = "stop"
    if isinstance(answer, Prose):
        message["content"], finish = answer.text, answer.finish
    elif isinstance(answer, Refusal):
        message["refusal"] = answer.text
    else:
        arguments = answer if isinstance(answer, Arguments) else Arguments(json.dumps(answer))
        finish = arguments.finish
        if "tools" in body:
            call = {"name": asked_for(body), "arguments": arguments.text}
            message["tool_calls"] = [{"id": "call_1", "type": "function", "function": call}]
        else:
            message["content"] = arguments.text
    return {
        "id": "chatcmpl-scripted",
        "object": "chat.completion",
        "created": 0,
        "model": "scripted",
        "choices": [{"index": 0, "message": message, "finish_reason": finish, "logprobs": None}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110},
    }
