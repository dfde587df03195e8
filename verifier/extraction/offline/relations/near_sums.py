"""Sums that come out but for one digit: "a $41.7m deal", "$19m for the land and another $23.7m for the mill"."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import noun
from verifier.figures.model import Hedge, Kind
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure

# What adds a part to a part: "another 850m", "as well as $22.7m".
_ADDS = re.compile(
    r"\b(?:another|(?:a|the)\s(?:further|additional|extra|second|final)|an\s(?:additional|extra)|plus|as\swell\sas|along\swith|"
    r"together\swith|the\s(?:other|remaining|rest|remainder|balance))\b(?:[^.;:]{0,30}\s)?$",
    re.IGNORECASE,
)
_LISTED = (Hedge.EXACT, Hedge.ABOUT, Hedge.NEARLY, Hedge.OVER)
_FAR = 140
_FINE = 10**6
_DIGITS = 2


def near_sums(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`sum` for a part, another part and a total that stands elsewhere, of which one digit does not fit.

    Nothing says that the total is theirs but that they would come to it if one digit of one of the three
    were another, or two digits changed places; so the sum must be marked ("and another"), the figures no
    round ones, and no figure of the draft may be the sum as it is.

    Args:
        draft: the draft.
        figures: its figures, in order.
    """
    amounts = [
        figure for figure in figures if figure.kind in (Kind.COUNT, Kind.MONEY) and figure.hedge in _LISTED
    ]
    for one, other in pairwise(amounts):
        between = draft.text[one.span.end : other.span.start]
        if len(between) > _FAR or not _ADDS.search(between) or not _alike(one, other):
            continue
        a, b = _value(one), _value(other)
        totals = [figure for figure in amounts if figure not in (one, other) and _alike(one, figure)]
        values = [_value(figure) for figure in totals]
        if min(a, b) < _DIGITS or a + b in values:
            continue
        fits = [
            total
            for total, value in zip(totals, values, strict=True)
            if value > max(a, b) and _ragged(value) and _would_fit(a, b, value) and (_ragged(a) or _ragged(b))
        ]
        if len({total.written for total in fits}) == 1:
            roles = (("parts", (one.id, other.id)), ("total", (fits[0].id,)))
            yield Relation("sum", roles, proposed_by=("offline",), rule="a sum, but for one digit")


def _alike(one: Figure, other: Figure) -> bool:
    """Whether both are sums in one currency, or large numbers that may count the same."""
    if one.kind is not other.kind:
        return False
    if one.kind is Kind.MONEY:
        return one.unit == other.unit
    large = min(_value(one), _value(other)) >= _LARGE
    return large and (noun(one) is None or noun(other) is None or noun(one) == noun(other))


_LARGE = 100


def _value(figure: Figure) -> Fraction:
    """The middle of what a figure says, which is what is printed."""
    low, high = figure.written.low, figure.written.high
    return Fraction(0) if low is None or high is None else Fraction(low + high) / 2


def _ragged(value: Fraction) -> bool:
    """Whether the value has two digits or more before its noughts."""
    return len(_digits(value).rstrip("0")) >= _DIGITS


def _digits(value: Fraction) -> str:
    return str(int(value * _FINE))


def _would_fit(a: Fraction, b: Fraction, total: Fraction) -> bool:
    """Whether one digit, or two that change places, keep the parts from their total."""
    return _one_off(a + b, total) or _one_off(a, total - b) or _one_off(b, total - a)


def _one_off(one: Fraction, other: Fraction) -> bool:
    if one <= 0 or other <= 0:
        return False
    this, that = _digits(one), _digits(other)
    if len(this) != len(that):
        return False
    odd = [place for place, (x, y) in enumerate(zip(this, that, strict=True)) if x != y]
    if len(odd) == 1:
        return True
    swapped = len(odd) == _DIGITS and odd[1] == odd[0] + 1
    return swapped and this[odd[0]] == that[odd[1]] and this[odd[1]] == that[odd[0]]
