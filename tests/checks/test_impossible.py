"""Dates that no calendar has, and figures that no facts could make true."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.checks import impossible_dates, impossible_values

DATES = [
    pytest.param("It starts on 31 June.", "31 June", id="31 June"),
    pytest.param("It starts on Feb. 30, 2016.", "Feb. 30, 2016", id="30 February"),
    pytest.param("It starts on 29 February 2005.", "29 February 2005", id="29 February in a common year"),
    pytest.param("It starts on 29 February 2004.", None, id="29 February in a leap year"),
    pytest.param("It starts on 29 February.", None, id="29 February of any year"),
    pytest.param("It starts on 30 June and ends on 31 July.", None, id="the last days of months"),
    pytest.param("It took 31 of them in June.", None, id="no date"),
]
VALUES = [
    pytest.param("Some 130% of those asked agreed.", "130%", id="a share of people"),
    pytest.param("About 120 percent of likely voters agreed.", "120 percent", id="a share of voters"),
    pytest.param("It has a 120% chance of rain.", "120%", id="a probability"),
    pytest.param("House prices in the north fell by 120%.", "120%", id="a fall in prices"),
    pytest.param("A 143-year-old man was there.", "143-year-old", id="an age"),
    pytest.param("Six out of five voters agreed.", "Six", id="more than all"),
    pytest.param("Nine in eight people agreed.", "Nine", id="nine in eight"),
    pytest.param("Of them, 117% said yes.", "117%", id="a share that says so"),
    pytest.param("Turnout reached 130%.", "130%", id="a turnout"),
    pytest.param("They own 130% of the land.", "130%", id="a part of a whole"),
    pytest.param("They own 130% of the amount of last year.", None, id="of an amount"),
    pytest.param("It spends 130% of its target.", None, id="of a target"),
    pytest.param("Debt is 120% of GDP.", None, id="of GDP"),
    pytest.param("100% of those asked agreed.", None, id="all of them"),
    pytest.param("Profits fell by 120%.", None, id="a fall into loss"),
    pytest.param("Prices rose by 120%.", None, id="a rise"),
    pytest.param("“I am 110% of the people,” he said.", None, id="in quotation marks"),
    pytest.param("A 143-year-old church burned.", None, id="a building"),
    pytest.param("Five out of six voters agreed.", None, id="less than all"),
    pytest.param("He scored six in five matches.", None, id="in matches"),
]


@pytest.mark.parametrize(("text", "quote"), DATES)
def test_dates(text: str, quote: str | None) -> None:
    draft, figures = scanned(text)
    found = list(impossible_dates(draft, figures))
    assert [finding.evidence[0].span.quote for finding in found] == ([quote] if quote else [])
    assert all(finding.code == "impossible-date" for finding in found)


@pytest.mark.parametrize(("text", "quote"), VALUES)
def test_values(text: str, quote: str | None) -> None:
    draft, figures = scanned(text)
    found = list(impossible_values(draft, figures))
    assert [finding.evidence[0].span.quote for finding in found] == ([quote] if quote else [])
    assert all(finding.code == "impossible-value" for finding in found)
