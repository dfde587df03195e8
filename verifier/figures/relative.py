"""Dates that hang on the day of writing: "on Sunday", "last year", "a week ago", "this month".

They are resolved where that day is known; else only what is printed is kept. A weekday by itself is
the last such day, the day of writing included, unless the words around it look ahead ("will", "next").
"""

from __future__ import annotations

import datetime as dt

from verifier.figures.calendar_names import LONG_WEEKDAYS, MONTHS, SEASONS, WEEKDAYS
from verifier.figures.dates import is_month, weekday_date
from verifier.figures.lexicon import wordset
from verifier.figures.model import DatePoint, Hedge, Kind
from verifier.figures.reading import Read, Reading, dated, skip
from verifier.figures.tokens import SPACE, Tokens

_WEEK = 7
_MONTHS_A_YEAR = 12

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_WHICH = {
    "last": -1, "this": 0, "next": 1, "previous": None, "following": None, "coming": None, "past": None,
    "current": 0, "preceding": None, "upcoming": None, "late": None,
}  # fmt: skip
_PERIODS = wordset(
    "year month week weekend quarter decade century night morning afternoon evening day fortnight hour"
)
_NOT_DAYS = frozenset(("day", "hour"))
_NEVER = {
    "this": wordset("day century hour fortnight"), "last": _NOT_DAYS, "next": frozenset(("hour",)),
    "past": wordset("day hour year decade month week century"), "coming": _NOT_DAYS, "current": _NOT_DAYS,
    "preceding": _NOT_DAYS, "upcoming": _NOT_DAYS, "late": _PERIODS - {"night"},
}  # fmt: skip
"""What makes no date after each of these words; "this day" and "the past decade" among them."""

_WHICH_MONTH = wordset("last this next previous following late")
_VAGUE_WHICH = wordset("recent coming past previous preceding following next last these")
_VAGUE_PERIODS = wordset("years months weeks days decades hours seasons quarters minutes centuries")
_ADJECTIVES = {
    ("late", "night"), ("last", "minute"), ("next", "day"), ("last", "hour"), ("last", "day"),
    ("late", "evening"), ("late", "afternoon"), ("late", "morning"), ("late", "day"),
}  # fmt: skip
"""With a hyphen these describe a thing, and say no time: "a late-night show", "last-minute talks"."""

_AHEAD = wordset("will would due next to scheduled expected planned plans starts begins coming ahead")
_NAMED_DAYS = {
    "times", "telegraph", "mirror", "express", "herald", "people", "mail", "night", "league", "lunch",
    "agreement", "club",
}  # fmt: skip
_DAY_NAMES = wordset(
    "super bloody black good ash sheffield freaky ruby shrove palm maundy whit cyber easter girl man "
    "fat tragic throwback gavin"
)


def near_day(tokens: Tokens, at: int) -> Read:
    """Read "today", "yesterday", "tomorrow", "tonight"; not the Today programme or USA Today."""
    if tokens.capital(at) and (
        not tokens.opens(at)
        or (tokens.gaps[at + 1][:1] in ("'", '"', "”", "’", ",") and tokens.gaps[at + 1] != ", ")
    ):
        return skip(tokens, at, at + 1, "part-of-name")
    point = DatePoint()
    if (today := tokens.today) is not None:
        point = _point(today + dt.timedelta(days=_DAYS[tokens.words[at]]))
    return dated(tokens, at, at + 1, point, Kind.RELATIVE_DATE)


def _point(day: dt.date) -> DatePoint:
    return DatePoint(day.year, day.month, day.day)


def weekday(tokens: Tokens, at: int) -> Read:
    """A weekday: with its date, in a name ("Super Tuesday", "the Sunday Times"), or by itself."""
    if not tokens.capital(at):
        return None
    found = weekday_date(tokens, at)
    if found is not None:
        return found
    if tokens.words[at] not in LONG_WEEKDAYS:
        return None
    if tokens.words[at - 1] in _DAY_NAMES and tokens.capital(at - 1) and tokens.gaps[at] == " ":
        return skip(tokens, at - 1, at + 1, "part-of-name")
    after = tokens.words[at + 1]
    if after in _NAMED_DAYS and tokens.capital(at + 1) and tokens.gaps[at + 1] == " ":
        return skip(tokens, at, at + 2, "part-of-name")
    number = WEEKDAYS[tokens.words[at]]
    point = DatePoint(weekday=number)
    if (today := tokens.today) is not None and not tokens.words[at].endswith("days"):
        point = _nearest(tokens, at, today, number)
    return dated(tokens, at, at + 1, point, Kind.RELATIVE_DATE)


def _nearest(tokens: Tokens, at: int, today: dt.date, number: int) -> DatePoint:
    back = (today.weekday() - number) % _WEEK
    before = tokens.words[max(0, at - 8) : at]
    if tokens.words[at - 1] == "last":
        days = -(back or _WEEK)
    elif any(word in _AHEAD for word in before):
        days = (_WEEK - back) % _WEEK or _WEEK
    else:
        days = -back
    day = today + dt.timedelta(days=days)
    return DatePoint(day.year, day.month, day.day, number)


