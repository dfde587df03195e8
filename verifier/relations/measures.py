"""What units and currencies are worth in one another."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from verifier.figures.model import Interval

if TYPE_CHECKING:
    from collections.abc import Mapping


class _Size(NamedTuple):
    """A unit: its dimension, how many of the dimension's own units it is, and where its zero lies."""

    dimension: str
    size: Fraction
    zero: Fraction = Fraction(0)


_LENGTH, _MASS, _VOLUME, _SPEED, _TIME = "length", "mass", "volume", "speed", "time"
_POWER, _HEAT, _ENERGY = "power", "heat", "energy"
_PICTURE, _DATA, _WAVES = "picture", "data", "waves"

# Definitions: the international yard and pound agreement of 1959 (a yard is 0.9144 m, a pound
# 0.45359237 kg), the oil barrel (42 US gallons of 231 cubic inches), the mechanical horsepower. Months
# and years are the Gregorian means. Of gallons, pints and tons the draft does not say whose: see `_VARIANTS`.
_DEFINITIONS: tuple[tuple[str, str, Fraction], ...] = (
    ("mm", _LENGTH, Fraction(1, 1000)),
    ("cm", _LENGTH, Fraction(1, 100)),
    ("metre", _LENGTH, Fraction(1)),
    ("km", _LENGTH, Fraction(1000)),
    ("inch", _LENGTH, Fraction(254, 10000)),
    ("foot", _LENGTH, Fraction(3048, 10000)),
    ("yard", _LENGTH, Fraction(9144, 10000)),
    ("furlong", _LENGTH, Fraction(201168, 1000)),
    ("mile", _LENGTH, Fraction(1609344, 1000)),
    ("nautical mile", _LENGTH, Fraction(1852)),
    ("milligram", _MASS, Fraction(1, 10**6)),
    ("gram", _MASS, Fraction(1, 1000)),
    ("kg", _MASS, Fraction(1)),
    ("tonne", _MASS, Fraction(1000)),
    ("short ton", _MASS, Fraction(45359237 * 2000, 10**8)),
    ("long ton", _MASS, Fraction(45359237 * 2240, 10**8)),
    ("pound", _MASS, Fraction(45359237, 10**8)),
    ("ounce", _MASS, Fraction(45359237, 16 * 10**8)),
    ("stone", _MASS, Fraction(45359237 * 14, 10**8)),
    ("millilitre", _VOLUME, Fraction(1, 1000)),
    ("litre", _VOLUME, Fraction(1)),
    ("barrel", _VOLUME, Fraction(158987294928, 10**9)),
    ("US gallon", _VOLUME, Fraction(3785411784, 10**9)),
    ("imperial gallon", _VOLUME, Fraction(454609, 10**5)),
    ("US pint", _VOLUME, Fraction(473176473, 10**9)),
    ("imperial pint", _VOLUME, Fraction(56826125, 10**8)),
    ("cubic metre", _VOLUME, Fraction(1000)),
    ("cubic foot", _VOLUME, Fraction(28316846592, 10**9)),
    ("km/hour", _SPEED, Fraction(1)),
    ("mile/hour", _SPEED, Fraction(1609344, 10**6)),
    ("metre/second", _SPEED, Fraction(36, 10)),
    ("knot", _SPEED, Fraction(1852, 1000)),
    ("watt", _POWER, Fraction(1)),
    ("kilowatt", _POWER, Fraction(1000)),
    ("megawatt", _POWER, Fraction(10**6)),
    ("gigawatt", _POWER, Fraction(10**9)),
    ("horsepower", _POWER, Fraction(745699872, 10**6)),
    ("kilowatt_hour", _ENERGY, Fraction(1)),
    ("megawatt_hour", _ENERGY, Fraction(1000)),
    ("gigawatt_hour", _ENERGY, Fraction(10**6)),
    ("terawatt_hour", _ENERGY, Fraction(10**9)),
    ("pixel", _PICTURE, Fraction(1)),
    ("megapixel", _PICTURE, Fraction(10**6)),
    ("gigapixel", _PICTURE, Fraction(10**9)),
    ("byte", _DATA, Fraction(1)),
    ("kilobyte", _DATA, Fraction(10**3)),
    ("megabyte", _DATA, Fraction(10**6)),
    ("gigabyte", _DATA, Fraction(10**9)),
    ("terabyte", _DATA, Fraction(10**12)),
    ("petabyte", _DATA, Fraction(10**15)),
    ("hertz", _WAVES, Fraction(1)),
    ("kilohertz", _WAVES, Fraction(10**3)),
    ("megahertz", _WAVES, Fraction(10**6)),
    ("gigahertz", _WAVES, Fraction(10**9)),
    ("second", _TIME, Fraction(1, 86400)),
    ("minute", _TIME, Fraction(1, 1440)),
    ("hour", _TIME, Fraction(1, 24)),
    ("day", _TIME, Fraction(1)),
    ("week", _TIME, Fraction(7)),
    ("fortnight", _TIME, Fraction(14)),
    ("month", _TIME, Fraction(1461, 48)),
    ("year", _TIME, Fraction(1461, 4)),
    ("decade", _TIME, Fraction(14610, 4)),
    ("century", _TIME, Fraction(146100, 4)),
)
_SIZES: Mapping[str, _Size] = MappingProxyType(
    {name: _Size(dimension, size) for name, dimension, size in _DEFINITIONS}
    | {
        f"square {name}": _Size("area", size * size)
        for name, dimension, size in _DEFINITIONS
        if dimension == _LENGTH
    }
    | {
        "hectare": _Size("area", Fraction(10**4)),
        "acre": _Size("area", Fraction(40468564224, 10**7)),
        "°C": _Size(_HEAT, Fraction(9, 5), Fraction(32)),
        "°F": _Size(_HEAT, Fraction(1)),
    }
)

_VARIANTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "gallon": ("US gallon", "imperial gallon"),
        "pint": ("US pint", "imperial pint"),
        "ton": ("short ton", "long ton", "tonne"),
    }
)
"""Names that stand for several units; the draft does not say which."""

DAYS: Mapping[str, Fraction] = MappingProxyType(
    {name: size for name, dimension, size in _DEFINITIONS if dimension == _TIME}
)
"""Units of time and how many days each lasts (months and years on average)."""

# How many units of each currency a US dollar has been worth since 1985, with room on both sides (a tenth
# and more), in millions of units where money was renamed in between. Only meant to tell millions from
# billions, so no rate of a day is needed; other currencies had too many zeros to lose.
_PER_DOLLAR: Mapping[str, tuple[Fraction, Fraction]] = MappingProxyType(
    {
        "GBP": (Fraction(45, 100), Fraction(1)),  # 0.47 (2007) to 0.95 (1985)
        "EUR": (Fraction(60, 100), Fraction(130, 100)),  # 0.63 (2008) to 1.21 (2000)
        "JPY": (Fraction(68), Fraction(270)),  # 76 (2011) to 260 (1985)
        "CHF": (Fraction(70, 100), Fraction(3)),  # 0.73 (2011) to 2.9 (1985)
        "AUD": (Fraction(85, 100), Fraction(22, 10)),  # 0.91 (2011) to 2.1 (2001)
        "NZD": (Fraction(105, 100), Fraction(27, 10)),  # 1.13 (2011) to 2.6 (2000)
        "CAD": (Fraction(85, 100), Fraction(175, 100)),  # 0.91 (2007) to 1.62 (2002)
        "SEK": (Fraction(5), Fraction(13)),  # 5.1 (1992) to 11.4 (2022)
        "NOK": (Fraction(45, 10), Fraction(13)),  # 4.9 (2008) to 11.9 (2020)
        "DKK": (Fraction(44, 10), Fraction(13)),  # 4.7 (2008) to 12.4 (1985)
        "HKD": (Fraction(7), Fraction(85, 10)),  # pegged at 7.8
        "SGD": (Fraction(11, 10), Fraction(25, 10)),  # 1.2 (2011) to 2.3 (1985)
        # A bare rupee may be India's, at 12 (1985), or Sri Lanka's, at 365 (2022), or of a country between.
        "INR": (Fraction(10), Fraction(400)),
        "CNY": (Fraction(25, 10), Fraction(95, 10)),  # 2.8 (1985) to 8.7 (1994)
    }
)


def meanings(name: str | None) -> tuple[str, ...]:
    """The units that a name may stand for: "ton" is one of three."""
    if name is None:
        return ()
    return _VARIANTS.get(name, (name,) if name in _SIZES else ())


def convertible(one: str | None, other: str | None) -> bool:
    """Whether the two units measure the same thing and are two."""
    first, second = meanings(one), meanings(other)
    if one == other or not first or not second:
        return False
    return _SIZES[first[0]].dimension == _SIZES[second[0]].dimension


def conversion_factor(one: str | None, other: str | None) -> Fraction | None:
    """How many of the second unit make one of the first, by definition; None for other units.

    For degrees, the factor between two differences of temperature; for a name that stands for several
    units, that of the first.
    """
    if not convertible(one, other):
        return None
    return _SIZES[meanings(one)[0]].size / _SIZES[meanings(other)[0]].size


def converted(value: Fraction | int, one: str, other: str) -> Fraction:
    """A value in the first unit, in the second, which must be convertible."""
    start, end = _SIZES[meanings(one)[0]], _SIZES[meanings(other)[0]]
    return (Fraction(value) * start.size + start.zero - end.zero) / end.size


_PLURALS = {"foot": "feet", "inch": "inches", "mile/hour": "mph", "km/hour": "km/h", "metre/second": "m/s"}
_SYMBOLS = ("km", "cm", "mm", "kg", "°C", "°F", "horsepower", "stone")


def units(name: str) -> str:
    """The unit after a number: "miles", "square feet", "km"."""
    before, _, last = name.rpartition(" ")
    word = _PLURALS.get(last, last if last in _SYMBOLS else f"{last}s")
    return f"{before} {word}".strip()


def has_own_zero(one: str, other: str) -> bool:
    """Whether the two units count from different zeros, as degrees Celsius and Fahrenheit do."""
    return _SIZES[meanings(one)[0]].zero != _SIZES[meanings(other)[0]].zero


@cache
def known_rate(one: str, other: str) -> Interval | None:
    """The bounds of what one unit of the first currency has been worth in the second since 1985."""
    bounds = {"USD": (Fraction(1), Fraction(1)), **_PER_DOLLAR}
    if one == other or one not in bounds or other not in bounds:
        return None
    if {one, other} == {"EUR", "GBP"}:
        return _EURO_IN_POUNDS if one == "EUR" else Interval(1 / Fraction(98, 100), 1 / Fraction(55, 100))
    (low, high), (other_low, other_high) = bounds[one], bounds[other]
    return Interval(other_low / high, other_high / low)


_EURO_IN_POUNDS = Interval(Fraction(55, 100), Fraction(98, 100))  # 0.57 (2000) to 0.96 (2008)
