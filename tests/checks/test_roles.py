"""One person, two names or two roles."""

from __future__ import annotations

import pytest

from verifier.checks import varying_people
from verifier.draft import Draft

CASES = [
    pytest.param("Out goes host Wes Butters. King praised host Butler.", ["name-varies"], id="one role, a surname much like it"),
    pytest.param("Out goes host Wes Butters. King praised host Smith.", [], id="a surname unlike it"),
    pytest.param("Out goes host Wes Butters. King praised host Butler; Ann Butler smiled.", [], id="a surname that somebody bears"),
    pytest.param("Then chairman David Prosser left. In May chairman Roger Prosser said no.", [], id="two full names, two people"),
    pytest.param("Green leader Dan Poole said yes. Labour group leader Ruth Poole said no.", [], id="leaders of two parties"),
    pytest.param("Analyst Tim Jones sold. The analyst Ivor Jones bought; so did the analyst Ann Jones.", [], id="analysts of one surname"),
    pytest.param("Labour spokesman Fraser Kemp rose. Labour spokesman Mr Kemp sat.", [], id="a title is no first name"),
    pytest.param("The guitarist Joe Hill was sued. She moved in with the drummer.", ["role-varies"], id="guitarist and drummer"),
    pytest.param("The guitarist Joe Hill was sued. The drummer left. A drummer was hired.", [], id="there are other drummers"),
    pytest.param("The guitarist Joe Hill was sued. She moved in with the drummer, and the bassist left.", [], id="the rest of the band"),
    pytest.param("The guitarist Joe Hill and drummer Al Roe were sued by the drummer.", [], id="two musicians"),
    pytest.param("It was finance minister Ana Roe. Then foreign minister Ana Roe spoke.", ["role-varies"], id="two portfolios"),
    pytest.param("It was finance minister Ana Roe. The former foreign minister Ana Roe spoke.", [], id="an office held before"),
    pytest.param("It was finance minister Ana Roe. Then foreign minister Bea Loe spoke.", [], id="two ministers"),
    pytest.param("It was finance minister Ana Roe. Then foreign minister Ana Roe was appointed.", [], id="an office to come"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), CASES)
def test_roles(text: str, codes: list[str]) -> None:
    draft = Draft.parse(text)
    found = list(varying_people(draft))
    assert [finding.code for finding in found] == codes
    for finding in found:
        assert len(finding.evidence) == 2
        assert all(e.span.quote in finding.message for e in finding.evidence)
