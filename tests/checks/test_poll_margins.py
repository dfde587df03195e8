"""Margins of error, against the number of people asked."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.checks import poll_margins

CASES = [
    pytest.param("The poll of 540 registered voters has a margin of error of plus or minus 2.4 percentage points.", "2.4 percentage points", id="too small for the sample"),
    pytest.param("The firm surveyed 1,000 adults. The margin of sampling error is plus or minus one percentage point.", "one percentage point", id="in the next sentence"),
    pytest.param("The poll of 12,000 voters has a margin of error of +/- 3 points.", "3", id="too large for the sample"),
    pytest.param("It surveyed 400 people online, with a 2-point margin of error.", "2", id="the margin before the words"),
    pytest.param("Some 400 residents were interviewed; the poll's margin for error was 1.5 points.", "1.5", id="margin for error"),
    pytest.param("The poll of 1,740 registered voters has a margin of error of plus or minus 2.4 percentage points.", None, id="as it has to be"),
    pytest.param("The poll of 1,740 registered voters has a margin of error of +/-2 points.", None, id="rounded"),
    pytest.param("The poll of 550 voters has a margin of error of 5.7 percentage points.", None, id="larger for its weights"),
    pytest.param("The poll of 1,740 voters has a margin of error of 2.4 points for all and 8 points for Republicans.", None, id="a part of the sample"),
    pytest.param("The poll asked 1,740 voters. For women the margin of error is 9 points.", None, id="of a part, in the next sentence"),
    pytest.param("The poll of 4,000 voters has a margin of error of 4 points among the 600 Democrats.", None, id="among some"),
    pytest.param("It asked 1,000 adults, of whom 500 people are women, and the margin of error is 4.4 points.", None, id="one of two samples"),
    pytest.param("The poll of 540 voters has a margin of error of 3.5 points, at 90% confidence.", None, id="another confidence"),
    pytest.param("He leads among 540 voters by 2 points, within the margin of error.", None, id="a lead within it"),
    pytest.param("Some 540 people were killed. A poll has a margin of error of 2 points.", None, id="people nobody asked"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote"), CASES)
def test_margins(text: str, quote: str | None) -> None:
    found = list(poll_margins(*scanned(text)))
    assert [finding.evidence[0].span.quote for finding in found] == ([quote] if quote else [])
    assert all(finding.code == "impossible-value" for finding in found)
