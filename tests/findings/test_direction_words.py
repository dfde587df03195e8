"""The word that the figures contradict is evidence beside them."""

from __future__ import annotations

import pytest

from verifier import Verifier

CASES = [
    pytest.param("The allowance will rise in line with inflation from £4,945 to £4,895 next month.", ["rise"], id="a verb, from to"),
    pytest.param("The club sold 300 tickets, up from 400 a year ago.", ["up"], id="up from"),
    pytest.param("There was an increase in thefts to 2,041, from\n3,185 in 2003.", ["increase"], id="a noun"),
    pytest.param("Fees went  up to £40 from £50 as costs went up in 2003.", ["went  up"], id="two blanks"),
    pytest.param("Costs rose and fares rose to £4.20 from £5.10 last year.", ["rose"], id="the second of two"),
    pytest.param("The yen dropped to 141.60 per euro. It later strengthened to 142.55.", ["strengthened"], id="two sentences"),
    pytest.param("Thefts rose 20% in Hull. There were 2,041 thefts, compared with 3,185 a year earlier.", ["rose"], id="told before"),
    pytest.param("Thefts rose to 2,041 from 1,500 last year.", [], id="nothing to contradict"),
    pytest.param("Sales rose 40% to 300 from 200 a year ago.", [], id="the size is wrong, not the way"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), CASES)
def test_the_word_for_the_way_is_evidence(text: str, words: list[str]) -> None:
    evidence = [e for finding in Verifier(engine="offline").verify(text).findings for e in finding.evidence]
    said = [e for e in evidence if e.figure is None]
    assert [e.quote for e in said] == words
    assert all(text[e.start : e.end] == e.quote and e.claim is None for e in said)


def test_of_two_words_alike_it_is_the_one_that_governs() -> None:
    text = "Costs rose and fares rose to £4.20 from £5.10 last year."
    (finding,) = Verifier(engine="offline").verify(text).findings
    assert finding.evidence[-1].start == text.rindex("rose")
