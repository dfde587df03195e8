"""A rise that the next sentence calls a fall."""

from __future__ import annotations

import pytest

from verifier.checks import moves_named_otherwise
from verifier.draft import Draft

SLIPS = [
    pytest.param(
        "Output grew by 0.1% in May. The fall reflects weak exports.", ["grew", "The fall"], id="fall"
    ),
    pytest.param(
        "Sales dropped to £3m. This increase surprised analysts.",
        ["dropped", "This increase"],
        id="this increase",
    ),
    pytest.param(
        "Acme shares tumbled 4%. The sharp rise in shares was a surprise.",
        ["tumbled", "The sharp rise"],
        id="of the same",
    ),
    pytest.param(
        "Prices soared by 9%. Such a slide had been expected.", ["soared", "Such a slide"], id="such a"
    ),
]
CLEAN = [
    pytest.param("Output fell by 0.1% in May. The fall reflects weak exports.", id="as it should be"),
    pytest.param(
        "Output grew by 0.1% after it fell in April. The fall reflects weak exports.", id="both ways"
    ),
    pytest.param("Shares fell. Profits grew by 9%. The fall came as a surprise.", id="what came before"),
    pytest.param("Output grew by 0.1%. The fall of the wall was long ago.", id="the fall of"),
    pytest.param("Output grew by 0.1%. The fall in sterling hurt.", id="of another thing"),
    pytest.param("Output grew by 0.1%. The cuts will hurt.", id="cuts"),
    pytest.param("Output grew fast. The fall came later.", id="no figure"),
    pytest.param("Output grew by 0.1%. Fall came early.", id="no definite noun"),
]


@pytest.mark.parametrize(("text", "quotes"), SLIPS)
def test_slips(text: str, quotes: list[str]) -> None:
    (finding,) = moves_named_otherwise(Draft.parse(text))
    assert finding.code == "direction-mismatch"
    assert [evidence.span.quote for evidence in finding.evidence] == quotes


@pytest.mark.parametrize("text", CLEAN)
def test_clean(text: str) -> None:
    assert list(moves_named_otherwise(Draft.parse(text))) == []
