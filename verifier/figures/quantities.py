"""From an amount to a figure: ranges, ages, "ago", the counted noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.figures.amounts import Amount, align, compound, read_amount, read_number, second_end, with_unit
from verifier.figures.calendar_names import year_of
from verifier.figures.lexicon import wordset
from verifier.figures.model import Hedge, Kind
from verifier.figures.nouns import counted_noun
from verifier.figures.reading import Reading, dated
from verifier.figures.relative import ago
from verifier.figures.rounding import Readings, exact, printed, ranged
from verifier.figures.tokens import JOINED, SPACE, Tokens

if TYPE_CHECKING:
    from verifier.figures.numerals import Number

_CHANGES = wordset(
    "from rose rise rises rising fell fall falls falling up down gained gain lost loss dropped drop "
    "climbed jumped slipped added shed by increase increased decrease decreased cut raised grew "
    "growth slid tumbled surged soared dipped eased edged went declined decline reduced lower higher "
    "advanced ahead off"
)
"""Words before "3% to 45%" that make it a step and a level rather than a range."""


def quantity(tokens: Tokens, index: int) -> Reading | None:
    """The figure whose number begins at a token: an amount or a range of amounts."""
    number = read_number(tokens, index)
    return None if number is None else from_number(tokens, number)


def from_number(tokens: Tokens, number: Number) -> Reading:
    """The figure that a number is part of."""
    amount = with_unit(tokens, number)
    if amount.kind is Kind.DURATION or amount.kind is Kind.MEASURE:
        amount = compound(tokens, amount)
    between = tokens.words[amount.first - 1] == "between"
    if not between and _is_year(tokens, amount):
        return _single(tokens, amount)
    high = second_end(tokens, amount, between=between)
    if high is not None:
        found = _range(tokens, amount, high, between=between)
        if found is not None:
            return found
        amount = _with_unit_of(amount, high)
    elif tokens.words[amount.stop] == "and" and amount.kind is Kind.COUNT and amount.stop == amount.first + 1:
        amount = _with_unit_of(amount, _after_and(tokens, amount))
    return _single(tokens, amount)


def _is_year(tokens: Tokens, amount: Amount) -> bool:
    """Whether the number is the year before the end of a step: "from £3bn in 2003 to £4bn in 2004"."""
    word = tokens.words[amount.first]
    bare = amount.kind is Kind.COUNT and amount.unit is None and amount.stop == amount.first + 1
    return bare and year_of(word) is not None and tokens.words[amount.first - 1] in ("in", "of", "during")


def _after_and(tokens: Tokens, amount: Amount) -> Amount | None:
    """The amount after "and", in "10 and 15 per cent"."""
    at = amount.stop + 1
    if tokens.gaps[at] not in SPACE:
        return None
    second = read_amount(tokens, at)
    return second if second is not None and second.kind is not Kind.MONEY and second.power <= 0 else None


def _with_unit_of(low: Amount, high: Amount | None) -> Amount:
    """The first of two amounts with the unit that only the second prints: "from 10 to 15 per cent"."""
    if high is None or low.kind is not Kind.COUNT or low.unit is not None or high.kind is Kind.COUNT:
        return low
    aligned = align(low, high)
    return low if aligned is None else aligned


def readings_of(amount: Amount) -> Readings:
    """What an amount's digits allow."""
    decimals = amount.exponent < amount.power
    return printed(amount.mantissa, amount.exponent, measured=amount.measured, decimals=decimals)


def _range(tokens: Tokens, low: Amount, high: Amount, *, between: bool) -> Reading | None:
    aligned = align(low, high)
    if aligned is None or (aligned.kind is Kind.COUNT and _years(tokens, low, high)):
        return None
    least, most = exact(aligned.mantissa, aligned.exponent), exact(high.mantissa, high.exponent)
    if least >= most or (most > 20 * max(least, -least) and least and not between):
        return None
    close = tokens.words[low.first - 1] == "by" and most * 2 <= least * 3
    if not between and tokens.words[low.stop] == "to" and not close and _is_step(tokens, low):
        return None
    kind, unit, stop, end = aligned.kind, aligned.unit, high.stop, high.end
    if kind is Kind.DURATION and (age := _age(tokens, high)):
        kind, unit, stop, end = Kind.AGE, "year", age, tokens.ends[age - 1]
    elif kind is Kind.COUNT and unit is None:
        unit = counted_noun(tokens, high.stop)
    at = None
    if between:
        at = tokens.starts[low.first - 1], tokens.ends[low.first - 1]
    readings = ranged(readings_of(aligned), readings_of(high))
    return Reading(
        low.first, stop, low.start, end, kind, readings, unit, Hedge.BETWEEN, at, may_hedge=not between
    )


def _years(tokens: Tokens, low: Amount, high: Amount) -> bool:
    """Whether both ends look like years: "between 2002 and 2010"."""
    first, second = tokens.words[low.first], tokens.words[high.first]
    return year_of(first) is not None and year_of(second) is not None and low.end - low.start == len(first)


def _is_step(tokens: Tokens, low: Amount) -> bool:
    before = tokens.words[max(0, low.first - 3) : low.first]
    return any(word in _CHANGES for word in before)


def _age(tokens: Tokens, amount: Amount) -> int | None:
    """The token after "year-old", "years old" or "at 18 years and 187 days", if the amount begins an age."""
    at = amount.stop
    if amount.unit != "year":
        return None
    if tokens.words[at] in ("old", "olds") and tokens.gaps[at] in JOINED:
        return at + 1
    to_the_day = (
        tokens.words[at] == "and" and tokens.words[at + 1].isdecimal() and tokens.words[at + 2] == "days"
    )
    return at + 3 if to_the_day and tokens.words[amount.first - 1] in ("at", "aged") else None


def _single(tokens: Tokens, amount: Amount) -> Reading:
    first, stop, start, end, kind, unit = amount[:6]
    readings = None
    if kind is Kind.DURATION:
        age = _age(tokens, amount)
        if age is not None:
            kind, stop, end = Kind.AGE, age, tokens.ends[age - 1]
            readings = printed(amount.mantissa, amount.exponent, measured=False)
        elif tokens.words[stop] == "ago" and tokens.gaps[stop] in SPACE:
            return dated(
                tokens, first, stop + 1, ago(tokens, unit or "", amount.mantissa), Kind.RELATIVE_DATE
            )._replace(may_hedge=True)
    elif kind is Kind.COUNT and unit is None:
        unit = counted_noun(tokens, stop, singular=amount.mantissa == 1 and not amount.exponent)
    return Reading(first, stop, start, end, kind, readings or readings_of(amount), unit, may_hedge=True)
