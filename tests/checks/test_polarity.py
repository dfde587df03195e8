"""Two statements that say the opposite of each other."""

from __future__ import annotations

import pytest

from verifier.checks import opposite_statements
from verifier.checks.polar_statements import statements
from verifier.checks.polar_words import OPPOSITES
from verifier.draft import Draft

OPPOSITE = [
    pytest.param("The council approved the tram plan.", "The rejection of the tram plan by the council angered shops.", id="the-rejection-of-the-tram-plan-by-the-co"),
    pytest.param("The council has approved the plan for a tram.", "The tram plan was rejected by the council.", id="the-tram-plan-was-rejected-by-the-counci"),
    pytest.param("Acme accepted a takeover offer from Bolt.", "Acme turned down the Bolt bid.", id="acme-turned-down-the-bolt-bid"),
    pytest.param("The board of Acme accepted Bolt's offer.", "Its rejection of the offer surprised analysts.", id="its-rejection-of-the-offer-surprised-ana"),
    pytest.param("The court overturned the ban on diesel cars.", "Judges upheld the ban on diesel cars.", id="judges-upheld-the-ban-on-diesel-cars"),
    pytest.param("The price includes the cost of delivery.", "The price does not include the cost of delivery.", id="the-price-does-not-include-the-cost-of-d"),
    pytest.param("The budget excludes the cost of repairs.", "The cost of repairs is included in the budget.", id="the-cost-of-repairs-is-included-in-the-b"),
    pytest.param("Hill won the Leeds marathon.", "Hill lost the Leeds marathon by a second.", id="hill-lost-the-leeds-marathon-by-a-second"),
    pytest.param("Mr Hill denied the fraud charge.", "Mr Hill admitted the fraud charge.", id="mr-hill-admitted-the-fraud-charge"),
    pytest.param("Ms Moss admitted a charge of fraud.", "Ms Moss denies the charges.", id="ms-moss-denies-the-charges"),
    pytest.param("Smith was cleared of murder.", "Smith was convicted of murder.", id="smith-was-convicted-of-murder"),
    pytest.param("The bank raised its main interest rate.", "The bank cut its main interest rate.", id="the-bank-cut-its-main-interest-rate"),
    pytest.param("Ministers have banned the sale of fireworks.", "Ministers will allow the sale of fireworks.", id="ministers-will-allow-the-sale-of-firewor"),
    pytest.param("Unions support the pay deal.", "Unions oppose the pay deal.", id="unions-oppose-the-pay-deal"),
    pytest.param("Hill supports the pay deal.", "Hill opposes the pay deal.", id="hill-opposes-the-pay-deal"),
    pytest.param("Hill backed the plan for a bypass.", "Hill's opposition to the bypass plan is well known.", id="hills-opposition-to-the-bypass-plan-is-w"),
    pytest.param("Hill has backed a new bypass.", "But Mr Hill, who opposes the new bypass, was not there.", id="but-mr-hill-who-opposes-the-new-bypass-w"),
    pytest.param("Hill will attend the summit in Leeds.", "Hill will boycott the Leeds summit.", id="hill-will-boycott-the-leeds-summit"),
    pytest.param("Acme agreed to pay compensation.", "Acme refused to pay compensation.", id="acme-refused-to-pay-compensation"),
    pytest.param("The United States vetoed the resolution.", "The United States endorsed the resolution.", id="the-united-states-endorsed-the-resolutio"),
    pytest.param("Parliament passed the bill on pensions.", "The pensions bill was blocked by parliament.", id="the-pensions-bill-was-blocked-by-parliam"),
    pytest.param("Congress approved the bill.", "The bill was thrown out by Congress.", id="the-bill-was-thrown-out-by-congress"),
    pytest.param("The jury convicted Smith.", "The jury acquitted Smith.", id="the-jury-acquitted-smith"),
    pytest.param("Hill leads Moss in the polls.", "Hill trails Moss in the polls.", id="hill-trails-moss-in-the-polls"),
    pytest.param("The firm confirmed the takeover talks.", "The firm denied the takeover talks.", id="the-firm-denied-the-takeover-talks"),
    pytest.param("Voters dealt a blow to the mayor by approving a tram plan.", "The rejection of the tram plan signals trouble.", id="a gerund, and a noun before a verb"),
    pytest.param("Voters caused surprise in rejecting the treaty.", "The approval of the treaty stunned Leeds.", id="in rejecting"),
]  # fmt: skip

