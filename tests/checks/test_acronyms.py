"""Abbreviations with two letters swapped."""

from __future__ import annotations

import pytest

from verifier.checks import varying_acronyms
from verifier.draft import Draft


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The Office for National Figures (ONF) spoke. The OFN would not add to it.", ["OFN (1×) ≠ ONF (1×)"], id="spelt out"),
        pytest.param("The Office for National Figures (OFN) spoke. The ONF would not add to it.", ["OFN (1×) ≠ ONF (1×)"], id="the brackets have it wrong"),
        pytest.param("KTV bid. KTV won. So KTV it is, and TKV has gone.", ["TKV (1×) ≠ KTV (3×)"], id="used often"),
        pytest.param("KTV bid, and TKV has gone.", [], id="which is known?"),
        pytest.param("KTV bid. KTV won. KTV it is. TKV lost to TKV.", [], id="both used more than once"),
        pytest.param("KTV bid. KTV won. KTV it is. Total Kitchen Views (TKV) lost.", [], id="both known"),
        pytest.param("KTV bid. KTV won. KTV it is. TKV (Total Kitchen Views) lost.", [], id="both known, the words in brackets"),
        pytest.param("The Office for National Figures (ONF) spoke. NFO did not.", [], id="more than two letters"),
        pytest.param("The Office for National Figures (ONF) spoke. ONF-OFN talks go on.", [], id="part of another word"),
        pytest.param("", [], id="empty"),
    ],
)  # fmt: skip
def test_varying_acronyms(text: str, expected: list[str]) -> None:
    draft = Draft.parse(text)
    findings = list(varying_acronyms(draft))
    assert [finding.working for finding in findings] == expected
    assert all(finding.code == "name-varies" and len(finding.evidence) == 2 for finding in findings)
