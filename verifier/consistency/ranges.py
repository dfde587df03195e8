"""Which constraints can hold together where each demand is of one variable alone: its range tells.

Such are the rates of a draft's currencies, each sum and its conversion giving a range for one.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from verifier.consistency.smallest import Judge
from verifier.figures.model import UNBOUNDED, Interval

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from verifier.relations.model import Constraint, Linear


class Ranges(Judge):
    """A set of constraints over figures that lie in intervals, each demand being of one variable."""

    def __init__(self, constraints: Sequence[Constraint], box: Mapping[str, Interval]) -> None:
        self._ranges = [ranges_of(constraint.linear) for constraint in constraints]
        self._box = box

    @staticmethod
    def can_judge(constraints: Iterable[Constraint]) -> bool:
        """Whether all demands are of one variable."""
        return all(
            len(linear.terms) == 1 and linear.terms[0][1] != 0
            for constraint in constraints
            for linear in constraint.linear
        )

    def consistent(self, members: Collection[int]) -> bool:
        """Whether the ranges of these leave each variable a value."""
        left: dict[str, Interval] = {}
        for index in members:
            for variable, demanded in self._ranges[index].items():
                known = left.get(variable) or self._box.get(variable, UNBOUNDED)
                both = left[variable] = narrower(known, demanded)
                if both.low is not None and both.high is not None and both.low > both.high:
                    return False
        return True


def ranges_of(demands: Iterable[Linear]) -> dict[str, Interval]:
    """What variables may be, as far as demands on them alone tell; nothing where the ends are crossed."""
    found: dict[str, Interval] = {}
    for linear in demands:
        if len(linear.terms) != 1:
            continue
        ((variable, factor),) = linear.terms
        if not factor:
            continue
        end = Fraction(linear.bound) / Fraction(factor)
        demanded = Interval(None, end) if factor > 0 else Interval(end, None)
        found[variable] = narrower(found.get(variable, UNBOUNDED), demanded)
    return found


def narrower(one: Interval, other: Interval) -> Interval:
    """What lies in both."""
    lows = [low for low in (one.low, other.low) if low is not None]
    highs = [high for high in (one.high, other.high) if high is not None]
    return Interval(max(lows, default=None), min(highs, default=None))
