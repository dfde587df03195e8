"""Rules over the whole draft: conversions, ratios, averages, shares, orders, and lists in rank order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import scanned

from verifier import verify
from verifier.extraction.offline.relations.placings import placings
from verifier.extraction.offline.relations.read import DRAFT_RULES
from verifier.extraction.offline.relations.rule import Rule, mask
from verifier.relations import KINDS

if TYPE_CHECKING:
    from verifier.relations.model import Relation


def read(rule: Rule, text: str) -> list[Relation]:
    draft, figures = scanned(text)
    return list(rule.read(mask(draft, draft.sentences, figures)))


HITS = [
    pytest.param(rule, text, id=f"{rule.name}: {text[:40]}") for rule in DRAFT_RULES for text in rule.hits
]
MISSES = [
    pytest.param(rule, text, id=f"{rule.name}: {text[:40]}") for rule in DRAFT_RULES for text in rule.misses
]


@pytest.mark.parametrize(("rule", "text"), HITS)
def test_hits(rule: Rule, text: str) -> None:
    assert read(rule, text)


@pytest.mark.parametrize(("rule", "text"), MISSES)
def test_misses(rule: Rule, text: str) -> None:
    assert not read(rule, text)


def test_the_table_of_rules() -> None:
    names = [rule.name for rule in DRAFT_RULES]
    assert len(set(names)) == len(names)
    for rule in DRAFT_RULES:
        assert rule.kind in KINDS
        assert rule.hits, rule.name
        assert rule.misses, rule.name


FINDINGS = [
    # conversions
    pytest.param("The market was worth $20 million (£10.5 million) in 2004. It will be worth $1.8 billion (£9.4 million) in 2009.", {"conversion-mismatch"}, id="scale slip"),
    pytest.param("The market is worth $1.8 billion (£9.4 million).", {"conversion-mismatch"}, id="scale slip, one pair"),
    pytest.param("It made $17m (£8.9m) in May and $110m (£76m) in all.", {"conversion-mismatch"}, id="no one rate"),
    pytest.param("It made $17m (£8.9m) in May and $110m (£58m) in all.", set(), id="one rate"),
    pytest.param("It made $17m (£8.9m) in May and about $100m (£55m) in all.", set(), id="a rate that moved"),
    pytest.param("It costs $12 (£9.30). An hour costs $1 (53p).", {"conversion-mismatch"}, id="prices"),
    pytest.param("More than $50bn (£27bn) was lost, of which up to $10bn (£5.3bn) in Leeds.", set(), id="hedges are undone"),
    pytest.param("The fund holds 6bn euros ($8bn; £4.2bn) and has promised $21bn (£10.9bn).", set(), id="three currencies"),
    pytest.param("The fund holds 6bn euros ($8bn; £6bn) and has promised $21bn (£10.9bn).", {"conversion-mismatch"}, id="three currencies, one wrong"),
    pytest.param("It lies 6km (9.6 miles) away.", {"conversion-mismatch"}, id="multiplied, not divided"),
    pytest.param("It lies 6km (3.7 miles) away.", set(), id="6km"),
    pytest.param("It lies 60 miles (100km) away.", set(), id="rounded for readers"),
    pytest.param("It was 40 degrees Celsius (104 degrees Fahrenheit).", set(), id="a temperature"),
    pytest.param("It was 40 degrees Celsius (84 degrees Fahrenheit).", {"conversion-mismatch"}, id="a wrong temperature"),
    pytest.param("It was minus 11 degrees Celsius (12 Fahrenheit).", set(), id="a temperature below zero"),
    pytest.param("It was minus 11C (42F).", {"conversion-mismatch"}, id="a wrong temperature below zero"),
    pytest.param("Each got 15 million rupees ($50,000).", set(), id="whose rupee it is, nobody says"),
    pytest.param("It cost Egypt 10 million pounds ($200,000).", set(), id="whose pound it is, nobody says"),
    pytest.param("It cost Leeds 10 million pounds ($200,000).", {"conversion-mismatch"}, id="pounds sterling"),
    pytest.param("It warmed by 2 degrees Celsius (3.6 degrees Fahrenheit).", set(), id="a difference of temperatures"),
    pytest.param("It weighs 12 tons (11 tonnes).", set(), id="whose ton it is, nobody says"),
    pytest.param("More than half (55%) agreed.", set(), id="a share in words"),
    pytest.param("More than half (45%) agreed.", {"conversion-mismatch"}, id="a share in words, wrong"),
    pytest.param("Almost half (43%) agreed.", set(), id="a share in words, loosely"),
    pytest.param("Last year Bell bought Acme & Sons for $16bn. It is not the first deal. The purchase of Acme by Bell for $16m surprised many.", {"same-fact-differs"}, id="one sum in two scales"),
    pytest.param("Last year Bell bought Acme for $16bn. It is not the first deal. The painting was sold for $16m.", set(), id="two sums in two scales"),
    # ratios
    pytest.param("The bid is $8bn - less than half of the $20bn that it is worth.", set(), id="less than half"),
    pytest.param("The bid is $12bn - less than half of the $20bn that it is worth.", {"ratio-mismatch", "share-mismatch"}, id="more than half"),
    pytest.param("The council doubled the number of bins from 120 to 240.", set(), id="doubled"),
    pytest.param("The council doubled the number of bins from 120 to 360.", {"ratio-mismatch"}, id="tripled"),
    pytest.param("She raised $6.3m, half as much again as his $4.2m.", set(), id="half as much again"),
    pytest.param("She raised $8.3m, half as much again as his $4.2m.", {"ratio-mismatch"}, id="twice as much"),
    pytest.param("The flock more than halved to 84 birds from 190.", set(), id="more than halved"),
    pytest.param("The flock more than halved to 114 birds from 190.", {"ratio-mismatch"}, id="less than halved"),
    pytest.param("Stocks grew by 2.7m barrels to 460m, nearly twice the 1.4m that was forecast.", set(), id="twice what else was said"),
    pytest.param("That made 445 men and 425 women altogether, more than twice the 400 of last year.", set(), id="both of them"),
    # averages
    pytest.param("The fund raised £10,000 from 50 donors, an average of £200 each.", set(), id="average"),
    pytest.param("The fund raised £10,000 from 50 donors, an average of £20 each.", {"average-mismatch"}, id="average, off by ten"),
    pytest.param("It sold 5m shares at £2 each, raising £100m.", {"average-mismatch"}, id="so much each"),
    # shares
    pytest.param("It will close 30 shops, or 10% of its 300 branches.", set(), id="share"),
    pytest.param("It will close 50 shops, or 10% of its 300 branches.", {"share-mismatch"}, id="share, wrong"),
    pytest.param("Labour won 41% of the vote, the Conservatives 38% and the Greens 25%.", {"shares-exceed-whole"}, id="more votes than cast"),
    # polls
    pytest.param("She leads Mr Smith by nine percentage points, 49% to 40%.", set(), id="a lead"),
    pytest.param("She leads Mr Smith by six percentage points, 49% to 40%.", {"change-mismatch"}, id="a lead, by another margin"),
    pytest.param("She beat Mr Smith with 39% to Smith's 44%.", {"order-contradicted"}, id="a lead that is none"),
    pytest.param("She beat Mr Smith 69% to 44%.", {"shares-exceed-whole"}, id="more than all voters"),
    # orders
    pytest.param("Lending rose by £7.2bn in May, up on the £7.1bn rise in April.", set(), id="up on"),
    pytest.param("Lending rose by £7.2bn in May, up on the £7.9bn rise in April.", {"order-contradicted"}, id="up on more"),
    pytest.param("That is £1.2bn, or 8%, above the £15.3bn in the budget.", set(), id="by how much"),
    pytest.param("The rise, 61,500, is smaller than the number expected because 4,050 stayed at home.", set(), id="another clause"),
    pytest.param("She slipped from 48 seconds off the pace to 67 seconds.", set(), id="a gap"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), FINDINGS)
def test_findings(text: str, codes: set[str]) -> None:
    report = verify(text, engine="offline")
    assert {finding.code for finding in report.findings if finding.severity != "notice"} <= codes
    assert bool(codes) is any(finding.severity != "notice" for finding in report.findings)


PLACINGS = [
    pytest.param("The film topped the box office. It was second with $24m. The rest came third with $7m.", 1, id="in order"),
    pytest.param("At the box office, A was at number five, with takings of $5m. B took sixth place with $5.4m.", 1, id="out of order"),
    pytest.param("He came second with $24m in prizes. She came third with $7m.", 0, id="no list by money"),
    pytest.param("At the US box office, A was second with $24m. In Britain, B was second with $3m and C was third with $2m.", 1, id="two lists"),
    pytest.param("At the US box office, A was second with $24m. In Britain, B was third with $25m.", 0, id="other lists"),
    pytest.param("In the box office chart A slipped to second with $9m, while B fell two places to number four, taking $7m.", 1, id="moves"),
    pytest.param("The rich list was topped by A. Taking the top spot is B, whose wealth has risen to £5bn. C is second on it with £4bn.", 1, id="the top"),
    pytest.param("A box office hit made $9m, putting it in third place. B was in fourth place, earning $7m.", 1, id="sum before"),
    pytest.param("Roe is third with 210 points. Loe is fourth on 195.", 1, id="points"),
    pytest.param("Roe is third with 210 points. Loe is fourth on 30 strokes.", 0, id="other things"),
    pytest.param("Roe is second with 210 points. Meanwhile Loe is third on 215 points.", 0, id="another list"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "relations"), PLACINGS)
def test_placings(text: str, relations: int) -> None:
    draft, figures = scanned(text)
    assert len(list(placings(mask(draft, draft.sentences, figures)))) == relations


def test_a_list_must_fall() -> None:
    report = verify("At the box office, A was at number five, with takings of $5m (£2.6m). B took sixth place with $5.4m (£2.8m).", engine="offline")  # fmt: skip
    (finding,) = (finding for finding in report.findings if finding.severity != "notice")
    assert finding.code == "order-contradicted"
    assert [evidence.quote for evidence in finding.evidence] == ["£2.6m", "£2.8m"]
