"""Ranks that do not fit the number of those said to be ahead: "the third-biggest, behind three others"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.figures.model import Hedge, Kind
from verifier.findings import Evidence, Finding, Severity, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure

_FEW = 12
_REACH = 160
_SUPERLATIVE = r"(?:best|worst|most|least|lowest|\w+[^aeiou\s]est)"
# "the third-biggest opening for a December release, after the three", "third behind two". Figures may stand
# between, but no other clause. "After three" need not be about a rank; "after the three" is.
_BEHIND = re.compile(
    rf"(?:[- ]{_SUPERLATIVE}\b[^.;:|\n]{{0,140}}?[,–—-] ?|[- ]{_SUPERLATIVE}(?: (?!of\b)[\w’'-]+){{1,5}} "
    r"|(?:[- ]place\w*)?,? ?)(?:only )?"
    r"(?:(?:trailing|behind|beaten only by|surpassed only by)(?: only)?(?: the| its| her| his)?"
    r"|after(?: only)? the)"
    r"(?: previous| other| past| first| last| top)? $"
)
_SAME = re.compile(
    r"\b(?:points?|goals?|strokes?|shots?|seconds?|metres?|laps?|places|wins|games|years?|months?|days?)\b"
)


def ranks(draft: Draft, figures: Sequence[Figure]) -> Iterator[Finding]:
    """An `order-contradicted` error for each rank that is not one more than those named as ahead of it."""
    for number, figure in enumerate(figures):
        rank = figure.written.low
        if figure.kind is not Kind.ORDINAL or rank is None:
            continue
        for other in figures[number + 1 : number + 4]:
            if other.span.start - figure.span.end > _REACH:
                break
            ahead = _number(other)
            if ahead is None or not _BEHIND.match(draft.text[figure.span.end : other.span.start]):
                continue
            if rank != ahead + 1 and not _SAME.match(draft.text[other.span.end :].lstrip()[:12]):
                yield _finding(draft, figure, other, int(ahead))
            break


def _number(figure: Figure) -> int | None:
    """How many it counts, if that is a small number firmly stated."""
    low = figure.written.low
    if figure.kind is not Kind.COUNT or figure.hedge is not Hedge.EXACT or low != figure.written.high:
        return None
    return int(low) if low is not None and 1 <= low <= _FEW else None


def _finding(draft: Draft, rank: Figure, ahead: Figure, number: int) -> Finding:
    return Finding(
        code="order-contradicted",
        severity=Severity.ERROR,
        message=(
            f"“{rank.span.quote}” ({place(draft, rank.span)}) is not the place behind “{ahead.span.quote}”."
        ),
        working=f"{number} ahead + 1 = place {number + 1} ≠ {rank.span.quote}",
        question=f"Is it {rank.span.quote}, or are there more or fewer than {ahead.span.quote} ahead?",
        evidence=(Evidence(rank.span, rank.id), Evidence(ahead.span, ahead.id)),
    )
