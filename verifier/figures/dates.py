"""Dates in full or in part: "18 May 2025", "May 18th", "Thursday, 17 December", "2004-05", "the 1990s".

A date is kept as printed, even one that no calendar holds ("31 June"): a later check calls it
impossible. British and American orders are told apart by where the month's name stands; in all
digits, "18/05/2025" is settled by the number above 12; where there is none, by the style of the house, and
without one the day and the month are left open.
"""

from __future__ import annotations

import datetime as dt

from verifier.figures.calendar_names import (
    LONG_MONTHS,
    MONTHS,
    ORDINAL_ENDINGS,
    SEASONS,
    WEEKDAYS,
    after_day,
    day_of,
    year_of,
)
from verifier.figures.lexicon import wordset
from verifier.figures.model import DatePoint, Kind
from verifier.figures.reading import Reading, dated
from verifier.figures.tokens import DASHES, SPACE, Tokens

_BEFORE_MONTH = wordset(
    "in last next since until till by this early late mid of from to between before after during and "
    "through previous following every each on for past throughout around or end until's"
)
_AFTER_MARCH = wordset("of on to in for by against and")
"""After these "the March" is people walking."""

_BEFORE_NUMBER = frozenset((" ", ".", ". ", ", ", "\n", "-", "\u00a0"))
_BEFORE_MONTH_GAPS = frozenset((" ", "-", "\n"))
_DETERMINERS = wordset("a the her his its their our this s")


def is_month(tokens: Tokens, at: int) -> bool:
    """Whether the token is a month, and not a verb ("may", "march"), a name ("June Smith") or a word."""
    word = tokens.words[at]
    if word not in MONTHS or not tokens.capital(at):
        return False
    after = tokens.words[at + 1]
    if (day_of(after) or year_of(after)) and tokens.gaps[at + 1] in _BEFORE_NUMBER:
        return True
    if _follows_day(tokens, at):
        return tokens.gaps[at] in SPACE or tokens.gaps[at] == "-"
    return (word in LONG_MONTHS or word == "may") and _is_bare_month(tokens, at)


def _follows_day(tokens: Tokens, at: int) -> bool:
    """Whether a day of the month stands before the token: "18 May", "18th of May"."""
    before = tokens.words[at - 1]
    if before == "of":
        return tokens.words[at - 2] in ORDINAL_ENDINGS
    return before in ORDINAL_ENDINGS or day_of(before) is not None


def _is_bare_month(tokens: Tokens, at: int) -> bool:
    """Whether a month's full name without a day or year is the month: "in May", not "May said"."""
    word, before, after = tokens.words[at], tokens.words[at - 1], tokens.words[at + 1]
    capital = tokens.gaps[at + 1] == " " and tokens.capital(at + 1)
    verb = word in ("may", "march")
    if before in _BEFORE_MONTH and tokens.gaps[at] in _BEFORE_MONTH_GAPS:
        return not (verb and capital)
    if before in _DETERMINERS and tokens.gaps[at] in SPACE and word != "may":
        return not verb or (tokens.gaps[at + 1] == " " and not capital and after not in _AFTER_MARCH)
    if capital and word in ("april", "june", "august", "july"):
        return after in WEEKDAYS
    return not verb


def month_date(tokens: Tokens, at: int) -> Reading | None:
    """The date that begins with a month: "May 18, 2025", "February 2005", "January"."""
    if not is_month(tokens, at):
        return None
    month = MONTHS[tokens.words[at]]
    words, gaps = tokens.words, tokens.gaps
    day = day_of(words[at + 1])
    if day and gaps[at + 1] in (" ", ".", ". ", "\n", "-", "\u00a0"):
        stop = after_day(tokens, at + 1)
        if gaps[stop] in DASHES and day_of(words[stop]):
            stop = after_day(tokens, stop)
        stop, year = _year(tokens, stop)
        if year is None and words[at - 1] == "in" and tokens.gaps[at] in SPACE:
            # "In January 25 people were jailed": a day would take "on".
            return dated(tokens, at, at + 1, DatePoint(None, month), Kind.RELATIVE_DATE)
        return dated(tokens, at, stop, DatePoint(year, month, day))
    stop, year = _year(tokens, at + 1)
    if year is None:
        return dated(tokens, at, at + 1, DatePoint(None, month), Kind.RELATIVE_DATE)
    return dated(tokens, at, stop, DatePoint(year, month))


def day_date(tokens: Tokens, at: int) -> Reading | None:
    """The date that begins with the day: "18 May 2025", "the 18th of May", "18-20 May"."""
    day = day_of(tokens.words[at])
    if day is None:
        return None
    words, gaps = tokens.words, tokens.gaps
    stop = after_day(tokens, at)
    if gaps[stop] in DASHES and day_of(words[stop]):
        stop = after_day(tokens, stop)
    elif (
        words[stop] in ("to", "and", "or")
        and day_of(words[stop + 1])
        and words[after_day(tokens, stop + 1)] in MONTHS
    ):
        stop = after_day(tokens, stop + 1)
    if words[stop] == "of" and stop > at + 1:
        stop += 1
    if (
        words[stop] not in MONTHS
        or gaps[stop] not in (" ", "-", "\n", "\u00a0")
        or not is_month(tokens, stop)
    ):
        return None
    month = MONTHS[words[stop]]
    stop, year = _year(tokens, stop + 1)
    return dated(tokens, at, stop, DatePoint(year, month, day))


def _year(tokens: Tokens, at: int) -> tuple[int, int | None]:
    """The year that may follow a month or day: the token after it, and the year."""
    if tokens.words[at] == "of" and year_of(tokens.words[at + 1]):
        at += 1
    gap = tokens.gaps[at]
    year = year_of(tokens.words[at])
    if year is not None and gap in (" ", ", ", ". ", "\n", "-", "\u00a0", ",\n"):
        return at + 1, year
    return at, None