def which_period(tokens: Tokens, at: int) -> Read:
    """Read "last year", "this week", "the previous quarter", "next summer", "last July", "recent months"."""
    which, after = tokens.words[at], tokens.words[at + 1]
    gap = tokens.gaps[at + 1]
    if gap not in SPACE and gap != "-":
        return None
    if gap == "-" and (which, after) in _ADJECTIVES:
        return skip(tokens, at, at + 2, "part-of-word")
    if after in _VAGUE_PERIODS:
        return _vague(tokens, at) if which in _VAGUE_WHICH else None
    if which not in _WHICH:
        return None
    if after in _PERIODS and tokens.capital(at) and tokens.capital(at + 1):
        return skip(tokens, at, at + 2, "part-of-name")
    if after in LONG_WEEKDAYS:
        found = weekday(tokens, at + 1)
        return found._replace(first=at, start=tokens.starts[at]) if isinstance(found, Reading) else found
    return _named_period(tokens, at) or _plain_period(tokens, at)


def new_year(tokens: Tokens, at: int) -> Reading | None:
    """Read "from the new year", where "year" stands at a token; not "a happy new year", "New Year's Eve"."""
    if tokens.words[at - 2] != "the" or tokens.gaps[at] not in SPACE or tokens.gaps[at - 1] not in SPACE:
        return None
    if tokens.gaps[at + 1] in ("'", "’") or tokens.words[at + 1] in ("eve", "day", "honours", "honors"):
        return None
    return dated(tokens, at - 1, at + 1, DatePoint(), Kind.RELATIVE_DATE)


def _named_period(tokens: Tokens, at: int) -> Reading | None:
    """A month or season: "last July", "late January", "this summer"; "this fall in prices" is none."""
    which, after = tokens.words[at], tokens.words[at + 1]
    if after in MONTHS and which in _WHICH_MONTH and is_month(tokens, at + 1):
        return _month(tokens, at)
    if after in SEASONS and tokens.words[at + 2] not in ("of", "in") and which != "late":
        return dated(tokens, at, at + 2, _shift_year(tokens, _WHICH[which]), Kind.RELATIVE_DATE)
    return None


def _plain_period(tokens: Tokens, at: int) -> Reading | None:
    """A year, month, week, morning …; "the past decade" is a duration and read elsewhere."""
    which, after = tokens.words[at], tokens.words[at + 1]
    if after not in _PERIODS or after in _NEVER.get(which, ()):
        return None
    return dated(tokens, at, at + 2, _period(tokens, after, _WHICH[which]), Kind.RELATIVE_DATE)


def _vague(tokens: Tokens, at: int) -> Reading | None:
    if tokens.words[at] == "these" or (
        tokens.words[at] in ("last", "next") and tokens.words[at - 1] != "the"
    ):
        return None
    return dated(tokens, at, at + 2, DatePoint(), Kind.RELATIVE_DATE)._replace(hedge=Hedge.VAGUE)


def _month(tokens: Tokens, at: int) -> Reading:
    month = MONTHS[tokens.words[at + 1]]
    which = _WHICH[tokens.words[at]]
    point = DatePoint(None, month)
    today = tokens.today
    if today is not None and which is not None:
        year = today.year
        if which < 0 and month >= today.month:
            year -= 1
        elif which > 0 and month <= today.month:
            year += 1
        point = DatePoint(year, month)
    return dated(tokens, at, at + 2, point, Kind.RELATIVE_DATE)


def _shift_year(tokens: Tokens, shift: int | None) -> DatePoint:
    today = tokens.today
    return DatePoint() if today is None or shift is None else DatePoint(today.year + shift)


def _period(tokens: Tokens, name: str, shift: int | None) -> DatePoint:
    """The year, month or day that a period means, seen from the day of writing."""
    today = tokens.today
    if today is None or shift is None:
        return DatePoint()
    if name == "year":
        return DatePoint(today.year + shift)
    if name == "month":
        month = today.year * _MONTHS_A_YEAR + today.month - 1 + shift
        return DatePoint(month // _MONTHS_A_YEAR, month % _MONTHS_A_YEAR + 1)
    if name in ("morning", "afternoon", "evening", "night"):
        return _point(today + dt.timedelta(days=shift))
    return DatePoint()


def ago(tokens: Tokens, unit: str, number: int) -> DatePoint:
    """Read "two years ago", seen from the day of writing, as exactly as such words are used."""
    today = tokens.today
    if today is None:
        return DatePoint()
    if unit == "year" and number < today.year:
        return DatePoint(today.year - number)
    if unit == "month" and number < _MONTHS_A_YEAR * 100:
        return _period(tokens, "month", -number)
    if unit == "day" and number < _MONTHS_A_YEAR * _WEEK:
        return _point(today - dt.timedelta(days=number))
    return DatePoint()


def month_of_year(tokens: Tokens, reading: Reading) -> Reading:
    """A bare month or day of the month with the words that tell its year: "August last year"."""
    after = tokens.words[reading.stop]
    if (
        after not in ("last", "this", "next")
        or tokens.words[reading.stop + 1] != "year"
        or reading.date is None
    ):
        return reading
    if tokens.gaps[reading.stop] not in SPACE:
        return reading
    today = tokens.today
    year = None if today is None else today.year + (_WHICH[after] or 0)
    point = reading.date
    stop = reading.stop + 2
    return dated(
        tokens, reading.first, stop, DatePoint(year, point.month, point.day, point.weekday), reading.kind
    )
