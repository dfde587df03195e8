"""Slips of scale, and conversions: what is read, and what is judged."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier import verify
from verifier.consistency import prove
from verifier.extraction.offline.relations.read import read_relations
from verifier.extraction.offline.relations.scales import made_exact, scale_slips

SLIPS = [
    pytest.param("They bought Acme for $16bn. It is a year since Acme was bought for $16m.", [("same_fact", ["$16bn", "$16m"])], id="a billion and a million"),
    pytest.param("How the £4bn in tolls is spent is not known. That money, over £4 million a year, is spent at home.", [("same_fact", ["£4bn", "£4 million"])], id="one digit, and a hedge"),
    pytest.param("The picture has 3.2 million pixels. They put together the 3.2 gigapixel picture.", [("conversion", ["3.2 million pixels", "3.2 gigapixel"])], id="two units"),
    pytest.param("It holds 80GB of songs. The 80MB of songs are free.", [("conversion", ["80GB", "80MB"])], id="two sizes of bytes"),
    pytest.param("It counted 4,200 people at the gate. They counted 4.2 million people at the gate.", [], id="other digits"),
    pytest.param("They bought Acme for $16bn. Crisps went up by $16m.", [], id="nothing in common"),
    pytest.param("They bought Acme for $16bn. Nobody likes the $16m deal.", [], id="definite, and another noun"),
    pytest.param("Lesotho owes £5bn. Lesotho has paid £5m.", [], id="a name that opens both, and two verbs"),
    pytest.param("Lesotho owes £5bn to banks. Lesotho owes the banks £5m.", [("same_fact", ["£5bn", "£5m"])], id="a name, a verb and a noun"),
    pytest.param("The harbour plan will cost £7bn. It cost £7m to draw up.", [], id="one word in common"),
    pytest.param("Harbour repairs in Leeds cost £7.3bn. On average each repair in Leeds harbour cost £7.3m.", [], id="each"),
    pytest.param("Harbour repairs in Leeds cost £7.3bn. Harbour repairs in Leeds cost £7.3m a day.", [], id="a day"),
    pytest.param("Hill gave the flood victims $1.5bn. The bakers gave the flood victims $1.5m.", [], id="two givers"),
    pytest.param("The club has sales of $2bn. The club will spend $2m on a stand.", [], id="sales, and what is spent"),
    pytest.param("They bought Acme for $16bn. Acme was sold for $17m.", [], id="another sum"),
    pytest.param("Thailand may lose $16bn. Thailand is to spend a like sum, some $16m.", [("same_fact", ["$16bn", "$16m"])], id="a name that begins both"),
    pytest.param("There was a loss of $16bn. There came a call for $16m.", [], id="no name begins both"),
    pytest.param("They bought Acme for $16bn. Acme has 16,000 staff.", [], id="another kind"),
    pytest.param("Of the $16bn, Acme took $16m in fees.", [], id="one sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SLIPS)
def test_scale_slips(text: str, expected: list[tuple[str, list[str]]]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    found = [(r.kind, [quotes[i] for i in r.figures]) for r in scale_slips(draft, figures)]
    assert found == expected


EXACT = [
    pytest.param("He got more than 17 million letters - 17.4 million to be exact.", True, id="to be exact"),
    pytest.param("It cost about £400 (£412, to be precise).", True, id="to be precise"),
    pytest.param("It cost about £400, or exactly £412, last year.", True, id="exactly before it"),
    pytest.param("He got 17 million letters - 17.4 million of them in the north.", False, id="no such words"),
    pytest.param(
        "Two-thirds of the 212 species, 139 to be exact, declined.", False, id="a part, to be exact"
    ),
    pytest.param("He got 13 million votes. They paid £12, to be exact.", False, id="two kinds"),
]


@pytest.mark.parametrize(("text", "expected"), EXACT)
def test_made_exact(text: str, expected: bool) -> None:
    draft, figures = scanned(text)
    assert bool(list(made_exact(draft, figures))) is expected


JUDGED = [
    pytest.param("He got more than 17 million letters - 17.4 million to be exact.", set(), id="exact, and within the hedge"),
    pytest.param("He got more than 17 million letters - 17.4 billion to be exact.", {"same-fact-differs"}, id="exact, in another scale"),
    pytest.param("In 1995 it was sold for £200m ($320m). In 2004 it fetched £10m ($19m).", set(), id="two times, two rates"),
    pytest.param("In 1995 it was sold for £200m ($320bn). In 2004 it fetched £10m ($19m).", {"conversion-mismatch"}, id="long before, and no rate ever"),
    pytest.param("In 1972 it was sold for £1m ($2.5bn). In 2004 it fetched £10m ($19m).", set(), id="rates that are not known"),
    pytest.param("It will spend 50 billion euros, about $57 billion, on roads.", set(), id="beside it"),
    pytest.param("It will spend 50 billion euros, about $57 million, on roads.", {"conversion-mismatch"}, id="beside it, and no rate ever"),
    pytest.param("It holds 40,000 gallons (151,000 litres).", set(), id="American gallons"),
    pytest.param("It holds 40,000 gallons (182,000 litres).", set(), id="imperial gallons"),
    pytest.param("It holds 40,000 gallons (251,000 litres).", {"conversion-mismatch"}, id="nobody's gallons"),
    pytest.param("It weighs 5 tons (4.5 tonnes).", set(), id="short tons"),
    pytest.param("It weighs 5 tons (45 tonnes).", {"conversion-mismatch"}, id="nobody's tons"),
    pytest.param("It lies 100 nautical miles (185 km) off.", set(), id="nautical miles"),
    pytest.param("It lies 100 nautical miles (158 km) off.", {"conversion-mismatch"}, id="nautical miles, and digits that changed places"),
    pytest.param("It was 33C (91F) at noon.", set(), id="degrees"),
    pytest.param("It was 33C (71F) at noon.", {"conversion-mismatch"}, id="degrees that do not agree"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), JUDGED)
def test_judged(text: str, codes: set[str]) -> None:
    draft, figures = scanned(text)
    found = prove(figures, read_relations(draft, figures))
    assert {contradiction.constraints[0].code for contradiction in found} == codes


PAIRS = [
    pytest.param("Revenues were $4bn (£2.2bn). The rival took $40bn (£2.1bn).", ["$4bn", "£2.2bn", "$40bn", "£2.1bn"], id="the other pair is shown"),
    pytest.param("Revenues were $4bn (3.2bn euros). The rival took $40bn (£2.1bn).", ["$40bn", "£2.1bn"], id="a pair of other currencies is not"),
    pytest.param("In 1995 it took $4bn (£2.5bn). In 2004 the rival took $40bn (£2.1bn).", ["$40bn", "£2.1bn"], id="nor one of another time"),
    pytest.param("The rival took $40bn (£2.1bn).", ["$40bn", "£2.1bn"], id="no other pair"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quotes"), PAIRS)
def test_the_rate_that_the_draft_uses_is_shown(text: str, quotes: list[str]) -> None:
    (finding,) = [f for f in verify(text, engine="offline").findings if f.code == "conversion-mismatch"]
    assert [place.quote for place in finding.evidence] == quotes
    assert ("Elsewhere" in finding.message) is (len(quotes) > 2)
