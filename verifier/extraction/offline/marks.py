"""Quotations by place: which one holds an offset, and how much of a stretch is quoted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from verifier.claims import Manner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.extraction.offline.quotations import Quotation

_LOOSE = 3
"""Characters outside the marks that do not make a quotation mixed: a stop, a blank."""


_GAP = 2
"""Blanks between a closing mark and the sentence that attributes it."""


class Marks:
    """The quotations of a draft, found by offset."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.quotations = quotations
        self.starts = [quotation.start for quotation in quotations]

    def at(self, offset: int) -> Quotation | None:
        """The quotation that holds the code point at `offset`."""
        index = bisect_right(self.starts, offset) - 1
        if index >= 0 and offset < self.quotations[index].end:
            return self.quotations[index]
        return None

    def within(self, start: int, end: int) -> bool:
        """Whether a quotation shares a code point with the stretch."""
        index = bisect_left(self.starts, end) - 1
        return index >= 0 and start < self.quotations[index].end

    def closing_at(self, text: str, start: int) -> Quotation | None:
        """The quotation that closes right before the sentence at `start`, in the same line."""
        index = bisect_right(self.starts, start) - 1
        if index < 0:
            return None
        quotation = self.quotations[index]
        near = quotation.end <= start <= quotation.end + _GAP
        return quotation if near and not text[quotation.end : start].strip(" \u00a0") else None

    def manner(self, start: int, end: int) -> Manner:
        """Direct where all of a stretch is quoted, mixed where part of it is."""
        first = max(0, bisect_right(self.starts, start) - 1)
        quoted = 0
        for quotation in self.quotations[first : first + 50]:
            if quotation.start >= end:
                break
            quoted += max(0, min(end, quotation.end) - max(start, quotation.start))
        if quoted == 0:
            return Manner.INDIRECT
        return Manner.DIRECT if quoted >= (end - start) - _LOOSE else Manner.MIXED
