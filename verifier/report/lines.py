"""Offsets → lines and columns, for programs that count those."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

NEWLINES = ("\r\n", "\n", "\r")
"""What ends a line, as in editors; the two rarer separators of Unicode do not."""

_NEWLINE = re.compile("|".join(NEWLINES))
_LAST_OF_ONE_UNIT = 0xFFFF


class Position(NamedTuple):
    """A place between two characters: line and column, both from 1; columns are UTF-16 code units.

    Editors, browsers and most readers of such places count so: a character beyond the 65,536 that Unicode
    began with (an emoji) is two columns wide.
    """

    line: int
    column: int


class Lines:
    """The lines of a text.

    Args:
        text: whatever offsets count the code points of.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _NEWLINE.finditer(text))]
        self._wide = not text.isascii()

    def at(self, offset: int) -> Position:
        """Where the code point at an offset stands; a line break belongs to the line that it ends."""
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        column = offset - start + 1
        if self._wide:
            column += sum(ord(character) > _LAST_OF_ONE_UNIT for character in self._text[start:offset])
        return Position(line, column)
