"""Two amounts and the words between them: steps, contrasts and factors."""

from __future__ import annotations

import re

import pytest
from builders import scanned

from verifier.extraction.offline.relations import read_relations
from verifier.extraction.offline.relations.step_links import IN_ONE, LINK
from verifier.relations.model import Direction, Relation


def found(text: str, kind: str, *rules: str) -> list[tuple[Relation, dict[str, str]]]:
    """The relations of a kind that these rules read, with the quotes of their figures by role."""
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    return [
        (r, {role: quotes[ids[0]] for role, ids in r.roles})
        for r in read_relations(draft, figures)
        if r.kind == kind and (not rules or (r.rule or "").startswith(rules))
    ]


UP, DOWN = Direction.UP, Direction.DOWN
STEPS = [
    # the verb or noun before the first amount
    pytest.param("Profits rose 20% to £198m, compared with £165m a year earlier.", UP, ("£165m", "£198m", "20%"), id="to, compared with"),
    pytest.param("Profits fell to £56m, against £66m last year.", DOWN, ("£66m", "£56m", None), id="to, against"),
    pytest.param("The index slipped to 51.8 from a revised 53.3 in May.", DOWN, ("53.3", "51.8", None), id="from a revised"),
    pytest.param("The index is set to slip to 51.8 from an expected 53.3 in May.", DOWN, ("53.3", "51.8", None), id="from an expected"),
    pytest.param("Thefts were down 22%, from 36,185 to 28,041.", DOWN, ("36,185", "28,041", "22%"), id="down, from to"),
    pytest.param("Thefts fell 22%, to 28,041, from 36,185.", DOWN, ("36,185", "28,041", "22%"), id="between commas"),
    pytest.param("The 22% fall, from 36,185 to 28,041, was welcomed.", DOWN, ("36,185", "28,041", "22%"), id="a noun with its size"),
    pytest.param("A 9% rise in sales to £4.1m from £3.8m pleased them.", UP, ("£3.8m", "£4.1m", "9%"), id="a noun, to from"),
    pytest.param("The firm cut its workforce by 2,000, to 12,000 from 14,000.", DOWN, ("14,000", "12,000", "2,000"), id="with an object"),
    # the link
    pytest.param("Sales were £80.5m in the quarter, up from just £39.3m.", UP, ("£39.3m", "£80.5m", None), id="up from"),
    pytest.param("Turnover was £80.5m, well up on the year and up 12% from £71.9m.", UP, ("£71.9m", "£80.5m", "12%"), id="up so much from"),
    pytest.param("Some 70 percent of the voters asked said they would vote for her, a drop from 76 percent in April.", DOWN, ("76 percent", "70 percent", None), id="a drop from"),
    pytest.param("There were 28,041 thefts, a 22% fall from the 36,185 of 2003.", DOWN, ("36,185", "28,041", "22%"), id="a so much fall from"),
    pytest.param("There were 28,041 thefts, 22% fewer than the 36,185 of 2003.", DOWN, ("36,185", "28,041", "22%"), id="so much fewer than"),
    pytest.param("There were 28,041 thefts, 22% fewer than in 2003, when there were 36,185.", DOWN, ("36,185", "28,041", "22%"), id="than then, when"),
    pytest.param("It was more than the 200 seen in May, itself 20 more than the 180 of June.", UP, ("180", "200", "20"), id="a standard that is compared itself"),
    pytest.param("Growth will be 4.1% this year, dipping to 3.9% in 2005.", DOWN, ("4.1%", "3.9%", None), id="dipping to"),
    pytest.param("He was awarded £60,000, later reduced to £40,000.", DOWN, ("£60,000", "£40,000", None), id="later reduced to"),
    pytest.param("Only 5% are women, although in Leeds the figure rises to 24%.", UP, ("5%", "24%", None), id="the figure rises to"),
    pytest.param("The wage, currently £4.85 an hour, will rise by 20p to £5.05.", UP, ("£4.85", "£5.05", "20p"), id="currently"),
    # what follows the second amount
    pytest.param("There were 28,041 thefts, compared with 36,185 in 2003 - a fall of 22%.", DOWN, ("36,185", "28,041", "22%"), id="a fall of so much, after both"),
    # two sentences
    pytest.param("It sold 1,200 cars in May. That was a rise of 20% on the 1,000 of a year before.", UP, ("1,000", "1,200", "20%"), id="that is a rise"),
    pytest.param("Growth was 3.7% in the quarter. The figure marked an increase on the 3.3% of the second.", UP, ("3.3%", "3.7%", None), id="the figure marked an increase"),
    pytest.param("Profits rose 20% to £198m. That compares with £165m a year earlier.", UP, ("£165m", "£198m", "20%"), id="that compares with"),
    pytest.param("Recorded thefts fell by 22% last year. There were 28,041 thefts, compared with 36,185 in 2003.", DOWN, ("36,185", "28,041", "22%"), id="the way told before"),
    pytest.param("In 2003 there were 36,185 thefts. Last year the number fell by 22% to 28,041.", DOWN, ("36,185", "28,041", "22%"), id="the number fell to"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "way", "ends"), STEPS)
