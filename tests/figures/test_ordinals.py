"""Ordinals, ranks, and the quarters of a year."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verifier.figures import Exact, Figure, Kind

Marked = Callable[[str], list[Figure]]
Reasons = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("finished [third] overall", 3),
        ("the [89th] minute", 89),
        ("the [second]-largest party", 2),
        ("his [twenty-first] win", 21),
        ("number [one] in the charts", 1),
        ("world No [3] Smith", 3),
        ("took [first] place", 1),
        ("the [1,000th] visitor", 1000),
    ],
)
def test_ranks(marked: Marked, text: str, value: Exact) -> None:
    (figure,) = marked(text)
    assert figure.kind is Kind.ORDINAL
    assert figure.written.holds(value)


@pytest.mark.parametrize("text", ["the [fourth quarter]", "[third-quarter] profits", "[first-half] profits"])
def test_parts_of_a_year(marked: Marked, text: str) -> None:
    assert marked(text)[0].kind is Kind.RELATIVE_DATE


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("for the first time", "first"),
        ("a talent second to none", "idiom"),
        ("in the first place", "idiom"),
        ("a third party", "idiom"),
        ("the Second World War", "part-of-name"),
        ("on Fifth Avenue", "part-of-name"),
        ("in the second half", "part-of-play"),
        ("in Number 10 they", "part-of-name"),
    ],
)
def test_kept_out(reasons: Reasons, text: str, reason: str) -> None:
    assert reasons(text) == [reason]
