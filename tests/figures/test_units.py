"""Measures and durations."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from verifier.figures import Exact, Figure, Kind

Marked = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("[100 miles] away", "mile", 100),
        ("[two barrels] of oil", "barrel", 2),
        ("[12 °C] outside", "°C", 12),
        ("[12°C] outside", "°C", 12),
        ("[30 degrees Celsius] outside", "°C", 30),
        ("[60mph] winds", "mile/hour", 60),
        ("[60 miles an hour]", "mile/hour", 60),
        ("[3km] race", "km", 3),
        ("a goal from [40m] out", "metre", 40),
        ("a [40m] run", "metre", 40),
        ("a [40m] penalty", "metre", 40),
        ("fired [20m] from the line", "metre", 20),
        ("the [100m] race", "metre", 100),
        ("a [42in] screen", "inch", 42),
        ("[5ft 10in] tall", "inch", 70),
        ("the [50m] freestyle", "metre", 50),
        ("[500g] of sugar", "gram", 500),
        ("[250 square miles] of land", "square mile", 250),
        ("[20 hectares] of land", "hectare", 20),
        ("a [60-mile] walk", "mile", 60),
        ("[5ft 10in]".replace("10in", "10 inches") + " tall", "inch", 70),
        ("[474,000 bpd] in all", "barrel/day", 474_000),
        ("[2.4 million barrels a day]", "barrel/day", 2_400_000),
        ("[80GB] disks", "gigabyte", 80),
        ("a [3.2 gigapixel] photo", "gigapixel", Fraction(16, 5)),
        ("[100 nautical miles] off", "nautical mile", 100),
    ],
)
def test_measures(marked: Marked, text: str, unit: str | None, value: Exact) -> None:
    (figure,) = marked(text)
    assert (figure.kind, figure.unit) == (Kind.MEASURE, unit)
    assert figure.written.holds(value)
    assert not figure.written.holds(value * 2)


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("[10 hours 45 minutes]", "minute", Fraction(1289, 2), Fraction(1291, 2)),
        (
            "[an hour and a half] later".replace("an hour", "a year"),
            "year",
            Fraction(29, 20),
            Fraction(31, 20),
        ),
        ("for [a decade]", "decade", Fraction(1, 2), Fraction(3, 2)),
        ("a [three-year] deal", "year", Fraction(5, 2), Fraction(7, 2)),
        ("within [a fortnight]", "fortnight", Fraction(1, 2), Fraction(3, 2)),
        ("[2 1/2  years] in jail", "year", Fraction(49, 20), Fraction(51, 20)),
        ("[2 1/2 years] in jail", "year", Fraction(49, 20), Fraction(51, 20)),
        ("[2-1/2 years] in jail", "year", Fraction(49, 20), Fraction(51, 20)),
        ("[two  years] in jail", "year", Fraction(3, 2), Fraction(5, 2)),
        ("[half an hour]", "hour", Fraction(9, 20), Fraction(11, 20)),
        ("a [18-month] wait", "month", Fraction(35, 2), Fraction(37, 2)),
        ("[six years and two months]", "month", Fraction(147, 2), Fraction(149, 2)),
    ],
)
def test_durations(marked: Marked, text: str, unit: str | None, low: Exact, high: Exact | None) -> None:
    (figure,) = marked(text)
    assert figure.kind is Kind.DURATION
    assert (figure.unit, figure.written.low, figure.written.high) == (unit, low, high)


@pytest.mark.parametrize("text", ["He gets [£20,000] a year.", "once a week", "a day of joy", "3G phones"])
def test_rates_and_names_are_no_durations(marked: Marked, text: str) -> None:
    assert all(figure.kind is Kind.MONEY for figure in marked(text))


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("[40m] people", Kind.COUNT, 40_000_000),
        ("[40m] out of [60m] Britons", Kind.COUNT, 40_000_000),
        ("[£40m] out of the fund", Kind.MONEY, 40_000_000),
        ("raised [40m] from investors", Kind.COUNT, 40_000_000),
        ("sold [40m] ([9] in Leeds)", Kind.COUNT, 40_000_000),
        ("read by [40m] ([38m] in [2003])", Kind.COUNT, 40_000_000),
        ("the [40m] ([£25m]) fund", Kind.COUNT, 40_000_000),
    ],
)
def test_millions_are_no_metres(marked: Marked, text: str, kind: Kind, value: int) -> None:
    figure = marked(text)[0]
    assert figure.kind is kind
    assert figure.written.holds(value)


def test_a_mixed_fraction_is_no_date(marked: Marked) -> None:
    assert marked("won [2-1] on [1/2/2005]")[1].kind is Kind.DATE


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It was [33C] ([91F]) there.", ["°C", "°F"]),
        ("It was [91F] ([33C]) there.", ["°F", "°C"]),
        ("It was [-5C] ([23F]) there.", ["°C", "°F"]),
        ("The [1.3m] ([4.2ft]) robot walks.", ["metre", "foot"]),
        ("A wall [3m] (about [10 feet]) high.", ["metre", "foot"]),
        ("It is [2m]/[6ft] deep.", ["metre", "foot"]),
        ("The wall is [12ft] ([3.7m]) high.", ["foot", "metre"]),
    ],
)
def test_both_scales_of_heat(marked: Marked, text: str, units: list[str]) -> None:
    assert [figure.unit for figure in marked(text)] == units


def test_a_letter_without_the_other_scale_is_no_heat(marked: Marked) -> None:
    (figure,) = marked("He sat in row 5C with [12c] left.")
    assert figure.kind is Kind.MONEY
