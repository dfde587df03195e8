"""Keeping what is said to a model, and what it answers, out of logs."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_asking: ContextVar[bool] = ContextVar("_asking", default=False)


class _Quiet(logging.Filter):
    """Keeps the vendors' log lines about our calls to themselves: they quote prompts and answers."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Drop what is logged while a question is being asked."""
        del record
        return not _asking.get()


_LOUD = (
    "httpcore2.connection",
    "httpcore2.http11",
    "httpcore2.http2",
    "httpcore2.proxy",
    "httpcore2.socks",
    "httpx2",
    "instructor",
    "instructor.auto_client",
    "instructor.v2",
    "instructor.v2.retry",
    "openai",
    "openai._base_client",
)


@cache
def _quieten() -> None:
    """Put the filter on the vendors' loggers, once; it acts during our own calls only."""
    for name in _LOUD:
        logging.getLogger(name).addFilter(_Quiet())


@contextmanager
def in_private() -> Iterator[None]:
    """Drop what the vendors log meanwhile."""
    _quieten()
    token = _asking.set(True)
    try:
        yield
    finally:
        _asking.reset(token)
