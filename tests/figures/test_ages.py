"""Ages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verifier.figures import Exact, Figure, Kind

Marked = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("the [64-year-old] said", 64, 64),
        ("a [ten-year-old] girl", 10, 10),
        ("aged [28] and fit", 28, 28),
        ("John Smith, [64], said", 64, 64),
        ("in his [30s] then", 30, 39),
        ("in her late [forties] then", 40, 49),
        ("aged between [18 and 24]", 18, 24),
        ("the over-[65s] pay", 65, None),
        ("people [65] or older", 65, None),
        ("he is [12 years old] now", 12, 12),
        ("Anna Roe, singer, dies at [92]", 92, 92),
        ("Then she died. She was [82]. He left", 82, 82),
        ("He was [14] when he left", 14, 14),
        ("the lock, who is [36], told", 36, 36),
        ("Roe, who at [17 years and 92 days] won", 17, 17),
    ],
)
def test_ages(marked: Marked, text: str, low: Exact, high: Exact | None) -> None:
    (figure,) = marked(text)
    assert (figure.kind, figure.unit) == (Kind.AGE, "year")
    assert (figure.written.low, figure.written.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "on [May 18], [20] men",
        "in London, [20], then [30] men",
        "She was [12] points behind",
        "He was [50] in the list",
        "It was [82]. He left",
        "They met at [10], and left",
    ],
)
def test_numbers_in_commas_that_are_no_ages(marked: Marked, text: str) -> None:
    assert all(figure.kind is not Kind.AGE for figure in marked(text))
