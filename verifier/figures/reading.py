"""What a reader hands to the scanner: one figure, or something kept out, in tokens and offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from verifier.figures.model import DatePoint, Hedge, Kind
from verifier.figures.rounding import NONE, Readings

if TYPE_CHECKING:
    from verifier.figures.tokens import Tokens


class Reading(NamedTuple):
    """A figure before it has its id.

    Attributes:
        first: the first token, from where hedges are looked for.
        stop: the token after the last.
        start: the first code point.
        end: the code point after the last.
        kind: see `Kind`.
        readings: the values as written and in the generous reading, before any hedge.
        unit: see `Figure`.
        hedge: the hedge that the figure itself implies (a range, a vague word).
        hedge_at: the code points of the words that hedge, where the reader has seen them.
        date: for dates.
        may_hedge: whether hedge words around it apply.
    """

    first: int
    stop: int
    start: int
    end: int
    kind: Kind
    readings: Readings = NONE
    unit: str | None = None
    hedge: Hedge = Hedge.EXACT
    hedge_at: tuple[int, int] | None = None
    date: DatePoint | None = None
    may_hedge: bool = False


class Skip(NamedTuple):
    """Something that is no figure: code points, the token after it, and the reason."""

    stop: int
    start: int
    end: int
    reason: str


Read = Reading | Skip | None


def dated(tokens: Tokens, first: int, stop: int, date: DatePoint, kind: Kind = Kind.DATE) -> Reading:
    """The reading of a date in tokens ``[first, stop)``."""
    return Reading(first, stop, tokens.starts[first], tokens.ends[stop - 1], kind, date=date)


def skip(tokens: Tokens, first: int, stop: int, reason: str) -> Skip:
    """Keep tokens ``[first, stop)`` out."""
    return Skip(stop, tokens.starts[first], tokens.ends[stop - 1], reason)
