"""Dates that hang on the day of writing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from verifier.figures import Figure, Kind, scan

Marked = Callable[[str], list[Figure]]

TODAY = dt.date(2025, 5, 20)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "quote", "iso"),
    [
        ("It came on Sunday.", "Sunday", "2025-05-18"),
        ("It came on Tuesday.", "Tuesday", "2025-05-20"),
        ("It will come on Sunday.", "Sunday", "2025-05-25"),
        ("It came last Tuesday.", "last Tuesday", "2025-05-13"),
        ("It came today.", "today", "2025-05-20"),
        ("It came yesterday.", "yesterday", "2025-05-19"),
        ("It comes tomorrow.", "tomorrow", "2025-05-21"),
        ("It came last year.", "last year", "2024"),
        ("It comes next year.", "next year", "2026"),
        ("It came last month.", "last month", "2025-04"),
        ("It came two years ago.", "two years ago", "2023"),
        ("It came a year ago.", "a year ago", "2024"),
        ("It came last July.", "last July", "2024-07"),
        ("It came in August last year.", "August last year", "2024-08"),
        ("It came last summer.", "last summer", "2024"),
        ("It came last week.", "last week", None),
        ("It came a year earlier.", "a year earlier", None),
    ],
)
def test_resolved_by_the_day_of_writing(text: str, quote: str, iso: str | None) -> None:
    (figure,) = scan(text, TODAY).figures
    assert figure.kind is Kind.RELATIVE_DATE
    assert figure.span.quote == quote
    assert figure.date is not None
    assert figure.date.isoformat() == iso


def test_resolved_by_a_dateline() -> None:
    scanned = scan("KYIV, May 20, 2025 (Reuters) - Drones came on Sunday.")
    assert [figure.date and figure.date.isoformat() for figure in scanned.figures] == [
        "2025-05-20",
        "2025-05-18",
    ]


def test_without_a_day_of_writing_only_the_weekday_is_known() -> None:
    (figure,) = scan("It came on Sunday.").figures
    assert figure.date is not None
    assert (figure.date.weekday, figure.date.isoformat()) == (6, None)


@pytest.mark.parametrize(
    "text",
    ["[last year]", "the [following year]", "in [recent months]", "[this week]", "from the [new year]"],
)
def test_periods(marked: Marked, text: str) -> None:
    assert marked(text)[0].kind is Kind.RELATIVE_DATE


@pytest.mark.parametrize(
    "text",
    [
        "Super Tuesday",
        "the Sunday Times",
        "the Today programme",
        "this fall in prices",
        "Good Friday",
        "a happy new year",
        "the New Year's Eve ball",
        "a new year",
    ],
)
def test_names_are_no_dates(marked: Marked, text: str) -> None:
    assert marked(text) == []
