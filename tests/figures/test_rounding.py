"""The two readings of a printed number."""

from __future__ import annotations

from fractions import Fraction

import pytest

from verifier.figures import Exact, Hedge, Interval
from verifier.figures.rounding import HEDGES, VAGUE, hedged, printed, widths

Bounds = tuple[Exact, Exact]


@pytest.mark.parametrize(
    ("mantissa", "exponent", "measured", "written", "generous"),
    [
        (472, 0, False, (472, 472), (472, 472)),
        (2000, 0, False, (2000, 2000), (1950, 2050)),
        (500, 0, False, (500, 500), (495, 505)),
        (12000, 0, False, (12000, 12000), (11500, 12500)),
        (20, 0, False, (20, 20), (20, 20)),
        (1050, 0, False, (1050, 1050), (1045, 1055)),
        (2, 0, True, (Fraction(3, 2), Fraction(5, 2)), (1, 3)),
        (17, 0, True, (Fraction(33, 2), Fraction(35, 2)), (16, 18)),
        (420, -2, True, (Fraction(839, 200), Fraction(841, 200)), (Fraction(419, 100), Fraction(421, 100))),
        (113, 7, True, (1_125_000_000, 1_135_000_000), (1_120_000_000, 1_140_000_000)),
        (12, 5, True, (1_150_000, 1_250_000), (1_100_000, 1_300_000)),
        (60000, 0, True, (Fraction(119999, 2), Fraction(120001, 2)), (59500, 60500)),
        (0, 0, True, (Fraction(-1, 2), Fraction(1, 2)), (-1, 1)),
        (-35, -1, True, (Fraction(-71, 20), Fraction(-69, 20)), (Fraction(-18, 5), Fraction(-17, 5))),
    ],
)
def test_printed(mantissa: int, exponent: int, measured: bool, written: Bounds, generous: Bounds) -> None:
    readings = printed(mantissa, exponent, measured=measured)
    assert readings == (Interval(*written), Interval(*generous))


def test_whole_bounds_are_ints() -> None:
    for interval in printed(12, 5, measured=True):
        assert isinstance(interval.low, int)
        assert isinstance(interval.high, int)


def test_every_hedge_has_widths_or_is_an_interval_itself() -> None:
    assert set(Hedge) - set(HEDGES) == {Hedge.EXACT, Hedge.BETWEEN, Hedge.VAGUE}


def test_the_generous_reading_is_never_narrower() -> None:
    base = printed(2000, 0, measured=False)
    for hedge in HEDGES:
        written, generous = hedged(hedge, base)
        assert generous.low is None or (written.low is not None and generous.low <= written.low)
        assert generous.high is None or (written.high is not None and generous.high >= written.high)
    for written_bounds, generous_bounds in VAGUE.values():
        assert generous_bounds[0] <= written_bounds[0]
        assert generous_bounds[1] is None or generous_bounds[1] >= (written_bounds[1] or 0)


@pytest.mark.parametrize(
    ("hedge", "mantissa", "exponent", "measured", "quote", "written", "generous"),
    [
        (Hedge.ABOUT, 500, 0, False, "500", (450, 550), (Fraction(1485, 4), Fraction(2525, 4))),
        (Hedge.ABOUT, 450, 0, False, "450", (405, 495), (Fraction(1335, 4), Fraction(2275, 4))),
        (Hedge.ABOUT, 12, 0, False, "12", (Fraction(54, 5), Fraction(66, 5)), (9, 15)),
        (Hedge.ABOUT, 64, 0, False, "64", (Fraction(304, 5), Fraction(336, 5)), (48, 80)),
        (Hedge.ABOUT, 463, 0, False, "463", (Fraction(18057, 40), Fraction(18983, 40)), (Fraction(5093, 12), Fraction(6019, 12))),
        (Hedge.ABOUT, 13, 5, True, "1.3m", (1_250_000, 1_350_000), (1_100_000, Fraction(4_550_000, 3))),
        (Hedge.ABOUT, 15, 5, True, "1.5m", (1_305_000, 1_705_000), (1_050_000, 2_000_000)),
        (Hedge.ABOUT, 1, 6, True, "1m", (450_000, 1_650_000), (0, 2_500_000)),
        (Hedge.NEARLY, 94, 0, False, "94", (Fraction(893, 10), 94), (Fraction(376, 5), 94)),
        (Hedge.NEARLY, 95, 0, False, "95", (Fraction(171, 2), 95), (76, 95)),
        (Hedge.OVER, 64, 0, False, "64", (64, Fraction(336, 5)), (64, 80)),
    ],
)  # fmt: skip
def test_hedged(
    hedge: Hedge, mantissa: int, exponent: int, measured: bool, quote: str, written: Bounds, generous: Bounds
) -> None:
    readings = hedged(hedge, printed(mantissa, exponent, measured=measured), quote)
    assert readings == (Interval(*written), Interval(*generous))


def test_every_width_has_a_reason() -> None:
    assert all(
        width.reason
        for hedge in HEDGES
        for quote in ("500", "64", "463")
        for width in widths(hedge, quote) or ()
    )
