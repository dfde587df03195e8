"""Numerals: digits with separators, decimals and short scales ("1,500", "4.2 million", "3bn").

A number is kept as ``mantissa × 10**exponent``, where the exponent is the last place printed: "4.20"
is 420 × 10⁻², "4.2 million" is 42 × 10⁵. The place says how exactly the number was stated, which
`rounding` needs, and integers are quick.
"""

from __future__ import annotations

from typing import NamedTuple

from verifier.figures.lexicon import wordset
from verifier.figures.tokens import VULGAR, Tokens

LONGEST = 24
"""More characters than this are no quantity: noise."""

_PLAIN = 10
"""So many digits without a separator are a serial number, an account, a telephone."""

ABBREVIATED = {
    "k": 3, "m": 6, "mn": 6, "mln": 6, "mil": 6, "mio": 6, "bn": 9, "bln": 9, "b": 9, "tn": 12, "trn": 12,
    "tr": 12,
}  # fmt: skip
"""Scales written against the numeral: "3bn", "£581m". Powers of ten."""

SPACED = wordset("mn mln bn bln tn trn")
"""Abbreviated scales that may also stand after a blank: "$3 bn"."""

VULGAR_VALUES = {
    "½": (5, -1), "¼": (25, -2), "¾": (75, -2), "⅓": (333, -3), "⅔": (667, -3), "⅛": (125, -3),
    "⅜": (375, -3), "⅝": (625, -3), "⅞": (875, -3), "⅕": (2, -1), "⅖": (4, -1), "⅗": (6, -1), "⅘": (8, -1),
}  # fmt: skip


_VULGAR_PRINTED = {
    ("1", "2"): "½", ("1", "4"): "¼", ("3", "4"): "¾", ("1", "3"): "⅓", ("2", "3"): "⅔", ("1", "8"): "⅛",
    ("3", "8"): "⅜", ("5", "8"): "⅝", ("7", "8"): "⅞", ("1", "5"): "⅕", ("2", "5"): "⅖", ("3", "5"): "⅗",
    ("4", "5"): "⅘",
}  # fmt: skip
"""Fractions printed with a stroke, as in "2 1/2"."""


class Number(NamedTuple):
    """A number on its own, in tokens ``[first, stop)``: ``mantissa × 10**exponent``.

    `power` is the scale ("million" is 6) that is already part of the exponent; where there is one, the
    exponent is a rounding. `words` is whether the number is written in letters.
    """

    first: int
    stop: int
    mantissa: int
    exponent: int
    power: int = 0
    words: bool = False


def read_numeral(tokens: Tokens, index: int) -> Number | None:
    """The numeral at a token, without any scale; None if it is too long or has two decimal points."""
    word = tokens.words[index]
    if (
        len(word) > LONGEST
        or word.count(".") > 1
        or (word.isdecimal() and (len(word) >= _PLAIN or (word[0] == "0" and len(word) > 1)))
    ):
        return None
    whole, _, decimals = word.partition(".")
    if decimals:
        return Number(index, index + 1, int(whole.replace(",", "") + decimals), -len(decimals))
    mantissa = int(whole.replace(",", "")) if "," in whole else int(whole)
    following = tokens.words[index + 1]
    if following and following in VULGAR and not tokens.gaps[index + 1].strip():
        part, places = VULGAR_VALUES[following]
        return Number(index, index + 2, mantissa * 10**-places + part, places)
    if is_mixed(tokens, index):
        part, places = VULGAR_VALUES[_VULGAR_PRINTED[following, tokens.words[index + 2]]]
        return Number(index, index + 3, mantissa * 10**-places + part, places)
    return Number(index, index + 1, mantissa, 0)


def is_mixed(tokens: Tokens, index: int) -> bool:
    """Whether a fraction with a stroke follows the numeral: "2 1/2", "2-1/2"; not "12 1/4/2005"."""
    words, gaps = tokens.words, tokens.gaps
    if gaps[index + 2] != "/" or gaps[index + 3][:1] == "/":
        return False
    joined = gaps[index + 1] == "-" or (gaps[index + 1] != "" and not gaps[index + 1].strip(" \u00a0"))
    return joined and words[index].isdecimal() and (words[index + 1], words[index + 2]) in _VULGAR_PRINTED
