"""Whether two figures can be ends of one change, or a figure its size, by how they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.figures.model import Kind

if TYPE_CHECKING:
    from verifier.figures.model import Figure

# "$1.4 billion, or $1.41 a share, up from $900 million, or 95 cents": like belongs to like.
_SCALE = 1000
_SCALE_WORD = re.compile(
    r"(?:\d|\b)(?:bn|b|m|mn|k|tn|trn|thousand|million|billion|trillion)\b", re.IGNORECASE
)


def other_scale(one: Figure, other: Figure) -> bool:
    """Whether of two sums of money one is in millions, the other a price: no ends of one change."""
    if one.kind is not Kind.MONEY or other.kind is not Kind.MONEY:
        return False
    if len({_SCALE_WORD.search(figure.span.quote) is None for figure in (one, other)}) == 1:
        return False
    bounds = [figure.written.low or figure.written.high or 0 for figure in (one, other)]
    return min(bounds) * _SCALE <= max(bounds)


_PER_CENT = re.compile(r"%|\bper ?cents?\b|\bpct\b|\bpc\b|percent", re.IGNORECASE)


def counts_else(size: Figure, end: Figure) -> bool:
    """Whether a size is a bare count and the ends are none: "up two to 31% from 29%"."""
    if size.kind is Kind.PERCENT and not _PER_CENT.search(size.span.quote):
        return True  # "Two to 31%" reads like a range.
    return size.kind is Kind.COUNT is not end.kind and size.unit not in ("point", "points")
