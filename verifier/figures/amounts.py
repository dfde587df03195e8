"""Amounts: a number with its sign, scale and unit, as one stretch ("£7.2bn", "-3.5%", "10 hours 45 minutes").

Ranges are read here as well, because their unit is often printed once for both ends ("10-15m").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from verifier.figures.lexicon import wordset
from verifier.figures.model import Kind
from verifier.figures.money import name_after, sign_before
from verifier.figures.nouns import counted_noun
from verifier.figures.numerals import ABBREVIATED, Number, read_numeral
from verifier.figures.rounding import exact
from verifier.figures.tokens import DASHES, DIGITS, JOINED, SPACE, Tokens
from verifier.figures.units import read_unit
from verifier.figures.words import read_words, with_half, with_scale

if TYPE_CHECKING:
    from fractions import Fraction

_PERCENT = frozenset(("%", "percent", "pct", "pc"))
_POINTS = frozenset(("point", "points"))
_BEFORE_POINTS = frozenset(("percentage", "basis", "bps"))
_AMBIGUOUS = frozenset(("m", "b", "k"))
_THOUSAND = 1000
_METRES_BEFORE = wordset(
    "race final hurdles freestyle butterfly backstroke breaststroke medley relay sprint champion "
    "championship runner record event title heats semi gold silver bronze individual steeplechase "
    "dash world olympic high wide tall long deep above below apart distance squad hurdler sprinter "
    "crown walk run runs penalty drop kick range jump throw swim sprints champions"
)
"""What follows "100m" when it is metres. Else a glued "m" is a million, as in British newspaper style."""

_DIRECTIONS = frozenset(("out", "away"))
"""Words that end a distance: "from 40m out"; not before "of" ("10m out of 60m Britons")."""

_LANDMARKS = wordset("goal shore line whitewash post posts target finish coast touchline tryline summit hole")
"""From what metres are told: "20m from the line"; money comes from people and firms."""

_FEET = wordset("ft feet foot in inch inches yd yds yard yards mi mile miles")
"""Units that metres are put into, in brackets or after a stroke: "1.3m (4.2ft)", "1.8m/5ft 11in"."""

_ROUGHLY = wordset("about around some nearly almost just over under or roughly approximately")

_BESIDE = frozenset((" (", "/", " / "))

_TRACK = frozenset((50, 60, 100, 110, 200, 400, 800))
"""Distances that are run and swum: metres, unless something is counted."""

_METRES = 1000
"""From here on a bare "m" is metres: nobody prints 3bn as "3,000m" without a currency."""

_CENTIMETRES = -2
"""Two decimals are a height ("1.80m"), not millions."""


class Amount(NamedTuple):
    """A number with its unit, in tokens ``[first, stop)`` and code points ``[start, end)``.

    The value is ``mantissa × 10**exponent`` of `unit`; `exponent` is the last place printed,
    `power` the part of it that comes from a scale or a unit ("bn" 9, "p" -2).
    `measured` is whether the value is rounded at that place rather than counted.
    """

    first: int
    stop: int
    start: int
    end: int
    kind: Kind
    unit: str | None
    mantissa: int
    exponent: int
    power: int
    measured: bool
    words: bool


def read_number(tokens: Tokens, index: int) -> Number | None:
    """The number, in digits or letters, that begins at a token, with its scale."""
    word = tokens.words[index]
    if word[:1] not in DIGITS or not word:
        return read_words(tokens, index)
    number = read_numeral(tokens, index)
    if number is None:
        return None
    following = tokens.words[number.stop]
    if not tokens.gaps[number.stop]:
        power = ABBREVIATED.get(following)
        if power is not None and _is_scale(tokens, number, following):
            return number._replace(stop=number.stop + 1, exponent=number.exponent + power, power=power)
    elif following == "and":
        number = with_half(tokens, number)
    return with_scale(tokens, number)


def _is_scale(tokens: Tokens, number: Number, letters: str) -> bool:
    """Whether the letters after a numeral are a scale: "5m people", "$3b", "20k"; not "100m hurdles"."""
    if letters not in _AMBIGUOUS or sign_before(tokens, number.first):
        return True
    at = number.stop + 1
    if letters == "k":
        return tokens.gaps[at] not in ("/", "")
    return letters == "m" and _is_million(tokens, number, at)


def _is_million(tokens: Tokens, number: Number, at: int) -> bool:
    """Whether an "m" without a currency sign is a million rather than metres; `at` is the token after it."""
    if name_after(tokens, at, 0, scaled=True) is not None:
        return True
    if tokens.words[at] in _METRES_BEFORE and tokens.gaps[at] in JOINED:
        return False
    if _is_distance(tokens, at) or _in_feet(tokens, number, at):
        return False
    if number.exponent == 0 and number.mantissa in _TRACK:
        return tokens.gaps[at] in SPACE and counted_noun(tokens, at) is not None
    return number.exponent > _CENTIMETRES and number.mantissa < _METRES


def _is_distance(tokens: Tokens, at: int) -> bool:
    """Whether the words from a token on tell how far: "(40m) out", "(20m) from the line"."""
    words = tokens.words
    if tokens.gaps[at] not in SPACE:
        return False
    if words[at] in _DIRECTIONS:
        return words[at + 1] != "of"
    return words[at] == "from" and words[at + (2 if words[at + 1] in ("the", "his") else 1)] in _LANDMARKS


def _in_feet(tokens: Tokens, number: Number, at: int) -> bool:
    """Whether a length in feet or the like stands beside metres: "(1.3m) (4.2ft)", "12ft ((3.7m))"."""
    before = tokens.words[number.first - 1]
    if before in _FEET and tokens.gaps[number.first] in _BESIDE:
        return True
    if tokens.gaps[at] not in _BESIDE:
        return False
    while tokens.words[at] in _ROUGHLY:
        at += 1
    if tokens.words[at][:1] not in DIGITS or not tokens.words[at]:
        return False
    other = read_numeral(tokens, at)
    if other is None:
        return False
    unit, gap = tokens.words[other.stop], tokens.gaps[other.stop]
    return unit in _FEET and (not gap or (gap in JOINED and unit != "in"))


def read_amount(tokens: Tokens, index: int) -> Amount | None:
    """The amount whose number begins at a token; its sign may stand before it."""
    number = read_number(tokens, index)
    return None if number is None else with_unit(tokens, number)


_BELOW_ZERO = frozenset(("°C", "°F", "degree"))


def with_unit(tokens: Tokens, number: Number) -> Amount:
    """The amount that a number is part of: currency sign or name, per cent, measure, duration, or none."""
    if not number.words:
        sign = sign_before(tokens, number.first)
        if sign is not None:
            return _with_sign(tokens, number, sign)
    first, stop, mantissa, exponent, power, words = number
    start = tokens.starts[first]
    if not words and (start := _with_minus(tokens, first)) < tokens.starts[first]:
        if tokens.text[start] == ".":
            exponent -= len(tokens.words[first])
        else:
            mantissa = -mantissa
    found = _unit_after(tokens, number)
    if found is not None:
        stop, kind, unit, shift = found
        exponent, power, measured = exponent + shift, power + shift, True
    else:
        kind, unit, measured = Kind.COUNT, None, power > 0 or exponent < 0
    if unit is not None and unit in _BELOW_ZERO and _minus_word(tokens, first):
        start, mantissa = tokens.starts[first - 1], -mantissa
    end = tokens.ends[stop - 1]
    return Amount(first, stop, start, end, kind, unit, mantissa, exponent, power, measured, words)


def _minus_word(tokens: Tokens, first: int) -> bool:
    """Whether "minus" before a number is its sign: "minus 11 degrees", not "40 minus 11"."""
    return (
        tokens.words[first - 1] == "minus"
        and tokens.gaps[first] in SPACE
        and not tokens.words[first - 2][:1].isdecimal()
    )


def _with_sign(tokens: Tokens, number: Number, sign: tuple[int, str]) -> Amount:
    """The sum of money that a number and the currency sign before it make; it may be negative."""
    _, stop, mantissa, exponent, power, words = number
    first, code = sign
    start = _with_minus(tokens, first)
    if not power and tokens.words[stop] == "m" and tokens.gaps[stop] in SPACE:
        stop, power = stop + 1, ABBREVIATED["m"]
        exponent += power
    end = tokens.ends[stop - 1]
    mantissa = _signed(mantissa, tokens, start, first)
    return Amount(
        first, stop, start, end, Kind.MONEY, code, mantissa, exponent, power, measured=True, words=words
    )


def _signed(mantissa: int, tokens: Tokens, start: int, first: int) -> int:
    minus = start < tokens.starts[first] or "-" in tokens.text[tokens.ends[first] : tokens.starts[first + 1]]
    return -mantissa if minus else mantissa


def _with_minus(tokens: Tokens, first: int) -> int:
    """The start of an amount, with a minus sign or a leading decimal point where one stands before it."""
    start = tokens.starts[first]
    gap = tokens.gaps[first]
    if (
        gap
        and gap[-1] in "-−."
        and ((len(gap) == 1 and first == 0) or (len(gap) > 1 and gap[-2] in ' (\n\t"“'))
    ):
        return start - 1
    return start


_UnitAfter = tuple[int, Kind, str | None, int]
"""The token after a unit, the kind it makes, its name, and a decimal shift."""


def _unit_after(tokens: Tokens, number: Number) -> _UnitAfter | None:
    """The unit that follows a number."""
    stop = number.stop
    word, gap = tokens.words[stop], tokens.gaps[stop]
    if gap and gap not in JOINED:
        return None
    if word in _PERCENT or (word == "per" and tokens.words[stop + 1] == "cent"):
        return _percent(tokens, stop)
    if word in _BEFORE_POINTS:
        return _points(tokens, stop)
    return _currency_after(tokens, number) or _measure_after(tokens, stop)


def _currency_after(tokens: Tokens, number: Number) -> _UnitAfter | None:
    whole = number.mantissa if number.exponent <= 0 else number.mantissa * _THOUSAND
    currency = name_after(tokens, number.stop, whole, scaled=number.power > 0)
    return None if currency is None else (currency.stop, Kind.MONEY, currency.code, currency.shift)


def _measure_after(tokens: Tokens, stop: int) -> _UnitAfter | None:
    unit = read_unit(tokens, stop)
    if unit is not None:
        return unit[0], Kind.DURATION if unit[2] else Kind.MEASURE, unit[1], 0
    if not tokens.gaps[stop] and tokens.words[stop] == "m":
        return stop + 1, Kind.MEASURE, "metre", 0
    return None


def _percent(tokens: Tokens, stop: int) -> tuple[int, Kind, str, int]:
    after = stop + (2 if tokens.words[stop] == "per" else 1)
    if tokens.words[after] in _POINTS and tokens.gaps[after] in JOINED:
        return after + 1, Kind.POINTS, "pp", 0
    return after, Kind.PERCENT, "%", 0


def _points(tokens: Tokens, stop: int) -> tuple[int, Kind, str, int] | None:
    if tokens.words[stop] == "bps":
        return stop + 1, Kind.POINTS, "pp", -2
    if tokens.words[stop + 1] not in _POINTS:
        return None
    return stop + 2, Kind.POINTS, "pp", -2 if tokens.words[stop] == "basis" else 0


# Compound amounts: how many of the second unit make one of the first (calendar and imperial definitions).
_PARTS = {
    ("hour", "minute"): 60, ("minute", "second"): 60, ("year", "month"): 12, ("week", "day"): 7,
    ("day", "hour"): 24, ("foot", "inch"): 12, ("stone", "pound"): 14, ("pound", "ounce"): 16,
}  # fmt: skip


def compound(tokens: Tokens, amount: Amount) -> Amount:
    """The amount with a smaller unit that follows it: "10 hours 45 minutes" is 645 minutes."""
    while True:
        at = amount.stop
        gap = tokens.gaps[at]
        if tokens.words[at] == "and" and gap in SPACE:
            at += 1
        elif gap not in ("", " ", ", ", "\n", "-"):
            return amount
        if amount.exponent or (tokens.words[at][:1] not in DIGITS and not amount.words):
            return amount
        second = read_amount(tokens, at)
        if second is None:
            return amount
        factor = _PARTS.get((amount.unit or "", second.unit or ""))
        if factor is None or second.exponent > 0:
            return amount
        mantissa = amount.mantissa * factor * 10**-second.exponent + second.mantissa
        amount = amount._replace(
            stop=second.stop, end=second.end, unit=second.unit, mantissa=mantissa, exponent=second.exponent
        )


_LINKS = frozenset(("to", "or"))


def second_end(tokens: Tokens, amount: Amount, *, between: bool) -> Amount | None:
    """The upper end of a range that begins with an amount: "10% to 15%", "10-15m", "five or six"."""
    at = amount.stop
    gap = tokens.gaps[at]
    word = tokens.words[at]
    if (word in _LINKS and gap in JOINED) or (between and word == "and" and gap in SPACE):
        at += 1
        if tokens.gaps[at] not in JOINED and tokens.gaps[at].strip():
            return None
    elif gap.strip() not in DASHES or len(gap) not in (1, 3) or not gap.strip():
        return None
    if tokens.words[at] in ("$", "£", "€", "¥") or (tokens.words[at + 1] == "$" and not tokens.gaps[at + 1]):
        at += 1 if tokens.words[at] != "us" and tokens.words[at] != "a" else 2
    return read_amount(tokens, at)


def align(low: Amount, high: Amount) -> Amount | None:
    """The lower end with the unit and scale that only the upper end prints; None if they do not go together.

    "10-15m" is 10m to 15m; "£10-15m" is £10m to £15m; "10% to £5" is no range.
    """
    kind, unit, exponent = low.kind, low.unit, low.exponent
    if low.kind is Kind.COUNT and low.unit is None:
        kind, unit = high.kind, high.unit
    elif high.kind is not Kind.COUNT and (high.kind, high.unit) != (kind, unit):
        return None
    if not low.power and high.power and (high.power < 0 or _bare(low) <= _bare(high)):
        exponent = low.exponent + high.power
    return low._replace(kind=kind, unit=unit, exponent=exponent, measured=low.measured or high.measured)


def _bare(amount: Amount) -> int | Fraction:
    return exact(amount.mantissa, amount.exponent - amount.power)
