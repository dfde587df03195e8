"""What rules read from a part of a list, or from the wrong figure, where the right ones stand beside it."""

from __future__ import annotations

import pytest

from verifier import verify

FINDINGS = [
    pytest.param("It owns 12 mills. Some 410 people work in the six, or roughly 5% of its 8,200 staff.", set(), id="the number that is meant stands before"),
    pytest.param("It owns 12 mills. Some 410 people are in the union, or roughly 15% of its 8,200 staff.", {"share-mismatch"}, id="a share, and none that fits"),
    pytest.param("Doctors had seen 812 cases this year in 19 towns as of May, including 96 in Hull.", set(), id="of the cases, not of the towns"),
    pytest.param("Doctors had seen 12 cases this year as of May, including 16 in Hull.", {"part-exceeds-whole"}, id="more than all cases"),
    pytest.param("The fund spent £12m of its £10m on roads, and had £40m in the bank.", {"part-exceeds-whole"}, id="named for sure"),
    pytest.param("It has 80 vans, of which 50 are new, 18 old and the other 12 on loan.", set(), id="three of a list"),
    pytest.param("It has 80 vans, of which 50 are new, 28 old and the other 12 on loan.", {"parts-do-not-add-up"}, id="three of a list that is wrong"),
    pytest.param("A total of 70 trains ran late: 31 in Hull, 20 in York, 12 in Leeds and the other seven elsewhere.", set(), id="four of a list"),
    pytest.param("Acme lost £18m, half of it all. Bell lost £12m and Carr £6m, for a combined £36m.", set(), id="a list that began a sentence before"),
    pytest.param("Acme is an old firm. Bell lost £12m and Carr £6m, for a combined £36m.", {"parts-do-not-add-up"}, id="a list that did not"),
    pytest.param("The squad has 23 players. Of the three classes, 12 were new.", set(), id="another whole is large enough"),
    pytest.param("The fund raised £10,000 from 50 donors, an average of £400 each, as 30 others left.", {"average-mismatch"}, id="an average, and none that fits"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), FINDINGS)
def test_findings(text: str, codes: set[str]) -> None:
    report = verify(text, engine="offline")
    assert {finding.code for finding in report.findings if finding.severity != "notice"} == codes
