"""Quantities that a draft implies and never states: the link between two relations.

"With 151 of the 1,237 delegates that he needs, he must win 58% of the 1,585 still to be had": what he
still needs stands nowhere, and yet it is the difference of two figures and a share of a third.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verifier.draft import Span
from verifier.figures.model import Figure, Hedge, Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ANY = Interval(0, None)


@dataclass(frozen=True, slots=True)
class Unstated:
    """A quantity without a figure.

    Attributes:
        id: ``X1``, as relations name it.
        what: what it is, in a few words.
        like: the id of a figure that counts or measures in the same unit.
    """

    id: str
    what: str
    like: str


def as_figures(unstated: Iterable[Unstated], figures: Mapping[str, Figure]) -> dict[str, Figure]:
    """The quantities as figures that may have any value from 0 up, by id.

    Their spans are empty, and their quotes are what the quantities are. None that is like no figure is
    returned.
    """
    made: dict[str, Figure] = {}
    for quantity in unstated:
        like = figures.get(quantity.like)
        if like is not None and like.date is None:
            span = Span(like.span.start, like.span.start, quantity.what)
            made[quantity.id] = replace(
                like,
                id=quantity.id,
                span=span,
                written=_ANY,
                generous=_ANY,
                hedge=Hedge.EXACT,
                hedge_span=None,
            )
    return made
