"""Ordinals and ranks: "third", "21st", "second-largest", "number one"; the quarters and halves of a year."""

from __future__ import annotations

import datetime as dt

from verifier.figures.amounts import read_number
from verifier.figures.calendar_names import year_of
from verifier.figures.dates import century_date
from verifier.figures.lexicon import counted, wordset
from verifier.figures.model import DatePoint, Interval, Kind
from verifier.figures.parts import SINGULAR_PARTS, read_part
from verifier.figures.reading import Read, Reading, Skip, dated, skip
from verifier.figures.tokens import DASHES, SPACE, Tokens

ORDINALS = counted(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    start=1,
) | {
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
    "ninetieth": 90, "hundredth": 100, "thousandth": 1000, "millionth": 10**6,
}  # fmt: skip

_IDIOMS = {
    "second": wordset("hand thought thoughts nature guess guessed guessing fiddle wind life sight"),
    "third": wordset("party parties world age way"),
    "fourth": frozenset(["estate"]), "fifth": frozenset(["column", "columnist"]),
    "seventh": frozenset(["heaven"]), "eleventh": frozenset(["hour"]),
}  # fmt: skip
_PERIODS = {"half": 6, "quarter": 3}
_SPANS = wordset("month months week weeks day days year years quarter quarters")
_BUSINESS = wordset(
    "of profit profits results result sales earnings loss losses revenue revenues figures trading "
    "growth income gdp net operating pre pretax performance numbers last this report reports data "
    "turnover"
)
_PLACES = wordset("place prize seed seeded seeds position rank ranked")
_NAMED = wordset(
    "street avenue congress circuit amendment infantry cavalry district fleet precinct ward division "
    "regiment battalion army brigade century squadron republic reich symphony st ave estate "
    "international floor world"
)


def read_ordinal(tokens: Tokens, index: int) -> Read:
    """What begins with an ordinal in letters."""
    word = tokens.words[index]
    value = ORDINALS[word]
    if word in SINGULAR_PARTS:
        part = read_part(tokens, index)
        if part is not None:
            return part
    if (
        word == "second"
        and tokens.words[index - 1] in ("per", "split", "a")
        and not _precedes_noun(tokens, index)
    ):
        return None
    return ordinal(tokens, index, index + 1, value)


def ordinal(tokens: Tokens, first: int, stop: int, value: int) -> Read:
    """The ordinal in tokens ``[first, stop)``: a century, a part of a year, a name, an idiom, or a rank."""
    return (
        century_date(tokens, first, stop, value)
        or _period(tokens, first, stop, value)
        or _no_rank(tokens, first, stop, value)
        or rank(tokens, first, stop, value)
    )


def _no_rank(tokens: Tokens, first: int, stop: int, value: int) -> Skip | None:
    """What an ordinal is part of, where it ranks nothing."""
    after, gap = tokens.words[stop], tokens.gaps[stop]
    joined = gap in SPACE or gap == "-"
    in_place = after == "place" and tokens.words[first - 2] == "in" and value == 1
    to_none = after == "to" and tokens.words[stop + 1] == "none"
    if joined and (in_place or to_none or after in _IDIOMS.get(tokens.words[first], ())):
        return skip(tokens, first, stop + 1, "idiom")
    if joined and after == "half":
        return skip(tokens, first, stop + 1, "part-of-play")
    named = tokens.capital(stop) and gap == " "
    if named and (after in _NAMED or (tokens.capital(first) and not tokens.opens(first))):
        return skip(tokens, first, stop + 1, "part-of-name")
    if tokens.words[first] == "first" and not (joined and after in _PLACES):
        return skip(tokens, first, stop, "first")
    return None


def rank(tokens: Tokens, first: int, stop: int, value: int) -> Reading:
    """The rank in tokens ``[first, stop)``."""
    exactly = Interval.exactly(value)
    return Reading(first, stop, tokens.starts[first], tokens.ends[stop - 1], Kind.ORDINAL, (exactly, exactly))


