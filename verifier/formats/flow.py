"""Text as it flows on a page: white space is one space, blocks are paragraphs, characters have places."""

from __future__ import annotations

import re

from verifier.formats.model import Piece, SourceMap, joined

# Where a word may be broken and is not: nothing that a reader sees.
_INVISIBLE = "\u00ad\u200b\ufeff"
_NO_SINGLE_SPACE = re.compile(rf"[ \t\n\f\r]{{2,}}|[\t\n\f\r]|[{_INVISIBLE}]+")
_MARK = re.compile(r"[\d\s*†‡§,\[\]()]+")


class Flow:
    """A text that grows piece by piece.

    Attributes:
        left_out: the kinds of content that the reader came upon and left out.
    """

    def __init__(self) -> None:
        self.left_out: set[str] = set()
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._break = ""
        self._space: tuple[int, int] | None = None

    @property
    def text(self) -> str:
        """What has been added: paragraphs with a blank line between them."""
        return "".join(self._parts)

    @property
    def map(self) -> SourceMap:
        """The way from the text to the file."""
        return SourceMap(tuple(joined(self._pieces)))

    @property
    def last(self) -> str:
        """The character that the next one will follow; empty at the start of a line or a word."""
        return self._parts[-1][-1] if self._parts and not self._break and not self._space else ""

    def add(self, text: str, start: int | None, end: int | None) -> None:
        """Add a text that stands at ``[start, end)`` of the file; both are None where no place is known."""
        if start is None or end is None or end - start != len(text):
            self._add_whole(text, start, end)
            return
        at = 0
        for gap in _NO_SINGLE_SPACE.finditer(text):
            self._add_words(text[at : gap.start()], start + at)
            if gap[0][0] not in _INVISIBLE:
                self._add_space(start + gap.start(), start + gap.end())
            at = gap.end()
        self._add_words(text[at:], start + at)

    def end_line(self) -> None:
        """What follows begins a new line of the same paragraph."""
        self._break = self._break or "\n"
        self._space = None

    def end_paragraph(self) -> None:
        """What follows begins a new paragraph."""
        self._break = "\n\n"
        self._space = None

    def _add_whole(self, text: str, start: int | None, end: int | None) -> None:
        text = text.strip(_INVISIBLE)
        if text.strip(" \t\n\f\r"):
            self._put(_NO_SINGLE_SPACE.sub(" ", text), start, end)
        elif text:
            self._add_space(start or 0, end or 0)

    def _add_words(self, text: str, start: int) -> None:
        words = text.strip(" ")
        if not words:
            if text:
                self._add_space(start, start + len(text))
            return
        left = len(text) - len(text.lstrip(" "))
        if left:
            self._add_space(start, start + left)
        self._put(words, start + left, start + left + len(words))
        if left + len(words) < len(text):
            self._add_space(start + left + len(words), start + len(text))

    def _add_space(self, start: int, end: int) -> None:
        self._space = (self._space[0], end) if self._space else (start, end)

    def _put(self, text: str, start: int | None, end: int | None) -> None:
        if self._break:
            if self._parts:
                self._append(self._break, None, None)
            self._break = ""
        elif self._space and self._parts:
            self._append(" ", *self._space)
        self._space = None
        self._append(text, start, end)

    def _append(self, text: str, start: int | None, end: int | None) -> None:
        if start is not None and end is not None and start < end:
            self._pieces.append(Piece(self._length, self._length + len(text), start, end))
        self._parts.append(text)
        self._length += len(text)


def is_mark(text: str, before: str) -> bool:
    """Whether a raised text is a mark (of a footnote) and no part of what it follows.

    >>> is_mark("3", "2"), is_mark("[1]", "."), is_mark("2", "m"), is_mark("st", "1")
    (True, True, False, False)
    """
    return bool(before) and not before.isalpha() and bool(_MARK.fullmatch(text))
