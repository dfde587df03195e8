"""Parts that make up a total."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from verifier.figures.model import Kind
from verifier.relations.arithmetic import add, decimal, middle
from verifier.relations.model import (
    Constraint,
    Linear,
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


class Sum(RelationKind):
    """Parts that add up to a total.

    What it says:
        The parts do not overlap and nothing is left out: together they make the total. Where the draft
        may leave some out (`partial`), they come to no more than it.

    Why it matters:
        Readers add up. A list that does not come to its total has a wrong item, a missing item or a
        wrong total.

    Example:
        "Of the 472 drones, 382 were shot down and the other 80 got through."

    Not flagged:
        Parts that the draft does not call complete ("among them", "including"); totals that rounding or
        hedges can meet.
    """

    name: ClassVar[str] = "sum"
    code: ClassVar[str] = "parts-do-not-add-up"
    roles: ClassVar[Mapping[str, tuple[int, int | None]]] = {"parts": (2, None), "total": (1, 1)}

    def refuses(self, relation: Relation, figures: Mapping[str, Figure]) -> str | None:
        """All must be amounts in one measure; percentages may make up a fraction."""
        total = figures[relation.one("total")]
        if total.kind is Kind.FRACTION and all(
            figures[part].kind is Kind.PERCENT for part in relation.role("parts")
        ):
            return None
        return same_measure([figures[figure] for figure in relation.figures])

    def constraints(self, relation: Relation, values: Values) -> Iterator[Constraint]:
        """The parts less the total come to nothing; to nothing or less where some may be left out."""
        parts, total = relation.role("parts"), relation.one("total")
        kinds = {values.figure(figure).kind for figure in relation.figures}
        hundredfold = kinds == {Kind.PERCENT, Kind.FRACTION}
        terms = (*((part, 1) for part in parts), (total, -100 if hundredfold else -1))
        demands = (Linear(terms, 0),) if relation.partial else equal(terms)
        yield Constraint(relation, self.code, relation.figures, demands)

    def states(self, relation: Relation, names: Names) -> str:
        """“382” and “90” make up “472 drones”."""
        parts = " and ".join(f"“{names[figure].phrase}”" for figure in relation.role("parts"))
        verb = "are parts of" if relation.partial else "make up"
        return f"{parts} {verb} “{names[relation.one('total')].phrase}”"

    def wording(self, constraint: Constraint, names: Names) -> Wording:
        """The sum as stated, and the sum as added."""
        relation = constraint.relation
        parts = [names[figure] for figure in relation.role("parts")]
        total = names[relation.one("total")]
        added = middle(add(part.figure.written for part in parts))
        sign = "%" if parts[0].figure.kind is Kind.PERCENT else ""
        reached = "something else" if added is None else f"{decimal(added)}{sign}"
        sides = " + ".join(part.short for part in parts)
        listed = ", ".join(str(part) for part in parts[:-1])
        if relation.partial:
            return Wording(
                f"{listed} and {parts[-1]} come to {reached}, more than all of {total}.",
                f"{sides} = {reached} > {total.short}",
                f"The parts come to {reached}, more than the {total.short} that they are part of: "
                "which figure is wrong?",
            )
        return Wording(
            f"{listed} and {parts[-1]} do not add up to {total}: they come to {reached}.",
            f"{sides} = {reached} ≠ {total.short}",
            f"The parts come to {reached}, the total is given as {total.short}: "
            "which figure is wrong, or what is missing?",
        )
