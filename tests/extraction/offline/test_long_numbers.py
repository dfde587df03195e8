"""Slips in long counts."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.extraction.offline.relations.long_numbers import long_numbers

BODY = " It said no more. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"She needs 1,237 delegates.{BODY}We get to 1,273.", [("1,237", "1,273")], id="swapped, without a noun"),
        pytest.param(f"She needs 1,237 delegates.{BODY}They counted 1,273 votes.", [], id="swapped, of something else"),
        pytest.param(f"She needs 2,383 delegates.{BODY}He lacks the 2,283 delegates.", [("2,383", "2,283")], id="one digit"),
        pytest.param(f"She needs 2,383 delegates.{BODY}We get to 2,283.", [], id="one digit, without a noun"),
        pytest.param(f"She needs 2,383 delegates, 2,383 in all.{BODY}We get to 2,283.", [("2,383", "2,283")], id="one digit of a number given before"),
        pytest.param(f"The roof cost £4,350.{BODY}The £4,530 is lost.", [("£4,350", "£4,530")], id="a sum"),
        pytest.param(f"The roof cost £4,350.{BODY}It took $4,530.", [], id="sums in two currencies"),
        pytest.param(f"The roof cost £4,350, or £4,350 net.{BODY}The £4,450 is lost.", [], id="sums one digit apart"),
        pytest.param(f"It is 1,237km long.{BODY}All 1,273km are open.", [("1,237km", "1,273km")], id="a length"),
        pytest.param(f"She needs 2,383 delegates.{BODY}He lacks the 2,380 delegates.", [], id="rounded"),
        pytest.param(f"She needs 2,383 delegates.{BODY}About 2,283 delegates met.", [], id="hedged"),
        pytest.param(f"She needs 2,383 delegates.{BODY}He has 2,156 delegates.", [], id="two numbers"),
        pytest.param(f"She needs 383 delegates.{BODY}He lacks the 283 delegates.", [], id="three digits"),
        pytest.param(f"She needs 1,237 delegates.{BODY}In June she needed 1,273.", [], id="swapped, of another month"),
        pytest.param(f"She needs 1,237 delegates.{BODY}He has 1,273 delegates, and Roe 1,327.", [], id="a third as like"),
        pytest.param(f"She needs 2,383 delegates.{BODY}Another 2,283 delegates met.", [], id="another"),
        pytest.param("She has 2,383 delegates. He has 2,283 delegates.", [], id="side by side"),
        pytest.param(f"She needs 2,383 delegates, 2,383 in all.{BODY}He has 2,283 delegates, not 2,283.", [], id="both given twice"),
    ],
)  # fmt: skip
def test_long_numbers(text: str, expected: list[tuple[str, ...]]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    assert [tuple(quotes[f] for f in r.figures) for r in long_numbers(draft, figures)] == expected
