"""Single demands judged by the ends of their figures' intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from verifier.figures.model import Exact, Interval
    from verifier.relations.model import Constraint, Linear


def impossible(constraint: Constraint, interval: Callable[[str], Interval | None]) -> bool:
    """Whether no values in the intervals satisfy the constraint, on its own.

    Exact for a single band (see `Constraint`): each side is tried at its most favourable corner. For
    anything else it never says so wrongly.

    Args:
        constraint: the demand.
        interval: what each of its variables may be; None for one that may be anything.
    """
    return any(_exceeds(linear, interval) for linear in constraint.linear)


def _exceeds(linear: Linear, interval: Callable[[str], Interval | None]) -> bool:
    """Whether the least that the form can be is above its bound."""
    least: Exact = 0
    for variable, factor in linear.terms:
        values = interval(variable)
        end = None if values is None else values.low if factor > 0 else values.high
        if end is None and factor != 0:
            return False
        least += factor * (end or 0)
    return least > linear.bound
