"""Quotations: what stands between quotation marks, also over several sentences and paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.draft import Draft

# Pairs of opening and closing marks. A straight mark opens only at the start of a word (5'10" does not),
# and a single one is an apostrophe more often than not, so it closes only before a space or punctuation.
# All begin with the mark, and look back from behind it: a search then skips to the next mark.
_MARKS = re.compile(
    r"""[“"'`‘](?:(?P<curly>(?<=“))|(?P<straight>(?<=")(?<![\w"]")(?=\S))|(?P<double>(?<=')'(?=\S)|(?<=`)`)"""
    r"""|(?P<single>(?<=[‘'])(?<![\w‘’'].)(?=[\w“"£$€])))"""
)
_CLOSE = {
    # A typist's “…?“ closes with the opening mark; it shows in what stands on either side of it.
    "curly": re.compile(r"[”“\"](?:(?<=”)|(?<=[.,!?…\w]“)(?!\w)|(?<=[.,!?…]\")(?=\s|$))"),
    "straight": re.compile(r'"'),
    "double": re.compile(r"''(?!')"),
    "single": re.compile(r"[’'](?<=[\w.,!?…;:%)].)(?![\w'’])"),
}
# Where paragraphs were run together, a mark that opens a word after a full sentence opens the quotation anew.
_REOPENING = re.compile(r'(?<=[.!?…])[ \u00a0]"(?=\w)')
_REOPENS = {"curly": "“", "straight": '"', "double": "''", "single": "‘'"}
# “the players' union”: a plural's apostrophe closes nothing while a later mark can still close.
_PLURAL = re.compile(r"s[’'] [a-z]")
_ANEW = "anew"
_SINGLE_REACH = 1500
"""How far single marks may stand apart; further on they are apostrophes that happen to match."""


class Quotation(NamedTuple):
    """One quotation: offsets with its marks, and whether it goes on from the paragraph before."""

    start: int
    end: int
    continues: bool = False

    def words(self, text: str) -> int:
        """How many words stand between the marks."""
        return len(text[self.start : min(self.end, self.start + 200)].split())


def find_quotations(draft: Draft) -> tuple[Quotation, ...]:
    """All quotations, in order; each lies in one paragraph.

    A quotation that a paragraph leaves open goes on in the next one if that opens with the same mark,
    as the printers' rule has it; otherwise it ends with its paragraph.
    """
    found: list[Quotation] = []
    open_mark: str | None = None
    for paragraph in draft.paragraphs:
        continues = open_mark is not None and paragraph.quote.startswith(tuple(_REOPENS[open_mark]))
        open_mark = None
        first = True
        for start, end, mark in _in_paragraph(paragraph.quote):
            anew = (continues and first and start == 0) or mark == _ANEW
            stop = end if end is not None else len(paragraph.quote)
            found.append(Quotation(paragraph.start + start, paragraph.start + stop, anew))
            first = False
            open_mark = None if end is not None else mark.replace(_ANEW, "straight")
    return tuple(found)


def _in_paragraph(text: str) -> Iterator[tuple[int, int | None, str]]:
    """Start, end (None: never closed) and mark of each quotation."""
    position = 0
    barren = 0  # up to here nothing closes a single mark
    while (opening := _MARKS.search(text, position)) is not None:
        mark = opening.lastgroup or ""
        closing = None if mark == "single" and opening.end() < barren else _closing(text, opening.end(), mark)
        if closing is not None and mark == "straight" and text[closing - 2 : closing] == ' "':
            position = opening.start()
            while closing is not None and _REOPENING.match(text, closing - 2) is not None:
                yield position, closing - 2, "straight" if position == opening.start() else _ANEW
                position, closing = closing - 1, _closing(text, closing, "straight")
            stop = len(text) if closing is None else closing
            yield position, closing, "straight" if position == opening.start() else _ANEW
            position = stop
        elif closing is not None:
            yield opening.start(), closing, mark
            position = closing
        elif mark == "single" or opening.end() >= len(text) - 1:
            if mark == "single" and opening.end() >= barren:
                barren = opening.end() + _SINGLE_REACH
            position = opening.end()
        else:
            yield opening.start(), None, mark
            return


def _closing(text: str, start: int, mark: str) -> int | None:
    """Where the closing mark ends; None where the paragraph has none."""
    if mark != "single":
        match = _CLOSE[mark].search(text, start)
        if match is None and mark == "straight":
            match = _CLOSE["curly"].search(text, start)
        return match.end() if match is not None else None
    stop = min(len(text), start + _SINGLE_REACH)
    plural: int | None = None
    for match in _CLOSE["single"].finditer(text, start, stop):
        if _PLURAL.match(text, match.start() - 1) is None:
            return match.end()
        plural = plural or match.end()
        if match.end() - plural > 200:  # noqa: PLR2004
            break
    return plural
