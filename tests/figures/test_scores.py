"""Scores and votes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verifier.figures import Figure, Hedge, Kind

Marked = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    "text",
    [
        "won [2-1] away", "lost [17-18] there", "won [7-5 6-4] in London", "won [6-4, 3-6, 7-5] again",
        "voted [52 to 48] for it", "a [5-4] ruling", "by [217-205]", "a [0-0] draw",
    ],
)  # fmt: skip
def test_scores(marked: Marked, text: str) -> None:
    (figure,) = marked(text)
    assert figure.kind is Kind.SCORE
    assert (figure.written.low, figure.written.high) == (None, None)


def test_a_step_is_no_score(marked: Marked) -> None:
    kinds = [figure.kind for figure in marked("cut by [20%], from [50] to [40]")]
    assert kinds == [Kind.PERCENT, Kind.COUNT, Kind.COUNT]


@pytest.mark.parametrize("text", ["[10-15] people came", "some [20-30 minutes]", "pages [10-15]", "[5-10%]"])
def test_ranges_are_no_scores(marked: Marked, text: str) -> None:
    assert marked(text)[0].hedge is Hedge.BETWEEN
