"""Team sheets: goals by players on the pitch, and as many as the score has."""

from __future__ import annotations

import pytest

from verifier.checks.team_sheets import impossible_goals
from verifier.draft import Draft

SHEET = (
    "Ayton {score} Beeham\n\nIt was a long match.\n\nRoe, Loe, Poe (Moe 60), Zoe (Joe 80).\n\n"
    "Subs Not Used: Coe, Doe.\n\n{goals}.\n\nWoe, Noe.\n\nSubs Not Used: Bo.\n\nWoe 12.\n\n9,000"
)
CASES = [
    pytest.param("2-1", "Roe 10, Poe 40", [], id="as it should be"),
    pytest.param("2-1", "Roe 10, Poe 70", ["Poe (Moe 60)", "Poe 70"], id="gone by then"),
    pytest.param("2-1", "Roe 10, Joe 70", ["Zoe (Joe 80)", "Joe 70"], id="not on yet"),
    pytest.param("2-1", "Poe 10, Joe 90", [], id="before and after"),
    pytest.param("3-1", "Roe 10, 40, Joe 90", [], id="twice"),
    pytest.param("2-1", "Roe 10, 40, Joe 90", ["2-1", "Roe 10, 40", "Joe 90", "Woe 12"], id="too many"),
    pytest.param("2-1", "Roe 10 pen, Joe 90 (og)", [], id="penalty, own goal"),
]  # fmt: skip


@pytest.mark.parametrize(("score", "goals", "quotes"), CASES)
def test_goals(score: str, goals: str, quotes: list[str]) -> None:
    found = list(impossible_goals(Draft.parse(SHEET.format(score=score, goals=goals))))
    assert [evidence.span.quote for finding in found for evidence in finding.evidence] == quotes


def test_no_sheet() -> None:
    assert list(impossible_goals(Draft.parse("Ayton 2-1 Beeham\n\nRoe 10, Poe 40. Poe (Moe 30)."))) == []


TOLD = [
    pytest.param("Roe put them ahead in the 10th minute.", [], id="as listed"),
    pytest.param("Roe put them ahead in the 15th minute.", ["15th minute", "Roe 10"], id="another minute"),
    pytest.param("Roe put them ahead after 15 minutes.", ["15 minutes", "Roe 10"], id="after so many"),
    pytest.param("Roe missed in the 15th minute.", [], id="no goal"),
    pytest.param("Roe crossed for Poe to put them ahead on 15 minutes.", [], id="two names"),
    pytest.param("Roe crossed in the 40th minute and they were ahead.", [], id="the goal of another"),
]


@pytest.mark.parametrize(("told", "quotes"), TOLD)
def test_told(told: str, quotes: list[str]) -> None:
    text = SHEET.format(score="2-1", goals="Roe 10, Poe 40").replace("It was a long match.", told)
    found = list(impossible_goals(Draft.parse(text)))
    assert [evidence.span.quote for finding in found for evidence in finding.evidence] == quotes