def _precedes_noun(tokens: Tokens, index: int) -> bool:
    return tokens.gaps[index + 1] in SPACE and tokens.words[index + 1] not in ("and", "or", "in", "to", "")


def _period(tokens: Tokens, first: int, stop: int, value: int) -> Reading | None:
    """A half or quarter of a year: "the first half of 2005", "fourth-quarter", "first six months of 2005"."""
    words, gaps = tokens.words, tokens.gaps
    if gaps[stop] not in SPACE and gaps[stop] != "-":
        return None
    length = _PERIODS.get(words[stop])
    if length is None:
        return _first_months(tokens, first, stop) if words[first] == "first" else None
    at = stop + 1
    if words[at] == "of" or gaps[at] in SPACE:
        year_at = at + 1 if words[at] == "of" else at
        year = year_of(words[year_at])
        if year is not None:
            return dated(tokens, first, year_at + 1, _piece(year, value, length))
    if length == _PERIODS["half"] and (
        words[at] not in _BUSINESS or gaps[at] not in SPACE or not _of_year(tokens, at)
    ):
        return None
    if value > 12 // length:
        return None
    return dated(tokens, first, stop + 1, DatePoint(), Kind.RELATIVE_DATE)


def _of_year(tokens: Tokens, at: int) -> bool:
    """Whether "first half of …" goes on with a year, rather than a match."""
    if tokens.words[at] != "of":
        return True
    return any(word in ("year", "decade", "century", "season") for word in tokens.words[at + 1 : at + 5])


def _piece(year: int, value: int, length: int) -> DatePoint:
    last = min(value * length, 12)
    following = dt.date(year + last // 12, last % 12 + 1, 1)
    return DatePoint(year, end=following - dt.timedelta(days=1))


def _first_months(tokens: Tokens, first: int, stop: int) -> Reading | None:
    """Read "the first six months of 2005": one stretch of that year."""
    number = read_number(tokens, stop)
    if number is None or tokens.words[number.stop] not in _SPANS or tokens.words[number.stop + 1] != "of":
        return None
    year = year_of(tokens.words[number.stop + 2])
    if year is None or number.exponent or tokens.words[number.stop] not in ("months", "month"):
        return None
    return dated(tokens, first, number.stop + 3, _piece(year, max(1, min(number.mantissa, 12)), 1))


def last_months(tokens: Tokens, index: int) -> Reading | None:
    """Read "the last three months of 2004": the end of that year."""
    number = read_number(tokens, index + 1)
    if number is None or number.exponent or not 1 < number.mantissa <= 12:  # noqa: PLR2004
        return None
    at = number.stop
    year = year_of(tokens.words[at + 2])
    if tokens.words[at] not in ("months", "quarters") or tokens.words[at + 1] != "of" or year is None:
        return None
    return dated(tokens, index, at + 3, _piece(year, 12, 1))


def read_number_word(tokens: Tokens, index: int) -> Read:
    """Read "number one", "No 3": a rank; "Number 10" and "No 10" are a house in Downing Street."""
    at = index + 1
    word = tokens.words[at]
    gap = tokens.gaps[at]
    if gap not in (" ", ". ", "\n", "-", ".") or (
        tokens.words[index - 1] in ("a", "the") and word not in _RANKS
    ):
        return None
    value = int(word) if word.isdecimal() and len(word) < 4 else _RANKS.get(word)  # noqa: PLR2004
    if value is None or (tokens.words[index] == "no" and not word.isdecimal()):
        return None
    if (word in ("10", "11") and tokens.capital(index)) or (word == "ten" and tokens.capital(at)):
        return skip(tokens, index, at + 1, "part-of-name")
    if tokens.gaps[at + 1] in DASHES and tokens.words[at + 1].isdecimal():
        return skip(tokens, index, at + 2, "part-of-name")  # a docket: "No. 14-915"
    return rank(tokens, at, at + 1, value)


_RANKS = counted("one two three four five six seven eight nine ten", start=1)
