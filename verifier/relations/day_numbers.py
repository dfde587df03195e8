"""Dates as day numbers, so that the solver can count with them."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

from verifier.figures.model import UNBOUNDED, Interval

if TYPE_CHECKING:
    from verifier.figures.model import DatePoint

# Dates without a year are counted within one leap year, so that 29 February is among them.
_SOME_YEAR = 4


def days(date: DatePoint | None, *, yearless: bool = False) -> Interval:
    """The day numbers (`datetime.date.toordinal`) that a date may mean, first to last.

    Args:
        date: the date as far as the draft gives it.
        yearless: read a date without a year as one of some single year; otherwise it may be any day.

    Returns:
        The interval; unbounded for dates that do not exist, and for those that say too little.
    """
    if date is None:
        return UNBOUNDED
    year = date.year
    if year is None:
        if not yearless or date.month is None:
            return UNBOUNDED
        year = _SOME_YEAR
    try:
        first = dt.date(year, date.month or 1, date.day or 1)
        last_month = date.month or 12
        last_day = date.day or calendar.monthrange(year, last_month)[1]
        last = date.end or dt.date(year, last_month, last_day)
    except ValueError:
        return UNBOUNDED
    return Interval(first.toordinal(), max(first, last).toordinal())
