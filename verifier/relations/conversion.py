"""One amount in two units or two currencies."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, ClassVar

from verifier.figures.model import Hedge, Interval, Kind
from verifier.relations.arithmetic import decimal, middle
from verifier.relations.measures import (
    conversion_factor,
    converted,
    convertible,
    has_own_zero,
    known_rate,
    meanings,
    units,
)
from verifier.relations.model import (
    Constraint,
    Linear,
    Names,
    Relation,
    RelationKind,
    Values,
    Wording,
    band,
)
from verifier.relations.printed import across_the_half

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from verifier.figures.model import Exact, Figure

# Rates move while a story is written: two conversions of one draft lie up to 5% apart once their rounding
# has been allowed for (150 business reports of 2004 and 2005 with several: 5.4% at most).
_RATE_AS_WRITTEN = Fraction(8, 100)
_RATE_GENEROUS = Fraction(16, 100)
# Converted measures are rounded to what a reader can picture: "60 miles (100km)", "200 miles (300km)".
_MEASURE_AS_WRITTEN = Fraction(8, 100)
_MEASURE_GENEROUS = Fraction(15, 100)
# Beyond its rounding, a temperature may be off by this many degrees of the scale that it is put into.
_DEGREES_AS_WRITTEN, _DEGREES_GENEROUS = 2, 4

# "$1 (53p)" is a price: nobody prints it for $1.40.
_SMALL_CHANGE = 100
_PRICE = Fraction(10, 100)

# "Almost half (41%)" and "a third (35%)" are printed and read without a second look.
_SHARE_AS_WRITTEN = Fraction(5, 100)
_SHARE_GENEROUS = Fraction(10, 100)
_SHARES = frozenset({Kind.FRACTION, Kind.PERCENT})

_NEVER = Linear((), -1)
"""What no values satisfy: a demand that the figures refute by themselves."""


class Conversion(RelationKind):
    """The same amount twice, in two units.

    What it says:
        Both figures are one amount: a length in miles and in kilometres, a sum in dollars and in pounds,
        a share in words and in per cent. Measures convert by definition; currencies by one rate, which
        has to serve the whole draft.

    Why it matters:
        A million for a billion, or a figure converted from the number before the correction, shows up
        nowhere else.

    Example:
        "$20 million (£10.5 million) in 2004, but … $1.8 billion (£9.4 million) by 2009."

    Not flagged:
        What rounding allows; rates that moved a few per cent between two sums; currencies of which the
        draft has one pair only, and sums of another time (`partial`), unless no rate since 1985 makes
        them true; gallons, pints and tons that are right in one of their sizes.
    """

    name: ClassVar[str] = "conversion"
    code: ClassVar[str] = "conversion-mismatch"
    roles: ClassVar[Mapping[str, tuple[int, int | None]]] = {"figures": (2, 2)}
    spoken: ClassVar[bool] = False

    def refuses(self, relation: Relation, figures: Mapping[str, Figure]) -> str | None:
        """Two sums in different currencies, or two measures of one dimension in different units."""
        one, other = (figures[figure] for figure in relation.figures)
        if {one.kind, other.kind} == _SHARES:
            return None
        if one.unit is None or other.unit is None or one.unit == other.unit:
            return f"{one.id} and {other.id} are not in two units"
        if Hedge.VAGUE in (one.hedge, other.hedge):
            return f"{one.id} or {other.id} has no number to convert"
        if one.kind is Kind.MONEY and other.kind is Kind.MONEY:
            return None
        if one.kind is not Kind.MEASURE or other.kind is not Kind.MEASURE:
            return f"{one.id} and {other.id} are not both sums of money or measures"
        if not convertible(one.unit, other.unit):
            return f"{one.unit} and {other.unit} do not measure the same"
        return None

    def constraints(self, relation: Relation, values: Values) -> Iterator[Constraint]:
        """The one is the other times the factor between them, with room for rounding."""
        first, second = _in_order(relation, values)
        one, other = values.figure(first), values.figure(second)
        if one.kind in _SHARES and across_the_half(one, other):
            yield Constraint(relation, self.code, relation.figures, (_NEVER,))
            return
        if one.kind in _SHARES:
            room = _SHARE_GENEROUS if values.generous else _SHARE_AS_WRITTEN
            linear = _one_share(first, second, values, room)
            yield Constraint(relation, self.code, relation.figures, linear)
            return
        stated = _printed(one, generous=values.generous), _printed(other, generous=values.generous)
        if None in stated[0] or None in stated[1]:
            return
        if one.kind is not Kind.MONEY:
            pairs = product(meanings(one.unit), meanings(other.unit))
            if not any(_measures_agree(pair, stated, generous=values.generous) for pair in pairs):
                yield Constraint(relation, self.code, relation.figures, (_NEVER,))
            return
        rate = _quotient(stated[1], stated[0])
        if rate is None:
            return
        known = known_rate(one.unit or "", other.unit or "")
        if known is not None and not _meet(rate, _pair(known)):
            yield Constraint(relation, self.code, relation.figures, (_NEVER,))
            return
        if relation.partial:
            return
        room = (_RATE_GENEROUS if values.generous else _RATE_AS_WRITTEN) / 2
        name = f"rate of {one.unit} in {other.unit}"
        linear = (
            Linear(((name, 1),), rate[1] * (1 + room)),
            Linear(((name, -1),), -rate[0] * (1 - room)),
        )
        yield Constraint(relation, self.code, relation.figures, linear)

    def states(self, relation: Relation, names: Names) -> str:
        """“$110.2m” is “£76.7m”."""
        one, other = (names[figure] for figure in relation.figures)
        rate = _worth(one.figure, other.figure) if one.figure.kind is Kind.MONEY else ""
        return f"“{one.phrase}” is “{other.phrase}”" + (f", at {rate}" if rate else "")

    def wording(self, constraint: Constraint, names: Names) -> Wording:
        """Both figures, and what the one comes to in the unit of the other."""
        one, other = (names[figure] for figure in constraint.relation.figures)
        value = _value(one.figure)
        if one.figure.kind is Kind.MEASURE and one.figure.unit and other.figure.unit and value is not None:
            worth = converted(Fraction(value), one.figure.unit, other.figure.unit)
            found = f"{decimal(worth, 3)} {units(other.figure.unit)}"
            return Wording(
                f"{one} is {found}, not {other}.",
                f"{one.short} = {found} ≠ {other.short}",
                f"Which is right, {one.short} or {other.short}?",
            )
        if one.figure.kind in _SHARES:
            return Wording(
                f"{one} and {other} cannot be one share.",
                f"{one.short} ≠ {other.short}",
                f"Which is right, {one.short} or {other.short}?",
            )
        rate = _worth(one.figure, other.figure)
        return Wording(
            f"{one} and {other} cannot be the same sum: that would be {rate}.",
            f"{one.short} = {other.short} would be {rate}, which no exchange rate since 1985 was",
            f"Is a million a billion here, or is one of {one.short} and {other.short} wrong?",
        )


_Bounds = tuple["Exact", "Exact"]


def _one_share(first: str, second: str, values: Values, room: Fraction) -> tuple[Linear, ...]:
    """Two shares that are one: a fraction in words and a percentage, which may differ by `room` of them."""
    one, other = (
        Fraction(1, 100) if values.figure(figure).kind is Kind.PERCENT else Fraction(1)
        for figure in (first, second)
    )
    return band(
        ((first, one), (second, -other * (1 - room))),
        ((first, one), (second, -other * (1 + room))),
    )


def _in_order(relation: Relation, values: Values) -> tuple[str, str]:
    """The two figures in the order of their units, so that all pairs of a draft share one rate."""
    one, other = relation.figures
    if (values.figure(one).unit or "") <= (values.figure(other).unit or ""):
        return one, other
    return other, one


def _printed(figure: Figure, *, generous: bool) -> tuple[Exact | None, Exact | None]:
    """What the printed number alone allows: "about $5bn (£2.6bn)" converts $5bn, whatever "about" is."""
    if figure.printed is not None:
        interval = figure.printed[generous]
        return interval.low, interval.high
    interval = figure.generous if generous else figure.written
    low, high = interval.low, interval.high
    if figure.kind is Kind.MONEY and low is not None and high is not None and high < _SMALL_CHANGE:
        centre = Fraction(low + high) / 2
        return max(low, centre * (1 - _PRICE)), min(high, centre * (1 + _PRICE))
    return low, high


def _measures_agree(
    units_of: tuple[str, str],
    stated: tuple[tuple[Exact | None, Exact | None], tuple[Exact | None, Exact | None]],
    *,
    generous: bool,
) -> bool:
    """Whether two measures in these units can be one, converted by definition."""
    unit, other_unit = units_of
    (low, high), (other_low, other_high) = stated
    if unit == other_unit:
        factor: Fraction | None = Fraction(1)
    else:
        factor = conversion_factor(unit, other_unit)
    if factor is None or low is None or high is None or other_low is None or other_high is None:
        return True
    room = _MEASURE_GENEROUS if generous else _MEASURE_AS_WRITTEN
    if _meet((low * factor * (1 - room), high * factor * (1 + room)), (other_low, other_high)):
        return True
    if not has_own_zero(unit, other_unit):
        return False
    # Not a difference between two temperatures, so a temperature.
    degrees = _DEGREES_GENEROUS if generous else _DEGREES_AS_WRITTEN
    start, end = (converted(Fraction(value), unit, other_unit) for value in (low, high))
    return _meet((start - degrees, end + degrees), (other_low, other_high))


def _quotient(
    over: tuple[Exact | None, Exact | None], under: tuple[Exact | None, Exact | None]
) -> _Bounds | None:
    """What one unit of `under` is worth in that of `over`, if the two are one sum."""
    (low, high), (other_low, other_high) = over, under
    if low is None or high is None or other_low is None or other_high is None or other_low <= 0:
        return None
    return Fraction(low) / Fraction(other_high), Fraction(high) / Fraction(other_low)


def _pair(interval: Interval) -> _Bounds:
    return interval.low or 0, interval.high or 0


def _meet(one: _Bounds, other: _Bounds) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _value(figure: Figure) -> Exact | None:
    """The printed number itself, whatever its hedge."""
    low, high = _printed(figure, generous=False)
    return middle(Interval(low, high))


def _worth(one: Figure, other: Figure) -> str:
    """The rate in words: "1.94 USD to the GBP", the larger number first."""
    over, under = _value(other), _value(one)
    if not over or not under:
        return ""
    rate = Fraction(over) / Fraction(under)
    if rate >= 1:
        return f"{decimal(rate, 3)} {other.unit} to the {one.unit}"
    return f"{decimal(1 / rate, 3)} {one.unit} to the {other.unit}"
