"""Names of the calendar, and what is a year, a day of the month, a month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.figures.lexicon import numbered, wordset

if TYPE_CHECKING:
    from verifier.figures.tokens import Tokens

MONTHS = numbered(
    """
    1: january jan
    2: february feb
    3: march mar
    4: april apr
    5: may
    6: june jun
    7: july jul
    8: august aug
    9: september sept sep
    10: october oct
    11: november nov
    12: december dec
    """
)
LONG_MONTHS = wordset("january february march april june july august september october november december")
"""Months in full, "may" aside, which needs a second sign that it is one."""

WEEKDAYS = numbered(
    """
    0: monday mondays mon
    1: tuesday tuesdays tue tues
    2: wednesday wednesdays wed
    3: thursday thursdays thu thur thurs
    4: friday fridays fri
    5: saturday saturdays sat
    6: sunday sundays sun
    """
)
"""As in `datetime.date.weekday`."""

LONG_WEEKDAYS = frozenset(name for name in WEEKDAYS if "day" in name)
SEASONS = wordset("spring summer autumn fall winter")
ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))

FIRST_YEAR, LAST_YEAR = 1000, 2199
_DAYS = 31
_YEAR_DIGITS = 4


def day_of(word: str) -> int | None:
    """The day of the month that a token of one or two digits may be, 1 to 31."""
    if len(word) <= 2 and word.isdecimal() and 1 <= int(word) <= _DAYS:  # noqa: PLR2004
        return int(word)
    return None


def year_of(word: str) -> int | None:
    """The year that a token of four digits may be."""
    if len(word) == _YEAR_DIGITS and word.isdecimal() and FIRST_YEAR <= int(word) <= LAST_YEAR:
        return int(word)
    return None


def after_day(tokens: Tokens, at: int) -> int:
    """The token after a day's number and its ending: 1 for "18", 2 for "18th"."""
    if tokens.words[at + 1] in ORDINAL_ENDINGS and not tokens.gaps[at + 1]:
        return at + 2
    return at + 1