NO_OPPOSITE = [
    pytest.param("Hill endorsed Moss.", "The refusal to endorse Moss angered Leeds.", id="refusal to"),
    pytest.param("Hill won the Leeds marathon.", "Hill won’t miss the Leeds marathon, he said.", id="won’t"),
    pytest.param("The council approved the tram plan.", "The rejection of the bypass signals trouble.", id="another thing taken up"),
    pytest.param("Voters approved the treaty.", "The mayor warned of rejecting the treaty.", id="of rejecting"),
    pytest.param("The city lifted the ban on hoses.", "The ban on hoses was imposed by the city.", id="imposed-and-then-lifted"),
    pytest.param("Smith was cleared of murder.", "Smith was convicted of theft.", id="two-charges"),
    pytest.param("Smith was cleared of murder.", "In 1997 Smith was convicted of murder.", id="another-year"),
    pytest.param("The court upheld the sentence of Smith.", "It overturned the sentence of his co-defendant.", id="a-co-defendant"),
    pytest.param("Residents support the curfew.", "Some residents oppose the curfew.", id="some-of-them"),
    pytest.param("Hill approved the bill on schools and rejected the bill on guns.", "The rejection of the bill by Hill was praised.", id="two-bills-in-one-sentence"),
    pytest.param("The council approved the tram plan.", "The council had rejected the tram plan.", id="the-council-had-rejected-the-tram-plan"),
    pytest.param("The council approved the tram plan in May.", "The council rejected the tram plan in March.", id="the-council-rejected-the-tram-plan-in-ma"),
    pytest.param("The council approved the tram plan.", "The council later rejected the tram plan.", id="the-council-later-rejected-the-tram-plan"),
    pytest.param("The council approved the tram plan.", "The council could reject the tram plan.", id="the-council-could-reject-the-tram-plan"),
    pytest.param("The council approved the tram plan.", "The council has not rejected the tram plan.", id="the-council-has-not-rejected-the-tram-pl"),
    pytest.param("The council approved the tram plan.", "Shops want the council to reject the tram plan.", id="shops-want-the-council-to-reject-the-tra"),
    pytest.param("The council approved the tram plan.", "“The council rejected the tram plan,” Moss said.", id="the-council-rejected-the-tram-plan-moss"),
    pytest.param("The council approved the tram plan.", "Did the council reject the tram plan?", id="did-the-council-reject-the-tram-plan"),
    pytest.param("Leeds approved the tram plan.", "York rejected the tram plan.", id="york-rejected-the-tram-plan"),
    pytest.param("Hill supports the tram plan.", "Moss opposes the tram plan.", id="moss-opposes-the-tram-plan"),
    pytest.param("Unions support the tram plan.", "Shops oppose the tram plan.", id="shops-oppose-the-tram-plan"),
    pytest.param("Hill won the Leeds marathon.", "Hill lost the York marathon.", id="hill-lost-the-york-marathon"),
    pytest.param("Hill won the Leeds marathon in 2003.", "Hill lost the Leeds marathon in 2004.", id="hill-lost-the-leeds-marathon-in"),
    pytest.param("Hill won the first set.", "Hill lost the second set.", id="hill-lost-the-second-set"),
    pytest.param("Hill won the opening set.", "Hill lost the deciding set.", id="hill-lost-the-deciding-set"),
    pytest.param("Rovers won the home game against York.", "Rovers lost the away game against York.", id="rovers-lost-the-away-game-against-york"),
    pytest.param("The bank raised its main interest rate.", "The bank cut its growth forecast.", id="the-bank-cut-its-growth-forecast"),
    pytest.param("The bank raised its main interest rate.", "The bank cut the interest rate on mortgages.", id="the-bank-cut-the-interest-rate-on-mortga"),
    pytest.param("Parliament passed the first bill.", "Parliament rejected the second bill.", id="parliament-rejected-the-second-bill"),
    pytest.param("He admitted a charge of fraud.", "She denied a charge of fraud.", id="she-denied-a-charge-of-fraud"),
    pytest.param("Mr Hill admitted two charges of fraud.", "Mr Hill denied three charges of theft.", id="mr-hill-denied-three-charges-of-theft"),
    pytest.param("The price includes breakfast.", "The price excludes dinner.", id="the-price-excludes-dinner"),
    pytest.param("Figures excluding the car sector rose.", "Sales including the car sector fell.", id="sales-including-the-car-sector-fell"),
    pytest.param("Sales excluding food rose 2%.", "Sales including food rose 3%.", id="sales-including-food-rose"),
    pytest.param("The lower house approved the bill.", "The upper house rejected the bill.", id="the-upper-house-rejected-the-bill"),
    pytest.param("MPs approved the bill.", "Peers rejected the bill.", id="peers-rejected-the-bill"),
    pytest.param("The court convicted Smith of theft.", "The court cleared Smith of murder.", id="the-court-cleared-smith-of-murder"),
    pytest.param("Smith was convicted of theft.", "Smith was cleared of murder.", id="smith-was-cleared-of-murder"),
    pytest.param("Ministers banned smoking in pubs.", "Ministers will allow smoking in prisons.", id="ministers-will-allow-smoking-in-prisons"),
    pytest.param("Voters approved the plan in Ohio.", "Voters rejected the plan in Iowa.", id="voters-rejected-the-plan-in-iowa"),
    pytest.param("The jury convicted Smith.", "An appeal court acquitted Smith.", id="an-appeal-court-acquitted-smith"),
    pytest.param("A judge imposed the ban.", "An appeal court lifted the ban.", id="an-appeal-court-lifted-the-ban"),
    pytest.param("The union accepted the pay offer.", "The union rejected an improved offer.", id="the-union-rejected-an-improved-offer"),
    pytest.param("The union rejected the first offer.", "The union accepted the second offer.", id="the-union-accepted-the-second-offer"),
    pytest.param("The union rejected a 2% offer.", "The union accepted a 4% offer.", id="the-union-accepted-a--offer"),
    pytest.param("Acme rejected the bid from Bolt.", "Acme accepted the bid from Cole.", id="acme-accepted-the-bid-from-cole"),
    pytest.param("The club accepted an offer for Hill.", "The club rejected an offer for Moss.", id="the-club-rejected-an-offer-for-moss"),
    pytest.param("Hill kept his seat.", "Moss lost her seat.", id="moss-lost-her-seat"),
    pytest.param("Sanders won the primary.", "Sanders lost the caucus.", id="sanders-lost-the-caucus"),
    pytest.param("The US lifted sanctions on Libya.", "The US imposed sanctions on Syria.", id="the-us-imposed-sanctions-on-syria"),
    pytest.param("The UN lifted the sanctions.", "The EU imposed sanctions.", id="the-eu-imposed-sanctions"),
    pytest.param("Rovers lifted the trophy.", "Rovers lost.", id="nothing-in-common"),
]  # fmt: skip


