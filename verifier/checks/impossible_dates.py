"""Dates that no calendar has: 31 June, 30 February, 29 February in a common year."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from verifier.figures.model import Kind
from verifier.findings import Evidence, Finding, Severity, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from verifier.draft import Draft
    from verifier.figures.model import DatePoint, Figure

_LEAP_YEAR = 2004
_MONTHS = 12


def impossible_dates(draft: Draft, figures: Iterable[Figure]) -> Iterator[Finding]:
    """An `impossible-date` error for each date that does not exist."""
    for figure in figures:
        if figure.kind is not Kind.DATE or figure.date is None:
            continue
        reason = _reason(figure.date)
        if reason is None:
            continue
        words = " ".join(figure.span.quote.split())
        yield Finding(
            code="impossible-date",
            severity=Severity.ERROR,
            message=f"“{words}” ({place(draft, figure.span)}) is no date: {reason}.",
            working=f"{words}: {reason}",
            question="Which day is meant?",
            evidence=(Evidence(figure.span, figure.id),),
        )


def _reason(date: DatePoint) -> str | None:
    """Why the calendar does not have the day; None if it does, or if the draft leaves it open."""
    if date.day is None or date.month is None or not 1 <= date.month <= _MONTHS:
        return None
    year = date.year or _LEAP_YEAR
    last = calendar.monthrange(year, date.month)[1]
    if date.day <= last:
        return None
    month = calendar.month_name[date.month]
    return f"{month}{f' {date.year}' if date.year else ''} has {last} days"
