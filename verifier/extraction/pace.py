"""Keeping to a rate: so many requests, so many tokens a minute, over all drafts of a checker."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_MINUTE = 60.0
# How much may be sent at once after a pause: a tenth of a minute's worth, so that no minute sees much more
# than its share.
_BURST = 0.1


class Rate:
    """A limit of so many units a minute (a leaky bucket, as in ITU-T I.371's virtual scheduling).

    It is bound to no event loop, so that checks which run one after the other, or in several threads,
    share it.

    Args:
        per_minute: the limit; greater than 0.
        clock: seconds; for tests.
    """

    def __init__(self, per_minute: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._interval = _MINUTE / per_minute
        self._slack = _MINUTE * _BURST
        self._clock = clock
        self._lock = threading.Lock()
        self._due = clock()

    def reserve(self, units: float) -> float:
        """Take so many units; returns the seconds to wait before they may be used."""
        with self._lock:
            now = self._clock()
            due = max(self._due, now)
            self._due = due + units * self._interval
            return max(0.0, due - now - self._slack)


class Pace:
    """The limits of a service, on requests and on tokens.

    Args:
        requests: a minute; None for no limit.
        tokens: a minute; None for no limit.
        clock: seconds; for tests.
    """

    def __init__(
        self, requests: float | None, tokens: float | None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._requests = None if requests is None else Rate(requests, clock)
        self._tokens = None if tokens is None else Rate(tokens, clock)

    def reserve(self, tokens: int) -> float:
        """Take a call of so many tokens; returns the seconds to wait before it may be made."""
        waits = [rate.reserve(n) for rate, n in ((self._requests, 1), (self._tokens, tokens)) if rate]
        return max(waits, default=0.0)