def test_steps(text: str, way: Direction, ends: tuple[str | None, ...]) -> None:
    read = [
        (r.direction, tuple(by.get(role) for role in ("from", "to", "by"))) for r, by in found(text, "change")
    ]
    assert (way, ends) in read
    assert {(direction, *both[:2]) for direction, both in read} == {(way, *ends[:2])}


NO_STEPS = [
    pytest.param("Support rose to 45%, compared with 38% for Hill.", id="somebody else's"),
    pytest.param("Profits were £198m, compared with £165m a year earlier.", id="no way is told"),
    pytest.param("Profits rose to £198m, compared with a loss of £165m a year earlier.", id="a loss turned into a profit"),
    pytest.param("Sales rose 3% to £198m from £199m at constant exchange rates.", id="on another basis"),
    pytest.param("The dollar fell to 1.3652 against the euro from 1.3500 on Monday.", id="a rate of exchange"),
    pytest.param("Contracts last from three months to six months.", id="a range"),
    pytest.param("The song crept up from six to five in the charts.", id="a place in the charts"),
    pytest.param("Sales rose in 12 towns and it moved from 14 shops to 30 staff.", id="two things"),
    pytest.param("Sales fell in May, and staff rose to 300 from 250 shops.", id="another noun"),
    pytest.param("It sold 1,200 cars and 900 vans in May. That was a rise from 1,000.", id="which of two, nobody says"),
    pytest.param("Profits rose 20% in May. Sales were £198m, compared with £165m a year earlier.", id="another quantity told before"),
    pytest.param("Sales rose 5% in May and fell 2% in June. Sales were £198m, compared with £165m a year earlier.", id="two ways told before"),
    pytest.param("The rate fell to 5.1%, compared with 4.9% in France a year ago.", id="elsewhere"),
    pytest.param("Prices rose to £5m and costs from £6m doubled.", id="another clause"),
    pytest.param("The index rose 5% a year to 560 from 12 members.", id="each year"),
    pytest.param("With rises of £6 for buses and £9 for trams, the average bill rises from £1,410 to £1,425.", id="a verb after a size of something else"),
    pytest.param("Five brokers see it above $60 next year and two below $50.", id="brokers are no size"),
    pytest.param("Its income was $300 million, or 70 cents a share, up from $240 million, or 56 cents a share.", id="a price and millions"),
    pytest.param("Mallow slid 16p to 544p, a fall of 2.9%.", id="how much, not from where"),
    pytest.param("Mallow slid 16p, falling to 544p.", id="how much, with another verb"),
    pytest.param("The total rose by 12, climbing to 340.", id="by how much"),
    pytest.param("It set aside £20m, bringing the pot to £70m under a scheme of £200m.", id="a scheme is no level"),
    pytest.param("It raised £3m, taking the total to £12m ahead of a £40m listing.", id="a level is no size"),
    pytest.param("Wardens found 2,340 seals on the 14 islands, 9% more than the 2,147 seen in 2021.", id="what is counted elsewhere"),
    pytest.param("Opposition to rising rents has gone from 60% to 55%.", id="what is opposed"),
    pytest.param("The shares rose 3p to 303p, compared with 250p a year ago.", id="since yesterday, and since last year"),
    pytest.param("Sales beat the 200 of May by far, and were 60 more than the 180 of June.", id="what else was more than that, too"),
    pytest.param("It was more than the 200 seen in May, though still 40 short of the 270 of June.", id="a standard is not compared itself"),
    pytest.param("Sales were up from the previous week’s 100 million but down 12% from the 128 million of May.", id="a standard with its time"),
    pytest.param("Dealers put the chance of a cut in rates at 94%, against 72% a week ago.", id="a chance of a cut"),
    pytest.param("She led after each of the three rounds and began the day four ahead of the pair of them.", id="ahead of persons"),
    pytest.param("The crown slipped to 24.62 to the euro from 24.48 on Monday.", id="a crown to the euro"),
    pytest.param("It is up on 2023, when the figure was 30.5m, and 4% below the 34m of 2019.", id="a standard told of then"),
    pytest.param("Visits were down from 4.2m and were a quarter fewer than the 5.3m of 2019.", id="a bare standard"),
    pytest.param("Some 27 were added, a rise of 14% on the total of 187.", id="what was added, and the total"),
    pytest.param("Some £5m is taken from reserves, which will drop to £14m.", id="which is what drops"),
    pytest.param("The pula slipped to 13.40 to the dollar from 13.35 on Wednesday.", id="any currency to the dollar"),
    pytest.param("It was bottom on 49.8%, 19.5% behind the leader, though up from 47.1% last year.", id="behind somebody"),
    pytest.param("It is 13% above its level at the end of last year, 1,420, but 3% below the record of 1,662.", id="a standard in apposition"),
    pytest.param("Sales were 18% higher than a week earlier, when it sold $88m, but 6% below the $110m of 2023.", id="a standard with a verb"),
    pytest.param("The three are still sought, but the total drops to six.", id="the three"),
    pytest.param("That is twice what falls in July (106 mm) and 25 mm more than the record of 187 mm.", id="a standard in brackets"),
    pytest.param("The bridge cost £8m, £1m more than hoped and £3m more than the £5m of 1990.", id="a size is no end"),
]  # fmt: skip


