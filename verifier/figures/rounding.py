"""Printed digits and hedges → the values that a figure allows, in both readings. One table.

*As written* takes the draft at its word: 2% is 1.5 to 2.5, 472 drones are 472. *Generous* grants all
the looseness that careful news copy allows itself; what contradicts even that is an error that an
editor would own up to. Every width and its reason stand in this file and nowhere else.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from verifier.figures.model import UNBOUNDED, Exact, Hedge, Interval

Readings = tuple[Interval, Interval]
"""The interval as written, and the generous one."""

NONE: Readings = (UNBOUNDED, UNBOUNDED)


class Width(NamedTuple):
    """How far a stated value may lie from the truth, as a share of it, downwards and upwards.

    ``None`` is no bound on that side; `floor` is whether the lower bound is 0 instead.
    """

    down: Fraction | None
    up: Fraction | None
    reason: str


_ZERO = Fraction(0)
_TENTH = Fraction(1, 10)
_TWENTIETH = Fraction(1, 20)
_FORTIETH = Fraction(1, 40)
_TWELFTH = Fraction(1, 12)
_QUARTER = Fraction(1, 4)
_FIFTH = Fraction(1, 5)

# hedge: (as written, generous). Widths come on top of the rounding of the printed digits.
HEDGES: dict[Hedge, tuple[Width, Width]] = {
    Hedge.ABOUT: (
        Width(_TENTH, _TENTH, "'about 500' is used for 450 to 550"),
        Width(_QUARTER, _QUARTER, "nobody objects to 'about 500' for 400; most do for 370"),
    ),
    Hedge.NEARLY: (
        Width(_TENTH, _ZERO, "'nearly 500' is a little below 500 and never above"),
        Width(_FIFTH, _ZERO, "'nearly 500' for 400 is a stretch, yet is printed"),
    ),
    Hedge.OVER: (
        Width(_ZERO, _TENTH, "'just over 500' is 500 and a little"),
        Width(_ZERO, _QUARTER, "the little is up to a quarter in loose copy"),
    ),
    Hedge.AT_LEAST: (
        Width(_ZERO, None, "'at least 500' sets no upper bound"),
        Width(_ZERO, None, "the number itself may still be rounded"),
    ),
    Hedge.MORE_THAN: (
        Width(_ZERO, None, "'more than 500' sets no upper bound; 500.2 printed as 500 is allowed for"),
        Width(_ZERO, None, "'over 500' is printed for exactly 500, too"),
    ),
    Hedge.AT_MOST: (
        Width(None, _ZERO, "'up to 500' may be anything down to nothing"),
        Width(None, _ZERO, "the number itself may still be rounded"),
    ),
    Hedge.LESS_THAN: (
        Width(None, _ZERO, "'fewer than 500' may be anything down to nothing"),
        Width(None, _ZERO, "'under 500' is printed for exactly 500, too"),
    ),
}

# The same for numbers that are not round: whoever writes "about 61.4m" has not rounded it by millions. As
# written they lie around the number itself, or its rounding where that is wider.
_TO_TWO_DIGITS: dict[Hedge, tuple[Width, Width]] = {
    Hedge.ABOUT: (
        Width(_TWENTIETH, _TWENTIETH, "'about 64' is nearer to it than 'about 60' is to 60"),
        HEDGES[Hedge.ABOUT][1],
    ),
    Hedge.NEARLY: (
        Width(_TWENTIETH, _ZERO, "'nearly 94' is 90, and not 85"),
        HEDGES[Hedge.NEARLY][1],
    ),
    Hedge.OVER: (
        Width(_ZERO, _TWENTIETH, "'just over 64' is 65 or 66, and not 70"),
        HEDGES[Hedge.OVER][1],
    ),
}
_TO_MORE_DIGITS: dict[Hedge, tuple[Width, Width]] = {
    Hedge.ABOUT: (
        Width(_FORTIETH, _FORTIETH, "'about 61.4m' is used for what lies between 60m and 63m"),
        Width(_TWELFTH, _TWELFTH, "'about 463' for 425 is no longer careful"),
    ),
    Hedge.NEARLY: (
        Width(_FORTIETH, _ZERO, "'nearly 61.4m' is within some two million of it"),
        Width(_TWELFTH, _ZERO, "'nearly 463' for 425 is no longer careful"),
    ),
    Hedge.OVER: (
        Width(_ZERO, _FORTIETH, "'just over 61.4m' is not 63m"),
        Width(_ZERO, _TWELFTH, "'just over 463' for 502 is no longer careful"),
    ),
}
_ROUND = re.compile(
    r"\d?|\d5|\d[27]5|1\d"
)  # "about 375" is as round as "about 400", "about 12" as "about 10"
_DECIMAL = re.compile(r"\d\.\d")
_NO_DIGIT = re.compile(r"\D+")

# Vague words: (low, high) as written, (low, high) generous; None is no bound.
VAGUE: dict[str, tuple[tuple[int, int | None], tuple[int, int | None]]] = {
    "couple": ((2, 2), (2, 4)),  # two; loosely a few
    "few": ((2, 8), (2, 15)),  # more than one; a dozen is no longer few
    "several": ((3, 10), (2, 20)),  # more than two
    "multiple": ((2, 20), (2, None)),  # more than one
    "numerous": ((3, None), (2, None)),  # several, and no bound above
    "handful": ((3, 8), (1, 15)),  # as many as a hand has fingers, roughly
    "tens": ((20, 100), (10, 250)),
    "dozens": ((24, 200), (12, 500)),  # two dozen at least; loosely one
    "scores": ((40, 400), (20, 1_000)),  # a score is 20
    "hundreds": ((200, 1_000), (100, 3_000)),
    "thousands": ((2_000, 20_000), (1_000, 100_000)),
    "lakhs": ((200_000, None), (100_000, None)),
    "crores": ((20_000_000, None), (10_000_000, None)),
    "millions": ((2_000_000, None), (1_000_000, None)),  # 80 million is still "millions"
    "billions": ((2_000_000_000, None), (1_000_000_000, None)),
    "trillions": ((2_000_000_000_000, None), (1_000_000_000_000, None)),
}

# A fraction in words: absolute half-widths, with a relative cap for small ones.
_FRACTION_WRITTEN = Fraction(1, 60)  # a third is 0.317 to 0.350: what rounds to it among thirds and tenths
_FRACTION_GENEROUS = Fraction(1, 15)  # 0.27 to 0.40 is still called a third; 0.25 has its own name
_FRACTION_CAPS = (_TENTH, _QUARTER)

_MULTIPLE_WRITTEN = Fraction(1, 20)  # "doubled" for a factor of 1.9 to 2.1
_MULTIPLE_GENEROUS = _QUARTER  # "doubled" for 1.5 or 2.5 deserves a word


def exact(mantissa: int, exponent: int) -> Exact:
    """``mantissa × 10**exponent``, as an int where it is whole."""
    if exponent >= 0:
        return mantissa * 10**exponent if exponent else mantissa
    scale = 10**-exponent
    whole, rest = divmod(mantissa, scale)
    return Fraction(mantissa, scale) if rest else whole


@lru_cache(maxsize=1024)  # small numbers and years come again and again
def printed(mantissa: int, exponent: int, *, measured: bool, decimals: bool = False) -> Readings:
    """What a printed number allows by its digits alone.

    Args:
        mantissa: the digits.
        exponent: the place of the last of them, as a power of ten.
        measured: whether it was measured (money, per cent, miles, "4.2 million"), and so rounded at
            its last place, rather than counted one by one ("472").
        decimals: whether it was printed with decimals, whose zeros are meant ("4.20").
    """
    ten = mantissa * 10
    place = 0 if decimals or exponent < 0 else _zeros(abs(mantissa))
    if measured:
        # Rounded at the last place as written; cut off there, or rounded twice, in the generous reading.
        written = Interval(exact(ten - 5, exponent - 1), exact(ten + 5, exponent - 1))
        slack = max(10, 5 * 10**place)
    else:
        written = Interval.exactly(exact(mantissa, exponent))
        if not place:
            return written, written
        slack = 5 * 10**place
    return written, Interval(exact(ten - slack, exponent - 1), exact(ten + slack, exponent - 1))


def _zeros(mantissa: int) -> int:
    """The place where a number was likely rounded: its last digit that is not 0, at least two digits in."""
    if mantissa == 0 or mantissa % 10:
        return 0
    digits = str(mantissa)
    return min(len(digits) - len(digits.rstrip("0")), len(digits) - 2)


def ranged(low: Readings, high: Readings) -> Readings:
    """A range: from the least of its lower end to the most of its upper end."""
    return Interval(low[0].low, high[0].high), Interval(low[1].low, high[1].high)


def fraction(value: Exact) -> Readings:
    """A fraction in words: "a third", "two in five"."""
    written = min(_FRACTION_WRITTEN, value * _FRACTION_CAPS[0])
    generous = min(_FRACTION_GENEROUS, value * _FRACTION_CAPS[1])
    return Interval(value - written, value + written), Interval(value - generous, value + generous)


def multiple(value: Exact) -> Readings:
    """A factor: "doubled", "three times", "1:1"."""
    return (
        Interval(value - value * _MULTIPLE_WRITTEN, value + value * _MULTIPLE_WRITTEN),
        Interval(value - value * _MULTIPLE_GENEROUS, value + value * _MULTIPLE_GENEROUS),
    )


def vague(word: str, factor: int = 1) -> Readings:
    """A vague amount: "dozens"; with a factor, "several hundred" or "tens of thousands"."""
    written, generous = VAGUE[word]
    return _times(written, factor), _times(generous, factor)


def _times(bounds: tuple[int, int | None], factor: int) -> Interval:
    low, high = bounds
    return Interval(low * factor, None if high is None else high * factor)


def widths(hedge: Hedge, quote: str) -> tuple[Width, Width] | None:
    """How far a hedge widens a number printed so, as written and generous; None for no hedge.

    Args:
        hedge: the hedge.
        quote: the number as printed, with whatever stands between and around its digits.
    """
    if hedge not in _TO_TWO_DIGITS:
        return HEDGES.get(hedge)
    digits = _NO_DIGIT.sub("", quote).strip("0")
    decimal = _DECIMAL.search(quote) is not None
    if _ROUND.fullmatch(digits) and not (decimal and digits[0] == "1" and digits not in ("1", "15")):
        return HEDGES[hedge]
    to_more = len(digits) > 2 or decimal  # noqa: PLR2004 - digits
    return (_TO_MORE_DIGITS if to_more else _TO_TWO_DIGITS)[hedge]


def hedged(hedge: Hedge, readings: Readings, quote: str = "") -> Readings:
    """The readings of a number, widened by its hedge; see `widths`."""
    by = widths(hedge, quote)
    if by is None:
        return readings
    generous = _widen(readings[1], by[1])
    stated = None if by is HEDGES.get(hedge) else _stated(readings[0])
    if stated is None:
        return _widen(readings[0], by[0]), generous
    return _either(readings[0], _widen(Interval.exactly(stated), by[0])), generous


def hedged_fall(hedge: Hedge, readings: Readings, quote: str = "") -> Readings:
    """The same for the factor of a fall: what has "more than halved" fell by more, to less than half."""
    written, generous = hedged(hedge, (_rest(readings[0]), _rest(readings[1])), quote)
    return _rest(written), _rest(generous)


def _rest(part: Interval) -> Interval:
    """What a part leaves of the whole; no less than nothing."""
    return Interval(
        0 if part.high is None else tidy(1 - part.high), None if part.low is None else tidy(1 - part.low)
    )


def _stated(written: Interval) -> Exact | None:
    """The number that was printed, from what it stands for by its digits; None for a bound or nothing."""
    if written.low is None or written.high is None or written.low <= 0:
        return None
    return tidy(Fraction(written.low + written.high) / 2)


def _either(one: Interval, other: Interval) -> Interval:
    """All that lies in one of two bounded intervals around the same number."""
    lows = [bound.low for bound in (one, other) if bound.low is not None]
    highs = [bound.high for bound in (one, other) if bound.high is not None]
    return Interval(min(lows), max(highs))


def _widen(base: Interval, width: Width) -> Interval:
    low: Exact | None = base.low
    high: Exact | None = base.high
    if width.down is None:
        low = None if low is None or low < 0 else 0
    elif low is not None and width.down:
        low = tidy(low - max(low, -low) * width.down)
    if width.up is None:
        high = None
    elif high is not None and width.up:
        high = tidy(high + max(high, -high) * width.up)
    return Interval(low, high)


def tidy(value: Exact) -> Exact:
    """An int where the value is whole."""
    return value.numerator if value.denominator == 1 else value
