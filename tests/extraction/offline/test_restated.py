"""One quantity stated again, far from its first place and in other words."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.extraction.offline.relations.restated import restated

FAR = " He said no more. The day was grey. "
LEAD = "Acme is in the news. It is an old firm. It has a seat in Leeds. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"Five public sector unions met the minister Anna Roe.{FAR}The seven unions which met Roe are at odds.", [("Five", "seven")], id="the same verb, a definite noun"),
        pytest.param(f"Five public sector unions met the minister Anna Roe.{FAR}The seven unions who snubbed minister Roe are at odds.", [], id="a clause that says another thing"),
        pytest.param(f"Five public sector unions met the minister Anna Roe.{FAR}Seven unions sat by. The seven unions met minister Roe in May.", [], id="the number that it takes up stands before it"),
        pytest.param(f"Five public sector unions met the minister Anna Roe.{FAR}Seven unions sent her flowers.", [], id="another verb, no article"),
        pytest.param(f"Police in Leeds arrested 28 people over a global fraud.{FAR}All 18 people detained globally were bailed.", [("28", "18")], id="another verb for the same"),
        pytest.param(f"Police in Leeds arrested 28 people over a global fraud.{FAR}All 18 people injured globally were treated.", [], id="a verb for something else"),
        pytest.param(f"Roe gets 52-month sentence\n\nThe man was tried in Leeds.{FAR}Judge Lee Poe imposed a 42-month sentence on Monday.", [("52-month", "42-month")], id="one noun, in headline and body"),
        pytest.param(f"Roe gets 52-month sentence\n\nThe man was given a 52-month sentence in Leeds.{FAR}Judge Lee Poe imposed a 42-month sentence on Monday.", [], id="the body has the headline's too"),
        pytest.param(f"{LEAD}Ann Roe was given a 52-month prison sentence.{FAR}Judges gave Lee Poe a 42-month prison sentence.", [], id="two people"),
        pytest.param(f"{LEAD}He would put a new 50% tax on top earners.{FAR}The simple tax rise that they want is a new 40% tax for top earners.", [], id="a share: two polls are told in the same words"),
        pytest.param(f"{LEAD}He would put a new 50% tax on top earners.{FAR}The tax on petrol went up by 40%.", [], id="another share"),
        pytest.param(f"{LEAD}The company warned of annual losses of £6m in August.{FAR}In August it warned of annual losses of £9m.", [], id="a sum that nothing takes up"),
        pytest.param(f"{LEAD}Acme won a £6m harbour contract in August.{FAR}The £9m harbour contract of August lapsed.", [("£6m", "£9m")], id="a sum, taken up"),
        pytest.param(f"{LEAD}The company warned of annual losses of £6m in August.{FAR}In May it warned of annual losses of £9m.", [], id="of another month"),
        pytest.param(f"{LEAD}The company warned of annual losses of £6m in 2003.{FAR}It now warned of annual losses of £9m.", [], id="then and now"),
        pytest.param(f"{LEAD}The company warned of annual losses of £6m.{FAR}Another company warned of annual losses of £9m.", [], id="another"),
        pytest.param(f"{LEAD}The company warned of annual losses of £6m.{FAR}It warned of annual losses of £60m.", [], id="of another size"),
        pytest.param(f"{LEAD}The company warned of annual losses of £6m. It warned of annual losses of £9m.", [], id="side by side"),
        pytest.param(f"{LEAD}The company warned of annual losses of £6.1m.{FAR}It warned of annual losses of £8.4m.{FAR}It warned of annual losses of £11.3m.", [], id="a third that fits as well"),
        pytest.param(f"{LEAD}It gave five reasons to be hopeful about the Leeds harbour project.{FAR}It gave seven reasons to be hopeful about the Leeds station project.", [], id="clauses that go on alike and part"),
        pytest.param(f"{LEAD}Five of the ships in the harbour sank in storms.{FAR}Nine ships in the harbour sank in storms.", [], id="a part"),
        pytest.param(f"{LEAD}Nine councillors backed the harbour plan.{FAR}The seven councillors and three mayors backed the harbour plan.", [], id="one of a list"),
        pytest.param(f"{LEAD}Nine councillors backed the harbour plan.{FAR}The seven councillors backed the harbour plan.", [("Nine", "seven")], id="and by itself"),
        pytest.param(f"{LEAD}Roe broke her serve three times in the opening set of the match.{FAR}Roe broke her serve four times in the opening set of the match.", [], id="times"),
        pytest.param(f"{LEAD}She gave the 35-second speech on cows.{FAR}The 25-second speech where you praise cows is old.", [], id="of the kind, not of one"),
        pytest.param(f"{LEAD}A 12-member council panel backed the harbour plan.{FAR}The 14-member council panel met over the harbour plan.", [("12", "14")], id="two compounds"),
        pytest.param(f"{LEAD}A 12-member council panel backed the harbour plan.{FAR}In the council, 14 members backed the harbour plan.", [], id="a compound, and a count"),
    ],
)  # fmt: skip
def test_restated(text: str, expected: list[tuple[str, ...]]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    assert [tuple(quotes[f] for f in r.figures) for r in restated(draft, figures)] == expected
