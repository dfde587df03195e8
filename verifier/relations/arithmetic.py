"""The arithmetic that findings show: intervals added, divided, and printed as an editor writes them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from verifier.figures.model import Exact, Interval

if TYPE_CHECKING:
    from collections.abc import Iterable

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def add(intervals: Iterable[Interval]) -> Interval:
    """The values that a sum of figures may take."""
    low: Exact | None = 0
    high: Exact | None = 0
    for interval in intervals:
        low = None if low is None or interval.low is None else low + interval.low
        high = None if high is None or interval.high is None else high + interval.high
    return Interval(low, high)


def middle(interval: Interval) -> Exact | None:
    """The one value that best stands for the interval: its centre, or its only end."""
    if interval.low is None:
        return interval.high
    if interval.high is None:
        return interval.low
    if interval.low == interval.high:
        return interval.low
    return Fraction(interval.low + interval.high) / 2


def quotient(over: Interval, under: Interval) -> Fraction | None:
    """What the middle of the one comes to over the middle of the other; None where that says nothing."""
    above, below = middle(over), middle(under)
    return None if above is None or not below else Fraction(above) / Fraction(below)


def decimal(value: Exact, digits: int = 4) -> str:
    """A number for people: at most `digits` significant digits after the thousands are grouped.

    >>> decimal(1234567), decimal(Fraction(2, 3)), decimal(37_500_000_000)
    ('1,234,567', '0.6667', '37.5 billion')
    """
    fraction = Fraction(value)
    for size, word in _SCALES:
        if abs(fraction) >= size and fraction % (size // 1000) == 0:
            return f"{_plain(fraction / size, digits)} {word}"
    return _plain(fraction, digits)


def _plain(value: Fraction, digits: int) -> str:
    if value.denominator == 1:
        return f"{value.numerator:,}"
    whole = len(str(abs(int(value)))) if abs(value) >= 1 else 0
    places = max(digits - whole, 1)
    scaled = abs(round(value * 10**places))
    whole_part, rest = divmod(scaled, 10**places)
    decimals = f"{rest:0{places}d}".rstrip("0")
    sign = "-" if value < 0 and scaled else ""
    return f"{sign}{whole_part:,}" + (f".{decimals}" if decimals else "")


def percent(value: Exact) -> str:
    """A share of one as a percentage, to one decimal place: ``80.9%``."""
    rounded = round(Fraction(value) * 100, 1)
    return f"{decimal(rounded)}%"