@pytest.mark.parametrize("text", NO_STEPS)
def test_no_steps(text: str) -> None:
    assert found(text, "change", "a step: ") == []


def test_per_cent_of_a_rate_may_be_points() -> None:
    ((relation, ends),) = found("The bank lifted rates 0.25% to 5.5% from 5.25%.", "change", "a step: ")
    assert relation.direction is UP
    assert "by" not in ends


ORDERS = [
    pytest.param("Only 16% of women agree, compared with 30% of men.", ("30%", "16%"), id="only, compared with"),
    pytest.param("Some 30% of men agree, but just 16% of women.", ("30%", "16%"), id="but just"),
    pytest.param("More men (38%) than women (29%) agreed.", ("38%", "29%"), id="in brackets"),
    pytest.param("New loans rose to 83,000, slightly higher than November's nine-year low of 77,000.", ("83,000", "77,000"), id="higher than"),
    pytest.param("It made a loss of $761m, lower than 2003's $1.2bn loss.", ("$1.2bn", "$761m"), id="lower than"),
    pytest.param("Growth was 3.7%. This was above the 3.2% that analysts had forecast.", ("3.7%", "3.2%"), id="two sentences"),
    pytest.param("Growth was 3.7%. That marked a rise on the second quarter, but fell short of the 4.2% forecast.", ("4.2%", "3.7%"), id="but fell short of"),
    pytest.param("Turnout was 41%, the highest since 1992, when it was 47%.", ("47%", "41%"), id="the highest since"),
    pytest.param("Hill leads with 33%, ahead of Mallow on 31%.", ("33%", "31%"), id="ahead of"),
    pytest.param("Hill came third with 21% of the vote, behind Mallow on 23%.", ("23%", "21%"), id="behind"),
    pytest.param("She won in 11.05 seconds, ahead of Hill in 11.15 seconds.", ("11.15 seconds", "11.05 seconds"), id="a race"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ORDERS)
def test_orders(text: str, expected: tuple[str, str]) -> None:
    read = [(by["greater"], by["less"]) for _, by in found(text, "order", "a contrast: ")]
    assert read == [expected]


NO_ORDERS = [
    pytest.param("Not only 62% of women but also 17% of men agree.", id="not only"),
    pytest.param("He had 40%, while Hill would beat the rich Mallow 52 to 38 percent.", id="somebody beats somebody"),
    pytest.param("Only 16% named Canada, while 11% named Spain.", id="only, in a list"),
    pytest.param("It has 332 votes, 62 more than the 270 it needs.", id="so many more"),
    pytest.param("Growth was 3.7%, no higher than the 3.9% of May.", id="no higher"),
    pytest.param("Just 12% voted yes, against 5% who abstained.", id="only, against fewer"),
    pytest.param("Only 16 men came, but 30 cars did.", id="two nouns"),
    pytest.param("The number was $7m lower because it rained, but still above forecasts of $30m.", id="a size"),
    pytest.param("It took a little under the £14m that was hoped for, but it cost only £18m.", id="what was hoped for is not compared"),
]  # fmt: skip


@pytest.mark.parametrize("text", NO_ORDERS)
def test_no_orders(text: str) -> None:
    assert found(text, "order", "a contrast: ") == []


FACTORS = [
    pytest.param("Profits reached £9m, double last year's £4.5m.", ("£9m", "£4.5m"), id="double last year's"),
    pytest.param("He has 12 titles, twice as many as Mallow, who has six.", ("12", "six"), id="as many as somebody who has"),
    pytest.param("Its share of 9% is half that of Mallow, which has 18%.", ("9%", "18%"), id="that of somebody who has"),
    pytest.param("Women (60%) are twice as likely as men (30%) to agree.", ("60%", "30%"), id="as likely as"),
    pytest.param("The final bill was £12m. That is twice the original estimate of £6m.", ("£12m", "£6m"), id="that is twice"),
    pytest.param("The estimate was £6m. The final bill, of £12m, was twice that.", ("£12m", "£6m"), id="twice that"),
    pytest.param("In 2001 the bill was put at £6m. It has since doubled to £12m.", ("£12m", "£6m"), id="it has since doubled"),
    pytest.param("The bill was put at £6m in 2001 but has since doubled to £12m.", ("£12m", "£6m"), id="but has since doubled"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FACTORS)
def test_factors(text: str, expected: tuple[str, str]) -> None:
    assert expected in [(by["of"], by["to"]) for _, by in found(text, "ratio")]


NO_FACTORS = [
    pytest.param("It sold 600 cars, half of them in the 12 towns.", id="half of them"),
    pytest.param("The bill was £6m and the fine £3m. It has since doubled to £12m.", id="which of two, nobody says"),
    pytest.param("The bill was £6m. He won three times to earn £12m.", id="no factor of change"),
    pytest.param("The middle of the range, $7.40, is half a dollar below the brokers' $7.90.", id="half a dollar"),
    pytest.param("The rent is £450, a third higher than the £337 of 2015.", id="a third higher"),
]  # fmt: skip


@pytest.mark.parametrize("text", NO_FACTORS)
def test_no_factors(text: str) -> None:
    assert found(text, "ratio") == []


LINKS = (
    ("up so much on", ", up <p1> from ", ", Rising by <p1> over the "),
    ("up from", ", up from ", " (down against the previous "),
    ("a rise of so much on", ", a rise of <p1> on ", ", the sharpest fall compared with "),
    ("so much of a rise on", ", a <p1> increase on ", " - <c2> drop versus "),
    ("so much more than", ", <p1> higher than the ", ", which is <m1> less than last year’s "),
    ("so much over", ", <m1> over its ", ", some <m1> shy of the ", ", <c2> ahead of "),
    ("rising to", ", before rising by <p1> to ", ", falling back to "),
    ("to, reaching", " in <d1> before reaching "),
    ("later cut to", ", later cut to ", ", which was subsequently raised to "),
    ("the figure rises to", " in Leeds, and the rate will increase to ", "; that has since fallen to "),
    ("and is to rise to", " in <d1>, but is expected to fall by <p1> to ", ", and fell to "),
    ("so much more than then, when", ", <c2> fewer than in <d1>, when there were "),
    ("up so much on then, when", ", up <p1> on <d1>, when it was "),
    ("now so much, will rise to", " in <d1>, will rise to "),
    ("from", " in <d1>, from "),
    ("compared with", ", compared with ", " against the ", ", as against ", ", versus ", ", in contrast to "),
    ("to", " in <d1> to as many as "),
)


@pytest.mark.parametrize(
    ("name", "link"),
    [(name, link) for name, *links in LINKS for text in links for link in (text, text.upper())],
)
def test_a_link_has_the_words_that_it_is_looked_for_by(name: str, link: str) -> None:
    printed = re.sub(r"<\w+>", lambda figure: figure[0].lower(), link)
    assert LINK[name].pattern.fullmatch(printed)
    assert LINK[name].match(printed, printed.casefold())


def test_every_link_is_shown() -> None:
    assert [name for name, *_ in LINKS] == [link.name for link in IN_ONE]
