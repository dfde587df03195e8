"""Times of day, in minutes after midnight."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verifier.figures import Figure, Kind

Marked = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("at [7pm]", 1140), ("at [7.30pm]", 1170), ("at [7:30 p.m.] sharp", 1170), ("at [19:30]", 1170),
        ("at [1430 GMT]", 870), ("at [12am]", 0), ("at [noon]", 720), ("by [midnight]", 0), ("at [10 o'clock]", 600),
        ("at [three o'clock]", 180), ("at [ten past seven]", 430), ("at [10 past seven]", 430), ("at [0130 GMT]", 90),
    ],
)  # fmt: skip
def test_times(marked: Marked, text: str, minutes: int) -> None:
    (figure,) = marked(text)
    assert figure.kind is Kind.TIME
    assert (figure.written.low, figure.written.high) == (minutes, minutes)


@pytest.mark.parametrize("text", ["rose [7.30]", "backed [1:1]", "a ratio of [3:2]"])
def test_what_is_no_time(marked: Marked, text: str) -> None:
    assert marked(text)[0].kind is not Kind.TIME
