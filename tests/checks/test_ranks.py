"""Ranks, and how many are said to be ahead."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.checks import ranks

SLIPS = [
    pytest.param("It was the third-biggest opening for a May release in Leeds, after the three films of the series.", ["third", "three"], id="after the three"),
    pytest.param("It had the second-highest rating ever - an average of 112m viewers - trailing only the previous two finals.", ["second", "two"], id="trailing only"),
    pytest.param("She finished third, behind three others.", ["third", "three"], id="a place behind others"),
]  # fmt: skip
CLEAN = [
    pytest.param("It was the fourth-biggest opening for a May release in Leeds, after the three films of the series.", id="after the three, as it should be"),
    pytest.param("It was the third-biggest opening, after three years of work.", id="a time"),
    pytest.param("It was the third-biggest win after three defeats.", id="no definite number"),
    pytest.param("She finished third, behind two others.", id="a place behind others, as it should be"),
    pytest.param("She is third, 12 points behind.", id="points"),
    pytest.param("She is third, behind two points and ten shots.", id="points behind"),
    pytest.param("It was the third. The two others came after the three.", id="another sentence"),
    pytest.param("She finished third, behind several others.", id="vague"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quotes"), SLIPS)
def test_slips(text: str, quotes: list[str]) -> None:
    (finding,) = ranks(*scanned(text))
    assert finding.code == "order-contradicted"
    assert [evidence.span.quote for evidence in finding.evidence] == quotes


@pytest.mark.parametrize("text", CLEAN)
def test_clean(text: str) -> None:
    assert list(ranks(*scanned(text))) == []
