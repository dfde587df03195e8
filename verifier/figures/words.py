"""Numbers in letters: "twenty-three", "a hundred and one", "two and a half million", "1.2 million".

The grammar is the one of English number names (Huddleston & Pullum, *Cambridge Grammar*, ch. 19):
units after tens, tens after hundreds, ever smaller scales, "and" before the last two digits.
"""

from __future__ import annotations

from verifier.figures.lexicon import counted
from verifier.figures.numerals import ABBREVIATED, SPACED, Number
from verifier.figures.tokens import JOINED, SPACE, Tokens

SMALL = counted(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
) | {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip

SCALES = {
    "thousand": 3, "lakh": 5, "lakhs": 5, "lac": 5, "million": 6, "crore": 7, "crores": 7, "billion": 9,
    "trillion": 12, "quadrillion": 15,
}  # fmt: skip
"""Scale words as powers of ten. A billion is 10⁹ in all English news copy since the 1970s."""

HUNDRED = "hundred"
DOZEN = 12
_HUNDRED = 100
_TEN = 10
_TWENTY = 20
_MOST = 10**24
_NO_SCALE = 99

ARTICLES = frozenset(("a", "an"))


def read_words(tokens: Tokens, index: int, group: int = 0) -> Number | None:
    """The number in letters that begins at a token.

    Args:
        tokens: the text.
        index: where it begins.
        group: what has been read before it, below a thousand (1 for the "a" of "a hundred").
    """
    words, gaps = tokens.words, tokens.gaps
    total, scale, stop, here = 0, _NO_SCALE, index, index
    while True:
        word = words[here]
        value = SMALL.get(word)
        if value is not None and _fits(group, value):
            group += value
        elif word == HUNDRED and 0 < group < _HUNDRED:
            group *= _HUNDRED
        elif group and SCALES.get(word, _NO_SCALE) < scale:
            scale = SCALES[word]
            total, group = total + group * 10**scale, 0
        elif word == "and" and _continues(tokens, here, group, total):
            here += 1
            continue
        else:
            break
        here = stop = here + 1
        if gaps[here] not in JOINED:
            break
    if stop == index:
        return None
    if total and not group:
        number = Number(index, stop, total // 10**scale, scale, scale, words=True)
    else:
        number = Number(index, stop, total + group, 0, words=True)
    return with_scale(tokens, with_half(tokens, number))


def _fits(group: int, value: int) -> bool:
    """Whether a word of that value may follow in the group: units after tens, tens after hundreds."""
    last = group % _HUNDRED
    if value == 0:
        return group == 0
    if value < _TEN:
        return last == 0 or (last >= _TWENTY and last % _TEN == 0)
    return last == 0


def _continues(tokens: Tokens, here: int, group: int, total: int) -> bool:
    """Whether "and" goes on with the number: "two hundred and six", not "six and seven"."""
    hundreds = group >= _HUNDRED and group % _HUNDRED == 0
    if not (hundreds or (total and not group)):
        return False
    following = tokens.words[here + 1]
    return (
        following in SMALL and tokens.gaps[here + 1] in SPACE and _fits(0, SMALL[following]) and total < _MOST
    )


_PARTS = {"half": (5, -1), "quarter": (25, -2), "third": (333, -3)}


def with_half(tokens: Tokens, number: Number) -> Number:
    """The number with an "and a half" or "and a quarter" that follows it."""
    words, stop = tokens.words, number.stop
    if words[stop] != "and" or number.power or tokens.gaps[stop] not in JOINED:
        return number
    if words[stop + 1] == "a" and words[stop + 2] in _PARTS:
        part, places = _PARTS[words[stop + 2]]
        return number._replace(stop=stop + 3, mantissa=number.mantissa * 10**-places + part, exponent=places)
    if words[stop + 1] == "three" and words[stop + 2] == "quarters":
        return number._replace(stop=stop + 3, mantissa=number.mantissa * 100 + 75, exponent=-2)
    return number


def with_scale(tokens: Tokens, number: Number) -> Number:
    """The number with the scale that follows it: "1.2 million", "5 lakh crore", "$3 bn", "two dozen"."""
    while True:
        stop = number.stop
        word, gap = tokens.words[stop], tokens.gaps[stop]
        if word in SCALES and (gap in JOINED or not gap):
            power = SCALES[word]
        elif word == HUNDRED and gap in SPACE and not number.power and number.mantissa < _HUNDRED:
            return number._replace(stop=stop + 1, mantissa=number.mantissa * _HUNDRED)
        elif word in ("dozen", "dozens") and gap in JOINED and not number.power:
            return number._replace(stop=stop + 1, mantissa=number.mantissa * DOZEN)
        elif word in SPACED and (not gap or gap in SPACE) and not number.power:
            power = ABBREVIATED[word]
        else:
            return number
        if number.exponent > _TWENTY:
            return number
        number = number._replace(stop=stop + 1, exponent=number.exponent + power, power=number.power + power)
