"""A mean, the total it is taken of, and the number it is taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from verifier.figures.model import Kind
from verifier.relations.arithmetic import decimal, quotient
from verifier.relations.model import (
    Constraint,
    Names,
    Relation,
    RelationKind,
    Values,
    Wording,
    multiple_of,
    same_measure,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from verifier.figures.model import Figure


class Average(RelationKind):
    """An average, a rate or a price for each.

    What it says:
        The total is the mean times the number: so much each, per head, a day.

    Why it matters:
        Averages are worked out once and stay when the total or the number is corrected.

    Example:
        "25 people were jailed for a total of 75 years … less than a year and a half each on average."

    Not flagged:
        Medians and "typical" values; averages over another group than the one counted.
    """

    name: ClassVar[str] = "average"
    code: ClassVar[str] = "average-mismatch"
    roles: ClassVar[Mapping[str, tuple[int, int | None]]] = {"mean": (1, 1), "total": (1, 1), "count": (1, 1)}

    def refuses(self, relation: Relation, figures: Mapping[str, Figure]) -> str | None:
        """Mean and total must be in one measure; the number counts something."""
        count = figures[relation.one("count")]
        if count.kind not in (Kind.COUNT, Kind.DURATION):
            return f"{count.id} is a {count.kind}, not a number of things"
        return same_measure([figures[relation.one("mean")], figures[relation.one("total")]])

    def constraints(self, relation: Relation, values: Values) -> Iterator[Constraint]:
        """Total = count x mean."""
        mean, total, count = (relation.one(role) for role in self.roles)
        yield Constraint(
            relation, self.code, relation.figures, multiple_of(total, mean, values.interval(count))
        )

    def states(self, relation: Relation, names: Names) -> str:
        """“75 years” shared by “25 people” is “three years” each."""
        mean, total, count = (f"“{names[relation.one(role)].phrase}”" for role in self.roles)
        return f"{total} over {count} is {mean} each"

    def wording(self, constraint: Constraint, names: Names) -> Wording:
        """The average as stated, and as worked out."""
        mean, total, count = (names[constraint.relation.one(role)] for role in self.roles)
        worked_out = quotient(total.figure.written, count.figure.written)
        found = "another value" if worked_out is None else decimal(worked_out)
        return Wording(
            f"{total} over {count} is {found} each, not {mean}.",
            f"{total.short} ÷ {count.short} = {found} ≠ {mean.phrase}",
            f"Which of {total.short}, {count.short} and {mean.short} needs correcting?",
        )
