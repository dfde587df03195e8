"""Statements that can be understood alone, and labels: a few words for a claim."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.extraction.offline.statements import claims_of, label
from verifier.extraction.offline.voices import voices_of

LABELS = [
    pytest.param(
        "Russia launched a record 472 drones at Ukraine.", "record 472 drones", id="what makes it news"
    ),
    pytest.param(
        "Out of the 472 drones launched, 382 were intercepted by guns.",
        "382 were intercepted",
        id="the part, not the whole",
    ),
    pytest.param("About 40 people escaped.", "About 40 people escaped", id="with its hedge"),
    pytest.param("It rose 40% on Monday.", "40%", id="a figure that counts nothing"),
    pytest.param(
        "The talks open on Monday.", "The talks open on Monday", id="dates alone: the opening words"
    ),
]


@pytest.mark.parametrize(("text", "expected"), LABELS)
def test_label(text: str, expected: str) -> None:
    _, figures = scanned(text)
    assert label(text, figures, text).rstrip(".") == expected


STATEMENTS = [
    pytest.param("Officials praised the crews.", "Officials praised the crews.", "praised the crews", id="praise"),
    pytest.param(
        "The mayor met the crews and repeated her call for more boats.",
        "The mayor repeated her call for more boats.",
        "repeated her call for more boats",
        id="without what the mayor did besides",
    ),
    pytest.param("Some expect a quick end.", "Some expect a quick end.", "expect a quick end", id="expectation"),
    pytest.param("Brekke denied the report.", "Brekke denied the report.", "denied the report", id="denial"),
    pytest.param("Brekke said the report was wrong.", "The report was wrong.", "the report was wrong", id="clause"),
    pytest.param("Brekke denied that the ship sank.", "The ship sank.", "the ship sank", id="that-clause"),
    pytest.param(
        "KORRIN — The ferry sank with 40 cars, the mayor said, of which nine were new.",
        "The ferry sank with 40 cars, of which nine were new.",
        "40 cars",
        id="without dateline and frame",
    ),
    pytest.param("“It sank,” Brekke admitted.", "It sank.", "It sank", id="quotation"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "statement", "words"), STATEMENTS)
def test_a_statement_can_be_understood_alone(text: str, statement: str, words: str) -> None:
    draft, figures = scanned(text)
    claims = list(claims_of(draft, figures, voices_of(draft)))
    assert (claims[0].statement, claims[0].label) == (statement, words)
