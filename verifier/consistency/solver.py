"""Smallest contradictory sets of constraints, over exact rationals (z3)."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

import z3

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from verifier.figures.model import Exact, Interval
    from verifier.relations.model import Constraint, Linear

# A bound on the search for a *smallest* set. Past it the set found is still irreducible: every member
# is needed. Drafts stay far below; it keeps made-up systems from running for minutes.
_ROUNDS = 200
_HITTING_SIZE = 4


class System:
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
        """Whether the constraints at these indices can hold together."""
        return bool(self._solver.check(*(self._switches[index] for index in sorted(members))) == z3.sat)

    def smallest_contradiction(self, members: Sequence[int]) -> tuple[int, ...] | None:
        """A smallest set among these indices that cannot hold together; None if all of them can.

        By hitting sets (Ignatiev et al., "Smallest MUS extraction with minimal hitting set dualization",
        2015): every contradiction must take one member from each set whose removal restores consistency.
        """
        if self.consistent(members):
            return None
        corrections: list[frozenset[int]] = []
        for _ in range(_ROUNDS):
            hitting = _smallest_hitting_set(corrections)
            if hitting is None:
                break
            if not self.consistent(hitting):
                return tuple(sorted(hitting))
            corrections.append(self._correction(hitting, members))
        return self._irreducible(members)

    def _correction(self, kept: frozenset[int], members: Sequence[int]) -> frozenset[int]:
        """What is left out of a largest consistent set that holds `kept`."""
        grown = set(kept)
        for index in members:
            if index not in grown and self.consistent(grown | {index}):
                grown.add(index)
        return frozenset(members) - grown

    def _irreducible(self, members: Sequence[int]) -> tuple[int, ...]:
        kept = list(members)
        for index in members:
            rest = [other for other in kept if other != index]
            if not self.consistent(rest):
                kept = rest
        return tuple(kept)


def _smallest_hitting_set(sets: Sequence[frozenset[int]]) -> frozenset[int] | None:
    """The smallest set that meets all the others, the first in order among equals; None past a size."""
    candidates = sorted(frozenset().union(*sets))
    for size in range(min(len(sets), _HITTING_SIZE) + 1):
        for chosen in combinations(candidates, size):
            if all(not members.isdisjoint(chosen) for members in sets):
                return frozenset(chosen)
    return None


def _rational(value: Exact, context: z3.Context) -> z3.RatNumRef:
    fraction = Fraction(value)
    number: z3.RatNumRef = z3.Q(fraction.numerator, fraction.denominator, context)
    return number
