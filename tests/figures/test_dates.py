"""Dates in full and in part, in British and American forms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from verifier.figures import Figure, Kind

Marked = Callable[[str], list[Figure]]


def test_the_last_months_of_a_year(marked: Marked) -> None:
    (figure,) = marked("in the [last three months of 2004] it fell")
    assert figure.kind is Kind.DATE
    assert figure.date is not None
    assert (figure.date.year, str(figure.date.end)) == (2004, "2004-12-31")
    assert marked("the last [three months] of talks")[0].kind is Kind.DURATION


def test_in_a_month_so_many(marked: Marked) -> None:
    month, people = marked("In [January] [25] people were jailed")
    assert (month.kind, people.kind) == (Kind.RELATIVE_DATE, Kind.COUNT)
    assert marked("On [January 25] people voted")[0].kind is Kind.DATE


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("on [18 May 2025]", "2025-05-18"),
        ("on [18th May, 2025]", "2025-05-18"),
        ("on the [18th of May 2025]", "2025-05-18"),
        ("on [May 18, 2025]", "2025-05-18"),
        ("on [May 18th 2025]", "2025-05-18"),
        ("on [Jan. 5, 2016]", "2016-01-05"),
        ("on [Thursday, 17 December 2015]", "2015-12-17"),
        ("on [Sunday 18 May 2025]", "2025-05-18"),
        ("on [Sunday, May 18, 2025]", "2025-05-18"),
        ("on [2025-05-18]", "2025-05-18"),
        ("on [18/05/2025]", "2025-05-18"),
        ("on [5/18/2025]", "2025-05-18"),
        ("in [February 2005]", "2005-02"),
        ("in [June of 2006]", "2006-06"),
        ("in [2004]", "2004"),
        ("the [2004] election", "2004"),
        ("in the [1990s]", "1990"),
        ("the [2004-05] season", "2004"),
        ("the [2003/04] season", "2003"),
        ("from [1997-2001]", "1997"),
        ("in [summer 2004]", "2004"),
        ("the [first half of 2005]", "2005"),
        ("the [first six months of 2005]", "2005"),
        ("on [30 February 2005]", "2005-02-30"),
    ],
)
def test_dates(marked: Marked, text: str, iso: str | None) -> None:
    (figure,) = marked(text)
    assert figure.kind is Kind.DATE
    assert figure.date is not None
    assert figure.date.isoformat() == iso


@pytest.mark.parametrize(
    ("text", "month", "day", "weekday"),
    [
        ("on [18 May]", 5, 18, None),
        ("on [May 18]", 5, 18, None),
        ("on [31 June]", 6, 31, None),
        ("on [Thursday, 17 December]", 12, 17, 3),
        ("on [Friday the 13th of May]", 5, 13, 4),
        ("from [18-20 May]", 5, 18, None),
        ("on [4 or 5 April]", 4, 4, None),
    ],
)
def test_dates_without_a_year(marked: Marked, text: str, month: int, day: int, weekday: int | None) -> None:
    (figure,) = marked(text)
    assert figure.date is not None
    assert (figure.date.month, figure.date.day, figure.date.weekday) == (month, day, weekday)
    assert figure.date.isoformat() is None


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("in the [1990s]", dt.date(1999, 12, 31)),
        ("in the [80s]", dt.date(1989, 12, 31)),
        ("the [2004-05] season", dt.date(2005, 12, 31)),
        ("the [21st century]", dt.date(2100, 12, 31)),
        ("the [first half of 2005]", dt.date(2005, 6, 30)),
        ("the [fourth quarter of 2004]", dt.date(2004, 12, 31)),
    ],
)
def test_stretches_have_an_end(marked: Marked, text: str, end: dt.date) -> None:
    (figure,) = marked(text)
    assert figure.date is not None
    assert figure.date.end == end


@pytest.mark.parametrize(
    "text",
    [
        "He may win.",
        "May I come?",
        "the march on Rome",
        "June Smith sang",
        "an august body",
        "Euro 2004",
        "marched",
    ],
)
def test_words_that_are_no_months(marked: Marked, text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    "text", ["[2004] people came", "[1800] jobs went", "about [2000] men", "[2,004] votes"]
)
def test_four_digits_that_count(marked: Marked, text: str) -> None:
    assert marked(text)[0].kind is Kind.COUNT
