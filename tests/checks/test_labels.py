"""Politicians with two offices, states or parties."""

from __future__ import annotations

import pytest

from verifier.checks import varying_labels
from verifier.draft import Draft

CASES = [
    pytest.param("Sen. Ann Hill spoke. Later Rep. Hill left.", ["Sen. Ann Hill", "Rep. Hill"], id="office"),
    pytest.param("Sen. Ann Hill spoke. Later Senator Hill left.", [], id="one-office"),
    pytest.param("Former Rep. Ann Hill spoke. Later Sen. Hill left.", [], id="once"),
    pytest.param("Sen. Ann Hill spoke. Rep. Peter Hill left.", [], id="two-people"),
    pytest.param("Sen. Ann Hill spoke. Rep. Peter Moss left.", [], id="two-names"),
    pytest.param("Ohio Sen. Ann Hill spoke. Sen. Ann Hill (R-Iowa) left.", ["Ohio Sen. Ann Hill", "Ann Hill (R-Iowa"], id="state"),
    pytest.param("Texas Sen. Ann Hill spoke. Sen. Ann Hill (R-Tex.) left.", [], id="one-state"),
    pytest.param("Virginia Sen. Ann Hill spoke. West Virginia Sen. Al Moss left.", [], id="west-virginia"),
    pytest.param("Ohio Sen. Ann Hill spoke. Sen. Ann Hill of Iowa left.", ["Ohio Sen. Ann Hill", "Ann Hill of Iowa"], id="of"),
    pytest.param("Republican Ann Hill spoke. Sen. Ann Hill (D-Iowa) left.", ["Republican Ann Hill", "Ann Hill (D-"], id="party"),
    pytest.param("Labour MP Ann Hill spoke. Tory MP Ann Hill left.", ["Labour MP Ann Hill", "Tory MP Ann Hill"], id="british"),
    pytest.param("Liberal Democrat leader Ann Hill spoke. Lib Dem MP Ann Hill left.", [], id="short-for"),
    pytest.param("Labour leader Ann Hill spoke. Tory leader Al Moss left.", [], id="two-leaders"),
    pytest.param("Ann Hill spoke.", [], id="none"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_varying_labels(text: str, expected: list[str]) -> None:
    findings = list(varying_labels(Draft.parse(text)))
    assert [evidence.span.quote for finding in findings for evidence in finding.evidence] == expected
    assert all(finding.code == "role-varies" for finding in findings)
