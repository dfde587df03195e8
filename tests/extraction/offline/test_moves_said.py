"""Steps and comparisons in words that stand further from their figures."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier import verify
from verifier.extraction.offline.relations import read_relations
from verifier.relations.model import Direction, Relation

UP, DOWN = Direction.UP, Direction.DOWN


def found(text: str, kind: str) -> list[tuple[Relation, dict[str, str]]]:
    """The relations of a kind, with the quotes of their figures by role."""
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    return [
        (r, {role: quotes[ids[0]] for role, ids in r.roles})
        for r in read_relations(draft, figures)
        if r.kind == kind
    ]


STEPS = [
    pytest.param("They will raise the pension age for council workers from 60 to 65.", UP, ("60", "65"), id="an age"),
    pytest.param("The county cut the number of polling places from 400 in the spring to 60 this year.", DOWN, ("400", "60"), id="a number of things"),
    pytest.param("He reduced his handicap from 12 to nine.", DOWN, ("12", "nine"), id="a verb of amounts"),
    pytest.param("The average class has shrunk from 31 pupils to 27.", DOWN, ("31", "27"), id="the noun is not said again"),
    pytest.param("The workforce is to be cut by 20%, from 500 to 400.", DOWN, ("500", "400"), id="no score"),
    pytest.param("The single crept up from six to five.", None, None, id="a place in a chart"),
    pytest.param("The single jumps four places from seven to three.", None, None, id="places in a chart"),
    pytest.param("They will take £4m from reserves, which will fall to £17m.", None, None, id="what it is taken from"),
    pytest.param("The plan is to reduce the 36 holes to 18.", DOWN, ("36", "18"), id="the old one, to the new one"),
    pytest.param("It would cut the top income tax rate of 39.6% to as low as 10%.", DOWN, ("39.6%", "10%"), id="to as low as"),
    pytest.param("They cut the 36 trees that stood on the way to 18 houses.", None, None, id="on the way to"),
    pytest.param("He cut short a visit to 36 towns to see 18 clubs.", None, None, id="to see"),
    pytest.param("The shares fell to a low of £4.50, before recovering to close 16% down at £4.67.", UP, ("£4.50", "£4.67"), id="before recovering to close at"),
    pytest.param("Mallow shares touched 17.70 euros, before falling back to trade 7.8% higher at 16.60 euros.", DOWN, ("17.70 euros", "16.60 euros"), id="before falling back to trade at"),
    pytest.param("The gap was $124bn in 2003, and is expected to rise to about $150bn for 2004.", UP, ("$124bn", "$150bn"), id="and is expected to rise to"),
    pytest.param("The gap was $124bn in 2003, and debt is expected to rise to about $150bn for 2004.", None, None, id="another subject"),
    pytest.param("The market will grow 15% this year to 920,000 cars, reaching 1.6 million cars by 2010.", UP, ("920,000", "1.6 million"), id="to, reaching"),
    pytest.param("There was also a decline in homes sold in the city, with 436 homes over £1m sold compared to 469 for the same period in 2003.", DOWN, ("469", "436"), id="a decline, with so many"),
    pytest.param("There was also a decline in homes sold in the city, with 436 homes sold compared to 469 for the villages.", None, None, id="somebody else's"),
    pytest.param("The rate stood at 4.9% in May but fell to 4.1% in June.", DOWN, ("4.9%", "4.1%"), id="but fell to"),
    pytest.param("The rate stood at 4.9% in May but costs fell to 4.1% in June.", None, None, id="but the costs fell"),
    pytest.param("In May the rate was 4.9%. By June it had fallen to 4.1%.", DOWN, ("4.9%", "4.1%"), id="it had fallen to"),
    pytest.param("In May sales grew 4.9%. By June it had fallen to 4.1%.", None, None, id="no level to fall from"),
    pytest.param("The rate dropped for a third month, from 4.9% to 4.1%.", DOWN, ("4.9%", "4.1%"), id="for a third month"),
    pytest.param("The bill came to £55m, £5m over the original budget of £50m.", UP, ("£50m", "£55m"), id="so much over"),
    pytest.param("Some 41% would choose him. That’s a sharp rise from the 1% of last year.", UP, ("1%", "41%"), id="that's a rise"),
    pytest.param("She left college owing more than $90,000. She brought that down to $42,000 in five years.", DOWN, ("$90,000", "$42,000"), id="brought that down"),
    pytest.param("She owed $90,000. She brought her brother down to $42,000 a year.", None, None, id="brought somebody down"),
    pytest.param("Earnings at Mallow dropped because of the 717 contract. Net profit was $186m, compared with $1.13bn in the same period in 2003.", DOWN, ("$1.13bn", "$186m"), id="earnings are profit"),
    pytest.param("Unemployment rose for the third month running. The rate was 5.1%, compared with 4.9% in May.", UP, ("4.9%", "5.1%"), id="the rate"),
    pytest.param("Sales at Mallow dropped because of the 717 contract. Net profit was $186m, compared with $1.13bn in the same period in 2003.", None, None, id="sales are not"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "way", "ends"), STEPS)
def test_steps(text: str, way: object, ends: tuple[str, str] | None) -> None:
    read = [(r.direction, (q["from"], q["to"])) for r, q in found(text, "change")]
    assert read == ([] if ends is None else [(way, ends)])


ORDERS = [
    pytest.param("The deficit would surpass $1 trillion for the first time since the war -- reaching $1.4 trillion.", ("$1.4 trillion", "$1 trillion"), id="past, reaching"),
    pytest.param("He has an unfavorable rating above 50 percent, coming in at 53 percent.", ("53 percent", "50 percent"), id="above, coming in at"),
    pytest.param("The rate has fallen below 5 percent, and now stands at 4.9 percent.", ("5 percent", "4.9 percent"), id="below, and now stands at"),
    pytest.param("Turnout fell below 50 percent, dropping to 48 percent in May.", ("50 percent", "48 percent"), id="below, dropping to"),
    pytest.param("The deficit could not pass $1 trillion, reaching $0.9 trillion.", None, id="denied"),
    pytest.param("Inflation is put at 2.3% in May, above Council guidelines of 2%.", ("2.3%", "2%"), id="above guidelines"),
    pytest.param("Pay there averages just over $15 an hour, that’s a lot less than the $20 they earn.", ("$20", "$15"), id="that's a lot less"),
    pytest.param("Defence came fifth at 7 percent, exceeding only trade at 4 percent.", ("7 percent", "4 percent"), id="exceeding only"),
    pytest.param("Although below May's peak of $55.67 a barrel, prices are now well above 2004's average of $41.48.", ("$55.67", "$41.48"), id="although below, above"),
    pytest.param("Although above May's average of $41.48, prices are still below 2004's peak of $55.67.", ("$55.67", "$41.48"), id="although above, below"),
    pytest.param("The figure was an increase on the 3.3% growth of May, but fell short of the 4.2% forecast.", ("4.2%", "3.3%"), id="more than that, but less than that"),
    pytest.param("The rate is well below its peak of 12.8% in 2010, but remains far above the national average of 5%.", ("12.8%", "5%"), id="less than that, but more than that"),
    pytest.param("Sales were below the £5m of May, but profits were above the £3m forecast.", None, id="another subject"),
    pytest.param("Voters are more likely to say that Hill speaks for them than say the same of Lowe, 73% to 63%.", ("73%", "63%"), id="more likely, this to that"),
    pytest.param("Voters see Hill as less prepared for the job - with 30% saying so, compared with the 50% who say the same of Lowe.", ("50%", "30%"), id="less prepared"),
    pytest.param("The club sold fewer tickets than last year, 310 against 340.", ("340", "310"), id="fewer, this against that"),
    pytest.param("The club sold fewer tickets this year (310) than last year (340).", ("340", "310"), id="fewer, in brackets"),
    pytest.param("Growth was 2.4%, better than the 2.1% analysts had forecast.", ("2.4%", "2.1%"), id="better than"),
    pytest.param("The loss was £2.4m, better than the £2.9m analysts had forecast.", None, id="a better loss"),
    pytest.param("Voters are more evenly split, 53% to 47%.", None, id="more evenly"),
    pytest.param("Lowe drew $103m in the first half, but he has attracted far less money -- roughly $25m over six months.", ("$103m", "$25m"), id="but far less"),
    pytest.param("It expects growth of 2%, below the Council's forecast of 3% to 3.5%.", ("3% to 3.5%", "2%"), id="below a range"),
    pytest.param("Profits compared badly with 2003's 784m euros and were well below forecasts of 374m euros.", None, id="the object of another comparison"),
    pytest.param("The yen fell below 120 to the dollar, reaching 121.5.", None, id="more yen buy less"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ORDERS)
def test_orders(text: str, expected: tuple[str, str] | None) -> None:
    read = {(q["greater"], q["less"]) for _, q in found(text, "order")}
    assert read == ({expected} if expected else set())


RATIOS = [
    pytest.param("Complaints doubled last year. There were 620 complaints, compared with 310 in 2003.", ("620", "310", "doubled"), id="the factor told before"),
    pytest.param("Fares doubled last year. There were 620 complaints, compared with 310 in 2003.", None, id="of something else"),
    pytest.param("At £6.3m, the budget is three times as large as last year's £2.1m.", ("£6.3m", "£2.1m", "three times"), id="as large as last year's"),
    pytest.param("Complaints doubled in six years. There were 620 complaints, compared with 600 in 2003.", None, id="over more years than are compared"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RATIOS)
def test_ratios(text: str, expected: tuple[str, str, str] | None) -> None:
    read = {(q["of"], q["to"], q["factor"]) for _, q in found(text, "ratio")}
    assert read == ({expected} if expected else set())


def test_a_sum_between_dashes() -> None:
    ((_, sums),) = found("A deal worth £1.6m - about $3m - was signed.", "conversion")
    assert sums["figures"] == "£1.6m"


TRUE = [
    "The song crept up from nine to eight in the chart.",
    "She moved up from 12th to eighth, and he fell from two to three.",
    "The yen rose to 102.4 per dollar from 104.1.",
    "Bond prices fell as the yield rose to 4.2% from 4.1%.",
    "The firm cut its workforce of 5,000 by 300, and the cost to 40 towns was high.",
    "The rate was 4.9% in May. In June it rose to the top of the list, at 3.2% for Hull.",
    "Sales were £5.2m in May and rose to a record for the group, which made £3.1m in Leeds.",
    "They raised the age limit from 16 and 17 to 18.",
    "The council raised £3.2m to £2.1m for the hall.",
    "The club cut the number of seats from 400 to 60 on the balcony and 420 in the stalls.",
    "Growth was 2.4%, better than the 2.8% fall analysts had forecast.",
    "The deficit was £2.4m, better than the £2.9m forecast.",
    "Prices are below the £5.20 of May but above the £4.10 of June.",
    "Although below its peak of £5.20, the price is above the £4.10 of June.",
    "Although above the 2% target, inflation is below the 2.5% of May.",
    "She is more likely to win in Hull, 40% to 30%.",
    "Fewer people than in May agreed, 30% against 40%.",
    "The bill was £20m over the 10 years, more than the £18m planned.",
    "It lost £5.1m, a smaller loss than the £6.2m of 2003.",
    "It made £5.1m, a bigger profit than the £4.2m of 2003.",
    "It beat the record of 6.52m with a jump of 6.66m.",
    "He jumped 6.40m to break the English record of 6.35m.",
    "He ran 9.7 seconds to better his best of 9.8 seconds.",
    "He ran 9.2 seconds to better his best of 9.8 seconds.",
    "Debt hit a record £412m, after £377m the year before.",
    "Exports rose 3.1%, while imports rose more slowly, by 2.2%.",
    "Exports fell 3.1%, while imports fell faster, by 4.2%.",
    "The number fell below 400 in May, dropping to 380 in June.",
    "The index rose above 4,000 for the first time, ending at 4,012.",
    "The index rose above 4,000 before closing at 3,990.",
    "The index rose above 4,000 at one point, closing at 3,990.",
    "Oil rose past $50, but ended the day at $49.60.",
    "Oil broke through $50, hitting $51.20.",
    "The bid is £3.20 a share, short of the £3.50 the board wants.",
    "The firm aims to bring its debt of £40m down to £30m.",
    "The 21 who could vote at the age of 18 would be raised to 30.",
    "The current fee of £30 is to be raised to £40.",
    "Profits doubled last year. The firm made £6.2m, compared with £3.1m in 2003.",
    "Profits doubled last year. Sales were £62m, compared with £50m in 2003.",
    "Profits at Mallow doubled. Its rival made £62m, compared with £50m in 2003.",
    "Deaths fell 10% last year. The figure was 3,000, compared with 5,000 injuries in 2003.",
    "Thefts rose last year. It was £3.2m, compared with £4.1m in 2003, that the insurers paid.",
    "Unemployment rose in May. The rate was 5.1%, compared with 9.2% in France.",
]


@pytest.mark.parametrize("text", TRUE)
def test_what_may_be_true_is_let_pass(text: str) -> None:
    assert [f.working for f in verify(text, engine="offline").findings if f.severity != "notice"] == []
