"""Weekdays that do not go with their dates: "Thursday, 17 December" where the 19th is a Sunday."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from verifier.figures.model import Kind
from verifier.findings import Evidence, Finding, Severity, place
from verifier.patterns import late

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import DatePoint, Figure

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEK = 7
_MONTHS = 12
_PAST = late(r"\b(?:was|were|had|did|\w{2,}ed|broke|began|left|fell|met|won|lost|took|came|went|held)\b")
_APART = frozenset(("past", "to come"))
"""What was in one year may be told beside what will be in the next."""
_TO_COME = late(r"\b(?:will|is to|are to|due|would|plans?|planned|expected|scheduled)\b")
# Months within which two dates without their years are taken to be of one winter or summer.
_NEAR = 3
_REACH = 70
# A common and a leap year, each followed by a common one.
_YEARS = (2001, 2004)

_EVENT = (
    r"(?:election|referendum|primary|caucus|caucuses|auction|hearing|ceremony|funeral|summit|inauguration|run-?off|"
    r"ballot|by-election|debate|contest|vote|meeting|deadline)"
)
# Of these a draft speaks of one at a time; of elections and meetings it may mean several.
_SINGLE = (
    r"(?:auction|referendum|ceremony|funeral|summit|inauguration|run-?off|by-election|wedding|concert|parade)"
)
# What may stand between a weekday and the date that it is the weekday of, or the other way round.
_WEEKDAY_FIRST = late(
    r" ?\(| (?:morning|afternoon|evening|night|lunchtime),? (?:on )?"
    rf"|['’]s? [\w.’' -]{{0,45}}?\b{_EVENT},? (?:held )?on "
    r"|['’]s [\w.’' -]{3,45}, on "
)
_DATE_FIRST = late(
    r" ?\((?:a )?|,? (?:which|that) (?:falls|fell|is|was|will be) (?:on )?a |, a | (?:falls|fell) on a "
)
_ON_WEEKDAY = late(rf"\b(?:the|its) (?:[\w-]+ )?(?P<event>{_SINGLE}) on $")
_OF_WEEKDAY = late(rf"['’]s (?:[\w-]+ )?(?P<event>{_SINGLE})\b")
_ON_DATE = late(
    rf"\b(?P<event>{_SINGLE})(?:\s(?!(?:before|after|ahead|since|by|until)\b)[^\s.,;:!?]+){{0,5}}? on $"
)
_OF_DATE = late(rf" (?P<event>{_SINGLE})\b")
# "Friday through Sunday, Aug. 16-18": the weekdays of the first and the last day.
_WEEKDAYS = rf"(?:{'|'.join(_NAMES)})"
_AFTER_ANOTHER = late(
    rf"\b{_WEEKDAYS}(?: (?:morning|afternoon|evening|night|lunchtime))?"
    r"(?:\s?[-–—/\u2011&]\s?|,?\s(?:through|thru|to|till|until|and|or|into|via)\s(?:on\s)?|,\s)$"
)
_JOINED = 40
_STRETCH = late(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s?(?:[-–—/\u2011]|\b(?:to|until|through|and|or)\b)\s?(?P<last>\d{1,2})(?:st|nd|rd|th)?\b"
)
_GOES_ON = late(r"(?:,|\s?[-–—/\u2011&]|,?\s(?:and|to|or|through|until|till))\s?(?:the\s)?\d{1,2}\b")
# Of every week, or before the end of a sentence: "They met on Monday. 12 March was the deadline".
_NO_ONE_DAY = late(rf"{_WEEKDAYS}(?:s\b|[.]\s)")
# Until then some countries kept the old calendar, whose weekdays fall on other dates.
_OLD_CALENDAR = 1924


@dataclass(frozen=True, slots=True)
class _Named:
    """A date whose weekday the draft names, in one place or in two."""

    figures: tuple[Figure, ...]
    date: DatePoint
    weekday: int

    @classmethod
    def of(cls, draft: Draft, figures: tuple[Figure, ...], dated: Figure, weekday: Figure) -> _Named | None:
        """The day that the weekday is of: of a stretch of days the first, after another weekday the last.

        None where that is not known: "Saturdays, June 1", "Saturday and Sunday, June 8 and 9".
        """
        date, named = dated.date, weekday.date
        if date is None or named is None or named.weekday is None or _NO_ONE_DAY.match(weekday.span.quote):
            return None
        after_another = _AFTER_ANOTHER.search(
            draft.text, max(0, weekday.span.start - _JOINED), weekday.span.start
        )
        days = _STRETCH.search(dated.span.quote)
        if days is None:
            goes_on = after_another and _GOES_ON.match(draft.text, dated.span.end)
            return None if goes_on else cls(figures, date, named.weekday)
        if after_another is None:
            return cls(figures, date, named.weekday)
        return cls(figures, replace(date, day=int(days["last"])), named.weekday)

    def said(self) -> str:
        """The date with its weekday, as printed."""
        return ", ".join(" ".join(figure.span.quote.split()) for figure in self.figures)


def weekday_mismatches(draft: Draft, figures: Sequence[Figure]) -> Iterator[Finding]:
    """A `weekday-mismatch` for each weekday that its date, or the other dates of the draft, rule out.

    With its year, a date has one weekday: an error. Without, two dates with their weekdays have to fit
    one calendar, that of one year or of two years that meet: a warning, for the draft leaves the year out.
    """
    dates = _named_dates(draft, figures)
    wrong = [named for named in dates if _in_its_year(named) not in (None, named.weekday)]
    for named in wrong:
        yield _wrong(draft, named)
    rest = _each_day_once(named for named in dates if named not in wrong)
    latest = max((f.date.year for f in figures if f.date and f.date.year is not None), default=None)
    told: set[str] = set()
    for one, other in combinations(rest, 2):
        ids = {figure.id for named in (one, other) for figure in named.figures}
        if _may_share_calendar(one, other, latest) or {_tense(draft, one), _tense(draft, other)} == _APART:
            continue
        if not ids & told:
            told |= ids
            yield _apart(draft, one, other)


def _each_day_once(dates: Iterable[_Named]) -> list[_Named]:
    found: dict[tuple[DatePoint, int], _Named] = {}
    for named in dates:
        found.setdefault((named.date, named.weekday), named)
    return list(found.values())


def _named_dates(draft: Draft, figures: Sequence[Figure]) -> list[_Named]:
    found: list[_Named] = []
    for index, figure in enumerate(figures):
        date = figure.date
        if date is None:
            continue
        if figure.kind is Kind.DATE and date.weekday is not None and _has_day(figure):
            named = _Named.of(draft, (figure,), figure, figure)
            found += [named] if named else []
        elif index + 1 < len(figures) and (pair := _side_by_side(draft, figure, figures[index + 1])):
            found.append(pair)
    known = {figure.id for named in found for figure in named.figures}
    return found + [named for named in _by_event(draft, figures) if not {f.id for f in named.figures} & known]


def _has_day(figure: Figure) -> bool:
    return figure.date is not None and figure.date.day is not None and figure.date.month is not None


def _is_bare_weekday(figure: Figure) -> bool:
    return (
        figure.kind is Kind.RELATIVE_DATE
        and figure.date is not None
        and figure.date.weekday is not None
        and figure.span.quote.rpartition(" ")[2] in _NAMES
    )


def _side_by_side(draft: Draft, one: Figure, other: Figure) -> _Named | None:
    """A weekday and a date in one phrase: "Tuesday's primary, on 9 February", "9 February, a Tuesday"."""
    if other.span.start - one.span.end > _REACH:
        return None
    between = draft.text[one.span.end : other.span.start]
    if _is_bare_weekday(one) and other.kind is Kind.DATE and _has_day(other):
        weekday, dated, pattern = one, other, _WEEKDAY_FIRST
    elif one.kind is Kind.DATE and _has_day(one) and _is_bare_weekday(other):
        weekday, dated, pattern = other, one, _DATE_FIRST
    else:
        return None
    if dated.date is None or dated.date.weekday is not None or not pattern.fullmatch(between):
        return None
    return _Named.of(draft, (one, other), dated, weekday)


def _by_event(draft: Draft, figures: Sequence[Figure]) -> Iterator[_Named]:
    """A weekday and a date of one event: "the auction on Sunday … to auction off the unit on 19 December".

    Only where the draft gives that event one weekday and one date.
    """
    weekdays = _events(draft, [f for f in figures if _is_bare_weekday(f)], _ON_WEEKDAY, _OF_WEEKDAY)
    dates = _events(draft, [f for f in figures if f.kind is Kind.DATE and _has_day(f)], _ON_DATE, _OF_DATE)
    for event, named in weekdays.items():
        dated = dates.get(event, [])
        days = {(f.date.month, f.date.day) for f in dated if f.date and not _STRETCH.search(f.span.quote)}
        if len({f.date.weekday for f in named if f.date}) != 1 or len(days) != 1:
            continue
        weekday, date = named[0].date, dated[0].date
        if weekday is not None and date is not None and weekday.weekday is not None and date.weekday is None:
            pair = sorted((named[0], dated[0]), key=lambda figure: figure.span)
            yield _Named(tuple(pair), date, weekday.weekday)


def _events(
    draft: Draft, figures: Sequence[Figure], before: re.Pattern[str], after: re.Pattern[str]
) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        start, end = figure.span.start, figure.span.end
        match = before.search(draft.text, max(0, start - _REACH), start) or after.match(draft.text, end)
        if match is not None:
            found.setdefault(match["event"].lower(), []).append(figure)
    return found


def _in_its_year(named: _Named) -> int | None:
    date = named.date
    if date.year is None or (date.year < _OLD_CALENDAR and named.weekday in _old_weekdays(date)):
        return None
    return _weekday(date.year, date)


def _old_weekdays(date: DatePoint) -> set[int]:
    """The weekdays of a date in the old calendar, which was ten to thirteen days behind."""
    day = _weekday(date.year or 1, date)
    late = {1500: 10, 1600: 10, 1700: 11, 1800: 12, 1900: 13}.get((date.year or 0) // 100 * 100)
    return set() if day is None or late is None else {(day + late) % _WEEK}


def _tense(draft: Draft, named: _Named) -> str:
    """Whether its sentence speaks of what is to come, or of what has been, or leaves it open."""
    sentence = draft.sentence_at(named.figures[0].span.start)
    words = sentence.span.quote if sentence is not None else ""
    return "to come" if _TO_COME.search(words) else "past" if _PAST.search(words) else ""


def _weekday(year: int, date: DatePoint) -> int | None:
    try:
        return dt.date(year, date.month or 1, date.day or 1).weekday()
    except ValueError:
        return None


def _may_share_calendar(one: _Named, other: _Named, latest: int | None) -> bool:
    """Whether some year, or two years that meet, give both dates their weekdays.

    A date without a year is not of the year of another that has one: "the crash of Tuesday, 7 June 1994 … the
    memorial on Friday, 17 January"; only in the same month of the latest year that the draft names it is. Nor
    need two be of one year that lie many months apart.
    """
    year = one.date.year or other.date.year
    if year is not None and (year != latest or not _in_one_month(one.date, other.date)):
        return True
    apart = (other.date.month or 0) - (one.date.month or 0)
    if _NEAR < abs(apart) < _MONTHS - _NEAR:
        return True
    # A school year, or a season, has September before June.
    steps = (0,) if abs(apart) <= 1 else (0, -1, 1) if abs(apart) <= _NEAR else (-1 if apart > 0 else 1,)
    starts = [year] if year is not None else [start + more for start in _YEARS for more in (0, -1, 1)]
    pairs = [(start, start + step) for start in starts for step in steps]
    wanted = (other.weekday - one.weekday) % _WEEK
    for one_year, other_year in pairs:
        first, second = _weekday(one_year, one.date), _weekday(other_year, other.date)
        if first is None or second is None or (second - first) % _WEEK == wanted:
            return True
    return False


def _in_one_month(one: DatePoint, other: DatePoint) -> bool:
    """Whether the dates are two days of a month, and but one of them has its year."""
    return one.month == other.month and one.day != other.day and None in (one.year, other.year)


def _wrong(draft: Draft, named: _Named) -> Finding:
    right = _in_its_year(named)
    day = _NAMES[right or 0]
    said = named.said()
    where = place(draft, named.figures[0].span)
    return Finding(
        code="weekday-mismatch",
        severity=Severity.ERROR,
        message=f"“{said}” ({where}): that day is a {day}, not a {_NAMES[named.weekday]}.",
        working=f"{named.date.isoformat()} is a {day} ≠ {_NAMES[named.weekday]}",
        question=f"Which is right, the {_NAMES[named.weekday]} or the date?",
        evidence=tuple(Evidence(figure.span, figure.id) for figure in named.figures),
    )


def _apart(draft: Draft, one: _Named, other: _Named) -> Finding:
    named_days = [f"a {_NAMES[named.weekday]} on {_day(named.date)}" for named in (one, other)]
    places = [f"“{named.said()}” ({place(draft, named.figures[0].span)})" for named in (one, other)]
    figures = sorted((*one.figures, *other.figures), key=lambda figure: figure.span)
    return Finding(
        code="weekday-mismatch",
        severity=Severity.WARNING,
        message=f"{places[0]} and {places[1]} cannot both be right: no year has both.",
        working=f"{named_days[0]} and {named_days[1]} fit no calendar",
        question="Which of these dates and weekdays is wrong?",
        evidence=tuple(Evidence(figure.span, figure.id) for figure in figures),
    )


def _day(date: DatePoint) -> str:
    name = dt.date(2004, date.month or 1, 1).strftime("%B")
    return f"{date.day} {name}" + (f" {date.year}" if date.year else "")
