"""What a reader returns: the text of the draft, and the way back from it to the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text and the stretch of the file that it comes from.

    Both are half-open, in code points. Where they are equally long, they correspond character by
    character; otherwise (an entity, a run of white space) only as a whole.
    """

    start: int
    end: int
    source_start: int
    source_end: int

    @property
    def exact(self) -> bool:
        """Whether each character has a place of its own."""
        return self.end - self.start == self.source_end - self.source_start

    def source_of(self, offset: int) -> tuple[int, int]:
        """Where the character at an offset of the text stands in the file."""
        if not self.exact:
            return self.source_start, self.source_end
        at = self.source_start + offset - self.start
        return at, at + 1


@dataclass(frozen=True, slots=True)
class SourceMap:
    """The way back to the file: pieces in the order of the text, with gaps where a reader put a break."""

    pieces: tuple[Piece, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(piece.start for piece in self.pieces))

    def source_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the code points ``[start, end)`` of the text stand in the file, half-open.

        The span of the file runs from the first of them to the last, with whatever markup stands between.
        It is None if none of them has a place, or if the file has them in another order.
        """
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self.pieces[first].end <= start:
            first += 1
        last = bisect_right(self._starts, end - 1) - 1
        if start >= end or first > last:
            return None
        left, right = self.pieces[first], self.pieces[last]
        source_start = left.source_of(max(start, left.start))[0]
        source_end = right.source_of(min(end, right.end) - 1)[1]
        return (source_start, source_end) if source_start < source_end else None

    def through(self, other: SourceMap) -> SourceMap:
        """The map to what lies behind the file: this map leads into a text, the other one out of it.

        A piece that the other map knows only in parts is cut at their edges.
        """
        return SourceMap(tuple(joined(part for piece in self.pieces for part in other.behind(piece))))

    def behind(self, piece: Piece) -> Iterable[Piece]:
        """The piece, with what lies behind its source as its source; nothing where nothing does."""
        if not piece.exact:
            span = self.source_span(piece.source_start, piece.source_end)
            if span:
                yield Piece(piece.start, piece.end, *span)
            return
        index = max(0, bisect_right(self._starts, piece.source_start) - 1)
        shift = piece.start - piece.source_start
        for part in self.pieces[index:]:
            if part.start >= piece.source_end:
                return
            start, end = max(part.start, piece.source_start), min(part.end, piece.source_end)
            if start < end:
                source = part.source_of(start)[0], part.source_of(end - 1)[1]
                yield Piece(start + shift, end + shift, *source)


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, with those that go on where an exact one ended made one with it."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        follows = last and (last.end, last.source_end) == (piece.start, piece.source_start)
        if last and follows and last.exact and piece.exact:
            found[-1] = Piece(last.start, piece.end, last.source_start, piece.source_end)
        else:
            found.append(piece)
    return found


@dataclass(frozen=True, slots=True)
class Content:
    """What was read.

    Attributes:
        text: the draft.
        encoding: how its bytes were read.
        notes: what the reader of a report has to know about that; empty for plain UTF-8.
        map: the way back into the file as it was decoded; None where the text is the file's own.
        source: that file; None where there is no way back into it.
    """

    text: str
    encoding: str
    notes: tuple[str, ...] = ()
    map: SourceMap | None = field(default=None, repr=False)
    source: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Comment:
    """What to say about the code points ``[start, end)`` of a draft's text, in one line or several."""

    start: int
    end: int
    text: str


def left_out(kinds: Iterable[str]) -> tuple[str, ...]:
    """The note that says what parts of a file were not checked; none where there are none.

    >>> left_out(["comments", "footnotes"])
    ('left out and not checked: comments, footnotes',)
    """
    names: Sequence[str] = sorted(set(kinds))
    return (f"left out and not checked: {', '.join(names)}",) if names else ()
