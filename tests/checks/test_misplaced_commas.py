"""Sums whose thousands are no thousands."""

from __future__ import annotations

import pytest

from verifier.checks import misplaced_commas
from verifier.draft import Draft


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The suit went for $110,00 in May.", ["$110,00"]),
        ("The suit went for £1,250,00.", ["£1,250,00"]),
        ("The pound bought $1,8923 at noon.", ["$1,8923"]),
        ("He owes £135,0 to the bank.", ["£135,0"]),
        ("The suit went for $110,000 in May.", []),
        ("The suit went for £1,250,000, and £30,12 of them came.", ["£30,12"]),
        ("It cost €1,50 in Paris.", []),
        ("It cost £1,250.50 in all.", []),
        ("It cost ₹1,00,000 in all.", []),
        ("It cost $1,00,000 in all.", []),
        ("He won £5, 12 cups and a hat.", []),
        ("Articles 81,82 and 21,22 were cut.", []),
    ],
)
def test_misplaced_commas(text: str, expected: list[str]) -> None:
    found = list(misplaced_commas(Draft.parse(text)))
    assert [finding.evidence[0].span.quote for finding in found] == expected
    assert all(finding.code == "impossible-value" for finding in found)
