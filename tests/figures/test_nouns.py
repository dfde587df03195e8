"""The counted noun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verifier.figures import Figure

Marked = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("[472] Russian drones were seen", ["drones"]),
        ("a record [472] drones", ["drones"]),
        ("[three] Russian and [two] Chinese ships", ["ships", "ships"]),
        ("[seven] missiles, of which [three] were shot down", ["missiles", None]),
        ("[382] of the [472] drones", ["drones", "drones"]),
        ("[12] people killed", ["people"]),
        ("[12] killed and [5] injured", ["people", "people"]),
        ("[5,000] people", ["people"]),
        ("[48,000] fewer mortgages were approved", ["mortgages"]),
        ("[14] new mobile phone masts", ["masts"]),
        ("an [eight]-point lead", ["point"]),
        ("[10] sales workers left", ["workers"]),
        ("[400,000] jobs and will focus", ["jobs"]),
        ("[two] U.S. troops", ["troops"]),
        ("fell to [382] in all", [None]),
        ("[five] is enough", [None]),
        ("[500] or more", [None]),
        ("[two] previous attempts", ["attempts"]),
    ],
)
def test_head_of_the_noun(marked: Marked, text: str, units: list[str | None]) -> None:
    assert [figure.unit for figure in marked(text)] == units
