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
    pytest.param("The panel has six members - chairman Ann Hill and Bob Reed, Carl Low, Dan Moss and Eve Nash.", ["six", "chairman Ann Hill and Bob Reed, Carl Low, Dan Moss and Eve Nash"], id="roles among the names"),
    pytest.param("It beat three rivals -- Acme of Leeds and the small firm Uno.", ["three", "Acme of Leeds and the small firm Uno"], id="places and roles"),
    pytest.param("Police held three men, named as Ann Hill and Bob Reed.", ["three", "Ann Hill and Bob Reed"], id="named as"),
    pytest.param("He met three mayors, Ann Hill and Bob Reed, in May.", ["three", "Ann Hill and Bob Reed"], id="beside the noun"),
    pytest.param("He met two mayors, Ann Hill of Leeds, Carl Low and Bob Reed.", ["two", "Ann Hill of Leeds, Carl Low and Bob Reed."], id="one too many beside the noun"),
    pytest.param("Uno and Due, three of the largest banks, agreed.", ["three", "Uno and Due"], id="the number behind the list"),
    pytest.param("The film stars Ann Hill and Bob Reed -- all three of Leeds.", ["three", "stars Ann Hill and Bob Reed"], id="all behind the list"),
    pytest.param("Uno, Due and Tre are the two biggest banks.", ["two", "Uno, Due and Tre"], id="the list is the subject"),
    pytest.param("Ann Hill, Carl Low and Bob Reed, both of Leeds, met.", ["both", "Ann Hill, Carl Low and Bob Reed"], id="both of three"),
    pytest.param("The comedy trio Hill and Reed, who met in Leeds, won.", ["trio", "Hill and Reed"], id="a group, and its names"),
    pytest.param("The midfield pair of Ann Hill, Carl Low and Bob Reed will play.", ["pair", "Ann Hill, Carl Low and Bob Reed"], id="a pair of three"),
    pytest.param("It is a four-way race between Hill, Reed and Low, they say.", ["four", "Hill, Reed and Low"], id="a contest"),
    pytest.param("They had two wins over Leeds, Hull and York, in May.", ["two", "Leeds, Hull and York"], id="more sides than wins"),
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
    pytest.param("The panel has five members - chairman Ann Hill and Bob Reed, Carl Low, Dan Moss and Eve Nash.", id="roles, as announced"),
    pytest.param("It has three leaders - Ann Hill, the captain, and Bob Reed.", id="a description may be one of them"),
    pytest.param("It has three brands - Hill and Reed, Uno and Due.", id="and within a name"),
    pytest.param("They are four fine players, especially Hill and Low.", id="especially"),
    pytest.param("After three games, Hill and Reed, in that order, lead.", id="a list of something else"),
    pytest.param("He met three mayors, Ann Hill and Bob Reed, and a bishop of Kent.", id="the list goes on"),
    pytest.param("England won in two of the four nations - Wales and Scotland.", id="a list of the part"),
    pytest.param("The three men have shops in two towns - Leeds and York.", id="a list of the second noun"),
    pytest.param("Ann Hill, the captain, Bob Reed and Carl Low, the three leaders, met.", id="a list that begins before"),
    pytest.param("Last Tuesday, Ann Hill and Bob Reed, both of Leeds, met.", id="a day is no name"),
    pytest.param("Ann Hill and Bob Reed, two of whose three sons died, met.", id="of whose"),
    pytest.param("Uno and Due, the three others and a dog were there.", id="others"),
    pytest.param("Hill and Reed, three pupils and a teacher were hurt.", id="the number is in the list"),
    pytest.param("The comedy duo Hill and Reed, who met in Leeds, won.", id="a group, as announced"),
    pytest.param("It is a four-person race with Hill, Reed and Low, she says.", id="a contest with others"),
    pytest.param("They had three wins over Leeds and York in May.", id="two wins over one side"),
    pytest.param("He bought a pair of Hill and Reed shoes.", id="a pair of things"),
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
