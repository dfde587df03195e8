"""Hedge words, kept apart from the number."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from builders import scanned

from verifier.figures import Exact, Figure, Hedge

Marked = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "hedge", "words", "low", "high"),
    [
        ("about [500] people", Hedge.ABOUT, "about", 450, 550),
        ("some [500] people", Hedge.ABOUT, "some", 450, 550),
        ("an estimated [500] people", Hedge.ABOUT, "an estimated", 450, 550),
        ("[500] people".replace("]", "] or so").replace(" people", ""), Hedge.ABOUT, "or so", 450, 550),
        ("[500]-odd people", Hedge.ABOUT, "odd", 450, 550),
        ("nearly [500] people", Hedge.NEARLY, "nearly", 450, 500),
        ("just under [500] people", Hedge.NEARLY, "just under", 450, 500),
        ("just over [500] people", Hedge.OVER, "just over", 500, 550),
        ("at least [500] people", Hedge.AT_LEAST, "at least", 500, None),
        ("more than [500] people", Hedge.MORE_THAN, "more than", 500, None),
        ("more than a [500] people".replace(" a ", " "), Hedge.MORE_THAN, "more than", 500, None),
        ("up to [500] people", Hedge.AT_MOST, "up to", 0, 500),
        ("as many as [500] people", Hedge.AT_MOST, "as many as", 0, 500),
        ("as many as the [500] people", Hedge.AT_MOST, "as many as", 0, 500),
        ("no more than [500] people", Hedge.AT_MOST, "no more than", 0, 500),
        ("fewer than [500] people", Hedge.LESS_THAN, "fewer than", 0, 500),
        ("no fewer than [500] people", Hedge.AT_LEAST, "no fewer than", 500, None),
        ("[500]-plus people", Hedge.AT_LEAST, "plus", 500, None),
        ("as little as [500] people", Hedge.AT_LEAST, "as little as", 500, None),
        ("about [2%]", Hedge.ABOUT, "about", Fraction(27, 20), Fraction(11, 4)),
        ("about [473] people", Hedge.ABOUT, "about", Fraction(473 * 39, 40), Fraction(473 * 41, 40)),
        ("about [470] people", Hedge.ABOUT, "about", Fraction(893, 2), Fraction(987, 2)),
        ("about [400] people", Hedge.ABOUT, "about", 360, 440),
        ("about [375] people", Hedge.ABOUT, "about", Fraction(675, 2), Fraction(825, 2)),
        ("nearly [£1.6m]", Hedge.NEARLY, "nearly", 1_550_000, 1_650_000),
        ("nearly [£16m]", Hedge.NEARLY, "nearly", 13_950_000, 16_500_000),
        ("just over [4,127] votes", Hedge.OVER, "just over", 4127, Fraction(4127 * 41, 40)),
        ("just short of [500] people", Hedge.NEARLY, "just short of", 450, 500),
        ("a record [500] people", Hedge.EXACT, None, 500, 500),
        ("only [500] people", Hedge.EXACT, None, 500, 500),
        ("handed over [500] people", Hedge.EXACT, None, 500, 500),
        ("he got over [500] people", Hedge.MORE_THAN, "over", 500, None),
    ],
)
def test_hedge(
    marked: Marked, text: str, hedge: Hedge, words: str | None, low: Exact, high: Exact | None
) -> None:
    (figure,) = marked(text)
    assert figure.hedge is hedge
    assert (figure.hedge_span and figure.hedge_span.quote) == words
    assert (figure.written.low, figure.written.high) == (low, high)


@pytest.mark.parametrize(
    "text", ["[twice] as many as the [500] people", "[three times] as much as [500] people"]
)
def test_a_factor_compares_and_does_not_hedge(marked: Marked, text: str) -> None:
    assert marked(text)[1].hedge is Hedge.EXACT


def test_generous_is_never_narrower_than_written(marked: Marked) -> None:
    for hedge in ("about", "nearly", "just over", "at least", "up to", "under", ""):
        (figure,) = marked(f"{hedge} [2,000] people")
        written, generous = figure.written, figure.generous
        assert generous.low is None or (written.low is not None and generous.low <= written.low)
        assert generous.high is None or (written.high is not None and generous.high >= written.high)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        pytest.param("It gave £2m over 5 years.", Hedge.EXACT, id="over a stretch of time"),
        pytest.param("It gave £2m ($4m) over 5 years.", Hedge.EXACT, id="and a conversion between"),
        pytest.param("That is 20% more than 500 people.", Hedge.EXACT, id="compared with it"),
        pytest.param("They are £2bn less than the £9bn planned.", Hedge.EXACT, id="so much less than it"),
        pytest.param("In 2004 more than 500 people came.", Hedge.MORE_THAN, id="a year is no amount"),
        pytest.param("She is 48 votes short of the 1,750 needed.", Hedge.EXACT, id="so many short of it"),
        pytest.param("He is 14 shy of the 260.", Hedge.EXACT, id="so many shy of it"),
        pytest.param(
            "That puts it £5.2 million short of the £36 million.", Hedge.EXACT, id="a sum short of it"
        ),
        pytest.param("It fell just short of 50 votes.", Hedge.EXACT, id="fell short of it"),
        pytest.param("He waited for over 5 years.", Hedge.MORE_THAN, id="longer than that"),
    ],
)
def test_what_compares_is_no_hedge(text: str, hedge: Hedge) -> None:
    _, figures = scanned(text)
    assert figures[-1].hedge is hedge
