"""Quotations: what stands between quotation marks, also over several sentences and paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.draft import Draft

# Pairs of opening and closing marks. A straight single mark is an apostrophe more often than not, so it
# opens only after white space or an opening bracket and closes only before a space or punctuation.
_MARKS = re.compile(
    r"""(?P<curly>“)|(?P<straight>")|(?P<double>'')|(?P<single>(?<![\w‘’'])[‘'](?=[\w“"£$€]))""", re.VERBOSE
)
_CLOSE = {
    "curly": re.compile("”"),
    "straight": re.compile('"'),
    "double": re.compile("''"),
    "single": re.compile(r"(?<=[\w.,!?…;:%)])[’'](?![\w'’])(?!\s+[a-z]+\s+[^’']{0,40}[a-z]s[’'])"),
}
_REOPENS = {"curly": "“", "straight": '"', "double": "''", "single": "‘'"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: offsets with its marks, and whether it goes on from the paragraph before."""

    start: int
    end: int
    continues: bool = False

    def words(self, text: str) -> int:
        """How many words stand between the marks."""
        return len(text[self.start : self.end].split())


def find_quotations(draft: Draft) -> tuple[Quotation, ...]:
    """All quotations, in order; each lies in one paragraph.

    A quotation that a paragraph leaves open goes on in the next one if that opens with the same mark,
    as the printers' rule has it; otherwise it ends with its paragraph.
    """
    found: list[Quotation] = []
    open_mark: str | None = None
    for paragraph in draft.paragraphs:
        continues = open_mark is not None and paragraph.quote[:2].startswith(tuple(_REOPENS[open_mark]))
        open_mark = None
        first = True
        for start, end, mark in _in_paragraph(paragraph.quote):
            closed = end is not None
            stop = end if end is not None else len(paragraph.quote)
            found.append(
                Quotation(paragraph.start + start, paragraph.start + stop, continues and first and start == 0)
            )
            first = False
            open_mark = None if closed else mark
    return tuple(found)


def _in_paragraph(text: str) -> Iterator[tuple[int, int | None, str]]:
    """Start, end (None: never closed) and mark of each quotation."""
    position = 0
    while (opening := _MARKS.search(text, position)) is not None:
        mark = opening.lastgroup or ""
        closing = _CLOSE[mark].search(text, opening.end())
        if closing is None:
            if mark == "single" or opening.end() >= len(text):
                position = opening.end()
                continue
            yield opening.start(), None, mark
            return
        yield opening.start(), closing.end(), mark
        position = closing.end()
