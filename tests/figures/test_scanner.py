"""Promises of the scan as a whole: exact spans, no overlap, no exception, linear time, printed and read back."""

from __future__ import annotations

import datetime as dt
import gc
import time
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from verifier.draft import Draft
from verifier.figures import DatePoint, Kind, scan

if TYPE_CHECKING:
    from decimal import Decimal

ALPHABET = st.sampled_from(
    [
        "one", "two", "hundred", "million", "and", "a", "half", "of", "the", "to", "between", "in", "per", "cent", "5", "10",
        "1,500", "2004", "3.5", "18", "%", "$", "£", "m", "bn", "May", "March", "Sunday", "last", "year", "years", "old",
        "about", "than", "more", "st", "th", "pm", "-", "–", "/", ":", ".", ",", "'", "(", ")", "\n", " ", " ", " ", " ",
        "third", "quarter", "dozens", "several", "few", "www.a.com", "@b", "½", "aged", "No", "first", "ago", "times",
    ]
)  # fmt: skip


def check(text: str) -> None:
    found = scan(text)
    last = 0
    for number, figure in enumerate(found.figures, 1):
        span = figure.span
        assert figure.id == f"F{number}"
        assert text[span.start : span.end] == span.quote
        assert last <= span.start < span.end
        last = span.end
        assert span.start == 0 or not (text[span.start - 1] in "0123456789" and span.quote[0] in "0123456789")
        if figure.hedge_span is not None:
            assert text[figure.hedge_span.start : figure.hedge_span.end] == figure.hedge_span.quote
        for interval in (figure.written, figure.generous):
            assert interval.low is None or interval.high is None or interval.low <= interval.high, span
            assert not isinstance(interval.low, float)
            assert not isinstance(interval.high, float)
    for kept in found.kept_out:
        assert text[kept.span.start : kept.span.end] == kept.span.quote


@given(st.text(max_size=200))
@example("İ 5 ŉ 6")
@example("5-² and 5/² and 5:٣ 1_000")
@example("")
@settings(max_examples=300)
def test_any_text_is_read(text: str) -> None:
    check(text)


@given(st.lists(ALPHABET, max_size=40).map("".join))
@settings(max_examples=600, deadline=None)
def test_any_jumble_of_number_words_is_read(text: str) -> None:
    check(text)


def test_a_draft_and_its_text_read_alike() -> None:
    text = "About 500 people, or 10%, came on 18 May 2025."
    assert scan(Draft.parse(text)) == scan(text)


NOUNS = st.sampled_from(["drones", "people", "ships", "votes"])
WHOLE = st.integers(min_value=2, max_value=10**9 - 1).filter(lambda number: not 1000 <= number <= 2199)
DECIMAL = st.decimals(min_value=0, max_value=999, places=1, allow_nan=False, allow_infinity=False)


def in_sentence(printed: str, after: str = "") -> tuple[str, int]:
    before = "Officials told us they saw "
    return f"{before}{printed}{after} by the river, they said.", len(before)


