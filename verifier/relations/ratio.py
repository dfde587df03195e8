"""One figure is so many times another."""

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
    loosely,
    multiple_of,
    same_measure,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from verifier.figures.model import Figure


class Ratio(RelationKind):
    """A comparison in words: twice, half, three times.

    What it says:
        The first figure is the stated multiple or fraction of the second.

    Why it matters:
        "Three times" is written from memory, and the figures that prove it stand elsewhere in the draft.

    Example:
        "It pays $9.68 an hour, almost three times the minimum wage of $5.15."

    Not flagged:
        "Twice" for 1.9 or 2.1 times; "up to three times", where less is meant too.
    """

    name: ClassVar[str] = "ratio"
    code: ClassVar[str] = "ratio-mismatch"
    roles: ClassVar[Mapping[str, tuple[int, int | None]]] = {"of": (1, 1), "to": (1, 1), "factor": (1, 1)}

    def refuses(self, relation: Relation, figures: Mapping[str, Figure]) -> str | None:
        """The factor must be a multiple, ratio, fraction or percentage."""
        factor = figures[relation.one("factor")]
        if factor.kind not in (Kind.MULTIPLE, Kind.RATIO, Kind.FRACTION, Kind.PERCENT):
            return f"{factor.id} is a {factor.kind}, not a factor"
        return same_measure([figures[relation.one("of")], figures[relation.one("to")]])

    def constraints(self, relation: Relation, values: Values) -> Iterator[Constraint]:
        """Of = factor x to."""
        of, to, factor = (relation.one(role) for role in self.roles)
        times = loosely(values.factor(factor), values.figure(factor), generous=values.generous)
        yield Constraint(relation, self.code, relation.figures, multiple_of(of, to, times))

    def states(self, relation: Relation, names: Names) -> str:
        """“$9.68” is “three times” “$5.15”."""
        of, to, factor = (f"“{names[relation.one(role)].phrase}”" for role in self.roles)
        return f"{of} is {factor} {to}"

    def wording(self, constraint: Constraint, names: Names) -> Wording:
        """The factor as stated, and as worked out."""
        of, to, factor = (names[constraint.relation.one(role)] for role in self.roles)
        worked_out = quotient(of.figure.written, to.figure.written)
        found = "another factor" if worked_out is None else _times(worked_out)
        return Wording(
            f"{of} is {found} {to}, not {factor}.",
            f"{of.short} ÷ {to.short} = {found} ≠ {factor.phrase}",
            f"Is it {factor.short}, or is one of {of.short} and {to.short} wrong?",
        )


def _times(factor: Fraction) -> str:
    return f"{decimal(factor, 3)} times"
