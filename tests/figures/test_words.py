"""Numbers in letters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verifier.figures import Exact, Figure

Marked = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("[twenty-three] men", 23, 23),
        ("[a hundred and one] dogs", 101, 101),
        ("[three hundred] ships", 300, 300),
        ("[two thousand and six] ships", 2006, 2006),
        ("[one hundred and twenty-five thousand] ships", 124_500, 125_500),
        ("[two and a half million] ships", 2_450_000, 2_550_000),
        ("[a million] ships", 500_000, 1_500_000),
        ("[half a million] ships", 450_000, 550_000),
        ("[two dozen] ships", 24, 24),
        ("[a dozen] ships", 12, 12),
        ("[half a dozen] ships", 6, 6),
        ("[one million two hundred thousand] ships", 1_199_500, 1_200_500),
        ("[zero] ships", 0, 0),
    ],
)
def test_value(marked: Marked, text: str, low: Exact, high: Exact | None) -> None:
    (figure,) = marked(text)
    assert (figure.written.low, figure.written.high, figure.unit) == (low, high, text.split("] ")[1])


def test_numbers_side_by_side_stay_apart(marked: Marked) -> None:
    assert [figure.written.low for figure in marked("[six] and [seven], then [eight], [nine]")] == [
        6,
        7,
        8,
        9,
    ]


@pytest.mark.parametrize("text", ["a weight", "often", "tense", "ninepins", "the thousandfold", "Fiver"])
def test_words_that_only_begin_like_numbers(marked: Marked, text: str) -> None:
    assert marked(text) == []
