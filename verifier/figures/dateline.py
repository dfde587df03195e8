"""The dateline at the top of an agency report: "KYIV, May 18 (Reuters) —" tells the day of writing."""

from __future__ import annotations

import datetime as dt
import re

from verifier.figures.dates import day_date, month_date
from verifier.figures.tokens import tokenise

_REACH = 400
_LINE = re.compile(
    r"^[ \t]*[A-Z][A-Z.'’ -]{2,40}(?:, [A-Za-z. ]{2,30})?, "  # place
    r"([A-Za-z0-9., ]{5,24}?)"  # date
    r"(?: \([^)\n]{2,30}\))? ?[-–—]",  # agency
    re.MULTILINE,
)


def day_of_writing(text: str) -> dt.date | None:
    """The date in the dateline, if there is one and it has its year."""
    found = _LINE.search(text, 0, _REACH)
    if found is None:
        return None
    tokens = tokenise(found[1])
    reading = day_date(tokens, 0) or month_date(tokens, 0)
    if reading is None or reading.date is None:
        return None
    point = reading.date
    if point.year is None or point.month is None or point.day is None:
        return None
    try:
        return dt.date(point.year, point.month, point.day)
    except ValueError:
        return None