@given(WHOLE, NOUNS, st.booleans())
@settings(deadline=None)
def test_a_count_comes_back(number: int, noun: str, commas: bool) -> None:
    printed = f"{number:,}" if commas else str(number)
    text, start = in_sentence(printed, f" {noun}")
    (figure,) = scan(text).figures
    assert (figure.span.start, figure.span.quote) == (start, printed)
    assert (figure.kind, figure.unit) == (Kind.COUNT, noun)
    assert figure.written.low == figure.written.high == number


ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int) -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{ONES[number // 100]} hundred" + (f" and {spelled(number % 100)}" if number % 100 else "")
    for power, name in ((9, "billion"), (6, "million"), (3, "thousand")):
        if number >= 10**power:
            rest = number % 10**power
            joint = " and " if 0 < rest < 100 else " "
            return f"{spelled(number // 10**power)} {name}" + (joint + spelled(rest) if rest else "")
    raise AssertionError


@given(st.integers(min_value=2, max_value=10**11), NOUNS)
@settings(deadline=None)
def test_a_count_in_letters_comes_back(number: int, noun: str) -> None:
    printed = spelled(number)
    text, start = in_sentence(printed, f" {noun}")
    (figure,) = scan(text).figures
    assert (figure.span.start, figure.span.quote, figure.unit) == (start, printed, noun)
    assert figure.written.holds(number)


SIGNS = st.sampled_from(
    [("£", "GBP"), ("$", "USD"), ("€", "EUR"), ("A$", "AUD"), ("US$", "USD"), ("¥", "JPY")]
)
SCALES = st.sampled_from(
    [("", 0), ("m", 6), ("bn", 9), ("tn", 12), (" million", 6), (" billion", 9), (" trillion", 12)]
)


@given(SIGNS, DECIMAL, SCALES)
@settings(deadline=None)
def test_money_comes_back(sign: tuple[str, str], number: Decimal, scale: tuple[str, int]) -> None:
    printed = f"{sign[0]}{number}{scale[0]}"
    text, start = in_sentence(printed)
    (figure,) = scan(text).figures
    assert (figure.span.start, figure.span.quote) == (start, printed)
    assert (figure.kind, figure.unit) == (Kind.MONEY, sign[1])
    value = Fraction(number) * 10 ** scale[1]
    assert figure.written.holds(value)
    assert not figure.written.holds(value + 10 ** scale[1])


PERCENT = st.sampled_from(
    [("%", Kind.PERCENT), (" per cent", Kind.PERCENT), (" percentage points", Kind.POINTS)]
)


@given(DECIMAL, PERCENT)
@settings(deadline=None)
def test_a_percentage_comes_back(number: Decimal, form: tuple[str, Kind]) -> None:
    printed = f"{number}{form[0]}"
    text, start = in_sentence(printed)
    (figure,) = scan(text).figures
    assert (figure.span.start, figure.span.quote, figure.kind) == (start, printed, form[1])
    assert figure.written.holds(Fraction(number))


@given(DECIMAL, st.sampled_from(["km", " miles", " tonnes", " hours", " years", "kg", " barrels"]))
@settings(deadline=None)
def test_a_measure_comes_back(number: Decimal, unit: str | None) -> None:
    printed = f"{number}{unit}"
    text, start = in_sentence(printed)
    (figure,) = scan(text).figures
    assert (figure.span.start, figure.span.quote) == (start, printed)
    assert figure.kind in (Kind.MEASURE, Kind.DURATION)
    assert figure.written.holds(Fraction(number))


@given(
    st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 12, 31)),
    st.sampled_from(["%-d %B %Y", "%B %-d, %Y", "%A, %-d %B %Y", "%Y-%m-%d", "%-dth %B %Y", "%A %B %-d, %Y"]),
)
@settings(deadline=None)
def test_a_date_comes_back(day: dt.date, form: str) -> None:
    printed = day.strftime(form)
    text, start = in_sentence(printed)
    (figure,) = scan(text).figures
    assert (figure.span.start, figure.span.quote, figure.kind) == (start, printed, Kind.DATE)
    weekday = day.weekday() if "%A" in form else None
    assert figure.date == DatePoint(day.year, day.month, day.day, weekday)


@given(
    st.integers(1, 500),
    st.integers(501, 999),
    st.sampled_from(["{}-{} drones", "between {} and {} drones", "{} to {} drones"]),
)
@settings(deadline=None)
def test_a_range_comes_back(low: int, high: int, form: str) -> None:
    text, _ = in_sentence(form.format(low, high))
    if low * 20 < high and "between" not in form:
        return
    (figure,) = scan(text).figures
    assert (figure.written.low, figure.written.high, figure.unit) == (low, high, "drones")


HOSTILE = {
    "digits": lambda size: "1" * size,
    "commas": lambda size: "," * size,
    "digits and commas": lambda size: "1," * size,
    "thousands": lambda size: "1" + ",000" * size,
    "Indian groups": lambda size: "1" + ",00" * size,
    "one hundred and": lambda size: "one hundred and " * (size // 2),
    "no sentence end": lambda size: "so it goes on and " * size,
    "million": lambda size: "five" + " million" * size,
    "hours": lambda size: "2 hours 3 minutes and " * (size // 4),
    "dashes": lambda size: "5-" * size,
    "shared nouns": lambda size: "three Russian and " * (size // 4),
    "addresses": lambda size: "a@" * size,
    "hash": lambda size: "#" * size + "www." * size,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length_alone(name: str) -> None:
    """Ten times the text takes at most twelve times as long; half as much again is allowed for noise.

    Noise only ever adds: each size counts with its best run, and more runs are made while they do not do.
    """
    short, long = (HOSTILE[name](size) for size in (2_000, 20_000))
    best_short = best_long = float("inf")
    for _ in range(8):
        best_short = min(best_short, _timed(short))
        best_long = min(best_long, _timed(long))
        if best_long <= 18 * best_short + 0.02:
            return
    assert best_long <= 18 * best_short + 0.02


def _timed(text: str) -> float:
    gc.collect()
    gc.disable()
    try:
        started = time.process_time()
        scan(text)
        return time.process_time() - started
    finally:
        gc.enable()
