"""Which constraints can hold together, over exact rationals (z3)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import z3

from verifier.consistency.smallest import Judge

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from verifier.figures.model import Exact, Interval
    from verifier.relations.model import Constraint, Linear


class System(Judge):
    """A set of constraints over figures that lie in intervals; asks which can hold together."""

    def __init__(self, constraints: Sequence[Constraint], box: Mapping[str, Interval]) -> None:
        # Its own context: z3's shared one crashes where two threads check drafts at the same time.
        self._context = z3.Context()
        self._solver = z3.SolverFor("QF_LRA", ctx=self._context)
        self._variables: dict[str, z3.ArithRef] = {}
        self._switches = [z3.Bool(f"constraint {index}", self._context) for index in range(len(constraints))]
        for switch, constraint in zip(self._switches, constraints, strict=True):
            for linear in constraint.linear:
                self._solver.add(z3.Implies(switch, self._demand(linear, box)))

    def _demand(self, linear: Linear, box: Mapping[str, Interval]) -> z3.BoolRef:
        terms = ((_rational(factor, self._context), name) for name, factor in linear.terms)
        form = z3.Sum(*(factor * self._variable(name, box) for factor, name in terms))
        demand: z3.BoolRef = form <= _rational(linear.bound, self._context)
        return demand

    def _variable(self, name: str, box: Mapping[str, Interval]) -> z3.ArithRef:
        if name not in self._variables:
            variable = self._variables[name] = z3.Real(name, self._context)
            interval = box.get(name)
            if interval is not None and interval.low is not None:
                self._solver.add(variable >= _rational(interval.low, self._context))
            if interval is not None and interval.high is not None:
                self._solver.add(variable <= _rational(interval.high, self._context))
        return self._variables[name]

    def consistent(self, members: Collection[int]) -> bool:
        """Whether the solver finds values for these."""
        return bool(self._solver.check(*(self._switches[index] for index in sorted(members))) == z3.sat)


def _rational(value: Exact, context: z3.Context) -> z3.RatNumRef:
    fraction = Fraction(value)
    number: z3.RatNumRef = z3.Q(fraction.numerator, fraction.denominator, context)
    return number
