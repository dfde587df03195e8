"""Headlines that say the opposite of the lead."""

from __future__ import annotations

import pytest

from verifier.checks import contradicting_headline
from verifier.draft import Draft

CASES = [
    pytest.param("Acme profits rise by a tenth", "Profits at Acme have fallen by a tenth.", ["rise", "fallen"], id="rise and fall"),
    pytest.param("Acme profits rise by a tenth", "Profits at Acme have grown by a tenth.", [], id="one direction"),
    pytest.param("Acme profits rise by a tenth", "Shares fell in Leeds on Monday.", [], id="another subject"),
    pytest.param("Acme profits rise by a tenth", "Profits at Acme have fallen, and sales have climbed.", [], id="both"),
    pytest.param("Acme profits rise by a tenth", "Profits at Acme did not fall this year.", [], id="turned round"),
    pytest.param("Acme profits rise by a tenth", "Profits at Acme, which fell last year, are strong.", [], id="another time"),
    pytest.param("Acme profits may rise", "Profits at Acme have fallen by a tenth.", [], id="a possibility"),
    pytest.param("Rovers win the cup", "Rovers have lost the cup to York in Leeds.", ["win", "lost"], id="win and lose"),
    pytest.param("Council backs tram plan", "Leeds council has rejected the tram.", ["backs", "rejected"], id="back and reject"),
    pytest.param("Mayor admits mistake", "The mayor has denied a mistake.", ["admits", "denied"], id="admit and deny"),
    pytest.param("Airport to open in May", "The airport will close in May.", [], id="open and close, in turn"),
    pytest.param("Bank cuts rates", "The bank has raised its rates.", ["cuts", "raised"], id="cut and raise"),
    pytest.param("Acme profits up by a tenth", "Profits at Acme have fallen by a tenth.", ["up", "fallen"], id="up and fall"),
    pytest.param("Unions praise pay offer", "Unions have attacked the pay offer.", ["praise", "attacked"], id="praise and attack"),
    pytest.param("Acme buys Leeds mill", "Acme has sold a mill in Leeds.", [], id="buy and sell, of two mills"),
    pytest.param("Acme admits leak", "It rained. Acme has denied a leak.", ["admits", "denied"], id="second sentence"),
    pytest.param("Voters back tram", "In Leeds 54% are for it. Among voters 31% opposed it.", [], id="a share of the people"),
    pytest.param("Voters back tram", "Some voters opposed the tram.", [], id="some of them"),
    pytest.param("Rents rise in Leeds", "Rents rose by a tenth. Rents for garages fell.", [], id="said again first"),
    pytest.param("Hill hits back in row", "Hill attacked the union on Monday.", [], id="hit back"),
    pytest.param("Shops rally voters", "The vote by shops will fall on 5 May.", [], id="fall on a day"),
    pytest.param("Unions praise pay offer", "Hill said “Unions attacked the pay offer”.", [], id="quoted"),
    pytest.param("Acme profits rise by a tenth. Profits at Acme have fallen.", "It was a good year.", [], id="no headline"),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "lead", "expected"), CASES)
def test_contradicting_headline(headline: str, lead: str, expected: list[str]) -> None:
    draft = Draft.parse(f"{headline}\n\n{lead} {'The firm said no more about it on Monday. ' * 3}")
    findings = list(contradicting_headline(draft))
    assert [evidence.span.quote for finding in findings for evidence in finding.evidence] == expected
    assert all(finding.severity == "warning" for finding in findings)


def test_nothing_to_compare() -> None:
    assert not list(contradicting_headline(Draft.parse("")))
    assert not list(contradicting_headline(Draft.parse("Acme profits rise")))
