"""The word "one" and single units: amounts or not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verifier.figures import Figure, Kind

Marked = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("at least [one] suspect", Kind.COUNT),
        ("[one million] people", Kind.COUNT),
        ("[one] person died", Kind.COUNT),
        ("[one] of the [three] men", Kind.COUNT),
        ("[one per cent] more", Kind.PERCENT),
        ("[one day] before the talks", Kind.DURATION),
        ("[one in five] people", Kind.FRACTION),
        ("a [one]-point lead", Kind.COUNT),
        ("more than [a year] of talks", Kind.DURATION),
        ("in the past [decade]", Kind.DURATION),
        ("just [one] novel remains", Kind.COUNT),
        ("only [one] senior official came", Kind.COUNT),
        ("exactly [one] reply", Kind.COUNT),
        ("only [one] family left", Kind.COUNT),
        ("already [one] tabloid newspaper has", Kind.COUNT),
        ("there is [one] exception", Kind.COUNT),
        ("it has [one] clear upside", Kind.COUNT),
        ("during [one] change of ends", Kind.COUNT),
        ("[one] try and [two] penalties", Kind.COUNT),
        ("[one] novel remains", Kind.COUNT),
    ],
)
def test_amounts(marked: Marked, text: str, kind: Kind) -> None:
    assert marked(text)[0].kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "one user wrote",
        "at one point",
        "one another",
        "one day they will",
        "that one",
        "the only one left",
        "has one thing in common",
        "only one who knows",
        "just one of them",
        "under one manager",
        "there is one who knows",
        "has one eye on the door",
        "one assertion that he really is not crazy",
    ],
)
def test_pronouns(marked: Marked, text: str) -> None:
    assert marked(text) == []
