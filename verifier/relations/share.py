"""A percentage or fraction that one figure is of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from verifier.figures.model import Kind
from verifier.relations.arithmetic import percent, quotient
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

    from verifier.figures.model import Figure


class Share(RelationKind):
    """A share of a whole, stated beside the part and the whole.

    What it says:
        The part is the stated percentage or fraction of the whole.

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
        """Part = share x whole."""
        share, part, whole = (relation.one(role) for role in self.roles)
        size = loosely(values.factor(share), values.figure(share))
        yield Constraint(relation, self.code, relation.figures, multiple_of(part, whole, size))

    def states(self, relation: Relation, names: Names) -> str:
        """“382” is “more than 80%” of “472 drones”."""
        share, part, whole = (f"“{names[relation.one(role)].phrase}”" for role in self.roles)
        return f"{part} is {share} of {whole}"

    def wording(self, constraint: Constraint, names: Names) -> Wording:
        """The share as stated, and as worked out."""
        share, part, whole = (names[constraint.relation.one(role)] for role in self.roles)
        worked_out = quotient(part.figure.written, whole.figure.written)
        found = "another share" if worked_out is None else percent(worked_out)
        return Wording(
            f"{part} of {whole} is {found}, not {share}.",
            f"{part.short} ÷ {whole.short} = {found} ≠ {share.phrase}",
            f"Is it {share.short}, or are {part.short} and {whole.short} the wrong figures?",
        )
