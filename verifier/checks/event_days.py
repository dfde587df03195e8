"""One event on two days of the week: "Tuesday's debate in Leeds … the debate on Wednesday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.extraction.offline.happenings import happenings, of_one
from verifier.figures.model import Kind
from verifier.findings import Evidence, Finding, Severity, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure


def event_weekdays(draft: Draft, figures: Sequence[Figure]) -> Iterator[Finding]:
    """A `same-fact-differs` warning for each event that the draft puts on two weekdays.

    A warning only, for there may have been two of it.
    """
    days = [figure for figure in figures if _weekday(figure) is not None]
    if len({_weekday(figure) for figure in days}) < 2:  # noqa: PLR2004
        return
    told: set[str] = set()
    for one, other in of_one(happenings(draft, days)):
        if _weekday(one.figure) != _weekday(other.figure) and not {one.figure.id, other.figure.id} & told:
            told |= {one.figure.id, other.figure.id}
            yield _finding(draft, one.figure, other.figure)


def _weekday(figure: Figure) -> int | None:
    """The day of the week that the draft names without a date; 0 is Monday."""
    return figure.date.weekday if figure.kind is Kind.RELATIVE_DATE and figure.date else None


def _finding(draft: Draft, one: Figure, other: Figure) -> Finding:
    said = [" ".join(figure.span.quote.split()) for figure in (one, other)]
    where = [place(draft, figure.span) for figure in (one, other)]
    return Finding(
        code="same-fact-differs",
        severity=Severity.WARNING,
        message=f"“{said[0]}” ({where[0]}) and “{said[1]}” ({where[1]}) give different days for what reads as one event.",
        working=f"{said[0]} ≠ {said[1]}",
        question=f"Was it on {said[0]} or on {said[1]}, or are there two of them?",
        evidence=(Evidence(one.span, one.id), Evidence(other.span, other.id)),
    )
