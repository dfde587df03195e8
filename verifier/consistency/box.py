"""What can be judged without a solver: single constraints, and witnesses.

Most drafts are consistent, and most that are not contradict themselves in a single relation. A
constraint on its own is decided exactly by the extreme values of its form over the figures' intervals;
a set of constraints is consistent if one assignment satisfies all of them. Only what neither settles
goes to the solver.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from verifier.figures.model import UNBOUNDED, Interval
from verifier.relations.arithmetic import middle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from verifier.figures.model import Exact
    from verifier.relations.model import Constraint, Linear


def impossible(constraint: Constraint, box: Mapping[str, Interval]) -> bool:
    """Whether no values in the box satisfy the constraint, on its own.

    Exact for a single band (see `Constraint`): each side is tried at its most favourable corner. For
    anything else it never says so wrongly.
    """
    return any(_least(linear, box) > linear.bound for linear in constraint.linear)


class _MinusInfinity:
    """Less than every number."""

    def __gt__(self, other: Exact) -> bool:
        return False


_UNBOUNDED = _MinusInfinity()


def _least(linear: Linear, box: Mapping[str, Interval]) -> Exact | _MinusInfinity:
    total: Exact = 0
    for variable, factor in linear.terms:
        interval = box.get(variable)
        end = None if interval is None else (interval.low if factor > 0 else interval.high)
        if end is None and factor != 0:
            return _UNBOUNDED
        total += factor * (end or 0)
    return total


def has_witness(constraints: Sequence[Constraint], box: Mapping[str, Interval]) -> bool:
    """Whether the figures' middle values satisfy every constraint.

    False proves nothing; True proves that the constraints can all hold.
    """
    values: dict[str, Exact] = {}
    shared: Mapping[str, Interval] | None = None
    for constraint in constraints:
        for linear in constraint.linear:
            total: Exact = 0
            for variable, factor in linear.terms:
                if variable not in values:
                    interval = box.get(variable)
                    if interval is None:
                        shared = _shared_rates(constraints, box) if shared is None else shared
                        interval = shared.get(variable)
                    value = None if interval is None else middle(interval)
                    if value is None:
                        return False
                    values[variable] = value
                total += factor * values[variable]
            if total > linear.bound:
                return False
    return True


def _shared_rates(constraints: Iterable[Constraint], box: Mapping[str, Interval]) -> dict[str, Interval]:
    """What the variables that are no figure's may be: as far as demands on them alone tell."""
    found: dict[str, Interval] = {}
    for linear in (linear for constraint in constraints for linear in constraint.linear):
        if len(linear.terms) != 1:
            continue
        ((variable, factor),) = linear.terms
        if variable in box or not factor:
            continue
        end = Fraction(linear.bound) / Fraction(factor)
        known = found.get(variable, UNBOUNDED)
        if factor > 0:
            found[variable] = Interval(known.low, end if known.high is None else min(known.high, end))
        else:
            found[variable] = Interval(end if known.low is None else max(known.low, end), known.high)
    return found
