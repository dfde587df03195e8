"""Percentages of one and the same whole."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from verifier.figures.model import Exact, Interval, Kind
from verifier.relations.arithmetic import add, decimal, middle
from verifier.relations.model import Constraint, Linear, Names, Relation, RelationKind, Values, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from verifier.figures.model import Figure


class SharesOfOne(RelationKind):
    """Shares of one whole that do not overlap.

    What it says:
        The shares are of the same whole and nothing is in two of them, so they come to 100% at most; to
        100% exactly where the draft says that they are all.

    Why it matters:
        Polls, markets and votes are given as shares. Over 100% is impossible, and "the other 53%"
        promises that nothing is missing.

    Example:
        "30% saw orders rise, 27% saw them fall and the other 53% reported no change."

    Not flagged:
        100% give or take the rounding of every share; answers of which several may be chosen.
    """

    name: ClassVar[str] = "shares_of_one"
    code: ClassVar[str] = "shares-exceed-whole"
    roles: ClassVar[Mapping[str, tuple[int, int | None]]] = {"shares": (2, None)}

    def refuses(self, relation: Relation, figures: Mapping[str, Figure]) -> str | None:
        """All must be percentages or fractions."""
        for figure in relation.figures:
            if figures[figure].kind not in (Kind.PERCENT, Kind.FRACTION):
                return f"{figure} is a {figures[figure].kind}, not a share"
        return None

    def constraints(self, relation: Relation, values: Values) -> Iterator[Constraint]:
        """The shares come to one at most, or to one."""
        terms: list[tuple[str, Exact]] = []
        for figure in relation.figures:
            scale = Fraction(1, 100) if values.figure(figure).kind is Kind.PERCENT else 1
            terms.append((figure, scale))
        linear = [Linear(tuple(terms), 1)]
        if relation.complete:
            linear.append(Linear(tuple((figure, -scale) for figure, scale in terms), -1))
        code = "parts-do-not-add-up" if relation.complete else self.code
        yield Constraint(relation, code, relation.figures, tuple(linear))

    def states(self, relation: Relation, names: Names) -> str:
        """“30%”, “27%” and “53%” are shares of one whole."""
        phrases = [f"“{names[figure].phrase}”" for figure in relation.figures]
        return f"{', '.join(phrases[:-1])} and {phrases[-1]} are shares of one whole"

    def wording(self, constraint: Constraint, names: Names) -> Wording:
        """The shares, and what they come to."""
        shares = [names[figure] for figure in constraint.figures]
        added = middle(add(_in_percent(share.figure) for share in shares))
        reached = "more than 100%" if added is None else f"{decimal(added)}%"
        listed = ", ".join(str(share) for share in shares[:-1])
        return Wording(
            f"{listed} and {shares[-1]} are shares of one whole, but come to {reached}.",
            f"{' + '.join(share.short for share in shares)} = {reached} ≠ 100%",
            f"The shares come to {reached}: which of them is wrong, or do they overlap?",
        )


def _in_percent(figure: Figure) -> Interval:
    if figure.kind is Kind.PERCENT:
        return figure.written
    low, high = figure.written.low, figure.written.high
    return Interval(None if low is None else low * 100, None if high is None else high * 100)