def weekday_date(tokens: Tokens, at: int) -> Reading | None:
    """A weekday with a date after it: "Thursday, 17 December", "Sunday 18 May 2025"."""
    gap = tokens.gaps[at + 1]
    if gap not in (" ", ", ", ". ", "\n", ".\n"):
        return None
    after = at + 1
    if tokens.words[after] == "the" and gap == " ":
        after += 1
    found = day_date(tokens, after) or (month_date(tokens, after) if tokens.words[after] in MONTHS else None)
    if found is None or found.date is None or found.date.day is None:
        return None
    point = found.date
    weekday = WEEKDAYS[tokens.words[at]]
    return dated(tokens, at, found.stop, DatePoint(point.year, point.month, point.day, weekday, point.end))


def numeric_date(tokens: Tokens, at: int) -> Reading | None:
    """A date in digits: "2025-05-18", "18/05/2025", "5/18/2025", "18.05.2025"."""
    words, gaps = tokens.words, tokens.gaps
    joint = gaps[at + 1]
    if words[at].count(".") == 2:  # noqa: PLR2004
        return _of_three(tokens, at, at + 1, words[at].split("."))
    if joint not in ("-", "/") or gaps[at + 2] != joint:
        return None
    return _of_three(tokens, at, at + 3, words[at : at + 3])


def _of_three(tokens: Tokens, first: int, stop: int, parts: list[str]) -> Reading | None:
    if not all(part.isdecimal() for part in parts):
        return None
    if (year := year_of(parts[0])) and len(parts[1]) == len(parts[2]) == 2:  # noqa: PLR2004
        return dated(tokens, first, stop, DatePoint(year, int(parts[1]), int(parts[2])))
    year = year_of(parts[2]) or (2000 + int(parts[2]) if len(parts[2]) == 2 else None)  # noqa: PLR2004
    one, two = day_of(parts[0]), day_of(parts[1])
    if year is None or one is None or two is None:
        return None
    if one > 12:  # noqa: PLR2004
        return dated(tokens, first, stop, DatePoint(year, two, one))
    if two > 12:  # noqa: PLR2004
        return dated(tokens, first, stop, DatePoint(year, one, two))
    if tokens.house.day_first is None:
        return dated(tokens, first, stop, DatePoint(year))
    day, month = (one, two) if tokens.house.day_first else (two, one)
    return dated(tokens, first, stop, DatePoint(year, month, day))


def year_date(tokens: Tokens, at: int) -> Reading | None:
    """A year, a decade or a stretch of years: "2004", "the 1990s", "2004-05", "2003/04", "1997-2001"."""
    words, gaps = tokens.words, tokens.gaps
    year = year_of(words[at])
    if year is None:
        return None
    stop = at + 1
    if words[stop] == "s" and gaps[stop] in ("", "'", "’"):
        return _decade(tokens, at, year)
    if gaps[stop] in ("-", "/", "–", "—", "\u2011") and (last_year := _span_end(year, words[stop])):
        return dated(tokens, at, stop + 1, DatePoint(year, end=dt.date(last_year, 12, 31)))
    if gaps[stop] == "" and words[stop][:1].isalpha():
        return None
    if gaps[stop] == " " and words[stop] in _ERAS:
        return dated(tokens, at, stop + 1, DatePoint(_ERAS[words[stop]] and year))
    return dated(tokens, at, stop, DatePoint(year))


_ERAS = {"bc": None, "bce": None, "ad": 1, "ce": 1}


def _decade(tokens: Tokens, at: int, year: int) -> Reading:
    """A decade or century with "s": "the 1990s", "the 1800s"; "2005's" is a year."""
    if tokens.gaps[at + 1] and year % 10:
        return dated(tokens, at, at + 1, DatePoint(year))
    last = year + (9 if year % 100 else 99)
    return dated(tokens, at, at + 2, DatePoint(year, end=dt.date(last, 12, 31)))


_CENTURY = 100
_LAST_CENTURY = 21
_WIDEST = 200


def _span_end(year: int, word: str) -> int | None:
    """The last year of "2004-05" or "1997-2001"."""
    if not word.isdecimal():
        return None
    if len(word) == 2:  # noqa: PLR2004
        last = year - year % _CENTURY + int(word)
        if last < year:
            last += _CENTURY
        return last if last - year <= 20 else None  # noqa: PLR2004
    last_year = year_of(word)
    return last_year if last_year and year < last_year <= year + _WIDEST else None


def century_date(tokens: Tokens, first: int, stop: int, number: int) -> Reading | None:
    """Read "the 21st century" as the hundred years that it is; `stop` is the token after the ordinal."""
    if (
        tokens.words[stop] not in ("century", "centuries")
        or tokens.gaps[stop] not in (" ", "-", "\n")
        or number > _LAST_CENTURY
    ):
        return None
    if tokens.capital(stop) and tokens.capital(stop + 1) and tokens.gaps[stop + 1] == " ":
        return None  # "20th Century Fox"
    year = (number - 1) * _CENTURY + 1
    return dated(tokens, first, stop + 1, DatePoint(year, end=dt.date(year + 99, 12, 31)))


def season_date(tokens: Tokens, at: int) -> Reading | None:
    """A season with its year: "summer 2004", "the spring of 2005"."""
    if tokens.words[at] not in SEASONS:
        return None
    after = at + 2 if tokens.words[at + 1] == "of" else at + 1
    year = year_of(tokens.words[after])
    if year is None or tokens.gaps[after] not in SPACE:
        return None
    return dated(tokens, at, after + 1, DatePoint(year))
