"""Numerals: the form, its value, and what it counts."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from verifier.figures import Exact, Figure, Kind

Marked = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Russia launched [472] drones.", 472, 472, "drones"),
        ("It sold [1,500] cars.", 1500, 1500, "cars"),
        ("It sold [1,234,567] cars.", 1234567, 1234567, "cars"),
        ("In India [12,34,567] voters came.", 1234567, 1234567, "voters"),
        ("[4.2 million] people live there.", 4_150_000, 4_250_000, "people"),
        ("[4.20 million] people live there.", 4_195_000, 4_205_000, "people"),
        ("[3bn] users", 2_500_000_000, 3_500_000_000, "users"),
        ("lost [20k] jobs", 19_500, 20_500, "jobs"),
        ("[5 lakh] voters", 450_000, 550_000, "voters"),
        ("[15m] people watched", 14_500_000, 15_500_000, "people"),
        ("[2½ hours]", Fraction(49, 20), Fraction(51, 20), "hour"),
        ("[250 thousand] voters", 249_500, 250_500, "voters"),
        ("A jump of [.5] points", Fraction(9, 20), Fraction(11, 20), "points"),
    ],
)
def test_value_and_unit(marked: Marked, text: str, low: Exact, high: Exact | None, unit: str | None) -> None:
    (figure,) = marked(text)
    assert (figure.written.low, figure.written.high, figure.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He won the [100m] final.", Kind.MEASURE),
        ("She cleared [1.80m] today.".replace("today", "easily"), Kind.MEASURE),
        ("won the [3,000m] race", Kind.MEASURE),
        ("[100m] people watched", Kind.COUNT),
        ("worth [100m euros]", Kind.MONEY),
    ],
)
def test_m_is_metres_or_a_million(marked: Marked, text: str, kind: Kind) -> None:
    assert marked(text)[0].kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "agent 007",
        "version 1.2.3",
        "card 4111111111111111",
        "id 747986907162877952",
        "mp3",
        "the G8",
        "an A380",
    ],
)
def test_codes_are_no_figures(marked: Marked, text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize("text", ["[1,500]", "[15.75]%".replace("]%", "%]"), "[$1,500.25]", "[1,234,567]"])
def test_no_part_of_a_number_matches(marked: Marked, text: str) -> None:
    assert len(marked(f"It was {text} then.")) == 1
