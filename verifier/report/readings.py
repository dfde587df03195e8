"""The figures of a draft as the page lists them: how each was read, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.report.phrasing import shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from verifier.report.model import FigureModel, Report, SpanModel

_LONGEST_QUOTE = 110


@dataclass(frozen=True, slots=True)
class Counted:
    """One figure.

    Attributes:
        number: its number in the draft, from 1.
        quote: its words.
        reading: the values that it stands for, as written.
        kind: what sort of figure it is.
        state: "claimed", "no claim" or "unaccounted".
        place: where it stands.
    """

    number: int
    quote: str
    reading: str
    kind: str
    state: str
    place: str


def counted(report: Report, place: Callable[[SpanModel], str]) -> Iterator[Counted]:
    """The figures, in the order of the draft.

    Args:
        report: the report.
        place: says where a span stands.
    """
    coverage = report.coverage
    states = dict.fromkeys(coverage.no_claim, "no claim")
    states |= dict.fromkeys(coverage.unaccounted, "unaccounted")
    for number, figure in enumerate(report.figures, 1):
        yield Counted(
            number,
            shortened(figure.span.quote, _LONGEST_QUOTE),
            reading(figure),
            figure.kind.replace("_", " "),
            states.get(figure.id, "claimed"),
            place(figure.span),
        )


def reading(figure: FigureModel) -> str:
    """The values that a figure stands for: "472 drones", "41.15 to 41.25", "at least 90 %"."""
    if figure.date:
        return figure.date
    unit = f" {figure.unit}" if figure.unit else ""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return "—"
    if low is None:
        return f"at most {_number(high)}{unit}"
    if high is None:
        return f"at least {_number(low)}{unit}"
    if low == high:
        return f"{_number(low)}{unit}"
    return f"{_number(low)} to {_number(high)}{unit}"


def _number(value: float | None) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:,.4f}".rstrip("0").rstrip(".")
