"""Vague amounts stand for wide intervals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verifier.figures import Figure, Hedge, Kind

Marked = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "kind", "unit", "inside", "outside"),
    [
        ("[dozens] of people", Kind.COUNT, "people", 60, 5),
        ("[hundreds] of people", Kind.COUNT, "people", 400, 50),
        ("[tens of thousands] of people", Kind.COUNT, "people", 50_000, 500),
        ("on [multiple] occasions", Kind.COUNT, "occasions", 5, 1),
        ("on [numerous] occasions", Kind.COUNT, "occasions", 9, 1),
        ("[several] people", Kind.COUNT, "people", 5, 100),
        ("[a few] people", Kind.COUNT, "people", 4, 100),
        ("[a handful] of people", Kind.COUNT, "people", 5, 100),
        ("[scores] of people", Kind.COUNT, "people", 80, 10),
        ("[several hundred] people", Kind.COUNT, "people", 500, 50),
        ("[millions of dollars]", Kind.MONEY, "USD", 5_000_000, 1000),
        ("[several years]", Kind.DURATION, "year", 5, 50),
        ("[a couple of weeks]", Kind.DURATION, "week", 2, 10),
    ],
)
def test_vague(marked: Marked, text: str, kind: Kind, unit: str | None, inside: int, outside: int) -> None:
    (figure,) = marked(text)
    assert (figure.kind, figure.unit, figure.hedge) == (kind, unit, Hedge.VAGUE)
    assert figure.written.holds(inside)
    assert not figure.generous.holds(outside)


@pytest.mark.parametrize("text", ["waited for [years]", "[months] of talks", "many [decades] of war"])
def test_periods_without_a_number(marked: Marked, text: str) -> None:
    (figure,) = marked(text)
    assert (figure.kind, figure.hedge) == (Kind.DURATION, Hedge.VAGUE)


@pytest.mark.parametrize(
    "text",
    [
        "few people came",
        "he scores goals",
        "the couple wed",
        "multiple funds",
        "numerous critics",
        "years old songs",
    ],
)
def test_words_that_are_no_amounts(marked: Marked, text: str) -> None:
    assert marked(text) == []
