"""Counts, sums and terms taken up by definite ones."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.extraction.offline.relations.definite_sums import sums_taken_up
from verifier.extraction.offline.relations.taken_up import taken_up

FAR = " He said no more. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"Six foreign-owned factories have closed.{FAR}He said that the eight factories were old.", [("Six", "eight")], id="the"),
        pytest.param(f"Six factories have closed.{FAR}All six factories were old.", [("Six", "six")], id="all, and right"),
        pytest.param(f"Six factories have closed.{FAR}None of the eight factories was old.", [("Six", "eight")], id="none of the"),
        pytest.param(f"Six factories have closed.{FAR}Eight factories were old.", [], id="no article"),
        pytest.param(f"Six factories have closed.{FAR}The other eight factories were old.", [], id="other"),
        pytest.param(f"Six factories have closed.{FAR}The eight other factories were old.", [], id="other, behind the number"),
        pytest.param(f"Six factories have closed.{FAR}The eight biggest factories were old.", [], id="an adjective of its own"),
        pytest.param(f"Six of the factories have closed.{FAR}The eight factories were old.", [], id="a part"),
        pytest.param(f"Six factories have closed.{FAR}The eight factories in Wales were old.", [], id="a place of its own"),
        pytest.param(f"Six factories have closed.{FAR}The eight factories that have closed were old.", [("Six", "eight")], id="a clause that says the same"),
        pytest.param(f"Six factories have closed.{FAR}The eight factories that will open are new.", [], id="a clause that says something else"),
        pytest.param(f"Six factories have closed.{FAR}The 18 factories were old.", [], id="of another size"),
        pytest.param(f"Six factories have closed. Seven factories opened.{FAR}The eight factories were old.", [], id="two that may be meant"),
        pytest.param(f"Six factories each in two towns have closed.{FAR}The eight factories were old.", [], id="each"),
        pytest.param(f"At least six factories have closed.{FAR}The eight factories were old.", [], id="at least"),
        pytest.param(f"Six factories closed in 2003.{FAR}In 2005 the eight factories were old.", [], id="another year"),
        pytest.param(f"They have six points.{FAR}They need the eight points.", [], id="points"),
    ],
)  # fmt: skip
def test_counts(text: str, expected: list[tuple[str, ...]]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    assert [tuple(quotes[f] for f in r.figures) for r in taken_up(draft, figures)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"The directors agreed a $168m settlement.{FAR}Of the $186m settlement they pay a part.", [("$168m", "$186m")], id="a sum"),
        pytest.param(f"The directors agreed to a settlement of $168m.{FAR}The $168m settlement is fair.", [("$168m", "$168m")], id="a sum that is right"),
        pytest.param(f"The directors agreed a $168m settlement.{FAR}A $186m settlement would be unfair.", [], id="no article"),
        pytest.param(f"The directors earned $168m.{FAR}The $186m settlement is unfair.", [], id="no word in common"),
        pytest.param(f"The directors agreed a $168m settlement, and a $190m settlement later.{FAR}The $186m settlement is unfair.", [], id="two that may be meant"),
        pytest.param(f"The directors agreed a $168m settlement.{FAR}The other settlement followed the $186m settlement.", [], id="other"),
        pytest.param(f"The directors agreed a $168m settlement.{FAR}The settlement would pass the $186m mark.", [], id="a mark"),
        pytest.param(f"Roe was given a 28-month ban.{FAR}The 38-month ban is unfair.", [("28-month", "38-month")], id="a term"),
        pytest.param(f"Roe was given a 28-month ban.{FAR}In the 38-month period of the ban, she rested.", [], id="a stretch of time"),
        pytest.param(f"Acme bought 18.8% of Bolt Breweries.{FAR}Acme bought the 16.8% stake in Bolt Breweries from Roe.", [("18.8%", "16.8%")], id="a share"),
        pytest.param(f"Acme bought 18.8% of Bolt Breweries.{FAR}The 16.8% rise in prices hurt.", [], id="a share of something else"),
        pytest.param(f"Roe went on a 99-county tour.{FAR}Her 89-county pledge was kept.", [("99", "89")], id="a compound"),
        pytest.param(f"Ten members of the club wept.{FAR}The 12-member board met.", [], id="a compound of other things"),
    ],
)  # fmt: skip
def test_sums(text: str, expected: list[tuple[str, ...]]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    assert [tuple(quotes[f] for f in r.figures) for r in sums_taken_up(draft, figures)] == expected
