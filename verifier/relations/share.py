"""A percentage or fraction that one figure is of another."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from verifier.figures.model import Exact, Hedge, Interval, Kind
from verifier.relations.arithmetic import middle, percent, quotient
from verifier.relations.model import (
    Constraint,
    Direction,
    Linear,
    Named,
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

    from verifier.figures.model import Figure


class Share(RelationKind):
    """A share of a whole, stated beside the part and the whole.

    What it says:
        The part is the stated percentage or fraction of the whole. With a direction, the part is a step
        up or down, and the whole is what it led to: the share is of what it was before.

    Why it matters:
        A share is worked out from the two figures beside it; when one of the three is changed, the
        others no longer fit.

    Example:
        "382 of the 472 drones, more than 90%, were intercepted." 382 of 472 is 80.9%.

    Not flagged:
        Shares that rounding of any of the three allows: "about a third (334 of 1,000)".
    """

    name: ClassVar[str] = "share"
    code: ClassVar[str] = "share-mismatch"
    roles: ClassVar[Mapping[str, tuple[int, int | None]]] = {
        "share": (1, 1),
        "part": (1, 1),
        "whole": (1, 1),
    }

    def refuses(self, relation: Relation, figures: Mapping[str, Figure]) -> str | None:
        """The share must be a percentage, fraction or ratio; part and whole amounts in one measure."""
        share = figures[relation.one("share")]
        if share.kind not in (Kind.PERCENT, Kind.FRACTION, Kind.RATIO):
            return f"{share.id} is a {share.kind}, not a percentage or a fraction"
        return same_measure([figures[relation.one("part")], figures[relation.one("whole")]])

    def constraints(self, relation: Relation, values: Values) -> Iterator[Constraint]:
        """Part = share x whole, or share x (whole less the step up, plus the step down)."""
        share, part, whole = (relation.one(role) for role in self.roles)
        size = loosely(values.factor(share), values.figure(share), generous=values.generous)
        if relation.direction is not None:
            size = Interval(*(_of_the_end(end, relation.direction) for end in (size.low, size.high)))
        demands = multiple_of(part, whole, size)
        parts_most = _most(values.figure(part), generous=values.generous)
        if parts_most is not None and size.low is not None:
            demands = (*demands, Linear(((whole, size.low),), parts_most))
        wholes_most = _most(values.figure(whole), generous=values.generous)
        if wholes_most is not None and size.high is not None:
            demands = (*demands, Linear(((part, 1),), wholes_most * size.high))
        yield Constraint(relation, self.code, relation.figures, demands)

    def states(self, relation: Relation, names: Names) -> str:
        """“382” is “more than 80%” of “472 drones”."""
        share, part, whole = (f"“{names[relation.one(role)].phrase}”" for role in self.roles)
        if relation.direction is not None:
            return f"{part} {relation.direction} to {whole} is {share}"
        return f"{part} is {share} of {whole}"

    def wording(self, constraint: Constraint, names: Names) -> Wording:
        """The share as stated, and as worked out."""
        share, part, whole = (names[constraint.relation.one(role)] for role in self.roles)
        if (way := constraint.relation.direction) is not None:
            return _of_a_step(way, share, part, whole)
        worked_out = quotient(part.figure.written, whole.figure.written)
        found = "another share" if worked_out is None else percent(worked_out)
        return Wording(
            f"{part} of {whole} is {found}, not {share}.",
            f"{part.short} ÷ {whole.short} = {found} ≠ {share.phrase}",
            f"Is it {share.short}, or are {part.short} and {whole.short} the wrong figures?",
        )


def _most(amount: Figure, *, generous: bool) -> Exact | None:
    """What "more than 200" is at most, where it is said which share it is, or of how many a share is.

    "More than 200 of the 500, or 80%" says about how many they are: nobody says so of 400.
    """
    low = amount.written.low
    if amount.hedge is not Hedge.MORE_THAN or low is None:
        return None
    return low * (_TWICE if generous else _BY_TWO_FIFTHS)


_TWICE, _BY_TWO_FIFTHS = 2, Fraction(7, 5)


def _of_the_end(share: Exact | None, way: Direction) -> Exact | None:
    """A step's share of where it started, as a share of where it led: up 25% to 10 is 20% of 10."""
    if share is None:
        return None
    start = 1 + share if way is Direction.UP else 1 - share
    return Fraction(share) / start if start > 0 else None


def _of_a_step(way: Direction, share: Named, step: Named, end: Named) -> Wording:
    """The size of a step as stated, and as worked out from where it led."""
    size, last = middle(step.figure.written), middle(end.figure.written)
    start = None if size is None or last is None else last - size if way is Direction.UP else last + size
    found = percent(Fraction(size) / start) if start and size is not None and start > 0 else "another share"
    moved = "rise" if way is Direction.UP else "fall"
    return Wording(
        f"A {moved} of {step} to {end} is {found}, not {share}.",
        f"{step.short} {way} to {end.short} = {found} ≠ {share.short}",
        f"Which of {share.short}, {step.short} and {end.short} needs correcting?",
    )
