"""Lengths in days beside the days themselves: "the three-day fair, from 7-9 June"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.figures.model import Hedge, Kind
from verifier.findings import Evidence, Finding, Severity, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure

_RANGE = re.compile(
    r"(?P<first>\d{1,2})(?:st|nd|rd|th)?\s?(?:-|–|—|\u2011|to|until|through)\s?(?P<last>\d{1,2})(?:st|nd|rd|th)?"
)
# "The three-day fair", "all four days of the fair": a length that is that of the whole.
_WHOLE = re.compile(r"\b(?:all|the|a|an|its|this|their|annual|for)\s$", re.IGNORECASE)
_EVENT = re.compile(
    r"\s(?:[\w’'-]+\s){0,2}?(?:event|events|festival|fair|show|conference|convention|tournament|meeting|summit|visit|tour|trip|strike|course|"
    r"competition|exhibition|congress|championships?|trial|poll|survey|sale|retreat|rally|camp|seminar|workshop|carnival|regatta|"
    r"meet|run|walkout|stoppage|hearing|session)\b"
)
_OF_EVENT = re.compile(r"\sof\s(?:the|its|this|that)\b")
_ASIDE = re.compile(r"\b(?:after|before|during|despite|following|since)\s(?:\w+\s)?$", re.IGNORECASE)
_BROKEN = re.compile(
    r"[;:!?|]|,\s(?:the|an?|he|she|it|they|his|her|its|their)\b|"
    r"\b(?:but|while|whereas|after|before|previous|last year|another|other)\b"
)
_LENGTHS = frozenset(("day", "night"))
_FAR = 110


def day_range_mismatches(draft: Draft, figures: Sequence[Figure]) -> Iterator[Finding]:
    """A `duration-mismatch` for each stretch of days that is longer or shorter than the length beside it.

    The last day counts or does not, so a length may be one less than the days; nights may be, too.
    """
    for index, figure in enumerate(figures):
        for other in figures[index + 1 : index + 3]:
            length, days = (figure, other) if figure.kind is Kind.DURATION else (other, figure)
            counted = _days(days)
            stated = _length(draft, length)
            if counted is None or stated is None or not _together(draft, figure, other):
                continue
            if stated not in (counted, counted - 1):
                yield _finding(draft, length, days, counted)


def _days(figure: Figure) -> int | None:
    """How many days a printed range of dates holds; None if it is none."""
    if figure.kind is not Kind.DATE or figure.date is None or figure.date.day is None:
        return None
    found = _RANGE.search(figure.span.quote)
    if found is None or int(found["first"]) != figure.date.day:
        return None
    count = int(found["last"]) - int(found["first"]) + 1
    return count if count > 1 else None


def _length(draft: Draft, figure: Figure) -> int | None:
    """The number of days that something lasts as a whole, if the figure says so."""
    if figure.kind is not Kind.DURATION or figure.unit not in _LENGTHS or figure.hedge is not Hedge.EXACT:
        return None
    start, end = figure.span.start, figure.span.end
    if _ASIDE.search(draft.text, max(0, start - 24), start):
        return None
    hyphened = "-" in figure.span.quote and _EVENT.match(draft.text, end)
    of_whole = _WHOLE.search(draft.text, max(0, start - 12), start) and _OF_EVENT.match(draft.text, end)
    if not hyphened and not of_whole:
        return None
    low, high = figure.written.low, figure.written.high
    return None if low is None or high is None else round((low + high) / 2)


def _together(draft: Draft, one: Figure, other: Figure) -> bool:
    if other.span.start - one.span.end > _FAR or draft.sentence_at(one.span.start) is not draft.sentence_at(
        other.span.start
    ):
        return False
    return _BROKEN.search(draft.text, one.span.end, other.span.start) is None


def _finding(draft: Draft, length: Figure, days: Figure, counted: int) -> Finding:
    figures = sorted((length, days), key=lambda figure: figure.span)
    said, dates = (" ".join(figure.span.quote.split()) for figure in (length, days))
    return Finding(
        code="duration-mismatch",
        severity=Severity.ERROR,
        message=f"“{dates}” ({place(draft, days.span)}) is {counted} days, not “{said}”.",
        working=f"{dates} = {counted} days ≠ {said}",
        question=f"Which is right, {said} or {dates}?",
        evidence=tuple(Evidence(figure.span, figure.id) for figure in figures),
    )
