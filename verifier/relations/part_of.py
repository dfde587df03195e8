"""What one figure counts is included in what another counts."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from verifier.figures.model import Hedge
from verifier.relations.model import (
    Constraint,
    Linear,
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

# What rounds to 6 is 5.5 at least, and what rounds to 5 is less: the two ends do not meet.
_LEAST = Fraction(1, 10**9)


def _is_rounded(figure: Figure) -> bool:
    return figure.hedge is Hedge.EXACT and figure.written.low != figure.written.high


class PartOf(RelationKind):
    """A part and its whole.

    What it says:
        Everything that the part counts is counted in the whole too, so the part cannot be larger.

    Why it matters:
        A part that exceeds its whole is impossible whatever the facts are: one of the figures, or the
        word "of", is wrong.

    Example:
        "Out of the 472 drones launched, 482 were intercepted."

    Not flagged:
        "482 of about 480", where rounding leaves room; "ten times the 12 cases of 2019", which counts
        other things.
    """

    name: ClassVar[str] = "part_of"
    code: ClassVar[str] = "part-exceeds-whole"
    roles: ClassVar[Mapping[str, tuple[int, int | None]]] = {"part": (1, 1), "whole": (1, 1)}

    def refuses(self, relation: Relation, figures: Mapping[str, Figure]) -> str | None:
        """Both must be amounts in one measure."""
        return same_measure([figures[figure] for figure in relation.figures])

    def constraints(self, relation: Relation, values: Values) -> Iterator[Constraint]:
        """Part ≤ whole. Rounded alike, $6m is above $5m even if both may be near $5.5m."""
        part, whole = relation.one("part"), relation.one("whole")
        rounded = all(_is_rounded(values.figure(figure)) for figure in (part, whole))
        within = no_more(part, whole, values)
        if rounded and not within.bound:
            within = Linear(within.terms, -_LEAST)
        yield Constraint(relation, self.code, (part, whole), (within,))

    def states(self, relation: Relation, names: Names) -> str:
        """“382 were intercepted” is part of “472 drones”."""
        part, whole = names[relation.one("part")], names[relation.one("whole")]
        return f"“{part.phrase}” is part of “{whole.phrase}”"

    def wording(self, constraint: Constraint, names: Names) -> Wording:
        """The part, the whole, and which is larger."""
        part, whole = (names[figure] for figure in constraint.figures)
        return Wording(
            f"{part} is more than the whole that it is part of, {whole}.",
            f"{part.phrase} > {whole.phrase}",
            f"How can {part.short} be part of {whole.short}: which of the two figures is right?",
        )
