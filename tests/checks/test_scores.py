"""Scores that contradict themselves, the words beside them, or the headline."""

from __future__ import annotations

import pytest

from verifier.checks import impossible_scores
from verifier.draft import Draft

TENNIS = "Roe, the top seed, beat Hall {} in Leeds."
CASES = [
    pytest.param(TENNIS.format("6-3 6-2"), [], id="two sets"),
    pytest.param(TENNIS.format("7-6 (7-3) 6-7 (6-8) 6-4"), [], id="tie-breaks"),
    pytest.param(TENNIS.format("6-3 6-2 1-6 3-6 10-8"), [], id="five sets"),
    pytest.param(TENNIS.format("6-3 6-2 1-6 6-3 10-8"), ["6-3 6-2 1-6 6-3 10-8"], id="over after four"),
    pytest.param(TENNIS.format("6-2 3-6"), ["6-2 3-6"], id="a set is missing"),
    pytest.param("6-3 7-4 was how Roe, the top seed, won.", ["6-3 7-4"], id="at the very start"),
    pytest.param(TENNIS.format("11-6-3 7-4"), [], id="part of more"),
    pytest.param(TENNIS.format("6-3 7-4"), ["6-3 7-4"], id="a set that cannot end so"),
    pytest.param(TENNIS.format("3-6 6-4 4-6"), ["3-6 6-4 4-6"], id="the winner lost"),
    pytest.param(TENNIS.format("in straight sets, 6-3 6-4,"), [], id="straight sets"),
    pytest.param(TENNIS.format("in straight sets, 6-3 3-6 6-4,"), ["straight sets", "6-3 3-6 6-4"], id="no straight sets"),
    pytest.param(TENNIS.format("in a four-set thriller, 6-3 3-6 6-4,"), ["four-set", "6-3 3-6 6-4"], id="another number of sets"),
    pytest.param("It was a five-set match. " + TENNIS.format("6-3 6-2 1-6 6-3 10-8"), ["five-set", "6-3 6-2 1-6 6-3 10-8"], id="and the words for its length"),
    pytest.param("Roe, the top seed, lost 4-6 3-6 to Hall.", [], id="the loser's side"),
    pytest.param("Roe, the top seed, won when Hall retired at 6-3 3-2.", [], id="retired"),
    pytest.param("Roe, the top seed, led 6-3 3-2 when it rained, and won.", [], id="still on"),
    pytest.param("The top seed beat Ann Hall 5-7 6-1 6-4. Roe won a tight first set against Hall.", ["5-7 6-1 6-4", "won a tight first set"], id="a set that the other took"),
    pytest.param("The top seed beat Ann Hall 5-7 6-1 6-4. Roe dropped a tight first set against Hall.", [], id="a set that was lost"),
    pytest.param("The top seed beat Ann Hall 5-7 6-1 6-4. Hall lost the first set.", ["5-7 6-1 6-4", "lost the first set"], id="a set that the loser took"),
    pytest.param("The top seed beat Ann Hall 5-7 6-1 6-4. Moss lost the first set.", [], id="a player of another match"),
    pytest.param("Roe, the top seed, fought back to win 3-6 6-3 6-2. Hall took the first set.", [], id="the only match"),
    pytest.param("Roe fought back to win 3-6 6-3 6-2. Hall broke on the way to taking the second set.", ["3-6 6-3 6-2", "taking the second set"], id="the only match, and the wrong player"),
    pytest.param("York won 6-1 and 3-2 at home.", [], id="football"),
    pytest.param("A 2-1 draw with York.", ["2-1 draw"], id="no draw"),
    pytest.param("They drew 3-1 with York.", ["drew 3-1"], id="drew"),
    pytest.param("A 2-2 win over York.", ["2-2 win"], id="no win"),
    pytest.param("A 2-2 draw, after a 3-1 win over York and a 0-2 home defeat.", [], id="draw, win and defeat"),
    pytest.param("A 2-2 win over York on penalties.", [], id="penalties"),
    pytest.param("They were 2-1 up in the draw for the cup.", [], id="another draw"),
    pytest.param("York 2-1 Leeds\n\nHall made it 2-2 before the break.", ["2-1", "2-2"], id="more than at the end"),
    pytest.param("York 2-1 Leeds\n\nHall made it 1-1 before the break.", [], id="on the way"),
    pytest.param("York 1-2 Leeds\n\nHall made it 2-0 before the break.", [], id="the visitors' side first"),
    pytest.param("York beat Leeds\n\nHall made it 2-2 before the break.", [], id="no score in the headline"),
    pytest.param("York 2-1 Leeds\n\nThey won 4-2 last year.", [], id="another match"),
    pytest.param("York threw away a 31-9 half-time lead in their 28-26 defeat by Leeds.", ["31-9", "28-26"], id="more at half-time than at the end"),
    pytest.param("York threw away a 21-9 half-time lead in their 28-26 defeat by Leeds.", [], id="a half-time lead"),
    pytest.param("They came from 20-3 down to beat Leeds 31-22.", [], id="from behind"),
    pytest.param("They came from 33-3 down to beat Leeds 31-22.", ["33-3", "31-22"], id="from further behind than the end"),
    pytest.param("York were 25-0 down at the interval, before Hall drove them to a 24-23 lead.", ["25-0", "24-23"], id="to a lead"),
    pytest.param("York were 2-0 down in the tie. They lost 1-0 to Leeds last year.", [], id="in another sentence"),
    pytest.param("York were 2-0 down on aggregate after the 1-0 defeat.", [], id="over two legs"),
    pytest.param("Roe was 40-15 down but held serve and won 6-4.", [], id="points of a game"),
    pytest.param("Roe was 5-4 up in the next but lost 6-3 7-5.", [], id="several sets"),
    pytest.param("York were 2-0 down from the first leg but won 1-0 at home.", [], id="two legs"),
    pytest.param("2-2 win over York.", ["2-2 win"], id="at the very start"),
    pytest.param("They drew 3-1. Redrew 3-1.", ["drew 3-1"], id="a whole word alone"),
    pytest.param("A 12-1-1 win, a 1/2-2 win, (2-2 win, 3–2-2 win.", [], id="what is part of more"),
    pytest.param("A 102-102 win over York.", ["102-102 win"], id="three digits"),
    pytest.param("", [], id="empty"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_impossible_scores(text: str, expected: list[str]) -> None:
    findings = list(impossible_scores(Draft.parse(text)))
    assert [evidence.span.quote for finding in findings for evidence in finding.evidence] == expected
    assert len(findings) <= 1
