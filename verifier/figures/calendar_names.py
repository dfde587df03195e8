"""Names of the calendar, and what is a year, a day of the month, a month."""

from __future__ import annotations

from verifier.figures.lexicon import wordset
from verifier.figures.tokens import Tokens

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1
    )
    for name in names.split()
}  # fmt: skip
LONG_MONTHS = frozenset(name for name in MONTHS if len(name) > 4 or name in ("june", "july"))  # noqa: PLR2004
WEEKDAYS = {
    name: number for number, names in
    enumerate( ("monday mondays mon", "tuesday tuesdays tue tues", "wednesday wednesdays wed", "thursday thursdays thu thur thurs", "friday fridays fri", "saturday saturdays sat", "sunday sundays sun") )
    for name in names.split()
}  # fmt: skip
LONG_WEEKDAYS = frozenset(name for name in WEEKDAYS if "day" in name)
SEASONS = wordset("spring summer autumn fall winter")
ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))

FIRST_YEAR, LAST_YEAR = 1000, 2199
_DAYS = 31
_YEAR_DIGITS = 4


def day_of(word: str) -> int | None:
    """The day of the month that a token of one or two digits may be, 1 to 31."""
    if len(word) <= 2 and word.isdigit() and 1 <= int(word) <= _DAYS:  # noqa: PLR2004
        return int(word)
    return None


def year_of(word: str) -> int | None:
    """The year that a token of four digits may be."""
    if len(word) == _YEAR_DIGITS and word.isdigit() and FIRST_YEAR <= int(word) <= LAST_YEAR:
        return int(word)
    return None


def after_day(tokens: Tokens, at: int) -> int:
    """The token after a day's number and its ending: 1 for "18", 2 for "18th"."""
    if tokens.words[at + 1] in ORDINAL_ENDINGS and not tokens.gaps[at + 1]:
        return at + 2
    return at + 1
