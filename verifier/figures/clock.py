"""Times of day: "7pm", "7.30 p.m.", "19:30 GMT", "1400 GMT", "noon", "10 o'clock", "ten past seven".

Their values are minutes after midnight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.figures.amounts import read_number
from verifier.figures.lexicon import wordset
from verifier.figures.model import Interval, Kind
from verifier.figures.reading import Reading
from verifier.figures.tokens import SPACE, Tokens

if TYPE_CHECKING:
    from verifier.figures.numerals import Number

_HOUR = 60
_HOURS = 24
_NOON = 12
_MINUTE_DIGITS = 2
_FIVE = 5
_MILITARY = 4
_ZONES = wordset("gmt bst utc cet est edt et pst pdt pt cst cdt ct ist msk hours hrs cest mst mdt jst local")
CLOCK_WORDS = _ZONES | wordset("am pm a p o")
"""What may follow a numeral that is a time of day."""

_NAMED = {"noon": 720, "midnight": 0, "midday": 720}


def read_time(tokens: Tokens, index: int) -> Reading | None:
    """The time of day that begins with a numeral, if it is one."""
    word = tokens.words[index]
    hour, minute, stop = word, "0", index + 1
    if (
        tokens.gaps[stop] == ":"
        and tokens.words[stop].isdecimal()
        and len(tokens.words[stop]) == _MINUTE_DIGITS
    ):
        minute, stop = tokens.words[stop], stop + 1
        if tokens.gaps[stop] in (":", ".") and tokens.words[stop].isdecimal():
            return None
    elif "." in word:
        hour, _, minute = word.partition(".")
        if len(minute) != _MINUTE_DIGITS:
            return None
    half, after = _half_of_day(tokens, stop)
    sure = after > stop or stop > index + 1
    if not half and (
        tokens.words[after] in _ZONES and tokens.gaps[after] in (" ", "") and tokens.words[after] != "hours"
    ):
        if len(word) == _MILITARY and word.isdecimal() and tokens.capital(after):
            hour, minute = word[:2], word[2:]
        elif not sure and "." not in word:
            return None
        sure, after = True, after + 1
    if not sure or not hour.isdecimal() or len(hour) > 2:  # noqa: PLR2004
        return None
    return _time(tokens, (index, after), int(hour), int(minute), half)


def _time(tokens: Tokens, at: tuple[int, int], hour: int, minute: int, half: str) -> Reading | None:
    """The time of day in a stretch of tokens; `half` is "a", "p" or nothing."""
    index, stop = at
    if hour > _HOURS or minute >= _HOUR:
        return None
    if half == "p" and hour < _NOON:
        hour += _NOON
    elif half == "a" and hour == _NOON:
        hour = 0
    value = Interval.exactly(hour % _HOURS * _HOUR + minute)
    end = tokens.ends[stop - 1]
    if tokens.words[stop - 1] == "m" and tokens.text[end : end + 1] == ".":
        end += 1
    return Reading(index, stop, tokens.starts[index], end, Kind.TIME, (value, value), may_hedge=True)


def _half_of_day(tokens: Tokens, at: int) -> tuple[str, int]:
    """Read "am", "p.m." or "o'clock" at a token: "a", "p" or "", and the token after it."""
    word, gap = tokens.words[at], tokens.gaps[at]
    if gap and gap not in SPACE:
        return "", at
    if word in ("am", "pm"):
        return word[0], at + 1
    if word in ("a", "p") and tokens.gaps[at + 1] == "." and tokens.words[at + 1] == "m":
        return word, at + 2
    if word == "o" and tokens.words[at + 1] == "clock":
        return "", at + 2
    return "", at


def named_time(tokens: Tokens, index: int) -> Reading | None:
    """Read "noon", "midnight"."""
    if tokens.capital(index) and not tokens.opens(index):
        return None
    value = Interval.exactly(_NAMED[tokens.words[index]])
    return Reading(
        index, index + 1, tokens.starts[index], tokens.ends[index], Kind.TIME, (value, value), may_hedge=True
    )


def minutes_past(tokens: Tokens, number: Number) -> Reading | None:
    """Read "ten past seven": the minutes, five or a multiple of it, are a number that ends before "past"."""
    at = number.stop
    if tokens.words[at] != "past" or tokens.gaps[at] not in SPACE or tokens.gaps[at + 1] not in SPACE:
        return None
    hour = read_number(tokens, at + 1)
    if hour is None or hour.exponent or number.exponent or not 0 < hour.mantissa <= _NOON:
        return None
    if number.mantissa % _FIVE:
        return None
    return _time(tokens, (number.first, hour.stop), hour.mantissa, number.mantissa, "")


def clock_word(tokens: Tokens, index: int, stop: int, hour: int) -> Reading | None:
    """Read "ten o'clock", where tokens ``[index, stop)`` say it."""
    return _time(tokens, (index, stop), hour, 0, "")
