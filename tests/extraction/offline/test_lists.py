"""Parts in lists and of wholes further off: what is found in whole drafts, and what is let pass."""

from __future__ import annotations

import pytest

from verifier import verify

FINDINGS = [
    # lists
    pytest.param("Four people, three men and one woman, were held.", set(), id="men and women"),
    pytest.param("Six people, three men and one woman, were held.", {"parts-do-not-add-up"}, id="men and women, two missing"),
    pytest.param("The team won nine medals: three gold, four silver and two bronze.", set(), id="medals"),
    pytest.param("The team won ten medals: three gold, four silver and two bronze.", {"parts-do-not-add-up"}, id="medals, one missing"),
    pytest.param("It will shut 33 branches - 12 in Leeds and 19 in York - by May.", set(), id="some may be left out"),
    pytest.param("It will shut 33 branches - 12 in Leeds and 29 in York - by May.", {"parts-do-not-add-up"}, id="more than all"),
    pytest.param("He won 36 of his 50 matches and lost the other 14.", set(), id="the other"),
    pytest.param("He won 36 of his 50 matches and lost the other 16.", {"parts-do-not-add-up"}, id="the other, two too many"),
    pytest.param("He won 36 of his 50 matches in May. In all, 216 of his matches ended in defeat.", set(), id="lost in a whole career"),
    pytest.param("He lost 36 of his 50 matches. He is retiring. In all, 16 of his matches ended in a draw.", set(), id="lost and drawn"),
    # wholes
    pytest.param("By May it had built 31 vans for hire and sold 24 of those to customers.", set(), id="of those"),
    pytest.param("By May it had built 31 vans for hire and sold 44 of those to customers.", {"part-exceeds-whole"}, id="more of those"),
    pytest.param("The blast hurt 20 people, including 30 children.", {"part-exceeds-whole"}, id="including more"),
    pytest.param("They have had eight top three hits, including four number ones.", set(), id="top three hits"),
    pytest.param("The hall can hold up to 4,000 people. So far 5,500 tickets have been sold for its two nights.", set(), id="tickets for more than one night"),
    pytest.param("The hall can hold 4,000 people. For the tour, 5,500 tickets were sold at the club, which holds 200 litres.", set(), id="not seats"),
    pytest.param("The bill passed the chamber with 68 of its 100 votes. In the lower house 241 members had voted against it.", set(), id="votes of another house"),
    # shares near by
    pytest.param("Creditors holding $41m - or 40% of the total debt - agreed. The swap of the $102.6bn ends on Friday.", {"share-mismatch"}, id="off by a thousand"),
    pytest.param("Creditors holding $41bn - or 40% of the total debt - agreed. The swap of the $102.6bn ends on Friday.", set(), id="not off"),
    pytest.param("Creditors holding $41m - or 40% of the total debt - agreed. The swap of the $88bn ends on Friday.", set(), id="another sum"),
    pytest.param("Shares were trading 84% above the offer price, changing hands at $46. Some early backers had got theirs for $2 apiece.", set(), id="another price than the first"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), FINDINGS)
def test_findings(text: str, codes: set[str]) -> None:
    report = verify(text, engine="offline")
    assert {finding.code for finding in report.findings if finding.severity != "notice"} == codes
