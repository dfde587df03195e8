"""Happenings dated twice, leaders and those behind them: what is read and what is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import scanned

from verifier import verify
from verifier.extraction.offline.relations import read_relations
from verifier.extraction.offline.relations.happened_on import happened_on

if TYPE_CHECKING:
    from collections.abc import Callable

DATED = [
    pytest.param(happened_on, "She lost the 3 May debate. Voters saw the debate on 5 May.", ["3 May", "5 May"], id="days"),
    pytest.param(happened_on, "She lost the March debate. Voters saw the debate in June.", ["March", "June"], id="months"),
    pytest.param(happened_on, "A film on the Hull (Humber) blasts in 1973 was shown. He told of the ten explosions which rocked Hull on 12 May 1972.", ["1973", "12 May 1972"], id="what struck a place"),
    pytest.param(happened_on, "She lost the 2004 debate. Voters saw the debate in 2008.", [], id="what comes again each few years"),
    pytest.param(happened_on, "He recalled the 2001 attacks. The 2011 attacks in Hull were worse.", [], id="attacks, one without a place"),
    pytest.param(happened_on, "She lost the Leeds debate on 3 May. Voters saw the debate on 5 May.", [], id="days, only one with a place"),
    pytest.param(happened_on, "The primary is on March 15. Republicans hold the primary on March 22.", [], id="each party has its own"),
    pytest.param(happened_on, "She lost the 3 May debate. Voters saw the next debate on 5 May.", [], id="the next"),
]  # fmt: skip


@pytest.mark.parametrize(("reader", "text", "quotes"), DATED)
def test_two_statements_of_one_happening(reader: Callable, text: str, quotes: list[str]) -> None:  # type: ignore[type-arg]
    draft, figures = scanned(text)
    named = {figure.id: figure.span.quote for figure in figures}
    read = [[named[figure] for figure in relation.figures] for relation in reader(draft, figures)]
    assert read == ([quotes] if quotes else [])


LEADERS = [
    pytest.param("Roe leads the field with five nominations. Loe - who sang at the third gala - has four nominations, while Poe has three.", [("five", "four"), ("five", "three")], id="nominations"),
    pytest.param("Hill leads with 182 delegates. Mallow has 28, Porter has 22 and Reed has five.", [("182", "28"), ("182", "22"), ("182", "five")], id="a list"),
    pytest.param("The poll shows Hill leading the race at 36% and Mallow at 20%.", [("36%", "20%")], id="per cent"),
    pytest.param("Roe topped the winners with three prizes. Loe won two prizes.", [("three", "two")], id="prizes"),
    pytest.param("Hill leads by 182 delegates. Mallow has 280.", [], id="a margin"),
    pytest.param("Hill leads with 36%. Another poll has Mallow on 40%.", [], id="another poll"),
    pytest.param("Hill leads with 182 delegates. It takes 1,237 delegates to win.", [], id="what it takes"),
    pytest.param("Hill leads with five goals. Last season Mallow had nine goals.", [], id="another season"),
    pytest.param("Roe leads the field with five nominations. Loe has won 14 awards.", [], id="another thing"),
    pytest.param("Roe heads the table with 12 golds. Last year Loe had 14 golds.", [], id="another year"),
    pytest.param("Hill led with 20 points. Porter scored 22 points.", [], id="of one side only"),
    pytest.param("Hill leads with 40%. Mallow leads in Hull with 52%.", [], id="another who leads elsewhere"),
    pytest.param("Roe took the most votes with 36%. Loe had 20%.", [("36%", "20%")], id="the most"),
    pytest.param("Hill leads with at least 18 seats. Mallow has 20 seats.", [], id="at least"),
    pytest.param("Hill led on 14 under. Mallow had a 65 and Porter a 71.", [], id="rounds of golf"),
    pytest.param("Hill topped the leaderboard at seven under, with Mallow at five under.", [], id="under par"),
    pytest.param("Hill headed the class with 12 books. Mallow has 19.", [], id="no contest"),
    pytest.param("Hill leads the market with 30% of sales. Mallow has 35% of the stores.", [], id="shares of two wholes"),
    pytest.param("If Hill leads with 18 seats, Mallow has 20 seats.", [], id="a condition"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LEADERS)
def test_leaders(text: str, expected: list[tuple[str, str]]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote.split()[0] for figure in figures}
    read = [
        (quotes[r.one("greater")], quotes[r.one("less")])
        for r in read_relations(draft, figures)
        if r.rule == "a leader, and another"
    ]
    assert sorted(read) == sorted(expected)


def test_a_leader_with_less_is_a_contradiction() -> None:
    report = verify("Roe leads the field with three nominations. Loe has four nominations.", engine="offline")
    assert "order-contradicted" in {finding.code for finding in report.findings}
