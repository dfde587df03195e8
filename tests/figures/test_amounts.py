"""Percentages, signs and ranges."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from verifier.figures import Exact, Figure, Hedge, Kind

Marked = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("rose [5%]", Kind.PERCENT, Fraction(9, 2), Fraction(11, 2)),
        ("rose [5 per cent]", Kind.PERCENT, Fraction(9, 2), Fraction(11, 2)),
        ("rose [five percent]", Kind.PERCENT, Fraction(9, 2), Fraction(11, 2)),
        ("rose [4.75%]", Kind.PERCENT, Fraction(949, 200), Fraction(951, 200)),
        ("was [-3.5%]", Kind.PERCENT, Fraction(-71, 20), Fraction(-69, 20)),
        ("rose [two percentage points]", Kind.POINTS, Fraction(3, 2), Fraction(5, 2)),
        ("rose [25 basis points]", Kind.POINTS, Fraction(49, 200), Fraction(51, 200)),
        ("rose by [a quarter of a percentage point]", Kind.POINTS, Fraction(49, 200), Fraction(51, 200)),
    ],
)
def test_percentages(marked: Marked, text: str, kind: Kind, low: Exact, high: Exact | None) -> None:
    (figure,) = marked(text)
    assert (figure.kind, figure.written.low, figure.written.high) == (kind, low, high)


@pytest.mark.parametrize(
    ("text", "kind", "unit", "low", "high"),
    [
        ("[10% to 15%] of it", Kind.PERCENT, "%", Fraction(19, 2), Fraction(31, 2)),
        ("between [10% and 15%]", Kind.PERCENT, "%", Fraction(19, 2), Fraction(31, 2)),
        ("the [0-5%] range", Kind.PERCENT, "%", Fraction(-1, 2), Fraction(11, 2)),
        ("between [10 and 15] people", Kind.COUNT, "people", 10, 15),
        ("[10-15m] people", Kind.COUNT, "people", 9_500_000, 15_500_000),
        ("[£10-15m] more", Kind.MONEY, "GBP", 9_500_000, 15_500_000),
        ("[$5m to $10m] more", Kind.MONEY, "USD", 4_500_000, 10_500_000),
        ("[five or six] people", Kind.COUNT, "people", 5, 6),
        ("[two to three years]", Kind.DURATION, "year", Fraction(3, 2), Fraction(7, 2)),
        ("those aged [18-24]", Kind.AGE, "year", 18, 24),
    ],
)
def test_a_range_is_one_figure(
    marked: Marked, text: str, kind: Kind, unit: str | None, low: Exact, high: Exact | None
) -> None:
    (figure,) = marked(text)
    assert (figure.kind, figure.unit, figure.hedge) == (kind, unit, Hedge.BETWEEN)
    assert (figure.written.low, figure.written.high) == (low, high)


def test_between_is_the_hedge_and_not_in_the_span(marked: Marked) -> None:
    (figure,) = marked("between [10 and 15] people")
    assert figure.hedge_span is not None
    assert figure.hedge_span.quote == "between"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("rose from [10%] to [15%]", [Kind.PERCENT, Kind.PERCENT]),
        ("rose from [10] to [15 per cent]", [Kind.PERCENT, Kind.PERCENT]),
        ("shares fell [5p] to [350p]", [Kind.MONEY, Kind.MONEY]),
        ("between [2002] and [2010]", [Kind.DATE, Kind.DATE]),
        ("from [£5m] to [10%]", [Kind.MONEY, Kind.PERCENT]),
        ("from [£3bn] in [2003] to [£4bn]", [Kind.MONEY, Kind.DATE, Kind.MONEY]),
        ("a [half point] rise to [5%]", [Kind.POINTS, Kind.PERCENT]),
        ("by a [quarter point] to [5%]", [Kind.POINTS, Kind.PERCENT]),
    ],
)
def test_a_change_is_two_figures(marked: Marked, text: str, kinds: list[Kind]) -> None:
    figures = marked(text)
    assert [figure.kind for figure in figures] == kinds
    assert all(figure.hedge is Hedge.EXACT for figure in figures)
