"""Two or more statements of one and the same value."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from verifier.figures.model import Hedge, Kind
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

# Who writes "more than 200" of one thing does not write "more than 300" of it: the nearest bound is meant.
_NEAREST = Fraction(5, 4)
_DATES = frozenset({Kind.DATE, Kind.RELATIVE_DATE})


def _nearest_bound(values: Values, one: str, other: str) -> tuple[Linear, ...]:
    """That a value is not far above "more than" so many, where the other is "more than" so many too."""
    stated = values.figure(one), values.figure(other)
    low = stated[0].written.low
    if low is None or low <= 0 or any(figure.hedge is not Hedge.MORE_THAN for figure in stated):
        return ()
    return (Linear(((other, 1),), low * _NEAREST),)


def _only_rounder(values: Values, one: str, other: str) -> bool:
    """Whether the one is the other in rounder numbers: a survey of 1,300, and of 1,324 further down."""
    rounder, finer = sorted((values.figure(one), values.figure(other)), key=lambda f: _digits(f.span.quote))
    if _digits(rounder.span.quote) == _digits(finer.span.quote):
        return False
    low, high = rounder.generous.low, rounder.generous.high
    least, most = finer.written.low, finer.written.high
    if low is None or high is None or least is None or most is None:
        return False
    return bool(low <= least and most <= high)


def _digits(quote: str) -> int:
    """How many digits a number is printed with, the noughts at its end left out."""
    return len(re.sub(r"\D", "", quote).strip("0"))


def _rank_in_words(values: Values, figure: str) -> bool:
    """Whether to judge ranks only as they are written: "third" may be third of something else."""
    return values.generous and values.figure(figure).kind is Kind.ORDINAL


# "More than 17 million" may be 18 million or even 25, but never 17 billion.
_FAR_MORE = 100


def _in_size(hedged: Figure, stated: str) -> Linear | None:
    """What an open hedge still demands of the same value stated elsewhere; None if it is not open."""
    low, high = hedged.written.low, hedged.written.high
    if hedged.hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST) and low is not None and low > 0:
        return Linear(((stated, 1),), low * _FAR_MORE)
    if hedged.hedge in (Hedge.LESS_THAN, Hedge.AT_MOST) and high is not None and high > 0:
        return Linear(((stated, -1),), -Fraction(high) / _FAR_MORE)
    return None


class SameFact(RelationKind):
    """The draft states one value in several places.

    What it says:
        The figures stand for the same quantity: the same thing counted or measured, of the same event,
        at the same time. Each pair of them must share a value. Dates of one event are such a quantity too.

    Why it matters:
        A lead and a body that disagree are the commonest slip of a draft that was updated in a hurry,
        and the one that readers notice first.

    Example:
        "Russia launched 472 drones overnight … Of the 427 drones launched, 382 were shot down."

    Not flagged:
        Rounding and hedges that allow a common value ("about 500" and 472; 1,300 in the lead and 1,324
        below; "more than 200" and 300, but not "more than 300"; "about 1.1m" and "some 1.2m", but not
        "some 1.3m"); figures of different times, places or
        groups; two sources that differ, which is news and makes a notice. Ranks that differ are a warning.
    """

    name: ClassVar[str] = "same_fact"
    code: ClassVar[str] = "same-fact-differs"
    roles: ClassVar[Mapping[str, tuple[int, int | None]]] = {"figures": (2, None)}

    def refuses(self, relation: Relation, figures: Mapping[str, Figure]) -> str | None:
        """All must be amounts in one measure, or all dates, or all ranks."""
        stated = [figures[figure] for figure in relation.figures]
        dates = [figure.date for figure in stated if figure.kind in _DATES and figure.date is not None]
        if len(dates) == len(stated):
            apart = len({date.year is None for date in dates}) > 1
            return "only some of these dates have a year" if apart else None
        if all(figure.kind is Kind.ORDINAL for figure in stated):
            return None
        return same_measure(stated)

    def constraints(self, relation: Relation, values: Values) -> Iterator[Constraint]:
        """One demand a pair: equal; where hedges leave a side open, also near, and of one size."""
        for one, other in combinations(relation.figures, 2):
            if _only_rounder(values, one, other) or _rank_in_words(values, one):
                continue
            linear = equal(((one, 1), (other, -1)))
            if not values.generous:
                linear += _nearest_bound(values, one, other) + _nearest_bound(values, other, one)
            yield Constraint(relation, self.code, (one, other), linear)
            for open_, stated in ((one, other), (other, one)):
                bound = _in_size(values.figure(open_), stated)
                if bound is not None:
                    yield Constraint(relation, self.code, (one, other), (bound,))

    def states(self, relation: Relation, names: Names) -> str:
        """“472 drones” and “427 drones” state one value."""
        phrases = [f"“{names[figure].phrase}”" for figure in relation.figures]
        return f"{', '.join(phrases[:-1])} and {phrases[-1]} state one value"

    def wording(self, constraint: Constraint, names: Names) -> Wording:
        """Both places and both values."""
        one, other = (names[figure] for figure in constraint.figures)
        what = "dates" if one.figure.kind in _DATES else "figures"
        return Wording(
            f"{one} and {other} give different {what} for what reads as the same fact.",
            f"{one.short} ≠ {other.short}",
            f"Which is right, {one.short} or {other.short}?",
        )
