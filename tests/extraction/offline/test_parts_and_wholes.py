"""Parts, totals, shares and margins in many words: what is found in whole drafts, and what is let pass."""

from __future__ import annotations

import pytest

from verifier import verify

PART, SUM, SHARE, SHARES, GAP, MEAN = (
    "part-exceeds-whole",
    "parts-do-not-add-up",
    "share-mismatch",
    "shares-exceed-whole",
    "change-mismatch",
    "average-mismatch",
)
FINDINGS = [
    # partitives
    pytest.param("They lost 15 of their last 13 games.", {PART}, id="of their last"),
    pytest.param("They lost eight of their last 13 games.", set(), id="of their last, within"),
    pytest.param("Three of the firm's two directors resigned.", {PART}, id="of the firm's"),
    pytest.param("There are two from each of the state's nine districts.", set(), id="from each"),
    pytest.param("Some 7,500 jobs - out of a total workforce of 6,500 - may go.", {PART}, id="out of a total"),
    pytest.param("It has £82m in cash out of the nearly £73m raised.", {PART}, id="money out of money"),
    pytest.param("The winner gets £650,000 from a total pot of £500,000.", {PART}, id="from a total pot"),
    pytest.param("There are 61 newcomers in the club's 46-strong team.", {PART}, id="a strong team"),
    pytest.param("The 23-man squad includes 26 players from abroad.", {PART}, id="a squad includes"),
    pytest.param("The 23-man squad includes 16 players from abroad.", set(), id="a squad includes, within"),
    pytest.param("Of the 15 prizes for work in 2004, the jury said 20 went to newcomers.", {PART}, id="an interposed speaker"),
    pytest.param("Fourteen people died in the crash, among them 16 children.", {PART}, id="among them"),
    pytest.param("There were 56 passengers and 10 crew on board, among them 30 Swedes.", set(), id="of both together"),
    pytest.param("Fight for 15 protesters came. Dozens of them were held.", set(), id="a number in a name"),
    pytest.param("Police held 12 suspects in May. Later 15 of the suspects were charged.", {PART}, id="counted before"),
    pytest.param("Police held 12 suspects in May and 20 suspects in June. Later 15 of the suspects were charged.", set(), id="counted twice before"),
    pytest.param("The firm will cut its 4,000-strong workforce by 4,500.", {PART}, id="cut by more than there are"),
    # tallies
    pytest.param("Hull managed 15 wins from their first 12 outings.", {PART}, id="wins from outings"),
    pytest.param("He scored 15 goals in his first 12 games.", set(), id="goals in games"),
    pytest.param("With 107 delegates at stake, Hill will win at least 156. Reed came second.", {PART}, id="at stake"),
    pytest.param("With 107 delegates at stake, Hill will win at least 56. Reed will gain at least 84.", {SUM}, id="at stake, both"),
    # sums
    pytest.param("It sent questions to a dozen candidates - two Democrats and 20 Republicans.", {SUM}, id="so many of these and of those"),
    pytest.param("The £12m deal comprises £3m in cash and £4m in shares.", {SUM}, id="comprises"),
    pytest.param("They have won seven, drawn six and lost four of their 14 games.", {SUM}, id="won, drawn and lost"),
    pytest.param("In November it exported £16.9bn worth of goods, but imported £22.5bn.", set(), id="trade, no gap named"),
    pytest.param("Exports rose to £16.9bn and imports to £22.5bn, leaving a deficit of £4.6bn.", {GAP}, id="trade"),
    pytest.param("Eleven people died in Leeds and seven in York, bringing the death toll to 12.", {SUM}, id="the toll"),
    pytest.param("It built 40 houses in 2003 and 55 in 2004, a total of 105.", {SUM}, id="in two years"),
    # margins
    pytest.param("MPs backed it by 312 votes to 260, a majority of 62.", {GAP}, id="a majority of"),
    pytest.param("MPs backed it by 312 votes to 260, a majority of 52.", set(), id="a majority that is one"),
    pytest.param("She led by 781 votes: 212,205 to 211,224.", {GAP}, id="led by"),
    # steps
    pytest.param("The index closed down 0.89 points, or 0.1%, at 10,385.48.", {SHARE}, id="down by so many points"),
    pytest.param("The index closed down 0.89 points, or 0.01%, at 10,385.48.", set(), id="down by so many points, rightly"),
    pytest.param("Shares sank 17.84% - or £1.83 - to close at £10.48.", {SHARE}, id="sank by"),
    # competing shares
    pytest.param("Female troops preferred Hill, 71 percent to 44 percent.", {SHARES}, id="this to that"),
    pytest.param("More voters say so of Hill than of Reed, 73 percent to 63 percent.", set(), id="of two questions"),
    pytest.param("Some voters moved: support rose from 63 percent to 73 percent.", set(), id="from and to"),
    pytest.param("It found that 58 percent of voters supported Mr. Hill, while 43 percent favored Mr. Reed and 15 percent backed Ms. Dale.", {SHARES}, id="backed one or another"),
    pytest.param("A poll showed Hill with 66 percent, followed by Reed at 34 percent and Dale at 21 percent.", {SHARES}, id="rivals"),
    pytest.param("Hill must win 53 percent of the delegates left, Reed 59 percent and Dale 68 percent, the poll found.", set(), id="what each must win"),
    pytest.param("Some 16% have a negative view, including 58% who are angry.", {PART}, id="a share within a share"),
    pytest.param("The three firms hold 45%, 38% and 27% of the market.", {SHARES}, id="of the market"),
    pytest.param("Some 45 percent said it was not. Almost half agreed with him, while 33 percent were unsure.", {SHARES}, id="yes, no and unsure, in two sentences"),
    # shares and averages
    pytest.param("The poll of 1,000 people found 450 (55%) in favour.", {SHARE}, id="a poll of"),
    pytest.param("The 12 winners shared £6m, or £750,000 apiece.", {MEAN}, id="apiece"),
    pytest.param("The firm employs 4,000 people. It will cut 400 jobs, or 20% of the workforce.", {SHARE}, id="of the workforce"),
    pytest.param("The firm employs 4,000 people. It will cut 400 jobs, or 10% of the workforce.", set(), id="of the workforce, rightly"),
    pytest.param("It raised £10,000 from 50 donors, or £300 each.", {MEAN}, id="so much each"),
    pytest.param("It raised £10,000 from 50 donors, or £300 a month.", set(), id="so much a month"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), FINDINGS)
def test_findings(text: str, codes: set[str]) -> None:
    report = verify(text, engine="offline")
    assert {finding.code for finding in report.findings if finding.severity != "notice"} == codes


def test_a_step_is_worked_out_from_where_it_led() -> None:
    report = verify("Shares sank 17.84% - or £1.83 - to close at £10.48.", engine="offline")
    (finding,) = (finding for finding in report.findings if finding.severity != "notice")
    assert finding.working == "£1.83 down to £10.48 = 14.9% ≠ 17.84%"
