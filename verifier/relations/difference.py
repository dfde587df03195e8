"""One figure is what another leaves of a third."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from verifier.figures.model import Interval, Kind
from verifier.relations.arithmetic import add, decimal, middle
from verifier.relations.model import (
    Constraint,
    Names,
    Relation,
    RelationKind,
    Values,
    Wording,
    equal,
    same_measure,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from verifier.figures.model import Figure


class Difference(RelationKind):
    """One figure less another makes a third.

    What it says:
        The result is what remains when the subtrahend is taken from the minuend: a margin, a shortfall,
        a remainder, a lead.

    Why it matters:
        Margins and remainders are worked out at the desk, and one of the three figures is often updated
        without the others.

    Example:
        "Borrowing is £33bn, £2.5bn less than the £37.5bn forecast."

    Not flagged:
        Differences that rounding of the three figures can make up.
    """

    name: ClassVar[str] = "difference"
    code: ClassVar[str] = "change-mismatch"
    roles: ClassVar[Mapping[str, tuple[int, int | None]]] = {
        "minuend": (1, 1),
        "subtrahend": (1, 1),
        "result": (1, 1),
    }

    def refuses(self, relation: Relation, figures: Mapping[str, Figure]) -> str | None:
        """All must be amounts in one measure; points may be the difference of two percentages."""
        stated = [figures[relation.one(role)] for role in ("minuend", "subtrahend", "result")]
        if stated[0].kind is Kind.PERCENT and stated[2].kind is Kind.POINTS:
            stated = stated[:2]
        return same_measure(stated)

    def constraints(self, relation: Relation, values: Values) -> Iterator[Constraint]:
        """Minuend less subtrahend less result is nothing."""
        del values
        minuend, subtrahend, result = (relation.one(role) for role in self.roles)
        yield Constraint(
            relation, self.code, relation.figures, equal(((minuend, 1), (subtrahend, -1), (result, -1)))
        )

    def states(self, relation: Relation, names: Names) -> str:
        """“£37.5bn” less “£2.5bn” is “£35bn”."""
        minuend, subtrahend, result = (f"“{names[relation.one(role)].phrase}”" for role in self.roles)
        return f"{minuend} less {subtrahend} is {result}"

    def wording(self, constraint: Constraint, names: Names) -> Wording:
        """The difference as stated, and as worked out."""
        minuend, subtrahend, result = (names[constraint.relation.one(role)] for role in self.roles)
        less = subtrahend.figure.written
        negative = Interval(
            None if less.high is None else -less.high, None if less.low is None else -less.low
        )
        left = middle(add((minuend.figure.written, negative)))
        reached = "something else" if left is None else decimal(left)
        return Wording(
            f"{minuend} less {subtrahend} is {reached}, not {result}.",
            f"{minuend.short} − {subtrahend.short} = {reached} ≠ {result.short}",
            f"Which of {minuend.short}, {subtrahend.short} and {result.short} needs correcting?",
        )
