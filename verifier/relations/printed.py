"""Which of two figures is larger as printed: rounding never turns the order of two values round.

A rate that falls may be printed as 5% before and after, never as 5% before and 6% after.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from verifier.figures.model import Hedge, Kind
from verifier.relations.arithmetic import middle
from verifier.relations.model import Linear

if TYPE_CHECKING:
    from verifier.figures.model import Exact, Figure
    from verifier.relations.model import Values


def no_more(less: str, greater: str, values: Values, *, whatever_places: bool = False) -> Linear:
    """``less <= greater``, which no rounding saves where the two are printed the other way round.

    Args:
        less: the id of a figure.
        greater: that of another in the same measure.
        values: the reading.
        whatever_places: as written, whether to hold 3% above 2.7% though the one is rounded more coarsely.
    """
    terms: tuple[tuple[str, Exact], ...] = ((less, 1), (greater, -1))
    one, other = values.figure(less), values.figure(greater)
    if one.hedge is other.hedge is Hedge.EXACT and not one.date and not other.date:
        low, high = middle(one.written), middle(other.written)
        comparable = _places(one) == _places(other) or (whatever_places and not values.generous)
        if low is not None and high is not None and low > high and comparable:
            least, most = values.interval(less).low, values.interval(greater).high
            if least is not None and most is not None:
                return Linear(terms, min(0, least - most) - (low - high))
    return Linear(terms, 0)


def _places(figure: Figure) -> tuple[Exact | None, ...]:
    """How far the figure may lie from what is printed, in both readings: by this its last place is known."""
    return tuple(
        None if reading.low is None or reading.high is None else reading.high - reading.low
        for reading in (figure.written, figure.generous)
    )


_HALF = Fraction(1, 2)
_ABOVE = (Hedge.MORE_THAN, Hedge.OVER)
_BELOW = (Hedge.LESS_THAN, Hedge.NEARLY)


def across_the_half(one: Figure, other: Figure) -> bool:
    """Whether one is "more than half" or "a majority", and the other a percentage below 50; or the reverse.

    Half is no rounded share, as a third is: what is below it is never printed above.
    """
    words, share = (one, other) if one.kind is Kind.FRACTION else (other, one)
    if words.kind is not Kind.FRACTION or share.kind is not Kind.PERCENT or share.hedge is not Hedge.EXACT:
        return False
    stated = middle(share.written)
    if stated is None:
        return False
    at = Fraction(stated) / 100
    if words.printed is None:
        return words.hedge is Hedge.VAGUE and words.written.low == _HALF and at < _HALF
    if middle(words.printed[0]) != _HALF:
        return False
    return (words.hedge in _ABOVE and at < _HALF) or (words.hedge in _BELOW and at > _HALF)
