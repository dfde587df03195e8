"""Labels: a few words for a claim."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.extraction.offline.statements import label

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
