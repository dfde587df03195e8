"""Weightier words, and words and nouns for one thing."""

from __future__ import annotations

import pytest

from verifier.extraction.offline.relations.words_alike import one_noun, weighty


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param("were arrested", "are detained", True, id="verbs"),
        pytest.param("unions met him", "the meeting", True, id="a short verb, and its noun"),
        pytest.param("acquired Bolt", "has bought it", True, id="verbs of two roots"),
        pytest.param("were arrested", "were injured", False, id="verbs of two things"),
        pytest.param("about them", "about those", False, id="light words"),
    ],
)
def test_weighty(one: str, other: str, alike: bool) -> None:
    assert bool(weighty(one) & weighty(other)) is alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param("staff", "job", True, id="staff and jobs"),
        pytest.param("gong", "award", True, id="gongs and awards"),
        pytest.param("drone", "drone", True, id="the noun itself"),
        pytest.param("staff", "loan", False, id="two things"),
    ],
)
def test_one_noun(one: str, other: str, alike: bool) -> None:
    assert (one_noun(one) == one_noun(other)) is alike
