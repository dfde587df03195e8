from __future__ import annotations

import pytest

from verifier.draft import Draft
from verifier.extraction.introductions import introductions


@pytest.mark.parametrize(
    ("before", "window", "introduced"),
    [
        ("Mayor Ada Brekke opened it.", "Brekke said no.", ("Mayor Ada Brekke",)),
        ("Mayor Ada Brekke’s plan failed.", "Brekke’s party left.", ("Mayor Ada Brekke",)),
        ("The World Health Organization (WHO) warned.", "The WHO said so.", ("The World Health Organization (WHO)",)),
        ("Jean-Luc Moreau and Ida Lindqvist spoke.", "Lindqvist and Moreau left.", ("Jean-Luc Moreau", "Ida Lindqvist")),
        pytest.param("Ada Brekke spoke.", "Ada Brekke left.", (), id="in full there too"),
        pytest.param("Ada Brekke spoke.", "She left.", (), id="not named there"),
        pytest.param("Ada Brekke and Leo Brekke spoke.", "Brekke left.", ("Ada Brekke",), id="the first of two"),
        pytest.param("ada brekke spoke.", "Brekke left.", (), id="no name"),
    ],
)  # fmt: skip
def test_full_names_from_earlier(before: str, window: str, introduced: tuple[str, ...]) -> None:
    draft = Draft.parse(f"{before}\n\n{window}")
    sentences = [s for s in draft.sentences if s.paragraph == 1]
    assert introductions(draft.text, sentences) == introduced
