"""One quotation, two speakers: in the body, or in the headline and the body."""

from __future__ import annotations

import pytest

from verifier import Verifier

SAME = "“We will not pay a penny more,” said {one}.\n\nThe council met on Monday.\n\n“We will not pay a penny more,” said {other}."
HEADLINE = "{who}: “We Will Not Pay A Penny More”\n\nThe council met. Anna Roe and Bert Hall came.\n\n“We will not pay a penny more,” said {speaker}."
CASES = [
    pytest.param(SAME.format(one="Anna Roe", other="Bert Hall"), True, id="two people"),
    pytest.param(SAME.format(one="Anna Roe", other="Ms Roe"), False, id="one person"),
    pytest.param(SAME.format(one="Anna Roe", other="a spokesman for the firm"), False, id="a spokesman without a name"),
    pytest.param("“We will pay,” said Anna Roe. Later “We will pay,” said Bert Hall.", False, id="too short to be one quotation"),
    pytest.param("“We will not pay a penny more,” said Anna Roe. “We will not pay a penny less,” said Bert Hall.", False, id="two quotations"),
    pytest.param("“We will not pay a penny more,” said Anna Roe. Bert Hall agreed: “We will not pay a penny more,” he said.", False, id="one who agrees"),
    pytest.param(HEADLINE.format(who="Hall", speaker="Anna Roe"), True, id="another person in the headline"),
    pytest.param(HEADLINE.format(who="Roe", speaker="Anna Roe"), False, id="the same person in the headline"),
    pytest.param(HEADLINE.format(who="Acme President", speaker="Zenith President Anna Roe"), True, id="the president of something else"),
    pytest.param(HEADLINE.format(who="Acme President", speaker="Acme President Anna Roe"), False, id="the president"),
    pytest.param(HEADLINE.format(who="Mayor’s Aide", speaker="Anna Roe"), False, id="a role that nobody is given"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "flagged"), CASES)
def test_two_speakers(text: str, flagged: bool) -> None:
    report = Verifier(engine="offline").verify(text)
    found = [finding for finding in report.findings if finding.code == "quote-has-two-speakers"]
    assert bool(found) is flagged
    for finding in found:
        assert finding.severity == "warning"
        assert len(finding.evidence) >= 2
