"""Weekdays against dates: one date with its year, two without, one event in two places."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.checks import weekday_mismatches

CASES = [
    pytest.param("He was held on Thursday, Feb. 22, 2023.", "error", id="a wrong weekday with its year"),
    pytest.param("He was held on Wednesday, Feb. 22, 2023.", None, id="the right weekday"),
    pytest.param("It meets on Monday 14 June and again on Wednesday 17 June.", "warning", id="two dates that fit no year"),
    pytest.param("It meets on Monday 14 June and again on Thursday 17 June.", None, id="two dates of one year"),
    pytest.param("A fire broke out on Sunday 14 January. A dividend will be paid on Friday 31 January.", None, id="what was, and what will be"),
    pytest.param("School began on Wednesday, Sept. 3. It was due to end on Wednesday, June 17.", None, id="over a school year"),
    pytest.param("It met on Friday 31 December and meets on Monday 3 January.", None, id="over the new year"),
    pytest.param("It met on Friday 31 December and meets on Monday 4 January.", "warning", id="over the new year, a day off"),
    pytest.param("It met on Saturday 28 February and on Monday 1 March.", None, id="a leap year makes it right"),
    pytest.param("It met on Tuesday 24 February and on Tuesday 1 March.", "warning", id="no leap year makes it right"),
    pytest.param("They met on Saturday, Feb. 6, 2016. The result of Tuesday's state primary, on Feb. 11, is open.", "warning", id="a weekday and its date apart"),
    pytest.param("They met on Saturday, Feb. 6, 2016. The result of Tuesday's state primary, on Feb. 9, is open.", None, id="apart and right"),
    pytest.param("It ran Thursday through Saturday, Oct. 10-12, 2024.", None, id="the weekdays of the first and the last day"),
    pytest.param("It ran Thursday through Sunday, Oct. 10-12, 2024.", "error", id="of neither"),
    pytest.param("It ran on Saturday and Sunday (12 and 13 October 2024).", None, id="of two days in brackets"),
    pytest.param("It ran on Saturday and Sunday, October 12 and 13, and on Monday, October 14.", None, id="of two days, read apart"),
    pytest.param("The shop opens Saturdays, Oct. 11-26, 2024.", None, id="every week"),
    pytest.param("It opens Thursday, Oct. 10-12, 2024.", None, id="of the first day"),
    pytest.param("It opens Wednesday, Oct. 10-12, 2024.", "error", id="of no day"),
    pytest.param("They met on Monday. 12 March 2024 was the last day.", None, id="the next sentence"),
    pytest.param("Troops fired on the crowd on Sunday, 9 January 1905.", None, id="the old calendar"),
    pytest.param("It is due on 9 February 2016, a Monday.", "error", id="the weekday behind"),
    pytest.param("It is due on 9 February 2016, a Tuesday.", None, id="behind and right"),
    pytest.param("The court sits on Thursday, 17 June. The firm will auction it off on 19 June. Who bids at the auction on Sunday is open.", "warning", id="one event in two places"),
    pytest.param("The court sits on Thursday, 17 June. The firm will auction it off on 20 June. Who bids at the auction on Sunday is open.", None, id="in two places and right"),
    pytest.param("On Tuesday's show he spoke of the 17 June vote. It was Monday.", None, id="a weekday that belongs to no date"),
    pytest.param("It was Tuesday 30 February 2016.", None, id="a date that does not exist is another check's"),
    pytest.param("It was Friday 11 March 2005, and in 2004 it was Thursday 11 March.", None, id="two years"),
    pytest.param("She was last seen on Tuesday, 7 June 1994. The service is on Friday, 17 January.", None, id="years apart"),
    pytest.param("It began on Monday 9 January 2023. They were jailed on Friday 21 June.", None, id="the year after"),
    pytest.param("It began on Sunday 5 February. They were jailed on Friday 14 June.", None, id="many months apart"),
    pytest.param("It began on Monday 9 January 2023. They were jailed on Friday 26 January 2024 and Monday 8 January.", None, id="a month of an earlier year"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "severity"), CASES)
def test_weekdays(text: str, severity: str | None) -> None:
    draft, figures = scanned(text)
    found = list(weekday_mismatches(draft, figures))
    assert [finding.severity for finding in found] == ([severity] if severity else [])
    for finding in found:
        assert finding.code == "weekday-mismatch"
        assert finding.question.endswith("?")
        assert all(draft.text[e.span.start : e.span.end] == e.span.quote for e in finding.evidence)
