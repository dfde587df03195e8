"""Patterns that are compiled when they are first used.

Most of the time that a short draft would wait for goes into patterns of which it needs few. What is used at
once, or in every draft, is compiled by `re.compile` as usual.
"""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Late:
    """Stands for a pattern, and takes over its methods on first use, so that no later one is slower."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._asked = (pattern, flags)

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(*self._asked)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        value: object = getattr(compiled, name)
        return value


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` returns, but compiled on first use; a mistake in it is raised then.

    Args:
        pattern: a regular expression.
        flags: of `re`.
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
