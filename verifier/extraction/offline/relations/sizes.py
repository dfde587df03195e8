"""Whether two values can be one fact with a slip in it: of like size, or one digit or one scale apart."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from verifier.relations.arithmetic import middle

if TYPE_CHECKING:
    from verifier.figures.model import Figure

_DIGITS = re.compile(r"[\d,]+(?:\.\d+)?")
_SIZE = 2
"""One is less than so many times the other: what differs more is a part, or something else."""
_SCALES = frozenset(map(Fraction, (10, 100, 1000, 1_000_000)))
_FEWEST = 3


def may_be_a_slip(one: Figure, other: Figure) -> bool:
    """Whether two figures of one unit are of like size, one digit apart, or one scale."""
    low, high = sorted((Fraction(middle(one.written) or 0), Fraction(middle(other.written) or 0)))
    if not low or high < low * _SIZE:
        return low > 0
    return high / low in _SCALES or _one_digit(one.span.quote, other.span.quote)


def _one_digit(one: str, other: str) -> bool:
    """Whether two printed numbers of three digits or more have all digits but one in common."""
    found = [match[0].replace(",", "") if (match := _DIGITS.search(text)) else "" for text in (one, other)]
    if len(found[0]) != len(found[1]) or len(found[0].replace(".", "")) < _FEWEST:
        return False
    return sum(a != b for a, b in zip(found[0], found[1], strict=True)) == 1
