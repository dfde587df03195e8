"""Titles with two holders, and holders with two ranks."""

from __future__ import annotations

import pytest

from verifier.checks import titles_held_twice
from verifier.draft import Draft

SLIPS = [
    pytest.param("“We lost,” said a spokesman for Roe Re, the world's biggest reinsurer. Loe Re, the world's biggest reinsurance firm, lost too.", id="two holders"),
    pytest.param("Roe Bank, Japan's third-largest bank, wants to buy Loe Bank, Japan’s third-biggest bank.", id="words that are alike, and both apostrophes"),
    pytest.param("HRBC, Europe's biggest bank, fell. RBL, Europe's biggest bank, rose.", id="two abbreviations"),
    pytest.param("Anna Roe, Britain's richest woman, bought it. Britain's richest woman, Sue Loe, sold it.", id="the name behind"),
    pytest.param("Roe Bank - Japan's fourth-largest bank - made an offer. Roe Bank is Japan's third-largest bank.", id="one holder, two ranks"),
]  # fmt: skip
CLEAN = [
    pytest.param("Roe Re, the world's second-biggest reinsurer, lost. Loe Re, the world's biggest reinsurer, lost too.", id="two ranks"),
    pytest.param("Roe Re, the world's biggest reinsurer, lost. The world's biggest reinsurer, Roe Re, said so.", id="one holder"),
    pytest.param("Mr Roe, Britain's richest man, spoke. Jim Roe, Britain's richest man, is 60.", id="one holder, two forms of the name"),
    pytest.param("Roe, the world's biggest cocoa grower, sold it. Loe, the world's biggest cocoa exporter, did not.", id="two trades"),
    pytest.param("Roe, Japan's biggest bank, rose. Loe, Europe's biggest bank, fell.", id="two places"),
    pytest.param("Roe, Japan's biggest bank by assets, rose. Loe, Japan's biggest bank by profit, fell.", id="by what"),
    pytest.param("Roe, one of the world's biggest banks, rose. Loe, the world's biggest bank, fell.", id="one of several"),
    pytest.param("Roe, formerly Japan's biggest bank, rose. Loe, Japan's biggest bank, fell.", id="of old"),
    pytest.param("The deal would make Roe, Japan's biggest bank, grow. Loe, Japan's biggest bank, would be overtaken.", id="what would be"),
    pytest.param("In 2003 Roe, Britain's biggest grocer, bought it. Now Loe, Britain's biggest grocer, sells it.", id="two years"),
    pytest.param("AB, Japan's biggest bank, rose. Asian Bank, Japan's biggest bank, paid.", id="an abbreviation"),
]  # fmt: skip


@pytest.mark.parametrize("text", SLIPS)
def test_slips(text: str) -> None:
    (finding,) = titles_held_twice(Draft.parse(text))
    assert finding.code == "order-contradicted"
    assert len(finding.evidence) == 2
    assert all(text[e.span.start : e.span.end] == e.span.quote for e in finding.evidence)


@pytest.mark.parametrize("text", CLEAN)
def test_clean(text: str) -> None:
    assert list(titles_held_twice(Draft.parse(text))) == []
