"""The draft cut into pieces, so that findings, claims and figures that overlap can all be marked.

Elements of a page nest, spans of a draft need not. So the text is cut wherever a span starts or ends, and
every piece says which findings, claims and figures cover it. Cutting is done here and not in the browser,
whose strings count UTF-16 units where spans count code points.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from verifier.findings import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from verifier.draft import Draft, Span

HEADLINE = "the headline"
"""What `verifier.findings.place` calls the short lines above the first paragraph."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of the draft that belongs to something: code points ``[start, end)``, and its number."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the draft that are covered by the same marks from end to end.

    Attributes:
        text: the words.
        findings: numbers of the findings that have evidence here, in order.
        claims: numbers of the claims, the innermost last.
        figures: numbers of the figures.
        refs: findings whose evidence ends here.
        ends: claims that end here.
    """

    text: str
    findings: tuple[int, ...] = ()
    claims: tuple[int, ...] = ()
    figures: tuple[int, ...] = ()
    refs: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the draft, and what stands between the one before and this one.

    Attributes:
        gap: line breaks and blanks before the paragraph.
        place: what findings call it ("paragraph 2", "the headline").
        number: its number, counted from the first paragraph below the headline; None for the headline.
        pieces: its words; none for what follows the last paragraph.
    """

    gap: str
    place: str
    number: str | None
    pieces: tuple[Piece, ...]

    @property
    def columns(self) -> bool:
        """Whether blanks are part of how it reads: a table, or verse."""
        return any("\t" in piece.text or "   " in piece.text for piece in self.pieces)


def blocks(
    draft: Draft, findings: Iterable[Mark], claims: Iterable[Mark], figures: Iterable[Mark]
) -> Iterator[Block]:
    """The whole draft, paragraph by paragraph: the gaps and the pieces put together are its text.

    Args:
        draft: the draft.
        findings: the places that findings rest on, with the finding's number.
        claims: the claims, numbered.
        figures: the figures, numbered.
    """
    cut = _Cut(draft.paragraphs, tuple(findings), tuple(claims), tuple(figures))
    at = 0
    for paragraph in draft.paragraphs:
        where = place(draft, paragraph)
        number = None if where == HEADLINE else where.rpartition(" ")[2]
        yield Block(draft.text[at : paragraph.start], where, number, tuple(cut.pieces(draft.text, paragraph)))
        at = paragraph.end
    yield Block(draft.text[at:], "", None, ())


class _Cut:
    """Where the text is cut, and what covers it between two cuts."""

    def __init__(
        self,
        paragraphs: Sequence[Span],
        findings: tuple[Mark, ...],
        claims: tuple[Mark, ...],
        figures: tuple[Mark, ...],
    ) -> None:
        self._starts = [paragraph.start for paragraph in paragraphs]
        self._paragraphs = paragraphs
        self._findings = _Layer(sorted(findings, key=lambda mark: mark.number))
        # Longer claims first, so that the innermost comes last.
        self._claims = _Layer(sorted(claims, key=lambda mark: (mark.start - mark.end, mark.number)))
        self._figures = _Layer(figures)
        self._refs = self._by_end(findings)
        self._ends = self._by_end(claims)
        layers = (self._findings, self._claims, self._figures)
        bounds = {bound for layer in layers for bound in layer.bounds}
        self._cuts = sorted(bounds | self._refs.keys() | self._ends.keys())

    def _by_end(self, marks: Iterable[Mark]) -> dict[int, tuple[int, ...]]:
        found: defaultdict[int, set[int]] = defaultdict(set)
        for mark in marks if self._starts else ():
            found[self._end(mark)].add(mark.number)
        return {end: tuple(sorted(numbers)) for end, numbers in found.items()}

    def _end(self, mark: Mark) -> int:
        """Where the last word of a mark ends: in a paragraph, even if the mark runs on beyond it."""
        paragraph = self._paragraphs[max(bisect_left(self._starts, mark.end) - 1, 0)]
        return min(mark.end, paragraph.end) if mark.end > paragraph.start else paragraph.end

    def pieces(self, text: str, paragraph: Span) -> Iterator[Piece]:
        """The pieces of one paragraph."""
        first = bisect_left(self._cuts, paragraph.start + 1)
        last = bisect_left(self._cuts, paragraph.end)
        bounds = [paragraph.start, *self._cuts[first:last], paragraph.end]
        for start, end in pairwise(bounds):
            yield Piece(
                text[start:end],
                self._findings.at(start),
                self._claims.at(start),
                self._figures.at(start),
                self._refs.get(end, ()),
                self._ends.get(end, ()),
            )


class _Layer:
    """Marks of one sort: what covers the text at any offset."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        marks = tuple(mark for mark in marks if mark.start < mark.end)
        self.bounds = sorted({bound for mark in marks for bound in (mark.start, mark.end)})
        covering: list[dict[int, None]] = [{} for _ in self.bounds]
        for mark in marks:
            first, last = bisect_left(self.bounds, mark.start), bisect_left(self.bounds, mark.end)
            for numbers in covering[first:last]:
                numbers.setdefault(mark.number)
        self._covering = [tuple(numbers) for numbers in covering]

    def at(self, offset: int) -> tuple[int, ...]:
        """The numbers of the marks that cover the code point at an offset."""
        index = bisect_right(self.bounds, offset) - 1
        return self._covering[index] if index >= 0 else ()
