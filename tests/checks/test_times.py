"""Times that no clock has, and lengths in days beside the days."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.checks import day_range_mismatches, impossible_times

TIMES = [
    pytest.param("It starts at 7.75pm.", "7.75pm", id="75 minutes"),
    pytest.param("Polls close at 2560 GMT.", "2560 GMT", id="60 minutes"),
    pytest.param("Polls close at 2530 GMT.", "2530 GMT", id="25 hours"),
    pytest.param("He left at 14pm.", "14pm", id="14pm"),
    pytest.param("He left at 14.30am.", "14.30am", id="half past 14 in the morning"),
    pytest.param("It is open eight days a week.", "eight days a week", id="eight days a week"),
    pytest.param("She works 25 hours a day.", "25 hours a day", id="25 hours a day"),
    pytest.param("It is shut for 13 months a year.", "13 months a year", id="13 months a year"),
    pytest.param("It starts at 7.45pm, or 1945 GMT.", None, id="times that there are"),
    pytest.param("It ends at 14.30pm.", None, id="clumsy, but clear"),
    pytest.param("He left at 12pm and came back at 12.59am.", None, id="twelve"),
    pytest.param("Crews lost the equivalent of 460 hours a day.", None, id="hours of many"),
    pytest.param("It took 636 days, compared with 574 days a year earlier.", None, id="a year earlier"),
    pytest.param("It is open seven days a week, 24 hours a day.", None, id="all the time"),
    pytest.param("“She works 25 hours a day,” he said.", None, id="spoken"),
    pytest.param("The staff work 90 hours a day between them.", None, id="several people"),
]
RANGES = [
    pytest.param("The four-day event runs from 7-9 June.", "four-day", id="four of three days"),
    pytest.param(
        "It fills the halls on all six days of the fair, August 3-6.", "six days", id="six of four days"
    ),
    pytest.param("From 14 to 17 February it holds a nine-day conference.", "nine-day", id="the days first"),
    pytest.param("The three-day event runs from 7-9 June.", None, id="three days"),
    pytest.param("The two-day event runs from 7-9 June.", None, id="the last day is not counted"),
    pytest.param("After a ten-day strike, the fair runs from 7-9 June.", None, id="another length"),
    pytest.param("The first two days of the fair, 7-11 June, are full.", None, id="part of it"),
    pytest.param("The four-day event takes place in June.", None, id="no days"),
]


@pytest.mark.parametrize(("text", "quote"), TIMES)
def test_times(text: str, quote: str | None) -> None:
    draft, figures = scanned(text)
    found = list(impossible_times(draft, figures))
    assert [finding.evidence[0].span.quote for finding in found] == ([quote] if quote else [])
    assert all(finding.code == "impossible-value" for finding in found)


@pytest.mark.parametrize(("text", "length"), RANGES)
def test_day_ranges(text: str, length: str | None) -> None:
    draft, figures = scanned(text)
    found = list(day_range_mismatches(draft, figures))
    assert [any(e.span.quote == length for e in f.evidence) for f in found] == ([True] if length else [])
    assert all(finding.code == "duration-mismatch" for finding in found)
