"""Ids in the model's sentences are replaced by the figures as the draft prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import scanned

from verifier.extraction.filling import filled
from verifier.extraction.schema import ClaimAnswer
from verifier.extraction.shown import Shown

if TYPE_CHECKING:
    from verifier.extraction.acceptance import Reason

TEXT = "Seven missiles fell on Monday, a day before the talks, and cost £2m."

CASES = [
    pytest.param("[F1] missiles fell", "Seven missiles fell", id="at the start"),
    pytest.param("Russia fired [F1] missiles", "Russia fired seven missiles", id="a number word inside"),
    pytest.param("It happened on [F2]", "It happened on Monday", id="a weekday keeps its capital"),
    pytest.param("They fell [F3] before the talks", "They fell a day before the talks", id="no word twice"),
    pytest.param("It cost £[F4]", "It cost £2m", id="no sign twice"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_filled(text: str, expected: str) -> None:
    draft, figures = scanned(TEXT)
    assert [f.span.quote for f in figures] == ["Seven", "Monday", "a day before", "£2m"]
    answer = ClaimAnswer(sentence="S1", statement=text, label="x", manner="own_voice")
    wrong: list[Reason] = []
    assert filled(Shown(draft, figures), "statement", text, answer, wrong) == expected
    assert wrong == []
