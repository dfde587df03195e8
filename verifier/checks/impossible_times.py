"""Times that no clock and no calendar has: "7.75pm", "2565 GMT", "14pm", "25 hours a day"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.figures.model import Kind
from verifier.findings import Evidence, Finding, Severity, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Span
    from verifier.figures.model import Figure

_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s?(?P<half>[ap]\.?m\b)"
    r"|\b(?P<long_hour>\d{2})[:.]?(?P<long_minute>\d{2})\s?(?P<zone>GMT|BST|UTC|CET|EST|EDT|ET)\b"
)
# The same without its word boundary, which would have every word looked at.
_TIME = re.compile(r"[0-9][0-9]?[:.]?(?:[0-9]{2})?\s?(?:[ap]\.?m|GMT|BST|UTC|CET|EST|EDT|ET)\b")
_HOURS, _MINUTES, _HALF = 24, 60, 12
_A = re.compile(
    r"\s(?:a|per|every)\s(?P<whole>day|week|month|year)\b(?!\s(?:earlier|ago|before|later|previously))"
)
_IN = {
    ("hour", "day"): 24,
    ("day", "week"): 7,
    ("night", "week"): 7,
    ("day", "month"): 31,
    ("day", "year"): 366,
    ("week", "year"): 53,
    ("month", "year"): 12,
}
"""The most of a unit that there are in a longer one."""
_FAR = 5
"""So many times as much is no slip: those are of several people or things."""
_OF_MANY = re.compile(
    r"[“”\"]|\b(?:combined|total|between them|each way|volunteer|staff|viewers?|man-hours|"
    r"of (?:video|footage|work))\b",
    re.IGNORECASE,
)
"""Words spoken, and hours of several people."""


def impossible_times(draft: Draft, figures: Sequence[Figure]) -> Iterator[Finding]:
    """An `impossible-value` error for each time of day and each rate of time that cannot be."""
    for seen in _TIME.finditer(draft.text):
        match = _CLOCK.match(draft.text, seen.start())
        if match is None:
            continue
        reason = _reason(match)
        if reason is not None:
            span = draft.span(match.start(), match.end())
            known = next((f.id for f in figures if f.span.overlaps(span)), None)
            yield _finding(draft, span, known, reason)
    for figure in figures:
        whole = _A.match(draft.text, figure.span.end) if figure.kind is Kind.DURATION else None
        if whole is None or figure.written.low is None:
            continue
        most = _IN.get((figure.unit or "", whole["whole"]))
        sentence = draft.sentence_at(figure.span.start)
        if most is None or not most < figure.written.low <= most * _FAR or sentence is None:
            continue
        if not _OF_MANY.search(sentence.span.quote):
            span = draft.span(figure.span.start, whole.end())
            yield _finding(draft, span, figure.id, f"a {whole['whole']} has {most} {figure.unit}s at most")


def _reason(match: re.Match[str]) -> str | None:
    """Why no clock shows the time; None if one does."""
    minute = match["minute"] or match["long_minute"]
    if minute is not None and int(minute) >= _MINUTES:
        return "an hour has 60 minutes"
    if match["half"] is not None:
        hour = int(match["hour"])
        return f"there is no {hour} {match['half']}" if hour > _HOURS or _is_late(match, hour) else None
    return "a day has 24 hours" if int(match["long_hour"]) > _HOURS else None


def _is_late(match: re.Match[str], hour: int) -> bool:
    """Whether an hour past twelve has "am" beside it, or "pm" without minutes; "14:30pm" is only clumsy."""
    return hour > _HALF and (match["half"][0] == "a" or match["minute"] is None)


def _finding(draft: Draft, span: Span, figure: str | None, reason: str) -> Finding:
    words = " ".join(span.quote.split())
    return Finding(
        code="impossible-value",
        severity=Severity.ERROR,
        message=f"“{words}” ({place(draft, span)}) cannot be: {reason}.",
        working=f"{words}: {reason}",
        question="What should the time be?",
        evidence=(Evidence(span, figure),),
    )
