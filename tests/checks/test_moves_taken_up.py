"""A rise or fall that the next sentence takes up as its opposite."""

from __future__ import annotations

import pytest

from verifier.checks import opposite_moves
from verifier.draft import Draft

OPPOSITE = [
    "Output at the mill grew by 0.3% in May. The fall reflects weak demand.",
    "Fares climbed to £12 in May. The drop was the second this year.",
    "Sales fell 4% in the spring. The rise, the third in a row, pleased nobody.",
    "The toll dropped by a tenth to 40. This increase came after a hard winter.",
    "Rents are up 3% on the year. But the decline has left tenants no better off.",
]
AGREES = [
    "Output at the mill fell by 0.3% in May. The fall reflects weak demand.",
    "Fares climbed to £12 in May. The rise was the second this year.",
    "Fares climbed to £12 in May. The fall in rents was welcome.",
    "Fares climbed to £12 in May. The fall of the council surprised nobody.",
    "Fares would climb to £12 in May. The fall was expected.",
    "Rents fell in May. Fares climbed to £12. The fall came after a hard winter.",
    "Fares climbed to £12 in May after a drop in April. The drop was the second this year.",
    "Fares rose to £12 but rents did not. The fall was the second this year.",
    "Fares climbed again. The fall came in May.",
    "Hill went up 12 steps. The fall broke his leg.",
]


@pytest.mark.parametrize("text", OPPOSITE)
def test_an_opposite_move(text: str) -> None:
    """Flagged with the verb and the noun as evidence."""
    (finding,) = opposite_moves(Draft.parse(text))
    assert finding.code == "same-fact-differs"
    assert len(finding.evidence) == 2


@pytest.mark.parametrize("text", AGREES)
def test_no_opposite_move(text: str) -> None:
    """The same way, another matter, or none that was told."""
    assert not list(opposite_moves(Draft.parse(text)))
