"""What holds for every test: no network, and cassettes that are asked for by name."""

from __future__ import annotations

import socket
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
import recording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# How long an example takes says more about the machine than about the code.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class NetworkBlockedError(RuntimeError):
    """A test tried to reach the network."""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Let sockets reach this machine only, unless a cassette is being recorded."""
    if recording.asked_for() and "replayed" in request.fixturenames:
        return
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded(sock: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in _LOOPBACK:
            raise NetworkBlockedError(f"a test reached for {address[0]}")
        connect(sock, address)

    def looked_up(host: Any, *args: Any, **options: Any) -> Any:
        if host is not None and host not in (*_LOOPBACK, *(name.encode() for name in _LOOPBACK)):
            raise NetworkBlockedError(f"a test looked up {host}")
        return look_up(host, *args, **options)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket, "getaddrinfo", looked_up)


@pytest.fixture(autouse=True)
def _no_key(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Without a cassette there is no key, whatever the developer's environment holds; and no other model."""
    monkeypatch.delenv("VERIFIER_MODEL", raising=False)
    if "replayed" not in request.fixturenames:
        monkeypatch.delenv("OPENAI_API_KEY", raising=False)
        monkeypatch.delenv("OPENAI_BASE_URL", raising=False)


@pytest.fixture(autouse=True)
def _empty_cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test finds what a model has answered before, in another test or to the developer."""
    monkeypatch.setenv("VERIFIER_CACHE_DIR", str(tmp_path_factory.mktemp("cache", numbered=True)))
    for variable in ("VERIFIER_PRICE", "VERIFIER_KEYRING"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def replayed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """``replayed("example")`` runs the rest of the test against cassettes/example.yaml.

    When the test ends, every exchange of the cassette must have been played, exactly once, and no
    other asked for.
    """
    with ExitStack() as stack:

        def use(name: str) -> None:
            stack.enter_context(recording.replayed(name, monkeypatch))

        yield use
