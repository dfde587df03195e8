"""Cut a text into words, numerals and signs, once, so that every reader can look around cheaply.

One regular expression splits the text; all else is list look-up. A token is a run of letters, a
numeral with its separators ("1,500.25"), a currency or per cent sign, or a vulgar fraction. What
stands between two tokens is kept as the *gap* before the second one, so a reader can ask whether
two words are joined by a blank, a hyphen, or nothing.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from verifier.house import USUAL, House

if TYPE_CHECKING:
    import datetime as dt

DIGITS = frozenset("0123456789")
VULGAR = "½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘"
SIGNS = "$£€¥₹₩₽₪₺₦₱฿₫₴%°¢"

# Every letter, numeral and sign is of a token. Letters repeat possessively, so that no text makes it go
# back. Western groups of three, Indian groups of two (bounded, so that "1,00,00,…" stays linear).
_TOKEN = re.compile(
    rf"([a-z]++[^\W0-9{VULGAR}]*+"
    r"|[0-9]{1,3}(?:,[0-9]{3}(?![0-9]))+(?:\.[0-9]+)*"
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?![0-9])"
    r"|[0-9]+(?:\.[0-9]+)*"
    rf"|[^\W0-9{VULGAR}]++"
    rf"|[{SIGNS}{VULGAR}])"
)

_MARGIN = 16
"""How many empty tokens follow the last one: readers look at most this far ahead or back."""

JOINED = frozenset((" ", "  ", "-", "\u00a0", "\n", "\u2011"))
"""Gaps within one phrase: a blank or two, a hyphen, or the line break of wrapped copy."""

SPACE = frozenset((" ", "  ", "\u00a0", "\n"))
DASHES = frozenset(("-", "\u2010", "\u2011", "–", "—", "−"))


class Tokens(NamedTuple):
    """The tokens of a text, as parallel lists; ends with empty tokens so that looking ahead is safe.

    Attributes:
        text: the text itself.
        words: the tokens in lower case.
        gaps: what stands before each token.
        starts: the offset of each token.
        ends: the offset after each token.
        sterling: whether the pound sign occurs, so that "pounds" are money.
        cents: whose cents the text means, where it prints one of dollars and euros only.
        today: the day of writing, where it is known.
        house: what the newsroom writes without saying so.
    """

    text: str
    words: list[str]
    gaps: list[str]
    starts: list[int]
    ends: list[int]
    sterling: bool
    cents: str | None
    today: dt.date | None = None
    house: House = USUAL

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        start = self.starts[index]
        return start < len(self.text) and self.text[start].isupper()

    def opens(self, index: int) -> bool:
        """Whether the token opens a sentence or line, where a capital says nothing."""
        if index == 0:
            return True
        gap = self.gaps[index]
        return "\n" in gap or any(mark in gap for mark in ".!?:;\"“”‘'•")


def tokenise(text: str, today: dt.date | None = None, house: House = USUAL) -> Tokens:
    """The tokens of a text written on a day in a house, in time proportional to its length."""
    lower = text.lower()
    if len(lower) != len(text):  # "İ" becomes two code points: keep such letters as they are
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    parts = _TOKEN.split(lower.replace("_", " "))  # gaps and words in turn
    parts += ("", "", "") if parts[-1] else ("",)  # the end is an empty token; behind a gap there are two
    offsets = list(accumulate(map(len, parts)))
    beyond = [len(text)] * _MARGIN
    return Tokens(
        text,
        parts[1::2] + [""] * _MARGIN,
        parts[::2] + ["\n\n"] * _MARGIN,
        offsets[::2] + beyond,
        offsets[1::2] + beyond,
        "£" in lower,
        _cents(lower, house),
        today,
        house,
    )


def _cents(lower: str, house: House) -> str | None:
    dollars, euros = "$" in lower or "dollar" in lower, "€" in lower or "euro" in lower
    if dollars == euros:
        return None
    return house.currency if dollars else "EUR"
