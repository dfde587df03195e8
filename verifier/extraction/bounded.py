"""The HTTP client: a bound on each call, certificates read once, no redirects."""

from __future__ import annotations

import asyncio
import ssl
from functools import cache
from typing import Any

import httpx2

# A service that does not even take the connection will not be waited for as long as for an answer.
_CONNECT_SECONDS = 10.0
# As many as openai's own client has.
_LIMITS = httpx2.Limits(max_connections=1000, max_keepalive_connections=100)


@cache
def _tls() -> ssl.SSLContext:
    """The certificates to trust; reading them takes longer than all else that a client needs."""
    return httpx2.create_ssl_context()


class BoundedClient(httpx2.AsyncClient):
    """Bounds a call as a whole, and does not go where it is sent instead.

    The library's limit is per read: an answer that trickles in would never end by it. And a draft is for
    the address that was configured, and no other.

    Args:
        seconds: for a whole call.
    """

    def __init__(self, seconds: float) -> None:
        timeout = httpx2.Timeout(seconds, connect=min(0.8 * seconds, _CONNECT_SECONDS))
        super().__init__(verify=_tls(), limits=_LIMITS, timeout=timeout, follow_redirects=False)
        self._seconds = seconds

    async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:  # noqa: ANN401 - the library's
        """As the library's.

        Raises:
            ReadTimeout: there is no whole answer after so many seconds.
        """
        try:
            async with asyncio.timeout(self._seconds):
                return await super().send(request, **options)
        except TimeoutError:
            raise httpx2.ReadTimeout("no whole answer in time", request=request) from None


def untrusted(error: BaseException | None) -> bool:
    """Whether a certificate is at the root of it; no waiting mends that."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