def draft_of(one: str, other: str) -> Draft:
    return Draft.parse(f"Notes of the day\n\n{one} It rained.\n\nThe town was quiet. {other}\n")


@pytest.mark.parametrize(("one", "other"), OPPOSITE)
def test_opposites_are_told_in_either_order(one: str, other: str) -> None:
    for pair in ((one, other), (other, one)):
        draft = draft_of(*pair)
        (finding,) = opposite_statements(draft)
        assert (finding.code, finding.severity) == ("same-fact-differs", "warning")
        quotes = [evidence.span.quote for evidence in finding.evidence]
        assert len(quotes) == 2
        assert all(quote in sentence for quote, sentence in zip(quotes, pair, strict=True))


@pytest.mark.parametrize(("one", "other"), NO_OPPOSITE)
def test_other_matters_are_left_alone(one: str, other: str) -> None:
    assert not list(opposite_statements(draft_of(one, other)))
    assert not list(opposite_statements(draft_of(other, one)))


def test_two_places_against_one_are_one_finding() -> None:
    draft = Draft.parse(
        "Council backs tram\n\nLeeds council rejected the tram plan.\n\n"
        "The council approved the tram plan.\n\nThe rejection of the tram plan stands.\n"
    )
    assert len(list(opposite_statements(draft))) == 1


def test_nothing_to_compare() -> None:
    assert not list(opposite_statements(Draft.parse("")))
    assert not list(opposite_statements(Draft.parse("The council approved the tram plan.")))


READ = [
    pytest.param(
        "Acme rejected the Bolt bid. Bolt accepted the bid.", ["acme"], "bid", {"bolt", "bid"}, id="active"
    ),
    pytest.param(
        "The bid was rejected by Acme. All accepted the bid.", ["acme"], "bid", {"bid"}, id="passive"
    ),
    pytest.param("Acme’s rejection of the bid. We accepted the bid.", ["acme"], "bid", {"bid"}, id="noun"),
    pytest.param("Hill, who rejected the offer. I accepted the offer.", ["hill"], "bid", {"bid"}, id="who"),
    pytest.param(
        "Acme turned down the policies. I accepted the policies.",
        ["acme"],
        "policy",
        {"policy"},
        id="two-words",
    ),
]


@pytest.mark.parametrize(("text", "doers", "head", "thing"), READ)
def test_statements(text: str, doers: list[str], head: str, thing: set[str]) -> None:
    read = statements(Draft.parse(text))[0]
    assert OPPOSITES[read.side.opposites].name == "decide"
    assert read.side.side is False
    assert (list(read.doers), read.head, set(read.thing)) == (doers, head, thing)


def test_no_word_is_on_both_sides() -> None:
    for opposites in OPPOSITES:
        assert opposites.one.isdisjoint(opposites.other), opposites.name
        assert opposites.nouns.isdisjoint(opposites.other_nouns), opposites.name
