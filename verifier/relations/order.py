"""The words say that one figure is larger than another."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from verifier.relations.model import (
    Constraint,
    Names,
    Relation,
    RelationKind,
    Values,
    Wording,
    same_measure,
)
from verifier.relations.printed import no_more

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from verifier.figures.model import Figure


class Order(RelationKind):
    """One figure is larger than another, the words say.

    What it says:
        The greater figure is no less than the lesser: a record and the earlier record, first and second
        on a list, "more than last year's 300".

    Why it matters:
        "Record", "biggest" and "more than" stay in the text when the figures beside them change.

    Example:
        "McCartney is second with £800m … Lloyd-Webber, fourth, has £900m."

    Not flagged:
        Figures that could be equal once rounded; ranks on different lists.
    """

    name: ClassVar[str] = "order"
    code: ClassVar[str] = "order-contradicted"
    roles: ClassVar[Mapping[str, tuple[int, int | None]]] = {"greater": (1, 1), "less": (1, 1)}

    def refuses(self, relation: Relation, figures: Mapping[str, Figure]) -> str | None:
        """Both must be amounts in one measure."""
        return same_measure([figures[figure] for figure in relation.figures])

    def constraints(self, relation: Relation, values: Values) -> Iterator[Constraint]:
        """Less ≤ greater."""
        greater, less = relation.one("greater"), relation.one("less")
        yield Constraint(relation, self.code, (greater, less), (no_more(less, greater, values),))

    def states(self, relation: Relation, names: Names) -> str:
        """“472 drones” is more than “355 drones”."""
        greater, less = (f"“{names[relation.one(role)].phrase}”" for role in self.roles)
        return f"{greater} is more than {less}"

    def wording(self, constraint: Constraint, names: Names) -> Wording:
        """Both figures, and the order that the words give them."""
        greater, less = (names[constraint.relation.one(role)] for role in self.roles)
        return Wording(
            f"The draft's words put {greater} above {less}, but it is lower.",
            f"{greater.short} < {less.short}",
            f"Is it really more, or is one of {greater.short} and {less.short} wrong?",
        )
