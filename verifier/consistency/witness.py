"""Witnesses: values that satisfy a set of constraints, found without a solver.

Most drafts are consistent, and most that are not contradict themselves in a single relation, which
`relations.corners` judges. A set of constraints is consistent if one assignment satisfies all of them. Only
what neither settles goes to the solver.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from verifier.consistency.ranges import ranges_of
from verifier.figures.model import UNBOUNDED
from verifier.relations.arithmetic import middle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from verifier.figures.model import Exact, Interval
    from verifier.relations.model import Constraint, Linear


_ROUNDS = 3
"""So often values are moved in search of a witness: what a few steps do not find, the solver does."""


def has_witness(constraints: Sequence[Constraint], box: Mapping[str, Interval]) -> bool:
    """Whether the figures' middle values satisfy every constraint, or others in their intervals near them.

    False proves nothing; True proves that the constraints can all hold.
    """
    return _middles_fit(constraints, box) or _can_be_mended(constraints, box)


def _middles_fit(constraints: Sequence[Constraint], box: Mapping[str, Interval]) -> bool:
    values: dict[str, Exact] = {}
    shared: Mapping[str, Interval] | None = None
    for constraint in constraints:
        for linear in constraint.linear:
            total: Exact = 0
            for variable, factor in linear.terms:
                if variable not in values:
                    interval = box.get(variable)
                    if interval is None:
                        if shared is None:
                            shared = ranges_of(linear for c in constraints for linear in c.linear)
                        interval = shared.get(variable)
                    value = None if interval is None else middle(interval)
                    if value is None:
                        return False
                    values[variable] = value
                total += factor * values[variable]
            if total > linear.bound:
                return False
    return True


def _can_be_mended(constraints: Sequence[Constraint], box: Mapping[str, Interval]) -> bool:
    """Whether every constraint holds once values were moved, from the middle, to where a broken one holds."""
    demands = [linear for constraint in constraints for linear in constraint.linear]
    ends = {**ranges_of(demands), **box}
    values: dict[str, Exact] = {}
    for variable in (variable for linear in demands for variable, _ in linear.terms):
        value = values.get(variable, middle(ends.get(variable, UNBOUNDED)))
        if value is None:
            return False
        values[variable] = value
    for _ in range(_ROUNDS):
        for linear in demands:
            _mend(linear, values, ends)
        if all(_excess(linear, values) <= 0 for linear in demands):
            return True
    return False


def _mend(linear: Linear, values: dict[str, Exact], ends: Mapping[str, Interval]) -> None:
    """Move the values of a demand to where it holds, or as far as their intervals go."""
    excess = _excess(linear, values)
    for variable, factor in linear.terms:
        if excess <= 0:
            return
        if not factor:
            continue
        value, end = values[variable], ends[variable].low if factor > 0 else ends[variable].high
        step: Exact = Fraction(excess) / Fraction(factor)  # To be taken off; less than 0 where the factor is.
        if end is not None:
            step = min(step, value - end) if factor > 0 else max(step, value - end)
        values[variable] = value - step
        excess -= step * factor


def _excess(linear: Linear, values: Mapping[str, Exact]) -> Exact:
    """By how much a demand is broken; zero or less where it holds."""
    total: Exact = -linear.bound
    for variable, factor in linear.terms:
        total += factor * values[variable]
    return total
