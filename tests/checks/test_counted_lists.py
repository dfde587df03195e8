"""Lists of names that are announced with a number."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.checks import counted_lists

SLIPS = [
    pytest.param("It bought four state banks - Bank Uno, Bank Due and Bank of Nowhere.", ["four", "Bank Uno, Bank Due and Bank of Nowhere."], id="one too few"),
    pytest.param("He named two sites: Leeds, York and Hull; none is open.", ["two", "Leeds, York and Hull"], id="one too many"),
    pytest.param("Acme won four trophies - best bread, best cheese and best cider from a small farm.", ["four", "best bread, best cheese and best cider from a small farm"], id="prizes that begin alike"),
    pytest.param("It took home three awards, for best young baker and best new shop.", ["three", "best young baker and best new shop"], id="awards for"),
    pytest.param("Acme took two prizes: top garden, top pond and top hedge.", ["two", "top garden, top pond and top hedge"], id="named top"),
    pytest.param("Three towns (Leeds and York) were hit.", ["Three", "Leeds and York"], id="in brackets"),
    pytest.param("Five people died in the crash.\n\nThose who died in the crash were Ann Hill, 46, of Leeds; Bob Reed, 50, of York; and Carl Low, 37, of Hull.", ["Five", "Ann Hill, 46, of Leeds; Bob Reed, 50, of York; and Carl Low, 37, of Hull"], id="those who died"),
]  # fmt: skip
CLEAN = [
    pytest.param("It bought three state banks - Bank Uno, Bank Due and Bank of Nowhere.", id="as announced"),
    pytest.param("Acme won three trophies - best bread, best cheese and best cider from a small farm.", id="prizes, as announced"),
    pytest.param("Acme won four trophies, including best bread and best cheese.", id="some of the prizes"),
    pytest.param("Acme won four awards: best bread, best cheese and ham and cider.", id="best of two or three"),
    pytest.param("Acme won four awards in all, also taking best bread and best cheese.", id="also taking"),
    pytest.param("It bought 30 banks - Bank Uno, Bank Due and Bank of Nowhere.", id="too many to be a full list"),
    pytest.param("It bought at least five banks - Bank Uno and Bank Due.", id="at least"),
    pytest.param("It bought five banks including the two leaders - Bank Uno and Bank Due.", id="including"),
    pytest.param("It bought five banks, such as Bank Uno and Bank Due.", id="such as"),
    pytest.param("It bought five banks - Bank Uno, Bank Due and several others.", id="others"),
    pytest.param("It is in the top five - Leeds and York.", id="a rank"),
    pytest.param("It has shops in five cities - Leeds and York are the largest.", id="the list goes on as a sentence"),
    pytest.param("Three moderates have led big states: Low and Govs. Ann Hill of Ohio and Bob Reed of Iowa. Nobody else has.", id="an abbreviation ends no list"),
    pytest.param("They were three moderates who have led states: Low and Govs. Ann Hill of Ohio and Bob Reed of Iowa.", id="an abbreviation, the list announced later"),
    pytest.param("Three people died in the crash. Those who died in the crash were Ann Hill, 46, of Leeds; Bob Reed, 50, of York; and Carl Low, 37, of Hull.", id="those who died, as announced"),
    pytest.param("Five people died in the fire. Three people died in the crash. Those who died were Ann Hill, 46, of Leeds; and Bob Reed, 50, of York.", id="two events"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quotes"), SLIPS)
def test_slips(text: str, quotes: list[str]) -> None:
    (finding,) = counted_lists(*scanned(text))
    assert finding.code == "parts-do-not-add-up"
    assert [evidence.span.quote for evidence in finding.evidence] == quotes
    assert all(text[e.span.start : e.span.end] == e.span.quote for e in finding.evidence)


@pytest.mark.parametrize("text", CLEAN)
def test_clean(text: str) -> None:
    assert list(counted_lists(*scanned(text))) == []
