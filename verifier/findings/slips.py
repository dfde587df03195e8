"""Two long numbers that differ by a slip of the hand, not by what two sources know."""

from __future__ import annotations

import re

_LONG = re.compile(r"\d[\d,]*(?:\.\d+)?")
_DIGITS = 4
"""So many digits that two numbers alike but for a slip are one number."""


def slipped(one: str, other: str) -> bool:
    """Whether two printed numbers are alike but for two neighbouring digits, each in the other's place.

    Of numbers with less than four digits, and of those that end in noughts there, two may well be alike.
    """
    first, second = (_LONG.search(quote) for quote in (one, other))
    if first is None or second is None:
        return False
    a, b = first[0].replace(",", ""), second[0].replace(",", "")
    if len(a) != len(b) or min(len(re.sub(r"\D", "", n).rstrip("0")) for n in (a, b)) < _DIGITS:
        return False
    wrong = [at for at, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(wrong) != 2 or wrong[1] != wrong[0] + 1:  # noqa: PLR2004
        return False
    return a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]
