"""A rise or fall from one figure to another."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from verifier.figures.model import Interval, Kind
from verifier.relations.arithmetic import decimal, middle, percent
from verifier.relations.model import (
    Constraint,
    Direction,
    Names,
    Relation,
    RelationKind,
    Values,
    Wording,
    equal,
    multiple_of,
    same_measure,
)
from verifier.relations.printed import no_more

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from verifier.figures.model import Figure

_DIRECTION = "direction-mismatch"


class Change(RelationKind):
    """A change from one value to another, by an amount, a percentage, points or a factor.

    What it says:
        The same quantity was one value and is, or will be, another; it rose or fell, and by how much.

    Why it matters:
        Percentages are worked out by hand and directions are swapped in rewriting: "rose 40% to 300 from
        200", "down to 10.2% from 9.6%".

    Example:
        "Sales rose 40% to 300 from 200." From 200 to 300 is a rise of 50%.

    Not flagged:
        What the rounding of all three figures allows; changes in real terms, at constant exchange rates
        or excluding one-off items, which are worked out from other figures.
    """

    name: ClassVar[str] = "change"
    code: ClassVar[str] = "change-mismatch"
    roles: ClassVar[Mapping[str, tuple[int, int | None]]] = {
        "from": (1, 1),
        "to": (1, 1),
        "by": (0, 1),
    }

    def refuses(self, relation: Relation, figures: Mapping[str, Figure]) -> str | None:
        """From and to must be in one measure, and the change a share, points, a factor or an amount."""
        before, after = figures[relation.one("from")], figures[relation.one("to")]
        if (refused := same_measure([before, after])) or not relation.role("by"):
            return refused
        by = figures[relation.one("by")]
        if by.kind is Kind.POINTS and before.kind is not Kind.PERCENT:
            return None if before.kind is Kind.COUNT else f"{by.id} is in points, {before.id} is not a rate"
        if by.kind in (Kind.PERCENT, Kind.FRACTION, Kind.MULTIPLE, Kind.POINTS):
            return None
        if by.kind is Kind.COUNT and by.unit in ("point", "points") and before.kind is Kind.PERCENT:
            return None  # "by 15 points", with the percentages beside it
        return same_measure([before, by])

    def constraints(self, relation: Relation, values: Values) -> Iterator[Constraint]:
        """The direction, and the size where the draft gives it."""
        before, after = relation.one("from"), relation.one("to")
        if relation.direction is not None:
            less, greater = (before, after) if relation.direction is Direction.UP else (after, before)
            linear = (no_more(less, greater, values, whatever_places=True),)
            yield Constraint(relation, _DIRECTION, (before, after), linear)
        if not relation.role("by") or relation.direction is None:
            return
        by = relation.one("by")
        if values.figure(by).kind in (Kind.PERCENT, Kind.FRACTION, Kind.MULTIPLE):
            size = multiple_of(after, before, _factor(values, by, relation.direction))
        else:
            sign = 1 if relation.direction is Direction.UP else -1
            size = equal(((after, 1), (before, -1), (by, -sign)))
        yield Constraint(relation, self.code, relation.figures, size)

    def states(self, relation: Relation, names: Names) -> str:
        """“300” is “200” plus “40%”."""
        before, after = (f"“{names[relation.one(role)].phrase}”" for role in ("from", "to"))
        way = {Direction.UP: "a rise", Direction.DOWN: "a fall", None: "a change"}[relation.direction]
        by = f" of “{names[relation.one('by')].phrase}”" if relation.role("by") else ""
        return f"from {before} to {after} is {way}{by}"

    def wording(self, constraint: Constraint, names: Names) -> Wording:
        """The change as stated, and as worked out."""
        relation = constraint.relation
        before, after = names[relation.one("from")], names[relation.one("to")]
        stated = "rise" if relation.direction is Direction.UP else "fall"
        if constraint.code == _DIRECTION:
            sign = "<" if relation.direction is Direction.UP else ">"
            return Wording(
                f"From {before} to {after} is not a {stated}, as the draft says.",
                f"{before.short} {sign} {after.short} does not hold",
                f"Did it {'rise' if stated == 'rise' else 'fall'}, and are {before.short} and {after.short} "
                "the right way round?",
            )
        by = names[relation.one("by")]
        found = _found(before.figure, after.figure, by.figure)
        return Wording(
            f"From {before} to {after} is {found}, not a {stated} of {by}.",
            f"{before.short} → {after.short} = {found} ≠ {by.phrase}",
            f"Which of {before.short}, {after.short} and {by.short} needs correcting?",
        )


def _factor(values: Values, by: str, direction: Direction) -> Interval:
    """What the old value is multiplied by to make the new one."""
    size = values.factor(by)
    if values.figure(by).kind is Kind.MULTIPLE:
        return size
    if direction is Direction.UP:
        return Interval(
            None if size.low is None else 1 + size.low, None if size.high is None else 1 + size.high
        )
    return Interval(None if size.high is None else 1 - size.high, None if size.low is None else 1 - size.low)


def _found(before: Figure, after: Figure, by: Figure) -> str:
    """The change worked out from the two ends, in the measure of the stated one."""
    start, end = middle(before.written), middle(after.written)
    if start is None or end is None:
        return "another change"
    rise = Fraction(end) - Fraction(start)
    way = "a rise" if rise >= 0 else "a fall"
    if by.kind is Kind.MULTIPLE and start:
        return f"a factor of {decimal(Fraction(end) / Fraction(start), 3)}"
    if by.kind in (Kind.PERCENT, Kind.FRACTION) and start:
        return f"{way} of {percent(abs(rise) / Fraction(start))}"
    return f"{way} of {decimal(abs(rise))}"
