"""Events on two days of the week, in all the ways in which a day stands beside an event."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.checks import event_weekdays

SLIPS = [
    pytest.param("Tuesday's debate in Leeds was long. Roe shone at the debate on Wednesday.", ["Tuesday", "Wednesday"], id="before the noun, and after it"),
    pytest.param("She lost the Monday night debate. She was tired after the debate in Leeds on Tuesday.", ["Monday", "Tuesday"], id="no apostrophe"),
    pytest.param("Voters like him ahead of Ohio's primary Tuesday. Roe won Monday's primary.", ["Tuesday", "Monday"], id="American style"),
    pytest.param("The trial is due to begin on Thursday. Roe left before Friday's trial.", ["Thursday", "Friday"], id="a verb between"),
    pytest.param("They met at a summit in Hull on Sunday. The summit on Saturday was short.", ["Sunday", "Saturday"], id="a summit, then the summit"),
    pytest.param("The Hull bombing on Monday killed two. The blasts in Hull on Tuesday shook him.", ["Monday", "Tuesday"], id="two nouns that are alike"),
    pytest.param("On Monday Anna Mallow opened the restored Porter Bridge near Hull. Visitors came when Anna Mallow opened the restored Porter Bridge on Tuesday.", ["Monday", "Tuesday"], id="clauses that read alike"),
]  # fmt: skip
CLEAN = [
    pytest.param("Tuesday's debate in Leeds was long. Roe shone at the debate on Tuesday.", id="one day"),
    pytest.param("Tuesday's debate in Leeds was long. The debate in York on Wednesday was not.", id="two places"),
    pytest.param("Tuesday's Cup tie between Hull and Leeds was wild. So was Wednesday's Cup tie between York and Hove.", id="two matches"),
    pytest.param("Tuesday's mayoral debate was long. The television debate on Wednesday was not.", id="two kinds"),
    pytest.param("He spoke at a rally on Tuesday. She spoke at a rally on Wednesday.", id="neither is spoken of as known"),
    pytest.param("Tuesday's debate was long. The second debate on Wednesday was not.", id="another"),
    pytest.param("Tuesday's debate was long. The debate was postponed to Wednesday's meeting.", id="another event"),
    pytest.param("The debate on Tuesday was postponed. The debate on Wednesday will be long.", id="put off"),
    pytest.param("Tuesday's debate was long. Last Wednesday's debate was not.", id="the one before"),
    pytest.param("Roe won Tuesday's debate in Hull and lost Wednesday's debate.", id="one sentence"),
    pytest.param("Tuesday's debate in Hull was long. The debate in York on Wednesday was not. Roe liked the Wednesday debate.", id="one without a name may be either"),
    pytest.param("The attack on Monday killed two. The attack on Tuesday killed nine.", id="what may happen again"),
    pytest.param("The match on Saturday was lost. They won the match on Sunday.", id="another match"),
    pytest.param("Monday's strike closed the port. The strike on Tuesday hit the trains.", id="another strike"),
    pytest.param("In a speech on Monday he praised her. His speech on Wednesday was sharper.", id="another speech"),
    pytest.param("Monday's announcement hurt the shares. The announcement on Tuesday of a sale helped.", id="side by side"),
    pytest.param("On Monday Anna Mallow opened the restored Porter Bridge near Hull. On Tuesday Bob Reed opened the restored mill.", id="clauses that share little"),
    pytest.param("A man of 24 was held on Monday on suspicion of inciting racial hatred. Anna Mallow was held on Tuesday on suspicion of inciting racial hatred.", id="clauses that share no name"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quotes"), SLIPS)
def test_slips(text: str, quotes: list[str]) -> None:
    (finding,) = event_weekdays(*scanned(text))
    assert finding.code == "same-fact-differs"
    assert [evidence.span.quote for evidence in finding.evidence] == quotes


@pytest.mark.parametrize("text", CLEAN)
def test_clean(text: str) -> None:
    assert list(event_weekdays(*scanned(text))) == []
